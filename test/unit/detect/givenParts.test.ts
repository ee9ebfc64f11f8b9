import { describe, expect, it } from 'vitest';
import { GivenParts } from '../../../src/core/detect/givenParts';

const valuesOf = (text: string, expression: string, language: string): readonly string[] =>
  new GivenParts(text, language, new Map()).of(expression, text.length).map(({ value }) => value);

describe('what the parts of names may be', () => {
  it.each([
    ['O = "a1"\nO = "b1"\n', 'O', 'python', ['b1', 'a1']],
    ['ORG = "a1"\nPP = ORG\nQ = PP or "b1"\n', 'Q', 'python', ['a1', 'b1']],
    ['O = P\nP = O\n', 'O', 'python', []],
    ['O = make("a")\n', 'O', 'python', []],
    ['', '${O:-a}', 'shellscript', ['a']],
    ['variable "o" {\n  default = "a"\n}\n', '${var.o}', 'terraform', ['a']],
  ])('in %j for %s', (text, expression, language, values) =>
    expect(valuesOf(text, expression, language)).toEqual(values),
  );

  it('is read fast of a text with thousands of variables of one name', () => {
    const text = 'variable "o" {\n  default = "a"\n}\n'.repeat(6_000);
    const given = new GivenParts(text, 'terraform', new Map());
    const start = performance.now();
    for (let count = 0; count < 2_000; count++) given.of('${var.o}', text.length);
    expect(performance.now() - start).toBeLessThan(4_000);
  });
});
