import { describe, expect, it } from 'vitest';
import { policyReader, within } from '../../../src/core/audit/policyReader';
import { render } from '../../../src/core/message';
import { loadPolicy, type ReadPolicyFile } from '../../../src/core/policy/loadPolicy';
import type { FileEntry, FileSource } from '../../../src/core/ports';

type Files = Readonly<Record<string, string>>;

function readerOf(files: Files): ReadPolicyFile {
  return (path) =>
    Promise.resolve(files[path] === undefined ? { failure: 'missing' } : { text: files[path] });
}

async function load(files: Files, path = '.model-policy.yaml') {
  const text = files[path] ?? '';
  const { policy, problems, sources } = await loadPolicy(path, text, readerOf(files));
  return {
    policy,
    sources,
    problems: problems.map(({ message, range, severity }) => [
      severity,
      render(message),
      text.slice(range.start, range.end),
    ]),
  };
}

const BASE = `version: 1
use: { purpose: commercial, regions: [EU], monthlyActiveUsers: 10 }
require: { openness: open-weights }
licenses: { deny: [gemma, llama3.1], unknown: error }
origins: { deny: [CN] }
rules: { model/renamed: off, license/denied: warning }
ignore: { paths: [vendor/**] }
exceptions: [{ model: a/b, reason: base }]
models: { acme/x: { license: mit }, acme/y: { license: mit } }
`;

describe('extends', () => {
  const chain = (entries: number, levels: number): Files =>
    Object.fromEntries(
      Array.from({ length: levels }, (_, level) => [
        level === 0 ? '.model-policy.yaml' : `${level}.yaml`,
        level === levels - 1
          ? BASE
          : `version: 1\nextends: [${`${level + 1}.yaml, `.repeat(entries)}]\nexceptions: [{ model: a/${level}, reason: r }]\n`,
      ]),
    );

  it('reads and merges each file once, however many ways lead to it', async () => {
    const files = chain(20, 5);
    let reads = 0;
    const { policy, problems } = await loadPolicy(
      '.model-policy.yaml',
      files['.model-policy.yaml'] ?? '',
      (path) => {
        reads++;
        return readerOf(files)(path);
      },
    );
    expect(problems).toEqual([]);
    expect(reads).toBe(4);
    expect(policy?.exceptions.map(({ model }) => model)).toEqual(['a/0', 'a/1', 'a/2', 'a/3', 'a/b']);
    expect(policy?.ignorePaths).toEqual(['vendor/**']);
  });

  it('takes where requests may be processed from the nearest policy that says it', async () => {
    const base = { 'base.yaml': 'version: 1\nhosting: { processedIn: [EU] }\n' };
    const top = (own: string): Files => ({
      ...base,
      '.model-policy.yaml': `version: 1\nextends: base.yaml\n${own}`,
    });
    const placesOf = async (files: Files): Promise<readonly string[] | undefined> =>
      (await load(files)).policy?.hosting.processedIn.map(({ value }) => value);
    expect(await placesOf(top(''))).toEqual(['EU']);
    expect(await placesOf(top('hosting: { processedIn: [JP] }\n'))).toEqual(['JP']);
  });

  it('bounds its entries, at the one that is too many', async () => {
    const files = chain(60, 2);
    const { policy, problems } = await load(files);
    expect(policy).toBeUndefined();
    expect(problems).toEqual([['error', 'A policy builds on more than 20 files', '1.yaml']]);
  });

  it('adds to what the base states, and wins over it', async () => {
    const { policy, problems } = await load({
      '.model-policy.yaml': `version: 1
extends: policies/base.yaml
use: { regions: [JP] }
licenses: { allow: [llama3.1], warn: ["category:responsible-ai"] }
origins: { warn: [cn] }
rules: { license/denied: error }
exceptions: [{ model: c/d, reason: own }]
models: { ACME/x: { license: apache-2.0 } }
`,
      'policies/base.yaml': BASE,
    });
    expect(problems).toEqual([]);
    expect(policy?.use).toMatchObject({ purpose: 'commercial', regions: ['JP'], monthlyActiveUsers: 10 });
    expect(policy?.requireOpenness).toMatchObject({ level: 'open-weights', path: 'policies/base.yaml' });
    expect(policy?.licenses.allow).toMatchObject([{ key: 'llama3.1' }]);
    expect(policy?.licenses.deny).toMatchObject([{ key: 'gemma', path: 'policies/base.yaml' }]);
    expect(policy?.licenses.unknown).toBe('error');
    expect(policy?.origins).toMatchObject({ warn: [{ value: 'CN' }], deny: [] });
    expect([...policy!.rules]).toEqual([
      ['model/renamed', 'off'],
      ['license/denied', 'error'],
    ]);
    expect(policy?.ignorePaths).toEqual(['vendor/**']);
    expect(policy?.exceptions.map(({ model, path }) => [model, path])).toEqual([
      ['c/d', undefined],
      ['a/b', 'policies/base.yaml'],
    ]);
    expect(policy?.models.map(({ id, license }) => [id, license])).toEqual([
      ['ACME/x', 'apache-2.0'],
      ['acme/y', 'mit'],
    ]);
  });

  it('takes the later of several bases, and follows bases of bases', async () => {
    const { policy, sources } = await load(
      {
        'app/.model-policy.yaml': 'version: 1\nextends: [../one.yaml, ../two.yaml]\n',
        'one.yaml': 'version: 1\nuse: { purpose: research }\nrules: { model/renamed: error }\n',
        'two.yaml': 'version: 1\nextends: ./deep/three.yaml\nuse: { purpose: commercial }\n',
        'deep/three.yaml':
          'version: 1\nuse: { purpose: personal, distribution: service }\nlicenses: { deny: [gemma] }\n',
      },
      'app/.model-policy.yaml',
    );
    expect(policy?.use).toMatchObject({ purpose: 'commercial', distribution: 'service' });
    expect(policy?.rules.get('model/renamed')).toBe('error');
    expect(policy?.licenses.deny).toMatchObject([{ key: 'gemma', path: 'deep/three.yaml' }]);
    expect([...sources.keys()]).toEqual([
      'app/.model-policy.yaml',
      'one.yaml',
      'two.yaml',
      'deep/three.yaml',
    ]);
  });

  it('may reach the same base on two ways', async () => {
    const { policy, problems } = await load({
      '.model-policy.yaml': 'version: 1\nextends: [a.yaml, b.yaml]\n',
      'a.yaml': 'version: 1\nextends: c.yaml\n',
      'b.yaml': 'version: 1\nextends: c.yaml\n',
      'c.yaml': 'version: 1\n',
    });
    expect(problems).toEqual([]);
    expect(policy).toBeDefined();
  });

  it.each([
    ['a file that is not there', 'gone.yaml', {}, 'There is no file gone.yaml'],
    [
      'a file outside of the workspace',
      '../base.yaml',
      { '../base.yaml': 'version: 1\n' },
      '../base.yaml lies outside of the workspace folder: open or audit a folder that holds both, or build on a package (npm:…)',
    ],
    [
      'a way round outside of the workspace',
      'a/../../base.yaml',
      { 'base.yaml': 'version: 1\n' },
      'a/../../base.yaml lies outside of the workspace folder: open or audit a folder that holds both, or build on a package (npm:…)',
    ],
    ['itself', '.model-policy.yaml', {}, '.model-policy.yaml builds on this policy: neither can come first'],
    [
      'an heir',
      'a.yaml',
      { 'a.yaml': 'version: 1\nextends: .model-policy.yaml\n' },
      'a.yaml has an error of its own and cannot be built on: a.yaml:2: .model-policy.yaml builds on this policy: neither can come first',
    ],
    [
      'a broken base',
      'a.yaml',
      { 'a.yaml': 'version: 1\nlicences: {}\n' },
      'a.yaml has an error of its own and cannot be built on: a.yaml:2: There is no key "licences" here; did you mean "licenses"?',
    ],
    [
      'a base that builds on a broken one',
      'a.yaml',
      { 'a.yaml': 'version: 1\nextends: b.yaml\n', 'b.yaml': '' },
      'a.yaml has an error of its own and cannot be built on: a.yaml:2: b.yaml has an error of its own and cannot be built on: b.yaml:1: The policy is empty; it starts with "version: 1"',
    ],
  ])(
    'refuses %s at the line that names it, and then nothing is in force',
    async (_what, base, files: Files, says) => {
      const { policy, problems } = await load({
        '.model-policy.yaml': `version: 1\nlicenses: { deny: [gemma] }\nextends: ["${base}"]\n`,
        ...files,
      });
      expect(policy).toBeUndefined();
      expect(problems).toEqual([['error', says, `"${base}"`]]);
    },
  );

  it('ends on chains and crowds without an end', async () => {
    const chain = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        `p${index}.yaml`,
        `version: 1\nextends: p${index + 1}.yaml\n`,
      ]),
    );
    expect((await load(chain, 'p0.yaml')).policy).toBeUndefined();
    const crowd = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`b${index}.yaml`, 'version: 1\n']),
    );
    const many = await load({
      ...crowd,
      '.model-policy.yaml': `version: 1\nextends: [${Object.keys(crowd).join(', ')}]\n`,
    });
    expect(many.policy).toBeUndefined();
    expect(many.problems[0]?.[1]).toBe('A policy builds on more than 20 files');
  });
});

describe('reading the bases from a folder', () => {
  function sourceOf(entries: readonly FileEntry[], texts: Files): FileSource {
    return {
      list: (folder) =>
        Promise.resolve(
          entries.filter(({ path }) => path.slice(0, Math.max(path.lastIndexOf('/'), 0)) === folder),
        ),
      read: (path) =>
        texts[path] === undefined
          ? Promise.reject(new Error('no such file'))
          : Promise.resolve(new TextEncoder().encode(texts[path])),
      readRange: () => Promise.reject(new Error('not used')),
    };
  }

  const read = policyReader(
    sourceOf(
      [
        { path: 'base.yaml', kind: 'file', size: 1 },
        { path: 'link.yaml', kind: 'link', size: 1 },
        { path: 'loop', kind: 'link', size: 0 },
        { path: 'dir', kind: 'folder', size: 0 },
        { path: 'dir/deep.yaml', kind: 'file', size: 1 },
        { path: 'dir/lost.yaml', kind: 'file', size: 1 },
        { path: 'binary.yaml', kind: 'file', size: 1 },
      ],
      {
        'base.yaml': '\uFEFFversion: 1',
        'dir/deep.yaml': 'version: 1',
        'binary.yaml': 'a\0b\0\0\0',
        'loop/loop/base.yaml': 'version: 1',
      },
    ),
    (bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
  );

  it.each([
    ['base.yaml', { text: 'version: 1' }],
    ['dir/deep.yaml', { text: 'version: 1' }],
    ['gone.yaml', { failure: 'missing' }],
    ['dir/gone.yaml', { failure: 'missing' }],
    ['base.yaml/x.yaml', { failure: 'missing' }],
    ['link.yaml', { failure: 'link' }],
    ['loop/base.yaml', { failure: 'link' }],
    ['loop/loop/base.yaml', { failure: 'link' }],
    ['dir', { failure: 'not-a-file' }],
    ['dir/lost.yaml', { failure: 'unreadable' }],
    ['binary.yaml', { failure: 'not-text' }],
  ])('%s', async (path, expected) => {
    expect(await read(path)).toEqual(expected);
  });

  it('keeps a policy from elsewhere to its own folder', async () => {
    const beside = within('../', readerOf({ 'base.yaml': 'version: 1' }));
    expect(await beside('../base.yaml')).toEqual({ text: 'version: 1' });
    expect(await beside('base.yaml')).toEqual({ failure: 'missing' });
  });
});
