import { describe, expect, it } from 'vitest';
import { rolesIn } from '../marked';

describe('records that say how long a prompt may be', () => {
  it('are rows of a table', () => {
    const row = (name: string): string =>
      `  {\n    model: 'openai:${name}',\n    maxPromptLength: 300000,\n  },\n`;
    const text = `export const modelInfo = [\n${['o3', 'o3-mini', 'gpt-4o'].map(row).join('')}];\n`;
    expect(rolesIn(text, 'a.ts')).toEqual(['lists', 'lists', 'lists']);
  });
});

describe('a record in the brackets of PHP', () => {
  const record = (model: string, more: string): string =>
    `[\n  'model' => '${model}',\n  'name' => 'x',\n  'price' => [ 'in' => 2.0 ],\n  ${more}\n],\n`;

  it('is of a table, whatever tools its model can use', () => {
    const tools = "'tools' => ['web_search', 'code_interpreter'],";
    expect(
      rolesIn(`<?php\n$models = [\n${record('gpt-4o', tools)}${record('gpt-4.1', tools)}];\n`, 'a.php'),
    ).toEqual(['lists', 'lists']);
  });

  it('is a request where it says what is asked', () => {
    expect(
      rolesIn("<?php\n$r = $http->post($url, [\n  'model' => 'gpt-4o',\n  'messages' => $m,\n]);\n", 'a.php'),
    ).toEqual(['calls']);
  });
});

describe('a record with prices and the day of its knowledge', () => {
  it('is of a table, whatever a request to it begins with', () => {
    const record = (name: string): string =>
      `  - name: "${name.replace(/\W/g, '')}"\n    model_id: "${name}"\n    knowledge_cutoff_date: "2024-10-01"\n    temperature: 1.0\n    pricing_model:\n      usd_per1m_input_tokens: 1.25\n  # The next one.\n`;
    expect(
      rolesIn(`models:\n${['gpt-4o', 'gpt-4.1', 'gpt-4.1-mini'].map(record).join('')}`, 'a.yml'),
    ).toEqual(['lists', 'lists', 'lists']);
  });
});

describe('a table of what a service has', () => {
  it.each([
    ['a.py', 'KNOWN = [\n    Model("x", 9, deprecated=True, replacement="gpt-4o"),\n    Model("y", 9),\n]\n'],
    [
      'a.ts',
      "const known = define([\n  { idPrefix: 'qwen/qwen3-32b', label: 'Qwen', contextWindow: 9 },\n]);\n",
    ],
    [
      'a.ts',
      "const known = [\n  { idPrefix: 'x', label: 'X', symLink: 'gpt-4o' },\n  { idPrefix: 'y' },\n];\n",
    ],
    [
      'a.json',
      '{"models": [{"id": "acme/thing-7b", "label": "Thing", "capabilities": {"tools": null, "reasoning": null}}]}\n',
    ],
  ])('lists them, in %s: %s', (path, text) => {
    expect(rolesIn(text, path)).toEqual(['lists']);
  });

  it.each([
    ['a.ts', "const known = [\n  { idPrefix: 'gpt-4o', label: 'X', temperature: 0.2 },\n];\n"],
    ['a.json', '{"agents": [{"id": "gpt-4o", "capabilities": {"tools": null}, "temperature": 0.2}]}\n'],
  ])('is none of settings, in %s: %s', (path, text) => {
    expect(rolesIn(text, path)).toEqual(['calls']);
  });

  it('is a type where any other name is allowed too', () => {
    expect(rolesIn('export type Model = "gpt-4o-mini" | string;\n', 'a.ts')).toEqual(['lists']);
    expect(rolesIn('const model = "gpt-4o-mini" || stringOf(x);\n', 'a.ts')).toEqual(['calls']);
  });
});

describe('a record with other words for its id or its uses', () => {
  it.each([
    [
      'const M = [\n  { baseId: "gpt-4o", name: "A", toolUse: true },\n  { baseId: "gpt-4o-mini", name: "B" },\n];\n',
    ],
    [
      'const M = [\n  { id: "gpt-4o", displayName: "A", roles: ["main", "live"] },\n  { id: "gpt-4o-mini", displayName: "B" },\n];\n',
    ],
  ])('is one of a table: %s', (text) => {
    expect(new Set(rolesIn(text, 'a.ts'))).toEqual(new Set(['lists']));
  });
});
