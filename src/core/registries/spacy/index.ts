import { loader, program } from '../define';
import { readSpacyRelease } from './address';
import { spacySpelling } from './spelling';
import type { RegistryDefinition } from '../registry';

/** Packages of spaCy's pipelines: `en_core_web_sm`. */
export const spacy: RegistryDefinition = {
  kind: 'library',
  prefixes: ['spacy'],
  ownerPrefixes: ['spacy'],
  addresses: [{ host: 'github.com', read: readSpacyRelease }],
  loaders: [
    loader('spacy', 'load', { receivers: 'spacy', keywords: 'name' }),
    loader('spacy', 'download load_model spacy_load', { receivers: 'spacy cli util' }),
    loader('spacy', 'SpacyNlpEngine SpacyTextSplitter', { keywords: 'pipeline model' }),
  ],
  programs: [program('spacy', 'loads', 'download')],
  keyWords: ['spacy'],
  spelling: spacySpelling,
};
