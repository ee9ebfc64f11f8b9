import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../../src/core/detect/detectReferences';
import { builtCatalog } from '../../../support/builtCatalog';
import { rolesIn } from '../marked';

describe('how providers spell a model', () => {
  it('is listed under its own name', () =>
    expect(
      rolesIn(
        '{"gpt-4o": {"openrouter": "openai/gpt-4o", "azure": "gpt-4o"}, "llama-3.1-8b": {"groq": "llama-3.1-8b-instant"}}',
        'aliases.json',
      ).filter((role) => role !== 'lists'),
    ).toEqual([]));

  it('is called under another key', () => {
    expect(rolesIn('{"chat": {"azure": "gpt-4o"}}', 'a.json')).toEqual(['calls']);
    expect(rolesIn('{"gpt-4o": {"openrouter": "openai/gpt-4.1"}}', 'a.json')).toContain('calls');
  });
});

describe('a table that leads from old names to present ones', () => {
  it.each([
    ['a.go', 'var successors = map[string]string{\n\t"gpt-4-32k": "gpt-4o",\n}\n'],
    ['a.py', 'GEMINI_SYNONYMS = {"gpt-4": "gpt-4o"}\n'],
    ['a.go', 'var successors = map[string]string{\n\t"deepseek-reasoner": "gpt-4o",\n}\n'],
    ['a.py', 'DEPRECATED_MODELS = {"o1-mini": "gpt-4o"}\n'],
    ['a.py', '_GEMINI_SYNONYMS = {\n  "gemini-pro": "gemini-1.5-pro",\n}\n'],
    ['a.py', 'PRICE_KEYS = {"gemini-pro": "gemini-1.5-pro"}\n'],
    ['a.rb', 'RENAMED = { "gpt-4-32k" => "gpt-4o" }.freeze\n'],
    ['a.ts', "export const legacyModelMap: Record<string, string> = { 'gpt-4-32k': 'gpt-4o' };\n"],
  ])('asks for none: %s %s', (path, text) => expect(rolesIn(text, path)).toEqual(['lists', 'lists']));

  it.each([
    ['a.py', 'MODELS = {"gpt-4-32k": "gpt-4o"}\n'],
    ['a.py', 'UPGRADED = {"fast": "gpt-4o"}\n'],
    [
      'a.ts',
      'const aliases = { "gpt-4o": "deepseek-chat" };\nbody.model = aliases[body.model];\nfetch(url);\n',
    ],
    ['a.go', 'var modelAliases = map[string]string{\n\t"gpt-4o": "deepseek-chat",\n}\n'],
    ['a.py', 'normalize = {"gpt-4o": "deepseek-chat"}\nm = normalize.get(m, m)\nlitellm.completion(m)\n'],
    ['a.py', 'PRICING_TIER = {"gpt-4o": "deepseek-chat"}\nlitellm.completion(PRICING_TIER[name])\n'],
  ])('is no other table: %s %s', (path, text) => expect(rolesIn(text, path).at(-1)).toBe('calls'));
});

describe('a table of names that a project has given up', () => {
  it.each([
    [
      'a.kt',
      'val SUPERSEDED_MODELS: Map<Pair<K, String>, String> = mapOf(\n  (K.OPENAI to "gpt-4o-mini") to DEFAULT,\n)\n',
    ],
    ['a.py', 'RETIRED = {("openai", "gpt-4o"): DEFAULT}\n'],
    ['a.ts', "const obsoleteDefaults = new Map([[key('gpt-4o'), current]]);\n"],
  ])('asks for none: %s %s', (path, text) => expect(rolesIn(text, path)).toEqual(['lists']));

  it('is no table of defaults', () => {
    expect(rolesIn('val DEFAULT_MODELS = mapOf(\n  K.OPENAI to ask("gpt-4o-mini"),\n)\n', 'a.kt')).toEqual([
      'calls',
    ]);
  });
});

describe('a value of a table of families', () => {
  const lines = (entry: (name: string, family: string) => string, last: string): string =>
    [entry('granitemoe', 'granite'), entry('glm4moe', 'glm'), entry('smollm3', 'smollm'), last].join('\n');

  it.each([
    ['a.go', (a: string, b: string) => `\t"${a}": "${b}",`, '\t"command-r": "command-r",'],
    ['a.yaml', (a: string, b: string) => `  ${a}: ${b}`, '  "command-r": "command-r"'],
    ['a.rb', (a: string, b: string) => `  '${a}' => '${b}',`, "  'command-r' => 'command-r',"],
  ])('in %s is a family itself', (path, entry, last) => {
    const text = `families: {\n${lines(entry, last)}\n`.replace(path === 'a.yaml' ? ' {' : '', '');
    expect(rolesIn(text, path).filter((role) => role !== 'lists')).toEqual([]);
  });

  it('is a model among models', () => {
    expect(
      rolesIn('m:\n  fast: gpt-4o-mini\n  small: gpt-4o-mini\n  "gpt-4o": gpt-4o\n', 'a.yaml'),
    ).toContain('calls');
  });
});

describe('the names that providers have', () => {
  it('are listed under a name without a number, and under a short one', () => {
    expect(
      rolesIn('{"deepseek-chat": {"deepseek": "deepseek-chat"}, "o3": {"openai": "o3"}}', 'a.json').filter(
        (role) => role !== 'lists',
      ),
    ).toEqual([]);
  });
});

describe('a table of short names for repositories', () => {
  const rows = ['tiny', 'base', 'small', 'medium'].map((size) => `"${size}": "openai/whisper-${size}",`);
  const roles = (text: string): ReadonlySet<string> =>
    new Set(
      detectReferences(text, { path: 'a.py', catalog: builtCatalog() }).references.map(({ role }) => role),
    );

  it('asks for none of them', () => {
    expect(roles(`SIZES: dict[str, str] = {\n${rows.join('\n')}\n}\n`)).toEqual(new Set(['lists']));
  });

  it.each([
    ['all of them are got', `DOWNLOADS = {\n${rows.join('\n')}\n}\n`],
    ['a loop goes over it', `S = {\n${rows.join('\n')}\n}\nfor k in S.values():\n    get(k)\n`],
    ['they are few', `SIZES = {\n${rows.slice(2).join('\n')}\n}\n`],
    ['a key tells a purpose', `SIZES = {\n${rows.join('\n')}\n"speech": "openai/whisper-large-v3",\n}\n`],
  ])('may be of use where %s', (_, text) => {
    expect(roles(text)).toEqual(new Set(['loads']));
  });
});
