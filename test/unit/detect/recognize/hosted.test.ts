import { describe, expect, it } from 'vitest';
import { found, unmark } from '../marked';

const CASES: Readonly<Record<string, readonly (readonly [path: string, marked: string])[]>> = {
  'a name one slip away from one of the service': [
    [
      'a.py',
      'client = OpenAI()\n# model: gpt-4o-mni\nclient.chat.completions.create(model="⟦gpt-4o-mni|openai⟧")',
    ],
    ['a.md', 'Set the model to `gpt-4o-mni` here.\n'],
    ['a.py', 'client = AzureOpenAI()\nclient.chat.completions.create(model="gpt-4o-mni")'],
    ['a.py', 'client = OpenAI()\nclient.chat.completions.create(model="gpt-4o-mini.py")'],
  ],
  'what is only called like a model, or begins so': [
    ['a.py', 'tags = {"family": "gpt-4o"}\nx(series="gpt-4o", label="gpt-4o")\n'],
    ['a.md', 'The gpt-4. And claude-3- models.\n'],
    ['a.py', 'if "gemini-2.5" in name: pass\nif name.startswith("gpt-4o-"): pass\n'],
  ],
  'a short name where the text speaks of others': [
    ['a.yaml', 'list:\n  - id: ⟦o1⟧\n# gpt-4\n'],
    ['a.yaml', 'list:\n  - name: ⟦o3⟧\n# gpt-4\n'],
    ['a.yaml', 'list:\n  - title: o3\n# gpt-4\n'],
    ['a.yaml', 'list:\n  - id: o1\n'],
    ['a.py', '# Gemini\nm = embed(model="⟦embedding-001⟧")'],
    ['a.py', '# Gemini\nx = "embedding-001"'],
    ['a.py', '# Acme\nm = embed(model="embedding-001")'],
  ],
};

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  it.each(cases)('in %s: %s', (path, marked) => {
    const text = unmark(marked);
    expect(found(text, path)).toEqual(text.expected);
  });
});
