import { describe, expect, it } from 'vitest';
import { roles } from '../marked';

describe('the slug of a record', () => {
  it('is chosen by the project where the record says its model', () => {
    expect(roles('list:\n- slug: gpt-4o\n  language_model_api_name: gpt-4o\n', 'a.yml')).toEqual([
      ['gpt-4o', 'mentions'],
      ['gpt-4o', 'calls'],
    ]);
  });

  it('is the model where nothing else is', () => {
    expect(roles('chat:\n  slug: gpt-4o\n  provider: openai\n', 'a.yml')).toEqual([['gpt-4o', 'calls']]);
  });
});

describe('a name of an entry for a model', () => {
  it.each([
    ['a.toml', '[known]\nopenai_gpt4-1-mini = { model_name = "gpt-4.1-mini" }\n'],
    ['a.toml', '[known.openai_gpt4-1-mini]\nkind = "chat"\nmodel = "gpt-4.1-mini"\n'],
  ])('refers to it: %s %s', (path, text) => {
    expect(roles(`${text}\n[chat]\nmodel = "openai_gpt4-1-mini"\n`, path)).toContainEqual([
      'openai_gpt4-1-mini',
      'mentions',
    ]);
  });

  it('is the model where no entry has it, or everybody knows it', () => {
    expect(roles('[chat]\nmodel = "openai_gpt4-1-mini"\n', 'a.toml')).toEqual([
      ['openai_gpt4-1-mini', 'loads'],
    ]);
    expect(
      roles('[known]\n"gpt-4o" = { model_name = "gpt-4o" }\n[chat]\nmodel = "gpt-4o"\n', 'a.toml').at(-1),
    ).toEqual(['gpt-4o', 'calls']);
  });
});

describe('a key of settings', () => {
  it('is listed beside the model that it stands for', () => {
    expect(
      roles('models = {\n  claude-3-5-haiku = "anthropic.claude-3-5-haiku-20241022-v1:0"\n}\n', 'a.hcl'),
    ).toEqual([
      ['claude-3-5-haiku', 'lists'],
      ['anthropic.claude-3-5-haiku-20241022-v1:0', 'calls'],
    ]);
  });
});

describe('a name beside its full name', () => {
  const env = (values: Readonly<Record<string, string>>): string =>
    `env:\n${Object.entries(values)
      .map(([name, value]) => `- name: ${name}\n  value: "${value}"\n`)
      .join('')}`;

  it('is told there', () => {
    expect(
      roles(
        env({ MODEL_ID: 'sentence-transformers/all-MiniLM-L6-v2', COMPILED_MODEL_ID: 'all-MiniLM-L6-v2' }),
        'a.yaml',
      ),
    ).toEqual([
      ['sentence-transformers/all-MiniLM-L6-v2', 'loads'],
      ['all-MiniLM-L6-v2', 'mentions'],
    ]);
  });

  it('is told itself where the other is another model', () => {
    expect(
      roles(
        env({ MODEL_ID: 'sentence-transformers/all-MiniLM-L12-v2', COMPILED_MODEL_ID: 'all-MiniLM-L6-v2' }),
        'a.yaml',
      ),
    ).toContainEqual(['all-MiniLM-L6-v2', 'loads']);
  });
});

describe('a name that a function is told in a record', () => {
  it('is told where the record has its model', () => {
    const call =
      'await openai.chat.completions.create({\n  model: "gpt-4o",\n  temperature: fit("gpt-4o", 0.8),\n});\n';
    expect(roles(call, 'a.ts')).toEqual([
      ['gpt-4o', 'calls'],
      ['gpt-4o', 'mentions'],
    ]);
    expect(roles('ask(temperature=fit("gpt-4o", 0.8), model="gpt-4o")\n', 'a.py')).toEqual([
      ['gpt-4o', 'mentions'],
      ['gpt-4o', 'calls'],
    ]);
  });

  it('is told itself where the model is another one', () => {
    expect(roles('ask(judge=make("gpt-4o", 0.8), model="gpt-4o-mini")\n', 'a.py')).toEqual([
      ['gpt-4o', 'calls'],
      ['gpt-4o-mini', 'calls'],
    ]);
  });
});
