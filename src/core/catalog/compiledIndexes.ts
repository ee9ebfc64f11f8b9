/**
 * The indexes of a catalog as they are compiled into it, so that the first look-up of a model, of a gateway's name or of a copy only
 * unfolds a table. Each answers as the one that is built from the records does: `ModelIndex`, `NameIndex` and `copyNames`.
 */
import { type CopyNames, copyNames, type Named, nameOf, RANKS } from './copies';
import type { Entry, SpellingIndex } from './modelIndex';
import type { ModelStore } from './modelStore';
import { NameIndex, type NameRows } from './nameIndex';
import { type OwnedIds, ownerOf } from './ownedIds';
import type { Items } from './items';
import {
  compiledNames,
  compileNames,
  licensesByName,
  namesOfLicense,
  namesOfOrganization,
  type NameSlots,
  namespacesOf,
  organizationsById,
  ownersOf,
} from './recordNames';
import type { CatalogRecords, LicenseRecord, OrganizationRecord } from './records';
import { once } from '../once';
import { buildSlots, type Slots, SlotTable } from './slots';
import { type OwnerIndex, ownersByShape, ownerShape } from './ownerShapes';
import { Spellings } from './spellings';
import { addTo } from '../text/grouped';

export interface CompiledIndexes {
  /** Runs of {@link OwnedIds} by their owner in lower case. */
  readonly owners: Slots;
  /** Numbers of {@link Spellings}, and so those of `names` and `copies`, there with what else is said of them. */
  readonly aliases: Slots;
  readonly names: Slots;
  readonly copies: Slots;
  /** Runs of {@link OwnedIds} by the shape of their owner's name. */
  readonly shapes: Slots;
  readonly licenses: NameSlots;
  readonly organizations: NameSlots;
  readonly namespaces: NameSlots;
}

export interface Indexes {
  readonly spellings: SpellingIndex;
  readonly names: NameRows;
  readonly copies: CopyNames;
  readonly records: RecordNames;
  readonly owners: OwnerIndex;
}

/** Finds records by what they are called, in lower case. */
export interface RecordNames {
  license(name: string): LicenseRecord | undefined;
  organization(id: string): OrganizationRecord | undefined;
  /** The organization that has a namespace, `registry:owner`. */
  owner(namespace: string): OrganizationRecord | undefined;
}

/** What is said of a name beside its spelling: that several models share it, or how high the owner stands whose model it is. */
const SHARED = 0;
const STRANGERS = 1;
const ORGANIZATIONS = 2;
const KINDS = 3;

export function compileIndexes(
  store: ModelStore,
  ids: OwnedIds,
  { licenses, organizations }: Pick<CatalogRecords, 'licenses' | 'organizations'>,
): CompiledIndexes {
  const spellings = new Spellings(store);
  const runs = Array.from({ length: ids.runs }, (_, run) => run);
  const aliases = Array.from({ length: spellings.count - store.size }, (_, at) => store.size + at);
  return {
    owners: buildSlots(runs.map((run) => [ids.owner(run).toLowerCase(), run])),
    aliases: buildSlots(aliases.map((number) => [spellings.text(number).toLowerCase(), number])),
    names: compileModelNames(spellings, new NameIndex(store, () => organizations)),
    copies: compileCopies(spellings, organizations),
    shapes: buildSlots([...ownersByShape(store)]),
    licenses: compileNames(licenses, licensesByName(licenses), namesOfLicense),
    organizations: compileNames(organizations, organizationsById(organizations), namesOfOrganization),
    namespaces: compileNames(organizations, ownersOf(organizations), namespacesOf),
  };
}

/** A name leads to one row, or is {@link SHARED}. */
function compileModelNames(spellings: Spellings, index: NameIndex): Slots {
  return buildSlots(
    [...index.sharers(spellings)].map(([key, numbers]) => {
      const number = index.originalAmong(numbers, spellings);
      return [key, number === undefined ? (numbers[0] ?? 0) * KINDS + SHARED : number * KINDS + STRANGERS];
    }),
  );
}

function compileCopies(spellings: Spellings, organizations: readonly OrganizationRecord[]): Slots {
  const found = copyNames(hubSpellingsOf(spellings), organizations);
  const known = new Map<string, number>();
  for (const { number, spelling, id } of hubSpellingsOf(spellings)) {
    const name = nameOf(spelling).toLowerCase();
    const named = found.named(name);
    if (named === undefined || known.has(name) || (named.id !== null && named.id !== id)) continue;
    const kind = named.id === null ? SHARED : named.rank >= RANKS.organization ? ORGANIZATIONS : STRANGERS;
    known.set(name, number * KINDS + kind);
  }
  return buildSlots([...known]);
}

interface HubSpelling {
  readonly number: number;
  readonly spelling: string;
  readonly id: string;
}

/** Every id and former id of the Hub's models, each with the present id. */
function hubSpellingsOf(spellings: Spellings): readonly HubSpelling[] {
  const found: HubSpelling[] = [];
  for (let number = 0; number < spellings.count; number++) {
    const { row, registry } = spellings.entry(number);
    const isHubs = spellings.entry(row).registry === 'huggingface' && registry === 'huggingface';
    if (isHubs) found.push({ number, spelling: spellings.text(number), id: spellings.text(row) });
  }
  return found;
}

/** Records that are looked up by name, each parsed when it is. */
export interface RecordItems {
  readonly licenses: () => Items<LicenseRecord>;
  readonly organizations: () => Items<OrganizationRecord>;
}

/** Look-ups whose table is made for the first of them. */
function byName<T>(make: () => (name: string) => T): (name: string) => T {
  const made = once(make);
  return (name) => made()(name);
}

/** The indexes of a compiled catalog. Reading them takes no longer for a larger one, but for the list of its aliases. */
export function readIndexes(
  store: ModelStore,
  ids: OwnedIds,
  { licenses, organizations }: RecordItems,
  read: () => CompiledIndexes,
): Indexes {
  const spellings = new Spellings(store);
  const index = new CompiledSpellings(spellings, ids, read());
  return {
    spellings: index,
    names: compiledModelNames(spellings, new NameIndex(store, () => organizations().all()), read),
    copies: compiledCopies(spellings, index, read),
    owners: {
      ofShape: byName(() => compiledShapes(ids, read())),
      rowsOf: (owner) => index.rowsOwned(owner === '' ? '' : `${owner}/`),
    },
    records: {
      license: byName(() => compiledNames(read().licenses, licenses(), namesOfLicense)),
      organization: byName(() => compiledNames(read().organizations, organizations(), namesOfOrganization)),
      owner: byName(() => compiledNames(read().namespaces, organizations(), namespacesOf)),
    },
  };
}

function compiledShapes(ids: OwnedIds, { shapes }: CompiledIndexes): (shape: string) => string | undefined {
  const ownerOf = (run: number): string => ids.owner(run).slice(0, -1);
  const table = new SlotTable(shapes, (run, shape) => ownerShape(ownerOf(run)) === shape);
  return (shape) => {
    const [run] = table.all(shape);
    return run === undefined ? undefined : ownerOf(run);
  };
}

class CompiledSpellings implements SpellingIndex {
  private readonly owners: SlotTable;
  private readonly aliases: SlotTable;
  /** Rows by name, of the owners that were asked for. */
  private readonly owned = new Map<string, ReadonlyMap<string, readonly number[]>>();

  constructor(
    private readonly spellings: Spellings,
    private readonly ids: OwnedIds,
    { owners, aliases }: CompiledIndexes,
  ) {
    this.owners = new SlotTable(owners, (run, owner) => ids.owner(run).toLowerCase() === owner);
    this.aliases = new SlotTable(aliases, (number, key) => spellings.text(number).toLowerCase() === key);
  }

  /** The numbers of a spelling in lower case: ids, whose numbers are those of their rows, before aliases. */
  private numbers(key: string): readonly number[] {
    const [rows, aliases] = [this.rows(key), this.aliases.all(key)];
    if (aliases.length === 0) return rows;
    return rows.length === 0 ? aliases : [...rows, ...aliases];
  }

  private rows(key: string): readonly number[] {
    const owner = ownerOf(key);
    let owned = this.owned.get(owner);
    if (owned === undefined) {
      const runs = this.owners.all(owner);
      if (runs.length === 0) return NONE;
      this.owned.set(owner, (owned = this.rowsOf(runs)));
    }
    return owned.get(key.slice(owner.length)) ?? NONE;
  }

  private rowsOf(runs: readonly number[]): ReadonlyMap<string, readonly number[]> {
    const rows = new Map<string, number[]>();
    for (const { start, names } of runs.map((run) => this.ids.run(run)))
      names.forEach((name, at) => {
        const key = name.toLowerCase();
        addTo(rows, key, start + at);
      });
    return rows;
  }

  /** @param owner in lower case, with its slash */
  rowsOwned(owner: string): readonly number[] {
    return this.owners.all(owner).flatMap((run) => {
      const { start, names } = this.ids.run(run);
      return names.map((_, at) => start + at);
    });
  }

  all(spelling: string): readonly Entry[] {
    return this.numbers(spelling.toLowerCase()).map((number) => this.spellings.entry(number));
  }

  in(spelling: string, registry: Entry['registry']): Entry | undefined {
    let alias: Entry | undefined;
    for (const number of this.numbers(spelling.toLowerCase())) {
      const entry = this.spellings.entry(number);
      if (entry.registry !== registry) continue;
      if (!entry.alias) return entry;
      alias ??= entry;
    }
    return alias;
  }
}

const NONE: readonly number[] = [];

function compiledModelNames(spellings: Spellings, index: NameIndex, read: () => CompiledIndexes): NameRows {
  let table: SlotTable | undefined;
  const isOf = (value: number, key: string): boolean => {
    const number = Math.floor(value / KINDS);
    return index.keysOf(spellings.entry(number), spellings.text(number)).includes(key);
  };
  return {
    vendor: (name) => index.vendor(name),
    row(name, organization) {
      table ??= new SlotTable(read().names, isOf);
      const [value] = table.all(index.keyOf(name, organization));
      return value === undefined || value % KINDS === SHARED
        ? undefined
        : spellings.row(Math.floor(value / KINDS));
    },
  };
}

function compiledCopies(spellings: Spellings, index: SpellingIndex, read: () => CompiledIndexes): CopyNames {
  let table: SlotTable | undefined;
  const isOf = (value: number, key: string): boolean =>
    nameOf(spellings.text(Math.floor(value / KINDS))).toLowerCase() === key;
  return {
    id(spelling) {
      const entry = index.in(spelling, 'huggingface');
      const id = entry && spellings.entry(entry.row);
      return id?.registry === 'huggingface' ? spellings.text(id.row) : undefined;
    },
    named(name): Named | undefined {
      table ??= new SlotTable(read().copies, isOf);
      const [value] = table.all(name);
      if (value === undefined) return undefined;
      const kind = value % KINDS;
      return {
        id: kind === SHARED ? null : spellings.text(spellings.row(Math.floor(value / KINDS))),
        rank: kind === ORGANIZATIONS ? RANKS.organization : RANKS.anyone,
      };
    },
  };
}
