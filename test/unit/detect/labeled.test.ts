import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../src/core/detect/detectReferences';
import { LineIndex } from '../../../src/core/text/lineIndex';
import { grade, type LabeledFile } from '../../evaluation/grade.mjs';
import { fixtures, recorded, toldOf } from '../../evaluation/recorded.mjs';
import { builtCatalog } from '../../support/builtCatalog';

const SET = join(import.meta.dirname, '../../evaluation');
const { files } = JSON.parse(readFileSync(join(SET, 'labels.json'), 'utf8')) as { files: LabeledFile[] };
const found = recorded();

/** What detection finds in a file by itself. */
function detectIn(path: string, text: string) {
  const lines = new LineIndex(text);
  return { lines, references: detectReferences(text, { path, catalog: builtCatalog() }).references };
}

describe('a labeled file', () => {
  it.each(files.map((file) => [file.path, file] as const))('%s', (path, file) => {
    const { lines, references } = detectIn(path, readFileSync(join(SET, 'files', path), 'utf8'));
    const reported = references.map((reference) => ({
      ...reference,
      ...lines.spanOf(reference.range),
      path,
    }));
    const { missed, falsePositives, wrongUses } = grade([file], reported);
    expect({ missed, falsePositives, wrongUses }).toEqual({ missed: [], falsePositives: [], wrongUses: [] });
    // Where this differs and is right: npm run evaluate -- record
    expect(toldOf(references, lines)).toEqual(found.get(path));
  });
});

describe('a file of the fixtures', () => {
  it.each(fixtures().map(({ path, text }) => [path, text] as const))('%s', (path, text) => {
    const { lines, references } = detectIn(path, text);
    expect(toldOf(references, lines)).toEqual(found.get(path));
  });
});
