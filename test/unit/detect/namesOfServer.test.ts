import { describe, expect, it } from 'vitest';
import { servedNames } from '../../../src/core/detect/servedNames';
import { detect } from './marked';

const TEXTS: readonly (readonly [path: string, text: string])[] = [
  ['compose.yaml', 'command: --model a/b --served-model-name house gpt-4o gpt-4.1 --port 80'],
  [
    'compose.yaml',
    'command: ["--model", "a/b", "--served-model-name", "house", "gpt-4o", "gpt-4.1", "--port", "80"]',
  ],
  [
    'k8s.yaml',
    'args:\n  - --model\n  - a/b\n  - --served-model-name\n  - house\n  - gpt-4o\n  - gpt-4.1\n  - --port=80\nname: gpt-5\n',
  ],
  ['Dockerfile', 'FROM vllm/vllm-openai\nCMD ["--served-model-name", "house", "gpt-4o", "gpt-4.1"]\n'],
  ['serve.sh', 'vllm serve a/b \\\n  --served-model-name house gpt-4o \\\n  gpt-4.1\necho gpt-5\n'],
  ['vllm.yaml', 'model: a/b\nserved-model-name: [house, gpt-4o, "gpt-4.1"]\nport: 80\n'],
  ['vllm.yaml', 'model: a/b\nserved-model-name:\n  - house\n  - gpt-4o\n  - gpt-4.1\nport: 80\n'],
  ['vllm.json', '{\n  "model": "a/b",\n  "served_model_name": ["house", "gpt-4o", "gpt-4.1"]\n}'],
];

describe('several names that a server answers to', () => {
  it.each(TEXTS)('are all told in %s: %j', (path, text) => {
    expect([...servedNames(text, path).keys()]).toEqual(['house', 'gpt-4o', 'gpt-4.1']);
  });

  it.each([
    ...TEXTS,
    ['start.py', 'run(["vllm", "serve", "--served-model-name", "house", "gpt-4o", "gpt-4.1"])'] as const,
  ])('are no calls in %s: %j', (path, text) => {
    const asked = detect(text, path).references.filter(({ text: name }) => /^gpt-4/.test(name));
    expect(asked.map(({ role, model }) => [role, model])).toEqual([
      ['mentions', null],
      ['mentions', null],
    ]);
  });

  it.each([
    ['serve.sh', 'vllm serve a/b --served-model-name house\nllm -m gpt-4o\n'],
    ['serve.sh', 'vllm serve a/b --served-model-name house && llm -m gpt-4o\n'],
    ['k8s.yaml', 'args: ["--served-model-name", "house"]\nmodel: gpt-4o\n'],
    ['start.py', 'run(["--served-model-name", name], model="gpt-4o")'],
  ])('end where something else begins, in %s: %j', (path, text) => {
    expect(detect(text, path).references.find(({ id }) => id === 'gpt-4o')?.role).not.toBe('mentions');
    expect([...servedNames(text, path).keys()]).not.toContain('gpt-4o');
  });
});
