import { hashText } from '../text/hash';
import { Compactor, type FileYield } from './fileYield';

interface Entry {
  readonly key: string;
  readonly facts: number;
  readonly file: FileYield;
}

/**
 * What files yielded in earlier audits by the same engine. A file whose text, and all that it is judged by, is unchanged is not
 * searched again. Holds one entry a path.
 */
export class AuditMemory {
  private readonly entries = new Map<string, Entry>();
  readonly compactor = new Compactor();

  /**
   * The yield of a file: remembered, or made now.
   * @param key tells whether its text, or what it is judged by, has changed
   * @param facts tells whether more is known of models by now; a file that names none is the same whatever is known
   */
  of(path: string, { key, facts }: Omit<Entry, 'file'>, make: () => FileYield): FileYield {
    const known = this.entries.get(path);
    if (known?.key === key && (known.facts === facts || known.file.references.length === 0))
      return known.file;
    const file = make();
    this.entries.set(path, { key, facts, file });
    return file;
  }
}

/** A key is only ever compared with the earlier one of the same path, so two words of hash are plenty. */
export function contentKey(text: string, context: string): string {
  return `${text.length} ${hashText(text)} ${context}`;
}
