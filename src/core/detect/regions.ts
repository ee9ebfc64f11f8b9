import { hostAddress } from '../catalog/hostAddress';
import type { ClientName } from '../reference';
import type { HostEvidence } from './beside';
import { isOfOtherClients, lastBefore, regionsOfClient } from './clientRegions';
import { regionElsewhere } from './keptRegions';
import { inNearestMapping, regionsAround } from './mappingRegions';
import { machineAround, NO_WORD, tellsRegion } from './regionAddresses';
import { type Beside, reaching, type RegionSettings, regionSettingsOf } from './regionScopes';
import { MOST_SETTINGS, type RegionKind } from './regionSettings';
import type { AskedPlace, Use } from './uses/place';
import { HOMES } from '../registries/tables';
import { escapeRegExp } from '../text/escapeRegExp';
import { textBefore } from '../text/pieces';
import { type Part, holds, surroundingsOf, textOf, type Surroundings } from './surroundings';

/** Where a call is processed, as the text tells. */
export interface CallRegion {
  /** The region of a setting, or the name in the address of the host, without user, port and path. */
  readonly region?: string;
  /** The regions that it may be, where the text sets several and leaves open which is the call's. */
  readonly possibleRegions?: readonly string[];
  /** The names of other files that have it, where the text tells it by none of its own. */
  readonly regionsBy?: readonly ClientName[];
  /** The type of the deployment that is called, which may let requests go further than its region. */
  readonly deploymentType?: string;
}

/** Any way to say that a client is to speak to another address. */
const OTHER_ADDRESS = /base_?(?:http_?|websocket_?)?(?:api_?)?url|api_?base/i;

/** The one address that the clients in a text have of their own, where none speaks to another. */
function homeOf({ knowledge }: AskedPlace, host: string): string | undefined {
  const homes = HOMES.get(host);
  if (homes === undefined || OTHER_ADDRESS.test(knowledge.text)) return undefined;
  const [home, ...others] = homes.filter(({ client }) => client.test(knowledge.text));
  return others.length === 0 ? home?.address : undefined;
}

/**
 * Where a called model is processed: the region in the name's own ARN or path, the one that is set in the same
 * mapping, around it, for the client that is called, or as the only one of a program, or else the name in the address
 * of the host, be it its client's own. Of several that are set, each may be the one. Empty where nothing tells it.
 */
export function regionOf(
  place: AskedPlace,
  { role, host, address }: Use,
  around: () => Surroundings,
): CallRegion {
  if (role !== 'calls' || host === null) return {};
  const { hosts } = place.knowledge;
  const called =
    address === undefined ? machineAround(place.text, place.start, host, hosts) : hostAddress(address)?.host;
  const name = withDot(called ?? homeOf(place, host));
  const form = hosts.regionForm(host);
  if (form === undefined) return regionOrRegions([], name);
  const inName = regionInName(place, form) ?? (tellsRegion(host, called, hosts) ? called : undefined);
  const regionsIn = (): CallRegion => {
    const written = regionsSet(place, host, { kind: 'regions', address, around });
    if (written.length > 0) return regionOrRegions(written, name);
    const outer = regionsAround(place.knowledge).filter((region) => form.test(region));
    const regionsBy = outer.length > 0 ? [] : namesSet(place, host, { address, around });
    return { ...regionOrRegions(outer, name), ...(regionsBy.length > 0 && { regionsBy }) };
  };
  const deploymentType = deploymentTypeOf(place.knowledge, host, around);
  return {
    ...(inName === undefined ? regionsIn() : { region: inName }),
    ...(deploymentType !== undefined && { deploymentType }),
  };
}

/**
 * The type that a deployment has: the one that is written beside its model, or in one of the two blocks around; else,
 * where it is given by a name or stands further away, the one of the text that reaches furthest.
 */
function deploymentTypeOf(
  { evidence, hosts }: AskedPlace['knowledge'],
  host: string,
  around: () => Surroundings,
): string | undefined {
  const forms = hosts.deploymentTypes.get(host);
  if (forms === undefined) return undefined;
  const all = evidence.all('deploymentTypes');
  if (all.length === 0) return undefined;
  const { own, outer } = around();
  const nearest = [own, ...outer.slice(0, 2)]
    .map((part) => evidence.inPart('deploymentTypes', part))
    .find((types) => types.length > 0);
  const words = (nearest ?? all).flatMap(({ host: of, said }) => (of === host ? said : []));
  return forms.flatMap((form) => words.find((word) => form.test(word)) ?? [])[0];
}

/** The regions of settings, and of other addresses of the host, that may be those of a call; or the names for them. */
function regionsSet(
  place: AskedPlace,
  host: string,
  {
    kind,
    address,
    around,
  }: {
    readonly kind: RegionKind;
    readonly address: string | undefined;
    readonly around: () => Surroundings;
  },
): readonly string[] {
  const { knowledge, site } = place;
  const { evidence } = knowledge;
  const settings = regionSettingsOf(knowledge, host, kind);
  const { all: ofHost } = settings;
  if (ofHost.length === 0) return [];
  const { own, outer } = around();
  const parts = [own, ...outer.slice(0, 3)];
  const others = new Set(settingsOfOthers(place, own, settings));
  // What is asked at an address is not asked at another.
  const isOther = (one: HostEvidence): boolean =>
    others.has(one) || (one.kind === 'address' && address !== undefined);
  const all = reaching(
    place,
    ofHost.filter((one) => !isOther(one)),
  );
  if (all.length === 0) return [];
  const reached = new Set(all);
  const saidIn = (of: readonly HostEvidence[]): readonly string[] =>
    of.flatMap((one) => (reached.has(one) ? one.said : []));
  const written = parts
    .flatMap((part) => [
      // What the records of a list beside it set is for these.
      ...(site.where === 'config' ? [saidIn(evidence.directIn(kind, part))] : []),
      saidIn(evidence.inPart(kind, part)),
    ])
    .find((regions) => regions.length > 0);
  const isBeside = saidIn(evidence.inPart(kind, own)).length > 0;
  if (!isBeside && isOfOtherClients(knowledge, all, { place, parts })) return [];
  const nearest = written ?? saidIn(inNearestMapping(knowledge, place.start, all));
  if (new Set(nearest).size === 1) return nearest;
  const client = regionsOfClient(knowledge, all, { place, parts });
  if (client.length > 0) return client;
  // A script sets one after the other.
  const last =
    written === undefined && site.where === 'cli' ? saidIn(lastBefore(place.text, all, place.start)) : [];
  return last.length > 0 ? last : nearest;
}

/** The names of other files that have the regions of settings which may be those of a call. */
function namesSet(
  place: AskedPlace,
  host: string,
  at: { readonly address: string | undefined; readonly around: () => Surroundings },
): readonly ClientName[] {
  const { knowledge } = place;
  const said = new Set(regionsSet(place, host, { kind: 'regionNames', ...at }));
  const { all } = regionSettingsOf(knowledge, host, 'regionNames');
  const names = all.flatMap((one) => (said.has(one.said) ? (regionElsewhere(one, knowledge) ?? []) : []));
  return [...new Map(names.map((name) => [[name.module, ...name.path].join('\n'), name])).values()];
}

/** The third part of an ARN: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
const ARN = /arn:aws[\w-]{0,12}:\w{1,20}:([a-z\d-]{1,30}):\d{0,12}:[\w-]{1,60}\/[\w.:/-]{0,200}$/;
const LONGEST_ARN = 300;

/** The region of the ARN that a name ends or is. */
function regionInArn({ text, end }: AskedPlace, form: RegExp): string | undefined {
  const region = ARN.exec(textBefore(text, end, LONGEST_ARN))?.[1];
  return region !== undefined && form.test(region) ? region : undefined;
}

function regionInName(place: AskedPlace, form: RegExp): string | undefined {
  return regionInArn(place, form) ?? regionInPath(place, form);
}

/** What a name with a path before it is not made of. */
const NO_PATH = /[^\w.:@/-]/;

/**
 * The region that stands in the path of a name, `bedrock/us-east-1/meta.llama3-1-70b-instruct-v1:0`, be it one by its
 * form or by what stands before: `locations/global`.
 */
function regionInPath({ text, end }: AskedPlace, form: RegExp): string | undefined {
  const path = textBefore(text, end, LONGEST_ARN).split(NO_PATH).at(-1) ?? '';
  return path
    .split('/')
    .find((part, at, parts) => (NO_WORD.test(part) || parts[at - 1] === 'locations') && form.test(part));
}

/**
 * The regions that are set beside another name under the same key for models: these are for that one alone, as what one
 * of two calls of a gateway's client, or one entry of its list, is given.
 */
function settingsOfOthers(
  place: AskedPlace,
  own: Part,
  { all: settings, beside }: RegionSettings,
): readonly HostEvidence[] {
  const { key } = place.site;
  if (settings.length > MOST_SETTINGS || !/model/i.test(key)) return [];
  let withKey = beside.get(key);
  if (withKey === undefined) beside.set(key, (withKey = settings.flatMap(besideKey(key, place))));
  return withKey.flatMap(({ setting, part }) =>
    holds(own, setting.at) || holds(part, place.start) ? [] : [setting],
  );
}

/** The settings that stand beside a key, each with the part that both are in. */
function besideKey(
  key: string,
  { text, knowledge }: AskedPlace,
): (setting: HostEvidence) => readonly Beside[] {
  const set = new RegExp(String.raw`(?<![\w-])["']?${escapeRegExp(key)}["']?\s{0,4}(?:=(?!=)|:(?!:))`);
  return (setting) => {
    const part = surroundingsOf(text, knowledge.brackets, { start: setting.at, end: setting.end }).own;
    return set.test(textOf(text, part)) ? [{ setting, part }] : [];
  };
}

/** The one region of some, or each of them; where an address is called, its name tells it before several do. */
export function regionOrRegions(
  written: readonly string[],
  name: string | undefined,
): Pick<CallRegion, 'region' | 'possibleRegions'> {
  const [region = name, ...others] = new Set(written);
  if (others.length === 0) return region === undefined ? {} : { region };
  return name === undefined ? { possibleRegions: [...new Set(written)] } : { region: name };
}

/** The name of a variable is no name in an address. */
function withDot(name: string | undefined): string | undefined {
  return name?.includes('.') === true ? name : undefined;
}
