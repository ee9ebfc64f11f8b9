import { likenessOf } from '../registries/names/families';
import type { Registry } from '../vocabulary';
import type { Waiting } from './groups';
import { isService } from './host';

/** Keys that make the other keys of their mapping names. */
const ENOUGH = 3;

interface Table {
  /** Keys that are models of the Hub. */
  names: number;
  /** Keys that are models which services run. */
  hosted: number;
  readonly waiting: Waiting[];
}

/**
 * Mappings of code by their keys: where most of them are names of models, it is a table of models and the others are
 * names too.
 */
export class Tables {
  private readonly tables = new Map<number, Table>();

  addName(group: number, registry: Registry): void {
    if (registry === 'huggingface') this.at(group).names++;
    else if (isService(registry)) this.at(group).hosted++;
  }

  wait(word: Waiting): void {
    this.at(word.site.group).waiting.push(word);
  }

  /**
   * The keys that are names because most of those beside them are, and of which registry.
   * @param isFound whether a key that waits turned out to be a name since
   */
  *toSettle(isFound: (word: Waiting) => boolean): Generator<Waiting & { readonly registry: Registry }> {
    for (const { names, hosted, waiting } of this.tables.values()) {
      const open = waiting.filter((word) => !isFound(word));
      const known = hosted + waiting.length - open.length;
      if (names >= ENOUGH && names >= waiting.length) yield* namesIn(waiting, 'huggingface');
      else if (hosted > 0 && known >= ENOUGH && known >= open.length) yield* namesIn(open, 'other');
    }
  }

  private at(group: number): Table {
    let table = this.tables.get(group);
    if (table === undefined) this.tables.set(group, (table = { names: 0, hosted: 0, waiting: [] }));
    return table;
  }
}

function* namesIn(
  words: readonly Waiting[],
  registry: Registry,
): Generator<Waiting & { readonly registry: Registry }> {
  for (const word of words) yield { ...word, registry };
}

/** A key of several parts with a number or a family's word among them: `breeze-asr-25`, `whisper-medium`. */
export function mayBeKeyOfTable(word: string): boolean {
  return /^[A-Za-z][\w.]*-[\w.-]*\w$/.test(word) && (/\d/.test(word) || likenessOf(word).family !== '');
}
