import type { ServedAs, ServedNames } from '../detect/servedNames';
import { isSwitch } from '../detect/configValues';
import { folderOf } from './pathRules';

/** Stands for a name to which files of the tree give different values. */
const AMBIGUOUS = Symbol('ambiguous');

/**
 * The values that the configuration files of a tree give to names. For a file those of the nearest folder up the tree count; a
 * name that only other folders know counts when all of them agree on it, but for one that turns a client to another service.
 */
export class ConfigValues {
  private readonly byFolder = new Map<string, Map<string, string>>();
  private readonly everywhere = new Map<string, string | typeof AMBIGUOUS>();
  private readonly names = new Map<string, ServedAs>();
  private readonly made = new Map<string, ReadonlyMap<string, string>>();

  add(path: string, values: ReadonlyMap<string, string>): void {
    if (values.size === 0) return;
    const folder = folderOf(path);
    let own = this.byFolder.get(folder);
    if (own === undefined) this.byFolder.set(folder, (own = new Map()));
    for (const [name, value] of values) {
      if (!own.has(name)) own.set(name, value);
      if (isSwitch(name)) {
        // Two files of a folder that differ leave it open.
        if (own.get(name) !== value) own.set(name, '');
        continue;
      }
      const before = this.everywhere.get(name);
      this.everywhere.set(name, before === undefined || before === value ? value : AMBIGUOUS);
    }
    this.made.clear();
  }

  /** Takes names that servers of the project give to what they offer. */
  addServed(names: ServedNames): void {
    for (const [name, as] of names) if (this.names.get(name) !== 'name') this.names.set(name, as);
  }

  /** All of them: a server is asked from anywhere in the project. */
  served(): ServedNames {
    return this.names;
  }

  /** The same object for files of folders that see the same values. */
  of(path: string): ReadonlyMap<string, string> {
    return this.inFolder(folderOf(path));
  }

  private inFolder(folder: string): ReadonlyMap<string, string> {
    let values = this.made.get(folder);
    if (values === undefined) this.made.set(folder, (values = this.make(folder)));
    return values;
  }

  private make(folder: string): ReadonlyMap<string, string> {
    const above = folder === '' ? this.agreed() : this.inFolder(folderOf(folder));
    const own = this.byFolder.get(folder);
    return own === undefined ? above : new Map([...above, ...own]);
  }

  private agreed(): ReadonlyMap<string, string> {
    return new Map([...this.everywhere].filter((entry): entry is [string, string] => entry[1] !== AMBIGUOUS));
  }
}
