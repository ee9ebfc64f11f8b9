import { describe, expect, it } from 'vitest';
import { detect } from './marked';

/** Names of one family, all different. */
const NAMES = Array.from({ length: 25 }, (_, at) => `llama-${String(at + 1)}b-chat`);

function rolesOf(path: string, text: string): readonly string[] {
  const { references } = detect(text, path);
  return [...new Set(references.filter(({ text: name }) => name === 'gpt-4o').map(({ role }) => role))];
}

const joined = (form: (name: string) => string, mark = '\n'): string =>
  [...NAMES, 'gpt-4o'].map(form).join(mark);

describe('many records of one form', () => {
  it.each([
    ['a.py', joined((name) => `all.append(dict(name="${name}", config=dict(org="x", name="${name}")))`)],
    ['a.py', joined((name) => `small = [dict(\n    # its layers\n    name="${name}",\n    n_layer=2,\n)]`)],
    ['A.java', `class A { void a() {\n${joined((name) => `register(new ModelInfo("${name}", 8192));`)}\n} }`],
    ['a.ts', joined((name) => `add({ config: { name: '${name}', layers: 2 } });`)],
    ['a.kt', joined((name) => `add(ModelSpec(id = "${name}", size = 2))`)],
    ['a.yaml', `models:\n${joined((name) => `  - name: ${name}\n    size: 2`)}\n`],
  ])('lists in %s', (path, text) => expect(rolesOf(path, text)).toEqual(['lists']));

  it.each([
    ['a.py', 'all.append(dict(name="gpt-4o", config=dict(org="x", name="gpt-4o")))'],
    ['a.py', joined((name) => `chat(${name === 'gpt-4o' ? 'model="gpt-4o"' : 'model=m'})`)],
    ['a.ts', joined((name) => `run({ agent: { name: '${name}', prompt: 'x' } });`)],
    ['a.py', joined((name) => `ask(ChatClient(name="${name}"))`)],
    ['a.py', joined(() => 'all.append(dict(name="gpt-4o", size=2))')],
    ['a.yaml', `models:\n${joined((name) => `  - name: ${name}\n    api_key: x`)}\n`],
  ])('does not for few, for requests and for clients: %s', (path, text) =>
    expect(rolesOf(path, text)).not.toContain('lists'),
  );

  it('counts in time that grows with the text', () => {
    const text = joined((name) => `all.append(dict(size=[${'2, '.repeat(500)}], name="${name}"))`);
    expect(rolesOf('a.py', text.repeat(20))).toHaveLength(1);
  });
});

describe('many records under names for people', () => {
  const table = (names: readonly string[]): string =>
    `METADATA = {\n${[...names, 'gpt-4o']
      .map(
        (name, at) =>
          `    "Choice ${String(at)}": {\n        "model_name": "${name}",\n        "room": 10,\n    },\n`,
      )
      .join('')}}\n`;

  it('are a table, and a few are none', () => {
    expect(rolesOf('a.py', table(NAMES))).toEqual(['lists']);
    expect(rolesOf('a.py', table(NAMES.slice(0, 5)))).toEqual(['calls']);
  });

  it('are a table where several mappings hold them, under words for where they come from', () => {
    const group = (name: string): string =>
      `register(models={\n    "Choice-${name}": {\n        Source.DEFAULT: "${name}",\n    },\n})\n`;
    const groups = (names: readonly string[]): string => [...names, 'gpt-4o'].map(group).join('');
    expect(rolesOf('a.py', groups(NAMES))).toEqual(['lists']);
    expect(rolesOf('a.py', groups(NAMES.slice(0, 5)))).toEqual(['calls']);
  });
});
