/**
 * The indexes of a catalog as they are compiled into it, so that the first look-up of a model, of a gateway's name or of a copy builds
 * nothing. Each answers as the one that is built from the records does: `ModelIndex`, `NameIndex` and `copyNames`.
 */
import { type CopyNames, copyNames, type Named, nameOf, RANKS } from './copies';
import type { Entry, SpellingIndex } from './modelIndex';
import type { ModelStore } from './modelStore';
import { NameIndex, type NameRows } from './nameIndex';
import type { OrganizationRecord } from './records';
import { buildSlots, type Slots, SlotTable } from './slots';
import { Spellings } from './spellings';

/** Values are numbers of {@link Spellings}, in `names` and `copies` with what else is said of them. */
export interface CompiledIndexes {
  readonly spellings: Slots;
  readonly names: Slots;
  readonly copies: Slots;
}

export interface Indexes {
  readonly spellings: SpellingIndex;
  readonly names: NameRows;
  readonly copies: CopyNames;
}

/** What is said of a name beside its spelling: that several models share it, or how high the owner stands whose model it is. */
const SHARED = 0;
const STRANGERS = 1;
const ORGANIZATIONS = 2;
const KINDS = 3;

export function compileIndexes(
  store: ModelStore,
  organizations: readonly OrganizationRecord[],
): CompiledIndexes {
  const spellings = new Spellings(store);
  const numbers = Array.from({ length: spellings.count }, (_, number) => number);
  return {
    spellings: buildSlots(numbers.map((number) => [spellings.text(number).toLowerCase(), number])),
    names: compileNames(spellings, new NameIndex(store, () => organizations)),
    copies: compileCopies(spellings, organizations),
  };
}

/** A name leads to one row, or is {@link SHARED}. */
function compileNames(spellings: Spellings, index: NameIndex): Slots {
  const known = new Map<string, number>();
  for (let number = 0; number < spellings.count; number++) {
    const row = spellings.row(number);
    for (const key of index.keysOf(spellings.entry(number), spellings.text(number))) {
      const other = known.get(key);
      if (other === undefined) known.set(key, number * KINDS + STRANGERS);
      else if (spellings.row(Math.floor(other / KINDS)) !== row)
        known.set(key, Math.floor(other / KINDS) * KINDS + SHARED);
    }
  }
  return buildSlots([...known]);
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

/** The indexes of a compiled catalog. Reading them takes no longer for a larger one, but for the list of its aliases. */
export function readIndexes(
  store: ModelStore,
  organizations: () => readonly OrganizationRecord[],
  read: () => CompiledIndexes,
): Indexes {
  const spellings = new Spellings(store);
  const index = new CompiledSpellings(spellings, read().spellings);
  return {
    spellings: index,
    names: compiledNames(spellings, new NameIndex(store, organizations), read),
    copies: compiledCopies(spellings, index, read),
  };
}

class CompiledSpellings implements SpellingIndex {
  private readonly table: SlotTable;

  constructor(
    private readonly spellings: Spellings,
    slots: Slots,
  ) {
    this.table = new SlotTable(slots, (number, key) => spellings.text(number).toLowerCase() === key);
  }

  all(spelling: string): readonly Entry[] {
    return this.table.all(spelling.toLowerCase()).map((number) => this.spellings.entry(number));
  }

  in(spelling: string, registry: Entry['registry']): Entry | undefined {
    let alias: Entry | undefined;
    for (const number of this.table.all(spelling.toLowerCase())) {
      const entry = this.spellings.entry(number);
      if (entry.registry !== registry) continue;
      if (!entry.alias) return entry;
      alias ??= entry;
    }
    return alias;
  }
}

function compiledNames(spellings: Spellings, index: NameIndex, read: () => CompiledIndexes): NameRows {
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
