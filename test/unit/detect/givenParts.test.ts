import { describe, expect, it } from 'vitest';
import { GivenParts } from '../../../src/core/detect/givenParts';
import { stepsOf } from '../steps';

const valuesOf = (text: string, expression: string, language: string): readonly string[] =>
  new GivenParts(text, { path: 'a', language }, new Map())
    .of(expression, text.length)
    .map(({ value }) => value);

describe('what the parts of names may be', () => {
  it.each([
    ['O = "a1"\nO = "b1"\n', 'O', 'python', ['b1', 'a1']],
    ['ORG = "a1"\nPP = ORG\nQ = PP or "b1"\n', 'Q', 'python', ['b1', 'a1']],
    ['O = P\nP = O\n', 'O', 'python', []],
    ['O = make("a")\n', 'O', 'python', []],
    ['', '${O:-a}', 'shellscript', ['a']],
    ['variable "o" {\n  default = "a"\n}\n', '${var.o}', 'terraform', ['a']],
  ])('in %j for %s', (text, expression, language, values) =>
    expect(valuesOf(text, expression, language)).toEqual(values),
  );

  it('takes as long for thousands of variables of one name as for some hundreds', () => {
    const looks = (times: number): number => {
      const text = 'variable "o" {\n  default = "a"\n}\n'.repeat(times);
      const given = new GivenParts(text, { path: 'a.tf', language: 'terraform' }, new Map());
      given.of('${var.o}', text.length);
      return stepsOf(() => given.of('${var.o}', text.length));
    };
    expect(looks(4_000)).toBeLessThanOrEqual(looks(400) * 1.5);
  });
});
