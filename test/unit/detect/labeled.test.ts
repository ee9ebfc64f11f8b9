import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../src/core/detect/detectReferences';
import { LineIndex } from '../../../src/core/text/lineIndex';
import { grade, type LabeledFile } from '../../evaluation/grade.mjs';
import { builtCatalog } from '../../support/builtCatalog';

const SET = join(import.meta.dirname, '../../evaluation');
const { files } = JSON.parse(readFileSync(join(SET, 'labels.json'), 'utf8')) as { files: LabeledFile[] };

/** What detection finds in a labeled file, by itself, as a report prints it. */
function referencesIn(path: string) {
  const text = readFileSync(join(SET, 'files', path), 'utf8');
  const lines = new LineIndex(text);
  return detectReferences(text, { path, catalog: builtCatalog() }).references.map((reference) => ({
    ...reference,
    ...lines.spanOf(reference.range),
    path,
  }));
}

describe('a labeled file', () => {
  it.each(files.map((file) => [file.path, file] as const))('%s', (path, file) => {
    const { missed, falsePositives, wrongUses } = grade([file], referencesIn(path));
    expect({ missed, falsePositives, wrongUses }).toEqual({ missed: [], falsePositives: [], wrongUses: [] });
  });
});
