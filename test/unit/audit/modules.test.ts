import { describe, expect, it } from 'vitest';
import { Modules, partsOf, relativeTo } from '../../../src/core/audit/modules';

function modulesOf(...paths: string[]): Modules {
  const modules = new Modules();
  for (const path of paths) modules.add({ folder: 0, path });
  return modules;
}
const pathsOf = (modules: Modules, module: string, path: string): readonly string[] =>
  modules.of(module, { folder: 0, path }).map((file) => file.path);

describe('the files that a module means', () => {
  it('are told by a path from who imports it', () => {
    const modules = modulesOf('app/config.py', 'other/config.py', 'app/lib/models.ts', 'app/lib/index.ts');
    expect(pathsOf(modules, '.config', 'app/main.py')).toEqual(['app/config.py']);
    expect(pathsOf(modules, '..config', 'app/lib/use.py')).toEqual(['app/config.py']);
    expect(pathsOf(modules, './lib/models', 'app/main.ts')).toEqual(['app/lib/models.ts']);
    expect(pathsOf(modules, './lib', 'app/main.ts')).toEqual(['app/lib/models.ts', 'app/lib/index.ts']);
  });

  it('lie beside who imports a plain name, or are of a package elsewhere', () => {
    const modules = modulesOf('app/config.py', 'other/config.py');
    expect(pathsOf(modules, 'config', 'app/main.py')).toEqual(['app/config.py']);
    expect(pathsOf(modules, 'config', 'third/main.py')).toEqual([]);
  });

  it('are the nearest of those that end in several names', () => {
    const modules = modulesOf('a/app/config.py', 'b/app/config.py');
    expect(pathsOf(modules, 'app.config', 'b/run/main.py')).toEqual(['b/app/config.py']);
  });

  it('are those of the folder that a package of Go is', () => {
    const modules = modulesOf('internal/llm/names.go', 'other/names.go');
    expect(pathsOf(modules, 'example.com/x/internal/llm', 'main.go')).toEqual(['internal/llm/names.go']);
  });
});

it('counts each file once', () => {
  expect(modulesOf('a.py', 'b.py', 'a.py').size).toBe(2);
});

it('tells the path of a relative module, and the names of any', () => {
  expect(relativeTo('../a', 'x/y')).toBe('x/a');
  expect(relativeTo('..a.b', 'x/y')).toBe('x/a/b');
  expect(relativeTo('./m.js', '')).toBe('m');
  expect(relativeTo('openai', 'x')).toBeUndefined();
  expect(partsOf('@/lib/models.ts')).toEqual(['lib', 'models']);
});
