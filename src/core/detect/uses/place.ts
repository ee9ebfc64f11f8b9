import { message, type Message } from '../../message';
import type { Context, Registry, Role } from '../../vocabulary';
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
}

export interface Use {
  readonly role: Role;
  readonly host: string | null;
  readonly why: readonly Message[];
  /** The address that told the host, as written. */
  readonly address?: string;
  /** Where it is processed, as the text tells: the name in that address, or the region of a setting. */
  readonly region?: string;
}

/**
 * Says what a text does with a model, or that it has nothing to say. `around` is computed when it is first asked for.
 */
export type Decision = (place: Place, around: () => Surroundings) => Use | undefined;

/** Why a name that its owner chose is no model: of a deployment, an entry, a preset, a resource. */
export const GIVEN = message('it is a name that the project gives');

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

/** The host that a name which is not used is a name of: only names of services have one. */
function namedHost(registry: Registry): string | null {
  return isService(registry) ? hostOfRegistry(registry) : null;
}
