import { BACKSLASH, lineEnd, nextLine, skipSpaces, trimEnd } from '../../text/charClass';
import { textFrom } from '../../text/pieces';
import type { TextRange } from '../../text/range';
import { syntaxOf } from '../../text/syntax';
import { ALONE, type Intake, type Site } from '../site';
import { languageOf } from '../../documents/fileTypes';
import { readCode } from './codeReader';
import { readScalar, unquotedRange, wordsOf } from './lineReader';
import type { ReadAs } from './markdownReader';
import { readShell } from './shellReader';

const CONFIG: Site = { lexical: 'bare', where: 'config', ...ALONE };

interface Instruction {
  readonly name: string;
  /** What follows the name, to the end of the last line of the instruction. */
  readonly rest: TextRange;
}

/** Reads a Dockerfile: `ENV`, `ARG` and `LABEL` give values, `RUN` and the like are commands, `FROM` names an image. */
export function readDockerfile(intake: Intake, range: TextRange, readAs: ReadAs): void {
  if (isModelfile(intake.text, range)) return readModelfile(intake, range);
  eachInstruction(intake, range, {
    instruction: ({ name, rest }) => (INSTRUCTIONS.get(name) ?? readWords)(intake, rest, readAs),
    comment: (line) => proseOf(intake, line),
  });
}

type Instructed = (intake: Intake, rest: TextRange, readAs: ReadAs) => void;
/** Nothing in it names a model. */
const nothing: Instructed = () => undefined;

/** How what follows an instruction is read. What follows any other is read word by word. */
const INSTRUCTIONS: ReadonlyMap<string, Instructed> = new Map<string, Instructed>([
  ...['ENV', 'ARG', 'LABEL'].map((name) => [name, settings] as const),
  ...['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK'].map((name) => [name, commandOf] as const),
  ...['COPY', 'ADD'].map((name) => [name, copied] as const),
  ['FROM', baseImage],
  ...['MAINTAINER', 'EXPOSE', 'WORKDIR', 'USER', 'SHELL'].map((name) => [name, nothing] as const),
]);

/** `FROM --platform=… image AS stage`: images with models in them name these. */
function baseImage(intake: Intake, rest: TextRange): void {
  const image = wordsOf(intake.text, rest).find(({ start }) => intake.text.charCodeAt(start) !== DASH);
  if (image !== undefined) intake.value(image, { ...CONFIG, key: 'from' });
}

const DASH = 45;

/** A Modelfile under another name or none: documents often call it a Dockerfile. */
export function isModelfile(text: string, { start, end }: TextRange): boolean {
  const part = textFrom(text, start, end, LONGEST_LOOK);
  return (
    /^FROM\s/m.test(part) &&
    /^(?:TEMPLATE|PARAMETER|SYSTEM|ADAPTER|MESSAGE)\s/m.test(part) &&
    !/^(?:RUN|COPY|CMD|ENTRYPOINT|WORKDIR)\s/m.test(part)
  );
}

/** What is put on the weights, which makes another model of them: a prompt and parameters do not. */
const ADAPTER = /^[ \t]{0,8}ADAPTER\s/im;
/** Texts of several lines, in which nothing is an instruction. */
const LONG_TEXT = /^[ \t]{0,8}(?:SYSTEM|TEMPLATE|LICENSE|MESSAGE[ \t]+\w+)[ \t]+"""[^]*?(?:"""|$(?![^]))/gim;

/**
 * Reads an Ollama Modelfile (https://docs.ollama.com/modelfile). `FROM` names the model that a server runs under
 * another name, or with an adapter, which is made from it.
 */
export function readModelfile(intake: Intake, range: TextRange): void {
  const { text } = intake;
  const role = ADAPTER.test(text.slice(range.start, range.end).replace(LONG_TEXT, '')) ? 'derives' : 'serves';
  eachInstruction(intake, range, {
    instruction: ({ name, rest }) => {
      if (name === 'FROM' || name === 'ADAPTER') {
        intake.value(unquotedRange(text, rest), {
          ...CONFIG,
          key: name,
          operand: { registry: 'ollama', role, evidence: `modelfile:${name}` },
        });
      } else if (name !== 'TEMPLATE' && name !== 'PARAMETER')
        intake.prose(rest, { ...CONFIG, lexical: 'prose' });
    },
    comment: (line) => readComment(intake, line),
  });
}

/** What is done with the lines of a file. */
interface LineReaders {
  readonly instruction: (found: Instruction) => void;
  readonly comment: (line: TextRange) => void;
}

function eachInstruction({ text }: Intake, range: TextRange, { instruction, comment }: LineReaders): void {
  /** After a document without an end no other is looked for: the search would be long each time. */
  let allClosed = true;
  let at = range.start;
  while (at < range.end) {
    const start = skipSpaces(text, at, range.end);
    let stop = lineEnd(text, start, range.end);
    if (text.charCodeAt(start) === 35) comment({ start, end: stop });
    else {
      while (endsOpen(text, start, stop) && stop < range.end) stop = continuedEnd(text, stop, range.end);
      const found = read(text, { start, end: stop });
      const close = found === undefined || !allClosed ? undefined : hereDocumentEnd(text, found, range.end);
      if (close === -1) allClosed = false;
      stop = Math.max(stop, close ?? stop);
      if (found !== undefined)
        instruction({ ...found, rest: { start: found.rest.start, end: Math.max(found.rest.end, stop) } });
    }
    at = nextLine(text, stop, range.end);
  }
}

/** What a Modelfile was made from, as a comment says: an instruction there is still read as such, as a mention. */
function readComment(intake: Intake, line: TextRange): void {
  const start = skipSpaces(intake.text, line.start + 1, line.end);
  const found = read(intake.text, { start, end: line.end });
  const words = found === undefined ? [] : wordsOf(intake.text, found.rest);
  const [word] = words;
  if (found?.name === 'FROM' && word !== undefined && words.length === 1) {
    intake.value(word, {
      ...CONFIG,
      lexical: 'comment',
      where: 'comment',
      operand: { registry: 'ollama', role: 'mentions', evidence: 'modelfile:FROM' },
    });
  } else proseOf(intake, line);
}

function proseOf(intake: Intake, line: TextRange): void {
  intake.prose(line, { ...CONFIG, lexical: 'comment', where: 'comment' });
}

/**
 * The end of the document that an instruction takes its input from (`RUN <<EOF`): `undefined` when it has none, -1
 * when it does not end.
 */
function hereDocumentEnd(text: string, { name, rest }: Instruction, end: number): number | undefined {
  if (name !== 'RUN' && name !== 'COPY' && name !== 'ADD') return undefined;
  const mark = hereDocumentMark(text, rest);
  if (mark === undefined) return undefined;
  for (let at = nextLine(text, rest.end, end); at < end; ) {
    const stop = lineEnd(text, at, end);
    if (stop - at < LONGEST_MARK && text.slice(at, stop).trim() === mark) return stop;
    at = nextLine(text, stop, end);
  }
  return -1;
}

const LONGEST_MARK = 100;
const LONGEST_LOOK = 4_000;

function hereDocumentMark(text: string, { start, end }: TextRange): string | undefined {
  return /<<-?\s*(["']?)([A-Za-z_]\w{0,60})\1/.exec(textFrom(text, start, end, 400))?.[2];
}

/** The end of the line that goes on with the one that ends at `stop`: comments between them do not count. */
function continuedEnd(text: string, stop: number, end: number): number {
  for (let at = nextLine(text, stop, end); ; ) {
    const line = lineEnd(text, at, end);
    if (text.charCodeAt(skipSpaces(text, at, line)) !== 35 || line >= end) return line;
    at = nextLine(text, line, end);
  }
}

function endsOpen(text: string, start: number, end: number): boolean {
  const last = trimEnd(text, start, end) - 1;
  return last >= start && text.charCodeAt(last) === BACKSLASH;
}

function read(text: string, { start, end }: TextRange): Instruction | undefined {
  const name = /^[A-Za-z]+(?=\s)/.exec(textFrom(text, start, end, 20))?.[0];
  if (name === undefined) return undefined;
  const from = skipSpaces(text, start + name.length, end);
  return { name: name.toUpperCase(), rest: { start: from, end: trimEnd(text, from, end) } };
}

/** `NAME=value …`, or `NAME value` in the old form. */
function settings(intake: Intake, rest: TextRange): void {
  const { text } = intake;
  const words = wordsOf(text, rest).filter((word) => !isLineEndMark(text, word));
  const [first, second] = words;
  if (first === undefined) return;
  if (second !== undefined && !text.slice(first.start, first.end).includes('=')) {
    const value = unquotedRange(text, { start: second.start, end: rest.end });
    intake.define(text.slice(first.start, first.end), value, value.start);
    readScalar(intake, value, {
      ...CONFIG,
      key: text.slice(first.start, first.end),
    });
    return;
  }
  for (const word of words) {
    const equals = textFrom(text, word.start, word.end, 100).indexOf('=');
    if (equals <= 0) continue;
    const key = text.slice(word.start, word.start + equals);
    const value = unquotedRange(text, { start: word.start + equals + 1, end: word.end });
    intake.value(value, { ...CONFIG, key });
    intake.define(key, value, value.start);
  }
}

/** The backslash that goes on with the next line, which the words of an instruction are told apart by. */
function isLineEndMark(text: string, { start, end }: TextRange): boolean {
  return end - start === 1 && text.charCodeAt(start) === BACKSLASH;
}

/** `COPY <<EOF /app/config.yaml`: the document is a file of its own. */
function copied(intake: Intake, rest: TextRange, readAs: ReadAs): void {
  const first = { start: rest.start, end: lineEnd(intake.text, rest.start, rest.end) };
  if (first.end >= rest.end || hereDocumentMark(intake.text, first) === undefined)
    return readWords(intake, rest);
  const path = wordsOf(intake.text, first).at(-1);
  readAs(path === undefined ? '' : languageOf(intake.text.slice(path.start, path.end)), {
    start: first.end,
    end: rest.end,
  });
}

/** `RUN python3 <<EOF`: the document is a program. */
function interpreted(intake: Intake, rest: TextRange): TextRange | undefined {
  const end = lineEnd(intake.text, rest.start, rest.end);
  const isPython =
    end < rest.end && /^python[\d.]*\s[^|&;]*<</.test(textFrom(intake.text, rest.start, end, 200));
  return isPython ? { start: end, end: rest.end } : undefined;
}

function commandOf(intake: Intake, rest: TextRange, readAs: ReadAs): void {
  const json = syntaxOf('json');
  const program = interpreted(intake, rest);
  if (program !== undefined) return readAs('python', program);
  if (intake.text.charCodeAt(rest.start) === 91 && json !== undefined)
    readCode(intake, rest, { syntax: json, where: 'cli' });
  else readShell(intake, rest);
}

function readWords(intake: Intake, rest: TextRange): void {
  for (const word of wordsOf(intake.text, rest)) intake.value(word, CONFIG);
}
