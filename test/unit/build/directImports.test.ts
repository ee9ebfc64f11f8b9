import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportsOf, withDirectImports } from '../../../build/directImports.mjs';

test('the door says in which file each name is', () => {
  const folder = mkdtempSync(join(tmpdir(), 'door-'));
  try {
    const door = join(folder, 'index.ts');
    writeFileSync(
      door,
      "export { one, type Two } from './a';\nexport type { Three } from './b/c';\nexport {\n  four as five,\n} from './d';\n",
    );
    expect([...exportsOf(door)]).toEqual([
      ['one', join(folder, 'a')],
      ['Two', join(folder, 'a')],
      ['Three', join(folder, 'b/c')],
      ['five', join(folder, 'd')],
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('names are imported from where they are, types as types, in as many lines', () => {
  const text =
    "import { x } from 'yaml';\nimport {\n  one,\n  type Two,\n  four as five,\n} from '../core';\nimport type { Three } from '../core';\nrest();\n";
  expect(withDirectImports(text, (from, name) => `${from}/${name}`)).toBe(
    "import { x } from 'yaml';\n" +
      "import { one } from '../core/one'; import type { Two } from '../core/Two'; import { four as five } from '../core/four';\n\n\n\n\n" +
      "import type { Three } from '../core/Three';\nrest();\n",
  );
});

test('an import that does not lead through the door stays', () => {
  const text = "import { one, two } from '../core';\n";
  expect(withDirectImports(text, (_, name) => (name === 'one' ? './one' : undefined))).toBe(text);
});
