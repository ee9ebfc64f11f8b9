import { matchesOf } from '../text/matches';

/** Longest list of names behind a path that is read. */
const LONGEST_LIST = 2_000;
/** Imports of a text that are read. */
const MOST = 2_000;

/**
 * `import static a.B.C;`, `use a::b::{C, d::E};`, `using static A.B;` (all that `B` has): imports of names by their
 * paths.
 */
const IMPORT = new RegExp(
  String.raw`^[ \t]*(?:pub )?(?:import|use|(using[ \t]+static))[ \t]+(?:static[ \t]+)?` +
    String.raw`((?:\w+(?:\.|::|\\))+(?:\w+|\*|\{[^;]{0,${LONGEST_LIST}}))`,
  'gm',
);
const TOKEN = /\w+|\.|::|[\\{},*]/g;

/** Where the names of a text come from, in languages that import by paths. Read in one pass when first asked for. */
export class ImportPaths {
  private paths: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(private readonly text: string) {}

  /**
   * The paths that a name is imported from, each with the mark behind it: `a.b.` of `import a.b.C;`. Those of which
   * everything is imported stand under `*`.
   */
  of(name: string): readonly string[] {
    this.paths ??= read(this.text);
    return this.paths.get(name) ?? [];
  }
}

function read(text: string): ReadonlyMap<string, readonly string[]> {
  const paths = new Map<string, string[]>();
  let count = 0;
  for (const [, ofType, names = ''] of matchesOf(text, IMPORT)) {
    if (count++ >= MOST) break;
    addNames(paths, ofType === undefined ? names : `${names}.*`);
  }
  return paths;
}

/** Adds the names of one import, which may have lists within lists. */
function addNames(paths: Map<string, string[]>, written: string): void {
  const outer: string[] = [];
  let path = '';
  let name = '';
  const add = (): void => {
    if (name !== '') paths.set(name, [...(paths.get(name) ?? []), path]);
    name = '';
  };
  for (const token of written.match(TOKEN) ?? []) {
    if (token === '{') outer.push(path);
    else if (token === ',' || token === '}') {
      add();
      if (token === '}') outer.pop();
      path = outer.at(-1) ?? '';
    } else if (/^[.:\\]/.test(token)) {
      path += name + token;
      name = '';
    } else {
      add();
      name = token;
    }
  }
  add();
}
