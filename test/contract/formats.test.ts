import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AuditReport } from '../../src/core/report/auditReport';
import { FORMATS, type Format } from '../../src/core/report/formats';
import { cycloneDxCheck, sarifCheck, spdxCheck } from '../support/reportSchemas';
import { withoutDigests } from '../support/withoutDigests';
import { cli, DEMO } from './cli';

/** Exceptions expire and models retire by the day, so the demo is always judged on the same one. */
const DAY = '2026-11-24';

const EXTENSIONS: Readonly<Record<Format, string>> = {
  table: 'txt',
  json: 'json',
  markdown: 'md',
  html: 'html',
  csv: 'csv',
  sarif: 'sarif',
  jsonl: 'jsonl',
  cyclonedx: 'cdx.json',
  spdx: 'spdx.json',
  notice: 'NOTICE',
  inventory: 'inventory.md',
};

const written = new Map<Format, string>();

beforeAll(async () => {
  for (const format of FORMATS) {
    const { stdout, stderr, code } = await cli(['audit', '.', '--format', format, '--today', DAY], {
      cwd: DEMO,
    });
    expect([stderr, code]).toEqual(['', format === 'notice' ? 0 : 1]);
    written.set(format, stdout);
  }
});

const textOf = (format: Format): string => written.get(format) ?? '';
const jsonOf = (format: Format): unknown => JSON.parse(textOf(format));

/** As `sha256:…`. */
function digestOf(): string {
  return (jsonOf('json') as AuditReport).tool.catalogDigest ?? '';
}

interface SpdxElement {
  type: string;
  spdxId: string;
  statement?: string;
  subject?: string;
  comment?: string;
  from?: string;
  to?: string[];
  relationshipType?: string;
  externalRef?: { locator: string[] }[];
}

function elementOf(graph: readonly Record<string, unknown>[], type: string): Record<string, unknown> {
  return graph.find((element) => element['type'] === type) ?? {};
}

/** Beside models there are the datasets that the policy tells of. */
function isModel({ type }: { readonly type: string }): boolean {
  return type === 'machine-learning-model';
}

const WITH_WEIGHTS: ReadonlySet<string> = new Set(['loads', 'serves', 'ships', 'derives']);

describe('the demo workspace', () => {
  // Facts of the catalog stand in these files: `npx vitest run --project contract test/contract/formats.test.ts -u` after it changed, and read the difference.
  it.each(FORMATS)('as %s is what it was', async (format) => {
    await expect(digestOf()).toMatch(/^sha256:[0-9a-f]{64}$/);
    await expect(withoutDigests(textOf(format), digestOf())).toMatchFileSnapshot(
      `golden/demo.${EXTENSIONS[format]}`,
    );
  });

  it('is valid CycloneDX, SPDX and SARIF by their schemas', async () => {
    expect(cycloneDxCheck('1.6')(jsonOf('cyclonedx'))).toEqual([]);
    const { stdout } = await cli(
      ['audit', '.', '--format', 'cyclonedx', '--cyclonedx-version', '1.7', '--today', DAY],
      { cwd: DEMO },
    );
    expect(cycloneDxCheck('1.7')(JSON.parse(stdout))).toEqual([]);
    expect(sarifCheck()(jsonOf('sarif'))).toEqual([]);
    expect(spdxCheck()(jsonOf('spdx'))).toEqual([]);
  });

  it.each<[string, (graph: Record<string, unknown>[]) => void]>([
    ['a property that its class has not', ([first]) => Object.assign(first ?? {}, { endpoint: 'x' })],
    ['a class that there is not', (graph) => Object.assign(elementOf(graph, 'Tool'), { type: 'Service' })],
    ['no end of a relation', (graph) => delete elementOf(graph, 'Relationship')['from']],
    [
      'a relation that there is not',
      (graph) => Object.assign(elementOf(graph, 'Relationship'), { relationshipType: 'calls' }),
    ],
  ])('would not be valid SPDX with %s', (_, change) => {
    const spdx = jsonOf('spdx') as { '@graph': Record<string, unknown>[] };
    change(spdx['@graph']);
    expect(spdxCheck()(spdx)).not.toEqual([]);
  });

  it('holds each hosted call as a service with provider, endpoint and data flow, and never as a component', () => {
    const { references, services = [] } = jsonOf('json') as AuditReport;
    const calls = references.filter(({ role }) => role === 'calls');
    expect(calls.length).toBeGreaterThan(5);
    const bom = jsonOf('cyclonedx') as {
      components: { type: string; 'bom-ref': string }[];
      services: {
        'bom-ref': string;
        provider?: { name: string };
        endpoints?: string[];
        'x-trust-boundary': boolean;
        data: { flow: string }[];
        properties: { name: string; value: string }[];
      }[];
    };
    const spdx = (jsonOf('spdx') as { '@graph': SpdxElement[] })['@graph'];
    const uses = spdx.find(({ relationshipType }) => relationshipType === 'usesTool');
    for (const { path, line, column, host } of calls) {
      const place = `${path}:${line}:${column}`;
      const service = bom.services.find(({ properties }) =>
        properties.some(({ name, value }) => name.endsWith(':occurrence') && value === place),
      );
      const operator = services.find((item) => item.host === host)?.operatorName;
      expect(service, place).toMatchObject({
        provider: { name: operator },
        'x-trust-boundary': true,
        data: [{ flow: 'bi-directional' }],
      });
      expect(service?.endpoints?.[0], place).toMatch(/^https:\/\/\S+$/);
      const places = spdx.find(
        ({ type, statement = '' }) =>
          type === 'Annotation' && statement.split('\n').some((said) => said.startsWith(`${place} calls `)),
      );
      const tool = spdx.find(({ type, spdxId }) => type === 'Tool' && spdxId === places?.subject);
      expect(tool?.externalRef?.[0]?.locator, place).toEqual(service?.endpoints);
      expect(tool?.comment, place).toContain('Prompts go out and answers come back.');
      expect(uses?.to, place).toContain(tool?.spdxId);
      const provider = spdx.find(({ type, from }) => type === 'Relationship' && from === tool?.spdxId);
      expect(provider?.relationshipType, place).toBe('availableFrom');
      expect(spdx.find(({ spdxId }) => spdxId === provider?.to?.[0])).toMatchObject({
        type: 'Organization',
        name: operator,
      });
    }
    const heldBy = (id: string) => references.filter((reference) => (reference.model ?? reference.id) === id);
    for (const { 'bom-ref': ref } of bom.components.filter(isModel))
      expect(heldBy(ref.slice('model:'.length)).some(({ role }) => WITH_WEIGHTS.has(role))).toBe(true);
  });

  it('names the same models in every inventory', () => {
    const { references, models } = jsonOf('json') as AuditReport;
    const bom = jsonOf('cyclonedx') as {
      components: { type: string; 'bom-ref': string }[];
      services: { name: string; properties: { name: string; value: string }[] }[];
    };
    const held = new Set(
      references.filter(({ role }) => WITH_WEIGHTS.has(role)).map(({ model, id }) => model ?? id),
    );
    const called = new Set(
      references.filter(({ role }) => role === 'calls').map(({ model, id }) => model ?? id),
    );
    expect(
      new Set(bom.components.filter(isModel).map((item) => item['bom-ref'].slice('model:'.length))),
    ).toEqual(held);
    expect(
      new Set(
        bom.services.map(({ name, properties }) => {
          const of = properties.find((property) => property.name === 'model-license-lens:model')?.value;
          return of === 'unknown' ? name : of;
        }),
      ),
    ).toEqual(called);
    const spdx = jsonOf('spdx') as { '@graph': { type: string; name: string }[] };
    expect(
      new Set(spdx['@graph'].filter(({ type }) => type === 'ai_AIPackage').map(({ name }) => name)),
    ).toEqual(held);
    for (const { id } of models)
      for (const format of ['table', 'markdown', 'html', 'csv'] as const)
        expect(textOf(format)).toContain(id);
  });

  it('reports the same findings to code scanning as to people', () => {
    const { findings } = jsonOf('json') as AuditReport;
    interface Place {
      physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } };
    }
    const sarif = jsonOf('sarif') as {
      runs: { results: { ruleId: string; locations: Place[]; relatedLocations?: Place[] }[] }[];
    };
    const told = findings
      .filter(({ severity }) => severity !== 'hint')
      .map(({ rule, path, line }) => `${rule} ${path}:${line}`)
      .sort();
    const alerts = (sarif.runs[0]?.results ?? []).flatMap(({ ruleId, locations, relatedLocations = [] }) =>
      [...locations, ...relatedLocations].map(
        ({ physicalLocation: { artifactLocation, region } }) =>
          `${ruleId} ${decodeURIComponent(artifactLocation.uri)}:${region.startLine}`,
      ),
    );
    expect(alerts.sort()).toEqual(told);
    for (const { rule, message } of findings.filter(({ severity }) => severity === 'error'))
      expect(textOf('table')).toContain(`${rule}: ${message}`);
  });

  it('calls no license "unknown" by an SPDX id', () => {
    for (const format of ['cyclonedx', 'spdx'] as const) {
      expect(textOf(format)).not.toMatch(
        /"(id|simplelicensing_licenseExpression)": "(unknown|other|none-stated|noassertion)"/i,
      );
      expect(textOf(format)).not.toMatch(/LicenseRef-(unknown|none-stated)"/i);
    }
  });

  it('gives a calendar of the services and exceptions that end, from a report', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'calendar-')), 'models.json');
    writeFileSync(file, textOf('json'));
    const { stdout, code } = await cli(['report', 'calendar', file]);
    rmSync(dirname(file), { recursive: true });
    expect(code).toBe(0);
    const { services = [], policies } = jsonOf('json') as AuditReport;
    const excepted = policies
      .flatMap(({ exceptions }) => exceptions)
      .filter(({ expires }) => expires !== null);
    const ending = services.filter(({ endsOn }) => endsOn !== null);
    expect(ending.length).toBeGreaterThan(2);
    expect(stdout.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(ending.length + excepted.length);
  });
});
