import { editDistance } from '../text/closest';
import { once } from '../once';
import { plainName } from '../text/plainName';
import { SERVICES } from '../registries/tables';
import type { Registry } from '../vocabulary';
import type { ModelStore } from './modelStore';
import { type OwnerIndex, ownerShape } from './ownerShapes';
import { addTo } from '../text/grouped';

/** So many letters may differ in a slip of the pen; in a short name even one makes another name. */
const MOST_SLIPS = 2;
const SHORT = 8;
const HUB: Registry = 'huggingface';

/** The names of a registry by the owner in lower case, `''` for names without one, in the order of the catalog. */
type OwnedNames = (owner: string) => readonly string[];

/** Finds the known name that a misspelled one was probably meant to be. What it looks in is built for a registry that is asked for. */
export class NearNames {
  private readonly names = new Map<Registry, OwnedNames>();
  private readonly rowsOf = once(() => this.rowsByRegistry());

  /** Names without their marks, by registry; `null` for what two names come to. */
  private readonly squeezed = new Map<Registry, Map<string, string | null>>();

  constructor(
    private readonly store: ModelStore,
    private readonly owners: OwnerIndex,
  ) {}

  /**
   * The known name of the same owner, or of the same service, that differs from a name in a letter or two. Numbers are no slip:
   * another version or size is another model, and another packing is another copy: `…-GGUF` beside `…-GGML`. `undefined` where nothing is near, or the name itself is known.
   */
  nearest(name: string, registry: Registry): string | undefined {
    const lower = name.toLowerCase();
    const digits = digitsOf(lower);
    const limit = lower.slice(lower.indexOf('/') + 1).length < SHORT ? 1 : MOST_SLIPS;
    let best: string | undefined;
    let least = limit + 1;
    for (const known of this.namesOf(registry)(ownerOf(lower))) {
      const candidate = known.toLowerCase();
      if (candidate === lower) return undefined;
      if (Math.abs(candidate.length - lower.length) >= least || digitsOf(candidate) !== digits) continue;
      if (isOtherPacking(lower, candidate)) continue;
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
      for (const name of this.namesOf(registry)('')) {
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
    const known = this.owners.ofShape(ownerShape(owner));
    return known === undefined || known.toLowerCase() === owner.toLowerCase() ? undefined : known;
  }

  private namesOf(registry: Registry): OwnedNames {
    let names = this.names.get(registry);
    if (names === undefined) {
      names = registry === HUB ? (owner) => this.namesOnHub(owner) : this.readNames(registry);
      this.names.set(registry, names);
    }
    return names;
  }

  /** Names on the Hub are by far the most: those of an owner are read when somebody asks for them. */
  private namesOnHub(owner: string): readonly string[] {
    return this.owners
      .rowsOf(owner)
      .flatMap((row) => (this.store.registry(row) === HUB ? this.store.id(row) : []));
  }

  private readNames(registry: Registry): OwnedNames {
    const of = new Map<string, string[]>();
    const add = (name: string): void => {
      const owner = ownerOf(name).toLowerCase();
      addTo(of, owner, name);
    };
    const isService = SERVICES.has(registry);
    const own = this.rowsOf().get(registry) ?? [];
    // What a service calls the models of others stands with these.
    const rows = isService
      ? [...new Set([...own, ...this.store.aliased().map(([row]) => row)])].sort((a, b) => a - b)
      : own;
    for (const row of rows) {
      const isOwn = this.store.registry(row) === registry;
      if (isOwn) add(this.store.id(row));
      for (const alias of this.store.aliases(row)) {
        const colon = alias.indexOf(':');
        // What a service calls somebody's weights: `mistral:mistral-small-latest`.
        if (colon < 0 ? isOwn : isService && alias.slice(0, colon) === registry) add(alias.slice(colon + 1));
      }
    }
    return (owner) => of.get(owner) ?? [];
  }

  private rowsByRegistry(): ReadonlyMap<Registry, readonly number[]> {
    const found = new Map<Registry, number[]>();
    for (let row = 0; row < this.store.size; row++) {
      const registry = this.store.registry(row);
      addTo(found, registry, row);
    }
    return found;
  }
}

function ownerOf(name: string): string {
  return name.slice(0, Math.max(0, name.indexOf('/')));
}

function digitsOf(name: string): string {
  return name.replace(/\D+/g, ' ').trim();
}

/** How copies of weights say at the end of their names what they are packed in. */
const PACKING = /[-_.](gguf|ggml|gptq|awq|exl2|exl3|mlx|onnx|bf16|fp16)$/;

/** Both names say what the weights are packed in, and not the same. */
function isOtherPacking(one: string, other: string): boolean {
  const [, own] = PACKING.exec(one) ?? [];
  const [, its] = PACKING.exec(other) ?? [];
  return own !== undefined && its !== undefined && own !== its;
}
