import { pin, type Match } from '../match';
import { isModelLike, likenessOf } from '../../registries/names/families';
import { hasFileEnding, hubId, isPathLike, isPlaceholder, type HubId } from '../../registries/names/hubId';
import { hostedRegistry, isShortHosted } from '../../registries/names/hosted';
import { isSpacyPackage } from '../../registries/names/library';
import { isModelTag, isOllamaLike } from '../../registries/names/ollama';
import { bedrockId } from '../../registries/bedrock/ids';
import { splitProvider } from '../../registries/names/providerPath';
import { API_HOSTS } from '../../registries/tables';
import type { Registry } from '../../vocabulary';
import type { Question } from './question';
import { matchesOf } from '../../text/matches';
import { textBefore } from '../../text/pieces';

/** The part of a programming interface's path behind which a model's name follows. */
const BEFORE =
  /(?:^|\/)(?:v\d[a-z\d]*\/(?:models|engines)|openai\/deployments|engines|models|model)\/|[?&]model(?:_?id|_?name)?=/gi;

/** Addresses of files, databases and queues: what their parameters say is stored there, and nobody is asked for it. */
const STORE =
  /^(?:file|rediss?|valkeys?|postgres(?:ql)?|mysql|mariadb|mongodb(?:\+srv)?|sqlite|jdbc|amqps?|kafka|nats|mqtts?):/i;

/**
 * The name of a model in the path of a programming interface, with a host or without: `/v1/models/gpt-4o`,
 * `/models/owner/name`, `/openai/deployments/gpt-4o/chat/completions`, `/model/anthropic.claude-v2/invoke`,
 * `/chat?model=gpt-4o`.
 */
export function restPath(question: Question): Match | undefined {
  const { value, intent } = question;
  if (intent.excluded || !/[/?]/.test(value)) return undefined;
  if (STORE.test(value)) return undefined;
  for (const { index, 0: found } of matchesOf(value, BEFORE)) {
    const start = index + found.length;
    const mark = /^[/?&]/.test(found) ? found : `/${found}`;
    const publisher = /publishers\/[\w-]+$/.exec(textBefore(value, index, 60));
    if (publisher !== null && mark === '/models/')
      return published(question, index - publisher[0].length, start);
    const name = nameAt(question, start, mark);
    if (name !== undefined) return { ...name, start, end: start + name.end };
  }
  return undefined;
}

/** `publishers/google/models/name`, a method behind a colon left out. */
function published({ value }: Question, start: number, from: number): Match | undefined {
  const id = /^[\w.@-]+/.exec(value.slice(from))?.[0];
  return id === undefined || isPlaceholder(id)
    ? undefined
    : { start, end: from + id.length, registry: 'vertex', id, evidence: 'path:vertex' };
}

function nameAt(question: Question, start: number, mark: string): Match | undefined {
  const raw = question.value.slice(start).split(/[?#&]/, 1)[0] ?? '';
  const rest = raw.includes('%') ? raw.replace(ENCODED, decodedMark) : raw;
  const [first = '', second = ''] = rest.split('/', 2);
  const registry = API_HOSTS.find(([host]) => question.value.includes(host))?.[1];
  const both = second === '' ? undefined : owned(question, `${first}/${second}`, { mark, registry });
  const found = both ?? single(question, first, { mark, registry });
  return found && { ...found, end: rawLength(raw, found.end) };
}

/** The marks of ids that addresses encode: `/`, `:` and `@`. */
const ENCODED = /%(?:2f|3a|40)/gi;

function decodedMark(code: string): string {
  return String.fromCharCode(parseInt(code.slice(1), 16));
}

/** How much of an encoded text stands for so many characters of the decoded one. */
function rawLength(raw: string, decoded: number): number {
  let length = decoded;
  for (const { index } of matchesOf(raw, ENCODED)) if (index < length) length += 2;
  return length;
}

interface Interface {
  readonly mark: string;
  readonly registry: Registry | undefined;
}

function owned(question: Question, text: string, { mark, registry }: Interface): Match | undefined {
  const [bare = '', tag] = text.split(':', 2);
  if (tag !== undefined && !isModelTag(tag)) return undefined;
  const id = hubId(bare);
  if (id === undefined || isPlaceholder(text) || isPathLike(id)) return undefined;
  if (!isModelOf(id, { question, bare, mark })) return undefined;
  return {
    start: 0,
    end: text.length,
    registry: registry ?? 'huggingface',
    id: bare,
    evidence: `path:${mark}`,
  };
}

/** The name is known, or both the interface and the name say that it is a model. */
function isModelOf(
  id: HubId,
  { question, bare, mark }: { readonly question: Question; readonly bare: string; readonly mark: string },
): boolean {
  const { value, knowledge } = question;
  if (!isFolder(mark, value) && /models|=$/.test(mark) && isLikeModel(id, knowledge)) return true;
  return knowledge.knows(bare, 'huggingface') || isGatewayPath(bare);
}

/** Where no host stands before it, `/models/` may be a folder as well. */
function isFolder(mark: string, value: string): boolean {
  return mark === '/models/' && !value.includes('://');
}

function isLikeModel({ owner, name }: HubId, knowledge: Question['knowledge']): boolean {
  return isModelLike(name) || (likenessOf(name).family !== '' && knowledge.knowsOwner(owner));
}

/** `openai/gpt-4o` */
function isGatewayPath(text: string): boolean {
  return hostedRegistry(splitProvider(text)?.rest ?? '') !== undefined;
}

/** A method may follow behind a colon: `gemini-1.5-pro:generateContent`. */
function single(
  { value, knowledge }: Question,
  text: string,
  { mark, registry }: Interface,
): Match | undefined {
  const colon = text.indexOf(':');
  const isAsked = colon > 0 && /^:[a-z][A-Za-z]*$/.test(text.slice(colon));
  const name = isAsked ? text.slice(0, colon) : text;
  if (name.length < 2 || hasFileEnding(name) || isPlaceholder(name)) return undefined;
  const found = registryOfSingle(name, { mark, registry, isAsked }, knowledge);
  // A folder of the project's own may be called almost like a model of a service.
  if (found !== undefined && isFolder(mark, value) && knowledge.resolve(name, found) === undefined)
    return undefined;
  return found && { start: 0, end: name.length, registry: found, id: name, evidence: `path:${mark}` };
}

/** The registry of a name without an owner, as its form or the interface tells it. */
function registryOfSingle(
  name: string,
  { mark, registry, isAsked }: Interface & { readonly isAsked: boolean },
  knowledge: Question['knowledge'],
): Registry | undefined {
  if (bedrockId(name) !== undefined) return 'bedrock';
  if (mark === '/model/') return undefined;
  const hosted = hostedRegistry(name);
  if (hosted !== undefined && (isAsked || mark.length > '/models/'.length || !isShortHosted(name)))
    return registry ?? hosted;
  if (registry === 'openai' && isEngine(name, mark)) return registry;
  return mark !== '/models/' && isOfOllama(name, knowledge) ? 'ollama' : undefined;
}

/** `/v1/engines/davinci/completions`: how OpenAI's first interface named models. */
function isEngine(name: string, mark: string): boolean {
  return /engines\/$/.test(mark) && /^[a-z][a-z\d.-]+$/.test(name);
}

function isOfOllama(name: string, knowledge: Question['knowledge']): boolean {
  return /\d/.test(name) && (isOllamaLike(name) || knowledge.knows(name, 'ollama'));
}

/** `models/owner/name` of Gradio, which has a folder for each kind of thing that it loads. */
export function gradio({ value, intent }: Question): Match | undefined {
  if (intent.loader?.library !== 'gradio') return undefined;
  const rest = /^(?:models|huggingface)\//.exec(value)?.[0].length ?? 0;
  const id = value.slice(rest);
  if (rest === 0 || hubId(id) === undefined || isPlaceholder(id)) return undefined;
  return {
    start: 0,
    end: value.length,
    registry: 'huggingface',
    id,
    evidence: intent.evidence,
    confidence: 'high',
  };
}

/** The endpoints of fal.ai, whose paths tell the variant: `fal-ai/flux/dev`. Its repositories begin with `fal`. */
export function fal({ value, intent }: Question): Match | undefined {
  if (intent.excluded || !/^fal-ai\/(?!fal\b|serverless)[a-z\d][\w.-]*(?:\/[\w.-]+)*$/.test(value))
    return undefined;
  return {
    start: 0,
    end: value.length,
    registry: 'other',
    id: value,
    evidence: 'path:fal',
    confidence: 'high',
  };
}

/** A package of spaCy in an address, by the name of its archive: `…/en_core_sci_lg-0.5.3.tar.gz`. */
export function archivedPackage(value: string): Match | undefined {
  const found = /\/([a-z]{2,3}_[a-z\d_]+)-(\d[\d.]*)(?:\.tar\.gz|-py3-none-any\.whl)$/.exec(
    value.slice(-160),
  );
  if (found === null) return undefined;
  const [, id = '', version = ''] = found;
  if (!isSpacyPackage(id)) return undefined;
  const start = value.lastIndexOf('/') + 1;
  return {
    start,
    end: start + id.length,
    registry: 'spacy',
    id,
    evidence: 'form:spacy',
    revision: pin(version),
  };
}
