import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../../src/core/catalog/records';
import { EvidenceCollector, EvidenceFinder } from '../../../src/core/policy/workspaceEvidence';
import { organization, TEST_CATALOG } from '../../support/catalog';

const [LICENSE] = TEST_CATALOG.licenses;

/** Finds these words, as one license asks to show them. */
function finderOf(...texts: readonly string[]): EvidenceFinder {
  const obligations = [
    ...texts.map((text) => ({ obligation: 'display' as const, text })),
    { obligation: 'name-prefix' as const, text: 'Mini-' },
  ];
  const catalog = { ...TEST_CATALOG, licenses: [{ ...LICENSE, obligations }] } as unknown as Catalog;
  return new EvidenceFinder(catalog);
}

const WORDS = [
  'Built with Mini',
  'Built with Mini M2',
  '(Re)Built with care',
  'Copyright © Mini',
  '“Mini” Is It',
];

/** The required words in a file, each with its line. */
function wordsIn(text: string, path = 'README.md'): readonly (readonly [words: string, line: number])[] {
  return finderOf(...WORDS)
    .find(path, text)
    .words.map(({ words, line }) => [words, line]);
}

describe('required words', () => {
  it.each([
    [
      'at each place, with the line of the first',
      'Built with Mini.\n\nBuilt with Mini.\n',
      ['built with mini', 1],
    ],
    ['by their longest form', 'Built with Mini M2\n', ['built with mini m2', 1]],
    ['in any case, over the ends of lines', '\nBUILT\n  with\tmini\n', ['built with mini', 2]],
    ['where they begin in the first word of others', '(Re)Built with Mini', ['built with mini', 1]],
    ['with either mark of copyright', 'Copyright (c) Mini', ['copyright © mini', 1]],
    ['with any marks of quotation', 'Here, "Mini" is it.', ['"mini" is it', 1]],
  ])('are found %s', (_, text, words) => {
    expect(wordsIn(text)).toEqual([words]);
  });

  it.each([
    ['web/a.html', '<p>Built with <a href="https://example.org">Mini</a></p>'],
    ['web/a.html', '<p>Built with <strong>Mini</strong></p>'],
    ['web/a.html', '<p>Built&nbsp;with&nbsp;Mini</p>'],
    ['web/a.html', '<span>Built with</span>\n<a href="https://example.org">Mini</a>'],
    ['web/a.tsx', '<p>Built with{" "}<a href={LINK}>Mini</a></p>'],
    ['README.md', 'Built with [Mini](https://example.org)'],
    ['README.md', 'Built with [**Mini**](https://example.org).'],
  ])('are found within mark-up, in %s: %s', (path, text) => {
    expect(wordsIn(text, path)).toEqual([['built with mini', 1]]);
  });

  it.each([
    ['web/a.html', '<p>Built with <a href="https://example.org">care</a> Mini</p>'],
    ['web/a.html', '<p>Built with <a href="https://example.org">Mini</a> Stack</p>'],
    ['README.md', 'Built with [Mini Stack](https://example.org)'],
    ['README.md', 'Built with, among others, [Mini](https://example.org)'],
  ])('are none where other words stand between or behind, in %s: %s', (path, text) => {
    expect(wordsIn(text, path)).toEqual([]);
  });

  it('are found after words that only begin like them', () => {
    expect(wordsIn('Built by us. Built with care. Built with Mini!')).toEqual([['built with mini', 1]]);
  });

  it.each(['config.yaml', 'test/readme.md', 'data.csv'])(
    'are not looked for in %s, which no one reads',
    (path) => {
      expect(wordsIn('Built with Mini', path)).toEqual([]);
    },
  );

  it('are none where the text only asks for them, or has the beginning of a name', () => {
    expect(wordsIn('You must display Built with Mini.\n\nmini-\n')).toEqual([]);
  });

  it('are none where no license asks for any', () => {
    expect(finderOf().find('README.md', 'Built with Mini').words).toEqual([]);
  });
});

const mit = (holder: string): string =>
  `MIT License\n\nCopyright (c) 2026 ${holder}\n\nPermission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software.\n\nThe above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.\n\nTHE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED. IN NO EVENT SHALL THE AUTHORS BE LIABLE.\n`;

/** The licenses that a file has the text of, each with those who grant it. */
function copiesIn(path: string, text: string): readonly string[] {
  const organizations = [
    organization('acme', 'US', []),
    organization('pfn', 'JP', [], 'Preferred Networks'),
    organization('ai', 'US', []),
  ];
  return new EvidenceFinder({ ...TEST_CATALOG, organizations })
    .find(path, text)
    .licenses.map(({ license, holders }) => [license, ...(holders ?? [])].join(' '));
}

describe('the text of a license in a file', () => {
  const rest = 'And more.\n'.repeat(400);

  it.each([
    ['is for all who grant it', mit('J. Doe'), ['mit']],
    ['names who grants it by id', mit('ACME, Inc.'), ['mit acme']],
    ['names who grants it by name', mit('Preferred-Networks'), ['mit pfn']],
    ['names several', `${mit('Acme')}\nCopyright 2025 PFN\n`, ['mit acme pfn']],
    ['names nobody whose name is a word of others', mit('Acmeda and AI'), ['mit']],
    ['names nobody where it is long', mit('Acme') + rest, ['mit']],
    ['is none where it only says where the license is', 'Apache License 2.0, see www.apache.org', []],
    ['is the one named at its start', `The  Apache\nLicense 2.0.\n${rest}`, ['apache-2.0']],
    ['is none that is named later', `${rest}The Apache License 2.0.`, []],
    ['is none whose short name may be anything', `MIT License ISC License\n${rest}`, []],
  ])('%s', (_, text, copies) => {
    expect(copiesIn('licenses/a.txt', text)).toEqual(copies);
    expect(copiesIn('docs/a.txt', text)).toEqual([]);
  });

  it('is the grant of the project in its own file, but for a long one and those of others in it', () => {
    expect(copiesIn('LICENSE', mit('Acme'))).toEqual([]);
    expect(copiesIn('LICENSE', `${mit('Acme')}\n${mit('PFN')}`)).toEqual(['mit acme pfn']);
    expect(copiesIn('LICENSE', mit('Acme') + rest)).toEqual(['mit']);
    expect(copiesIn('licenses/LICENSE', mit('Acme'))).toEqual(['mit acme']);
  });

  it('is in each part of a notice that has its sentences', () => {
    const notice = `Of Acme\n=======\n${mit('Acme')}\nOf others\n---------\nMIT License, see there.\n\nOf PFN\n---\n${mit('PFN').trimEnd()}`;
    expect(copiesIn('NOTICE', notice)).toEqual(['mit acme', 'mit pfn']);
    expect(copiesIn('NOTICE', 'Of Acme\n=======\nMIT License, see there.\n')).toEqual([]);
  });

  it('shows nobody the words that it quotes', () => {
    const finder = finderOf('Built with Mini', 'Built with Acme');
    const heading = 'Built with Acme\n---\n';
    const quoting = mit('Acme').replace('THE SOFTWARE', 'Built with Mini.\nTHE SOFTWARE');
    const words = (path: string, text: string): readonly string[] =>
      finder.find(path, text).words.map((said) => `${said.words} ${said.line}`);
    expect(words('NOTICE', `Built with Mini\n\nOther\n---\n${quoting}`)).toEqual(['built with mini 1']);
    expect(words('NOTICE', `${quoting}\nOther\n---\nBuilt with Mini\n`)).toEqual(['built with mini 14']);
    // The heading over a text belongs to it.
    expect(words('NOTICE', `Models\n\n${heading}${quoting}`)).toEqual([]);
    expect(words('licenses/a.txt', quoting)).toEqual([]);
  });
});

describe('what the files of a workspace show', () => {
  const collector = (): EvidenceCollector => {
    const all = new EvidenceCollector();
    const words = [{ words: 'built with "mini"', line: 2 }];
    all.add('NOTICE', { words, licenses: [{ license: 'mit', holders: ['acme', 'pfn'] }] });
    all.add('README.md', { words, licenses: [] });
    all.add('docs/index.md', { words, licenses: [{ license: 'mit' }] });
    return all;
  };

  it('is found at the first place; a notice shows nobody anything', () => {
    expect(collector().words('Built  with “Mini”')).toEqual({ path: 'NOTICE', line: 2 });
    expect(collector().shown('Built with “Mini”')).toEqual({ path: 'README.md', line: 2 });
    expect(collector().words('Built with Acme')).toBeUndefined();
  });

  it('is the text of a license that one of its makers grants, or that names none', () => {
    expect(collector().licenseText('mit', new Set(['pfn']))).toEqual({ path: 'NOTICE', line: 1 });
    expect(collector().licenseText('mit', new Set(['meta']))).toEqual({ path: 'docs/index.md', line: 1 });
    expect(collector().licenseText('isc', new Set(['acme']))).toBeUndefined();
  });
});
