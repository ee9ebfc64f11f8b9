import { once, perObject } from '../once';
import { covers, type TextRange } from '../text/range';
import type { HostEvidence } from './beside';
import { commandOf, isInCommand, isOfOtherAccount, weightOf } from './commandRegions';
import { regionElsewhere } from './keptRegions';
import type { Knowledge } from './knowledge';
import { isInProgram, programWith } from './mappingRegions';
import { ofReferred } from './referredResources';
import { ownerOf, takes, takingOf } from './regionOwners';
import { MOST_SETTINGS, type RegionKind } from './regionSettings';
import { DEFAULT, providerAround, providersFor } from './providerRegions';
import type { Part } from './surroundings';
import type { AskedPlace } from './uses/place';

/** The settings of regions that a text has for a host, and which of them are for a call. */
export interface RegionSettings {
  readonly all: readonly HostEvidence[];
  /** By a key, those that are set beside it: many places have the same one. */
  readonly beside: Map<string, readonly Beside[]>;
}

/** A setting, and the part that it and what stands beside it are in. */
export interface Beside {
  readonly setting: HostEvidence;
  readonly part: Part;
}

const OF_HOSTS = perObject((_knowledge: Knowledge) => new Map<string, RegionSettings>());

/**
 * The settings that are regions of a host by their form, an address is of its own host only; or all names of other
 * files that stand for one.
 */
export function regionSettingsOf(knowledge: Knowledge, host: string, kind: RegionKind): RegionSettings {
  const known = OF_HOSTS(knowledge);
  let found = known.get(`${kind} ${host}`);
  if (found === undefined) {
    const form = knowledge.hosts.regionForm(host);
    const isOf = ({ host: its, said }: HostEvidence): boolean =>
      (its === '' || its === host) && form?.test(said) === true;
    const isElsewhere = (one: HostEvidence): boolean => regionElsewhere(one, knowledge) !== undefined;
    const all =
      form === undefined ? [] : knowledge.evidence.all(kind).filter(kind === 'regions' ? isOf : isElsewhere);
    known.set(`${kind} ${host}`, (found = { all, beside: new Map() }));
  }
  return found;
}

/** What alone has the region of a setting; without any of these all may have it. */
interface Scope {
  readonly command?: TextRange;
  /** How likely the region of the command is that of calls elsewhere. */
  readonly weight?: number;
  readonly provider?: string;
  /** Nothing beyond has it. */
  readonly owner?: TextRange;
  /** No other program has it. */
  readonly program?: TextRange;
}

const SCOPES = perObject((_knowledge: Knowledge) => new Map<HostEvidence, Scope>());

function scopeOf(knowledge: Knowledge, setting: HostEvidence): Scope {
  const known = SCOPES(knowledge);
  let scope = known.get(setting);
  if (scope === undefined) {
    const command = commandOf(knowledge.text, setting);
    const owner = command === undefined ? ownerOf(knowledge, setting) : undefined;
    const program =
      command === undefined && owner === undefined ? programWith(knowledge, setting) : undefined;
    const provider = command === undefined ? providerAround(knowledge, setting.at) : undefined;
    scope = {
      ...(owner && { owner }),
      ...(program && { program }),
      ...(command && { command, weight: weightOf(knowledge.text, command) }),
      ...(provider !== undefined && { provider }),
    };
    known.set(setting, scope);
  }
  return scope;
}

/**
 * The settings that may be those of a call at a place: the ones of its own command alone, where that has any; not what
 * another command or provider has for itself.
 */
export function reaching(place: AskedPlace, settings: readonly HostEvidence[]): readonly HostEvidence[] {
  const { knowledge, start } = place;
  if (settings.length > MOST_SETTINGS) return settings;
  const scoped = ofReferred(knowledge, start, settings).map((setting) => ({
    setting,
    scope: scopeOf(knowledge, setting),
  }));
  const own = scoped.filter(({ scope: { command } }) => command && covers(command, start));
  if (own.length > 0) return own.map(({ setting }) => setting);
  const most = Math.max(...scoped.map(({ scope }) => scope.weight ?? 0));
  const isAlone = most > 0 && isInCommand(knowledge.text, start);
  const hasProviders = scoped.some(({ scope }) => scope.provider !== undefined);
  const providers = hasProviders ? providersFor(place) : undefined;
  const block = providers && knowledge.brackets.open(start).at(-1);
  const isInBlock = (at: number): boolean =>
    block !== undefined && covers({ start: block.at, end: block.close }, at);
  const taking = once(() => takingOf(knowledge, start));
  const isOfProgram = once(() => isInProgram(knowledge, start));
  const isOfOther = ({ owner, program, command }: Scope): boolean =>
    (command !== undefined && isOfOtherAccount(knowledge.text, command, start)) ||
    (isBeyond(owner, start) && !takes(knowledge, owner, taking())) ||
    (isBeyond(program, start) && isOfProgram());
  return scoped.flatMap(({ setting, scope }) => {
    const { command, weight, provider = DEFAULT } = scope;
    if (isOfOther(scope)) return [];
    if (command !== undefined) return most > 0 && weight === most && !isAlone ? [setting] : [];
    return providers?.has(provider) === false && !isInBlock(setting.at) ? [] : [setting];
  });
}

function isBeyond(owner: TextRange | undefined, at: number): owner is TextRange {
  return owner !== undefined && !covers(owner, at);
}
