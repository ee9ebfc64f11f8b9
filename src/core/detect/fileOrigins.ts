import { countUpTo } from '../text/sorted';
import type { Registry } from '../vocabulary';

/** A repository that files of weights come from. */
export interface Repository {
  readonly registry: Registry;
  readonly id: string;
}

/** A file of weights that is named somewhere. */
interface NamedFile {
  readonly at: number;
  readonly name: string;
  /** Number of the mapping or call that it is named in, 0 for none. */
  readonly entry: number;
  /** Number of the mapping that holds its own mapping or list as a value, 0 for none. */
  readonly outer: number;
}

interface Source {
  readonly at: number;
  readonly repository: Repository;
}

/**
 * Which repositories the files of weights come from that a text names: an address ends in the file's name, or one
 * repository stands beside it in the same mapping or call, or beside the mapping or list of files. A file's name alone
 * tells too little: many repack the same model.
 */
export class FileOrigins {
  private readonly files: NamedFile[] = [];
  private readonly byName = new Map<string, Source[]>();
  /** The one repository of an entry, `null` where there are several: nothing tells then which is meant. */
  private readonly byEntry = new Map<number, Repository | null>();

  addFile(file: NamedFile): void {
    this.files.push(file);
  }

  /** A repository is named, perhaps in the address of one of its files. */
  addRepository(
    repository: Repository,
    { at, entry, file }: { readonly at: number; readonly entry: number; readonly file: string | undefined },
  ): void {
    if (file !== undefined) this.addSource(file, { at, repository });
    const other = this.byEntry.get(entry);
    if (entry > 0)
      this.byEntry.set(entry, other === undefined || other?.id === repository.id ? repository : null);
  }

  /** The files whose repository the text tells, by their offsets. */
  *known(): Generator<{ readonly at: number; readonly repository: Repository }> {
    for (const { at, name, entry, outer } of this.files) {
      const own = this.byEntry.get(entry);
      const repository = own === undefined ? this.byEntry.get(outer) : own;
      if (repository && !this.byName.has(name)) this.addSource(name, { at, repository });
    }
    for (const { at, name } of this.files) {
      const nearest = nearestTo(at, this.byName.get(name) ?? []);
      if (nearest !== undefined) yield { at, repository: nearest.repository };
    }
  }

  private addSource(file: string, source: Source): void {
    const known = this.byName.get(file);
    if (known === undefined) this.byName.set(file, [source]);
    else known.push(source);
  }
}

/** Several repositories may have files of one name: the nearest is meant. `sources` are in the order of the text. */
function nearestTo(at: number, sources: readonly Source[]): Source | undefined {
  const count = countUpTo(sources, at, (source) => source.at);
  const before = sources[count - 1];
  const after = sources[count];
  if (before === undefined || after === undefined) return before ?? after;
  return at - before.at <= after.at - at ? before : after;
}
