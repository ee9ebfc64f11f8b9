import { once } from '../once';
import { asRead } from '../text/lookAlikes';
import type { ModelStore } from './modelStore';

/** What a reader sees of an owner's name: letters that look alike are one, and separators count for nothing. */
export function ownerShape(owner: string): string {
  return asRead(owner)
    .replace(/[I|1]/g, 'l')
    .toLowerCase()
    .replace(/0/g, 'o')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/[-_.]/g, '');
}

/** Finds owners, and what they have. */
export interface OwnerIndex {
  /** The first owner on the Hub whose name has a shape, see {@link ownerShape}. */
  ofShape(shape: string): string | undefined;
  /** The rows of an owner in lower case, without its slash: in their order, and of whatever registry. */
  rowsOf(owner: string): readonly number[];
}

/** Which of {@link ModelStore.owned} is the first owner on the Hub of each shape. */
export function ownersByShape(store: ModelStore): ReadonlyMap<string, number> {
  const owned = store.owned();
  const found = new Map<string, number>();
  for (const [at, { owner, start }] of owned.entries()) {
    const shape = ownerShape(nameOf(owner));
    const isKnown = owner === '' || found.has(shape);
    if (!isKnown && isOnHub(store, start, owned[at + 1]?.start)) found.set(shape, at);
  }
  return found;
}

function isOnHub(store: ModelStore, start: number, end = store.size): boolean {
  for (let row = start; row < end; row++) if (store.registry(row) === 'huggingface') return true;
  return false;
}

/** The index of records in memory. */
export function ownerIndex(store: ModelStore): OwnerIndex {
  const shapes = once(() => ownersByShape(store));
  const rows = once(() => rowsByOwner(store));
  // A store of records in memory goes through all of them for this.
  const owned = once(() => store.owned());
  return {
    ofShape(shape) {
      const at = shapes().get(shape);
      return at === undefined ? undefined : nameOf(owned()[at]?.owner ?? '');
    },
    rowsOf: (owner) => rows().get(owner) ?? [],
  };
}

function rowsByOwner(store: ModelStore): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  const owned = store.owned();
  for (const [at, { owner, start }] of owned.entries()) {
    const name = nameOf(owner).toLowerCase();
    const rows = found.get(name) ?? [];
    found.set(name, rows);
    for (let row = start; row < (owned[at + 1]?.start ?? store.size); row++) rows.push(row);
  }
  return found;
}

/** An owner without its slash. */
function nameOf(owner: string): string {
  return owner.slice(0, -1);
}
