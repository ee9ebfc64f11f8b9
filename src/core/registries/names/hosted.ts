import type { Registry } from '../../vocabulary';
import type { NameForm } from '../registry';
import { NAME_FORMS, type Of } from '../tables';

/**
 * The names that the hosted services give their own models, by their form: a start that is the service's, then parts that
 * are versions, dates, sizes or words such as `mini`. Names of other things built on one (`gpt-4-engineer`) do not fit.
 */

/** Words that the services use in their names. */
const WORDS = new Set(
  (
    'mini nano micro turbo preview latest instruct vision audio realtime search transcribe diarize tts codex pro flash lite fast exp experimental thinking think high low medium small large ' +
    'tiny xl hd image images edit api plus max ultra premier express text chat base sonnet opus haiku instant non reasoning deep research code coder embed embedding embeddings english multilingual ' +
    'arabic light nightly r a rerank reranker v generate generation live native dialog dialogue computer use beta next highspeed longcontext long versatile oss safeguard guard cloud fable mythos spark translate moderation ' +
    'saba ocr nemo moe mixtral mistral free online huge core edge airx air flashx x omni vl vlm tooluse default chatgpt customtools canvas qa lightning speech clip turbos it tool law finance multimodal context nova sonic reel ' +
    'upscale inpaint style structure reasoner speciale terminus prover maas ft whisper cyber daybreak zero labs mamba pixtral'
  ).split(' '),
);

const BY_LETTER: ReadonlyMap<number, readonly Of<NameForm>[]> = byLetter();

function byLetter(): ReadonlyMap<number, readonly Of<NameForm>[]> {
  const map = new Map<number, Of<NameForm>[]>();
  for (const entry of NAME_FORMS) {
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

function fits(rest: string, then: NameForm['then']): boolean {
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
  NAME_FORMS.map(({ start }) => start.split(/[^a-z]/, 1)[0] ?? '').filter((word) => word.length > 2),
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
  return [...NAME_FORMS.map(({ start }) => start), 'o1', 'o3', 'o4', 'ft:'];
}

/** A name so short that only a strong place makes it one: `o1`, `o3`. */
export function isShortHosted(name: string): boolean {
  return name.length <= 3;
}
