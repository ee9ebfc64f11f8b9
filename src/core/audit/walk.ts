import type { Message } from '../message';
import type { CancellationSignal, Decode, FileEntry, FileSource } from '../ports';
import type { ReadPolicyFile } from '../policy/loadPolicy';
import { isMisnamedPolicy } from '../policy/misnamedPolicy';
import { POLICY_FILE_NAME } from '../policy/readPolicy';
import { errorText } from '../errorText';
import { isSubmodule, missingIn } from './absentees';
import { decodeText } from './decodeText';
import { addIgnoreFile, isIgnored, type IgnoreChain } from './gitignore';
import type { PathTest } from './globs';
import { baseName, fileSkip, folderSkip, holdsVendoredCode, isDocument, isWeightsFile } from './pathRules';
import { foldersBelow } from '../text/relativePath';
import { policyReader } from './policyReader';
import { closedPolicy, openPolicy, type PolicyScope } from './policyScope';
import { skipMessage, type SkipReason } from './skipReasons';
import { trackedFiles, type Absentee, type TrackedFiles } from './trackedFiles';
import { isCalledLikeText, leavesModelsUnread, leavesNamedUnread } from './unreadModels';

/** Folders that are listed at the same time. */
const PARALLEL_LISTINGS = 16;

const LOOKS_ALIKE = 'another name here looks the same, as it is no UTF-8; rename it';

export interface WalkOptions {
  readonly source: FileSource;
  readonly decode: Decode;
  readonly signal: CancellationSignal;
  /** Only these files and folders, and what is in them; everything when empty. */
  readonly include: readonly string[];
  /** Files that are read even where `.gitignore` or their name would leave them out; one that is not read leaves the walk incomplete. */
  readonly named: readonly string[];
  readonly excluded: PathTest;
  /** What governs the root from above. */
  readonly policy: PolicyScope | undefined;
  readonly ignores: IgnoreChain | undefined;
  /** Policy files in the tree count, unless the caller named one. */
  readonly readPolicies: boolean;
  /** Nothing more is listed once a policy is found that cannot be used. */
  readonly stopAtBrokenPolicy: boolean;
  readonly onListed: (files: number) => void;
  /** Called between steps, so that the host gets its turn. */
  readonly breathe: () => Promise<void>;
}

export interface WalkedFile {
  readonly path: string;
  readonly size: number;
  readonly kind: 'text' | 'weights';
  readonly policy: PolicyScope | undefined;
}

export interface SkippedFile {
  /** A folder ends with `/`. */
  readonly path: string;
  readonly reason: SkipReason;
  readonly message: Message;
}

export interface WalkResult {
  readonly files: readonly WalkedFile[];
  /** Where only a part is walked: texts beside and above it, which are not audited but may say what it is judged by. */
  readonly beside: readonly WalkedFile[];
  readonly skipped: readonly SkippedFile[];
  readonly policies: readonly PolicyScope[];
  /** Files that are named almost like a policy. */
  readonly misnamed: readonly string[];
  /** False when something could not be listed, or the walk was canceled. */
  readonly complete: boolean;
}

interface Folder {
  readonly path: string;
  readonly ignores: IgnoreChain | undefined;
  readonly policy: PolicyScope | undefined;
  /** What git tracks in the work tree that the folder belongs to. */
  readonly tracked: TrackedFiles | undefined;
  /** The folder is one that git leaves out, entered for what is tracked in it: nothing else of it counts. */
  readonly onlyTracked: boolean;
  /** The folder lies in one of the code of others: its documents are read, and nothing in it governs. */
  readonly onlyDocuments: boolean;
}

/** Lists the files of a folder that an audit reads, and those it leaves out with the reason. The order does not depend on timing. */
export async function walk(options: WalkOptions): Promise<WalkResult> {
  const walker = new Walker(options);
  await walker.run();
  return walker.result();
}

class Walker {
  private readonly files: WalkedFile[] = [];
  private readonly beside: WalkedFile[] = [];
  private readonly skipped: SkippedFile[] = [];
  private readonly policies: PolicyScope[];
  private readonly misnamed: string[] = [];
  private readonly unseen: Set<string>;
  private readonly readBase: ReadPolicyFile;
  /** Links, with the files that they lead to. */
  private readonly links: { path: string; target: string | null }[] = [];
  private readonly brokenIndexes = new Set<TrackedFiles>();
  private complete = true;

  constructor(private readonly options: WalkOptions) {
    this.policies = options.policy === undefined ? [] : [options.policy];
    this.unseen = new Set(options.named);
    this.readBase = policyReader(options.source, options.decode);
  }

  async run(): Promise<void> {
    const { source, decode, ignores, policy } = this.options;
    const tracked = await trackedFiles(source, '', decode);
    let level: Folder[] = [{ path: '', ignores, policy, tracked, onlyTracked: false, onlyDocuments: false }];
    while (level.length > 0 && !this.stops()) {
      const next: Folder[] = [];
      for (let at = 0; at < level.length && !this.stops(); at += PARALLEL_LISTINGS) {
        const found = await Promise.all(
          level.slice(at, at + PARALLEL_LISTINGS).map((folder) => this.enter(folder)),
        );
        next.push(...found.flat());
        this.options.onListed(this.files.length);
        await this.options.breathe();
      }
      level = next;
    }
    if (this.stops()) this.complete = false;
    else for (const path of this.unseen) this.missing(path);
    this.sortLinks();
  }

  /** What a link to code leads to is searched under its own name, or else nobody knows what it names. */
  private sortLinks(): void {
    const searched = new Set(this.files.map(({ path }) => path));
    for (const { path, target } of this.links) {
      const isRead = target !== null && (searched.has(target) || this.isOfDependency(target));
      this.leave(path, isRead || !isCalledLikeText(path) ? 'link' : 'stray-link');
    }
  }

  private isOfDependency(path: string): boolean {
    return foldersBelow('', path).some(
      (one) => holdsVendoredCode(baseName(one)) || folderSkip(baseName(one)) !== undefined,
    );
  }

  private stops(): boolean {
    const { signal, stopAtBrokenPolicy } = this.options;
    return (
      signal.canceled || (stopAtBrokenPolicy && this.policies.some(({ policy }) => policy === undefined))
    );
  }

  result(): WalkResult {
    return {
      files: this.files.sort(byPath),
      beside: this.beside.sort(byPath),
      skipped: this.skipped.sort(byPath),
      policies: this.policies.sort(byPath),
      misnamed: this.misnamed.sort(),
      complete: this.complete,
    };
  }

  private async enter(folder: Folder): Promise<Folder[]> {
    let entries: readonly FileEntry[];
    try {
      entries = await this.options.source.list(folder.path);
    } catch (error) {
      this.unreadable(`${folder.path}/`, error);
      return [];
    }
    const here = await this.context(folder, entries);
    if (here.tracked !== undefined) this.noteAbsent(entries, here, here.tracked);
    return this.toldApart(entries, here).flatMap((entry) => this.sort(entry, here));
  }

  /**
   * Each path once. Names that are no Unicode are listed with U+FFFD for what cannot be told, so that two may look alike: one path reads
   * one of them, and nobody knows what is in the other.
   */
  private toldApart(entries: readonly FileEntry[], folder: Folder): readonly FileEntry[] {
    const byName = new Map(entries.map((entry) => [entry.path, entry]));
    if (byName.size === entries.length) return entries;
    const seen = new Set<string>();
    for (const entry of entries) {
      const { path, kind } = entry;
      const isOut = this.leftOut(path, kind === 'folder' ? kind : 'file', folder) !== undefined;
      if (seen.has(path) && this.wanted(entry) && !isOut) this.unreadable(path, LOOKS_ALIKE);
      seen.add(path);
    }
    return [...byName.values()];
  }

  /** A folder's own `.gitignore` and policy govern the folder itself. */
  private async context(folder: Folder, entries: readonly FileEntry[]): Promise<Folder> {
    const ignoreText = await this.textOf(entries, '.gitignore');
    const readsPolicy = this.options.readPolicies && !folder.onlyDocuments;
    const policy = readsPolicy ? await this.policyOf(folder, entries) : undefined;
    const ignores =
      ignoreText === undefined ? folder.ignores : addIgnoreFile(folder.ignores, folder.path, ignoreText);
    const tracked = (await this.nestedTracked(folder, entries)) ?? folder.tracked;
    if (policy === undefined) return { ...folder, ignores, tracked };
    this.policies.push(policy);
    return { ...folder, ignores, policy, tracked };
  }

  /** Says what git tracks here and did not put on disk, as far as it would be read. */
  private noteAbsent(entries: readonly FileEntry[], folder: Folder, tracked: TrackedFiles): void {
    const { path } = folder;
    if (
      entries.length === 0 &&
      isSubmodule(path, tracked) &&
      this.isRead({ path, reason: 'submodule' }, folder)
    )
      this.absent(`${path}/`, 'submodule');
    const paths = entries.map((entry) => entry.path);
    for (const [missing, absentees] of missingIn(path, paths, tracked)) {
      const unread = absentees.filter((absentee) => this.isRead(absentee, folder));
      for (const { path: submodule, reason } of unread)
        if (reason === 'submodule') this.absent(`${submodule}/`, reason);
      const left = unread.find(({ reason }) => reason === 'sparse');
      if (left !== undefined) this.absent(left.path === missing ? missing : `${missing}/`, 'sparse');
    }
  }

  private absent(path: string, reason: Absentee['reason']): void {
    this.complete = false;
    this.unseen.delete(path.replace(/\/$/, ''));
    this.skip(path, reason);
  }

  /** Whether what is not on disk would be read if it were. */
  private isRead({ path, reason }: Absentee, { path: from, policy, onlyDocuments }: Folder): boolean {
    if (!this.wanted({ path, kind: 'file', size: 0 })) return false;
    const folders = foldersBelow(from, path);
    const isOut = (one: string): boolean => policy?.leavesOut(one) === true || this.options.excluded(one);
    if (isOut(path) || folders.some((one) => folderSkip(baseName(one)) !== undefined || isOut(one)))
      return false;
    if (onlyDocuments || folders.some((one) => holdsVendoredCode(baseName(one)))) return isDocument(path);
    return reason === 'submodule' || isWeightsFile(path) || fileSkip(path) === undefined;
  }

  /** A submodule, or another work tree in this one, has an index of its own. */
  private async nestedTracked(
    { path }: Folder,
    entries: readonly FileEntry[],
  ): Promise<TrackedFiles | undefined> {
    const { source, decode } = this.options;
    if (path === '' || !entries.some((entry) => baseName(entry.path) === '.git')) return undefined;
    return trackedFiles(source, path, decode);
  }

  private async policyOf(
    { path: folder, policy: outer }: Folder,
    entries: readonly FileEntry[],
  ): Promise<PolicyScope | undefined> {
    const path = join(folder, POLICY_FILE_NAME);
    if (!entries.some((entry) => entry.path === path)) return undefined;
    const file = await this.readBase(path);
    return 'failure' in file
      ? closedPolicy(path, folder, file.failure)
      : { ...(await openPolicy({ path, text: file.text }, folder, this.readBase)), outer };
  }

  private async textOf(entries: readonly FileEntry[], name: string): Promise<string | undefined> {
    const entry = entries.find((candidate) => candidate.kind === 'file' && baseName(candidate.path) === name);
    if (entry === undefined) return undefined;
    try {
      const decoded = decodeText(await this.options.source.read(entry.path), this.options.decode);
      return 'text' in decoded ? decoded.text : undefined;
    } catch (error) {
      this.unreadable(entry.path, error);
      return undefined;
    }
  }

  private sort(entry: FileEntry, folder: Folder): Folder[] {
    if (!this.wanted(entry)) {
      if (entry.kind === 'file') this.keepBeside(entry, folder);
      return [];
    }
    this.unseen.delete(entry.path);
    if (entry.kind === 'folder') return this.sortFolder(entry, folder);
    this.sortFile(entry, folder);
    return [];
  }

  private sortFolder({ path }: FileEntry, folder: Folder): Folder[] {
    const leadsToNamed = this.options.include.some((named) => named === path || named.startsWith(`${path}/`));
    const reason = leadsToNamed
      ? undefined
      : (folderSkip(baseName(path)) ?? this.leftOut(path, 'folder', folder));
    if (reason !== undefined) {
      this.skip(`${path}/`, reason);
      return [];
    }
    const entersVendored = !leadsToNamed && !folder.onlyDocuments && holdsVendoredCode(baseName(path));
    if (entersVendored) this.skip(`${path}/`, 'vendored-code');
    return [
      {
        ...folder,
        path,
        onlyTracked: !leadsToNamed && this.isLeftOutByGit(path, 'folder', folder),
        onlyDocuments: !leadsToNamed && (folder.onlyDocuments || entersVendored),
      },
    ];
  }

  private sortFile({ path, kind, size, target }: FileEntry, folder: Folder): void {
    // What is no document is told with the folder.
    if (folder.onlyDocuments && !isDocument(path) && !this.isNamed(path)) return;
    const reason = this.fileReason(path, kind, folder);
    if (reason === 'link' && target !== undefined) this.links.push({ path, target });
    else if (reason !== undefined) this.leave(path, reason);
    if (this.options.readPolicies && isMisnamedPolicy(baseName(path))) this.misnamed.push(path);
    if (reason === undefined)
      this.files.push({ path, size, kind: isWeightsFile(path) ? 'weights' : 'text', policy: folder.policy });
  }

  private leave(path: string, reason: SkipReason): void {
    this.skip(path, reason);
    if (this.leavesOpen(path, reason)) this.complete = false;
  }

  private leavesOpen(path: string, reason: SkipReason): boolean {
    return leavesModelsUnread(path, reason) || (this.isNamed(path) && leavesNamedUnread(path, reason));
  }

  private keepBeside({ path, kind, size }: FileEntry, folder: Folder): void {
    const isRead =
      !folder.onlyDocuments && !isWeightsFile(path) && this.fileReason(path, kind, folder) === undefined;
    if (isRead) this.beside.push({ path, size, kind: 'text', policy: folder.policy });
  }

  private fileReason(path: string, kind: FileEntry['kind'], folder: Folder): SkipReason | undefined {
    if (kind === 'other') return 'not-a-file';
    if (kind === 'link') return this.leftOut(path, 'file', folder) ?? 'link';
    if (kind === 'dangling') return this.leftOut(path, 'file', folder) ?? 'dangling-link';
    if (baseName(path) === POLICY_FILE_NAME) return 'policy-file';
    const leftOut = this.leftOut(path, 'file', folder);
    if (leftOut !== undefined || isWeightsFile(path)) return leftOut;
    const reason = fileSkip(path);
    return reason !== undefined && this.isNamed(path) && leavesNamedUnread(path, reason) ? undefined : reason;
  }

  private leftOut(path: string, kind: 'file' | 'folder', folder: Folder): SkipReason | undefined {
    if (
      !(kind === 'file' && this.isNamed(path)) &&
      this.isLeftOutByGit(path, kind, folder) &&
      !this.isTracked(path, folder)
    )
      return 'ignored';
    if (folder.policy?.leavesOut(path) === true) return 'policy';
    return this.options.excluded(path) ? 'excluded' : undefined;
  }

  private isLeftOutByGit(path: string, kind: 'file' | 'folder', folder: Folder): boolean {
    return folder.onlyTracked || isIgnored(folder.ignores, path, kind);
  }

  /** Patterns are for files that git does not track (gitignore(5)): of what is tracked they leave nothing out. */
  private isTracked(path: string, { tracked }: Folder): boolean {
    if (tracked === undefined) return false;
    const { failure } = tracked;
    if (failure !== undefined && !this.brokenIndexes.has(tracked)) {
      this.brokenIndexes.add(tracked);
      this.complete = false;
      this.skip('.git/index', 'git-index', failure);
    }
    return tracked.has(path);
  }

  private isNamed(path: string): boolean {
    return this.options.named.includes(path);
  }

  /** Whether a path is, holds, or lies in one of the named paths. */
  private wanted({ path, kind }: FileEntry): boolean {
    const { include } = this.options;
    return (
      include.length === 0 ||
      include.some(
        (named) =>
          named === path ||
          path.startsWith(`${named}/`) ||
          (kind === 'folder' && named.startsWith(`${path}/`)),
      )
    );
  }

  private skip(path: string, reason: SkipReason, ...args: string[]): void {
    this.skipped.push({ path, reason, message: skipMessage(reason, ...args) });
  }

  private missing(path: string): void {
    this.complete = false;
    this.skip(path, 'not-found');
  }

  private unreadable(path: string, error: unknown): void {
    this.complete = false;
    this.skip(path, 'unreadable', errorText(error));
  }
}

/** By code unit, not by locale: the order is the same on every machine. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
