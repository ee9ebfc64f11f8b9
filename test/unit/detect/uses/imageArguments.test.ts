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

  it.each(['localai/localai:latest', 'quay.io/go-skynet/local-ai:v2.20'])(
    'is one of several that LocalAI is started with: %s',
    (image) => {
      const text = `services:\n  a:\n    image: ${image}\n    command: ["qwen3-8b", "bge-m3"]\n`;
      expect(rolesOf(text, 'compose.yaml')).toEqual([
        ['qwen3-8b', 'serves', 'self'],
        ['bge-m3', 'serves', 'self'],
      ]);
    },
  );

  it.each([
    'qwen3-8b,huggingface://acme/thing-GGUF/thing.Q4_K_M.gguf,bge-m3',
    'qwen3-8b,command-r-v01:q1_s,bge-m3,huggingface://acme/thing-GGUF/thing.Q4_K_M.gguf',
    'qwen3-8b,https://huggingface.co/acme/thing-GGUF/resolve/main/thing.Q4_K_M.gguf,bge-m3',
  ])('is one of a row of names and addresses: %s', (models) => {
    const text = `services:\n  a:\n    image: localai/localai:latest\n    environment:\n      - MODELS=${models}\n`;
    const found = detect(text, 'compose.yaml').references.map(({ id }) => id);
    expect(found).toContain('qwen3-8b');
    expect(found).toContain('bge-m3');
    expect(found.join()).toContain('thing');
  });

  it.each([
    ['acme/worker:1', '      args: ["acme/thing-7b", "--shards", "8"]\n'],
    ['vllm/vllm-openai:v0.12.0', '      args: ["--served-model-name", "acme/thing-7b"]\n'],
    ['vllm/vllm-openai:v0.12.0', '      names: ["acme/thing-7b", "acme/other-7b"]\n'],
  ])('is not where the program does not serve it: %s %s', (image, args) =>
    expect(rolesOf(container(image, args))).not.toContainEqual(SERVED[0]),
  );
});
