import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogRecords, ModelRecord, Source } from '../core';
import { MODEL_FACTS } from './modelFacts';
import { UsageError } from './usageError';

export const EXPORT_USAGE = 'export FOLDER';

/** Under which the exported facts may be passed on: the license of this project. Facts as such are free; their selection is ours. */
const LICENSE = 'Apache-2.0';

/** Data that may not be changed or sold, or that binds what is made from it: what rests on such a source alone is left out. */
const CLOSED = /(?:^|[^a-z])(?:NC|ND|A?GPL|LGPL)(?:[^a-z]|$)/i;

/** What rules and names give when nothing else does: no fact to pass on. */
const DEFAULTS: Readonly<Record<string, unknown>> = { status: { state: 'active' } };

/** Facts of a model in the order in which they are written. */
const FACTS = ['name', ...MODEL_FACTS, 'contradictions'] as const;

/** The files of an export: JSON Lines, the first line of each a head with date and license. */
export type Export = Readonly<Record<'models' | 'licenses' | 'organizations' | 'hosts', readonly object[]>>;

/**
 * The catalog for others, such as tools that write bills of materials: one record a line, each fact of a model with its evidence.
 * Facts that only sources under no-derivatives, non-commercial or copyleft terms give are left out.
 */
export function exportOf(records: CatalogRecords): Export {
  const head = (kind: string): object => ({
    kind,
    version: 1,
    date: records.date,
    license: LICENSE,
    note: 'Facts with their sources; no legal advice. A field that is missing is not known.',
  });
  return {
    models: [head('models'), ...records.models.flatMap((model) => modelLine(model, records.sources) ?? [])],
    licenses: [head('licenses'), ...records.licenses],
    organizations: [head('organizations'), ...records.organizations],
    hosts: [head('hosts'), ...records.hosts],
  };
}

/** Writes an export as `models.jsonl`, `licenses.jsonl`, `organizations.jsonl` and `hosts.jsonl`. */
export function exportCommand([folder, ...rest]: readonly string[], records: CatalogRecords): number {
  if (folder === undefined || rest.length > 0) throw new UsageError(`usage: catalog ${EXPORT_USAGE}`);
  mkdirSync(folder, { recursive: true });
  for (const [kind, lines] of Object.entries(exportOf(records)))
    writeFileSync(join(folder, `${kind}.jsonl`), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return 0;
}

function modelLine(model: ModelRecord, sources: CatalogRecords['sources']): object | undefined {
  const free = model.sources.filter(({ source }) => !CLOSED.test(sources[source]?.license ?? ''));
  if (free.length === 0 && model.sources.length > 0) return undefined;
  const facts = FACTS.filter((fact) => isStated(fact, model[fact]) && !isClosed(fact, model, free));
  return {
    id: model.id,
    registry: model.registry,
    ...Object.fromEntries(facts.map((fact) => [fact, model[fact]])),
    evidence: Object.fromEntries(
      facts.flatMap((fact) => {
        const told = free.filter((source) => source.facts.includes(fact));
        return told.length === 0 ? [] : [[fact, told.map((source) => evidenceOf(source, sources))]];
      }),
    ),
  };
}

/** Whether a fact rests on sources that may not be passed on, and on no other. What no source gives follows from other facts. */
function isClosed(fact: string, { sources }: ModelRecord, free: readonly Source[]): boolean {
  const gives = ({ facts }: Source): boolean => facts.includes(fact);
  return sources.some(gives) && !free.some(gives);
}

function evidenceOf({ source, date, confidence }: Source, sources: CatalogRecords['sources']): object {
  const named = sources[source];
  return {
    source: named?.title ?? source,
    ...(named !== undefined && named.url !== null && { url: named.url }),
    date,
    confidence,
    ...(named?.inferred === true && { inferred: true }),
  };
}

function isStated(fact: string, value: unknown): boolean {
  const text = JSON.stringify(value ?? null);
  return text !== 'null' && text !== '[]' && text !== '{}' && text !== JSON.stringify(DEFAULTS[fact]);
}
