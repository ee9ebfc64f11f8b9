import type { LoaderDefinition } from '../../registries/registry';
import { LOADERS, type Of } from '../../registries/tables';
import type { Call } from '../site';

/**
 * A call that takes a model, and the registry in which its argument is looked up. A signature only says what the
 * argument means, the recognizers say what fits.
 */
export type Loader = Of<LoaderDefinition>;

/** By the last part of their names; those that must have a receiver first, because they say more. */
const BY_NAME: ReadonlyMap<string, readonly Loader[]> = byName();

function byName(): ReadonlyMap<string, readonly Loader[]> {
  const map = new Map<string, Loader[]>();
  for (const entry of LOADERS)
    for (const name of entry.names) map.set(name, [...(map.get(name) ?? []), entry]);
  for (const entries of map.values())
    entries.sort((a, b) => Number(a.receivers === undefined) - Number(b.receivers === undefined));
  return map;
}

const HASHES = hashes();

function hashes(): Uint8Array {
  const table = new Uint8Array(4096);
  for (const name of BY_NAME.keys())
    table[hash(name.charCodeAt(0), name.charCodeAt(name.length - 1), name.length)] = 1;
  return table;
}

function hash(first: number, last: number, length: number): number {
  return (first * 31 + last * 7 + length * 127) & 4095;
}

/** Whether a name with these ends and this length may be a loader's: cheaper than to cut it out and ask. */
export function mayBeLoaderName(first: number, last: number, length: number): boolean {
  return HASHES[hash(first, last, length)] === 1;
}

/** Whether a call with this last name may be a loader. */
export function mayLoad(name: string): boolean {
  return BY_NAME.has(name);
}

/** The loader that this call is, and whether the place given is its model argument. */
export function loaderAt(call: Call, key: string): Loader | undefined {
  const mark = Math.max(
    call.callee.lastIndexOf('.'),
    call.callee.lastIndexOf(':'),
    call.callee.lastIndexOf('>'),
  );
  const receivers = call.callee.slice(0, Math.max(0, mark)).split(/[.:>\-?!]+/);
  if (call.module !== undefined) receivers.push(...call.module.split(/[./]/));
  const entries = BY_NAME.get(call.callee.slice(mark + 1)) ?? [];
  const isMeant = ({ receivers: words }: Loader): boolean =>
    words === undefined || words.some((word) => receivers.includes(word));
  const only = entries.find((entry) => entry.isOnly === true && isMeant(entry));
  return (only === undefined ? entries : [only]).find((entry) => takes(entry, call, key) && isMeant(entry));
}

/** Whether a call with this name, as written with its receivers, loads or asks what it is given, whatever that is. */
export function isLoaderName(callee: string): boolean {
  const name = callee.slice(callee.lastIndexOf('.') + 1);
  const receivers = callee.split('.').slice(0, -1);
  return (BY_NAME.get(name) ?? []).some(
    ({ receivers: words }) => words === undefined || words.some((word) => receivers.includes(word)),
  );
}

function takes(entry: Loader, call: Call, key: string): boolean {
  if (key === '') return entry.positions.includes(call.argument);
  const lower = key.toLowerCase();
  return entry.keywords.some((keyword) => keyword === key || keyword.toLowerCase() === lower);
}

/** Whether an argument stands before the only one of a loader that is a model: `AddHuggingFaceModel("chat", model)`. */
export function isBeforeModel({ callee, argument }: Call, key: string): boolean {
  const entries = BY_NAME.get(callee.split(/\W/).at(-1) ?? '') ?? [];
  const isBefore = ({ positions }: Loader): boolean =>
    positions.length > 0 && positions.every((position) => position > argument);
  return key === '' && entries.length > 0 && entries.every(isBefore);
}
