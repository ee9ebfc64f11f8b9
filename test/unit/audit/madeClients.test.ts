import { describe, expect, it } from 'vitest';
import { MadeClients, modulesOf } from '../../../src/core/audit/madeClients';
import { Modules } from '../../../src/core/audit/modules';
import type { NamedClient } from '../../../src/core/reference';

/** Whom the client `c` asks that a file gets from a module, where the files of these paths make one each. */
function asked(made: Record<string, string | null>, module: string, from: string, path = ['c']): unknown {
  const modules = new Modules();
  const clients = new MadeClients(modules);
  for (const [at, host] of Object.entries(made)) {
    modules.add({ folder: 0, path: at });
    clients.add([{ name: 'c', host }], { folder: 0, path: at });
  }
  return clients.of({ module, path }, { folder: 0, path: from })?.host;
}

describe('the module that a client is got from', () => {
  it.each([
    ['./lib/ai', 'src/a.ts', 'src/lib/ai.ts'],
    ['../lib/ai.js', 'src/b/a.ts', 'src/lib/ai.ts'],
    ['./lib', 'src/a.ts', 'src/lib/index.ts'],
    ['@/lib/ai', 'src/app/a.ts', 'src/lib/ai.ts'],
    ['.llm', 'app/a.py', 'app/llm.py'],
    ['..llm.client', 'app/b/a.py', 'app/llm/client.py'],
    ['app.llm', 'app/a.py', 'src/app/llm.py'],
    ['clients', 'a.py', 'clients.py'],
    ['github.com/acme/app/internal/llm', 'cmd/main.go', 'internal/llm/c.go'],
    ['com.acme.llm.Llm', 'src/main/kotlin/com/acme/App.kt', 'src/main/kotlin/com/acme/llm/Llm.kt'],
    ['.', 'a/Use.java', 'a/Llm.java'],
  ])('%s in %s is %s', (module, from, path) =>
    expect(asked({ [path]: 'azure' }, module, from)).toBe('azure'),
  );

  it.each([
    ['./lib/ai', 'src/a.ts', 'other/lib/ai.ts'],
    ['openai', 'svc/a.py', 'app/openai.py'],
    ['@ai-sdk/openai', 'a.ts', 'lib/openai.ts'],
    ['.llm', 'app/a.py', 'other/llm.py'],
    ['.', 'a/Use.java', 'b/Llm.java'],
  ])('%s in %s is not %s', (module, from, path) =>
    expect(asked({ [path]: 'azure' }, module, from)).toBeUndefined(),
  );

  it('is the nearest one, and none where two as near ask others', () => {
    const made = { 'one/app/llm.py': 'azure', 'two/app/llm.py': null };
    expect(asked(made, 'app.llm', 'one/app/a.py')).toBe('azure');
    expect(asked(made, 'app.llm', 'two/app/a.py')).toBeNull();
    expect(asked(made, 'app.llm', 'a.py')).toBeUndefined();
  });

  it('may be a module of a package', () => {
    expect(asked({ 'app/llm.py': 'azure' }, 'app', 'a.py', ['llm', 'c'])).toBe('azure');
    expect(asked({ 'app/llm.py': 'azure' }, '.', 'app/a.py', ['llm', 'c'])).toBe('azure');
  });
});

describe('a module that has its clients from others', () => {
  /** Whom the client `c` of a module asks, where the files have these clients. */
  const ofFiles = (files: Record<string, readonly NamedClient[]>, module: string, from: string): unknown => {
    const modules = new Modules();
    const clients = new MadeClients(modules);
    for (const [path, made] of Object.entries(files)) {
      modules.add({ folder: 0, path });
      clients.add(made, { folder: 0, path });
    }
    return clients.of({ module, path: ['c'] }, { folder: 0, path: from })?.host;
  };
  const AZURE = { name: 'c', host: 'azure' };
  const given = (module: string, name: string, as = 'c'): NamedClient => ({
    name: as,
    host: null,
    from: { module, path: name === '*' ? [] : [name] },
  });

  it('asks whom these ask', () => {
    const files = { 'src/llm/azure.ts': [AZURE], 'src/llm/index.ts': [given('./azure', 'c')] };
    expect(ofFiles(files, './llm', 'src/a.ts')).toBe('azure');
    const all = { 'src/llm/azure.ts': [AZURE], 'src/llm/index.ts': [given('./azure', '*', '*')] };
    expect(ofFiles(all, './llm', 'src/a.ts')).toBe('azure');
  });

  it('leaves open what it has from a package, whatever the files beside have', () => {
    const files = { 'src/llm/azure.ts': [AZURE], 'src/llm/index.ts': [given('@acme/deepseek', 'c')] };
    expect(ofFiles(files, './llm', 'src/a.ts')).toBeNull();
  });

  it('is none of the files that only lie in its folder', () => {
    const files = { 'src/llm/azure.ts': [AZURE], 'src/llm/index.ts': [] };
    expect(ofFiles(files, './llm', 'src/a.ts')).toBeUndefined();
  });

  it('leaves it open where another file may be the module', () => {
    const files = { 'src/llm.ts': [AZURE], 'lib/llm.ts': [] };
    expect(ofFiles(files, '~/llm', 'a.ts')).toBeUndefined();
  });

  it('asks the address of a machine of the project that all of them say', () => {
    const at = (address: string): readonly NamedClient[] => [{ name: 'c', host: 'self', address }];
    const ask = (one: string, other: string): unknown => {
      const modules = new Modules();
      const clients = new MadeClients(modules);
      for (const [path, made] of Object.entries({ 'src/llm.ts': at(one), 'lib/llm.ts': at(other) })) {
        modules.add({ folder: 0, path });
        clients.add(made, { folder: 0, path });
      }
      return clients.of({ module: '~/llm', path: ['c'] }, { folder: 0, path: 'a.ts' });
    };
    expect(ask('http://llm:4000', 'http://llm:4000')).toEqual({ host: 'self', address: 'http://llm:4000' });
    expect(ask('http://llm:4000', 'http://vllm:8000')).toEqual({ host: 'self' });
  });

  it('ends where it leads back to itself', () => {
    const files = { 'a/one.ts': [given('./two', 'c')], 'a/two.ts': [given('./one', 'c')] };
    expect(ofFiles(files, './one', 'a/a.ts')).toBeNull();
  });

  it('is followed through some files, and left open in a chain without end', () => {
    const chain = (length: number): Record<string, readonly NamedClient[]> => ({
      ...Object.fromEntries(
        Array.from({ length }, (_, at) => [`a/m${at}.ts`, [given(`./m${at + 1}`, '*', '*')]]),
      ),
      [`a/m${length}.ts`]: [AZURE],
    });
    expect(ofFiles(chain(20), './m0', 'a/a.ts')).toBe('azure');
    expect(ofFiles(chain(5_000), './m0', 'a/a.ts')).toBeNull();
  });
});

it('is looked for in the files of its last names, or in those beside', () => {
  expect(modulesOf({ module: '../lib/ai.js', path: ['c'] })).toEqual(['ai', 'c']);
  expect(modulesOf({ module: '.', path: ['Llm', 'c'] })).toEqual(['.', 'Llm']);
});
