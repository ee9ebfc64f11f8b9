import { describe, expect, it } from 'vitest';
import { MadeClients, modulesOf } from '../../../src/core/audit/madeClients';

/** Whom the client `c` asks that a file gets from a module, where the files of these paths make one each. */
function asked(made: Record<string, string | null>, module: string, from: string, path = ['c']): unknown {
  const clients = new MadeClients();
  for (const [at, host] of Object.entries(made)) clients.add([{ name: 'c', host }], { folder: 0, path: at });
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

it('is looked for in the files of its last names, or in those beside', () => {
  expect(modulesOf({ module: '../lib/ai.js', path: ['c'] })).toEqual(['ai', 'c']);
  expect(modulesOf({ module: '.', path: ['Llm', 'c'] })).toEqual(['.', 'Llm']);
});
