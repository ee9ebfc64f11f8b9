import { isAddressName } from '../detect/configValues';
import { lineEnd } from '../text/charClass';
import { matchesOf } from '../text/matches';
import { folderOf, resolvePath } from '../text/relativePath';
import { baseName } from './pathRules';

/** A service that a compose file builds from a folder of its own. */
export interface BuiltService {
  readonly folder: string;
  /** What the file says of it. */
  readonly text: string;
  /** The variables for addresses that it is given, also those whose values are not written there: `- NAME`, `NAME: ${NAME}`. */
  readonly given: ReadonlySet<string>;
  /** Its variables may come from elsewhere as well: another file or service, or what is said of several at once. */
  readonly isOpen: boolean;
}

/** https://docs.docker.com/compose/intro/compose-application-model/#the-compose-file */
const COMPOSE = /^(?:docker-)?compose[\w.-]*\.ya?ml$/;
const BUILD = /^[ \t]+(?:build|context):[ \t]*["']?([\w./-]+)["']?[ \t]*(?:#.*)?$/m;
/** A file of variables, another service, or an alias: `<<: [*common, *more]`. */
const OPEN = /^[ \t]+(?:env_file|extends):|[\s[,]\*\w/m;
const COMMENT = /(?<=\s)#.*$/gm;
/** A variable, where it is not asked for its value. */
const VARIABLE = /(?<![\w$]|\$\{)[A-Z][A-Z\d_]+(?!\w)/g;
/** So many lines of a file are looked at. */
const MOST_LINES = 5_000;

/** The services that a compose file builds from other folders than its own. */
export function builtServices(path: string, text: string): readonly BuiltService[] {
  if (!COMPOSE.test(baseName(path))) return [];
  return blocksOf(text).flatMap(({ start, end }) => {
    const own = text.slice(start, end);
    const built = BUILD.exec(own)?.[1];
    const folder = built === undefined ? undefined : resolvePath(path, built);
    if (folder === undefined || folder === folderOf(path)) return [];
    const said = own.replace(COMMENT, '');
    const given = new Set(Array.from(matchesOf(said, VARIABLE), ([name]) => name).filter(isAddressName));
    return [{ folder, text: own, given, isOpen: OPEN.test(said) }];
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
