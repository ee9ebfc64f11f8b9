import { PROGRAMS as DEFINED, type Of } from '../../registries/tables';
import type { ProgramDefinition } from '../../registries/registry';
import type { Registry } from '../../vocabulary';
import { gramsOf } from '../../text/grams';
import { memoized } from '../../text/memo';
import type { Operand } from '../site';
import { keyKind } from './keys';

type Command = Of<ProgramDefinition>;

/** Programs with subcommands, by their names. */
const PROGRAMS: ReadonlyMap<string, readonly Command[]> = byProgram(
  DEFINED.filter(({ subcommands }) => subcommands !== undefined),
);

/** Programs without subcommands. */
const DIRECT: ReadonlyMap<string, readonly Command[]> = byProgram(
  DEFINED.filter(({ subcommands }) => subcommands === undefined),
);

function byProgram(commands: readonly Command[]): ReadonlyMap<string, readonly Command[]> {
  const map = new Map<string, Command[]>();
  for (const command of commands) map.set(command.program, [...(map.get(command.program) ?? []), command]);
  return map;
}

/** Flags that take the next word, so that it is no operand. */
const TAKES_VALUE = new Set(
  (
    '--local-dir --cache-dir --revision --token --include --exclude --repo-type --port --host ' +
    '--dtype --max-model-len --gpu-memory-utilization --tensor-parallel-size -tp --quantization ' +
    '--served-model-name --api-key ' +
    '-f --file --format --keepalive --quantize -q --chat-template --tool-call-parser --output-dir ' +
    '--ignore-patterns --hf-token --context-size --backend --lora-modules --config -e --env --name ' +
    '-p -v --volume'
  ).split(' '),
);

export interface OperandAt {
  /** Index of the word. */
  readonly index: number;
  readonly operand: Operand;
}

/** The words of a command that must be models. Linear in the number of words. */
export function operandsOf(words: readonly string[]): readonly OperandAt[] {
  for (let at = 0; at < words.length; at++) {
    if (!mayBeProgram(words[at] ?? '')) continue;
    const program = programName(words[at] ?? '');
    const found = withSubcommand(words, at, program) ?? direct(words, at, program);
    if (found !== undefined) return found;
  }
  return [];
}

/** What a command makes of one of its words; `undefined` where that need not be a model. */
export function operandAt(words: readonly string[], at: number): Operand | undefined {
  return operandsOf(words).find(({ index }) => index === at)?.operand;
}

/** Whether a word begins a command that is read here. */
export const isProgram: (word: string) => boolean = memoized((word) => {
  const name = programName(word);
  return PROGRAMS.has(name) || DIRECT.has(name);
});

const NAMES_OF_PROGRAMS = [...new Set([...PROGRAMS.keys(), ...DIRECT.keys()])];

/** Whether a text has the name of a program that is read here: where it has none, no words of it are its command. */
export function mayRunProgram(text: string): boolean {
  const grams = gramsOf(text);
  return NAMES_OF_PROGRAMS.some((name) => grams.mayHave(name) && text.includes(name));
}

/** By the first two characters of programs, the lengths of their names as bits. */
const LENGTHS: Uint32Array = lengths();

function lengths(): Uint32Array {
  const table = new Uint32Array(128 * 128);
  for (const name of [...PROGRAMS.keys(), ...DIRECT.keys()]) {
    const place = name.charCodeAt(0) * 128 + name.charCodeAt(1);
    table[place] = (table[place] ?? 0) | lengthBit(name.length);
  }
  return table;
}

function lengthBit(length: number): number {
  return 1 << Math.min(length, 31);
}

function lengthsFrom(first: number, second: number): number {
  return first < 128 && second < 128 ? (LENGTHS[first * 128 + second] ?? 0) : 0;
}

/**
 * Whether a word with these first characters may be a program: cheaper than to cut it out and ask.
 * @param length of a word that is the name of a program only as a whole
 */
export function mayStartProgram(first: number, second: number, length?: number): boolean {
  if (first === 46 || first === 47) return true;
  const known = lengthsFrom(first, second);
  return length === undefined ? known !== 0 : (known & lengthBit(length)) !== 0;
}

/** By its first letters, where neither a folder nor a mark of the shell stands before it. */
function mayBeProgram(word: string): boolean {
  const first = word.charCodeAt(0);
  return first < 65 || first === 96 || word.includes('/') || lengthsFrom(first, word.charCodeAt(1)) !== 0;
}

/** What a folder, a shell or a quote puts directly before a name. */
const PREFIXES = ['/', '(', '`', '!', '"', "'", '\\'];

/** The name of a program without its folder and what a shell puts before it. */
function programName(word: string): string {
  const last = word.charCodeAt(word.length - 1);
  const end = last === 34 || last === 39 ? word.length - 1 : word.length;
  const start = Math.max(...PREFIXES.map((mark) => word.lastIndexOf(mark, end - 1))) + 1;
  return word.slice(start, word.endsWith('.exe', end) ? end - '.exe'.length : end);
}

/** A command whose operands are data sets or spaces. */
export function isDataCommand(words: readonly string[]): boolean {
  const at = words.findIndex((word) => word.startsWith('--repo-type'));
  return at >= 0 && /dataset|space/.test(`${words[at] ?? ''} ${words[at + 1] ?? ''}`);
}

function withSubcommand(
  words: readonly string[],
  at: number,
  program: string,
): readonly OperandAt[] | undefined {
  const commands = PROGRAMS.get(program);
  if (commands === undefined) return undefined;
  const sub = nextOperand(words, at + 1);
  const match = commands.find(({ subcommands }) => subcommands?.has(words[sub] ?? ''));
  if (match === undefined) return undefined;
  const first = (words[sub] ?? '') === 'model' ? nextOperand(words, sub + 1) : sub;
  if (first !== sub && !/^(?:run|pull|push|inspect|rm|load|download|get)$/.test(words[first] ?? ''))
    return undefined;
  const mode = nextOperand(words, first + 1);
  const last = match.modes.has(words[mode] ?? '') ? mode : first;
  return [
    ...flagged(words, at, match, program),
    ...positional(words, last + 1, match, `${program} ${words[first] ?? ''}`),
  ];
}

function direct(words: readonly string[], at: number, program: string): readonly OperandAt[] | undefined {
  const match = DIRECT.get(program)?.[0];
  if (match === undefined) return undefined;
  return [...flagged(words, at, match, program), ...positional(words, at + 1, match, program)];
}

function positional(
  words: readonly string[],
  from: number,
  { operands, registry, role }: Command,
  name: string,
): readonly OperandAt[] {
  const found: OperandAt[] = [];
  let at = from - 1;
  while (found.length < operands) {
    at = nextOperand(words, at + 1);
    if (at >= words.length) break;
    found.push({ index: at, operand: { registry, role, evidence: `command:${name.trim()}` } });
  }
  return found;
}

function flagged(
  words: readonly string[],
  at: number,
  { flags, registry, role }: Command,
  program: string,
): readonly OperandAt[] {
  const found: OperandAt[] = [];
  for (let i = at + 1; i + 1 < words.length; i++) {
    if (flags.has(words[i] ?? ''))
      found.push({
        index: i + 1,
        operand: { registry, role, evidence: `command:${program} ${words[i] ?? ''}` },
      });
  }
  return found;
}

/** The first word from `from` that is neither a flag nor the value of one. */
function nextOperand(words: readonly string[], from: number): number {
  let at = from;
  while (at < words.length) {
    const word = words[at] ?? '';
    if (!word.startsWith('-')) break;
    at += TAKES_VALUE.has(word) ? 2 : 1;
  }
  return at;
}

const OWNERS: ReadonlyMap<string, Registry> = new Map(
  DEFINED.filter(({ ownsOption }) => ownsOption).map(({ program, registry }) => [program, registry]),
);

/** The registry that a program's `--model` is of, where it can be only one. */
export function registryOfProgram(words: readonly string[]): Registry | undefined {
  for (const [index, word] of words.entries()) {
    // `az … --model-name whisper` runs no program of that name.
    if (!mayBeProgram(word) || keyKind(words[index - 1] ?? '') === 'model') continue;
    const name = programName(word);
    const registry = OWNERS.get(name);
    if (registry !== undefined) return registry;
  }
  return undefined;
}

/** What the name of an image says of its build: `vllm-openai`, `vllm-cpu-env`, `vllm-openai-cu128`. */
const BUILD =
  String.raw`(?:openai|servers?|serving|env|dev|ci|base|release|repo|nightly|cpu|gpu|tpu|xpu|hpu|npu|arm\d*|cuda|` +
  String.raw`rocm|gaudi|neuron|openvino|ascend|jetson|aws|[a-z]{0,8}\d[\w.]{0,20})`;

/**
 * What images of servers run with the arguments that they are given, each by a word that its name has, from the
 * documentation of each: https://docs.vllm.ai/en/stable/deployment/docker.html,
 * https://github.com/ggml-org/llama.cpp/blob/master/docs/docker.md,
 * https://hub.docker.com/r/ollama/ollama, https://localai.io/basics/container/
 */
const OF_IMAGES: readonly (readonly [word: string, repository: RegExp, words: readonly string[]])[] = [
  ['vllm', ofServer('vllm'), ['vllm', 'serve']],
  ['llama', /(?:^|[/-])llama[.-]?cpp(?::|-(?:[\w.-]{1,40}-)?)server[^/]{0,80}$/i, ['llama-server']],
  ['sglang', ofServer('sglang'), ['sglang', 'serve']],
  ['ollama', /(?:^|\/)ollama\/ollama(?::[^/]*)?$/i, ['ollama']],
  ['localai', ofServer('localai'), ['local-ai', 'run']],
  ['local-ai', ofServer('local-ai'), ['local-ai', 'run']],
];

const WORDS_OF_IMAGES = OF_IMAGES.map(([word]) => word);

/** Whether a text may name an image that {@link programOfImage} knows. */
export function mayNameImage(text: string): boolean {
  const grams = gramsOf(text);
  return grams.mayHave('image') && grams.mayHaveAny(WORDS_OF_IMAGES);
}

/** Whether an image may be one that {@link programOfImage} knows, whatever arguments it is given. */
export function mayStartServer(image: string): boolean {
  const name = image.toLowerCase();
  return WORDS_OF_IMAGES.some((word) => name.includes(word));
}

/**
 * An image whose own name is that of a server, with what is said of its build at most. `vllm-dashboard` is something
 * else, and neither an owner nor a tag says what the program is.
 */
function ofServer(program: string): RegExp {
  return new RegExp(String.raw`(?:^|[/-])${program}(?:[._-]${BUILD}){0,6}(?::[^/]*)?$`, 'i');
}

/** Servers that take the model as their first argument, which builds of a project's own take as well. */
const OWN_BUILDS: ReadonlySet<string> = new Set(['vllm', 'sglang']);
/** What an image does that only has to do with such a server. */
const NO_SERVER = new RegExp(
  String.raw`dashboard|router|proxy|gateway|exporter|metrics|client|bench|(?:^|[-_.])(?:ui|web|tests?|eval|docs?|` +
    String.raw`operator|controller|plugin|sidecar|watch\w*|monitor\w*|load\w*|download\w*|init)(?:[-_.]|$)`,
  'i',
);

/** `vllm-acme-patched`, `acme-vllm-llama`: a build of a project's own, by a word of the image's own name. */
function isOwnBuild(image: string, program: string): boolean {
  const [own = ''] = image.slice(image.lastIndexOf('/') + 1).split(':', 1);
  return own.toLowerCase().split(/[-_.]/).includes(program) && !NO_SERVER.test(own);
}

/** Whether the first argument is a repository of the Hub, or the command that takes one. */
function takesFirst(first: string): boolean {
  return first === 'serve' || /^["']?[A-Za-z\d][\w.-]{0,95}\/[A-Za-z\d][\w.-]{0,95}["']?$/.test(first);
}

/**
 * The program that an image starts with the arguments it is given, and what the image itself gives it first.
 * @param first of the arguments, which may write the command of the program out again
 */
export function programOfImage(image: string, first = ''): readonly string[] | undefined {
  const [name = ''] = image.split('@', 1);
  const isOwn = (word: string): boolean =>
    OWN_BUILDS.has(word) && isOwnBuild(name, word) && takesFirst(first);
  const words = OF_IMAGES.find(([word, form]) => form.test(name) || isOwn(word))?.[2];
  return words !== undefined && words[1] === first ? words.slice(0, 1) : words;
}

/** Flags of Docker, of its `run` and their likes that take no value; all others do. */
const SWITCHES = new Set(
  (
    '--detach --interactive --tty --rm --init --privileged --publish-all --read-only --no-healthcheck --quiet ' +
    '--oom-kill-disable --sig-proxy --disable-content-trust --replace --tls-verify --no-hosts --no-hostname --rmi ' +
    '--env-host --http-proxy --passwd --debug --tls --tlsverify --remote'
  ).split(' '),
);
/** `-it`, and with the flag at whose end a value begins: `-dp 80:80`, `-p80:80`. */
const LETTERS = /^-[ditqPDh]*/;
const MAKES_CONTAINER = /^(?:run|create)$/;

/** The index of the image that a program for containers makes one of: `docker run -v a:b image`; -1 for none. */
export function imageAt(words: readonly string[], program: number): number {
  const sub = behindFlags(words, program + 1);
  const made = words[sub] === 'container' ? behindFlags(words, sub + 1) : sub;
  if (!MAKES_CONTAINER.test(words[made] ?? '')) return -1;
  const image = behindFlags(words, made + 1);
  return image < words.length ? image : -1;
}

/** The first word that is neither a flag of these programs, nor the value of one, nor a variable that may hold such. */
function behindFlags(words: readonly string[], from: number): number {
  let at = from;
  for (let word = words[at]; word !== undefined; word = words[at]) {
    if (!/^["']?[-$]/.test(word)) break;
    at += takesNext(word) ? 2 : 1;
  }
  return at;
}

function takesNext(flag: string): boolean {
  if (flag.startsWith('--')) return !flag.includes('=') && !SWITCHES.has(flag);
  const letters = LETTERS.exec(flag)?.[0].length ?? flag.length;
  return flag.length === letters + 1;
}
