import { templateValues } from '../templateValues';
import {
  BACKSLASH,
  hasBlank,
  isBlankCode,
  isDigitCode,
  lineEnd,
  nextLine,
  skipSpaces,
  trimEnd,
} from '../../text/charClass';
import { commentStart } from '../../text/lexicalState';
import { matchesOf } from '../../text/matches';
import { textBehind, textFrom } from '../../text/pieces';
import type { TextRange } from '../../text/range';
import type { Syntax } from '../../text/syntax';
import { verbatim } from '../../documents/decodedText';
import { isScriptName } from '../../documents/embedded';
import { isFilePath } from '../filePath';
import { keyWords } from '../signatures/keys';
import { ALONE, type Intake, type Site } from '../site';
import { readShell } from './shellReader';

const CONFIG: Site = { lexical: 'bare', where: 'config', ...ALONE };

/** Reads files of `key=value` lines with `#` comments and `[sections]`: `.env`, INI, properties. */
export function readKeyValueLines(intake: Intake, range: TextRange, syntax: Syntax): void {
  let section = '';
  const group = intake.newGroup();
  eachContinuedLine(intake.text, range, (line) => {
    const comment = commentStart(intake.text, line, syntax);
    if (comment < line.end)
      intake.prose({ start: comment, end: line.end }, { ...CONFIG, lexical: 'comment', where: 'comment' });
    const start = skipSpaces(intake.text, line.start, comment);
    const end = trimEnd(intake.text, start, comment);
    if (start >= end) return;
    if (intake.text.charCodeAt(start) === 91)
      section = intake.text.slice(start + 1, Math.min(end, start + 100) - 1);
    else {
      keyValue(intake, { start, end }, section);
      numberedKey(intake, { start, end }, group);
    }
  });
}

/** A key that has a number may be a model, in a table of what is known of models: `text-embedding-ada-002=1536`. */
const NUMBERED_KEY = /^([A-Za-z][\w.-]{0,60}(?:\/[\w.-]{1,96})?)[ \t]{0,8}=[ \t]{0,8}\d[\d._]{0,20}$/;

function numberedKey(intake: Intake, { start, end }: TextRange, group: number): void {
  if (!isDigitCode(intake.text.charCodeAt(end - 1))) return;
  const key = NUMBERED_KEY.exec(textFrom(intake.text, start, end, LONGEST_NUMBERED))?.[1];
  if (key === undefined || !/[-/]/.test(key)) return;
  intake.value({ start, end: start + key.length }, { ...CONFIG, isKey: true, group });
}
const LONGEST_NUMBERED = 240;

function keyValue(intake: Intake, line: TextRange, section: string): void {
  const { text } = intake;
  const mark = separator(text, line);
  if (mark < 0) return intake.prose(line, CONFIG);
  if (text.startsWith('://', mark) && readDirective(intake, line)) return;
  const key = textFrom(text, line.start, trimEnd(text, line.start, mark), 160).replace(/^export\s+/, '');
  const value = unquotedRange(text, { start: skipContinued(text, mark + 1, line.end), end: line.end });
  if (SUBMODULE.test(section)) return readSubmodule(intake, key, value);
  if (isScriptName(key) && hasBlank(text, value.start, value.end)) return readShell(intake, value);
  if (key === 'Environment') return readVariables(intake, value);
  readScalar(intake, value, { ...CONFIG, key, parents: section === '' ? [] : [section] });
  intake.define(key, value, value.start);
}

/** A word of a server and an address: `proxy_pass https://host/path;`, `ProxyPass "/path" "https://host/path"`. */
const DIRECTIVE = new RegExp(
  String.raw`^(?:\w[^{}"'#\n]{0,120}\{[ \t]{0,20})?([A-Za-z_]\w{2,40})[ \t]{1,40}` +
    String.raw`(?:["']?\/[^\s"']{0,80}["']?[ \t]{1,40})?["']?(https?:\/\/[^\s"';]{1,1000})`,
);

function readDirective(intake: Intake, { start, end }: TextRange): boolean {
  const [whole = '', key = '', address = ''] = DIRECTIVE.exec(textFrom(intake.text, start, end, 1_200)) ?? [];
  if (address === '') return false;
  const from = start + whole.length - address.length;
  intake.value({ start: from, end: from + address.length }, { ...CONFIG, key });
  return true;
}

/** A section of `.gitmodules`: https://git-scm.com/docs/gitmodules */
const SUBMODULE = /^submodule\s/;
const CLONED: Site = {
  ...CONFIG,
  operand: { registry: 'huggingface', role: 'loads', evidence: 'git submodule' },
};

/** What a submodule is got from is its address; its path and its name are the project's own. */
function readSubmodule(intake: Intake, key: string, value: TextRange): void {
  if (key === 'url') intake.value(value, CLONED);
}

/** `Environment="MODEL_ID=owner/name" "PORT=80"` of systemd. */
function readVariables(intake: Intake, value: TextRange): void {
  for (const word of wordsOf(intake.text, value)) {
    const [, lead = '', name = ''] =
      /^(["']?)([A-Za-z_]\w*)=/.exec(textFrom(intake.text, word.start, word.end, 160)) ?? [];
    const start = word.start + lead.length + name.length + 1;
    const end = /["']/.test(intake.text.charAt(word.end - 1)) ? word.end - 1 : word.end;
    if (name !== '' && end > start) readScalar(intake, { start, end }, { ...CONFIG, key: name });
  }
}

function separator(text: string, { start, end }: TextRange): number {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 61 || code === 58) return at;
  }
  return -1;
}

/** A value: as a whole when it is one word, as running text when it is several. */
export function readScalar(intake: Intake, value: TextRange, site: Site): void {
  if (value.end <= value.start || readCallOfR(intake, value, site)) return;
  const given = templateValues(intake.text, value);
  if (given.length > 0) return given.forEach((one) => intake.value(one, site));
  const listed = elementsOf(intake.text, value);
  if (listed.length > 0) return listed.forEach((element) => intake.value(element, site));
  if (holdsAddresses(intake.text, value, site) && readSpacedList(intake, value, site)) return;
  const named = [...entriesOf(intake.text, value, site), ...settingsIn(intake.text, value)];
  if (named.length > 0)
    return named.forEach(({ range, key = site.key }) => intake.value(range, { ...site, key }));
  if (!hasBlank(intake.text, value.start, value.end) || isFilePath(intake.text, value))
    return intake.value(value, site);
  if (!readSpacedList(intake, value, site)) intake.prose(value, { ...site, lexical: 'prose' });
}

/** A call of a function of a package, as settings of R keep it: `ellmer::chat_openai(model = "gpt-4o")`. */
const CALL_OF_R = /^[a-z][A-Za-z\d.]{1,40}::[a-z][\w.]{1,60}\([^\n]{0,400}\)$/;

/** Reads a value that such a call is: what it is given is asked for when the value is evaluated. */
function readCallOfR(intake: Intake, { start, end }: TextRange, { key }: Site): boolean {
  const call = CALL_OF_R.exec(textFrom(intake.text, start, end, LONGEST_ROW));
  return call !== null && intake.embed('r', verbatim(intake.text, { start, end }), key);
}

/** A list of JSON in one text, as programs read it from a variable of their environment. */
const JSON_LIST = /^\[\s{0,8}"[^"\\]{1,200}"(?:\s{0,8},\s{0,8}"[^"\\]{1,200}"){0,60}\s{0,8}\]$/;

/** The elements of such a list, `["owner/name", "owner/other"]`; none of any other value. */
function elementsOf(text: string, { start, end }: TextRange): readonly TextRange[] {
  if (text.charCodeAt(start) !== 91 || text.charCodeAt(end - 1) !== 93) return [];
  const list = text.slice(start, end);
  return JSON_LIST.test(list)
    ? Array.from(list.matchAll(/"([^"]+)"/g), ({ 1: element = '', index }) => ({
        start: start + index + 1,
        end: start + index + 1 + element.length,
      }))
    : [];
}

/** `MODELS=name,hub://owner/name`: names and addresses in a row under a key for several models, without blanks. */
function holdsAddresses(text: string, { start, end }: TextRange, { key }: Site): boolean {
  const written = textFrom(text, start, end, LONGEST_ROW);
  return NAMES_AND_ADDRESSES.test(written) && keyWords(key).some((word) => SEVERAL.test(word));
}

const LONGEST_ROW = 2_000;
const NAMES_AND_ADDRESSES = /^[^\s,?]+(?:,[^\s,?]+)+$(?<=:\/\/[^]*)/;

interface NamedPart {
  readonly range: TextRange;
  /** The key that it has within the value. */
  readonly key?: string;
}

/** A key for the models that are offered, and an element that adds one, with how it is shown and what it can. */
const OF_LIST = /models?_?list$/i;
const ADDED = /^\+?([^=<>+,\s"']{2,120})(?:->[^=<,]{1,80})?(?:=[^,<]{0,80})?(?:<[^>,]{0,80}>)?$/;

/**
 * `OPENAI_MODEL_LIST=-all,+gpt-4-turbo,+o3=Thinker<200000:reasoning>`: the models that a row adds. What is taken
 * away is none, and the deployment that runs one, `gpt-4o->name`, is the account's own
 * (https://lobehub.com/docs/self-hosting/advanced/model-list).
 */
function entriesOf(text: string, { start, end }: TextRange, { key }: Site): readonly NamedPart[] {
  const row = textFrom(text, start, end, LONGEST_ROW);
  if (!OF_LIST.test(key) || !/(?:^|,)[+-]|=|->/.test(row)) return [];
  return partsOf(row, ',', start).flatMap((part) => {
    const written = text.slice(part.start, part.end);
    const name = written.startsWith('-') ? undefined : ADDED.exec(written)?.[1];
    const from = part.start + (written.startsWith('+') ? 1 : 0);
    return name === undefined ? [] : [{ range: { start: from, end: from + name.length } }];
  });
}

const SETTINGS = new RegExp(
  String.raw`^[A-Za-z][\w.-]{0,40}=[^;=\s]{0,200}(?:;\s?[A-Za-z][\w.-]{0,40}=[^;\s]{0,200}){1,20};?$`,
);
const SETTING = /([A-Za-z][\w.-]{0,40})=([^;\s]{1,200})/g;
const NAMES_MODEL = /^(?:\w{1,20}[_.-])?model(?:[_.-]?(?:id|name))?$/i;

/** `model=gpt-4o;provider=openai`: settings in a row in one value, of which those for models are told. */
function settingsIn(text: string, { start, end }: TextRange): readonly NamedPart[] {
  const row = textFrom(text, start, end, LONGEST_ROW);
  if (!SETTINGS.test(row)) return [];
  return Array.from(matchesOf(row, SETTING), ({ 0: all, 1: key = '', 2: value = '', index }) => {
    const at = start + index + all.length;
    return { range: { start: at - value.length, end: at }, key };
  }).filter(({ key }) => NAMES_MODEL.test(key));
}

/** What stands between values of a list: a mark, or blanks where the key is for several models. */
const BETWEEN_VALUES = /[,|;]/;
const NO_VALUE = /[\s"'{}()]/;

/** `a, b, c` and `a | b` under a key are lists of values, and so is `a-1 b-2` under a key for several models. */
function readSpacedList(intake: Intake, value: TextRange, site: Site): boolean {
  const { text } = intake;
  if (site.key === '' || value.end - value.start > 2_000) return false;
  const written = text.slice(value.start, value.end);
  const mark = BETWEEN_VALUES.exec(written)?.[0];
  const parts = mark === undefined ? wordsOf(text, value) : partsOf(written, mark, value.start);
  if (parts.length < 2) return false;
  const isPart =
    mark === undefined ? isNameOfSeveral(site.key) : (part: string): boolean => !NO_VALUE.test(part);
  if (!parts.every(({ start, end }) => isPart(text.slice(start, end)))) return false;
  for (const part of parts) if (part.end > part.start) intake.value(part, site);
  return true;
}

/** The parts of a text between marks, without the blanks around them. */
function partsOf(written: string, mark: string, from: number): readonly TextRange[] {
  let at = from;
  return written.split(mark).map((part) => {
    const start = at + part.length - part.trimStart().length;
    at += part.length + 1;
    return { start, end: Math.max(start, at - 1 - (part.length - part.trimEnd().length)) };
  });
}

/** Tells, for a key, whether a word may be one of several names under it: more than letters, no word of a sentence. */
function isNameOfSeveral(key: string): (word: string) => boolean {
  const isForSeveral = keyWords(key).some((word) => SEVERAL.test(word));
  return (word) => isForSeveral && /^[A-Za-z][\w./:@-]*$/.test(word) && /[-:/\d]/.test(word);
}

const SEVERAL = /^(?:models|llms|embeddings|deployments)$/;

/** The range inside the quotes, when a value is quoted as a whole. */
export function unquotedRange(text: string, { start, end }: TextRange): TextRange {
  const first = text.charCodeAt(start);
  const isQuoted = (first === 34 || first === 39) && end - start >= 2 && text.charCodeAt(end - 1) === first;
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
}

/** The first offset that is neither a blank nor a backslash at the end of a line. */
function skipContinued(text: string, from: number, end: number): number {
  let at = skipSpaces(text, from, end);
  while (text.charCodeAt(at) === BACKSLASH && at < end && lineEnd(text, at + 1, end) === at + 1)
    at = skipSpaces(text, nextLine(text, at + 1, end), end);
  return at;
}

/** Calls back for each line, with those that it is gone on with behind a backslash at its end. */
function eachContinuedLine(text: string, range: TextRange, line: (line: TextRange) => void): void {
  let start = -1;
  eachLine(text, range, (part) => {
    if (start < 0) ({ start } = part);
    const isComment = COMMENT_MARKS.has(text.charCodeAt(skipSpaces(text, part.start, part.end)));
    if (text.charCodeAt(part.end - 1) === BACKSLASH && part.end < range.end && !isComment) return;
    line({ start, end: part.end });
    start = -1;
  });
  if (start >= 0) line({ start, end: range.end });
}

/** `#`, `;` and `!` */
const COMMENT_MARKS = new Set([35, 59, 33]);

/** Calls back for each line, its end left out. */
export function eachLine(text: string, range: TextRange, line: (line: TextRange) => void): void {
  for (let start = range.start; start < range.end; ) {
    const end = lineEnd(text, start, range.end);
    line({ start, end });
    start = nextLine(text, end, range.end);
  }
}

/** Reads a list of Python packages: `name @ url`, `name==1.2`. */
export function readRequirements(intake: Intake, range: TextRange): void {
  eachLine(intake.text, range, (line) => {
    const { text } = intake;
    const start = skipSpaces(text, line.start, line.end);
    if (text.charCodeAt(start) === 35)
      return intake.prose({ start, end: line.end }, { ...CONFIG, lexical: 'comment', where: 'comment' });
    for (const word of wordsOf(text, { start, end: line.end })) {
      const equals = textFrom(text, word.start, word.end, 80).search(/[=<>~!;[]/);
      intake.value(
        equals > 0 && !textBehind(text, word.start, 12).includes('://')
          ? { start: word.start, end: word.start + equals }
          : word,
        CONFIG,
      );
    }
  });
}

/** The words of a line, cut at spaces. */
export function wordsOf(text: string, { start, end }: TextRange): readonly TextRange[] {
  const words: TextRange[] = [];
  let at = start;
  while (at < end) {
    while (at < end && isBlankCode(text.charCodeAt(at))) at++;
    const from = at;
    while (at < end && !isBlankCode(text.charCodeAt(at))) at++;
    if (at > from) words.push({ start: from, end: at });
  }
  return words;
}
