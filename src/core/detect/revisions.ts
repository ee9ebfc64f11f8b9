import type { RevisionPin } from '../reference';
import type { TextRange } from '../text/range';
import { grouped } from '../text/grouped';
import { cut } from '../text/interner';
import { countUpTo } from '../text/sorted';
import { pin } from './match';
import { keyWords } from './signatures/keys';
import { entryOf, type Site } from './site';

const REVISION = 'revision';
/** A branch, a tag or a commit, and no number that something counts up. */
const VALUE = /^(?!\d{1,6}$)\w[\w./-]{0,99}$/;
/** Words of keys of both a name and its revision that do not tell one model of a mapping from another. */
const PLAIN = new Set('model id name repo repository hf hub huggingface path pretrained or'.split(' '));
/** Characters between two settings that belong together. */
const NEAR = 2_000;

/** Whether a key is for the revision of something. */
export function isRevisionKey(key: string): boolean {
  return (
    key.length >= REVISION.length &&
    key.slice(-REVISION.length).toLowerCase() === REVISION &&
    keyWords(key).at(-1) === REVISION
  );
}

/** Where a name or a revision stands, and of which model its key speaks. */
interface Setting {
  readonly at: number;
  /** The number of the mapping; 0 for none. */
  readonly entry: number;
  /** The list that the mapping is an element of, with the names around it; `''` for none. */
  readonly outer: string;
  /** What holds settings together that are in no mapping; none in code, where anything may stand between them. */
  readonly scope: string | undefined;
  /** The words of the key that tell one model from another: `embedding` of `EMBEDDING_MODEL_REVISION`. */
  readonly stem: string;
}

/** Revisions that settings give for the models of others beside them: `MODEL_ID=owner/name` and `REVISION=main`. */
export class Revisions {
  private readonly revisions: (Setting & { readonly value: string })[] = [];
  private readonly names: Setting[] = [];

  /**
   * Takes in a value, if it is a revision under a key that says so. Asked for each value of a text.
   * @param outerOf the list that a mapping is an element of, by its number
   */
  note(text: string, { start, end }: TextRange, site: Site, outerOf: (entry: number) => number): void {
    if (!isRevisionKey(site.key)) return;
    const value = cut(text, start, end);
    if (VALUE.test(value)) this.revisions.push({ ...settingAt(start, site, outerOf), value });
  }

  /** Takes in the name of a model that has revisions. */
  addName(at: number, site: Site, outerOf: (entry: number) => number): void {
    this.names.push(settingAt(at, site, outerOf));
  }

  /** The names that a revision stands beside, by their offsets. */
  *pinned(): Generator<{ readonly at: number; readonly revision: RevisionPin }> {
    if (this.revisions.length === 0) return;
    const names = [...this.names].sort((a, b) => a.at - b.at);
    const places: Places = {
      entries: grouped(names, ({ entry }) => String(entry)),
      lists: grouped(names, ({ outer }) => outer),
      scopes: grouped(
        names.filter(({ entry }) => entry === 0),
        ({ scope }) => scope ?? '',
      ),
    };
    for (const revision of this.revisions) {
      const name = nameOf(revision, places);
      if (name !== undefined) yield { at: name.at, revision: pin(revision.value) };
    }
  }
}

/** Names by what holds them together, each in the order of the text. */
interface Places {
  readonly entries: ReadonlyMap<string, readonly Setting[]>;
  readonly lists: ReadonlyMap<string, readonly Setting[]>;
  readonly scopes: ReadonlyMap<string, readonly Setting[]>;
}

function nameOf(revision: Setting, { entries, lists, scopes }: Places): Setting | undefined {
  const { entry, outer, scope, stem } = revision;
  const own = entry > 0 ? (entries.get(String(entry)) ?? []) : [];
  if (own.length === 1 && stem === '') return own[0];
  if (own.length > 0) return nearest(own, revision);
  // Each variable of a container is a mapping of its own, in the list of them.
  if (outer !== '') return nearest(lists.get(outer) ?? [], revision);
  return entry > 0 || scope === undefined ? undefined : nearest(scopes.get(scope) ?? [], revision);
}

function settingAt(at: number, site: Site, outerOf: (entry: number) => number): Setting {
  const { key, parents, where, group } = site;
  const entry = entryOf(site);
  const outer = where === 'config' ? outerOf(entry || group) : 0;
  return {
    at,
    entry,
    outer: outer === 0 ? '' : [outer, ...parents].join('\n'),
    scope: where === 'code' ? undefined : [where, ...parents].join('\n'),
    stem: keyWords(key)
      .filter((word) => word !== REVISION && !PLAIN.has(word))
      .join('_'),
  };
}

/** Of those near whose keys speak of the same model the nearest. */
function nearest(names: readonly Setting[], { at, stem }: Setting): Setting | undefined {
  const isNear = (name: Setting): boolean => Math.abs(name.at - at) <= NEAR;
  const next = countUpTo(names, at, placeOf);
  let [before, behind] = [next - 1, next];
  for (;;) {
    const [left, right] = [names[before], names[behind]].map((name) =>
      name !== undefined && isNear(name) ? name : undefined,
    );
    const isLeft = left !== undefined && (right === undefined || at - left.at <= right.at - at);
    const name = isLeft ? left : right;
    if (name === undefined || name.stem === stem) return name;
    if (isLeft) before--;
    else behind++;
  }
}

function placeOf({ at }: Setting): number {
  return at;
}
