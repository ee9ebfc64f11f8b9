import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../src/core/detect/detectReferences';
import { builtCatalog } from '../../support/builtCatalog';

const rolesIn = (text: string, path: string): readonly unknown[] =>
  detectReferences(text, { path, catalog: builtCatalog() }).references.map(({ role }) => role);

const MISTRAL = 'mistralai/Mistral-7B-Instruct-v0.2';
const LLAMA = 'meta-llama/Llama-2-13b-chat-hf';

describe('a function that chooses a model by a member, whose arms are called like the models', () => {
  const rust = (name: string, got: string): string =>
    'use hf_hub::{api::sync::Api, Repo, RepoType};\n\nimpl Which {\n' +
    `    fn ${name}(&self) -> &'static str {\n        match self {\n` +
    `            Which::Mistral7b => "${MISTRAL}",\n            Which::Llama13bChat => "${LLAMA}",\n        }\n    }\n}\n\n` +
    `pub fn fetch(which: Which) -> Result<PathBuf> {\n    let api = Api::new()?;\n${got}}\n`;
  const python = (got: string): string =>
    'from transformers import AutoModel\n\n\nclass Which(Enum):\n    MISTRAL_7B = 1\n    LLAMA_13B = 2\n\n' +
    '    @property\n    def repo(self):\n        match self:\n' +
    `            case Which.MISTRAL_7B:\n                return "${MISTRAL}"\n` +
    `            case Which.LLAMA_13B:\n                return "${LLAMA}"\n\n\n${got}`;

  it.each([
    ['a.rs', rust('repo', '    api.model(which.repo().to_string()).get("model.safetensors")\n')],
    [
      'a.rs',
      rust('repo', '    api.repo(Repo::with_revision(which.repo().into(), RepoType::Model, r)).get("a")\n'),
    ],
    [
      'a.rs',
      rust(
        'hub_id',
        '    let id = which.hub_id();\n    api.model(id.to_string()).get("model.safetensors")\n',
      ),
    ],
    ['a.py', python('def load(which):\n    return AutoModel.from_pretrained(which.repo)\n')],
    [
      'a.ts',
      'import { pipeline } from "@huggingface/transformers";\n\nfunction repoOf(which: Which): string {\n  switch (which) {\n' +
        `    case Which.Mistral7b: return "${MISTRAL}";\n    case Which.Llama13bChat: return "${LLAMA}";\n  }\n}\n\n` +
        'export const load = (which: Which) => pipeline("text-generation", repoOf(which));\n',
    ],
  ])('is loaded with all of them where a loader gets what it gives, in %s: %s', (path, text) => {
    expect(rolesIn(text, path)).toEqual(['loads', 'loads']);
  });

  it.each([
    [
      'a.rs',
      rust('repo', '    println!("{}", which.repo());\n    api.model(which.other().to_string()).get("a")\n'),
    ],
    ['a.rs', rust('repo', '    api.model(repo.to_string()).get("model.safetensors")\n')],
    ['a.py', python('def load(which):\n    return AutoModel.from_pretrained(which.other)\n')],
  ])('only lists them where loaders get something else, in %s: %s', (path, text) => {
    expect(rolesIn(text, path)).toEqual(['lists', 'lists']);
  });

  it('calls them where a request gets what it gives', () => {
    const text =
      'from openai import OpenAI\n\n\nclass Tier(Enum):\n    GPT_4_32K = 1\n    GPT_3_5_TURBO = 2\n\n    def model(self):\n        match self:\n' +
      '            case Tier.GPT_4_32K:\n                return "gpt-4-32k"\n            case Tier.GPT_3_5_TURBO:\n                return "gpt-3.5-turbo-0613"\n\n\n';
    const ask = (model: string): string =>
      `def ask(tier):\n    return OpenAI().chat.completions.create(model=${model}, messages=[])\n`;
    expect(rolesIn(text + ask('tier.model()'), 'a.py')).toEqual(['calls', 'calls']);
    expect(rolesIn(text + ask('tier.other()'), 'a.py')).toEqual(['lists', 'lists']);
  });
});
