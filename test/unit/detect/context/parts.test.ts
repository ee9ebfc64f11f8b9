import { describe, expect, it } from 'vitest';
import { contextsOf } from '../../../../src/core/detect/context/context';

describe('code that a component of a page shows', () => {
  const PAGE =
    'const SHOWN = `import OpenAI from "openai"\n\nf({ model: "gpt-4o" })`\nask({ model: "o3" })\n';
  const at = (path: string, part: string, text = PAGE): string =>
    contextsOf(path, text).at(text.indexOf(part)).context;

  it.each(['web/Start.tsx', 'web/Start.vue', 'web/Start.svelte', 'web/Start.astro'])(
    'is documentation in %s, and the code around it is not',
    (path) => {
      expect([at(path, '"gpt-4o"'), at(path, '"o3"')]).toEqual(['docs', 'product']);
    },
  );

  it.each(['web/onboarding-snippets.ts', 'web/codeExamples.js'])(
    'is documentation in %s, which is called after such code',
    (path) => {
      expect([at(path, '"gpt-4o"'), at(path, '"o3"')]).toEqual(['docs', 'product']);
    },
  );

  it('is the product in a folder of such code: another file may run it', () => {
    const path = 'web/code-snippets/openai.ts';
    expect([at(path, '"gpt-4o"'), at(path, '"o3"')]).toEqual(['product', 'product']);
  });

  it.each([
    ['function snippetOpenai(): string {\n  return ', 'docs'],
    ['const pythonSnippet = ', 'docs'],
    ['const codeExample = (key: string) => ', 'docs'],
    ['show({ sampleCode: ', 'docs'],
    ['const written = await extendSnippet(', 'product'],
    ['const snippet = made();\nconst program = ', 'product'],
    ['function programOf() {\n  return ', 'product'],
  ])('is told by what it is given to: %j → %s', (before, context) => {
    expect(at('web/run.ts', '"gpt-4o"', PAGE.replace('const SHOWN = ', before))).toBe(context);
  });

  it.each([
    ['web/code-snippets.ts', 'const label = `snippet`\n', ''],
    ['web/ask.ts', 'const url = (id) => `/snippet/${id}`\n', ''],
    ['web/ask.ts', 'const title = { snippet: `Snippet ${name}`\n', ''],
    ['web/ask.ts', 'const snippet = `import os\n', '`\nexecSync(snippet);\n'],
    ['web/code-snippets.ts', 'const used = `import os\n', '`\nawait runPython(used);\n'],
    ['web/code-snippets.ts', 'const used = `import os\n', '`\nawait sandbox.process(used);\n'],
    ['src/snippets/ask.ts', 'const used = `import os\n', '`\n'],
  ])('is code that runs in %s, between %j and %j', (path, before, after) => {
    const text = `${before}const client = make({\n  model: "gpt-4o" })\nsay(\`\`)\n`;
    const whole = after === '' ? text : `${before}make(\n  model="gpt-4o")\n${after}`;
    expect(at(path, '"gpt-4o"', whole)).toBe('product');
  });

  it('is code where the file shows nothing, or the string is a prompt', () => {
    expect(at('web/run.ts', '"gpt-4o"')).toBe('product');
    expect(at('web/Start.tsx', '"gpt-4o"', 'ask(`Import the list\nby "gpt-4o"`)\n')).toBe('product');
  });
});
