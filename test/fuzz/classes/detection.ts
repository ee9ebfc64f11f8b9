import { join } from 'node:path';
import fc from 'fast-check';
import { detectReferences } from '../../../src/core/detect/detectReferences';
import { notebookCells } from '../../../src/core/documents/notebook';
import type { Detection } from '../../../src/core/reference';
import { LineIndex } from '../../../src/core/text/lineIndex';
import { CATALOG } from '../../unit/detect/marked';
import { filesUnder, repeated, soup, type NamedText } from '../arbitraries';
import { fuzzClass, must, mustEqual } from '../fuzzClass';

const PATHS = [
  'a.py',
  'a.ts',
  'a.js',
  'a.rs',
  'a.go',
  'a.java',
  'a.kt',
  'a.swift',
  'a.rb',
  'a.php',
  'a.cs',
  'a.cpp',
  'a.lua',
  'a.r',
  'a.sh',
  'a.ps1',
  'a.bat',
  'a.yaml',
  'a.json',
  'a.jsonc',
  'a.toml',
  'a.ini',
  'a.env',
  '.env',
  'a.xml',
  'a.html',
  'a.vue',
  'a.md',
  'a.mdx',
  'a.rst',
  'a.txt',
  'a.csv',
  'a.tsv',
  'a.sql',
  'a.tf',
  'a.bicep',
  'a.nix',
  'a.graphql',
  'a.tex',
  'Dockerfile',
  'Modelfile',
  'Makefile',
  'docker-compose.yml',
  'requirements.txt',
];

function detect({ path, text }: NamedText): Detection {
  return detectReferences(text, { path, catalog: CATALOG });
}

/** What the editor and the reports build on: places within the text, in order, each the words that it names. */
function checkDetection(named: NamedText): void {
  const { text } = named;
  const found = detect(named);
  let last = 0;
  for (const { range, text: words, id } of found.references) {
    must(
      range.start >= last && range.start < range.end && range.end <= text.length,
      () => `${JSON.stringify(range)} is a place after ${last}`,
    );
    must(text.slice(range.start, range.end) === words, () => `${JSON.stringify(words)} stands at its range`);
    must(id !== '', 'an id is not empty');
    last = range.end;
  }
  for (const { range } of [...found.uses, ...found.runtimeChoices])
    must(
      range.start >= 0 && range.start <= range.end && range.end <= text.length,
      () => `${JSON.stringify(range)} is within the text`,
    );
  for (const { definedAt } of found.uses)
    must(definedAt === undefined || definedAt.end <= text.length, 'a definition is within the text');
}

const named = (texts: fc.Arbitrary<string>): fc.Arbitrary<NamedText> =>
  fc.record({ path: fc.constantFrom(...PATHS), text: texts });

const CELL_WORDS = [
  '%%bash\n',
  'model = "gpt-4o"\\n',
  '\\u00e9',
  '\\n',
  '\\"gpt-4o\\"',
  'from_pretrained(\\"a/b\\")',
];

export const DETECTION = [
  fuzzClass<NamedText>({
    name: 'detection: words and marks',
    share: 20,
    values: named(soup([])),
    check: checkDetection,
  }),
  fuzzClass<NamedText>({
    name: 'detection: one piece repeated',
    share: 4,
    values: named(repeated),
    check: checkDetection,
  }),
  fuzzClass<NamedText>({
    name: 'detection: changed files',
    share: 5,
    values: filesUnder(join(process.cwd(), 'test/evaluation/files')),
    check: checkDetection,
  }),
  fuzzClass<NamedText>({
    name: 'detection: twice the same',
    share: 4,
    values: named(soup([])),
    check(value) {
      mustEqual(detect(value), detect(value), 'the second time gives what the first did');
    },
  }),
  fuzzClass<{ cells: readonly (readonly [string, readonly string[]])[]; cut: number }>({
    name: 'notebooks',
    share: 6,
    values: fc.record({
      cells: fc.array(
        fc.tuple(
          fc.constantFrom('code', 'markdown', 'raw', 'odd'),
          fc.array(soup(CELL_WORDS, 6), { maxLength: 3 }),
        ),
        { maxLength: 4 },
      ),
      cut: fc.integer({ min: 0, max: 1000 }),
    }),
    check({ cells, cut }) {
      const whole = JSON.stringify({
        cells: cells.map(([kind, source]) => ({ cell_type: kind, source })),
        metadata: {},
      });
      const broken = whole.slice(0, Math.ceil((whole.length * cut) / 1000));
      for (const text of [whole, broken]) {
        checkDetection({ path: 'a.ipynb', text });
        for (const cell of notebookCells(text).cells)
          for (let at = 0, last = -1; at <= cell.source.length; at++) {
            const raw = cell.toRaw(at);
            must(
              raw >= last && raw <= text.length,
              () => `offset ${at} of a cell is at ${raw} after ${last}`,
            );
            last = raw;
          }
      }
      const read = notebookCells(whole).cells.map(({ source }) => source);
      mustEqual(
        read,
        cells.filter(([kind]) => kind !== 'odd').map(([, source]) => source.join('')),
        'cells are read as they were written',
      );
    },
  }),
  fuzzClass<string>({
    name: 'lines and columns',
    share: 4,
    values: soup(['\r', '\n', '\r\n', 'a'], 12),
    check(text) {
      const lines = new LineIndex(text);
      for (let at = 0; at <= text.length; at++) {
        const { line, column } = lines.positionAt(at);
        must((lines.lineStart(line) ?? -1) + column - 1 === at, () => `${at} is ${line}:${column} and back`);
      }
    },
  }),
];
