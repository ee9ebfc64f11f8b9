import { perObject } from '../once';
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

/** `import a.B as C`, `use a::{B as C};`, `use a\\B as C;`, `using C = a.B;`: `C` stands for `B`. */
const RENAMED = new RegExp(
  String.raw`^[ \t]*(?:(?:pub )?(?:import|use)[ \t]+[\w.:\\]+(?:\{[^;]{0,${LONGEST_LIST}}|[ \t]+as[ \t]+\w+)|` +
    String.raw`(?:global[ \t]+)?using[ \t]+(\w+)[ \t]*=[ \t]*(?:[\w.:]+[.:])?(\w+)[ \t]*;)`,
  'gm',
);
const AS = /(?<!\w)(\w{1,80})\s{1,20}as\s{1,20}(\w{1,80})/g;

/** Where the names of a text come from, in languages that import by paths. Read in one pass when first asked for. */
export class ImportPaths {
  private paths: ReadonlyMap<string, readonly string[]> | undefined;
  private renamed: ReadonlyMap<string, string> | undefined;

  constructor(private readonly text: string) {}

  /**
   * The paths that a name is imported from, each with the mark behind it: `a.b.` of `import a.b.C;`. Those of which
   * everything is imported stand under `*`.
   */
  of(name: string): readonly string[] {
    this.paths ??= read(this.text);
    return this.paths.get(name) ?? [];
  }

  /** What a name is called where it comes from; `undefined` where the text gives it no other name. */
  original(name: string): string | undefined {
    this.renamed ??= readRenamed(this.text);
    return this.renamed.get(name);
  }
}

/** The paths of a text, read once for all that ask. */
export const importPathsOf = perObject(({ text }: { readonly text: string }) => new ImportPaths(text));

function readRenamed(text: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  if (!/\bas\s|\busing\s/.test(text)) return names;
  let count = 0;
  for (const [statement, alias, type] of matchesOf(text, RENAMED)) {
    if (count++ >= MOST) break;
    if (alias !== undefined && type !== undefined) names.set(alias, type);
    else for (const [, name = '', other = ''] of matchesOf(statement, AS)) names.set(other, name);
  }
  return names;
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
