import type { Decode } from '../ports';

/** What an index says. Paths are relative to the root of the work tree. */
export interface GitIndex {
  /** Files, links and submodules that git tracks; those in a folder that a sparse index gives as one are not named. */
  readonly paths: readonly string[];
  /** Of the same paths, the submodules. */
  readonly submodules: readonly string[];
  /** Files that git is told to leave out of the work tree, and folders, which end with `/`, that a sparse index gives as one. */
  readonly sparse: readonly string[];
  /** Of a split index: the hexadecimal name of the shared index that holds the rest. */
  readonly sharedIndex?: string;
  /** Of the same paths, where they were asked for. */
  readonly entries: readonly IndexEntry[];
}

/** A file as git last saw it on disk. */
export interface IndexEntry {
  readonly path: string;
  readonly mode: number;
  /** In bytes; 0 also where git is not sure that the file is as it was. */
  readonly size: number;
  /** Milliseconds since 1970-01-01 UTC, rounded down. */
  readonly modified: number;
  /** The name of its content as git keeps it, in hexadecimal. */
  readonly hash: string;
  /** Whether git is told to take it for unchanged, or to leave it out of the work tree. */
  readonly isAssumed: boolean;
}

/** SHA-1 and SHA-256: the index does not say which one its repository uses. */
const HASH_LENGTHS = [20, 32];
const HEADER_LENGTH = 12;
const SIGNATURE = 'DIRC';
/** Ten numbers of the file's status stand before the hash. */
const STATUS_LENGTH = 40;
const MODIFIED_OFFSET = 8;
const MODE_OFFSET = 24;
const SIZE_OFFSET = 36;
const MODE_FOLDER = 0o040000;
const MODE_SUBMODULE = 0o160000;
const FLAG_ASSUMED = 0x8000;
const FLAG_EXTENDED = 0x4000;
/** Among the extended flags. */
const FLAG_SKIPPED = 0x4000;
const NAME_LENGTH_MASK = 0x0fff;
/** Linux has no longer paths; a compressed list of longer ones would not fit into memory. */
const MAX_PATH_BYTES = 4096;
/** Of all paths together. The largest known work trees have less than a tenth. */
const MAX_TOTAL_BYTES = 400_000_000;

/**
 * Reads git's index, versions 2 to 4 (gitformat-index(5)). Its checksum is not verified: git itself may leave it out.
 * Throws for what is no index, is cut off or contradicts itself, and for an extension that must be understood and is not.
 * @param withEntries whether what git knows of each file is wanted too
 */
export function parseGitIndex(bytes: Uint8Array, decode: Decode, withEntries = false): GitIndex {
  let failure: unknown;
  for (const hashLength of HASH_LENGTHS) {
    try {
      return new IndexReader(bytes, hashLength, decode, withEntries).read();
    } catch (error) {
      failure ??= error;
    }
  }
  throw failure;
}

class IndexReader {
  private readonly view: DataView;
  private readonly end: number;
  private readonly paths: string[] = [];
  private readonly submodules: string[] = [];
  private readonly sparse: string[] = [];
  private readonly entries: IndexEntry[] = [];
  private sharedIndex: string | undefined;
  private previous: Uint8Array = new Uint8Array(0);
  private total = 0;
  private at = HEADER_LENGTH;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly hashLength: number,
    private readonly decode: Decode,
    private readonly withEntries: boolean,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.end = bytes.length - hashLength;
  }

  read(): GitIndex {
    if (this.end < HEADER_LENGTH || this.ascii(0, 4) !== SIGNATURE)
      throw new Error('it is not an index of git');
    const version = this.view.getUint32(4);
    if (version < 2 || version > 4) throw new Error(`version ${version} of the index is not known`);
    const count = this.view.getUint32(8);
    for (let entry = 0; entry < count; entry++) this.readEntry(version);
    while (this.at < this.end) this.readExtension();
    const { paths, submodules, sparse, entries, sharedIndex } = this;
    return { paths, submodules, sparse, entries, ...(sharedIndex !== undefined && { sharedIndex }) };
  }

  private readEntry(version: number): void {
    const start = this.at;
    const mode = this.view.getUint32(this.take(STATUS_LENGTH) + MODE_OFFSET);
    const hashStart = this.take(this.hashLength);
    const flags = this.view.getUint16(this.take(2));
    let isSkipped = false;
    if ((flags & FLAG_EXTENDED) !== 0) {
      if (version === 2) throw damaged();
      isSkipped = (this.view.getUint16(this.take(2)) & FLAG_SKIPPED) !== 0;
    }
    const name = version === 4 ? this.compressedName() : this.name(this.at);
    if (Math.min(name.length, NAME_LENGTH_MASK) !== (flags & NAME_LENGTH_MASK)) throw damaged();
    if (version !== 4) {
      this.take(name.length);
      // 1 to 8 NUL bytes bring the entry to a multiple of 8.
      this.take(8 - ((this.at - start) % 8));
    }
    this.total += name.length;
    if (this.total > MAX_TOTAL_BYTES) throw damaged();
    // In a split index an entry without a name replaces one of the shared index.
    if (name.length === 0) return;
    const path = this.decode(name, 'utf-8');
    if (isSkipped) this.sparse.push(path);
    if (mode === MODE_FOLDER) return;
    this.paths.push(path);
    if (mode === MODE_SUBMODULE) this.submodules.push(path);
    if (this.withEntries)
      this.entries.push({
        path,
        mode,
        isAssumed: isSkipped || (flags & FLAG_ASSUMED) !== 0,
        hash: this.hexadecimal(hashStart),
        ...this.statusAt(start),
      });
  }

  private statusAt(start: number): Pick<IndexEntry, 'size' | 'modified'> {
    const seconds = this.view.getUint32(start + MODIFIED_OFFSET);
    const nanoseconds = this.view.getUint32(start + MODIFIED_OFFSET + 4);
    return {
      size: this.view.getUint32(start + SIZE_OFFSET),
      modified: seconds * 1000 + Math.floor(nanoseconds / 1e6),
    };
  }

  /** Bytes up to the next NUL. */
  private name(start: number): Uint8Array {
    const length = this.bytes.subarray(start, Math.min(start + MAX_PATH_BYTES + 1, this.end)).indexOf(0);
    if (length < 0) throw damaged();
    return this.bytes.subarray(start, start + length);
  }

  /** How many bytes to take off the end of the name before, and what comes instead. */
  private compressedName(): Uint8Array {
    const kept = this.previous.length - this.variableNumber();
    const rest = this.name(this.at);
    this.take(rest.length + 1);
    if (kept < 0 || kept + rest.length > MAX_PATH_BYTES) throw damaged();
    const name = new Uint8Array(kept + rest.length);
    name.set(this.previous.subarray(0, kept));
    name.set(rest, kept);
    this.previous = name;
    return name;
  }

  /** As offsets in a pack are written (gitformat-pack(5), "offset encoding"). */
  private variableNumber(): number {
    let byte = this.view.getUint8(this.take(1));
    let value = byte & 0x7f;
    while ((byte & 0x80) !== 0) {
      byte = this.view.getUint8(this.take(1));
      value = (value + 1) * 128 + (byte & 0x7f);
      if (value > MAX_PATH_BYTES) throw damaged();
    }
    return value;
  }

  /** One whose name begins in lower case must be understood. */
  private readExtension(): void {
    const header = this.take(8);
    const name = this.ascii(header, 4);
    const start = this.take(this.view.getUint32(header + 4));
    if (name === 'link') this.sharedIndex = this.sharedName(start);
    else if (name !== 'sdir' && !/^[A-Z]/.test(name))
      throw new Error(`its extension ${JSON.stringify(name)} is not known`);
  }

  private sharedName(start: number): string | undefined {
    if (this.at - start < this.hashLength) throw damaged();
    const name = this.hexadecimal(start);
    // A null name: nothing is shared.
    return /^0*$/.test(name) ? undefined : name;
  }

  private hexadecimal(start: number): string {
    let digits = '';
    for (const byte of this.bytes.subarray(start, start + this.hashLength))
      digits += byte.toString(16).padStart(2, '0');
    return digits;
  }

  /** Moves on by some bytes, and returns where they begin. */
  private take(length: number): number {
    const start = this.at;
    if (start + length > this.end) throw damaged();
    this.at += length;
    return start;
  }

  private ascii(start: number, length: number): string {
    return String.fromCharCode(...this.bytes.subarray(start, start + length));
  }
}

function damaged(): Error {
  return new Error('it is cut off or damaged');
}
