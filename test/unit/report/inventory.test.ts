import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DATASET_FACTS, INVENTORY_FACTS } from '../../../src/core/policy/policy';
import { toCycloneDx } from '../../../src/core/report/cyclonedx';
import { minimumElements, toInventory } from '../../../src/core/report/inventory';
import { finding, model, reference, report, SAMPLE, service } from './sample';
import { joined } from '../../support/joined';

const demo = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../contract/golden/demo.cdx.json'), 'utf8'),
) as object;
const stateOf = (bom: object, name: string) =>
  minimumElements(bom).find((element) => element.name.template === name);

describe('the minimum elements of an SBOM for AI', () => {
  it('are 50, in seven clusters, each with a number of its own', () => {
    const elements = minimumElements({});
    expect(elements).toHaveLength(50);
    expect(new Set(elements.map(({ id }) => id)).size).toBe(50);
    expect(new Set(elements.map(({ cluster }) => cluster.template)).size).toBe(7);
  });

  it('are not filled by a file that says nothing', () => {
    expect(minimumElements({}).filter(({ state }) => state === 'filled')).toEqual([]);
  });

  it('are filled by the demo where sources tell them, and the number does not fall', () => {
    const filled = minimumElements(demo).filter(({ state }) => state === 'filled');
    expect(filled.map(({ name }) => name.template)).toEqual(
      expect.arrayContaining([
        'SBOM generation context',
        'SBOM dependency relationship',
        'System components',
        'System data flow',
        'Model timestamp',
        'Model training properties',
        'Model license',
      ]),
    );
    expect(filled.length).toBeGreaterThanOrEqual(35);
  });

  it('of models say how many models have them', () => {
    const bom = {
      components: [
        { type: 'machine-learning-model', name: 'a', supplier: { name: 'x' } },
        { type: 'machine-learning-model', name: 'b' },
        { type: 'library', name: 'c', supplier: { name: 'x' } },
      ],
    };
    expect(stateOf(bom, 'Model producer')).toMatchObject({
      state: 'filled',
      covered: { type: 'machine-learning-model', of: 2, have: 1 },
    });
    expect(stateOf(bom, 'Model hash value')).toMatchObject({ state: 'by-hand' });
    expect(stateOf(bom, 'Security controls')).toMatchObject({ state: 'not-assessed' });
  });

  it('are not filled by a property that says that nothing is known', () => {
    const properties = [{ name: 'model-license-lens:openness', value: 'unknown' }];
    const bom = { components: [{ type: 'machine-learning-model', name: 'a', properties }] };
    expect(stateOf(bom, 'Model properties')?.state).toBe('by-hand');
  });
});

describe('the element that a field fills', () => {
  it.each<readonly [object, readonly string[]]>([
    [{ metadata: { authors: [{}] } }, ['SBOM author']],
    [{ metadata: { authors: [] } }, []],
    [{ version: 1 }, ['SBOM version']],
    [{ bomFormat: 'CycloneDX' }, ['SBOM data format name']],
    [{ specVersion: '1.6' }, ['SBOM data format version']],
    [{ signature: {} }, ['SBOM author signature']],
    [{ metadata: { tools: { components: [{ name: 'x' }] } } }, ['SBOM tool name']],
    [{ metadata: { tools: { components: [{ version: '1' }] } } }, ['SBOM tool version']],
    [{ metadata: { tools: { components: [] } } }, []],
    [{ metadata: { tools: {} } }, []],
    [{ metadata: { lifecycles: [{}] } }, ['SBOM generation context']],
    [{ metadata: { timestamp: '2026-01-01T00:00:00Z' } }, ['SBOM timestamp']],
    [{ dependencies: [{ dependsOn: ['a'] }] }, ['SBOM dependency relationship']],
    [{ dependencies: [{}] }, []],
    [{ dependencies: [] }, []],
    [{ metadata: { component: { name: 'x' } } }, ['System name']],
    [{ metadata: { component: { supplier: {} } } }, ['System producer']],
    [{ metadata: { component: { version: '1' } } }, ['System version']],
    [{ metadata: {} }, []],
    [{ components: [{ type: 'library' }] }, ['System components']],
    [{ services: [{}] }, ['System components']],
    [{ services: [{}, { data: [{}] }] }, ['System components', 'System data flow']],
    [{ services: [{ data: [] }] }, ['System components']],
  ])('of a file with %j', (bom, names) => {
    const filled = minimumElements(bom).filter(({ state }) => state === 'filled');
    expect(filled.map(({ name }) => name.template)).toEqual(names);
  });

  it.each<readonly [object, readonly string[]]>([
    [{}, []],
    [{ name: 'a' }, ['Model name']],
    [{ purl: 'pkg:huggingface/a' }, ['Model identifier']],
    [{ version: 'abc' }, ['Model version']],
    [{ properties: [{ name: 'model-license-lens:released', value: '2026-01-01' }] }, ['Model timestamp']],
    [{ properties: [{ name: 'released', value: '2026-01-01' }] }, []],
    [{ supplier: {} }, ['Model producer']],
    [{ description: 'x' }, ['Model description']],
    [{ hashes: [{}] }, ['Model hash value', 'Model hash algorithm']],
    [{ hashes: [] }, []],
    [{ properties: [{ name: 'model-license-lens:parameters', value: '7' }] }, ['Model properties']],
    [{ properties: [{ name: 'model-license-lens:openness', value: 'open' }] }, ['Model properties']],
    [{ modelCard: { modelParameters: { inputs: [{}] } } }, ['Model input/output properties']],
    [{ modelCard: { modelParameters: { datasets: [{}] } } }, ['Dataset name']],
    [{ modelCard: { modelParameters: {} } }, []],
    [{ modelCard: {} }, []],
    [{ pedigree: { ancestors: [{}] } }, ['Model training properties']],
    [{ pedigree: {} }, []],
    [{ licenses: [{}] }, ['Model license']],
    [{ externalReferences: [{}] }, ['Model external references']],
  ])('of a model with %j', (fields, names) => {
    const filled = minimumElements({ components: [{ type: 'machine-learning-model', ...fields }] })
      .filter(({ state }) => state === 'filled')
      .map(({ name }) => name.template);
    expect(filled).toEqual(['System components', ...names]);
  });
});

describe('the list of the elements', () => {
  it('counts the elements by state, and says where each is or who can tell it', () => {
    const of = report({ models: [model('acme/base')], references: [reference('a.py', 1, 'acme/base')] });
    const lines = toInventory(of, { project: 'demo|x' }).split('\n');
    const elements = minimumElements(JSON.parse(joined(toCycloneDx(of, { project: 'demo|x' }))) as object);
    const count = (state: string): number => elements.filter((element) => element.state === state).length;
    expect(lines[0]).toBe('# SBOM for AI: minimum elements of demo\\|x');
    expect(lines[2]).toBe(
      `Of 50 elements the CycloneDX file fills ${count('filled')}; ${count('by-hand')} are for people to fill in, ${count('not-assessed')} are not assessed.`,
    );
    const rows = lines.filter((line) => /^\| [A-Z]+-\d\d \|/.test(line));
    expect(rows).toHaveLength(50);
    expect(rows).toContain(
      '| MD-01 | Metadata | SBOM author | by hand | who is responsible for the file; inventory.author in the policy |',
    );
    expect(rows).toContain(
      '| MDL-05 | Models | Model producer | filled (1 of 1 model) | components.supplier |',
    );
    expect(rows).toContain(
      '| SP-01 | Security properties | Security controls | not assessed | no reading of sources tells it; inventory.securityControls in the policy |',
    );
    expect(lines.join()).not.toContain('not complete');
  });

  it('says which elements the policy states, and counts them apart', () => {
    const inventory = {
      facts: { author: 'Acme', securityControls: 'filters' },
      datasets: { mails: { license: 'mit' }, calls: {} },
    };
    const of = report({ project: { commit: 'a'.repeat(40), license: null, use: null, inventory } });
    const text = toInventory(of, { project: 'demo' });
    expect(text).toMatch(
      /^Of 50 elements the CycloneDX file fills \d+, 4 of them as the policy states them; /m,
    );
    for (const row of [
      '| MD-01 | Metadata | SBOM author | filled | metadata.authors, as the policy states it |',
      '| SLP-04 | System level properties | System version | filled | metadata.component.version |',
      '| DP-10 | Dataset properties | Dataset license | filled (1 of 2 datasets) | components\\[type=data\\].licenses, as the policy states it |',
    ])
      expect(text).toContain(row);
  });

  it('has a place for each fact that a policy can state', () => {
    const facts = Object.fromEntries(INVENTORY_FACTS.map((fact) => [fact, 'said']));
    const dataset = Object.fromEntries(DATASET_FACTS.map((fact) => [fact, 'https://example.org/']));
    const project = {
      commit: null,
      license: null,
      use: null,
      inventory: { facts, datasets: { d: dataset } },
    };
    const elements = minimumElements(
      JSON.parse(joined(toCycloneDx(report({ project }), { project: 'demo' }))) as object,
    ).filter(({ policyKey }) => policyKey !== undefined);
    expect(elements).toHaveLength(INVENTORY_FACTS.length + DATASET_FACTS.length + 1);
    expect(elements.filter(({ state }) => state !== 'filled')).toEqual([]);
  });

  it('ends with lines for those who sign it', () => {
    expect(
      toInventory(report({ day: '2026-11-24' }), { project: 'demo' })
        .split('\n')
        .slice(-11),
    ).toEqual([
      'Judged as of 2026-11-24. Policy: none.',
      '',
      '0 models in 0 places: no findings. 3 files searched.',
      '',
      'We have read this document, its open findings, and what it says of its own limits.',
      '',
      '|  | Full name | Role | Date | Signature |',
      '| --- | --- | --- | --- | --- |',
      '| Prepared by |  |  |  |  |',
      '| Approved by |  |  |  |  |',
      '',
    ]);
  });

  it('says when models may be missing', () => {
    const { stats } = report();
    const of = report({ stats: { ...stats, complete: false } });
    expect(toInventory(of, { project: 'demo' })).toContain(
      'The audit was not complete: models may be missing.',
    );
  });
});

describe('the services in the inventory', () => {
  it('are told with host, place of processing, terms and end, as the report tells them', () => {
    const called = service('gpt-9', {
      region: 'EU',
      possibleRegions: ['CH', 'EU'],
      status: 'retired',
      endsOn: '2026-09-10',
    });
    const text = toInventory(report({ services: [called] }), { project: 'p' });
    expect(text).toContain('## What leaves this project, to whom, and where');
    expect(text).toContain('| OpenAI (US) | EU: one of CH, EU | `gpt-9` | OpenAI Terms | ended 2026-09-10 |');
  });

  it('have no section where the project calls none and uses no weights', () => {
    expect(toInventory(report({}), { project: 'p' })).not.toContain('What leaves this project');
  });
});

describe('what was judged, in the inventory that is signed', () => {
  const signed = toInventory(SAMPLE, { project: 'p' }).split('## Signatures')[0] ?? '';

  it('is the verdict on each model', () => {
    expect(signed).toContain('| `acme/tuned` | Not allowed | apache-2.0 (in effect llama3.1) |');
    expect(signed).toContain('| `acme/silent` | Unknown | none stated |');
  });

  it('is every finding, by severity, with rule and place', () => {
    expect(signed).toMatch(/## Errors\n[^#]*\| `license\/denied` \| `a.py:4` \|/);
    expect(signed).toMatch(/## Warnings\n[^#]*\| `license\/none-stated` \| `b c.ts:7` \|/);
    expect(signed).toMatch(/## Information\n[^#]*\| `model\/unpinned-revision` \| `a.py:4` \|/);
  });

  it('is what is excused, until when and by whom', () => {
    expect(signed).toMatch(/## Exceptions\n[^#]*\| `acme\/\*` \| `license\/denied` \|.*\| 2030-01-01 \|/);
    expect(signed).toMatch(/## Ignored where it stands\n[^#]*`a\\\|b.py:7`/);
  });

  it('is what nobody could judge', () => {
    expect(signed).toContain('## Not known');
    expect(signed).toContain('## Chosen when the program runs');
  });

  it('holds no section of what there is not', () => {
    const clean = toInventory(
      report({
        references: [reference('a.py', 1, 'acme/base')],
        models: [model('acme/base')],
        findings: [finding('model/listed', 'a.py', 1, { severity: 'hint' })],
      }),
      { project: 'p' },
    );
    expect(clean).not.toMatch(/## (?:Errors|Warnings|Information|Hints|Exceptions|Ignored|Not known|Chosen)/);
    expect(clean).toContain('| `acme/base` | No policy |');
  });
});
