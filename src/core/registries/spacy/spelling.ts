import type { SpellingRule } from '../spelling/rule';

/** spaCy's packages: `en_core_web_sm`, with a version or as a wheel's address. */
export const spacySpelling: SpellingRule = (spelling) => {
  const file = spelling.slice(spelling.lastIndexOf('/') + 1);
  const name = (file.split(/[-=@ ]/, 1)[0] ?? '').replace(/^spacy:/, '');
  return /^[a-z]{2}_[a-z_]+$/.test(name)
    ? [
        { registry: 'spacy', spelling: name },
        { registry: 'huggingface', spelling: `spacy/${name}` },
      ]
    : [];
};
