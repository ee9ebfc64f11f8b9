import type { LineageFinding } from '../../licenses/effectiveLicense';
import type { LicenseRecord, ModelRecord } from '../../catalog/records';
import { judgeClosed } from '../../licenses/compatibility';
import { judgeNames } from '../../licenses/judgeNames';
import type { Reason } from '../../licenses/judgement';
import { message, type Message } from '../../message';
import { hasLicenseOfOriginal } from '../../model';
import type { Decision } from '../finding';
import type { Hit, ReferenceRule, Subject } from '../rule';
import { binds } from './binding';
import { isSure } from '../sureness';
import { gravest } from './gravest';
import { byClause, licenseData, nameOf } from './wording';

export const LINEAGE_CONFLICT: ReferenceRule = {
  code: 'lineage/conflict',
  severity: 'error',
  withoutPolicy: true,
  fact: 'license',
  summary: message('Terms of the lineage cannot all be met'),
  checks: message(
    "Whether the terms of a model's bases and its own license can be met at once, and, where the project ships the weights or derives from them, whether they go with the project's own license. Where the model is only called, that is information under a policy, and nothing without.",
  ),
  why: message(
    'A merge of a share-alike with a restricted model, or weights with use restrictions inside an Apache-2.0 release, leaves the recipient with terms that contradict each other.',
  ),
  settle: [
    message('Replace the model with one whose lineage agrees.'),
    message("Publish the derivative under the base's terms."),
    message('Add an exception, when somebody has cleared it with the publishers.'),
  ],
  example:
    '# Apache-2.0 project that ships creativeml-openrail-m weights\npush_to_hub(base="runwayml/stable-diffusion-v1-5")',
  check: checkConflict,
};

export const LINEAGE_RELABELLED: ReferenceRule = {
  code: 'lineage/relabelled',
  severity: 'warning',
  withoutPolicy: true,
  summary: message("The label does not carry the base's terms"),
  checks: message(
    'Whether a derivative states a freer license than its base lets it have: a fine-tune of Llama under Apache-2.0, a converted copy under MIT. Where the label or the base is known with low confidence only, and where the model is only called, that is information under a policy, and nothing without.',
  ),
  why: message(
    "A publisher cannot give what it does not have: the base's terms hold, whatever the label says.",
  ),
  settle: [
    message("Treat the model as being under its base's license, and add an exception that says so."),
    message('Replace the model with one whose label is right.'),
  ],
  example: '# apache-2.0 on its card, made from Llama 2\nmodel = "someone/llama-2-finetune"',
  check: checkRelabelled,
};

export const LINEAGE_PROBABLE: ReferenceRule = {
  code: 'lineage/probable',
  severity: 'information',
  withoutPolicy: false,
  summary: message('The name suggests a base whose terms may stay'),
  checks: message(
    'Whether a model of another publisher carries the name of a family under restricted terms, while no source records what it was made from.',
  ),
  why: message(
    'Names usually tell the base. If it is the one that the name says, its terms hold whatever the label says.',
  ),
  settle: [
    message('Read the card, then state the base under `describe` in the policy.'),
    message('Add an exception when the card shows that the model was not made from that family.'),
  ],
  example: 'model = "FuseAI/FuseChat-Llama-3.1-8B-Instruct"',
  check: checkProbable,
};

/** A guess by name: only where nothing better is known, and where the terms would bind. */
function checkProbable(subject: Subject): Hit | undefined {
  if (subject.context.policy === undefined) return undefined;
  const probable = probableBase(subject);
  if (probable === undefined) return undefined;
  const { base, license } = probable;
  return {
    message: message(
      'The name of {0} suggests that it is made from a model under {1}; no source records its base, so its terms need a review',
      nameOf(subject),
      license.name,
    ),
    decision: byClause(license, null),
    data: { ...licenseData(license), base: base.id },
  };
}

/**
 * The model of restricted terms that the name of another one suggests as its base, and these terms.
 * @param subject whose name is looked at
 * @returns nothing where a source tells more, or where the terms do not bind
 */
export function probableBase({
  model,
  reference,
  effective,
  relation,
  context: { catalog },
}: Subject): { readonly base: ModelRecord; readonly license: LicenseRecord } | undefined {
  const isTold = model !== undefined && (model.lineage.length > 0 || model.copyOf !== null);
  if (relation === 'calls' || isTold) return undefined;
  const base = catalog.model(catalog.familyNameIn(model?.id ?? reference.id)?.base ?? '');
  const license = catalog.license(base?.license ?? '');
  if (base === undefined || license === undefined || effective.parts.some(({ key }) => key === license.key))
    return undefined;
  const isOwn = base.publisher !== null && base.publisher === model?.publisher?.id;
  return isOwn ? undefined : { base, license };
}

/** What the model itself states; a copy that only has its original's license is not labeled so. */
function labelOf({ declared, model }: Subject): Subject['declared'] {
  return model !== undefined && hasLicenseOfOriginal(model) ? undefined : declared;
}

function checkRelabelled(subject: Subject): Hit | undefined {
  const found = subject.effective.findings.find(({ kind }) => kind === 'relabelled');
  if (found === undefined) return undefined;
  const {
    context: { policy },
  } = subject;
  const declared = labelOf(subject);
  const sure = isSure(subject.model, 'license') && isSure(subject.model, 'lineage', 'copyOf');
  const binding = binds(found.baseLicense, subject);
  if (policy === undefined && !(sure && binding)) return undefined;
  const base = found.bases.join(', ');
  const text =
    declared === undefined
      ? message(
          '{0} is made from {1}, whose license ({2}) holds whatever the label says',
          nameOf(subject),
          base,
          found.baseLicense.name,
        )
      : message(
          '{0} is labeled {1}, but is made from {2}: the terms of {3} stay',
          nameOf(subject),
          declared.name,
          base,
          found.baseLicense.name,
        );
  return {
    message: sure
      ? text
      : message(
          'Whether {0} carries the terms of {1}, from which it seems to be made, has to be looked at ({2})',
          nameOf(subject),
          base,
          found.baseLicense.name,
        ),
    decision: decisionOf(found),
    data: { ...licenseData(found.baseLicense), base },
    ...(!(sure && binding) && { severity: 'information' as const }),
  };
}

function checkConflict(subject: Subject): Hit | undefined {
  const found =
    subject.effective.findings.find(({ kind }) => kind === 'conflict') ??
    subject.effective.findings.find(({ kind }) => kind === 'review');
  return (
    lineageHit(subject, found, 'conflict') ?? projectHit(subject) ?? lineageHit(subject, found, 'review')
  );
}

/** What the model's own lineage gives. A reading that is open is told as information. */
function lineageHit(
  subject: Subject,
  found: LineageFinding | undefined,
  kind: LineageFinding['kind'],
): Hit | undefined {
  if (found?.kind !== kind) return undefined;
  const binding = binds(found.baseLicense, subject);
  if (!binding && subject.context.policy === undefined) return undefined;
  return {
    message: lineageText(subject, found),
    decision: decisionOf(found),
    data: { ...licenseData(found.baseLicense), base: found.bases.join(', ') },
    ...((kind === 'review' || !binding) && { severity: 'information' as const }),
  };
}

function lineageText(subject: Subject, found: LineageFinding): Message {
  const name = nameOf(subject);
  const bases = found.bases.join(', ');
  const label = labelOf(subject)?.name;
  if (found.kind === 'review') {
    return label === undefined
      ? message(
          '{0} is made from {1}: whether the terms of {2} are met has to be looked at',
          name,
          bases,
          found.baseLicense.name,
        )
      : message(
          '{0} is labeled {1} over {2}: whether that meets the terms of {3} has to be looked at',
          name,
          label,
          bases,
          found.baseLicense.name,
        );
  }
  if (found.bases.length > 1 || label === undefined) {
    return message(
      '{0} is made from {1}, whose terms cannot all be met: {2}',
      name,
      bases,
      found.baseLicense.name,
    );
  }
  return message(
    '{0} is labeled {1} and made from {2}: that and {3} cannot both be met',
    name,
    label,
    bases,
    found.baseLicense.name,
  );
}

function decisionOf({ baseLicense, clause, source }: LineageFinding): Decision {
  return { kind: 'clause', license: baseLicense.key, clause, source };
}

/** What the project's own license makes of weights that it serves, ships or builds on: what `compat` says of the same relation. */
function projectHit(stated: Subject): Hit | undefined {
  const relation = passedOnAs(stated);
  if (relation === undefined) return undefined;
  const subject = { ...stated, relation };
  const hits = subject.effective.parts.flatMap((license): readonly Hit[] => {
    const first = projectReason(subject, license);
    if (first?.verdict !== 'conflict' && first?.verdict !== 'review') return [];
    const isOpen = first.isUnknown === true || relation === 'serves';
    const light = first.verdict === 'review' && !(license.category === 'copyleft' && isOpen);
    return [
      {
        message: projectText(subject, license.name, first.verdict),
        decision: { kind: 'clause', license: license.key, clause: first.clause, source: first.source },
        data: licenseData(license),
        ...(first.verdict === 'review' && {
          severity: light ? ('information' as const) : ('warning' as const),
        }),
      },
    ];
  });
  return gravest(hits);
}

/**
 * How the weights reach others; `undefined` where they do not: a server or program for the project itself passes nothing
 * on. What is made from a model is under the project's license only where it is given out.
 */
function passedOnAs({ relation, context: { policy } }: Subject): Subject['relation'] | undefined {
  const distribution = policy?.use.distribution ?? null;
  if (relation === 'serves')
    return distribution === 'service' || distribution === 'product' ? relation : undefined;
  if (relation === 'derives')
    return distribution === 'none' ? undefined : distribution === 'service' ? 'serves' : relation;
  return relation === 'ships' ? relation : undefined;
}

/** A project without a license of its own, or one that says that it gives none, is closed to whoever receives it. */
function projectReason(
  { relation, context: { projectLicense, catalog, policy } }: Subject,
  license: LicenseRecord,
): (Reason & { readonly isUnknown?: true }) | undefined {
  // Whoever runs a product may offer its model as a service; the project that makes it does not.
  const isRunByUsers = policy?.use.distribution === 'product';
  if (projectLicense !== undefined && !isClosed(projectLicense)) {
    const [first] = judgeNames(
      { upstream: license.key, downstream: projectLicense, relation, isRunByUsers },
      catalog,
    ).reasons;
    // Weights under copyleft may not go with whatever a label that nobody knows stands for.
    return first?.verdict === 'unknown' && license.category === 'copyleft'
      ? { ...first, verdict: 'review', isUnknown: true }
      : first;
  }
  // Files in a repository that says nothing of its use or license may be private to it.
  const isOffered =
    policy !== undefined && policy.use.distribution !== null && policy.use.distribution !== 'none';
  return isOffered ? judgeClosed(license, relation, { isRunByUsers }) : undefined;
}

/** How manifests say that there is no license to use: npm's `UNLICENSED`, and the words that people write. */
function isClosed(license: string): boolean {
  return /^(?:unlicensed|proprietary|closed|all rights reserved|licenseref-proprietary|none)$/i.test(license);
}

function projectText(subject: Subject, license: string, verdict: 'conflict' | 'review'): Message {
  const name = nameOf(subject);
  const stated = subject.context.projectLicense;
  const project =
    stated === undefined
      ? message('no stated license')
      : isClosed(stated)
        ? message('no open license')
        : stated;
  if (verdict === 'review')
    return message(
      '{0} is under {1}, this project under {2}: whether they go together needs a review',
      name,
      license,
      project,
    );
  if (subject.relation === 'serves')
    return message('{0} may not be offered as a service under {1}', name, license);
  if (subject.relation === 'ships')
    return message(
      '{0} is shipped under {1}, which does not go with the license of this project: {2}',
      name,
      license,
      project,
    );
  return message(
    'What is made from {0} carries {1}, which does not go with the license of this project: {2}',
    name,
    license,
    project,
  );
}
