import type { Stats } from 'node:fs';

/** What the file system says of a file; `undefined` where that cannot be trusted. */
export type FileTimes = Pick<Stats, 'size' | 'mtimeMs' | 'ctimeMs' | 'ino'> | undefined;

/** What was seen of a file. */
export interface SeenFile {
  readonly times: FileTimes;
  /** Of its content, in base64url. */
  readonly digest: string;
}

const TIMES = 4;
const DIGEST_BYTES = 32;
const LEAST_ROWS = 256;

/**
 * What was seen of many files, by their paths. All but the paths, which others hold as well, is kept as numbers and bytes: as strings, in
 * a map for each folder, it was much of what grows with a tree.
 */
export class SeenTable {
  private readonly rows = new Map<string, number>();
  private times = new Float64Array(LEAST_ROWS * TIMES);
  private digests = Buffer.alloc(LEAST_ROWS * DIGEST_BYTES);
  private isGone = new Uint8Array(LEAST_ROWS);

  /** In the order in which they came. */
  *paths(): Generator<string> {
    for (const [path, row] of this.rows) if (this.isGone[row] === 0) yield path;
  }

  get(path: string): SeenFile | undefined {
    const row = this.rows.get(path);
    if (row === undefined || this.isGone[row] === 1) return undefined;
    const at = row * DIGEST_BYTES;
    return { times: this.timesOf(row), digest: this.digests.toString('base64url', at, at + DIGEST_BYTES) };
  }

  set(path: string, { times, digest }: SeenFile): void {
    let row = this.rows.get(path);
    if (row === undefined) {
      row = this.rows.size;
      this.rows.set(path, row);
      if (row === this.isGone.length) this.grow();
    }
    const { size = Number.NaN, mtimeMs = 0, ctimeMs = 0, ino = 0 } = times ?? {};
    this.times.set([size, mtimeMs, ctimeMs, ino], row * TIMES);
    this.digests.write(digest, row * DIGEST_BYTES, 'base64url');
    this.isGone[row] = 0;
  }

  delete(path: string): void {
    const row = this.rows.get(path);
    if (row !== undefined) this.isGone[row] = 1;
  }

  private timesOf(row: number): FileTimes {
    const [size = 0, mtimeMs = 0, ctimeMs = 0, ino = 0] = this.times.subarray(row * TIMES, (row + 1) * TIMES);
    return Number.isNaN(size) ? undefined : { size, mtimeMs, ctimeMs, ino };
  }

  private grow(): void {
    const times = new Float64Array(this.times.length * 2);
    times.set(this.times);
    this.times = times;
    this.digests = Buffer.concat([this.digests, Buffer.alloc(this.digests.length)]);
    const isGone = new Uint8Array(this.isGone.length * 2);
    isGone.set(this.isGone);
    this.isGone = isGone;
  }
}
