import { languageOf } from '../documents/fileTypes';
import { lineEnd } from '../text/charClass';
import { matchesOf } from '../text/matches';
import { covers, type TextRange } from '../text/range';
import { ADDRESS_VARIABLES } from '../registries/tables';
import type { Brackets } from './brackets';

/** What a text sets a variable of the environment to, and where it does so for whom. */
interface Assignment {
  readonly at: number;
  /** {@link UNWRITTEN} where the text does not say it. */
  readonly address: string;
  readonly reach: TextRange;
}

/** Stands for an address that comes from elsewhere when the program starts. */
export const UNWRITTEN = '';

/**
 * What stands between the name of a variable and its address: `=`, `: `, `:=`, the space of `ENV`, and the `value` of a
 * record that has the variable for its name.
 */
const TO_ADDRESS =
  String.raw`["']?(?:(?:\s{0,8}[:?]{0,2}[=:]\s{0,8}|[ \t]{1,8}(?=["']?(?:http|\$))|` +
  String.raw`\s{0,8},?\s{0,80}["']?value["']?\s{0,8}[:=]\s{0,8})["']?(?:(https?:\/\/[^\s"'\x60{}$]+)|` +
  String.raw`\$(?:\{\{[^{}\n]{1,120}\}\}|[{(]?\w{1,80}[)}]?)["']?\s{0,8}(?:[,;}#\n]|$))|\s{0,80}valueFrom:)`;

/** A line of a script that sets a variable, up to its name: for what follows on it, or for the rest of the script. */
const IN_SCRIPT = new RegExp(
  String.raw`(?:^|[;&|]|\bdo|\bthen)\s*(?:export\s+|set\s+|ENV\s+|ARG\s+|\$env:|[\w./-]+\s[^\n]*-e[ =])?$`,
);
/** So many places of a text may set a variable: where each of them holds is looked for line by line. */
const MOST_PLACES = 50;
/** What ends a command; a line that goes on ends none. */
const COMMAND_END = /[;|]|&&|(?<!\\)\r?\n|$/;
/** Where a document, a fence of Markdown or a stage of an image ends, at the start of a line. */
const BOUNDARY = /^(?:---|```|~~~|FROM\s)/;

/**
 * The variables of the environment that a text sets to addresses for programs that it starts: in the script before, on
 * the line of the command, for the job of a workflow, the container or the service that the command is of.
 */
export class Environment {
  private readonly known = new Map<string, readonly Assignment[]>();

  constructor(
    private readonly text: string,
    private readonly path: string,
    private readonly brackets: Brackets,
    /** What the document has set around the place where the text stands in it. */
    readonly around: ReadonlyMap<string, string>,
  ) {}

  /** All variables that clients read addresses from, as a document that begins at an offset has them. */
  at(offset: number): ReadonlyMap<string, string> {
    const set = [...ADDRESS_VARIABLES.values()]
      .flat()
      .map((name) => [name, this.addressAt(name, offset)] as const);
    return new Map(set.filter((entry): entry is [string, string] => entry[1] !== undefined));
  }

  /**
   * The address that a variable has for a command at an offset: that of the narrowest scope, there the last one.
   * {@link UNWRITTEN} where it comes from elsewhere.
   */
  addressAt(variable: string, at: number): string | undefined {
    let best: Assignment | undefined;
    for (const one of this.assignmentsTo(variable))
      if (covers(one.reach, at) && (best === undefined || isCloser(one, best))) best = one;
    return best?.address ?? this.around.get(variable);
  }

  private assignmentsTo(variable: string): readonly Assignment[] {
    let found = this.known.get(variable);
    if (found === undefined) this.known.set(variable, (found = this.read(variable)));
    return found;
  }

  private read(variable: string): readonly Assignment[] {
    if (!this.text.includes(variable)) return [];
    const form = new RegExp(String.raw`(?<![\w-])${variable}${TO_ADDRESS}`, 'g');
    return [...matchesOf(this.text, form)].slice(0, MOST_PLACES).map((match) => {
      const [whole, address = UNWRITTEN] = match;
      const { index: at } = match;
      return { at, address, reach: this.reachOf({ start: at, end: at + whole.length }) };
    });
  }

  /** Where a variable holds that is set at a place. */
  reachOf(set: TextRange): TextRange {
    const [inner, outer, third] = this.brackets.open(set.start);
    if (inner !== undefined && inner.mark !== '(') {
      const around = outer?.mark === '[' ? third : outer;
      return around === undefined
        ? { start: 0, end: this.text.length }
        : { start: around.at, end: around.close };
    }
    const lineStart = this.text.lastIndexOf('\n', set.start) + 1;
    const isSettings = languageOf(this.path) === 'yaml' && isEntry(this.lineAt(lineStart));
    if (isSettings) return this.mappingAround(lineStart);
    return IN_SCRIPT.test(this.text.slice(lineStart, set.start)) ? this.scriptBehind(lineStart, set) : set;
  }

  /** The rest of a command that a variable is set for alone, or of the script. */
  private scriptBehind(lineStart: number, { start, end }: TextRange): TextRange {
    const behind = this.text.slice(end);
    const command = behind.slice(0, behind.search(COMMAND_END));
    if (/^["']?[ \t]+[^\s#]/.test(command)) return { start, end: end + command.length };
    const indent = columnOf(this.lineAt(lineStart));
    const isBehind = (line: string): boolean => columnOf(line) < indent || BOUNDARY.test(line);
    return { start, end: this.lineBehind(end, isBehind) };
  }

  /** The mapping that has the variables of an environment as one of its entries: a job, a container, a service. */
  private mappingAround(lineStart: number): TextRange {
    const own = leftOf(this.lineAt(lineStart));
    const isItem = own < columnOf(this.lineAt(lineStart));
    let from = lineStart;
    let column = Infinity;
    // The head of the variables, then the entries beside it up to the first one of its mapping.
    for (const start of this.linesBefore(lineStart)) {
      const line = this.lineAt(start);
      if (BOUNDARY.test(line)) break;
      if (isEmpty(line)) continue;
      const content = columnOf(line);
      const left = leftOf(line);
      if (column === Infinity) {
        if (content < own || (isItem && content === own && left === content)) column = content;
        else continue;
      } else if (content < column) break;
      from = start;
      if (left < column && content === column) break;
    }
    const isBehind = (line: string): boolean => leftOf(line) < column || BOUNDARY.test(line);
    return { start: from, end: this.lineBehind(lineStart, isBehind) };
  }

  /** Where the first line behind an offset begins of which something is true, or the text ends. */
  private lineBehind(at: number, isIt: (line: string) => boolean): number {
    for (let mark = this.text.indexOf('\n', at); mark >= 0; mark = this.text.indexOf('\n', mark + 1)) {
      const line = this.lineAt(mark + 1);
      if (!isEmpty(line) && isIt(line)) return mark + 1;
    }
    return this.text.length;
  }

  private *linesBefore(lineStart: number): Generator<number> {
    for (let start = lineStart; start > 0; ) {
      start = this.text.lastIndexOf('\n', start - 2) + 1;
      yield start;
    }
  }

  private lineAt(start: number): string {
    return this.text.slice(start, lineEnd(this.text, start, this.text.length));
  }
}

function isCloser(one: Assignment, other: Assignment): boolean {
  const size = ({ reach: { start, end } }: Assignment): number => end - start;
  return size(one) <= size(other);
}

/** `NAME: …`, `- NAME=…`, `- name: NAME`: an entry of variables in YAML. */
function isEntry(line: string): boolean {
  return /^\s*(?:-\s+["']?\w+=|(?:-\s+)?(?:name:\s+)?["']?\w+["']?\s*(?::|$))/.test(line);
}

function isEmpty(line: string): boolean {
  return /^\s*(?:#|$)/.test(line);
}

/** The column at which a line begins, marks of lists and all. */
function leftOf(line: string): number {
  return line.search(/\S/);
}

/** The column at which what a line says begins, behind the marks of lists. */
function columnOf(line: string): number {
  return line.search(/(?!-\s)\S/);
}
