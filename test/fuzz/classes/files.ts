import fc from 'fast-check';
import { parse } from 'yaml';
import { decodeText } from '../../../src/core/audit/decodeText';
import { addIgnoreFile, isIgnored } from '../../../src/core/audit/gitignore';
import { pathGlobs } from '../../../src/core/audit/globs';
import { statesLicense } from '../../../src/core/audit/projectLicense';
import { readLock, writeLock, type LockEntry } from '../../../src/core/drift/lockFile';
import { projectLicense } from '../../../src/core/licenses/projectLicense';
import { readModelCard } from '../../../src/core/lookup/local/modelCard';
import { readSafetensorsMetadata } from '../../../src/core/lookup/local/safetensorsHeader';
import { compileGlob } from '../../../src/core/text/glob';
import { decode } from '../../../src/node/host';
import { memoryFiles } from '../../support/memoryFiles';
import { isWellFormed, byteList, mutated, repeated, soup, valueOf } from '../arbitraries';
import { fuzzClass, must, mustEqual } from '../fuzzClass';

const orNull = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(values, { freq: 3 });
const word = fc.oneof(
  fc.constantFrom('mit', 'a: b', '# x', 'yes', 'null', '"', '\u001b', 'é😀', "it's", '1.0', '2026-01-01'),
  fc.string({ maxLength: 8 }),
);

const lockEntry: fc.Arbitrary<LockEntry> = fc.record({
  model: fc.oneof(
    fc.constantFrom('a/b', 'gpt-4o', 'A/B:latest', 'x: y', '__proto__'),
    fc.string({ minLength: 1, maxLength: 8 }),
  ),
  license: orNull(word),
  effectiveLicense: orNull(word),
  openness: fc.constantFrom('open-weights', 'api-only', 'unknown'),
  publisher: orNull(word),
  origin: fc.array(fc.constantFrom('US', 'CN', 'FR'), { maxLength: 2 }),
  revision: orNull(word),
  gated: orNull(fc.boolean()),
  evidence: orNull(word),
  approvedBy: orNull(word),
  approvedOn: orNull(fc.constantFrom('2026-01-01', '2025-12-31')),
});

const LOCK_WORDS = [
  'version: 1\n',
  'models:\n',
  '  a/b:\n',
  '    license: mit\n',
  '    license: [mit]\n',
  '    gated: true\n',
  '  "A/B":\n',
  '<<<<<<< HEAD\n',
  '    origin: [US]\n',
  '    openness: open-weights\n',
];
const LOCK = writeLock([
  {
    model: 'a/b',
    license: 'mit',
    effectiveLicense: 'mit',
    openness: 'open-weights',
    publisher: 'acme',
    origin: ['US'],
    revision: null,
    gated: false,
    evidence: 'x',
    approvedBy: 'legal',
    approvedOn: '2026-01-01',
  },
  {
    model: 'c/d',
    license: null,
    effectiveLicense: null,
    openness: 'unknown',
    publisher: null,
    origin: [],
    revision: null,
    gated: null,
    evidence: null,
    approvedBy: null,
    approvedOn: null,
  },
]);

/** Either every entry counts, or none does and it is said why. */
function checkLock(text: string): void {
  const { entries, problems } = readLock(text);
  must((entries === undefined) === problems.length > 0, 'a lock is read whole or refused with a reason');
  for (const { range } of problems)
    must(range.start <= range.end && range.end <= text.length, 'its place is within the text');
}

const CARD_WORDS = [
  'license: mit\n',
  'license: other\n',
  'license: [mit, apache-2.0]\n',
  'license_name: x\n',
  'license_link: LICENSE\n',
  'base_model: a/b\n',
  'base_model:\n- a/b\n',
  'base_model_relation: quantized\n',
  'tags: [a]\n',
  '---\n',
];

export const FILES = [
  fuzzClass<readonly LockEntry[]>({
    name: 'lock: written and read',
    share: 3,
    values: fc.uniqueArray(lockEntry, { maxLength: 3, selector: ({ model }) => model.toLowerCase() }),
    check(entries) {
      if (entries.some((entry) => !isWellFormed(Object.values(entry).join('')))) return;
      const text = writeLock(entries);
      const read = readLock(text);
      must(
        read.entries !== undefined,
        () => `what was written can be read: ${JSON.stringify(read.problems[0]?.message)}`,
      );
      const sorted = (all: readonly LockEntry[]): readonly LockEntry[] =>
        [...all].sort((a, b) => (a.model < b.model ? -1 : 1));
      mustEqual(
        sorted([...(read.entries?.values() ?? [])].map(({ entry }) => entry)),
        sorted(entries),
        'the entries',
      );
      must(
        writeLock([...(read.entries?.values() ?? [])].map(({ entry }) => entry)) === text,
        'written again it is the same',
      );
    },
  }),
  fuzzClass<string>({
    name: 'lock: words and marks',
    share: 3,
    values: fc.oneof(
      soup(LOCK_WORDS),
      soup(LOCK_WORDS).map((text) => `version: 1\nmodels:\n${text}`),
    ),
    check: checkLock,
  }),
  fuzzClass<string>({ name: 'lock: one changed', share: 3, values: mutated([LOCK]), check: checkLock }),
  fuzzClass<string>({
    name: 'model card: front matter',
    share: 3,
    values: soup(CARD_WORDS, 12).map((text) => `---\n${text}\n---\n# A model\n`),
    check(text) {
      const card = readModelCard(text);
      for (const { model } of card?.bases ?? []) must(/^[\w.-]+\/[\w.-]+$/.test(model), 'a base is an id');
      for (const license of card?.licenses ?? [])
        must(license !== '' && license === license.toLowerCase(), 'a license is a key');
    },
  }),
  fuzzClass<Record<string, unknown>>({
    name: 'model card: what it declares',
    share: 2,
    values: fc.record(
      { license: fc.constantFrom('mit', 'apache-2.0', 'other'), base_model: fc.constantFrom('a/b', 'c/d') },
      { requiredKeys: [] },
    ) as fc.Arbitrary<Record<string, unknown>>,
    check(value) {
      const front = Object.entries(value)
        .map(([key, text]) => `${key}: ${String(text)}\n`)
        .join('');
      const card = readModelCard(`---\n${front === '' ? '{}\n' : front}---\n`);
      mustEqual(card?.licenses, value['license'] === undefined ? [] : [value['license']], 'its licenses');
      mustEqual(
        card?.bases.map(({ model }) => model),
        value['base_model'] === undefined ? [] : [value['base_model']],
        'its bases',
      );
    },
  }),
  fuzzClass<readonly [string, string]>({
    name: 'globs: any pattern',
    share: 3,
    values: fc.tuple(
      fc.oneof(soup(['*', '**', '?', '[a', ']', '!', '{a,b}', '/', 'a'], 8), repeated),
      soup(['/', 'a', 'b'], 8),
    ),
    check([pattern, path]) {
      const test = compileGlob(pattern);
      must(test(path) === test(path), 'the same each time');
      pathGlobs([pattern])(path);
    },
  }),
  fuzzClass<readonly string[]>({
    name: 'globs: a path is matched by itself',
    share: 2,
    values: fc.array(fc.constantFrom('a', 'b-c', 'd.e', 'F_1', '(x)', '@y'), { minLength: 1, maxLength: 4 }),
    check(parts) {
      const path = parts.join('/');
      must(compileGlob(path)(path), 'itself');
      must(compileGlob('**')(path), 'anything');
      must(compileGlob(`${path}/**`)(`${path}/z`), 'what is beneath');
      must(!compileGlob(`${path}x`)(path), 'nothing longer');
    },
  }),
  fuzzClass<readonly [string, string]>({
    name: 'git ignore files',
    share: 2,
    values: fc.tuple(
      soup(['*.py\n', '[', ']', '[z-a]', '(', '\\', '!a\n', '/a/\n', '**/b\n', '#x\n', '\\!\n'], 8),
      soup(['/', 'a', '.py'], 6),
    ),
    check([text, path]) {
      const clean = path.replace(/^[/.]+|[/\\]+$/g, '').replace(/\/\/+/g, '/') || 'a';
      if (/(^|\/)\.\.?(\/|$)/.test(clean)) return;
      const chain = addIgnoreFile(undefined, '', text);
      must(isIgnored(chain, clean, 'file') === isIgnored(chain, clean, 'file'), 'the same each time');
    },
  }),
  fuzzClass<readonly number[]>({
    name: 'bytes to text',
    share: 2,
    values: fc.oneof(
      byteList,
      fc
        .tuple(fc.constantFrom([0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf]), byteList)
        .map(([mark, rest]) => [...mark, ...rest]),
    ),
    check(bytes) {
      const read = decodeText(new Uint8Array(bytes), decode);
      if ('text' in read)
        must(
          !read.text.startsWith('\ufeff') || bytes.length > 4,
          'the mark of the order of bytes is left out',
        );
    },
  }),
  fuzzClass<string>({
    name: 'bytes to text: UTF-8 reads as it was written',
    share: 2,
    values: soup([], 8),
    check(text) {
      const plain = text
        .replaceAll('\0', '')
        .replaceAll('\ufffd', '')
        .replaceAll('\uffff', '')
        // Last, for what stood before a mark may be gone by now.
        .replace(/^\ufeff+/, '');
      if (!isWellFormed(plain)) return;
      mustEqual(
        decodeText(new TextEncoder().encode(plain), decode),
        { text: plain, invalidCharacters: 0 },
        'the text',
      );
    },
  }),
  fuzzClass<readonly number[]>({
    name: 'safetensors headers',
    share: 2,
    values: fc.oneof(
      byteList,
      fc
        .tuple(fc.nat(300), soup(['{"__metadata__":', '{"a":"b"}', '}', '"', ':'], 8))
        .map(([length, json]) => [
          length & 255,
          length >> 8,
          0,
          0,
          0,
          0,
          0,
          0,
          ...new TextEncoder().encode(json),
        ]),
    ),
    async check(bytes) {
      const metadata = await readSafetensorsMetadata(
        memoryFiles({ 'a.safetensors': new Uint8Array(bytes) }),
        'a.safetensors',
        decode,
      );
      for (const value of metadata?.values() ?? []) must(typeof value === 'string', 'a value is a text');
    },
  }),
  fuzzClass<readonly [string, unknown]>({
    name: 'project licenses',
    share: 2,
    values: fc.tuple(
      fc.constantFrom(
        'package.json',
        'pyproject.toml',
        'Cargo.toml',
        'composer.json',
        'LICENSE',
        'setup.cfg',
      ),
      fc.oneof(
        soup(['license = ', '"license": ', '[project]\n', '"MIT"'], 8),
        valueOf(['license', 'licenses', 'type', 'project', 'text']).map((value) => JSON.stringify(value)),
      ),
    ),
    check([path, text]) {
      must(typeof statesLicense(path) === 'boolean', 'known by its name');
      const license = projectLicense(path, String(text));
      must(license === undefined || typeof license === 'string', 'a license is a text');
    },
  }),
  fuzzClass<unknown>({
    name: 'lock: any value',
    share: 2,
    values: valueOf(['version', 'models', 'a/b', 'A/B', 'license', 'origin', 'gated', 'openness']),
    check(value) {
      checkLock(JSON.stringify(value));
      checkLock(`version: 1\nmodels: ${JSON.stringify(value)}\n`);
      must(parse('a: 1') !== undefined, 'the parser is as it was');
    },
  }),
];
