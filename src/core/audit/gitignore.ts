import ignore, { type Ignore } from 'ignore';

/** The `.gitignore` files that apply in a folder, the innermost first. */
export interface IgnoreChain {
  readonly rules: Ignore;
  /** A path of the audited tree as the file's patterns see it. */
  readonly relative: (path: string) => string;
  readonly outer: IgnoreChain | undefined;
}

/** @param base the file's folder in the audited tree, `''` for its root. */
export function addIgnoreFile(outer: IgnoreChain | undefined, base: string, text: string): IgnoreChain {
  return {
    rules: parse(text),
    relative: base === '' ? (path) => path : (path) => path.slice(base.length + 1),
    outer,
  };
}

/** A `.gitignore` of a folder above the audited root; `root` is the way down from that folder to the root. */
export interface IgnoreFileAbove {
  readonly root: string;
  readonly text: string;
}

/** @param files the outermost first. */
export function ignoreFilesAbove(files: readonly IgnoreFileAbove[]): IgnoreChain | undefined {
  return files.reduce<IgnoreChain | undefined>(
    (outer, { root, text }) => ({ rules: parse(text), relative: (path) => `${root}/${path}`, outer }),
    undefined,
  );
}

/** Patterns become regular expressions, which try every way to share a path out among their `**`: a hostile one with many would take minutes. */
const MAX_DOUBLE_STARS = 3;

/** No path is longer (PATH_MAX of Linux), so that nothing can match a longer pattern. */
const MAX_PATTERN = 4_096;

function parse(text: string): Ignore {
  return ignore({ ignorecase: false }).add(text.split(/\r?\n/).filter(isUsable));
}

/** A line that cannot be used leaves nothing out: then more is audited, not less. */
function isUsable(line: string): boolean {
  return (
    line.length <= MAX_PATTERN && line.split('**').length <= MAX_DOUBLE_STARS + 1 && isValidPattern(line)
  );
}

/** Some patterns become regular expressions that the engine refuses; it says so when it first tries one on a path. */
function isValidPattern(line: string): boolean {
  try {
    ignore({ ignorecase: false }).add(line.replace(/^!/, '')).ignores('a/b');
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether git would leave a path out. A pattern of an inner file overrules the outer ones, as in git; that a folder left
 * out hides all beneath it is the walk's doing, which never enters one.
 */
export function isIgnored(chain: IgnoreChain | undefined, path: string, kind: 'file' | 'folder'): boolean {
  for (let link = chain; link !== undefined; link = link.outer) {
    const relative = link.relative(path);
    const verdict = link.rules.test(kind === 'folder' ? `${relative}/` : relative);
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}
