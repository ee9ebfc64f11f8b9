import { chmodSync, linkSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, DEMO, folderWith } from './cli';

const OLD = 'distilbert-base-uncased-finetuned-sst-2-english';
const CODE = `from transformers import pipeline\nmood = pipeline("sentiment-analysis", model="${OLD}")\n`;
const POLICY = 'version: 1\nuse: { purpose: commercial, distribution: service }\n';

describe('fix', () => {
  it('lists what it would change, and writes nothing', async () => {
    const folder = folderWith({ 'app.py': CODE, '.model-policy.yaml': POLICY });
    const { code, stdout } = await cli(['fix'], { cwd: folder });
    expect(code).toBe(0);
    expect(stdout).toContain('To change: 1 (files: 1)');
    expect(stdout).toContain('app.py:2:');
    expect(stdout).toContain('(model/renamed)');
    expect(readFileSync(join(folder, 'app.py'), 'utf8')).toBe(CODE);
  });

  it('writes the present name, keeps the rest of the file and finds nothing more', async () => {
    const folder = folderWith({ 'app.py': `${CODE}\r\n# ende\u{1F680}`, '.model-policy.yaml': POLICY });
    expect((await cli(['fix', '--apply'], { cwd: folder })).stdout).toContain('Changed: 1 (files: 1)');
    expect(readFileSync(join(folder, 'app.py'), 'utf8')).toBe(
      `${CODE.replace(OLD, `distilbert/${OLD}`)}\r\n# ende\u{1F680}`,
    );
    expect((await cli(['fix', '--apply'], { cwd: folder })).stdout).toBe('Nothing to change.\n');
  });

  it('tells of a file that is read-only, and leaves it; one of several names has the new text under each', async () => {
    const folder = folderWith({ 'app.py': CODE, 'locked.py': CODE, '.model-policy.yaml': POLICY });
    chmodSync(join(folder, 'locked.py'), 0o444);
    linkSync(join(folder, 'app.py'), join(folder, 'other.txt'));
    const { code, stdout, stderr } = await cli(['fix', '--apply'], { cwd: folder });
    expect([code, stdout]).toEqual([3, expect.stringContaining('Changed: 1 (files: 1)')]);
    expect(stderr).toContain('locked.py: EACCES: the file is read-only');
    expect(readFileSync(join(folder, 'locked.py'), 'utf8')).toBe(CODE);
    expect(readFileSync(join(folder, 'other.txt'), 'utf8')).toContain(`distilbert/${OLD}`);
  });

  it('takes another model only where that is asked for', async () => {
    const folder = folderWith({
      'app.py': 'm = SentenceTransformer("jinaai/jina-embeddings-v3")\n',
      '.model-policy.yaml': `${POLICY}licenses: { allow: [apache-2.0, mit], deny: ["category:non-commercial"] }\n`,
    });
    expect((await cli(['fix', '--apply'], { cwd: folder })).stdout).toBe('Nothing to change.\n');
    await cli(['fix', '--kind', 'replace', '--apply'], { cwd: folder });
    const { code } = await cli(['audit'], { cwd: folder });
    expect(code).toBe(0);
  });

  it('writes no successor that the policy denies, and the name that a person chose', async () => {
    const code = 'client = anthropic.Anthropic()\nclient.messages.create(model="claude-2.1")\n';
    const folder = folderWith({
      'app.py': code,
      '.model-policy.yaml': `${POLICY}require: { openness: open-weights }\n`,
    });
    const { stdout, stderr } = await cli(['fix', '--apply'], { cwd: folder });
    expect(stdout).toBe('Nothing to change.\n\nLeft as they are: 1. Standard error says why.\n');
    expect(stderr).toMatch(/app\.py:2:\d+ claude-[\w.-]+ is not proposed: .*\(openness\/below-required\)/);
    const chosen = await cli(['fix', '--from', 'claude-2.1', '--to', 'claude-opus-5', '--apply'], {
      cwd: folder,
    });
    expect(chosen.stdout).toContain('(openness/below-required)');
    expect(readFileSync(join(folder, 'app.py'), 'utf8')).toBe(code.replace('claude-2.1', 'claude-opus-5'));
    expect((await cli(['fix', '--from', 'claude-2.1'], { cwd: folder })).code).toBe(2);
  });

  it('names places as they lead there from where it is run', async () => {
    const folder = folderWith({
      'svc/app.py': 'anthropic.Anthropic().messages.create(model="claude-2.1")\n',
      '.model-policy.yaml': POLICY,
    });
    const { stdout } = await cli(['fix', 'svc'], { cwd: folder });
    expect(stdout).toContain('`svc/app.py:1:');
    const chosen = await cli(['fix', 'svc', '--from', 'claude-2.1', '--to', 'claude-opus-5'], {
      cwd: folder,
    });
    expect(chosen.stdout).toContain('`svc/app.py:1:');
  });

  it("stays with the maker and the group of regions at a host, and names the license and the host's terms", async () => {
    const folder = folderWith({
      'app.py':
        'import boto3\nboto3.client("bedrock-runtime").converse(modelId="eu.anthropic.claude-3-sonnet-20240229-v1:0")\n',
    });
    const { stdout } = await cli(['fix', '--kind', 'replace'], { cwd: folder });
    expect(stdout).toMatch(
      /Replace with eu\.anthropic\.claude-[\w.-]+ \(anthropic-terms, called under amazon-terms, US\)/,
    );
  });

  it('lists what it leaves of a name that it changes, and why', async () => {
    const folder = folderWith({
      'app.ts':
        'import Anthropic from "@anthropic-ai/sdk";\ntype Model = "claude-2.1" | "claude-3-opus-20240229";\n' +
        'const PRICES: Record<string, number> = { "claude-2.1": 8, "gpt-4-32k": 60, "gpt-4o": 5 };\n' +
        'new Anthropic().messages.create({ model: "claude-2.1", max_tokens: 10, messages: [] });\n',
      'docs/x.md': 'Default model: `claude-2.1`.\n',
    });
    const { stdout, stderr } = await cli(['fix'], { cwd: folder });
    expect(stdout).toContain('To change: 1 (files: 1)');
    expect(stderr).toContain(
      'left: app.ts:2:15 claude-2.1: it is one of the values of a type or enumeration\n',
    );
    expect(stderr).toContain('left: app.ts:3:43 claude-2.1: it is a key of a table\n');
    expect(stderr).toContain('left: docs/x.md:1:17 claude-2.1: it stands in running text\n');
    expect(stderr).not.toContain('app.ts:4');
    const test = folderWith({
      'app.ts':
        'import Anthropic from "@anthropic-ai/sdk";\n' +
        'new Anthropic().messages.create({ model: "claude-2.1", max_tokens: 10, messages: [] });\n',
      'tests/app.test.ts':
        'import Anthropic from "@anthropic-ai/sdk";\n' +
        'new Anthropic().messages.create({ model: "claude-2.1", max_tokens: 10, messages: [] });\n',
    });
    expect((await cli(['fix'], { cwd: test })).stderr).toMatch(
      /left: tests\/app\.test\.ts:2:\d+ claude-2\.1: what is found there is less grave than --severity warning: claude-2\.1 ended .*\(model\/retired\)/,
    );
  });

  it('takes the name that the audit prints, and else tells which was probably meant', async () => {
    const folder = folderWith({
      'app.py':
        'import boto3\nboto3.client("bedrock-runtime").converse(modelId="anthropic.claude-3-sonnet-20240229-v1:0")\n',
    });
    const { stdout } = await cli(['fix', '--from', 'claude-3-sonnet-20240229', '--to', 'claude-sonnet-4-6'], {
      cwd: folder,
    });
    expect(stdout).toContain('| `anthropic.claude-3-sonnet-20240229-v1:0` | `anthropic.claude-sonnet-4-6` |');
    const {
      stdout: none,
      stderr,
      code,
    } = await cli(['fix', '--from', 'claude-3-sonet-20240229', '--to', 'claude-sonnet-4-6'], { cwd: folder });
    expect(none).toBe('Nothing to change.\n');
    expect(code).toBe(0);
    expect((await cli(['fix', '--help'])).stdout).toContain('also where there is nothing to change');
    expect(stderr).toContain(
      'Nothing names claude-3-sonet-20240229 here. Did you mean claude-3-sonnet-20240229?',
    );
  });

  it('writes a file in the encoding that it has', async () => {
    const text = Buffer.from(`\ufeff${CODE}`, 'utf16le');
    const folder = folderWith({ 'app.py': text, '.model-policy.yaml': POLICY });
    expect((await cli(['fix', '--apply'], { cwd: folder })).code).toBe(0);
    const written = readFileSync(join(folder, 'app.py'), 'utf16le');
    const { stdout } = await cli(['fix', '--apply'], {
      cwd: folderWith({ 'app.py': CODE, '.model-policy.yaml': POLICY }),
    });
    expect(written.startsWith('\ufeff')).toBe(true);
    expect(written).not.toBe(`\ufeff${CODE}`);
    expect(stdout).toContain('Changed: ');
  });

  it('says of a file that it cannot write as it is, also before it is asked to', async () => {
    // One character of Shift_JIS that vendors have given two places.
    const twice = Uint8Array.from({ length: 80 }, (_, at) => [0x81, 0xe6, 0x87, 0x9a][at % 4] ?? 0);
    const text = Buffer.concat([Buffer.from(`${CODE}# `), twice, Buffer.from('\n')]);
    const folder = folderWith({ 'app.py': text, '.model-policy.yaml': POLICY });
    for (const asked of [['fix'], ['fix', '--apply']]) {
      const { code, stdout, stderr } = await cli(asked, { cwd: folder });
      expect(code).toBe(3);
      expect(stdout).toBe('Files that cannot be changed: 1. Standard error says why.\n');
      expect(stderr).toContain('not changed: app.py: in its encoding');
    }
    expect(readFileSync(join(folder, 'app.py'))).toEqual(text);
  });

  it('judges nothing by a policy that cannot be used', async () => {
    const folder = folderWith({ 'app.py': CODE, '.model-policy.yaml': 'version: 1\nlicences: {}\n' });
    const { code, stderr } = await cli(['fix', '--apply'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain('did you mean "licenses"?');
    expect(readFileSync(join(folder, 'app.py'), 'utf8')).toBe(CODE);
  });
});

describe('report renovate', () => {
  it('replaces what has another name by itself and what is denied after approval, and leaves what only needs a look', async () => {
    const { code, stdout } = await cli(['report', 'renovate'], { cwd: DEMO });
    expect(code).toBe(0);
    const { customManagers, packageRules } = JSON.parse(stdout) as {
      customManagers: readonly { managerFilePatterns: readonly string[]; matchStrings: readonly string[] }[];
      packageRules: readonly { matchDepNames: string[]; dependencyDashboardApproval?: boolean }[];
    };
    const approvals = new Map(
      packageRules.map(({ matchDepNames: [name], dependencyDashboardApproval = false }) => [
        name,
        dependencyDashboardApproval,
      ]),
    );
    expect(approvals.get(`/^${OLD}$/`)).toBe(false);
    expect(approvals.has(String.raw`/^claude-2\.1$/`)).toBe(false); // The policy denies its successor.
    expect(approvals.get(String.raw`/^jinaai\/jina-embeddings-v3$/`)).toBe(true);
    expect(approvals.has(String.raw`/^BAAI\/bge-m3$/`)).toBe(false);
    for (const [index, { managerFilePatterns, matchStrings }] of customManagers.entries()) {
      const name = new RegExp(packageRules[index]?.matchDepNames[0]?.slice(1, -1) ?? '(?!)');
      for (const pattern of managerFilePatterns) {
        const path = pattern.slice(2, -2).replaceAll('\\', '');
        const found = [
          ...readFileSync(join(DEMO, path), 'utf8').matchAll(new RegExp(matchStrings[0] ?? '', 'g')),
        ];
        expect(found.map(({ groups }) => name.test(groups?.['depName'] ?? ''))).toContain(true);
      }
    }
  });

  it('writes nothing but the preset, and refuses a folder that is not there', async () => {
    const folder = folderWith({ 'app.py': CODE, '.model-policy.yaml': POLICY });
    await cli(['report', 'renovate', '.', '--output', 'preset.json'], { cwd: folder });
    expect(readFileSync(join(folder, 'preset.json'), 'utf8')).toContain(`distilbert/${OLD}`);
    expect(readFileSync(join(folder, 'app.py'), 'utf8')).toBe(CODE);
    const missing = await cli(['report', 'renovate', 'gone'], { cwd: folder });
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining('"gone"')]);
  });
});
