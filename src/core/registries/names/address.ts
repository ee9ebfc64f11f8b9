import type { Registry } from '../../vocabulary';
import { isModelLike } from './families';
import { hubId, isBareHubName } from './hubId';

/** Where in an address a model is named, and which. */
export interface AddressName {
  /** Offsets in the address. */
  readonly start: number;
  readonly end: number;
  readonly registry: Registry;
  readonly id: string;
  /** The revision in the path (`/resolve/191239b/`), percent-decoded. */
  readonly revision?: string;
  /** The form leaves open whether this is a model: only the catalog can tell. */
  readonly uncertain?: boolean;
}

/** First parts of the Hub's paths that are no owner. */
const HUB_PAGES = new Set(
  (
    'datasets spaces docs blog papers collections models organizations settings join login pricing tasks learn posts new search enterprise support privacy terms-of-service chat front assets course ' +
    'inference-endpoints inference-api welcome autotrain languages metrics datasets-server brand changelog storage kernels buckets api resolve tokens notifications subscribers transformers huggingface.js ' +
    'avatars logos gradioiframe subscribe inference pro jobs agents mcp rss sitemap features contact about press careers shop content-policy code-of-conduct oauth discord security playground deploy support-center'
  ).split(' '),
);
const HUB_VIEWS = new Set('resolve tree blob raw commit commits discussions edit'.split(' '));
/** More views of a repository that name no revision. */
const OTHER_VIEWS = new Set(
  'blame compare upload delete settings viewer embed info activity reports community duplicate history metrics tensorboard'.split(
    ' ',
  ),
);
/** Pages about an owner, where another owner's repository has its name. */
const OWNER_PAGES = new Set(
  'models datasets spaces collections papers activity posts likes followers following'.split(' '),
);
/** Paths of the Hub's own programming interface before an id. */
const HUB_PREFIXES = [
  'api/models/',
  'models/',
  'hf-inference/models/',
  'hf-inference/',
  'api/resolve-cache/models/',
];

type Reader = (path: Path) => AddressName | undefined;

/** The path of an address: its parts, and where each starts. */
interface Path {
  readonly parts: readonly string[];
  readonly starts: readonly number[];
}

const HOSTS: readonly (readonly [host: string, read: Reader])[] = [
  ['huggingface.co', hub],
  ['www.huggingface.co', hub],
  ['hf.co', hub],
  ['hf-mirror.com', hub],
  ['api-inference.huggingface.co', hub],
  ['router.huggingface.co', hub],
  ['ollama.com', ollama],
  ['ollama.ai', ollama],
  ['registry.ollama.ai', ollama],
  ['www.ollama.com', ollama],
  ['modelscope.cn', modelScope],
  ['www.modelscope.cn', modelScope],
  ['modelscope.ai', modelScope],
  ['www.modelscope.ai', modelScope],
  ['kaggle.com', kaggle],
  ['www.kaggle.com', kaggle],
  ['tfhub.dev', tfHub],
  ['replicate.com', replicate],
  ['www.replicate.com', replicate],
  ['build.nvidia.com', ownerAndName('nvidia')],
  ['openrouter.ai', ownerAndName('openrouter')],
  ['openmodeldb.info', page('openmodeldb.info')],
  ['civitai.com', page('civitai.com')],
  ['www.civitai.com', page('civitai.com')],
  ['hub.docker.com', docker],
  ['github.com', spacyRelease],
  ['generativelanguage.googleapis.com', endpoint('google', 'models')],
  ['aiplatform.googleapis.com', vertex],
  ['api.cloudflare.com', cloudflare],
  ['api.replicate.com', ownersUnder('replicate', 'models')],
  ['api-inference.modelscope.cn', modelScope],
];

const LONGEST = 2_000;

/** The model that an address names. `address` begins with a scheme or with a host that is known here. */
export function addressName(address: string): AddressName | undefined {
  if (address.length > LONGEST) return undefined;
  const scheme = address.indexOf('://');
  if (scheme >= 0 && address.slice(0, scheme) === 'hf') return hubScheme(address, scheme + 3);
  const hostStart = scheme < 0 ? 0 : scheme + 3;
  const slash = address.indexOf('/', hostStart);
  if (slash < 0) return undefined;
  const host = address.slice(hostStart, slash).toLowerCase();
  const read = HOSTS.find(([name]) => name === host)?.[1] ?? readEndpoint(host);
  return read?.(split(address, slash + 1));
}

/** Hosts of services that have the region or the account in their name. */
function readEndpoint(host: string): Reader | undefined {
  if (host.endsWith('-aiplatform.googleapis.com')) return vertex;
  if (host.endsWith('.openai.azure.com') || host.endsWith('.cognitiveservices.azure.com'))
    return endpoint('azure', 'deployments');
  if (host.startsWith('bedrock-runtime.')) return endpoint('bedrock', 'model');
  return undefined;
}

/** `publishers/google/models/name`, a method behind a colon left out. */
function vertex(path: Path): AddressName | undefined {
  const at = path.parts.indexOf('publishers');
  const last = path.parts[at + 3] ?? '';
  if (at < 0 || path.parts[at + 2] !== 'models' || last === '') return undefined;
  const { start, end } = named(path, at, 4);
  const id = last.split(':', 1)[0] ?? '';
  return { start, end: end - (last.length - id.length), registry: 'vertex', id };
}

function cloudflare(path: Path): AddressName | undefined {
  const at = path.parts.findIndex((part) => part === '@cf' || part === '@hf');
  if (at < 0) return undefined;
  const { start, end, text } = named(path, at, path.parts.length - at);
  return { start, end, registry: 'cloudflare', id: text };
}

function ownersUnder(registry: Registry, before: string): Reader {
  return (path) => {
    const at = path.parts.indexOf(before);
    const { start, end, text } = named(path, at + 1, 2);
    return at < 0 || hubId(text) === undefined ? undefined : { start, end, registry, id: text };
  };
}

/** The path segment behind `models` names the model; a method may follow behind a colon. */
function endpoint(registry: Registry, before: string): Reader {
  return (path) => {
    const at = path.parts.lastIndexOf(before);
    const part = path.parts[at + 1] ?? '';
    const id = registry === 'bedrock' ? part : (part.split(':', 1)[0] ?? '');
    const start = path.starts[at + 1] ?? 0;
    return at < 0 || !/^[\w.@:-]+$/.test(id) || !/\d/.test(id)
      ? undefined
      : { start, end: start + id.length, registry, id };
  };
}

function split(address: string, from: number): Path {
  let end = address.length;
  for (let i = from; i < end; i++) if ('?#'.includes(address.charAt(i))) end = i;
  const parts = address.slice(from, end).split('/');
  const starts: number[] = [];
  let at = from;
  for (const part of parts) {
    starts.push(at);
    at += part.length + 1;
  }
  return { parts, starts };
}

function named(path: Path, first: number, count: number): { start: number; end: number; text: string } {
  const last = first + count - 1;
  return {
    start: path.starts[first] ?? 0,
    end: (path.starts[last] ?? 0) + (path.parts[last] ?? '').length,
    text: path.parts.slice(first, last + 1).join('/'),
  };
}

function hub(path: Path): AddressName | undefined {
  const skip = HUB_PREFIXES.find((prefix) => path.parts.join('/').startsWith(prefix));
  const first = skip === undefined ? 0 : skip.split('/').length - 1;
  const [owner = '', name = '', view = '', revision = ''] = path.parts.slice(first);
  if (owner === '' || (skip === undefined && HUB_PAGES.has(owner))) return undefined;
  if (HUB_VIEWS.has(name) || name === '') return legacyHub(path, first, HUB_VIEWS.has(name));
  if (skip === undefined && OWNER_PAGES.has(name) && !HUB_VIEWS.has(view)) return undefined;
  const { start, end, text } = withoutTag(named(path, first, 2));
  if (hubId(text) === undefined) return undefined;
  return {
    start,
    end,
    registry: 'huggingface',
    id: text,
    ...(HUB_VIEWS.has(view) && revision !== '' && { revision: decoded(revision) }),
    ...(skip === undefined && isUncertain(name, view) && { uncertain: true }),
  };
}

/** What may follow an id is nothing, a view of the repository, or a file of it where somebody left out the view. */
function isUncertain(name: string, view: string): boolean {
  const isView = view === '' || view.includes('.') || HUB_VIEWS.has(view) || OTHER_VIEWS.has(view);
  return !isView && !isModelLike(name.split(/[:@]/, 1)[0] ?? '');
}

/** The Hub's first models have no owner; neither have the pages of owners, so the form alone is not certain. */
function legacyHub(path: Path, first: number, hasView: boolean): AddressName | undefined {
  const { start, end, text } = withoutTag(named(path, first, 1));
  if (!isBareHubName(text)) return undefined;
  const revision = hasView ? path.parts[first + 2] : undefined;
  return {
    start,
    end,
    registry: 'huggingface',
    id: text,
    ...(!hasView && { uncertain: true }),
    ...(revision !== undefined && revision !== '' && { revision: decoded(revision) }),
  };
}

/** `hf.co/owner/name:Q4_K_M`: the quantization is no part of the id, `@` and what follows is a revision. */
function withoutTag(part: { start: number; end: number; text: string }): {
  start: number;
  end: number;
  text: string;
} {
  const cut = part.text.search(/[:@]/);
  return cut < 0 ? part : { start: part.start, end: part.start + cut, text: part.text.slice(0, cut) };
}

function hubScheme(address: string, from: number): AddressName | undefined {
  const path = split(address, from);
  const first = path.parts[0] === 'models' && path.parts.length > 2 ? 1 : 0;
  if (path.parts[0] === 'datasets' || path.parts[0] === 'spaces') return undefined;
  const { start, text } = named(path, first, 2);
  const at = text.indexOf('@');
  const { end, text: id } = withoutTag(named(path, first, 2));
  if (hubId(id) === undefined) return undefined;
  return { start, end, registry: 'huggingface', id, ...(at > 0 && { revision: text.slice(at + 1) }) };
}

function ollama(path: Path): AddressName | undefined {
  const [owner = '', name = ''] = path.parts;
  if (owner === 'library')
    return name === '' ? undefined : { ...span(path, 1, 1), registry: 'ollama', id: name };
  if (OLLAMA_PAGES.has(owner) || name === '' || path.parts.length > 3) return undefined;
  const { start, end, text } = named(path, 0, 2);
  return { start, end, registry: 'ollama', id: text };
}

const OLLAMA_PAGES = new Set(
  'v1 blog search download public models settings api docs cloud pricing signup signin connect privacy terms install.sh v2'.split(
    ' ',
  ),
);

function span(path: Path, first: number, count: number): { start: number; end: number } {
  const { start, end } = named(path, first, count);
  return { start, end };
}

/** `/models/owner/name`, `/api/v1/models/owner/name`, or `/owner/name` where a repository is cloned. */
function modelScope(path: Path): AddressName | undefined {
  const first =
    path.parts.indexOf('models') === 2 && path.parts[0] === 'api' ? 3 : path.parts[0] === 'models' ? 1 : 0;
  if (path.parts.length < first + 2 || (first === 0 && !(path.parts[1] ?? '').endsWith('.git')))
    return undefined;
  const { start, end, text } = named(path, first, 2);
  const id = text.endsWith('.git') ? text.slice(0, -4) : text;
  return hubId(id) && { start, end: end - (text.length - id.length), registry: 'modelscope', id };
}

/** `/models/owner/model/framework/variation/version`: the whole path is the handle. */
function kaggle(path: Path): AddressName | undefined {
  return path.parts[0] === 'models' && path.parts.length >= 3 ? handle(path, 1) : undefined;
}

/** `publisher/name/version`; TensorFlow Hub's models moved to Kaggle. */
function tfHub(path: Path): AddressName | undefined {
  return path.parts.length >= 2 && path.parts[1] !== 'collections' ? handle(path, 0) : undefined;
}

function handle(path: Path, first: number): AddressName | undefined {
  let count = path.parts.length - first;
  while (count > 0 && path.parts[first + count - 1] === '') count--;
  const { start, end, text } = named(path, first, count);
  return /^[\w./-]+$/.test(text) ? { start, end, registry: 'kaggle', id: text } : undefined;
}

function ownerAndName(registry: Registry): Reader {
  return (path) => {
    const { start, end, text } = named(path, 0, 2);
    return hubId(text) && { start, end, registry, id: text, uncertain: true };
  };
}

function replicate(path: Path): AddressName | undefined {
  const { start, end, text } = named(path, 0, 2);
  return hubId(text) === undefined || REPLICATE_PAGES.has(path.parts[0] ?? '')
    ? undefined
    : { start, end, registry: 'replicate', id: text };
}

/** First parts of Replicate's paths that are no owner. */
const REPLICATE_PAGES = new Set(
  'docs collections explore blog account pricing about home login signin api support terms privacy changelog invites p playground deployments guides showcase enterprise static'.split(
    ' ',
  ),
);

function docker(path: Path): AddressName | undefined {
  const at = path.parts.indexOf('ai');
  if (at < 0 || path.parts.length < at + 2 || path.parts.includes('namespaces')) return undefined;
  const { start, end, text } = named(path, at, 2);
  return { start, end, registry: 'docker', id: text };
}

/**
 * A model's own page on a site that is no registry for programs, which numbers its models or puts their scale first: the address is
 * the name. Civitai's downloads have addresses of their own.
 */
function page(site: string): Reader {
  return (path) => {
    const at = path.parts.indexOf('models');
    const before = path.parts.slice(0, Math.max(0, at)).join('/');
    if (
      at < 0 ||
      (before !== '' && before !== 'api/download') ||
      !/^\d[\w.-]*$/.test(path.parts[at + 1] ?? '')
    )
      return undefined;
    const { end, text } = named(path, 0, at + 2);
    return { start: 0, end, registry: 'other', id: `${site}/${text}` };
  };
}

/** spaCy's models are released as wheels: the package name is the model. */
function spacyRelease(path: Path): AddressName | undefined {
  if (!path.parts.includes('spacy-models') && !path.parts.includes('scispacy')) return undefined;
  const at = path.parts.indexOf('download');
  const tag = path.parts[at + 1] ?? '';
  const dash = tag.indexOf('-');
  if (at < 0 || dash <= 0) return undefined;
  const start = path.starts[at + 1] ?? 0;
  return {
    start,
    end: start + dash,
    registry: 'spacy',
    id: tag.slice(0, dash),
    revision: tag.slice(dash + 1),
  };
}

function decoded(part: string): string {
  return part.replace(/%2[fF]/g, '/');
}
