import { describe, expect, it } from 'vitest';
import { exampleText } from '../../../src/core/policy/exampleText';
import { RULES } from '../../../src/core/policy/rules';
import { english } from '../../../src/core/message';

describe('the example of a rule', () => {
  const loud = (template: string, ...args: (string | number)[]): string =>
    english(template, ...args).toUpperCase();

  it.each([
    ['a: 1\n# and in the code\nb = "x"\n', 'a: 1\n# AND IN THE CODE\nb = "x"'],
    ['a: [   # not a mapping of models', 'a: [   # NOT A MAPPING OF MODELS'],
    [
      '// package.json, beside a LICENSE file with the text of the MIT',
      '// PACKAGE.JSON, BESIDE A LICENSE FILE WITH THE TEXT OF THE MIT',
    ],
    ['# main is at 4567def… today', '# MAIN IS AT 4567DEF… TODAY'],
    ['# .model-lock.yaml\nx: 1', '# .model-lock.yaml\nx: 1'],
    ['# model-license-lens: ignore[license/denied] for the pilot', undefined],
    ['x = "a#and in the code"', undefined],
  ])('has comments in the language of its reader: %s', (example, said) =>
    expect(exampleText({ example }, loud)).toBe(said ?? example),
  );

  it('is the same in English', () => {
    for (const rule of RULES) expect(exampleText(rule)).toBe(rule.example.trimEnd());
  });

  it('leaves no comment of a rule untranslated that is a sentence', () => {
    const left = RULES.flatMap((rule) =>
      [...exampleText(rule, loud).matchAll(/(?:^|\s)(?:#|\/\/) (.*[a-z]{2} [a-z]{2}.*)$/gm)].map(
        ([, said]) => said,
      ),
    );
    expect(left).toEqual(['model-license-lens: ignore[license/denied] approved for the pilot']);
  });
});
