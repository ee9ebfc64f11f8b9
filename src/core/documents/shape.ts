import { lineEnd, nextLine, skipBlanks, skipSpaces, trimEnd } from '../text/charClass';
import { textFrom } from '../text/pieces';
import type { TextRange } from '../text/range';

/** Lines and characters that are looked at: the beginning of a document shows what it is. */
const MOST_LINES = 120;
const MOST_CHARACTERS = 8_000;
const LONGEST_LINE = 400;

/** Programs that a script names in its first line. */
const INTERPRETERS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:ba|da|z|k|fi)?sh\b/, 'shellscript'],
  [/\bpython[\d.]*\b|\buv run\b/, 'python'],
  [/\b(?:node|bun)\b/, 'javascript'],
  [/\b(?:deno|tsx|ts-node)\b/, 'typescript'],
  [/\bruby\b/, 'ruby'],
  [/\bperl\b/, 'perl'],
  [/\bphp\b/, 'php'],
  [/\bpwsh\b/, 'powershell'],
  [/\bRscript\b/, 'r'],
  [/\bjulia\b/, 'julia'],
  [/\blua(?:jit)?\b/, 'lua'],
  [/\b(?:runghc|stack)\b/, 'haskell'],
  [/\bmake\b/, 'makefile'],
];

const ENVIRONMENT = /^(?:export\s+)?[A-Z_][A-Z\d_]*=/;
const SECTION = /^\[{1,2}[\w ./:"'@*-]+\]{1,2}\s*(?:[#;].*)?$/;
const ASSIGNMENT = /^(?:"[^"=]+"|[A-Za-z_][\w.-]*)\s*=(?!=|>)/;
const QUOTED_VALUE = /=\s*(?:["'[{]|true\b|false\b|[\d.+-]+\s*(?:#|$))/;
const ENTRY = /^(?:-\s+)*(?:"[^"]+"|'[^']+'|[\w./$@-]+)\s*:(?:\s|$)/;
/** An entry of JSON, which only there has a comma or an open bracket behind it, and what closes its value. */
const MEMBER = /^"[^"]+"\s*:\s*(?:["{[]|(?:true|false|null)\b|-?\d)/;
const CLOSES_VALUE = /^[}\]]+,?$/;
/** A line of a menu that a program prints: `1: OpenAI - gpt-4o`. */
const CHOICE = /^\d+:\s/;
const ITEM = /^-(?:\s|$)/;
const INSTRUCTION = new RegExp(
  String.raw`^(?:FROM|RUN|CMD|ENV|ARG|LABEL|COPY|ADD|ENTRYPOINT|EXPOSE|WORKDIR|USER|VOLUME|SHELL|HEALTHCHECK|` +
    String.raw`ONBUILD|STOPSIGNAL)\s`,
);
const PYTHON = new RegExp(
  String.raw`^(?:from [\w.]+ import |import [\w.]+(?: as \w+)?(?:, [\w.]+)*\s*$|(?:async )?def \w+\(|` +
    String.raw`class \w.*:\s*$|if __name__ == )`,
);
const SCRIPT = new RegExp(
  String.raw`^(?:import .{1,200} from ["']|(?:export )?(?:const|let|var) [\w{[]|module\.exports\b|` +
    String.raw`(?:export )?(?:async )?function \w*\()`,
);
/** A library that R loads, and what a name of it is given. */
const R_LIBRARY = /^(?:library|require)\([\w.]+\)$/;
const R_GIVEN = /^[A-Za-z][\w.$]*\s*<-\s*(?:[A-Za-z][\w.$:]*\(|["'\d])/;
const PROGRAM =
  String.raw`(?:set [-+]|export |source |\. /|if \[|cd |mkdir |cp |mv |` +
  String.raw`rm |echo |printf |sleep |chmod |apt(?:-get)? |apk |yum |dnf |brew |pip3? |uvx? |poetry |conda |` +
  String.raw`npm |npx |pnpm |yarn |python[\d.]* |node |bash |sh |curl |wget |git |docker |podman |kubectl |` +
  String.raw`helm |systemctl |make |cargo |go |terraform |aws |gcloud |az |tar |unzip )`;
/** A variable that only the command behind it gets: `CUDA_VISIBLE_DEVICES=0 `. */
const VARIABLE = String.raw`(?:[A-Z_][A-Z\d_]*=[^\s"']*\s+)`;
/** A program by its path or ending, and any that gets a long flag: `./main -m x`, `sd.exe -m x`, `run --model x`. */
const STARTED =
  String.raw`(?:\.{1,2}[\\/][\w.\\/-]+\s+\S|[\w.:\\/-]+\.exe\s+\S|` +
  String.raw`[a-z~][\w.\\/-]{0,80}(?:\s+(?!--)[\w./:-]{1,80}){0,3}\s+--[a-z][\w-]*(?:[= ]\S|$))`;
/** What a terminal shows before a command: `$ `, `(venv) $ `, `C:\work>`, `PS C:\work> `. */
const PROMPT = String.raw`(?:(?:\([\w.-]+\)\s+)?\$\s+|(?:PS\s+)?[A-Z]:\\[^\s>]*>\s*)`;
const COMMAND = new RegExp(
  String.raw`^(?:${PROMPT}[a-z.~/]|${VARIABLE}*(?:(?:sudo|exec|nohup|time|env)\s+)*(?:${PROGRAM}|${STARTED}))`,
);
/** A command with variables that only it gets: `CUDA_VISIBLE_DEVICES=0 python run.py`. */
const WITH_VARIABLES = new RegExp(`^${VARIABLE}+${PROGRAM}`);
/** What goes on with a command: flags, words of a compound one, its end. */
const CONTINUATION = /^(?:-{1,2}[A-Za-z]|then$|do$|done$|fi$|else$|esac$|&&|\|\||\|)/;
/** A line of a template that writes nothing itself. */
const TEMPLATE = /^(?:\{\{.*\}\}|\{%.*%\}|\{#.*#\}|<%.*%>|\{\{[#/^!].*\}\})$/;
/** A value that is a sentence: what stands before its colon is no key. */
const SENTENCE = /(?<!\S)(?:\S+\s+){8}|[.!?]["']?$/;

/**
 * The language of a document that nothing else tells: what its first lines look like. `undefined` for prose and for
 * everything that is not sure. Knows formats, not what is written in them. Looks at a bounded part.
 */
export function languageByShape(text: string, range: TextRange): string | undefined {
  const start = skipBlanks(text, range.start, range.end);
  if (start >= range.end) return undefined;
  if (text.startsWith('#!', start)) return interpreter(text.slice(start, lineEnd(text, start, range.end)));
  if (text.startsWith('#cloud-config', start)) return 'yaml';
  const first = text.charCodeAt(start);
  if (first === 60) return markup(text, start, range.end);
  if ((first === 123 || first === 91) && isJson(text, start, range.end)) return 'json';
  const lines = linesOf(text, { start, end: range.end });
  return (first === 40 ? byForms(lines) : undefined) ?? byLines(lines);
}

/** What begins a form of Lisp: `(defun answer (…`, `(api/create {`. */
const FORM = /^\([a-z*][\w.*+!?<>=/-]{0,80}(?=[\s()]|$)/i;
/** A keyword before its value, and what defines or loads something: sentences in parentheses have neither. */
const LISP = /(?<=[\s({[]):[a-z][\w*+!?-]*(?=[\s)])|^\((?:def\w*|let\*?|setq|setf|require|ns|use-package)\s/;
/** Mappings and vectors, which only Clojure writes so. */
const CLOJURE = /\{:[a-z]|^\((?:ns|defn-?)\s/;

/** Forms of Lisp and nothing else, the last of which is closed. */
function byForms(lines: readonly Line[]): string | undefined {
  const isOfForms =
    lines.every(({ text, indent }) => indent > 0 || FORM.test(text)) && lines.at(-1)?.text.endsWith(')');
  if (isOfForms !== true || !lines.some(({ text }) => LISP.test(text))) return undefined;
  return lines.some(({ text }) => CLOJURE.test(text)) ? 'clojure' : 'lisp';
}

function interpreter(line: string): string | undefined {
  return INTERPRETERS.find(([program]) => program.test(line))?.[1];
}

function markup(text: string, start: number, end: number): string | undefined {
  const head = textFrom(text, start, end, LONGEST_LINE);
  if (/^<(?:!doctype html|html|head|body|script|template|div)\b/i.test(head)) return 'html';
  if (!/^<(?:\?xml|!--|!DOCTYPE|[A-Za-z][\w:.-]*[\s>/])/.test(head)) return undefined;
  const last = trimEnd(text, start, end);
  return text.charCodeAt(last - 1) === 62 && (head.startsWith('<?xml') || hasEndTag(text, start, last))
    ? 'xml'
    : undefined;
}

/** The last tag closes the first: `<project> … </project>`. */
function hasEndTag(text: string, start: number, end: number): boolean {
  const name = /^<([A-Za-z][\w:.-]*)/.exec(text.slice(start, start + 80))?.[1];
  return name === undefined || text.startsWith(`</${name}`, end - name.length - 3);
}

/** `{ "…` or `[ "…`, `[ {…`, closed at the end. */
function isJson(text: string, start: number, end: number): boolean {
  const open = text.charAt(start);
  const next = text.charAt(skipBlanks(text, start + 1, end));
  const last = text.charAt(trimEnd(text, start, end) - 1);
  if (open === '{') return last === '}' && (next === '"' || next === '}') && !text.startsWith('{{', start);
  return last === ']' && (next === '"' || next === '{' || next === '[');
}

interface Line {
  readonly text: string;
  readonly indent: number;
}

/** The lines that say something: no empty ones, no comments, none of a template. */
function linesOf(text: string, { start, end }: TextRange): readonly Line[] {
  const lines: Line[] = [];
  const limit = Math.min(end, start + MOST_CHARACTERS);
  for (let at = start; at < limit && lines.length < MOST_LINES; ) {
    const stop = lineEnd(text, at, limit);
    const first = skipSpaces(text, at, stop);
    const line = textFrom(text, first, trimEnd(text, first, stop), LONGEST_LINE);
    if (line !== '' && !/^(?:#(?!\[)|;|\/\/|---$|\.\.\.$|%YAML)/.test(line) && !TEMPLATE.test(line))
      lines.push({ text: line, indent: at === start ? -1 : first - at });
    at = nextLine(text, stop, limit);
  }
  return withFirstIndent(lines);
}

/** The first line may stand behind its own indentation: it has that of the least indented one. */
function withFirstIndent(lines: readonly Line[]): readonly Line[] {
  const [first, ...others] = lines;
  if (first === undefined || first.indent >= 0) return lines;
  const indent = others.reduce((least, line) => Math.min(least, line.indent), Number.MAX_SAFE_INTEGER);
  return [{ ...first, indent: others.length === 0 ? 0 : indent }, ...others];
}

function byLines(lines: readonly Line[]): string | undefined {
  if (lines.length === 0) return undefined;
  const outer = lines.reduce((least, { indent }) => Math.min(least, indent), Number.MAX_SAFE_INTEGER);
  const top = lines.filter(({ indent }) => indent === outer).map(({ text }) => text);
  if (isModelfile(top)) return 'modelfile';
  if (isDockerfile(top)) return 'dockerfile';
  if (top.every((line) => ENVIRONMENT.test(line) && !WITH_VARIABLES.test(line))) return 'dotenv';
  if (isPython(top)) return 'python';
  if (isR(top)) return 'r';
  if (top.filter((line) => SCRIPT.test(line)).length >= 2) return 'typescript';
  if (isMembers(top)) return 'json';
  return settings(top) ?? (isYaml(lines, outer) ? 'yaml' : isShell(top) ? 'shellscript' : undefined);
}

function isDockerfile(top: readonly string[]): boolean {
  return (
    top.length > 1 &&
    /^(?:FROM|ARG)\s/.test(top[0] ?? '') &&
    share(top, (line) => INSTRUCTION.test(line)) > 0.5
  );
}

/** https://docs.ollama.com/modelfile */
function isModelfile(top: readonly string[]): boolean {
  return (
    top.some((line) => /^FROM\s+\S+$/.test(line)) &&
    top.some((line) => /^(?:PARAMETER|TEMPLATE|SYSTEM|ADAPTER|MESSAGE)\s+\S/.test(line)) &&
    !top.some((line) => /^(?:RUN|CMD|COPY|ENTRYPOINT|WORKDIR)\s/.test(line))
  );
}

function isPython(top: readonly string[]): boolean {
  return PYTHON.test(top[0] ?? '') || top.filter((line) => PYTHON.test(line)).length >= 2;
}

/** What gives a name something is another's sign too: Haskell's, Scala's and Go's. */
function isR(top: readonly string[]): boolean {
  const given = top.filter((line) => R_GIVEN.test(line)).length;
  return given > 0 && (R_LIBRARY.test(top[0] ?? '') || (given > 1 && given * 2 >= top.length));
}

/** TOML writes strings in quotes; INI and its like do not. */
function settings(top: readonly string[]): string | undefined {
  const assignments = top.filter((line) => ASSIGNMENT.test(line));
  const sections = top.filter((line) => SECTION.test(line));
  if (assignments.length === 0 || assignments.length + sections.length < top.length * 0.9) return undefined;
  const quoted = assignments.filter((line) => QUOTED_VALUE.test(line)).length;
  if (quoted === assignments.length && (sections.length > 0 || quoted > 1)) return 'toml';
  return sections.length > 0 ? 'ini' : assignments.length > 1 ? 'properties' : undefined;
}

/** What is to be put into an object of JSON, without its braces: `"model": "…",`. */
function isMembers(top: readonly string[]): boolean {
  return (
    top.some((line) => /[,{[]$/.test(line)) &&
    top.every((line) => MEMBER.test(line) || CLOSES_VALUE.test(line))
  );
}

/** Every line at the left is an entry of a mapping or an element of a list, and few values are sentences. */
function isYaml(lines: readonly Line[], outer: number): boolean {
  const entries = lines.filter(({ text }) => ENTRY.test(text));
  const [only] = entries;
  if (only === undefined) return false;
  const isLine = ({ text, indent }: Line): boolean => indent > outer || ENTRY.test(text) || ITEM.test(text);
  if (!lines.every(isLine) || entries.every(({ text }) => CHOICE.test(text))) return false;
  const sentences = entries.filter(({ text }) => SENTENCE.test(valueOf(text)));
  if (sentences.length * 3 > entries.length) return false;
  return entries.length > 1 || (/^["']?[a-z]/.test(only.text) && !/\s/.test(valueOf(only.text)));
}

function valueOf(entry: string): string {
  return entry.slice(entry.indexOf(':') + 1).trim();
}

function isShell(top: readonly string[]): boolean {
  const isCommand = (line: string): boolean => COMMAND.test(line);
  return (
    top.some(isCommand) &&
    share(top, (line) => isCommand(line) || ENVIRONMENT.test(line) || CONTINUATION.test(line)) >= 0.5 &&
    !/[^.]\.$/.test(top[0] ?? '')
  );
}

function share(lines: readonly string[], is: (line: string) => boolean): number {
  return lines.length === 0 ? 0 : lines.filter(is).length / lines.length;
}

/**
 * Whether a text looks at all like one of words that a person reads: most of its lines are long and have no marks of
 * code.
 */
export function isProse(text: string, range: TextRange): boolean {
  const lines = linesOf(text, { start: skipBlanks(text, range.start, range.end), end: range.end });
  return (
    share(
      lines.map((line) => line.text),
      (line) => !/[{};]$|[=(){}[\]<>]/.test(line),
    ) > 0.5
  );
}
