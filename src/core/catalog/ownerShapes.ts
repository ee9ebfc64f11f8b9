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

/** Rows of an owner on the Hub. */
export interface HubRows {
  /** As it is written, without its slash. */
  readonly owner: string;
  readonly start: number;
  /** The row behind the last. */
  readonly end: number;
  /** Which of {@link ModelStore.owned} they are. */
  readonly run: number;
}

/** The rows of all owners on the Hub, in their order. */
export function rowsOnHub(store: ModelStore): readonly HubRows[] {
  const owned = store.owned();
  return owned
    .map(({ owner, start }, run) => ({
      owner: owner.slice(0, -1),
      start,
      end: owned[run + 1]?.start ?? store.size,
      run,
    }))
    .filter((rows) => isOnHub(rows, store));
}

function isOnHub({ start, end }: HubRows, store: ModelStore): boolean {
  for (let row = start; row < end; row++) if (store.registry(row) === 'huggingface') return true;
  return false;
}

/** The first owner on the Hub of each shape. */
export function ownersByShape(store: ModelStore): ReadonlyMap<string, HubRows> {
  const owners = new Map<string, HubRows>();
  for (const rows of rowsOnHub(store)) {
    const shape = ownerShape(rows.owner);
    if (rows.owner !== '' && !owners.has(shape)) owners.set(shape, rows);
  }
  return owners;
}
