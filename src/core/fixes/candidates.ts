import type { Catalog, ModelRecord } from '../catalog/records';
import { hostOf } from '../lookup/hostOf';
import { isService } from '../lookup/hostedName';
import type { Lookup } from '../lookup/lookup';
import { serviceAt } from '../lookup/service';
import type { Model } from '../model';
import { perObject } from '../once';
import type { EvaluationContext } from '../policy/evaluationContext';
import { isOfImage } from '../policy/subject';
import type { ModelReference } from '../reference';
import { regionGroupOf } from '../registries/bedrock/regions';
import { OPENNESS_LEVELS } from '../vocabulary';
import { isBeyondDoubt, isFromAvoided, isObjectedTo, refusalOf } from './proposal';
import { spellingAt, spellingWithin, successorAt } from './spelling';
import {
  canonicalTask,
  canStandIn,
  familyWord,
  packingOf,
  purposeDistance,
  sizeDifference,
  sizeDistance,
  sizeOf,
  takesMoreSteps,
  taskByName,
} from './standIn';
import { isOfUntoldTuning, keepsTuning } from './tuning';
import { addTo } from '../text/grouped';

export interface Candidate {
  /** `undefined` for a successor of which only its host tells. */
  readonly record: ModelRecord | undefined;
  /** Whether it makes vectors, which go with those of no other model. */
  readonly isEmbedding: boolean;
  /** As the reference's registry spells it. */
  readonly spelling: string;
}

/** A list longer than this is no help to choose from. */
const MAX_CANDIDATES = 3;

/** An audit asks the same of every place that names a model, whatever configuration lies beside it: kept by look-up and policy. */
const known = perObject<Lookup, (policy: object) => Map<string, readonly Candidate[]>>(() =>
  perObject(() => new Map()),
);

const byTask = new WeakMap<Catalog, Map<string, ModelRecord[]>>();

/**
 * The best replacements for a model: the successor that its host names, where that may be written; then those of the same task, spelled
 * by the same registry, offered by the same host, and such that the policy finds nothing about them. Nearest in purpose and size first,
 * then the more open, the newer, the better known; at a service those of the same family before all others.
 */
export function replacementsFor(
  model: Model,
  reference: ModelReference,
  context: EvaluationContext,
): readonly Candidate[] {
  if (!isSurelySpelled(reference)) return [];
  const found = known(context.lookup)(context.policy ?? context.lookup);
  const key = JSON.stringify([
    model.id,
    reference.registry,
    regionGroupOf(reference.id),
    reference.role,
    reference.host,
    reference.region,
    reference.possibleRegions,
    reference.deploymentType,
    reference.context,
    context.today,
    context.projectLicense,
    pathAsJudged(context),
    context.claims?.version,
  ]);
  let candidates = found.get(key);
  if (candidates === undefined) found.set(key, (candidates = search(model, reference, context)));
  return candidates;
}

/** As much of a path as makes a difference: without a policy only what builds an image. */
function pathAsJudged({ path, policy }: EvaluationContext): string | boolean | undefined {
  return path === undefined || policy !== undefined ? path : isOfImage(path);
}

function search(model: Model, reference: ModelReference, context: EvaluationContext): readonly Candidate[] {
  const named = model.status.successor;
  const successor = named === undefined ? undefined : successorIn(named, reference, context);
  const found = alike(model, reference, context);
  // What the host gives in its place does its work, so what is like that does it too.
  const standing = named === undefined || successor !== undefined || found.length > 0 ? undefined : named;
  const next =
    standing === undefined ? undefined : context.lookup.find(standing, reference.registry, hostOf(reference));
  const all = [
    ...(successor === undefined ? [] : [successor]),
    ...found,
    ...(next === undefined ? [] : alike(next, reference, context)),
  ];
  return all
    .filter(({ spelling }, at) => all.findIndex((one) => one.spelling === spelling) === at)
    .slice(0, MAX_CANDIDATES);
}

function successorIn(
  name: string,
  reference: ModelReference,
  context: EvaluationContext,
): Candidate | undefined {
  const { catalog } = context;
  const spelling = successorAt(name, reference, catalog);
  const record = spelling === undefined ? undefined : catalog.resolve(spelling, reference.registry)?.record;
  if (
    spelling === undefined ||
    refusalOf(spelling, reference, context) !== undefined ||
    isObjectedTo(spelling, reference, context)
  )
    return undefined;
  return { record, spelling, isEmbedding: isEmbedder(record && toldTask(record)) };
}

/** Models that do the same work and pass without a finding, at most as many as anybody compares. */
function alike(model: Model, reference: ModelReference, context: EvaluationContext): readonly Candidate[] {
  const { catalog, lookup } = context;
  const task = workOf(model, catalog);
  if (task === undefined) return [];
  const found: Candidate[] = [];
  const isServed = isService(hostOf(reference));
  const countries = countriesOf(reference, context);
  for (const record of rankedOnce({ model, task, catalog, isServed }, lookup)) {
    const spelling =
      spellingAt(record, reference, catalog) ?? spellingWithin(record, reference, countries, catalog);
    if (spelling === undefined || !isBeyondDoubt(spelling, reference, context)) continue;
    const other = lookup.find(record.id, record.registry);
    if (other !== undefined && isFromAvoided(other, model, context)) continue;
    if (found.push({ record, spelling, isEmbedding: isEmbedder(task) }) === MAX_CANDIDATES) break;
  }
  return found;
}

/** Where the requests of a call are to be processed: in the country of its region, or where the policy lets them be. */
function countriesOf(reference: ModelReference, { catalog, policy }: EvaluationContext): readonly string[] {
  const host = hostOf(reference);
  if (!isService(host)) return [];
  const { region } = serviceAt(catalog, host, '', reference);
  return [
    ...(region === null ? [] : [region]),
    ...(policy?.hosting.processedIn ?? []).map(({ value }) => value.toUpperCase()),
  ];
}

export function isEmbedder(task: string | undefined): boolean {
  return task !== undefined && canonicalTask(task) === 'feature-extraction';
}

/**
 * A bare name in code (`model="llama2"`) that no loader of Ollama's takes may be meant for any library; a name of Ollama's that is put
 * in its place would not load from the Hub.
 */
export function isSurelySpelled({ registry, where, id, evidence }: ModelReference): boolean {
  return (
    registry !== 'ollama' || where !== 'code' || id.includes(':') || evidence[0]?.startsWith('key:') !== true
  );
}

/**
 * The task of a model as far as it is known: its own, or what its name tells of it, or that of a model it was made from. What learned to
 * fill gaps in texts is there to be trained for another task, so what was made from it may do any.
 */
export function workOf({ id, task, copyOf, lineage }: Model, catalog: Catalog): string | undefined {
  const inherited = [...(copyOf === null ? [] : [{ model: copyOf, relation: 'quantized' }]), ...lineage]
    .map(({ model, relation }) => ({ model, relation, task: catalog.model(model)?.task ?? null }))
    .filter((base) => base.relation === 'quantized' || base.task !== 'fill-mask');
  const stated =
    toldTask({ id, task }) ??
    inherited.find((base) => base.task !== null)?.task ??
    inherited.map((base) => taskByName(base.model)).find((told) => told !== undefined);
  return stated === null || stated === undefined ? undefined : canonicalTask(stated);
}

/** What a record states, or what its name tells: M2M100 is listed as a maker of text from text, as any translator is. */
function toldTask({ id, task }: Pick<ModelRecord, 'id' | 'task'>): string | undefined {
  return (task === 'text2text-generation' ? taskByName(id) : undefined) ?? task ?? taskByName(id);
}

/** Models somebody can move to. The list of a task is kept: the catalog is large, and a menu is opened often. */
function modelsOf(wanted: string, catalog: Catalog): readonly ModelRecord[] {
  let tasks = byTask.get(catalog);
  if (tasks === undefined) {
    byTask.set(catalog, (tasks = new Map()));
    for (const record of catalog.models) {
      // A mirror is the same as its original; a packed copy is what a call that takes its form needs.
      if (record.license === null || (record.copyOf !== null && packingOf(record.id) === '')) continue;
      const told = toldTask(record);
      if (told === undefined) continue;
      const task = canonicalTask(told);
      addTo(tasks, task, record);
    }
  }
  return tasks.get(wanted) ?? [];
}

interface Search {
  readonly model: Model;
  readonly task: string;
  readonly catalog: Catalog;
  /** Whether a host runs it: there a call is written for the models of one maker. */
  readonly isServed: boolean;
}

/** Which models can stand in for one does not depend on the place that names it, as the policy's answer does: kept by look-up. */
const ranking = perObject<Lookup, Map<string, readonly ModelRecord[]>>(() => new Map());

function rankedOnce(search: Search, lookup: Lookup): readonly ModelRecord[] {
  const known = ranking(lookup);
  const { model, task, catalog, isServed } = search;
  const key = `${model.id} ${String(isServed)}`;
  let records = known.get(key);
  if (records === undefined) known.set(key, (records = ranked(modelsOf(task, catalog), search)));
  return records;
}

function ranked(records: readonly ModelRecord[], search: Search): readonly ModelRecord[] {
  const { model, task, catalog } = search;
  if (isOfUntoldTuning(model, search)) return [];
  const replaced = catalog.model(model.id);
  const onlyOfficial = LARGE_CHOICE.has(task) && replaced !== undefined && isOfficial(replaced, catalog);
  return records
    .filter(
      (record) =>
        record.id !== model.id &&
        (!onlyOfficial || isOfficial(record, catalog)) &&
        canStandIn(record, model, search) &&
        keepsTuning(record, model, search),
    )
    .map((record) => ({ record, rank: rankOf(record, search) }))
    .sort((a, b) => compare(a.rank, b.rank) || (a.record.id < b.record.id ? -1 : 1))
    .map(({ record }) => record);
}

/** Tasks of which publishers offer so many that nobody moves from one of theirs to what a stranger made. */
const LARGE_CHOICE: ReadonlySet<string> = new Set([
  'text-generation',
  'image-text-to-text',
  'feature-extraction',
]);

/** Lower is better, the first figure that differs decides: the work, whose model it is, the size, the family, the day, the openness. */
function rankOf(record: ModelRecord, search: Search): readonly number[] {
  const { model, catalog, isServed } = search;
  const family = isOfFamily(record, model) ? 0 : 1;
  return [
    purposeDistance(record, model, search),
    search.task === 'text-to-image' && takesMoreSteps(record, model) ? 1 : 0,
    isOfficial(record, catalog) ? 0 : 1,
    isOlder(record, search) ? 1 : 0,
    isTrial(record) && !isTrial(model) ? 1 : 0,
    isServed ? family : 0,
    sizeDistance(record, model),
    family,
    -(monthOf(releaseOf(record, catalog)) ?? monthOf(releaseOf(model, catalog)) ?? 0),
    -OPENNESS_LEVELS.indexOf(record.openness ?? 'api-only'),
    sizeDifference(record, model),
    // Many spellings in other registries: many have built on it.
    -record.aliases.length,
    // What is small runs where the other did, however large that was; below a billion parameters all do.
    sizeOf(model) === undefined ? Math.max(1, sizeOf(record) ?? Infinity) : 0,
  ];
}

/** More than a year older: what was chosen later was chosen over it. */
function isOlder(record: ModelRecord, { model, catalog }: Search): boolean {
  const [year, other] = [dayOf(record), releaseOf(model, catalog)].map((date) =>
    Number(date?.slice(0, 4) ?? NaN),
  );
  return (year ?? NaN) < (other ?? NaN) - 1;
}

/** Its maker may change it or take it away at short notice. */
function isTrial({ id }: Pick<ModelRecord, 'id'>): boolean {
  return /[-_](?:preview|exp(?:erimental)?|beta)(?:[-_]|$)/i.test(id);
}

/** Of one publisher, and named alike up to the first figure: `FLUX.1-dev` and `FLUX.1-schnell`. */
function isOfFamily({ id, publisher }: ModelRecord, model: Model): boolean {
  return publisher === model.publisher?.id && familyWord(id) === familyWord(model.id);
}

function monthOf(released: string | null): number | undefined {
  const [year, month = '0'] = released?.split('-') ?? [];
  return year === undefined ? undefined : Number(year) * 12 + Number(month);
}

const releases = perObject((catalog: Catalog): ReadonlyMap<string, string> => {
  const first = new Map<string, string>();
  for (const record of catalog.models) {
    const [line, day] = [lineOf(record.id), dayOf(record)];
    if (line === undefined || day === null) continue;
    const known = first.get(line);
    if (known === undefined || day < known) first.set(line, day);
  }
  return first;
});

/** A copy is as old as its original, and the models of one line come out together: `Qwen3-VL-8B-Instruct` when the first `Qwen3-VL-…` did. */
function releaseOf(
  model: Pick<ModelRecord, 'id' | 'released' | 'created' | 'copyOf'>,
  catalog: Catalog,
): string | null {
  const original = model.copyOf === null ? undefined : catalog.model(model.copyOf);
  const line = lineOf(model.id);
  return (
    dayOf(model) ??
    (original && dayOf(original)) ??
    (line === undefined ? null : (releases(catalog).get(line) ?? null))
  );
}

/** A repository is created within days of a release, which is as near as the age of a model has to be known. */
function dayOf({ released, created = null }: Pick<ModelRecord, 'released' | 'created'>): string | null {
  return released ?? created;
}

function lineOf(id: string): string | undefined {
  return /^(.+?)-\d+(?:\.\d+)?[bm](?:-|$)/i.exec(id)?.[1];
}

/** A publisher's own model, not what a stranger made or copied of it. */
function isOfficial({ publisher, lineage }: ModelRecord, catalog: Catalog): boolean {
  const kind = publisher === null ? undefined : catalog.organization(publisher)?.kind;
  return (
    kind !== undefined &&
    kind !== 'community' &&
    kind !== 'person' &&
    kind !== 'unknown' &&
    lineage.every(({ relation }) => relation === 'finetune')
  );
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((figure, index) => figure !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
