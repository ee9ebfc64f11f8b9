import { isOnlyListed } from '../catalog/hostIndex';
import type { ServiceRecord } from '../catalog/hostRecords';
import type { Catalog, Resolution } from '../catalog/records';
import { isWrittenName } from '../catalog/writtenName';
import type { Registry } from '../vocabulary';
import { memoized } from '../text/memo';
import { COLON, DASH, DIGIT, DOT, LETTER, shapeOf, SIGN, UNDERSCORE } from '../text/shape';
import { bedrockId } from '../registries/bedrock/ids';
import { likenessOf, mayBeLike } from '../registries/names/families';
import { hostedRegistry } from '../registries/names/hosted';
import { hasFileEnding } from '../registries/names/hubId';
import { isJumpStart, isSpacyPackage, lmStudioName, webLlmRepository } from '../registries/names/library';
import { hostOfRegistry } from './host';
import { isOllamaLike } from '../registries/names/ollama';
import { hasWeightsEnding, weightsFile } from '../registries/names/weights';

/** What the catalog and the forms of names say of words, wherever they stand. Shared by all texts under one catalog. */
export interface Lexicon {
  resolve(spelling: string, registry?: Registry): Resolution | undefined;
  /** The name is written in the catalog, not merely derived by a rule. */
  knows(spelling: string, registry?: Registry): boolean;
  /**
   * The span of a file's name, at the end of a path or an address, that the catalog lists: `w600k_r50.onnx` need not be
   * like a model's.
   */
  listedFile(path: string): { readonly start: number; readonly end: number } | undefined;
  /** A name without its owner that is one publisher's model of the Hub, whatever joins its words. */
  knowsName(name: string): boolean;
  /** The maker's own calendar has the very name, so that no part of it says how another model is served. */
  isOwnName(name: string, registry: Registry): boolean;
  /** The calendar of a host has the very name and tells more of it than that it is there. */
  isTold(name: string, host: string): boolean;
  /** The known name of a service that a name differs from in a letter or two. */
  nearest(name: string, registry: Registry): string | undefined;
  /** The known name of a registry that has just these letters and digits, in lower case. */
  spelledOf(letters: string, registry: Registry): string | undefined;
  /** An owner of the Hub whose organization the catalog names. */
  knowsOwner(owner: string): boolean;
  /** Something in the word itself speaks for a model: where nothing does, only its place can. */
  mayBeName(word: string): boolean;
}

const lexicons = new WeakMap<Catalog, Lexicon>();

export function lexiconOf(catalog: Catalog): Lexicon {
  let lexicon = lexicons.get(catalog);
  if (lexicon === undefined) lexicons.set(catalog, (lexicon = createLexicon(catalog)));
  return lexicon;
}

function createLexicon(catalog: Catalog): Lexicon {
  const byRegistry = new Map<Registry | undefined, (spelling: string) => Resolution | undefined>();
  const resolve = (spelling: string, registry?: Registry): Resolution | undefined => {
    let remembered = byRegistry.get(registry);
    if (remembered === undefined)
      byRegistry.set(registry, (remembered = memoized((text) => catalog.resolve(text, registry))));
    return remembered(spelling);
  };
  const knows = (spelling: string, registry?: Registry): boolean => {
    if (registry !== undefined) return catalog.isWritten(spelling, registry);
    return isWrittenName(resolve(spelling));
  };
  /** By itself: spelling rules and families would only slow down what is nearly always no name. */
  const isWritten = (word: string): boolean =>
    word.includes('/') ? isOneSlash(word) && catalog.model(word) !== undefined : knows(word, 'huggingface');
  const listedFile = (path: string): { readonly start: number; readonly end: number } | undefined => {
    const query = path.search(/[?#]/);
    const end = query < 0 ? path.length : query;
    if (!hasWeightsEnding(path.slice(0, end))) return undefined;
    const start = Math.max(path.lastIndexOf('/', end), path.lastIndexOf('\\', end)) + 1;
    return knows(path.slice(start, end), 'local') ? { start, end } : undefined;
  };
  return {
    resolve,
    knows,
    listedFile,
    knowsName: memoized((name) => {
      if (name.includes('/') || !name.includes('-') || likenessOf(name).score < 2) return false;
      const found = resolve(name, 'huggingface');
      return found?.via === 'spelling' && found.record.registry === 'huggingface';
    }),
    isOwnName: (name, registry) => {
      const host = hostOfRegistry(registry);
      return host !== null && serviceCalled(catalog, host, name) !== undefined;
    },
    isTold: (name, host) => {
      const service = serviceCalled(catalog, host, name);
      return service !== undefined && !isOnlyListed(service);
    },
    nearest: (name, registry) => catalog.nearest(name, registry),
    spelledOf: (letters, registry) => catalog.spelledOf(letters, registry),
    knowsOwner: memoized((owner) => catalog.owner('huggingface', owner) !== undefined),
    mayBeName: memoized(
      (word) => speaksForModel(word) || isWritten(word) || listedFile(word) !== undefined,
      20_000,
    ),
  };
}

function isOneSlash(word: string): boolean {
  return (
    word.indexOf('/') === word.lastIndexOf('/') &&
    !word.startsWith('/') &&
    !word.endsWith('/') &&
    !hasFileEnding(word)
  );
}

/** Parts that addresses, lists, templates and paths of models have. */
const TELLING = [
  '://',
  ',',
  '{',
  '.co',
  '/models/',
  '/model/',
  'models/',
  '/resolve/',
  'model=',
  '?model',
  '&model',
  'fal-ai/',
];

/** What packages of models begin with, which have no other mark. */
const PACKAGES = ['spacy-model-', 'vosk-model-'];

/** A package of spaCy by the name of its archive. */
const WHEEL = /_(?:sm|md|lg|trf)-\d[\w.-]*\.(?:whl|tar\.gz)$/;

/** What words are made of that are neither addresses nor paths, lists, templates or names with tags. */
const UNMARKED = LETTER | DIGIT | DASH | UNDERSCORE;

function speaksForModel(word: string): boolean {
  const shape = shapeOf(word, 0, word.length);
  if ((shape & DASH) !== 0 && PACKAGES.some((start) => word.includes(start))) return true;
  if ((shape & ~UNMARKED) !== 0) {
    if (isTelling(word) || WHEEL.test(word)) return true;
    if (isPathOfFile(word)) return weightsFile(word) !== undefined;
    if (word.includes('/') && hostedRegistry(word.slice(word.lastIndexOf('/') + 1)) !== undefined)
      return true;
  }
  return isOfForm(word, shape) || isLike(word.slice(-160));
}

/** Its parts speak for a model. */
function isLike(name: string): boolean {
  if (!mayBeLike(name)) return false;
  const { family, score } = likenessOf(name);
  return family !== '' || score >= 2;
}

function isTelling(word: string): boolean {
  return (
    TELLING.some((part) => word.includes(part)) ||
    word.startsWith('@') ||
    /^[\w-]+\/[\w.-]+\/\w+\//.test(word)
  );
}

function isPathOfFile(word: string): boolean {
  return hasFileEnding(word) || word.startsWith('.') || word.startsWith('/') || word.startsWith('~');
}

/** Forms that services and libraries give the names of their own models, each with marks of which it has some. */
const FORMS: readonly { readonly marks: number; readonly fits: (word: string) => boolean }[] = [
  { marks: DOT, fits: (word) => bedrockId(word) !== undefined },
  { marks: DASH | UNDERSCORE, fits: isSpacyPackage },
  { marks: DASH, fits: isJumpStart },
  { marks: DIGIT | COLON, fits: isOllamaLike },
  { marks: DASH, fits: (word) => webLlmRepository(word) !== undefined },
  { marks: SIGN, fits: (word) => lmStudioName(word) !== undefined },
];

function isOfForm(word: string, shape: number): boolean {
  return (
    hostedRegistry(word) !== undefined || FORMS.some(({ marks, fits }) => (marks & shape) !== 0 && fits(word))
  );
}

/** What the calendar of a host has under the very name. */
function serviceCalled(catalog: Catalog, host: string, name: string): ServiceRecord | undefined {
  const own = catalog.service(host, name);
  const lower = name.toLowerCase();
  return own !== undefined && [own.id, ...own.aliases].some((one) => one.toLowerCase() === lower)
    ? own
    : undefined;
}
