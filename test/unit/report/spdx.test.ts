import { describe, expect, it } from 'vitest';
import type { Model, ModelStatus } from '../../../src/core/model';
import { toSpdx } from '../../../src/core/report/spdx';
import { spdxCheck } from '../../support/reportSchemas';
import { APACHE, LLAMA, NONE_STATED_LICENSE, model, reference, report, SAMPLE } from './sample';
import { joined } from '../../support/joined';

type Element = Readonly<Record<string, unknown>> & { readonly type: string; readonly spdxId: string };

const documentOf = (source = SAMPLE, options = {}) =>
  JSON.parse(joined(toSpdx(source, { project: 'demo', ...options }))) as {
    '@context': string;
    '@graph': Element[];
  };
const graph = documentOf()['@graph'];
const ofType = (type: string, elements = graph) => elements.filter((element) => element.type === type);
const named = (name: string) =>
  graph.find((element) => element['name'] === name && element.type === 'ai_AIPackage');

/**
 * What the model of SPDX 3.0.1 demands of each class that is written (minCount 1 in its class files), beside `spdxId`, `type` and
 * `creationInfo`. The schema that the contract tests use holds the values; what one class demands of another is checked one by one.
 */
const MANDATORY: Readonly<Record<string, readonly string[]>> = {
  Agent: ['name'],
  ai_AIPackage: ['name', 'software_primaryPurpose'],
  software_Package: ['name'],
  software_Sbom: ['rootElement', 'element'],
  SpdxDocument: ['rootElement', 'element'],
  simplelicensing_LicenseExpression: ['simplelicensing_licenseExpression'],
  simplelicensing_SimpleLicensingText: ['simplelicensing_licenseText'],
  Relationship: ['from', 'to', 'relationshipType'],
  Annotation: ['annotationType', 'subject'],
  Organization: [],
  SoftwareAgent: [],
  Tool: ['name'],
};
const DATE_TIME = /^\d\d\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

describe('SPDX 3.0.1', () => {
  it('has the context, one creation info, one document, and every mandatory property', () => {
    expect(documentOf()['@context']).toBe('https://spdx.org/rdf/3.0.1/spdx-context.jsonld');
    const [info, ...others] = ofType('CreationInfo');
    expect(others).toEqual([]);
    expect(info).toMatchObject({ specVersion: '3.0.1', created: '2026-11-24T00:00:00Z' });
    expect(ofType('SpdxDocument')).toHaveLength(1);
    for (const element of graph.filter(({ type }) => type !== 'CreationInfo')) {
      const mandatory = MANDATORY[element.type];
      expect(mandatory, element.type).toBeDefined();
      expect(element).toMatchObject({
        spdxId: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}#\S+$/),
        creationInfo: info?.['@id'],
      });
      for (const property of mandatory ?? [])
        expect(element, `${element.type} ${element.spdxId}`).toHaveProperty(property);
      if ('releaseTime' in element) expect(element['releaseTime']).toMatch(DATE_TIME);
    }
  });

  it('names each element once, and only names elements that are there', () => {
    const ids = graph.map(({ spdxId }) => spdxId).filter(Boolean);
    expect(new Set(ids).size).toBe(ids.length);
    const known = new Set([
      ...ids,
      'https://spdx.org/rdf/3.0.1/terms/Licensing/NoAssertion',
      'https://spdx.org/rdf/3.0.1/terms/Licensing/None',
    ]);
    for (const { from, to } of ofType('Relationship') as unknown as { from: string; to: string[] }[]) {
      for (const id of [from, ...to]) expect(known).toContain(id);
    }
    for (const element of graph) {
      for (const id of [
        ...((element['element'] as string[] | undefined) ?? []),
        ...((element['rootElement'] as string[] | undefined) ?? []),
      ])
        expect(known).toContain(id);
    }
  });

  it('gives every model exactly one declared and one concluded license', () => {
    const relationships = ofType('Relationship');
    for (const { spdxId } of ofType('ai_AIPackage')) {
      for (const type of ['hasDeclaredLicense', 'hasConcludedLicense']) {
        expect(
          relationships.filter(({ from, relationshipType }) => from === spdxId && relationshipType === type),
        ).toHaveLength(1);
      }
    }
  });

  it('tells licenses apart that are declared, concluded, not stated and not known', () => {
    const license = (name: string, type: string): unknown => {
      const to = ofType('Relationship').find(
        ({ from, relationshipType }) => from === named(name)?.spdxId && relationshipType === type,
      )?.['to'];
      const [id] = to as string[];
      return (
        graph.find(({ spdxId }) => spdxId === id)?.['simplelicensing_licenseExpression'] ??
        id?.split('/').at(-1)
      );
    };
    expect([
      license('acme/tuned', 'hasDeclaredLicense'),
      license('acme/tuned', 'hasConcludedLicense'),
    ]).toEqual(['Apache-2.0', 'LicenseRef-llama3.1']);
    expect([
      license('acme/silent', 'hasDeclaredLicense'),
      license('acme/silent', 'hasConcludedLicense'),
    ]).toEqual(['None', 'NoAssertion']);
  });

  it('writes licenses that hold at once as one expression', () => {
    const both = model('acme/both', { license: { declared: APACHE, effective: LLAMA, also: [LLAMA] } });
    const elements = documentOf(report({ models: [both], references: [reference('a.py', 1, 'acme/both')] }))[
      '@graph'
    ];
    expect(
      ofType('simplelicensing_LicenseExpression', elements).map(
        (element) => element['simplelicensing_licenseExpression'],
      ),
    ).toEqual(['Apache-2.0 AND LicenseRef-llama3.1', 'LicenseRef-llama3.1 AND Apache-2.0']);
  });

  it('lets the project depend on the known models that it uses', () => {
    const depends = ofType('Relationship').find(({ relationshipType }) => relationshipType === 'dependsOn')?.[
      'to'
    ] as string[];
    const names = depends.map((id) => graph.find(({ spdxId }) => spdxId === id)?.['name']);
    expect(names).toEqual(['acme/base', 'acme/silent', 'acme/tuned']);
  });

  it('has what is called as a tool that the project uses, with endpoints and provider, and not as a package', () => {
    expect(named('gpt-9')).toBeUndefined();
    const [tool, ...others] = ofType('Tool');
    expect(others).toEqual([]);
    expect(tool).toMatchObject({
      name: 'gpt-9 at OpenAI',
      externalRef: [{ locator: ['https://api.openai.com', 'https://*.api.openai.com'] }],
    });
    expect(tool?.['comment']).toContain('Status: ends 2027-01-01 → gpt-10.');
    const to = (type: string) =>
      ofType('Relationship').find(({ relationshipType }) => relationshipType === type)?.['to'] as string[];
    expect(to('usesTool')).toEqual([tool?.spdxId]);
    expect(graph.find(({ spdxId }) => spdxId === to('availableFrom')[0])).toMatchObject({ name: 'OpenAI' });
  });

  it('says until when a model can be used, and what its facts rest on', () => {
    const ended = documentOf(
      report({
        models: [
          model('acme/base', {
            status: { state: 'retired', date: '2026-06-01', successor: 'acme/next' },
            evidence: [
              { fact: 'license', source: 'Its card', date: '2026-01-02', confidence: 'high', origin: 'hub' },
            ],
          }),
        ],
        references: [reference('a.py', 1, 'acme/base')],
      }),
    )['@graph'];
    const [base] = ofType('ai_AIPackage', ended);
    expect(base).toMatchObject({
      supportLevel: ['endOfSupport'],
      validUntilTime: '2026-06-01T00:00:00Z',
      comment: expect.stringContaining('acme/next') as string,
    });
    expect(ofType('Annotation', ended).map(({ statement }) => statement)).toContain(
      'license: Its card, 2026-01-02, high, hub',
    );
    expect(named('acme/base')).not.toHaveProperty('supportLevel');
  });

  it('says how a model came from its bases', () => {
    const lines = ofType('Relationship')
      .filter(({ relationshipType }) => relationshipType === 'descendantOf')
      .map(({ comment }) => comment);
    expect(lines.sort()).toEqual(['finetune of meta/llama', 'merge of acme/base']);
  });

  it('claims the AI profile only when every model has all it demands', () => {
    const conformance = (elements: readonly Element[]) =>
      ofType('SpdxDocument', [...elements])[0]?.['profileConformance'];
    expect(conformance(graph)).not.toContain('ai');
    const whole = report({
      models: [model('acme/base')],
      references: [reference('a.py', 1, 'acme/base', { revision: 'b'.repeat(40) })],
    });
    expect(conformance(documentOf(whole)['@graph'])).toContain('ai');
  });

  it('only depends on the audit, but for a time that is asked for', () => {
    expect(joined(toSpdx(SAMPLE, { project: 'demo' }))).toBe(joined(toSpdx(SAMPLE, { project: 'demo' })));
    const [info] = ofType('CreationInfo', documentOf(SAMPLE, { created: '2027-01-02T03:04:05Z' })['@graph']);
    expect(info?.['created']).toBe('2027-01-02T03:04:05Z');
  });
});

describe('what an SPDX document says of one model', () => {
  const elementsOf = (more: Parameters<typeof model>[1]) =>
    documentOf(
      report({ models: [model('acme/base', more)], references: [reference('a.py', 1, 'acme/base')] }),
    )['@graph'];
  const packageOf = (more: Parameters<typeof model>[1]) => ofType('ai_AIPackage', elementsOf(more))[0];

  it.each(['2024', '2024-07', '2024-07-23T00:00:00Z', 'on 2024-07-23', null])(
    'has no time for %j, which is no day',
    (released) => {
      expect(packageOf({ released })).not.toHaveProperty('releaseTime');
      expect(packageOf({ released: '2024-07-23' })).toHaveProperty('releaseTime', '2024-07-23T00:00:00Z');
    },
  );

  it('tells an announced end from one that has come, and has no time where no day is known', () => {
    const supportOf = (status: ModelStatus) => {
      const element = packageOf({ status });
      return [element?.['supportLevel'], element?.['validUntilTime']];
    };
    expect(supportOf({ state: 'retired' })).toEqual([['endOfSupport'], undefined]);
    expect(supportOf({ state: 'deprecated', date: '2027-01-01' })).toEqual([
      ['limitedSupport'],
      '2027-01-01T00:00:00Z',
    ]);
    expect(supportOf({ state: 'active' })).toEqual([undefined, undefined]);
  });

  it('comments on openness, origin and successor', () => {
    const origin = [
      { model: 'acme/base', organization: 'acme', country: 'JP' },
      { model: 'x/y', organization: 'x', country: null },
    ];
    expect(packageOf({ origin })?.['comment']).toBe(
      'Openness: open-weights. Origin: acme/base (JP), x/y (unknown).',
    );
  });

  it('says that there is no license where the publisher states none, and asserts nothing where it is not known', () => {
    const licenses = (license: Model['license']) =>
      ofType('Relationship', elementsOf({ license }))
        .filter(({ relationshipType }) => String(relationshipType).endsWith('License'))
        .map(({ relationshipType, to, comment }) => [
          relationshipType,
          (to as string[])[0]?.split('/').at(-1),
          comment,
        ])
        .sort();
    expect(licenses({ declared: NONE_STATED_LICENSE, effective: null })).toEqual([
      ['hasConcludedLicense', 'NoAssertion', 'No concluded license is known of acme/base.'],
      ['hasDeclaredLicense', 'None', 'No declared license is known of acme/base.'],
    ]);
    expect(licenses({ declared: null, effective: null }).map(([, to]) => to)).toEqual([
      'NoAssertion',
      'NoAssertion',
    ]);
    expect(licenses({ declared: APACHE, effective: APACHE }).map(([, , comment]) => comment)).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe('what the policy states for bills of materials, as SPDX', () => {
  const inventory = {
    facts: { author: 'Acme', producer: 'Acme', version: '2026.11', released: '2026-11-02', hardware: 'GPUs' },
    datasets: {
      'acme/mails': {
        description: 'fine-tuning',
        sha256: 'A'.repeat(64),
        provenance: 'own',
        sensitivity: 'names',
        license: 'proprietary',
      },
    },
  };
  const source = report({ project: { commit: null, license: null, use: null, inventory } });
  const document = documentOf(source);
  const elements = document['@graph'];
  const [root] = ofType('software_Package', elements);

  it('is valid by the schema', () => {
    expect(spdxCheck()(document)).toEqual([]);
  });

  it('names who answers for the document beside the tool, and who makes the system', () => {
    const [agent] = ofType('Agent', elements);
    expect(agent).toMatchObject({ name: 'Acme' });
    expect(ofType('CreationInfo', elements)[0]?.['createdBy']).toEqual([
      agent?.spdxId,
      ofType('SoftwareAgent', elements)[0]?.spdxId,
    ]);
    expect(root).toMatchObject({
      suppliedBy: agent?.spdxId,
      software_packageVersion: '2026.11',
      releaseTime: '2026-11-02T00:00:00Z',
      comment: 'hardware: GPUs',
    });
  });

  it('makes datasets packages with their license', () => {
    const [dataset] = ofType('dataset_DatasetPackage', elements);
    expect(dataset).toMatchObject({
      name: 'acme/mails',
      dataset_intendedUse: 'fine-tuning',
      dataset_dataCollectionProcess: 'own',
      verifiedUsing: [{ type: 'Hash', algorithm: 'sha256', hashValue: 'a'.repeat(64) }],
      comment: 'sensitivity: names',
    });
    const license = ofType('Relationship', elements).find(({ from }) => from === dataset?.spdxId);
    expect(license?.['relationshipType']).toBe('hasDeclaredLicense');
    const [text] = license?.['to'] as readonly string[];
    expect(elements.find(({ spdxId }) => spdxId === text)).toMatchObject({ name: 'proprietary' });
  });
});

it('says what a model was made from, and the digest of its weights', () => {
  const lineage = [{ model: 'acme/base', relation: 'finetune', license: null }] as const;
  const elements = documentOf(
    report({
      models: [model('acme/tuned', { lineage })],
      references: [reference('a.py', 1, 'acme/tuned', { revision: `sha256:${'b'.repeat(64)}` })],
    }),
  )['@graph'];
  expect(ofType('ai_AIPackage', elements)[0]).toMatchObject({
    ai_informationAboutTraining: 'finetune of acme/base',
    verifiedUsing: [{ hashValue: 'b'.repeat(64) }],
  });
});

it('contains the parts of a merged report, as their policies state them', () => {
  const inventory = { facts: { author: 'Acme', version: '4.2' }, datasets: { mails: {} } };
  const parts = [
    { path: 'api', commit: 'a1', policy: null },
    { path: 'web', commit: 'b2', policy: 'web/p.yaml', inventory },
  ];
  const merged = documentOf(report({ project: { commit: null, license: null, use: null, parts } }));
  expect(spdxCheck()(merged)).toEqual([]);
  const elements = merged['@graph'];
  const idOf = (name: string) => elements.find((element) => element['name'] === name)?.spdxId;
  expect(elements).toContainEqual(
    expect.objectContaining({ relationshipType: 'contains', to: [idOf('api'), idOf('web')] }),
  );
  expect(elements.find(({ spdxId }) => spdxId === idOf('web'))).toMatchObject({
    type: 'software_Package',
    software_packageVersion: '4.2',
  });
  expect(ofType('CreationInfo', elements)[0]).toMatchObject({
    createdBy: [idOf('Acme'), expect.any(String)],
  });
  expect(idOf('mails')).toBeDefined();
});
