import { describe, expect, it } from 'vitest';
import { english, render } from '../../../src/core/message';
import { evaluate } from '../../../src/core/policy/evaluate';
import type { Finding } from '../../../src/core/policy/finding';
import type { ModelReference } from '../../../src/core/reference';
import { contextOf, detection, reference } from './support';

const LLAMA = 'meta-llama/Llama-3.1-8B-Instruct';
const FREE = 'mistralai/Mistral-7B-Instruct-v0.3';
const DENY = 'licenses: { deny: [llama3.1] }';

/** Names of a table, each on a line of its own. */
function tableOf(ids: readonly string[], more: Partial<ModelReference> = {}): readonly ModelReference[] {
  return ids.map((id, index) =>
    reference(id, { role: 'lists', reference: { context: 'data', ...more } }, index * 60),
  );
}

function listed(
  references: readonly ModelReference[],
  policy: string | undefined,
  text = '',
): Finding | undefined {
  const { findings } = evaluate(text, detection(references), contextOf(policy));
  expect(findings.length).toBeLessThanOrEqual(1);
  expect(findings.map(({ rule }) => rule)).toEqual(findings.length === 0 ? [] : ['model/listed']);
  return findings[0];
}

describe('the names that a file only lists', () => {
  it('give one hint, at the first that is not allowed, with the places of the others', () => {
    const found = listed(tableOf([FREE, LLAMA, 'microsoft/Phi-4-mini-instruct', LLAMA]), DENY);
    expect(found).toMatchObject({
      severity: 'hint',
      model: null,
      also: ['license/denied'],
      range: { start: 60, end: 60 + LLAMA.length },
      related: [{ name: LLAMA, range: { start: 180, end: 180 + LLAMA.length } }],
    });
    expect(render(found?.message ?? { template: '', args: [] }, english)).toBe(
      `The policy would not allow 1 of 3 models that this file lists: ${LLAMA}`,
    );
  });

  it('count what a long list does not name', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'].map((name) => `someone/uncensored-${name}`);
    const found = listed(tableOf(ids), 'models: { deny: ["*uncensored*"] }');
    expect(render(found?.message ?? { template: '', args: [] }, english)).toBe(
      'The policy would not allow 5 of 5 models that this file lists: someone/uncensored-a, someone/uncensored-b, someone/uncensored-c and 2 more',
    );
    expect(found?.related).toHaveLength(4);
  });

  it('point to the line of the policy that decided', () => {
    const text = `version: 1\n${DENY}\n`;
    const decision = listed(tableOf([FREE, LLAMA]), text)?.decision;
    expect(decision).toBeDefined();
    expect(decision).toEqual(
      evaluate('', detection([reference(LLAMA)]), contextOf(text)).findings[0]?.decision,
    );
  });

  it('name all of three, and so many places', () => {
    const three = ['a', 'b', 'c'].map((name) => `someone/uncensored-${name}`);
    const policy = 'models: { deny: ["*uncensored*"] }';
    const found = listed(tableOf(three), policy);
    expect(render(found?.message ?? { template: '', args: [] }, english)).toBe(
      `The policy would not allow 3 of 3 models that this file lists: ${three.join(', ')}`,
    );
    const many = Array.from({ length: 130 }, (_, at) => `someone/uncensored-${at}`);
    expect(listed(tableOf(many), policy)?.related).toHaveLength(100);
  });

  it.each<readonly [string, string | undefined]>([
    ['no policy asks', undefined],
    ['all would be allowed', 'licenses: { deny: [gemma] }'],
    ['they only need a review', 'licenses: { warn: [llama3.1] }'],
    ['an exception excuses them', `${DENY}\nexceptions: [{ model: "meta-llama/*", reason: pilot }]`],
    ['the rule is off', `${DENY}\nrules: { model/listed: off }`],
    ['lists are of a part that is off', `${DENY}\ncontexts: { data: off }`],
  ])('give none where %s', (_, policy) => expect(listed(tableOf([FREE, LLAMA]), policy)).toBeUndefined());

  it('is silenced by a comment where it stands', () => {
    const text = `# model-license-lens: ignore[model/listed] prices only\n${LLAMA}`;
    const at = text.indexOf(LLAMA);
    const name = reference(LLAMA, { role: 'lists' }, at);
    expect(listed([name], DENY, text)).toBeUndefined();
  });

  it('are as grave as the policy wants, but no more than their part of the project lets them be', () => {
    const policy = `${DENY}\nrules: { model/listed: warning }`;
    expect(listed(tableOf([LLAMA], { context: 'product' }), policy)?.severity).toBe('warning');
    expect(listed(tableOf([LLAMA]), policy)?.severity).toBe('hint');
  });

  it('leave uses and mentions to other rules', () => {
    const { findings } = evaluate(
      '',
      detection([reference(LLAMA), reference(LLAMA, { role: 'mentions' }, 60)]),
      contextOf(DENY),
    );
    expect(findings.map(({ rule }) => rule)).toEqual(['license/denied']);
  });
});
