import { describe, expect, it } from 'vitest';
import { rolesIn } from './marked';

const WEIGHTS = 'hf://openai/whisper-large-v3/model.safetensors';
const VOCABULARY = 'hf://openai/whisper-large-v3/vocab.txt';
const web = (file: string): string => `https://huggingface.co/openai/whisper-large-v3/resolve/main/${file}`;

describe('a file that is read together with weights', () => {
  it.each([
    ['a.json', `{ "asr": { "model_path": "${WEIGHTS}", "vocab_path": "${VOCABULARY}" } }`],
    ['a.yaml', `asr:\n  model: ${web('model.safetensors')}\n  vocab: ${web('vocab.json')}\n`],
    ['a.py', `model = Recognizer(ckpt_file="${WEIGHTS}", vocab_file="${VOCABULARY}")\n`],
    ['a.ts', `export const asr = { weights: "${WEIGHTS}", config: "${web('config.json')}" };\n`],
  ])('is no second use where a record gets both from one repository, in %s', (path, text) => {
    expect(rolesIn(text, path)).toEqual(['loads', 'mentions']);
  });

  it('is what is read for weights that were only listed for their place', () => {
    const text = JSON.stringify({
      'openai/whisper-large-v3': { model_path: WEIGHTS, vocab_path: VOCABULARY, config: { dim: 1 } },
    });
    expect(rolesIn(text, 'models.json')).toEqual(['lists', 'loads', 'mentions']);
  });

  it.each([
    ['without the weights', `{ "asr": { "vocab_path": "${VOCABULARY}" } }`, ['loads']],
    [
      'of another repository',
      `{ "asr": { "model_path": "hf://stabilityai/sdxl-turbo/model.safetensors", "vocab_path": "${VOCABULARY}" } }`,
      ['loads', 'loads'],
    ],
    [
      'in another record',
      `{ "a": { "model_path": "${WEIGHTS}" }, "b": { "vocab_path": "${VOCABULARY}" } }`,
      ['loads', 'loads'],
    ],
    [
      'that is weights itself',
      `{ "a": { "model_path": "${WEIGHTS}", "vocab_path": "hf://openai/whisper-large-v3/vocab.safetensors" } }`,
      ['loads', 'loads'],
    ],
    [
      'of another revision',
      `{ "a": { "model": "${web('model.safetensors')}", "vocab": "${web('vocab.txt').replace('main', 'v2')}" } }`,
      ['loads', 'loads'],
    ],
  ])('is one %s', (_, text, roles) => {
    expect(rolesIn(text, 'a.json')).toEqual(roles);
  });
});
