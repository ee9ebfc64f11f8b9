import { describe, expect, it } from 'vitest';
import { detect } from '../marked';

const usesOf = (text: string, path: string): readonly string[] =>
  detect(text, path).references.map(({ role, host }) => `${role} ${host}`);

describe('the model of the container of a server', () => {
  it.each([
    [
      'a.py',
      'from sagemaker.huggingface import HuggingFaceModel\nm = HuggingFaceModel(role=r, env={"HF_MODEL_ID": "acme/thing-7b"})\n',
    ],
    ['a.py', 'hub = {\n    "HF_MODEL_ID": "acme/thing-7b",\n}\nm = HuggingFaceModel(env=hub)\n'],
    ['a.ts', "new CfnModel(this, 'M', { environment: { HF_MODEL_ID: 'acme/thing-7b' } });\n"],
    ['a.java', 'class A { Map<String, String> e = Map.of("OPTION_MODEL_ID", "acme/thing-7b"); }\n'],
    ['a.go', 'package a\nvar e = map[string]*string{"HF_MODEL_ID": aws.String("acme/thing-7b")}\n'],
    ['main.tf', 'resource "x" "m" {\n  environment = {\n    HF_MODEL_ID = "acme/thing-7b"\n  }\n}\n'],
    ['pod.yaml', 'env:\n  - name: INFINITY_MODEL_ID\n    value: acme/thing-7b\n'],
    ['run.sh', 'docker run --rm -e NIM_MODEL_NAME=acme/thing-7b -p 8000:8000 my-image\n'],
    [
      'docker-compose.yaml',
      'services:\n  a:\n    image: ${IMAGE}\n    environment:\n      - NIM_CUSTOM_MODEL_NAME=acme/thing-7b\n',
    ],
    ['a.py', 'm = Model.upload(serving_container_environment_variables={"MODEL_ID": "acme/thing-7b"})\n'],
  ])('in %s is served: %s', (path, text) => {
    expect(usesOf(text, path)).toEqual(['serves self']);
  });

  it.each([
    'from sagemaker.serve import ModelBuilder\nb = ModelBuilder(model="acme/thing-7b")\n',
    'from sagemaker.djl_inference import DJLModel\nm = DJLModel(model_id="acme/thing-7b")\n',
    'e = create_inference_endpoint("x", repository="acme/thing-7b", vendor="aws")\n',
    'from vertexai import model_garden\nm = model_garden.OpenModel("acme/thing-7b")\n',
  ])('is what a client deploys: %s', (text) => {
    expect(usesOf(text, 'a.py')).toEqual(['serves self']);
  });

  it.each([
    ['a.py', 'HF_MODEL_ID = "acme/thing-7b"\nmodel = AutoModel.from_pretrained(HF_MODEL_ID)\n'],
    ['.env', 'HF_MODEL_ID=acme/thing-7b\n'],
    ['run.sh', 'HF_MODEL_ID=acme/thing-7b python main.py\n'],
    ['a.yaml', 'env:\n  MODEL_ID: acme/thing-7b\n'],
  ])('is none in %s that a program of any kind may read: %s', (path, text) => {
    expect(new Set(usesOf(text, path))).toEqual(new Set(['loads self']));
  });
});

describe('a workspace of KAITO', () => {
  it.each([
    'inference:\n  preset:\n    name: ministral-3-3b-instruct\n',
    'inference: { preset: { name: ministral-3-3b-instruct } }\n',
  ])('runs its preset in the cluster: %s', (text) => {
    expect(usesOf(`apiVersion: kaito.sh/v1beta1\nkind: Workspace\n${text}`, 'a.yaml')).toEqual([
      'serves self',
    ]);
  });

  it('has a preset of its own beside a server of Ollama', () => {
    const text =
      'spec: { containers: [{ name: ollama, image: "ollama/ollama:0.12.0" }] }\n---\n' +
      'apiVersion: kaito.sh/v1beta1\ninference: { preset: { name: phi-3.5-mini-instruct } }\n';
    const preset = detect(text, 'a.yaml').references.find(({ id }) => id === 'phi-3.5-mini-instruct');
    expect(preset).toMatchObject({ role: 'serves', host: 'self' });
    expect(preset?.registry).not.toBe('ollama');
  });

  it('runs no label', () => {
    const text =
      'apiVersion: kaito.sh/v1beta1\nresource: { labelSelector: { matchLabels: { apps: phi-4 } } }\n';
    expect(usesOf(text, 'a.yaml').filter((use) => !use.startsWith('mentions'))).toEqual([]);
  });
});

it.each([
  [
    'compose.yaml',
    `services:\n  a:\n    image: ghcr.io/speaches-ai/speaches\n    environment:\n      PRELOAD_MODELS: '["acme/a-7b", "acme/b-7b"]'\n`,
  ],
  ['.env', `PRELOAD_MODELS='["acme/a-7b", "acme/b-7b"]'\n`],
])('a list of JSON in a variable is a list of models, in %s', (path, text) => {
  expect(detect(text, path).references.map(({ id, role }) => `${id} ${role === 'mentions'}`)).toEqual([
    'acme/a-7b false',
    'acme/b-7b false',
  ]);
});
