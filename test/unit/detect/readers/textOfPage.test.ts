import { describe, expect, it } from 'vitest';
import { isTextOfPage, onlyShown } from '../../../../src/core/detect/readers/textOfPage';
import { detect } from '../marked';

function rolesOf(text: string): readonly string[] {
  return detect(text, 'src/Help.tsx').references.map(({ role }) => role);
}

const SETTINGS = 'LLM_PROVIDER=ollama\nLLM_MODEL=phi4:14b\n';

describe('a text between the tags of a page', () => {
  it.each([
    `const A = () => <pre className="a">{\`${SETTINGS}\`}</pre>;\n`,
    `const A = () => (\n  <pre>\n    {\`${SETTINGS}\`}\n  </pre>\n);\n`,
    `const A = () => <Code lang={shell}>{\`${SETTINGS}\`}</Code>;\n`,
    `const A = () => <>Write {\`${SETTINGS}\`} here<br /></>;\n`,
    'const A = () => <code>{"LLM_MODEL=phi4:14b"}</code>;\n',
    'const A = () => <code>{"ollama pull phi4:14b"}</code>;\n',
    `const HELP = \`${SETTINGS}\`;\nconst A = () => <pre>{HELP}</pre>;\n`,
  ])('is read by people: %s', (text) => {
    expect(rolesOf(text)).toEqual(['mentions']);
  });

  it.each([
    [
      'the value of an attribute',
      'const A = () => <Chat llm={{ provider: "ollama", model: "phi4:14b" }}>x</Chat>;\n',
    ],
    ['in a call', 'const A = () => <Chat>{ask({ provider: "ollama", model: "phi4:14b" })}</Chat>;\n'],
    [
      'a constant that is also written',
      `const ENV = \`${SETTINGS}\`;\nwrite(ENV);\nconst A = () => <pre>{ENV}</pre>;\n`,
    ],
    ['behind a comparison', `if (a > 1) {\n  write(\`${SETTINGS}\`)\n}\n`],
  ])('is none where it is %s', (_, text) => {
    expect(rolesOf(text)).toEqual(['loads']);
  });

  it('is told by the tags before and behind it', () => {
    const at = (text: string): boolean =>
      isTextOfPage(text, { start: text.indexOf('"'), end: text.lastIndexOf('"') + 1 });
    expect(at('<b>{"x"}</b>')).toBe(true);
    expect(at('() => {"x"}</b>')).toBe(false);
    expect(at('<b>{"x"})')).toBe(false);
  });

  it('is what a constant only shows', () => {
    expect([...onlyShown('const A = 1; <b>{A}</b>')]).toEqual([]);
    expect([...onlyShown('const AB = 1; <b>{AB}</b> <b>{AB}</b>')]).toEqual(['AB']);
    expect([...onlyShown('const AB = 1; f({AB}); <b>{AB}</b>')]).toEqual([]);
    expect([...onlyShown('const AB = 1, ABC = 2; <b>{AB}</b> <i>{ABC}</i>')]).toEqual(['AB', 'ABC']);
  });
});
