import { render, type Translate } from '../message';
import type { Finding } from '../policy/finding';
import { together } from '../policy/oneCause';
import { countBy } from '../text/countBy';
import { type Fix, FIX_KINDS, type FixContext, type FixKind } from './fix';
import { fixesFor } from './fixesFor';
import { addTo } from '../text/grouped';

/** A fix as a menu offers it, with all findings that it settles. */
export interface OfferedFix {
  readonly fix: Fix;
  readonly title: string;
  readonly findings: readonly [Finding, ...Finding[]];
}

/** More ways than this nobody compares. */
const MAX_FIXES = 7;

/** Ways that a menu has whatever else it has no room for, the likely one first. */
const NEVER_LEFT_OUT: readonly FixKind[] = [
  'spelling',
  'remove',
  'rename',
  'allow-license',
  'describe',
  'replace',
  'notice',
  'attribution',
  'pin',
  'exception',
  'ignore',
];

/**
 * The menu for some findings of one document, the likely ways first, at most seven. All that is found at one place is settled together:
 * one exception and one comment for all its rules.
 */
export function fixMenu(
  findings: readonly Finding[],
  context: FixContext,
  translate?: Translate,
): readonly OfferedFix[] {
  const kept = new Map<
    string,
    { fix: Fix; title: string; findings: [Finding, ...Finding[]]; isGrave: boolean }
  >();
  for (const [first, ...others] of placesOf(findings)) {
    const whole = others.reduce(together, first);
    for (const fix of fixesFor(whole, context)) {
      const title = render(fix.title, translate);
      const key = JSON.stringify([whole.range.start, whole.range.end, title]);
      if (!kept.has(key))
        kept.set(key, { fix, title, findings: [first, ...others], isGrave: whole.severity === 'error' });
    }
  }
  const all = [...kept.values()];
  const titles = countBy(all.map(({ title }) => title));
  const chosen = new Set(chosenFrom(all));
  return all
    .filter((one) => chosen.has(one))
    .map(({ isGrave, ...one }) => ({
      rank: rankOf(one.fix, isGrave),
      offered:
        (titles[one.title] ?? 0) > 1 ? { ...one, title: withRule(one.title, one.findings[0].rule) } : one,
    }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ offered }) => offered);
}

/** The findings of each place together, in order. */
function placesOf(findings: readonly Finding[]): readonly (readonly [Finding, ...Finding[]])[] {
  const places = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const key = `${finding.range.start} ${finding.range.end}`;
    addTo(places, key, finding);
  }
  return [...places.values()];
}

/** The first of each kind that must not be missing, then what else there is, until the menu is full. */
function chosenFrom<T extends Pick<OfferedFix, 'fix'>>(all: readonly T[]): readonly T[] {
  const firsts = NEVER_LEFT_OUT.flatMap((kind) => all.find(({ fix }) => fix.kind === kind) ?? []);
  return [...new Set([...firsts, ...all])].slice(0, MAX_FIXES);
}

/** A model that breaks the policy is likely replaced; one that only needs a look is likely allowed. */
function rankOf({ preferred, kind }: Fix, isGrave: boolean): number {
  if (preferred) return -1;
  if (kind === 'allow-license') return isGrave ? FIX_KINDS.indexOf('replace') + 0.5 : 0;
  return FIX_KINDS.indexOf(kind) + 0.25;
}

/** `Write the present name … (model/renamed)`: an ellipsis says that something is asked, and stays at the end. */
function withRule(title: string, rule: string): string {
  return title.endsWith('…') ? `${title.slice(0, -1)} (${rule})…` : `${title} (${rule})`;
}
