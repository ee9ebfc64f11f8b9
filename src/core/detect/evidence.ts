import type { CodeVariables } from './codeVariables';
import { IDENTIFIER } from '../text/charClass';
import { textBefore, textBehind } from '../text/pieces';
import type { TextRange } from '../text/range';
import { countUpTo, lastBefore, lastOutside } from '../text/sorted';
import { matchesOf } from '../text/matches';
import type { Registry } from '../vocabulary';
import { askedInstead, isAddress, isOn } from './configValues';
import {
  addressesIn,
  chosenIn,
  providersIn,
  requestsIn,
  secretsIn,
  serversIn,
  unwrittenIn,
  type HostEvidence,
  HOLES,
} from './beside';
import type { Brackets } from './brackets';
import type { Hosts } from './host';
import { forwardsIn, openRoutesIn } from './proxies';
import { regionAddressesIn } from './regionAddresses';
import { regionNamesIn } from './regionNames';
import { regionsOfModule } from './modulePlaces';
import { deploymentTypesIn, type RegionKind, regionsIn } from './regionSettings';
import { withPlainNames } from './namedValues';
import { once } from '../once';
import type { OtherArms } from './otherArms';
import { textOf, type Part } from './surroundings';
import { addTo } from '../text/grouped';

/** Where Portkey's gateway is asked: https://portkey.ai/docs/api-reference/inference-api/introduction */
export const PORTKEY = 'https://api.portkey.ai/v1';
/** The addresses that libraries have for constants of theirs. */
const OF_LIBRARIES: ReadonlyMap<string, string> = new Map([['PORTKEY_GATEWAY_URL', PORTKEY]]);

/** What a text says of hosts, by what says it. */
export type EvidenceKind =
  | 'addresses'
  | 'providers'
  | 'chosen'
  | 'secrets'
  | 'servers'
  | 'requests'
  | 'forwards'
  | 'openRoutes'
  | 'regions'
  | 'regionNames'
  | 'deploymentTypes'
  | 'unwritten';

/** The first of several places, and whether the others are of the same host. */
export interface FirstPlace {
  readonly place: HostEvidence;
  readonly isOnlyHost: boolean;
}

/**
 * Where a text says something of the hosts of its models. Each kind is read in one pass, when it is first asked for.
 */
export class Evidence {
  private readonly read = new Map<EvidenceKind, readonly HostEvidence[]>();
  /** Of each kind that was asked for, the one host of all its places. */
  private readonly hostOf = new Map<EvidenceKind, string | undefined>();
  private readonly runs = new Map<EvidenceKind, readonly number[]>();
  private written: ReadonlyMap<string, readonly Given[]> | undefined;
  /** As the keys and values of settings are read, at the same places. */
  private readonly settings: () => string;

  constructor(
    private readonly text: string,
    private readonly around: {
      readonly brackets: Brackets;
      readonly variables: CodeVariables;
      readonly otherArms: OtherArms;
    },
    private readonly hosts: Hosts,
    /** The values that configuration of the project gives to names. */
    private readonly elsewhere: ReadonlyMap<string, string>,
  ) {
    this.settings = once(() => withPlainNames(text));
  }

  /** All places of a kind, in order, but for those in comments: what is commented out says nothing of a use. */
  all(kind: EvidenceKind): readonly HostEvidence[] {
    let places = this.read.get(kind);
    if (places === undefined) {
      places = this.readAll(kind).filter(({ at }) => !isInComment(this.text, at));
      this.read.set(kind, places);
    }
    return places;
  }

  /** The host that all places of a kind are of; `undefined` where two differ, or there is no place. */
  onlyHost(kind: EvidenceKind): string | undefined {
    if (!this.hostOf.has(kind)) {
      const [first, ...others] = this.all(kind);
      const isOnly = first !== undefined && others.every(({ host }) => host === first.host);
      this.hostOf.set(kind, isOnly ? first.host : undefined);
    }
    return this.hostOf.get(kind);
  }

  /** Those that lie in a stretch of the text. */
  in(kind: EvidenceKind, { start, end }: TextRange): readonly HostEvidence[] {
    const places = this.all(kind);
    const first = countUpTo(places, start - 1, placeOf);
    const last = countUpTo(places, end, placeOf);
    return places.slice(first, last).filter((place) => place.end <= end);
  }

  /**
   * The first place of a kind that begins in a stretch of the text, and whether all others there are of its host:
   * told in a few steps, however many they are.
   */
  firstIn(kind: EvidenceKind, { start, end }: TextRange): FirstPlace | undefined {
    const places = this.all(kind);
    const first = countUpTo(places, start - 1, placeOf);
    const last = countUpTo(places, end - 1, placeOf);
    const place = first < last ? places[first] : undefined;
    return place && { place, isOnlyHost: (this.runsOf(kind)[first] ?? 0) >= last };
  }

  /** Of each place of a kind, the index of the next one that is of another host. */
  private runsOf(kind: EvidenceKind): readonly number[] {
    let runs = this.runs.get(kind);
    if (runs === undefined) {
      const places = this.all(kind);
      const ends: number[] = [];
      for (let at = places.length - 1; at >= 0; at--)
        ends[at] = places[at]?.host === places[at + 1]?.host ? (ends[at + 1] ?? at + 1) : at + 1;
      this.runs.set(kind, (runs = ends));
    }
    return runs;
  }

  /** Those that lie in a part, in its order. */
  inPart(kind: EvidenceKind, part: Part): readonly HostEvidence[] {
    return this.all(kind).length === 0 ? [] : part.flatMap((range) => this.in(kind, range));
  }

  /** Those that are direct entries of a part: what a mapping or list inside it holds belongs to others. */
  directIn(kind: EvidenceKind, part: Part): readonly HostEvidence[] {
    return part.flatMap((range) =>
      this.in(kind, range).filter(
        ({ at }) =>
          !this.around.brackets.around(at).some((open) => open.mark !== '(' && open.at >= range.start),
      ),
    );
  }

  /** The last one before a place in no branch that is not taken there, no further away than `reach` characters. */
  before(kind: EvidenceKind, offset: number, reach: number): HostEvidence | undefined {
    const places = this.all(kind);
    const nearest = lastBefore(places, offset);
    if (nearest === undefined || offset - nearest.at > reach) return undefined;
    const last = lastOutside(places, offset, this.around.otherArms.of(offset));
    return last !== undefined && offset - last.at <= reach ? last : undefined;
  }

  /** Whether there is one within so many characters of a value. */
  isNear(kind: EvidenceKind, { start, end }: TextRange, reach: number): boolean {
    const places = this.all(kind);
    return countUpTo(places, end + reach, placeOf) > countUpTo(places, start - reach, placeOf);
  }

  /**
   * The address of a constant of the text, or of a setting of the project that is read by its name. A parameter around
   * the place is none of another function's, but what it is by default, or what all calls of the text give it.
   */
  readonly constant = (name: string, at: number): string | undefined => {
    this.written ??= constantsIn(this.text);
    const written = this.written.get(name);
    if (written === undefined) return addressIn(this.elsewhere.get(name)) ?? OF_LIBRARIES.get(name);
    const { variables } = this.around;
    const bound = variables.boundAt(name, at);
    if (bound === undefined) return written[0]?.address;
    const isIts = (one: Given): boolean =>
      one.at === bound || (bound < one.at && one.at < at && variables.boundAt(name, one.at) === bound);
    const its = written.find(isIts);
    if (its !== undefined || !this.isHandedOn(name, bound)) return its?.address;
    return written.find((one) => this.isOfFile(one))?.address;
  };

  /** Whether a name is given its address in no block. */
  private isOfFile({ at }: Given): boolean {
    return (
      /(?:^|\n)\S[^\n]*$/.test(textBefore(this.text, at + 1, LEAD)) &&
      this.around.brackets.open(at).length === 0
    );
  }

  /** Whether all calls of the text give a parameter what is called like it: `ask(base)` of `def ask(base)`. */
  private isHandedOn(name: string, bound: number): boolean {
    const called = OWNER.exec(textBefore(this.text, bound, LEAD))?.[1] ?? '';
    const isHead = ({ at, given }: Call): boolean =>
      at <= bound && bound < at + called.length + 1 + given.length;
    const all = this.calls().get(called) ?? [];
    if (all.length > MOST_CALLS) return false;
    const calls = all.filter((call) => !isHead(call));
    const isGiven = ({ given }: Call): boolean => given.split(',').some((one) => valueGiven(one) === name);
    return calls.length > 0 && calls.every(isGiven);
  }

  /** The plain calls of the text, and the heads of its functions. */
  private readonly calls = once((): ReadonlyMap<string, readonly Call[]> => {
    const found = new Map<string, Call[]>();
    for (const { 1: called = '', 2: given = '', index } of matchesOf(this.text, CALL))
      addTo(found, called, { at: index, given });
    return found;
  });

  /** The key that a place begins with. */
  keyOf({ at }: Pick<HostEvidence, 'at'>): string {
    return /^[\w.-]{1,80}/.exec(this.settings().slice(at, at + 80))?.[0] ?? '';
  }

  /** The whole key that a place is in the last word of: `LLM_PROVIDER` where a provider begins at its second word. */
  wholeKeyOf(place: Pick<HostEvidence, 'at'>): string {
    const lead = /[\w-]{0,60}$/.exec(textBefore(this.settings(), place.at, 60))?.[0] ?? '';
    return lead + this.keyOf(place);
  }

  /** The part before that in a key with points: `storage` of `storage.provider`. */
  sectionOf(place: Pick<HostEvidence, 'at'>, lead: string): string {
    const before = textBefore(this.settings(), place.at - lead.length, 60);
    return /(?:^|[\s"'.])([\w-]{1,60})\.$/.exec(before)?.[1] ?? '';
  }

  /** What a part says, as its settings are read. */
  settingsOf(part: Part): string {
    return textOf(this.settings(), part);
  }

  /** The address that configuration of the project sets a variable to. */
  setTo(variable: string): string | undefined {
    return addressIn(this.elsewhere.get(variable));
  }

  /** Whether configuration of the project gives a name a value. */
  isSet(name: string): boolean {
    return this.elsewhere.has(name);
  }

  /** The service that clients of the program ask instead of another; `undefined` where nothing says so. */
  askedInstead(of: Registry): string | undefined {
    return askedInstead(this.elsewhere, of);
  }

  /** Whether configuration of the project sets a variable that is a switch to on. */
  isOn(variable: string): boolean {
    return isOn(this.elsewhere.get(variable));
  }

  private readAll(kind: EvidenceKind): readonly HostEvidence[] {
    switch (kind) {
      case 'addresses':
        return addressesIn(this.settings(), this.hosts, this.constant);
      case 'providers':
        return providersIn(this.settings(), this.hosts);
      case 'chosen':
        return chosenIn(this.text, this.hosts);
      case 'secrets':
        return secretsIn(this.text, this.hosts);
      case 'servers':
        return serversIn(this.text);
      case 'requests':
        return requestsIn(this.text, this.hosts, this.constant);
      case 'forwards':
        return forwardsIn(this.text, this.hosts);
      case 'openRoutes':
        return openRoutesIn(this.text, this.hosts);
      case 'unwritten':
        return unwrittenIn(this.text);
      default:
        return this.readRegions(kind);
    }
  }

  /** Of what says where calls are processed. */
  private readRegions(kind: RegionKind | 'deploymentTypes'): readonly HostEvidence[] {
    if (kind === 'deploymentTypes') return deploymentTypesIn(this.settings(), this.hosts);
    if (kind === 'regionNames') return regionNamesIn(this.text);
    return [
      ...regionsIn(this.settings()),
      ...regionAddressesIn(this.text, this.hosts),
      ...regionsOfModule(this.text, this.elsewhere),
    ].sort((one, other) => one.at - other.at);
  }
}

function addressIn(value: string | undefined): string | undefined {
  return value !== undefined && isAddress(value) ? value : undefined;
}

/** How a line begins that is commented out: of prose behind a mark nobody knows what it is about. */
const COMMENTED = /^\s*(?:\/\/|(?:#\s*|--\s+)(?=[\w.-]{1,80}\s*[=:(]|\.)|\/?\*+\s*(?=\.))/;
/** The same within a line; the path of a route may end in such a mark too: `handle /* {`. */
const CODE_IN_COMMENT = /^\/\*\s*(?!https?:)\.?[\w.]{1,80}\s*[(=:]/;
/** How far around the beginning of a place that is looked for, in characters. */
const LINE_REACH = 120;

/** Whether a place of code is commented out, by the line that it is in. */
export function isInComment(text: string, at: number): boolean {
  const low = Math.max(0, at - LINE_REACH);
  const near = text.slice(low, at);
  const start = near.lastIndexOf('\n') + 1;
  const opened = near.lastIndexOf('/*');
  const isOpen = opened > Math.max(start - 1, near.lastIndexOf('*/'));
  if (isOpen && CODE_IN_COMMENT.test(text.slice(low + opened, at + LINE_REACH))) return true;
  return (start > 0 || low === 0) && COMMENTED.test(near.slice(start) + textBehind(text, at, LINE_REACH));
}

function placeOf({ at }: HostEvidence): number {
  return at;
}

/** How far before an address the name stands that is given it. */
const LEAD = 180;
const ANY_ADDRESS = new RegExp(
  String.raw`(?:https?|wss?)://(?:[\w.-]{0,40}\$?\{[A-Za-z_][\w.]{0,40}\})?(?:${HOLES}|[^\s"'\x60)}>,;])+`,
  'g',
);
/** A name that is given a value, with its type. */
const GIVEN = new RegExp(
  String.raw`(${IDENTIFIER})["'\]]{0,2}\s{0,20}(?::\s{0,20}[\w<>.]{1,40}\s{0,20})?(?:[:=]|<-)`,
  'g',
);
/** The same without a mark between them: `@base "…"` of Elixir, `(def base "…")`, `-define(BASE, "…")` of Erlang. */
const DEFINED = /(?:(?<![\w.])@|\(def\s{1,8}|-define\()([A-Za-z_][\w-]{1,60})[\s,]\s{0,8}["']$/g;

/** An address that a name is given, and where the name stands. */
interface Given {
  readonly at: number;
  readonly address: string;
}

/** So many calls of one function are looked at. */
const MOST_CALLS = 50;

/** A call, or the head of a function, with what stands in its parentheses. */
interface Call {
  readonly at: number;
  readonly given: string;
}

const CALL = /(?<![\w$])([A-Za-z_$][\w$]{0,60})\(([^()]{0,200})\)/g;
/** What has a parameter: `def ask(a, `, `const ask = async (`. */
const OWNER = /([A-Za-z_$][\w$]{0,60})(?:\s{0,4}=\s{0,4}(?:async\s{0,4})?)?\([^()]{0,100}$/;

/** The value in an argument, behind its keyword. */
function valueGiven(argument: string): string {
  return argument.replace(/^[^]*?[=:](?!=)/, '').trim();
}

/** Names of a text that are given an address in the same line, each with those in order. */
function constantsIn(text: string): ReadonlyMap<string, readonly Given[]> {
  const constants = new Map<string, Given[]>();
  for (const { 0: address, index } of matchesOf(text, ANY_ADDRESS)) {
    const before = textBefore(text, index, LEAD);
    const lead = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf(';')) + 1);
    for (const { 0: whole, 1: name = '', index: from } of [
      ...matchesOf(lead, GIVEN),
      ...matchesOf(lead, DEFINED),
    ]) {
      addTo(constants, name, { at: index - lead.length + from + whole.indexOf(name), address });
    }
  }
  return constants;
}
