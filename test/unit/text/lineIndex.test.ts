import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LineIndex } from '../../../src/core/text/lineIndex';

/** Texts in which all ends of lines meet, or `\n` alone. */
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\r\n', '\u2028'), maxLength: 30 }),
  fc.string({ unit: fc.constantFrom('a', 'é', '\n'), maxLength: 30 }),
);

it('every offset is on the line that the ends of lines before it tell, whatever ends they are', () => {
  fc.assert(
    fc.property(text, (sample) => {
      const lines = new LineIndex(sample);
      const whole = sample.split(/\r\n|\r|\n/);
      expect(lines.lineCount).toBe(whole.length);
      expect(whole.map((_, at) => lines.lineText(at + 1))).toEqual(whole);
      expect(lines.lineStart(whole.length + 1)).toBeUndefined();
      for (let offset = 0; offset <= sample.length; offset++) {
        const { line, column } = lines.positionAt(offset);
        expect((lines.lineStart(line) ?? -1) + column - 1).toBe(offset);
        expect(offset).toBeLessThan(lines.lineStart(line + 1) ?? Infinity);
      }
    }),
  );
});
