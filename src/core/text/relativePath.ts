/**
 * A path that is written relative to another file, both with `/`.
 * @returns `undefined` where it leads out of the root
 */
export function resolvePath(from: string, written: string): string | undefined {
  const parts = from.split('/').slice(0, -1);
  for (const part of written.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** The folder of a path, `''` for one in the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The folders in another one that lead to a path in it, the outermost first. */
export function foldersBelow(folder: string, path: string): readonly string[] {
  const above = folder.length;
  const inner = folderOf(path);
  return inner.length <= above ? [] : [...foldersBelow(folder, inner), inner];
}
