import { editDistance } from '../text/closest';
import { plainName } from '../text/plainName';
import { SERVICES } from '../registries/tables';
import type { Registry } from '../vocabulary';
import type { ModelStore } from './modelStore';

/** So many letters may differ in a slip of the pen; in a short name even one makes another name. */
const MOST_SLIPS = 2;
const SHORT = 8;

/** The names of a registry by their owners, in the order of the catalog. */
interface OwnedNames {
  /** By the owner in lower case; `''` for names without one. */
  readonly of: ReadonlyMap<string, readonly string[]>;
  /** As they are written. */
  readonly owners: readonly string[];
}

/** Finds the known name that a misspelled one was probably meant to be. What it looks in is built for a registry that is asked for. */
export class NearNames {
  private readonly names = new Map<Registry, OwnedNames>();
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
    for (const known of this.namesOf(registry).of.get(ownerOf(lower)) ?? []) {
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
      for (const name of this.namesOf(registry).of.get('') ?? []) {
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

  private namesOf(registry: Registry): OwnedNames {
    let names = this.names.get(registry);
    if (names === undefined) this.names.set(registry, (names = this.readNames(registry)));
    return names;
  }

  private readNames(registry: Registry): OwnedNames {
    const of = new Map<string, string[]>();
    // Most names share their owner, as it is written, with many others.
    const asWritten = new Map<string, string[]>();
    const add = (name: string): void => {
      const owner = ownerOf(name);
      let names = asWritten.get(owner);
      if (names === undefined) {
        const lower = owner.toLowerCase();
        of.set(lower, (names = of.get(lower) ?? []));
        asWritten.set(owner, names);
      }
      names.push(name);
    };
    const isService = SERVICES.has(registry);
    for (let row = 0; row < this.store.size; row++) {
      const isOwn = this.store.registry(row) === registry;
      if (isOwn) add(this.store.id(row));
      if (registry === 'huggingface' || !(isOwn || isService)) continue;
      for (const alias of this.store.aliases(row)) {
        const colon = alias.indexOf(':');
        // What a service calls somebody's weights: `mistral:mistral-small-latest`.
        if (colon < 0 ? isOwn : isService && alias.slice(0, colon) === registry) add(alias.slice(colon + 1));
      }
    }
    return { of, owners: [...asWritten.keys()] };
  }

  private knownOwners(): ReadonlyMap<string, string> {
    const owners = new Map<string, string>();
    for (const owner of this.namesOf('huggingface').owners) {
      const shape = shapeOf(owner);
      if (owner !== '' && !owners.has(shape)) owners.set(shape, owner);
    }
    return owners;
  }
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
