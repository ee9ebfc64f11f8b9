/**
 * The tools that are compared: how each is called, and what it says of a file and a line. Each `run(folder, paths)` gets a folder of files and
 * their paths below it, and returns reports as score.mjs takes them. Peers are installed into a folder of their own.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const CLI = resolve(import.meta.dirname, '../../dist/cli.js');
const ENDED = 'retired';
const TODAY = new Date().toISOString().slice(0, 10);
const MOST_OUTPUT = 1 << 30;
/** No tool is waited for any longer, in milliseconds. */
const PATIENCE = 30 * 60_000;

function call(command, args, cwd) {
  const { stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: MOST_OUTPUT,
    timeout: PATIENCE,
  });
  if (error !== undefined) throw error;
  return { stdout, stderr };
}

/** This tool, without a policy and without network. */
const own = {
  name: 'model-license-lens',
  run(folder) {
    const { models, references, services } = JSON.parse(
      call(
        process.execPath,
        [CLI, 'audit', '.', '--format', 'json', '--fail-on', 'never', '--no-cache'],
        folder,
      ).stdout,
    );
    const byId = new Map(models.map((model) => [model.id, model]));
    const ends = new Set(
      services
        .filter(({ status }) => status === ENDED)
        .flatMap(({ places }) => places.map(({ path, line, column }) => `${path}:${line}:${column}`)),
    );
    return references.map(({ path, line, column, text, role, model: id }) => {
      const model = byId.get(id);
      return {
        path,
        line,
        name: text,
        role,
        license: model?.license.effective?.key,
        base: model?.lineage[0]?.model,
        ended: model?.status.state === ENDED || ends.has(`${path}:${line}:${column}`),
      };
    });
  },
};

const cdxgen = {
  name: 'cdxgen',
  package: '@cyclonedx/cdxgen@12.8.4',
  run(folder, _paths, packages) {
    const output = join(packages, 'bom.json');
    rmSync(output, { force: true });
    call(
      process.execPath,
      [join(packages, 'node_modules/.bin/cdxgen'), '-t', 'ai', '--no-install-deps', '-o', output, folder],
      packages,
    );
    if (!existsSync(output)) return [];
    const { components = [] } = JSON.parse(readFileSync(output, 'utf8'));
    return components
      .filter(({ type }) => type === 'machine-learning-model')
      .flatMap(({ name, licenses = [], pedigree, evidence }) =>
        (evidence?.occurrences ?? []).map(({ location }) => {
          const [path = '', line] = location.split(/#L?/);
          return {
            path,
            line: line === undefined ? undefined : Number(line),
            name,
            license: licenses.length > 0 ? 'stated' : undefined,
            base: pedigree?.ancestors?.[0]?.name,
          };
        }),
      );
  },
};

/** Reports names that ended or will, and no others; it names the line and not the name. */
const retirementLint = {
  name: 'ai-model-retirement-lint',
  package: '@readystack/ai-model-retirement-lint@0.1.3',
  run(folder, paths, packages) {
    const program = join(packages, 'node_modules/.bin/ai-model-retirement-lint');
    const reports = [];
    for (let at = 0; at < paths.length; at += 50) {
      let path = '';
      const { stdout } = call(process.execPath, [program, ...paths.slice(at, at + 50)], folder);
      for (const text of stdout.split('\n')) {
        const [, line, day = TODAY] =
          /^\s+(\d+)\s+(?:error|warn)\b(?:.*?(\d{4}-\d\d-\d\d))?/.exec(text) ?? [];
        if (line !== undefined) reports.push({ path, line: Number(line), ended: day <= TODAY });
        else if (/^\S/.test(text)) path = text.trim();
      }
    }
    return reports;
  },
};

/** Its bill of materials of AI lists files of weights and the packages of providers: what code names is none of them. */
const shipSafe = {
  name: 'ship-safe',
  package: 'ship-safe@9.5.2',
  run(folder, _paths, packages) {
    const output = join(packages, 'aibom.json');
    rmSync(output, { force: true });
    call(join(packages, 'node_modules/.bin/ship-safe'), ['aibom', '.', '-o', output], folder);
    const { components } = JSON.parse(readFileSync(output, 'utf8'));
    return components
      .filter(({ type }) => type === 'machine-learning-model')
      .map(({ name, properties }) => ({
        path: properties.find((property) => property.name === 'ai:path').value,
        name,
      }));
  },
};

export const TOOLS = [own, cdxgen, retirementLint, shipSafe];

/** Installs what a tool needs, once. Install scripts are not run. */
export function install({ package: wanted }, packages) {
  if (wanted === undefined) return;
  mkdirSync(packages, { recursive: true });
  if (!existsSync(join(packages, 'package.json')))
    writeFileSync(join(packages, 'package.json'), '{"private":true}\n');
  const at = wanted.lastIndexOf('@');
  const manifest = join(packages, 'node_modules', wanted.slice(0, at), 'package.json');
  if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version === wanted.slice(at + 1))
    return;
  call(
    'npm',
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--omit=optional', wanted],
    packages,
  );
}
