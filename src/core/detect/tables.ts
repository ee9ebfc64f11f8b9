import { likenessOf } from '../registries/names/families';
import type { Waiting } from './groups';

/** Keys that make the other keys of their mapping names. */
const ENOUGH = 3;

interface Table {
  names: number;
  readonly waiting: Waiting[];
}

/**
 * Mappings of code by their keys: where most of them are names of models, it is a table of models and the others are
 * names too.
 */
export class Tables {
  private readonly tables = new Map<number, Table>();

  addName(group: number): void {
    this.at(group).names++;
  }

  wait(word: Waiting): void {
    this.at(word.site.group).waiting.push(word);
  }

  /** The keys that are names because most of those beside them are. */
  *toSettle(): Generator<Waiting> {
    for (const { names, waiting } of this.tables.values())
      if (names >= ENOUGH && names >= waiting.length) yield* waiting;
  }

  private at(group: number): Table {
    let table = this.tables.get(group);
    if (table === undefined) this.tables.set(group, (table = { names: 0, waiting: [] }));
    return table;
  }
}

/** A key of several parts with a number or a family's word among them: `breeze-asr-25`, `whisper-medium`. */
export function mayBeKeyOfTable(word: string): boolean {
  return /^[A-Za-z][\w.]*-[\w.-]*\w$/.test(word) && (/\d/.test(word) || likenessOf(word).family !== '');
}
