import type { FileSource } from '../core';

/** The parser wants a web address and asks `fetch` for ranges of it; every one is read from the file, none from a network. */
const ADDRESS = 'https://local.invalid/header.gguf';

/**
 * The string values of a GGUF header. Only as much of the file is read as the header takes, however large the file.
 * @returns `undefined` when the file is not GGUF or its header is damaged.
 */
export async function readGgufMetadata(
  files: FileSource,
  path: string,
): Promise<ReadonlyMap<string, string> | undefined> {
  try {
    // Loaded when the first such file is met.
    const { gguf } = await import('@huggingface/gguf');
    const { metadata } = await gguf(ADDRESS, { fetch: rangesOf(files, path) });
    return new Map(
      Object.entries(metadata).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return undefined;
  }
}

/** Answers the parser's range requests from the file. */
function rangesOf(files: FileSource, path: string): typeof fetch {
  return async (_address, init) => {
    const range = /bytes=(\d+)-(\d+)/.exec(new Headers(init?.headers).get('range') ?? '');
    const start = Number(range?.[1] ?? 0);
    const bytes = await files.readRange(path, start, Number(range?.[2] ?? 0) + 1);
    return new Response(new Uint8Array(bytes), { status: 206 });
  };
}
