import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { UseLine } from '../../src/core/report/jsonLines';
import { cli, CLI, DEMO, folderWith, ROOT } from './cli';

const execute = promisify(execFile);
const TEMPLATE = join(ROOT, 'templates/organization');
const text = readFileSync(join(TEMPLATE, '.github/workflows/models.yml'), 'utf8');
const workflow = parse(text) as {
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly { readonly name?: string; readonly run?: string }[] }>
  >;
};

function script(job: string, name: string): string {
  return workflow.jobs[job]?.steps.find((step) => step.name === name)?.run ?? 'exit 99';
}

/** A folder with programs in the place of those that need a network: `gh` knows two repositories, `npx` runs this command line. */
function stage(): { readonly cwd: string; readonly path: string } {
  const cwd = folderWith({ output: '' });
  const programs = join(cwd, 'programs');
  mkdirSync(programs);
  const write = (name: string, lines: readonly string[]): void => {
    writeFileSync(join(programs, name), ['#!/bin/bash', ...lines, ''].join('\n'));
    chmodSync(join(programs, name), 0o755);
  };
  write('gh', [
    'case "$1 $2" in',
    '  "repo list") echo \'[{"nameWithOwner":"acme/a"},{"nameWithOwner":"acme/gone"},{"nameWithOwner":"acme/b"}]\' ;;',
    `  "repo clone") [ "$3" != acme/gone ] && cp -r "${DEMO}" "$4" ;;`,
    '  "run list") echo 7 ;;',
    '  "run download") cp -r audits-downloaded "$5" ;;',
    'esac',
  ]);
  write('npx', ['shift 2', `exec "${process.execPath}" "${CLI}" "$@"`]);
  return { cwd, path: `${programs}:${process.env['PATH'] ?? ''}` };
}

async function runScript(
  code: string,
  { cwd, path }: ReturnType<typeof stage>,
  env: object,
): Promise<string> {
  const options = {
    cwd,
    env: {
      ...process.env,
      PATH: path,
      GITHUB_OUTPUT: join(cwd, 'output'),
      TOOL: 'model-license-lens',
      ...env,
    },
  };
  const { stdout } = await execute('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', code], options);
  return stdout;
}

describe('the template for an organization', () => {
  it('puts no expression into a script, and pins what it uses by a hash', () => {
    for (const { steps } of Object.values(workflow.jobs))
      for (const { run = '' } of steps) expect(run).not.toContain('${{');
    for (const [, used] of text.matchAll(/^\s*- uses: *(.+)$/gm))
      expect(used).toMatch(/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('lists the repositories in groups, audits each that can be cloned, and says which cannot', async () => {
    const place = stage();
    await runScript(script('list', 'List'), place, { OWNER: 'acme' });
    const [, groups = ''] = /^groups=(.*)$/m.exec(readFileSync(join(place.cwd, 'output'), 'utf8')) ?? [];
    expect(JSON.parse(groups)).toEqual([['acme/a', 'acme/gone', 'acme/b']]);
    const said = await runScript(script('audit', 'Audit'), place, {
      GROUP: JSON.stringify(['acme/gone', 'acme/b']),
    });
    expect(said).toContain('::warning::acme/gone could not be cloned');
    const [line = ''] = readFileSync(join(place.cwd, 'audits/acme__b.jsonl'), 'utf8').split('\n');
    expect((JSON.parse(line) as UseLine).schema).toBe(1);
    expect(existsSync(join(place.cwd, 'audits/acme__gone.jsonl'))).toBe(false);
  });

  it('writes a page with what changed since the last run', async () => {
    const place = stage();
    mkdirSync(join(place.cwd, 'audits-downloaded'));
    const { stdout } = await cli(['audit', DEMO, '--format', 'jsonl', '--fail-on', 'never']);
    writeFileSync(join(place.cwd, 'audits-downloaded/demo.jsonl'), stdout);
    await runScript(script('page', 'Page'), place, { RUN: '8', WORKFLOW: 'models' });
    expect(readFileSync(join(place.cwd, 'organization.html'), 'utf8')).toMatch(
      /<h2>What changed since [\d-]+<\/h2><p>Nothing\.<\/p>/,
    );
  });

  it('has a policy that a project can build on', async () => {
    const cwd = folderWith({
      'app.py': 'AutoModel.from_pretrained("jinaai/jina-embeddings-v3")\n',
      '.model-policy.yaml': 'version: 1\nextends: "npm:@acme/model-policy"\n',
    });
    cpSync(join(TEMPLATE, 'policy'), join(cwd, 'node_modules/@acme/model-policy'), { recursive: true });
    const { code, stdout } = await cli(['audit'], { cwd });
    expect([code, stdout]).toEqual([1, expect.stringContaining('license/denied')]);
  });
});
