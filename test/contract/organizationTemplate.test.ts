import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { UseLine } from '../../src/core/report/jsonLines';
import { runScript } from '../support/programs';
import { cli, DEMO, folderWith, NPX, ROOT } from './cli';

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

/** `gh` knows two repositories, and `npx` runs this command line. */
const PROGRAMS = {
  gh: [
    'case "$1 $2" in',
    '  "repo list") echo \'[{"nameWithOwner":"acme/a"},{"nameWithOwner":"acme/gone"},{"nameWithOwner":"acme/b"}]\' ;;',
    `  "repo clone") [ "$3" != acme/gone ] && cp -r "${DEMO}" "$4" ;;`,
    '  "run list") echo 7 ;;',
    '  "run download") cp -r audits-downloaded "$5" ;;',
    'esac',
  ],
  npx: NPX,
};

async function run(code: string, cwd: string, env: object): Promise<string> {
  const { code: status, stdout } = await runScript(code, {
    cwd,
    env: { GITHUB_OUTPUT: join(cwd, 'output'), TOOL: 'model-license-lens', ...env },
    programs: PROGRAMS,
  });
  expect(status).toBe(0);
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
    const cwd = folderWith({ output: '' });
    await run(script('list', 'List'), cwd, { OWNER: 'acme' });
    const [, groups = ''] = /^groups=(.*)$/m.exec(readFileSync(join(cwd, 'output'), 'utf8')) ?? [];
    expect(JSON.parse(groups)).toEqual([['acme/a', 'acme/gone', 'acme/b']]);
    const said = await run(script('audit', 'Audit'), cwd, {
      GROUP: JSON.stringify(['acme/gone', 'acme/b']),
    });
    expect(said).toContain('::warning::acme/gone could not be cloned');
    const [line = ''] = readFileSync(join(cwd, 'audits/acme__b.jsonl'), 'utf8').split('\n');
    expect((JSON.parse(line) as UseLine).schema).toBe(1);
    expect(existsSync(join(cwd, 'audits/acme__gone.jsonl'))).toBe(false);
  });

  it('writes a page with what changed since the last run', async () => {
    const cwd = folderWith({ output: '' });
    mkdirSync(join(cwd, 'audits-downloaded'));
    const { stdout } = await cli(['audit', DEMO, '--format', 'jsonl', '--fail-on', 'never']);
    writeFileSync(join(cwd, 'audits-downloaded/demo.jsonl'), stdout);
    await run(script('page', 'Page'), cwd, { RUN: '8', WORKFLOW: 'models' });
    expect(readFileSync(join(cwd, 'organization.html'), 'utf8')).toMatch(
      /<h2>What changed since [\d-]+<\/h2><p>Nothing\.<\/p>/,
    );
  });

  it('is done by hand as its page says, over the clones of a folder and nothing else', async () => {
    const cwd = folderWith({
      'queries.sql': 'SELECT 1;\n',
      'shop/.git/HEAD': 'ref: refs/heads/main\n',
      'shop/app.py': 'AutoModel.from_pretrained("jinaai/jina-embeddings-v3")\n',
      'my docs/.git': 'gitdir: elsewhere\n',
      'my docs/index.md': 'No model.\n',
      'policy/notes.py': 'AutoModel.from_pretrained("BAAI/bge-m3")\n',
    });
    const [, byHand = 'exit 99'] =
      /```sh\n([^`]*)```/.exec(readFileSync(join(TEMPLATE, 'README.md'), 'utf8')) ?? [];
    const programs = { npx: NPX.with(0, 'shift'), duckdb: ['cat > asked.sql'] };
    for (const _ of ['first', 'again'])
      expect(await runScript(byHand, { cwd, env: {}, programs })).toMatchObject({
        code: 0,
        stderr: expect.stringContaining('2 files, 2 repositories, 1 use.') as string,
      });
    expect(readdirSync(join(cwd, 'audits')).sort()).toEqual(['my docs.jsonl', 'shop.jsonl']);
    const page = readFileSync(join(cwd, 'organization.html'), 'utf8');
    expect(page).toContain('<li><b>2</b> repositories</li><li><b>1</b> model</li>');
    expect(readFileSync(join(cwd, 'asked.sql'), 'utf8')).toBe('SELECT 1;\n');
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
