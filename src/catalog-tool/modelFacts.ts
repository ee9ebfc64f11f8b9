/** The facts of a record that a file states or that follow from others, in the order in which they are told. */
export const MODEL_FACTS = [
  'publisher',
  'license',
  'alsoLicenses',
  'displayPhrase',
  'codeLicense',
  'openness',
  'components',
  'lineage',
  'copyOf',
  'task',
  'multimodal',
  'parameters',
  'released',
  'gated',
  'status',
  'aliases',
] as const;
