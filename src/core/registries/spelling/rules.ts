import type { Registry } from '../../vocabulary';
import { azureSpelling } from '../azure/spelling';
import { bedrockSpelling } from '../bedrock/spelling';
import { cloudflareSpelling } from '../cloudflare/spelling';
import { dockerSpelling } from '../docker/spelling';
import { fireworksSpelling } from '../fireworks/spelling';
import { hubSpelling } from '../huggingface/spelling';
import { kaggleSpelling } from '../kaggle/spelling';
import { localFileSpelling } from '../local/spelling';
import { modelscopeSpelling } from '../modelscope/spelling';
import { ollamaSpelling } from '../ollama/spelling';
import { openrouterSpelling } from '../openrouter/spelling';
import { coquiSpelling } from '../other/spelling';
import { replicateSpelling } from '../replicate/spelling';
import { spacySpelling } from '../spacy/spelling';
import { servedName } from '../names/served';
import { SERVES_OTHERS, spellingOf, TRIED_WITHOUT_FORM } from '../tables';
import { isTimmName, timmSpelling } from '../timm/spelling';
import { togetherSpelling } from '../together/spelling';
import { ultralyticsSpelling } from '../ultralytics/spelling';
import { vertexSpelling } from '../vertex/spelling';
import { litellm } from './litellm';
import { after, startsWith, type Candidate, type SpellingRule } from './rule';

/** The spellings to try for a name, in order. Without a registry, those of every registry whose form it has. */
export function candidates(text: string, registry?: Registry): readonly Candidate[] {
  if (PACKED.test(text)) return [...named(text, registry), ...localFileSpelling(`${text}.gguf`)];
  const embedding = after(text, [EMBEDDING]);
  return embedding === undefined ? named(text, registry) : [...named(text, registry), { name: embedding }];
}

/**
 * What LM Studio has before the names of all models that embed, whoever made them: `text-embedding-bge-m3`
 * (https://lmstudio.ai/docs/cli/ls). Those that are called so by their makers come first.
 */
const EMBEDDING = 'text-embedding-';

/** `Llama-2-7B-Chat.Q4_K_M`: the name of a file of llama.cpp without its ending. */
const PACKED = /^[\w-][\w.-]{1,120}\.(?:I?Q\d(?:_\w{1,6})*|B?F16|F32)$/i;

function named(text: string, registry?: Registry): readonly Candidate[] {
  const { name } = servedName(text);
  if (name === text) return candidatesOf(text, registry);
  return [
    ...candidatesOf(text, registry),
    ...(registry === undefined ? [] : [{ registry, spelling: name }]),
    ...candidatesOf(name, registry),
  ];
}

function candidatesOf(spelling: string, registry: Registry | undefined): readonly Candidate[] {
  const routed = litellm(spelling);
  if (registry !== undefined)
    return [
      ...(spellingOf(registry)?.(spelling) ?? []),
      ...(routed === undefined ? [] : inner(routed)),
      ...(SERVES_OTHERS.has(registry) ? resold(spelling) : []),
    ];
  const rules = rulesFor(spelling);
  return [...(routed === undefined ? [] : inner(routed)), ...rules.flatMap((rule) => rule(spelling))];
}

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
  return [{ registry, spelling }, ...(spellingOf(registry)?.(spelling) ?? [])];
}

/**
 * The forms that tell a registry. A name of no such form is only tried as a dated or `-latest` name of a publisher's
 * service.
 */
function rulesFor(spelling: string): readonly SpellingRule[] {
  if (spelling.includes('://'))
    return [hubSpelling, modelscopeSpelling, kaggleSpelling, replicateSpelling, ollamaSpelling];
  if (spelling.startsWith('@')) return [cloudflareSpelling];
  const own = OF_START.find(([start]) => startsWith(spelling, start));
  if (own !== undefined) return [own[1]];
  if (spelling.includes('publishers/')) return [vertexSpelling];
  const file = localFileSpelling(spelling).length > 0 ? [localFileSpelling, ultralyticsSpelling] : [];
  return [...file, ...(spelling.includes('/') ? rulesForPath(spelling) : rulesForName(spelling))];
}

/** Rules that alone may read a spelling with this start. */
const OF_START: readonly (readonly [start: string, rule: SpellingRule])[] = [
  ['accounts/', fireworksSpelling],
  ['arn:', bedrockSpelling],
  ['azureml:', azureSpelling],
  ['ai/', dockerSpelling],
  ['docker.io/', dockerSpelling],
  ['models--', hubSpelling],
  ['hf.co/', hubSpelling],
  ['huggingface.co/', hubSpelling],
  ['hf-hub:', hubSpelling],
  ['tts_models/', coquiSpelling],
];

function rulesForPath(spelling: string): readonly SpellingRule[] {
  const isVersioned = /:[0-9a-f]{40,64}$/.test(spelling);
  return [
    hubSpelling,
    openrouterSpelling,
    togetherSpelling,
    vertexSpelling,
    ...(isVersioned ? [replicateSpelling] : []),
  ];
}

function rulesForName(spelling: string): readonly SpellingRule[] {
  return [
    ...(isTimmName(spelling) ? [timmSpelling] : []),
    coquiSpelling,
    ...(spelling.includes('.') ? [bedrockSpelling] : []),
    ...(spelling.includes(':') ? [ollamaSpelling] : []),
    ...(spelling.includes('@') ? [vertexSpelling] : []),
    spacySpelling,
    services,
  ];
}

function services(spelling: string): readonly Candidate[] {
  return [
    ...TRIED_WITHOUT_FORM.flatMap((rule) => rule(spelling)),
    ...azureSpelling(spelling).filter((candidate) => 'spelling' in candidate),
  ];
}
