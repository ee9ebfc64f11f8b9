import { describe, expect, it } from 'vitest';
import { createClaimStore, type ModelClaim } from '../../../src/core/lookup/claim';
import { createLookup } from '../../../src/core/lookup/lookup';
import { claimFromHub } from '../../../src/core/lookup/hub/hubClaim';
import type { HubFacts } from '../../../src/core/lookup/hub/hubFacts';
import type { PolicyModel } from '../../../src/core/policy/policy';
import { createCatalog } from '../../../src/core/catalog/createCatalog';
import { organization, TEST_CATALOG as catalog, modelRecord, testCatalog } from '../../support/catalog';

const QWEN = 'Qwen/Qwen3-8B';

function claim(facts: Partial<ModelClaim>): ModelClaim {
  return {
    model: QWEN,
    origin: 'hub',
    source: 'https://huggingface.co/Qwen/Qwen3-8B',
    date: '2026-11-24',
    confidence: 'high',
    ...facts,
  };
}

function found(id: string, claims: readonly ModelClaim[], overrides: readonly PolicyModel[] = []) {
  const store = createClaimStore();
  for (const one of claims) store.add(id, one);
  return createLookup(catalog, overrides, store).find(id, 'huggingface');
}

describe('a claim about a model of the catalog', () => {
  it('that agrees changes nothing but the evidence', () => {
    const model = found(QWEN, [claim({ licenses: ['apache-2.0'], revision: 'a'.repeat(40) })]);
    expect(model?.license.declared?.key).toBe('apache-2.0');
    expect(model?.contradictions).toEqual([]);
    expect(model?.evidence[0]).toEqual({
      fact: 'license',
      source: 'https://huggingface.co/Qwen/Qwen3-8B',
      date: '2026-11-24',
      confidence: 'high',
      origin: 'hub',
    });
  });

  it('that is newer wins, and the contradiction is shown with both sources', () => {
    const model = found(QWEN, [claim({ licenses: ['cc-by-nc-4.0'] })]);
    expect(model?.license.declared?.key).toBe('cc-by-nc-4.0');
    expect(model?.openness.level).toBe('weights-available');
    expect(model?.contradictions).toEqual([
      expect.stringMatching(/apache-2\.0 \(The test, 2026-11-01\) against cc-by-nc-4\.0 .*2026-11-24/),
    ]);
  });

  it('that is older loses, and the contradiction is shown all the same', () => {
    const model = found(QWEN, [claim({ licenses: ['mit'], date: '2020-01-01' })]);
    expect(model?.license.declared?.key).toBe('apache-2.0');
    expect(model?.contradictions).toHaveLength(1);
  });

  it('that states no license does not unsay one that was read, and is shown', () => {
    const model = found(QWEN, [claim({ licenses: [] })]);
    expect(model?.license.declared?.key).toBe('apache-2.0');
    expect(model?.contradictions[0]).toContain('none-stated');
  });

  it('of "other" without a name says nothing about the license', () => {
    expect(found(QWEN, [claim({ licenses: ['other'] })])).toMatchObject({
      license: { declared: { key: 'apache-2.0' } },
      contradictions: [],
    });
  });

  it('that follows a rename names the successor', () => {
    expect(found(QWEN, [claim({ model: 'Qwen/Qwen3-8B-v2' })])?.status).toEqual({
      state: 'renamed',
      successor: 'Qwen/Qwen3-8B-v2',
    });
  });

  it('gives way to what the project’s own policy says', () => {
    const stated: PolicyModel = {
      id: QWEN,
      license: 'proprietary',
      origin: null,
      openness: null,
      base: null,
      range: { start: 0, end: 0 },
    };
    expect(found(QWEN, [claim({ licenses: ['mit'] })], [stated])?.license.declared?.key).toBe('proprietary');
  });

  it('of a license text counts for more than a card of the same day', () => {
    const text = claim({
      origin: 'local file',
      source: 'models/LICENSE',
      licenses: ['mit'],
      licenseText: 'models/LICENSE',
    });
    for (const claims of [
      [text, claim({ licenses: ['gpl-3.0'] })],
      [claim({ licenses: ['gpl-3.0'] }), text],
    ])
      expect(found(QWEN, claims)?.license.declared?.key).toBe('mit');
  });
});

describe('a claim about a copy whose license is concluded from its original', () => {
  const id = 'stranger/Llama-3.1-8B-Instruct-AWQ';

  it('is not needed for the license, which is said to be inferred', () => {
    const model = found(id, []);
    expect(model).toMatchObject({
      license: { declared: { key: 'llama3.1' } },
      copyOf: 'meta-llama/Llama-3.1-8B-Instruct',
      openness: { level: 'weights-available' },
      lineage: [{ model: 'meta-llama/Llama-3.1-8B-Instruct', relation: 'quantized', license: 'llama3.1' }],
    });
    expect(model?.origin.map(({ country }) => country)).toEqual([null, 'US']);
    expect(model?.evidence.find(({ fact }) => fact === 'license')).toMatchObject({
      origin: 'inferred',
      confidence: 'low',
      date: '2026-11-01',
    });
  });

  it('wins, whatever it says, and nothing that was read is contradicted', () => {
    expect(found(id, [claim({ model: id, licenses: ['apache-2.0'] })])).toMatchObject({
      license: { declared: { key: 'apache-2.0' }, effective: { key: 'llama3.1' } },
      contradictions: [],
    });
    expect(found(id, [claim({ model: id, licenses: [] })])).toMatchObject({
      license: { declared: { key: 'none-stated' }, effective: { key: 'llama3.1' } },
      contradictions: [],
    });
  });
});

describe('a claim about a model the catalog does not know', () => {
  const id = 'Qwen/brand-new';

  it('makes a model of what it says, with publisher and country of a known owner', () => {
    expect(
      found(id, [
        claim({ model: id, licenses: ['apache-2.0'], weights: true, task: 'text-generation', gated: false }),
      ]),
    ).toMatchObject({
      id,
      publisher: { id: 'alibaba', country: 'CN' },
      license: { declared: { key: 'apache-2.0' } },
      openness: { level: 'open-weights' },
      task: 'text-generation',
      gated: false,
    });
  });

  it('comes from where the organization is that decides over its owner, as the catalog’s own models do', () => {
    const owned = createCatalog({
      date: '2026-11-24',
      models: [],
      licenses: catalog.licenses,
      families: [],
      hosts: [],
      familyNames: { hints: [], unrelated: [] },
      sources: {},
      organizations: [
        ...catalog.organizations,
        { ...organization('lab', null, ['huggingface:lab']), parent: 'alibaba' },
      ],
    });
    const store = createClaimStore();
    store.add(
      'lab/new',
      claim({ model: 'lab/new', licenses: ['mit'], lineage: [{ model: 'lab/base', relation: 'finetune' }] }),
    );
    const model = createLookup(owned, [], store).find('lab/new', 'huggingface');
    expect(model?.publisher?.country).toBe('CN');
    expect(model?.origin.map(({ country }) => country)).toEqual(['CN', 'CN']);
  });

  it('does not call weights open under a license nobody knows, nor guess without weights', () => {
    expect(found(id, [claim({ model: id, licenses: ['acme-1.0'], weights: true })])).toMatchObject({
      openness: { level: 'unknown', components: { weights: true } },
      license: { declared: { key: 'acme-1.0', category: 'unknown' } },
    });
    expect(found(id, [claim({ model: id, licenses: ['mit'], weights: false })])?.openness.level).toBe(
      'unknown',
    );
  });

  it('keeps "none stated" apart from unknown', () => {
    expect(found(id, [claim({ model: id, licenses: [] })])?.license.declared?.key).toBe('none-stated');
    expect(found(id, [claim({ model: id })])?.license.declared).toBeNull();
  });

  it('takes the terms of its base along', () => {
    const model = found(id, [
      claim({
        model: id,
        licenses: ['apache-2.0'],
        lineage: [{ model: 'meta-llama/Llama-3.1-8B-Instruct', relation: 'finetune' }],
      }),
    ]);
    expect(model?.lineage).toEqual([
      { model: 'meta-llama/Llama-3.1-8B-Instruct', relation: 'finetune', license: 'llama3.1' },
    ]);
    expect(model?.license.effective?.key).toBe('llama3.1');
    expect(model?.origin.map(({ country }) => country)).toEqual(['CN', 'US']);
  });

  it('takes several licenses of one card for licenses that hold at once, the strictest in effect', () => {
    const license = found(id, [claim({ model: id, licenses: ['mit', 'llama3.1', 'acme-1.0'] })])?.license;
    expect(license).toMatchObject({ declared: { key: 'mit' }, effective: { key: 'llama3.1' } });
    expect(license?.also).toMatchObject([{ key: 'llama3.1' }, { key: 'acme-1.0', category: 'unknown' }]);
  });

  it('keeps a license that the catalog knows to hold beside the one of a newer card', () => {
    const both = testCatalog([modelRecord('lab/two', { license: 'mit', alsoLicenses: ['gemma'] })]);
    const store = createClaimStore();
    store.add('lab/two', claim({ model: 'lab/two', licenses: ['apache-2.0'], date: '2027-01-01' }));
    expect(createLookup(both, [], store).find('lab/two')?.license).toMatchObject({
      declared: { key: 'apache-2.0' },
      effective: { key: 'gemma' },
      also: [{ key: 'gemma' }],
    });
  });
});

describe('the store of claims', () => {
  it('is heard by a look-up that answered before', () => {
    const store = createClaimStore();
    const lookup = createLookup(catalog, [], store);
    expect(lookup.find('acme/new', 'huggingface')).toBeUndefined();
    store.add('acme/new', claim({ model: 'acme/new', licenses: ['mit'] }));
    expect(lookup.find('acme/new', 'huggingface')?.license.declared?.key).toBe('mit');
    store.clear();
    expect(lookup.find('acme/new', 'huggingface')).toBeUndefined();
  });

  it('keeps the last word of each source', () => {
    expect(
      found(QWEN, [claim({ licenses: ['mit'] }), claim({ licenses: ['gpl-3.0'] })])?.license.declared?.key,
    ).toBe('gpl-3.0');
  });
});

describe('what the Hub says, as a claim', () => {
  const facts: HubFacts = {
    id: 'acme/m',
    revision: 'a'.repeat(40),
    licenses: ['other'],
    licenseName: 'gemma',
    licenseLink: null,
    gated: true,
    euDisallowed: true,
    disabled: false,
    bases: [],
    weights: true,
    task: null,
    created: null,
  };
  const endpoint = { origin: 'https://huggingface.co', basePath: '', secure: true };

  it('names the license where the key is "other", and the page and day it was read', () => {
    expect(claimFromHub(facts, Date.UTC(2026, 10, 24), endpoint)).toMatchObject({
      licenses: ['gemma'],
      source: 'https://huggingface.co/acme/m',
      date: '2026-11-24',
      gated: true,
      euDisallowed: true,
      weights: true,
    });
  });

  it('keeps the key where it says more than the name', () => {
    expect(claimFromHub({ ...facts, licenses: ['mit'] }, 0, endpoint).licenses).toEqual(['mit']);
  });
});
