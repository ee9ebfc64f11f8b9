import { addTo } from '../text/grouped';
import { folderOf } from '../text/relativePath';
import type { Located } from './result';

type Place = Pick<Located, 'folder' | 'path'>;

/** A file that others may import. */
export interface ModuleFile {
  readonly path: string;
  /** The folders of the file, and its name without the ending. */
  readonly parts: readonly string[];
}

/** The files of a tree by the modules that others import them as. */
export class Modules {
  /** By folder of the audit, and last name: of the file, or of the folder that is a package. */
  private readonly files = new Map<string, ModuleFile[]>();
  /** By folder of the audit, and the folder that a file lies in. */
  private readonly inFolders = new Map<string, ModuleFile[]>();
  private readonly paths = new Set<string>();

  /** Grows with every file: what was found before may be another file then. */
  get size(): number {
    return this.paths.size;
  }

  add({ folder, path }: Place): void {
    const key = `${folder}\n${path}`;
    if (this.paths.has(key)) return;
    this.paths.add(key);
    const file = { path, parts: path.replace(/\.\w+$/, '').split('/') };
    for (const name of namesOf({ path })) addTo(this.files, `${folder}\n${name}`, file);
    addTo(this.inFolders, `${folder}\n${folderOf(path)}`, file);
  }

  /**
   * The files that a module is which a file imports, also those that only lie in the folder which it is; of several
   * places the nearest to who asks.
   */
  of(module: string, { folder, path }: Place): readonly ModuleFile[] {
    const from = folderOf(path);
    const exact = relativeTo(module, from);
    if (exact !== undefined)
      return [...new Set([folderOf(exact), exact])].flatMap((path) =>
        this.within(folder, path).filter(({ parts }) => isAt(parts, exact)),
      );
    const wanted = partsOf(module);
    const named = isBeside(module, wanted)
      ? this.within(folder, from)
      : (this.files.get(`${folder}\n${lastPart(module)}`) ?? []);
    return nearest(
      named.filter(({ parts }) => isNamed(parts, wanted, module)),
      from,
    );
  }

  private within(folder: number, path: string): readonly ModuleFile[] {
    return this.inFolders.get(`${folder}\n${path}`) ?? [];
  }

  /** The files of a last name that are the nearest to who asks, where no path tells them. */
  called(name: string, { folder, path }: Place): readonly ModuleFile[] {
    return nearest(this.files.get(`${folder}\n${name}`) ?? [], folderOf(path));
  }
}

/** Whether who imports a folder of a language gets what one file in it says: the others are modules of their own. */
const OF_FILES = /\.(?:[cm]?[jt]sx?|vue|svelte|pyi?|rs)$/;
const INDEX = /^(?:index|__init__|mod)$/;

/** Those of the files of a module that are the module itself, and do not only lie in its folder. */
export function themselves(module: string, files: readonly ModuleFile[]): readonly ModuleFile[] {
  const last = lastPart(module);
  const own = files.filter(({ parts }) => parts.at(-1) === last);
  const isOwn = own.some(({ path }) => OF_FILES.test(path));
  return isOwn
    ? own
    : files.filter(({ path, parts }) => !OF_FILES.test(path) || INDEX.test(parts.at(-1) ?? ''));
}

/** Whether each of several files is a module of its own, and not all together are one. */
export function areAlone(files: readonly ModuleFile[]): boolean {
  return files.every(({ path }) => OF_FILES.test(path));
}

/** Files whose imports tell where in the tree they lead, or that they lead out of it. */
const BY_PATH = /\.(?:[cm]?[jt]sx?|vue|svelte|pyi?)$/;

/** Whether the imports of a file tell where in the tree they lead. */
export function tellsPath({ path }: Pick<Place, 'path'>): boolean {
  return BY_PATH.test(path);
}

function nearest(files: readonly ModuleFile[], from: string): readonly ModuleFile[] {
  const near = from === '' ? [] : from.split('/');
  const far = Math.max(...files.map(({ parts }) => common(parts, near)));
  return files.filter(({ parts }) => common(parts, near) === far);
}

/** The names that others import a file by: its own, or that of the folder that is a package. */
export function namesOf({ path }: Pick<Place, 'path'>): readonly string[] {
  const own = lastPart(path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, ''));
  return [...new Set([own, lastPart(folderOf(path))])];
}

/** The last name of a module or path: `models` of `../app/models.js`. */
export function lastPart(module: string): string {
  return partsOf(module).at(-1) ?? '';
}

/** The path that a module has which is told from the folder of who imports it; `undefined` for one of a package. */
export function relativeTo(module: string, from: string): string | undefined {
  const [, dots = '', rest = ''] = /^(\.+)(?!\.)(.*)$/.exec(module) ?? [];
  if (dots === '') return undefined;
  const path = from === '' ? [] : from.split('/');
  // `./a/b` and `../a` of scripts; `.a.b` and `..a` of Python, whose first dot is the own folder.
  const isScript = rest.startsWith('/') || rest === '';
  const steps = isScript ? rest.split('/') : rest.split('.');
  for (const step of [...Array.from({ length: dots.length - 1 }, () => '..'), ...steps]) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/').replace(/\.[cm]?[jt]sx?$/, '');
}

/** Whether a file is at a path, or in the folder there. */
function isAt(parts: readonly string[], path: string): boolean {
  return parts.join('/') === path || parts.slice(0, -1).join('/') === path;
}

/** The names of a module or path from the outermost, without marks for the root of a project and the ending of a file. */
export function partsOf(module: string): readonly string[] {
  return module
    .replace(/\.[cm]?[jt]sx?$/, '')
    .split(/[/.:\\]+/)
    .filter((part) => !/^[@~]?$/.test(part));
}

/**
 * Whether a module can only lie beside who imports it: a plain name is that of a package elsewhere, unless it is told from
 * the root.
 */
function isBeside(module: string, wanted: readonly string[]): boolean {
  return wanted.length === 1 && !/^[@~]\//.test(module);
}

/** Whether a file, or its folder, is called like a module; what a domain stands before, may begin further out. */
function isNamed(parts: readonly string[], wanted: readonly string[], module: string): boolean {
  const isAbove = /^[\w-]+\.[\w.-]+\//.test(module) || /^[\w.]+\.[A-Z]\w*$/.test(module);
  return [parts, parts.slice(0, -1)].some((own) => {
    if (own.length === 0 || wanted.length === 0) return false;
    if (own.length < wanted.length) return isAbove && endsWith(wanted, own);
    return endsWith(own, wanted);
  });
}

function endsWith(all: readonly string[], end: readonly string[]): boolean {
  return end.every((part, index) => all[all.length - end.length + index] === part);
}

/** How many folders two paths begin with alike. */
function common(one: readonly string[], other: readonly string[]): number {
  const end = other.findIndex((part, index) => one[index] !== part);
  return end < 0 ? other.length : end;
}
