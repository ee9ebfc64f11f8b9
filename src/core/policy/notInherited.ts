import { message } from '../message';
import { OPENNESS_LEVELS } from '../vocabulary';
import type { Finding } from './finding';
import type { Policy, LicenseSelector, OriginSelector } from './policy';
import { NOT_INHERITED } from './rules/policyRules';
import { severityOf } from './severity';

/** A policy that would be in force in a folder if there was none in the folder itself. */
export interface OuterPolicy {
  /** As reports name it. */
  readonly path: string;
  readonly policy: Policy;
}

/**
 * A policy in a folder takes the place of the one above it, whole. What is found when it keeps not all that the other denies: one
 * finding at its beginning, for a reviewer to see. How grave it is, the outer policy decides: the inner one cannot switch it off.
 */
export function notInherited(inner: Policy, text: string, outer: OuterPolicy): readonly Finding[] {
  const severity = severityOf(NOT_INHERITED, outer.policy);
  const kept = new Set(denials(inner));
  const lost = denials(outer.policy).filter(
    (denial) => !kept.has(denial) && !isKeptOpenness(denial, inner.requireOpenness?.level),
  );
  if (severity === 'off' || lost.length === 0) return [];
  return [
    {
      rule: NOT_INHERITED.code,
      severity,
      range: { start: 0, end: text.split(/[\r\n]/, 1)[0]?.length ?? 0 },
      message: message(
        'This policy replaces {0} in its folder and leaves out: {1}',
        outer.path,
        lost.join(', '),
      ),
      model: null,
    },
  ];
}

/** All by which a policy denies something, in the words of its file. */
function denials({ licenses, origins, hosting, modelLists, requireOpenness }: Policy): readonly string[] {
  return [
    ...licenses.deny.map((selector) => `licenses.deny ${nameOf(selector)}`),
    ...(licenses.allow.length > 0 ? ['licenses.allow'] : []),
    ...(licenses.unknown === 'error' ? ['licenses.unknown error'] : []),
    ...denialsOf('models', modelLists),
    ...denialsOf('origins', origins),
    ...denialsOf('hosting', hosting),
    ...(requireOpenness === null ? [] : [`${OPENNESS}${requireOpenness.level}`]),
  ];
}

function denialsOf(
  key: string,
  { allow, deny }: { readonly allow: readonly OriginSelector[]; readonly deny: readonly OriginSelector[] },
): readonly string[] {
  return [...deny.map(({ value }) => `${key}.deny ${value}`), ...(allow.length > 0 ? [`${key}.allow`] : [])];
}

function nameOf(selector: LicenseSelector): string {
  return selector.kind === 'license' ? selector.key : selector.category;
}

const OPENNESS = 'require.openness ';

/** A stricter level than that of the outer policy keeps it. */
function isKeptOpenness(denial: string, level: (typeof OPENNESS_LEVELS)[number] | undefined): boolean {
  if (!denial.startsWith(OPENNESS) || level === undefined) return false;
  return (
    OPENNESS_LEVELS.indexOf(level) >=
    (OPENNESS_LEVELS as readonly string[]).indexOf(denial.slice(OPENNESS.length))
  );
}
