import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { ModelEntry } from '../readModels';

/** Owners with at least this many models have a file of their own; the others share one by their first letter. */
const OWN_FILE = 5;

/** Writes entries of the Hub as YAML files, one model a line, sorted without case. Gives the names of the files written. */
export function writeModels(folder: string, entries: ReadonlyMap<string, ModelEntry>): string[] {
  mkdirSync(folder, { recursive: true });
  const owners = new Map<string, string[]>();
  for (const id of entries.keys()) push(owners, id.slice(0, id.indexOf('/')).toLowerCase(), id);
  const files = new Map<string, string[]>();
  for (const [owner, ids] of owners)
    for (const id of ids) push(files, ids.length >= OWN_FILE ? owner : tailOf(owner), id);
  return [...files].map(([name, ids]) => {
    const sorted = [...ids].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
    writeFileSync(join(folder, `${name}.yaml`), render(sorted, entries));
    return `${name}.yaml`;
  });
}

function render(ids: readonly string[], entries: ReadonlyMap<string, ModelEntry>): string {
  const lines = ids.map((id) => `  ${inline(id)}: ${inline(entries.get(id))}`);
  return `registry: huggingface\nmodels:\n${lines.join('\n')}\n`;
}

function tailOf(owner: string): string {
  const first = owner.charAt(0);
  return `_${/[a-z]/.test(first) ? first : '0'}`;
}

function inline(value: unknown): string {
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: true }).trim();
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
