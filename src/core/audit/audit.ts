import { foldersNamed } from '../detect/localFolders';
import { isReadAsText } from '../documents/documentLanguage';
import { LOCK_FILE_NAME } from '../drift/lockFile';
import { detectionContext, type Engine, type SourceText } from '../engine';
import { isoDay } from '../isoDay';
import { recognizeText } from '../licenses/recognizeText';
import { message, type Message } from '../message';
import { errorText } from '../errorText';
import { tooDeepInJson } from '../text/parseJson';
import { MAX_NESTING } from '../text/nesting';
import {
  NEVER_CANCELED,
  type CancellationSignal,
  type Clock,
  type Decode,
  type FileSource,
  type Pause,
} from '../ports';
import type { Finding } from '../policy/finding';
import type { Policy } from '../policy/policy';
import { misnamedPolicyProblem } from '../policy/misnamedPolicy';
import { invalidPolicyFindings } from '../policy/policyFindings';
import { NO_EVIDENCE } from '../policy/workspaceEvidence';
import { LineIndex } from '../text/lineIndex';
import { byPlace, Collector } from './collector';
import { Compactor, NO_YIELD, type FileYield } from './fileYield';
import { FileSearches, type BegunSearch } from './fileSearches';
import {
  isNothing,
  type DigestedFile,
  type Found,
  type FoundCache,
  type Searched,
  type Searchers,
} from './found';
import { decodingNotes } from './decodeText';
import { headCommit } from './headCommit';
import { originRepository } from './originRepository';
import type { FixFile } from '../fixes/fix';
import { fixTitles } from './fixTitles';
import { rootFiles } from './rootFiles';
import { ignoreFilesAbove, type IgnoreFileAbove } from './gitignore';
import { pathGlobs } from './globs';
import { ConfigValues, saysSettings } from './configValues';
import { FileContexts, type FileContext, type FolderFacts } from './contexts';
import { contentKey, type AuditMemory, type EntryKey } from './memory';
import { IgnoreBook } from './ignoreBook';
import { AskingFiles } from './askingFiles';
import { KeptConstants } from './keptConstants';
import { LockBook } from './lockBook';
import { findLock } from './locks';
import { openFiles, type OpenedFile, type OpenOptions } from './openFiles';
import { baseName } from './pathRules';
import { PolicyBook } from './policyBook';
import { closedPolicy, openPolicy, type FoundPolicy, type PolicyScope } from './policyScope';
import { MAX_HEADERS, isSource, ProjectLicenses, statesLicense } from './projectLicense';
import { projectLicenseFinding } from './projectLicenseFinding';
import type { AuditedProject, AuditProgress, AuditResult, Located } from './result';
import { createSlicer } from './slicer';
import { isContentSkip, skipMessage } from './skipReasons';
import { leavesModelsUnread, leavesNamedUnread } from './unreadModels';
import { byPath, walk, type SkippedFile, type WalkedFile, type WalkResult } from './walk';
import type { Detection } from '../reference';
import { idsOfWeights, readFolders, readWeights, weightsReference, type WeightsReading } from './weights';
import { isTextLikeWeights, isWeightsByContent, isWeightsStub, pointedDigest } from './weightsStub';
import { Workspace } from './workspace';

/** Larger text files are data, not sources; an editor stops understanding them at about this size too. */
const DEFAULT_MAX_BYTES = 10_000_000;
const NO_VALUES: ReadonlyMap<string, string> = new Map();
/** Files that are searched ahead of the one that is judged, and the UTF-16 code units that all of them may have. */
const MOST_AHEAD = 512;
const MOST_TEXT_AHEAD = 8_000_000;
/** UTF-16 code units of the texts that are kept until their files can be judged. */
const MOST_TEXT_HELD = 4_000_000;

export interface AuditFolder {
  /** Stands before the paths when several folders are audited. */
  readonly name: string;
  readonly source: FileSource;
  /** Only these files and folders, relative to the root; everything when absent. */
  readonly include?: readonly string[];
  /** Files and folders that someone named: what of them is not read leaves the audit incomplete. Those of `include` when absent. */
  readonly named?: readonly string[];
  /** Folders in this one that are audited as folders of their own. */
  readonly except?: readonly string[];
  /** The policy that governs the root from above, when the root has none. */
  readonly policyAbove?: FoundPolicy;
  /** The `.gitignore` files of the folders above the root, the outermost first. */
  readonly ignoresAbove?: readonly IgnoreFileAbove[];
  /** Files above the root that are named almost like a policy. */
  readonly misnamedAbove?: readonly string[];
}

export interface AuditOptions {
  readonly folders: readonly AuditFolder[];
  /** Governs every file, whatever policies lie in the tree. */
  readonly policyOverride?: FoundPolicy;
  /** Nothing is searched when a policy cannot be used: the result then tells of the policies only, and is not complete. */
  readonly stopAtBrokenPolicy?: boolean;
  /** Globs of paths to leave out. */
  readonly exclude?: readonly string[];
  /** Larger files are listed as skipped. */
  readonly maxBytes?: number;
  /** What earlier audits by the same engine found, so that unchanged files are not searched again. */
  readonly memory?: AuditMemory;
  readonly signal?: CancellationSignal;
  readonly onProgress?: (progress: AuditProgress) => void;
}

export interface AuditHost {
  readonly engine: Engine;
  readonly decode: Decode;
  readonly clock: Clock;
  readonly pause: Pause;
  /** Without it files of weights are found, but not asked what they are. */
  readonly weights?: WeightsReading;
  /** Without it every file is searched. */
  readonly found?: FoundCache;
  /** Without it all files are searched here, one after the other. */
  readonly searchers?: Searchers;
}

/** A file that was read and whose search has begun, until it is its turn to be judged. */
interface Ahead {
  readonly opened: OpenedFile;
  /** Absent for what is skipped, and where even that failed. */
  readonly context?: FileContext;
  /** What an audit to come compares it by, where one is to remember it. */
  readonly key?: EntryKey;
  /** What an earlier audit made of it. */
  readonly remembered?: FileYield;
  readonly search?: BegunSearch;
  /** By what its content is known, where it is. */
  readonly digested?: DigestedFile;
}

/** A file whose names other files may ask for at a host that it does not say. */
interface Held {
  readonly file: WalkedFile;
  readonly context: FileContext;
  /** What it yields by itself. */
  readonly found: FileYield;
  /** What it is judged by again; read and searched again where that would be too much to keep. */
  readonly searched?: { readonly text: string; readonly found: Found };
}

/**
 * Finds and judges every model reference in some folders. Never throws for what it meets in the tree: a file that cannot be
 * read is listed as skipped, a broken policy is reported with the result, and a canceled audit returns what it has so far.
 */
export async function audit(options: AuditOptions, host: AuditHost): Promise<AuditResult> {
  return new Audit(options, host).run();
}

class Audit {
  private readonly signal: CancellationSignal;
  private readonly collector = new Collector();
  private readonly workspace = new Workspace();
  private readonly searches: FileSearches;
  private readonly constants = new KeptConstants();
  /** Files that are judged when all others are. */
  private held: Held[] = [];
  /** UTF-16 code units of their texts that are kept. */
  private heldText = 0;
  private readonly policies = new PolicyBook();
  private readonly ignores = new IgnoreBook();
  private readonly locks = new LockBook();
  private readonly skipped: SkippedFile[] = [];
  /** Files that are listed as failed, by folder and path: manifests are worked on twice. */
  private readonly failed = new Set<string>();
  private readonly partly: { path: string; message: Message }[] = [];
  private readonly breathe: () => Promise<void>;
  private readonly compactor: Compactor;
  private readonly day: string;
  private readonly tools: Parameters<typeof readWeights>[3];
  /** Folders of weights that were read, by folder and path. */
  private readonly read = new Set<string>();
  private filesScanned = 0;
  private bytesScanned = 0;
  private complete = true;
  private commit: string | null = null;
  private repository: string | undefined;
  private differs: boolean | undefined;
  /** What each folder states as the license of its project. */
  private readonly stated: (string | undefined)[] = [];
  private done = 0;
  private total = 0;

  constructor(
    private readonly options: AuditOptions,
    private readonly host: AuditHost,
  ) {
    this.signal = options.signal ?? NEVER_CANCELED;
    this.breathe = createSlicer(host.clock, host.pause);
    this.compactor = options.memory?.compactor ?? new Compactor();
    this.day = isoDay(host.clock.now());
    this.searches = new FileSearches(host);
    this.tools = {
      decode: host.decode,
      recognizeLicense: (text: string) => recognizeText(text)?.license,
      today: this.day,
    };
  }

  async run(): Promise<AuditResult> {
    const override = this.options.policyOverride && (await openElsewhere(this.options.policyOverride));
    const walks: WalkResult[] = [];
    for (const folder of this.options.folders) {
      const walked = await this.list(folder, override);
      walks.push(walked);
      if (
        this.options.stopAtBrokenPolicy === true &&
        walked.policies.some(({ policy }) => policy === undefined)
      )
        return this.refused(walks);
    }
    this.total = walks.reduce((sum, { files }) => sum + files.length, 0);
    const [only, ...others] = this.options.folders;
    if (only !== undefined && others.length === 0) {
      this.commit = await headCommit(only.source, this.host.decode);
      this.repository = await originRepository(only.source, this.host.decode);
      if (this.commit !== null) this.differs = await differsFromCommit(only.source);
    }
    for (const [index, walked] of walks.entries()) await this.search(index, walked);
    return this.result();
  }

  private refused(walks: readonly WalkResult[]): AuditResult {
    this.complete = false;
    for (const [index, { policies }] of walks.entries())
      for (const scope of policies) this.addPolicy(scope, index);
    return this.result();
  }

  private async list(folder: AuditFolder, override: PolicyScope | undefined): Promise<WalkResult> {
    const before = this.total;
    const walked = await walk({
      source: folder.source,
      decode: this.host.decode,
      signal: this.signal,
      include: folder.include ?? [],
      named: namedIn(folder),
      excluded: pathGlobs([...(this.options.exclude ?? []), ...(folder.except ?? [])]),
      policy: override ?? (folder.policyAbove && (await openElsewhere(folder.policyAbove))),
      ignores: ignoreFilesAbove(folder.ignoresAbove ?? []),
      readPolicies: override === undefined,
      stopAtBrokenPolicy: this.options.stopAtBrokenPolicy === true,
      breathe: this.breathe,
      onListed: (files) => this.options.onProgress?.({ phase: 'list', done: before + files, total: 0 }),
    });
    if (!walked.complete) this.complete = false;
    this.total += walked.files.length;
    return walked;
  }

  private async search(
    folder: number,
    { files: walked, beside, skipped, policies, misnamed }: WalkResult,
  ): Promise<void> {
    for (const scope of policies) this.addPolicy(scope, folder);
    for (const path of misnamed) this.addMisnamed(folder, path, this.display(folder, path));
    if (this.options.policyOverride === undefined)
      for (const path of this.folder(folder).misnamedAbove ?? []) this.addMisnamed(folder, path, path);
    for (const file of skipped) this.skip(folder, file);
    await this.addLock(
      folder,
      policies.find(({ governsRoot }) => governsRoot),
    );
    const files = await this.sortedByContent(folder, walked);
    const facts = await this.readFacts(folder, files, beside);
    const contexts = new FileContexts(this.host.engine, facts, this.day);
    await this.searchWeights(
      folder,
      files.filter(({ kind }) => kind === 'weights'),
      contexts,
    );
    await this.searchTexts(
      folder,
      files.filter(({ kind }) => kind === 'text'),
      contexts,
    );
    this.addDisagreements(folder, files, facts.licenses);
  }

  /** What only has the ending of weights is a text like others, and what begins as they do is weights whatever its ending. */
  private async sortedByContent(
    folder: number,
    files: readonly WalkedFile[],
  ): Promise<readonly WalkedFile[]> {
    const { source } = this.folder(folder);
    const sorted: WalkedFile[] = [];
    for (const file of files) {
      const isOther =
        file.kind === 'weights'
          ? await isTextLikeWeights(file, source, this.host.decode)
          : await isWeightsByContent(file, source);
      const kind = (file.kind === 'weights') === isOther ? 'text' : 'weights';
      sorted.push(isOther ? { ...file, kind } : file);
    }
    return sorted;
  }

  /** Files are judged in their order, whichever is found first. */
  private async searchTexts(
    folder: number,
    texts: readonly WalkedFile[],
    contexts: FileContexts,
  ): Promise<void> {
    const ahead: Ahead[] = [];
    let size = 0;
    let at = 0;
    const takeFirst = async (): Promise<void> => {
      const first = ahead.shift() as Ahead;
      size -= lengthOf(first.opened);
      at++;
      this.options.onProgress?.({ phase: 'read', done: ++this.done, total: this.total });
      await this.take(folder, first);
      await this.breathe();
    };
    for await (const opened of this.open(folder, texts, (file) => this.known(folder, file, contexts))) {
      ahead.push(this.begin(folder, opened, contexts));
      size += lengthOf(opened);
      while (ahead.length > MOST_AHEAD || size > MOST_TEXT_AHEAD || isTurnOf(ahead[0])) await takeFirst();
      await this.breathe();
    }
    while (ahead.length > 0 && !this.signal.canceled) await takeFirst();
    await this.takeHeld(folder);
    for (const file of texts.slice(at))
      this.skip(folder, { path: file.path, reason: 'canceled', message: skipMessage('canceled') });
    if (at < texts.length) this.complete = false;
  }

  /**
   * Manifests and configuration are read before the rest, which is judged and understood by what they say; those beside and above a
   * part that is audited say as much as in an audit of the whole.
   */
  private async readFacts(
    folder: number,
    audited: readonly WalkedFile[],
    beside: readonly WalkedFile[],
  ): Promise<FolderFacts> {
    const files = [...audited, ...beside].sort(byPath);
    const licenses = new ProjectLicenses(this.host.engine.catalog);
    const config = new ConfigValues();
    const telling = files.filter(
      ({ path, kind }) => kind === 'text' && (statesLicense(path) || saysSettings(path)),
    );
    for await (const opened of this.open(folder, telling)) {
      if (!('text' in opened)) continue;
      const {
        file: { path },
        text,
      } = opened;
      this.guarded(folder, path, () => {
        if (statesLicense(path)) {
          licenses.add(path, text);
          this.noteDepth(folder, path, text);
        }
        if (saysSettings(path)) config.read(path, text);
      });
      await this.breathe();
    }
    await this.readClients(folder, files, config);
    if (licenses.of('LICENSE') === undefined) await this.readHeaders(folder, files, licenses);
    this.stated.push(licenses.of('LICENSE'));
    return { licenses, config, root: rootFiles(files) };
  }

  /** Code of programs that use clients which may be turned to another service says whom they ask. */
  private async readClients(
    folder: number,
    files: readonly WalkedFile[],
    config: ConfigValues,
  ): Promise<void> {
    const code = files.filter(({ path, kind }) => kind === 'text' && config.mayMakeClient(path));
    for await (const opened of this.open(folder, code)) {
      if ('text' in opened) config.readCode(opened.file.path, opened.text);
      await this.breathe();
    }
  }

  /** Where no file at the root states the license of the project, the headers of its sources may. */
  private async readHeaders(
    folder: number,
    files: readonly WalkedFile[],
    licenses: ProjectLicenses,
  ): Promise<void> {
    const sources = files.filter(({ path, kind }) => kind === 'text' && isSource(path));
    for await (const opened of this.open(folder, sources.slice(0, MAX_HEADERS)))
      if ('text' in opened) licenses.addSource(opened.text);
  }

  private addDisagreements(folder: number, files: readonly WalkedFile[], licenses: ProjectLicenses): void {
    const scopes = new Map(files.map(({ path, policy }) => [path, policy?.policy]));
    const hasWeights = this.collector.usesWeights(folder);
    this.collector.addFindings(
      licenses.disagreements().flatMap(({ stated, other }) => {
        if (!scopes.has(stated.path)) return [];
        const finding = projectLicenseFinding({ stated, other }, scopes.get(stated.path), hasWeights);
        const path = this.display(folder, stated.path);
        return finding === undefined ? [] : [{ folder, path, span: stated.span, finding, fixes: [] }];
      }),
    );
  }

  /** A manifest that is nested too deep is searched, but what it states is not read. */
  private noteDepth(folder: number, path: string, text: string): void {
    if (!path.endsWith('.json') || tooDeepInJson(text) === undefined) return;
    this.complete = false;
    this.partly.push({
      path: this.display(folder, path),
      message: message('its license was not read: nested more than {0} levels deep', MAX_NESTING),
    });
  }

  private open(
    folder: number,
    files: readonly WalkedFile[],
    known?: OpenOptions['known'],
  ): AsyncGenerator<OpenedFile> {
    const { source } = this.folder(folder);
    const { maxBytes = DEFAULT_MAX_BYTES } = this.options;
    return openFiles(files, {
      source,
      decode: this.host.decode,
      signal: this.signal,
      maxBytes,
      isNamed: (path) => this.isNamed(folder, path),
      ...(known && { known }),
    });
  }

  /** A file that is known to hold what it did in an earlier audit, where that need not be read. */
  private known(folder: number, file: WalkedFile, contexts: FileContexts): OpenedFile | undefined {
    let opened: OpenedFile | undefined;
    this.guarded(folder, file.path, () => {
      const digested = this.digested(folder, file, contexts);
      const quiet = digested && this.host.found?.quiet(digested);
      if (quiet === 'nothing')
        opened = { file, text: '', bytes: file.size, invalidCharacters: 0, isQuiet: true };
      else if (quiet !== undefined)
        opened = { file, skipped: { path: file.path, reason: quiet, message: skipMessage(quiet) } };
    });
    return opened;
  }

  /** A file by what is in it. One that someone named is searched even if others like it are not, and is always read. */
  private digested(folder: number, file: WalkedFile, contexts: FileContexts): DigestedFile | undefined {
    if (this.host.found === undefined || this.isNamed(folder, file.path)) return undefined;
    const digest = this.folder(folder).source.digest?.(file.path);
    if (digest === undefined) return undefined;
    const { path, size } = file;
    const { configValues, additions } = whatDecides(contexts.of(file));
    return { path, digest, size, configValues, additions };
  }

  /** Remembers, looks up or begins to search what a file holds. */
  private begin(folder: number, opened: OpenedFile, contexts: FileContexts): Ahead {
    let ahead: Ahead = { opened };
    const { file } = opened;
    this.guarded(folder, file.path, () => {
      if ('skipped' in opened) this.keepSkipped(folder, opened, contexts);
      else if (opened.isQuiet === true) ahead = { opened, context: contexts.of(file), remembered: NO_YIELD };
      else ahead = this.begunText(folder, opened, contexts);
    });
    return ahead;
  }

  private begunText(
    folder: number,
    opened: Exclude<OpenedFile, { readonly skipped: SkippedFile }>,
    contexts: FileContexts,
  ): Ahead {
    const { file, text } = opened;
    const context = contexts.of(file);
    const { memory } = this.options;
    const key = memory && this.entryKey(text, context);
    const remembered = key && memory.known(this.display(folder, file.path), key);
    if (remembered !== undefined) return { opened, context, remembered };
    const digested = this.digested(folder, file, contexts);
    const search = this.begun({ path: file.path, text, digest: digested?.digest }, context);
    return { opened, context, ...(key && { key }), ...(digested && { digested }), search };
  }

  private keepSkipped(
    folder: number,
    { file, skipped: { reason } }: Extract<OpenedFile, { readonly skipped: SkippedFile }>,
    contexts: FileContexts,
  ): void {
    const digested = isContentSkip(reason) ? this.digested(folder, file, contexts) : undefined;
    if (digested !== undefined && isContentSkip(reason)) this.host.found?.keepQuiet(digested, reason);
  }

  private begun(file: Pick<Searched, 'path' | 'text' | 'digest'>, context: FileContext): BegunSearch {
    return this.searches.begin({ ...file, ...whatDecides(context) });
  }

  private async take(folder: number, ahead: Ahead): Promise<void> {
    const { opened, context, key, remembered, search } = ahead;
    if ('skipped' in opened) {
      const { path, reason } = opened.skipped;
      if (leavesModelsUnread(path, reason) || (this.isNamed(folder, path) && leavesNamedUnread(path, reason)))
        this.complete = false;
      this.skip(folder, opened.skipped);
      return;
    }
    if (context === undefined) return;
    const { file, text, bytes } = opened;
    const notes = decodingNotes(opened);
    const path = this.display(folder, file.path);
    const searched = await search?.found();
    const namesFolders = await this.readFolders(folder, file.path, searched);
    const done = this.guarded(folder, file.path, () => {
      const found = remembered ?? this.judged(searched?.() as Found, { path: file.path, text }, context);
      if (key !== undefined && remembered === undefined && !namesFolders)
        this.options.memory?.keep(path, key, found);
      if (notes.length === 0) this.keepQuiet(ahead, searched, found);
      this.noteFormat(path, text, file, found);
      this.constants.add(found, { folder, path });
      if (KeptConstants.isOpen(found)) this.hold({ file, context, found }, text, searched);
      else this.keep(found, file, context, { folder, path });
    });
    if (!done) return;
    this.filesScanned++;
    this.bytesScanned += bytes;
    this.partly.push(...notes.map((note) => ({ path, message: note })));
  }

  /** Keeps that nothing is to be told of a file. What silences findings is not nothing. */
  private keepQuiet({ digested }: Ahead, searched: (() => Found) | undefined, { ignores }: FileYield): void {
    if (digested !== undefined && searched !== undefined && ignores.length === 0 && isNothing(searched()))
      this.host.found?.keepQuiet(digested, 'nothing');
  }

  /** Keeps a file until all others are known, with what it is judged by again as long as that is not much. */
  private hold(held: Held, text: string, searched: (() => Found) | undefined): void {
    const isKept = searched !== undefined && this.heldText + text.length <= MOST_TEXT_HELD;
    if (isKept) this.heldText += text.length;
    this.held.push(isKept ? { ...held, searched: { text, found: searched() } } : held);
  }

  /** Judges the files whose names others ask for, once all that do are known. */
  private async takeHeld(folder: number): Promise<void> {
    const { held } = this;
    this.held = [];
    this.heldText = 0;
    const others = await this.toldElsewhere(folder, held);
    for (const one of held) {
      const { file, context, found } = one;
      const place = { folder, path: this.display(folder, file.path) };
      const asked = others?.askedFor(found, { folder: 0, path: file.path }) ?? [];
      const askedHosts = new Map([...asked, ...this.constants.askedFor(found, place)]);
      const project = { ...context.project, askedHosts };
      const again =
        askedHosts.size === 0
          ? undefined
          : await this.judgedAgain(folder, { ...one, context: { ...context, project } });
      this.guarded(folder, file.path, () => this.keep(again?.() ?? found, file, context, place));
      await this.breathe();
    }
  }

  /** What files of a folder tell of which only some are audited, for those that were held; nothing of a whole folder. */
  private async toldElsewhere(folder: number, held: readonly Held[]): Promise<KeptConstants | undefined> {
    const [first] = held;
    if (first === undefined || (this.folder(folder).include ?? []).length === 0) return undefined;
    const asking = new AskingFiles(() => this.folder(folder).source, this.host);
    const open = held.map(({ file: { path }, found }) => ({
      path,
      references: found.references.map(({ reference }) => reference),
    }));
    return asking.toldFor(open, detectionContext(first.context.project));
  }

  /**
   * Judges a file that was read before. Nothing where its text is not kept, of which there may be much, and can no
   * longer be read.
   */
  private async judgedAgain(
    folder: number,
    { file, context, searched: kept }: Held,
  ): Promise<(() => FileYield) | undefined> {
    if (kept !== undefined)
      return () => this.judged(kept.found, { path: file.path, text: kept.text }, context);
    for await (const opened of this.open(folder, [file])) {
      if (!('text' in opened)) break;
      const { text } = opened;
      const digest = this.folder(folder).source.digest?.(file.path);
      const searched = await this.begun({ path: file.path, text, digest }, context).found();
      return () => this.judged(searched(), { path: file.path, text }, context);
    }
    return undefined;
  }

  /**
   * Reads what lies in the folders that a file names in place of models.
   * @returns whether it names any: what is in them may change while the file does not
   */
  private async readFolders(
    folder: number,
    path: string,
    searched: (() => Found) | undefined,
  ): Promise<boolean> {
    const { weights } = this.host;
    let meant: readonly string[] = [];
    if (searched !== undefined && weights !== undefined)
      this.guarded(folder, path, () => (meant = foldersNamed(searched().detection, path)));
    const unread = meant.filter((one) => !this.read.has(`${folder}/${one}`));
    for (const one of unread) this.read.add(`${folder}/${one}`);
    if (weights !== undefined) await readFolders(unread, this.folder(folder).source, weights, this.tools);
    return meant.length > 0;
  }

  /** A file of no known format was read as running text: what it does with the models that it names is not known. */
  private noteFormat(shown: string, text: string, { path }: WalkedFile, { references }: FileYield): void {
    if (references.length === 0 || !isReadAsText(text, path)) return;
    this.partly.push({
      path: shown,
      message: message('its format is not known: it names models, but was only read as text'),
    });
  }

  private judged({ detection, evidence }: Found, source: SourceText, context: FileContext): FileYield {
    const { path, text } = source;
    const document: FixFile = { path, text: () => text };
    return this.compactor.compact(this.host.engine.judgeDetected(source, detection, context.project), {
      evidence,
      fixesOf: (finding) => fixTitles(finding, document, context),
    });
  }

  private entryKey(text: string, context: FileContext): EntryKey {
    return { key: contentKey(text, context.key), facts: this.host.engine.claims?.version ?? 0 };
  }

  private async searchWeights(
    folder: number,
    files: readonly WalkedFile[],
    contexts: FileContexts,
  ): Promise<void> {
    const { weights, decode } = this.host;
    const { tools } = this;
    const { source } = this.folder(folder);
    const ids = idsOfWeights(files.map(({ path }) => path));
    const shipped: WalkedFile[] = [];
    for (const file of files) {
      if (!(await isWeightsStub(file, source, decode))) shipped.push(file);
      else {
        this.skip(folder, {
          path: file.path,
          reason: 'weights-stub',
          message: skipMessage('weights-stub'),
        });
        this.done++;
      }
    }
    if (weights !== undefined)
      for (const { path } of shipped)
        await readWeights(new Map([[path, ids.get(path) ?? path]]), source, weights, tools).catch(
          (error: unknown) => this.fail(folder, path, error),
        );
    for (const file of shipped) {
      const digest = await pointedDigest(file, source, decode);
      const detection = weightsReference(file.path, ids.get(file.path) ?? file.path, digest);
      this.guarded(folder, file.path, () => this.takeWeights(folder, file, contexts.of(file), detection));
    }
  }

  private takeWeights(folder: number, file: WalkedFile, context: FileContext, detection: Detection): void {
    const analysis = this.host.engine.judge({ path: file.path, text: '' }, detection, context.project);
    const fixesOf = (finding: Finding): readonly Message[] =>
      fixTitles(finding, { path: file.path, text: () => undefined }, context);
    this.keep(this.compactor.compact(analysis, { evidence: NO_EVIDENCE, fixesOf }), file, context, {
      folder,
      path: this.display(folder, file.path),
    });
    this.done++;
  }

  private keep(
    found: FileYield,
    { policy }: WalkedFile,
    context: FileContext,
    place: Pick<Located, 'folder' | 'path'>,
  ): void {
    this.collector.add(found, place, context.evaluation.policy?.path);
    this.workspace.add(found, context, place);
    this.policies.use(policy, found.usedExceptions);
    this.ignores.add(found.ignores, place, context.evaluation.policy);
  }

  /** @param shown the path as reports show it */
  private addMisnamed(folder: number, path: string, shown: string): void {
    const span = new LineIndex('').spanOf({ start: 0, end: 0 });
    this.collector.addFindings(
      invalidPolicyFindings([misnamedPolicyProblem(baseName(path))]).map((finding) => ({
        folder,
        path: shown,
        span,
        finding,
        fixes: [],
      })),
    );
  }

  private addPolicy(scope: PolicyScope, folder: number): void {
    const path = scope.inTree ? this.display(folder, scope.path) : scope.path;
    this.policies.add(scope, { ...scope, folder, path }, (this.folder(folder).include ?? []).length === 0);
  }

  private async addLock(folder: number, scope: PolicyScope | undefined): Promise<void> {
    const { include = [] } = this.folder(folder);
    const found = await findLock(this.folder(folder).source, this.host.decode);
    if (found?.failure !== undefined) this.unreadable(folder, LOCK_FILE_NAME, found.failure);
    this.locks.add({
      path: this.display(folder, LOCK_FILE_NAME),
      found,
      scope,
      whole: include.length === 0,
    });
  }

  /** Whether work on one file was done: what fails in it is that file's, and the others are still judged. */
  private guarded(folder: number, path: string, work: () => void): boolean {
    try {
      work();
      return true;
    } catch (error) {
      this.fail(folder, path, error);
      return false;
    }
  }

  private fail(folder: number, path: string, error: unknown): void {
    const file = `${folder}/${path}`;
    this.complete = false;
    if (!this.failed.has(file))
      this.skip(folder, { path, reason: 'failed', message: skipMessage('failed', errorText(error)) });
    this.failed.add(file);
  }

  /** A file of which nothing is known: whatever is found elsewhere is not all. */
  private unreadable(folder: number, path: string, reason: string): void {
    this.complete = false;
    this.skip(folder, { path, reason: 'unreadable', message: skipMessage('unreadable', reason) });
  }

  private seesAll(): boolean {
    return this.complete && this.isWhole();
  }

  /** Whether all that lies in the folders was to be read. */
  private isWhole(): boolean {
    return this.options.folders.every(({ include = [] }) => include.length === 0);
  }

  private skip(folder: number, file: SkippedFile): void {
    this.skipped.push({ ...file, path: this.display(folder, file.path) });
  }

  /** The path that reports show. */
  private display(folder: number, path: string): string {
    return this.options.folders.length > 1 ? `${this.folder(folder).name}/${path}` : path;
  }

  private isNamed(folder: number, path: string): boolean {
    return namedIn(this.folder(folder)).includes(path);
  }

  private folder(index: number): AuditFolder {
    return this.options.folders[index] as AuditFolder;
  }

  private project(): AuditedProject {
    const [license, ...others] = new Set(this.stated);
    const root = this.policies.all().find(({ governsRoot }) => governsRoot);
    return {
      commit: this.commit,
      ...(this.differs !== undefined && { differs: this.differs }),
      ...(this.repository !== undefined && { repository: this.repository }),
      license: others.length === 0 ? (license ?? null) : null,
      use: root?.policy?.use ?? null,
      ...statedInventory(root?.policy),
    };
  }

  private result(): AuditResult {
    const { ledger, findings: undone } = this.workspace.judge(this.policies);
    // What was not to be read may show what a license asks for.
    const findings = this.isWhole() ? undone : [];
    const {
      workspace,
      policies,
      ignores,
      complete,
      day: today,
      host: {
        engine: { catalog, claims },
      },
    } = this;
    const drift = this.locks.judge({ workspace, policies, claims, complete, today });
    this.collector.addDuties(ignores.unsilenced(findings));
    this.collector.addFindings(ignores.unsilenced(drift.findings));
    this.collector.addFindings([
      ...policies.findings(complete, { catalog, today, sizes: workspace.unsettledSizes() }),
      ...ignores.unused(this.seesAll()),
    ]);
    return {
      references: this.collector.sortedReferences(),
      ownNames: this.collector.sortedOwnNames(),
      addresses: this.collector.sortedAddresses(),
      findings: this.collector.sortedFindings(),
      runtimeChoices: this.collector
        .sortedRuntimeChoices()
        .filter(({ choice, ...place }) => choice.isOfType !== true && !this.constants.isKept(choice, place)),
      models: this.collector.sortedModels(),
      ledger,
      policies: policies.all(),
      ignores: [...ignores.used()].sort(byPlace),
      locks: drift.locks,
      today,
      project: this.project(),
      stats: {
        filesScanned: this.filesScanned,
        bytesScanned: this.bytesScanned,
        filesSkipped: this.skipped.sort(byPath),
        filesPartlyRead: this.partly.sort(byPath),
        complete: this.complete,
        canceled: this.signal.canceled,
      },
    };
  }
}

/** All that decides, beside a file itself, what is found in it. */
function whatDecides({ project }: FileContext): Pick<Searched, 'configValues' | 'additions'> {
  const { configValues = NO_VALUES, policy } = project;
  return { configValues, additions: policy?.detect };
}

/** In UTF-16 code units. */
function lengthOf(opened: OpenedFile): number {
  return 'text' in opened ? opened.text.length : 0;
}

function isTurnOf(first: Ahead | undefined): boolean {
  return first !== undefined && first.search?.isUnderWay !== true;
}

async function differsFromCommit({ git }: FileSource): Promise<boolean | undefined> {
  return git === 'all' ? undefined : git?.differsFromCommit?.();
}

function statedInventory(policy: Policy | undefined): Pick<AuditedProject, 'inventory'> {
  if (policy === undefined) return {};
  const { inventory } = policy;
  const states = Object.keys({ ...inventory.facts, ...inventory.datasets }).length > 0;
  return states ? { inventory } : {};
}

function namedIn({ named, include = [] }: AuditFolder): readonly string[] {
  return named ?? include;
}

/** What a policy outside of the tree builds on is read by who found it, where it is. */
async function openElsewhere(policy: FoundPolicy): Promise<PolicyScope> {
  if ('failure' in policy) return closedPolicy(policy.path, undefined, policy.failure);
  return openPolicy(policy, undefined, policy.read ?? (() => Promise.resolve({ failure: 'missing' })));
}
