import { describe, expect, it } from 'vitest';
import { toCycloneDx } from '../../../src/core/report/cyclonedx';
import { cycloneDxCheck } from '../../support/reportSchemas';
import { APACHE, LLAMA, model, reference, report, SAMPLE, service } from './sample';
import { joined } from '../../support/joined';

interface Bom {
  readonly serialNumber: string;
  readonly components: readonly Record<string, unknown>[];
  readonly services: readonly Record<string, unknown>[];
}
const bomOf = (...args: Parameters<typeof toCycloneDx>): Bom =>
  JSON.parse(joined(toCycloneDx(...args))) as Bom;
const component = (bom: Bom, name: string) => bom.components.find((candidate) => candidate['name'] === name);

function values(of: Record<string, unknown> | undefined, name: string): readonly string[] {
  return (of!['properties'] as { readonly name: string; readonly value: string }[])
    .filter((property) => property.name === `model-license-lens:${name}`)
    .map(({ value }) => value);
}

describe.each(['1.6', '1.7'] as const)('CycloneDX %s', (specVersion) => {
  const errorsIn = cycloneDxCheck(specVersion);

  it('is valid by the official schema', () => {
    expect(errorsIn(bomOf(SAMPLE, { project: 'demo', specVersion }))).toEqual([]);
    expect(
      errorsIn(bomOf(report(), { project: 'empty', specVersion, timestamp: '2026-01-01T00:00:00Z' })),
    ).toEqual([]);
  });

  it('is checked by a schema that refuses what is wrong', () => {
    expect(
      errorsIn({ bomFormat: 'CycloneDX', specVersion, components: [{ type: 'model', name: 'x' }] }),
    ).not.toEqual([]);
  });
});

describe('a CycloneDX bill of materials', () => {
  const bom = bomOf(SAMPLE, { project: 'demo' });

  it('keeps declared and concluded licenses apart, with SPDX ids only for licenses on the list', () => {
    expect(component(bom, 'tuned')?.['licenses']).toEqual([
      { license: { id: 'Apache-2.0', acknowledgement: 'declared', url: APACHE.url } },
      {
        license: {
          name: 'Llama 3.1 Community License',
          acknowledgement: 'concluded',
          url: 'https://example.org/llama',
        },
      },
    ]);
  });

  it('names all licenses that hold at once', () => {
    const both = model('acme/both', { license: { declared: APACHE, effective: LLAMA, also: [LLAMA] } });
    const of = bomOf(report({ models: [both], references: [reference('a.py', 1, 'acme/both')] }), {
      project: 'demo',
    });
    expect(component(of, 'both')?.['licenses']).toMatchObject([
      { license: { id: 'Apache-2.0', acknowledgement: 'declared' } },
      { license: { name: LLAMA.name, acknowledgement: 'declared' } },
      { license: { name: LLAMA.name, acknowledgement: 'concluded' } },
      { license: { id: 'Apache-2.0', acknowledgement: 'concluded' } },
    ]);
    expect(values(component(of, 'both'), 'license:declared')).toEqual(['apache-2.0 AND llama3.1']);
  });

  it('names no license where none is stated or known', () => {
    expect(component(bom, 'silent')).not.toHaveProperty('licenses');
    expect(bom.components.find(({ name }) => name === '=HYPERLINK("http:')).toBeUndefined();
    expect(JSON.stringify(bom)).not.toMatch(/"id": ?"unknown"/i);
  });

  it('says that a license is not known', () => {
    const asserted = (name: string) => values(component(bom, name), 'license');
    expect([asserted('silent'), asserted('tuned')]).toEqual([['NOASSERTION'], []]);
    expect(values(component(bom, 'HYPERLINK("http://x")') ?? bom.components[0], 'license')).toEqual([
      'NOASSERTION',
    ]);
  });

  it('lets the project depend on the known models that it uses, and on no other name', () => {
    const mentioned = report({
      models: [model('acme/base'), model('acme/named')],
      references: [
        reference('a.py', 1, 'acme/base'),
        reference('a.md', 1, 'acme/named', { role: 'mentions' }),
        reference('a.py', 2, 'nobody/nothing', { model: null }),
      ],
    });
    const { dependencies, components } = bomOf(mentioned, { project: 'p' }) as Bom & {
      readonly dependencies: unknown;
    };
    expect(components.map(({ name }) => name)).toEqual(['base', 'nothing']);
    expect(dependencies).toEqual([{ ref: 'project', dependsOn: ['model:acme/base'] }]);
  });

  it('says what a fact rests on, and that a model ends', () => {
    const ended = bomOf(
      report({
        models: [
          model('acme/base', {
            status: { state: 'retired', date: '2026-06-01', successor: 'acme/next' },
            evidence: [
              { fact: 'license', source: 'Its card', date: '2026-01-02', confidence: 'high', origin: 'hub' },
              { fact: 'copyOf', source: 'Its name', date: '', confidence: 'low', origin: 'inferred' },
              {
                fact: 'license',
                source: 'A list',
                date: '2025-01-01',
                confidence: 'low',
                origin: 'catalog',
              },
            ],
          }),
        ],
        references: [reference('a.py', 1, 'acme/base')],
      }),
      { project: 'p' },
    );
    const base = component(ended, 'base');
    expect(
      ['status', 'status:date', 'status:successor', 'evidence:license', 'evidence:copyOf'].map((name) =>
        values(base, name),
      ),
    ).toEqual([
      ['retired'],
      ['2026-06-01'],
      ['acme/next'],
      ['Its card, 2026-01-02, high, hub'],
      ['Its name, low, inferred'],
    ]);
    expect(values(component(bom, 'base'), 'status')).toEqual([]);
    expect(cycloneDxCheck('1.6')(ended)).toEqual([]);
  });

  it('has a package URL with the commit in lower case when every place agrees on one', () => {
    expect(component(bom, 'base')).toMatchObject({
      version: 'A'.repeat(40),
      purl: `pkg:huggingface/acme/base@${'a'.repeat(40)}`,
      externalReferences: [
        { type: 'model-card', url: 'https://huggingface.co/acme/base' },
        { type: 'distribution', url: `https://huggingface.co/acme/base/tree/${'A'.repeat(40)}` },
      ],
    });
    const two = report({
      models: [model('acme/base')],
      references: ['a', 'b'].map((hex, i) =>
        reference('f.py', i + 1, 'acme/base', { revision: hex.repeat(40) }),
      ),
    });
    expect(component(bomOf(two, { project: 'p' }), 'base')).toMatchObject({
      purl: 'pkg:huggingface/acme/base',
    });
  });

  it('lists bases as ancestors and places as evidence', () => {
    expect(component(bom, 'tuned')).toMatchObject({
      pedigree: {
        ancestors: [
          { group: 'meta', name: 'llama' },
          { group: 'acme', name: 'base' },
        ],
        notes: 'finetune of meta/llama; merge of acme/base',
      },
      evidence: {
        occurrences: [{ location: 'a.py', line: 4, symbol: 'acme/tuned', additionalContext: 'loads' }],
      },
    });
  });

  it('lists what is called as a service with provider, endpoints and data flow, and never as a component', () => {
    expect(bom.services).toHaveLength(1);
    expect(bom.services[0]).toMatchObject({
      'bom-ref': 'service:openai/gpt-9@EU',
      name: 'gpt-9',
      provider: { name: 'OpenAI', address: { country: 'US' } },
      endpoints: ['https://api.openai.com', 'https://*.api.openai.com'],
      'x-trust-boundary': true,
      data: [{ flow: 'bi-directional', classification: 'prompts and answers' }],
      licenses: [{ license: { name: 'OpenAI Terms' } }],
    });
    expect(values(bom.services[0], 'status:date')).toEqual(['2027-01-01']);
    expect(values(bom.services[0], 'region')).toEqual(['EU']);
    expect(component(bom, 'gpt-9')).toBeUndefined();
  });

  it('keeps what is called where nobody knows who runs it', () => {
    const called = bomOf(
      report({
        models: [model('acme/base')],
        references: [reference('a.py', 1, 'acme/base', { role: 'calls' })],
      }),
      { project: 'p' },
    );
    expect(called.components).toEqual([]);
    expect(called.services).toMatchObject([{ 'bom-ref': 'service:unknown/acme/base', name: 'acme/base' }]);
    expect(called.services[0]).not.toHaveProperty('provider');
  });

  it('keeps a model as a component that is loaded here and called there', () => {
    const both = bomOf(
      report({
        models: [model('acme/base')],
        references: [reference('a.py', 1, 'acme/base'), reference('a.py', 2, 'acme/base', { role: 'calls' })],
        services: [service('acme/base', { places: [{ path: 'a.py', line: 2, column: 5 }] })],
      }),
      { project: 'p' },
    );
    expect([both.components.length, both.services.length]).toEqual([1, 1]);
  });

  it('has a serial number that only depends on its content', () => {
    expect(bomOf(SAMPLE, { project: 'demo' }).serialNumber).toBe(bom.serialNumber);
    expect(bomOf(SAMPLE, { project: 'other' }).serialNumber).not.toBe(bom.serialNumber);
  });
});

describe('what the policy states for bills of materials', () => {
  const inventory = {
    facts: {
      author: 'Acme',
      producer: 'Acme Labs',
      version: '2026.11',
      released: '2026-11-02',
      securityPolicy: 'https://acme.example/.well-known/security.txt',
      software: 'see the wiki',
    },
    datasets: {
      'acme/mails': {
        description: 'fine-tuning',
        content: 'mails',
        url: 'https://acme.example/mails',
        sha256: 'A'.repeat(64),
        provenance: 'own',
        sensitivity: 'names',
        license: 'proprietary',
      },
      'no link': { url: 'on the shelf' },
    },
  };
  const stated = report({
    day: '2026-11-24',
    project: { commit: 'c'.repeat(40), license: null, use: null, inventory },
  });
  const bom = bomOf(stated, { project: 'demo' }) as Bom & {
    readonly metadata: Readonly<Record<string, unknown>>;
  };

  it.each(['1.6', '1.7'] as const)('is valid in CycloneDX %s', (specVersion) => {
    expect(cycloneDxCheck(specVersion)(bomOf(stated, { project: 'demo', specVersion }))).toEqual([]);
  });

  it('stands beside the day of the audit in the metadata', () => {
    expect(bom.metadata).toMatchObject({
      timestamp: '2026-11-24T00:00:00Z',
      authors: [{ name: 'Acme' }],
      component: {
        supplier: { name: 'Acme Labs' },
        version: '2026.11',
        externalReferences: [
          {
            type: 'rfc-9116',
            url: 'https://acme.example/.well-known/security.txt',
            comment: 'securityPolicy',
          },
        ],
        properties: [
          { name: 'model-license-lens:system:released', value: '2026-11-02' },
          { name: 'model-license-lens:system:software', value: 'see the wiki' },
          {
            name: 'model-license-lens:system:securityPolicy',
            value: 'https://acme.example/.well-known/security.txt',
          },
          { name: 'model-license-lens:commit', value: 'c'.repeat(40) },
        ],
      },
    });
  });

  it('makes datasets components with license and hash, on which nothing is said to depend', () => {
    expect(component(bom, 'acme/mails')).toEqual({
      type: 'data',
      'bom-ref': 'dataset:acme/mails',
      name: 'acme/mails',
      description: 'fine-tuning',
      hashes: [{ alg: 'SHA-256', content: 'a'.repeat(64) }],
      licenses: [{ license: { name: 'proprietary' } }],
      externalReferences: [{ type: 'distribution', url: 'https://acme.example/mails' }],
      data: [
        {
          type: 'dataset',
          name: 'acme/mails',
          contents: {
            url: 'https://acme.example/mails',
            properties: [{ name: 'model-license-lens:dataset:content', value: 'mails' }],
          },
          sensitiveData: ['names'],
        },
      ],
      properties: [{ name: 'model-license-lens:dataset:provenance', value: 'own' }],
    });
    expect(component(bom, 'no link')).toMatchObject({ data: [{ type: 'dataset', name: 'no link' }] });
  });
});

it.each(['1.6', '1.7'] as const)(
  'has the parts of a merged report, as their policies state them, in %s',
  (specVersion) => {
    const inventory = {
      facts: { author: 'Acme', producer: 'Acme Labs', version: '4.2' },
      datasets: { mails: {} },
    };
    const parts = [
      { path: 'api', commit: 'a1', differs: true, policy: null },
      { path: 'web', commit: 'b2', policy: 'web/p.yaml', inventory },
    ];
    const merged = report({ project: { commit: null, license: null, use: null, parts } });
    const bom = bomOf(merged, { project: 'demo', specVersion });
    expect(cycloneDxCheck(specVersion)(bom)).toEqual([]);
    expect(bom).toMatchObject({
      metadata: {
        authors: [{ name: 'Acme' }],
        component: {
          name: 'demo',
          components: [
            { 'bom-ref': 'part:api', name: 'api', version: 'a1+changes' },
            { 'bom-ref': 'part:web', name: 'web', version: '4.2', supplier: { name: 'Acme Labs' } },
          ],
        },
      },
      components: [{ name: 'mails', type: 'data' }],
    });
  },
);

it('gives the digest of weights as a hash', () => {
  const digest = 'b'.repeat(64);
  const of = bomOf(
    report({
      models: [model('acme/base')],
      references: [reference('a.py', 1, 'acme/base', { revision: `sha256:${digest}` })],
    }),
    { project: 'p' },
  );
  expect(component(of, 'base')).toMatchObject({ hashes: [{ alg: 'SHA-256', content: digest }] });
});

it('says which parts of a model were released', () => {
  const openness = { level: 'open-weights', components: { weights: true, trainingData: false } } as const;
  const of = bomOf(
    report({
      models: [model('acme/base', { openness })],
      references: [reference('a.py', 1, 'acme/base')],
    }),
    { project: 'p' },
  );
  expect(values(component(of, 'base'), 'openness:released')).toEqual(['weights']);
  expect(values(component(of, 'base'), 'openness:withheld')).toEqual(['trainingData']);
});

it('says in which part of a project a model or service is, and that what tests use is not in the product', () => {
  const of = bomOf(
    report({
      models: [model('acme/base'), model('acme/tried')],
      references: [
        reference('a.py', 1, 'acme/base', { context: 'test' }),
        reference('a.py', 2, 'acme/base', { context: 'product' }),
        reference('a.py', 3, 'acme/tried', { context: 'test' }),
        reference('a.py', 4, 'acme/tried', { context: 'product', role: 'mentions' }),
        reference('a.py', 5, 'm', { context: 'test', role: 'calls' }),
      ],
      services: [service('m', { places: [{ path: 'a.py', line: 5, column: 5 }] })],
    }),
    { project: 'p' },
  );
  const told = ['base', 'tried'].map((name) => component(of, name));
  expect(told.map((one) => [one?.['scope'], values(one, 'context')])).toEqual([
    [undefined, ['product', 'test']],
    ['excluded', ['test']],
  ]);
  expect(of.services.map((one) => values(one, 'context'))).toEqual([['test']]);
});
