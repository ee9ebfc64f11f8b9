import { describe, expect, it } from 'vitest';
import { readGgufMetadata } from '../../../src/node/ggufHeader';
import { memoryFiles } from '../../support/memoryFiles';

const STRING = 8;
const UINT32 = 4;

/** A GGUF file of version 3 with some metadata and no tensor: magic, version, counts, then key, type and value of each. */
function ggufFile(entries: Readonly<Record<string, string | number>>, weights = 0): Uint8Array {
  const text = (value: string): number[] => [
    ...u64(new TextEncoder().encode(value).length),
    ...new TextEncoder().encode(value),
  ];
  const body = Object.entries(entries).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [...text(key), ...u32(STRING), ...text(value)]
      : [...text(key), ...u32(UINT32), ...u32(value)],
  );
  const bytes = [0x47, 0x47, 0x55, 0x46, ...u32(3), ...u64(0), ...u64(Object.keys(entries).length), ...body];
  const file = new Uint8Array(bytes.length + weights);
  file.set(bytes);
  return file;
}

function u32(value: number): number[] {
  return [value & 255, (value >> 8) & 255, (value >> 16) & 255, (value >> 24) & 255];
}

function u64(value: number): number[] {
  return [...u32(value), 0, 0, 0, 0];
}

describe('a GGUF file', () => {
  it('gives the strings of its header, and its weights are not read', async () => {
    const files = memoryFiles({
      'm.gguf': ggufFile(
        {
          'general.architecture': 'llama',
          'general.license': 'apache-2.0',
          'general.quantization_version': 2,
        },
        30_000_000,
      ),
    });
    const metadata = await readGgufMetadata(files, 'm.gguf');
    expect(metadata?.get('general.license')).toBe('apache-2.0');
    expect(files.bytesRead()).toBeLessThan(5_000_000);
  });

  for (const [name, bytes] of [
    ['empty', new Uint8Array()],
    [
      'not GGUF',
      new TextEncoder().encode('PK\u0003\u0004 something else entirely, and long enough to be read'),
    ],
    [
      'cut off within its header',
      ggufFile({ 'general.architecture': 'llama', 'general.license': 'apache-2.0' }).subarray(0, 60),
    ],
  ] as const) {
    it(`that is ${name} gives nothing`, async () => {
      expect(
        (await readGgufMetadata(memoryFiles({ 'm.gguf': bytes }), 'm.gguf'))?.get('general.license'),
      ).toBeUndefined();
    });
  }

  it('that is not there gives nothing', async () => {
    expect(await readGgufMetadata(memoryFiles({}), 'gone.gguf')).toBeUndefined();
  });
});
