import { describe, expect, it } from 'vitest';
import { detect } from './marked';

describe('a default in quotes', () => {
  it('is a value, not text', () => {
    const { references } = detect(
      'services:\n  a:\n    environment:\n      APP_LLM_MODEL: ${LLM_MODEL:-"gpt-4o"}\n',
      'compose.yaml',
    );
    expect(references.map(({ text, role }) => [text, role])).toEqual([['gpt-4o', 'calls']]);
  });

  it.each([
    ['.github/workflows/a.yml', "env:\n  OPENAI_MODEL: ${{ inputs.model || 'gpt-4o' }}\n"],
    ['values.yaml', 'model: {{ .Values.model | default "gpt-4o" }}\n'],
    ['a.yaml', "model: {{ model | default('gpt-4o') }}\n"],
    ['a.yaml', 'model: "$(or $(MODEL),gpt-4o)"\n'],
  ])('is one in an expression, too: %s', (path, text) => {
    expect(detect(text, path).references.map((one) => [one.text, one.role])).toEqual([['gpt-4o', 'calls']]);
  });

  it('is text in a sentence', () => {
    const { references } = detect("title: ${{ a || 'b' }} is gpt-4o by default\n", 'a.yaml');
    expect(references.map(({ role }) => role)).toEqual(['mentions']);
  });
});

describe('a name that only looks like one', () => {
  it.each([
    [
      'a.py',
      'AutoModel.from_pretrained("meta-ll\u0430ma/Llama-3.1-8B")\n',
      'meta-ll\u0430ma/Llama-3.1-8B',
      'loads',
    ],
    ['a.yaml', 'model: gpt\u20114o-mini\n', 'gpt\u20114o-mini', 'calls'],
    ['a.ts', "new OpenAI().chat.completions.create({ model: 'gpt-4\u043E' });\n", 'gpt-4\u043E', 'calls'],
  ])('stays as it is written where a model has to stand: %s', (path, text, id, role) =>
    expect(detect(text, path).references.map((one) => [one.id, one.role, one.model])).toEqual([
      [id, role, null],
    ]),
  );

  it.each([
    ['a.py', 'print("gpt-4\u043E")\n'],
    ['a.py', 'AutoModel.from_pretrained("\u0444/\u0436")\n'],
    ['a.yaml', 'title: gpt-4\u043E\n'],
  ])('is none elsewhere, or of other letters: %s %s', (path, text) =>
    expect(detect(text, path).references.filter(({ text: name }) => /[^ -~]/.test(name))).toEqual([]),
  );
});
