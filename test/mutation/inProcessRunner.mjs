/**
 * A test runner for Stryker that runs Vitest's test files in its own process: they are bundled with the code they test, and the
 * bundle is evaluated anew for each mutant, so that nothing a mutant left behind is seen by the next one. What does not depend on
 * the mutant, the records of the catalog, is kept. Vitest takes seconds for each mutant, this a fraction of one.
 *
 * It knows what the tests of these rooms use: `describe`, `it`, `each` of both, `beforeEach`, `afterEach` and `expect`.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';
import * as chai from 'chai';
import { build } from 'esbuild';
import { slowness } from '../support/machineSpeed.mjs';

/** Tests that take longer, in milliseconds, hold how time grows with a text and no decision. */
const LONGEST = 1_000 * slowness();

/** What instrumented code asks which mutant is active, and tells what it ran. */
const stryker = (globalThis['__stryker__'] ??= {});

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers, fileSnapshots]) chai.use(plugin);

class InProcessRunner {
  /** Evaluates the bundle with a collector of tests and what is kept. */
  #evaluate;
  #kept = { records: undefined, licenses: undefined, remembers: true };
  /** How long each test took, in milliseconds: the quick ones are run first. */
  #times = new Map();

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    const root = process.cwd();
    const files = (process.env['MUTATED_TESTS'] ?? '')
      .split(',')
      .flatMap((path) => testFiles(join(root, path)));
    const read = await load(
      ['buildCatalog', 'readData']
        .map((name) => `export * from ${JSON.stringify(join(root, `src/catalog-tool/${name}.ts`))};`)
        .join('\n'),
    ).then((evaluate) => evaluate({}, {}));
    this.#kept.records = read.buildCatalog(join(root, 'src/catalog'));
    this.#kept.licenses = read.readLicenses(join(root, 'src/catalog'));
    this.#evaluate = await load(
      files
        .map((file) => `vitest.file(${JSON.stringify(file)}); require(${JSON.stringify(file)});`)
        .join('\n'),
    );
  }

  /**
   * Runs every test. Nothing is remembered between tests, so that each is known to run what it needs; those that fail for that are
   * about remembering itself, and run again.
   */
  async dryRun() {
    stryker.activeMutant = undefined;
    stryker.mutantCoverage = { static: {}, perTest: {} };
    this.#kept.remembers = false;
    const all = this.#collect();
    const first = await run(all, { bail: false });
    this.#kept.remembers = true;
    const failed = new Set(first.filter(({ status }) => status === TestStatus.Failed).map(({ id }) => id));
    const again = await run(
      all.filter(({ id }) => failed.has(id)),
      { bail: false },
    );
    const tests = [...first.filter(({ id }) => !failed.has(id)), ...again];
    for (const { id, timeSpentMs } of tests) this.#times.set(id, timeSpentMs);
    return { status: DryRunStatus.Complete, tests, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, disableBail, hitLimit, mutantActivation, testFilter }) {
    Object.assign(stryker, { mutantCoverage: undefined, hitCount: hitLimit && 0, hitLimit });
    stryker.activeMutant = mutantActivation === 'static' ? activeMutant.id : undefined;
    const chosen = testFilter && new Set(testFilter);
    let result;
    try {
      const all = this.#collect();
      stryker.activeMutant = activeMutant.id;
      const time = ({ id }) => this.#times.get(id) ?? 0;
      const tests = await run(
        all
          .filter((test) => (chosen === undefined || chosen.has(test.id)) && time(test) < LONGEST)
          .sort((a, b) => time(a) - time(b)),
        { bail: !disableBail },
      );
      result = { status: DryRunStatus.Complete, tests };
    } catch (error) {
      result = { status: DryRunStatus.Error, errorMessage: String(error) };
    }
    stryker.activeMutant = undefined;
    return toMutantRunResult(determineHitLimitReached(stryker.hitCount, hitLimit) ?? result);
  }

  /** The tests of the bundle, with new modules. */
  #collect() {
    stryker.currentTestId = undefined;
    const collector = new Collector();
    this.#evaluate(collector.api, this.#kept);
    return collector.tests;
  }
}

/** Stands for the module `vitest` in a bundle. */
class Collector {
  tests = [];
  #file = '';
  #suites = [];

  api = {
    file: (file) => {
      this.#file = file;
      this.#suites = [{ name: '', before: [], after: [] }];
    },
    describe: withEach((name, declare) => {
      this.#suites.push({ name, before: [], after: [] });
      declare();
      this.#suites.pop();
    }),
    it: withEach((name, test) => this.#add(name, test)),
    beforeEach: (step) => this.#suites.at(-1).before.push(step),
    afterEach: (step) => this.#suites.at(-1).after.push(step),
    expect: Object.assign((value, message) => chai.expect(value, message), chai.expect),
  };

  #add(name, test) {
    const suites = [...this.#suites];
    const fullName = [...suites.map((suite) => suite.name), name].join(' ').trim();
    this.tests.push({
      id: `${this.#file}#${this.tests.length} ${fullName}`,
      name: fullName,
      fileName: this.#file,
      run: async () => {
        for (const { before } of suites) for (const step of before) await step();
        try {
          await test();
        } finally {
          for (const { after } of suites) for (const step of after) await step();
        }
      },
    });
  }
}

/** What a file beside the tests holds; nothing is written here. */
function fileSnapshots({ Assertion }, { addMethod, flag }) {
  addMethod(Assertion.prototype, 'toMatchFileSnapshot', async function (path) {
    chai.expect(flag(this, 'object')).to.equal(readFileSync(path, 'utf8'));
  });
}

/** A function that declares, which also declares once for each row of a table. */
function withEach(declare) {
  return Object.assign(declare, {
    each: (rows) => (name, body) =>
      rows.forEach((row) => declare(name, () => body(...(Array.isArray(row) ? row : [row])))),
  });
}

async function run(tests, { bail }) {
  const results = [];
  for (const { run: test, ...told } of tests) {
    const start = performance.now();
    stryker.currentTestId = told.id;
    const failure = await test().then(
      () => undefined,
      (error) => error,
    );
    const timeSpentMs = performance.now() - start;
    if (failure === undefined) results.push({ ...told, timeSpentMs, status: TestStatus.Success });
    else {
      const failureMessage = String(failure.message ?? failure);
      results.push({ ...told, timeSpentMs, status: TestStatus.Failed, failureMessage });
      if (bail) break;
    }
  }
  stryker.currentTestId = undefined;
  return results;
}

/** The test files at a path, which may be a folder, without those that hold how time grows with a text. */
function testFiles(path) {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true })
    .filter((name) => name.endsWith('.test.ts') && !name.endsWith('linear.test.ts'))
    .sort()
    .map((name) => join(path, name));
}

/** Bundles a text that imports modules; gives what evaluates it with the module `vitest` and what is kept. */
async function load(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    platform: 'node',
    mainFields: ['module', 'main'],
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
    plugins: [replacements],
  });
  const script = new Script(`(function (require, vitest, kept) {
    const module = { exports: {} };
    ((module, exports) => {${outputFiles[0].text}\n})(module, module.exports);
    return module.exports;
  })`);
  const require = createRequire(join(process.cwd(), 'package.json'));
  return (vitest, kept) => script.runInThisContext()(require, vitest, kept);
}

const replacements = {
  name: 'replacements',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^vitest$/ }, () => ({ path: 'vitest', namespace: 'kept' }));
    onLoad({ filter: /^vitest$/, namespace: 'kept' }, () => ({ contents: 'module.exports = vitest;' }));
    onResolve({ filter: /\/(?:buildCatalog|readData)$/ }, ({ importer }) =>
      /[\\/]test[\\/]support[\\/]/.test(importer) ? { path: 'catalog', namespace: 'kept' } : undefined,
    );
    onLoad({ filter: /^catalog$/, namespace: 'kept' }, () => ({
      contents: 'exports.buildCatalog = () => kept.records; exports.readLicenses = () => kept.licenses;',
    }));
    onLoad({ filter: /[\\/]test[\\/](?:unit|support|evaluation)[\\/].*\.(?:ts|mjs)$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replaceAll(/import\.meta\.dirname|\b__dirname\b/g, JSON.stringify(dirname(path)))
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
      loader: path.endsWith('.ts') ? 'ts' : 'js',
      resolveDir: dirname(path),
    }));
    onLoad({ filter: /[\\/]text[\\/]memo\.ts$/ }, ({ path }) => ({
      contents: `${readFileSync(path, 'utf8').replace('export function memoized', 'function remembering')}
        export const memoized = (compute, most) =>
          kept.remembers === false ? (text) => remembering(compute, most)(text) : remembering(compute, most);`,
      loader: 'ts',
    }));
  },
};

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'inProcess', InProcessRunner)];
