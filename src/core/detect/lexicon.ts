import type { Catalog, Resolution } from '../catalog/records';
import type { Registry } from '../vocabulary';
import { memoized } from '../text/memo';
import { bedrockId } from '../registries/bedrock/ids';
import { likenessOf } from '../registries/names/families';
import { hostedRegistry } from '../registries/names/hosted';
import { hasFileEnding } from '../registries/names/hubId';
import { isJumpStart, isSpacyPackage, lmStudioName, webLlmRepository } from '../registries/names/library';
import { isOllamaLike } from '../registries/names/ollama';
import { weightsFile } from '../registries/names/weights';

/** What the catalog and the forms of names say of words, wherever they stand. Shared by all texts under one catalog. */
export interface Lexicon {
  resolve(spelling: string, registry?: Registry): Resolution | undefined;
  /** The name is written in the catalog, not merely derived by a rule. */
  knows(spelling: string, registry?: Registry): boolean;
  /** A name without its owner that is one publisher's model of the Hub, whatever joins its words. */
  knowsName(name: string): boolean;
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
    const via = resolve(spelling)?.via;
    return via === 'id' || via === 'alias';
  };
  /** By itself: spelling rules and families would only slow down what is nearly always no name. */
  const isWritten = (word: string): boolean =>
    word.includes('/') ? isOneSlash(word) && catalog.model(word) !== undefined : knows(word, 'huggingface');
  return {
    resolve,
    knows,
    knowsName: memoized((name) => {
      if (name.includes('/') || !name.includes('-') || likenessOf(name).score < 2) return false;
      const found = resolve(name, 'huggingface');
      return found?.via === 'spelling' && found.record.registry === 'huggingface';
    }),
    nearest: (name, registry) => catalog.nearest(name, registry),
    spelledOf: (letters, registry) => catalog.spelledOf(letters, registry),
    knowsOwner: memoized((owner) => catalog.owner('huggingface', owner) !== undefined),
    mayBeName: memoized((word) => speaksForModel(word) || isWritten(word), 50_000),
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
  'model=',
  'fal-ai/',
  'spacy-model-',
  'vosk-model-',
];

/** A package of spaCy by the name of its archive. */
const WHEEL = /_(?:sm|md|lg|trf)-\d[\w.-]*\.(?:whl|tar\.gz)$/;

function speaksForModel(word: string): boolean {
  if (isTelling(word) || WHEEL.test(word)) return true;
  if (isPathOfFile(word)) return weightsFile(word) !== undefined;
  if (word.includes('/') && hostedRegistry(word.slice(word.lastIndexOf('/') + 1)) !== undefined) return true;
  if (isOfForm(word)) return true;
  const { family, score } = likenessOf(word.slice(-160));
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

/** A name of the form that a service or library gives its own models. */
function isOfForm(word: string): boolean {
  return (
    hostedRegistry(word) !== undefined ||
    bedrockId(word) !== undefined ||
    isSpacyPackage(word) ||
    isJumpStart(word) ||
    isOllamaLike(word) ||
    webLlmRepository(word) !== undefined ||
    lmStudioName(word) !== undefined
  );
}
