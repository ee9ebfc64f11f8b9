import { expect, it } from 'vitest';
import { parseJsonInParts } from '../../../src/node/jsonInParts';
import { jsonParts } from '../../../src/node/jsonParts';
import { packedBlocks, PackedText, unpacked } from '../../../src/node/packedText';

function blocksOf(text: PackedText): readonly string[] {
  return packedBlocks(Buffer.concat(text.blocks())).map((block) => unpacked(block).toString());
}

it('gives its parts again, in their order and as often as it is asked, each in one block', () => {
  const text = new PackedText();
  expect(blocksOf(text)).toEqual([]);
  const lines = Array.from({ length: 30_000 }, (_, at) => `${at} モデル ${'x'.repeat(at % 40)}\n`);
  for (const line of lines) text.add(line);
  expect(blocksOf(text).join('')).toBe(lines.join(''));
  text.add('last\n');
  const blocks = blocksOf(text);
  expect(blocks.join('')).toBe(`${lines.join('')}last\n`);
  expect(blocks.length).toBeGreaterThan(2);
  for (const block of blocks) expect(block).toMatch(/\n$/);
});

it('takes much less room than a text', () => {
  const text = new PackedText();
  for (let at = 0; at < 30_000; at++) text.add(`{"path":"a/${at}.py"}\n`);
  expect(Buffer.concat(text.blocks()).length).toBeLessThan(150_000);
});

it('gives a long report block by block to who reads it part by part', async () => {
  const places = Array.from({ length: 8_000 }, (_, at) => ({
    path: `フォルダー/${at % 90}.py`,
    line: at,
    why: ['it is a key', `"\\${at}"`, '𝒳\ud800'],
    revision: null,
    others: [{ region: 'eu' }],
  }));
  const report = { schema: 1, tool: { name: 'x' }, references: places, findings: [], models: [...places] };
  const text = new PackedText();
  for (const part of jsonParts(report)) text.add(part);
  const blocks = packedBlocks(Buffer.concat(text.blocks()));
  expect(blocks.length).toBeGreaterThan(3);
  const pieces = async function* (): AsyncGenerator<Uint8Array> {
    for (const block of blocks) yield await Promise.resolve(unpacked(block));
  };
  const read = await parseJsonInParts(pieces());
  expect(JSON.stringify(read)).toBe(JSON.stringify(report));
});
