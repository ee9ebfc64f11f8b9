import { once, perObject } from '../once';
import { IDENTIFIER, IN_WORD, isBlankCode, isWordCode, lineEnd } from '../text/charClass';
import { matchesOf } from '../text/matches';
import { addTo } from '../text/grouped';

/** Longest list of imported names, and longest name of a module, that is read. */
const LONGEST_LIST = 2_000;
const LONGEST_MODULE = 120;
/** Imports of a text that are read. */
const MOST = 2_000;

/** What a name stands for in a text. */
export interface Imported {
  /** The name as its module calls it; `''` when the name stands for the whole module. */
  readonly name: string;
  /** The module, as written: `faster_whisper`, `@huggingface/transformers`. */
  readonly module: string;
}

/**
 * The names that a text imports, under the names that it uses: `from a import B as C`, `import a.b as c`,
 * `{ B as C }` of a script, `import c "a/b"` of Go, also in a list. Read in one pass when it is first asked for.
 */
export class Imports {
  private all: Names | undefined;

  constructor(private readonly text: string) {}

  get(name: string): Imported | undefined {
    return this.read().names.get(name);
  }

  /** All that imports of a text give a name, and where these stand. */
  allOf(name: string): readonly ImportedAt[] {
    return this.read().all.get(name) ?? NONE;
  }

  /** Whether a name is what a module of a script gives to who imports it without braces. */
  isDefault(name: string): boolean {
    return this.read().defaults.has(name);
  }

  private read(): Names {
    return (this.all ??= read(this.text));
  }
}

/** What an import gives a name, and where that stands. */
export interface ImportedAt extends Imported {
  readonly at: number;
}

const NONE: readonly ImportedAt[] = [];

interface Names {
  /** Whether the text is one of Go. */
  readonly isGo: () => boolean;
  readonly names: Map<string, Imported>;
  readonly all: Map<string, ImportedAt[]>;
  readonly defaults: Set<string>;
}

/** The imports of a text, read once for all who ask for them by what is known of it. */
export const importsOf = perObject(({ text }: { readonly text: string }) => new Imports(text));

function read(text: string): Names {
  const isGo = once(() => PACKAGE_OF_GO.test(text));
  const names: Names = { isGo, names: new Map(), all: new Map(), defaults: new Set() };
  let count = 0;
  for (let at = text.indexOf('import'); at >= 0 && count < MOST; count++) {
    const after = at + 'import'.length;
    const isWord =
      !isWordCode(at === 0 ? 32 : text.charCodeAt(at - 1)) && !isWordCode(text.charCodeAt(after));
    const end = isWord ? readImport(text, at, after, names) : after;
    at = text.indexOf('import', Math.max(end, after));
  }
  if (text.includes('require(')) readRequires(text, names);
  return names;
}

/** What scripts get of other files of the project by `require`, as a whole or by its names. */
const REQUIRED = new RegExp(
  String.raw`(?<=^|\n)(?:const|let|var)\s{1,4}(?:(${IDENTIFIER})|\{([^{}]{1,${LONGEST_LIST}})\})\s{0,4}=\s{0,4}` +
    String.raw`require\(\s{0,4}["'](\.{1,2}/[^"'\s]{1,${LONGEST_MODULE}})["']\s{0,4}\)\s{0,4}(?=[;\n]|$)`,
  'g',
);

function readRequires(text: string, found: Names): void {
  let count = 0;
  for (const { 1: whole, 2: list = '', 3: module = '', index: at } of matchesOf(text, REQUIRED)) {
    if (count++ >= MOST) break;
    if (whole === undefined)
      addAll(
        (name, imported) => addName(found, name, { ...imported, at }),
        list.replace(/:/g, ' as '),
        module,
      );
    else if (!found.names.has(whole)) {
      addName(found, whole, { name: '', module, at });
      found.defaults.add(whole);
    }
  }
}

/** Reads what follows the word `import`, and returns where that ends. */
function readImport(text: string, at: number, after: number, found: Names): number {
  const { defaults, isGo } = found;
  const names = (name: string, imported: Imported): void => addName(found, name, { ...imported, at });
  const module = moduleBefore(text, at);
  const end = listEnd(text, after);
  const list = text.slice(after, end);
  if (module !== '') addAll(names, list, module);
  else {
    const behind = /^\s*from\s*["']([^"'\s]{1,120})["']/.exec(
      text.slice(end, end + LONGEST_MODULE + 20),
    )?.[1];
    const script = behind ?? /\sfrom\s*["']([^"'\s]{1,120})["']/.exec(list)?.[1];
    if (script === undefined) addModules(names, list, isGo);
    else {
      const given = list.split(/\sfrom\s*["']/, 1)[0] ?? '';
      const name = DEFAULT.exec(given)?.[1];
      addAll(names, given, script);
      if (name !== undefined) defaults.add(name);
    }
  }
  return end;
}

/** What stands before the braces of a list, or alone. */
const DEFAULT = new RegExp(String.raw`^\s*(${IDENTIFIER})\s*(?:,|$)`);

/** `from a.b import …`: the module, on the same line. */
function moduleBefore(text: string, at: number): string {
  let start = at;
  while (start > 0 && at - start < LONGEST_MODULE && text.charCodeAt(start - 1) !== 10) start--;
  return MODULE_BEFORE.exec(text.slice(start, at))?.[1] ?? '';
}

const MODULE_BEFORE = new RegExp(String.raw`^\s*from\s+([${IN_WORD}.]+)\s+$`);
const MODULE = new RegExp(`^[${IN_WORD}.]+$`);
const NAME = new RegExp(`^${IDENTIFIER}$`);

/** The end of the list of names: of its brackets, or of the line. */
function listEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && at - from < 20 && isBlankCode(text.charCodeAt(at)) && text.charCodeAt(at) !== 10)
    at++;
  const open = text.charCodeAt(at);
  const stop = Math.min(text.length, from + LONGEST_LIST);
  if (open !== 40 && open !== 123) return lineEnd(text, from, stop);
  const close = open === 40 ? 41 : 125;
  while (at < stop && text.charCodeAt(at) !== close) at++;
  return Math.min(at + 1, stop);
}

/** The last one is meant. */
function addName({ names, all }: Names, name: string, imported: ImportedAt): void {
  names.set(name, { name: imported.name, module: imported.module });
  addTo(all, name, imported);
}

type Add = (name: string, imported: Imported) => void;

function addAll(add: Add, list: string, module: string): void {
  for (const part of list.replace(/[(){}]/g, ' ').split(/[,\n]/)) {
    const { name, alias } = namedIn(part);
    if (NAME.test(name)) add(alias ?? name, { name, module });
    else if (name === '*' && alias !== undefined) add(alias, { name: '', module });
  }
}

/** A package of Go, under another name, `.` and `_` for none, or the last one of its path before a version. */
const OF_GO = /(?:(?<![\w.])([A-Za-z]\w{0,60}|[._])[ \t]+)?"([\w.-]{1,60}\/[\w./-]{1,120})"/g;
const LAST_OF_PATH = /(?<=\/)([A-Za-z]\w{0,60})(?:\/v\d{1,3})?$/;
/** What only files of Go begin with. */
const PACKAGE_OF_GO = /(?:^|\n)package[ \t]+\w+[ \t]*\r?\n/;

/** `import a.b as c, d`: modules under other names; packages of Go under their own, too. */
function addModules(add: Add, list: string, isGo: () => boolean): void {
  for (const [, alias, module = ''] of matchesOf(list, OF_GO)) {
    const name = alias ?? (isGo() ? LAST_OF_PATH.exec(module)?.[1] : undefined);
    if (name !== undefined && /\w/.test(name) && name !== '_') add(name, { name: '', module });
  }
  for (const part of list.split(',')) {
    const { name, alias } = namedIn(part);
    if (alias !== undefined && MODULE.test(name)) add(alias, { name: '', module: name });
  }
}

/** `B as C`: what one part of a list names, and under which other name. */
function namedIn(part: string): { readonly name: string; readonly alias: string | undefined } {
  const [name = '', as, alias] = part.trim().split(/\s+/, 3);
  return { name, alias: as === 'as' ? alias : undefined };
}
