import type { FileEntry, FileSource } from '../../src/core/ports';

/** A folder tree in memory; the keys are paths with `/`. Counts the bytes that were read. */
export function memoryFiles(
  contents: Readonly<Record<string, string | Uint8Array>>,
): FileSource & { readonly bytesRead: () => number } {
  const files = new Map(
    Object.entries(contents).map(([path, content]) => [
      path,
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    ]),
  );
  let bytesRead = 0;

  function bytesOf(path: string): Uint8Array {
    const bytes = files.get(path);
    if (bytes === undefined) throw new Error(`no such file: ${path}`);
    return bytes;
  }

  return {
    bytesRead: () => bytesRead,
    async list(folder) {
      const entries = new Map<string, FileEntry>();
      const prefix = folder === '' ? '' : `${folder}/`;
      for (const [path, { length }] of files) {
        if (!path.startsWith(prefix)) continue;
        const [head = '', ...rest] = path.slice(prefix.length).split('/');
        entries.set(head, {
          path: prefix + head,
          kind: rest.length > 0 ? 'folder' : 'file',
          size: rest.length > 0 ? 0 : length,
        });
      }
      if (entries.size === 0 && folder !== '') throw new Error(`no such folder: ${folder}`);
      return [...entries.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    },
    async read(path) {
      const bytes = bytesOf(path);
      bytesRead += bytes.length;
      return bytes;
    },
    async readRange(path, start, end) {
      const bytes = bytesOf(path).subarray(start, end);
      bytesRead += bytes.length;
      return bytes;
    },
  };
}
