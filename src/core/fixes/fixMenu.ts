import { render, type Translate } from '../message';
import type { Finding } from '../policy/finding';
import { countBy } from '../text/countBy';
import { type Fix, FIX_KINDS, type FixContext, type FixKind } from './fix';
import { fixesFor } from './fixesFor';

/** A fix as a menu offers it, with all findings that it settles. */
export interface OfferedFix {
  readonly fix: Fix;
  readonly title: string;
  readonly findings: readonly [Finding, ...Finding[]];
}

/** What each rule has an edit of its own for, though it may be called the same. */
const OF_RULE = new Set<FixKind>(['exception', 'ignore', 'attribution', 'notice']);

/**
 * The menu for some findings of one document, the preferred ways first. Several findings about one name are often settled by the same
 * change: it is offered once, for all of them; where titles are alike and the changes are not, the rule is told too.
 */
export function fixMenu(
  findings: readonly Finding[],
  context: FixContext,
  translate?: Translate,
): readonly OfferedFix[] {
  const kept = new Map<string, { fix: Fix; title: string; findings: [Finding, ...Finding[]] }>();
  for (const finding of findings) {
    for (const fix of fixesFor(finding, context)) {
      const title = render(fix.title, translate);
      const { start, end } = finding.range;
      const key = JSON.stringify([start, end, title, OF_RULE.has(fix.kind) ? finding.rule : '']);
      const same = kept.get(key);
      if (same === undefined) kept.set(key, { fix, title, findings: [finding] });
      else same.findings.push(finding);
    }
  }
  const all = [...kept.values()];
  const titles = countBy(all.map(({ title }) => title));
  return all
    .map((one) =>
      (titles[one.title] ?? 0) > 1 ? { ...one, title: withRule(one.title, one.findings[0].rule) } : one,
    )
    .sort(
      (a, b) =>
        Number(b.fix.preferred) - Number(a.fix.preferred) ||
        FIX_KINDS.indexOf(a.fix.kind) - FIX_KINDS.indexOf(b.fix.kind),
    );
}

/** `Add an exception … (license/denied)…`: an ellipsis says that something is asked, and stays at the end. */
function withRule(title: string, rule: string): string {
  return title.endsWith('…') ? `${title.slice(0, -1)} (${rule})…` : `${title} (${rule})`;
}
