import { lineEnd } from '../text/charClass';
import { baseName, folderOf } from './pathRules';

/** A service that a compose file builds from a folder of its own. */
export interface BuiltService {
  readonly folder: string;
  /** The file with all but this service blanked out. */
  readonly text: string;
  /** Its variables may come from elsewhere as well: another file, or what the file says of several services at once. */
  readonly isOpen: boolean;
}

/** https://docs.docker.com/compose/intro/compose-application-model/#the-compose-file */
const COMPOSE = /^(?:docker-)?compose[\w.-]*\.ya?ml$/;
const BUILD = /^[ \t]+(?:build|context):[ \t]*["']?([\w./-]+)["']?[ \t]*(?:#.*)?$/m;
const OPEN = /^[ \t]+env_file:|:[ \t]*\*\w/m;
/** So many lines of a file are looked at. */
const MOST_LINES = 5_000;

/** The services that a compose file builds from other folders than its own. */
export function builtServices(path: string, text: string): readonly BuiltService[] {
  if (!COMPOSE.test(baseName(path))) return [];
  return blocksOf(text).flatMap(({ start, end }) => {
    const written = text.slice(start, end);
    const built = BUILD.exec(written)?.[1];
    const folder = built === undefined ? undefined : folderAt(folderOf(path), built);
    if (folder === undefined || folder === folderOf(path)) return [];
    const isBlank = (part: string): string => part.replace(/[^\n]/g, ' ');
    const own = `${isBlank(text.slice(0, start))}${written}${isBlank(text.slice(end))}`;
    return [{ folder, text: own, isOpen: OPEN.test(written) }];
  });
}

/** Where the entries of `services:` begin and end. */
function blocksOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  const head = /^services:[ \t]*\r?$/m.exec(text);
  if (head === null) return [];
  const starts: number[] = [];
  let column = Infinity;
  let at = lineEnd(text, head.index, text.length) + 1;
  for (let count = 0; at < text.length && count < MOST_LINES; count++) {
    const end = lineEnd(text, at, text.length);
    const own = /^[ \t]*(?![#\r\n \t]|$)/.exec(text.slice(at, end))?.[0].length;
    if (own === 0) break;
    if (own !== undefined && own <= column) {
      column = own;
      starts.push(at);
    }
    at = end + 1;
  }
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? at }));
}

/** The folder that another one calls so; `undefined` outside the tree. */
function folderAt(from: string, written: string): string | undefined {
  const parts = from === '' ? [] : from.split('/');
  for (const part of written.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
