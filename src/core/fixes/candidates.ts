import type { Catalog, ModelRecord } from '../catalog/records';
import type { Model } from '../model';
import { findingsFor } from '../policy/evaluate';
import type { EvaluationContext } from '../policy/evaluationContext';
import type { ModelReference } from '../reference';
import { OPENNESS_LEVELS } from '../vocabulary';
import { spellingIn } from './spelling';

export interface Candidate {
  readonly record: ModelRecord;
  /** As the reference's registry spells it. */
  readonly spelling: string;
}

/** A list longer than this is no help to choose from. */
const MAX_CANDIDATES = 3;

/** What says nothing about whether a model may be used: any replacement would have it too. */
const BESIDE_THE_POINT = new Set(['model/unpinned-revision']);

/** An audit asks the same of every place that names a model. */
const known = new WeakMap<EvaluationContext, Map<string, readonly Candidate[]>>();

const byTask = new WeakMap<Catalog, Map<string, ModelRecord[]>>();

/**
 * The best replacements for a model: of the same task, spelled by the same registry, and such that the policy finds nothing
 * about them. Nearest in purpose and size first, then the more open, the newer, the better known.
 */
export function replacementsFor(model: Model, reference: ModelReference, context: EvaluationContext): readonly Candidate[] {
  const key = `${model.id} ${reference.registry} ${reference.role}`;
  let found = known.get(context);
  if (found === undefined) known.set(context, (found = new Map()));
  let candidates = found.get(key);
  if (candidates === undefined) found.set(key, (candidates = search(model, reference, context)));
  return candidates;
}

function search(model: Model, reference: ModelReference, context: EvaluationContext): readonly Candidate[] {
  const { catalog } = context;
  const task = taskOf(model, catalog);
  if (task === undefined) return [];
  const found: Candidate[] = [];
  for (const record of ranked(modelsOf(task, catalog), model, catalog)) {
    const spelling = spellingIn(record, reference.registry, catalog);
    if (spelling === undefined || !isAcceptable(spelling, reference, context)) continue;
    if (found.push({ record, spelling }) === MAX_CANDIDATES) break;
  }
  return found;
}

/** Tasks of the Hub that name the same thing. */
const SAME_TASK: Readonly<Record<string, string>> = { 'sentence-similarity': 'feature-extraction' };

/** The model's task, or that of a model it was made from. */
function taskOf({ task, copyOf, lineage }: Model, catalog: Catalog): string | undefined {
  const stated = task ?? [copyOf, ...lineage.map((base) => base.model)]
    .map((id) => (id === null ? null : catalog.model(id)?.task ?? null)).find((inherited) => inherited !== null);
  return stated === null || stated === undefined ? undefined : SAME_TASK[stated] ?? stated;
}

/** Models somebody can move to. The list of a task is kept: the catalogue is large, and a menu is opened often. */
function modelsOf(wanted: string, catalog: Catalog): readonly ModelRecord[] {
  let tasks = byTask.get(catalog);
  if (tasks === undefined) {
    byTask.set(catalog, (tasks = new Map()));
    for (const record of catalog.models) {
      if (record.task === null || record.status.state !== 'active' || record.license === null || record.copyOf !== null) continue;
      const task = SAME_TASK[record.task] ?? record.task;
      const list = tasks.get(task);
      if (list === undefined) tasks.set(task, [record]);
      else list.push(record);
    }
  }
  return tasks.get(wanted) ?? [];
}

function ranked(records: readonly ModelRecord[], model: Model, catalog: Catalog): readonly ModelRecord[] {
  return records.filter((record) => record.id !== model.id && canStandIn(record, model)).map((record) => ({ record, rank: rankOf(record, model, catalog) }))
    .sort((a, b) => compare(a.rank, b.rank) || (a.record.id < b.record.id ? -1 : 1)).map(({ record }) => record);
}

/** A model eight times as large or as small does another job, and so does one that ranks, guards or compares pictures with words. */
function canStandIn(record: ModelRecord, model: Model): boolean {
  return sizeDistance(sizeOf(record), sizeOf(model)) <= MAX_DOUBLINGS && JOBS.every((job) => job.test(record.id) === job.test(model.id));
}

const MAX_DOUBLINGS = 3;

/** Lower is better, the first figure that differs decides. */
function rankOf(record: ModelRecord, model: Model, catalog: Catalog): readonly number[] {
  return [
    PURPOSES.filter((purpose) => purpose.test(record.id) !== purpose.test(model.id)).length,
    isOfficial(record, catalog) ? 0 : 1,
    sizeDistance(sizeOf(record), sizeOf(model)),
    -OPENNESS_LEVELS.indexOf(record.openness ?? 'api-only'),
    -Number(record.released?.slice(0, 4) ?? 0),
    // Many spellings in other registries: many have built on it.
    -record.aliases.length,
  ];
}

/** What a name says of what a model is for: one that follows instructions is not replaced by one that does not. */
const PURPOSES = [
  /instruct|chat|assistant|-it(?:$|[-.:])/i, /base(?:$|[-.:])/i, /embed|bge-|gte-|(?:^|[-/])e5-/i, /rerank/i, /cod(?:e|er)(?:$|[-.:])/i,
  /vision|vlm?(?:$|[-.:])/i, /math/i,
];

/** What a name says of a job that no other model does, whatever its task is called. */
const JOBS = [/rerank|cross-encoder/i, /guard|moderation/i, /clip/i];

/** A publisher's own model, not what a stranger made or copied of it. */
function isOfficial({ publisher, lineage }: ModelRecord, catalog: Catalog): boolean {
  const kind = publisher === null ? undefined : catalog.organization(publisher)?.kind;
  return kind !== undefined && kind !== 'community' && kind !== 'person' && kind !== 'unknown' && lineage.every(({ relation }) => relation === 'finetune');
}

/** Parameters in billions: as stated, or as the name has it (`8B`, `350M`). */
function sizeOf({ id, parameters }: Pick<ModelRecord, 'id' | 'parameters'>): number | undefined {
  if (parameters !== null) return parameters / 1e9;
  const [, figure, unit] = /(?:^|[^A-Za-z0-9.])(\d{1,4}(?:\.\d{1,3})?)([bm])(?![A-Za-z0-9])/i.exec(id) ?? [];
  return figure === undefined ? undefined : Number(figure) / (unit?.toLowerCase() === 'm' ? 1000 : 1);
}

/** Halvings or doublings between two sizes, to the half; a size that is not known counts as far, unless the wanted one is not known either. */
function sizeDistance(a: number | undefined, wanted: number | undefined): number {
  if (wanted === undefined) return 0;
  if (a === undefined) return MAX_DOUBLINGS;
  return Math.round(Math.abs(Math.log2(a / wanted)) * 2) / 2;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((figure, index) => figure !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

function isAcceptable(spelling: string, reference: ModelReference, context: EvaluationContext): boolean {
  const replaced: ModelReference = { ...reference, id: spelling, text: spelling, confidence: 'high' };
  return findingsFor(replaced, context).every(({ rule }) => BESIDE_THE_POINT.has(rule));
}
