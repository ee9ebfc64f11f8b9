import { escapeRegExp } from '../text/escapeRegExp';
import { compileGlob, type GlobTest } from '../text/glob';

/** Names of families that models of other publishers carry, and models that only share them. */
export interface FamilyNames {
  readonly hints: readonly FamilyName[];
  /** Names of makers' models whatever their terms are: they tell where a model that carries them probably comes from. */
  readonly lines?: readonly FamilyName[];
  /** Globs over lower-cased ids. */
  readonly unrelated: readonly string[];
}

export interface FamilyName {
  /**
   * Of a hint: name and version, lower-case; a space stands for what people write between them. Of a line: the name as its maker
   * writes it, with ` #` behind where it counts only before the number of a version.
   */
  readonly name: string;
  /** Id of a model of the family, whose record has the license and the publisher. */
  readonly base: string;
}

/** Finds family names in ids. Patterns are built once; a look-up is linear in the length of the id. */
export class FamilyNameFinder {
  private readonly patterns: readonly { readonly pattern: RegExp; readonly found: FamilyName }[];

  private readonly lines: readonly { readonly pattern: RegExp; readonly found: FamilyName }[];

  private readonly unrelated: readonly GlobTest[];

  constructor(names: FamilyNames) {
    this.lines = (names.lines ?? []).map((found) => ({ pattern: patternOfLine(found.name), found }));
    this.unrelated = names.unrelated.map((glob) => compileGlob(glob));
    this.patterns = names.hints.map((found) => ({ pattern: patternOf(found.name), found }));
  }

  /**
   * The family whose name an id carries, the longest name first: `FuseAI/FuseChat-Llama-3.1-8B` carries that of Llama 3.1.
   * `undefined` where it carries none, or is known to be unrelated.
   */
  find(id: string): FamilyName | undefined {
    return this.carried(id, this.patterns).sort((a, b) => b.name.length - a.name.length)[0];
  }

  /** All lines of makers whose names an id carries: `x/DeepSeek-R1-Distill-Qwen-7B-ja` those of DeepSeek and Qwen. */
  linesIn(id: string): readonly FamilyName[] {
    return this.carried(id, this.lines);
  }

  private carried(id: string, patterns: typeof this.patterns): FamilyName[] {
    const lower = id.toLowerCase();
    const slash = lower.indexOf('/');
    if (slash < 0 || this.unrelated.some((isMeant) => isMeant(lower))) return [];
    const name = lower.slice(slash + 1);
    return patterns.filter(({ pattern }) => pattern.test(name)).map(({ found }) => found);
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

/** A line's name is a word of its own: `qwen` is in `qwen2.5` and not in `qwenderful`; with a number asked for, `phi` is in `phi-2` only. */
function patternOfLine(name: string): RegExp {
  const [word = '', version] = name.toLowerCase().split(' ');
  return new RegExp(
    `(?<![a-z0-9])${escapeRegExp(word)}${version === undefined ? '(?![a-z])' : '[._-]?v?[0-9]'}`,
  );
}
