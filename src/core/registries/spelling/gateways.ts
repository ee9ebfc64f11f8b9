import { undate, variants } from './hosted';
import { after, before, owned, without, type Candidate, type SpellingRule } from './rule';

const ROUTES = [':free', ':beta', ':nitro', ':floor', ':online', ':thinking', ':extended', ':exacto'];

/** OpenRouter and its like: `vendor/name[:route]`; the route changes price and speed, not the model. */
export const openrouter: SpellingRule = (spelling) => {
  const name = without(after(spelling, ['openrouter/']) ?? spelling, ROUTES);
  return [{ registry: 'openrouter', spelling: name }, ...owned(name)];
};

/** Vertex AI: `publishers/x/models/y@version`, also at the end of a resource path, and `x/y-maas` for open models. */
export const vertex: SpellingRule = (spelling) => {
  const parts = (after(spelling, ['vertex_ai/']) ?? spelling).split('/');
  const at = parts.lastIndexOf('publishers');
  const vendor = at >= 0 ? parts[at + 1] : parts.length > 1 ? parts.at(-2) : undefined;
  const named = parts.at(-1) ?? '';
  const name = without(without(named, ['@default', '@latest']), ['-maas']);
  const dated = name.replace('@', '-');
  const plain = before(name, '@');
  const forms = [...new Set([named, name, dated, plain])];
  return [
    ...forms.map((form): Candidate => ({ registry: 'vertex', spelling: form })),
    ...[...new Set([dated, plain])].flatMap((form): Candidate[] =>
      vendor === undefined
        ? [
            { registry: 'google', spelling: form },
            { registry: 'anthropic', spelling: form },
            { registry: 'anthropic', spelling: undate(form) },
            { name: form },
          ]
        : [{ vendor, name: form }],
    ),
  ];
};

/** Fireworks: `accounts/fireworks/models/llama-v3p1-70b-instruct`, where `p` stands for the point. */
export const fireworks: SpellingRule = (spelling) => {
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

/** Together: the Hub's ids, with an ending for how they are served (`-Turbo` is quantized, `-Free` and `-Lite` are plans). */
export const together: SpellingRule = (spelling) => {
  const name = after(spelling, ['together_ai/', 'togethercomputer/', 'together/']) ?? spelling;
  const served = without(name, ['-turbo', '-lite', '-free', '-tput', '-fp8-tput', '-fp8', '-reference']);
  return [
    { registry: 'together', spelling: name },
    ...owned(name),
    ...(served === name ? [] : owned(without(served, ['-fp8']))),
  ];
};

/** Groq: plain names, and `vendor/name` for newer models. */
export const groq: SpellingRule = (spelling) => {
  const name = after(spelling, ['groq/']) ?? spelling;
  return [{ registry: 'groq', spelling: name }, ...(name.includes('/') ? owned(name) : [{ name }])];
};

/** Cloudflare Workers AI: `@cf/vendor/name` with endings for how the weights were packed. */
export const cloudflare: SpellingRule = (spelling) => {
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

/** NVIDIA's API catalog and NIM containers: `vendor/name`, `nvcr.io/nim/vendor/name:tag`. */
export const nvidia: SpellingRule = (spelling) => {
  const path = before(after(spelling, ['nvcr.io/nim/', 'nvidia_nim/']) ?? spelling, ':');
  return [
    { registry: 'nvidia', spelling: path },
    ...owned(path),
    ...(path.includes('/') ? [] : [{ name: path }]),
  ];
};

/** Replicate: `owner/model[:version]`. */
export const replicate: SpellingRule = (spelling) => {
  const path = before(
    after(spelling, ['replicate/', 'https://replicate.com/', 'r8.im/']) ?? spelling,
    ':@?#',
  );
  return [{ registry: 'replicate', spelling: path }, ...owned(path)];
};

/** A service that takes plain names and `vendor/name` alike, and whose own spellings the catalog lists under `other`. */
export const anyGateway: SpellingRule = (spelling) => [
  { registry: 'other', spelling },
  ...(spelling.includes('/')
    ? owned(without(spelling, ROUTES))
    : [spelling, ...variants(spelling)].flatMap((name): Candidate[] => [
        { registry: 'other', spelling: name },
        { name },
      ])),
];
