import { describe, expect, it } from 'vitest';
import { rolesIn } from '../marked';

describe('a key of a table', () => {
  const set = (id: string): string =>
    `this.models.set("${id}", {\n  modelId: "${id}",\n  name: "GPT",\n  releaseDate: "2024-05-13",\n});\n`;
  const SET = ['gpt-4o', 'gpt-4.1', 'gpt-4o-mini'].map(set).join('');

  it.each([
    [
      'a.go',
      'import "github.com/openai/openai-go"\nvar modelPrices = map[string]P{\n\topenai.ChatModelGPT4o: {1},\n}\n',
    ],
    ['a.swift', 'let sizes: [String: Int] = [\n    "gpt-4o": 128000,\n]\n'],
    ['A.java', 'class A { Map<String, Integer> a = Map.ofEntries(Map.entry("gpt-4o", 1)); }\n'],
    ['a.kt', 'fun f() { prices.put("gpt-4o", 2.5) }\n'],
    ['a.kt', 'fun f() { llmPrices.put("gpt-4o", 2.5) }\n'],
    ['a.rs', 'fn f() { prices.insert("gpt-4o", 2.5); }\n'],
    ['a.ts', SET],
    ['a.cpp', 'std::map<std::string, double> prices = {{"gpt-4o", 2.5}, {"gpt-4.1", 2.0}};\n'],
    ['a.cs', 'var a = new Dictionary<string, int>() {\n  { "gpt-4o", 1 },\n  { "gpt-4.1", 2 },\n};\n'],
  ])('is listed in %s: %s', (path, text) => {
    expect(new Set(rolesIn(text, path))).toEqual(new Set(['lists']));
  });

  it.each([
    ['a.go', 'import "github.com/openai/openai-go"\nvar p = Params{\n\tModel: openai.ChatModelGPT4o,\n}\n'],
    ['a.swift', 'let query = ["model": "gpt-4o"]\n'],
    ['a.kt', 'fun f() { body.put("model", "gpt-4o") }\n'],
    ['a.py', 'llm.put("gpt-4o", prompt)\n'],
    ['a.ts', 'clients.set("gpt-4o", { model: "gpt-4o", client: new OpenAI() });\n'],
    ['a.ts', 'agents.set("gpt-4o", { id: "gpt-4o", description: "Writes.", temperature: 0.2 });\n'],
    ['a.ts', set('gpt-4o')],
    ['a.ts', `${SET}for (const one of this.models.values()) ask(one.modelId);\n`],
    ['a.ts', SET.replaceAll('name: "GPT"', 'llm: new Llm(key)')],
    ['a.ts', SET.replaceAll('name: "GPT"', 'temperature: 0.2')],
    ['a.ts', 'settings.set("gpt-4o", { label: "big" });\n'],
    ['a.py', 'llm.list("gpt-4o", prompt)\n'],
    ['a.ts', 'await this.chatBot.put("gpt-4o", prompt);\n'],
    ['a.py', 'reply = ask(prompt, ("gpt-4o"))\n'],
    ['a.py', 'for m in ["gpt-4o", "gpt-4.1"]:\n    ask(m)\n'],
  ])('is no value that is asked for, in %s: %s', (path, text) => {
    expect(new Set(rolesIn(text, path))).toEqual(new Set(['calls']));
  });

  it('is also the name of a record that begins with a comment', () => {
    const row = (id: string): string =>
      `  [\n    // Ended: gone since May.\n    'model' => '${id}',\n    'name' => 'GPT',\n    'price' => ['in' => 1],\n  ],\n`;
    expect(rolesIn(`<?php\ndefine('M', [\n${row('gpt-4o')}${row('gpt-4.1')}]);\n`, 'a.php')).toEqual([
      'lists',
      'lists',
    ]);
  });

  it('is none in a sample of a schema', () => {
    const sample =
      'class A(BaseModel):\n    model_config = {"json_schema_extra": {"example": {"model": "gpt-4o"}}}\n';
    expect(rolesIn(sample, 'a.py')).toEqual(['lists']);
  });

  it('is none in a tuple of choices that a call gets', () => {
    expect(rolesIn('st.radio("Model", ("gpt-4o", "gpt-4.1"), index=0)\n', 'a.py')).toEqual([
      'lists',
      'lists',
    ]);
  });
});
