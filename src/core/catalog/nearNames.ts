import { editDistance } from '../text/closest';
import { plainName } from '../text/plainName';
import { SERVICES } from '../registries/tables';
import type { Registry } from '../vocabulary';
import type { ModelStore } from './modelStore';

/** So many letters may differ in a slip of the pen; in a short name even one makes another name. */
const MOST_SLIPS = 2;
const SHORT = 8;

/** Finds the known name that a misspelled one was probably meant to be. The index is built on first use. */
export class NearNames {
  private index: ReadonlyMap<string, readonly string[]> | undefined;
  private owners: ReadonlyMap<string, string> | undefined;

  /** Names without their marks, by registry; `null` for what two names come to. */
  private readonly squeezed = new Map<Registry, Map<string, string | null>>();

  constructor(private readonly store: ModelStore) {}

  /**
   * The known name of the same owner, or of the same service, that differs from a name in a letter or two. Numbers are no slip:
   * another version or size is another model. `undefined` where nothing is near, or the name itself is known.
   */
  nearest(name: string, registry: Registry): string | undefined {
    const lower = name.toLowerCase();
    const digits = digitsOf(lower);
    const limit = lower.slice(lower.indexOf('/') + 1).length < SHORT ? 1 : MOST_SLIPS;
    let best: string | undefined;
    let least = limit + 1;
    for (const known of this.names().get(keyOf(registry, ownerOf(lower))) ?? []) {
      const candidate = known.toLowerCase();
      if (candidate === lower) return undefined;
      if (Math.abs(candidate.length - lower.length) >= least || digitsOf(candidate) !== digits) continue;
      const distance = editDistance(lower, candidate);
      if (distance < least) [best, least] = [known, distance];
    }
    return best;
  }

  /**
   * The known name of a registry that has just these letters and digits, in lower case: `gpt4omini` for `gpt-4o-mini`. `undefined`
   * where there is none, or where two models are spelled so.
   */
  spelledOf(letters: string, registry: Registry): string | undefined {
    let squeezed = this.squeezed.get(registry);
    if (squeezed === undefined) {
      squeezed = new Map();
      for (const name of this.names().get(keyOf(registry, '')) ?? []) {
        const key = plainName(name);
        const known = squeezed.get(key);
        squeezed.set(key, known === undefined || known === name ? name : null);
      }
      this.squeezed.set(registry, squeezed);
    }
    return squeezed.get(letters) ?? undefined;
  }

  /** The known owner on the Hub that another owner's name only looks like: `meta-Ilama` for `meta-llama`. */
  imitated(owner: string): string | undefined {
    this.owners ??= this.knownOwners();
    const known = this.owners.get(shapeOf(owner));
    return known === undefined || known.toLowerCase() === owner.toLowerCase() ? undefined : known;
  }

  private names(): ReadonlyMap<string, readonly string[]> {
    if (this.index !== undefined) return this.index;
    const index = new Map<string, string[]>();
    const add = (registry: string, name: string): void => {
      const key = keyOf(registry, ownerOf(name.toLowerCase()));
      const names = index.get(key);
      if (names === undefined) index.set(key, [name]);
      else names.push(name);
    };
    for (let row = 0; row < this.store.size; row++) {
      const registry = this.store.registry(row);
      add(registry, this.store.id(row));
      for (const alias of this.store.aliases(row)) {
        const colon = alias.indexOf(':');
        const service = alias.slice(0, Math.max(0, colon)) as Registry;
        // What a service calls somebody's weights: `mistral:mistral-small-latest`.
        if (SERVICES.has(service)) add(service, alias.slice(colon + 1));
        else if (colon < 0 && registry !== 'huggingface') add(registry, alias);
      }
    }
    return (this.index = index);
  }

  private knownOwners(): ReadonlyMap<string, string> {
    const owners = new Map<string, string>();
    for (let row = 0; row < this.store.size; row++) {
      if (this.store.registry(row) !== 'huggingface') continue;
      const id = this.store.id(row);
      const owner = id.slice(0, Math.max(0, id.indexOf('/')));
      if (owner !== '' && !owners.has(shapeOf(owner))) owners.set(shapeOf(owner), owner);
    }
    return owners;
  }
}

function keyOf(registry: string, owner: string): string {
  return `${registry}:${owner}`;
}

function ownerOf(name: string): string {
  return name.slice(0, Math.max(0, name.indexOf('/')));
}

function digitsOf(name: string): string {
  return name.replace(/\D+/g, ' ').trim();
}

/** What a reader sees of a name: letters that look alike are one, and separators count for nothing. */
function shapeOf(owner: string): string {
  return owner
    .replace(/[I|1]/g, 'l')
    .toLowerCase()
    .replace(/0/g, 'o')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/[-_.]/g, '');
}
