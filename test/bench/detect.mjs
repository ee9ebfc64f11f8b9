/**
 * How fast is detection, and is its time linear in the text?
 *
 *   npm run bench -- detect [--against CHECKOUT] [FILES…]      files or folders; without any, the labeled set of this project
 *
 * Detection is set beside one pass of a plain regular expression for the same forms of names over the same texts in the same
 * process, and beside `rg` (one thread) with the same expression where it is installed: over all files, over those of each
 * language and over a dense table of names. `--against` names the folder of another checkout that is built; its detection
 * takes its turn over the same texts. Each figure is the best of several rounds, which take turns. The passes of this
 * process are measured by the processor's time that they take, which other programs on the machine do not lengthen; `rg`,
 * another process, by the clock. Then texts of 1, 10 and 100 MB are searched.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadDetection } from '../support/loadDetection.mjs';
import { textsIn } from '../support/sourceFiles.mjs';

const ROUNDS = 5;
const MEGABYTE = 1e6;
const SIZES = [1, 10, 100];
const LABELED = join(import.meta.dirname, '..', 'evaluation', 'files');
const NAMES = [
  'gpt-4o',
  'claude-sonnet-4-5',
  'gemini-2.5-flash',
  'meta-llama/Llama-3.1-8B-Instruct',
  'mistral-large',
];
const PLAIN_PASS = 'plain V8 pass';
const DETECTION = 'detection';
const OTHER_BUILD = 'the other build';
const RIPGREP = 'rg, one thread';
/** Endings of the files that a language is measured by. */
const LANGUAGES = {
  Python: ['.py'],
  'JavaScript and TypeScript': ['.js', '.mjs', '.cjs', '.jsx', '.ts', '.mts', '.tsx'],
  YAML: ['.yaml', '.yml'],
  JSON: ['.json'],
  Markdown: ['.md', '.mdx'],
  shell: ['.sh', '.bash', '.zsh'],
};
/** More files of a language than this many characters tell nothing new. */
const SAMPLE = 5 * MEGABYTE;

const FAMILIES =
  'gpt|chatgpt|claude|gemini|gemma|llama|codellama|mistral|mixtral|codestral|qwen|qwq|phi|deepseek|command|embed|rerank|text-embedding|whisper|dall-e|o[134]|grok|granite|falcon|bert|roberta|t5|bge|e5|minilm|nomic|stable-diffusion|sdxl|flux|yolo|resnet|vit|clip|starcoder|smollm|olmo|kimi|glm';
/** What someone would write who has an afternoon: addresses, weights files, `owner/name:tag`, names that begin with a family. */
const PLAIN = [
  String.raw`https?:\/\/(?:huggingface\.co|hf\.co|ollama\.com\/library)\/[\w.\/-]+`,
  String.raw`[\w.-]+\.(?:gguf|safetensors|onnx|ckpt|pt)\b`,
  String.raw`[A-Za-z0-9][\w.-]*\/[A-Za-z0-9][\w.-]*(?::[\w.-]+)?`,
  String.raw`\b(?:${FAMILIES})[-\w.:]*`,
].join('|');

/** As many names as a text can have: what roles and hosts are told for, one after the other. */
function denseTable() {
  const row = (name, at) =>
    `  { id: '${name}-${at % 97}', contextWindow: 128000, inputPrice: ${at % 9}.5 },\n`;
  const rows = Array.from({ length: 3_000 }, (_, at) => row(NAMES[at % NAMES.length], at));
  return { path: 'dense.ts', text: `export const models = [\n${rows.join('')}];\n` };
}

/** Prints the figures. Returns the exit code. */
export async function run(args) {
  const { values, positionals } = parseArgs({
    args,
    options: { against: { type: 'string' } },
    allowPositionals: true,
  });
  const texts = (positionals.length > 0 ? positionals : [LABELED]).flatMap(textsIn);
  if (texts.length === 0) {
    console.error('bench detect: nothing to read in these files');
    return 2;
  }
  const detections = await detectionsOf(values.against);
  console.log('all files:');
  compare(texts, detections);
  for (const [language, own] of samples(texts)) {
    console.log(`${language}:`);
    compare(own, detections);
  }
  console.log('a dense table of names:');
  compare([denseTable()], detections);
  scale(texts, detections[DETECTION]);
  return 0;
}

/** Detection of this checkout and of another one, by the names they are printed under: each counts what it finds. */
async function detectionsOf(other) {
  const counting = async (root) => {
    const { detect } = await loadDetection(root);
    return (path, text) => detect(path, text).references.length;
  };
  return {
    [DETECTION]: await counting(),
    ...(other !== undefined && { [OTHER_BUILD]: await counting(resolve(other)) }),
  };
}

/** Every so many of the texts, so that together they are no longer than a sample has to be. */
function sampleOf(texts) {
  const step = Math.ceil(lengthOf(texts) / SAMPLE);
  return texts.filter((_, index) => index % step === 0);
}

function lengthOf(texts) {
  return texts.reduce((sum, { text }) => sum + text.length, 0);
}

/** What each language is measured by, as far as the texts have files of it. */
function samples(texts) {
  return Object.entries(LANGUAGES)
    .map(([language, endings]) => [
      language,
      sampleOf(texts.filter(({ path }) => endings.includes(extname(path)))),
    ])
    .filter(([, own]) => own.length > 0);
}

/**
 * @param {readonly string[]} [files] files or folders; without any, the labeled set of this project
 * @returns {Promise<Record<string, number | undefined>>} by language, how fast detection is: 1 is as fast as the plain
 *   pass; `undefined` for one that no file is in
 */
export async function speeds(files = [LABELED]) {
  const detections = await detectionsOf(undefined);
  const speedOf = (own) => {
    const best = bestOf(own, detections);
    return best[PLAIN_PASS].seconds / best[DETECTION].seconds;
  };
  const measured = samples(files.flatMap(textsIn)).map(([language, own]) => [language, speedOf(own)]);
  return {
    ...Object.fromEntries(Object.keys(LANGUAGES).map((language) => [language, undefined])),
    ...Object.fromEntries(measured),
  };
}

function compare(texts, detections) {
  const megabytes = lengthOf(texts) / MEGABYTE;
  print(bestOf(texts, detections), megabytes);
  console.log(`  ${texts.length} files, ${megabytes.toFixed(1)} MB, best of ${ROUNDS} rounds`);
}

/** The least time of each contestant, and what it found. */
function bestOf(texts, detections) {
  const contestants = {
    [PLAIN_PASS]: () => texts.reduce((sum, { text }) => sum + plainPass(text), 0),
    ...Object.fromEntries(
      Object.entries(detections).map(([name, detect]) => [
        name,
        () => texts.reduce((sum, { path, text }) => sum + detect(path, text), 0),
      ]),
    ),
    ...(hasRipgrep() && texts.every(({ path }) => existsSync(path)) && { [RIPGREP]: () => ripgrep(texts) }),
  };
  const best = Object.fromEntries(
    Object.keys(contestants).map((name) => [name, { seconds: Infinity, found: 0 }]),
  );
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, pass] of Object.entries(contestants)) {
      const { seconds, found } = name === RIPGREP ? byClock(pass) : timed(pass);
      best[name] = { seconds: Math.min(best[name].seconds, seconds), found };
    }
  }
  return best;
}

function print(best, megabytes) {
  const plain = best[PLAIN_PASS].seconds;
  for (const [name, { seconds, found }] of Object.entries(best)) {
    console.log(
      `  ${name.padEnd(16)}${(megabytes / seconds).toFixed(1).padStart(8)} MB/s  ${(plain / seconds).toFixed(2).padStart(6)} × the plain pass  ${found} matches`,
    );
  }
  if (best[OTHER_BUILD] !== undefined)
    console.log(
      `  detection takes ${(best[DETECTION].seconds / best[OTHER_BUILD].seconds).toFixed(2)} × the other build's time`,
    );
}

function plainPass(text) {
  let count = 0;
  for (const expression = new RegExp(PLAIN, 'g'); expression.exec(text) !== null; ) count++;
  return count;
}

function hasRipgrep() {
  return spawnSync('rg', ['--version']).status === 0;
}

function ripgrep(texts) {
  const paths = texts.map(({ path }) => path);
  const { stdout } = spawnSync(
    'rg',
    ['-j1', '--no-ignore', '--hidden', '--count-matches', '--no-filename', '-e', PLAIN, '--', ...paths],
    { encoding: 'utf8', maxBuffer: 1 << 30 },
  );
  return (stdout ?? '').split('\n').reduce((sum, line) => sum + Number(line), 0);
}

/** Searches longer and longer texts of the file type that the files have most of. */
function scale(texts, detect) {
  const bytes = new Map();
  for (const { path, text } of texts) bytes.set(extname(path), (bytes.get(extname(path)) ?? 0) + text.length);
  const [extension = ''] = [...bytes].sort((a, b) => b[1] - a[1])[0] ?? [];
  const sample = texts
    .filter(({ path }) => extname(path) === extension)
    .map(({ text }) => text)
    .join('\n');
  const perMegabyte = SIZES.map((size) => {
    const text = sample.repeat(Math.ceil((size * MEGABYTE) / sample.length)).slice(0, size * MEGABYTE);
    const rounds = size >= 100 ? 1 : 3;
    return (
      Math.min(
        ...Array.from({ length: rounds }, () => timed(() => detect(`sample${extension}`, text)).seconds),
      ) / size
    );
  });
  console.log(
    `one text (${extension || 'no extension'}): ${SIZES.map((size, i) => `${size} MB ${(perMegabyte[i] * 1000).toFixed(0)} ms/MB`).join(', ')}; ` +
      `the last needs ${(perMegabyte.at(-1) / perMegabyte[0]).toFixed(2)} × the time per MB of the first`,
  );
}

/** The seconds of processor time that this process takes for something, its own threads included. */
function timed(work) {
  const start = process.cpuUsage();
  const found = work();
  const { user, system } = process.cpuUsage(start);
  return { seconds: (user + system) / 1e6, found };
}

function byClock(work) {
  const start = performance.now();
  const found = work();
  return { seconds: (performance.now() - start) / 1000, found };
}
