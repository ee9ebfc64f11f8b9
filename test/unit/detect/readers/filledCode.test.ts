import { describe, expect, it } from 'vitest';
import { filledCode } from '../../../../src/core/detect/readers/filledCode';
import { detect } from '../marked';

/** The code in the string that begins at the first quote. */
const codeIn = (text: string): readonly string[] =>
  filledCode(text, { start: text.search(/["'`]/), end: text.length }).map(({ start, end }) =>
    text.slice(start, end),
  );

describe('code in a string that is filled in', () => {
  it.each([
    [`f"a {ask(model='x')} b {tell('y', {'z': 1})}"`, ["ask(model='x')", "tell('y', {'z': 1})"]],
    ['`a ${ask({ model: "x" })}`', ['ask({ model: "x" })']],
    [`"a #{ask(model: 'x')}"`, ["ask(model: 'x')"]],
    [`"a \\(ask('x'))"`, ["ask('x')"]],
    [`"a {ask(model='x')}"`, []],
    ['`a ${name} and ${ask(name)}`', []],
    ['`a ${ask("x"`', []],
    [`f"a {ask('x'"`, []],
  ])('%s', (text, code) => expect(codeIn(text)).toEqual(code));

  it.each([
    ['a.py', `c = OpenAI()\nprint(f"said {c.chat.completions.create(model='gpt-4o', messages=[])}")\n`],
    [
      'a.js',
      'const c = new OpenAI();\nlog(`said ${await c.chat.completions.create({ model: "gpt-4o" })}`);\n',
    ],
    ['a.rb', `puts "said #{client.chat(parameters: { model: 'gpt-4o' })}"\n`],
  ])('calls its model in %s', (path, text) =>
    expect(detect(text, path).references.map(({ text: name, role }) => [name, role])).toEqual([
      ['gpt-4o', 'calls'],
    ]),
  );
});
