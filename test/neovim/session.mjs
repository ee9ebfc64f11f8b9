/**
 * `npm run neovim [CLI]`: plays a session in a real Neovim against the language server: problems, hover, code action, completion. CLI is
 * the program, `dist/cli.js` by default; a packed one can be given. Prints what was seen. Exit code 0, 1 where something is missing,
 * and 0 with a word where there is no Neovim, unless CI says that there has to be one (NEOVIM=required).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const OLD = 'distilbert-base-uncased-finetuned-sst-2-english';
const APP = [
  'from transformers import AutoModel, pipeline',
  `mood = pipeline("sentiment-analysis", model="${OLD}")`,
  'model = AutoModel.from_pretrained("Qwen/Qwen3-8")',
].join('\n');
const POLICY = 'version: 1\nuse: { purpose: commercial, distribution: service }\n';

process.exitCode = play(resolve(process.argv[2] ?? 'dist/cli.js'));

function play(cli) {
  if (spawnSync('nvim', ['--version']).error !== undefined) {
    console.log('There is no nvim on this machine.');
    return process.env.NEOVIM === 'required' ? 1 : 0;
  }
  const folder = mkdtempSync(join(tmpdir(), 'model-neovim-'));
  try {
    const [file, answers] = [join(folder, 'app.py'), join(folder, 'answers.json')];
    writeFileSync(file, `${APP}\n`);
    writeFileSync(join(folder, '.model-policy.yaml'), POLICY);
    const { stderr } = spawnSync(
      'nvim',
      ['--headless', '--clean', '-n', '-S', join(import.meta.dirname, 'session.lua')],
      {
        cwd: folder,
        env: { ...process.env, NODE: process.execPath, CLI: cli, FILE: file, ANSWERS: answers },
        encoding: 'utf8',
        timeout: 180_000,
      },
    );
    return judge(JSON.parse(readFileSync(answers, 'utf8')), stderr);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function judge({ failed, diagnostics = [], hover = '', actions = [], edited, completions = [] }, stderr) {
  if (failed !== undefined) {
    console.error(`${failed}\n${stderr}`);
    return 1;
  }
  const checks = {
    problems: diagnostics.some(({ code, line }) => code === 'model/renamed' && line === 2),
    hover: /apache-2\.0|Apache License 2\.0/i.test(hover),
    'code action': actions.length > 0 && edited?.line?.includes(`"distilbert/${OLD}"`) === true,
    completion: completions.some((label) => label.startsWith('Qwen/Qwen3-8B')),
  };
  for (const [name, fine] of Object.entries(checks)) console.log(`${fine ? 'ok     ' : 'missing'} ${name}`);
  if (Object.values(checks).every(Boolean)) return 0;
  console.error(
    JSON.stringify({ diagnostics, hover: hover.slice(0, 400), actions, edited, completions }, null, 1),
  );
  return 1;
}
