import { skipBlanks } from '../text/charClass';
import { memoized } from '../text/memo';
import type { TextRange } from '../text/range';
import { languageOf } from './fileTypes';
import { languageByShape } from './shape';

/** Where a text stands that may be a document of its own. */
export interface EmbeddedPlace {
  /** The name that the text is the value of: a key, a variable. `''` when there is none. */
  readonly key: string;
  /** Where nothing but the shape of the text tells what it is: whether that may decide. */
  readonly byShape: boolean;
}

/** Last words of names whose text a shell runs, or gives to a program as its arguments. */
const SCRIPTS = new Set(
  (
    'run script scripts command commands cmd cmds args entrypoint shell bash exec arguments argv ' +
    'flags options opts'
  ).split(' '),
);
/** Those of them that mean it only behind another word: `claude_args`, `JAVA_OPTS`. */
const ONLY_BEHIND = new Set(['flags', 'options', 'opts', 'run']);
const SCRIPT_NAMES = new Set(
  (
    'run before_script after_script pre_script post_script user_data userdata custom_data ' +
    'startup_script metadata_startup_script runcmd bootcmd post_create_command post_start_command ' +
    'exec_start exec_start_pre pre_start post_start pre_stop post_stop shell_hook inline'
  ).split(' '),
);
/** Last words of names that say in which language their text is. */
const LANGUAGES: Readonly<Record<string, string>> = {
  yaml: 'yaml',
  yml: 'yaml',
  json: 'json',
  toml: 'toml',
  ini: 'ini',
  dotenv: 'dotenv',
  xml: 'xml',
  python: 'python',
  py: 'python',
  javascript: 'javascript',
  js: 'javascript',
  typescript: 'typescript',
  ts: 'typescript',
  sql: 'sql',
  powershell: 'powershell',
  pwsh: 'powershell',
  dockerfile: 'dockerfile',
  modelfile: 'modelfile',
};
/** Last words of names whose text people read, or a model: what looks like a document there is an example. */
const PROSE = new Set(
  (
    'description desc message messages msg prompt prompts body text title summary help notes note ' +
    'comment comments doc docs documentation placeholder example examples instruction instructions ' +
    'system changelog readme about caption label answer question response output outputs usage error ' +
    'warning hint tooltip log logs sample snippet markdown md docstring docstrings epilog epilogue synopsis'
  ).split(' '),
);

/** The words of a name, in lower case: `proxyConfigYaml` → `proxy`, `config`, `yaml`. */
export const wordsOfName: (name: string) => readonly string[] = memoized((name) =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== ''),
);

/**
 * Whether the text under a name is a script or the arguments of a command: `run`, `before_script`, `claude_args`,
 * `user_data`.
 */
export function isScriptName(name: string): boolean {
  const words = wordsOfName(name);
  const last = words.at(-1) ?? '';
  if (SCRIPT_NAMES.has(words.join('_'))) return true;
  return SCRIPTS.has(last) && (words.length > 1 || !ONLY_BEHIND.has(last));
}

/** Whether the text under a name is for people or a prompt: no document that a program reads. */
export function isProseName(name: string): boolean {
  const [before, last = ''] = wordsOfName(name).slice(-2);
  return PROSE.has(last === '' ? (before ?? '') : last) || (before === 'doc' && /^strings?$/.test(last));
}

/**
 * The language of a text that stands in another document: told by its first line (`#!`), by the name it has there
 * when that is a file's (`config.yaml`) or speaks of a script or a language (`run`, `proxyConfigYaml`), and else by
 * its shape. `undefined` for prose.
 */
export function embeddedLanguage(
  text: string,
  range: TextRange,
  { key, byShape }: EmbeddedPlace,
): string | undefined {
  const file = languageOfFile(key);
  if (file !== undefined) return file === 'plaintext' ? undefined : file;
  if (isScriptName(key)) return scriptLanguage(text, range);
  if (isProseName(key)) return text.startsWith('#!', range.start) ? languageByShape(text, range) : undefined;
  const shape = byShape || languageOfName(key) !== undefined ? languageByShape(text, range) : undefined;
  return shape ?? languageOfName(key);
}

/**
 * Languages that a script is in only when its first lines show it, and the settings of a machine that is started
 * (cloud-init).
 */
const OTHER_SCRIPTS = new Set(['python', 'typescript', 'javascript', 'ruby', 'perl', 'powershell']);

/** A script is one of the shell, unless its first lines are those of another language. */
export function scriptLanguage(text: string, range: TextRange): string {
  const shape = languageByShape(text, range);
  const isCloudConfig =
    shape === 'yaml' && text.startsWith('#cloud-config', skipBlanks(text, range.start, range.end));
  return shape !== undefined && (OTHER_SCRIPTS.has(shape) || isCloudConfig) ? shape : 'shellscript';
}

function languageOfName(name: string): string | undefined {
  const [before = '', end = before] = wordsOfName(name).slice(-2);
  const last = end === 'code' ? before : end;
  return Object.hasOwn(LANGUAGES, last) ? LANGUAGES[last] : undefined;
}

/** `jsCode`, `python_code`: the text under such a name is code, in however few lines. */
export function isCodeName(name: string): boolean {
  return wordsOfName(name).at(-1) === 'code' && languageOfName(name) !== undefined;
}

/** Whether the name that a text has in another document is that of a file: a key of a ConfigMap. */
export function isFileName(name: string): boolean {
  return languageOfFile(name) !== undefined;
}

/** The language of a name that is a file's: `plaintext` for one of text, `undefined` for a name that is none. */
function languageOfFile(name: string): string | undefined {
  if (!/^[\w./@-]*\.[A-Za-z][A-Za-z\d]{0,11}$|^(?:[\w./-]*\/)?(?:Dockerfile|Modelfile|Makefile)$/.test(name))
    return undefined;
  const language = languageOf(name);
  if (language !== 'plaintext') return language;
  return /\.(?:txt|log|text|motd)$/i.test(name) ? 'plaintext' : undefined;
}
