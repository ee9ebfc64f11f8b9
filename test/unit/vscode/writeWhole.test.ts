import { describe, expect, it } from 'vitest';
import type * as vscode from 'vscode';
import { writeWhole } from '../../../src/vscode/files/writeWhole';

interface FakeUri {
  readonly scheme: string;
  readonly path: string;
  readonly fsPath: string;
  with(change: { path: string }): FakeUri;
}

function uriOf(scheme: string, path: string): vscode.Uri {
  const made: FakeUri = {
    scheme,
    path,
    fsPath: path,
    with: ({ path: other }) => uriOf(scheme, other) as FakeUri,
  };
  return made as unknown as vscode.Uri;
}

/** A file system with room for so many bytes at once; a write that does not fit leaves half a file. */
function filesWith(content: Record<string, string>, room: number) {
  const held = new Map(Object.entries(content));
  return {
    held,
    async writeFile({ path }: vscode.Uri, bytes: Uint8Array): Promise<void> {
      const text = new TextDecoder().decode(bytes);
      held.set(path, text.slice(0, room));
      if (text.length > room) throw new Error('no space left');
    },
    async rename(from: vscode.Uri, to: vscode.Uri): Promise<void> {
      held.set(to.path, held.get(from.path) ?? '');
      held.delete(from.path);
    },
    async delete({ path }: vscode.Uri): Promise<void> {
      held.delete(path);
    },
  };
}

describe('a file that is written whole', () => {
  it('takes the place of the one before', async () => {
    const files = filesWith({ '/report.json': 'old' }, 100);
    await writeWhole(uriOf('memfs', '/report.json'), 'new', files, {});
    expect([...files.held]).toEqual([['/report.json', 'new']]);
  });

  it('leaves the one before, and nothing else, when it fails', async () => {
    const files = filesWith({ '/report.json': 'old' }, 4);
    const writing = writeWhole(uriOf('memfs', '/report.json'), 'much too long', files, {});
    await expect(writing).rejects.toThrow('no space left');
    expect([...files.held]).toEqual([['/report.json', 'old']]);
  });

  it('goes the way of the host on its disk, and nowhere else', async () => {
    const files = filesWith({}, 100);
    const written: string[] = [];
    const host = { writeText: async (path: string, text: string) => void written.push(path, text) };
    await writeWhole(uriOf('file', '/a'), 'text', files, host);
    await writeWhole(uriOf('memfs', '/b'), 'text', files, host);
    expect([written, [...files.held.keys()]]).toEqual([['/a', 'text'], ['/b']]);
  });
});
