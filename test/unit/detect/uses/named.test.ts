import { describe, expect, it } from 'vitest';
import { detect } from '../marked';

const FILE = 'https://huggingface.co/ggml-org/gemma-3-4b-it-GGUF/resolve/main/gemma-3-4b-it-Q4_K_M.gguf';

describe('the address of a file of weights', () => {
  const rolesOf = (command: string, path: string): readonly string[] => [
    ...new Set(detect(command, path).references.map(({ role }) => role)),
  ];

  it.each([
    ['a.sh', `curl -sI "${FILE}" | grep -i etag\n`],
    ['a.sh', `curl --head ${FILE}\n`],
    ['a.sh', `wget -q --spider ${FILE}\n`],
    ['.agents/adding.md', `Look:\n\n\`\`\`bash\ncurl -sI "${FILE}"\n\`\`\`\n`],
  ])('is only named where its headers are asked for: %s %s', (path, command) =>
    expect(rolesOf(command, path)).toEqual(['mentions']),
  );

  it.each([`curl -sL -o Image.gguf ${FILE}\n`, `curl --head https://a.example; wget ${FILE}\n`])(
    'is loaded where it is fetched: %s',
    (command) => expect(rolesOf(command, 'a.sh')).toEqual(['loads']),
  );
});

describe('a text of help beside a field', () => {
  it.each(['helperText', 'help_text', 'help'])('%s names a model for people only', (key) => {
    const text = `import OpenAI from "openai";\nconst field = <Field ${key}="gpt-4o" />;\n`;
    expect(detect(text, 'a.tsx').references.map(({ role }) => role)).toEqual(['mentions']);
  });
});
