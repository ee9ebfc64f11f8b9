import type { ModelReference } from '../reference';
import type { Registry } from '../vocabulary';
import { isService } from './host';
import { whole, type Match } from './match';
import { likenessOf } from '../registries/names/families';
import { hostedRegistry, isShortHosted } from '../registries/names/hosted';
import { hasFileEnding, hubId, isPathLike, isPlaceholder } from '../registries/names/hubId';
import { isLibraryName } from '../registries/names/ollama';
import { mayEndWeights } from '../registries/names/starts';
import { weightsFile } from '../registries/names/weights';

/** Elements of a list that make their neighbors names too. */
const ENOUGH = 2;

/**
 * The names that were found in a list, and what they say about its other words. Each word is answered in constant
 * time.
 */
export class Neighbors {
  private readonly counts = new Map<Registry, number>();
  private readonly starts = new Map<string, Registry>();
  private ids = 0;
  /** Names of models that services run. */
  private hosted = 0;
  /** An address of the Hub or its like stands among them, so that a file beside it is what is got there. */
  private isDownload = false;

  /** @param listedOf whose name a word is as the catalog lists it, which alone says too little */
  constructor(
    found: readonly ModelReference[],
    private readonly listedOf: (word: string) => Registry | undefined,
  ) {
    for (const { registry, text, evidence } of found) {
      if (evidence[0]?.startsWith('url:') === true) this.isDownload = true;
      this.counts.set(registry, (this.counts.get(registry) ?? 0) + 1);
      if (registry === 'huggingface' && text.includes('/')) this.ids++;
      if (isService(registry)) this.hosted++;
      const start = startOf(text);
      if (start !== undefined && !this.starts.has(start)) this.starts.set(start, registry);
    }
  }

  /** What a word of the list names, or `undefined` where the neighbors do not make it a name. */
  matchOf(word: string): Match | undefined {
    const file = weightsFile(word, 'download');
    if (file !== undefined)
      return this.isDownload
        ? { ...file, registry: 'local', id: word.slice(file.start, file.end), evidence: 'siblings' }
        : undefined;
    const registry = this.registryOf(word);
    return registry && whole(word, registry, word, 'siblings');
  }

  private registryOf(word: string): Registry | undefined {
    if (word.includes('/')) return this.ids >= ENOUGH ? 'huggingface' : undefined;
    const alike = this.starts.get(startOf(word) ?? '');
    if (alike !== undefined) return alike;
    const hosted = hostedRegistry(word);
    if (hosted !== undefined)
      return this.counts.size - Number(this.counts.has('huggingface')) > 0 ? hosted : undefined;
    if (isLibraryName(word) && (this.counts.get('ollama') ?? 0) >= ENOUGH) return 'ollama';
    return isNumbered(word) && this.hosted >= ENOUGH ? this.listedOf(word) : undefined;
  }
}

/** A word that only its neighbors can make a name. */
export function mayBeSibling(word: string): boolean {
  if (
    mayEndWeights(word.charCodeAt(word.length - 2), word.charCodeAt(word.length - 1)) &&
    weightsFile(word, 'download') !== undefined
  )
    return true;
  if (hasFileEnding(word)) return false;
  if (word.includes('/')) return isIdLike(word);
  return (
    isLibraryName(word) ||
    (isShortHosted(word) && hostedRegistry(word) !== undefined) ||
    isVersionOfSomething(word) ||
    isNumbered(word)
  );
}

/** `step-1x-medium`: words and a number, as services call their models, and others what they have many of. */
function isNumbered(word: string): boolean {
  return /^[a-z][a-z\d.]*(?:-[a-z\d.]+)+$/.test(word) && /\d/.test(word);
}

/** Has the form of an id, and a digit in its name: no path, no placeholder. */
function isIdLike(word: string): boolean {
  const id = hubId(word);
  return id !== undefined && /\d/.test(id.name) && !isPathLike(id) && !isPlaceholder(word);
}

/** Two words and a version: enough to be one of several names that begin alike. */
function isVersionOfSomething(word: string): boolean {
  return /^[a-z]+-[a-z]+-[a-z\d.-]*\d/.test(word) && likenessOf(word).family !== '';
}

/** `stable-diffusion-` of `stable-diffusion-xl-1024-v1-0` and `stable-diffusion-v1-6`. */
function startOf(word: string): string | undefined {
  return /^[a-z]+-[a-z]+-/.exec(word)?.[0];
}
