import { describe, expect, it } from 'vitest';
import { rolesIn } from '../marked';

describe('a tuple in braces', () => {
  it('is one of several choices, with what people read', () => {
    const text = 'def options() do\n  [\n    {"Gemini", "gemini-2.5-pro"}\n  ]\nend\n';
    expect(rolesIn(text, 'a.ex')).toEqual(['lists']);
  });
});

describe('a list whose rows have names for people', () => {
  it.each([
    [
      'a.rs',
      'const BUNDLED_FREE_MODELS: [(&str, &str); 2] = [\n    ("gpt-4o", "GPT 4o"),\n    ("gpt-4.1", "GPT 4.1"),\n];\n',
    ],
    [
      'A.kt',
      'val CATALOG = listOf(\n    Entry(\n        provider = Kind.OPENAI,\n        modelId = "gpt-4o",\n' +
        '        displayName = "GPT-4o",\n        costPer1MInputUsd = 0.2,\n    ),\n    Entry(\n' +
        '        provider = Kind.OPENAI,\n        modelId = "gpt-4.1",\n        displayName = "GPT-4.1",\n' +
        '        costPer1MInputUsd = 0.1,\n    ),\n)\n',
    ],
    [
      'a.dart',
      "final list = <ModelInfo>[\n  Registry.infer(\n    ModelInfo(\n      id: 'acme/thing-7b',\n" +
        "      displayName: 'Thing 7B',\n    ),\n  ),\n  Registry.infer(\n" +
        "    ModelInfo(id: 'acme/other-7b', displayName: 'Other 7B'),\n  ),\n];\n",
    ],
  ])('offers them, in %s: %s', (path, text) => {
    expect(rolesIn(text, path)).toEqual(['lists', 'lists']);
  });

  it('asks what a call gets before a mapping', () => {
    expect(rolesIn('client.chat("gpt-4o", "temperature" => 1)\n', 'a.rb')).toEqual(['calls']);
  });

  it('fetches them where it has none', () => {
    expect(rolesIn('PRELOAD_MODELS = ["gpt-4o", "gpt-4.1"]\n', 'a.py')).toEqual(['calls', 'calls']);
  });
});

describe('the rows of a statement of SQL', () => {
  it.each([
    "MERGE INTO [Models] AS target\nUSING (\n    VALUES\n        (1, 2, 'gpt-4o', 'gpt-4o-mini', 0),\n        (2, 2, 'gpt-4o-mini', NULL, 0)\n) AS source ([Id])\nON target.[Id] = source.[Id];\n",
    "INSERT OR IGNORE INTO models VALUES (1, 'gpt-4o', 'gpt-4o-mini');\n",
    "REPLACE INTO models (id, name) VALUES (1, 'gpt-4o');\n",
  ])('are one of many: %s', (text) => {
    expect(new Set(rolesIn(text, 'models.sql'))).toEqual(new Set(['lists']));
  });

  it('end with it', () => {
    const text = "MERGE INTO a USING (VALUES (1)) AS b ON a.i = b.i;\nSELECT ai_ask('gpt-4o', 'Hi');\n";
    expect(rolesIn(text, 'a.sql')).toEqual(['calls']);
  });
});
