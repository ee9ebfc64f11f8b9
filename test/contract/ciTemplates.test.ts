import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runScript, type Ran } from '../support/programs';
import { cli, DEMO, folderWith, NPX, ROOT } from './cli';

const TEMPLATES = join(ROOT, 'templates');
const APP = 'from transformers import pipeline\np = pipeline(model="facebook/nllb-200-distilled-600M")\n';
const POLICY = 'version: 1\nuse: { purpose: commercial }\nlicenses: { deny: ["category:non-commercial"] }\n';
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

function textOf(path: string): string {
  return readFileSync(join(TEMPLATES, path), 'utf8');
}

function project(files: Readonly<Record<string, string>> = {}): string {
  return folderWith({ 'app.py': APP, '.model-policy.yaml': POLICY, ...files });
}

function run(script: string, cwd: string, env: object, programs = {}): Promise<Ran> {
  return runScript(script, { cwd, env: { LC_ALL: 'C', ...env }, programs: { npx: NPX, ...programs } });
}

function jsonOf<T>(...path: readonly string[]): T {
  return JSON.parse(readFileSync(join(...path), 'utf8')) as T;
}

interface Sarif {
  readonly runs: readonly [{ readonly results: readonly { readonly ruleId: string }[] }];
}

function rulesOf(...path: readonly string[]): readonly string[] {
  return jsonOf<Sarif>(...path).runs[0].results.map(({ ruleId }) => ruleId);
}

it('names the version of this repository in every template, and pins what it uses by a hash', () => {
  const files = readdirSync(TEMPLATES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  const named = files.flatMap((text) => [...text.matchAll(/model-license-lens@(\d[\w.-]*)/g)]);
  expect(named.length).toBeGreaterThan(5);
  for (const [, said] of named) expect(said).toBe(version);
  for (const text of files)
    for (const [, used] of text.matchAll(/^\s*- uses: *(?!model-license-lens\/)(.+)$/gm))
      expect(used).toMatch(/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

describe('the job for GitLab', () => {
  const job = (
    parse(textOf('ci/gitlab-ci.yml')) as {
      'ai-models': {
        script: readonly string[];
        variables: object;
        artifacts: { paths: readonly string[]; reports: { codequality: string } };
      };
    }
  )['ai-models'];
  const audit = (cwd: string, env: object = {}): Promise<Ran> =>
    run(job.script.join('\n'), cwd, { ...job.variables, ...env });
  const issuesOf = (cwd: string): readonly { fingerprint: string }[] =>
    jsonOf(cwd, job.artifacts.reports.codequality);

  it('fails, and writes what GitLab shows', async () => {
    const cwd = project();
    expect((await audit(cwd)).code).toBe(1);
    expect(issuesOf(cwd)).toContainEqual({
      description: expect.stringContaining('is under a license the policy denies'),
      check_name: 'license/denied',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      severity: 'major',
      location: { path: 'app.py', lines: { begin: 2 } },
    });
    for (const path of job.artifacts.paths) expect(existsSync(join(cwd, path)), path).toBe(true);
    expect((await audit(cwd, { FAIL_ON: 'never' })).code).toBe(0);
  });

  it('has one fingerprint for each place, which stays when its line moves', async () => {
    const cwd = project({ 'app.py': `${APP}${APP}` });
    await audit(cwd);
    const before = issuesOf(cwd).map(({ fingerprint }) => fingerprint);
    expect(new Set(before).size).toBe(before.length);
    expect(before.length).toBeGreaterThan(1);
    writeFileSync(join(cwd, 'app.py'), `# moved\n${APP}${APP}`);
    await audit(cwd);
    expect(issuesOf(cwd).map(({ fingerprint }) => fingerprint)).toEqual(before);
  });

  it('says what is wrong with a policy', async () => {
    const { code, stderr } = await audit(project({ '.model-policy.yaml': 'version: 2\n' }));
    expect([code, stderr]).toEqual([2, expect.stringContaining('.model-policy.yaml:1:')]);
  });
});

it('the pipeline for Azure fails, and leaves report and summary where Azure looks for them', async () => {
  const { steps, variables } = parse(textOf('ci/azure-pipelines.yml')) as {
    steps: readonly { bash?: string; publish?: string; artifact?: string }[];
    variables: Readonly<Record<string, string>>;
  };
  const cwd = project();
  const env = {
    ...variables,
    LOGS: variables['LOGS']?.replace('$(Build.ArtifactStagingDirectory)', `${cwd}/staged`),
  };
  const { code, stdout } = await run(steps.find(({ bash }) => bash !== undefined)?.bash ?? '', cwd, env);
  expect(code).toBe(1);
  const summary = join(cwd, 'staged/CodeAnalysisLogs/models.md');
  expect(stdout).toContain(`##vso[task.uploadsummary]${summary}\n`);
  expect(readFileSync(summary, 'utf8')).toContain('license/denied');
  expect(rulesOf(cwd, 'staged/CodeAnalysisLogs/models.sarif')).toContain('license/denied');
  expect(steps).toContainEqual(
    expect.objectContaining({
      publish: '$(LOGS)',
      artifact: 'CodeAnalysisLogs',
      condition: 'succeededOrFailed()',
    }),
  );
});

it('the pipeline for Jenkins fails, and writes what its steps archive and show', async () => {
  const text = textOf('ci/Jenkinsfile');
  const [, script = 'exit 99'] = /sh '''\n([\s\S]*?)'''/.exec(text) ?? [];
  const env = Object.fromEntries(
    [...text.matchAll(/^ {4}(\w+) = '(.*)'$/gm)].map(([, name, value]) => [name, value]),
  );
  const cwd = project();
  expect((await run(script, cwd, env)).code).toBe(1);
  const [, shown = ''] = /sarif\(.*pattern: '(.*)'\)/.exec(text) ?? [];
  expect(rulesOf(cwd, shown)).toContain('license/denied');
  const [, archived = ''] = /archiveArtifacts artifacts: '(.*)\*'/.exec(text) ?? [];
  expect(readdirSync(cwd).filter((name) => name.startsWith(archived))).toEqual([
    'models.html',
    'models.json',
    'models.sarif',
  ]);
});

it('the workflow with reviewdog gives it the findings', async () => {
  const { env, jobs } = parse(textOf('ci/reviewdog.yml')) as {
    env: object;
    jobs: { review: { steps: readonly { run?: string }[] } };
  };
  const cwd = project();
  const programs = {
    go: ['if [ "$1" = env ]; then pwd; else mkdir -p bin && cp .programs/reviewdog bin/; fi'],
    reviewdog: ['echo "$@" > asked; cat > taken.sarif'],
  };
  const { code } = await run(
    jobs.review.steps.find(({ run: text }) => text !== undefined)?.run ?? '',
    cwd,
    env,
    programs,
  );
  expect([code, readFileSync(join(cwd, 'asked'), 'utf8')]).toEqual([
    0,
    expect.stringMatching(/^-f=sarif .*-fail-level=error\n$/),
  ]);
  expect(rulesOf(cwd, 'taken.sarif')).toContain('license/denied');
});

describe('the descriptor for MegaLinter', () => {
  const folder = 'ci/mega-linter-plugin-model-license-lens';
  const [file = ''] = readdirSync(join(TEMPLATES, folder));
  const [linter] = (
    parse(textOf(`${folder}/${file}`)) as {
      linters: readonly [
        {
          cli_lint_extra_args: readonly string[];
          cli_sarif_args: readonly string[];
          cli_lint_errors_regex: string;
          cli_version_arg_name: string;
          cli_help_arg_name: string;
        },
      ];
    }
  ).linters;

  it('has the name by which MegaLinter knows one', () => {
    expect(file).toMatch(/\.megalinter-descriptor\.yml$/);
  });

  it('calls the command line with what it takes, and counts the errors', async () => {
    const cwd = project();
    const args = linter.cli_sarif_args.map((arg) =>
      arg.replace('{{SARIF_OUTPUT_FILE}}', join(cwd, 'out.sarif')),
    );
    expect((await cli([...linter.cli_lint_extra_args, ...args], { cwd })).code).toBe(1);
    expect(rulesOf(cwd, 'out.sarif')).toContain('license/denied');
    for (const arg of [linter.cli_version_arg_name, linter.cli_help_arg_name])
      expect((await cli([arg])).code).toBe(0);
    const { stdout } = await cli([...linter.cli_lint_extra_args], { cwd: DEMO });
    const [, errors] = / (\d+) errors/.exec(stdout) ?? [];
    expect(stdout.match(new RegExp(linter.cli_lint_errors_regex, 'g'))).toHaveLength(Number(errors));
  });
});
