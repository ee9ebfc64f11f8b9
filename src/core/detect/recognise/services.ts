import { atLeast, type Intent } from '../intent';
import { whole, type Match } from '../match';
import { bedrockId } from '../names/bedrock';
import { likenessOf } from '../names/families';
import { hostedRegistry, isShortHosted } from '../names/hosted';
import { hasFileEnding, hubId, isPathLike, isPlaceholder } from '../names/hubId';
import { isLibraryName, isModelTag, isOllamaLike, ollamaName } from '../names/ollama';
import { ownPath, splitProvider } from '../names/providerPath';
import type { Registry } from '../../vocabulary';
import type { Question } from './question';

/** Paths of a form that one service alone has. */
export function servicePath({ value, intent }: Question): Match | undefined {
  const path = ownPath(value);
  if (path === undefined || (intent.excluded && path.registry !== 'cloudflare' && path.registry !== 'nvidia') || isPlaceholder(value)) return undefined;
  if (!path.certain && !atLeast(intent, 'value') && likenessOf(path.id).family === '') return undefined;
  return { ...whole(value, path.registry, path.id, `path:${path.registry}`), start: path.start ?? 0, confidence: 'high' };
}

export function bedrock({ value, intent }: Question): Match | undefined {
  if (intent.excluded) return undefined;
  const found = bedrockId(value);
  if (found === undefined) return undefined;
  return { ...found, registry: 'bedrock', id: value.slice(found.start, found.end), evidence: 'form:bedrock', confidence: 'high' };
}

/** `openai/gpt-4o`, `groq/llama-3.3-70b-versatile`, `openai:chat:gpt-4o-mini`: a gateway's name for another service's model. */
export function gateway(question: Question): Match | undefined {
  const { value, intent, knowledge } = question;
  if (intent.excluded || value.includes('://') || isPlaceholder(value) || hasFileEnding(value)) return undefined;
  const path = splitProvider(value);
  if (path === undefined) return undefined;
  if (!path.rest.includes('/') && knowledge.knows(value, 'huggingface') && intent.registry === undefined) return undefined;
  const rest = afterEndpoint(path.rest);
  if (OWNERS_TOO.has(path.prefix.toLowerCase()) && !isServiceName(rest) && value.charAt(path.prefix.length) === '/') return undefined;
  if (!isModelOf(question, path.registry, rest)) return undefined;
  return { ...whole(value, registryOf(path.registry, rest, intent.registry), rest, intent.evidence === '' ? `provider:${path.prefix}` : intent.evidence) };
}

/** Prefixes that are owners on the Hub as well. */
const OWNERS_TOO = new Set('google nvidia openai mistralai mistral cohere deepseek minimax snowflake databricks amazon alibaba xai moonshot zai github vercel perplexity cloudflare reka upstage ai21 voyage replicate'.split(' '));

function isServiceName(name: string): boolean {
  return hostedRegistry(name) !== undefined || bedrockId(name) !== undefined;
}

/** Kinds of endpoints that stand between a provider and a model. */
function afterEndpoint(rest: string): string {
  const colon = rest.indexOf(':');
  if (colon > 0 && /^(?:text|feature|token|zero|summarization|sentence|fill|image|automatic)[a-z-]*:/.test(rest)) return rest.slice(colon + 1);
  return colon > 0 && ENDPOINTS.has(rest.slice(0, colon)) ? rest.slice(rest.startsWith('::', colon) ? colon + 2 : colon + 1) : rest;
}
const ENDPOINTS = new Set('chat completion messages embedding embeddings responses image moderation realtime assistant converse converse-stream knowledge-base invoke speech transcription vertex'.split(' '));

function isModelOf({ intent, knowledge }: Question, registry: Registry, rest: string): boolean {
  if (rest.length < 2) return false;
  if (hostedRegistry(rest) !== undefined) return !isShortHosted(rest) || atLeast(intent, 'value');
  if (bedrockId(rest) !== undefined || knowledge.knows(rest)) return atLeast(intent, 'loose') || rest.includes('-');
  if (registry === 'ollama' && isLibraryName(ollamaName(rest)?.name ?? '')) return atLeast(intent, 'value') || rest.includes(':');
  return rest.includes('/') ? isOwnedModel(intent, rest) : isUnownedModel(intent, rest);
}

function isOwnedModel(intent: Intent, rest: string): boolean {
  const id = hubId(rest.split(/[:@]/, 1)[0] ?? '');
  if (id === undefined || isPathLike(id)) return rest.startsWith('accounts/');
  const { score, family } = likenessOf(id.name);
  return (family !== '' && score >= 2) || atLeast(intent, 'model');
}

function isUnownedModel(intent: Intent, rest: string): boolean {
  const { score, family, ambiguous } = likenessOf(rest);
  if (family !== '' && score >= (ambiguous ? 3 : 2)) return true;
  return atLeast(intent, 'model') && (score >= 2 || (intent.strength === 'loader' && /^[\w.:-]+$/.test(rest) && /\d|-/.test(rest)));
}

function registryOf(prefix: Registry, rest: string, around: Registry | undefined): Registry {
  if (prefix === 'other') return hostedRegistry(rest) ?? around ?? 'other';
  return around === 'openrouter' ? 'openrouter' : prefix;
}

/** Names that the services give their own models. */
export function hosted({ value, site, intent, knowledge }: Question): Match | undefined {
  if (intent.excluded) return undefined;
  const byForm = hostedRegistry(value);
  if (byForm !== undefined) {
    if (isShortHosted(value) && !atLeast(intent, 'model')) return undefined;
    if (site.lexical === 'prose' && !value.includes('-')) return undefined;
    return whole(value, registryOfHosted(byForm, intent.registry, knowledge), value, intent.evidence === '' ? `form:${byForm}` : intent.evidence);
  }
  if (!atLeast(intent, 'model') || intent.strength === 'loader') return undefined;
  const found = knowledge.resolve(value);
  if (found !== undefined && value !== value.toLowerCase() && found.record.id !== value && found.registry !== 'azure') return undefined;
  if (found === undefined || found.registry === 'huggingface' || found.via === 'family') return undefined;
  if (!/[-\d]/.test(value) && found.registry !== intent.registry) return undefined;
  return whole(value, intent.registry ?? found.registry, value, intent.evidence);
}

/** Other services sell the same models under the same names. */
function registryOfHosted(byForm: Registry, around: Registry | undefined, knowledge: Question['knowledge']): Registry {
  if (around !== undefined && RESELLERS.has(around)) return around;
  if (byForm === 'openai' && around === undefined && knowledge.mentions('azure_openai')) return 'azure';
  return around === 'ollama' ? 'ollama' : byForm;
}
const RESELLERS = new Set<Registry>(['azure', 'groq', 'together', 'fireworks', 'openrouter', 'vertex', 'bedrock', 'cloudflare', 'nvidia', 'replicate']);

/** Names of Ollama's library. */
export function ollama({ value, site, intent, knowledge }: Question): Match | undefined {
  const split = ollamaName(value);
  if (split === undefined || isPlaceholder(value) || hasFileEnding(value)) return undefined;
  if (intent.excluded && !(/^\d[\d.]*b/.test(split.tag) && isOllamaLike(value))) return undefined;
  const evidence = intent.evidence === '' ? 'form:ollama' : intent.evidence;
  if (intent.registry === 'ollama' && atLeast(intent, 'model')) {
    return isLibraryName(split.name) || isModelTag(split.tag) || knowledge.knows(value, 'ollama') || ownedModel(split.name) ? whole(value, 'ollama', value, evidence) : undefined;
  }
  if (!isOllamaLike(value) && !knowledge.knows(value, 'ollama')) return undefined;
  if (!acceptsLibraryName(value, { site, intent, knowledge })) return undefined;
  return whole(value, 'ollama', value, evidence);
}

/** `owner/name` in Ollama's own registry. */
function ownedModel(name: string): boolean {
  return name.includes('/') && likenessOf(name.slice(name.indexOf('/') + 1)).family !== '';
}

function acceptsLibraryName(value: string, { site, intent, knowledge }: Omit<Question, 'value'>): boolean {
  const known = knowledge.knows(value, 'ollama');
  if (!known && likenessOf(value.split(':', 1)[0] ?? '').strange > 0) return false;
  if (value.includes(':')) return intent.strength !== 'loose' || known || knowledge.mentions('ollama');
  if (!/\d/.test(value)) return intent.strength === 'model' && knowledge.mentions('ollama');
  switch (intent.strength) {
    case 'loader': case 'model': return site.isKey !== true || known;
    case 'value': return knowledge.mentions('ollama') && (site.isKey !== true || known);
    case 'loose': return false;
    case 'text': return site.lexical === 'span' && knowledge.mentions('ollama');
  }
}
