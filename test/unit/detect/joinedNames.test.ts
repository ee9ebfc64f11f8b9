import { describe, expect, it } from 'vitest';
import { detect } from './marked';

const used = (text: string, path: string): readonly string[] =>
  detect(text, path)
    .references.filter(({ role }) => role === 'calls' || role === 'loads')
    .map(({ id }) => id);

describe('names in one value', () => {
  it.each([
    ['.env', 'MODELS=gpt-4o|gpt-4-turbo\n'],
    ['.env', 'MODELS="gpt-4o;gpt-4-turbo"\n'],
    ['.env', 'MODELS="gpt-4o | gpt-4-turbo"\n'],
    ['.env', 'MODELS=gpt-4o gpt-4-turbo\n'],
    ['.env', 'AZURE_OPENAI_DEPLOYMENTS=gpt-4o:10,gpt-4-turbo:5\n'],
    ['.env', 'DEPLOYMENTS=gpt-4o=10,gpt-4-turbo=5\n'],
    ['a.yaml', 'models: gpt-4o:2024-08-06:30;gpt-4-turbo:Standard:5\n'],
    ['a.yaml', 'env:\n  - name: MODELS\n    value: "gpt-4o | gpt-4-turbo"\n'],
    ['a.toml', 'models = "gpt-4o|gpt-4-turbo"\n'],
    ['a.properties', 'app.models=gpt-4o|gpt-4-turbo\n'],
    ['a.bicepparam', "using 'main.bicep'\nparam deployments = 'gpt-4o:10,gpt-4-turbo:5'\n"],
    ['a.tf', 'module "ai" {\n  deployments = "gpt-4o:10,gpt-4-turbo:5"\n}\n'],
    ['a.py', 'CHAIN = "gpt-4o|gpt-4-turbo"\nfor m in CHAIN.split("|"):\n    ask(m)\n'],
    ['a.go', 'const chain = "gpt-4o;gpt-4-turbo"\n\nvar models = strings.Split(chain, ";")\n'],
    ['a.php', "<?php\n$models = explode('|', 'gpt-4o|gpt-4-turbo');\n"],
    ['a.java', 'class A { String[] models = "gpt-4o|gpt-4-turbo".split("\\\\|"); }\n'],
  ])('are found each, in %s: %s', (path, text) => {
    expect(used(text, path)).toEqual(['gpt-4o', 'gpt-4-turbo']);
  });

  it('are those of models that a server of Ollama holds, with their tags', () => {
    expect(used('OLLAMA_MODELS="llama3.1:8b nomic-embed-text"\n', '.env')).toEqual([
      'llama3.1:8b',
      'nomic-embed-text',
    ]);
  });

  it.each([
    ['a.py', 'VISION = re.compile("gpt-4o|gpt-4-turbo")\n'],
    ['.env', 'NOTE=use gpt-4o or gpt-4-turbo\n'],
    ['.env', 'MODEL_PATTERN=(gpt-4o|gpt-4-turbo)\n'],
  ])('are none in a pattern or a sentence, in %s: %s', (path, text) => {
    expect(used(text, path)).toEqual([]);
  });
});
