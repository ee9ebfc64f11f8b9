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
