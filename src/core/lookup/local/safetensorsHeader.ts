import type { Decode, FileSource } from '../../ports';

const LENGTH_BYTES = 8;
/** The format itself allows headers up to 100 MB; a model of many thousand tensors stays far below this. */
const MAX_HEADER = 32_000_000;

/**
 * Reads `__metadata__` of a safetensors file: the first eight bytes are the header's length (little-endian), then the
 * header as JSON. Only the header is read, however large the file.
 * @returns string values by key; empty when the file carries none; `undefined` when it is not a safetensors file.
 * @see https://github.com/huggingface/safetensors#format
 */
export async function readSafetensorsMetadata(
  files: FileSource,
  path: string,
  decode: Decode,
): Promise<ReadonlyMap<string, string> | undefined> {
  const head = await files.readRange(path, 0, LENGTH_BYTES);
  if (head.length < LENGTH_BYTES) return undefined;
  const length = Number(new DataView(head.buffer, head.byteOffset, LENGTH_BYTES).getBigUint64(0, true));
  if (length < 2 || length > MAX_HEADER) return undefined;
  const body = await files.readRange(path, LENGTH_BYTES, LENGTH_BYTES + length);
  if (body.length < length) return undefined;
  return metadataOf(decode(body, 'utf-8'));
}

function metadataOf(json: string): ReadonlyMap<string, string> | undefined {
  let header: unknown;
  try {
    header = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (typeof header !== 'object' || header === null || Array.isArray(header)) return undefined;
  const metadata = (header as Record<string, unknown>)['__metadata__'];
  if (typeof metadata !== 'object' || metadata === null) return new Map();
  return new Map(
    Object.entries(metadata).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
