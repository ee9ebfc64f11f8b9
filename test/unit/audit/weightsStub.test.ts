import { describe, expect, it } from 'vitest';
import { isWeightsStub, pointedDigest, pointedSize } from '../../../src/core/audit/weightsStub';
import { decode } from '../../../src/node/host';
import { auditTree, memoryFiles, placesOf, skippedOf } from './memory';

const pointer = (size: number | string): string =>
  `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize ${size}\n`;

function gguf(version: number, tensors: bigint): Uint8Array {
  const bytes = new Uint8Array(64);
  bytes.set(new TextEncoder().encode('GGUF'));
  const view = new DataView(bytes.buffer);
  view.setUint32(4, version, true);
  view.setBigUint64(8, tensors, true);
  return bytes;
}

function isStub(path: string, content: string | Uint8Array, size = content.length): Promise<boolean> {
  return isWeightsStub({ path, size }, memoryFiles({ [path]: content }), decode);
}

describe('a file that is named like weights', () => {
  it.each<readonly [string, string, string | Uint8Array, boolean]>([
    ['a pointer to weights', 'models/a.safetensors', pointer(23_802_932_552), false],
    ['a pointer to weights in a test folder', 'tests/a.safetensors', pointer(23_802_932_552), false],
    ['a pointer to a stub in a test folder', 'tests/assets/a.safetensors', pointer(108_625), true],
    ['a pointer to as much elsewhere', 'models/a.safetensors', pointer(108_625), false],
    ['a pointer to a few bytes', 'models/a.safetensors', pointer(12), true],
    ['a pointer to just enough bytes', 'models/a.safetensors', pointer(10_000), false],
    ['a pointer to just enough in a test folder', 'tests/a.safetensors', pointer(1_000_000), false],
    ['more than a pointer', 'models/a.safetensors', pointer(12).padEnd(1_024), false],
    ['just no more than a pointer', 'models/a.safetensors', pointer(12).padEnd(1_023), true],
    ['a pointer to a vocabulary', 'models/ggml-vocab-llama-bpe.gguf', pointer(5_000_000), true],
    ['a pointer of the former name', 'models/a.bin', pointer(12).replace('git-lfs', 'hawser'), true],
    [
      'a pointer with line ends of another system',
      'models/a.gguf',
      ` ${pointer(4_920_739_232).replaceAll('\n', '\r\n')}`,
      false,
    ],
    ['a few bytes in a test folder', 'pkg/testdata/a.onnx', 'stub', true],
    ['an empty file', 'models/a.safetensors', '', true],
    ['a few words in their place', 'models/a.pt', 'placeholder: 置き換える\r\n', true],
    ['as many words as no placeholder has', 'models/a.pt', 'x'.repeat(1_024), false],
    ['a pointer of git-annex', 'models/a.pt', '/annex/objects/SHA256E-s14--a.pt\n', false],
    ['a pointer of Xet', 'models/a.pt', '# xet version 0\nfilesize = 14\n', false],
    ['a few bytes', 'models/a.pt', '\u0080\u0002}q\u0000.', false],
    ['a vocabulary', 'models/a.gguf', gguf(3, 0n), true],
    ['a GGUF file with tensors', 'models/a.gguf', gguf(3, 291n), false],
    ['a GGUF file of version 1', 'models/a.gguf', gguf(1, 0n), false],
    ['a GGUF file that is cut off', 'models/a.gguf', gguf(3, 0n).slice(0, 15), false],
    ['what has the same zeros', 'models/a.gguf', gguf(3, 0n).fill(88, 0, 4), false],
    ['something else than GGUF', 'models/a.gguf', '\u0000bcdefghijklmnopqrstuvwxyz', false],
  ])('has none or some: %s', async (_, path, content, stub) => {
    expect(await isStub(path, content)).toBe(stub);
  });

  it('has some where it is large, in a test folder too', async () => {
    expect(await isStub('tests/a.safetensors', 'x', 2_000_000)).toBe(false);
  });

  it('has some where it cannot be read', async () => {
    expect(await isWeightsStub({ path: 'm/a.gguf', size: 9_000 }, memoryFiles({}), decode)).toBe(false);
  });

  it('is told as left out where it has none', async () => {
    const result = await auditTree({
      'tests/a.safetensors': pointer(100),
      'm/a.safetensors': pointer(5_000_000_000),
    });
    expect(placesOf(result)).toEqual(['m/a.safetensors:1:1 a.safetensors']);
    expect(skippedOf(result)).toEqual({ 'tests/a.safetensors': 'weights-stub' });
    expect(result.stats.complete).toBe(true);
  });
});

describe('the size that a pointer states', () => {
  it('is read from pointers alone', () => {
    expect(pointedSize(pointer(7))).toBe(7);
    expect(pointedSize(pointer('many'))).toBeUndefined();
    expect(pointedSize(`x\n${pointer(7)}`)).toBeUndefined();
  });
});

describe('the digest that a pointer states', () => {
  const digestOf = (content: string, size = content.length): Promise<string | undefined> =>
    pointedDigest({ path: 'm/a.gguf', size }, memoryFiles({ 'm/a.gguf': content }), decode);

  it('is read from small pointers alone, and from none that cannot be read', async () => {
    const digest = `sha256:${'a'.repeat(64)}`;
    expect(await digestOf(pointer(5_000_000))).toBe(digest);
    expect(await digestOf(`x\n${pointer(5_000_000)}`)).toBeUndefined();
    expect(await digestOf(pointer(5_000_000).replace(/^oid .*\n/m, ''))).toBeUndefined();
    expect(await digestOf(pointer(5_000_000), 1_024)).toBeUndefined();
    expect(await pointedDigest({ path: 'm/b.gguf', size: 9 }, memoryFiles({}), decode)).toBeUndefined();
  });

  it('is the revision of the weights that the pointer stands for', async () => {
    const { references } = await auditTree({ 'm/a.safetensors': pointer(5_000_000_000) });
    expect(references.map(({ reference }) => reference.revision?.value)).toEqual([
      `sha256:${'a'.repeat(64)}`,
    ]);
  });
});
