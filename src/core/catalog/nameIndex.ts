import { once } from '../once';
import type { ModelStore } from './modelStore';
import type { OrganizationRecord } from './records';
import { nameKey } from '../registries/spelling/nameKey';

/** Names that publishers have on gateways and clouds are kept among their owner names as `other:name`. */
const GATEWAY = 'other:';
const HUB = 'huggingface:';
/** The gateway whose names the catalog writes down. */
const GATEWAY_NAMES = 'openrouter:';

/** No one record: several share the name. */
const AMBIGUOUS = -1;

/**
 * The models of publishers that gateways serve, by {@link nameKey}. Built when the first spelling asks for it: most texts
 * name models by ids that are written in the catalog.
 */
export class NameIndex {
  private rows: Map<string, number> | undefined;
  private readonly vendors: () => ReadonlyMap<string, OrganizationRecord>;

  constructor(
    private readonly store: ModelStore,
    organizations: () => readonly OrganizationRecord[],
  ) {
    this.vendors = once(() => servedPublishers(organizations()));
  }

  /** The publisher behind a name that gateways use. */
  vendor(name: string): OrganizationRecord | undefined {
    return this.vendors().get(name.toLowerCase());
  }

  /** The row of a publisher's model, or, without a publisher, of the only model of that name; `undefined` when there is none. */
  row(name: string, organization?: OrganizationRecord): number | undefined {
    this.rows ??= this.build();
    const row = this.rows.get(`${organization?.id ?? ''}|${nameKey(name)}`);
    return row === AMBIGUOUS ? undefined : row;
  }

  private build(): Map<string, number> {
    const rows = new Map<string, number>();
    const add = (key: string, row: number): void => {
      const known = rows.get(key);
      rows.set(key, known === undefined || known === row ? row : AMBIGUOUS);
    };
    const served = hubOwnersOf(this.vendors().values());
    for (let row = 0; row < this.store.size; row++) {
      for (const { name, publisher } of this.named(row, served)) {
        const key = nameKey(name);
        add(`${publisher}|${key}`, row);
        add(`|${key}`, row);
      }
    }
    return rows;
  }

  /** The names of one record's publisher: of its repository and former ones, or of its entry in the publisher's own service. */
  private named(
    row: number,
    served: ReadonlyMap<string, string>,
  ): readonly { readonly name: string; readonly publisher: string }[] {
    const id = this.store.id(row);
    if (this.store.registry(row) !== 'huggingface') {
      const publisher = this.store.record(row).publisher;
      return publisher === null
        ? []
        : [id, ...this.store.aliases(row).filter((alias) => !alias.includes(':'))].map((name) => ({
            name,
            publisher,
          }));
    }
    const aliases = this.store.aliases(row);
    const own = [id, ...aliases.flatMap((alias) => nameIn(HUB, alias))].flatMap((spelling) => {
      const slash = spelling.indexOf('/');
      const publisher = served.get(spelling.slice(0, slash).toLowerCase());
      return publisher === undefined ? [] : [{ name: spelling.slice(slash + 1), publisher }];
    });
    return [...own, ...this.gatewayNames(aliases, new Set(own.map(({ publisher }) => publisher)))];
  }

  /** What one gateway calls a publisher's model, others that write `vendor/name` call it too. */
  private gatewayNames(
    aliases: readonly string[],
    publishers: ReadonlySet<string>,
  ): readonly { readonly name: string; readonly publisher: string }[] {
    return aliases
      .flatMap((alias) => nameIn(GATEWAY_NAMES, alias))
      .flatMap((spelling) => {
        const slash = spelling.indexOf('/');
        const publisher = this.vendor(spelling.slice(0, slash))?.id;
        return publisher !== undefined && publishers.has(publisher)
          ? [{ name: spelling.slice(slash + 1), publisher }]
          : [];
      });
  }
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
