import { describe, expect, it } from 'vitest';
import { roles } from '../marked';

const EVENT = '{\n  "provider": "ollama",\n  "model": "llama3.2:latest"\n}';

describe('a text that a page shows as it is', () => {
  it.each([
    ['a.tsx', `const A = () => <pre className="text-xs">\n{\`${EVENT}\`}\n</pre>;\n`],
    ['a.jsx', `const A = () => <CodeBlock language="json">{\`${EVENT}\`}</CodeBlock>;\n`],
    ['a.tsx', `const A = () => <SyntaxHighlighter style={dark}>{\`${EVENT}\`}</SyntaxHighlighter>;\n`],
    ['a.svelte', `<code>{\`${EVENT}\`}</code>\n`],
    [
      'a.tsx',
      `const A = ({ id }) => <pre>{\`{ "id": "\${id}", "provider": "ollama", "model": "llama3.2:latest" }\`}</pre>;\n`,
    ],
  ])('uses no model in %s: %s', (path, text) => {
    const used = roles(text, path).filter(([, role]) => role !== 'mentions' && role !== 'lists');
    expect(used).toEqual([]);
  });

  it.each([
    ['a.tsx', `await send(\`${EVENT}\`);\nconst A = () => <pre>{answer}</pre>;\n`],
    ['a.tsx', `const A = () => <Prompt>{\`${EVENT}\`}</Prompt>;\nconst B = () => <pre>{answer}</pre>;\n`],
    ['a.tsx', `const A = () => <pre>{ask({ provider: "ollama", model: "llama3.2:latest" })}</pre>;\n`],
  ])('is used where it is no such text in %s: %s', (path, text) => {
    expect(roles(text, path)).toEqual([['llama3.2:latest', 'loads']]);
  });
});
