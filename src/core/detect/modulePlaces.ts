import { languageOf } from '../documents/fileTypes';
import { matchesOf } from '../text/matches';
import type { HostEvidence } from './beside';
import { FOR_MODELS } from './regionOwners';
import { partName, partsGiven, VARIABLE_BLOCK } from './partsElsewhere';

/**
 * Where the resources of a module of Terraform lie, for the other files of its folder: all of them are one module, and
 * a deployment may refer to an account that another makes (https://developer.hashicorp.com/terraform/language/files).
 */

/** Under such a name is kept where a resource, a variable or a local value of the module is. */
const placeName = (address: string): string => partName(`place ${address}`);
/** Stands for a place that the file does not say by itself: what a folder above calls so is of another module. */
const OPEN = '?';
/** A region, or what has it: `"westeurope"`, `"West Europe"`, `var.location`, `azurerm_resource_group.ai.location`. */
const VALUE =
  String.raw`(?:"([A-Za-z][\w -]{1,40})"|` +
  String.raw`((?:data\.)?[a-z]\w{0,80}\.[\w-]{1,80})(?:\[[^\]\n]{0,40}\])?(?:\.location)?)`;
/** A resource up to the bracket that closes it at the beginning of a line, or on its own line. */
const RESOURCE = new RegExp(
  String.raw`(?:^|\n)(resource|data)[ \t]{1,9}"([\w-]{1,80})"[ \t]{1,9}"([\w-]{1,80})"[ \t]{0,9}` +
    String.raw`\{([^\n{}]{0,600}\}|(?:[^\n]{0,400}\n(?!\})){0,200}[^\n]{0,400})`,
  'g',
);
const LOCATION = new RegExp(
  String.raw`(?:^|[\n{])[ \t]{0,9}location[ \t]{0,20}=[ \t]{0,9}${VALUE}[ \t]{0,9}(?:[\n}#]|$)`,
);
const LOCALS = /(?:^|\n)locals[ \t]{0,9}\{((?:[^\n]{0,400}\n(?!\})){0,400}[^\n]{0,400})/g;
const SETTING = new RegExp(
  String.raw`(?:^|\n)[ \t]{0,9}(\w{0,60}(?:location|region)\w{0,40})[ \t]{0,20}=[ \t]{0,9}` +
    String.raw`${VALUE}[ \t]{0,9}(?=[\n#]|$)`,
  'gi',
);
const VARIABLE = /(?:^|\n)variable[ \t]{1,9}"(\w{0,60}(?:location|region)\w{0,40})"/gi;
const OF_PLACE = /location|region/i;
/** Values that Terraform takes in place of the defaults of variables. */
const VALUES_FILE = /\.tfvars$/i;
const MOST_PLACES = 400;

/** The places that a file of a module says, by the names under which the settings of a project keep them. */
export function collectPlaces(text: string, path: string): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  if (languageOf(path) !== 'terraform') return places;
  for (const [address, value] of VALUES_FILE.test(path) ? givenIn(text) : placesIn(text)) {
    if (places.size >= MOST_PLACES) break;
    places.set(placeName(address), value);
  }
  return places;
}

function* placesIn(text: string): Generator<readonly [address: string, value: string]> {
  for (const { 1: word, 2: type = '', 3: name = '', 4: body = '' } of matchesOf(text, RESOURCE))
    if (FOR_MODELS.test(type)) yield [`${word === 'data' ? 'data.' : ''}${type}.${name}`, locationIn(body)];
  for (const { 1: body = '' } of matchesOf(text, LOCALS)) yield* localsIn(body);
  const defaults = new Map(
    [...matchesOf(text, VARIABLE_BLOCK)].map(({ 1: name = '', 2: value }) => [name, value]),
  );
  for (const { 1: name = '' } of matchesOf(text, VARIABLE)) yield [`var.${name}`, defaults.get(name) ?? OPEN];
}

function locationIn(body: string): string {
  const [, literal, reference] = LOCATION.exec(body) ?? [];
  return literal ?? reference ?? OPEN;
}

function* localsIn(body: string): Generator<readonly [address: string, value: string]> {
  for (const { 1: name = '', 2: literal, 3: reference } of matchesOf(body, SETTING))
    yield [`local.${name}`, literal ?? reference ?? OPEN];
}

function* givenIn(text: string): Generator<readonly [address: string, value: string]> {
  for (const { 1: name = '', 2: value } of matchesOf(text, SETTING))
    if (value !== undefined) yield [`given.${name}`, value];
}

/** How far a place is followed. */
const MOST_STEPS = 4;

/** The regions that the files of a module give what has one; none where one of its values is open. */
function regionsAt(
  address: string,
  elsewhere: ReadonlyMap<string, string>,
  steps = MOST_STEPS,
): readonly string[] {
  const given = valuesGiven(placeOf(address.replace(/^var\./, 'given.')), elsewhere);
  const values = given.length > 0 ? given : valuesGiven(placeOf(address), elsewhere);
  const regions = values.map((value) =>
    !value.includes('.')
      ? value === OPEN
        ? []
        : [value]
      : steps === 0
        ? []
        : regionsAt(value, elsewhere, steps - 1),
  );
  return regions.some(({ length }) => length === 0) ? [] : regions.flat();
}

function valuesGiven(name: string, elsewhere: ReadonlyMap<string, string>): readonly string[] {
  return partsGiven(name, elsewhere).map(({ value }) => value);
}

function placeOf(address: string): string {
  return `place ${address}`;
}

const REFERENCE =
  /(?<![\w.'"-])((?:data\.)?([a-z]\w{0,80})\.([\w-]{1,80}))(?:\[[^\]\n]{0,40}\])?(?:\.(\w{1,40}))?/g;
/** What is set to a place. */
const IS_SET = /\b(?:location|region)[ \t]{0,20}=[ \t]{0,9}$/;
const LEAD = 60;

/**
 * The regions that other files of the module give what a text refers to, each at the place where it does: as if it were
 * written there.
 */
export function regionsOfModule(
  text: string,
  elsewhere: ReadonlyMap<string, string>,
): readonly HostEvidence[] {
  if (!IS_MODULE.test(text)) return [];
  return [...matchesOf(withoutOrder(text), REFERENCE)].flatMap(
    ({ 0: all, 1: address = '', 2: type = '', 3: name = '', 4: property = '', index }) => {
      const isValue = type === 'var' || type === 'local';
      const isWanted = isValue
        ? OF_PLACE.test(name) && IS_SET.test(text.slice(Math.max(0, index - LEAD), index))
        : FOR_MODELS.test(type) && (property === 'location' || !IS_GROUP.test(type));
      if (!isWanted || isDeclared(text, type, name)) return [];
      const place = { host: '', kind: 'key' as const, at: index, end: index + all.length };
      return regionsAt(address, elsewhere).map((said) => ({
        ...place,
        said: said.replaceAll(' ', '').toLowerCase(),
      }));
    },
  );
}

const IS_MODULE = /(?:^|\n)(?:resource|data)[ \t]{1,9}"/;
/** A group need not lie where what is in it does. */
const IS_GROUP = /resource_?group/;

/** What only says in which order things are made. */
export const ORDER = /\bdepends_?On\b\s{0,4}[:=]\s{0,4}\[[^\]]{0,600}\]/gi;

function withoutOrder(text: string): string {
  return text.replace(ORDER, (order) => ' '.repeat(order.length));
}

/** Whether a text itself makes a resource, or has a variable or a local value. */
function isDeclared(text: string, type: string, name: string): boolean {
  if (type === 'var') return new RegExp(String.raw`\bvariable[ \t]{1,9}"${name}"`).test(text);
  if (type === 'local') return new RegExp(String.raw`(?:^|\n)[ \t]{0,9}${name}[ \t]{0,20}=`).test(text);
  return new RegExp(String.raw`"${type}"[ \t]{1,9}"${name}"`).test(text);
}

/** Whether a stretch refers to a resource for models that its text does not make. */
export function refersElsewhere(stretch: string, text: string): boolean {
  return [...matchesOf(stretch, REFERENCE)].some(
    ({ 2: type = '', 3: name = '' }) =>
      type.includes('_') && FOR_MODELS.test(type) && !IS_GROUP.test(type) && !isDeclared(text, type, name),
  );
}
