import { hashText } from '../text/hash';
import { Compactor, type FileYield } from './fileYield';

/** What a kept yield of a file is compared by. */
export interface EntryKey {
  /** Tells whether its text, or what it is judged by, has changed. */
  readonly key: string;
  /** Tells whether more is known of models by now; a file that names none is the same whatever is known. */
  readonly facts: number;
}

interface Entry extends EntryKey {
  readonly file: FileYield;
}

/**
 * What files yielded in earlier audits by the same engine. A file whose text, and all that it is judged by, is unchanged is not
 * searched again. Holds one entry a path.
 */
export class AuditMemory {
  private readonly entries = new Map<string, Entry>();
  readonly compactor = new Compactor();

  /** What the file of a path yielded, where that still holds. */
  known(path: string, { key, facts }: EntryKey): FileYield | undefined {
    const known = this.entries.get(path);
    return known?.key === key && (known.facts === facts || known.file.references.length === 0)
      ? known.file
      : undefined;
  }

  /** Keeps what the file of a path yielded, in place of what it did before. */
  keep(path: string, { key, facts }: EntryKey, file: FileYield): void {
    this.entries.set(path, { key, facts, file });
  }
}

/** A key is only ever compared with the earlier one of the same path, so two words of hash are plenty. */
export function contentKey(text: string, context: string): string {
  return `${text.length} ${hashText(text)} ${context}`;
}
