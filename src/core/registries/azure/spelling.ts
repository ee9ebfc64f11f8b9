import { variants } from '../spelling/hosted';
import { after, type Candidate, type SpellingRule } from '../spelling/rule';

/** Azure spells OpenAI's versions without their point, and takes other publishers' models by their plain names. */
export const azureSpelling: SpellingRule = (spelling) => {
  const asset = after(spelling, ['azureml://registries/']);
  const parts = asset?.split('/') ?? [];
  const name =
    asset === undefined
      ? (after(spelling, ['azure/', 'azure_ai/']) ?? spelling)
      : (parts[parts.indexOf('models') + 1] ?? '');
  const pointed = name.replace(/^gpt-35/, 'gpt-3.5');
  const forms: Candidate[] = [pointed, ...variants(pointed)].map((form) => ({
    registry: 'openai',
    spelling: form,
  }));
  return [{ registry: 'azure', spelling: name }, ...forms, { name }];
};
