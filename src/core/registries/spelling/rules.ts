import type { Registry } from '../../vocabulary';
import { bedrock } from './bedrock';
import {
  anyGateway,
  cloudflare,
  fireworks,
  groq,
  nvidia,
  openrouter,
  replicate,
  together,
  vertex,
} from './gateways';
import { azure, hostedBy } from './hosted';
import { hub } from './hub';
import {
  isTimmName,
  kaggle,
  localFile,
  modelscope,
  spacy,
  timm,
  torchvision,
  ultralytics,
  whisper,
} from './libraries';
import { litellm } from './litellm';
import { docker, ollama } from './ollama';
import { startsWith, type Candidate, type SpellingRule } from './rule';

/** The rule of each registry. A registry without one knows only the spellings that the catalog lists. */
export const RULES: Readonly<Partial<Record<Registry, SpellingRule>>> = {
  huggingface: hub,
  ollama,
  docker,
  bedrock,
  vertex,
  azure,
  groq,
  together,
  fireworks,
  openrouter,
  cloudflare,
  nvidia,
  replicate,
  modelscope,
  kaggle,
  timm,
  spacy,
  whisper,
  ultralytics,
  torchvision,
  local: localFile,
  other: anyGateway,
  openai: hostedBy('openai'),
  anthropic: hostedBy('anthropic'),
  google: hostedBy('google'),
  mistral: hostedBy('mistral'),
  cohere: hostedBy('cohere'),
  xai: hostedBy('xai'),
  deepseek: hostedBy('deepseek'),
  alibaba: hostedBy('alibaba'),
  moonshot: hostedBy('moonshot'),
  zhipu: hostedBy('zhipu'),
  minimax: hostedBy('minimax'),
  perplexity: hostedBy('perplexity'),
  ai21: hostedBy('ai21'),
  voyage: hostedBy('voyage'),
  reka: hostedBy('reka'),
  upstage: hostedBy('upstage'),
  amazon: bedrock,
};

/** The spellings to try for a name, in order. Without a registry, those of every registry whose form it has. */
export function candidates(spelling: string, registry?: Registry): readonly Candidate[] {
  const routed = litellm(spelling);
  if (registry !== undefined)
    return [
      ...(RULES[registry]?.(spelling) ?? []),
      ...(routed === undefined ? [] : inner(routed)),
      ...(RESELLERS.has(registry) ? resold(spelling) : []),
    ];
  const rules = rulesFor(spelling);
  return [...(routed === undefined ? [] : inner(routed)), ...rules.flatMap((rule) => rule(spelling))];
}

/** Services that run models of the Hub and of other services, often under the names that those have there. */
const RESELLERS: ReadonlySet<Registry> = new Set([
  'other',
  'azure',
  'vertex',
  'groq',
  'together',
  'fireworks',
  'openrouter',
  'nvidia',
  'replicate',
  'modelscope',
  'deepseek',
  'alibaba',
  'mistral',
  'amazon',
  'cloudflare',
]);

function resold(spelling: string): readonly Candidate[] {
  return spelling.includes('/') ? [{ registry: 'huggingface', spelling }] : services(spelling);
}

/** `provider/model`: the model as its provider spells it, or as the catalog lists it under that provider. */
function inner({
  registry,
  spelling,
}: {
  readonly registry: Registry;
  readonly spelling: string;
}): readonly Candidate[] {
  return [{ registry, spelling }, ...(RULES[registry]?.(spelling) ?? [])];
}

/** The forms that tell a registry. A name of no such form is only tried as a dated or `-latest` name of a publisher's service. */
function rulesFor(spelling: string): readonly SpellingRule[] {
  if (spelling.includes('://')) return [hub, modelscope, kaggle, replicate, ollama];
  if (spelling.startsWith('@')) return [cloudflare];
  if (startsWith(spelling, 'accounts/')) return [fireworks];
  if (startsWith(spelling, 'arn:')) return [bedrock];
  if (startsWith(spelling, 'azureml:')) return [azure];
  if (spelling.includes('publishers/')) return [vertex];
  if (startsWith(spelling, 'ai/') || startsWith(spelling, 'docker.io/')) return [docker];
  if (
    startsWith(spelling, 'models--') ||
    startsWith(spelling, 'hf.co/') ||
    startsWith(spelling, 'huggingface.co/') ||
    startsWith(spelling, 'hf-hub:')
  )
    return [hub];
  const file = localFile(spelling).length > 0 ? [localFile, ultralytics] : [];
  if (spelling.includes('/'))
    return [
      ...file,
      hub,
      openrouter,
      together,
      vertex,
      ...(/:[0-9a-f]{40,64}$/.test(spelling) ? [replicate] : []),
    ];
  return [
    ...file,
    ...(isTimmName(spelling) ? [timm] : []),
    ...(spelling.includes('.') ? [bedrock] : []),
    ...(spelling.includes(':') ? [ollama] : []),
    ...(spelling.includes('@') ? [vertex] : []),
    spacy,
    services,
  ];
}

const SERVICES = [
  'openai',
  'anthropic',
  'google',
  'mistral',
  'cohere',
  'xai',
  'voyage',
  'perplexity',
] as const;

function services(spelling: string): readonly Candidate[] {
  return [
    ...SERVICES.flatMap((registry) => hostedBy(registry)(spelling)),
    ...azure(spelling).filter((candidate) => 'spelling' in candidate),
  ];
}
