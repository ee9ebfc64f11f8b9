import { after, owned, type SpellingRule } from '../spelling/rule';

/** watsonx.ai: `owner/name`, an owner's own short name in place of the Hub's (`ibm` for `ibm-granite`). */
export const watsonxSpelling: SpellingRule = (spelling) => {
  const id = after(spelling, ['watsonx/', 'watsonx_text/']) ?? spelling;
  return [{ registry: 'watsonx', spelling: id }, ...owned(id)];
};
