import { perObject } from '../../once';
import type { Knowledge } from '../knowledge';
import { COMPARED_ONLY } from '../listing/listedPlace';
import { is, mentioned, needing } from './place';

/**
 * What rules of linters look for in code: https://semgrep.dev/docs/writing-rules/rule-syntax,
 * https://ast-grep.github.io
 */

/** The keys that only these rules have beside one another. */
const SEMGREP: readonly RegExp[] = [
  /(?:^|[\s{,])["']?rules["']?[ \t]*:/,
  /(?:^|[\s{,-])["']?id["']?[ \t]*:/,
  /(?:^|[\s{,-])["']?languages["']?[ \t]*:/,
  /(?:^|[\s{,-])["']?message["']?[ \t]*:/,
  /(?:^|[\s{,-])["']?severity["']?[ \t]*:/,
];
const AST_GREP: readonly RegExp[] = [/^id:/m, /^language:/m, /^rule:/m];

const isOfRules = perObject(({ text }: Knowledge): boolean =>
  [SEMGREP, AST_GREP].some((keys) => keys.every((key) => key.test(text))),
);

/** `pattern-regex: claude-2.1` of a rule: what it finds is written elsewhere, and told there. */
export const isSearchedCode = needing(
  {
    where: ['config'],
    loader: false,
    words: ['pattern', 'regex'],
    nearestKey: is(/^(?:pattern(?:-[a-z-]{1,30})?|patterns|regex)$/),
  },
  ({ registry, knowledge }) => (isOfRules(knowledge) ? mentioned(registry, COMPARED_ONLY) : undefined),
);
