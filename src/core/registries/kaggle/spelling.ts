import { after, type Candidate, type SpellingRule } from '../spelling/rule';

/**
 * Kaggle: `owner/model/framework/variation[/version]`; the variation is the model's full name, or what follows the
 * model's.
 */
export const kaggleSpelling: SpellingRule = (spelling) => {
  const path =
    after(spelling, ['https://www.kaggle.com/models/', 'https://kaggle.com/models/', 'kaggle://']) ??
    spelling;
  const [vendor = '', model = '', , variation = ''] = path.split('/');
  if (vendor === '' || model === '') return [];
  const names = variation === '' ? [model] : [variation, `${model}-${variation}`];
  return [
    { registry: 'kaggle', spelling: `${vendor}/${model}` },
    ...names.map((name): Candidate => ({ vendor, name })),
  ];
};
