import { describe, expect, it } from 'vitest';
import { detect } from './marked';

const idIn = (text: string, path: string): readonly string[] =>
  detect(text, path).references.map(({ id }) => id);

describe('a name and its owner in one record', () => {
  it.each([
    ['a.py', 'cfg = dict(org="meta-llama", name="Llama-2-7b-chat-hf")\n'],
    ['a.py', 'cfg = dict(name="Llama-2-7b-chat-hf", org="meta-llama")\n'],
    ['a.ts', "const model = { owner: 'meta-llama', name: 'Llama-2-7b-chat-hf' };\n"],
    ['a.rb', 'MODEL = { :owner => "meta-llama", :model => "Llama-2-7b-chat-hf" }\n'],
    ['a.go', 'var m = Model{Owner: "meta-llama", Repo: "Llama-2-7b-chat-hf"}\n'],
    ['a.rs', 'let m = Source { org: "meta-llama", name: "Llama-2-7b-chat-hf" };\n'],
    ['a.yaml', 'model:\n  owner: meta-llama\n  name: Llama-2-7b-chat-hf\n'],
    ['a.json', '{"model": {"publisher": "meta-llama", "name": "Llama-2-7b-chat-hf"}}\n'],
    ['a.toml', '[llm]\nnamespace = "meta-llama"\nmodel = "Llama-2-7b-chat-hf"\n'],
  ])('are one id: %s %s', (path, text) => {
    expect(idIn(text, path)).toEqual(['meta-llama/Llama-2-7b-chat-hf']);
  });

  it.each([
    ['who runs a service', 'model:\n  owner: platform-team\n  model: Llama-2-7b-chat-hf\n'],
    ['two owners', 'model:\n  owner: meta-llama\n  publisher: qwen\n  model: Llama-2-7b-chat-hf\n'],
    ['the owner of another record', 'a:\n  owner: meta-llama\nb:\n  model: Llama-2-7b-chat-hf\n'],
  ])('are none where it says %s', (_, text) => {
    expect(idIn(text, 'a.yaml')).toEqual(['Llama-2-7b-chat-hf']);
  });
});
