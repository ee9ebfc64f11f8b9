import { describe, expect, it } from 'vitest';
import { audit } from '../../../src/core/audit/audit';
import { auditTree, memoryFiles, memoryHost, placesOf, skippedOf } from './memory';

const M = 'model:x';

describe('what git ignores', () => {
  it('is left out, folders as a whole', async () => {
    const result = await auditTree({
      '.gitignore': '*.log\nbuild/\n/only-root.py\n',
      'a.log': M,
      'build/x.py': M,
      'only-root.py': M,
      'sub/only-root.py': M,
    });
    expect(skippedOf(result)).toEqual({ 'a.log': 'ignored', 'build/': 'ignored', 'only-root.py': 'ignored' });
    expect(placesOf(result)).toEqual(['sub/only-root.py:1:7 x']);
  });

  it('is decided by the innermost file that speaks of it', async () => {
    const result = await auditTree({
      '.gitignore': '*.txt\n',
      'a/.gitignore': '!keep.txt\n*.py\n',
      'a/keep.txt': M,
      'a/drop.txt': M,
      'a/x.py': M,
      'b/x.py': M,
    });
    expect(placesOf(result)).toEqual(['a/keep.txt:1:7 x', 'b/x.py:1:7 x']);
  });

  it('may be written by somebody hostile', async () => {
    const deep = `${'a/'.repeat(150)}x.py`;
    expect(
      placesOf(await auditTree({ '.gitignore': `${'a/**/'.repeat(12)}b\n*.log\n`, [deep]: M, 'a.log': M })),
    ).toEqual([`${deep}:1:7 x`]);
  });

  it.each([
    ['larger than any path', '<a b="c">'.repeat(5_000)],
    ['no end', `x = "${'a/b '.repeat(250_000)}"`],
    ['brackets without an end', '['.repeat(5_000)],
    ['a range that goes backwards', '[z-a]'],
  ])('has patterns that nobody can use, and the others hold: %s', async (_, pattern) => {
    for (const line of [pattern, `!${pattern}`]) {
      const result = await auditTree({ '.gitignore': `${line}\n*.log\n`, 'a.py': M, 'a.log': M });
      expect(placesOf(result)).toEqual(['a.py:1:7 x']);
    }
  });

  it('matches case, as git does where file systems do', async () => {
    expect(placesOf(await auditTree({ '.gitignore': 'Data.py\n', 'data.py': M }))).toEqual(['data.py:1:7 x']);
  });

  it('follows the files above an audited folder too', async () => {
    const ignoresAbove = [{ root: 'packages/app', text: '/packages/app/out\n*.tmp\n' }];
    const result = await audit(
      {
        folders: [
          { name: 'app', source: memoryFiles({ 'out/x.py': M, 'x.tmp': M, 'x.py': M }), ignoresAbove },
        ],
      },
      memoryHost,
    );
    expect(placesOf(result)).toEqual(['x.py:1:7 x']);
  });
});

describe('exclude patterns', () => {
  it('leave out files and whole folders', async () => {
    const result = await auditTree(
      { 'docs/a.md': M, 'src/a.test.ts': M, 'src/a.ts': M },
      { exclude: ['docs', '**/*.test.ts'] },
    );
    expect(skippedOf(result)).toEqual({ 'docs/': 'excluded', 'src/a.test.ts': 'excluded' });
    expect(placesOf(result)).toEqual(['src/a.ts:1:7 x']);
  });
});
