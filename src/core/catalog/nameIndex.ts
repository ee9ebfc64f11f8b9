import { once } from '../once';
import type { Entry } from './modelIndex';
import type { ModelStore } from './modelStore';
import { Spellings } from './spellings';
import type { OrganizationRecord } from './records';
import { nameKey } from '../registries/spelling/nameKey';

/** Names that publishers have on gateways and clouds are kept among their owner names as `other:name`. */
const GATEWAY = 'other:';
const HUB = 'huggingface:';
/** The gateway whose names the catalog writes down. */
const GATEWAY_NAMES = 'openrouter';

/** No one record: several share the name. */
const AMBIGUOUS = -1;

/** The models of publishers that gateways serve, by their names. */
export interface NameRows {
  /** The publisher behind a name that gateways use. */
  vendor(name: string): OrganizationRecord | undefined;
  /** The row of a publisher's model, or, without a publisher, of the only model of that name; `undefined` when there is none. */
  row(name: string, organization?: OrganizationRecord): number | undefined;
}

/** Names by {@link nameKey}. Built when the first spelling asks for it: most texts name models by ids that are written in the catalog. */
export class NameIndex implements NameRows {
  private rows: Map<string, number> | undefined;
  private readonly vendors: () => ReadonlyMap<string, OrganizationRecord>;
  private readonly served = once(() => hubOwnersOf(this.vendors().values()));

  constructor(
    private readonly store: ModelStore,
    organizations: () => readonly OrganizationRecord[],
  ) {
    this.vendors = once(() => servedPublishers(organizations()));
  }

  vendor(name: string): OrganizationRecord | undefined {
    return this.vendors().get(name.toLowerCase());
  }

  row(name: string, organization?: OrganizationRecord): number | undefined {
    this.rows ??= this.build();
    const row = this.rows.get(this.keyOf(name, organization));
    return row === AMBIGUOUS ? undefined : row;
  }

  /** What a name is kept under. */
  keyOf(name: string, organization?: Pick<OrganizationRecord, 'id'>): string {
    return `${organization?.id ?? ''}|${nameKey(name)}`;
  }

  /** What one spelling is kept under: with its publisher and without; nothing where it is no name that gateways use. */
  keysOf(entry: Entry, spelling: string): readonly string[] {
    const named = this.named(entry, spelling);
    if (named === undefined) return [];
    return [this.keyOf(named.name, { id: named.publisher }), this.keyOf(named.name)];
  }

  private build(): Map<string, number> {
    const spellings = new Spellings(this.store);
    return new Map(
      [...this.sharers(spellings)].map(([key, numbers]) => {
        const number = this.originalAmong(numbers, spellings);
        return [key, number === undefined ? AMBIGUOUS : spellings.row(number)];
      }),
    );
  }

  /** The numbers of the spellings that are kept under each key, one for each model. */
  sharers(spellings: Spellings): ReadonlyMap<string, readonly number[]> {
    const known = new Map<string, number[]>();
    for (let number = 0; number < spellings.count; number++) {
      const row = spellings.row(number);
      for (const key of this.keysOf(spellings.entry(number), spellings.text(number))) {
        const numbers = known.get(key);
        if (numbers === undefined) known.set(key, [number]);
        else if (numbers.every((other) => spellings.row(other) !== row)) numbers.push(number);
      }
    }
    return known;
  }

  /**
   * The one that the others have their name from: what other publishers hand on or build on it never makes its name
   * ambiguous. `undefined` where none is.
   */
  originalAmong(numbers: readonly number[], spellings: Spellings): number | undefined {
    const [first] = numbers;
    if (numbers.length < 2) return first;
    const models = numbers.map((number) => ({ number, record: this.store.record(spellings.row(number)) }));
    return models.find(({ record: { id } }) =>
      models.every(
        ({ record: other }) =>
          other.id === id || other.copyOf === id || other.lineage.some(({ model }) => model === id),
      ),
    )?.number;
  }

  /** The name that a spelling has at its publisher: of its repository or a former one, or of its entry in the publisher's own service. */
  private named({ row, registry, alias }: Entry, spelling: string): Named | undefined {
    const own = this.store.registry(row);
    if (own !== 'huggingface') {
      const publisher =
        registry === own && !(alias && spelling.includes(':')) ? this.store.record(row).publisher : null;
      return publisher === null ? undefined : { name: spelling, publisher };
    }
    const slash = spelling.indexOf('/');
    if (slash < 0) return undefined;
    const [owner, name] = [spelling.slice(0, slash), spelling.slice(slash + 1)];
    const publisher =
      registry === 'huggingface'
        ? this.served().get(owner.toLowerCase())
        : registry === GATEWAY_NAMES
          ? this.gatewayPublisher(owner, row)
          : undefined;
    return publisher === undefined ? undefined : { name, publisher };
  }

  /** What one gateway calls a publisher's model, others that write `vendor/name` call it too. */
  private gatewayPublisher(vendor: string, row: number): string | undefined {
    const publisher = this.vendor(vendor)?.id;
    const own = this.store.aliases(row).flatMap((alias) => nameIn(HUB, alias));
    return [this.store.id(row), ...own].some(
      (spelling) => this.served().get(spelling.slice(0, spelling.indexOf('/')).toLowerCase()) === publisher,
    )
      ? publisher
      : undefined;
  }
}

interface Named {
  readonly name: string;
  readonly publisher: string;
}

/** The publishers that gateways serve, by the names they have there. */
export function servedPublishers(
  organizations: readonly OrganizationRecord[],
): ReadonlyMap<string, OrganizationRecord> {
  return new Map(
    organizations.flatMap((organization) =>
      organization.owners
        .filter((owner) => owner.startsWith(GATEWAY))
        .map((owner) => [owner.slice(GATEWAY.length).toLowerCase(), organization] as const),
    ),
  );
}

/** Owners on the Hub, in lower case, with the id of the organization behind each. */
export function hubOwnersOf(organizations: Iterable<OrganizationRecord>): ReadonlyMap<string, string> {
  return new Map(
    [...new Set(organizations)].flatMap(({ id, owners }) =>
      owners
        .filter((owner) => owner.startsWith(HUB))
        .map((owner) => [owner.slice(HUB.length).toLowerCase(), id] as const),
    ),
  );
}

/** The `owner/name` of an alias in one registry. */
function nameIn(registry: string, alias: string): readonly string[] {
  const name = alias.startsWith(registry) ? alias.slice(registry.length) : '';
  return name.includes('/') ? [name] : [];
}
