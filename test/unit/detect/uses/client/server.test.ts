import { describe, expect, it } from 'vitest';
import { detect } from '../../marked';

describe('a resource of an operator that serves models', () => {
  it.each([
    'apiVersion: kubeai.org/v1\nkind: Model\nspec:\n  features: [TextGeneration]\n  url: hf://acme/thing-7b\n',
    'models:\n  thing:\n    engine: VLLM\n    url: hf://acme/thing-7b\n',
    'models:\n  thing:\n    engine: OLlama\n    url: ollama://llama3.1:8b\n',
  ])('serves the weights at its address: %s', (text) => {
    expect(detect(text, 'values.yaml').references.map(({ role, host }) => [role, host])).toEqual([
      ['serves', 'self'],
    ]);
  });

  const resource = (api: string, kind: string): string =>
    `apiVersion: ${api}\nkind: ${kind}\nmetadata:\n  name: x\nspec:\n  modelName: acme/thing-7b\n`;

  it.each([
    ['inference.networking.x-k8s.io/v1alpha2', 'InferenceModel', 'serves'],
    ['llm-d.ai/v1alpha1', 'ModelService', 'serves'],
    ['acme.example/v1', 'ModelService', 'loads'],
    ['acme.example/v1', 'InferenceModel', 'loads'],
  ])('serves what it names, by %s %s: %s', (api, kind, role) => {
    const { references } = detect(resource(api, kind), 'a.yaml');
    expect(references.map((one) => [one.text, one.role])).toEqual([['acme/thing-7b', role]]);
  });

  it('does not for a download', () => {
    expect(
      detect('weights:\n  url: hf://acme/thing-7b\n', 'a.yaml').references.map(({ role }) => role),
    ).toEqual(['loads']);
  });
});

describe('the server of a command', () => {
  it.each([
    [400, 'serves'],
    [3_000, 'serves'],
    [5_000, 'loads'],
  ])('serves the model of a flag %i characters behind it: %s', (gap, role) =>
    expect(
      detect(`vllm serve --x ${'y'.repeat(gap)} --model acme/thing-7b\n`, 'a.sh').references.map(
        (reference) => reference.role,
      ),
    ).toEqual([role]),
  );

  it.each([
    ['vllm serve --x\n--model acme/thing-7b\n', 'loads'],
    ['vllm serve --x \\\n  --model acme/thing-7b\n', 'serves'],
  ])('ends with its line, unless that goes on: %s', (text, role) =>
    expect(detect(text, 'a.sh').references.map((reference) => reference.role)).toEqual([role]),
  );
});

describe('the server that settings are for', () => {
  it.each([
    ['vllm.yaml', 'model: acme/thing-7b\ngpu-memory-utilization: 0.95\nmax-model-len: 8192\n'],
    [
      'compose.yaml',
      'services:\n  llm:\n    <<: *common\n    command: "--served-model-name thing --model acme/thing-7b"\n',
    ],
    [
      'compose.yaml',
      'services:\n  sglang-worker:\n    image: acme/worker-sglang\n    environment:\n      - MODEL_NAME=acme/thing-7b\n',
    ],
  ])('serves the model of %s: %s', (path, text) => {
    expect(detect(text, path).references.map(({ role, host }) => [role, host])).toContainEqual([
      'serves',
      'self',
    ]);
  });

  it('is none of a program that only reads a model', () => {
    const text = 'model: acme/thing-7b\nmax_model_len: 8192\n';
    expect(detect(text, 'eval.yaml').references.map(({ role }) => role)).toEqual(['loads']);
  });
});

describe('a resource of a serving operator in code', () => {
  it('is served, as in a manifest', () => {
    const text =
      'model = {"apiVersion": "kubeai.org/v1", "kind": "Model", "metadata": {"name": "opt-125m"},\n' +
      '  "spec": {"url": "hf://facebook/opt-125m", "engine": "VLLM"}}\n';
    expect(detect(text, 'a.py').references.map(({ text: name, role }) => [name, role])).toContainEqual([
      'hf://facebook/opt-125m',
      'serves',
    ]);
  });
});
