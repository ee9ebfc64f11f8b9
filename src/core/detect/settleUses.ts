import type { ModelReference } from '../reference';
import { isUse } from '../vocabulary';
import { PLAIN_NAMES } from '../registries/tables';
import { useByLoader } from './askedHere';
import type { Digests } from './digests';
import type { FileOrigins, Repository } from './fileOrigins';
import { functionOfArm } from './armFunctions';
import type { Flows, Sink } from './flows';
import type { FoundReferences } from './foundReferences';
import type { Groups } from './groups';
import type { Knowledge } from './knowledge';
import type { Revisions } from './revisions';
import { lineBefore } from './surroundings';
import { isTrainedByCommand, TrainingCode } from './training';
import { derived } from './uses/sureLoader';

/** Passes that make something else of what was found: other places of the text say more of it. */

/** Uses of one constant that are looked at for whether they train it. */
const MOST_USES = 20;

/** Plain words in a list of architectures are architectures; no architecture has a name of so many parts. */
export function settleArchitectures(references: FoundReferences, elements: Groups): void {
  const { found } = references;
  for (const at of elements.amongArchitectures()) {
    const reference = found.get(at);
    if (
      reference !== undefined &&
      PLAIN_NAMES.has(reference.registry) &&
      !/[/:]|-\w+-\w+-/.test(reference.text)
    )
      found.delete(at);
  }
}

/** A file of weights is of the model whose repository it comes from. */
export function settleFiles(references: FoundReferences, origins: FileOrigins): void {
  const { found } = references;
  for (const { at, repository } of origins.known()) {
    const reference = found.get(at);
    if (reference?.registry === 'local') found.set(at, fileOf(repository, reference, references.knowledge));
  }
}

/**
 * A file that is checked against a digest is fixed, whatever its address says. Which revision of a repository is
 * meant, a setting beside it tells.
 */
export function settleDigests(references: FoundReferences, digests: Digests, revisions: Revisions): void {
  const { found } = references;
  for (const { at, revision } of digests.pinned()) {
    const reference = found.get(at);
    if (reference !== undefined && reference.revision?.immutable !== true)
      found.set(at, { ...reference, revision });
  }
  for (const { at, revision } of revisions.pinned()) {
    const reference = found.get(at);
    if (reference !== undefined && reference.revision === undefined)
      found.set(at, { ...reference, revision });
  }
  for (const { at, revision } of digests.versioned()) {
    const reference = found.get(at);
    if (reference?.registry === 'azure' && reference.revision === undefined)
      found.set(at, { ...reference, revision, ...references.datedAt(reference, revision.value) });
  }
}

/** What a loader or client gets by a name is used there, whatever the place where it is defined says. */
export function settleUses(references: FoundReferences, uses: readonly ModelReference[]): void {
  const { found } = references;
  for (const use of uses) {
    const { definedAt, role, registry } = use;
    const at = definedAt?.start ?? -1;
    const reference = found.get(at);
    if (reference === undefined || !isUse(role) || reference.role === 'derives') continue;
    found.set(at, { ...reference, ...references.used(at, use), registry });
  }
}

/** What a text loads and then trains is what it derives from. */
export function settleTraining(references: FoundReferences, uses: readonly ModelReference[]): void {
  const { knowledge, found } = references;
  const code = new TrainingCode(knowledge.text, knowledge.brackets);
  const usedAt = new Map<number, number[]>();
  for (const { definedAt, range } of uses)
    if (definedAt !== undefined)
      usedAt.set(definedAt.start, [...(usedAt.get(definedAt.start) ?? []), range.start].slice(0, MOST_USES));
  for (const [at, reference] of found) {
    const { role, where, registry, range } = reference;
    if (role !== 'loads') continue;
    const isTrained =
      where === 'cli'
        ? isTrainedByCommand(knowledge.text, range.start)
        : where === 'code' && [at, ...(usedAt.get(at) ?? [])].some((place) => code.isTrained(place));
    if (isTrained) found.set(at, { ...reference, ...references.used(at, derived(registry)) });
  }
}

/** What flows from a list into a loader or client is used there, although the list only lists it. */
export function settleFlows(references: FoundReferences, flows: Flows): void {
  const { found, places } = references;
  for (const [at, { site, start }] of places) {
    const reference = found.get(at);
    if (reference?.role !== 'lists' || site.isKey === true || site.isCompared === true) continue;
    if (isAcceptedByOption(start, references.knowledge)) continue;
    const loader = flows.into(site, start) ?? intoByFunction(start, references.knowledge, flows);
    const use = loader && useByLoader(loader, reference);
    if (use !== undefined) found.set(at, { ...reference, ...references.used(at, use) });
  }
}

/** The loader that gets what a function gives which chooses the value at a place among others. */
function intoByFunction(at: number, knowledge: Knowledge, flows: Flows): Sink | undefined {
  const name = functionOfArm(at, knowledge);
  return name === undefined ? undefined : flows.intoFrom(name);
}

/** `add_argument("--model", choices=["…"], default="…")`: what may be given instead of the default. */
function isAcceptedByOption(at: number, { brackets, text }: Knowledge): boolean {
  const [list] = brackets.open(at);
  return list?.mark === '[' && /\bchoices\s{0,4}=\s{0,4}$/.test(lineBefore(text, list.at));
}

function fileOf({ registry, id }: Repository, file: ModelReference, knowledge: Knowledge): ModelReference {
  const model = knowledge.resolve(id, registry)?.record.id ?? null;
  return {
    ...file,
    registry,
    id,
    model,
    confidence: 'high',
    evidence: ['weights-file', 'repository', ...(model === null ? [] : ['catalog'])],
  };
}
