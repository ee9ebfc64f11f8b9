import { createHash } from 'node:crypto';
import { lstatSync, statSync, type Stats } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  type FileEntry,
  type FileSource,
  type FoundPolicy,
  type GitReader,
  grouped,
  type PolicyText,
} from '../core';
import { diskFiles, isAbsence, type ListedEntry, listWithStats, readWithStats } from './fileSource';
import { type FileTimes, type SeenFile, SeenTable } from './seenTable';

/**
 * A file that was changed so shortly before it was read may be changed once more without its times telling, in milliseconds: some file
 * systems count in steps of two seconds.
 */
const RACY = 2_500;
/** No file of git that is read here is larger. */
const MOST_GIT_BYTES = 512 * 1024 * 1024;
/** Stands for times that cannot be trusted, and for a file that is not there. */
const NONE = '-';
/** What begins the note of a file that was read, and of a folder: the notes of what is in it follow. */
const FILE = 'file\t';
const FOLDER = 'in\t';

/** The policies from elsewhere that an audit is judged by, by a name for each. */
export type PoliciesElsewhere = Readonly<Record<string, FoundPolicy | undefined>>;

/** What may not stand in a path, for the notes are separated by it. */
const SEPARATORS = /[\t\n]/;

/** The notes of files among those of a folder. */
function filesIn(notes: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const line of notes.split('\n')) {
    const last = line.lastIndexOf('\t') + 1;
    if (line.startsWith(FILE)) files.set(line.slice(last), line.slice(FILE.length, last - 1));
  }
  return files;
}

/**
 * The files of a folder on disk, as `diskFiles` gives them, with a note of all that is seen of them. An audit sees nothing else, so a later
 * one that would see the same comes to the same. What is noted of a file are its times and its content: where the times are still the
 * same, so is what is in it.
 */
export class SeenFiles {
  readonly files: FileSource;
  /** The files that were read. */
  private readonly seen = new SeenTable();
  /** Those that an earlier audit noted and that are as it says: known once their folder is listed. */
  private readonly unchanged = new SeenTable();
  /** What else was seen of each folder: of most, which were only listed, one note. */
  private readonly others = new Map<string, string | Set<string>>();
  /** What an earlier audit noted of each folder that is not yet listed. */
  private earlier = new Map<string, string>();
  private readonly elsewhere = new Set<string>();
  /** Not so once something could not be read: why can change without anything that is noted. */
  private isWhole = true;

  constructor(private readonly root: string) {
    const files = diskFiles(root);
    const { git } = files;
    this.files = {
      list: (folder) => this.list(folder),
      read: (path) => this.read(path),
      readRange: (path, start, end) => this.readRange(files, path, { start, end }),
      digest: (path) => this.digest(path),
      ...(git !== undefined && git !== 'all' && { git: this.git(git) }),
    };
  }

  /** Takes files for unchanged that are as the notes of an earlier audit say. */
  trust(notes: string): void {
    this.earlier = new Map(
      notes.split(`\n${FOLDER}`).map((part, at) => {
        const block = at === 0 ? part.slice(FOLDER.length) : part;
        return [block.split('\n', 1)[0] as string, block];
      }),
    );
  }

  /** A policy from elsewhere, with a note of what is read of those that it builds on. */
  policy<P extends FoundPolicy>(name: string, policy: P): P {
    const read = readerOf(policy);
    if (read === undefined) return policy;
    return {
      ...policy,
      read: async (path: string) => {
        const found = await read(path);
        this.noteElsewhere('policy', name, digestOf(JSON.stringify(found)), path);
        return found;
      },
    };
  }

  /** All that was seen, for {@link seenAgain}; `undefined` where it cannot be told again. */
  notes(): string | undefined {
    if (!this.isWhole) return undefined;
    const files = grouped([...this.seen.paths()], folderOf);
    const lines: string[] = [];
    for (const folder of new Set([...this.others.keys(), ...files.keys()])) {
      const others = this.others.get(folder) ?? [];
      lines.push(FOLDER + folder, ...(typeof others === 'string' ? [others] : others));
      for (const path of files.get(folder) ?? []) {
        const { times, digest } = this.seen.get(path) as SeenFile;
        lines.push(`${FILE}${wordOf(times)}\t${digest}\t${nameOf(path)}`);
      }
    }
    lines.push(...this.elsewhere);
    return lines.join('\n');
  }

  private digest(path: string): string | undefined {
    const seen = this.seen.get(path);
    if (seen !== undefined) return seen.digest;
    const before = this.unchanged.get(path);
    if (before !== undefined) this.noteFile(path, before);
    return before?.digest;
  }

  private noteFile(path: string, seen: SeenFile): void {
    const before = this.seen.get(path);
    const isOther = before !== undefined && before.digest !== seen.digest;
    // What is found is kept by what was read last; what was read first counted as well.
    if (before === undefined || isOther) this.seen.set(path, seen);
    if (SEPARATORS.test(path) || isOther) this.isWhole = false;
  }

  private list(folder: string): Promise<readonly FileEntry[]> {
    return this.looked('list', folder, () => {
      const listed = listWithStats(this.root, folder);
      this.note(folder, 'list', digestOfList(listed));
      const before = filesIn(this.earlier.get(folder) ?? '');
      this.earlier.delete(folder);
      for (const { entry, stats } of listed) this.compare(entry.path, stats, before);
      return listed.map(({ entry }) => entry);
    });
  }

  /** Takes a file for unchanged that is as it was noted, and none that was and is no longer. */
  private compare(path: string, stats: Stats | undefined, notes: ReadonlyMap<string, string>): void {
    const [times, digest] = (notes.get(nameOf(path)) ?? NONE).split('\t');
    if (stats !== undefined && digest !== undefined && isSame(stats, times))
      this.unchanged.set(path, { times: stats, digest });
    else if (wordOf(this.unchanged.get(path)?.times) !== wordOf(stats)) this.unchanged.delete(path);
  }

  private read(path: string): Promise<Uint8Array> {
    return this.looked('file', path, () => {
      const now = Date.now();
      const { bytes, stats } = readWithStats(join(this.root, path));
      this.noteFile(path, { times: trusted(stats, now), digest: digestOf(bytes) });
      return bytes;
    });
  }

  private readRange(
    files: FileSource,
    path: string,
    { start, end }: { readonly start: number; readonly end: number },
  ): Promise<Uint8Array> {
    return this.looked('range', path, async () => {
      const times = timesOf(lstatSync(join(this.root, path)), Date.now());
      const bytes = await files.readRange(path, start, end);
      const fields = [times, digestOf(bytes), String(start), String(end), nameOf(path)];
      this.note(folderOf(path), 'range', ...fields);
      return bytes;
    });
  }

  private git(git: GitReader): GitReader {
    const { differsFromCommit } = git;
    return {
      above: git.above,
      read: (path, maxBytes) =>
        this.looked('git', path, async () => {
          const stats = statsOf(resolve(this.root, path));
          const times = stats === undefined ? NONE : timesOf(stats, Date.now());
          const bytes = await git.read(path, maxBytes);
          this.noteElsewhere('git', times, bytes === undefined ? NONE : digestOf(bytes), path);
          return bytes;
        }),
      ...(differsFromCommit && {
        differsFromCommit: async () => {
          const differs = await differsFromCommit();
          this.noteElsewhere('differs', String(differs));
          return differs;
        },
      }),
    };
  }

  private async looked<T>(kind: string, path: string, look: () => T | Promise<T>): Promise<T> {
    try {
      return await look();
    } catch (error) {
      if (isAbsence(error)) this.noteElsewhere('absent', kind, path);
      else this.isWhole = false;
      throw error;
    }
  }

  private note(folder: string, ...fields: readonly string[]): void {
    const note = this.written(fields);
    if (SEPARATORS.test(folder)) this.isWhole = false;
    const before = this.others.get(folder);
    if (before === undefined || before === note) this.others.set(folder, note);
    else if (typeof before !== 'string') before.add(note);
    else this.others.set(folder, new Set([before, note]));
  }

  private noteElsewhere(...fields: readonly string[]): void {
    this.elsewhere.add(this.written(fields));
  }

  private written(fields: readonly string[]): string {
    if (SEPARATORS.test(fields.at(-1) as string)) this.isWhole = false;
    return fields.join('\t');
  }
}

/**
 * Whether all is still so as the notes of an earlier audit say. Only files with other times are read.
 * @param notes of {@link SeenFiles}
 * @returns the notes as they would be now, where nothing has changed; `undefined` where something has. Never rejects.
 */
export async function seenAgain(
  notes: string,
  root: string,
  policies: PoliciesElsewhere,
): Promise<string | undefined> {
  try {
    const again = new SeenAgain(root, policies);
    const parts: string[] = [];
    let from = 0;
    for (let at = 0; at <= notes.length; ) {
      const end = endOfLine(notes, at);
      const line = notes.slice(at, end);
      const same = again.line(line);
      const note = typeof same === 'string' ? same : await same;
      if (note === undefined) return undefined;
      if (note !== line) {
        parts.push(notes.slice(from, at), note);
        from = end;
      }
      at = end + 1;
    }
    return parts.length === 0 ? notes : parts.join('') + notes.slice(from);
  } catch {
    return undefined; // What was there is gone, or can no longer be read.
  }
}

/** A note as it is now; `undefined` where it tells of a change. */
type Noted = string | undefined;

class SeenAgain {
  private folder = '';
  private listed: ReadonlyMap<string, Stats | undefined> = new Map();
  private readonly files: FileSource;

  constructor(
    private readonly root: string,
    private readonly policies: PoliciesElsewhere,
  ) {
    this.files = diskFiles(root);
  }

  line(line: string): Noted | Promise<Noted> {
    const [kind, ...fields] = line.split('\t');
    const [first = '', second = '', ...rest] = fields;
    switch (kind) {
      case 'in':
        this.folder = first;
        this.listed = new Map();
        return line;
      case 'list':
        return this.list(first) ? line : undefined;
      case 'file':
        return this.file(line, { times: first, digest: second, name: rest[0] as string });
      case 'range':
        return this.range(line, { times: first, digest: second, rest });
      case 'git':
        return this.git(line, { times: first, digest: second, path: rest[0] as string });
      case 'absent':
        return this.isAbsent(first, second) ? line : undefined;
      case 'policy':
        return this.policy(line, { name: first, digest: second, path: rest[0] as string });
      case 'differs':
        return this.differs(line);
      default:
        return undefined;
    }
  }

  private list(digest: string): boolean {
    const listed = listWithStats(this.root, this.folder);
    this.listed = new Map(listed.map(({ entry, stats }) => [nameOf(entry.path), stats]));
    return digestOfList(listed) === digest;
  }

  private file(
    line: string,
    { times, digest, name }: { readonly times: string; readonly digest: string; readonly name: string },
  ): Noted {
    if (this.hasTimes(name, times)) return line;
    const now = Date.now();
    const { bytes, stats } = readWithStats(this.pathOf(name));
    return digestOf(bytes) === digest ? ['file', timesOf(stats, now), digest, name].join('\t') : undefined;
  }

  private async range(
    line: string,
    {
      times,
      digest,
      rest,
    }: { readonly times: string; readonly digest: string; readonly rest: readonly string[] },
  ): Promise<Noted> {
    const [start, end, name = ''] = rest;
    if (this.hasTimes(name, times)) return line;
    const current = timesOf(lstatSync(this.pathOf(name)), Date.now());
    const path = this.folder === '' ? name : `${this.folder}/${name}`;
    const bytes = await this.files.readRange(path, Number(start), Number(end));
    return digestOf(bytes) === digest ? ['range', current, digest, ...rest].join('\t') : undefined;
  }

  private async git(
    line: string,
    { times, digest, path }: { readonly times: string; readonly digest: string; readonly path: string },
  ): Promise<Noted> {
    const stats = statsOf(resolve(this.root, path));
    if (stats === undefined) return digest === NONE ? line : undefined;
    if (digest === NONE) return undefined;
    if (isSame(stats, times)) return line;
    const current = timesOf(stats, Date.now());
    const { git } = this.files;
    const bytes = git === 'all' ? undefined : await git?.read(path, MOST_GIT_BYTES);
    return bytes !== undefined && digestOf(bytes) === digest
      ? ['git', current, digest, path].join('\t')
      : undefined;
  }

  /** A path that could not be listed or read, as nothing, or no folder, was there. */
  private isAbsent(kind: string, path: string): boolean {
    try {
      if (kind === 'list') listWithStats(this.root, path);
      else readWithStats(join(this.root, path));
      return false;
    } catch (error) {
      return isAbsence(error);
    }
  }

  private async policy(
    line: string,
    { name, digest, path }: { readonly name: string; readonly digest: string; readonly path: string },
  ): Promise<Noted> {
    const read = readerOf(this.policies[name]);
    return digestOf(JSON.stringify(await read?.(path))) === digest ? line : undefined;
  }

  private async differs(line: string): Promise<Noted> {
    const { git } = this.files;
    const differs = git === 'all' ? undefined : await git?.differsFromCommit?.();
    return line === `differs\t${String(differs)}` ? line : undefined;
  }

  private hasTimes(name: string, times: string): boolean {
    const stats = this.listed.get(name);
    return stats !== undefined && isSame(stats, times);
  }

  private pathOf(name: string): string {
    return join(this.root, this.folder, name);
  }
}

function readerOf(policy: FoundPolicy | undefined): PolicyText['read'] {
  return policy !== undefined && 'text' in policy ? policy.read : undefined;
}

/** The file that a path leads to; `undefined` where there is none. */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

/** What the file system says of a file that was asked for at a time, as a word. */
function timesOf(stats: Stats, now: number): string {
  return wordOf(trusted(stats, now));
}

/** What the file system said of a file before it was read, where a later change would show in it. */
function trusted(stats: Stats, now: number): FileTimes {
  return Math.max(stats.mtimeMs, stats.ctimeMs) < now - RACY ? stats : undefined;
}

function isSame(stats: Stats, times: string | undefined): boolean {
  return times === wordOf(stats);
}

/** A copy or a replacement may keep size and time of change: then it is another file, or was moved here later. */
function wordOf(times: FileTimes): string {
  return times === undefined ? NONE : `${times.size},${times.mtimeMs},${times.ctimeMs},${times.ino}`;
}

function digestOfList(listed: readonly ListedEntry[]): string {
  return digestOf(
    listed
      .map(({ entry: { path, kind, size, target } }) => `${kind} ${size} ${nameOf(path)}\0${String(target)}`)
      .join('\0'),
  );
}

function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url');
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}
