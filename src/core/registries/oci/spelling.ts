import { after, type SpellingRule } from '../spelling/rule';

/** Oracle Cloud: `vendor.name`, the name as its maker has it. */
export const ociSpelling: SpellingRule = (spelling) => {
  const id = after(spelling, ['oci/']) ?? spelling;
  const dot = id.indexOf('.');
  if (dot <= 0) return [];
  return [
    { registry: 'oci', spelling: id },
    { vendor: id.slice(0, dot), name: id.slice(dot + 1) },
  ];
};
