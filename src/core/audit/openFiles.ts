import { errorText } from '../errorText';
import { MAX_NESTING } from '../text/nesting';
import type { CancellationSignal, Decode, FileSource } from '../ports';
import { contentSkip, tooDeepToParse } from './contentRules';
import { decodeText, type DecodedText } from './decodeText';
import { skipMessage, type SkipReason } from './skipReasons';
import { isCalledLikeText } from './unreadModels';
import type { SkippedFile, WalkedFile } from './walk';

/** Files that are read at the same time, ahead of the one that is searched. */
const READ_AHEAD = 16;
const MEGABYTE = 1_000_000;
/** The beginning of a file that is too large. */
const HEAD_BYTES = 65_536;
/** What is never searched, even where it is named. */
const NEVER: ReadonlySet<SkipReason> = new Set(['own-output', 'policy-file', 'catalog-layer']);
const PACKET_BYTES = 188;
const SYNC_BYTE = 0x47;

type UndecodedReason = Extract<SkipReason, 'binary' | 'not-utf8'>;

export interface OpenOptions {
  readonly source: FileSource;
  readonly decode: Decode;
  readonly signal: CancellationSignal;
  readonly maxBytes: number;
  /** A named file is searched whatever it says of itself, except a report of this program, a policy and a catalog layer. */
  readonly isNamed: (path: string) => boolean;
  /** What is known of a file that need not be read. */
  readonly known?: (file: WalkedFile) => OpenedFile | undefined;
}

export type OpenedFile = { readonly file: WalkedFile } & (
  | (DecodedText & {
      readonly bytes: number;
      /** It was not read, as nothing is to be told of it. */
      readonly isQuiet?: true;
    })
  | { readonly skipped: SkippedFile }
);

/**
 * Reads files in the given order, a few ahead of the one that is being looked at. Ends early when canceled.
 * Never throws: a file that cannot be read is yielded as skipped.
 */
export async function* openFiles(
  files: readonly WalkedFile[],
  options: OpenOptions,
): AsyncGenerator<OpenedFile> {
  const pending: Promise<OpenedFile>[] = [];
  let next = 0;
  while (!options.signal.canceled) {
    while (pending.length < READ_AHEAD && next < files.length)
      pending.push(open(files[next++] as WalkedFile, options));
    const first = pending.shift();
    if (first === undefined) return;
    yield await first;
  }
}

/** Reads one file and decides from its content whether it is one to search. */
export async function open(
  file: WalkedFile,
  { source, decode, maxBytes, isNamed, known }: OpenOptions,
): Promise<OpenedFile> {
  const opened = known?.(file);
  if (opened !== undefined) return opened;
  const skip = (reason: SkippedFile['reason'], ...args: (string | number)[]): OpenedFile => ({
    file,
    skipped: { path: file.path, reason, message: skipMessage(reason, ...args) },
  });
  try {
    if (file.size > maxBytes)
      return skip((await reasonByHead(file.path, source, decode)) ?? 'too-large', maxBytes / MEGABYTE);
    const bytes = await source.read(file.path);
    if (bytes.length > maxBytes) return skip('too-large', maxBytes / MEGABYTE);
    const decoded = decodeText(bytes, decode);
    if ('reason' in decoded) return skip(reasonOf(decoded.reason, file.path, bytes));
    if (tooDeepToParse(file.path, decoded.text)) return skip('too-deep', MAX_NESTING);
    const reason = contentSkip(file.path, decoded.text);
    return reason === undefined || (isNamed(file.path) && !NEVER.has(reason))
      ? { file, bytes: bytes.length, ...decoded }
      : skip(reason);
  } catch (error) {
    return skip('unreadable', errorText(error));
  }
}

/** What is called like code or settings is not right to be no text; `.ts` is video too. */
function reasonOf(reason: UndecodedReason, path: string, bytes: Uint8Array): UndecodedReason {
  return reason === 'binary' && isCalledLikeText(path) && !isVideo(bytes) ? 'not-utf8' : reason;
}

/** A transport stream (ISO/IEC 13818-1) has its sync byte at the start of each packet. */
function isVideo(bytes: Uint8Array): boolean {
  return [0, 1, 2].every((packet) => bytes[packet * PACKET_BYTES] === SYNC_BYTE);
}

/** Why a text that is too large to be read would not be searched either, as far as its beginning tells. */
async function reasonByHead(
  path: string,
  source: FileSource,
  decode: Decode,
): Promise<SkipReason | undefined> {
  const decoded = decodeText(await source.readRange(path, 0, HEAD_BYTES), decode);
  return 'reason' in decoded ? decoded.reason : contentSkip(path, decoded.text);
}
