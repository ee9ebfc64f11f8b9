import type { Catalog, ModelRecord } from '../catalog/records';
import type { Model } from '../model';
import { findingsFor, type EvaluationContext } from '../policy/evaluate';
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
 * about them. Nearest in size first, then the more open, then the newer.
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
  if (model.task === null) return [];
  const found: Candidate[] = [];
  for (const record of ranked(modelsOf(model.task, context.catalog), model)) {
    const spelling = spellingIn(record, reference.registry, context.catalog);
    if (spelling === undefined || !isAcceptable(spelling, reference, context)) continue;
    if (found.push({ record, spelling }) === MAX_CANDIDATES) break;
  }
  return found;
}

/** Models somebody can move to. The list of a task is kept: the catalogue is large, and a menu is opened often. */
function modelsOf(task: string, catalog: Catalog): readonly ModelRecord[] {
  let tasks = byTask.get(catalog);
  if (tasks === undefined) {
    byTask.set(catalog, (tasks = new Map()));
    for (const record of catalog.models) {
      if (record.task === null || record.status.state !== 'active' || record.license === null || record.copyOf !== null) continue;
      const list = tasks.get(record.task);
      if (list === undefined) tasks.set(record.task, [record]);
      else list.push(record);
    }
  }
  return tasks.get(task) ?? [];
}

function ranked(records: readonly ModelRecord[], model: Model): readonly ModelRecord[] {
  return records.filter(({ id }) => id !== model.id).map((record) => ({ record, rank: rankOf(record, model) }))
    .sort((a, b) => compare(a.rank, b.rank) || (a.record.id < b.record.id ? -1 : 1)).map(({ record }) => record);
}

/** Lower is better, the first figure that differs decides. */
function rankOf(record: ModelRecord, model: Model): readonly number[] {
  return [
    // A model that follows instructions is not replaced by one that does not, nor a publisher's model by a stranger's.
    followsInstructions(record.id) === followsInstructions(model.id) ? 0 : 1,
    record.publisher !== null && record.lineage.every(({ relation }) => relation === 'finetune') ? 0 : 1,
    sizeDistance(record.parameters, model.parameters),
    -OPENNESS_LEVELS.indexOf(record.openness ?? 'api-only'),
    record.released === null ? 0 : -Number(record.released.replaceAll('-', '').padEnd(8, '0')),
  ];
}

function followsInstructions(id: string): boolean {
  return /(?:instruct|chat|assistant|-it(?:$|[-.:]))/i.test(id);
}

/** Halvings or doublings between two sizes, to the half; a size that is not known counts as far. */
function sizeDistance(a: number | null, b: number | null): number {
  if (a === null || b === null) return a === b ? 0 : 4;
  return Math.round(Math.abs(Math.log2(a / b)) * 2) / 2;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((figure, index) => figure !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

function isAcceptable(spelling: string, reference: ModelReference, context: EvaluationContext): boolean {
  const replaced: ModelReference = { ...reference, id: spelling, text: spelling, confidence: 'high' };
  return findingsFor(replaced, context).every(({ rule }) => BESIDE_THE_POINT.has(rule));
}
