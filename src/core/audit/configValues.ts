import {
  collectConfigValues,
  collectTurnedClients,
  isAddressName,
  isConfiguration,
  isSwitch,
} from '../detect/configValues';
import { collectListFiles } from '../detect/listFiles';
import { placesByFolder, placesOfCommands } from '../detect/modulePlaces';
import { bothParts, collectParts, isPartName, keepsConstants } from '../detect/partsElsewhere';
import { collectVersion, saysVersion } from '../detect/schemaVersions';
import { bothServed, mayServe, servedNames, type ServedAs, type ServedNames } from '../detect/servedNames';
import { languageOf } from '../documents/fileTypes';
import { apart } from '../text/interner';
import { LayeredMap } from '../text/layeredMap';
import { type BuiltService, builtServices } from './composeServices';
import { folderOf } from '../text/relativePath';
import { isManifest, Programs } from './programs';

/**
 * Whether a file may say something for others: settings, names that servers give, the packages of a program, constants
 * of code.
 */
export function saysSettings(path: string): boolean {
  return [isConfiguration, mayServe, isManifest, setsEnvironment, saysVersion, keepsConstants].some((says) =>
    says(path),
  );
}

/** Whether a file of no settings may set variables of a program's environment. */
function setsEnvironment(path: string): boolean {
  const language = languageOf(path);
  return language === 'terraform' || language === 'shellscript';
}

/**
 * What lies here starts servers for the whole tree: at its top, and in folders for running and deploying it, as these
 * are called in English, perhaps with a word before it, in Japanese and in Chinese.
 */
const FOR_ALL = new RegExp(
  String.raw`^(?:[^/]+$|(?:[\w .-]{1,40}[ ._-])?\.?(?:deploy\w*|infra\w*|charts?|helm\w*|k8s|kubernetes|docker\w*|compose|ops|devops|conf(?:igs?)?|` +
    String.raw`settings|environments?|env|terraform|manifests?|kustomize|github|services?|scripts|bin|` +
    String.raw`gateways?|prox(?:y|ies)|litellm|models|ollama|localai)/|` +
    String.raw`[^/]{0,40}(?:設定|構成|基盤|環境|配備|展開|運用|インフラ|デプロイ|ゲートウェイ|サービス|スクリプト|` +
    String.raw`配置|部署|环境|運維|运维|网关|網關|服务|服務|脚本|腳本)[^/]{0,40}/)`,
  'i',
);

/** The folder at the top of the tree that a file lies in, `''` for the top itself. */
function partOf(path: string): string {
  return path.slice(0, Math.max(0, path.indexOf('/')));
}

/** What compose files say of the services that they build from one folder. */
interface FolderServices {
  readonly given: Set<string>;
  isOpen: boolean;
  /** Of each of the files, the addresses that it gives any service. */
  readonly ofFiles: ReadonlySet<string>[];
}

/** Stands for a name to which files of the tree give different values. */
const AMBIGUOUS = Symbol('ambiguous');

/**
 * The values that the configuration files of a tree give to names. For a file those of the nearest folder up the tree count; a
 * name that only other folders know counts when all of them agree on it, but for one that turns a client to another service.
 */
export class ConfigValues {
  private readonly byFolder = new Map<string, Map<string, string>>();
  private readonly everywhere = new Map<string, string | typeof AMBIGUOUS>();
  /** By the part of the tree that may ask them, `''` for all of it. */
  private readonly names = new Map<string, Map<string, ServedAs>>();
  private readonly seen = new Map<string, ServedNames>();
  private readonly made = new Map<string, ReadonlyMap<string, string>>();
  /** By folder, where the resources of its module lie: the modules of other folders are others. */
  private readonly places = new Map<string, Map<string, string>>();
  private readonly inModules = new Map<string, ReadonlyMap<string, string>>();
  /** By the folder that services are built from. */
  private readonly services = new Map<string, FolderServices>();
  /** By folder, the addresses that files say which are not only for services of theirs. */
  private readonly forAll = new Map<string, Map<string, string>>();
  private readonly programs = new Programs();

  /** Takes in all that a file says of which {@link saysSettings} is true. */
  read(path: string, text: string): void {
    if (keepsConstants(path)) {
      this.add(path, collectParts(text, path));
      return;
    }
    if (isManifest(path)) this.programs.add(path, text);
    const values = setsEnvironment(path) ? collectTurnedClients(text) : collectConfigValues(text, path);
    this.add(path, values);
    const services = builtServices(path, text);
    if (services.length === 0) this.addForAll(folderOf(path), values);
    else this.addServices(services, path);
    this.add(path, collectListFiles(text));
    this.add(path, collectParts(text, path));
    for (const [folder, places] of placesByFolder(text, path)) this.addPlaces(folder, places);
    this.add(path, placesOfCommands(text));
    this.add(path, collectVersion(text, path));
    this.addServed(path, servedNames(text, path));
  }

  private addPlaces(folder: string, places: ReadonlyMap<string, string>): void {
    const known = this.places.get(folder) ?? new Map<string, string>();
    this.places.set(folder, known);
    for (const [name, value] of places) known.set(apart(name), bothParts(known.get(name), apart(value)));
    this.inModules.clear();
  }

  private addForAll(folder: string, values: ReadonlyMap<string, string>): void {
    const addresses = [...values].filter(([name]) => isAddressName(name));
    if (addresses.length === 0) return;
    const known = this.forAll.get(folder) ?? new Map<string, string>();
    this.forAll.set(folder, known);
    for (const [name, value] of addresses) if (!known.has(name)) known.set(apart(name), apart(value));
  }

  /** What a compose file gives a service holds for the folder that it is built from, and an address for no other's. */
  private addServices(services: readonly BuiltService[], path: string): void {
    const addresses = new Set<string>();
    for (const { folder, text, given, isOpen } of services) {
      const values = collectConfigValues(text, path);
      this.addTo(folder, values);
      for (const name of values.keys()) if (isAddressName(name)) addresses.add(apart(name));
      const own = this.services.get(folder) ?? { given: new Set(), isOpen: false, ofFiles: [] };
      this.services.set(folder, own);
      own.isOpen ||= isOpen;
      for (const name of given) own.given.add(apart(name));
      if (own.ofFiles.at(-1) !== addresses) own.ofFiles.push(addresses);
    }
  }

  /** Whether code of any program may say whom clients ask. */
  mayMakeClients(): boolean {
    return this.programs.mayMakeClients();
  }

  /** Whether a file is code that says whom clients ask; to be asked once all manifests are read. */
  mayMakeClient(path: string): boolean {
    return this.programs.mayMakeClient(path);
  }

  /** Takes in whom the clients ask that code makes: it holds for its whole program. */
  readCode(path: string, text: string): void {
    this.addTo(this.programs.folderOf(path), collectTurnedClients(text));
  }

  add(path: string, values: ReadonlyMap<string, string>): void {
    this.addTo(folderOf(path), values);
  }

  private addTo(folder: string, values: ReadonlyMap<string, string>): void {
    if (values.size === 0) return;
    let own = this.byFolder.get(folder);
    if (own === undefined) this.byFolder.set(folder, (own = new Map()));
    for (const entry of values) {
      const [name, value] = entry.map(apart) as [string, string];
      if (isPartName(name)) {
        own.set(name, bothParts(own.get(name), value));
        const before = this.everywhere.get(name);
        this.everywhere.set(name, bothParts(before === AMBIGUOUS ? undefined : before, value));
        continue;
      }
      if (!own.has(name)) own.set(name, value);
      if (isSwitch(name)) {
        // Two files of a folder that differ leave it open.
        if (own.get(name) !== value) own.set(name, '');
        continue;
      }
      const before = this.everywhere.get(name);
      this.everywhere.set(name, before === undefined || before === value ? value : AMBIGUOUS);
    }
    this.made.clear();
    this.inModules.clear();
  }

  /** Takes names that servers of the project give to what they offer. */
  addServed(path: string, names: ServedNames): void {
    if (names.size === 0) return;
    const part = FOR_ALL.test(path.normalize('NFC')) ? '' : partOf(path);
    const own = this.names.get(part) ?? new Map<string, ServedAs>();
    this.names.set(part, own);
    for (const [name, as] of names) own.set(name, bothServed(own.get(name), as));
    this.seen.clear();
  }

  /**
   * Those that a file may ask for: of its own part of the tree, and of what is started for all of it. The same object for files of
   * parts that see the same names.
   */
  served(path: string): ServedNames {
    const part = this.names.has(partOf(path)) ? partOf(path) : '';
    let names = this.seen.get(part);
    if (names === undefined)
      this.seen.set(
        part,
        (names = new Map([...(this.names.get('') ?? []), ...(this.names.get(part) ?? [])])),
      );
    return names;
  }

  /** The same object for files of folders that see the same values. */
  of(path: string): ReadonlyMap<string, string> {
    const folder = folderOf(path);
    const values = this.inFolder(folder);
    const places = this.places.get(folder);
    if (places === undefined) return values;
    const known = this.inModules.get(folder) ?? new LayeredMap(places, values);
    this.inModules.set(folder, known);
    return known;
  }

  private inFolder(folder: string): ReadonlyMap<string, string> {
    let values = this.made.get(folder);
    if (values === undefined) this.made.set(folder, (values = this.make(folder)));
    return values;
  }

  private make(folder: string): ReadonlyMap<string, string> {
    const above = this.above(folder);
    const own = this.byFolder.get(folder);
    return own === undefined ? above : new LayeredMap(own, above);
  }

  private above(folder: string): ReadonlyMap<string, string> {
    const above = folder === '' ? this.agreed() : this.inFolder(folderOf(folder));
    const services = this.services.get(folder);
    if (services === undefined || services.isOpen) return above;
    const isOfOther = (name: string): boolean =>
      !services.given.has(name) && services.ofFiles.some((addresses) => addresses.has(name));
    return new LayeredMap(this.forAllAbove(folder, isOfOther), above, isOfOther);
  }

  /** The nearest of the addresses that files above a folder say for all. */
  private forAllAbove(folder: string, isAsked: (name: string) => boolean): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    let at = folder;
    while (at !== '') {
      at = folderOf(at);
      for (const [name, value] of this.forAll.get(at) ?? [])
        if (isAsked(name) && !found.has(name)) found.set(name, value);
    }
    return found;
  }

  private agreed(): ReadonlyMap<string, string> {
    return new Map([...this.everywhere].filter((entry): entry is [string, string] => entry[1] !== AMBIGUOUS));
  }
}
