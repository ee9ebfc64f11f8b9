import { DEFAULT_NAME } from '../detect/ownClients';
import type { ClientName, NamedClient } from '../reference';
import { folderOf } from './pathRules';
import type { Located } from './result';

type Place = Pick<Located, 'folder' | 'path'>;

/** A client that a file of the tree makes for others. */
interface Made extends Omit<NamedClient, 'name'> {
  /** The folders of the file, and its name without the ending. */
  readonly parts: readonly string[];
}

/** Stands for the files beside one among {@link modulesOf}. */
export const BESIDE = '.';

/** The last names of the files or folders in which the client may be made that a file calls. */
export function modulesOf({ module, path: [name = ''] }: ClientName): readonly string[] {
  return module === BESIDE ? [BESIDE, name] : [partsOf(module).at(-1) ?? '', name];
}

/** Whom a client of another file asks. */
export type AskedByClient = Omit<NamedClient, 'name'>;

/** The clients that the files of a tree make for others, by the names and modules that these call them by. */
export class MadeClients {
  /** By folder of the audit, and name. */
  private readonly made = new Map<string, Made[]>();
  /** What was asked for: by folder of the audit, folder of who asks, module and names. */
  private readonly known = new Map<string, AskedByClient | undefined>();

  add(clients: readonly NamedClient[], { folder, path }: Place): void {
    const parts = path.replace(/\.\w+$/, '').split('/');
    for (const { name, ...asked } of clients) {
      const key = `${folder}\n${name}`;
      this.made.set(key, [...(this.made.get(key) ?? []), { ...asked, parts }]);
    }
  }

  /**
   * Whom the client asks that a file gets from a module; `undefined` where no file of the tree makes it, or several do
   * that ask others.
   */
  of(client: ClientName, { folder, path }: Place): AskedByClient | undefined {
    const from = folderOf(path);
    const key = [folder, from, client.module, ...client.path].join('\n');
    if (!this.known.has(key)) this.known.set(key, this.find(client, folder, from));
    return this.known.get(key);
  }

  private find(
    { module, path: [name = DEFAULT_NAME, member] }: ClientName,
    folder: number,
    from: string,
  ): AskedByClient | undefined {
    const own = this.among(`${folder}\n${name}`, module, from);
    // What is got from a package may be a module of it.
    const isRelative = /\.$/.test(module);
    const inner = `${module}${isRelative ? '' : module.includes('/') ? '/' : '.'}${name}`;
    const found =
      own.length > 0 || member === undefined ? own : this.among(`${folder}\n${member}`, inner, from);
    const [first, ...others] = found;
    if (first === undefined || others.some(({ host }) => host !== first.host)) return undefined;
    const region = others.every((other) => other.region === first.region) ? first.region : undefined;
    return { host: first.host, ...(region !== undefined && { region }) };
  }

  /** The clients of a name whose files are those of a module; of several places the nearest to who asks. */
  private among(key: string, module: string, from: string): readonly Made[] {
    const all = this.made.get(key) ?? [];
    const exact = relativeTo(module, from);
    if (exact !== undefined) return all.filter(({ parts }) => isAt(parts, exact));
    const wanted = partsOf(module);
    const near = from === '' ? [] : from.split('/');
    let nearest = -1;
    let found: Made[] = [];
    for (const one of all) {
      if (!isNamed(one.parts, wanted, module, from)) continue;
      const distance = common(one.parts, near);
      if (distance > nearest) [nearest, found] = [distance, []];
      if (distance === nearest) found.push(one);
    }
    return found;
  }
}

/** The path that a module has which is told from the folder of who imports it; `undefined` for one of a package. */
function relativeTo(module: string, from: string): string | undefined {
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
 * Whether a file, or its folder, is called like a module. A plain name is that of a package, unless the file lies beside
 * the one that imports it or the name is told from the root; what a domain stands before, may begin further out.
 */
function isNamed(parts: readonly string[], wanted: readonly string[], module: string, from: string): boolean {
  const isOfRoot = /^[@~]\//.test(module);
  const isAbove = /^[\w-]+\.[\w.-]+\//.test(module) || /^[\w.]+\.[A-Z]\w*$/.test(module);
  return [parts, parts.slice(0, -1)].some((own) => {
    if (own.length === 0 || wanted.length === 0) return false;
    if (own.length < wanted.length) return isAbove && endsWith(wanted, own);
    if (wanted.length === 1 && !isOfRoot && parts.slice(0, -1).join('/') !== from) return false;
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
