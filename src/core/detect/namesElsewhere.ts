import type { ClientName } from '../reference';
import { languageOf } from '../documents/fileTypes';
import { perObject } from '../once';
import { matchesOf } from '../text/matches';
import { CALLS_OWN } from './codeVariables';
import { importPathsOf } from './importPaths';
import type { Imported, Imports } from './imports';
import type { Knowledge } from './knowledge';
import { isStatement, typesOf } from './statements';

/** What the names of a text stand for in other files: clients, and the addresses that clients are given. */

/** What a module gives to who imports it without braces. */
export const DEFAULT_NAME = 'default';
/** So many names lead to what a file has: itself, and a member of it. */
const MOST_NAMES = 2;

/** The first name of what is called, and whether it is a member of the object itself. */
export function firstOf(callee: string): {
  readonly name: string;
  readonly rest: readonly string[];
  readonly isMember: boolean;
} {
  const path = callee.replace(/^(?:(?:await|new)\s+)*/, '').split('(', 1)[0] ?? '';
  const [name = '', ...rest] = path.replace(CALLS_OWN, '').split(/\.|::|->/);
  return { name, rest, isMember: CALLS_OWN.test(path) };
}

/** The names of another file that a path of names begins with which the text imports; `undefined` for its own. */
export function importedAs(
  [name = '', ...rest]: readonly string[],
  knowledge: Knowledge,
  imports: Imports,
  what: What = 'client',
): ClientName | undefined {
  const imported = importOf(name, knowledge, imports);
  if (imported === undefined) return what === 'value' ? ofModule([name, ...rest], knowledge) : undefined;
  const own = imports.isDefault(name) ? DEFAULT_NAME : imported.name;
  const path = pathTo(
    what,
    [own, ...rest].filter((one) => one !== ''),
  );
  return path.length === 0 ? undefined : { module: imported.module, path };
}

/** What is got by names: of a client all behind it are calls, a value may be deep in an object. */
type What = 'client' | 'value';

function pathTo(what: What, names: readonly string[]): readonly string[] {
  const path = names.slice(0, MOST_NAMES - 1);
  const behind = names.slice(MOST_NAMES - 1);
  const last = what === 'value' ? behind.join('.') : behind[0];
  return last === undefined || last === '' ? path : [...path, last];
}

/** A value by all names of its module, which `import app.config` of Python brings along. */
function ofModule(names: readonly string[], knowledge: Knowledge): ClientName | undefined {
  const modules = modulesWhole(knowledge);
  for (let length = names.length - 1; length > 0 && modules.size > 0; length--) {
    const module = names.slice(0, length).join('.');
    if (modules.has(module)) return { module, path: pathTo('value', names.slice(length)) };
  }
  return undefined;
}

const modulesWhole = perObject((knowledge: Knowledge): ReadonlySet<string> => {
  const { text, path } = knowledge;
  if (languageOf(path) !== 'python') return new Set();
  return new Set(
    [...matchesOf(text, IMPORTS_WHOLE)]
      .filter(({ index }) => isStatement(knowledge, index))
      .flatMap(([, list = '']) => list.split(',').map((module) => module.trim())),
  );
});
/** `import app.config, os`: modules without another name. */
const IMPORTS_WHOLE = new RegExp(
  String.raw`(?<=^|\n)[ \t]{0,20}import[ \t]{1,4}` +
    String.raw`([\w.]{1,120}(?:[ \t]{0,4},[ \t]{0,4}[\w.]{1,120}){0,20})[ \t]{0,20}(?=[;#\r\n]|$)`,
  'g',
);

/** What a name stands for by the only import of it that is none of a comment or a text. */
function importOf(name: string, knowledge: Knowledge, imports: Imports): Imported | undefined {
  const [first, ...others] = imports.allOf(name).filter(({ at }) => isStatement(knowledge, at));
  if (first === undefined) return undefined;
  return others.every((other) => other.module === first.module && other.name === first.name)
    ? first
    : undefined;
}

/**
 * A type by its name alone: from where its path is imported, or else, in languages whose files see each other, from the
 * files beside, unless the text makes one of the name itself.
 */
export function ofType(
  [name = '', ...rest]: readonly string[],
  knowledge: Knowledge,
  what: What = 'client',
): ClientName | undefined {
  if (!CLASS.test(name)) return undefined;
  const path = pathTo(what, [name, ...rest]);
  const [from] = importPathsOf(knowledge).of(name);
  if (from !== undefined) return { module: from + name, path };
  const isBeside = SEES_OTHERS.test(knowledge.path) && !typesOf(knowledge).has(name);
  return isBeside ? { module: '.', path } : undefined;
}

/** A name alone whose path tells where it is from: `use crate::urls::GATEWAY`, `import static a.Urls.GATEWAY`. */
export function ofPathOfName(name: string, knowledge: Knowledge): ClientName | undefined {
  const [from] = importPathsOf(knowledge).of(name);
  return from === undefined ? undefined : { module: from.replace(/(?:::|[.\\])$/, ''), path: [name] };
}

/** Files of a package see each other's types without a word. */
const SEES_OTHERS = /\.(?:java|kts?|cs|vb|fs|scala|groovy|swift|php|rb)$/;

/** A class, or a constant, as their names are written. */
const CLASS = /^[A-Z]/;
