import { areOfOtherFamilies } from '../registries/names/families';
import { countUpTo } from '../text/sorted';
import type { Registry } from '../vocabulary';
import { keyWords } from './signatures/keys';
import { addTo } from '../text/grouped';

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
  /** What it is the value of in its entry. */
  readonly key: string;
}

/** Where a repository is named: as {@link NamedFile}, with the file that its address ends in. */
interface NamedRepository {
  readonly at: number;
  readonly entry: number;
  readonly key: string;
  readonly file: string | undefined;
}

/** Words of keys that say no more than that a file, or the repository that it is in, is named. */
const OF_ANY = new Set(
  'hf hub huggingface hugging face repo repository id file filename name path model url uri weights gguf'.split(
    ' ',
  ),
);

/** What a key says of the file beside that it is one: `draft` of `draftFileName` and of `draftHfRepo`. */
function leadOf(key: string): string {
  return keyWords(key)
    .filter((word) => !OF_ANY.has(word))
    .join(' ');
}

/** A repository, with the file that its address ends in. */
interface Addressed {
  readonly repository: Repository;
  readonly file: string | undefined;
}

/** The repositories of one entry, by what their keys say; `null` where several keys say the same. */
type OfEntry = Map<string, Addressed | null>;

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
  private readonly byEntry = new Map<number, OfEntry>();

  addFile(file: NamedFile): void {
    this.files.push(file);
  }

  /** A repository is named, perhaps in the address of one of its files. */
  addRepository(repository: Repository, { at, entry, key, file }: NamedRepository): void {
    if (file !== undefined) this.addSource(file, { at, repository });
    if (entry === 0) return;
    const own: OfEntry = this.byEntry.get(entry) ?? new Map();
    const lead = leadOf(key);
    const other = own.get(lead);
    const isOne = other === undefined || other?.repository.id === repository.id;
    own.set(lead, isOne ? { repository, file } : null);
    this.byEntry.set(entry, own);
  }

  /** The files whose repository the text tells, by their offsets. */
  *known(): Generator<{ readonly at: number; readonly repository: Repository }> {
    for (const { at, name, entry, outer, key } of this.files) {
      const beside = ofEntry(this.byEntry.get(entry) ?? this.byEntry.get(outer), key);
      if (beside && !this.byName.has(name) && !isOfOtherFile(name, beside.file))
        this.addSource(name, { at, repository: beside.repository });
    }
    for (const { at, name } of this.files) {
      const nearest = nearestTo(at, this.byName.get(name) ?? []);
      if (nearest !== undefined) yield { at, repository: nearest.repository };
    }
  }

  private addSource(file: string, source: Source): void {
    addTo(this.byName, file, source);
  }
}

/**
 * The one repository of an entry, or, where there are several, the one whose key says of it what the file's does: of
 * others nothing tells which is meant.
 */
function ofEntry(repositories: OfEntry | undefined, key: string): Addressed | null | undefined {
  if (repositories === undefined) return undefined;
  const [first, ...others] = repositories.values();
  return others.every((other) => other?.repository.id === first?.repository.id)
    ? first
    : repositories.get(leadOf(key));
}

/** Constants of a class for two models: the address ends in a file of another family, and says nothing of this one. */
function isOfOtherFile(name: string, file: string | undefined): boolean {
  return areOfOtherFamilies(name, file ?? '');
}

/** Several repositories may have files of one name: the nearest is meant. `sources` are in the order of the text. */
function nearestTo(at: number, sources: readonly Source[]): Source | undefined {
  const count = countUpTo(sources, at, (source) => source.at);
  const before = sources[count - 1];
  const after = sources[count];
  if (before === undefined || after === undefined) return before ?? after;
  return at - before.at <= after.at - at ? before : after;
}
