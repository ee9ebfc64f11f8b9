import { describe, expect, it } from 'vitest';
import { createClaimStore } from '../../../src/core/lookup/claim';
import { createLookup } from '../../../src/core/lookup/lookup';
import { statedBases } from '../../../src/core/lookup/policyModel';
import type { PolicyModel } from '../../../src/core/policy/policy';
import { builtCatalog } from '../../support/builtCatalog';

const catalog = builtCatalog();
const BASE = 'Qwen/Qwen2.5-3B-Instruct';

const stated = (id: string, base: string | null, license: string | null = null): PolicyModel => ({
  id,
  base,
  license,
  origin: null,
  openness: null,
  range: { start: 0, end: 0 },
});

describe('a model whose base the policy describes too', () => {
  const models = [
    stated('acme/triage', BASE, 'apache-2.0'),
    stated('models/triage.gguf', 'Acme/triage', 'apache-2.0'),
    stated('acme/triage-awq', 'models/triage.gguf'),
  ];

  it.each(['acme/triage', 'models/triage.gguf', 'acme/triage-awq'])(
    'carries the terms and the origin of the first of the chain: %s',
    (id) => {
      const model = createLookup(catalog, models).find(id);
      expect(model?.license.effective?.key).toBe('qwen-research');
      expect(model?.origin.at(-1)?.country).toBe('CN');
      expect(model?.lineage.map((base) => base.model)).toContain(BASE);
    },
  );

  it('has the license that the policy states for the base', () => {
    const bought = [...models, stated(BASE, null, 'apache-2.0')];
    expect(createLookup(catalog, bought).find('models/triage.gguf')?.license.effective?.key).toBe(
      'apache-2.0',
    );
  });

  it('has an end where bases go round, and none is a base of itself', () => {
    const round = [stated('acme/a', 'acme/b'), stated('acme/b', 'acme/c'), stated('acme/c', 'acme/a')];
    const lookup = createLookup(catalog, round);
    for (const { id } of round) expect(lookup.find(id)?.lineage.map((base) => base.model)).not.toContain(id);
    expect(statedBases(round, round[0])).toEqual(['acme/b', 'acme/c', 'acme/a']);
  });
});

describe('another name of a model by the policy', () => {
  const LLAMA = 'meta-llama/Llama-3.1-8B-Instruct';
  const named = (is: string, license: string | null = null): PolicyModel => ({
    ...stated('chat', null, license),
    is,
  });

  it('is that model, whose terms it has', () => {
    const lookup = createLookup(catalog, [named(LLAMA)]);
    expect(lookup.find('chat')).toEqual(lookup.find(LLAMA));
    expect(lookup.find('chat')?.lineage.map(({ model }) => model)).not.toContain(LLAMA);
  });

  it('is one that the policy describes, with what that was made from', () => {
    const models = [named('acme/triage'), stated('acme/triage', BASE, 'apache-2.0')];
    expect(createLookup(catalog, models).find('chat')?.license.effective?.key).toBe('qwen-research');
  });

  it('keeps the license that the policy states for it', () => {
    const model = createLookup(catalog, [named(LLAMA, 'mit')]).find('chat');
    expect([model?.id, model?.license.effective?.key]).toEqual([LLAMA, 'mit']);
  });

  it.each(['meta-llama/Llama-3.1-8B-Instuct', 'nobody/nothing', 'chat'])(
    'has an open base where nobody recorded %s',
    (is) => {
      const model = createLookup(catalog, [named(is)]).find('chat');
      expect(model?.license.declared ?? null).toBeNull();
      expect(model?.lineage[0]?.open).toBe('model');
    },
  );

  it('takes nothing away from a model that is known, under a policy that locks', () => {
    const renaming = { ...named('Qwen/Qwen3-8B'), id: LLAMA };
    const under = createLookup(catalog, [renaming]).under([]);
    expect(under.find(LLAMA)?.license.effective?.key).toBe('llama3.1');
  });

  it('keeps its own name under a policy that locks, and has the terms of that model', () => {
    const model = createLookup(catalog, [named(LLAMA)])
      .under([])
      .find('chat');
    expect(model?.id).toBe('chat');
    expect(model?.lineage[0]?.model).toBe(LLAMA);
    const told = createLookup(catalog, [named(LLAMA)]).under([named(LLAMA)]);
    expect(told.find('chat')?.id).toBe(LLAMA);
  });
});

describe('a model whose country the policy states', () => {
  it('has an owner by its name on a hub, and none by the folder in which its weights lie', () => {
    const lookup = createLookup(
      catalog,
      ['acme/triage', 'assets/triage'].map((id) => ({ ...stated(id, BASE), origin: 'DE' })),
    );
    expect(lookup.find('acme/triage', 'huggingface')?.publisher?.name).toBe('acme');
    const weights = lookup.find('assets/triage', 'local');
    expect(weights?.publisher).toBeNull();
    expect(weights?.origin[0]?.country).toBe('DE');
  });
});

describe('the bases of a base that the policy states', () => {
  it('are those that its card names, where the catalog does not list it', () => {
    const claims = createClaimStore();
    claims.add('acme/triage', {
      model: 'acme/triage',
      lineage: [{ model: BASE, relation: 'finetune' }],
      source: 'https://huggingface.co/acme/triage',
      date: '2026-06-01',
      confidence: 'high',
      origin: 'hub',
    });
    const lookup = createLookup(catalog, [stated('models/triage.gguf', 'acme/triage', 'mit')], claims);
    expect(lookup.find('models/triage.gguf')?.license.effective?.key).toBe('qwen-research');
  });

  it('are those of the catalog, with what its publisher has put under other terms since', () => {
    for (const base of ['meta-llama/Llama-3.3-70B-Instruct', 'llama3.3:70b']) {
      const model = createLookup(catalog, [stated('acme/helper', base, 'llama3.3')]).find('acme/helper');
      expect([model?.license.effective?.key, model?.lineage.length]).toEqual(['llama3.3', 1]);
    }
  });
});

describe('a model whose openness the policy does not state', () => {
  const MIT_BASE = 'Qwen/Qwen3-8B';
  const level = (base: string | null, license: string | null): string | undefined =>
    createLookup(catalog, [stated('acme/triage', base, license)]).find('acme/triage')?.openness.level;

  it.each([
    [MIT_BASE, 'apache-2.0', 'open-weights'],
    [MIT_BASE, null, 'unknown'],
    // The terms of the base hold, whatever the label says.
    [BASE, 'apache-2.0', 'weights-available'],
    // Terms of which nothing says that they are open.
    [MIT_BASE, 'acme-terms', 'unknown'],
    // What can only be called is no weights, and a license alone shows none.
    ['gpt-4o', 'apache-2.0', 'unknown'],
    ['acme/unheard-of', 'apache-2.0', 'unknown'],
    [null, 'apache-2.0', 'unknown'],
  ])('made from %s under %s is %s', (base, license, openness) => {
    expect(level(base, license)).toBe(openness);
  });
});
