import { after, owned, type SpellingRule } from '../spelling/rule';

/** Baseten: the Hub's ids. */
export const basetenSpelling: SpellingRule = (spelling) => {
  const id = after(spelling, ['baseten/']) ?? spelling;
  return [{ registry: 'baseten', spelling: id }, ...owned(id)];
};
