import type { Catalog, ModelRecord } from '../catalog/records';
import { perObject } from '../once';
import { followsByName, type Wanted } from './standIn';

/** What a model that writes is trained to do, as far as names tell: to follow instructions, or to go on with a text. */
type Tuning = 'follows' | 'completes' | undefined;

/** Tasks whose models are of both kinds. */
const WRITE: ReadonlySet<string> = new Set(['text-generation', 'image-text-to-text']);

/** What asks for a replacement. */
interface Asked {
  readonly catalog: Pick<Catalog, 'model' | 'models'>;
  readonly task: string;
  /** Whether a host runs the model: what is called follows instructions, unless its name says otherwise. */
  readonly isServed: boolean;
}

/**
 * Whether nothing tells if a model follows instructions. What takes its place could then be of the other kind, which answers nothing that
 * makes sense, so nothing does.
 */
export function isOfUntoldTuning(wanted: Wanted, { catalog, task, isServed }: Asked): boolean {
  return (
    WRITE.has(task) &&
    !isServed &&
    wanted.openness.level !== 'api-only' &&
    tunings(catalog).ofWanted(wanted) === undefined
  );
}

/** Whether a model follows instructions where the one that it replaces does. */
export function keepsTuning(
  record: ModelRecord,
  wanted: Wanted,
  { catalog, task, isServed }: Asked,
): boolean {
  if (!WRITE.has(task)) return true;
  const { ofWanted, ofRecord } = tunings(catalog);
  if (ofWanted(wanted) === 'completes') return true;
  const tuning = ofRecord(record);
  return isServed || record.openness === 'api-only' ? tuning !== 'completes' : tuning === 'follows';
}

/** Kept, as each model that is replaced is compared with every model of its task. */
const tunings = perObject((catalog: Asked['catalog']) => ({
  ofWanted: perObject((wanted: Wanted) => tuningOf(wanted, catalog)),
  ofRecord: perObject((record: ModelRecord) => tuningOf({ ...record, lineage: [] }, catalog)),
}));

function tuningOf(model: Parameters<typeof followsByName>[0], catalog: Asked['catalog']): Tuning {
  if (BASE.test(model.id)) return 'completes';
  if (followsByName(model, catalog)) return 'follows';
  return untuned(catalog).has(model.id.toLowerCase()) ? 'completes' : undefined;
}

/** How publishers mark a model that others are trained from. */
const BASE = /(?:^|[-_/])(?:base|pt|pretrain(?:ed)?|cpt)(?=$|[-_.])/i;

/** The word for training that a publisher puts into the name of the base. */
const TUNED = /[-_](?:instruct|chat|it|sft)(?=$|[-_.])/gi;

/** The names beside which a publisher has one that says that it follows instructions: `Mistral-7B-v0.3`, by `Mistral-7B-Instruct-v0.3`. */
const untuned = perObject(
  ({ models }: Pick<Catalog, 'models'>): ReadonlySet<string> =>
    new Set(
      [...models].flatMap(({ id }) => {
        const base = id.replace(TUNED, '');
        return base === id ? [] : [base.toLowerCase()];
      }),
    ),
);
