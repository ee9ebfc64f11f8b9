import { contextOfPath } from '../detect/context/context';
import { ANY_KEY, type NamePath, leadsTo, tableOf } from '../detect/askedConstants';
import {
  classKey,
  clientKey,
  fileKey,
  isClassOpen,
  isFileOfRepository,
  isFileOpen,
  isHostOpen,
  isMember,
  isRegionOpen,
  givenRegionsKey,
  keptKey,
  regionKey,
  type AskedHost,
  type AskedHosts,
} from '../detect/askedElsewhere';
import { isOfPackage } from '../documents/fileTypes';
import type { ImportedName, ModelReference, NamedClient, RuntimeChoice } from '../reference';
import { addTo } from '../text/grouped';
import { isUse } from '../vocabulary';
import { isCalledAfter } from '../detect/filesInEntries';
import { MadeClients } from './madeClients';
import { lastPart, type ModuleFile, Modules, namesOf, tellsPath } from './modules';
import type { Located } from './result';

type Place = Pick<Located, 'folder' | 'path'>;

/** What a file keeps, and what it gets that it does not say itself. */
interface Kept {
  readonly references: readonly { readonly reference: ModelReference }[];
  readonly runtimeChoices: readonly { readonly choice: RuntimeChoice }[];
  /** The clients that others may call. */
  readonly clients?: readonly NamedClient[] | undefined;
  /** The names under which it registers networks of its own. */
  readonly ownClasses?: readonly string[] | undefined;
}

/** The names that lead to what a file keeps, and the type whose member it is where these do not say it. */
interface KeptName {
  readonly path: NamePath;
  readonly memberOf: string | undefined;
}

/** Whom a client asks, with the address of a machine of the project's own. */
type AskedAt = Pick<AskedHost, 'host' | 'address' | 'mayBe' | 'region'>;

/** A client of one file that gets a model of another. */
interface Ask extends ImportedName {
  readonly callee: string;
  /** It is only an argument that is called like a model. */
  readonly isOfType: boolean;
  readonly by: Place;
}

/** What is asked for of files of one name, as long as no more files and asks are known. */
interface AsksByFile {
  readonly files: number;
  readonly asks: number;
  readonly byPath: Map<string, Ask[]>;
  /** Of files that nobody knows: who is asked is open. */
  readonly open: Ask[];
}

/**
 * What files of a tree keep under names, whom other files ask for it, whom the clients ask that they make for others,
 * the repositories that they tell of files of weights, and the networks that they register under names.
 */
export class KeptConstants {
  /** By folder and the last name of the module. */
  private readonly asks = new Map<string, Ask[]>();
  /** The same by the files that they name, found once for all that have the name. */
  private readonly asked = new Map<string, AsksByFile>();
  private readonly kept = new Map<string, KeptName[]>();
  private readonly modules = new Modules();
  /** The regions that files keep for clients. */
  private readonly regions = new MadeClients(this.modules);
  private readonly clients = new MadeClients(this.modules, this.regions);
  /** By folder, the names under which networks are registered. */
  private readonly classes = new Set<string>();
  /** By folder and name of a file of weights, the repositories that it is got from. */
  private readonly repositories = new Map<string, string[]>();

  /** Knows a file as what others may import. */
  addFile(place: Place): void {
    this.modules.add(place);
  }

  /** Takes in what the code of a product keeps and gets of others. */
  add({ references, runtimeChoices, clients = [], ownClasses = [] }: Kept, place: Place): void {
    this.modules.add(place);
    const asks = runtimeChoices.flatMap(({ choice: { imported, loader, isOfType = false } }) =>
      imported === undefined ? [] : [{ ...imported, callee: loader, isOfType, by: place }],
    );
    const paths = references.flatMap(({ reference: { keptAs: path, memberOf } }) =>
      path === undefined ? [] : [{ path, memberOf }],
    );
    const files = filesOf(references);
    // Asked last: most files have neither, and the context of a path takes many expressions.
    if (asks.length + paths.length + clients.length + ownClasses.length + files.length === 0) return;
    if (contextOfPath(place.path) !== 'product') return;
    for (const { reference } of files) addTo(this.repositories, keyOf(place, reference.text), reference.id);
    for (const name of ownClasses) this.classes.add(keyOf(place, name));
    this.clients.add(
      clients.filter(({ isRegion }) => isRegion !== true),
      place,
    );
    // What a file gives on of another may be either.
    this.regions.add(
      clients.filter(({ isRegion, from }) => isRegion === true || from !== undefined),
      place,
    );
    for (const ask of asks) addTo(this.asks, keyOf(place, lastPart(ask.module)), ask);
    const names = askedNames(place, references);
    for (const path of paths) for (const name of names) addTo(this.kept, keyOf(place, name), path);
  }

  /** Whether whom others ask for what a file keeps may say more than it says itself. */
  static isOpen({ references }: Pick<Kept, 'references'>): boolean {
    return references.some(
      ({ reference }) =>
        reference.askedBy !== undefined ||
        reference.regionsBy !== undefined ||
        isRegionOpen(reference) ||
        isHostOpen(reference) ||
        isMember(reference) ||
        isFileOpen(reference) ||
        isClassOpen(reference),
    );
  }

  /** The hosts that all other files which ask for what a file keeps ask for it, by {@link keptKey}. */
  askedFor({ references }: Pick<Kept, 'references'>, place: Place): AskedHosts {
    this.modules.add(place);
    const asks = askedNames(place, references).flatMap((name) => this.asksTo(name, place));
    const found = new Map<string, AskedHost>();
    for (const { reference } of references) {
      const { keptAs = [], askedBy } = reference;
      for (const [key, regions] of this.regionsFor(reference, asks, place)) found.set(key, regions);
      const repository = isFileOpen(reference) ? this.repositoryOf(reference, place) : undefined;
      if (repository !== undefined) found.set(fileKey(reference.text), { host: null, callee: repository });
      if (isClassOpen(reference) && this.classes.has(keyOf(place, reference.text)))
        found.set(classKey(reference.text), { host: null, callee: reference.text });
      const client = askedBy && this.clients.of(askedBy, place);
      if (askedBy !== undefined && client !== undefined)
        found.set(clientKey(askedBy), { ...client, callee: askedBy.path.join('.') });
      const those = asksFor(reference, asks);
      const exact = those.find(isExact);
      const first = exact ?? those[0];
      const asked = oneOf(those.map((ask) => this.askedBy(ask)));
      const isKnown = asked.host !== null || asked.mayBe !== undefined;
      if (first !== undefined && (isKnown || isMember(reference)))
        found.set(keptKey(keptAs), { ...asked, callee: first.callee, ...(exact && { isExact: true }) });
    }
    return found;
  }

  /** The regions that other files have for the client of a reference, or give theirs that get it. */
  private regionsFor(reference: ModelReference, asks: readonly Ask[], place: Place): AskedHosts {
    const found = new Map<string, AskedHost>();
    const { keptAs = [], regionsBy = [] } = reference;
    for (const name of regionsBy) {
      const region = this.regions.of(name, place);
      if (region !== undefined) found.set(regionKey(name), { ...region, callee: '' });
    }
    const given = isRegionOpen(reference) ? this.regionsGiven(reference, asks) : undefined;
    if (given !== undefined) found.set(givenRegionsKey(keptAs), given);
    return found;
  }

  /**
   * The regions of the clients that get what a file keeps, as far as these tell: others may get it as well. `undefined`
   * where none is known.
   */
  private regionsGiven(
    { keptAs: path = [], memberOf }: ModelReference,
    asks: readonly Ask[],
  ): AskedHost | undefined {
    const own = asks.filter((ask) => isForKept(ask, { path, memberOf }));
    const [address, ...mayBe] = new Set(own.flatMap((ask) => this.regionsOf(ask)));
    return address === undefined ? undefined : { host: null, callee: '', address, mayBe, isDefault: true };
  }

  /** The regions that a client is given, by itself or by names of other files. */
  private regionsOf(ask: Ask): readonly string[] {
    const { regions = [], regionsBy = [], by } = ask;
    const { region = [] } = ask.client === undefined ? {} : this.askedBy(ask);
    const kept = regionsBy.flatMap((name) => this.regions.of(name, by) ?? []);
    return [regions, region, ...kept.flatMap(({ address = [], mayBe = [] }) => [address, mayBe])].flat();
  }

  /** Whom a client asks, as its own file tells, or that which makes it. */
  private askedBy({ host, address, client, by }: Ask): AskedAt {
    const asked: Partial<AskedAt> | undefined =
      host !== null || client === undefined
        ? { host, ...(address !== undefined && { address }) }
        : this.clients.of(client, by);
    return { ...asked, host: asked?.host ?? null };
  }

  /** What clients ask for of a file by one of its names. */
  private asksTo(name: string, place: Place): readonly Ask[] {
    const key = keyOf(place, name);
    const all = this.asks.get(key) ?? [];
    let known = this.asked.get(key);
    if (known === undefined || known.files !== this.modules.size || known.asks !== all.length) {
      known = { files: this.modules.size, asks: all.length, byPath: new Map(), open: [] };
      for (const ask of all) {
        const files = this.filesOf(ask);
        if (files.length === 0) known.open.push(asOpen(ask));
        for (const { path } of files) addTo(known.byPath, path, ask);
      }
      this.asked.set(key, known);
    }
    return [...(known.byPath.get(place.path) ?? []), ...known.open];
  }

  /**
   * The files that a client may ask for something of. None where it names no file of the tree: an installed package may be
   * called like one, and so whom such a client asks tells nothing.
   */
  private filesOf({ module, path, by }: Ask): readonly ModuleFile[] {
    const isOfType = module === path[0];
    const files = isOfType ? [] : this.modules.of(module, by);
    const isByName = files.length === 0 && (isOfType || !tellsPath(by));
    return isByName ? this.modules.called(lastPart(module), by) : files;
  }

  /** The one repository that other files tell of a file of weights. */
  private repositoryOf({ text }: ModelReference, place: Place): string | undefined {
    const [first, ...others] = this.repositories.get(keyOf(place, text)) ?? [];
    // `ggml-model-q4_0.gguf` is what many models' files are called.
    const isOne =
      first !== undefined && isCalledAfter(text, first) && others.every((other) => other === first);
    return isOne ? first : undefined;
  }

  /** Whether a file of the tree keeps what another gets by a name: it is judged there. */
  isKept({ imported }: RuntimeChoice, place: Pick<Place, 'folder'>): boolean {
    if (imported === undefined) return false;
    const kept = this.kept.get(keyOf(place, lastPart(imported.module))) ?? [];
    return kept.some((one) => isForKept(imported, one));
  }
}

/** The names by which others may ask for what a file keeps: its own, and in a package those of the types that have members in it. */
export function askedNames(place: Pick<Place, 'path'>, references: Kept['references']): readonly string[] {
  const types = isOfPackage(place.path) ? references.flatMap(({ reference }) => typeOf(reference)) : [];
  return [...new Set([...namesOf(place), ...types])];
}

/** The type that a name is a member of. */
function typeOf(reference: ModelReference): readonly string[] {
  const { keptAs: [first, ...rest] = [], memberOf } = reference;
  if (!isMember(reference)) return [];
  return [memberOf ?? [], rest.length > 0 && first !== undefined ? first : []].flat();
}

/** The host that all ask, the address where that is one, and the addresses at which any may ask, too. */
function oneOf(all: readonly AskedAt[]): AskedAt {
  const [first, ...others] = all;
  const also = new Set(all.flatMap(({ mayBe = [] }) => mayBe));
  const open = also.size === 0 ? {} : { mayBe: [...also] };
  if (first === undefined || others.some(({ host }) => host !== first.host)) return { host: null, ...open };
  const { host, address } = first;
  const isSame = address !== undefined && others.every((other) => other.address === address);
  return { host, ...(isSame && { address }), ...open };
}

/** Whether a loader or client gets what is named: no entry that is chosen when the program runs. */
function isExact({ path, isOfType, isEach }: Ask): boolean {
  return !isOfType && (isEach === true || !path.includes(ANY_KEY));
}

/** What a client gets of a file that nobody knows: it may be of another tree, and so tells nothing of who is asked. */
function asOpen({ module, path, callee, by, isOfType, isEach }: Ask): Ask {
  return { module, path, callee, by, isOfType, ...(isEach && { isEach }), host: null };
}

/** The files of weights whose repositories a file tells and uses: these are judged there. */
function filesOf(references: Kept['references']): Kept['references'] {
  const files = references.filter(({ reference }) => isFileOfRepository(reference));
  if (files.length === 0) return files;
  const used = new Set(references.flatMap(({ reference: { role, id } }) => (isUse(role) ? [id] : [])));
  return files.filter(({ reference }) => used.has(reference.id));
}

/** The clients that get what a file keeps under a name, or else other entries of a table that it does not only list. */
function asksFor(reference: ModelReference, asks: readonly Ask[]): readonly Ask[] {
  const { keptAs = [], memberOf } = reference;
  if (!isHostOpen(reference) && !isMember(reference)) return [];
  const own = asks.filter((ask) => isForKept(ask, { path: keptAs, memberOf }));
  return own.length > 0 || isMember(reference) ? own : asks.filter((ask) => isFor(ask, tableOf(keptAs)));
}

/** Whether a name of another file leads to what a file keeps, or to each member of its type. */
function isForKept(asked: ImportedName, { path, memberOf }: KeptName): boolean {
  const isOne = isFor(asked, path);
  return isOne || (asked.isEach === true && memberOf !== undefined && isFor(asked, [memberOf, ...path]));
}

/** Whether a name of another file leads to what a file keeps, also behind that of its package: `llm.Fast` of Go. */
function isFor({ module, path }: Pick<ImportedName, 'module' | 'path'>, kept: NamePath): boolean {
  const [first, ...rest] = path;
  return leadsTo(path, kept) || (first === lastPart(module) && leadsTo(rest, kept));
}

function keyOf({ folder }: Pick<Place, 'folder'>, name: string): string {
  return `${folder}\n${name}`;
}
