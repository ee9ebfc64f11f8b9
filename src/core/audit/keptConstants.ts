import { contextOfPath } from '../detect/context';
import { type NamePath, leadsTo, tableOf } from '../detect/askedConstants';
import { isHostOpen, isMember, keptKey, type AskedHosts } from '../detect/askedElsewhere';
import type { ImportedName, ModelReference, RuntimeChoice } from '../reference';
import { folderOf } from './pathRules';
import type { Located } from './result';

type Place = Pick<Located, 'folder' | 'path'>;

/** What a file keeps, and what it gets that it does not say itself. */
interface Kept {
  readonly references: readonly { readonly reference: ModelReference }[];
  readonly runtimeChoices: readonly { readonly choice: RuntimeChoice }[];
}

/** A client of one file that gets a model of another. */
interface Ask extends ImportedName {
  readonly callee: string;
}

/** What files of a tree keep under names, and whom other files ask for it. */
export class KeptConstants {
  /** By folder and the last name of the module. */
  private readonly asks = new Map<string, Ask[]>();
  private readonly kept = new Map<string, NamePath[]>();

  /** Takes in what the code of a product keeps and gets of others. */
  add({ references, runtimeChoices }: Kept, place: Place): void {
    const asks = runtimeChoices.flatMap(({ choice: { imported, loader } }) =>
      imported === undefined ? [] : [{ ...imported, callee: loader }],
    );
    const paths = references.flatMap(({ reference: { keptAs } }) => (keptAs === undefined ? [] : [keptAs]));
    // Asked last: most files have neither, and the context of a path takes many expressions.
    if (asks.length + paths.length === 0 || contextOfPath(place.path) !== 'product') return;
    for (const ask of asks) push(this.asks, keyOf(place, lastName(ask.module)), ask);
    for (const path of paths) for (const name of namesOf(place)) push(this.kept, keyOf(place, name), path);
  }

  /** Whether whom others ask for what a file keeps may say more than it says itself. */
  static isOpen({ references }: Pick<Kept, 'references'>): boolean {
    return references.some(({ reference }) => isHostOpen(reference) || isMember(reference));
  }

  /** The hosts that all other files which ask for what a file keeps ask for it, by {@link keptKey}. */
  askedFor({ references }: Pick<Kept, 'references'>, place: Place): AskedHosts {
    const asks = namesOf(place).flatMap((name) => this.asks.get(keyOf(place, name)) ?? []);
    const found = new Map<string, { host: string | null; callee: string }>();
    for (const { reference } of references) {
      const { keptAs = [] } = reference;
      const those = asksFor(reference, asks);
      const [host, ...others] = new Set(those.map((ask) => ask.host));
      const [first] = those;
      const isTold = others.length === 0 && typeof host === 'string';
      if (first !== undefined && (isTold || isMember(reference)))
        found.set(keptKey(keptAs), { host: isTold ? host : null, callee: first.callee });
    }
    return found;
  }

  /** Whether a file of the tree keeps what another gets by a name: it is judged there. */
  isKept({ imported }: RuntimeChoice, place: Pick<Place, 'folder'>): boolean {
    if (imported === undefined) return false;
    const kept = this.kept.get(keyOf(place, lastName(imported.module))) ?? [];
    return kept.some((path) => leadsTo(imported.path, path));
  }
}

/** The clients that get what a file keeps under a name, or else other entries of a table that it does not only list. */
function asksFor(reference: ModelReference, asks: readonly Ask[]): readonly Ask[] {
  const { keptAs = [] } = reference;
  if (!isHostOpen(reference) && !isMember(reference)) return [];
  const own = asks.filter(({ path }) => leadsTo(path, keptAs));
  return own.length > 0 || isMember(reference)
    ? own
    : asks.filter(({ path }) => leadsTo(path, tableOf(keptAs)));
}

/** The names that others import a file by: its own, or that of the folder that is a package. */
export function namesOf({ path }: Pick<Place, 'path'>): readonly string[] {
  const own = lastName(path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, ''));
  return [...new Set([own, lastName(folderOf(path))])];
}

function keyOf({ folder }: Pick<Place, 'folder'>, name: string): string {
  return `${folder}\n${name}`;
}

/** The last name of a module or path, without the ending of a file: `models` of `../app/models.js`. */
function lastName(module: string): string {
  return (
    module
      .replace(/\.[cm]?[jt]sx?$/, '')
      .split(/[/.:\\]+/)
      .at(-1) ?? ''
  );
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const those = map.get(key);
  if (those === undefined) map.set(key, [value]);
  else those.push(value);
}
