import { after, before, owned, type SpellingRule } from '../spelling/rule';

/** Replicate: `owner/model[:version]`. */
export const replicateSpelling: SpellingRule = (spelling) => {
  const path = before(
    after(spelling, ['replicate/', 'https://replicate.com/', 'r8.im/']) ?? spelling,
    ':@?#',
  );
  return [{ registry: 'replicate', spelling: path }, ...owned(path)];
};
