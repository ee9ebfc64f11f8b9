import { describe, expect, it } from 'vitest';
import { detect } from './marked';

const LIST = 'HF_MODELS = ["acme/thing-7b", "acme/other-7b"]\n';
const rolesOf = (text: string, path = 'a.py'): readonly string[] => [
  ...new Set(detect(text, path).references.map(({ role, host }) => `${role} ${host}`)),
];

describe('what a list holds', () => {
  it('is only listed where nothing gets it', () => expect(rolesOf(LIST)).toEqual(['lists null']));

  it.each([
    ['a.py', `${LIST}for one in HF_MODELS:\n    AutoModel.from_pretrained(one)\n`],
    ['a.py', `${LIST}for one in hfModels:\n    AutoModel.from_pretrained(one)\n`],
    ['a.py', `${LIST}for at, one in enumerate(HF_MODELS):\n    AutoModel.from_pretrained(one)\n`],
    ['a.py', 'for one in ["acme/thing-7b", "acme/other-7b"]:\n    AutoModel.from_pretrained(one)\n'],
    ['a.js', 'const HF = ["acme/thing-7b", "acme/other-7b"];\nfor (const one of HF) pipeline("x", one);\n'],
    ['a.js', 'const HF = ["acme/thing-7b", "acme/other-7b"];\nHF.map(async (one) => pipeline("x", one));\n'],
  ])('is loaded where a loop gives each element to a loader: %s %s', (path, text) =>
    expect(rolesOf(text, path)).toEqual(['loads self']),
  );

  it.each([
    `${LIST}for one in OTHERS:\n    AutoModel.from_pretrained(one)\n`,
    `${LIST}for one in HF_MODELS:\n    print(one)\n`,
    `${LIST}for one in names(HF_MODELS, "one"):\n    encoding_for_model(one)\n`,
    `${LIST}m = AutoModel.from_pretrained("HF_MODELS")\n`,
  ])('is listed where the loop is over others, or does something else: %s', (text) =>
    expect(rolesOf(text)).toEqual(['lists null']),
  );

  it('is listed where it is a name of a service, which no loader loads', () =>
    expect(
      rolesOf('NAMES = ["gpt-4o", "gpt-4o-mini"]\nfor one in NAMES:\n    AutoModel.from_pretrained(one)\n'),
    ).toEqual(['lists openai']));

  it.each([
    [
      'outside of the list that a loop goes over',
      'for one in ["acme/thing-7b", "acme/x-7b"]:\n    AutoModel.from_pretrained(one)\nOTHERS = ["acme/other-7b", "acme/y-7b"]\n',
      ['loads', 'loads', 'lists', 'lists'],
    ],
    [
      'under a name that everything has',
      'models = ["acme/thing-7b", "acme/x-7b"]\nfor one in models:\n    AutoModel.from_pretrained(one)\n',
      ['lists', 'lists'],
    ],
    [
      'under the same name elsewhere',
      'CHOSEN = ["acme/thing-7b"]\nfor one in CHOSEN:\n    AutoModel.from_pretrained(one)\nz = {"chosen": ["acme/other-7b", "acme/y-7b"]}\n',
      ['loads', 'loads', 'loads'],
    ],
  ])('is told apart %s', (_, text, roles) =>
    expect(detect(text, 'a.py').references.map(({ role }) => role)).toEqual(roles),
  );
});
