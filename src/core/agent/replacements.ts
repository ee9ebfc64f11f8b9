import type { Engine, ProjectContext } from '../engine';
import { type Candidate, replacementsFor } from '../fixes/candidates';
import type { FixContext } from '../fixes/fix';
import { isNamed } from '../fixes/replaceChosen';
import { noReplacementAt, replacementsAt } from '../fixes/replaceModel';
import { hostOf } from '../lookup/hostOf';
import { isService, placedName } from '../lookup/hostedName';
import { render } from '../message';
import type { EvaluationContext } from '../policy/evaluationContext';
import type { ModelReference } from '../reference';
import { addTo } from '../text/grouped';
import { isUse } from '../vocabulary';
import { NOT_KNOWN } from './answers';
import { judgeName } from './judgeName';
import { modelFacts } from './modelFacts';

/** One place of the project that uses a model, and what a fix there goes by. */
export interface UsedPlace {
  /** `src/app.py:12` */
  readonly place: string;
  readonly reference: ModelReference;
  readonly context: FixContext;
}

const NONE_FITS = 'No model of the catalog fits: ask the user. Do not take another that was not checked.';
const NOT_USED = 'No file of the project uses this name: judged as a product file would be that does.';
const MAX_PLACES = 10;

/** Whether a place uses the model that a name of any spelling means, also `host:id`, which is of that host alone. */
export function isUsedAs({ catalog }: Engine, name: string, reference: ModelReference): boolean {
  if (!isUse(reference.role)) return false;
  if (isNamed(reference, name)) return true;
  const placed = placedName(catalog, name);
  return placed !== undefined && isNamed(reference, placed.spelling) && hostOf(reference) === placed.host;
}

/** What a project has of the models that it names. */
interface Named {
  /** The places that use the model to replace. */
  readonly places: readonly UsedPlace[];
  /** Everything that its files name. */
  readonly references: readonly ModelReference[];
}

/**
 * Models that may stand in for another, as a fix proposes them: of the same task, spelled by the same registry, and
 * nothing found about them. At the places that use the name, by what the text there tells of host and region; where
 * none does, as a call of it would be judged, in the region that all calls of the project to its host have.
 */
export function replacementsAnswer(
  engine: Engine,
  name: string,
  project: ProjectContext,
  { places, references }: Named = { places: [], references: [] },
): object {
  if (name === '') return { error: 'Give "name": the id of the model to replace.' };
  const asked = { query: name, policyInForce: project.policy !== undefined };
  if (places.length > 0) return { ...asked, ...answerAt(places) };
  const { model, reference, context } = judgeName(engine, name, project);
  if (model === undefined) return { query: name, known: false, advice: NOT_KNOWN };
  const region = commonRegion(reference, references);
  const found = replacementsFor(model, { ...reference, ...(region !== undefined && { region }) }, context);
  return {
    ...asked,
    places: [],
    placesNote: NOT_USED,
    ...(region !== undefined && { region }),
    replacements: found.map((candidate) => factsOf(candidate, reference, context)),
    ...(found.length === 0 && { advice: NONE_FITS }),
  };
}

/**
 * What fits at all places, and what only fits at some: the same name may be called in other regions, or by other rules.
 */
function answerAt(places: readonly UsedPlace[]): object {
  const groups = new Map<string, UsedPlace[]>();
  for (const place of places) {
    const spellings = replacementsAt(place.reference, place.context).map(({ spelling }) => spelling);
    addTo(groups, JSON.stringify(spellings), place);
  }
  const [first, ...others] = [...groups.values()].map((group) => answerOfGroup(group));
  if (first === undefined || others.length === 0) return { ...first };
  return {
    replacements: first.replacements.filter(({ write }) =>
      others.every(({ replacements }) => replacements.some((other) => other.write === write)),
    ),
    differs: [first, ...others],
  };
}

interface GroupAnswer {
  readonly places: readonly string[];
  readonly replacements: readonly { readonly write: string }[];
}

function answerOfGroup(group: readonly UsedPlace[]): GroupAnswer {
  const [{ reference, context }] = group as [UsedPlace];
  const { evaluation } = context;
  const found = replacementsAt(reference, context);
  const none = found.length > 0 ? undefined : noReplacementAt(reference, context);
  return {
    places: group.slice(0, MAX_PLACES).map(({ place }) => place),
    ...(group.length > MAX_PLACES && { morePlaces: group.length - MAX_PLACES }),
    ...(reference.region !== undefined && { region: reference.region }),
    replacements: found.map((candidate) => factsOf(candidate, reference, evaluation)),
    ...(found.length === 0 && { advice: none === undefined ? NONE_FITS : `${render(none)}. ${NONE_FITS}` }),
  };
}

function factsOf(
  { record, spelling }: Candidate,
  { registry, host }: ModelReference,
  { lookup }: EvaluationContext,
): { readonly write: string } {
  const other =
    record === undefined ? lookup.find(spelling, registry, host ?? undefined) : lookup.find(record.id);
  return { write: spelling, ...(other !== undefined && modelFacts(other)) };
}

/** The region that every call to a host has; `undefined` where they have several, or the text of one tells none. */
function commonRegion(reference: ModelReference, references: readonly ModelReference[]): string | undefined {
  const host = hostOf(reference);
  if (!isService(host)) return undefined;
  const [region, ...others] = new Set(
    references.filter((one) => one.role === 'calls' && hostOf(one) === host).map((one) => one.region),
  );
  return others.length === 0 ? region : undefined;
}
