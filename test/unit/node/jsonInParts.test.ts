import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJsonInParts } from '../../../src/node/jsonInParts';

/** The bytes of a text in pieces of a size. */
async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function parsed(text: string, size = 7): Promise<object | undefined> {
  return parseJsonInParts(pieces(new TextEncoder().encode(text), size));
}

function whole(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

describe('JSON that is read in parts', () => {
  it.each([1, 2, 5, 1000])('gives what the whole text gives, in pieces of %i bytes', async (size) => {
    const value = {
      schema: 1,
      tool: { name: 'x', tags: ['a', ['b']] },
      models: [{ id: 'é/"]}', lineage: [{ model: '模型\\' }] }, null, 3, 'text', [[]], {}],
      none: [],
      findings: [{ path: 'a.py', fixes: ['one, two', '[three]'] }],
      last: 'end',
    };
    for (const text of [JSON.stringify(value), `\uFEFF${JSON.stringify(value, null, 2)}\n`])
      expect(await parsed(text, size)).toEqual(value);
  });

  it('gives the same as a reader of whole texts for any object', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.integer({ min: 1, max: 40 }),
        async (value, size) => {
          const text = JSON.stringify(value);
          expect(await parsed(text, size)).toEqual(JSON.parse(text));
        },
      ),
    );
  });

  it('never makes more of a damaged text than a reader of whole texts', async () => {
    const text = JSON.stringify({ a: [1, { b: ['c,d'] }, 'x\\'], e: { f: [2] }, g: [[]] });
    await fc.assert(
      fc.asyncProperty(
        fc.nat(text.length),
        fc.nat(3),
        fc.constantFrom('', ',', '"', '[', ']', '{', '}', '\\', '0', 'a":[1],"'),
        async (at, gone, put) => {
          const damaged = text.slice(0, at) + put + text.slice(at + gone);
          const found = await parsed(damaged);
          if (found !== undefined) expect(found).toEqual(whole(damaged));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    '',
    '[1]',
    '[[1]]',
    '1',
    '{"a":[1,]}',
    '{"a":[,1]}',
    '{"a":[1}',
    '{"a":[1]} x',
    '{"a":[1',
    '{"a":[1,,2]}',
  ])('leaves %j to a reader of whole texts', async (text) => {
    for (const size of [1, 6, 100]) expect(await parsed(text, size)).toBeUndefined();
  });

  it('leaves what is no UTF-8 to a reader of whole texts', async () => {
    const utf16 = new Uint8Array(
      new Uint16Array([...'\uFEFF{"a":1}'].map((char) => char.charCodeAt(0))).buffer,
    );
    expect(await parseJsonInParts(pieces(utf16, 4))).toBeUndefined();
  });

  it('keeps alike lists of texts once', async () => {
    const [first, second] = (
      (await parsed('{"a":[{"why":["x","y"]},{"why":["x","y"]}]}')) as { a: { why: string[] }[] }
    ).a;
    expect(first?.why).toEqual(['x', 'y']);
    expect(second?.why).toBe(first?.why);
  });

  it('passes on what the source of the pieces fails with', async () => {
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode('{"a":[');
      await Promise.reject(new Error('gone'));
    }
    await expect(parseJsonInParts(failing())).rejects.toThrow('gone');
  });
});
