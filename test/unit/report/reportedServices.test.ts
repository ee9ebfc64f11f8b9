import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../../src/core/engine';
import { serviceAt } from '../../../src/core/lookup/service';
import type { AuditReport } from '../../../src/core/report/auditReport';
import { ENGLISH } from '../../../src/core/report/language';
import { renderReport } from '../../../src/core/report/formats';
import { originStatement } from '../../../src/core/report/regulatorySheets';
import { reportedServices } from '../../../src/core/report/reportedServices';
import { calledPlaces } from '../../../src/core/report/services';
import { toReport } from '../../../src/core/report/toReport';
import { TEST_CATALOG } from '../../support/catalog';
import { auditTree, type Tree } from '../audit/memory';

const ADDRESS = 'https://dashscope.aliyuncs.com/compatible-mode/v1';
const CLIENT = `from openai import OpenAI
client = OpenAI(base_url="${ADDRESS}")
client.chat.completions.create(model=chosen, messages=[])
`;

async function reportOf(tree: Tree): Promise<AuditReport> {
  const engine = createEngine(TEST_CATALOG, { now: () => 0 });
  return toReport(await auditTree(tree, {}, { engine }), { version: '0', catalogDate: '2026-01-01' });
}

describe('a host that is known by its address alone', () => {
  let report: AuditReport;
  beforeAll(async () => {
    report = await reportOf({ 'app.py': CLIENT, 'tests/b_test.py': CLIENT });
  });

  it('is a service, with the part of the project of each of its places', () => {
    const [called, ...others] = report.services ?? [];
    expect(others).toEqual([]);
    expect(called).toMatchObject({
      host: 'alibaba',
      id: ADDRESS,
      isAddress: true,
      model: null,
      country: 'CN',
    });
    expect(called && calledPlaces(called, report)).toMatchObject([
      { path: 'app.py', line: 2, context: 'product' },
      { path: 'tests/b_test.py', line: 2, context: 'test' },
    ]);
  });

  it('stands in the country table of the inventory', () => {
    const rows = originStatement(report, ENGLISH).filter((line) => line.startsWith('| CN'));
    expect(rows).toEqual([expect.stringContaining('DashScope')]);
  });

  it.each(['markdown', 'html', 'csv', 'cyclonedx', 'spdx'] as const)('is in %s', (format) => {
    const text = renderReport(report, format, { project: 'demo' });
    if (format === 'csv') expect(text).toMatch(`app.py,2,27,${ADDRESS},calls,other,`);
    else expect(text).toContain('DashScope');
    if (format === 'markdown' || format === 'html')
      expect(text).toContain('a model chosen when the program runs');
  });

  it('is told beside what is called there by name where the policy denies it', async () => {
    const named = CLIENT.replace('model=chosen', 'model="qwen-max"');
    const policy = 'version: 1\nhosting: { deny: [CN] }\n';
    const { services = [] } = await reportOf({
      'app.py': CLIENT,
      'named.py': named,
      '.model-policy.yaml': policy,
    });
    expect(services.map(({ id, places }) => [id, places.map(({ path }) => path)])).toEqual([
      [ADDRESS, ['app.py']],
      ['qwen-max', ['named.py']],
    ]);
  });

  it('is told once for what is called there by name, and not where documents tell of it', async () => {
    const named = CLIENT.replace('model=chosen', 'model="qwen-max"');
    const { services = [] } = await reportOf({ 'app.py': CLIENT, 'named.py': named, 'README.md': CLIENT });
    expect(services.map(({ id, isAddress }) => [id, isAddress])).toEqual([['qwen-max', undefined]]);
    expect((await reportOf({ 'docs/a.py': CLIENT })).services).toEqual([]);
  });
});

describe('who sees a call beside the service that answers', () => {
  const ROUTED = (asked: string): string =>
    'c = OpenAI(base_url="https://openrouter.ai/api/v1")\n' +
    `c.chat.completions.create(model=${asked}, extra_body={"provider": {"only": ["alibaba"]}})\n`;

  it('is a service too: whom alone a router may hand it to', async () => {
    const { services = [] } = await reportOf({ 'a.py': ROUTED('"Qwen/Qwen3-8B"') });
    expect(services).toMatchObject([
      { host: 'alibaba', country: 'CN', places: [{ path: 'a.py', line: 2 }] },
      { host: 'openrouter', passesOn: true, places: [{ path: 'a.py', line: 2 }] },
    ]);
  });

  it('is the gateway before it, also where only an address is written', async () => {
    const gateway = (model: string): string =>
      'c = OpenAI(base_url="https://gateway.ai.cloudflare.com/v1/acct/prod/openai")\n' +
      `c.chat.completions.create(model=${model})\n`;
    for (const model of ['"gpt-4o"', 'chosen']) {
      const { services = [] } = await reportOf({ 'a.py': gateway(model) });
      expect(services.map(({ host }) => host).sort()).toEqual(['gateway.ai.cloudflare.com', 'openai']);
    }
  });
});

describe('a name that may have ended', () => {
  it('has the day on which the last of its versions ended', async () => {
    const source = 'from openai import AzureOpenAI\nAzureOpenAI().chat.completions.create(model="gpt-35")\n';
    const engine = createEngine(TEST_CATALOG, { now: () => 0 });
    const result = await auditTree({ 'a.py': source }, {}, { engine });
    const [called] = reportedServices({ ...result, today: '2026-01-01' });
    expect(called).toMatchObject({ id: 'gpt-35', status: 'unknown', mayHaveEndedSince: '2025-05-31' });
    const [before] = reportedServices({ ...result, today: '2025-05-30' });
    expect(before).not.toHaveProperty('mayHaveEndedSince');
  });
});

describe('a name that is called from a region that is set, and from one that is not', () => {
  const ID = 'eu.anthropic.claude-x-v1:0';
  let report: AuditReport;
  beforeAll(async () => {
    const engine = createEngine(TEST_CATALOG, { now: () => 0 });
    const tree = { 'any.py': `draft_model = "${ID}"\n`, 'set.py': `draft_model = "${ID}"\n` };
    const result = await auditTree(tree, {}, { engine });
    const region = (path: string): string | undefined => (path === 'set.py' ? 'eu-central-1' : undefined);
    const references = result.references.map((located) => ({
      ...located,
      service: serviceAt(TEST_CATALOG, 'bedrock', ID, { region: region(located.path) }),
    }));
    report = toReport({ ...result, references }, { version: '0', catalogDate: '2026-01-01' });
  });

  it('is two services, each with the countries of its own places', () => {
    const told = (report.services ?? []).map(({ possibleRegions, places }) => [
      possibleRegions,
      places.map(({ path }) => path),
    ]);
    expect(told).toEqual([
      [['CH', 'DE'], ['any.py']],
      [['DE', 'FR'], ['set.py']],
    ]);
  });

  it('is told apart in every format', () => {
    for (const format of ['markdown', 'html', 'csv', 'cyclonedx', 'spdx'] as const) {
      const text = renderReport(report, format, { project: 'demo' });
      for (const countries of ['CH, DE', 'DE, FR']) expect(text).toContain(`EU: one of ${countries}`);
    }
    const { services } = JSON.parse(renderReport(report, 'cyclonedx', { project: 'demo' })) as {
      services: readonly { readonly 'bom-ref': string }[];
    };
    const refs = services.map((service) => service['bom-ref']);
    expect(refs).toEqual([`service:bedrock/${ID}@EU-CH-DE`, `service:bedrock/${ID}@EU-DE-FR`]);
    const spdx = renderReport(report, 'spdx', { project: 'demo' });
    for (const place of ['any.py:1:16', 'set.py:1:16']) expect(spdx).toContain(`"${place} calls ${ID}"`);
  });
});
