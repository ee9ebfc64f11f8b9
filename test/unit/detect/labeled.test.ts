import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../src/core/detect/detectReferences';
import { LineIndex } from '../../../src/core/text/lineIndex';
import { grade, type LabeledFile } from '../../evaluation/grade.mjs';
import { recorded, toldOf } from '../../evaluation/recorded.mjs';
import { builtCatalog } from '../../support/builtCatalog';

const SET = join(import.meta.dirname, '../../evaluation');
const { files } = JSON.parse(readFileSync(join(SET, 'labels.json'), 'utf8')) as { files: LabeledFile[] };
const found = recorded();

/** What detection finds in a labeled file, by itself. */
function detectIn(path: string) {
  const text = readFileSync(join(SET, 'files', path), 'utf8');
  const lines = new LineIndex(text);
  return { lines, references: detectReferences(text, { path, catalog: builtCatalog() }).references };
}

describe('a labeled file', () => {
  it.each(files.map((file) => [file.path, file] as const))('%s', (path, file) => {
    const { lines, references } = detectIn(path);
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
