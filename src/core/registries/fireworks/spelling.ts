import { after, without, type SpellingRule } from '../spelling/rule';

/** Fireworks: `accounts/fireworks/models/llama-v3p1-70b-instruct`, where `p` stands for the point. */
export const fireworksSpelling: SpellingRule = (spelling) => {
  const path = after(spelling, ['fireworks_ai/', 'fireworks/']) ?? spelling;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const pointed = name.replace(/(\d)p(\d)/g, '$1.$2');
  return [
    { registry: 'fireworks', spelling: `accounts/fireworks/models/${name}` },
    { name: pointed },
    { name: pointed.replace(/^llama-v/, 'llama-') },
    { name: without(pointed, ['-hf']) },
  ];
};
