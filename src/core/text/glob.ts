/**
 * Globs without regular expressions. A policy comes with the repository, so its author need not be a friend: translated to a
 * regular expression, `*a*a*a*a*a*a*b` takes minutes to fail on sixty letters. Here each part of the pattern is tried once
 * at each position.
 *
 * `*` and `?` stay within a path segment, `**` as a whole segment stands for any number of them, `{a,b}` for either, `[a-z]`
 * and `[!a-z]` for one character. All else, dots included, stands for itself, however its accents are put together: the names
 * of files come from some systems in parts, and look the same.
 */
export type GlobTest = (value: string) => boolean;

/** A pattern is cut off from growing: each pair of braces multiplies the alternatives. */
const MAX_ALTERNATIVES = 64;

const SLASH = 47;

/** What a part of a pattern stands for: one character that a test accepts, or more than one. */
type Part = ((code: number) => boolean) | 'run' | 'segments' | 'below';

const isSlash = (code: number): boolean => code === SLASH;
const isNoSlash = (code: number): boolean => code !== SLASH;

export function compileGlob(pattern: string, options: { readonly ignoreCase?: boolean } = {}): GlobTest {
  const fold = (value: string): string => composed(options.ignoreCase === true ? value.toLowerCase() : value);
  const alternatives = expandBraces(fold(pattern)).map(partsOf);
  return (value) => {
    const folded = fold(value);
    return alternatives.some((parts) => matches(parts, folded));
  };
}

function composed(value: string): string {
  return BEYOND_ASCII.test(value) ? value.normalize('NFC') : value;
}

const BEYOND_ASCII = /[^\0-\x7f]/;

/** `a{b,c}d` → `abd`, `acd`. A pattern with too many alternatives, or with braces that do not pair, is taken literally. */
function expandBraces(pattern: string): readonly string[] {
  let done: string[] = [''];
  for (let at = 0; at < pattern.length; at++) {
    const close = pattern[at] === '{' ? closingBrace(pattern, at) : -1;
    if (close < 0) {
      done = done.map((start) => start + pattern[at]);
      continue;
    }
    const options = splitTopLevel(pattern.slice(at + 1, close)).flatMap(expandBraces);
    if (done.length * options.length > MAX_ALTERNATIVES) return [pattern];
    done = done.flatMap((start) => options.map((option) => start + option));
    at = close;
  }
  return done;
}

function closingBrace(pattern: string, open: number): number {
  let depth = 0;
  for (let at = open; at < pattern.length; at++) {
    if (pattern[at] === '{') depth++;
    else if (pattern[at] === '}' && --depth === 0) return at;
  }
  return -1;
}

function splitTopLevel(list: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < list.length; at++) {
    if (list[at] === '{') depth++;
    else if (list[at] === '}') depth--;
    else if (list[at] === ',' && depth === 0) {
      parts.push(list.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, list.slice(start)];
}

function partsOf(pattern: string): readonly Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const startsSegment = at === 0 || pattern[at - 1] === '/';
    if (startsSegment && pattern.startsWith('**/', at)) {
      if (parts.at(-1) !== 'segments') parts.push('segments');
      at += 2;
    } else if (startsSegment && pattern.startsWith('**', at) && at + 2 === pattern.length) {
      // `folder/**` also stands for the folder itself, so the slash belongs to the part.
      if (parts.at(-1) === isSlash) parts.splice(-1, 1, 'below');
      else parts.push('segments', 'run');
      at += 1;
    } else if (pattern[at] === '*') {
      if (parts.at(-1) !== 'run') parts.push('run');
    } else {
      const end = pattern[at] === '[' ? classEnd(pattern, at) : -1;
      parts.push(end < 0 ? characterTest(pattern, at) : classTest(pattern.slice(at + 1, end)));
      if (end >= 0) at = end;
    }
  }
  return parts;
}

function characterTest(pattern: string, at: number): (code: number) => boolean {
  const wanted = pattern.charCodeAt(at);
  if (pattern[at] === '?') return isNoSlash;
  return wanted === SLASH ? isSlash : (code) => code === wanted;
}

/** A class has at least one character, and none of another segment; without an end the bracket stands for itself. */
function classEnd(pattern: string, open: number): number {
  const first = pattern[open + 1] === '!' || pattern[open + 1] === '^' ? open + 2 : open + 1;
  const end = pattern.indexOf(']', first + 1);
  return end < 0 || pattern.slice(open, end).includes('/') ? -1 : end;
}

function classTest(members: string): (code: number) => boolean {
  const negated = members.startsWith('!') || members.startsWith('^');
  const ranges: [number, number][] = [];
  for (let at = negated ? 1 : 0; at < members.length; at++) {
    const isRange = members[at + 1] === '-' && at + 2 < members.length;
    ranges.push([members.charCodeAt(at), members.charCodeAt(isRange ? at + 2 : at)]);
    if (isRange) at += 2;
  }
  return (code) => code !== SLASH && ranges.some(([from, to]) => code >= from && code <= to) !== negated;
}

/** Which prefixes of the value the parts so far can stand for, by their length. */
type Reached = Uint8Array<ArrayBuffer>;

function matches(parts: readonly Part[], value: string): boolean {
  let reached: Reached = new Uint8Array(value.length + 1);
  reached[0] = 1;
  for (const part of parts) reached = advance(reached, part, value);
  return reached[value.length] === 1;
}

function advance(from: Reached, part: Part, value: string): Reached {
  switch (part) {
    case 'run':
      return advanceRun(from, value);
    case 'segments':
      return advanceSegments(from, value);
    case 'below':
      return advanceBelow(from, value);
    default:
      return advanceOne(from, value, part);
  }
}

function advanceOne(from: Reached, value: string, accepts: (code: number) => boolean): Reached {
  const to: Reached = new Uint8Array(from.length);
  for (let at = 1; at < from.length; at++)
    to[at] = from[at - 1] === 1 && accepts(value.charCodeAt(at - 1)) ? 1 : 0;
  return to;
}

/** Any number of characters of one segment. */
function advanceRun(from: Reached, value: string): Reached {
  const to: Reached = new Uint8Array(from.length);
  let open = false;
  for (let at = 0; at < from.length; at++) {
    open = from[at] === 1 || (open && value.charCodeAt(at - 1) !== SLASH);
    to[at] = open ? 1 : 0;
  }
  return to;
}

/** Any number of whole segments, each with its slash. */
function advanceSegments(from: Reached, value: string): Reached {
  const to: Reached = new Uint8Array(from.length);
  let open = false;
  for (let at = 0; at < from.length; at++) {
    to[at] = from[at] === 1 || (open && value.charCodeAt(at - 1) === SLASH) ? 1 : 0;
    open ||= from[at] === 1;
  }
  return to;
}

/** Nothing, or a slash and all that follows it. */
function advanceBelow(from: Reached, value: string): Reached {
  const to: Reached = new Uint8Array(from.length);
  let open = false;
  for (let at = 0; at < from.length; at++) {
    open ||= at > 0 && from[at - 1] === 1 && value.charCodeAt(at - 1) === SLASH;
    to[at] = from[at] === 1 || open ? 1 : 0;
  }
  return to;
}
