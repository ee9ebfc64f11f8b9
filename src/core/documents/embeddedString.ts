import { lineEnd, nextLine, skipSpaces } from '../text/charClass';
import type { StringToken } from '../text/lexer';
import { textFrom } from '../text/pieces';
import type { TextRange } from '../text/range';
import { blockText } from './blockText';
import { Decoder, type DecodedText } from './decodedText';
import {
  embeddedLanguage,
  isCodeName,
  isProseName,
  isScriptName,
  scriptLanguage,
  wordsOfName,
} from './embedded';
import { addDoubled, addEscaped, hasEscape } from './escapes';
import { canonical } from './fileTypes';

/** Where a string of several words stands in code or configuration. */
export interface StringPlace {
  /** The name that it is given to: a key, a variable, a keyword of a call. */
  readonly key: string;
  /** The name around that one. */
  readonly parent: string;
  /** The call that it is an argument of, as written. */
  readonly callee: string;
  /** The element before it, in a list. */
  readonly wordBefore: string;
  /** It is a command by what stands around it. */
  readonly isCommand?: boolean;
  /** The file is configuration, where a string of several lines is a document more often than words for people. */
  readonly isConfiguration: boolean;
}

export interface EmbeddedString {
  readonly language: string;
  readonly text: DecodedText;
}

/** Calls whose first argument a shell runs, by their whole name. */
const RUNS = new RegExp(
  String.raw`(?:^|\.)(?:subprocess|child_process|sp|os|cp)\.(?:run|call|check_call|check_output|getoutput|` +
    String.raw`getstatusoutput|Popen|popen|system|exec|execSync|spawn|spawnSync)$|(?:^|[.:])(?:execSync|` +
    String.raw`spawnSync|create_subprocess_shell|execaCommand|execaCommandSync|shell_exec|passthru|proc_open|` +
    String.raw`popen|system|execCommand|callCommand|readCreateProcess|spawnCommand|Invoke-Expression|execCmd|` +
    String.raw`execCmdEx|execShellCmd|execProcess|startProcess|executeShell|spawnShell|pipeShell|` +
    String.raw`execute_command_line|open_process_in|open_process_out|` +
    String.raw`shlex\.split|pexpect\.spawn)$|^(?:os\.execute|io\.popen|Sys\.command|` +
    String.raw`os:cmd|OS\.Process\.system|vim\.fn\.system|Kernel\.system|shell)$|^(?:sh|bash|bat|qx|exec|execa|spawn|` +
    String.raw`(?:c|ctx|conn|connection)\.(?:run|local|sudo)|\.exec|\$|Bun\.\$)$|(?:^|\.)System\.shell$`,
);
/** Flags behind which a shell finds its script. */
const SCRIPT_FLAG = /^(?:-[a-z]*c|\/[cC]|-Command|-command)$/;
/** Names of mappings of scripts: those of package.json, composer.json, Hatch, mise, Fly and dev containers. */
const HOLDS_SCRIPTS = /^(?:scripts|tasks|commands|processes)$|[a-z]Command$/;
/** Words that here-documents are ended by and that name no language, but what runs it. */
const LABELS: Readonly<Record<string, string>> = {
  cmd: 'shellscript',
  script: 'shellscript',
  tf: 'terraform',
};
/**
 * What here-documents and strings are read as. JSON in code is a request more often than a file: it stays where it
 * is.
 */
const READ = new Set(
  (
    'yaml toml ini dotenv properties shellscript python dockerfile modelfile terraform typescript ' +
    'javascript powershell sql'
  ).split(' '),
);
/** Last words of names of configuration, whose strings in JSON are documents. */
const CONFIGURATION = new Set('config configuration conf settings yaml yml toml ini json dotenv'.split(' '));
const PIPE = 124;
/** What no shell has: a script for an engine inside the program. */
const JAVASCRIPT =
  /^[ \t]*(?:(?:const|var)[ \t]+[\w${[][^\n=]{0,80}=[ \t]|(?:async )?function[ \t]+\w+[ \t]*\([ \t]*\w)/m;
/** Longest single-line string that may be a script. */
const LONGEST_LINE = 4_000;

/**
 * A string that is a document of its own, and its language: a script that a shell runs, or a text of several lines
 * that its name, the label of the here-document or its shape says is configuration or code. `undefined` for every
 * other string.
 */
export function embeddedString(
  text: string,
  token: StringToken,
  place: StringPlace,
): EmbeddedString | undefined {
  const content = { start: token.contentStart, end: token.contentEnd };
  if (isBody(text, content, place)) return { language: 'json', text: meaningOf(text, token) };
  if (isScript(place)) return isTooLong(content) ? undefined : script(meaningOf(text, token));
  if (token.label === undefined && !isForPeople(place) && holdsQuery(text, content))
    return { language: 'sql', text: meaningOf(text, token) };
  const mayHold = token.label !== undefined || holdsLines(text, content) || holdsObject(text, content, place);
  if (isProseName(place.key) || !mayHold) return undefined;
  const meaning = meaningOf(text, token);
  const language = languageOfText(meaning.text, token, place);
  return language === undefined ? undefined : { language, text: meaning };
}

function script(text: DecodedText): EmbeddedString {
  return { language: scriptLanguage(text.text, { start: 0, end: text.text.length }), text };
}

/** Flags of curl behind which the body of a request stands: https://curl.se/docs/manpage.html */
const DATA_FLAG = /^(?:-d|--json|--data(?:-raw|-ascii|-binary)?)$/;

/** `["curl", "…/api/pull", "-d", "{\"model\": …}"]`: what a command sends whose words are a list of settings. */
function isBody(text: string, { start }: TextRange, { wordBefore, isConfiguration }: StringPlace): boolean {
  return isConfiguration && text.charCodeAt(start) === 123 && isDataFlag(wordBefore);
}

/** Whether a word of a command is the flag before what it sends. */
export function isDataFlag(word: string): boolean {
  return DATA_FLAG.test(word);
}

function isTooLong({ start, end }: TextRange): boolean {
  return end - start > LONGEST_LINE * 5;
}

function isScript({ key, parent, callee, wordBefore, isConfiguration, isCommand }: StringPlace): boolean {
  if (isCommand === true || SCRIPT_FLAG.test(wordBefore) || RUNS.test(callee)) return true;
  return isConfiguration && (isScriptName(key) || HOLDS_SCRIPTS.test(parent));
}

/** A line end, written as such or as an escape, near the beginning. */
function holdsLines(text: string, { start, end }: TextRange): boolean {
  const stop = Math.min(end, start + LONGEST_LINE);
  if (lineEnd(text, start, stop) < stop) return true;
  for (let at = start; at + 1 < stop; at++)
    if (text.charCodeAt(at) === 92 && text.charCodeAt(at + 1) === 110) return true;
  return false;
}

/** A text under a name for people, or that something tells them. */
function isForPeople({ key, callee }: StringPlace): boolean {
  return isProseName(key) || isProseName(lastPart(callee));
}

function lastPart(callee: string): string {
  return callee.slice(callee.lastIndexOf('.') + 1);
}

/** How a statement of SQL begins, and a function in it that is given a text: a model is asked by one. */
const STATEMENT = new RegExp(
  String.raw`^\s{0,200}(?:select\s|with\s{1,20}\w{1,60}\s{1,20}as\s{0,20}\(|(?:insert|merge)\s{1,20}into\s|` +
    String.raw`delete\s{1,20}from\s|update\s{1,20}\S{1,80}\s{1,20}set\s|(?:call|exec(?:ute)?)\s{1,20}[\w.]{1,80}|` +
    String.raw`create\s{1,20}(?:or\s{1,20}replace\s{1,20})?(?:\w{1,20}\s{1,20}){0,2}` +
    String.raw`(?:function|procedure|table|view|model|trigger|index|type)\s)`,
  'i',
);
const GIVES_TEXT = /\w\(\s{0,40}(?:\w{1,40}\s{0,4}(?:=>|:=)\s{0,4})?'/;

/** What sets a column, or a row of settings, to what is written there. */
const SETS = new RegExp(
  String.raw`^\s{0,200}(?:update\s[^;]{1,400}?=\s{0,8}'|(?:insert|replace)\s[^;(]{0,80}?(?:settings?|config\w{0,12}|` +
    String.raw`preferences|options|param(?:eter)?s)["'\x60\]]?\s{0,8}[(v][^;]{0,400}?')`,
  'i',
);

/** `cursor.execute("SELECT ai.openai_embed('…', %s)")`, `db.run("UPDATE agents SET model = '…'")` */
function holdsQuery(text: string, { start, end }: TextRange): boolean {
  const said = textFrom(text, start, end, LONGEST_LINE);
  return STATEMENT.test(said) && (GIVES_TEXT.test(said) || SETS.test(said));
}

/** `{"model": …}` in one line, under a name of configuration, or a line of code under one of code. */
function holdsObject(text: string, { start }: TextRange, { key, isConfiguration }: StringPlace): boolean {
  if (!isConfiguration) return false;
  return isCodeName(key) || (text.charCodeAt(start) === 123 && isConfigurationName(key));
}

function isConfigurationName(name: string): boolean {
  return CONFIGURATION.has(wordsOfName(name).at(-1) ?? '');
}

function languageOfText(
  meaning: string,
  { label, form }: StringToken,
  place: StringPlace,
): string | undefined {
  const { key, callee, isConfiguration } = place;
  const named = label === undefined ? undefined : languageOfLabel(label, meaning);
  if (named !== undefined) return named;
  /** In data, a text of several lines in a string of one line is what someone wrote more often than a document. */
  const isData = isConfiguration && !form.multiline;
  const byShape = isData ? isConfigurationName(key) : !isProseName(lastPart(callee));
  const language = embeddedLanguage(
    meaning,
    { start: 0, end: meaning.length },
    { key: isScriptName(key) && !isConfiguration && !form.multiline ? '' : key, byShape },
  );
  return language !== undefined && (READ.has(language) || (isConfiguration && language === 'json'))
    ? language
    : undefined;
}

function languageOfLabel(label: string, meaning: string): string | undefined {
  const name = label.toLowerCase();
  const language = Object.hasOwn(LABELS, name) ? LABELS[name] : canonical(name);
  if (language === 'shellscript' && JAVASCRIPT.test(meaning)) return 'javascript';
  return language !== undefined && READ.has(language) ? language : undefined;
}

/** What a string means: its escapes read, its indentation left out. */
function meaningOf(text: string, { contentStart, contentEnd, form }: StringToken): DecodedText {
  const range = { start: contentStart, end: contentEnd };
  if (form.escape === 'none' || (form.escape === 'backslash' && !hasEscape(text, range)))
    return hasMargin(text, range) ? withoutMargin(text, range) : blockText(text, range);
  const decoder = new Decoder(text);
  if (form.escape === 'doubled') addDoubled(decoder, text, range, form.close);
  else addEscaped(decoder, text, range);
  return decoder.finish();
}

/** Every line but the first begins with `|`, as Scala and Kotlin write texts that are indented like the code. */
function hasMargin(text: string, { start, end }: TextRange): boolean {
  for (let at = nextLine(text, lineEnd(text, start, end), end), lines = 0; ; lines++) {
    const stop = lineEnd(text, at, end);
    const first = skipSpaces(text, at, stop);
    if (at >= end || (first === stop && stop >= end)) return lines > 0;
    if (text.charCodeAt(first) !== PIPE) return false;
    at = nextLine(text, stop, end);
  }
}

function withoutMargin(text: string, { start, end }: TextRange): DecodedText {
  const decoder = new Decoder(text);
  for (let at = start; at < end; ) {
    const next = nextLine(text, lineEnd(text, at, end), end);
    const first = skipSpaces(text, at, next);
    decoder.copy(text.charCodeAt(first) === PIPE ? first + 1 : at, next);
    at = next;
  }
  return decoder.finish();
}
