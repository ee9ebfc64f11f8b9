import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detect } from '../detect/marked';

/** The set of embedded documents, decoded names and formats, whose labels say what the text does with each model. */
const SET = join(import.meta.dirname, '../../evaluation/documents');

interface Labeled {
  readonly path: string;
  readonly labels: readonly {
    readonly line: number;
    readonly column: number;
    readonly text: string;
    readonly registry: string;
    readonly role: string;
  }[];
}

const { files } = JSON.parse(readFileSync(join(SET, 'labels.json'), 'utf8')) as { files: readonly Labeled[] };

/** Weights are judged alike whether a program loads or serves them. */
const classOf = (role: string): string => (role === 'loads' || role === 'serves' ? 'weights' : role);

const isUse = ({ role }: { readonly role: string }): boolean => role !== 'mentions';

describe('the set of documents', () => {
  it.each(files)('$path: what a decoded value says is used', ({ path, labels }) => {
    const text = readFileSync(join(SET, 'files', path), 'utf8');
    const starts = text.split('\n').map(
      (
        (at) => (line) =>
          (at += line.length + 1) - line.length - 1
      )(0),
    );
    const expected = labels
      .filter(isUse)
      .map(
        (label) => `${(starts[label.line - 1] ?? 0) + label.column - 1} ${label.text} ${classOf(label.role)}`,
      );
    const found = detect(text, path)
      .references.filter(isUse)
      .map((reference) => `${reference.range.start} ${reference.text} ${classOf(reference.role)}`);
    expect(found).toEqual(expected);
  });
});
