import { after, owned, without, type SpellingRule } from '../spelling/rule';

/** Cloudflare Workers AI: `@cf/vendor/name` with endings for how the weights were packed. */
export const cloudflareSpelling: SpellingRule = (spelling) => {
  const path = after(spelling, ['@cf/', '@hf/', 'cloudflare/@cf/', 'cloudflare/@hf/', 'workers-ai/@cf/']);
  if (path === undefined) return [];
  const name = without(path, ['-fp8-fast', '-fp8', '-fast', '-awq', '-int8', '-fp16', '-lora', '-bf16']);
  return [
    { registry: 'cloudflare', spelling: `@cf/${path}` },
    ...owned(path),
    ...(name === path ? [] : owned(name)),
    { name: name.slice(name.lastIndexOf('/') + 1) },
  ];
};
