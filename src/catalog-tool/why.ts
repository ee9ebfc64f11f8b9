import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type YAMLMap,
} from 'yaml';
import { type CatalogRecords, createCatalog, type ModelRecord, ruleFinder } from '../core';
import { MODEL_FACTS } from './modelFacts';
import { readData, readModelFiles, type DataFile } from './readData';
import { citationsOf, type ModelEntry, type ModelFile } from './readModels';
import { SETTLED_FACTS, type Settled } from './settled';
import { UsageError } from './usageError';

export const WHY_USAGE = 'why MODEL [FACT]';

type Fact = (typeof MODEL_FACTS)[number];

/** One place that says something of a fact. Lines are 1-based. */
interface Told {
  readonly file: string;
  readonly line: number;
  readonly value: unknown;
  readonly source: string;
}

/**
 * The lines that `catalog why` prints: for each fact its value, then the places that say something of it, the one that decides first.
 * Throws a {@link UsageError} for a model or a fact that there is not.
 */
export function whyOf(
  dataFolder: string,
  records: CatalogRecords,
  spelling: string,
  fact?: string,
): readonly string[] {
  const record = createCatalog(records).resolve(spelling)?.record;
  if (record === undefined) throw new UsageError(`the catalog has no model "${spelling}"`);
  const asked = MODEL_FACTS.filter((name) => fact === undefined || name === fact);
  if (asked.length === 0)
    throw new UsageError(`there is no fact "${String(fact)}"; there is: ${MODEL_FACTS.join(', ')}`);
  // Files have one word for both days, of which a record has one.
  const day = record.created === null ? 'released' : 'created';
  const facts = new Set(asked.map((name) => (name === 'released' || name === 'created' ? day : name)));
  const places = new Places(dataFolder, records.sources, record);
  return [
    record.id === spelling ? record.id : `${spelling}: ${record.id}`,
    ...[...facts]
      .flatMap((name) => linesOf(name, record, places.of(name === 'created' ? 'released' : name), records))
      .map((line) => `  ${line}`),
  ];
}

function linesOf(
  fact: Fact,
  record: ModelRecord,
  told: readonly Told[],
  records: CatalogRecords,
): readonly string[] {
  const value = record[fact];
  if (told.length === 0 && (isEmpty(value) || isUntold(fact, record))) return [];
  const [first, ...rest] = told;
  const decided = first !== undefined && same(first.value, value) ? first : undefined;
  return [
    `${fact}: ${shown(value)}`,
    decided === undefined ? `  ${consequence(fact, record, records)}` : `  ${placeOf(decided)}`,
    ...(decided === undefined ? told : rest).map(
      (other) => `  outranked: ${placeOf(other)}, ${shown(other.value)}`,
    ),
  ];
}

function placeOf({ file, line, source }: Told): string {
  return `${file}:${line}  ${source}`;
}

/** Where no file says a fact of the model itself: what it follows from. */
function consequence(
  fact: Fact,
  record: ModelRecord,
  { families, organizations, sources }: CatalogRecords,
): string {
  const rule = fact === 'license' ? ruleFinder(families)(record.id, record.registry) : undefined;
  const cited = record.sources
    .filter(({ facts }) => facts.includes(fact))
    .map(({ source, date }) => `${sources[source]?.title ?? source} (${date})`);
  if (fact === 'publisher') {
    const owner = organizations.find(({ id }) => id === record.publisher);
    return owner === undefined
      ? 'no organization owns its namespace'
      : `by the owner of its namespace, organizations/: ${owner.id}`;
  }
  if (rule !== undefined && rule.license === record.license)
    return `inferred from license-families/: ${rule.id}; ${cited.join(', ')}`;
  return cited.length > 0 ? cited.join(', ') : 'follows from its other facts';
}

/** Finds what the files say of one model. */
class Places {
  constructor(
    private readonly dataFolder: string,
    private readonly sources: CatalogRecords['sources'],
    private readonly record: ModelRecord,
  ) {}

  /** The place that decides first: overrides before entries, an entry before what its file says of all. */
  of(fact: Fact): readonly Told[] {
    return [...this.overrides(fact), ...this.entries(fact)];
  }

  private overrides(fact: Fact): readonly Told[] {
    if (!SETTLED_FACTS.includes(fact as never)) return [];
    const wanted = this.record.id.toLowerCase();
    return readData(this.dataFolder, 'overrides')
      .flatMap((file) => {
        const about = (file.value as readonly Settled[]).flatMap((entry, index) =>
          entry[fact as keyof Settled] !== undefined && entry.models.some((id) => id.toLowerCase() === wanted)
            ? [{ entry, index }]
            : [],
        );
        if (about.length === 0) return [];
        const lines = new Lines(this.dataFolder, file);
        return about.map(({ entry, index }) => ({
          file: `${this.dataFolder}/${file.path}`,
          line: lines.at([index, fact]),
          value: entry[fact as keyof Settled],
          source: `${entry.source} (${entry.date})`,
        }));
      })
      .reverse();
  }

  private entries(fact: Fact): readonly Told[] {
    return readModelFiles(this.dataFolder).flatMap((file) => {
      const { registry, owner, defaults = {}, models } = file.value as ModelFile;
      if (registry !== this.record.registry) return [];
      const key = Object.keys(models).find((name) =>
        this.isRecord(owner === undefined ? name : `${owner}/${name}`),
      );
      const entry = key === undefined ? undefined : models[key];
      if (key === undefined || entry === undefined) return [];
      const lines = new Lines(this.dataFolder, file);
      const all: ModelEntry = { ...defaults, ...entry };
      return [
        { of: entry, path: ['models', key, fact] },
        { of: defaults, path: ['defaults', fact] },
      ].flatMap(({ of, path }) =>
        of[fact as keyof ModelEntry] === undefined
          ? []
          : [
              {
                file: `${this.dataFolder}/${file.path}`,
                line: lines.at(path),
                value: of[fact as keyof ModelEntry],
                source: this.cited(all, fact),
              },
            ],
      );
    });
  }

  private isRecord(id: string): boolean {
    return id.toLowerCase() === this.record.id.toLowerCase();
  }

  private cited(entry: ModelEntry, fact: Fact): string {
    const cited = citationsOf(entry).filter(([, facts]) => facts.includes(fact));
    const named = (cited.length > 0 ? cited : citationsOf(entry)).map(([key]) => {
      const source = this.sources[key];
      return source === undefined ? key : `${source.title} (${source.date})`;
    });
    return named.join(', ');
  }
}

/** The lines of one file's values. */
class Lines {
  private readonly counter = new LineCounter();
  private readonly document: Document.Parsed;

  constructor(dataFolder: string, { path }: DataFile) {
    this.document = parseDocument(readFileSync(join(dataFolder, path), 'utf8'), {
      lineCounter: this.counter,
    });
  }

  /** The 1-based line of the key at a path; that of the nearest value above it where the path ends earlier. */
  at(path: readonly (string | number)[]): number {
    let node: unknown = this.document.contents;
    let offset = 0;
    for (const step of path) {
      const next = isSeq(node)
        ? node.items[Number(step)]
        : isMap(node)
          ? pairOf(node, String(step))
          : undefined;
      if (next === undefined) break;
      const key = isSeq(node) ? next : (next as { key: unknown }).key;
      node = isSeq(node) ? next : (next as { value: unknown }).value;
      if (isNode(key) && key.range) offset = key.range[0];
    }
    return this.counter.linePos(offset).line;
  }
}

function pairOf(map: YAMLMap, key: string): unknown {
  return map.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || shown(value) === '[]' || shown(value) === '{}';
}

/** A model of which nobody says that it ended is `active` by default, which is no fact. */
function isUntold(fact: Fact, { status }: ModelRecord): boolean {
  return fact === 'status' && status.state === 'active';
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
