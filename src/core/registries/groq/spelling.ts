import { after, owned, type SpellingRule } from '../spelling/rule';

/** Groq: plain names, and `vendor/name` for newer models. */
export const groqSpelling: SpellingRule = (spelling) => {
  const name = after(spelling, ['groq/']) ?? spelling;
  return [{ registry: 'groq', spelling: name }, ...(name.includes('/') ? owned(name) : [{ name }])];
};
