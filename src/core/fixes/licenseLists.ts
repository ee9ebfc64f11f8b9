import { message } from '../message';
import type { Finding } from '../policy/finding';
import { isLocked } from '../policy/locks';
import type { Policy } from '../policy/policy';
import { namesLicense, rulingOnLicense } from '../policy/selectors';
import type { EvaluationContext } from '../policy/evaluationContext';
import type { Fix, FixAction, FixContext } from './fix';
import { policyEdits } from './policyFile';

const LISTS = ['allow', 'deny', 'warn'] as const;
type List = (typeof LISTS)[number];

/** Findings that say the policy is against a license, and those after which somebody may want it to be. */
const AGAINST = new Set(['license/denied', 'license/warned']);
const DOUBTFUL = new Set([
  'license/warned',
  'license/non-commercial',
  'license/threshold',
  'license/region',
  'license/output-training',
  'license/use-policy',
]);

/** Allows the license of a finding for the whole project. */
export function allowLicense(finding: Finding, context: FixContext): readonly Fix[] {
  const { rule, data } = finding;
  const key = data?.['licenseKey'];
  const { policy } = context.evaluation;
  if (key === undefined || policy === undefined || !AGAINST.has(rule)) return [];
  if (isLocked(finding, context.evaluation)) return [];
  const named = namedIn(policy, key, context.evaluation);
  // A first entry in `allow` would deny every license that is not in it, which nobody asked for.
  const mayAdd = policy.licenses.allow.length > 0;
  if (!mayAdd && named.deny.length + named.warn.length === 0) return [];
  return [
    {
      id: `allow:${key}`,
      kind: 'allow-license',
      title: message('Allow the license {0} in the policy', key),
      preferred: false,
      action: changeLists({ named, add: mayAdd ? key : undefined, to: 'allow' }, context),
    },
  ];
}

/** Denies the license of a finding for the whole project, unless the policy does by its name or category. */
export function denyLicense({ rule, data }: Finding, context: FixContext): readonly Fix[] {
  const key = data?.['licenseKey'];
  const { policy } = context.evaluation;
  if (key === undefined || policy === undefined || !DOUBTFUL.has(rule)) return [];
  const { catalog } = context.evaluation;
  const record = catalog.license(key);
  const ruling = record && rulingOnLicense(policy.licenses, record, catalog);
  if (ruling?.list === 'deny') return [];
  const named = namedIn(policy, key, context.evaluation);
  return [
    {
      id: `deny:${key}`,
      kind: 'deny-license',
      title: message('Deny the license {0} in the policy', key),
      preferred: false,
      action: changeLists({ named, add: key, to: 'deny' }, context),
    },
  ];
}

interface ListChange {
  /** How each list names the license. */
  readonly named: Readonly<Record<List, readonly string[]>>;
  readonly to: List;
  /** The name that is added there. */
  readonly add: string | undefined;
}

/** Takes a license out of the lists that name it, but for the one that it goes into. */
function changeLists({ named, to, add }: ListChange, context: FixContext): FixAction {
  return {
    kind: 'edit',
    needs: [],
    edits: () =>
      policyEdits(context, (text) => [
        ...LISTS.filter((list) => list !== to).flatMap((list) =>
          named[list].map((name) => text.remove(['licenses', list], name)),
        ),
        ...(add === undefined ? [] : [text.add(['licenses', to], add)]),
      ]),
  };
}

/** How each list of the file itself names a license. */
function namedIn(
  { licenses }: Policy,
  key: string,
  { catalog }: EvaluationContext,
): Readonly<Record<List, readonly string[]>> {
  const record = catalog.license(key);
  const names = (list: List): readonly string[] =>
    licenses[list].flatMap((selector) =>
      selector.kind === 'license' &&
      selector.path === undefined &&
      record !== undefined &&
      namesLicense(selector.key, record, catalog)
        ? [selector.key]
        : [],
    );
  return { allow: names('allow'), warn: names('warn'), deny: names('deny') };
}
