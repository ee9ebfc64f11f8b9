import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { createUnpacker, type UnpackPlatform } from '../../../src/core/update/unpack';

const { sha512, gunzip } = createUnpacker(globalThis as unknown as UnpackPlatform);
const BYTES = new TextEncoder().encode('catalog\n'.repeat(50_000));

it('a digest is in base64, as registries state it', async () => {
  expect(await sha512(BYTES)).toBe(createHash('sha512').update(BYTES).digest('base64'));
});

it('what was compressed is unpacked, up to a size', async () => {
  expect(Buffer.from(await gunzip(gzipSync(BYTES), BYTES.length)).equals(Buffer.from(BYTES))).toBe(true);
  await expect(gunzip(gzipSync(BYTES), BYTES.length - 1)).rejects.toThrow(
    `more than ${BYTES.length - 1} bytes`,
  );
});

it('what is damaged or cut off is refused', async () => {
  const packed = gzipSync(BYTES);
  await expect(gunzip(packed.subarray(0, packed.length - 20), 1e6)).rejects.toThrow();
  await expect(gunzip(BYTES, 1e6)).rejects.toThrow();
  const changed = Buffer.from(packed);
  changed[changed.length - 6] = (changed[changed.length - 6] ?? 0) ^ 0xff;
  await expect(gunzip(changed, 1e6)).rejects.toThrow();
});
