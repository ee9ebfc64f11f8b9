import { once } from '../once';
import { IN_WORD } from '../text/charClass';
import { matchesOf } from '../text/matches';
import type { TextRange } from '../text/range';
import type { Brackets } from './brackets';
import type { Entry } from './literals';

/*
 * The members of an enumeration, as what goes over all of them gets them: `for (e in Encoder.entries)`,
 * `Object.values(Encoder)`, `Encoder.allCases`.
 */

const NAME = String.raw`(?!\d)[${IN_WORD}]{1,80}`;
/** What declares an enumeration, up to its name; Python's is a class of a base with such a name. */
const DECLARED = new RegExp(
  String.raw`\b(?:enum(?:[ \t]+(?:class|struct))?|(class))[ \t]+(${NAME})([^{}\n]{0,200})`,
  'g',
);
const OF_PYTHON = /^\([^()]{0,80}\b\w{0,40}Enum\b[^()]{0,80}\):/;
/** A method for all members, behind the name of the type: of Kotlin, Java, Dart, Swift, PHP, Rust and Python. */
const ALL_MEMBERS = String.raw`(?:(?:\.|::)(?:values|entries|allCases|cases|iter|VARIANTS|class|__members__)\b)?`;
/** What makes a list of all that it gets, and what goes over it. */
const LISTS =
  String.raw`(?:(?:list|tuple|set|sorted|reversed|enumerate|iter|listOf|Object\.(?:values|entries)|Enum\.GetValues|` +
  String.raw`EnumSet\.allOf|Arrays\.(?:stream|asList)|Stream\.of|List\.of|typeof)\s?[(<]\s?)`;
/** `[e.value for e in Encoder]` */
const COMPREHENDED = String.raw`(?:[[(]\s?\w{1,40}(?:\.value)?\s+for\s+\w{1,40}\s+in\s+)`;
/** An expression for all members: the type itself or such a method of it, alone or in what makes a list of it. */
const EXPRESSION = new RegExp(
  String.raw`^\s*${COMPREHENDED}?${LISTS}{0,3}(${NAME})${ALL_MEMBERS}(?:\(\))?` +
    String.raw`(?:\.(?:values|enumerated|withIndex|stream|toList)\(\))?[\])>(\s:;{]*$`,
);
/** A member with its text: `A = "…"`, `case a = "…"`, `A("…", 384)`, `case A extends Llm("…")`. */
const MEMBER = new RegExp(
  String.raw`(?:^|[\n,{;])[ \t]*(?:case[ \t]+)?${NAME}[ \t]{0,20}` +
    String.raw`(?:=[ \t]{0,20}|\(\s{0,40}|extends[ \t]${NAME}\(\s{0,40})(?:(["'])([^"'\n]{2,200})\1)`,
  'g',
);
const LONGEST_BODY = 8_000;
const MOST_MEMBERS = 200;
/** How the text of a member is got; every other property may be made of it. */
const TEXT_OF_MEMBER = ['value', 'rawValue', 'raw_value', '_value_', '0', '1'];
/** What a constructor keeps of its first argument: `(val id: String`, `this.id`, `String id)`, `self.id`. */
const KEPT = new RegExp(
  String.raw`\((?:\s{0,20}(?:(?:private|public|final|const|readonly)\s){0,3}(?:va[lr]\s{1,4}(${NAME})\s?:|` +
    String.raw`this\.(${NAME})\s?[,);]|String\s{1,4}(${NAME})\s?[,)]))`,
);

/** The name of the type whose members an expression goes over, where it goes over all of one's. */
export function typeOfAllMembers(expression: string): string | undefined {
  return EXPRESSION.exec(expression)?.[1];
}

/** The enumerations that a text declares, by their names. */
export class Enumerations {
  private readonly all = once(() => this.read());

  constructor(
    private readonly text: string,
    private readonly brackets: Brackets,
  ) {}

  /** What an expression goes over, where that are all members of an enumeration of the text. */
  of(expression: string): readonly Entry[] {
    const type = typeOfAllMembers(expression);
    return type === undefined ? [] : (this.all().get(type) ?? []);
  }

  private read(): ReadonlyMap<string, readonly Entry[]> {
    const found = new Map<string, readonly Entry[]>();
    for (const { 0: head, 1: isClass, 2: name = '', 3: rest = '', index } of matchesOf(this.text, DECLARED)) {
      const isPython = OF_PYTHON.test(rest);
      if (isClass !== undefined && !isPython) continue;
      const end = index + head.length;
      const body = isPython ? this.indented(index) : this.braced(end);
      if (body !== undefined) found.set(name, this.members(body, isPython ? '' : rest));
    }
    return found;
  }

  /** The lines behind a head that are further in than it. */
  private indented(head: number): TextRange | undefined {
    const line = this.text.lastIndexOf('\n', head - 1) + 1;
    const start = this.text.indexOf('\n', head);
    if (start < 0) return undefined;
    const written = this.text.slice(start, start + LONGEST_BODY);
    const stop = written.search(new RegExp(String.raw`\n[ \t]{0,${head - line}}[^\s#]`));
    return { start, end: stop < 0 ? start + written.length : start + stop };
  }

  /** The braces behind a head, on its line or the next. */
  private braced(end: number): TextRange | undefined {
    const blank = /^\s{0,80}/.exec(this.text.slice(end, end + 80))?.[0].length ?? 0;
    const bracket = this.brackets.openedAt(end + blank);
    return bracket?.mark === '{'
      ? { start: bracket.at, end: Math.min(bracket.close, bracket.at + LONGEST_BODY) }
      : undefined;
  }

  private members({ start, end }: TextRange, head: string): readonly Entry[] {
    const body = this.text.slice(start, end);
    const [, kept, ofThis, ofJava] = KEPT.exec(head) ?? KEPT.exec(body) ?? [];
    const own = kept ?? ofThis ?? ofJava;
    const names = own === undefined ? TEXT_OF_MEMBER : [...TEXT_OF_MEMBER, own, getterOf(own)];
    return [...matchesOf(body, MEMBER)].slice(0, MOST_MEMBERS).map(({ 0: whole, 2: value = '', index }) => {
      const from = start + index + whole.length - value.length - 1;
      const range = { start: from, end: from + value.length };
      return { value: range, parts: new Map(names.map((name) => [name, range])) };
    });
  }
}

/** `getId` for `id`. */
function getterOf(name: string): string {
  return `get${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
