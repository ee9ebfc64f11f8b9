import type { Registry } from '../vocabulary';
import { type Entry, splitAlias } from './modelIndex';
import type { ModelStore } from './modelStore';

/** Ids and aliases of a store by number: first the ids, whose numbers are those of their rows, then the aliases in the order of the rows. */
export class Spellings {
  private readonly aliases: { readonly row: number; readonly text: string }[] = [];

  constructor(private readonly store: ModelStore) {
    for (const [row, names] of store.aliased()) for (const text of names) this.aliases.push({ row, text });
  }

  get count(): number {
    return this.store.size + this.aliases.length;
  }

  row(number: number): number {
    return number < this.store.size ? number : this.alias(number).row;
  }

  /** A spelling without its registry. */
  text(number: number): string {
    return number < this.store.size ? this.store.id(number) : this.split(number).spelling;
  }

  entry(number: number): Entry {
    if (number < this.store.size) return { row: number, registry: this.store.registry(number), alias: false };
    return { row: this.alias(number).row, registry: this.split(number).registry, alias: true };
  }

  private alias(number: number): { readonly row: number; readonly text: string } {
    const found = this.aliases[number - this.store.size];
    if (found === undefined) throw new RangeError(`no spelling ${number} of ${this.count}`);
    return found;
  }

  private split(number: number): { readonly registry: Registry; readonly spelling: string } {
    const { row, text } = this.alias(number);
    return splitAlias(text, this.store.registry(row));
  }
}
