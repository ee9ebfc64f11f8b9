import { describe, expect, it } from 'vitest';
import { functionAt } from '../../../src/core/detect/pythonFunctions';
import { detect } from './marked';

describe('the function around a line', () => {
  const first = 'def a(x):\n    if x:\n        y = 1\n    z = """\nText\n"""\n    return z\n';
  const text = `import os\n${first}\ndef b():\n    pass\n`;

  it('goes to the next one, over text in quotes', () => {
    const start = text.indexOf('y = 1');
    const found = functionAt(text, start, '        ');
    expect(text.slice(found?.start, found?.end)).toBe(first);
  });

  it('is none of a class', () => {
    expect(functionAt('class A:\n    y = 1\n', 13, '    ')).toBeUndefined();
  });
});

describe('a variable of a function', () => {
  const counted = (rest: string): string =>
    `import tiktoken\n\ndef count(text):\n    model = "gpt-4o"\n    return tiktoken.encoding_for_model(model)\n\n${rest}`;
  const rolesIn = (text: string): readonly string[] =>
    detect(text, 'a.py').references.map(({ role }) => role);

  it('is not what a client gets under the same name in another', () => {
    expect(rolesIn(counted('def ask(model):\n    return ChatOpenAI(model=model)\n'))).toEqual(['lists']);
  });

  it('is where it is global, or belongs to all', () => {
    const ask = 'def ask():\n    return ChatOpenAI(model=model)\n';
    const { references } = detect(`def set():\n    global model\n    model = "gpt-4o"\n\n${ask}`, 'a.py');
    expect(references[0]?.why[0]?.args).toEqual(['ChatOpenAI']);
    expect(rolesIn(`model = "gpt-4o"\n\n${ask}`)).toEqual(['calls']);
  });

  it('is in the same function, behind text in quotes', () => {
    const text =
      'def ask():\n    model = "gpt-4o"\n    p = """\nText\n"""\n    return ChatOpenAI(model=model)\n';
    expect(detect(text, 'a.py').references[0]?.why[0]?.args).toEqual(['ChatOpenAI']);
  });
});
