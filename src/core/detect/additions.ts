import { hasFileEnding, isPlaceholder } from '../registries/names/hubId';
import { SERVICES } from '../registries/tables';
import type { Registry } from '../vocabulary';
import { atLeast, lastName, type Intent } from './intent';
import { keyWords } from './signatures/keys';
import type { Loader } from './signatures/loaders';
import { whole, type Match } from './match';
import { nearestKey, type Site } from './site';

/** What a project says of its own code, so that models are found where no library that is known takes them. */
export interface DetectionAdditions {
  /**
   * Calls whose first argument, or argument for a model, is one, and the registry in which it is spelled:
   * `acme.load_llm`.
   */
  readonly loaders: ReadonlyMap<string, Registry>;
  /**
   * Names of settings, properties, variables and flags whose value is a model, however their words are joined:
   * `engineName`.
   */
  readonly keys: ReadonlyMap<string, Registry>;
  /** What stands before a name, and a `/` or `:`, and the registry of what follows: `corp/gpt-4o`. */
  readonly prefixes: ReadonlyMap<string, Registry>;
  /** Models that the project describes: a place for a model that has such a name names it, whatever it looks like. */
  readonly names: ReadonlySet<string>;
}

/** Whether a project adds nothing. */
export function isEmpty({ loaders, keys, prefixes, names }: DetectionAdditions): boolean {
  return loaders.size + keys.size + prefixes.size + names.size === 0;
}

/** A call that the project adds. */
interface OwnLoader {
  readonly name: string;
  readonly registry: Registry;
}

/**
 * A call of the project's own that gets weights, as those of libraries are: whatever client stands beside it, they are
 * not asked for there. A service is asked, whoever its client is.
 */
function loaderNamed({ name, registry }: OwnLoader): Loader | undefined {
  return SERVICES.has(registry)
    ? undefined
    : { names: [lastName(name)], library: name, role: 'loads', positions: [0], keywords: [], registry };
}

/** The additions of a project, made ready to be asked for each value. */
export class Additions {
  private readonly keys: ReadonlyMap<string, Registry>;
  private readonly lastNames: ReadonlySet<string>;

  constructor(private readonly given: DetectionAdditions) {
    this.keys = new Map([...given.keys].map(([key, registry]) => [plain(key), registry]));
    this.lastNames = new Set([...given.loaders.keys()].map(lastName));
  }

  /** Whether a value of this key, or an argument of this call, may be a model whatever it looks like. */
  promises(callee: string, key: string): boolean {
    return this.lastNames.has(lastName(callee)) || this.keys.has(plain(key));
  }

  /** What the project says of a place; `undefined` for every other. */
  intentOf(site: Site): Intent | undefined {
    const loader = this.loaderAt(site);
    const key = this.keyOf(site);
    const registry = loader?.registry ?? (key === undefined ? undefined : this.keys.get(plain(key)));
    if (registry === undefined) return undefined;
    return {
      strength: loader === undefined ? 'model' : 'loader',
      excluded: false,
      registry,
      role: SERVICES.has(registry) ? 'calls' : 'loads',
      loader: loader && loaderNamed(loader),
      evidence: loader === undefined ? `key:${key ?? ''}` : `loader:${loader.name}`,
      isStated: true,
    };
  }

  /** The project's key for a value, an element of a list, or the model of a record in one: `[{ modelId: … }]`. */
  private keyOf(site: Site): string | undefined {
    if (site.isKey === true) return undefined;
    const [around = ''] = site.parents;
    const own = nearestKey(site);
    const isOfRecord = !this.keys.has(plain(own)) && MODEL_KEY.test(site.key) && this.keys.has(plain(around));
    return isOfRecord ? around : own;
  }

  /** A value that is a model by its place alone, or by a place for models and what the project says of the name. */
  named(
    value: string,
    { site, intent: told }: { readonly site: Site; readonly intent: Intent },
  ): Match | undefined {
    if (this.given.names.has(value) && !told.excluded && atLeast(told, 'model'))
      return whole(value, told.registry ?? 'other', value, told.evidence);
    const intent = this.intentOf(site);
    return intent?.registry === undefined || !NAME.test(value) || isPlaceholder(value) || hasFileEnding(value)
      ? undefined
      : whole(value, intent.registry, value, intent.evidence);
  }

  /** `corp/gpt-4o`, where the project says that `corp` stands before names of a registry. */
  prefixed(value: string): Match | undefined {
    const at = value.search(/[/:]/);
    const prefix = value.slice(0, at);
    const registry = at > 0 ? this.given.prefixes.get(prefix) : undefined;
    const id = value.slice(at + 1);
    return registry === undefined || !NAME.test(id)
      ? undefined
      : { start: 0, end: value.length, registry, id, evidence: `provider:${prefix}`, confidence: 'high' };
  }

  /** The call of the project whose model a place is. */
  private loaderAt({ call, key }: Site): OwnLoader | undefined {
    return call !== undefined && (key === '' ? call.argument === 0 : MODEL_KEY.test(key))
      ? this.loaderOf(call.callee)
      : undefined;
  }

  /** The entry that a called name is, or ends in behind a point. */
  private loaderOf(callee: string): OwnLoader | undefined {
    if (!this.lastNames.has(lastName(callee))) return undefined;
    for (const [name, registry] of this.given.loaders)
      if (callee === name || (/[.:]$/.test(callee.slice(0, -name.length)) && callee.endsWith(name)))
        return { name, registry };
    return undefined;
  }
}

/** What names of models are made of, in letters of any script. */
const NAME = /^[\w@\x80-\uffff][\w./:@\x80-\uffff-]*$/;

/** Arguments for a model by the habits of all libraries. */
const MODEL_KEY = /^(?:model|name|id|repo|path)(?:_?(?:id|name|path))?$/i;

/** Of a key in letters of another script the whole is compared, for only those of ASCII are cut into words. */
function plain(key: string): string {
  return /[\x80-\uffff]/.test(key) ? key : keyWords(key).join(' ');
}
