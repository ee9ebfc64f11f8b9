import { describe, expect, it } from 'vitest';
import { otherReadings } from '../../../src/core/documents/brokenCharacters';
import { detect } from '../detect/marked';

const asUtf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Every character of two bytes of which the second is that of a backslash. */
function halved(encoding: string): readonly (readonly [number, number])[] {
  const decoder = new TextDecoder(encoding);
  return Array.from({ length: 0x7e }, (_, index) => [0x81 + index, 0x5c] as const).filter((pair) =>
    /^[^\\\uFFFD]$/u.test(decoder.decode(Uint8Array.from(pair))),
  );
}

/** Texts around a character, with a model behind it on the line. */
const TEXTS: readonly (readonly [path: string, before: string, behind: string])[] = [
  ['a.py', 'print("', '"); m = A.from_pretrained("acme/thing-7b")\n'],
  ['a.py', "x = 'a", "'\nm = A.from_pretrained('acme/thing-7b')  # it's\n"],
  ['a.js', 'console.log("', '"); const m = await pipeline("text-generation", "acme/thing-7b");\n'],
  ['A.java', 'log("', '"); var m = Model.fromPretrained("acme/thing-7b");\n'],
  ['a.cs', 'Log("', '"); var m = Model.FromPretrained("acme/thing-7b");\n'],
  ['a.php', '<?php echo "', '"; $m = pipeline("text-generation", "acme/thing-7b");\n'],
  ['a.cpp', '// ', '\nauto m = from_pretrained("acme/thing-7b");\n'],
  ['a.sh', 'echo "', '"; vllm serve acme/thing-7b\n'],
  ['a.properties', 'title=', '\nmodel.name=acme/thing-7b\n'],
  ['a.yaml', 'title: "', '"\nmodel: acme/thing-7b\n'],
  ['a.json', '{"title": "', '", "model": "acme/thing-7b"}\n'],
];

describe('a text whose bytes are those of another encoding', () => {
  it.each(TEXTS)(
    'names what stands in %s behind a character that ends in a backslash: %s',
    (path, before, behind) => {
      const texts = ['shift_jis', 'big5', 'gb18030'].flatMap((encoding) => {
        const pairs = halved(encoding);
        expect(pairs.length).toBeGreaterThan(50);
        return pairs.map((pair) => asUtf8(Uint8Array.of(...ascii(before), ...pair, ...ascii(behind))));
      });
      // They differ in bytes of which none is in the text.
      for (const text of new Set(texts))
        expect(
          detect(text, path).references.map(({ id, role, range: { start, end } }) => [
            id,
            role === 'mentions' || role === 'lists',
            text.slice(start, end),
          ]),
        ).toEqual([['acme/thing-7b', false, 'acme/thing-7b']]);
    },
  );

  it('is read in pairs, and without all that may be half of a character', () => {
    const B = '\uFFFD';
    expect(otherReadings(`"${B}${B}\\n${B}\\"`)).toEqual([
      `"${B}${B}\\n${B}${B}"`,
      `"${B}${B}${B}n${B}${B}"`,
    ]);
    // Two pairs of half a character, the second behind what happens to be valid.
    expect(otherReadings(`${B}\\${B}ģ]x`)).toEqual([`${B}${B}${B}ģ${B}x`]);
  });

  it.each([
    ['nothing is broken', 'print("caf\u00e9\\"")'],
    ['no half may stand behind it', '"\uFFFD" \uFFFD1 \uFFFD\n\uFFFD'],
    ['a character of UTF-8 stands between', '\uFFFD表\\'],
    ['only letters do', '\uFFFDA \uFFFDn \uFFFD_'],
  ])('is read in one way where %s', (_, text) => expect(otherReadings(text)).toEqual([]));

  it('names nothing that begins behind a letter of Latin-1', () => {
    const text = asUtf8(Uint8Array.from(Buffer.from('models: [m\xe9tro1, z\xe9ro3]\n', 'latin1')));
    expect(detect(text, 'a.yaml').references).toEqual([]);
  });

  it('names in Latin-1 what it did, as it did', () => {
    const text = asUtf8(
      Uint8Array.from(
        Buffer.from('t = "caf\xe9\\""; m = A.from_pretrained("acme/thing-7b"); c = "x"', 'latin1'),
      ),
    );
    expect(detect(text, 'a.py').references).toMatchObject([{ id: 'acme/thing-7b', role: 'loads' }]);
  });
});
