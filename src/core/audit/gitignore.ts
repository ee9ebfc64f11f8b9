import ignore, { type Ignore } from 'ignore';

/** The `.gitignore` files that apply in a folder, the innermost first. */
export interface IgnoreChain {
  /** The folder of the file, `''` for the root. */
  readonly base: string;
  readonly rules: Ignore;
  readonly outer: IgnoreChain | undefined;
}

export function addIgnoreFile(outer: IgnoreChain | undefined, base: string, text: string): IgnoreChain {
  return { base, rules: ignore({ ignorecase: false }).add(text), outer };
}

/**
 * Whether git would leave a path out. A pattern of an inner file overrules the outer ones, as in git; that a folder left
 * out hides all beneath it is the walk's doing, which never enters one.
 */
export function isIgnored(chain: IgnoreChain | undefined, path: string, kind: 'file' | 'folder'): boolean {
  for (let link = chain; link !== undefined; link = link.outer) {
    const relative = link.base === '' ? path : path.slice(link.base.length + 1);
    const verdict = link.rules.test(kind === 'folder' ? `${relative}/` : relative);
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}
