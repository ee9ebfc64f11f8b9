import { message, type Message } from '../../message';
import type { ModelReference } from '../../reference';
import { memoized } from '../../text/memo';
import { PLACES, SELF, type Context, type Registry, type Where } from '../../vocabulary';
import { hostOfRegistry, isService } from '../host';
import type { Intent } from '../intent';
import type { Knowledge } from '../knowledge';
import type { Match } from '../match';
import type { Site } from '../site';
import type { Surroundings } from '../surroundings';

/** A name and all that its use is told from. */
export interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly site: Site;
  readonly intent: Intent;
  readonly match: Match;
  /** The registry that the name itself or its place says, before any neighbor is asked. */
  readonly registry: Registry;
  readonly context: Context;
  /** The text, or the one that it is a part of, describes an interface. */
  readonly isDescribed: boolean;
  readonly knowledge: Knowledge;
  /** The catalog's record of the name says that nobody has its weights but its publisher. */
  readonly isApiOnly: boolean;
  /** The catalog's record of the name says that there are weights of it. */
  readonly hasWeights: boolean;
}

/** What a call is told by of which the text names no model, but the address: where it stands. */
export type AskedPlace = Pick<Place, 'text' | 'start' | 'end' | 'site' | 'knowledge'>;

/** What a place tells of the use of a name, as the reference to it says it. */
export interface Use
  extends Pick<
    ModelReference,
    | 'role'
    | 'host'
    | 'why'
    | 'region'
    | 'possibleRegions'
    | 'regionsBy'
    | 'deploymentType'
    | 'via'
    | 'passedTo'
    | 'license'
    | 'isDeployed'
  > {
  /** The address that told the host, as written. */
  readonly address?: string;
}

/**
 * Says what a text does with a model, or that it has nothing to say. `around` is computed when it is first asked for.
 */
export interface Decision {
  (place: Place, around: () => Surroundings): Use | undefined;
  /** Without them it is not asked. */
  readonly needs?: Needs;
}

/**
 * What a decision cannot do without, told before it is asked: of what only a text or a key tells, one answer serves
 * all places of the text, or with the key.
 */
export interface Needs {
  /** The kinds of text that the name stands in. */
  readonly where?: readonly Where[];
  /** Whether the call around is known as one that loads or asks for models. */
  readonly loader?: boolean;
  /** Words in lower case, one of which the text has anywhere. */
  readonly words?: readonly string[];
  /** Tells by the value's own key; `''` where it has none. */
  readonly key?: (key: string) => boolean;
  /** Tells by the value's own key, or the nearest name around an element. */
  readonly nearestKey?: (key: string) => boolean;
}

/** A decision that is only asked where its needs are met. What they say it need not look at again. */
export function needing(
  needs: Needs,
  decide: (place: Place, around: () => Surroundings) => Use | undefined,
): Decision {
  const { key, nearestKey } = needs;
  const remembered = {
    ...needs,
    ...(key && { key: memoized(key) }),
    ...(nearestKey && { nearestKey: memoized(nearestKey) }),
  };
  return Object.assign(decide, { needs: remembered });
}

/** Tells keys by their form. */
export function is(form: RegExp): (key: string) => boolean {
  return (key) => form.test(key);
}

/** Where no call around is known. */
export const WITHOUT_LOADER: Needs = { loader: false };

/** The same in code. */
export const CODE_WITHOUT_LOADER: Needs = { where: ['code'], loader: false };

/** Everywhere but in code. */
export const NOT_CODE: readonly Where[] = PLACES.filter((where) => where !== 'code');

/** Why a name that its owner chose is no model: of a deployment, an entry, a preset, a resource. */
export const GIVEN = message('it is a name that the project gives');
/** The same of a name that a server of the project gives what it runs. */
export const GIVEN_BY_SERVER = message('it is the name that a server gives its model');

/** Whether a name is no more than what a server of the project calls the model that it serves. */
export function isGivenByServer({ role, why }: Pick<ModelReference, 'role' | 'why'>): boolean {
  return role === 'mentions' && why.some(({ template }) => template === GIVEN_BY_SERVER.template);
}

/** Why a name that people read or click is no use. */
export const TO_READ = message('it is a label or an address for people');

/** What a text has, in lower case, that gets weights: calls of libraries and commands. */
export const GETS_WEIGHTS: readonly string[] = [
  'from_pretrained',
  'snapshot_download',
  'hf_hub_download',
  'pipeline(',
  'load_model',
  'huggingface-cli download',
  'hf download',
];

/** A name that is only mentioned. */
export function mentioned(registry: Registry | undefined, why: Message): Use {
  return { role: 'mentions', host: registry === undefined ? null : namedHost(registry), why: [why] };
}

/** One of many names that something knows or offers. */
export function listedAs(registry: Registry | undefined, why: Message): Use {
  return { role: 'lists', host: registry === undefined ? null : namedHost(registry), why: [why] };
}

/** Weights that the project serves itself, with what says so: a program, or a setting of one. */
export function servedBy(does: string): Use {
  return { role: 'serves', host: SELF, why: [message('{0} serves it', does)] };
}

/** The host that a name which is not used is a name of: only names of services have one. */
function namedHost(registry: Registry): string | null {
  return isService(registry) ? hostOfRegistry(registry) : null;
}
