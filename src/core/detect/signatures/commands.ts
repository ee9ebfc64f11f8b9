import type { Registry, Role } from '../../vocabulary';
import { memoized } from '../../text/memo';
import type { Operand } from '../site';

/** Commands that take a model as a word of their own, and programs whose `-m` means a model. */
interface Command {
  readonly registry: Registry;
  readonly role: Role;
  /** Words behind the program, one of which must come first; none for programs that take the model directly. */
  readonly subcommands: ReadonlySet<string>;
  /** How many of the operands name models. */
  readonly operands: number;
  /** Short flags that mean a model here. */
  readonly flags: ReadonlySet<string>;
}

function command(
  registry: Registry,
  role: Role,
  subcommands: string,
  extra: { operands?: number; flags?: string } = {},
): Command {
  const words = (list: string | undefined): ReadonlySet<string> =>
    new Set((list ?? '').split(' ').filter((word) => word !== ''));
  return {
    registry,
    role,
    subcommands: words(subcommands),
    operands: extra.operands ?? 1,
    flags: words(extra.flags),
  };
}

const PROGRAMS: ReadonlyMap<string, readonly Command[]> = new Map<string, readonly Command[]>([
  [
    'ollama',
    [
      command('ollama', 'serves', 'run pull'),
      command('ollama', 'mentions', 'show push rm stop'),
      command('ollama', 'mentions', 'cp', { operands: 1 }),
      command('ollama', 'loads', 'launch', { operands: 0 }),
    ],
  ],
  ['vllm', [command('huggingface', 'serves', 'serve bench')]],
  ['hf', [command('huggingface', 'loads', 'download')]],
  ['huggingface-cli', [command('huggingface', 'loads', 'download')]],
  ['docker', [command('docker', 'serves', 'model')]],
  [
    'llm',
    [
      command('other', 'calls', 'chat prompt embed', { operands: 0, flags: '-m' }),
      command('other', 'calls', 'models', { operands: 0 }),
    ],
  ],
  ['lms', [command('other', 'serves', 'get load')]],
  ['ramalama', [command('ollama', 'serves', 'run pull serve')]],
  ['spacy', [command('spacy', 'loads', 'download')]],
  ['modelscope', [command('modelscope', 'loads', 'download')]],
  ['tune', [command('huggingface', 'loads', 'download')]],
  ['litgpt', [command('huggingface', 'loads', 'download finetune chat serve generate')]],
  ['replicate', [command('replicate', 'calls', 'run')]],
  ['foundry', [command('azure', 'serves', 'model')]],
  ['sglang', [command('huggingface', 'serves', 'serve')]],
  ['local-ai', [command('other', 'serves', 'run', { operands: 1 })]],
  ['mlc_llm', [command('huggingface', 'serves', 'serve chat')]],
  ['aphrodite', [command('huggingface', 'serves', 'run')]],
  ['openllm', [command('other', 'serves', 'serve run deploy start'), command('other', 'loads', 'model')]],
  ['lmdeploy', [command('huggingface', 'serves', 'serve chat')]],
]);

/** Programs without subcommands. */
const DIRECT: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['download-ggml-model.sh', command('whisper', 'loads', '')],
  ['download-coreml-model.sh', command('whisper', 'loads', '')],
  ['generate-coreml-model.sh', command('whisper', 'loads', '')],
  ['whisper', command('whisper', 'loads', '', { operands: 0 })],
  ['whisperx', command('whisper', 'loads', '', { operands: 0 })],
  ['whisperkit-cli', command('whisper', 'loads', '', { operands: 0 })],
  ['whisper-ctranslate2', command('whisper', 'loads', '', { operands: 0 })],
  ['llama-cli', command('huggingface', 'loads', '', { operands: 0, flags: '-hf -hfr' })],
  ['llama-server', command('huggingface', 'serves', '', { operands: 0, flags: '-hf -hfr' })],
  ['llama-run', command('ollama', 'loads', '')],
  ['aichat', command('other', 'calls', '', { operands: 0, flags: '-m' })],
  ['llm', command('other', 'calls', '', { operands: 0, flags: '-m' })],
  ['sgpt', command('other', 'calls', '', { operands: 0 })],
]);

/** Flags that take the next word, so that it is no operand. */
const TAKES_VALUE = new Set(
  (
    '--local-dir --cache-dir --revision --token --include --exclude --repo-type --port --host --dtype --max-model-len --gpu-memory-utilization --tensor-parallel-size -tp --quantization --served-model-name --api-key ' +
    '-f --file --format --keepalive --quantize -q --chat-template --tool-call-parser --output-dir --ignore-patterns --hf-token --context-size --backend --lora-modules --config -e --env --name -p -v --volume'
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

/** Whether a word begins a command that is read here. */
export const isProgram: (word: string) => boolean = memoized((word) => {
  const name = programName(word);
  return PROGRAMS.has(name) || DIRECT.has(name);
});

const STARTS: ReadonlySet<number> = new Set(
  [...PROGRAMS.keys(), ...DIRECT.keys()].map((name) => pair(name.charCodeAt(0), name.charCodeAt(1))),
);

function pair(first: number, second: number): number {
  return first * 128 + second;
}

/** Whether a word with these first characters may be a program: cheaper than to cut it out and ask. */
export function mayStartProgram(first: number, second: number): boolean {
  return first === 46 || first === 47 || STARTS.has(pair(first, second));
}

/** By its first letters, where neither a folder nor a mark of the shell stands before it. */
function mayBeProgram(word: string): boolean {
  const first = word.charCodeAt(0);
  return first < 65 || first === 96 || word.includes('/') || STARTS.has(pair(first, word.charCodeAt(1)));
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
  const match = commands.find(({ subcommands }) => subcommands.has(words[sub] ?? ''));
  if (match === undefined) return undefined;
  const first = (words[sub] ?? '') === 'model' ? nextOperand(words, sub + 1) : sub;
  if (first !== sub && !/^(?:run|pull|push|inspect|rm|load|download|get)$/.test(words[first] ?? ''))
    return undefined;
  return [
    ...flagged(words, at, match, program),
    ...positional(words, first + 1, match, `${program} ${words[first] ?? ''}`),
  ];
}

function direct(words: readonly string[], at: number, program: string): readonly OperandAt[] | undefined {
  const match = DIRECT.get(program);
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

/** The registry that a program's `--model` is of, where it can be only one. */
export function registryOfProgram(words: readonly string[]): Registry | undefined {
  for (const word of words) {
    if (!mayBeProgram(word)) continue;
    const name = programName(word);
    if (name.startsWith('whisper') && DIRECT.has(name)) return 'whisper';
    if (name === 'ollama' || name === 'modelscope') return name;
  }
  return undefined;
}
