import { createHash } from 'node:crypto';
import {
  decodeFound,
  type DigestedFile,
  encodeFound,
  type FoundCache,
  isContentSkip,
  LayeredMap,
  type Quiet,
  type Searched,
} from '../core';
import { MOST_KEPT, readKept, writeKept } from './keptFile';
import { packedBlocks, PackedText, unpacked } from './packedText';

/** Smaller trees are searched sooner than a file is read and written. */
const LEAST_TEXT = 500_000;
/** Stands for a file of which nothing is to be told, and begins the reason why one is skipped. No line of what was found begins so. */
const NOTHING = '-';
const SKIPPED = '!';

/** What the audits of one place found, in one file. */
export interface FoundFile extends FoundCache {
  /** Keeps what was found in this run, and forgets what was found in none of its files. Never rejects: without it the next run searches anew. */
  save(): Promise<void>;
}

/**
 * Opens what earlier audits kept. What does not fit into the file is searched again.
 * @param engine tells engine and catalog apart from all others
 */
export async function openFoundFile(path: string, engine: string): Promise<FoundFile> {
  const known = new KnownLines((await readKept(path, engine)) ?? Buffer.alloc(0));
  const made = new PackedText();
  /** Files in which nothing is found, until it is known whether that is all that there is to tell of them. */
  const empty = new Set<string>();
  /** Files in which something is found: those whose hosts others tell are searched twice. */
  const full = new Set<string>();
  const write = (key: string, line: string): void => made.add(`${key} ${line}\n`);
  let hasNew = false;
  let size = 0;
  const keyOf = keysOfFiles();
  return {
    known(file) {
      size += file.text.length;
      const line = known.use(keyOf(file));
      if (line === undefined || line.startsWith(SKIPPED)) return undefined;
      return decodeFound(line === NOTHING ? '' : line);
    },
    keep(file, found) {
      const key = keyOf(file);
      const line = encodeFound(found);
      hasNew = true;
      if (line === '') empty.add(key);
      else if (!full.has(key)) write(key, line);
      if (line !== '') full.add(key);
    },
    quiet(file) {
      const line = known.use(keyOf(file));
      const quiet = quietOf(line);
      if (quiet !== undefined) size += file.size;
      return quiet;
    },
    keepQuiet(file, quiet) {
      const key = keyOf(file);
      if (quietOf(known.use(key)) === quiet) return;
      hasNew = true;
      empty.delete(key);
      write(key, quiet === 'nothing' ? NOTHING : SKIPPED + quiet);
    },
    async save() {
      if (size < LEAST_TEXT || (!hasNew && known.areAllUsed)) return;
      for (const key of empty) write(key, '');
      const blocks = [...known.used(), ...made.blocks()];
      await writeKept(path, engine, () => fitting(blocks));
    },
  };
}

/** As many of the blocks as may be kept. */
function* fitting(blocks: readonly Buffer[]): Generator<Buffer> {
  let left = MOST_KEPT;
  for (const block of blocks) {
    left -= block.length;
    if (left < 0) return;
    yield block;
  }
}

function quietOf(line: string | undefined): Quiet | undefined {
  if (line === NOTHING) return 'nothing';
  const reason = line?.startsWith(SKIPPED) === true ? line.slice(SKIPPED.length) : '';
  return isContentSkip(reason) ? reason : undefined;
}

/** Makes keys of all that decides what is found in a file. What is the same object for many files is hashed once. */
function keysOfFiles(): (searched: Searched | DigestedFile) => string {
  const known = new WeakMap<object, string>();
  const once = (of: object, text: () => string): string => {
    let key = known.get(of);
    if (key === undefined) known.set(of, (key = hash(text())));
    return key;
  };
  const ofValues = (values: ReadonlyMap<string, string>): string =>
    once(values, () =>
      JSON.stringify(
        values instanceof LayeredMap ? [[...values.own], ofValues(values.above)] : [[...values]],
      ),
    );
  const make = (file: Searched | DigestedFile): string => {
    const { path, configValues, additions } = file;
    return hash(
      JSON.stringify([
        path,
        ofValues(configValues),
        additions === undefined
          ? ''
          : once(additions, () =>
              JSON.stringify(
                [additions.loaders, additions.keys, additions.prefixes, additions.names].map((all) => [
                  ...all,
                ]),
              ),
            ),
        file.digest ??
          createHash('sha256')
            .update((file as Searched).text)
            .digest('base64url'),
      ]),
    );
  };
  const keys = new WeakMap<Searched | DigestedFile, string>();
  return (searched) => {
    let key = keys.get(searched);
    if (key === undefined) keys.set(searched, (key = make(searched)));
    return key;
  };
}

/** The lines of a kept text by their keys, which are read when they are asked for. Of those with the same key the last one counts. */
class KnownLines {
  private readonly blocks: readonly Buffer[];
  /** The number of each line, and by it where it stands. */
  private readonly numbers = new Map<string, number>();
  private readonly blockOf: number[] = [];
  private readonly startOf: number[] = [];
  private readonly wanted = new Set<number>();
  /**
   * The texts of the blocks that were read last, the latest at the end: files are asked for much in the order in which
   * they were kept, but between them those that were found anew in a later run, which stand in blocks of their own.
   */
  private readonly open = new Map<number, Buffer>();
  private openSize = 0;

  constructor(kept: Buffer) {
    this.blocks = packedBlocks(kept);
    for (const block of this.blocks.keys()) this.index(block);
  }

  get areAllUsed(): boolean {
    return this.wanted.size === this.numbers.size;
  }

  /** The line of a key, which is kept for the next run. */
  use(key: string): string | undefined {
    const number = this.numbers.get(key);
    if (number === undefined) return undefined;
    this.wanted.add(number);
    const line = this.line(number);
    return line.toString('utf8', KEY + 1, line.length - 1);
  }

  /** The lines that were wanted, in blocks: one of which all were stays as it is. */
  used(): readonly Buffer[] {
    const linesIn = countsOf(this.blockOf);
    const wantedIn = countsOf([...this.wanted].map((number) => this.blockOf[number] as number));
    const isWhole = (block: number): boolean => linesIn.get(block) === wantedIn.get(block);
    const rest = new PackedText();
    for (const number of this.wanted)
      if (!isWhole(this.blockOf[number] as number)) rest.add(this.line(number).toString());
    return [...this.blocks.filter((_, block) => isWhole(block)), ...rest.blocks()];
  }

  private index(block: number): void {
    const text = this.text(block);
    for (let at = 0; at < text.length; at = endOf(text, at)) {
      this.numbers.set(text.toString('latin1', at, at + KEY), this.startOf.length);
      this.blockOf.push(block);
      this.startOf.push(at);
    }
  }

  /** With its end. */
  private line(number: number): Buffer {
    const text = this.text(this.blockOf[number] as number);
    const start = this.startOf[number] as number;
    return text.subarray(start, endOf(text, start));
  }

  private text(block: number): Buffer {
    let text = this.open.get(block);
    if (text === undefined) {
      text = unpacked(this.blocks[block] as Buffer);
      this.openSize += text.length;
    }
    this.open.delete(block);
    this.open.set(block, text);
    this.close(block);
    return text;
  }

  /** Forgets the texts that were read longest ago, as far as they are too many beside the one of a block. */
  private close(but: number): void {
    for (const [block, { length }] of this.open) {
      if (this.openSize <= MOST_OPEN || block === but) return;
      this.open.delete(block);
      this.openSize -= length;
    }
  }
}

/** How much text of blocks is held, in bytes: that of some thirty of them. */
const MOST_OPEN = 8_388_608;

/** Where the line ends that begins somewhere. */
function endOf(text: Buffer, start: number): number {
  return text.indexOf(NEWLINE, start) + 1;
}

function countsOf(items: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

const NEWLINE = 0x0a;

/** Half of a digest tells all files of a tree apart. */
function hash(text: string): string {
  return createHash('sha256').update(text).digest().toString('base64url', 0, 16);
}

/** Length of a key. */
const KEY = 22;
