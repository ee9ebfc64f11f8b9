import { describe, expect, it } from 'vitest';
import { roles } from './marked';

const TABLE = `MODELS = {\n  "llama-9b": {"repo": "stabilityai/sdxl-turbo", "file": "x.gguf", "vram": 6},\n}\n`;
const picks = (name: string): string => `def pick(vram):\n    if vram > 6:\n        return "${name}"\n`;

describe('the key of an entry for a model, where the text has it again', () => {
  it.each([
    ['a.py', `${TABLE}\n${picks('llama-9b')}`],
    [
      'a.ts',
      `const MODELS = {\n  'llama-9b': { repo: 'stabilityai/sdxl-turbo', vram: 6 },\n};\n` +
        `const config = { model: 'llama-9b' };\n`,
    ],
  ])('is a name that the project gives, in %s', (path, text) => {
    expect(roles(text, path).filter(([, role]) => role === 'loads')).toEqual([
      ['stabilityai/sdxl-turbo', 'loads'],
    ]);
  });

  it.each([
    ['where something loads it as it is', `${TABLE}\nm = AutoModel.from_pretrained("llama-9b")\n`],
    ['without the entry', picks('llama-9b')],
    [
      "where the entry names another service's",
      `PRICED_AS = {"llama-9b": {"model": "gpt-4o", "factor": 2}}\n${picks('llama-9b')}`,
    ],
    [
      'where the entry says another of its models',
      `${TABLE.replace('repo', 'fallback')}${picks('llama-9b')}`,
    ],
    [
      'where the table says nothing of a model',
      `SIZES = {"llama-9b": {"size": 4, "ram": 8}}\n${picks('llama-9b')}`,
    ],
  ])('is a model %s', (_, text) => {
    expect(roles(text, 'a.py')).toContainEqual(['llama-9b', 'loads']);
  });

  it('is a model where it is the address of one', () => {
    const text = `${TABLE.replace('llama-9b', 'acme/llama-9b')}\n${picks('acme/llama-9b')}`;
    expect(roles(text, 'a.py').at(-1)).toEqual(['acme/llama-9b', 'loads']);
  });

  it('is a model where everybody knows it', () => {
    const text = `${TABLE.replace('llama-9b', 'gpt-4o')}\n${picks('gpt-4o')}`;
    expect(roles(text, 'a.py').at(-1)).toEqual(['gpt-4o', 'calls']);
  });
});
