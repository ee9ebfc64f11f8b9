import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { diskFiles, storeFiles } from '../../../src/node/fileSource';
import { readOwnFile, readRegularFile, readRegularLines } from '../../../src/node/regularFile';

const root = mkdtempSync(join(tmpdir(), 'mll-file-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
writeFileSync(join(root, 'file'), 'text');
symlinkSync('file', join(root, 'link'));
execFileSync('mkfifo', [join(root, 'pipe')]);
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('a file that a person named', () => {
  it.each(['file', 'link'])('is read where it is a %s', async (name) => {
    expect(text(await readRegularFile(join(root, name)))).toBe('text');
  });

  it.each([
    ['pipe', 'it is a pipe, socket or device, not a regular file'],
    ['', 'it is a folder, not a regular file'],
    ['/dev/zero', 'it is a pipe, socket or device, not a regular file'],
    ['gone', 'no such file'],
  ])('is refused with the reason where it is %j', async (name, reason) => {
    await expect(readRegularFile(name.startsWith('/') ? name : join(root, name))).rejects.toThrow(reason);
  });
});

describe('a file of the program itself', () => {
  it('is read, but not through a link, nor waited for where it is a pipe', async () => {
    expect(text(await readOwnFile(join(root, 'file')))).toBe('text');
    for (const name of ['link', 'pipe', '', '/dev/zero'])
      await expect(readOwnFile(name.startsWith('/') ? name : join(root, name))).rejects.toThrow();
  });
});

describe('a file of an audited tree', () => {
  it('is not read through a link that took its place since it was listed, nor waited for where it is a pipe', async () => {
    await expect(diskFiles(root).read('link')).rejects.toThrow();
    await expect(diskFiles(root).readRange('link', 0, 4)).rejects.toThrow();
    expect(text(await diskFiles(root).read('pipe'))).toBe('');
  });

  it('is read through links in a store that is made of them', async () => {
    expect(text(await storeFiles(root).read('link'))).toBe('text');
    expect(text(await storeFiles(root).readRange('link', 1, 3))).toBe('ex');
  });
});

describe('the lines of a file that a person named', () => {
  const linesOf = async (path: string): Promise<readonly string[]> => {
    const lines: string[] = [];
    for await (const line of readRegularLines(path)) lines.push(line);
    return lines;
  };

  it('are whole, whatever pieces the file is read in', async () => {
    const lines = [`${'モ'.repeat(200_000)}`, '', 'two\r', 'x'.repeat(300_000), 'last'];
    writeFileSync(join(root, 'lines'), `\uFEFF${lines.join('\n')}`);
    expect(await linesOf(join(root, 'lines'))).toEqual(lines);
    writeFileSync(join(root, 'lines'), 'one\n');
    expect(await linesOf(join(root, 'lines'))).toEqual(['one']);
    writeFileSync(join(root, 'lines'), '');
    expect(await linesOf(join(root, 'lines'))).toEqual([]);
  });

  it('are not waited for where it is a pipe, and not taken from a device', async () => {
    await expect(linesOf(join(root, 'pipe'))).rejects.toThrow('it is a pipe');
    await expect(linesOf('/dev/zero')).rejects.toThrow('it is a pipe, socket or device');
  });
});
