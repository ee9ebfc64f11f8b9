import { describe, expect, it } from 'vitest';
import { detect } from './marked';

const MODEL = 'mistralai/Mistral-7B-v0.1';
const OTHER = 'intfloat/multilingual-e5-large';
const COMMIT = '95a6d26c4bfb886c58daf9d3f7332c857cb27b43';

/** The revisions that the models of a text are asked for at, each after the name that stands there. */
function pinned(path: string, text: string): readonly (string | undefined)[] {
  return detect(text, path).references.flatMap(({ text: name, revision }) => [name, revision?.value]);
}

describe('the revision of a setting beside a model', () => {
  it.each([
    ['.env', `MODEL_ID=${MODEL}\nREVISION=${COMMIT}\n`],
    ['.env', `REVISION=${COMMIT}\nMODEL_ID=${MODEL}\n`],
    ['Dockerfile', `FROM acme/tgi\nENV MODEL_ID=${MODEL} REVISION=${COMMIT}\n`],
    ['Dockerfile', `FROM acme/tgi\nENV MODEL_ID=${MODEL}\nENV REVISION=${COMMIT}\n`],
    ['a.sh', `docker run -e MODEL_ID=${MODEL} -e REVISION=${COMMIT} acme/tgi\n`],
    ['a.sh', `export MODEL_ID=${MODEL}\nexport REVISION=${COMMIT}\ntext-generation-launcher\n`],
    ['a.yaml', `llm:\n  model: ${MODEL}\n  revision: ${COMMIT}\n`],
    ['a.yaml', `env:\n  - name: MODEL_ID\n    value: ${MODEL}\n  - name: REVISION\n    value: ${COMMIT}\n`],
    [
      'compose.yaml',
      `services:\n  a:\n    image: acme/tgi\n    environment:\n      - MODEL_ID=${MODEL}\n      - REVISION=${COMMIT}\n`,
    ],
    [
      'compose.yaml',
      `services:\n  a:\n    environment:\n      MODEL_ID: ${MODEL}\n      REVISION: ${COMMIT}\n`,
    ],
    ['a.toml', `[llm]\nmodel = "${MODEL}"\nrevision = "${COMMIT}"\n`],
    ['a.tf', `environment = {\n  HF_MODEL_ID = "${MODEL}"\n  HF_MODEL_REVISION = "${COMMIT}"\n}\n`],
    [
      'a.py',
      `hub = {"HF_MODEL_ID": "${MODEL}", "HF_MODEL_REVISION": "${COMMIT}"}\nHuggingFaceModel(env=hub)\n`,
    ],
  ])('is that of the model, in %s: %s', (path, text) => {
    expect(pinned(path, text)).toEqual([MODEL, COMMIT]);
  });

  it('is that of the model whose key speaks of the same', () => {
    const text = `MODEL_ID=${MODEL}\nEMBEDDING_MODEL=${OTHER}\nEMBEDDING_MODEL_REVISION=main\n`;
    expect(pinned('.env', text)).toEqual([MODEL, undefined, OTHER, 'main']);
    const list = `models:\n  - model: ${MODEL}\n    revision: ${COMMIT}\n  - model: ${OTHER}\n`;
    expect(pinned('a.yaml', list)).toEqual([MODEL, COMMIT, OTHER, undefined]);
    expect(pinned('a.yaml', `a:\n  model: ${MODEL}\n  revision: main\n`)).toEqual([MODEL, 'main']);
    const both = `model: ${MODEL}\ntokenizer: ${OTHER}\nrevision: v1.0\n`;
    expect(pinned('a.yaml', both)).toEqual([MODEL, 'v1.0', OTHER, undefined]);
  });

  it.each([
    ['another section', 'a.toml', `[llm]\nmodel = "${MODEL}"\n[app]\nrevision = "${COMMIT}"\n`],
    ['another service', 'a.yaml', `a:\n  model: ${MODEL}\nb:\n  revision: ${COMMIT}\n`],
    [
      'another container',
      'a.yaml',
      containers(`MODEL_ID\n        value: ${MODEL}`, `REVISION\n        value: ${COMMIT}`),
    ],
    ['something else', 'a.yaml', `model: ${MODEL}\ntargetRevision: main\nchart: tgi\nother: ${OTHER}\n`],
    ['a counter', 'a.yaml', `model: ${MODEL}\nrevision: 12\n`],
    ['a variable', 'a.sh', `MODEL_ID=${MODEL}\nREVISION=$(git rev-parse HEAD)\n`],
    ['constants of code', 'a.py', `MODEL_ID = "${MODEL}"\nREVISION = "${COMMIT}"\nload(MODEL_ID)\n`],
    ['a place far off', '.env', `MODEL_ID=${MODEL}\n${'# some words\n'.repeat(200)}REVISION=${COMMIT}\n`],
  ])('says nothing where it is of %s', (_, path, text) => {
    expect(pinned(path, text)[1]).toBeUndefined();
  });
});

function containers(...variables: readonly string[]): string {
  return `containers:\n${variables.map((one) => `  - name: c\n    env:\n      - name: ${one}\n`).join('')}`;
}
