/** Texts that look like what the readers read, and are broken in every way. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';

const ODD = [
  '\u0000',
  '\u001b[31m',
  '\u202e',
  '\u2028',
  '\ufeff',
  '\ud800',
  '😀',
  'é',
  '\r',
  '\r\n',
  '\t',
  '\u00a0',
  '\uffff',
];
const MARKS = [
  '"',
  "'",
  '`',
  '"""',
  "'''",
  '\\',
  '\\"',
  '\\u0041',
  '${',
  '{{',
  '}}',
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '</',
  '/>',
  '<!--',
  '-->',
  '/*',
  '*/',
  '//',
  '#',
  '---\n',
  '```',
  '~~~',
  '|',
  '>',
  '&a ',
  '*a ',
  '!!',
  '!tag ',
  '? ',
  '- ',
  ': ',
  ':',
  ',',
  '=',
  '::',
  '@',
  '%',
  '$',
  '**',
  '*',
  '../',
  './',
  '/',
  '~',
  '^',
  '+',
  ';',
  '..',
  '...',
];
const WORDS = [
  'model',
  'model: ',
  'model=',
  'MODEL_ID=',
  'base_model: ',
  'gpt-4o',
  'claude-2.1',
  'meta-llama/Llama-3.1-8B-Instruct',
  'a/b',
  'google-bert/bert-base-uncased',
  'bert-base-uncased',
  'from_pretrained(',
  'pipeline(',
  'import ',
  'from ',
  'def f(m):\n  ',
  'OpenAI(',
  'ollama run ',
  'docker run ',
  'FROM ',
  'ENV ',
  'RUN ',
  'https://huggingface.co/',
  'hf://',
  'revision=',
  '"revision": ',
  'main',
  '0123456789abcdef0123456789abcdef01234567',
  '.gguf',
  '.safetensors',
  'llama3.2:3b',
  'python',
  'markdown',
  'yaml',
  'jupyter',
  'model-license-lens: ignore[license/denied] reason',
  'true',
  'null',
  'NaN',
  '1e999',
  '-0',
  '0x10',
  '2027-02-31',
  'constructor',
  '__proto__',
];
const ENDS = ['\n', '\n  ', '\n    ', ' ', '\n\n', '', ''];

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 4, arbitrary: fc.constantFrom(...MARKS) },
  { weight: 3, arbitrary: fc.constantFrom(...ENDS) },
  { weight: 1, arbitrary: fc.constantFrom(...ODD) },
  { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
);

/** A text of these words among the marks and words that every reader knows. */
export function soup(words: readonly string[], maxLength = 30): fc.Arbitrary<string> {
  const own =
    words.length === 0
      ? piece
      : fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...words) }, { weight: 2, arbitrary: piece });
  return fc.array(own, { maxLength }).map((pieces) => pieces.join(''));
}

/** A piece repeated: what recursion and loops that go back over a text cannot stand. */
export const repeated: fc.Arbitrary<string> = fc
  .tuple(fc.array(piece, { minLength: 1, maxLength: 3 }), fc.integer({ min: 2, max: 300 }), soup([], 4))
  .map(([pieces, times, end]) => pieces.join('').repeat(times).slice(0, 3000) + end);

/** Changes to a text, each `[place, length taken out, text put in]`; places are parts of 1,000 of the text. */
const changes = fc.array(fc.tuple(fc.nat(1000), fc.nat(20), piece), { maxLength: 4 });

export function changed(text: string, edits: readonly (readonly [number, number, string])[]): string {
  return edits.reduce((now, [place, length, put]) => {
    const at = Math.floor((now.length * place) / 1000);
    return now.slice(0, at) + put + now.slice(at + length);
  }, text);
}

/** Texts that are right, changed in a few places. */
export function mutated(texts: readonly string[]): fc.Arbitrary<string> {
  return fc.tuple(fc.constantFrom(...texts), changes).map(([text, edits]) => changed(text, edits));
}

export interface NamedText {
  readonly path: string;
  readonly text: string;
}

/** Part of a file of a folder, changed in a few places; the path says of which type it is. */
export function filesUnder(folder: string, longest = 1200): fc.Arbitrary<NamedText> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({
      path: path.slice(folder.length + 1).replaceAll('\\', '/'),
      text: readFileSync(path, 'utf8'),
    }))
    .filter(({ text }) => text.length < 60_000);
  return fc.tuple(fc.constantFrom(...files), fc.nat(1000), changes).map(([{ path, text }, place, edits]) => {
    const start = Math.floor((Math.max(0, text.length - longest) * place) / 1000);
    return { path, text: changed(text.slice(start, start + longest), edits) };
  });
}

/** Bytes, as numbers so that they survive JSON. */
export const byteList = fc.array(fc.nat(255), { maxLength: 60 });

/** A value of JSON made of names that mean something where it is read. */
export function valueOf(names: readonly string[]): fc.Arbitrary<unknown> {
  const { tree } = fc.letrec<{ tree: unknown; leaf: unknown }>((tie) => ({
    leaf: fc.oneof(
      fc.constantFrom<unknown>(
        null,
        true,
        false,
        0,
        -1,
        1.5,
        1e300,
        '',
        'a/b',
        'mit',
        'llama3.1',
        'error',
        'x\u001b[31m',
        '2026-01-01',
      ),
      fc.string({ maxLength: 8 }),
    ),
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tie('leaf'),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc
        .array(fc.tuple(fc.constantFrom(...names), tie('tree')), { maxLength: 4 })
        .map((entries) => Object.fromEntries(entries)),
    ),
  }));
  return tree;
}

/** Whether a file could hold a text: half of a surrogate pair has no bytes in UTF-8. */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
