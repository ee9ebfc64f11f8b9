import { sizeKeyOf } from '../unsettledSizes';
import type { LicenseRecord, Threshold } from '../../catalog/records';
import { currencyOf, isInOtherCurrency, limitsOf, sizeIn, sizeOf, type Limit } from '../../licenses/limits';
import { dutiesOf } from '../../licenses/obligations';
import { restrictionOf } from '../../licenses/terms';
import { message, type Message } from '../../message';
import type { LicenseCategory, Severity } from '../../vocabulary';
import { regionsMeet } from '../regions';
import type { Hit, ReferenceRule, Subject } from '../rule';
import { traitsOf, useOf } from '../traits';
import {
  asBound,
  binds,
  isHeld,
  mayRunIt,
  noGraver,
  severityAtMost,
  severityUnbound,
  speaksFor,
} from './binding';
import { gravest } from './gravest';
import { baseWith, byClause, licenseData, nameOf } from './wording';

export const LICENSE_NON_COMMERCIAL: ReferenceRule = {
  code: 'license/non-commercial',
  severity: 'error',
  withoutPolicy: true,
  fact: 'license',
  summary: message('The license bars commercial use'),
  checks: message(
    'The license, or one of a base, is for non-commercial or research use only. An error where `use.purpose` is commercial, a warning where it is internal or not stated; nothing for research and personal projects. Where a model is only called, the terms of its service decide: then the limit of its weights is information under a policy, or a hint where its publisher runs it, and nothing without.',
  ),
  why: message(
    'The weights can be downloaded like any others, so the limit is easily missed until the product is sold.',
  ),
  settle: [
    message('Replace the model with one that may be used commercially.'),
    message('Ask the publisher for a commercial license, then add an exception that names it.'),
    message('State `use.purpose: research` where that is what the project is.'),
  ],
  example:
    'use: { purpose: commercial }\n# and in the code, under cc-by-nc-4.0\nmodel = "CohereLabs/c4ai-command-r-v01"',
  check: checkNonCommercial,
};

export const LICENSE_THRESHOLD: ReferenceRule = {
  code: 'license/threshold',
  severity: 'error',
  withoutPolicy: false,
  fact: 'license',
  summary: message('The license ends or changes above a size the project has reached'),
  checks: message(
    "`use.monthlyActiveUsers` and `use.annualRevenue` are compared with the license's limits: revenue only in the currency of the limit (`annualRevenue: { JPY: 7_500_000_000 }`), and where the policy states it in another one, that is a warning. Some are tested all the time; others once, in the month before the model's release, and then only a warning is given, since the figure in the policy is today's. Where the figure is not stated it is asked for once, as information in the policy.",
  ),
  why: message('A limit on users or revenue takes the grant away from the successful, often without notice.'),
  settle: [
    message(
      'Ask the publisher for the license that the clause speaks of, then add an exception that names it.',
    ),
    message('Replace the model with one without such a limit.'),
    message('State the figures under `use` in the policy, so that they can be compared.'),
  ],
  example:
    'use: { purpose: commercial, monthlyActiveUsers: 800_000_000 }\n# and in the code\nmodel = "meta-llama/Llama-3.1-8B-Instruct"',
  check: checkThreshold,
};

export const LICENSE_REGION: ReferenceRule = {
  code: 'license/region',
  severity: 'error',
  withoutPolicy: false,
  fact: 'license',
  summary: message('The license leaves out a region the project is in'),
  checks: message(
    "`use.regions` is compared with the regions that the license leaves out, for all its models or only for those that take more than text; where a license leaves out only who is domiciled or seated there, `use.seat` is, if it is stated; and, after a look-up, with what the model's card says of access from the EU.",
  ),
  why: message(
    'Some grants do not reach people and companies of a region at all. Llama 4 leaves out the European Union, Hunyuan also the United Kingdom and South Korea.',
  ),
  settle: [
    message('Replace the model with one whose license has no such limit.'),
    message('Correct `use.regions`, when the project is neither developed nor offered there.'),
    message('State `use.seat`, when the license only leaves out who is seated there and the project is not.'),
  ],
  example: 'use: { regions: [EU] }\n# and in the code\nmodel = "meta-llama/Llama-4-Scout-17B-16E-Instruct"',
  check: checkRegion,
};

export const LICENSE_OUTPUT_TRAINING: ReferenceRule = {
  code: 'license/output-training',
  severity: 'error',
  withoutPolicy: false,
  fact: 'license',
  summary: message('The license limits training other models on the output'),
  checks: message(
    'Where `use.trainsOnOutputs` is true: whether the license bars training other models on the output, which is an error; or bars only models that compete, or asks something in return, which is a warning.',
  ),
  why: message(
    'Distillation and synthetic data carry the ban along: the model trained in breach of it is tainted too.',
  ),
  settle: [
    message('Take the output of a model whose license allows it.'),
    message(
      'Do what the clause asks in return, such as the name prefix of Llama 3.1, and add an exception that says so.',
    ),
  ],
  example:
    'use: { trainsOnOutputs: true }\n# and in the code\nteacher = "meta-llama/Meta-Llama-3-70B-Instruct"',
  check: checkOutputTraining,
};

export const LICENSE_USE_POLICY: ReferenceRule = {
  code: 'license/use-policy',
  severity: 'information',
  withoutPolicy: false,
  fact: 'license',
  summary: message('The license bars some uses, and users must be bound to that'),
  checks: message(
    'Where what is built reaches others (`use.distribution`): whether the license has a list of barred uses that must be passed on to users. A list that only has to be followed is a hint. Where a model with such a license is called: whether the terms of the service hold its callers to the terms of the model as well, which is a hint too.',
  ),
  why: message(
    'An acceptable use policy binds the project, and often asks it to bind its own users as well.',
  ),
  settle: [
    message(
      'Take the list over into the terms of use of the product, then add an exception that says where.',
    ),
    message('Replace the model with one without such a list.'),
  ],
  example: 'use: { distribution: product }\n# and in the code\nmodel = "google/gemma-2-9b-it"',
  check: checkUsePolicy,
};

/** The limits of one kind that the project's stated use runs, or may run, into. */
function limits(subject: Subject, kind: Limit['kind']): readonly (readonly [LicenseRecord, Limit])[] {
  const use = useOf(subject.context.policy);
  return subject.effective.parts.flatMap((license) =>
    limitsOf(license, use, traitsOf(subject.model, license, subject.context.catalog))
      .filter((limit) => limit.kind === kind && limit.hit !== 'no')
      .map((limit) => [license, limit] as const),
  );
}

function outcome(license: LicenseRecord, { clause }: Limit): Pick<Hit, 'decision' | 'data'> {
  return { decision: byClause(license, clause), data: licenseData(license) };
}

// ── Purpose ─────────────────────────────────────────────────────────────────────────────────────────────────────

function checkNonCommercial(subject: Subject): Hit | undefined {
  return gravest(
    limits(subject, 'non-commercial').flatMap(([license, limit]): readonly Hit[] => {
      if (!binds(license, subject) && subject.context.policy === undefined) return []; // No trap: nobody here has the weights.
      return [
        {
          ...outcome(license, limit),
          message: asBound(purposeText(subject, license), license, subject),
          ...purposeSeverity(subject, license, limit),
        },
      ];
    }),
  );
}

function purposeSeverity(
  subject: Subject,
  license: LicenseRecord,
  { hit }: Limit,
): { readonly severity?: Severity } {
  // What a host sells the use of, its publisher licenses to that host on other terms than to those who run the weights.
  return binds(license, subject) && hit !== 'yes'
    ? { severity: 'warning' }
    : severityAtMost(license, subject);
}

function purposeText(subject: Subject, license: LicenseRecord): Message {
  const name = nameOf(subject);
  const base = baseWith(license, subject);
  if (!speaksFor(license, subject) && mayRunIt(subject))
    return message(
      'It is not known who runs {0} here; where this project does, it is not for commercial use: {1}',
      name,
      license.name,
    );
  if (!speaksFor(license, subject))
    return message(
      'The weights of {0} are not for commercial use; the terms of the service that runs them decide ({1})',
      name,
      license.name,
    );
  if (base !== undefined)
    return message('{0} is made from {1}, which is not for commercial use: {2}', name, base, license.name);
  if (restrictionOf(license, 'research-only') !== undefined)
    return message('{0} is for research only: {1}', name, license.name);
  return message('{0} is not for commercial use: {1}', name, license.name);
}

// ── Thresholds ──────────────────────────────────────────────────────────────────────────────────────────────────

function checkThreshold(subject: Subject): Hit | undefined {
  return gravest(
    limits(subject, 'threshold').flatMap(([license, limit]) => {
      const hit = speaksFor(license, subject) ? thresholdHit(subject, license, limit) : undefined;
      return hit === undefined ? [] : [noGraver(hit, license, subject)];
    }),
  );
}

function thresholdHit(subject: Subject, license: LicenseRecord, limit: Limit): Hit | undefined {
  const use = subject.context.policy?.use;
  const { threshold } = limit;
  if (use === undefined || threshold === undefined) return undefined;
  const size = sizeOf(threshold, use);
  if (size !== null)
    return {
      ...outcome(license, limit),
      message: asBound(reached(nameOf(subject), license.name, { threshold, size }), license, subject),
      ...severityReached(threshold),
    };
  if (isInOtherCurrency(threshold, use))
    return {
      ...outcome(license, limit),
      message: message(
        '{0} has a limit of {1}, and the policy states revenue in another currency: state `use.annualRevenue.{2}` ({3})',
        nameOf(subject),
        sizeIn(threshold),
        currencyOf(threshold) ?? '',
        license.name,
      ),
      severity: 'warning',
    };
  // A figure that the policy may state is asked for once, in the policy: see unsettledSizes.ts.
  const asked = use.purpose === 'commercial' || use.purpose === 'internal';
  return asked && sizeKeyOf(threshold) === undefined
    ? {
        ...outcome(license, limit),
        message: message(
          '{0} has a limit that needs a review ({1}): {2}',
          nameOf(subject),
          license.name,
          threshold.text,
        ),
        severity: 'information',
      }
    : undefined;
}

/** The figure of the policy is today's: where the limit was tested once in the past, reaching it now proves nothing. */
function severityReached({ measured, consequence }: Threshold): { readonly severity?: Severity } {
  if (consequence === 'display-credit') return { severity: 'information' };
  return measured === 'at-release' ? { severity: 'warning' } : {};
}

/** What a limit asks of a project that states a figure beyond it. */
function reached(
  name: string,
  license: string,
  { threshold, size }: { readonly threshold: Threshold; readonly size: number },
): Message {
  const limit = sizeIn(threshold);
  const stated = sizeIn({ ...threshold, amount: Math.round(size) });
  if (threshold.consequence === 'display-credit')
    return message(
      '{0} must be credited in the product: its limit is {1}, and the policy states {2} ({3})',
      name,
      limit,
      stated,
      license,
    );
  if (threshold.consequence === 'no-rights')
    return message(
      '{0} may not be used: its limit is {1}, and the policy states {2} ({3})',
      name,
      limit,
      stated,
      license,
    );
  if (threshold.measured === 'at-release') {
    return message(
      '{0} needs a license of its own if the project was above {1} in the month before the release that its license came with ({2})',
      name,
      limit,
      license,
    );
  }
  return message(
    '{0} needs a license of its own: its limit is {1}, and the policy states {2} ({3})',
    name,
    limit,
    stated,
    license,
  );
}

// ── Regions ─────────────────────────────────────────────────────────────────────────────────────────────────────

function checkRegion(subject: Subject): Hit | undefined {
  const places = subject.context.policy?.use.regions ?? [];
  const byClauses = limits(subject, 'region').flatMap(([license, limit]): Hit[] => {
    const { place } = limit;
    if (place === undefined) return [];
    const regional = { limit, name: nameOf(subject), place, license };
    return [
      {
        ...outcome(license, limit),
        ...(speaksFor(license, subject) ? barredHere : barredElsewhere)(subject, regional),
      },
    ];
  });
  return gravest([...byClauses, ...closedToEurope(subject, places)]);
}

/** A clause of a license that leaves out a place of the project. */
interface Regional {
  readonly limit: Limit;
  readonly name: string;
  readonly place: string;
  readonly license: LicenseRecord;
}

/** Where the license speaks for the use. */
function barredHere(subject: Subject, regional: Regional): Pick<Hit, 'message' | 'severity'> {
  const { limit, name, place, license } = regional;
  if (limit.hit === 'yes')
    return {
      message: asBound(barredText(regional), license, subject),
      ...severityAtMost(license, subject),
    };
  const text = message(
    '{0} may not be licensed in {1}: that depends on whether it takes more than text ({2})',
    name,
    place,
    license.name,
  );
  return {
    message: asBound(text, license, subject),
    severity: binds(license, subject) ? 'warning' : 'information',
  };
}

/** Where the terms of who runs the weights decide, or nobody knows who does. */
function barredElsewhere(
  subject: Subject,
  { limit, name, place, license }: Regional,
): Pick<Hit, 'message' | 'severity'> {
  if (limit.hit !== 'yes')
    return {
      severity: 'information',
      message: message(
        'If {0} takes more than text, its weights are not licensed in {1}; the terms of the service that runs them decide ({2})',
        name,
        place,
        license.name,
      ),
    };
  return {
    severity: severityUnbound(subject),
    message: mayRunIt(subject)
      ? message(
          'It is not known who runs {0} here; where this project does, it is not licensed in {1} ({2})',
          name,
          place,
          license.name,
        )
      : message(
          'The weights of {0} are not licensed in {1}; the terms of the service that runs them decide ({2})',
          name,
          place,
          license.name,
        ),
  };
}

function barredText({ limit: { asksSeat }, name, place, license }: Regional): Message {
  return asksSeat === true
    ? message(
        '{0} is not licensed in {1} to who is domiciled or seated there; state `use.seat` if the project is not ({2})',
        name,
        place,
        license.name,
      )
    : message('{0} is not licensed in {1} ({2})', name, place, license.name);
}

/** A publisher can also close the gate of a model to people in the EU, whatever its license says: `extra_gated_eu_disallowed` in its card. */
function closedToEurope({ model, relation, context }: Subject, places: readonly string[]): readonly Hit[] {
  const place = places.find((mine) => regionsMeet(mine, 'EU'));
  if (model === undefined || place === undefined || relation === 'calls') return [];
  const claim = context.claims?.claimsOf(model.id).find(({ euDisallowed }) => euDisallowed === true);
  if (claim === undefined) return [];
  return [
    {
      severity: 'warning',
      message: message(
        'The publisher of {0} gives no access to it to people in the EU, and the project is in {1}',
        model.id,
        place,
      ),
      decision: { kind: 'fact', source: `${claim.source}, ${claim.date}` },
    },
  ];
}

// ── Output and use ──────────────────────────────────────────────────────────────────────────────────────────────

/** Told only where the project says that it trains on outputs: few do, and the limit is in the hover. */
function checkOutputTraining(subject: Subject): Hit | undefined {
  if (subject.context.policy?.use.trainsOnOutputs !== true) return undefined;
  return gravest(
    limits(subject, 'output-training').map(([license, limit]): Hit => {
      return {
        ...outcome(license, limit),
        message: asBound(outputText(subject, license, limit), license, subject),
        ...outputSeverity(subject, license, limit),
      };
    }),
  );
}

function outputSeverity(
  subject: Subject,
  license: LicenseRecord,
  { hit }: Limit,
): { readonly severity?: Severity } {
  if (!speaksFor(license, subject)) return { severity: 'information' };
  if (hit === 'yes') return severityAtMost(license, subject);
  return { severity: binds(license, subject) ? 'warning' : 'information' };
}

function outputText(subject: Subject, license: LicenseRecord, { hit, competingOnly }: Limit): Message {
  const name = nameOf(subject);
  if (!speaksFor(license, subject))
    return message(
      'The license of the weights of {0} limits training other models on the output; the terms of the service that runs them decide ({1})',
      name,
      license.name,
    );
  if (competingOnly === true)
    return message(
      'The output of {0} may not train models that compete with it or its maker: {1}',
      name,
      license.name,
    );
  return hit === 'yes'
    ? message('Training other models on the output of {0} is barred: {1}', name, license.name)
    : message('Training other models on the output of {0} has conditions: {1}', name, license.name);
}

/** A service may hold its callers to terms of the weights, which bind nobody else who has none. A limit that is told of them says so itself. */
function checkModelTerms(subject: Subject): Hit | undefined {
  const { effective, service, context } = subject;
  const terms = context.policy && service?.terms;
  const told = [...limits(subject, 'non-commercial'), ...limits(subject, 'region')].map(([{ key }]) => key);
  const license = effective.parts.find(
    (part) => LIMITS_USE.has(part.category) && isHeld(part, subject) && !told.includes(part.key),
  );
  return (
    terms &&
    service &&
    license && {
      message: message(
        '{0} is called at {1}, whose terms hold callers to the license of the model as well: {2}',
        nameOf(subject),
        service.name,
        license.name,
      ),
      decision: byClause(terms, terms.modelTerms?.clause),
      data: licenseData(license),
      // Whether that license is the one its publisher gave the host stays open.
      severity: 'hint',
    }
  );
}

/** Categories of licenses that say what a model may be used for, whoever runs it. */
const LIMITS_USE: ReadonlySet<LicenseCategory> = new Set([
  'responsible-ai',
  'community-restricted',
  'non-commercial',
]);

function checkUsePolicy(subject: Subject): Hit | undefined {
  if (subject.relation === 'calls') return checkModelTerms(subject);
  const use = subject.context.policy?.use;
  if (use === undefined || use.distribution === null || use.distribution === 'none') return undefined;
  const bound = subject.effective.parts.flatMap((license) => {
    const duties = dutiesOf(license, subject.relation, use);
    const passOn = duties.find(({ obligation }) => obligation === 'pass-on-restrictions');
    const duty = passOn ?? duties.find(({ obligation }) => obligation === 'follow-use-policy');
    return duty === undefined ? [] : [{ license, duty, isPassedOn: passOn !== undefined }];
  });
  // Of several licenses that hold at once, those whose list has to be passed on speak before those that only have to be
  // kept to.
  const gravestOnes = bound.some(({ isPassedOn }) => isPassedOn)
    ? bound.filter(({ isPassedOn }) => isPassedOn)
    : bound;
  const [first] = gravestOnes;
  if (first === undefined) return undefined;
  const { license, duty, isPassedOn } = first;
  const names = gravestOnes.map(({ license: { name } }) => name).join(', ');
  const keys = gravestOnes.map(({ license: { key } }) => key).join(' ');
  return {
    message: isPassedOn
      ? message('{0} comes with use restrictions that users must be bound to: {1}', nameOf(subject), names)
      : message('{0} comes with a use policy that users have to keep to: {1}', nameOf(subject), names),
    decision: byClause(license, duty.clause),
    data: { ...licenseData(license), licenseKeys: keys },
    // Only to keep to a list is asked of everybody: there is nothing to do that could be checked.
    ...(!isPassedOn && { severity: 'hint' }),
  };
}
