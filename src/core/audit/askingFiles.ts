import { isClassOpen, isFileOpen, isFileOfRepository, type AskedHosts } from '../detect/askedElsewhere';
import { contextOfPath } from '../detect/context/context';
import type { DetectionContext, Engine, SourceText } from '../engine';
import { KeptPromises } from '../keptPromises';
import { type Clock, type Decode, type FileSource, NEVER_CANCELED, type Pause } from '../ports';
import type { Detection, ModelReference, NamedClient, RuntimeChoice } from '../reference';
import { escapeRegExp } from '../text/escapeRegExp';
import { askedNames, KeptConstants } from './keptConstants';
import { BESIDE, lastNameOf, modulesOf } from './madeClients';
import { contentKey } from './memory';
import { namesOf } from './modules';
import { openFiles } from './openFiles';
import { folderOf } from '../text/relativePath';
import { isSource } from './projectLicense';
import { createSlicer } from './slicer';
import { walk, type WalkedFile } from './walk';

/** Files of code that are read for one document; a tree with more of them is read in part. */
const MAX_FILES = 4_000;
/** A larger file of code is written by a program. */
const MAX_BYTES = 500_000;
const NOBODY: AskedHosts = new Map();

/** A file with what it leaves open. */
export interface OpenFile {
  /** Relative to the folder. */
  readonly path: string;
  readonly references: readonly ModelReference[];
}

/** What is looked for on behalf of such files. */
interface Wanted {
  readonly names: readonly string[];
  readonly modules: ReadonlySet<string>;
  /** Of the files themselves. */
  readonly folders: ReadonlySet<string>;
  /** By which they have whom they ask, and any file may give them another address. */
  readonly given: ReadonlySet<string>;
}

/** With more names than these all code is searched: asking each text for each of them would take longer. */
const MOST_NAMES = 40;

export interface AskingHost {
  readonly engine: Pick<Engine, 'detect'>;
  readonly decode: Decode;
  readonly clock: Clock;
  readonly pause: Pause;
}

interface Searched {
  /** Of the text. */
  readonly key: string;
  readonly references: readonly { readonly reference: ModelReference }[];
  readonly runtimeChoices: readonly { readonly choice: RuntimeChoice }[];
  readonly clients: readonly NamedClient[] | undefined;
  readonly ownClasses: readonly string[] | undefined;
}

/**
 * Whom the files of a folder ask for what one of its documents keeps under names, and what its code tells of files of
 * weights, as an audit of the folder finds it. Nothing of the folder is read before a document keeps what others may
 * ask for, or names such a file.
 */
export class AskingFiles {
  private code: Promise<readonly WalkedFile[]> | undefined;
  private readonly asks = new KeptPromises<KeptConstants>();
  /** By path, what a text chooses at run time: a file that did not change is not searched again. */
  private readonly searched = new Map<string, Searched>();

  /** @param source gives the files of the folder as they are when they are asked for */
  constructor(
    private readonly source: () => FileSource,
    private readonly host: AskingHost,
  ) {}

  /** @param path of the document, relative to the folder */
  async askedFor(
    path: string,
    detection: Pick<Detection, 'references'>,
    context: DetectionContext,
  ): Promise<AskedHosts> {
    const references = detection.references.map((reference) => ({ reference }));
    if (!KeptConstants.isOpen({ references })) return NOBODY;
    const constants = await this.toldFor([{ path, references: detection.references }], context);
    return constants.askedFor({ references }, { folder: 0, path });
  }

  /** What the files of the folder tell of the names that some of them leave open, for all of these at once. */
  toldFor(open: readonly OpenFile[], context: DetectionContext): Promise<KeptConstants> {
    const names = new Set<string>();
    const modules = new Set<string>();
    const folders = new Set<string>();
    const given = new Set<string>();
    for (const { path, references } of open) {
      folders.add(folderOf(path));
      const kept = references.map((reference) => ({ reference }));
      for (const name of askedNames({ path }, kept)) if (name !== '') names.add(name);
      for (const reference of references) {
        if (isFileOpen(reference) || isClassOpen(reference)) names.add(reference.text);
        for (const name of [reference.askedBy ?? [], reference.regionsBy ?? []].flat()) {
          for (const module of modulesOf(name)) modules.add(module);
          given.add(lastNameOf(name));
        }
      }
    }
    const key = [names, modules, folders, given].map((one) => [...one].join('\n')).join('\n\n');
    return this.asks.of(key, () => this.gather({ names: [...names], modules, folders, given }, context));
  }

  /**
   * Reads the folder anew when it is asked next.
   * @returns whether it was read before
   */
  forget(): boolean {
    const wasRead = this.code !== undefined;
    this.code = undefined;
    this.asks.clear();
    return wasRead;
  }

  /**
   * What the files that say one of the names, or may be one of the modules, ask others for and make for them, and the
   * addresses that others put in place of theirs.
   */
  private async gather(
    { names, modules, folders, given }: Wanted,
    context: DetectionContext,
  ): Promise<KeptConstants> {
    const constants = new KeptConstants();
    const makers = new Set<string>();
    const givenToMakers = new Set<string>();
    const taken = new Set<string>();
    const isNamed = ({ text }: SourceText): boolean =>
      names.length > MOST_NAMES || names.some((name) => text.includes(name));
    await this.read(constants, context, (source) => {
      const isBeside = modules.has(BESIDE) && folders.has(folderOf(source.path));
      const isWanted =
        isModuleOf(source, modules) || isBeside || isNamed(source) || mayGiveAddress(source, given);
      if (!isWanted) return false;
      taken.add(source.path);
      for (const { choice } of this.search(source, context).runtimeChoices) {
        const client = choice.imported?.client;
        if (client === undefined) continue;
        for (const module of modulesOf(client)) makers.add(module);
        givenToMakers.add(lastNameOf(client));
      }
      return true;
    });
    // Whom the clients ask that get them may stand in files which say nothing of them.
    if (makers.size > 0)
      await this.read(
        constants,
        context,
        (source) =>
          !taken.has(source.path) && (isModuleOf(source, makers) || mayGiveAddress(source, givenToMakers)),
      );
    return constants;
  }

  /** Takes in the files of the folder that are wanted. */
  private async read(
    constants: KeptConstants,
    context: DetectionContext,
    isWanted: (source: SourceText) => boolean,
  ): Promise<void> {
    const breathe = createSlicer(this.host.clock, this.host.pause);
    const source = this.source();
    this.code ??= this.list(source, breathe);
    for (const { path } of await this.code) constants.addFile({ folder: 0, path });
    const opened = openFiles(await this.code, {
      source,
      decode: this.host.decode,
      signal: NEVER_CANCELED,
      maxBytes: MAX_BYTES,
      isNamed: () => false,
    });
    for await (const one of opened) {
      const { path } = one.file;
      if ('text' in one && isWanted({ path, text: one.text }))
        constants.add(this.search({ path, text: one.text }, context), { folder: 0, path });
      await breathe();
    }
  }

  private search(source: SourceText, context: DetectionContext): Searched {
    const key = contentKey(source.text, '');
    const known = this.searched.get(source.path);
    if (known?.key === key) return known;
    const { references, runtimeChoices, clients, ownClasses } = this.host.engine.detect(source, context);
    const imports = runtimeChoices.filter(({ imported }) => imported !== undefined);
    const searched = {
      key,
      // What a file keeps others do not ask it for here: only files of weights are told by it.
      references: references.some(isFileOfRepository) ? references.map((reference) => ({ reference })) : [],
      runtimeChoices: imports.map((choice) => ({ choice })),
      clients,
      ownClasses,
    };
    this.searched.set(source.path, searched);
    return searched;
  }

  private async list(source: FileSource, breathe: () => Promise<void>): Promise<readonly WalkedFile[]> {
    const { files } = await walk({
      source,
      decode: this.host.decode,
      signal: NEVER_CANCELED,
      include: [],
      named: [],
      excluded: () => false,
      policy: undefined,
      ignores: undefined,
      readPolicies: false,
      stopAtBrokenPolicy: false,
      onListed: () => undefined,
      breathe,
    });
    return files
      .filter(
        ({ path, kind, size }) =>
          kind === 'text' && size <= MAX_BYTES && isSource(path) && contextOfPath(path) === 'product',
      )
      .slice(0, MAX_FILES);
  }
}

function isModuleOf(source: Pick<SourceText, 'path'>, modules: ReadonlySet<string>): boolean {
  return namesOf(source).some((name) => modules.has(name));
}

/** Whether a text writes an address or a region, and gives something to one of the names: in a statement, an object or a call. */
function mayGiveAddress({ text }: Pick<SourceText, 'text'>, names: ReadonlySet<string>): boolean {
  if (!text.includes('://') && !REGION.test(text)) return false;
  return [...names].some((name) => text.includes(name) && givesTo(name).test(text));
}

/** How the regions of clouds begin, as a string. */
const REGION = /["'\x60][a-z]{2,12}-[a-z]{2,12}/;

function givesTo(name: string): RegExp {
  return new RegExp(String.raw`(?<![\w$])${escapeRegExp(name)}["'\]]{0,2}\s{0,4}(?:[,:]|=(?!=))`);
}
