import { join } from 'node:path';
import { ESLint, type Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { ROOT } from './cli';

/** What `npm run lint` says of a text, were it that of a file here. Rules that need all of the program's types are left out. */
async function lint(path: string, text: string): Promise<readonly string[]> {
  const untyped: Linter.Config = {
    languageOptions: { parserOptions: { projectService: false } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'off',
    },
  };
  const eslint = new ESLint({ cwd: ROOT, overrideConfig: [untyped] });
  const [result] = await eslint.lintText(text, { filePath: join(ROOT, path) });
  return (result?.messages ?? []).map(({ ruleId, line }) => `${line} ${ruleId}`);
}

describe('lint', () => {
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
