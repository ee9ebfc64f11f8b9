import type { Registry } from '../../vocabulary';

/**
 * The names that the hosted services give their own models, by their form: a start that is the service's, then parts that
 * are versions, dates, sizes or words such as `mini`. Names of other things built on one (`gpt-4-engineer`) do not fit.
 */
interface Family {
  readonly registry: Registry;
  readonly start: string;
  /** What must follow directly: a digit, one of these words, or anything that fits (also nothing). */
  readonly then: 'digit' | 'word' | 'any';
}

const WORDS = new Set(
  (
    'mini nano micro turbo preview latest instruct vision audio realtime search transcribe diarize tts codex pro flash lite fast exp experimental thinking think high low medium small large ' +
    'tiny xl hd image images edit api plus max ultra premier express text chat base sonnet opus haiku instant non reasoning deep research code coder embed embedding embeddings english multilingual ' +
    'arabic light nightly r a rerank reranker v generate generation live native dialog dialogue computer use beta next highspeed longcontext long versatile oss safeguard guard cloud fable mythos spark translate moderation ' +
    'saba ocr nemo moe mixtral mistral free online huge core edge airx air flashx x omni vl vlm tooluse default chatgpt customtools canvas qa lightning speech clip turbos it tool law finance multimodal context nova sonic reel ' +
    'upscale inpaint style structure reasoner speciale terminus prover maas ft whisper cyber daybreak zero labs mamba pixtral'
  ).split(' '),
);

function family(registry: Registry, then: Family['then'], starts: string): readonly Family[] {
  return starts.split(' ').map((start) => ({ registry, start, then }));
}

/** Longer starts before their own prefixes. */
const FAMILIES: readonly Family[] = [
  ...family('openai', 'digit', 'gpt- chatgpt- dall-e- whisper- tts- davinci- babbage- gpt-oss- sora-'),
  ...family(
    'openai',
    'any',
    'gpt-image gpt-realtime gpt-audio text-embedding-3- text-embedding-ada- text-similarity- text-search- text-davinci- text-curie- text-babbage- text-ada- code-davinci- omni-moderation- text-moderation- codex-mini computer-use-preview chatgpt-image',
  ),
  ...family(
    'anthropic',
    'digit',
    'claude- claude-v claude-instant-v claude-instant- claude-opus- claude-sonnet- claude-haiku- claude-mythos- claude-fable-',
  ),
  ...family('google', 'digit', 'gemini- imagen- veo- imagegeneration@ lyria-'),
  ...family(
    'google',
    'any',
    'gemini-pro gemini-ultra gemini-flash gemini-exp- gemini-embedding- text-bison chat-bison code-bison codechat-bison textembedding-gecko text-embedding-00 embedding-00 text-multilingual-embedding-00 multimodalembedding@ learnlm-',
  ),
  ...family(
    'mistral',
    'any',
    'mistral-tiny mistral-small mistral-medium mistral-large mistral-saba- mistral-embed mistral-moderation- mistral-ocr- open-mistral- open-mixtral- open-codestral- labs-devstral- labs-mistral- labs-leanstral- codestral- pixtral- magistral- devstral- voxtral- ministral-',
  ),
  ...family(
    'cohere',
    'any',
    'command-r command-a- command-light command-nightly embed-english- embed-multilingual- embed-v rerank-v rerank-english- rerank-multilingual- c4ai-aya- c4ai-command-',
  ),
  ...family('deepseek', 'word', 'deepseek-'),
  ...family('xai', 'digit', 'grok-'),
  ...family('xai', 'any', 'grok-beta grok-vision-beta grok-code-fast-'),
  ...family('alibaba', 'word', 'qwen- qwen3- qwen-vl- qwen3-vl-'),
  ...family('moonshot', 'digit', 'kimi-k'),
  ...family('moonshot', 'any', 'moonshot-v1- kimi-latest'),
  ...family('zhipu', 'digit', 'glm- cogview- cogvideox- embedding-'),
  ...family('minimax', 'digit', 'abab minimax-m MiniMax-M MiniMax-Text-'),
  ...family(
    'perplexity',
    'any',
    'llama-3-sonar- llama-3.1-sonar- sonar-pro sonar-reasoning sonar-deep-research sonar-small-online sonar-medium-online sonar-small-chat sonar-medium-chat pplx-7b- pplx-70b-',
  ),
  ...family(
    'ai21',
    'any',
    'jamba-1 jamba-large jamba-mini jamba-instruct j2-ultra j2-mid j2-light j2-grande',
  ),
  ...family(
    'voyage',
    'digit',
    'voyage- voyage-code- voyage-large- voyage-lite-0 voyage-law- voyage-finance- voyage-multilingual- voyage-multimodal- rerank-',
  ),
  ...family('reka', 'any', 'reka-core reka-flash reka-edge'),
  ...family('upstage', 'any', 'solar-pro solar-mini solar-1-mini solar-embedding-1'),
  ...family('amazon', 'word', 'nova-'),
  ...family(
    'other',
    'any',
    'jina-embeddings-v jina-embedding-b jina-clip-v jina-reranker- jina-colbert-v nomic-embed-text-v nomic-embed-vision-v',
  ),
  ...family(
    'other',
    'digit',
    'eleven_multilingual_v eleven_turbo_v eleven_flash_v eleven_monolingual_v eleven_english_sts_v eleven_multilingual_sts_v eleven_multilingual_ttv_v eleven_ttv_v eleven_v scribe_v',
  ),
];

const BY_LETTER: ReadonlyMap<number, readonly Family[]> = byLetter();

function byLetter(): ReadonlyMap<number, readonly Family[]> {
  const map = new Map<number, Family[]>();
  for (const entry of FAMILIES) {
    const code = entry.start.charCodeAt(0);
    map.set(code, [...(map.get(code) ?? []), entry]);
  }
  return map;
}

/** A name with a size is an open model's, whoever serves it. */
const SIZED = /-\d+(?:\.\d+)?b(?:-|$)/;

/** What Bedrock puts behind the name: some write it without the vendor before. */
const BEDROCK_VERSION = /^claude-[a-z\d-]+-v\d:\d$/;

/** OpenAI gives versions with a point all kinds of surnames; products built on one (`gpt-4-engineer`) have none. */
const DOTTED_GPT = /^gpt-\d\.\d-[a-z]{2,12}(?:-[a-z]{2,12})?$/;

const LONGEST = 80;

/** The service whose own model the name is by its form, or `undefined`. Names are compared as written: services use lower case. */
export function hostedRegistry(name: string): Registry | undefined {
  if (name.length < 2 || name.length > LONGEST) return undefined;
  if (name.charCodeAt(0) === 111 && isReasoningModel(name)) return 'openai';
  if (name.includes(':') && !name.startsWith('ft:') && !BEDROCK_VERSION.test(name)) return undefined;
  const base = name.startsWith('ft:')
    ? (name.slice(3).split(':', 1)[0] ?? '')
    : name.startsWith('databricks-')
      ? name.slice('databricks-'.length)
      : name;
  const registry = ownRegistry(base);
  return registry !== undefined && base !== name && !name.startsWith('ft:') ? 'other' : registry;
}

function ownRegistry(base: string): Registry | undefined {
  if (DOTTED_GPT.test(base)) return 'openai';
  const found = BY_LETTER.get(base.charCodeAt(0))?.find(
    ({ start, then }) => base.startsWith(start) && fits(base.slice(start.length), then),
  );
  return found?.registry === 'alibaba' && SIZED.test(base) ? undefined : found?.registry;
}

function fits(rest: string, then: Family['then']): boolean {
  if (then === 'digit' && !/^\d/.test(rest)) return false;
  const parts = rest.split(/[-.@_:]/).filter((part) => part !== '');
  if (then === 'word' && parts.length === 0) return false;
  return rest.length <= LONGEST && parts.length <= 9 && parts.every(isPart);
}

/** A version, date, size, or word that a service uses. */
function isPart(part: string): boolean {
  return WORDS.has(part) || /^(?:v|r|o|e|k|m|a|x|rev|exp|c|rc)?\d{1,10}(?:x\d+)?[a-z]{0,2}$/.test(part);
}

/** `o1`, `o3-mini`, `o1-preview-2024-09-12`: a letter and a digit, so nothing else may follow than what the service uses. */
function isReasoningModel(name: string): boolean {
  return (
    /^o[1345](?:-(?:mini|preview|pro|deep-research|mini-high))*(?:-\d{4}-\d{2}-\d{2}|-\d{4})?$/.test(name) ||
    name === 'o4-mini-deep-research'
  );
}

const FIRST_WORDS: ReadonlySet<string> = new Set(
  FAMILIES.map(({ start }) => start.split(/[^a-z]/, 1)[0] ?? '').filter((word) => word.length > 2),
);

/** Whether names of a service begin with this word. */
export function mayStartHosted(word: string): boolean {
  return FIRST_WORDS.has(word);
}

/** Names that are words of programs too, and what a text must speak of for them to be meant. */
export function speaksOf(name: string): readonly string[] | undefined {
  if (!name.startsWith('embedding-')) return undefined;
  return name.startsWith('embedding-00')
    ? ['google', 'gemini', 'vertex', 'palm']
    : ['zhipu', 'bigmodel', 'chatglm'];
}

/** How the names of the services begin. */
export function hostedStarts(): readonly string[] {
  return [...FAMILIES.map(({ start }) => start), 'o1', 'o3', 'o4', 'ft:'];
}

/** A name so short that only a strong place makes it one: `o1`, `o3`. */
export function isShortHosted(name: string): boolean {
  return name.length <= 3;
}
