import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../../src/core/catalog/createCatalog';
import { readLayer } from '../../../src/core/layer/readLayer';
import { withLayer } from '../../../src/core/layer/withLayer';
import { render } from '../../../src/core/message';
import { builtRecords } from '../../support/builtCatalog';

const HEAD = 'title: Acme AI register\ndate: 2026-11-30\n';

function layered(text: string) {
  const reading = readLayer(HEAD + text);
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  return withLayer(builtRecords(), reading.layer);
}

const ACME = `
organizations:
  acme: { name: Acme GmbH, kind: company, country: DE, owners: ["huggingface:acme"] }
licenses:
  acme-internal: { name: Acme internal terms, category: proprietary-api, commercialUse: "yes" }
models:
  acme/support-7b: { license: apache-2.0, lineage: [{ model: Qwen/Qwen3-8B, relation: finetune }], aliases: ["ollama:acme-support"] }
  acme-chat: { license: acme-internal, openness: api-only, publisher: acme }
  Qwen/Qwen3-8B: { license: mit, sources: ["https://wiki.acme.test/contracts/7"] }
hosts:
  acme-gateway:
    operator: acme
    endpoints: [llm.acme.test]
    regions: { from: operator, places: { "*": DE } }
    names: { acme-chat: { status: deprecated, endsOn: "2027-01-31" } }
    sources: ["https://wiki.acme.test/gateway 2026-11-30"]
  groq:
    terms: acme-internal
`;

describe('a catalog with a layer', () => {
  const { records, problems } = layered(ACME);
  const catalog = createCatalog(records);

  it('has the models of the layer, with what follows from their licenses and owners', () => {
    expect(problems).toEqual([]);
    expect(catalog.resolve('acme/support-7b', 'huggingface')?.record).toMatchObject({
      publisher: 'acme',
      license: 'apache-2.0',
      openness: 'open-weights',
      parameters: 7_000_000_000,
      sources: [{ source: 'Acme AI register', date: '2026-11-30', confidence: 'high' }],
    });
    expect(catalog.resolve('acme-support', 'ollama')?.record.id).toBe('acme/support-7b');
    expect(catalog.model('acme-chat')).toMatchObject({ registry: 'other', openness: 'api-only' });
  });

  it('puts what the layer states of a known model before what the catalog says, and keeps the rest', () => {
    const before = builtRecords().models.find(({ id }) => id === 'Qwen/Qwen3-8B');
    const after = catalog.model('Qwen/Qwen3-8B');
    expect(after).toMatchObject({
      license: 'mit',
      publisher: before?.publisher,
      task: before?.task,
      aliases: before?.aliases,
    });
    expect(after?.sources[0]).toEqual({
      source: 'https://wiki.acme.test/contracts/7',
      date: '2026-11-30',
      facts: ['license'],
      confidence: 'high',
    });
    expect(after?.sources.slice(1).flatMap(({ facts }) => facts)).not.toContain('license');
  });

  it('has the hosts of the layer, and their calendars', () => {
    expect(catalog.hostAt({ host: 'llm.acme.test', port: null, path: '/v1' })?.id).toBe('acme-gateway');
    expect(catalog.service('acme-gateway', 'acme-chat')).toMatchObject({ endsOn: '2027-01-31' });
    const groq = builtRecords().hosts.find(({ id }) => id === 'groq');
    expect(catalog.host('groq')).toMatchObject({ terms: 'acme-internal', endpoints: groq?.endpoints });
    expect(catalog.host('groq')?.names).toHaveLength(groq?.names.length ?? 0);
  });

  it('adds endpoints and words to those of a known host', () => {
    const { records: added } = layered(
      'hosts:\n  openai: { endpoints: [llm-proxy.acme.test], words: [corp-ai] }\n',
    );
    const own = createCatalog(added);
    for (const host of ['api.openai.com', 'llm-proxy.acme.test'])
      expect(own.hostAt({ host, port: null, path: '/v1' })?.id).toBe('openai');
    const known = builtRecords().hosts.find(({ id }) => id === 'openai');
    expect(own.host('openai')?.words).toEqual([...(known?.words ?? []), 'corp-ai']);
  });

  it('names the layer as a source, never as one that the catalog has', () => {
    expect(records.sources['Acme AI register']).toMatchObject({
      title: 'Acme AI register',
      date: '2026-11-30',
    });
    const [taken = ''] = Object.keys(builtRecords().sources);
    const reading = readLayer(`title: ${taken}\ndate: 2026-11-30\nmodels:\n  acme/x: { license: mit }\n`);
    if ('problems' in reading) throw new Error('not read');
    const { sources } = withLayer(builtRecords(), reading.layer).records;
    expect(sources[taken]).toBe(builtRecords().sources[taken]);
    expect(Object.keys(sources)).toContain(`${taken} (own records)`);
  });

  it('states of a name at a known host what it says of it, and leaves the rest', () => {
    const before = builtRecords().hosts.find(({ id }) => id === 'openai');
    const ended = before?.names.find(({ status }) => status === 'retired');
    const { records: changed } = layered(
      `hosts:\n  openai:\n    names:\n      ${ended?.id}: { note: our contract }\n      acme-1: { aliases: [${ended?.id}] }\n`,
    );
    const names = changed.hosts.find(({ id }) => id === 'openai')?.names ?? [];
    expect(names).toHaveLength((before?.names.length ?? 0) + 1);
    expect(names.find(({ id }) => id === ended?.id)).toEqual({
      ...ended,
      note: 'our contract',
      source: { url: 'Acme AI register', read: '2026-11-30' },
    });
  });

  it('leaves a model that can only be called what it is under another license', () => {
    const { records: changed } = layered(
      `${ACME.slice(0, ACME.indexOf('models:'))}models:\n  gpt-4o: { license: acme-internal }\n`,
    );
    expect(changed.models.find(({ id }) => id === 'gpt-4o')).toMatchObject({
      license: 'acme-internal',
      openness: 'api-only',
    });
  });

  it('tells anew how open the models of a license are that it replaces', () => {
    const { records: changed } = layered(
      'licenses:\n  gemma: { name: Gemma by contract, category: permissive, commercialUse: "yes" }\n',
    );
    const ofGemma = ({ models }: typeof changed): readonly (string | null | undefined)[] => [
      models.find(({ id }) => id === 'google/gemma-2-9b-it')?.openness,
    ];
    expect(ofGemma(builtRecords())).toEqual(['weights-available']);
    expect(ofGemma(changed)).toEqual([null]);
  });

  it('keeps a calendar’s other names where the layer states one anew', () => {
    const groq = builtRecords().hosts.find(({ id }) => id === 'groq');
    const [first] = groq?.names ?? [];
    const { records: changed } = layered(
      `hosts:\n  groq:\n    names:\n      ${first?.id}: { status: retired, endsOn: "2020-01-01", source: "https://acme.test 2026-11-30" }\n`,
    );
    const names = changed.hosts.find(({ id }) => id === 'groq')?.names ?? [];
    expect(names).toHaveLength(groq?.names.length ?? 0);
    expect(names.find(({ id }) => id === first?.id)).toMatchObject({ endsOn: '2020-01-01' });
  });
});

it('takes a base that it has itself, in any case of its letters', () => {
  const text =
    'models:\n  acme/x: { license: mit, lineage: [{ model: Acme/Y, relation: finetune }, { model: qwen/qwen3-8b, relation: merge }] }\n  acme/y: { license: mit }\n';
  expect(layered(text).problems).toEqual([]);
});

it.each([
  [
    'models:\n  acme/x: { license: nobodys-license }',
    'There is no license "nobodys-license", neither here nor in the catalog',
  ],
  [
    'models:\n  acme/x: { alsoLicenses: [mit, nobodys] }',
    'There is no license "nobodys", neither here nor in the catalog',
  ],
  [
    'models:\n  acme/x: { publisher: nobody }',
    'There is no organization "nobody", neither here nor in the catalog',
  ],
  [
    'models:\n  Qwen/Qwen3-8B: { registry: ollama }',
    'The catalog has Qwen/Qwen3-8B as a model of “huggingface”',
  ],
  ['organizations:\n  acme: { name: Acme }', 'The key "kind" is missing'],
  [
    'models:\n  acme/x: { license: mit, lineage: [{ model: facebook/nllb-200-distiled-600M, relation: finetune }] }',
    'There is no model "facebook/nllb-200-distiled-600M", neither here nor in the catalog; did you mean "facebook/nllb-200-distilled-600M"?',
  ],
  // A base is named by its id alone.
  [
    'models:\n  acme/x: { license: mit, lineage: [{ model: "ollama:qwen3:8b", relation: finetune }] }',
    'There is no model "ollama:qwen3:8b", neither here nor in the catalog; did you mean "Qwen/Qwen3-8B"?',
  ],
  [
    'models:\n  acme/x: { copyOf: nobody/nothing-7b }',
    'There is no model "nobody/nothing-7b", neither here nor in the catalog',
  ],
  [
    'models:\n  acme-chat: { license: mit }\nhosts:\n  groq: { names: { fast: { model: acme-chatt } } }',
    'There is no model "acme-chatt", neither here nor in the catalog; did you mean "acme-chat"?',
  ],
  [
    'organizations:\n  acme: { name: Acme, kind: company, parent: nobody }',
    'There is no organization "nobody", neither here nor in the catalog',
  ],
  ['licenses:\n  acme: { name: Acme, category: permissive }', 'The key "commercialUse" is missing'],
  [
    'hosts:\n  acme: { operator: openai, sources: ["https://a.test 2026-11-30"] }',
    'The key "endpoints" is missing',
  ],
  [
    'hosts:\n  groq: { operator: nobody }',
    'There is no organization "nobody", neither here nor in the catalog',
  ],
])('refuses what leads nowhere: %j', (text, told) => {
  expect(layered(text).problems.map(({ message }) => render(message))).toEqual([told]);
});
