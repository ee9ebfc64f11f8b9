import { compileGlob, type GlobTest } from '../text/glob';

/** Names of families under restricted licenses that models of other publishers carry, and models that only share them. */
export interface FamilyNames {
  readonly hints: readonly FamilyName[];
  /** Globs over lower-cased ids. */
  readonly unrelated: readonly string[];
}

export interface FamilyName {
  /** Name and version, lower-case; a space stands for what people write between them. */
  readonly name: string;
  /** Id of a model of the family, whose record has the license. */
  readonly base: string;
}

/** Finds family names in ids. Patterns are built once; a look-up is linear in the length of the id. */
export class FamilyNameFinder {
  private readonly patterns: readonly { readonly pattern: RegExp; readonly found: FamilyName }[];

  private readonly unrelated: readonly GlobTest[];

  constructor(names: FamilyNames) {
    this.unrelated = names.unrelated.map((glob) => compileGlob(glob));
    this.patterns = names.hints.map((found) => ({ pattern: patternOf(found.name), found }));
  }

  /**
   * The family whose name an id carries, the longest name first: `FuseAI/FuseChat-Llama-3.1-8B` carries that of Llama 3.1.
   * `undefined` where it carries none, or is known to be unrelated.
   */
  find(id: string): FamilyName | undefined {
    const lower = id.toLowerCase();
    const slash = lower.indexOf('/');
    if (slash < 0 || this.unrelated.some((isMeant) => isMeant(lower))) return undefined;
    const name = lower.slice(slash + 1);
    return this.patterns
      .filter(({ pattern }) => pattern.test(name))
      .map(({ found }) => found)
      .sort((a, b) => b.name.length - a.name.length)[0];
  }
}

/**
 * A name begins where a word does, and its version ends where the number does: `llama 3` is not in `tinyllama-3` or
 * `llama-3.1`, but it is in `llama3-8b`.
 */
function patternOf(name: string): RegExp {
  const text = name
    .split(' ')
    .map((part) => part.split(/[.-]/).map(escapeRegExp).join('[._-]?'))
    .join('[._-]?v?');
  return new RegExp(`(?<![a-z0-9])${text}(?![0-9]|[._-][0-9](?![0-9]*(?:\\.[0-9]+)?[bm]\\b|[0-9]*x))`);
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
