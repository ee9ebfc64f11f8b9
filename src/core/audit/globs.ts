import picomatch from 'picomatch';

export type PathTest = (path: string) => boolean;

/** Tests paths against globs as VS Code does: `*` stays within a folder, dot files count, a folder's glob covers what is in it. */
export function pathGlobs(globs: readonly string[]): PathTest {
  if (globs.length === 0) return () => false;
  const tests = globs.flatMap((glob) => {
    const clean = glob.replace(/^\.?\//, '').replace(/\/$/, '');
    return clean === '' ? [] : [clean, `${clean}/**`];
  });
  return picomatch(tests, { dot: true, windows: false });
}
