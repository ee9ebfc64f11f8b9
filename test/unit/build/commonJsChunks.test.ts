import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import esbuild from 'esbuild';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commonJsChunks, type Fetching, refuseImport } from '../../../build/commonJsChunks.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chunks-'));
});
afterEach(() => rmSync(root, { recursive: true }));

async function build(
  options: Pick<esbuild.BuildOptions, 'minify' | 'entryPoints' | 'external'> = {},
  small?: number,
  fetching?: Fetching,
): Promise<void> {
  await esbuild.build({
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    format: 'esm',
    splitting: true,
    target: 'es2022',
    entryPoints: { main: 'main.ts', other: 'other.ts' },
    outdir: 'out',
    chunkNames: 'lib/[name]-[hash]',
    sourcemap: 'inline',
    write: false,
    plugins: [commonJsChunks(join(root, 'out/lib'), small, fetching)],
    ...options,
  });
}

test('Node loads the chunks by require, what is imported later when it is', async () => {
  writeFileSync(join(root, 'shared.ts'), "export const name = 'shared';\n");
  writeFileSync(
    join(root, 'later.ts'),
    "import { name } from './shared';\nconsole.log('later');\nexport const told = name;\n",
  );
  writeFileSync(
    join(root, 'main.ts'),
    "import { name } from './shared';\nconsole.log(name);\nvoid import('./later').then(({ told }) => console.log(told));\nconsole.log('first');\n",
  );
  writeFileSync(join(root, 'other.ts'), "export { name } from './shared';\n");
  await build();
  expect(execFileSync(process.execPath, [join(root, 'out/main.js')], { encoding: 'utf8' })).toBe(
    'shared\nfirst\nlater\nshared\n',
  );
  const chunks = readdirSync(join(root, 'out/lib'));
  writeFileSync(join(root, 'shared.ts'), "export const name = 'changed';\n");
  await build();
  const changed = readdirSync(join(root, 'out/lib'));
  expect(changed.length).toBe(chunks.length);
  expect(changed).not.toEqual(chunks);
  expect(existsSync(join(root, 'out/main.js.map'))).toBe(true);
});

test('what a chunk imports from another is a constant of its own, on the line that the source map means', async () => {
  writeFileSync(
    join(root, 'shared.ts'),
    "export const first = () => 'first';\nexport const second = () => 'second';\n",
  );
  writeFileSync(
    join(root, 'main.ts'),
    "import { first, second as renamed } from './shared';\nconsole.log(first(), renamed());\nthrow new Error('told');\nexport {};\n",
  );
  writeFileSync(join(root, 'other.ts'), "export { first, second } from './shared';\n");
  for (const minify of [false, true]) {
    await build({ minify });
    const text = readFileSync(join(root, 'out/main.js'), 'utf8');
    expect(text).toMatch(/const\s*\{\s*\w+(?::\s*\w+)?,\s*\w+(?::\s*\w+)?\s*\}\s*=\s*require\("\.\/lib\//);
    const ended = spawnSync(process.execPath, ['--enable-source-maps', join(root, 'out/main.js')], {
      encoding: 'utf8',
    });
    expect(ended.stdout).toBe('first second\n');
    expect(ended.stderr).toContain(`${join(root, 'main.ts')}:3:`);
  }
});

test('small chunks that are shared stand in one file, each run once when it is first asked for', async () => {
  writeFileSync(
    join(root, 'deep.ts'),
    "console.log('deep');\nexport const fail = () => {\n  throw new Error('told');\n};\n",
  );
  writeFileSync(
    join(root, 'shared.ts'),
    "import { fail } from './deep';\nimport { sep } from 'node:path';\nconsole.log(typeof sep);\nexport const first = () => fail();\n",
  );
  writeFileSync(
    join(root, 'later.ts'),
    "import { first } from './shared';\nimport { fail } from './deep';\nexport const run = () => (fail === undefined ? fail() : first());\n",
  );
  writeFileSync(join(root, 'main.ts'), "void import('./later').then(({ run }) => run());\n");
  writeFileSync(join(root, 'more.ts'), "export { first } from './shared';\nexport { fail } from './deep';\n");
  writeFileSync(join(root, 'other.ts'), "export const more = () => import('./more');\n");
  for (const minify of [false, true]) {
    await build({ minify }, 10_000);
    expect(readdirSync(join(root, 'out/lib')).filter((name) => name.endsWith('.js'))).toEqual([
      'chunks.js',
      expect.stringMatching(/^later-/),
      expect.stringMatching(/^more-/),
    ]);
    const ended = spawnSync(process.execPath, ['--enable-source-maps', join(root, 'out/main.js')], {
      encoding: 'utf8',
    });
    expect(ended.stdout).toBe('deep\nstring\n');
    expect(ended.stderr).toContain(`${join(root, 'deep.ts')}:3:`);
  }
});

test('what a program loads when it starts stands in no file with what it does not need', async () => {
  writeFileSync(join(root, 'shared.ts'), "export const name = 'shared';\n");
  writeFileSync(join(root, 'main.ts'), "import { name } from './shared';\nconsole.log(name);\n");
  writeFileSync(join(root, 'other.ts'), "export { name } from './shared';\n");
  await build({}, 10_000);
  expect(readdirSync(join(root, 'out/lib'))).not.toContain('chunks.js');
});

test('a module that an entry may not import is found in every chunk that it may load', () => {
  const metafile = {
    outputs: {
      'out/a.js': { imports: [{ path: 'out/b.js' }] },
      'out/b.js': { imports: [{ path: 'out/a.js' }, { path: 'out/c.js' }] },
      'out/c.js': { imports: [{ path: 'vscode' }] },
      'out/d.js': { imports: [{ path: 'fs' }] },
    },
  };
  const isEditor = (module: string) => module === 'vscode';
  expect(() => refuseImport(metafile, 'out/a.js', isEditor)).toThrow('out/a.js imports vscode in out/c.js.');
  expect(() => refuseImport(metafile, 'out/d.js', isEditor)).not.toThrow();
  expect(() => refuseImport(metafile, 'out/d.js', (module) => module !== 'vscode')).toThrow('imports fs');
});

test('an entry that fetches holds what its part needs at once, and the names of what it needs later', async () => {
  writeFileSync(join(root, 'shared.ts'), "export const name = () => 'shared';\n");
  writeFileSync(join(root, 'later.ts'), "export const told = () => 'later';\n");
  writeFileSync(
    join(root, 'part.ts'),
    "import { name } from './shared';\nexport const part = () => import('./later').then(({ told }) => name() + told());\n",
  );
  writeFileSync(
    join(root, 'main.ts'),
    `declare const GIVEN: { first: Record<string, Function>; later: string[] };
const files = Object.keys(GIVEN.first);
const open = (file: string) => {
  const module = { exports: {} as { part: () => Promise<string> } };
  GIVEN.first[file](module, module.exports, (path: string) => path.includes('later') ? { told: () => path } : open(path.slice(2)));
  return module.exports;
};
void open(files[0]).part().then((told) => console.log(JSON.stringify([files, GIVEN.later, told])));
`,
  );
  writeFileSync(join(root, 'other.ts'), "export { name } from './shared';\n");
  const entryPoints = { main: 'main.ts', other: 'other.ts', 'lib/part': 'part.ts' };
  for (const small of [0, 10_000]) {
    await build({ entryPoints, minify: small > 0 }, small, { entry: 'main', part: 'part', name: 'GIVEN' });
    rmSync(join(root, 'out/lib'), { recursive: true });
    const output = execFileSync(process.execPath, [join(root, 'out/main.js')], { encoding: 'utf8' });
    const later = expect.stringMatching(/^later-\w+\.js$/) as string;
    const [files, names, told] = JSON.parse(output) as [string[], string[], string];
    expect(files).toEqual(['part.js', small === 0 ? expect.stringMatching(/^chunk-\w+\.js$/) : 'first.js']);
    expect(names).toEqual([later]);
    expect(told).toBe(`shared./${names[0]}`);
  }
});

test('a module of the host is used as it is, not copied, and asked for once', async () => {
  writeFileSync(
    join(root, 'more.ts'),
    "import * as path from 'node:path';\nexport const more = () => path.sep;\n",
  );
  writeFileSync(
    join(root, 'main.ts'),
    "import * as path from 'node:path';\nimport { more } from './more';\nconsole.log(path.sep === more(), new Error('told').stack);\n",
  );
  for (const minify of [false, true]) {
    await build({ minify, external: ['node:path'], entryPoints: { main: 'main.ts' } });
    const text = readFileSync(join(root, 'out/main.js'), 'utf8');
    expect(text.match(/require\(/g)).toHaveLength(1);
    expect(text).not.toContain('defineProperty');
    const output = execFileSync(process.execPath, ['--enable-source-maps', join(root, 'out/main.js')], {
      encoding: 'utf8',
    });
    expect(output).toContain('true');
    expect(output).toContain(`${join(root, 'main.ts')}:3:`);
  }
});

test('a chunk of own files is not run where nothing is taken from it, one with a library is', async () => {
  mkdirSync(join(root, 'node_modules/library'), { recursive: true });
  writeFileSync(join(root, 'node_modules/library/index.js'), "console.log('library');\n");
  writeFileSync(join(root, 'own.ts'), "export const one = () => 'one';\n");
  writeFileSync(join(root, 'main.ts'), "import './own';\nimport 'library';\nconsole.log('main');\n");
  writeFileSync(join(root, 'other.ts'), "export { one } from './own';\nimport 'library';\n");
  await build();
  const text = readFileSync(join(root, 'out/main.js'), 'utf8');
  expect(text.match(/require\(/g)).toHaveLength(1);
  expect(execFileSync(process.execPath, [join(root, 'out/main.js')], { encoding: 'utf8' })).toBe(
    'library\nmain\n',
  );
});

test('what a chunk exports are properties, and one that has a default says that it is a module', async () => {
  writeFileSync(join(root, 'plain.ts'), "export const plain = () => 'plain';\n");
  writeFileSync(
    join(root, 'lib.ts'),
    "export const named = () => 'named';\nconst whole = () => 'default';\nexport { whole as default };\n",
  );
  writeFileSync(
    join(root, 'main.ts'),
    "import { plain } from './plain';\nvoid import('./lib').then(({ default: whole, named }) => console.log(plain(), whole(), named()));\n",
  );
  writeFileSync(
    join(root, 'other.ts'),
    "export { plain } from './plain';\nexport const other = () => 'other';\n",
  );
  for (const minify of [false, true]) {
    await build({ minify });
    expect(execFileSync(process.execPath, [join(root, 'out/main.js')], { encoding: 'utf8' })).toBe(
      'plain default named\n',
    );
    const other = readFileSync(join(root, 'out/other.js'), 'utf8');
    expect(other).toContain('module.exports');
    expect(other).not.toContain('defineProperty');
  }
});
