import { readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, it } from 'vitest';
import { cli, folderWith, type Outcome, ROOT } from './cli';

/** The example of the documentation, which has to work as it stands. */
const EXAMPLE =
  /```yaml\n([^`]+)```/.exec(readFileSync(join(ROOT, 'docs/catalog-layer.md'), 'utf8'))?.[1] ?? '';

const PROJECT = {
  '.model-policy.yaml':
    'version: 1\nuse: { purpose: commercial, distribution: service }\norigins: { deny: [CN] }\n',
  'app.py': [
    'from openai import OpenAI',
    'from transformers import AutoModel',
    'client = OpenAI(base_url="https://llm.acme.example/v1", api_key="x")',
    'client.chat.completions.create(model="acme-chat", messages=[])',
    'model = AutoModel.from_pretrained("acme/support-7b")',
  ].join('\n'),
};

interface Audit {
  readonly models: readonly {
    readonly id: string;
    readonly license: { readonly effective: { readonly key: string } };
  }[];
  readonly findings: readonly { readonly rule: string; readonly line: number }[];
}

function setUp(files: Readonly<Record<string, string>> = {}) {
  const root = folderWith({ 'acme.yaml': EXAMPLE, ...files });
  const project = folderWith(PROJECT);
  const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> =>
    cli(args, {
      cwd: root,
      env: { XDG_DATA_HOME: join(root, 'data'), XDG_CACHE_HOME: join(root, 'cache'), ...env },
    });
  const audit = async (args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Audit> =>
    JSON.parse((await run(['audit', project, '--format', 'json', ...args], env)).stdout) as Audit;
  return { root, run, audit };
}

function rulesOf({ findings }: Audit): readonly string[] {
  return findings.map(({ rule, line }) => `${line} ${rule}`);
}

it('an audit judges by the records of the layer, and the next one without it by the catalog alone', async () => {
  const { audit } = setUp();
  const layered = await audit(['--catalog-layer', 'acme.yaml']);
  expect(rulesOf(layered)).toEqual(['4 model/ending', '5 origin/denied']);
  expect(layered.models.map(({ id, license }) => [id, license.effective.key])).toEqual([
    ['acme-chat', 'acme-contract'],
    ['acme/support-7b', 'apache-2.0'],
  ]);
  expect(rulesOf(await audit([]))).toEqual(['4 origin/warned', '5 origin/warned']);
  expect(rulesOf(await audit(['--catalog-layer', 'acme.yaml']))).toEqual(rulesOf(layered));
});

it('the environment names layers too, and those of the command line go before them', async () => {
  const { audit, run } = setUp({
    'other.yaml': 'title: Other\ndate: 2026-11-30\nmodels:\n  acme/support-7b: { lineage: [] }\n',
  });
  const env = { MODEL_LICENSE_LENS_CATALOG_LAYERS: ['acme.yaml', ''].join(delimiter) };
  expect(rulesOf(await audit([], env))).toContain('5 origin/denied');
  expect(rulesOf(await audit(['--catalog-layer', 'other.yaml'], env))).not.toContain('5 origin/denied');
  const { stdout } = await run(['catalog', 'status', '--catalog-layer', 'other.yaml'], env);
  expect(stdout).toMatch(/with the records of +acme\.yaml\nwith the records of +other\.yaml\n/);
  const status = await run(['catalog', 'status', '--format', 'json'], env);
  expect(JSON.parse(status.stdout)).toMatchObject({ layers: ['acme.yaml'] });
});

it('says who states a fact, and where a layer is wrong', async () => {
  const { run } = setUp({
    'wrong.yaml': EXAMPLE.replace('kind: company', 'kind: firm').replace(
      'license: apache-2.0',
      'licence: mit',
    ),
    'nowhere.yaml': 'title: Acme\ndate: 2026-11-30\nmodels:\n  acme/x:\n    license: of-nobody\n',
  });
  const { stdout } = await run([
    'lookup',
    'acme/support-7b',
    '--format',
    'json',
    '--catalog-layer',
    'acme.yaml',
  ]);
  expect(stdout).toContain('"fact":"license","source":"Acme AI register","date":"2026-11-30"');
  for (const [file, told] of [
    ['wrong.yaml', 'wrong.yaml:4:34 This is no value that "kind" can have\n'],
    ['wrong.yaml', 'wrong.yaml:14:5 There is no key "licence" here; did you mean "license"?'],
    ['nowhere.yaml', 'nowhere.yaml:5:14 There is no license "of-nobody", neither here nor in the catalog'],
    ['none.yaml', 'The catalog layer none.yaml cannot be used: it cannot be read: ENOENT'],
    ['.', 'The catalog layer . cannot be used: it is not a regular file.'],
  ] as const) {
    const { code, stderr } = await run(['lookup', 'acme/x', '--catalog-layer', file]);
    expect(stderr).toContain(told);
    expect(code).toBe(2);
  }
});

it('keeps what it makes of them in the user’s data, once for the same content', async () => {
  const { root, audit } = setUp();
  await audit(['--catalog-layer', 'acme.yaml']);
  await audit(['--catalog-layer', 'acme.yaml']);
  expect(readdirSync(join(root, 'data/model-license-lens/catalog/layered'))).toEqual([
    expect.stringMatching(/^[0-9a-f]{64}\.jsonl$/),
  ]);
});

it('fails where it cannot keep it', async () => {
  const { run } = setUp({ data: 'a file' });
  const { code, stderr } = await run(['lookup', 'acme-chat', '--catalog-layer', 'acme.yaml']);
  expect(stderr).toContain(
    'The catalog layer acme.yaml cannot be used: the catalog with it cannot be kept: ',
  );
  expect(code).toBe(2);
});
