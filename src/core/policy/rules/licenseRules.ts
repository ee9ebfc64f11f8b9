import {
  hasLicenseOfOriginal,
  isOnlyDated,
  isRecorded,
  licenseEvidence,
  type LicenseSummary,
  type Model,
  openBaseOf,
} from '../../model';
import type { Severity } from '../../vocabulary';
import { surenessOf } from '../sureness';
import type { LicenseRecord } from '../../catalog/records';
import { isKnown } from '../../licenses/terms';
import { statedOf } from '../../lookup/policyModel';
import { hasReadTerms } from '../../lookup/service';
import { message, type Message } from '../../message';
import { SERVICES } from '../../registries/tables';
import { inferredLicenseText } from '../../wording';
import type { Policy, SeverityOrOff } from '../policy';
import type { Hit, ReferenceRule, Subject } from '../rule';
import { rulingOnLicense } from '../selectors';
import { asBound, bindingTerms, mayRunIt, severityAtMost, speaksFor } from './binding';
import { gravest } from './gravest';
import { probableBase } from './lineageRules';
import { isOwnersName } from './ownersName';
import { baseWith, byPolicy, licenseData, nameOf } from './wording';

export const LICENSE_DENIED: ReferenceRule = {
  code: 'license/denied',
  severity: 'error',
  withoutPolicy: false,
  fact: 'license',
  summary: message('The license is not one the policy allows'),
  checks: message(
    'The license of the model and those of its bases are compared with `licenses.deny` and `licenses.allow`. A license is denied when a list denies it, or when `allow` has entries and no list names it. Where a model is only called, the terms of its service decide: at a host of somebody else they stand in the place of the contract with its maker, and lists may name them like a license. The license of its weights is then told as information, or as a hint where its publisher runs it. This holds also where those terms bind callers to that license: its publisher may have given the host other terms.',
  ),
  why: message(
    "Terms that the project has ruled out reach it with the model, also through a derivative's base.",
  ),
  settle: [
    message('Replace the model with one whose license is allowed.'),
    message('Allow the license in the policy, when it was left out by mistake.'),
    message('Add an exception for this model, with a reason and a date.'),
  ],
  example: 'licenses:\n  deny: [llama3.1]\n# and in the code\nmodel = "meta-llama/Llama-3.1-8B-Instruct"',
  check: checkDenied,
};

export const LICENSE_WARNED: ReferenceRule = {
  code: 'license/warned',
  severity: 'warning',
  withoutPolicy: false,
  fact: 'license',
  summary: message('The policy asks for a second look at the license'),
  checks: message(
    'The license of the model and those of its bases are compared with `licenses.warn`. Where a model is only called, the terms of its service decide: at a host of somebody else they stand in the place of the contract with its maker, and lists may name them like a license. The license of its weights is then told as information, or as a hint where its publisher runs it. This holds also where those terms bind callers to that license: its publisher may have given the host other terms.',
  ),
  why: message(
    'Some terms are fine for one use and not for another: somebody has to read them once per use.',
  ),
  settle: [
    message('Read the license, then add an exception for this model with what was decided.'),
    message('Move the license to `licenses.allow`, when it is fine everywhere.'),
  ],
  example: 'licenses:\n  warn: [gemma]\n# and in the code\nmodel = "google/gemma-2-9b-it"',
  check: checkWarned,
};

export const LICENSE_UNKNOWN: ReferenceRule = {
  code: 'license/unknown',
  severity: 'warning',
  withoutPolicy: false,
  summary: message('The license is not known'),
  checks: message(
    'Nothing is known of the model, of its license or of the base that the policy states for it, or the name only says a family of licenses. `licenses.unknown` sets the severity. Where a service runs the model, its terms decide instead, if somebody read them: a name that nobody knows is then a hint. Where nobody did, a model that is called at a known service is a hint, and the verdict on it says that the terms were not read. So is a single word that only its key tells to be a model, or that is called at an address nobody knows, and a word like `unknown` that is called, unless the policy sets a severity. Where a project uses the same model at several places, or in several packings, it is a hint at all but the strongest: the question is asked once. Weights at a path of which nothing is known are asked about where the policy states `licenses.unknown` or lists `models.allow`. A license that is only concluded is a warning where `licenses.unknown` is an error; that of a re-packed copy, from an original whose own was read, is information where it is a warning.',
  ),
  why: message(
    'Not known is not the same as allowed. Without a license there may be no right to use the model at all.',
  ),
  settle: [
    message('Look the model up on its hub, then state its license under `describe` in the policy.'),
    message('Replace the model with one whose license is known.'),
  ],
  example: 'licenses: { unknown: error }\n# and in the code\nmodel = "nobody/nothing"',
  check: checkUnknown,
};

export const LICENSE_NONE_STATED: ReferenceRule = {
  code: 'license/none-stated',
  severity: 'warning',
  withoutPolicy: false,
  summary: message('The model card states no license'),
  checks: message('The card was read and states no license. `licenses.unknown` sets the severity.'),
  why: message(
    'What carries no license is not free: by default, all rights stay with the author. It is not a conflict either, only an open question.',
  ),
  settle: [
    message('Ask the publisher to state a license.'),
    message('Replace the model with one that states its license.'),
    message('State the license under `describe` in the policy, when it was given in another way.'),
  ],
  example: '# a model whose card has no license\nmodel = "someone/unlicensed-model"',
  check: checkNoneStated,
};

export const LICENSE_CODE_WEIGHTS_DIFFER: ReferenceRule = {
  code: 'license/code-weights-differ',
  severity: 'information',
  withoutPolicy: false,
  summary: message('Code and weights are under different licenses'),
  checks: message(
    'Where the weights are fetched or given on: whether the code of the project is known to stand under another license than they do.',
  ),
  why: message(
    'The badge of a repository speaks of its code. The weights are what a project runs, and their terms are often narrower.',
  ),
  settle: [
    message('Go by the license of the weights, and add an exception that says so.'),
    message('Replace the model with one whose code and weights agree.'),
  ],
  example: '# MIT code, weights under CC-BY-NC-4.0\nmodel = "facebook/musicgen-small"',
  check: checkCodeAndWeights,
};

function checkDenied(subject: Subject): Hit | undefined {
  const { policy, catalog } = subject.context;
  if (policy === undefined) return undefined;
  return gravest(
    licensesOf(subject).flatMap(({ license, isAsked }): readonly Hit[] => {
      const ruling = rulingOnLicense(policy.licenses, license, catalog);
      if (!isAsked && ruling?.selector.kind !== 'license') return [];
      if (ruling?.list === 'deny') {
        return [
          {
            message: asBound(denial(subject, license), license, subject),
            decision: byPolicy(policy, ruling.selector),
            ...outcome(subject, license),
          },
        ];
      }
      if (ruling === undefined && policy.licenses.allow.length > 0 && isKnown(license)) {
        return [
          {
            message: asBound(notListed(subject, license), license, subject),
            ...firstAllowed(policy),
            ...outcome(subject, license),
          },
        ];
      }
      return [];
    }),
  );
}

/** A license that lists are asked about. */
interface Listed {
  readonly license: LicenseRecord;
  /** Whether categories and the lack of an entry speak about it too: else only an entry that names it does. */
  readonly isAsked: boolean;
}

/**
 * The licenses of a use that lists may name: those of the model, where what binds a caller is the contract of the
 * host that is called and not its maker's that one, and the terms of the host that is called. Lists of licenses are
 * mostly written for models, so that terms of a host beside a license of weights have to be named.
 */
function licensesOf(subject: Subject): readonly Listed[] {
  const own = [
    ...new Set(subject.effective.parts.map((license) => bindingTerms(license, subject) ?? license)),
  ];
  const terms = subject.relation === 'calls' ? subject.service?.terms : undefined;
  const isNew = terms !== undefined && own.every(({ key }) => key !== terms.key);
  return [
    ...own.map((license) => ({ license, isAsked: true })),
    ...(isNew ? [{ license: terms, isAsked: false }] : []),
  ];
}

/** Whether a license is the terms of the host that is called, and none of the model. */
function isOfHost({ key }: LicenseRecord, { relation, service, effective }: Subject): boolean {
  return (
    relation === 'calls' && key === service?.terms?.key && effective.parts.every((part) => part.key !== key)
  );
}

function outcome(subject: Subject, license: LicenseRecord): Pick<Hit, 'data' | 'severity' | 'isOfHost'> {
  return {
    ...(isOfHost(license, subject) && { isOfHost: true }),
    data: licenseData(license),
    ...severityAtMost(license, subject),
  };
}

function firstAllowed(policy: Policy): Pick<Hit, 'decision'> {
  const [first] = policy.licenses.allow;
  return first === undefined ? {} : { decision: byPolicy(policy, first) };
}

function denial(subject: Subject, license: LicenseRecord): Message {
  if (isOfHost(license, subject))
    return message('{0} is called under terms the policy denies: {1}', nameOf(subject), license.name);
  if (!speaksFor(license, subject) && mayRunIt(subject))
    return message(
      'It is not known who runs {0} here; where this project does, the policy denies its license: {1}',
      nameOf(subject),
      license.name,
    );
  if (!speaksFor(license, subject))
    return message(
      'The weights of {0} are under a license the policy denies; the terms of the service that runs them decide ({1})',
      nameOf(subject),
      license.name,
    );
  const base = baseWith(license, subject);
  if (base !== undefined)
    return message(
      '{0} is made from {1}, whose license the policy denies: {2}',
      nameOf(subject),
      base,
      license.name,
    );
  return message('{0} is under a license the policy denies: {1}', nameOf(subject), license.name);
}

function notListed(subject: Subject, license: LicenseRecord): Message {
  if (isOfHost(license, subject))
    return message(
      '{0} is called under terms that are not among those the policy allows: {1}',
      nameOf(subject),
      license.name,
    );
  if (!speaksFor(license, subject) && mayRunIt(subject))
    return message(
      'It is not known who runs {0} here; where this project does, its license is not among those the policy allows: {1}',
      nameOf(subject),
      license.name,
    );
  if (!speaksFor(license, subject))
    return message(
      'The weights of {0} are under a license that is not among those the policy allows; the terms of the service that runs them decide ({1})',
      nameOf(subject),
      license.name,
    );
  const base = baseWith(license, subject);
  if (base !== undefined)
    return message(
      '{0} is made from {1}, whose license is not among those the policy allows: {2}',
      nameOf(subject),
      base,
      license.name,
    );
  return message(
    '{0} is under a license that is not among those the policy allows: {1}',
    nameOf(subject),
    license.name,
  );
}

function checkWarned(subject: Subject): Hit | undefined {
  const { policy, catalog } = subject.context;
  if (policy === undefined) return undefined;
  return gravest(
    licensesOf(subject).flatMap(({ license, isAsked }): readonly Hit[] => {
      const ruling = rulingOnLicense(policy.licenses, license, catalog);
      return ruling?.list === 'warn' && (isAsked || ruling.selector.kind === 'license')
        ? [
            {
              message: asBound(warning(subject, license), license, subject),
              decision: byPolicy(policy, ruling.selector),
              ...outcome(subject, license),
            },
          ]
        : [];
    }),
  );
}

function warning(subject: Subject, license: LicenseRecord): Message {
  if (isOfHost(license, subject))
    return message('{0} is called under terms the policy asks to review: {1}', nameOf(subject), license.name);
  if (!speaksFor(license, subject) && mayRunIt(subject))
    return message(
      'It is not known who runs {0} here; where this project does, the policy wants its license looked at: {1}',
      nameOf(subject),
      license.name,
    );
  if (!speaksFor(license, subject))
    return message(
      'The weights of {0} are under a license the policy asks to review; the terms of the service that runs them decide ({1})',
      nameOf(subject),
      license.name,
    );
  const base = baseWith(license, subject);
  return base === undefined
    ? message('{0} is under a license the policy asks to review: {1}', nameOf(subject), license.name)
    : message(
        '{0} is made from {1}, whose license the policy asks to review: {2}',
        nameOf(subject),
        base,
        license.name,
      );
}

/** Not known is told at the severity that `licenses.unknown` sets, unless it is off. */
function unknownHit({ context }: Subject, text: Message, data: Hit['data'] = {}): Hit | undefined {
  const level: SeverityOrOff = context.policy?.licenses.unknown ?? 'warning';
  return level === 'off' ? undefined : { message: text, severity: level, data };
}

/** Whether the policy says what a license that is not known means. */
function isUnknownRuled({ policy }: Subject['context']): boolean {
  return (policy?.licenses.unknown ?? null) !== null;
}

/**
 * Whether a service that runs models of others runs it: that is used under the terms of the service. A name that nobody knows at a vendor
 * with none but its own models is a slip or an invention.
 */
function isRunByReseller({ relation, host, context }: Subject): boolean {
  return relation === 'calls' && host !== undefined && (context.catalog.host(host)?.resells.length ?? 0) > 0;
}

/** Whether the terms of such a service answer for a name that nobody knows: a policy that lets nothing unknown pass asks for terms that were read. */
function isUnderReadTerms(subject: Subject): boolean {
  const isBarred = subject.context.policy?.licenses.unknown === 'error';
  return isRunByReseller(subject) && (hasReadTerms(subject.service) || !isBarred);
}

/**
 * Whether a name that nobody knows is one by its key alone, and none of a repository, a file or a program's own spelling: a service's
 * model, a voice and a word for a choice are written so too. A policy that says what is unknown means asks about it in full.
 */
function isBareWord(subject: Subject): boolean {
  const { reference, relation, host, context } = subject;
  // Whoever answers at an address that nobody knows calls a model as it likes, also like one of a vendor.
  const isAtAddress = relation === 'calls' && host !== undefined && context.catalog.host(host) === undefined;
  return (
    !isUnknownRuled(context) &&
    (isAtAddress || isSpelledByNobody(subject)) &&
    /^[\w.:-]+$/.test(reference.id) &&
    !reference.evidence.some((evidence) => evidence === 'weights-file' || evidence.startsWith('loader:'))
  );
}

/** Whether nothing is to be looked up about a name that nobody knows: others say what it stands for, or nobody. */
function isAskedElsewhere(subject: Subject): boolean {
  return isUnderReadTerms(subject) || isBareWord(subject) || saysNoName(subject) || isOwnersName(subject);
}

/** What programs say where a setting has no value: whoever is asked for it has no model of that name. */
const NO_NAME = /^(?:un(?:known|defined|set|specified)|none|null|missing|not[-_ ](?:set|given|configured))$/i;

/** Whether a call gets a word that says that there is no name; who is asked is judged all the same. */
function saysNoName({ reference, relation, context }: Subject): boolean {
  return relation === 'calls' && !isUnknownRuled(context) && NO_NAME.test(reference.id);
}

/**
 * Whether a name is spelled as anybody might: as one of the Hub without an owner, as that of a service which is not called, and as one of
 * Ollama's library without a tag at a place that says nothing of Ollama.
 */
function isSpelledByNobody({ reference: { registry, id, evidence }, relation }: Subject): boolean {
  return (
    registry === 'other' ||
    registry === 'huggingface' ||
    (relation !== 'calls' && SERVICES.has(registry)) ||
    (evidence[0] === 'form:ollama' && !id.includes(':'))
  );
}

/**
 * A hint where the project itself keeps a permissive license beside a model that nobody read: somebody looked. A policy that says what is
 * unknown means asks about it nevertheless.
 */
function asSaidBeside(subject: Subject, hit: Hit | undefined): Hit | undefined {
  const { reference, context } = subject;
  if (hit === undefined || reference.license === undefined || isUnknownRuled(context)) return hit;
  const license = context.catalog.license(reference.license);
  return license?.category === 'permissive' && !license.family
    ? {
        ...hit,
        message: message(
          'The license of {0} was not read; the text beside it says {1}',
          nameOf(subject),
          license.name,
        ),
        severity: 'hint',
      }
    : hit;
}

function checkUnknown(subject: Subject): Hit | undefined {
  const { model, effective, declared } = subject;
  const name = nameOf(subject);
  if (model === undefined) {
    const hit = unknownHit(subject, nothingKnown(subject));
    return hit && isAskedElsewhere(subject) ? { ...hit, severity: 'hint' } : asSaidBeside(subject, hit);
  }
  const stated = model.license.declared;
  // What its host runs is used under the host's terms, which `service/terms` judges where somebody read them.
  if (subject.relation === 'calls')
    return isRecorded(model) ? (stated === null ? unreadHit(subject) : undefined) : unrecordedHit(subject);
  // The terms of a base reach the model and are judged; that its own license is unknown is asked of who says what that means.
  if (stated === null && (effective.parts.length === 0 || isUnknownRuled(subject.context)))
    return asSaidBeside(subject, unknownHit(subject, unstated(subject, model)));
  const unread = [stated, ...(model.license.also ?? [])].find((license) => license?.category === 'unknown');
  if (unread) {
    return unknownHit(
      subject,
      message('The license of {0} is unknown: its card only says "{1}"', name, unread.key),
    );
  }
  if (declared?.family === true) {
    return unknownHit(
      subject,
      message('"{0}" is a family of licenses: which of them {1} is under is unknown', declared.key, name),
      licenseData(declared),
    );
  }
  if (stated?.category === 'none-stated' && !isCardRead(model))
    return unknownHit(
      subject,
      message(
        'The license of {0} is unknown: the Hub records no license tag, and its card was not read',
        name,
      ),
    );
  return lessThanKnown(subject, model);
}

/** What was made from a model has a license of its own, but another name of the model has not. */
function unstated(subject: Subject, model: Model): Message {
  const { policy } = subject.context;
  const stated = statedOf(policy?.models ?? [], subject.reference.id, model);
  return stated === undefined || stated.base === null
    ? message('The license of {0} is unknown', nameOf(subject))
    : message(
        'The license of {0} is unknown: state its `license` beside `base`, or `is` in its place where it is {1} unchanged',
        nameOf(subject),
        stated.base,
      );
}

/** What leaves a license open though one is stated: the base that the policy states, or what the license is concluded from. */
function lessThanKnown(subject: Subject, model: Model): Hit | undefined {
  const { declared } = model.license;
  return openBaseHit(subject, model) ?? (declared === null ? undefined : inferredHit(subject, declared));
}

/** The terms of a base reach what is made from it, whatever its own license: those that nobody knows leave the whole open. */
function openBaseHit(subject: Subject, model: Model): Hit | undefined {
  const base = openBaseOf(model, false);
  if (base === undefined) return undefined;
  const hit = unknownHit(
    subject,
    base.open === 'model'
      ? message('Nothing is recorded of {0}, from which {1} is made', base.model, nameOf(subject))
      : message('The license of {0}, from which {1} is made, is unknown', base.model, nameOf(subject)),
  );
  return hit && (base.license === null ? hit : { ...hit, severity: inferredSeverity(subject) });
}

/** That nothing is known of a model, and which terms its name suggests, where these are restricted. */
function nothingKnown(subject: Subject): Message {
  const probable = probableBase(subject);
  return probable === undefined
    ? message('Nothing is known of {0}, so its license is unknown', nameOf(subject))
    : message(
        'Nothing is known of {0}, so its license is unknown; its name suggests that it is made from a model under {1}',
        nameOf(subject),
        probable.license.name,
      );
}

/** A name of which only the maker is told by its spelling, or only its days by a calendar, at a host whose terms decide. */
function unrecordedHit(subject: Subject): Hit | undefined {
  const { model, service } = subject;
  const unread = model?.license.declared === null ? unreadHit(subject) : undefined;
  const isDated = model !== undefined && service !== undefined && isOnlyDated(model);
  const hit = unknownHit(
    subject,
    isDated
      ? message('Nothing is known of {0} but its dates at {1}', nameOf(subject), service.name)
      : message('Nothing is known of {0} but whose name it is', nameOf(subject)),
  );
  return unread ?? (hit && { ...hit, severity: 'hint' });
}

/**
 * Nobody gets weights by a call: what is open are the terms of the host. Of a host that is known, the verdict on the model says so; a
 * policy that says what is unknown means asks about it in full.
 */
function unreadHit(subject: Subject): Hit | undefined {
  const { service, context } = subject;
  if (hasReadTerms(service)) return undefined;
  const hit = unknownHit(
    subject,
    message(
      'The license of {0} is unknown, and the terms under which it is called were not read',
      nameOf(subject),
    ),
  );
  return hit && service?.known === true && !isUnknownRuled(context) ? { ...hit, severity: 'hint' } : hit;
}

/** A license that is only inferred is no permission; unless the policy asks for known licenses, that is told and no more. */
function inferredHit(subject: Subject, license: LicenseSummary): Hit | undefined {
  if (surenessOf(subject.model, 'license') !== 'inferred') return undefined;
  const hit = unknownHit(subject, inferredLicenseText(nameOf(subject), subject.model, license.name), {
    suggestedLicense: license.key,
  });
  return hit && { ...hit, severity: inferredSeverity(subject) };
}

function inferredSeverity(subject: Subject): Severity {
  const level = subject.context.policy?.licenses.unknown ?? 'information';
  if (level === 'error' || level === 'off') return 'warning';
  return isOfReadOriginal(subject) ? 'information' : level;
}

/** Whether it is a re-packed copy of a model whose license somebody read: that the copy has the same is likely, and only not proved. */
function isOfReadOriginal({ model, context: { catalog } }: Subject): boolean {
  if (model === undefined || model.copyOf === null || !hasLicenseOfOriginal(model)) return false;
  const sources = catalog.model(model.copyOf)?.sources ?? [];
  return sources.some(({ facts, confidence }) => confidence === 'high' && facts.includes('license'));
}

function checkNoneStated(subject: Subject): Hit | undefined {
  const { model } = subject;
  if (model?.license.declared?.category !== 'none-stated' || !isCardRead(model)) return undefined;
  return unknownHit(
    subject,
    message('The card of {0} states no license, which is not a permission', nameOf(subject)),
  );
}

/** A record of the Hub's tags says that there is no tag; what the text of the card states is not in it. */
function isCardRead(model: Pick<Model, 'evidence'>): boolean {
  return licenseEvidence(model)?.tagsOnly !== true;
}

function checkCodeAndWeights(subject: Subject): Hit | undefined {
  const { declared, code } = subject.model?.license ?? {};
  if (
    subject.relation === 'calls' ||
    code === undefined ||
    declared === null ||
    declared === undefined ||
    code.key === declared.key
  )
    return undefined;
  return {
    message: message(
      'The code of {0} is under {1}, but its weights are under {2}',
      nameOf(subject),
      code.name,
      declared.name,
    ),
    data: { licenseKey: declared.key, ...(declared.url !== null && { licenseUrl: declared.url }) },
  };
}
