/**
 * Leads imports from the engine's door straight to the files behind it. The bundler puts into a bundle whatever a file that is part of it
 * imports, and the door imports everything: without this, the smallest command would load the whole engine.
 */
import { readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';

const EXPORTS = /^export (type )?\{([^}]*)\} from '([^']+)';$/gm;
const IMPORTS = /^import (type )?\{([^}]*)\} from '((?:\.\.?\/)+core)';$/gm;

/**
 * @param door the file that exports all that others may import, each by `export { … } from '…'`
 * @returns a plugin of esbuild
 */
export function directImports(door) {
  const files = exportsOf(door);
  return {
    name: 'direct-imports',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
        const text = readFileSync(path, 'utf8');
        const contents = withDirectImports(text, (from, name) => {
          if (resolve(dirname(path), from) !== dirname(door)) return undefined;
          const file = files.get(name);
          if (file === undefined) throw new Error(`${path} imports ${name}, which ${door} does not export.`);
          return slashes(relative(dirname(path), file));
        });
        return { contents, loader: 'ts' };
      });
    },
  };
}

/** The file behind each name that a door exports. */
export function exportsOf(door) {
  const files = new Map();
  for (const [, , names, from] of readFileSync(door, 'utf8').matchAll(EXPORTS))
    for (const { exported } of namesIn(names)) files.set(exported, resolve(dirname(door), from));
  return files;
}

/**
 * @param fileOf the path to import a name from instead, or `undefined` to leave the import as it is
 * @returns the text with as many lines as before, so that places in it stay right
 */
export function withDirectImports(text, fileOf) {
  return text.replace(IMPORTS, (whole, type = '', names, from) => {
    const moved = namesIn(names).map((name) => ({ ...name, file: fileOf(from, name.own) }));
    if (moved.some(({ file }) => file === undefined)) return whole;
    const lines = '\n'.repeat(whole.split('\n').length - 1);
    const statement = ({ written, isType, file }) =>
      `import ${isType ? 'type ' : type}{ ${written} } from '${file}';`;
    return moved.map(statement).join(' ') + lines;
  });
}

/** The names of a list in braces: as written without `type`, as they are called where they come from, and as they are called here. */
function namesIn(list) {
  return list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const written = part.replace(/^type /, '');
      const [own, exported = own] = written.split(' as ');
      return { written, isType: written !== part, own, exported };
    });
}

const slashes = (path) => {
  const written = path.split(sep).join('/');
  return written.startsWith('.') ? written : `./${written}`;
};
