import { describe, expect, it } from 'vitest';
import { detect } from './marked';

/** The roles of the names of services in a text. */
function roles(text: string, path: string): readonly string[] {
  return detect(text, path).references.map(({ role }) => role);
}

const NAMES = ['gpt-4', 'gpt-4o', 'gpt-4o-mini'];

/** A mapping of one record a name, each under a key of its own. */
function mapping(record: (name: string, index: number) => string, names: readonly string[] = NAMES): string {
  return names.map((name, index) => record(name, index)).join(',\n');
}

describe('records that a mapping keeps under keys of their own', () => {
  it.each([
    [
      'a.mjs',
      `export const Models = {\n${mapping((name, at) => `m${at}: { value: '${name}', desc: 'M ${at}' }`)},\n}`,
    ],
    ['a.py', `MODELS = {\n${mapping((name, at) => `"m${at}": {"id": "${name}", "label": "M ${at}"}`)},\n}`],
    ['a.rb', `MODELS = {\n${mapping((name, at) => `m${at}: { id: '${name}', label: 'M ${at}' }`)}\n}`],
    [
      'a.go',
      `var all = map[string]Model{\n${mapping((name, at) => `"m${at}": {ID: "${name}", Label: "M"}`)},\n}`,
    ],
    ['a.lua', `local all = {\n${mapping((name, at) => `m${at} = { id = "${name}", label = "M" }`)}\n}`],
  ])('are a table where each has words for people: %s', (path, text) => {
    expect(roles(text, path)).toEqual(NAMES.map(() => 'lists'));
  });

  it.each([
    ['two alone', mapping((name, at) => `m${at}: { id: '${name}', label: 'M' }`, NAMES.slice(1))],
    ['settings of requests', mapping((name, at) => `m${at}: { id: '${name}', label: 'M', temperature: 0 }`)],
    ['settings of models', mapping((name, at) => `m${at}: { model: '${name}', label: 'M' }`)],
    ['no words for people', mapping((name, at) => `m${at}: { id: '${name}', use: 'm' }`)],
  ])('are none with %s', (_what, records) => {
    expect(roles(`const all = {\n${records},\n};`, 'a.ts')).not.toContain('lists');
  });
});
