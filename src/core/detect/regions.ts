import { hostAddress } from '../catalog/hostAddress';
import { perObject } from '../once';
import type { HostEvidence } from './beside';
import { regionsOfClient } from './clientRegions';
import type { Evidence } from './evidence';
import type { Place, Use } from './uses/place';
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
  /** The type of the deployment that is called, which may let requests go further than its region. */
  readonly deploymentType?: string;
}

/** Any way to say that a client is to speak to another address. */
const OTHER_ADDRESS = /base_?(?:http_?|websocket_?)?(?:api_?)?url|api_?base/i;

/** The one address that the clients in a text have of their own, where none speaks to another. */
function homeOf({ knowledge }: Place, host: string): string | undefined {
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
export function regionOf(place: Place, { role, host, address }: Use, around: () => Surroundings): CallRegion {
  if (role !== 'calls' || host === null) return {};
  const form = place.knowledge.hosts.regionForm(host);
  const name = withDot(address === undefined ? homeOf(place, host) : hostAddress(address)?.host);
  if (form === undefined) return told([], name);
  const inName = regionInArn(place, form) ?? regionInPath(place, form);
  const deploymentType = deploymentTypeOf(place.knowledge, host, around);
  return {
    ...(inName === undefined ? told(regionsSet(place, form, around), name) : { region: inName }),
    ...(deploymentType !== undefined && { deploymentType }),
  };
}

/**
 * The type that a deployment has: the one that is written beside its model, or in one of the two blocks around; else,
 * where it is given by a name or stands further away, the one of the text that reaches furthest.
 */
function deploymentTypeOf(
  { evidence, hosts }: Place['knowledge'],
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

/** The regions of settings that have a form and may be those of a call. */
function regionsSet(
  { knowledge, ...place }: Place,
  form: RegExp,
  around: () => Surroundings,
): readonly string[] {
  const { evidence } = knowledge;
  const { settings: ofAll } = settingsOfForm(evidence, form);
  if (ofAll.length === 0) return [];
  const { own, outer } = around();
  const parts = [own, ...outer.slice(0, 3)];
  const others = new Set(settingsOfOthers({ knowledge, ...place }, form, own));
  const ofForm = (of: readonly HostEvidence[]): readonly string[] =>
    of.flatMap((one) => (form.test(one.said) && !others.has(one) ? one.said : []));
  const all = ofForm(ofAll);
  if (all.length === 0) return all;
  const written = parts
    .flatMap((part) => [
      // What the records of a list beside it set is for these.
      ...(place.site.where === 'config' ? [ofForm(evidence.directIn('regions', part))] : []),
      ofForm(evidence.inPart('regions', part)),
    ])
    .find((regions) => regions.length > 0);
  const nearest = written ?? all;
  if (new Set(nearest).size === 1) return nearest;
  const client = regionsOfClient(knowledge, form, { place, parts });
  return client.length > 0 ? client : nearest;
}

/** The third part of an ARN: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
const ARN = /arn:aws[\w-]{0,12}:\w{1,20}:([a-z\d-]{1,30}):\d{0,12}:[\w-]{1,60}\/[\w.:/-]{0,200}$/;
const LONGEST_ARN = 300;

/** The region of the ARN that a name ends or is. */
function regionInArn({ text, end }: Place, form: RegExp): string | undefined {
  const region = ARN.exec(textBefore(text, end, LONGEST_ARN))?.[1];
  return region !== undefined && form.test(region) ? region : undefined;
}

/** What a name with a path before it is not made of. */
const NO_PATH = /[^\w.:@/-]/;
/** A part of a path that is a region and no word: of clouds that have hyphens and a number in them. */
const IN_PATH = /-[a-z]*\d{1,2}$/;

/** The region that stands in the path of a name, `bedrock/us-east-1/meta.llama3-1-70b-instruct-v1:0`. */
function regionInPath({ text, end }: Place, form: RegExp): string | undefined {
  const path = textBefore(text, end, LONGEST_ARN).split(NO_PATH).at(-1) ?? '';
  return path.split('/').find((part) => IN_PATH.test(part) && form.test(part));
}

/** The settings of regions of a text that have a form. */
interface OfForm {
  readonly settings: readonly HostEvidence[];
  /** By a key, those that are set beside it: many places have the same one. */
  readonly beside: Map<string, readonly HostEvidence[]>;
}

const OF_FORM = perObject((_evidence: Evidence) => new Map<RegExp, OfForm>());

function settingsOfForm(evidence: Evidence, form: RegExp): OfForm {
  const known = OF_FORM(evidence);
  let found = known.get(form);
  if (found === undefined) {
    const settings = evidence.all('regions').filter(({ said }) => form.test(said));
    known.set(form, (found = { settings, beside: new Map() }));
  }
  return found;
}

/** So many settings of regions make a table of them. */
const MOST_SETTINGS = 200;

/**
 * The regions that are set beside another name under the same key for models: these are for that one alone, as what one
 * of two calls of a gateway's client, or one entry of its list, is given.
 */
function settingsOfOthers(place: Place, form: RegExp, own: Part): readonly HostEvidence[] {
  const { key } = place.site;
  const { settings, beside } = settingsOfForm(place.knowledge.evidence, form);
  if (settings.length > MOST_SETTINGS || !/model/i.test(key)) return [];
  let withKey = beside.get(key);
  if (withKey === undefined) beside.set(key, (withKey = settings.filter(isBeside(key, place))));
  return withKey.filter(({ at }) => !holds(own, at));
}

/** Tells the settings that stand beside a key. */
function isBeside(key: string, { text, knowledge }: Place): (setting: HostEvidence) => boolean {
  const set = new RegExp(String.raw`(?<![\w-])["']?${escapeRegExp(key)}["']?\s{0,4}(?:=(?!=)|:(?!:))`);
  return ({ at, end }) =>
    set.test(textOf(text, surroundingsOf(text, knowledge.brackets, { start: at, end }).own));
}

/** The one region of some, or each of them; where an address is called, its name tells it before several do. */
function told(written: readonly string[], name: string | undefined): CallRegion {
  const [region = name, ...others] = new Set(written);
  if (others.length === 0) return region === undefined ? {} : { region };
  return name === undefined ? { possibleRegions: [...new Set(written)] } : { region: name };
}

/** The name of a variable is no name in an address. */
function withDot(name: string | undefined): string | undefined {
  return name?.includes('.') === true ? name : undefined;
}
