import { describe, expect, it } from 'vitest';
import { limitsOf, type Limit } from '../../../src/core/licenses/limits';
import { render } from '../../../src/core/message';
import { policy } from '../policy/support';
import { license } from './support';

const TRAITS = { multimodal: null, parameters: null };

/** What a license says of training on outputs, under a policy that says whether that is done. */
function outputLimit(key: string, trains: string): Limit | undefined {
  const use = policy(
    `use: { purpose: commercial${trains === '' ? '' : `, trainsOnOutputs: ${trains}`} }`,
  ).use;
  return limitsOf(license(key), use, TRAITS).find(({ kind }) => kind === 'output-training');
}

describe('a limit on revenue', () => {
  it.each([
    ['stabilityai-community', 1_000_000, 'no'],
    ['stabilityai-community', 1_000_001, 'yes'],
    ['swift-open-1.0', 1_000_000, 'yes'],
    ['lfm-open-1.0', 9_999_999, 'no'],
    ['lfm-open-1.0', 10_000_000, 'yes'],
  ])('of %s is met by %i: %s', (key, revenue, hit) => {
    const { use } = policy(`use: { purpose: commercial, annualRevenueUsd: ${revenue} }`);
    const found = limitsOf(license(key), use, TRAITS).filter(({ kind }) => kind === 'threshold');
    expect(found.map((limit) => limit.hit)).toEqual([hit]);
  });
});

describe('training other models on outputs', () => {
  it.each([
    ['kolors', '', 'possible'],
    ['kolors', 'true', 'yes'],
    ['kolors', 'false', 'no'],
    // Whether a model competes only people can judge.
    ['openai-terms', 'true', 'possible'],
    ['openai-terms', 'false', 'no'],
    ['mistral-api-terms', 'true', 'possible'],
  ])('under %s, where it is done: %s, is barred: %s', (key, trains, hit) =>
    expect(outputLimit(key, trains)?.hit).toBe(hit),
  );

  it('says what is barred', () => {
    const said = (key: string): readonly unknown[] => {
      const limit = outputLimit(key, 'true');
      return [limit?.competingOnly, limit?.clause, limit && render(limit.text)];
    };
    expect(said('openai-terms')).toEqual([
      true,
      '3.3(e)',
      'OpenAI Services Agreement bars training competing models on outputs',
    ]);
    expect(said('mistral-api-terms')).toEqual([
      undefined,
      '3.3',
      expect.stringMatching(/ sets conditions for training other models on outputs$/),
    ]);
    expect(said('kolors')).toEqual([
      undefined,
      expect.any(String),
      expect.stringMatching(/ bars training other models on outputs$/),
    ]);
  });

  it('is no limit of a license that says nothing of it', () =>
    expect(outputLimit('mit', 'true')).toBeUndefined());
});
