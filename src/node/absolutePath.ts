import { isAbsolute } from 'node:path';

/**
 * A path that a variable of the environment gives; `undefined` where it is not set, is empty or is relative. A relative one would lie in
 * whatever folder is audited, and what lies there must not say what is known. The XDG Base Directory Specification has such values ignored:
 * https://specifications.freedesktop.org/basedir-spec/latest/
 */
export function absolutePath(value: string | undefined): string | undefined {
  return value !== undefined && isAbsolute(value) ? value : undefined;
}
