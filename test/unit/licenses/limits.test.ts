import { describe, expect, it } from 'vitest';
import {
  currencyOf,
  isInOtherCurrency,
  limitsOf,
  sizeIn,
  type Limit,
  type ModelTraits,
} from '../../../src/core/licenses/limits';
import { english, render } from '../../../src/core/message';
import { policy } from '../policy/support';
import { license } from './support';

const told = (...given: Parameters<typeof sizeIn>): string => {
  const size = sizeIn(...given);
  return typeof size === 'string' ? size : render(size);
};

const TRAITS = { multimodal: null, parameters: null };

/** What a license says of training on outputs, under a policy that says whether that is done. */
function outputLimit(key: string, trains: string): Limit | undefined {
  const use = policy(
    `use: { purpose: commercial${trains === '' ? '' : `, trainsOnOutputs: ${trains}`} }`,
  ).use;
  return limitsOf(license(key), use, TRAITS).find(({ kind }) => kind === 'output-training');
}

/** The limits of one kind of a license, under the `use` of a policy. */
function limits(kind: Limit['kind'], key: string, use: string, traits: ModelTraits = TRAITS): Limit[] {
  return limitsOf(license(key), policy(`use: ${use}`).use, traits).filter((limit) => limit.kind === kind);
}

describe('a limit on size', () => {
  it.each([
    ['kolors', '{ monthlyActiveUsers: 300_000_000 }', ['no']],
    ['kolors', '{ monthlyActiveUsers: 300_000_001 }', ['yes']],
    ['kolors', '{ annualRevenueUsd: 1 }', ['possible']],
    // It counted on the day of the release: what the project has today is another number.
    ['llama3.1', '{ monthlyActiveUsers: 700_000_001 }', ['possible']],
    ['llama3.1', '{ monthlyActiveUsers: 700_000_000 }', ['no']],
    ['mistral-modified-mit', '{ annualRevenueUsd: 240_000_000 }', ['no']],
    ['mistral-modified-mit', '{ annualRevenueUsd: 240_000_001 }', ['yes']],
    // A size in no unit of the policy.
    ['baichuan2-community', '{ monthlyActiveUsers: 1, annualRevenueUsd: 1 }', ['possible']],
    ['nxai-community', '{ annualRevenue: { EUR: 100_000_001 } }', ['yes']],
    ['nxai-community', '{ annualRevenue: { EUR: 100_000_000 } }', ['no']],
    ['nxai-community', '{ annualRevenue: { CNY: 5 } }', ['possible']],
    ['nxai-community', '{ annualRevenueUsd: 5 }', ['possible']],
    ['bilibili-indextts2', '{ annualRevenue: { CNY: 5 } }', ['possible', 'no']],
  ])('of %s under %s is met: %j', (key, use, hits) =>
    expect(limits('threshold', key, use).map(({ hit }) => hit)).toEqual(hits),
  );

  it.each([
    ['llama3.1', / \(measured once, at the model’s release\)$/],
    ['kolors', / \(measured all the time\)$/],
    ['plamo-community', / \(when it is measured was not read\)$/],
  ])('of %s says when it is measured', (key, said) => {
    const [limit] = limits('threshold', key, '{}');
    expect(limit && render(limit.text)).toMatch(said);
  });

  it.each([
    ['llama3.1', ['700M MAU']],
    ['mistral-modified-mit', ['USD 20M/month']],
    ['glm-5.3', ['USD 10000M/year']],
    ['nxai-community', ['EUR 100M/year']],
    ['baichuan2-community', [expect.stringMatching(/ /)]],
  ])('of %s is told in figures', (key, figures) =>
    expect(license(key).thresholds.map((threshold) => told(threshold))).toEqual(figures),
  );

  it('below a million is told in full', () => {
    const [threshold] = license('kolors').thresholds;
    expect(threshold && told({ ...threshold, amount: 999_999 })).toBe('999,999 MAU');
    expect(threshold && told({ ...threshold, amount: 120_000 })).toBe('120,000 MAU');
    expect(threshold && told({ ...threshold, amount: 1_000_000 })).toBe('1M MAU');
  });

  it('has the words for money and figures that a language has', () => {
    const words: Readonly<Record<string, string>> = {
      JPY: '円',
      '{0} {1}/year': '年間 {1}{0}',
      '{0}00M': '{0} 億',
      '{0}M': '{0}00 万',
    };
    const inJapanese = (amount: number, currency = 'JPY') => {
      const [threshold] = license('plamo-community').thresholds;
      const size = threshold && sizeIn({ ...threshold, amount, currency });
      return typeof size === 'object'
        ? render(size, (text, ...args) => english(words[text] ?? text, ...args))
        : size;
    };
    expect(inJapanese(1_000_000_000)).toBe('年間 10 億円');
    expect(inJapanese(20_000_000, 'CHF')).toBe('年間 2000 万CHF');
  });
});

describe('the currency of a limit', () => {
  it.each([
    ['mistral-modified-mit', 'USD'],
    ['glm-5.3', 'USD'],
    ['nxai-community', 'EUR'],
    ['kolors', undefined],
    ['baichuan2-community', undefined],
  ])('of %s is %s', (key, currency) =>
    expect(license(key).thresholds.map((threshold) => currencyOf(threshold))).toEqual([currency]),
  );

  it.each([
    ['nxai-community', '{ annualRevenueUsd: 5 }', true],
    ['nxai-community', '{ annualRevenue: { JPY: 5 } }', true],
    ['nxai-community', '{ annualRevenue: { EUR: 5 } }', false],
    ['nxai-community', '{ annualRevenueUsd: 5, annualRevenue: { EUR: 5 } }', false],
    ['nxai-community', '{}', false],
    ['glm-5.3', '{ annualRevenue: { EUR: 5 } }', true],
    ['glm-5.3', '{ annualRevenueUsd: 5 }', false],
    ['kolors', '{ annualRevenueUsd: 5 }', false],
  ])('of %s is not that of the revenue in %s: %s', (key, use, isOther) => {
    const [threshold] = license(key).thresholds;
    expect(threshold && isInOtherCurrency(threshold, policy(`use: ${use}`).use)).toBe(isOther);
  });
});

describe('a limit on places', () => {
  const VISION = { multimodal: true, parameters: 11_000_000_000 };
  const TEXT = { multimodal: false, parameters: 11_000_000_000 };
  it.each([
    ['sarashina-nc', '{ regions: [EU] }', TRAITS, 'yes', 'EU'],
    ['sarashina-nc', '{ regions: [JP, DE] }', TRAITS, 'yes', 'DE'],
    ['sarashina-nc', '{ regions: [JP] }', TRAITS, 'no', undefined],
    ['sarashina-nc', '{}', TRAITS, 'possible', undefined],
    // Where the product is offered says nothing of a limit on the seat.
    ['sarashina-nc', '{ regions: [JP], seat: DE }', TRAITS, 'no', undefined],
    ['llama3.2', '{ regions: [DE], seat: JP }', VISION, 'no', undefined],
    ['llama3.2', '{ regions: [JP], seat: DE }', VISION, 'yes', 'DE'],
    ['llama3.2', '{ seat: DE }', TEXT, 'no', 'DE'],
    ['llama3.2', '{ seat: DE }', { multimodal: null, parameters: null }, 'possible', 'DE'],
    // The license is for models that take more than text from this size on.
    ['llama3.2', '{ seat: DE }', { multimodal: null, parameters: 9_999_999_999 }, 'no', 'DE'],
    ['llama3.2', '{ seat: DE }', { multimodal: null, parameters: 10_000_000_000 }, 'possible', 'DE'],
    // None of Llama 3.3's models takes more than text, all of Llama 4's do.
    ['llama3.3', '{ seat: DE }', VISION, 'no', 'DE'],
    ['llama4', '{ seat: DE }', TRAITS, 'yes', 'DE'],
    ['llama4', '{ seat: DE }', TEXT, 'no', 'DE'],
  ] as const)('of %s under %s for %j is met: %s', (key, use, traits, hit, place) => {
    const [limit] = limits('region', key, use, traits);
    expect([limit?.hit, limit?.place]).toEqual([hit, place]);
  });

  it.each([
    ['llama3.2', '{ regions: [JP] }', true],
    ['llama3.2', '{ regions: [JP], seat: JP }', undefined],
    ['sarashina-nc', '{ regions: [JP] }', undefined],
  ])('of %s under %s asks for the seat: %s', (key, use, asks) =>
    expect(limits('region', key, use)[0]?.asksSeat).toBe(asks),
  );
});

describe('a limit on purpose', () => {
  it.each([
    ['cc-by-nc-4.0', 'commercial', ['yes']],
    ['cc-by-nc-4.0', 'internal', ['possible']],
    ['cc-by-nc-4.0', 'personal', ['no']],
    ['cc-by-nc-4.0', 'research', ['no']],
    ['llama1', 'commercial', ['yes', 'yes']],
    // Research only is more than not commercial.
    ['llama1', 'personal', ['no', 'possible']],
    ['llama1', 'research', ['no', 'no']],
  ])('of %s for %s is met: %j', (key, purpose, hits) =>
    expect(
      limits('non-commercial', key, `{ purpose: ${purpose} }`)
        .map(({ hit }) => hit)
        .sort(),
    ).toEqual([...hits].sort()),
  );

  it('that nobody stated is possible', () =>
    expect(limits('non-commercial', 'cc-by-nc-4.0', '{}').map(({ hit }) => hit)).toEqual(['possible']));

  it.each([
    ['non-commercial', 'cc-by-nc-4.0', / bars commercial use$/],
    ['non-commercial', 'exaone', / allows research only$/],
    ['use-policy', 'openrail++', / bars certain uses$/],
    ['revocable', 'stabilityai-community', / can be taken back$/],
  ] as const)('of the kind %s is told: %s', (kind, key, said) =>
    expect(limits(kind, key, '{}').map(({ text }) => render(text))).toContainEqual(
      expect.stringMatching(said),
    ),
  );
});

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
