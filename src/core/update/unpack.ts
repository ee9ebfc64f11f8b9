import { joinBytes } from '../text/joinBytes';

/** The parts of the platform that verify and unpack: Node has them as browsers do. */
export interface UnpackPlatform {
  readonly crypto: {
    readonly subtle: { digest(algorithm: 'SHA-256' | 'SHA-512', bytes: Uint8Array): Promise<ArrayBuffer> };
  };
  readonly DecompressionStream: new (
    format: 'gzip',
  ) => {
    readonly readable: { getReader(): ByteReader };
    readonly writable: { getWriter(): ByteWriter };
  };
  btoa(text: string): string;
}

interface ByteReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array }>;
  cancel(): Promise<void>;
}

interface ByteWriter {
  write(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

export interface Unpacker {
  /** In hexadecimal, as checksum tools write it. */
  sha256(bytes: Uint8Array): Promise<string>;
  /** In base64. */
  sha512(bytes: Uint8Array): Promise<string>;
  /** Rejects for what is not compressed or damaged, and as soon as more bytes come than may. */
  gunzip(bytes: Uint8Array, maxBytes: number): Promise<Uint8Array>;
}

export function createUnpacker(platform: UnpackPlatform): Unpacker {
  return {
    async sha256(bytes) {
      const digest = new Uint8Array(await platform.crypto.subtle.digest('SHA-256', bytes));
      return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
    },
    async sha512(bytes) {
      const digest = await platform.crypto.subtle.digest('SHA-512', bytes);
      return platform.btoa(String.fromCharCode(...new Uint8Array(digest)));
    },
    async gunzip(bytes, maxBytes) {
      const { readable, writable } = new platform.DecompressionStream('gzip');
      const writer = writable.getWriter();
      // What fails while it is written fails while it is read.
      writer.write(bytes).then(undefined, () => undefined);
      writer.close().then(undefined, () => undefined);
      return joinBytes(await chunksOf(readable.getReader(), maxBytes));
    },
  };
}

async function chunksOf(reader: ByteReader, maxBytes: number): Promise<readonly Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done || value === undefined) return chunks;
    size += value.length;
    if (size > maxBytes) {
      await reader.cancel();
      throw new RangeError(`more than ${maxBytes} bytes`);
    }
    chunks.push(value);
  }
}
