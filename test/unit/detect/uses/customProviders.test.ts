import { describe, expect, it } from 'vitest';
import { detect } from '../marked';

const uses = (text: string): readonly string[] =>
  detect(text, 'a.ts').references.map(({ id, role, host }) => `${id} ${role} ${host}`);

const HEAD =
  "import { mistral } from '@ai-sdk/mistral';\nimport { customProvider, generateText } from 'ai';\n" +
  "const desk = customProvider({ languageModels: { 'gpt-4': mistral('mistral-large-2512') } });\n";

describe('a provider that the project puts together', () => {
  it.each(['desk.languageModel("gpt-4")', 'registry.languageModel("desk:gpt-4")'])(
    'has names of its own for models: %s',
    (call) => {
      expect(uses(`${HEAD}generateText({ model: ${call} });\n`)).toContain('gpt-4 mentions openai');
    },
  );

  it('hands on a name that it does not have', () => {
    expect(uses(`${HEAD}generateText({ model: desk.languageModel("gpt-4o") });\n`)).toContain(
      'gpt-4o calls openai',
    );
  });

  it.each([
    ['./provider', 'desk', null],
    ['@/lib/provider', 'desk', null],
    ['./provider', 'openai', 'openai'],
    ['@ai-sdk/openai', 'desk', 'openai'],
  ])('of the file %s, called %s, is asked for what it says', (module, name, host) => {
    const text =
      `import { generateText } from 'ai';\nimport { ${name} } from '${module}';\n` +
      `generateText({ model: ${name}.languageModel('gpt-4o') });\n`;
    expect(uses(text)).toEqual([`gpt-4o calls ${host}`]);
  });
});
