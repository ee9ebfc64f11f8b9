import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { NOTHING_KNOWN } from '../../core';
import { citationsOf, type ModelEntry } from '../readModels';
import { MapEditor, inline, type FactChanges } from './editMap';
import { GENERATED, readStore, type StoredModel } from './store';

/** An owner new to the catalog has a file of its own from this many models on; fewer share one by the owner's first letter. */
const OWN_FILE = 5;

/** An entry to write, with the records that it takes the place of: the first is changed, others were of a former name. */
export interface Written {
  readonly id: string;
  readonly entry: ModelEntry;
  readonly stored: readonly StoredModel[];
}

/**
 * Writes entries into the generated YAML of the Hub's models. What is there is changed in its place; only entries that differ are
 * touched. A model of a known owner joins the file where that owner's models are. Throws before it writes anything.
 */
export function writeModels(dataFolder: string, written: readonly Written[]): void {
  const files = new ModelFiles(dataFolder);
  const fresh: Written[] = [];
  for (const one of written) {
    const [first, ...former] = one.stored;
    for (const stored of former) files.editor(stored.path).remove(stored.key);
    if (first === undefined) fresh.push(one);
    else if (ownerOf(first.id) === ownerOf(one.id)) change(files.editor(first.path), one, first);
    else {
      files.editor(first.path).remove(first.key);
      fresh.push(one);
    }
  }
  files.addAll(fresh);
  files.write();
}

function change(editor: MapEditor, { id, entry }: Written, stored: StoredModel): void {
  const key = stored.owner === undefined ? id : id.slice(id.indexOf('/') + 1);
  editor.change(stored.key, changesOf(entry, stored), key === stored.key ? stored.key : key);
}

/** What to change in a record so that, with the defaults of its file, it says what the entry says. */
function changesOf(entry: ModelEntry, { entry: before, defaults }: StoredModel): FactChanges {
  const names = [...new Set([...Object.keys(entry), ...Object.keys(before)])] as (keyof ModelEntry)[];
  const changed = names.filter((fact) =>
    fact === 'sources'
      ? !isDeepStrictEqual(bySource(entry), bySource(before))
      : !isDeepStrictEqual(entry[fact], before[fact]),
  );
  return Object.fromEntries(
    changed.map((fact) => {
      if (entry[fact] !== undefined || !(fact in defaults)) return [fact, entry[fact]];
      return [fact, NOTHING_KNOWN[fact as keyof typeof NOTHING_KNOWN]];
    }),
  );
}

/** Which source supplies which facts, whichever way it is written. */
function bySource(entry: ModelEntry): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(citationsOf(entry).map(([cited, facts]) => [cited, new Set(facts)]));
}

/** The files of the Hub's models that a merge changes or begins. */
class ModelFiles {
  private readonly editors = new Map<string, MapEditor>();
  private readonly begun = new Map<string, string>();
  /** The file that has most models of an owner, with the owner it puts before its keys. */
  private readonly homes: ReadonlyMap<string, StoredModel>;

  constructor(private readonly dataFolder: string) {
    const store = readStore(dataFolder).filter(({ isCurated }) => !isCurated);
    const counts = new Map<string, number>();
    const homes = new Map<string, StoredModel>();
    for (const stored of store) {
      const owner = ownerOf(stored.id);
      const count = (counts.get(`${owner} ${stored.path}`) ?? 0) + 1;
      counts.set(`${owner} ${stored.path}`, count);
      const home = homes.get(owner);
      if (home === undefined || count > (counts.get(`${owner} ${home.path}`) ?? 0)) homes.set(owner, stored);
    }
    this.homes = homes;
  }

  editor(path: string): MapEditor {
    const known = this.editors.get(path);
    if (known !== undefined) return known;
    const editor = new MapEditor(path, readFileSync(join(this.dataFolder, path), 'utf8'), 'models');
    this.editors.set(path, editor);
    return editor;
  }

  addAll(fresh: readonly Written[]): void {
    const owners = new Map<string, Written[]>();
    for (const one of fresh) {
      const owner = ownerOf(one.id);
      owners.set(owner, [...(owners.get(owner) ?? []), one]);
    }
    const begun = new Map<string, Written[]>();
    for (const [owner, models] of owners) {
      const home = this.homes.get(owner);
      if (home === undefined) {
        const path = `${GENERATED}/${models.length >= OWN_FILE ? owner : tailOf(owner)}.yaml`;
        begun.set(path, [...(begun.get(path) ?? []), ...models]);
      } else for (const one of models) this.add(home, one);
    }
    for (const [path, models] of begun) this.addTo(path, models);
  }

  private add(home: StoredModel, { id, entry }: Written): void {
    const { owner, path, defaults } = home;
    const key = owner === undefined ? id : id.slice(id.indexOf('/') + 1);
    // Defaults were written for the models that were there: a new one says for itself what they would say of it.
    const unsaid = Object.keys(defaults).filter((fact) => !(fact in entry) && fact in NOTHING_KNOWN);
    const nothing = Object.fromEntries(
      unsaid.map((fact) => [fact, NOTHING_KNOWN[fact as keyof typeof NOTHING_KNOWN]]),
    );
    this.editor(path).add(key, { ...nothing, ...entry });
  }

  private addTo(path: string, models: readonly Written[]): void {
    if (existsSync(join(this.dataFolder, path))) {
      for (const { id, entry } of models) this.editor(path).add(id, entry);
      return;
    }
    const sorted = [...models].sort((a, b) => (a.id.toLowerCase() < b.id.toLowerCase() ? -1 : 1));
    const lines = sorted.map(({ id, entry }) => `  ${inline(id)}: ${inline(entry)}\n`);
    this.begun.set(path, `registry: huggingface\nmodels:\n${lines.join('')}`);
  }

  /** Writes every file that is new or reads otherwise than before. */
  write(): void {
    const texts = [
      ...[...this.editors].map(([path, editor]) => [path, editor.toString()] as const),
      ...this.begun,
    ];
    for (const [path, text] of texts) {
      const file = join(this.dataFolder, path);
      if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
}

function ownerOf(id: string): string {
  return id.slice(0, id.indexOf('/')).toLowerCase();
}

function tailOf(owner: string): string {
  const first = owner.charAt(0);
  return `_${/[a-z]/.test(first) ? first : '0'}`;
}
