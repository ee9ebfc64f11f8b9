import { once } from '../once';
import { matchesOf } from '../text/matches';
import type { TextRange } from '../text/range';
import { countUpTo } from '../text/sorted';

/**
 * The arms of branches between providers that are not taken where a place is: what `case Groq:` says of its client
 * tells nothing of `case Azure:` beside it. Arms are told by the heads of their lines and by indentation, whatever
 * the language; text that is not indented so has none. Branches that choose something else, a command or a state, may
 * all be run one after the other, and what one of them says holds for the others.
 */

/** How many lines before and behind a place are looked at, and how many blocks outwards. */
const MOST_LINES = 160;
const MOST_LEVELS = 6;

/** What a line is to the branches around: the head of an arm, a mark that only closes something, or none of these. */
type Kind = 'if' | 'else' | 'case' | 'arrow' | 'close' | 'other';

interface Line extends TextRange {
  /** The column of its first character. */
  readonly indent: number;
  readonly kind: Kind;
  /** Whether it is the head of an arm that names a provider. */
  readonly chooses: boolean;
  /** Whether it is a label without a body of its own. */
  readonly isAlone: boolean;
  /** Whether what follows in its block is not reached behind it. */
  readonly leaves: boolean;
  /** Whether it says what the arrows of the lines in it are chosen by. */
  readonly opens: boolean;
  readonly isFunction: boolean;
}

/** A line that says only something for people, and one that only closes; each without blanks around it. */
const COMMENT = /^(?:#(?!\{)|\/\/|\/?\*|--\s)/;
const CLOSES = /^(?:[{})\];,:]+|(?:break|end|fi|esac|done);?|;;)$/;
const IF = /^(?:if|unless)\b(?!\s*[:=])/;
/** Arms that are taken where no other is; only settings have `default:` alone. */
const ELSE = /^(?:(?:\}\s*)?(?:else|elif|elsif|elseif)\b(?!\s*=)|default\s*(?::|=>|->))/;
/** `case "a":`, `case .a:`, `case "a" =>`, `when "a"`; `"a" | b)` of a shell. */
const CASE = new RegExp(
  String.raw`^(?:case\s.{1,200}?(?::|=>|->)|when\s(?!.*\{$)|` +
    String.raw`["']?[\w.*-]+["']?(?:\s?\|\s?["']?[\w.*-]+["']?){0,8}\)(?:$|.*;;$))`,
);
/** `"a" => …`, `Type::A | Type::B => …`, `Type.A -> …`: the arm of an expression, where its block chooses one. */
const ARROW = /^["'\w][\w"'.:\s|,/-]{0,120}\s(?:=>|->)(?:\s|$)/;
const OPENS = /\b(?:match|switch|when|case|cond|receive|select)\b/;
const LEAVES = /^(?:return|continue|break)\b/;
/** The same on the line of a condition. */
const LEAVES_AT_ONCE = /(?:[):{]|\bthen)\s*(?:return|continue)\b/;
/** What refuses to go on without something, a key perhaps: what it says is said of what follows. */
const REFUSES =
  /(?:^|[^a-z])(?:err|raise|throw|panic|fatal|exit|missing|required?|invalid|unset|not)(?![a-z])|error|exception/i;
/** The head of a function or class, which no branch around it chooses. */
const FUNCTION = /^(?:[\w@]+\s+){0,6}(?:def|defp|func|fun|fn|function|class|struct|impl|module|sub)\b/;

/** What a text needs to have any arms, at the beginning of a line or behind what opens them. */
const ANY = /^[ \t]*(?:if|unless|case|when|default)\b|\b(?:match|switch|when|case|cond|receive|select)\b/m;
/** A word of the head of an arm, as it may be compared with: `together.ai`, `Provider.AZURE`, `p.is_groq`. */
const WORD = /[A-Za-z][\w-]{0,40}(?:\.(?:ai|com|net|io))?(?![\w-])/g;
/** A label without a body of its own: the next one's is its too. */
const LABEL_ALONE = /(?::|=>|->)$/;

/** Finds the arms of a text. Its lines are read once, when the first place is asked for. */
export class OtherArms {
  private readonly known = new Map<number, readonly TextRange[]>();

  /** `isProvider` tells whether a word is one for a service or a server of one's own. */
  constructor(
    private readonly text: string,
    private readonly isProvider: (word: string) => boolean,
  ) {}

  /**
   * The other arms of the branches around an offset, and those before it that left the block: where one of them is
   * run, the place is not reached.
   */
  of(offset: number): readonly TextRange[] {
    const lines = this.lines();
    const own = countUpTo(lines, offset, ({ start }) => start) - 1;
    if (own < 0) return [];
    let found = this.known.get(own);
    if (found === undefined) this.known.set(own, (found = new Arms(lines, this.text).around(own)));
    return found;
  }

  private readonly lines = once((): readonly Line[] => {
    if (!ANY.test(this.text)) return [];
    const lines: Line[] = [];
    let start = 0;
    for (const said of this.text.split('\n')) {
      const trimmed = said.trim();
      if (trimmed !== '' && !COMMENT.test(trimmed))
        lines.push({
          ...lineOf(trimmed, this.isProvider),
          start,
          end: start + said.length,
          indent: said.search(/\S/),
        });
      start += said.length + 1;
    }
    return lines;
  });
}

/** What a line says, without the blanks around it. */
function lineOf(said: string, isProvider: (word: string) => boolean): Omit<Line, 'start' | 'end' | 'indent'> {
  const kind = kindOf(said);
  const isHead = kind !== 'other' && kind !== 'close';
  return {
    kind,
    chooses: isHead && [...matchesOf(said, WORD)].some(([word]) => isProvider(word)),
    isAlone: kind === 'case' && LABEL_ALONE.test(said),
    leaves: (kind === 'other' ? LEAVES : LEAVES_AT_ONCE).test(said),
    opens: OPENS.test(said),
    isFunction: kind === 'other' && FUNCTION.test(said),
  };
}

function kindOf(said: string): Kind {
  if (CLOSES.test(said)) return 'close';
  if (IF.test(said)) return 'if';
  if (ELSE.test(said)) return 'else';
  if (CASE.test(said)) return 'case';
  return ARROW.test(said) ? 'arrow' : 'other';
}

/** A chain of arms, as indexes of lines: the first arm, the one around the place, the next one and what is behind. */
interface Chain {
  readonly first: number;
  readonly own: number;
  readonly next: number;
  readonly end: number;
}

/** Whether an arm of a chain, or of a part of it, names a provider. */
interface Choosing {
  readonly chooses: boolean;
}

/** Whether a line stands in the block below a head at a column, or closes it. */
function isBelow(line: Line, indent: number): boolean {
  return line.indent > indent || (line.indent === indent && line.kind === 'close');
}

class Arms {
  constructor(
    private readonly lines: readonly Line[],
    private readonly text: string,
  ) {}

  around(own: number): readonly TextRange[] {
    const found: TextRange[] = [];
    let top = own;
    for (let level = 0; level < MOST_LEVELS; level++) {
      const chain = this.chainOf(top);
      if (chain !== undefined) {
        found.push(this.range(chain.first, chain.own), this.range(chain.next, chain.end));
        top = chain.first;
      }
      found.push(...this.leftBefore(top));
      const outer = this.lineAround(top);
      if (outer === undefined || this.at(outer)?.isFunction === true) break;
      top = outer;
    }
    return found.filter(({ start, end }) => start < end);
  }

  private at(index: number): Line | undefined {
    return this.lines[index];
  }

  private range(from: number, to: number): TextRange {
    return { start: this.startOf(from), end: this.startOf(to) };
  }

  private startOf(index: number): number {
    return this.at(index)?.start ?? this.text.length;
  }

  /** The line that a block stands below. */
  private lineAround(top: number): number | undefined {
    const indent = this.at(top)?.indent ?? 0;
    for (let index = top - 1; index >= Math.max(0, top - MOST_LINES); index--) {
      const line = this.at(index);
      if (line !== undefined && line.indent < indent && line.kind !== 'close') return index;
    }
    return undefined;
  }

  /** The chain that a line is the head of an arm in. */
  private chainOf(own: number): Chain | undefined {
    const head = this.at(own);
    if (head === undefined || head.kind === 'other' || head.kind === 'close') return undefined;
    const before = this.beforeIn(head, own);
    const behind = before && this.behindIn(head, own);
    return behind && (before.chooses || behind.chooses) ? { ...before, ...behind } : undefined;
  }

  /** Where a chain begins, and the first of the labels that one arm has. */
  private beforeIn(head: Line, own: number): (Pick<Chain, 'first' | 'own'> & Choosing) | undefined {
    const heads = head.kind === 'if' ? [] : this.headsBefore(head, own);
    const kinds = [head.kind, ...heads.map((index) => this.at(index)?.kind)];
    const first = heads.at(-1) ?? own;
    if (!kinds.includes('if') && !kinds.includes('case') && !this.isOpened(first)) return undefined;
    let labels = own;
    while (heads.includes(labels - 1) && this.at(labels - 1)?.isAlone === true) labels--;
    return { first, own: labels, chooses: [own, ...heads].some((index) => this.at(index)?.chooses === true) };
  }

  /** The heads of the arms above one in its chain, the nearest first. */
  private headsBefore({ indent, kind }: Line, own: number): readonly number[] {
    const heads: number[] = [];
    for (let index = own - 1; index >= Math.max(0, own - MOST_LINES); index--) {
      const line = this.at(index);
      if (line === undefined || line.indent < indent) break;
      if (isBelow(line, indent)) continue;
      if (line.kind === 'other' || (line.kind === 'if' && kind === 'case')) break;
      heads.push(index);
      if (line.kind === 'if') break;
    }
    return heads;
  }

  /** Whether the block of an arrow is one that chooses: others of this form are entries of a mapping. */
  private isOpened(first: number): boolean {
    const outer = this.at(first)?.kind === 'arrow' ? this.lineAround(first) : undefined;
    return outer !== undefined && this.at(outer)?.opens === true;
  }

  /** Where the next arm of a chain begins, and what follows the chain. */
  private behindIn(head: Line, own: number): Pick<Chain, 'next' | 'end'> & Choosing {
    const limit = Math.min(this.lines.length, own + MOST_LINES);
    let next: number | undefined;
    let end = limit;
    let chooses = false;
    for (let index = own + 1; index < limit; index++) {
      const line = this.at(index);
      if (line === undefined || isBelow(line, head.indent)) continue;
      const goesOn = line.kind === 'else' || (line.kind === head.kind && line.kind !== 'if');
      if (line.indent < head.indent || !goesOn) {
        end = index;
        break;
      }
      next ??= index;
      chooses ||= line.chooses;
    }
    return { next: next ?? end, end, chooses };
  }

  /** The arms before a line in its block behind which it is not reached: `if (a) return x;`. */
  private leftBefore(top: number): readonly TextRange[] {
    const indent = this.at(top)?.indent ?? 0;
    const found: TextRange[] = [];
    let end = top;
    for (let index = top - 1; index >= Math.max(0, top - MOST_LINES); index--) {
      const line = this.at(index);
      if (line === undefined || line.indent < indent) break;
      if (isBelow(line, indent)) continue;
      if (line.chooses && this.isLeft(index, end)) found.push(this.range(index, end));
      end = index;
    }
    return found;
  }

  /** Whether an arm of a condition leaves the block with what it gives, and refuses nothing. */
  private isLeft(head: number, end: number): boolean {
    const kind = this.at(head)?.kind;
    const { start, end: until } = this.range(head, end);
    return (
      (kind === 'if' || kind === 'else') &&
      this.leaves(head, end) &&
      !REFUSES.test(this.text.slice(start, until))
    );
  }

  /** Whether the last statement of an arm leaves its block. */
  private leaves(head: number, end: number): boolean {
    const body = this.at(head + 1)?.indent ?? 0;
    if (body <= (this.at(head)?.indent ?? 0) || head + 1 >= end) return this.at(head)?.leaves === true;
    for (let index = end - 1; index > head; index--) {
      const line = this.at(index);
      if (line?.indent === body && line.kind !== 'close') return line.leaves;
    }
    return false;
  }
}
