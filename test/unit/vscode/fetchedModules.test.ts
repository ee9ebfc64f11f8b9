import { beforeEach, expect, it } from 'vitest';
import { type Code, FetchedModules } from '../../../src/vscode/fetchedModules';

const FILES: Readonly<Record<string, string>> = {
  'later.js':
    "const {name} = require('./shared.js'); const {said} = require('editor'); said.push('later');" +
    'module.exports = {told: name, fail: () => { throw new Error(); }};',
};

const FIRST: Code['first'] = {
  'first.js': (module, _, require) => {
    const { name } = require('./shared.js') as { name: string };
    said.push('first');
    module.exports = { name, later: () => Promise.resolve().then(() => require('./later.js')) };
  },
  'shared.js': (_, exports) => {
    said.push('shared');
    Object.assign(exports as object, { name: 'shared' });
  },
};

interface First {
  readonly name: string;
  readonly later: () => Promise<{ readonly told: string; readonly fail: () => never }>;
}

let read: string[];
let said: string[];
let isThere: boolean;
let modules: FetchedModules;
beforeEach(() => {
  read = [];
  said = [];
  isThere = true;
  modules = new FetchedModules(
    { first: FIRST, later: ['later.js', 'never.js'] },
    {
      read: (file) => {
        read.push(file);
        return isThere
          ? Promise.resolve(new TextEncoder().encode(FILES[file] ?? 'exports.is = "never run"'))
          : Promise.reject(new Error('no network'));
      },
      addressOf: (file) => `https://editor.example/${file}`,
      own: { editor: { said } },
    },
  );
});

it('runs what is needed at once, each file once, and fetches nothing', () => {
  const { name } = modules.open<First>();
  expect([name, said, read]).toEqual(['shared', ['shared', 'first'], []]);
});

it('fetches the rest together when the first of it is needed, once, and runs what is required of it', async () => {
  const { later } = modules.open<First>();
  const [one, other] = await Promise.all([later(), later()]);
  expect([one.told, other === one, (await later()) === one]).toEqual(['shared', true, true]);
  expect(said).toEqual(['shared', 'first', 'later']);
  expect(read).toEqual(['later.js', 'never.js']);
});

it('tries again what could not be fetched', async () => {
  const { later } = modules.open<First>();
  isThere = false;
  await expect(later()).rejects.toThrow('no network');
  isThere = true;
  expect((await later()).told).toBe('shared');
});

it('says where a failure is', async () => {
  const { fail } = await modules.open<First>().later();
  expect(fail).toThrow(
    expect.objectContaining({ stack: expect.stringContaining('https://editor.example/later.js:') }),
  );
});

it('says which file is missing, and runs one anew that failed', async () => {
  let runs = 0;
  const broken = new FetchedModules(
    {
      first: {
        'first.js': (module, _, require) => {
          module.exports = { missing: () => require('./missing.js'), bad: () => require('./bad.js') };
        },
        'bad.js': () => {
          runs++;
          throw new Error('bad');
        },
      },
      later: [],
    },
    { read: () => Promise.resolve(new Uint8Array()), addressOf: (file) => file, own: {} },
  );
  const first = broken.open<{ missing: () => Promise<unknown>; bad: () => never }>();
  await expect(first.missing()).rejects.toThrow('missing.js');
  expect(() => first.bad()).toThrow('bad');
  expect(() => first.bad()).toThrow('bad');
  expect(runs).toBe(2);
});
