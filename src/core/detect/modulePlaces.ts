import { languageOf } from '../documents/fileTypes';
import { matchesOf } from '../text/matches';
import { folderOf, foldersBelow, resolvePath } from '../text/relativePath';
import type { HostEvidence } from './beside';
import { bothParts, MOST_VALUES, partName, partsGiven, VARIABLE_BLOCK } from './partsElsewhere';

/**
 * Where the resources of a module of Terraform lie, for the other files of its folder: all of them are one module, and
 * a deployment may refer to an account that another makes (https://developer.hashicorp.com/terraform/language/files).
 */

/** The resources of templates that models run in, or that lend their place to these. */
export const FOR_MODELS =
  /cognitive|machine_?learning|_ai_|openai|resource_?group|bedrock|sagemaker|vertex|agent_?core/i;
/** Under such a name is kept where a resource, a variable or a local value of the module is. */
const placeName = (address: string): string => partName(placeOf(address));
/** Stands for a place that no file says: what a folder above calls so is of another module. */
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
  String.raw`(?:^|[\n{])[ \t]{0,9}location[ \t]{0,20}=[ \t]{0,9}(?:${VALUE}[ \t]{0,9}(?=[\n}#]|$))?`,
  'g',
);
const LOCALS = /(?:^|\n)locals[ \t]{0,9}\{((?:[^\n]{0,400}\n(?!\})){0,400}[^\n]{0,400})/g;
/** What is set to something else than a plain value is open. */
const SETTING = new RegExp(
  String.raw`(?:^|[\n{])[ \t]{0,9}(\w{0,60}(?:location|region)\w{0,40})[ \t]{0,20}=(?!=)[ \t]{0,9}` +
    String.raw`(?:${VALUE}[ \t]{0,9}(?=[\r\n#}]|$))?`,
  'gi',
);
/** The same in values that are written as JSON. */
const SETTING_OF_JSON =
  /"(\w{0,60}(?:location|region)\w{0,40})"[ \t]{0,9}:[ \t]{0,9}(?:"([A-Za-z][\w -]{1,40})")?/gi;
const VARIABLE = /(?:^|\n)variable[ \t]{1,9}"(\w{0,60}(?:location|region)\w{0,40})"/gi;
const OF_PLACE = /location|region/i;
const VALUES_FILE = /\.tfvars(?:\.json)?$/i;
/** Those that it takes by itself: https://developer.hashicorp.com/terraform/language/values/variables */
const TAKEN_FILE = /(?:^|\/)(?:terraform|[^/]*\.auto)\.tfvars(?:\.json)?$/i;
/** A module that another folder has: `module "ai" { source = "./modules/ai" … }`. */
const MODULE = new RegExp(
  String.raw`(?:^|\n)module[ \t]{1,9}"[\w-]{1,80}"[ \t]{0,9}\{` +
    String.raw`((?:[^\n]{0,400}\n(?!\})){0,200}[^\n]{0,400})`,
  'g',
);
const SOURCE = /(?:^|\n)[ \t]{0,9}source[ \t]{0,20}=[ \t]{0,9}"(\.{1,2}\/[\w./-]{1,200})"/;
/** What a command or its environment gives a variable: `-var location=eastus2`, `TF_VAR_location: eastus2`. */
const OF_COMMAND = new RegExp(
  String.raw`(?:\bTF_VAR_|(?<![\w-])-?-var[ \t=]{1,4}["']?)(\w{0,60}(?:location|region)\w{0,40})["']?` +
    String.raw`[ \t]{0,9}[:=][ \t]{0,9}(?:\\?["']?([A-Za-z][\w-]{1,40})(?![\w.(-]))?`,
  'gi',
);
const MOST_PLACES = 400;

/** By folder, the places that a file says for its module, by the names under which a project keeps its settings. */
export function placesByFolder(text: string, path: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const folders = new Map<string, Map<string, string>>();
  let count = 0;
  for (const [folder, address, value] of saidIn(text, path)) {
    if (count++ >= MOST_PLACES) break;
    const places = folders.get(folder) ?? new Map<string, string>();
    folders.set(folder, places);
    places.set(placeName(address), bothParts(places.get(placeName(address)), value));
  }
  return folders;
}

/** What commands give variables of a module, whichever it is. */
export function placesOfCommands(text: string): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  if (!/TF_VAR_|-var\b/.test(text)) return places;
  for (const { 1: name = '', 2: value = OPEN } of matchesOf(text, OF_COMMAND)) {
    const key = placeName(`command.${name}`);
    places.set(key, bothParts(places.get(key), value));
  }
  return places;
}

type Said = readonly [folder: string, address: string, value: string];

function* saidIn(text: string, path: string): Generator<Said> {
  if (VALUES_FILE.test(path)) return yield* saidByValues(text, path);
  if (languageOf(path) !== 'terraform') return;
  for (const [address, value] of placesIn(text)) yield [folderOf(path), address, value];
  yield* saidToModules(text, path);
}

function* saidByValues(text: string, path: string): Generator<Said> {
  for (const [name, value] of givenIn(text, path)) {
    if (TAKEN_FILE.test(path)) yield [folderOf(path), `given.${name}`, value];
    // A command may name any file of values: those of a stage often have a folder below the module.
    for (const above of [...foldersBelow('', path).toReversed(), ''])
      yield [above, `optional.${name}`, value];
  }
}

/** What a module gives the variables of those that it has: a reference is one of its own, which they do not see. */
function* saidToModules(text: string, path: string): Generator<Said> {
  for (const { 1: body = '' } of matchesOf(text, MODULE)) {
    const source = SOURCE.exec(body)?.[1];
    const folder = source === undefined ? undefined : resolvePath(path, source);
    if (folder === undefined) continue;
    for (const { 1: name = '', 2: value = OPEN } of matchesOf(body, SETTING))
      yield [folder, `optional.${name}`, value];
  }
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

/** The place of a resource: open where a block within it may say another. */
function locationIn(body: string): string {
  const [first, ...others] = [...matchesOf(body, LOCATION)].map(
    ({ 1: literal, 2: reference }) => literal ?? reference,
  );
  return first === undefined || others.some((other) => other !== first) ? OPEN : first;
}

function* localsIn(body: string): Generator<readonly [address: string, value: string]> {
  for (const { 1: name = '', 2: literal, 3: reference } of matchesOf(body, SETTING))
    yield [`local.${name}`, literal ?? reference ?? OPEN];
}

function* givenIn(text: string, path: string): Generator<readonly [name: string, value: string]> {
  const settings = /\.json$/i.test(path) ? SETTING_OF_JSON : SETTING;
  for (const { 1: name = '', 2: value = OPEN } of matchesOf(text, settings)) yield [name, value];
}

/** How far a place is followed. */
const MOST_STEPS = 4;

/** The regions that the files of a module give what has one; none where one of its values is open. */
function regionsAt(
  address: string,
  elsewhere: ReadonlyMap<string, string>,
  steps = MOST_STEPS,
): readonly string[] {
  const regions = valuesOf(address, elsewhere).map((value) => {
    if (value === OPEN) return [];
    if (!value.includes('.')) return [value];
    return steps === 0 ? [] : regionsAt(value, elsewhere, steps - 1);
  });
  return regions.some(({ length }) => length === 0) ? [] : regions.flat();
}

/** All that an address may be; nothing where that is more than is kept. */
function valuesOf(address: string, elsewhere: ReadonlyMap<string, string>): readonly string[] {
  const name = variableOf(address);
  const own = valuesGiven(placeOf(address), elsewhere);
  const parts = name === undefined ? [own] : [ofVariable(name, own, elsewhere), givenBeside(name, elsewhere)];
  return parts.some(({ length }) => length >= MOST_VALUES) ? [] : [...new Set(parts.flat())];
}

/** What a variable of a module is as that lies there: what Terraform takes in place of the default, else that. */
function ofVariable(
  name: string,
  own: readonly string[],
  elsewhere: ReadonlyMap<string, string>,
): readonly string[] {
  const given = valuesGiven(placeOf(`given.${name}`), elsewhere);
  return given.length > 0 ? given : own;
}

/** What else may be given to a variable: by other files of values, by modules that have its module, by commands. */
function givenBeside(name: string, elsewhere: ReadonlyMap<string, string>): readonly string[] {
  return ['optional', 'command'].flatMap((by) => valuesGiven(placeOf(`${by}.${name}`), elsewhere));
}

function valuesGiven(name: string, elsewhere: ReadonlyMap<string, string>): readonly string[] {
  return partsGiven(name, elsewhere).map(({ value }) => value);
}

/** The name of a variable, of its address. */
function variableOf(address: string): string | undefined {
  return /^var\.(.+)$/.exec(address)?.[1];
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
      if (!isWanted) return [];
      const place = { host: '', kind: 'key' as const, at: index, end: index + all.length };
      return regionsFor(address, isDeclared(text, type, name), elsewhere).map((said) => ({
        ...place,
        said: said.replaceAll(' ', '').toLowerCase(),
      }));
    },
  );
}

/** What other files say of an address; where its text says what it is, only what a variable may be given instead. */
function regionsFor(
  address: string,
  isSaidHere: boolean,
  elsewhere: ReadonlyMap<string, string>,
): readonly string[] {
  if (!isSaidHere) return regionsAt(address, elsewhere);
  const name = variableOf(address);
  return name === undefined ? [] : givenBeside(name, elsewhere).filter((value) => value !== OPEN);
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
