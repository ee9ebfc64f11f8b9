import { describe, expect, it } from 'vitest';
import { compareLock, type CurrentModel } from '../../../src/core/drift/compareLock';
import { lockEntry, readLock, writeLock, type LockEntry } from '../../../src/core/drift/lockFile';
import { unlistedModel } from '../../../src/core/lookup/unlistedModel';
import { render } from '../../../src/core/message';

const entry: LockEntry = {
  model: 'acme/model-7b',
  license: 'apache-2.0',
  effectiveLicense: 'apache-2.0',
  openness: 'open-weights',
  publisher: 'acme',
  origin: ['JP'],
  revision: 'a'.repeat(40),
  gated: false,
  evidence: 'https://huggingface.co/acme/model-7b',
  approvedBy: 'legal',
  approvedOn: '2026-11-24',
};
const drift = (change: Partial<LockEntry>, more: Partial<CurrentModel> = {}) =>
  compareLock(new Map([['acme/model-7b', entry]]), [{ entry: { ...entry, ...change }, ...more }]);

describe('drift', () => {
  const cases: [string, Partial<LockEntry>, Partial<CurrentModel>, [string, string, string][]][] = [
    ['nothing changed', {}, {}, []],
    [
      'the license changed',
      { license: 'llama3.1' },
      {},
      [['drift/license-changed', 'apache-2.0', 'llama3.1']],
    ],
    [
      'the license was withdrawn',
      { license: 'none-stated' },
      {},
      [['drift/license-changed', 'apache-2.0', 'none-stated']],
    ],
    ['the license is not known now', { license: null }, {}, []],
    [
      'the openness fell',
      { openness: 'api-only' },
      {},
      [['drift/openness-changed', 'open-weights', 'api-only']],
    ],
    ['the openness is not known now', { openness: 'unknown' }, {}, []],
    [
      'a base from another country came in',
      { origin: ['JP', 'CN'] },
      {},
      [['drift/origin-changed', 'JP', 'JP, CN']],
    ],
    ['the origin is not known now', { origin: [] }, {}, []],
    [
      'the revision moved',
      { revision: 'b'.repeat(40) },
      {},
      [['drift/revision-moved', 'a'.repeat(40), 'b'.repeat(40)]],
    ],
    ['the revision is not known now', { revision: null }, {}, []],
    ['it became gated', { gated: true }, {}, [['drift/gated', 'open', 'gated']]],
    ['whether it is gated is not known now', { gated: null }, {}, []],
    [
      'it was renamed',
      { model: 'acme/model-v2' },
      { renamedFrom: 'acme/model-7b' },
      [['drift/renamed', 'acme/model-7b', 'acme/model-v2']],
    ],
    ['it is gone', {}, { gone: true }, [['drift/gone', 'acme/model-7b', '']]],
    ['only who approved it changed', { approvedBy: 'someone', approvedOn: '2027-01-01' }, {}, []],
    [
      'several things changed',
      { license: 'mit', gated: true },
      {},
      [
        ['drift/license-changed', 'apache-2.0', 'mit'],
        ['drift/gated', 'open', 'gated'],
      ],
    ],
    ['only its case changed', { model: 'Acme/Model-7B' }, {}, []],
  ];
  for (const [name, change, more, expected] of cases) {
    it(`when ${name}: ${expected.map(([rule]) => rule).join(', ') || 'none'}`, () => {
      const found = drift(change, more);
      expect(found.map(({ rule, was, is }) => [rule, was, is])).toEqual(expected);
      for (const { message, was, is } of found.filter(
        ({ rule }) => !['drift/gated', 'drift/gone'].includes(rule),
      )) {
        expect(render(message)).toContain(was.slice(0, 12));
        expect(render(message)).toContain(is.slice(0, 12));
      }
    });
  }

  it('of a model that nobody approved is said', () => {
    expect(compareLock(new Map(), [{ entry }]).map(({ rule }) => rule)).toEqual(['drift/new-model']);
  });
});

describe('the lock', () => {
  const other: LockEntry = {
    ...entry,
    model: 'Zeta/with "quotes": #and',
    license: null,
    origin: [],
    revision: null,
    approvedBy: null,
  };

  it('is the same bytes however often and in whatever order it is written', () => {
    expect(writeLock([other, entry])).toBe(writeLock([entry, other]));
    const again = readLock(writeLock([entry, other]));
    expect(writeLock([...(again.entries?.values() ?? [])].map(({ entry: kept }) => kept))).toBe(
      writeLock([entry, other]),
    );
  });

  it('keeps every fact through writing and reading', () => {
    expect(
      [...(readLock(writeLock([entry, other])).entries?.values() ?? [])].map(({ entry: kept }) => kept),
    ).toEqual([other, entry]);
  });

  it('has each fact on a line of its own, so that changes merge', () => {
    const changed = writeLock([{ ...entry, license: 'mit' }]).split('\n');
    expect(changed.filter((line, index) => line !== writeLock([entry]).split('\n')[index])).toEqual([
      '    license: "mit"',
    ]);
  });

  it('of no models can be read back', () => {
    expect(readLock(writeLock([])).entries?.size).toBe(0);
  });

  for (const [name, text, words] of [
    ['broken YAML', 'version: 1\nmodels: [', 'Not valid YAML'],
    ['another version', 'version: 2\nmodels: {}\n', 'version: 1'],
    ['no version', 'models: {}\n', 'version: 1'],
    ['a list of models', 'version: 1\nmodels: [a]\n', 'must map'],
    ['a model without facts', 'version: 1\nmodels:\n  a/b: yes\n', 'a/b'],
    ['aliases', 'version: 1\na: &x {}\nmodels: *x\n', 'aliases'],
    ['a key twice', 'version: 1\nmodels:\n  a: {}\n  a: {}\n', 'written twice'],
    ['a model twice, in another case', 'version: 1\nmodels:\n  A/b: {}\n  a/B: {}\n', 'the same model'],
    ['a second document', 'version: 1\nmodels: {}\n---\nversion: 1\n', 'a second one'],
    ['the mark of a merge', 'version: 1\nmodels:\n<<<<<<< HEAD\n  a/b: {}\n', 'Not valid YAML'],
    ['a misspelled key', 'version: 1\nmodels:\n  a/b: { licence: "mit" }\n', 'did you mean "license"'],
    ['another key', 'version: 1\nmodels: {}\nx: 1\n', 'There is no key "x"'],
    ['a number for a license', 'version: 1\nmodels:\n  a/b: { license: 5 }\n', 'Text in quotes'],
    ['a list for a license', 'version: 1\nmodels:\n  a/b: { license: [mit] }\n', 'Text in quotes'],
    ['a text for countries', 'version: 1\nmodels:\n  a/b: { origin: JP }\n', 'A list of texts'],
    ['numbers for countries', 'version: 1\nmodels:\n  a/b: { origin: [JP, 1] }\n', 'A list of texts'],
    ['a text for gated', 'version: 1\nmodels:\n  a/b: { gated: "no" }\n', 'true, false or null'],
    ['too deep nesting', `version: 1\nmodels: ${'['.repeat(5_000)}`, 'levels deep'],
    ['a tag', 'version: 1\nmodels: !x {}\n', 'plain data'],
  ] as const) {
    it(`with ${name} counts for nothing and says why`, () => {
      const reading = readLock(text);
      expect(reading.entries).toBeUndefined();
      expect(reading.problems.map(({ message }) => render(message)).join()).toContain(words);
    });
  }

  it('records what is known of a model, and null for what is not', () => {
    expect(
      lockEntry(
        unlistedModel('a/b', 'huggingface'),
        { revision: null },
        { approvedBy: null, approvedOn: null },
      ),
    ).toEqual({
      model: 'a/b',
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
    });
  });
});
