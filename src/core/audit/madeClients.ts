import { DEFAULT_NAME } from '../detect/namesElsewhere';
import { ALL_NAMES } from '../detect/ownClients';
import { once } from '../once';
import type { ClientName, NamedClient } from '../reference';
import { addTo } from '../text/grouped';
import { areAlone, lastPart, tellsPath, themselves, type Modules } from './modules';
import { folderOf } from '../text/relativePath';
import type { Located } from './result';

type Place = Pick<Located, 'folder' | 'path'>;

/** A client that a file of the tree makes for others, or has from another file. */
type Made = Omit<NamedClient, 'name'>;

/** Stands for the files beside one among {@link modulesOf}. */
export const BESIDE = '.';

/** The last names of the files or folders in which the client may be made that a file calls. */
export function modulesOf({ module, path: [name = ''] }: ClientName): readonly string[] {
  return module === BESIDE ? [BESIDE, name] : [lastPart(module), name];
}

/** By which alone a client is called, whatever has it. */
export function lastNameOf({ path }: ClientName): string {
  return path.at(-1) ?? DEFAULT_NAME;
}

/** Through more files than these nobody gives a client on; a chain of them without end would end the program. */
const DEEPEST = 40;

/** So many places of a tree that give the address of one name anew are looked at. */
const MOST_SETTERS = 100;

/** Whom a client of another file asks. */
export type AskedByClient = Omit<NamedClient, 'name' | 'from' | 'sets' | 'regionBy'>;

/** An address that a file puts in place of another file's. */
interface Setter {
  readonly address: string;
  /** That have the name which is given it, once all files of the tree are known. */
  readonly files: () => readonly string[];
}

/** The clients that the files of a tree make for others, by the names and modules that these call them by. */
export class MadeClients {
  /** By folder of the audit, path and name. */
  private readonly made = new Map<string, Made[]>();
  /** By folder of the audit and last name, the addresses that files give to names of others. */
  private readonly setters = new Map<string, Setter[]>();
  /** What was asked for: by folder of the audit, folder of who asks, module and names. */
  private readonly known = new Map<string, AskedByClient | undefined>();

  /** Through how many files the client is followed that is asked for now. */
  private depth = 0;

  /** @param regions that the clients may be given */
  constructor(
    private readonly modules: Modules,
    private readonly regions?: MadeClients,
  ) {}

  add(clients: readonly NamedClient[], place: Place): void {
    const { folder, path } = place;
    for (const { name, sets, ...asked } of clients)
      if (sets === undefined) addTo(this.made, `${folder}\n${path}\n${name}`, asked);
      else if (asked.address !== undefined)
        addTo(this.setters, lastKey(sets, place), {
          address: asked.address,
          files: once(() => this.filesWith(sets, place)),
        });
  }

  /**
   * Whom the client asks that a file gets from a module; `undefined` where no file of the tree makes it, or several do
   * that ask others.
   */
  of(client: ClientName, place: Place): AskedByClient | undefined {
    const key = [place.folder, folderOf(place.path), client.module, ...client.path].join('\n');
    if (!this.known.has(key)) {
      if (this.depth >= DEEPEST) return { host: null };
      // What leads back to itself is made by nobody.
      this.known.set(key, undefined);
      this.depth++;
      this.known.set(key, this.find(client, place));
      this.depth--;
    }
    return this.known.get(key);
  }

  private find(client: ClientName, place: Place): AskedByClient | undefined {
    const [own, ...ofMember] = namesIn(client);
    const direct = own === undefined ? [] : this.among(...own, place);
    const found = direct.length > 0 ? direct : ofMember.flatMap((one) => this.among(...one, place));
    const [first, ...others] = found;
    if (first === undefined) return undefined;
    const mayBe = this.addressesOf(found, client, place);
    const open = mayBe.length === 0 ? {} : { mayBe };
    if (others.some(({ host }) => host !== first.host))
      return mayBe.length === 0 ? undefined : { host: null, ...open };
    const isSame = (fact: 'region' | 'address'): boolean =>
      others.every((other) => other[fact] === first[fact]);
    const { host, region, address, isAddress } = first;
    return {
      host,
      ...(isAddress && { isAddress }),
      ...(found.some(({ isDefault }) => isDefault) && { isDefault: true }),
      ...(region !== undefined && isSame('region') && { region }),
      ...(address !== undefined && isSame('address') && { address }),
      ...open,
    };
  }

  /** All addresses of a name of which nothing says which is meant: of several files, in one, and as others set it. */
  private addressesOf(found: readonly AskedByClient[], client: ClientName, place: Place): readonly string[] {
    const kept = found.flatMap(({ isAddress, address }) =>
      isAddress && address !== undefined ? [address] : [],
    );
    const own = new Set(kept).size > 1 ? kept : [];
    return [...new Set([...own, ...found.flatMap(({ mayBe = [] }) => mayBe), ...this.setFor(client, place)])];
  }

  /** The addresses that files put in place of what a client gets of another. */
  private setFor(client: ClientName, place: Place): readonly string[] {
    const setters = this.setters.get(lastKey(client, place));
    if (setters === undefined) return [];
    const files = new Set(this.filesWith(client, place));
    return setters
      .slice(0, MOST_SETTERS)
      .filter((one) => one.files().some((file) => files.has(file)))
      .map(({ address }) => address);
  }

  /** The files that have a name of a module. */
  private filesWith(client: ClientName, place: Place): readonly string[] {
    return namesIn(client).flatMap(([name, module]) =>
      this.modules
        .of(module, place)
        .map(({ path }) => path)
        .filter((path) => this.made.has(`${place.folder}\n${path}\n${name}`)),
    );
  }

  /** The clients of a name in the files that a module is: where one of several files lacks it, they leave it open. */
  private among(name: string, module: string, place: Place): readonly AskedByClient[] {
    const named = this.modules.of(module, place);
    if (named.length === 0) return this.addressesCalled(name, module, place);
    const files = themselves(module, named);
    const found = files.map(({ path }) => this.in(path, name, place));
    const isOpen = found.some(({ length }) => length > 0) && found.some(({ length }) => length === 0);
    const all = found.flat();
    return isOpen && areAlone(files) ? [...all, { host: null }] : all;
  }

  /**
   * The addresses of a name in the file beside that is called like a module whose path does not tell where in the tree it
   * lies.
   */
  private addressesCalled(name: string, module: string, place: Place): readonly AskedByClient[] {
    if (tellsPath(place)) return [];
    const folder = folderOf(place.path);
    const files = this.modules.called(lastPart(module), place);
    return files
      .filter(({ path }) => folderOf(path) === folder)
      .flatMap(({ path }) => this.in(path, name, place))
      .filter(({ isAddress }) => isAddress === true);
  }

  /** The one region that a client gets of another file by a name. */
  private regionBy(name: ClientName, place: Place): Pick<AskedByClient, 'region' | 'isDefault'> {
    const { address, mayBe = [], isDefault } = this.regions?.of(name, place) ?? {};
    return address === undefined || mayBe.length > 0
      ? {}
      : { region: address, ...(isDefault && { isDefault }) };
  }

  /** The clients of a name in a file, also those that it has from another. */
  private in(path: string, name: string, { folder }: Place): readonly AskedByClient[] {
    const at = (key: string): readonly Made[] => this.made.get(`${folder}\n${path}\n${key}`) ?? [];
    const own = at(name).map(({ from, regionBy, ...asked }) => {
      const kept = regionBy && this.regionBy(regionBy, { folder, path });
      return from === undefined ? { ...asked, ...kept } : (this.of(from, { folder, path }) ?? { host: null });
    });
    if (own.length > 0 || name === DEFAULT_NAME) return own;
    return at(ALL_NAMES).flatMap(({ from }) => {
      const asked = from && this.of({ module: from.module, path: [name] }, { folder, path });
      return asked === undefined ? [] : [asked];
    });
  }
}

/** Where the names of a client may lead: to a name of its module, or else to a member, or to a name of a module of it. */
function namesIn({
  module,
  path: [name = DEFAULT_NAME, member],
}: ClientName): readonly (readonly [name: string, module: string])[] {
  // What is got from a package may be a module of it.
  const isRelative = /\.$/.test(module);
  const inner = `${module}${isRelative ? '' : module.includes('/') ? '/' : '.'}${name}`;
  if (member === undefined)
    return [
      [name, module],
      [`${lastPart(module)}.${name}`, module],
    ];
  return [
    [name, module],
    [member, inner],
    [`${name}.${member}`, module],
    ...(name === DEFAULT_NAME ? [[member, module] as const] : []),
  ];
}

function lastKey(client: ClientName, { folder }: Pick<Place, 'folder'>): string {
  return `${folder}\n${lastNameOf(client)}`;
}
