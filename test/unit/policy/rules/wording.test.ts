import { describe, expect, it } from 'vitest';
import type { LicenseRecord } from '../../../../src/core/catalog/records';
import type { Policy } from '../../../../src/core/policy/policy';
import type { Subject } from '../../../../src/core/policy/rule';
import { baseWith, byPolicy, licenseData, nameOf } from '../../../../src/core/policy/rules/wording';

const license = (key: string, url: string | null = null): LicenseRecord =>
  ({ key, url }) as unknown as LicenseRecord;
const GEMMA = license('gemma');

/** A model made from two bases, the second one under Gemma's terms. */
const subjectOf = (more: object): Subject =>
  ({
    reference: { id: 'acme/x' },
    effective: {
      bases: [
        { model: 'acme/base' },
        { model: 'acme/mit', license: license('mit') },
        { model: 'google/gemma', license: GEMMA },
      ],
    },
    ...more,
  }) as unknown as Subject;
const evidence = (origin: string): readonly object[] => [{ fact: 'license', origin }];

describe('the base that a license comes with', () => {
  it.each([
    ['where nothing is declared', {}, 'google/gemma'],
    ['where another is declared', { declared: license('mit') }, 'google/gemma'],
    ['but where the model is under it itself', { declared: GEMMA }, undefined],
    [
      'but where the model is under it too',
      { model: { license: { also: [license('mit'), GEMMA] } } },
      undefined,
    ],
    [
      'where the model is under others too',
      { model: { license: { also: [license('mit')] } } },
      'google/gemma',
    ],
    ['where no base has it', { effective: { bases: [{ model: 'acme/base' }] } }, undefined],
    [
      'where a copy has that of its original',
      { declared: GEMMA, model: { copyOf: 'google/gemma', license: {}, evidence: evidence('inferred') } },
      'google/gemma',
    ],
    [
      'but where the copy states it',
      { declared: GEMMA, model: { copyOf: 'google/gemma', license: {}, evidence: evidence('stated') } },
      undefined,
    ],
  ])('is named %s', (_, more, base) => expect(baseWith(GEMMA, subjectOf(more))).toBe(base));
});

describe('what a message says', () => {
  it('names a model as the catalog does, or as the text does', () => {
    expect(nameOf(subjectOf({ model: { id: 'Acme/X' } }))).toBe('Acme/X');
    expect(nameOf(subjectOf({}))).toBe('acme/x');
  });

  it('is decided by a line of the policy, or of one that it builds on', () => {
    const range = { start: 1, end: 2 };
    const policy = { path: '.model-policy.yaml' } as unknown as Policy;
    expect(byPolicy(policy, { range })).toEqual({ kind: 'policy', path: '.model-policy.yaml', range });
    expect(byPolicy(policy, { range, path: 'base.yaml' })).toEqual({
      kind: 'policy',
      path: 'base.yaml',
      range,
    });
  });

  it('gives fixes the address of a license where it has one', () => {
    expect(licenseData(license('mit', 'https://x.example'))).toEqual({
      licenseKey: 'mit',
      licenseUrl: 'https://x.example',
    });
    expect(licenseData(license('mit'))).toEqual({ licenseKey: 'mit' });
  });
});
