import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReportedFinding } from '../../src/core/report/auditReport';
import { loadCatalog } from '../../src/node/loadCatalog';
import { slowness } from '../support/machineSpeed.mjs';
import { cli } from './cli';

const POLICY = `version: 1
use: { purpose: commercial, distribution: service }
licenses:
  allow: [apache-2.0, mit]
  deny: ["category:non-commercial"]
`;
/** Denied, ended, allowed, and known to nobody. */
const CODE = [
  'SentenceTransformer("jinaai/jina-embeddings-v3")',
  'AutoModel.from_pretrained("Qwen/Qwen3-8B")',
  'AutoModel.from_pretrained("acme-labs/kestrel-7b")',
].join('\n');

interface Answered {
  readonly models: readonly (Readonly<Record<string, unknown>> & {
    readonly query: string;
    readonly findings: readonly { readonly rule: string }[];
  })[];
}

/** The client gives up after a minute, whatever else the machine does. */
const LIMIT = { timeout: 60_000 * slowness() };

let folder: string;
let client: Client;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mcp-'));
  writeFileSync(join(folder, '.model-policy.yaml'), POLICY);
  writeFileSync(join(folder, 'app.py'), CODE);
  client = await connected(folder);
});

afterAll(async () => {
  await client.close();
  rmSync(folder, { recursive: true });
});

async function connected(cwd: string): Promise<Client> {
  const one = new Client({ name: 'test', version: '1' });
  await one.connect(
    new StdioClientTransport({ command: process.execPath, args: [resolve('dist/cli.js'), 'mcp'], cwd }),
    LIMIT,
  );
  return one;
}

test('answers what was asked before its input ended', () => {
  const calls = [1, 2, 3].map((id) => ({
    jsonrpc: '2.0',
    id,
    method: 'tools/call',
    params: {
      name: id === 2 ? 'audit_project' : 'check_models',
      arguments: id === 2 ? {} : { names: ['gpt-4o'] },
    },
  }));
  const hello = {
    jsonrpc: '2.0',
    id: 0,
    method: 'initialize',
    params: { protocolVersion: '2025-03-26', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
  };
  const input = [hello, { jsonrpc: '2.0', method: 'notifications/initialized' }, ...calls];
  const { stdout, status } = spawnSync(process.execPath, [resolve('dist/cli.js'), 'mcp'], {
    cwd: folder,
    input: input.map((message) => `${JSON.stringify(message)}\n`).join(''),
    encoding: 'utf8',
  });
  const answers = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: number; result: { isError?: boolean } });
  expect(answers.map(({ id }) => id).sort()).toEqual([0, 1, 2, 3]);
  expect(answers.filter(({ result }) => result.isError === true)).toEqual([]);
  expect(status).toBe(0);
});

async function ask(name: string, input: Record<string, unknown>, of = client): Promise<unknown> {
  const { content, isError } = await of.callTool({ name, arguments: input }, undefined, LIMIT);
  const [{ text }] = content as [{ text: string }];
  return isError === true ? { isError, text } : JSON.parse(text);
}

test('the tools are listed with what they are for, and none writes', async () => {
  const { tools } = await client.listTools(undefined, LIMIT);
  expect(tools.map(({ name }) => name)).toEqual([
    'check_models',
    'look_up_models',
    'search_models',
    'suggest_replacements',
    'audit_project',
    'explain_rule',
  ]);
  for (const { annotations, description } of tools) {
    expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false });
    expect(description?.length).toBeGreaterThan(20);
  }
  expect(client.getInstructions()).toContain('check_models');
});

test('look_up_models says of 200 models what the command line says', async () => {
  const { models } = loadCatalog(resolve('dist'));
  const step = Math.floor(models.length / 200);
  const ids = models
    .filter((_, index) => index % step === 0)
    .slice(0, 200)
    .map(({ id }) => id);
  const said = (await cli(['lookup', ...ids, '--format', 'json'])).stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).model);
  const told: Readonly<Record<string, unknown>>[] = [];
  for (let at = 0; at < ids.length; at += 10)
    told.push(...((await ask('look_up_models', { names: ids.slice(at, at + 10) })) as Answered).models);
  expect(told.map(({ id, openness, publisher, status }) => ({ id, openness, publisher, status }))).toEqual(
    said.map(({ id, openness, publisher, status }) => ({
      id,
      openness: openness.level,
      publisher: publisher?.name ?? 'unknown',
      status,
    })),
  );
  expect(told.map(({ license }) => license)).toEqual(
    said.map(({ license: { declared } }) =>
      declared === null
        ? 'unknown'
        : {
            key: declared.key,
            name: declared.name,
            category: declared.category,
            commercialUse: declared.commercialUse,
          },
    ),
  );
});

describe('check_models', () => {
  test('finds what the audit finds where a file loads the models', async () => {
    const { findings } = JSON.parse((await cli(['audit', '--format', 'json'], { cwd: folder })).stdout) as {
      readonly findings: readonly Pick<
        ReportedFinding,
        'rule' | 'severity' | 'message' | 'path' | 'further'
      >[];
    };
    const names = ['jinaai/jina-embeddings-v3', 'Qwen/Qwen3-8B', 'acme-labs/kestrel-7b'];
    const { models } = (await ask('check_models', { names })) as Answered;
    expect(models.flatMap((one) => one.findings)).toEqual(
      expect.arrayContaining(
        findings
          .filter(({ path, severity }) => path === 'app.py' && severity !== 'hint')
          .map(({ rule, severity, message, further }) =>
            expect.objectContaining({ rule, severity, message, ...(further && { further }) }),
          ),
      ),
    );
    expect(models[0]?.findings[0]?.rule).toBe('license/denied');
    expect(models[1]).toMatchObject({ known: true, license: { key: 'apache-2.0' } });
    expect(models[2]).toMatchObject({ known: false });
  });

  test('judges a name at its host by that host', async () => {
    const { models } = (await ask('check_models', { names: ['openai:gpt-4-32k'] })) as Answered;
    expect(models[0]?.findings.map(({ rule }) => rule)).toContain('model/retired');
  });

  test('says what is wrong with a policy, and judges nothing', async () => {
    const broken = mkdtempSync(join(tmpdir(), 'mcp-broken-'));
    writeFileSync(join(broken, '.model-policy.yaml'), 'version: 1\nlicences: {}\n');
    const other = await connected(broken);
    try {
      for (const [tool, input] of [
        ['check_models', { names: ['Qwen/Qwen3-8B'] }],
        ['audit_project', {}],
      ] as const)
        expect(await ask(tool, input, other)).toMatchObject({
          isError: true,
          text: expect.stringContaining('did you mean "licenses"?'),
        });
    } finally {
      await other.close();
      rmSync(broken, { recursive: true });
    }
  });
});

test('audit_project gives the counts and the findings of the audit', async () => {
  const answer = (await ask('audit_project', {})) as {
    readonly complete: boolean;
    readonly findingsByRule: Readonly<Record<string, number>>;
    readonly unknownNames: readonly string[];
  };
  expect(answer).toMatchObject({ complete: true, policy: '.model-policy.yaml' });
  expect(answer.findingsByRule['license/denied']).toBe(1);
  expect(answer.unknownNames).toEqual(['acme-labs/kestrel-7b']);
});

test('suggest_replacements offers only what the policy allows', async () => {
  const { replacements } = (await ask('suggest_replacements', { name: 'jinaai/jina-embeddings-v3' })) as {
    readonly replacements: readonly { readonly write: string; readonly license: { readonly key: string } }[];
  };
  expect(replacements.length).toBeGreaterThan(0);
  for (const { license } of replacements) expect(['apache-2.0', 'mit']).toContain(license.key);
});

test('suggest_replacements gives what a fix writes at the places of the project', async () => {
  const name = 'eu.anthropic.claude-3-7-sonnet-20250219-v1:0';
  const calls = mkdtempSync(join(tmpdir(), 'mcp-'));
  writeFileSync(join(calls, '.model-policy.yaml'), 'version: 1\nhosting: { processedIn: [EU] }\n');
  writeFileSync(
    join(calls, 'a.py'),
    `c = boto3.client("bedrock-runtime", region_name="eu-central-1")\nc.converse(modelId="${name}")\n`,
  );
  const other = await connected(calls);
  try {
    const answer = (await ask('suggest_replacements', { name }, other)) as {
      readonly replacements: readonly { readonly write: string }[];
    };
    const { stdout } = await cli(['fix', calls, '--kind', 'replace']);
    expect(answer).toMatchObject({ places: ['a.py:2'], region: 'eu-central-1' });
    expect(stdout).toContain(`\`${answer.replacements[0]?.write}\``);
  } finally {
    await other.close();
    rmSync(calls, { recursive: true });
  }
});

test('search_models finds by words of publisher and license', async () => {
  const { models } = (await ask('search_models', { query: 'qwen3 8b apache-2.0' })) as {
    readonly models: readonly { readonly id: string }[];
  };
  expect(models.map(({ id }) => id)).toContain('Qwen/Qwen3-8B');
});

test('explain_rule explains, and proposes the rule that was meant', async () => {
  expect(await ask('explain_rule', { rule: 'license/denied' })).toMatchObject({ rule: 'license/denied' });
  expect(await ask('explain_rule', { rule: 'license/deny' })).toMatchObject({
    isError: true,
    text: expect.stringContaining('Did you mean license/denied?'),
  });
});

test.each([
  ['check_models', {}],
  ['look_up_models', { names: 'Qwen/Qwen3-8B' }],
  ['search_models', { query: ' ' }],
  ['suggest_replacements', {}],
])('%s says what it needs when it is asked wrongly', async (tool, input) => {
  expect(await ask(tool, input)).toMatchObject({
    isError: true,
    text: expect.stringContaining('Give \\"'),
  });
});
