import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REGISTRIES } from '../../src/core/vocabulary';
import { grade, type Label, type LabeledFile } from '../evaluation/grade.mjs';

const SET = join(import.meta.dirname, '..', 'evaluation');
const FILES = join(SET, 'files');
const files = (JSON.parse(readFileSync(join(SET, 'labels.json'), 'utf8')) as { files: LabeledFile[] }).files;
const labels = files.flatMap((file) => file.labels);

/** The file types the set must hold, as language ids. */
const LANGUAGES = [
  'python',
  'javascript',
  'javascriptreact',
  'typescript',
  'typescriptreact',
  'vue',
  'svelte',
  'java',
  'kotlin',
  'csharp',
  'go',
  'rust',
  'swift',
  'ruby',
  'php',
  'c',
  'cpp',
  'r',
  'julia',
  'scala',
  'elixir',
  'shellscript',
  'powershell',
  'dockerfile',
  'modelfile',
  'yaml',
  'toml',
  'json',
  'jsonc',
  'jsonl',
  'xml',
  'properties',
  'ini',
  'dotenv',
  'terraform',
  'markdown',
  'mdx',
  'restructuredtext',
  'quarto',
  'jupyter',
  'pip-requirements',
  'sql',
  'graphql',
  'html',
];

const linesOf = (file: LabeledFile) => readFileSync(join(FILES, file.path), 'utf8').split('\n');
const stands = (lines: readonly string[], at: { line: number; column: number; text: string }) =>
  lines[at.line - 1]?.startsWith(at.text, at.column - 1) === true;
const place = (file: LabeledFile, at: { line: number; column: number; text: string }) =>
  `${file.path}:${at.line}:${at.column} ${at.text}`;

describe('the labeled set', () => {
  it('lists exactly the files that are there, each once', () => {
    const onDisk = readdirSync(FILES, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(FILES, join(entry.parentPath, entry.name)).split(sep).join('/'));
    expect(files.map((file) => file.path).sort()).toEqual(onDisk.sort());
  });

  it('has every label, alternative and ignored text at its place', () => {
    const wrong = files.flatMap((file) => {
      const lines = linesOf(file);
      const spans = file.labels.flatMap((label) => [
        label,
        ...(label.alt ?? []).map((alt) => ({ ...alt, line: label.line })),
      ]);
      const ignored = (file.ignore ?? []).map((span) => ({ ...span, text: span.text ?? '' }));
      return [...spans, ...ignored].filter((at) => !stands(lines, at)).map((at) => place(file, at));
    });
    expect(wrong).toEqual([]);
  });

  it('has no two labels of one file over each other, and no label on an ignored place', () => {
    const overlaps = files.flatMap((file) =>
      file.labels.flatMap((label, i) =>
        [
          ...file.labels.slice(i + 1),
          ...(file.ignore ?? []).map((span) => ({ ...span, text: span.text ?? '' })),
        ]
          .filter((other) => touch(label, other))
          .map((other) => `${place(file, label)} and ${other.text}`),
      ),
    );
    expect(overlaps).toEqual([]);
  });

  it('is large enough to mean something', () => {
    expect(labels.length).toBeGreaterThanOrEqual(400);
    expect(files.filter((file) => file.labels.length === 0).length).toBeGreaterThanOrEqual(60);
  });

  it('covers every registry and every file type', () => {
    const registries = new Set(labels.map((label) => label.registry));
    expect(REGISTRIES.filter((registry) => !registries.has(registry))).toEqual([]);
    const languages = new Set(files.filter((file) => file.labels.length > 0).map((file) => file.language));
    expect(LANGUAGES.filter((language) => !languages.has(language))).toEqual([]);
  });

  it('names only registries the engine knows', () => {
    const known: readonly (string | undefined)[] = REGISTRIES;
    expect(labels.filter((label) => !known.includes(label.registry)).map((label) => label.text)).toEqual([]);
  });
});

describe('the grader', () => {
  const label: Label = {
    line: 1,
    column: 4,
    text: 'meta/llama',
    kind: 'hf',
    registry: 'huggingface',
    where: 'code',
    alt: [{ column: 9, text: 'llama' }],
  };
  const file: LabeledFile = {
    path: 'a.py',
    language: 'python',
    labels: [label],
    ignore: [{ line: 2, column: 1, text: 'maybe' }],
  };
  const at = (line: number, column: number, text: string) => ({
    path: './a.py',
    line,
    column,
    endLine: line,
    endColumn: column + text.length,
    text,
  });

  it('counts the exact range and an alternative as found', () => {
    expect(grade([file], [at(1, 4, 'meta/llama')])).toMatchObject({ recall: 1, precision: 1 });
    expect(grade([file], [at(1, 9, 'llama')])).toMatchObject({ recall: 1, precision: 1 });
  });

  it('takes a part of a label for neither hit nor false', () => {
    expect(grade([file], [at(1, 4, 'meta')]).total).toMatchObject({ hits: 0, wrong: 0 });
  });

  it('counts a range that reaches past the label as missed and false', () => {
    const result = grade([file], [at(1, 3, '"meta/llama"')]);
    expect(result.total).toMatchObject({ hits: 0, wrong: 1 });
    expect(result.missed).toEqual(['a.py:1:4 meta/llama']);
    expect(result.falsePositives).toEqual(['a.py:1:3 "meta/llama"']);
  });

  it('drops what touches an ignored place and holds the rest against the precision', () => {
    expect(grade([file], [at(1, 4, 'meta/llama'), at(2, 3, 'ybe not')])).toMatchObject({ precision: 1 });
    expect(grade([file], [at(1, 4, 'meta/llama'), at(3, 1, 'ghost')])).toMatchObject({
      recall: 1,
      precision: 0.5,
    });
  });

  it('never takes a reference over several lines for a label on the first', () => {
    expect(grade([file], [{ ...at(1, 4, 'meta/llama'), endLine: 2 }]).total).toMatchObject({
      hits: 0,
      wrong: 1,
    });
  });

  it('tells apart the repositories of a set made from several', () => {
    const other = { ...file, repo: 'owner/name' };
    expect(grade([other], [{ ...at(1, 4, 'meta/llama'), path: 'owner__name/a.py' }]).recall).toBe(1);
    expect(grade([other], [at(1, 4, 'meta/llama')]).recall).toBe(0);
  });
});

function touch(
  a: { line: number; column: number; text: string },
  b: { line: number; column: number; text: string },
): boolean {
  return a.line === b.line && a.column < b.column + b.text.length && b.column < a.column + a.text.length;
}

const PUBLIC = join(SET, 'public');
const HASH = /^[0-9a-f]{40}$/;

describe.each(readdirSync(PUBLIC))('the labels of public files in %s', (name) => {
  const set = (
    JSON.parse(readFileSync(join(PUBLIC, name), 'utf8')) as {
      files: (LabeledFile & { repo: string; commit: string })[];
    }
  ).files;

  it('name each file once, at a commit', () => {
    expect(new Set(set.map(({ repo, path }) => `${repo} ${path}`)).size).toBe(set.length);
    expect(set.filter(({ commit }) => !HASH.test(commit))).toEqual([]);
  });

  it('have no two labels of one file over each other', () => {
    expect(
      set.flatMap((file) =>
        file.labels.flatMap((label, i) =>
          file.labels
            .slice(i + 1)
            .filter((other) => touch(label, other))
            .map((other) => `${place(file, label)} and ${other.text}`),
        ),
      ),
    ).toEqual([]);
  });
});
