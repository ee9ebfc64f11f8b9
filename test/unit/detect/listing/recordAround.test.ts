import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../../src/core/detect/detectReferences';
import { builtCatalog } from '../../../support/builtCatalog';
import { rolesIn } from '../marked';

describe('a record of what providers offer', () => {
  const facts = { attachment: false, tool_call: true, temperature: true, release_date: '2025-01-01' };
  const more = { modalities: { input: ['text', 'image'], output: ['text'] }, limit: { context: 128_000 } };
  const record = (id: string): object => ({
    id,
    name: id.toUpperCase(),
    family: 'gpt-4o',
    ...facts,
    ...more,
  });
  const IDS = ['gpt-4o', 'acme/llama-3.1-8b'];

  const usesIn = (text: string, path: string): readonly string[] =>
    rolesIn(text, path).filter((role) => role !== 'lists' && role !== 'mentions');

  it('is of a table in JSON and code, whatever its model can do', () => {
    const models = Object.fromEntries(IDS.map((id) => [id, record(id)]));
    const text = JSON.stringify({ openai: { models } });
    expect(usesIn(text, 'a.json')).toEqual([]);
    expect(usesIn(`export const OFFERS = ${text};\n`, 'a.ts')).toEqual([]);
  });

  it('is of a table in YAML and TOML under the name of its model', () => {
    const yaml = IDS.map(
      (id) => `    ${id}:\n      id: ${id}\n      temperature: true\n      modalities: [text]\n`,
    );
    expect(usesIn(`openai:\n  models:\n${yaml.join('')}`, 'a.yaml')).toEqual([]);
    const toml = IDS.map((id) => `[openai.models."${id}"]\nid = "${id}"\nrelease_date = "2025-01-01"\n`);
    expect(usesIn(toml.join('\n'), 'a.toml')).toEqual([]);
  });

  it.each([
    ['a.yaml', 'llm:\n  gpt-4o:\n    id: gpt-4o\n    temperature: 0.2\n    context_window: 8192\n'],
    ['a.toml', '[llm."gpt-4o"]\nid = "gpt-4o"\ntemperature = 0.2\ncontext_window = 8192\n'],
    ['a.json', '{"llm": {"gpt-4o": {"id": "gpt-4o", "temperature": 0.2, "context_window": 8192}}}'],
  ])('is none where a request takes values of it: %s %s', (path, text) =>
    expect(rolesIn(text, path)).toContain('calls'),
  );
});

describe('a record that is kept under the last part of its model’s name', () => {
  const table = (names: readonly string[]): string =>
    JSON.stringify(
      Object.fromEntries(names.map((name) => [name, { id: `tts_models/en/ljspeech/${name}` }])),
      null,
      2,
    );

  it('is one of a table', () => {
    expect(rolesIn(table(['vits', 'glow-tts', 'tacotron2-DDC']), 'a.json')).toEqual([
      'lists',
      'lists',
      'lists',
    ]);
  });

  it('is a setting where there are few', () => {
    expect(rolesIn(table(['vits', 'glow-tts']), 'a.json')).toEqual(['loads', 'loads']);
  });
});

describe('a repository in a record that is kept under it', () => {
  it('is one of the table', () => {
    const record = (id: string): string => `'${id}': { repoName: '${id}', readableName: 'x' },\n`;
    const text = `const repos = {\n${record('Xenova/bge-small-en-v1.5')}${record('Xenova/multilingual-e5-large')}};\n`;
    expect(
      detectReferences(text, { path: 'a.ts', catalog: builtCatalog() }).references.map(({ role }) => role),
    ).toEqual(['lists', 'lists', 'lists', 'lists']);
  });
});
