import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FoundPolicy } from '../../../src/core';
import { seenAgain, SeenFiles } from '../../../src/node/seenFiles';

let root: string;
/** Times long past, so that what the file system says of a file is trusted. */
const LONG_AGO = new Date('2020-01-01T00:00:00Z');

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'seen-'));
  mkdirSync(join(root, 'sub'));
  write('a.py', 'model = "one"');
  write('sub/b.py', 'model = "two"');
  write('sub/weights.bin', 'x'.repeat(100));
  symlinkSync('../a.py', join(root, 'sub/link.py'));
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(root, { recursive: true });
});

function write(path: string, text: string): void {
  writeFileSync(join(root, path), text);
  utimesSync(join(root, path), LONG_AGO, LONG_AGO);
}

/** Later, so that the times of what was just written are trusted. */
function wait(): void {
  vi.useFakeTimers({ now: Date.now() + 60_000, toFake: ['Date'] });
}

/** Looks at everything. Gives the notes. */
async function look(): Promise<string> {
  const seen = new SeenFiles(root);
  const { files } = seen;
  for (const folder of ['', 'sub']) await files.list(folder);
  await files.read('a.py');
  await files.read('sub/b.py');
  await files.readRange('sub/weights.bin', 0, 10);
  await expect(files.list('models/none')).rejects.toThrow();
  if (files.git !== undefined && files.git !== 'all') {
    expect(await files.git.read('.git/HEAD', 100)).toBeUndefined();
    await files.git.read('head', 100);
  }
  return seen.notes() ?? '';
}

it('sees the same where nothing has changed', async () => {
  wait();
  const notes = await look();
  expect(await seenAgain(notes, root, {})).toBe(notes);
  expect(notes).not.toContain('file\t-');
});

it('sees the same where only times have changed, and notes them', async () => {
  wait();
  const notes = await look();
  utimesSync(join(root, 'a.py'), new Date(), LONG_AGO);
  const now = await seenAgain(notes, root, {});
  expect(now).not.toBe(notes);
  expect(await seenAgain(now ?? '', root, {})).toBe(now);
});

it('does not trust the times of a file that was changed just before it was read', async () => {
  const notes = await look();
  expect(notes.match(/^file\t-/gm)).toHaveLength(2);
  expect(await seenAgain(notes, root, {})).toBe(notes);
  writeFileSync(join(root, 'a.py'), 'model = "two"');
  expect(await seenAgain(notes, root, {})).toBeUndefined();
});

it('does not trust the times of a file that lie in the future, as where a clock was set back', async () => {
  vi.useFakeTimers({ now: LONG_AGO.getTime() - 60_000, toFake: ['Date'] });
  const notes = await look();
  expect(notes.match(/^file\t-/gm)).toHaveLength(2);
});

it.each<[string, () => void]>([
  ['other content of the same length and time', () => write('a.py', 'model = "two"')],
  [
    'a copy that keeps the time',
    () => {
      write('other', 'model = "two"');
      rmSync(join(root, 'a.py'));
      renameSync(join(root, 'other'), join(root, 'a.py'));
    },
  ],
  [
    'content copied over',
    () => {
      copyFileSync(join(root, 'sub/b.py'), join(root, 'a.py'));
      utimesSync(join(root, 'a.py'), LONG_AGO, LONG_AGO);
    },
  ],
  ['longer content', () => write('a.py', 'model = "three"')],
  ['a file more', () => write('sub/c.py', '')],
  ['a file less', () => rmSync(join(root, 'sub/b.py'))],
  ['a file under another name', () => renameSync(join(root, 'sub/b.py'), join(root, 'sub/d.py'))],
  ['another size of a file that was only listed', () => write('sub/weights.bin', 'x'.repeat(101))],
  ['another beginning of a file', () => write('sub/weights.bin', 'y'.repeat(100))],
  [
    'a link to the same content in place of a file',
    () => {
      renameSync(join(root, 'a.py'), `${root}.moved`);
      symlinkSync(`${root}.moved`, join(root, 'a.py'));
    },
  ],
  [
    'a link that leads elsewhere',
    () => {
      rmSync(join(root, 'sub/link.py'));
      symlinkSync('b.py', join(root, 'sub/link.py'));
    },
  ],
  ['a folder that was not there', () => mkdirSync(join(root, 'models/none'), { recursive: true })],
  ['a repository', () => (mkdirSync(join(root, '.git')), write('.git/HEAD', 'ref: refs/heads/main'))],
])('notices %s', async (_, change) => {
  wait();
  const notes = await look();
  change();
  expect(await seenAgain(notes, root, {})).toBeUndefined();
  rmSync(`${root}.moved`, { force: true });
});

it('knows what is in files that are as an earlier audit noted, and notes them again', async () => {
  wait();
  const notes = await look();
  write('a.py', 'model = "two"');
  const seen = new SeenFiles(root);
  const { digest } = seen.files;
  expect(digest?.('sub/b.py')).toBeUndefined();
  seen.trust(notes);
  expect(digest?.('sub/b.py')).toBeUndefined();
  for (const folder of ['', 'sub']) await seen.files.list(folder);
  expect(digest?.('sub/b.py')).toMatch(/^[\w-]{43}$/);
  expect(['a.py', 'sub/weights.bin', 'sub/link.py', 'none'].map((path) => digest?.(path))).toEqual(
    Array.from({ length: 4 }),
  );
  await seen.files.read('a.py');
  expect(digest?.('a.py')).toBe(digest?.('sub/b.py'));
  expect(seen.notes()).toContain(/^file.*b\.py$/m.exec(notes)?.[0]);
});

it('knows no file by times that are not trusted', async () => {
  const seen = new SeenFiles(root);
  seen.trust(await look());
  await seen.files.list('');
  expect(seen.files.digest?.('a.py')).toBeUndefined();
});

it('tells nothing again of a file that was changed between two readings', async () => {
  const seen = new SeenFiles(root);
  await seen.files.read('a.py');
  await seen.files.read('a.py');
  expect(seen.notes()).toMatch(/^file\t-\t.*\ta\.py$/m);
  const before = seen.files.digest?.('a.py');
  write('a.py', 'model = "two"');
  await seen.files.read('a.py');
  expect(seen.notes()).toBeUndefined();
  // What is found is kept by the digest of what was read last.
  expect(seen.files.digest?.('a.py')).not.toBe(before);
});

it('notices another file of git', async () => {
  write('head', 'one');
  wait();
  const notes = await look();
  expect(await seenAgain(notes, root, {})).toBe(notes);
  write('head', 'two');
  expect(await seenAgain(notes, root, {})).toBeUndefined();
});

it('notices another base of a policy from elsewhere', async () => {
  const policy = (base: string): FoundPolicy => ({
    path: '../policy.yaml',
    text: '',
    read: () => Promise.resolve({ text: base }),
  });
  const seen = new SeenFiles(root);
  const watched = seen.policy('named', policy('a'));
  if ('read' in watched) await watched.read?.('base.yaml');
  const notes = seen.notes() ?? '';
  expect(await seenAgain(notes, root, { named: policy('a') })).toBe(notes);
  expect(await seenAgain(notes, root, { named: policy('b') })).toBeUndefined();
  expect(await seenAgain(notes, root, {})).toBeUndefined();
});

it('tells nothing of what could not be read, or has a name that notes cannot hold', async () => {
  const seen = new SeenFiles(root);
  await expect(seen.files.read('sub')).rejects.toThrow();
  expect(seen.notes()).toBeUndefined();
  write('a\nb', '');
  const odd = new SeenFiles(root);
  await odd.files.read('a\nb');
  expect(odd.notes()).toBeUndefined();
});

it('takes notes that it cannot read for another tree', async () => {
  for (const notes of ['', 'nonsense', 'file', 'list\tx'])
    expect(await seenAgain(notes, root, {}), notes).toBeUndefined();
});

it('a file that changes between two looks at its folder is no longer taken for unchanged', async () => {
  wait();
  const notes = await look();
  const again = new SeenFiles(root);
  again.trust(notes);
  await again.files.list('');
  write('a.py', 'model = "other"');
  await again.files.list('');
  await again.files.list('sub');
  expect(again.files.digest?.('a.py')).toBeUndefined();
  expect(again.files.digest?.('sub/b.py')).toBeDefined();
});
