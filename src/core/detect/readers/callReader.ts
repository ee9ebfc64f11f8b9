import { isProseName, isScriptName, wordsOfName } from '../../documents/embedded';
import { WORD_START } from '../../text/charClass';
import { textBefore, textBehind, textFrom } from '../../text/pieces';
import type { TextRange } from '../../text/range';
import { memoized } from '../../text/memo';
import { matchesOf } from '../../text/matches';
import type { Where } from '../../vocabulary';
import { isFilled } from '../filledText';
import { meaningOf } from '../intent';
import { isProgram, operandAt, operandsOf } from '../signatures/commands';
import { keyKind } from '../signatures/keys';
import { loaderAt } from '../signatures/loaders';
import { ALONE, type Intake } from '../site';
import { callIn, type CodeContext } from './codeContext';
import { OPEN_BLOCK, OPEN_CALL, OPEN_LIST, type Frame } from './frame';

/**
 * What the end of an argument or bracket tells: loaders whose model is not written in place, commands written as
 * lists.
 */
export class CallReader {
  private readonly text: string;

  constructor(
    private readonly intake: Intake,
    private readonly context: CodeContext,
    private readonly where: Where,
  ) {
    this.text = intake.text;
  }

  endArgument(frame: Frame, at: number): void {
    if (frame.key !== undefined && this.isWeightsKey(frame.key) && frame.callee.makesVisionModel)
      this.namedFunction(frame, at);
    const accepted = this.intake.accepted > frame.acceptedBefore;
    frame.acceptedBefore = this.intake.accepted;
    if (accepted || frame.tokens === 0) return;
    if (frame.mayLoad && frame.callee.mayLoad) this.dynamicArgument(frame, at);
    else if (frame.open === OPEN_BLOCK) this.dynamicProperty(frame, at);
    if (frame.open !== 0 && this.where === 'code') this.givenName(frame, at);
  }

  /** `.modelName(MODEL)`, `model: MODEL`: a place for a model gets what the text keeps under a name. */
  private givenName(frame: Frame, at: number): void {
    if (!this.isForModel(frame)) return;
    const range = this.trimmed(this.valueStart(frame), at);
    if (range.end - range.start > LONGEST_NAME || !GIVEN_NAME.test(this.text.slice(range.start, range.end)))
      return;
    const site = this.context.siteOf(frame, false);
    if (site.isCompared !== true) this.intake.asks({ range, site });
  }

  /** `snapshotDownload({ repo: name })`, `ollama.pull({ model })`: a loader gets a variable as a property. */
  private dynamicProperty(frame: Frame, at: number): void {
    const { parent } = frame;
    if (parent === undefined || !parent.mayLoad || !parent.callee.mayLoad) return;
    const range = this.trimmed(this.valueStart(frame), at);
    const written = textFrom(this.text, range.start, range.end, LONGEST_PROGRAM);
    if (!/^[A-Za-z_$][\w$]*$/.test(written)) return;
    const key = this.context.keyOf(frame) || written;
    const call = callIn(parent);
    if (loaderAt(call, key) !== undefined)
      this.intake.passed({
        range,
        site: { lexical: 'bare', where: this.where, ...ALONE, key, call },
      });
  }

  private isForModel(frame: Frame): boolean {
    if (frame.key !== undefined) return keyKind(this.context.keyOf(frame)) === 'model';
    if (frame.open !== OPEN_CALL || frame.argument !== 0) return false;
    return meaningOf(frame.callee.name).isBuilder || loaderAt(callIn(frame), '')?.literalOnly === true;
  }

  /** A loader's model that is not written here is remembered, to be looked up or listed. */
  private dynamicArgument(frame: Frame, at: number): void {
    const key = this.context.keyOf(frame);
    const call = callIn(frame);
    const loader = loaderAt(call, key);
    if (loader === undefined || loader.literalOnly === true) return;
    const range = this.trimmed(this.valueStart(frame), at);
    if (range.end <= range.start || this.isLiteral(range) || this.isOfMethod(range)) return;
    this.intake.dynamic({
      range,
      site: { lexical: 'string', where: this.where, ...ALONE, key, call },
    });
  }

  /** `async pullModel(name?: string): Promise<void> {`: a method is defined, and what stands there is a type. */
  private isOfMethod({ start, end }: TextRange): boolean {
    if (this.text.startsWith('?:', start)) return true;
    const isTyped = /:\s?$/.test(textBefore(this.text, start, 2));
    return isTyped && METHOD_BEHIND.test(textBehind(this.text, end, LONGEST_TYPE));
  }

  /** `models.resnet50(weights=…)`: a function of torchvision is the name of its model when weights are loaded. */
  private namedFunction(frame: Frame, end: number): void {
    const { last, name } = frame.callee;
    const { start } = this.trimmed(this.valueStart(frame), end);
    if (/^(?:None|False|false|null)\b/.test(this.text.slice(start, start + 6))) return;
    const from = this.text.lastIndexOf(last, frame.start - 1);
    const operand = { registry: 'torchvision' as const, role: 'loads' as const, evidence: `call:${name}` };
    this.intake.value(
      { start: from, end: from + last.length },
      { lexical: 'bare', where: this.where, ...ALONE, operand },
    );
  }

  private isWeightsKey({ start, end }: TextRange): boolean {
    return (
      (end - start === 7 && this.text.startsWith('weights', start)) ||
      (end - start === 10 && this.text.startsWith('pretrained', start))
    );
  }

  private valueStart(frame: Frame): number {
    if (frame.key === undefined) return frame.argumentStart;
    let at = frame.key.end;
    while (at < this.text.length && ' =:>'.includes(this.text.charAt(at))) at++;
    return at;
  }

  private trimmed(start: number, end: number): TextRange {
    let from = start;
    let to = end;
    while (from < to && ' \n\r\t'.includes(this.text.charAt(from))) from++;
    while (to > from && ' \n\r\t'.includes(this.text.charAt(to - 1))) to--;
    return { start: from, end: to };
  }

  /** A string or number, `self`, or a parameter that takes the rest: nothing that could be looked up. */
  private isLiteral({ start, end }: TextRange): boolean {
    const first = this.text.charAt(start);
    const beginsLiteral = first === '"' || first === "'" || first === '`' || (first >= '0' && first <= '9');
    if (beginsLiteral) {
      const written = textFrom(this.text, start, end, 200);
      return !/[+?|]| or | if /.test(written) && !isFilled(written);
    }
    return (
      first === '{' ||
      /^(?:self|cls|None|null|undefined|True|False|true|false|\*+\w+|\.\.\.\w*)$/.test(
        textFrom(this.text, start, end, 40),
      )
    );
  }

  /** A bracket ends: what was asked for at a revision, what was no model, and a list that is a command. */
  endFrame(frame: Frame, at: number): void {
    if (frame.revision !== '') this.intake.pin({ start: frame.start, end: at }, frame.revision);
    if (frame.isOther) this.intake.withdraw({ start: frame.start, end: at });
    if (this.isWordsLiteral(frame)) this.wordsLiteral({ start: frame.start, end: at });
    else if (frame.strings.length > 0 && (frame.open !== OPEN_BLOCK || this.isWordList(frame)))
      this.endCommand(frame);
  }

  /** `%w[ollama pull x]`, `~w(ollama pull x)`: a list of words without quotes. */
  private isWordsLiteral({ start }: Frame): boolean {
    return /[%~][wW][[({]$/.test(textBefore(this.text, start, 3));
  }

  private wordsLiteral(content: TextRange): void {
    if (content.end - content.start > LONGEST_ARGUMENTS) return;
    const words = wordsIn(this.text, content);
    const written = words.map(({ start, end }) => this.text.slice(start, end));
    if (isProgram(written[0] ?? '') && operandsOf(written).length > 0) this.command(words);
    else
      words
        .filter((_, index) => OF_TAG_OR_OWNER.test(written[index] ?? ''))
        .forEach((word) => this.word(word));
  }

  /** A word of such a list that no hyphen makes a name outside of strings. */
  private word(range: TextRange): void {
    this.intake.value(range, { lexical: 'bare', where: this.where, ...ALONE });
  }

  /** `["vllm", "serve", "owner/name"]`, `spawn("ollama", ["run", "x"])` */
  private endCommand(frame: Frame): void {
    const outer = frame.open === OPEN_LIST ? frame.parent : undefined;
    const first = outer !== undefined && outer.callee.name !== '' ? outer.strings[0] : undefined;
    const program = first ?? this.programBefore(frame);
    const words = program === undefined ? frame.strings : [program, ...frame.strings];
    if (words.length < 2 || this.isFlag(program) || !this.isCommand(words)) return;
    this.command(words);
    this.variableOperand(frame, words);
  }

  /** `["ollama", "pull", model]`: the operand is a variable behind the words that are written. */
  private variableOperand({ strings }: Frame, words: readonly TextRange[]): void {
    const last = strings.at(-1)?.end ?? 0;
    const [lead, name] = BEHIND_WORDS.exec(this.text.slice(last, last + LONGEST_PROGRAM * 2)) ?? [];
    if (lead === undefined || name === undefined) return;
    const written = words.map(({ start, end }) => this.text.slice(start, end));
    const start = last + lead.lastIndexOf(name);
    this.passOperand(written, { start, end: start + name.length });
  }

  /**
   * `ollama pull ${model}`, `"ollama pull " + model`: the operand of a command in a string is a variable that is filled
   * in or added.
   */
  filledOperand({ start, end }: TextRange): void {
    const { text } = this;
    const first = /^[\w./-]{2,80}(?= )/.exec(textBehind(text, start, LONGEST_WORD))?.[0] ?? '';
    if (end - start > LONGEST_ARGUMENTS || !isProgram(first)) return;
    const filled = FILLED.exec(text.slice(start, end));
    const found = filled ?? ADDED.exec(textBehind(text, end, LONGEST_WORD));
    if (found === null) return;
    const [written, braced, plain] = found;
    const name = braced ?? plain ?? '';
    const at = (filled === null ? end : start + filled.index) + written.indexOf(name);
    this.passVariable(text.slice(start, filled === null ? end : start + filled.index), {
      start: at,
      end: at + name.length,
    });
  }

  /** A variable behind the words of a command, where it is the operand. */
  private passVariable(lead: string, range: TextRange): void {
    if (!/\s["']?$/.test(lead)) return;
    this.passOperand(lead.replace(/["']$/, '').trim().split(/\s+/), range);
  }

  /** What is behind the words of a command, where it is the operand. */
  private passOperand(words: readonly string[], range: TextRange): void {
    const operand = operandAt([...words, this.text.slice(range.start, range.end)], words.length);
    if (operand !== undefined)
      this.intake.dynamic({
        range,
        site: { lexical: 'bare', where: this.where, ...ALONE, operand },
      });
  }

  private command(words: readonly TextRange[]): void {
    this.intake.command(words, {
      lexical: 'string',
      where: this.where === 'code' ? 'code' : 'cli',
      ...ALONE,
    });
  }

  /** `{ "vllm", "serve", "owner/name" }`: the array of languages whose arrays stand in braces. */
  private isWordList({ strings: [first], key }: Frame): boolean {
    return (
      key === undefined &&
      first !== undefined &&
      isProgram(textFrom(this.text, first.start, first.end, LONGEST_PROGRAM))
    );
  }

  /**
   * The program whose arguments a list is, where a string before it names one:
   * `callProcess "vllm" ["serve", "owner/name"]`, `Command::new("vllm").args(["serve", "owner/name"])`. The first
   * word of the list must be one that the program knows.
   */
  private programBefore({ open, start, strings }: Frame): TextRange | undefined {
    const [first, second] = strings;
    if (open === OPEN_CALL || first === undefined || second === undefined) return undefined;
    const low = Math.max(0, start - PROGRAM_REACH);
    const last = [...matchesOf(this.text.slice(low, start), QUOTED_PROGRAM)]
      .filter(([, name = '']) => isProgram(name))
      .at(-1);
    if (last === undefined) return undefined;
    const words = strings.map((word) => this.text.slice(word.start, word.end));
    const [, name = ''] = last;
    if (operandsOf([name, ...words]).length === 0) return undefined;
    const at = low + last.index + last[0].length - 1 - name.length;
    return { start: at, end: at + name.length };
  }

  /** `Process.Start("vllm", "serve owner/name")`: a string of several words behind the one that names a program. */
  argumentsOf(frame: Frame, content: TextRange): boolean {
    const [program] = frame.strings;
    if (program === undefined || content.end - content.start > LONGEST_ARGUMENTS) return false;
    const name = textFrom(this.text, program.start, program.end, LONGEST_PROGRAM);
    if (!isProgram(name.slice(name.lastIndexOf('/') + 1))) return false;
    const words = wordsIn(this.text, content);
    const isCommand =
      operandsOf([name, ...words.map(({ start, end }) => this.text.slice(start, end))]).length > 0;
    if (isCommand) this.command([program, ...words]);
    return isCommand;
  }

  /**
   * A string that is given to something for commands, and begins with a program; or one that is given flags with
   * their values.
   */
  isCommandLine({ key, callee }: StringUse, { start, end }: TextRange): boolean {
    const [first, second] = wordsIn(this.text, { start, end: Math.min(end, start + LONGEST_PROGRAM) });
    if (first === undefined) return false;
    const word = this.text.slice(first.start, first.end);
    if (FLAG.test(word)) return key !== '' && second !== undefined && !isProseName(key);
    if (this.where !== 'code') return false;
    const isStarted = isProgram(word) || STARTER.test(word);
    return isStarted && (saysCommand(key) || runsCommands(callee) || isScriptName(key));
  }

  /** `add_argument("--model", choices=[…])`: the values of a flag that a program defines. */
  private isFlag(first: TextRange | undefined): boolean {
    return first !== undefined && this.text.startsWith('-', first.start);
  }

  private isCommand(words: readonly TextRange[]): boolean {
    return words.some(({ start, end }, index) => {
      if (end - start > 60) return false;
      return this.text.charCodeAt(start) === 45 || (index < 3 && isProgram(this.text.slice(start, end)));
    });
  }
}

/** A name with what it is a member of, and what makes the text of it another type's: `MODEL.to_string()`. */
const GIVEN_NAME = new RegExp(
  String.raw`^&?[$@]?${WORD_START}{0,79}(?:(?:\.|::|->)\$?${WORD_START}{0,79}){0,4}(?:\(\))?!?$`,
);
const LONGEST_NAME = 160;
/** The end of a method's parameters, the type that it gives back, and its body: no call has that behind it. */
const METHOD_BEHIND = /^[^()]{0,60}\)\s?:\s?[\w<>[\]|&. ]{1,60}\{/;
const LONGEST_TYPE = 130;
const BEHIND_WORDS = /^["'`]\s*,\s*([A-Za-z_$][\w$]{0,60})[\s,]*[\])}]/;
/** What is filled into a text: `${model}`, `#{model}`, `{model}`, `$model`. */
const FILLED = /[#$]?\{\s{0,4}([A-Za-z_$][\w$]{0,60})\s{0,4}\}|\$([A-Za-z_]\w{0,60})/;
/** What is added behind a text: `"ollama pull " + model`. */
const ADDED = /^["'\x60]\s{0,4}[+.]\s{0,4}(\$?[A-Za-z_][\w$]{0,60})(?![\w(])/;
/** A name with a tag or an owner. */
const OF_TAG_OR_OWNER = /^[A-Za-z][\w.-]*[:/][\w.-]+(?::[\w.-]+)?$/;
/** How far before a list the program is looked for whose arguments it holds. */
const PROGRAM_REACH = 160;
const LONGEST_PROGRAM = 60;
/** The flag that a command line without its program begins with. */
const FLAG = /^--[a-z][\w-]*$/;
/** What starts another program. */
const STARTER = new RegExp(
  String.raw`^(?:(?:\S*/)?python[\d.]*|uvx?|pipx|npx|bunx|docker|podman|nohup|sudo|env|srun|torchrun|accelerate|` +
    String.raw`[A-Z][A-Z\d_]*=\S*)$`,
);
const LONGEST_ARGUMENTS = 1_000;
const LONGEST_WORD = 81;
/** A string that is one word, perhaps with a path before it. */
const QUOTED_PROGRAM = /["'`](?:[\w.-]{0,40}\/){0,8}([\w.-]{1,40})["'`]/g;

/** The name that a string is given to, and the call that it is an argument of. */
interface StringUse {
  readonly key: string;
  readonly callee: string;
}

/** Words of the names of calls that run what they are given: `Process::run`, `run_commands`, `ssh.execCommandAsync`. */
const RUNNING = new Set(
  'run exec execute shell sh bash cmd command commands line system remote async sync'.split(' '),
);

const runsCommands: (callee: string) => boolean = memoized((callee) => {
  const words = wordsOfName(callee.split(/[.:]/).at(-1) ?? '');
  return words.length > 0 && words.every((word) => RUNNING.has(word));
});

/** Whether what a key holds is a command. */
const saysCommand: (key: string) => boolean = memoized((key) =>
  /(?:cmd|command|script|exec)(?:_?line)?$/i.test(key),
);

const WORD = /(?<!\S)\S+/g;

/** The words of a text that stand between blanks. */
function wordsIn(text: string, { start, end }: TextRange): readonly TextRange[] {
  return rangesOf(matchesOf(text.slice(start, end), WORD), start);
}

/** Where what was found in a part of a text stands in the text, by where the part begins. */
export function rangesOf(found: Iterable<RegExpExecArray>, from: number): readonly TextRange[] {
  return [...found].map(({ 0: word, index }) => ({ start: from + index, end: from + index + word.length }));
}
