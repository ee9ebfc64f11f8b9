import type { Registry } from '../../vocabulary';
import type { NameForm } from '../registry';
import { memoized } from '../../text/memo';
import { servedName } from './served';
import { NAME_FORMS, NAME_PREFIXES, type Of } from '../tables';

/**
 * The names that the hosted services give their own models, by their form: a start that is the service's, then parts
 * that are versions, dates, sizes or words such as `mini`. Names of other things built on one (`gpt-4-engineer`) do
 * not fit.
 */

/** Words that the services use in their names. */
const WORDS = new Set(
  (
    'mini nano micro turbo preview latest instruct vision audio realtime search transcribe diarize ' +
    'tts codex pro flash lite fast exp experimental thinking think high low medium small large ' +
    'tiny xl hd image images edit api plus max ultra premier express text chat base sonnet opus ' +
    'haiku instant non reasoning deep research code coder embed embedding embeddings english ' +
    'multilingual ' +
    'arabic light nightly r a rerank reranker v generate generation live native dialog dialogue ' +
    'computer use beta next highspeed longcontext long versatile oss safeguard guard cloud fable ' +
    'mythos spark translate moderation ' +
    'saba ocr nemo moe mixtral mistral free online huge core edge airx air flashx x omni vl vlm ' +
    'tooluse default chatgpt customtools canvas qa lightning speech clip turbos it tool law finance ' +
    'multimodal context nova sonic reel ' +
    'upscale inpaint style structure reasoner speciale terminus prover maas ft whisper cyber ' +
    'daybreak zero labs mamba pixtral'
  ).split(' '),
);

/** By their first letters, longer starts before their own beginnings. */
const BY_LETTER: ReadonlyMap<number, readonly Of<NameForm>[]> = byLetter();

function byLetter(): ReadonlyMap<number, readonly Of<NameForm>[]> {
  const map = new Map<number, Of<NameForm>[]>();
  for (const entry of NAME_FORMS) {
    const code = entry.start.charCodeAt(0);
    map.set(code, [...(map.get(code) ?? []), entry]);
  }
  // `gpt-35-` is Azure's, though `gpt-` is OpenAI's.
  for (const entries of map.values()) entries.sort((one, other) => other.start.length - one.start.length);
  return map;
}

/** A name with a size is an open model's, whoever serves it. */
const SIZED = /-\d+(?:\.\d+)?b(?:-|$)/;

const LONGEST = 80;

/** What fine-tuned models of a service have before the name of their base. */
const TUNED = 'ft:';

/** Whether a name is of what a customer of a service trained on one of its models: `ft:gpt-4o-mini:acme::abc`. */
export function isFineTune(id: string): boolean {
  return servedName(id).name.startsWith(TUNED);
}

/**
 * The service whose own model the name is by its form, or `undefined`. Names are compared as written: services use
 * lower case.
 */
export function hostedRegistry(text: string): Registry | undefined {
  return mayBegin(text.charCodeAt(0), text.charCodeAt(1)) ? remembered(text) : undefined;
}

const remembered = memoized(serviceOf);

/** Which two characters begin names of services' models: most words are put aside by them, and not remembered. */
const BEGINNINGS: Uint8Array = beginnings();

function beginnings(): Uint8Array {
  const table = new Uint8Array(128 * 128);
  for (const start of hostedStarts()) {
    const row = start.charCodeAt(0) * 128;
    if (start.length > 1) table[row + start.charCodeAt(1)] = 1;
    else table.fill(1, row, row + 128);
  }
  return table;
}

function mayBegin(first: number, second: number): boolean {
  return first < 128 && second < 128 && BEGINNINGS[first * 128 + second] === 1;
}

function serviceOf(text: string): Registry | undefined {
  if (text.length < 2 || text.length > LONGEST) return undefined;
  const { name } = servedName(text);
  if (name.startsWith(TUNED)) return formOf(name.slice(TUNED.length).split(':', 1)[0] ?? '')?.registry;
  if (name.includes(':')) return undefined;
  const own = formOf(name);
  if (own !== undefined) return own.registry;
  const seller = NAME_PREFIXES.find(({ prefix }) => name.startsWith(prefix));
  return seller && formOf(name.slice(seller.prefix.length)) && seller.registry;
}

/** The service whose names begin like this one, whether or not the rest has their form: `claude-sonet-4-5`. */
export function registryOfStart(name: string): Registry | undefined {
  return BY_LETTER.get(name.charCodeAt(0))?.find(({ start }) => name.startsWith(start))?.registry;
}

function formOf(name: string): Of<NameForm> | undefined {
  return BY_LETTER.get(name.charCodeAt(0))?.find((form) => isOfForm(name, form));
}

function isOfForm(name: string, { start, then, whole, isUnsized }: NameForm): boolean {
  if (!name.startsWith(start) || (isUnsized === true && SIZED.test(name))) return false;
  return whole === undefined ? fits(name.slice(start.length), then) : whole.test(name);
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

const FIRST_WORDS: ReadonlySet<string> = new Set(
  NAME_FORMS.map(({ start }) => start.split(/[^a-z]/, 1)[0] ?? '').filter((word) => word.length > 2),
);

/** Whether names of a service begin with this word. */
export function mayStartHosted(word: string): boolean {
  return FIRST_WORDS.has(word);
}

/** What a text must speak of for a name to be meant that is one of programs too. */
export const speaksOf = memoized((name) => formOf(servedName(name).name)?.subjects, 4_000);

/** How the names of the services begin. */
export function hostedStarts(): readonly string[] {
  return [...NAME_FORMS.map(({ start }) => start), ...NAME_PREFIXES.map(({ prefix }) => prefix), TUNED];
}

/** A name so short that only a strong place makes it one: `o1`, `o3`. */
export function isShortHosted(name: string): boolean {
  return name.length <= 3;
}
