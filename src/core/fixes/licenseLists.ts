import { message } from '../message';
import type { Finding } from '../policy/finding';
import { isLocked } from '../policy/locks';
import type { Policy } from '../policy/policy';
import { namesLicense, rulingOnLicense } from '../policy/selectors';
import type { EvaluationContext } from '../policy/evaluationContext';
import type { Fix, FixContext } from './fix';
import { policyEdits } from './policyFile';

type List = 'allow' | 'warn' | 'deny';

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
      action: {
        kind: 'edit',
        needs: [],
        edits: () =>
          policyEdits(context, (text) => [
            ...named.deny.map((name) => text.remove(['licenses', 'deny'], name)),
            ...named.warn.map((name) => text.remove(['licenses', 'warn'], name)),
            ...(mayAdd ? [text.add(['licenses', 'allow'], key)] : []),
          ]),
      },
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
      action: {
        kind: 'edit',
        needs: [],
        edits: () =>
          policyEdits(context, (text) => [
            ...named.allow.map((name) => text.remove(['licenses', 'allow'], name)),
            ...named.warn.map((name) => text.remove(['licenses', 'warn'], name)),
            text.add(['licenses', 'deny'], key),
          ]),
      },
    },
  ];
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
