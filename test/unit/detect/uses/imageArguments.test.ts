import { describe, expect, it } from 'vitest';
import { detect } from '../marked';

const rolesOf = (text: string, path = 'deploy/a.yaml'): readonly unknown[] =>
  detect(text, path).references.map(({ id, role, host }) => [id, role, host]);
const container = (image: string, args: string): string =>
  `spec:\n  containers:\n    - name: server\n      image: ${image}\n${args}      ports: [{ containerPort: 8000 }]\n`;
const SERVED = [['acme/thing-7b', 'serves', 'self']];

describe('an argument of a container whose image runs a server', () => {
  it.each([
    ['vllm/vllm-openai:v0.12.0', '      args: ["acme/thing-7b", "--tensor-parallel-size", "8"]\n'],
    ['vllm/vllm-openai:v0.12.0', '      args: ["--tensor-parallel-size", "8", "acme/thing-7b"]\n'],
    [
      'vllm/vllm-openai:v0.12.0',
      '      args:\n        - acme/thing-7b\n        - --max-model-len\n        - "8192"\n',
    ],
    [
      'ghcr.io/ggml-org/llama.cpp:server-cuda',
      '      command:\n        - -hf\n        - acme/thing-7b\n        - --port\n        - "8080"\n',
    ],
  ])('is served: %s %s', (image, args) => expect(rolesOf(container(image, args))).toEqual(SERVED));

  it('is served where its address has a scheme of the program’s, and the command is written out again', () => {
    const localai = (command: string): string =>
      `services:\n  a:\n    image: localai/localai:latest\n    command: ${command}\n`;
    const id = 'huggingface://bartowski/Qwen2.5-7B-Instruct-GGUF/Qwen2.5-7B-Instruct-Q4_K_M.gguf';
    for (const list of [`[run, "${id}"]`, `["${id}"]`, `\n      - run\n      - ${id}`])
      expect(rolesOf(localai(list), 'compose.yaml')[0]).toEqual([expect.anything(), 'serves', 'self']);
    const page = 'https://huggingface.co/bartowski/Qwen2.5-7B-Instruct-GGUF';
    expect(rolesOf(localai(`["--readme", "${page}"]`), 'compose.yaml')[0]).not.toEqual([
      expect.anything(),
      'serves',
      'self',
    ]);
  });

  it.each([
    ['acme/worker:1', '      args: ["acme/thing-7b", "--shards", "8"]\n'],
    ['vllm/vllm-openai:v0.12.0', '      args: ["--served-model-name", "acme/thing-7b"]\n'],
    ['vllm/vllm-openai:v0.12.0', '      names: ["acme/thing-7b", "acme/other-7b"]\n'],
  ])('is not where the program does not serve it: %s %s', (image, args) =>
    expect(rolesOf(container(image, args))).not.toContainEqual(SERVED[0]),
  );
});
