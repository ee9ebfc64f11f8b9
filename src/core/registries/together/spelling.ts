import { after, owned, without, type SpellingRule } from '../spelling/rule';

/**
 * Together: the Hub's ids, with an ending for how they are served (`-Turbo` is quantized, `-Free` and `-Lite` are
 * plans).
 */
export const togetherSpelling: SpellingRule = (spelling) => {
  const name = after(spelling, ['together_ai/', 'togethercomputer/', 'together/']) ?? spelling;
  const served = without(name, ['-turbo', '-lite', '-free', '-tput', '-fp8-tput', '-fp8', '-reference']);
  return [
    { registry: 'together', spelling: name },
    ...owned(name),
    ...(served === name ? [] : owned(without(served, ['-fp8']))),
  ];
};
