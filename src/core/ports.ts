/**
 * What a host must supply. The engine reaches the world only through these, so that the same code runs on the desktop,
 * in a browser, on the command line and in a test with everything in memory.
 */

export interface CancellationSignal {
  readonly canceled: boolean;
}

/** A folder or file that was listed; `size` is in bytes. Paths use `/` and are relative to the root of the {@link FileSource}. */
export interface FileEntry {
  readonly path: string;
  /** `dangling`: a link that leads to no file. `other`: a pipe, socket or device, which cannot be read as a file. */
  readonly kind: 'file' | 'folder' | 'link' | 'dangling' | 'other';
  readonly size: number;
  /** The file that a link leads to, relative to the root; `null` outside of it. Absent for links to folders, and where that cannot be told. */
  readonly target?: string | null;
}

/** Reads what git keeps about a work tree, which may lie outside of the workspace folder: above it, or where a `.git` file says. */
export interface GitReader {
  /** The names of the folders that lead to the workspace folder, its own last; as many as may be looked into. */
  readonly above: readonly string[];
  /**
   * The bytes of a regular file by its path relative to the workspace folder (`../.git/index`), or absolute; `undefined` where there is none.
   * Throws when it is larger than `maxBytes` or cannot be read.
   */
  read(path: string, maxBytes: number): Promise<Uint8Array | undefined>;
  /**
   * Whether the files are others than those of the commit that is checked out: changed, added or gone, staged or not. `undefined` where that
   * cannot be told. Absent where the host cannot ask. Never rejects.
   */
  differsFromCommit?(): Promise<boolean | undefined>;
}

/** One workspace folder, read-only. */
export interface FileSource {
  /** How to tell what git tracks; `all` for the files of a commit. Absent where that cannot be told. */
  readonly git?: GitReader | 'all';
  /** The entries directly in a folder (`''` is the root), sorted by path. Throws when the folder cannot be read. */
  list(folder: string): Promise<readonly FileEntry[]>;
  /** The bytes of a file. Throws when it cannot be read. */
  read(path: string): Promise<Uint8Array>;
  /** Bytes `start` up to but not including `end`, fewer at the end of the file. For headers of very large files. */
  readRange(path: string, start: number, end: number): Promise<Uint8Array>;
  /** A word for what is in a file, equal for equal content alone, where that is known: the file was read, or is as it was in an earlier run. */
  digest?(path: string): string | undefined;
}

export interface HttpRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal?: CancellationSignal;
  readonly timeoutMs: number;
  /** The answer's body is cut off, and `truncated` set, after this many bytes. */
  readonly maxBytes: number;
}

export interface HttpResponse {
  readonly status: number;
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly truncated: boolean;
}

/** Sends one GET request and never follows a redirect: whether to follow is the caller's decision. Rejects with a stated reason. */
export interface HttpClient {
  get(request: HttpRequest): Promise<HttpResponse>;
}

export type BytesResponse = Omit<HttpResponse, 'body'> & { readonly body: Uint8Array };

/** An {@link HttpClient} for what is no text. */
export interface BytesClient {
  getBytes(request: HttpRequest): Promise<BytesResponse>;
}

/** A small store of strings that outlives the process. A value that cannot be read back is reported as absent. */
export interface Cache {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string): Promise<void>;
  clear(): Promise<void>;
}

/**
 * Turns bytes into text. A sequence that is not valid becomes U+FFFD, as it does in an editor, so that positions agree;
 * a byte order mark is the caller's to leave out.
 */
export type Decode = (bytes: Uint8Array, encoding: TextEncoding) => string;
export type TextEncoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'euc-jp'
  | 'euc-kr'
  | 'shift_jis'
  | 'gb18030'
  | 'big5'
  | 'windows-1252';

/** Lets the host serve other events (a cancel button, a key) before long work goes on. */
export type Pause = () => Promise<void>;

export interface Clock {
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
}

export interface Logger {
  info(text: string): void;
  warn(text: string): void;
  error(text: string): void;
}

export const SILENT: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
export const NEVER_CANCELED: CancellationSignal = { canceled: false };
