import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { folderWith, ROOT } from './cli';

/** What ESLint says of a text, were it that of a file here. */
async function lint(path: string, text: string): Promise<readonly string[]> {
  const eslint = new ESLint({ cwd: ROOT });
  const [result] = await eslint.lintText(text, { filePath: join(ROOT, path) });
  return (result?.messages ?? []).map(({ ruleId, line }) => `${line} ${ruleId}`);
}

/** What the rules of all TypeScript say of a text: `line rule`. */
function lintTypes(text: string): readonly string[] {
  const folder = folderWith({
    'x.ts': text,
    'tsconfig.json': JSON.stringify({
      compilerOptions: { strict: true, target: 'es2022', module: 'esnext' },
    }),
  });
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules/oxlint/bin/oxlint'), '--format', 'unix', join(folder, 'x.ts')],
    { cwd: ROOT, encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  return [...stdout.matchAll(/x\.ts:(\d+):\d+: .*\[\w+\/([^\]]+)\]$/gm)].map(
    ([, line, rule]) => `${line} ${rule}`,
  );
}

describe('lint', () => {
  it.each([
    [
      'a promise that nobody waits for',
      'const work = async () => 1;\nwork();\n',
      ['2 typescript(no-floating-promises)'],
    ],
    [
      'a case that is left out',
      "export function f(x: 'p' | 'q'): void {\n  switch (x) {\n    case 'p':\n      f('q');\n  }\n}\n",
      ['2 typescript(switch-exhaustiveness-check)'],
    ],
    ['output past the streams', 'console.log(1);\n', ['1 eslint(no-console)']],
    ['what lets anything pass', 'export const x: any = 1;\n', ['1 typescript(no-explicit-any)']],
    ['nothing', 'export const x = 1;\n', []],
  ])('refuses %s', (_, text, expected) => expect(lintTypes(text)).toEqual(expected));

  it.each([
    ['exponential time', String.raw`/^(?:[.-][\w.]+)*$/`, 'regexp/no-super-linear-backtracking'],
    ['quadratic time', String.raw`/^\w+.*:$/`, 'regexp/no-super-linear-backtracking'],
    ['quadratic time from place to place', String.raw`/\s+$/`, 'regexp/no-super-linear-move'],
    [
      'exponential time, made of a string',
      String.raw`new RegExp('^(?:[.-][a-z.]+)*$')`,
      'regexp/no-super-linear-backtracking',
    ],
  ])('refuses a pattern that can take %s', async (_, pattern, rule) => {
    expect(await lint('src/core/x.ts', `\nexport const X = ${pattern};\n`)).toEqual([`2 ${rule}`]);
  });

  it('lets a linear pattern pass', async () => {
    expect(await lint('src/core/x.ts', String.raw`export const X = /(?<!\s)\s+$/;` + '\n')).toEqual([]);
  });

  it('has a kept expression asked itself for its places', async () => {
    const text = "const X = /a/g;\nexport const x = [...''.matchAll(X)];\n";
    expect(await lint('src/core/detect/x.ts', text)).toEqual(['2 no-restricted-syntax']);
  });

  const YAML = "import { parseDocument } from 'yaml';\nexport const x = parseDocument('');\n";
  const JSONC = "import { parseTree } from 'jsonc-parser';\nexport const x = parseTree('');\n";
  const ALL_OF = "import * as all from 'yaml';\nexport const x = all.parse('');\n";
  const REFUSED = ['1 @typescript-eslint/no-restricted-imports'];
  it.each([
    ['src/core/policy/x.ts', YAML, REFUSED],
    ['src/core/policy/x.ts', ALL_OF, REFUSED],
    ['src/core/documents/x.ts', JSONC, REFUSED],
    ['src/core/text/parseYaml.ts', JSONC, REFUSED],
    ['src/core/text/parseJson.ts', YAML, REFUSED],
    ['src/core/text/parseYaml.ts', YAML, []],
    ['src/core/text/parseJson.ts', JSONC, []],
    ['src/core/policy/x.ts', "import { isMap } from 'yaml';\nexport const x = isMap('');\n", []],
  ])('keeps parsers in the files that guard them: %s', async (path, text, expected) => {
    expect(await lint(path, text)).toEqual(expected);
  });

  const decisions = (count: number) =>
    `export const x = (a: number) => ${Array.from({ length: count }, (_, at) => `a === ${at}`).join(' ||\n')};\n`;
  it.each([
    ['src/core/detect/x.ts', decisions(12), []],
    ['src/core/detect/readers/x.ts', decisions(13), ['1 complexity']],
    ['src/core/documents/x.ts', decisions(13), ['1 complexity']],
    ['src/core/registries/x/index.ts', decisions(13), ['1 complexity']],
    ['src/core/detect/x.ts', `export const X = /${'a'.repeat(100)}/;\n`, []],
    ['src/core/detect/x.ts', `export const X = /${'a'.repeat(101)}/;\n`, ['1 max-len']],
  ])('keeps functions and lines of %s short', async (path, text, expected) => {
    expect(await lint(path, text)).toEqual(expected);
  });
});
