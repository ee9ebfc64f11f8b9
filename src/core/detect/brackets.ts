import { IN_WORD } from '../text/charClass';
import { textBefore } from '../text/pieces';
import type { TextRange } from '../text/range';
import { countUpTo } from '../text/sorted';

export interface Bracket {
  /** Offset of the opening mark. */
  readonly at: number;
  readonly mark: string;
  /** Where what closes it stands, or the end of the text. */
  readonly close: number;
}

const CALLEE = new RegExp(String.raw`(?<![${IN_WORD}.])[${IN_WORD}.]{1,120}$`);

/**
 * What is called with the arguments in a parenthesis, as far as it is a name of up to 120 characters; `''` for every
 * other one.
 */
export function calleeBefore(text: string, { at }: Pick<Bracket, 'at'>): string {
  return CALLEE.exec(textBefore(text, at, 121))?.[0] ?? '';
}

/** The call that a mapping is an argument of, in which a place stands: `calculateCost({ model: "gpt-4" })`. */
export function calleeOfRecord(text: string, brackets: Brackets, at: number): string {
  const [own, outer] = brackets.open(at);
  return own?.mark === '{' && outer?.mark === '(' ? calleeBefore(text, outer) : '';
}

/** What is called of what a call has given, behind the parenthesis that closes it: `.chat.completions.create`. */
const CHAINED = /\)\s{0,80}(?:(?:\??\.|->|::)\s{0,80}[\w$]{1,60}\s{0,80}!?){0,6}$/;
const LONGEST_CHAIN = 400;
/** So many calls of a chain, and calls around a place, are followed. */
const MOST_CALLS = 12;
const MOST_AROUND = 3;
/** The head of a function, of whose body a call that gets it says nothing. */
const FUNCTION = /=>|\blambda\b|\)\s{0,20}\{|\bdo\b/;

/**
 * The calls whose results the calls around a place are made of, the nearest first, each from its name to its last
 * argument: `OpenAI(base_url="…"` for a name in `OpenAI(base_url="…").chat.completions.create(model="…")`.
 */
export function callsBefore(text: string, brackets: Brackets, at: number): readonly TextRange[] {
  const before: TextRange[] = [];
  const calls = brackets.around(at).filter(({ mark }) => mark === '(');
  for (const [level, { at: open }] of calls.slice(0, MOST_AROUND).entries()) {
    const inner = calls[level - 1];
    if (inner !== undefined && FUNCTION.test(text.slice(open, inner.at))) break;
    before.push(...chainBefore(text, brackets, open));
  }
  return before;
}

function chainBefore(text: string, brackets: Brackets, open: number): readonly TextRange[] {
  const before: TextRange[] = [];
  for (let at = open; before.length < MOST_CALLS; ) {
    const low = Math.max(0, at - LONGEST_CHAIN);
    const chained = CHAINED.exec(text.slice(low, at));
    const call = chained === null ? undefined : brackets.closedAt(low + chained.index);
    if (call === undefined) break;
    before.push({ start: call.at - calleeBefore(text, call).length, end: call.close });
    at = call.at;
  }
  return before;
}

/** An expression up to the bracket that closes the one before it: what stands behind is none of it. */
export function untilClosed(expression: string): string {
  let depth = 0;
  for (let at = 0; at < expression.length; at++) {
    const mark = expression.charAt(at);
    if ('([{'.includes(mark)) depth++;
    else if (')]}'.includes(mark) && depth-- === 0) return expression.slice(0, at);
  }
  return expression;
}

/** How far is looked for an opening mark, and for what closes it, in characters, and how many brackets outwards. */
const BEFORE = 2_000;
const BEHIND = 2_000;
const MOST_LEVELS = 6;

/**
 * The brackets of a text, read in one pass when they are first asked for. Strings are not told apart, and any closing
 * mark closes the last opening one: a bracket in a string ends a search too early, never too late.
 */
export class Brackets {
  private marks: Marks | undefined;
  /** What was answered last: most questions are of one place after another. */
  private last: { readonly innermost: number; readonly open: readonly Bracket[] } | undefined;

  constructor(private readonly text: string) {}

  /** The brackets that are open at an offset, innermost first, so far before it as their contents speak for it. */
  around(offset: number): readonly Bracket[] {
    const open = this.open(offset);
    const far = open.findIndex(({ at }) => at < offset - BEFORE);
    return far < 0 ? open : open.slice(0, far);
  }

  /**
   * The brackets that are open at an offset, innermost first, however far before it: what kind of block a place is
   * in.
   */
  open(offset: number): readonly Bracket[] {
    const { at, inner, outer, close } = this.read();
    const innermost = inner[this.before(offset)] ?? NONE;
    if (this.last?.innermost === innermost) return this.last.open;
    const open: Bracket[] = [];
    for (let one = innermost; one !== NONE && open.length < MOST_LEVELS; one = outer[one] ?? NONE) {
      const start = at[one] ?? 0;
      open.push({ at: start, mark: this.text.charAt(start), close: close[one] ?? this.text.length });
    }
    this.last = { innermost, open };
    return open;
  }

  /** The bracket that the mark at an offset closes; `undefined` where it closes none. */
  closedAt(offset: number): Bracket | undefined {
    const { at, outer } = this.read();
    const mark = this.before(offset + 1);
    const opening = at[mark] === offset && CLOSES.test(this.text.charAt(offset)) ? outer[mark] : NONE;
    const start = opening === undefined || opening === NONE ? undefined : at[opening];
    return start === undefined ? undefined : { at: start, mark: this.text.charAt(start), close: offset };
  }

  /** The bracket that the mark at an offset opens; `undefined` where it opens none. */
  openedAt(offset: number): Bracket | undefined {
    return KINDS[this.text.charCodeAt(offset)] === OPENING ? this.open(offset + 1)[0] : undefined;
  }

  /** How many opening marks of a kind the text has. */
  count(mark: string): number {
    return this.read().counts.get(mark) ?? 0;
  }

  /** From behind an opening mark to what closes it, or as far behind `from` as is looked. */
  contentOf({ at, close }: Bracket, from: number): TextRange {
    return { start: at + 1, end: Math.min(close, from + BEHIND) };
  }

  /** The number of the last mark before an offset. */
  private before(offset: number): number {
    return countUpTo(this.read().at, offset - 1, (at) => at) - 1;
  }

  private read(): Marks {
    return (this.marks ??= readMarks(this.text));
  }
}

/** Of each mark of a text, by its number. */
interface Marks {
  readonly at: readonly number[];
  /** The number of the innermost opening mark whose bracket is open behind this one. */
  readonly inner: readonly number[];
  /** Of an opening mark: the number of the one around it. */
  readonly outer: readonly number[];
  /** Of an opening mark: where its bracket is closed. */
  readonly close: readonly number[];
  /** How often the text has each opening mark. */
  readonly counts: ReadonlyMap<string, number>;
}

const NONE = -1;
const CLOSES = /[)\]}]/;

const OPENING = 1;
const CLOSING = 2;

/** What each character of ASCII is: one look a character, for all of a text are looked at. */
const KINDS: Uint8Array = kinds();

function kinds(): Uint8Array {
  const table = new Uint8Array(128);
  for (const mark of '([{') table[mark.charCodeAt(0)] = OPENING;
  for (const mark of ')]}') table[mark.charCodeAt(0)] = CLOSING;
  return table;
}

function readMarks(text: string): Marks {
  const at: number[] = [];
  const inner: number[] = [];
  const outer: number[] = [];
  const close: number[] = [];
  const counts = new Map<string, number>();
  let open = NONE;
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    const kind = code < 128 ? KINDS[code] : 0;
    if (kind === 0) continue;
    const mark = at.push(offset) - 1;
    outer.push(open);
    close.push(text.length);
    if (kind === OPENING) {
      open = mark;
      const sign = text.charAt(offset);
      counts.set(sign, (counts.get(sign) ?? 0) + 1);
    } else if (open !== NONE) {
      close[open] = offset;
      open = outer[open] ?? NONE;
    }
    inner.push(open);
  }
  return { at, inner, outer, close, counts };
}
