import { compileGlob } from '../text/glob';

export type PathTest = (path: string) => boolean;

/** Tests paths against globs as VS Code does: `*` stays within a folder, dot files count, a folder's glob covers what is in it. */
export function pathGlobs(globs: readonly string[]): PathTest {
  const tests = globs.flatMap((glob) => {
    const clean = glob.replace(/^\.?\//, '').replace(/\/$/, '');
    return clean === '' ? [] : [compileGlob(clean), compileGlob(`${clean}/**`)];
  });
  return (path) => tests.some((matches) => matches(path));
}
