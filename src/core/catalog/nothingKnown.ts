import type { ModelRecord } from './records';

/** The facts of a model of which nobody has stated any. */
export const NOTHING_KNOWN: Omit<ModelRecord, 'id' | 'registry' | 'sources'> = {
  name: null,
  publisher: null,
  license: null,
  codeLicense: null,
  alsoLicenses: [],
  displayPhrase: null,
  openness: null,
  components: {},
  lineage: [],
  copyOf: null,
  task: null,
  multimodal: null,
  parameters: null,
  released: null,
  created: null,
  gated: null,
  languages: null,
  status: { state: 'active' },
  aliases: [],
  contradictions: [],
};
