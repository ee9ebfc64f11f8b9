import { describe, expect, it } from 'vitest';
import {
  conditionsToTell,
  dutiesOf,
  type Condition,
  type Duty,
} from '../../../src/core/licenses/obligations';
import { render } from '../../../src/core/message';
import type { Relation } from '../../../src/core/vocabulary';
import { policy } from '../policy/support';
import { license } from './support';

/** The duty of one kind that a license lays on a relation, under the `use` of a policy. */
function duty(
  key: string,
  relation: Relation,
  obligation: Duty['obligation'],
  use?: string,
): Duty | undefined {
  const stated = use === undefined ? undefined : policy(`use: ${use}`).use;
  return dutiesOf(license(key), relation, stated).find((found) => found.obligation === obligation);
}

describe('a duty', () => {
  it.each([
    // The weights of a product may be fetched where it runs.
    ['llama3.1', 'ships', undefined, []],
    ['llama3.1', 'loads', '{ distribution: product }', ['offer']],
    ['llama3.1', 'calls', '{ distribution: product }', undefined],
  ] as const)(
    'of %s to give a copy of the license to who %s it under %s waits for %j',
    (key, role, use, waits) =>
      expect(duty(key, role === 'loads' ? 'references' : role, 'include-license', use)?.waitsFor).toEqual(
        waits,
      ),
  );

  it.each([
    ['minimax-m2.5-modified-mit', '{ purpose: commercial, distribution: product }', []],
    ['minimax-m2.5-modified-mit', '{ purpose: research, distribution: product }', undefined],
    ['minimax-m2.5-modified-mit', '{ distribution: product }', ['commercial-use']],
    ['minimax-m2.5-modified-mit', '{}', ['offer', 'commercial-use']],
    ['kimi-k2-modified-mit', '{ purpose: commercial, distribution: product }', ['size']],
    [
      'kimi-k2-modified-mit',
      '{ purpose: commercial, distribution: product, monthlyActiveUsers: 5, annualRevenueUsd: 5 }',
      undefined,
    ],
    // One of two sizes is known and small, the other decides.
    [
      'kimi-k2-modified-mit',
      '{ purpose: commercial, distribution: product, monthlyActiveUsers: 5 }',
      ['size'],
    ],
    [
      'kimi-k2-modified-mit',
      '{ purpose: commercial, distribution: product, annualRevenueUsd: 240_000_001 }',
      [],
    ],
    [
      'kimi-k2-modified-mit',
      '{ purpose: commercial, distribution: product, annualRevenueUsd: 240_000_000, monthlyActiveUsers: 5 }',
      undefined,
    ],
    ['kimi-k2-modified-mit', '{ purpose: personal, distribution: product }', undefined],
  ])('of %s to show a phrase under %s waits for %j', (key, use, waits) => {
    const found = duty(key, 'references', 'display-phrase', use);
    expect([found?.waitsFor, found?.certain]).toEqual([waits, waits && waits.length === 0]);
  });

  it('says from which sizes on it is due, while none of them is known', () => {
    const said = (key: string, use: string): string | undefined => {
      const found = duty(key, 'references', 'display-phrase', use);
      return found && render(found.text);
    };
    const PRODUCT = 'purpose: commercial, distribution: product';
    expect(said('kimi-k2-modified-mit', `{ ${PRODUCT} }`)).toBe(
      'Show “Kimi K2”, once the product is above one of these: 100M MAU, USD 20M/month',
    );
    expect(said('kimi-k2-modified-mit', `{ ${PRODUCT}, monthlyActiveUsers: 200_000_000 }`)).toBe(
      'Show “Kimi K2”',
    );
    expect(said('qwen-community-1.0', `{ ${PRODUCT} }`)).toMatch(
      /^Show the credit that .+ asks for, once the product is above one of these: 100M MAU, USD 20M\/month$/,
    );
    // A size of other consequence is no size of the credit.
    expect(said('kimi-k3', `{ ${PRODUCT} }`)).toBe(
      'Show “Kimi K3”, once the product is above one of these: 100M MAU, USD 20M/month',
    );
  });

  it.each([
    ['cc-by-4.0', 'give-credit', /^Credit the authors$/],
    ['gemma', 'pass-on-restrictions', /^Bind users and recipients to the use restrictions of /],
    ['apache-2.0', 'include-notice', /^Keep the notice that came with the model$/],
    ['llama3.1', 'name-prefix', /^Let the name of a derived model begin with “Llama”$/],
    ['llama3.1', 'display-phrase', /^Show “Built with Llama”$/],
    ['gpl-3.0', 'share-alike', /^Keep what is derived under GNU General Public License/],
    ['gpl-3.0', 'disclose-source', /^Offer the corresponding source$/],
    ['apache-2.0', 'state-changes', /^Say what was changed$/],
    ['mit', 'retain-copyright', /^Keep the copyright and license notices$/],
    ['llama3.1', 'follow-use-policy', /^Keep to the use policy of /],
  ] as const)('of %s, %s, is told as what to do', (key, obligation, said) => {
    const found = duty(key, 'derives', obligation, '{ purpose: commercial, distribution: weights }');
    expect(found && render(found.text)).toMatch(said);
  });

  it('of what others see comes before what travels with the weights, and that before how it is used', () => {
    const order = dutiesOf(license('llama3.1'), 'derives', policy('use: { distribution: weights }').use);
    expect(order.map(({ obligation }) => obligation)).toEqual([
      'display-phrase',
      'name-prefix',
      'include-notice',
      'include-license',
      'follow-use-policy',
    ]);
  });

  it('for copies is not asked of a service with a model that it changed, unlike that for the changed model', () => {
    const asked = (key: string) =>
      dutiesOf(license(key), 'derives', policy('use: { distribution: service }').use).map(
        ({ obligation }) => obligation,
      );
    expect(asked('llama3.1')).toEqual(['display-phrase', 'name-prefix', 'follow-use-policy']);
    expect(asked('mit')).toEqual([]);
    expect(asked('apache-2.0')).toEqual(['state-changes']);
  });
});

describe('the conditions told beside a duty', () => {
  it.each<[readonly Condition[], readonly Condition[]]>([
    [[], []],
    [['offer'], ['offer']],
    [
      ['offer', 'commercial-use'],
      ['offer', 'commercial-use'],
    ],
    // The text of the duty names the size.
    [['size'], []],
    [['offer', 'size'], []],
  ])('of %j are %j', (waitsFor, told) => expect(conditionsToTell({ waitsFor })).toEqual(told));
});
