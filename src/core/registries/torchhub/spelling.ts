import type { SpellingRule } from '../spelling/rule';

/**
 * An entry point with its repository, `snakers4/silero-vad:silero_vad`: the catalog lists entry points by their own
 * names.
 */
export const torchhubSpelling: SpellingRule = (spelling) => {
  const colon = spelling.lastIndexOf(':');
  return colon < 0 ? [] : [{ registry: 'torchhub', spelling: spelling.slice(colon + 1) }];
};
