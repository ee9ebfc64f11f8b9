import type { Decode, FileSource } from '../ports';
import { isGguf } from '../lookup/local/weightsFile';
import { decodeText } from './decodeText';
import { baseName } from './pathRules';
import type { WalkedFile } from './walk';

/** A Git LFS pointer is shorter than this (git-lfs, docs/spec.md, "The Pointer"). */
const POINTER_BYTES = 1024;
/** As git-lfs reads one: blanks at the beginning and ends of lines of another system are none of its text. */
const POINTER = /^\s*version https:\/\/(?:git-lfs\.github\.com\/spec|hawser\.github\.com\/spec)\/v1\r?\n/;
const POINTER_DIGEST = /^oid (sha256:[0-9a-f]{64})$/m;
const POINTER_SIZE = /^size (\d{1,15})$/m;
/** What else stands for a file that lies elsewhere: pointers of git-annex and of Xet. */
const OTHER_POINTER = /\/annex\/objects\/|\bxet\b/;
/** A text alone: formats of weights begin with marks or lengths that no text has. */
const TEXT_ALONE = /^[\p{L}\p{N}\p{P}\p{S}\p{Zs}\r\n\t]+$/u;
/** What a pointer anywhere, and a file in a test folder, must have to be weights that somebody runs. */
const LEAST_BYTES = 10_000;
const LEAST_BYTES_IN_TESTS = 1_000_000;
const TEST_FOLDER =
  /(?:^|\/)(?:tests?|__tests__|specs?|testdata|test[-_]data|fixtures|testing|unittests?)\//i;
/** Magic, version and the number of tensors (GGUF, "File Structure"); version 1 counts with 32 bits. */
const GGUF_HEAD_BYTES = 16;
const GGUF_MAGIC = 'GGUF';
const VOCABULARY_NAME = /(?:^|[-_.])vocab(?:[-_.]|$)/i;

/**
 * Whether a file that is named like weights has none: an empty one, a few words in its place, a vocabulary alone, or a
 * stub for tests. A pointer stands for the file it points to. One that cannot be read counts as weights. Never rejects.
 */
export async function isWeightsStub(
  { path, size }: Pick<WalkedFile, 'path' | 'size'>,
  source: FileSource,
  decode: Decode,
): Promise<boolean> {
  try {
    const text = size < POINTER_BYTES ? decode(await source.read(path), 'utf-8') : '';
    const pointed = pointedSize(text);
    if (pointed === undefined && TEXT_ALONE.test(text) && !OTHER_POINTER.test(text)) return true;
    if (pointed !== undefined && (pointed < LEAST_BYTES || VOCABULARY_NAME.test(baseName(path)))) return true;
    if (TEST_FOLDER.test(path) && (pointed ?? size) < LEAST_BYTES_IN_TESTS) return true;
    return size === 0 || (path.toLowerCase().endsWith('.gguf') && (await hasNoTensors(path, source)));
  } catch {
    return false;
  }
}

/** Endings of weights that other things have too: templates of pages, modules of Drupal, lines that Python runs as it starts. */
const SHARED_ENDING = /\.(?:engine|task|pt|pth)$/i;
const HEAD_BYTES = 4_096;

/** Whether a file that is only called like weights is a text, which is searched as any other. One that cannot be read is none. Never rejects. */
export async function isTextLikeWeights(
  { path, size }: Pick<WalkedFile, 'path' | 'size'>,
  source: FileSource,
  decode: Decode,
): Promise<boolean> {
  if (size === 0 || !SHARED_ENDING.test(path)) return false;
  try {
    const head = decodeText(await source.readRange(path, 0, Math.min(size, HEAD_BYTES)), decode);
    return 'text' in head && !POINTER.test(head.text) && !OTHER_POINTER.test(head.text);
  } catch {
    return false;
  }
}

/** Endings that say nothing, which servers of GGUF take as well as its own. */
const VAGUE_ENDING = /\.(?:bin|dat|data|model|weights|blob)$|(?:^|\/)[^./]+$/i;

/** Whether a file that is not called like weights holds some by its first bytes. One that cannot be read does not. Never rejects. */
export async function isWeightsByContent(
  { path, size }: Pick<WalkedFile, 'path' | 'size'>,
  source: FileSource,
): Promise<boolean> {
  return size >= LEAST_BYTES && VAGUE_ENDING.test(path) && (await isGguf(source, path).catch(() => false));
}

/** The size that a Git LFS pointer states; `undefined` for another text. */
export function pointedSize(text: string): number | undefined {
  const size = POINTER.test(text) ? POINTER_SIZE.exec(text)?.[1] : undefined;
  return size === undefined ? undefined : Number(size);
}

/**
 * The digest of the weights that a Git LFS pointer stands for, `sha256:…`; `undefined` for another file, and for one
 * that cannot be read.
 */
export async function pointedDigest(
  { path, size }: Pick<WalkedFile, 'path' | 'size'>,
  source: FileSource,
  decode: Decode,
): Promise<string | undefined> {
  if (size >= POINTER_BYTES) return undefined;
  try {
    const text = decode(await source.read(path), 'utf-8');
    return POINTER.test(text) ? POINTER_DIGEST.exec(text)?.[1] : undefined;
  } catch {
    return undefined;
  }
}

async function hasNoTensors(path: string, source: FileSource): Promise<boolean> {
  const head = await source.readRange(path, 0, GGUF_HEAD_BYTES);
  if (head.length < GGUF_HEAD_BYTES || String.fromCharCode(...head.subarray(0, 4)) !== GGUF_MAGIC)
    return false;
  const view = new DataView(head.buffer, head.byteOffset, GGUF_HEAD_BYTES);
  return view.getUint32(4, true) > 1 && view.getBigUint64(8, true) === 0n;
}
