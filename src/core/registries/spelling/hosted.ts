import type { Registry } from '../../vocabulary';
import { after, owned, type Candidate, type SpellingRule } from './rule';

/**
 * A publisher's own service: names carry a date (`gpt-4o-2024-08-06`, `claude-3-5-sonnet-20241022`), `-latest`, a
 * leading `models/`, or the name of a fine-tune's base (`ft:gpt-4o-mini-2024-07-18:org::id`). A date the catalog does
 * not list is still that model's; a name without its date is left to the aliases. Some services also serve other
 * publishers' models.
 */
export function hostedBy(registry: Registry): SpellingRule {
  return (spelling) => {
    const names = [spelling, ...variants(spelling)];
    return [
      ...names.map((name): Candidate => ({ registry, spelling: name })),
      ...(spelling.includes('/') ? owned(spelling) : names.map((name): Candidate => ({ name }))),
    ];
  };
}

/** The undated and unprefixed forms of a hosted name, nearest first. */
export function variants(spelling: string): readonly string[] {
  const tuned = after(spelling, ['ft:']);
  const name =
    after(tuned === undefined ? spelling : (tuned.split(':', 1)[0] ?? ''), ['models/']) ??
    (tuned === undefined ? spelling : (tuned.split(':', 1)[0] ?? ''));
  const undated = undate(name);
  return [
    ...new Set([name, undated, withoutWord(undated, '-latest'), withoutWord(undated, '-preview')]),
  ].filter((form) => form !== spelling && form !== '');
}

/** Without a date at its end: `-20241022`, `-2024-08-06`, `@20240620`. Shorter numbers are versions of their own. */
export function undate(name: string): string {
  return name.replace(/[-@]20\d{2}-?[01]\d-?[0-3]\d$/, '');
}

function withoutWord(name: string, ending: string): string {
  return name.endsWith(ending) ? name.slice(0, -ending.length) : name;
}
