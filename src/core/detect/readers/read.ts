import { textBefore, textFrom } from '../../text/pieces';
import type { TextRange } from '../../text/range';
import { skipSpaces } from '../../text/charClass';
import { matchesOf } from '../../text/matches';
import { syntaxOf } from '../../text/syntax';
import { canonical } from '../../documents/fileTypes';
import { languageByShape } from '../../documents/shape';
import { isProgram } from '../signatures/commands';
import { ALONE, type Intake } from '../site';
import { definedValues } from '../templateValues';
import { readCode } from './codeReader';
import { readSeparated } from './csvReader';
import { isModelfile, readDockerfile, readModelfile } from './instructionReader';
import { eachLine, readKeyValueLines, readRequirements } from './lineReader';
import { readHttp } from './httpReader';
import { readMakefile } from './makefileReader';
import { readMarkdown } from './markdownReader';
import { readMarkup } from './markupReader';
import { readRestructured } from './restructuredReader';
import { BACKTICK, commandEnd, readShell } from './shellReader';
import { readYaml } from './yamlReader';

/** Languages that are configuration rather than code. */
const CONFIGURATION = new Set(['json', 'jsonc', 'jsonl', 'toml', 'terraform', 'jsonnet', 'cue', 'baml']);

/**
 * Documents within documents that are read as such; further in, a text is running text. Each level reads the rest of
 * the text again.
 */
const MAX_EMBEDDED = 8;

/** @param depth how many documents the text is embedded in */
type Reader = (intake: Intake, range: TextRange, language: string, depth: number) => void;

const READERS: Readonly<Record<string, Reader>> = {
  yaml: readTemplates,
  shellscript: (intake, range) => readShell(intake, range),
  makefile: readMakefile,
  python: readPython,
  powershell: readPowerShell,
  dockerfile: (intake, range, _language, depth) => readDockerfile(intake, range, embedded(intake, depth)),
  modelfile: readModelfile,
  http: (intake, range, _language, depth) => readHttp(intake, range, embedded(intake, depth)),
  'pip-requirements': readRequirements,
  dotenv: lines,
  ini: lines,
  properties: lines,
  csv: readSeparated,
  xml: (intake, range) => readMarkup(intake, range, { where: 'config', scripts: false }),
  html: page,
  vue: page,
  svelte: page,
  astro: pageWithScript,
  markdown: document,
  mdx: document,
  quarto: document,
  restructuredtext: (intake, range, _language, depth) =>
    readRestructured(intake, range, embedded(intake, depth)),
};

/** Reads a part of the text in a language. */
export function readLanguage(intake: Intake, language: string, range: TextRange): void {
  readAt(0, intake, language, range);
}

function readAt(depth: number, intake: Intake, language: string, range: TextRange): void {
  const read = Object.hasOwn(READERS, language) ? READERS[language] : undefined;
  (read ?? code)(intake, range, language, depth);
}

function page(intake: Intake, range: TextRange): void {
  readMarkup(intake, range, { where: 'code', scripts: true });
}

/** https://docs.astro.build/en/basics/astro-components/: a script between lines of dashes stands before the page. */
function pageWithScript(intake: Intake, { start, end }: TextRange): void {
  const close = intake.text.startsWith('---', start) ? intake.text.indexOf('\n---', start) : -1;
  if (close < 0 || close >= end) return page(intake, { start, end });
  code(intake, { start: start + 3, end: close }, 'typescript');
  page(intake, { start: close + 4, end });
}

function document(intake: Intake, range: TextRange, _language: string, depth: number): void {
  readMarkdown(intake, range, embedded(intake, depth));
}

/** Python, and the lines of a notebook that begin with `!` or `%`, which are commands. */
function readPython(intake: Intake, range: TextRange): void {
  code(intake, range, 'python');
  const part =
    range.start === 0 && range.end === intake.text.length
      ? intake.text
      : intake.text.slice(range.start, range.end);
  for (const mark of ['\n!', '\n%']) {
    for (let at = part.indexOf(mark); at >= 0; ) {
      const start = range.start + at + 2;
      const end = commandEnd(intake.text, start, range.end);
      readShell(intake, { start, end });
      // A line that a command goes on in begins none: in the bytes of a resource any line may begin so.
      at = part.indexOf(mark, Math.max(at + 2, end - range.start));
    }
  }
  const first = intake.text.charCodeAt(range.start);
  if (first === 33 || first === 37)
    readShell(intake, { start: range.start + 1, end: commandEnd(intake.text, range.start, range.end) });
}

/** PowerShell is a language of expressions and a shell: a line that begins with a word may be a command. */
function readPowerShell(intake: Intake, range: TextRange): void {
  code(intake, range, 'powershell');
  let read = range.start;
  const command = (start: number): void => {
    read = commandEnd(intake.text, start, range.end, BACKTICK);
    readShell(intake, { start, end: read }, BACKTICK);
  };
  eachLine(intake.text, range, (line): void => {
    if (line.start < read) return;
    const start = commandStart(intake.text, line);
    const first = textFrom(intake.text, start, line.end, 80).split(' ', 2);
    const isCalled = intake.text.charCodeAt(start) === 38;
    if (
      isCalled ||
      (/^[.]?[\w./\\-]+$/.test(first[0] ?? '') &&
        first[1] !== '=' &&
        !POWERSHELL_WORDS.has((first[0] ?? '').toLowerCase()))
    )
      return command(isCalled ? start + 1 : start);
    const behind = programBehind(intake.text, { start, end: line.end });
    if (behind !== undefined) command(behind);
  });
}

/** `$answer = ollama run …`, `$text | ollama run …`: a program that gives or gets a value. */
function programBehind(text: string, { start, end }: TextRange): number | undefined {
  const line = textFrom(text, start, end, LONGEST_CONDITION);
  return [...matchesOf(line, /[=|][ \t]{1,8}(?=([\w./\\-]{1,80}))/g)]
    .filter(([, word = '']) => isProgram(word))
    .map(({ 0: mark, index }) => start + index + mark.length)
    .at(0);
}

const LONGEST_CONDITION = 400;

/** Where the command of a line starts: behind the brace of a block that is opened on it. */
function commandStart(text: string, { start, end }: TextRange): number {
  const first = skipSpaces(text, start, end);
  const line = textFrom(text, first, end, LONGEST_CONDITION);
  const open = /^(?:if|else|elseif|try|foreach|while|\}\s*else)\b/i.test(line) ? line.lastIndexOf('{') : -1;
  return open > 0 ? skipSpaces(text, first + open + 1, end) : first;
}

const POWERSHELL_WORDS = new Set(
  (
    'param if else elseif foreach for while function switch return throw try catch finally begin ' +
    'process end using class enum'
  ).split(' '),
);

/** Reads what a document embeds; text of no known language may be commands or output, and is read as text. */
function embedded(intake: Intake, depth: number): (name: string, range: TextRange) => void {
  return (name, range) => {
    const language = name === '' ? unnamed(intake, range) : canonical(name);
    if (depth < MAX_EMBEDDED) readAt(depth + 1, intake, language, range);
    else readText(intake, range);
  };
}

/** The language of a fence that says none: of its shape, in a quotation without the marks of that. */
function unnamed({ text }: Intake, range: TextRange): string {
  if (isModelfile(text, range)) return 'modelfile';
  if (!QUOTED_FENCE.test(textBefore(text, range.start, LONGEST_FENCE)))
    return languageByShape(text, range) ?? commandOf(text.slice(range.start, range.end));
  const shown = text.slice(range.start, range.end).replace(QUOTE_MARKS, '');
  return languageByShape(shown, { start: 0, end: shown.length }) ?? commandOf(shown);
}

/** `vllm serve owner/name`: the language of lines that mostly begin with a program for models, `''` for others. */
function commandOf(shown: string): string {
  const lines = shown.split('\n', MOST_COMMANDS).filter((line) => /\S/.test(line) && !/^\s*#/.test(line));
  const isCommand = (line: string): boolean => isProgram(FIRST_WORD.exec(line)?.[1] ?? '');
  const isSentence = /[^.]\.\s*$/.test(lines[0] ?? '');
  return !isSentence && lines.length > 0 && lines.filter(isCommand).length * 2 >= lines.length
    ? 'shellscript'
    : '';
}

const FIRST_WORD = /^\s*(?:\$\s+)?([\w./\\-]{1,80})\s/;
/** Lines of a fence that are looked at. */
const MOST_COMMANDS = 20;

const QUOTED_FENCE = /(?:^|\n)[ \t]*>[ \t>]*(?:`{3,}|~{3,})[ \t]*\r?\n$/;
const QUOTE_MARKS = /^[ \t]*(?:>[ \t]?)+/gm;
const LONGEST_FENCE = 40;

function lines(intake: Intake, range: TextRange, language: string): void {
  const syntax = syntaxOf(language);
  if (syntax !== undefined) readKeyValueLines(intake, range, syntax);
}

function code(intake: Intake, range: TextRange, language: string): void {
  const syntax = syntaxOf(language);
  if (syntax === undefined) readText(intake, range);
  else readCode(intake, range, { syntax, where: CONFIGURATION.has(language) ? 'config' : 'code' });
}

/** YAML, also that of a chart's templates, with the parts in it that other templates include. */
function readTemplates(intake: Intake, range: TextRange): void {
  readDefined(intake, range);
  readYaml(intake, range);
}

function readDefined(intake: Intake, range: TextRange): void {
  for (const value of definedValues(intake.text, range))
    intake.value(value, { ...ALONE, lexical: 'bare', where: 'config', key: value.variable });
}

/** Running text, or a text of which no syntax is known. */
function readText(intake: Intake, range: TextRange): void {
  readDefined(intake, range);
  intake.prose(range, { lexical: 'prose', where: 'prose', ...ALONE });
}
