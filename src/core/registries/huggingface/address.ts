import { isModelLike } from '../names/families';
import { hubId, isBareHubName } from '../names/hubId';
import { spanOf, splitPath, type AddressPath, type NameInAddress, type PathSpan } from '../address';

/** Of the service for inference: the task stands before the model, `pipeline/feature-extraction/owner/name`. */
const PIPELINE = /^pipeline\/[a-z]+(?:-[a-z]+)*\//;

/** First parts of the Hub's paths that are no owner. */
const HUB_PAGES = new Set(
  (
    'datasets spaces docs blog papers collections models organizations settings join login pricing ' +
    'tasks learn posts new search enterprise support privacy terms-of-service chat front assets ' +
    'course ' +
    'inference-endpoints inference-api welcome autotrain languages metrics datasets-server brand ' +
    'changelog storage kernels buckets api resolve tokens notifications subscribers transformers ' +
    'huggingface.js ' +
    'avatars logos gradioiframe subscribe inference pro jobs agents mcp rss sitemap features contact ' +
    'about press careers shop content-policy code-of-conduct oauth discord security playground ' +
    'deploy support-center'
  ).split(' '),
);
const HUB_VIEWS = new Set('resolve tree blob raw commit commits discussions edit'.split(' '));
/** More views of a repository that name no revision. */
const OTHER_VIEWS = new Set(
  (
    'blame compare upload delete settings viewer embed info activity reports community duplicate ' +
    'history metrics tensorboard'
  ).split(' '),
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

/** The Hub's pages of models, files of them and paths of its API. */
export function readHubAddress(path: AddressPath): NameInAddress | undefined {
  const skip = prefixOf(path.parts.join('/'));
  const first = skip === undefined ? 0 : skip.split('/').length - 1;
  const [owner, name, view, revision] = partsFrom(path, first);
  if (owner === '' || (skip === undefined && isPage(owner, name, view))) return undefined;
  if (HUB_VIEWS.has(name) || name === '') return legacyHub(path, first, HUB_VIEWS.has(name));
  const { start, end, text } = withoutTag(spanOf(path, first, 2));
  if (hubId(text) === undefined) return undefined;
  return {
    start,
    end,
    id: text,
    ...(HUB_VIEWS.has(view) && revision !== '' && { revision: decoded(revision) }),
    ...(skip === undefined && isUncertain(name, view) && { uncertain: true }),
  };
}

/** What stands before the id in a path. */
function prefixOf(path: string): string | undefined {
  return PIPELINE.exec(path)?.[0] ?? HUB_PREFIXES.find((prefix) => path.startsWith(prefix));
}

/** The first four parts from one on, `''` for each that the path does not have. */
function partsFrom({ parts }: AddressPath, first: number): readonly [string, string, string, string] {
  const [owner = '', name = '', view = '', revision = ''] = parts.slice(first);
  return [owner, name, view, revision];
}

/** A page of the Hub, or one about an owner. A view of a repository has neither. */
function isPage(owner: string, name: string, view: string): boolean {
  return HUB_PAGES.has(owner) || (OWNER_PAGES.has(name) && !HUB_VIEWS.has(view));
}

/** What may follow an id is nothing, a view of the repository, or a file of it where somebody left out the view. */
function isUncertain(name: string, view: string): boolean {
  const isView = view === '' || view.includes('.') || HUB_VIEWS.has(view) || OTHER_VIEWS.has(view);
  return !isView && !isModelLike(name.split(/[:@]/, 1)[0] ?? '');
}

/** The Hub's first models have no owner; neither have the pages of owners, so the form alone is not certain. */
function legacyHub(path: AddressPath, first: number, hasView: boolean): NameInAddress | undefined {
  const { start, end, text } = withoutTag(spanOf(path, first, 1));
  if (!isBareHubName(text)) return undefined;
  const revision = hasView ? path.parts[first + 2] : undefined;
  return {
    start,
    end,
    id: text,
    ...(!hasView && { uncertain: true }),
    ...(revision !== undefined && revision !== '' && { revision: decoded(revision) }),
  };
}

/**
 * `hf.co/owner/name:Q4_K_M`, `hf.co/owner/name.git`: the quantization is no part of the id, nor is what Git puts behind
 * it, `@` and what follows is a revision.
 */
function withoutTag(part: PathSpan): PathSpan {
  const cut = part.text.search(/[:@]|\.git$/);
  return cut < 0 ? part : { start: part.start, end: part.start + cut, text: part.text.slice(0, cut) };
}

/** `hf://owner/name@revision/file`, read from behind the scheme. */
export function readHubScheme(address: string, from: number): NameInAddress | undefined {
  const path = splitPath(address, from);
  const first = path.parts[0] === 'models' && path.parts.length > 2 ? 1 : 0;
  if (path.parts[0] === 'datasets' || path.parts[0] === 'spaces') return undefined;
  const { start, text } = spanOf(path, first, 2);
  const at = text.indexOf('@');
  const { end, text: id } = withoutTag(spanOf(path, first, 2));
  if (hubId(id) === undefined) return undefined;
  return { start, end, id, ...(at > 0 && { revision: text.slice(at + 1) }) };
}

function decoded(part: string): string {
  return part.replace(/%2[fF]/g, '/');
}
