import { GitError, startGit } from './gitProcess';

interface Request {
  readonly resolve: (content: Uint8Array) => void;
  readonly reject: (reason: Error) => void;
}

const NEWLINE = 10;

/** Reads blobs through one `git cat-file --batch`, which answers in the order it is asked: a process a file would take minutes. */
export class BlobReader {
  private readonly process: ReturnType<typeof startGit>;
  private readonly waiting: Request[] = [];
  private chunks: Buffer[] = [];
  private buffered = 0;
  /** Length of the blob that is being received; `undefined` while its header is awaited. */
  private expected: number | undefined;
  /** Why nothing more is answered. */
  private ended: Error | undefined;

  constructor(root: string) {
    this.process = startGit(root, ['cat-file', '--batch']);
    // A write that fails is told by the end of the process.
    this.process.stdin.on('error', () => undefined);
    this.process.stdout.on('data', (chunk: Buffer) => this.receive(chunk));
    this.process.on('error', (error) => this.failAll(error));
    this.process.on('close', () => this.failAll(new Error('git ended before it answered')));
  }

  read(hash: string): Promise<Uint8Array> {
    if (this.ended !== undefined) return Promise.reject(this.ended);
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.process.stdin.write(`${hash}\n`);
    });
  }

  close(): void {
    this.process.stdin.end();
  }

  private receive(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.buffered += chunk.length;
    while (this.step());
  }

  /** Takes one header or one blob from what has arrived; false when more is needed. */
  private step(): boolean {
    if (this.expected === undefined) return this.readHeader();
    if (this.buffered < this.expected + 1) return false;
    const all = this.joined();
    this.waiting.shift()?.resolve(new Uint8Array(all.subarray(0, this.expected)));
    this.keep(all.subarray(this.expected + 1));
    this.expected = undefined;
    return true;
  }

  private readHeader(): boolean {
    const all = this.joined();
    const end = all.indexOf(NEWLINE);
    if (end < 0) return false;
    const header = all.subarray(0, end).toString('utf8');
    this.keep(all.subarray(end + 1));
    const size = Number(header.split(' ')[2] ?? Number.NaN);
    if (Number.isNaN(size)) this.waiting.shift()?.reject(new GitError(`git does not have it: ${header}`));
    else this.expected = size;
    return true;
  }

  private joined(): Buffer {
    const all = this.chunks.length === 1 ? (this.chunks[0] as Buffer) : Buffer.concat(this.chunks);
    this.chunks = [all];
    return all;
  }

  private keep(rest: Buffer): void {
    this.chunks = rest.length > 0 ? [rest] : [];
    this.buffered = rest.length;
  }

  private failAll(reason: Error): void {
    this.ended ??= reason;
    for (const { reject } of this.waiting.splice(0)) reject(reason);
  }
}
