import { isOfPackage, languageOf } from '../documents/fileTypes';
import { matchesOf } from '../text/matches';

/**
 * What settings of a project give parts of names, for the templates and scripts beside them that put names together:
 * `owner` and `name` below `model` of a chart's values, `OWNER` and `NAME` of an `.env`, variables of Terraform. And
 * what code keeps for other code: `OWNER` and `NAME` of `consts.py`, by the module that it is imported from.
 */

/** Under this name is kept what a part of a name may be: no setting is called so. */
export const partName = (name: string): string => `part ${name}`;
/** So many values of one name are kept, of all files: a name with more says nothing about one place. */
export const MOST_VALUES = 12;
/** So many parts of one file are kept. */
const MOST_PARTS = 2_000;
/** What no value of a part has: between those of one name, and between a value and the file that gives it. */
const BETWEEN = '\n';
const BEHIND = '\t';

const PART = /^[A-Za-z\d][\w.-]{0,95}$/;
const NO_PART = /^(?:true|false|null|none|yes|no|on|off|latest)$/i;
/** What the last word of the name of a part says: whose it is, what it is called, which of its kinds. */
const NAME_OF_PART = new RegExp(
  String.raw`(?:owner|org|organi[sz]ation|namespace|publisher|vendor|author|user|provider|family|models?|name|repo|` +
    String.raw`repository|hub|id|size|variant|version|tag|base|checkpoint|ckpt|suffix|prefix|type|kind|llm)$`,
  'i',
);

/** Whether a text may be a part of a name, and is no word that says something else. */
export function isPartOfName(value: string): boolean {
  return PART.test(value) && !NO_PART.test(value);
}

/** Whether under a name is kept what parts of names may be. */
export function isPartName(name: string): boolean {
  return name.startsWith(partName(''));
}

/** A value that files give a part, and which, or which sections of them: what one of these gives stands together. */
export interface GivenPart {
  readonly value: string;
  readonly rows: readonly string[];
}

/** What the files of a project give a name of a part, the nearest first. */
export function partsGiven(name: string, values: ReadonlyMap<string, string>): readonly GivenPart[] {
  const rows = new Map<string, string[]>();
  for (const given of values.get(partName(name))?.split(BETWEEN) ?? []) {
    const [value = '', file] = given.split(BEHIND);
    rows.set(value, [...(rows.get(value) ?? []), ...(file === undefined ? [] : [file])]);
  }
  return Array.from(rows, ([value, files]) => ({ value, rows: files }));
}

/** All that two files give a part. */
export function bothParts(one: string | undefined, other: string): string {
  if (one === undefined || one === other) return other;
  return [...new Set([...one.split(BETWEEN), ...other.split(BETWEEN)])].slice(0, MOST_VALUES).join(BETWEEN);
}

/** A file of the values of a chart: https://helm.sh/docs/chart_template_guide/values_files/ */
const OF_CHART = /(?:^|[/.-])values(?:[.-][\w.-]{1,40})?\.ya?ml$/i;
/** `OWNER=acme`, `owner = "acme"`, `llm.owner: acme`: a setting of one line. */
const SETTING = new RegExp(
  String.raw`^[ \t]{0,40}(?:export[ \t]{1,4})?([A-Za-z_][\w.-]{0,80})[ \t]{0,20}[=:][ \t]{0,8}` +
    String.raw`(["']?)([\w.-]{1,96})\2[ \t]{0,20}(?:[#;].*)?$`,
  'gm',
);
/** The head of a section or of a block, which leaves parts as others of its file have them, and the end of a block. */
const SECTION = /^(?:\[[^\]\n]{1,80}\]|[a-z]\w{0,40}[ \t][^\n{}]{0,160}\{|\})/gm;
const OF_LINES: ReadonlySet<string> = new Set(['dotenv', 'properties', 'ini', 'terraform']);
/** The default of a variable of Terraform. */
export const VARIABLE_BLOCK =
  /\bvariable\s{1,8}"?([\w-]{1,80})"?\s{0,8}\{[^{}]{0,600}?\bdefault\s{0,20}=\s{0,8}"([\w.-]{1,96})"/g;
/** A line of YAML: how far in it begins, its key, and a value of one word. */
const LINE_OF_YAML =
  /^([ ]{0,60})["']?([A-Za-z_][\w-]{0,80})["']?:(?:[ \t]{1,20}(["']?)([\w.-]{1,96})\3)?[ \t]{0,20}(?:#.*)?$/gm;

/** Code that keeps constants for other code, as its file or the folder of its package is called. */
const OF_CONSTANTS = new RegExp(
  String.raw`(?:const(?:ant)?s?|conf(?:ig(?:uration)?)?s?|settings?|defaults?|param(?:eter)?s?|names?|models?|vars|` +
    String.raw`variables|values|options|common|shared|globals?|base|registry)` +
    String.raw`(?:/(?:index|mod|lib|__init__))?\.(?:py|[cm]?[jt]sx?|go|rs|java|kts?|scala|swift|cs|rb|php|dart)$`,
  'i',
);
/** Files that stand for the folder they are in. */
const FOR_FOLDER = /\/(?:index|mod|lib|__init__)\.\w{1,4}$/;

/** Whether a file is code that keeps constants for other code. */
export function keepsConstants(path: string): boolean {
  return OF_CONSTANTS.test(path);
}

/** The names that other code has for the module that a file is: its own, or its folder's, or both. */
export function modulesOf(path: string): readonly string[] {
  const [file = '', folder = ''] = path.split('/').reverse();
  const own = file.replace(/\.\w{1,5}$/, '');
  if (FOR_FOLDER.test(path)) return [folder];
  return isOfPackage(path) ? [own, folder] : [own];
}

/** The name of a constant of a module, among the names of parts. */
export function constantOf(module: string, name: string): string {
  return `${module} ${name}`;
}

/** `OWNER = "acme"`, `export const NAME: string = "…"`, `pub const NAME: &str = "…"`, `{ owner: "acme", … }`. */
const CONSTANT = new RegExp(
  String.raw`(?:^[ \t]{0,16}(?:[\w()]{2,12}[ \t]{1,4}){0,5}|[{,][ \t]{0,4})["']?([A-Za-z_]\w{0,80})["']?` +
    String.raw`(?:[ \t]{0,4}:[ \t]{0,4}[\w&'<>.[\]| ]{1,40}?(?=[ \t]{0,4}=))?[ \t]{0,20}(?::=|=>|[=:])` +
    String.raw`[ \t]{0,8}(["'\x60])([\w.-]{1,96})\2`,
  'gm',
);

/** What a file of settings, or one of constants, gives parts of names, by the names under which they are kept. */
export function collectParts(text: string, path: string): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (const [name, value, section = ''] of partsIn(text, path)) {
    if (parts.size >= MOST_PARTS) break;
    if (!NAME_OF_PART.test(name) || !isPartOfName(value)) continue;
    const key = partName(name);
    parts.set(key, bothParts(parts.get(key), value + BEHIND + path + section));
  }
  return parts;
}

function* partsIn(
  text: string,
  path: string,
): Generator<readonly [name: string, value: string, section?: string]> {
  if (OF_CHART.test(path)) return yield* partsOfChart(text);
  if (keepsConstants(path)) return yield* constantsIn(text, path);
  const language = languageOf(path);
  if (!OF_LINES.has(language)) return;
  yield* settingsIn(text);
  if (language !== 'terraform') return;
  for (const { 1: name = '', 2: value = '' } of matchesOf(text, VARIABLE_BLOCK)) yield [name, value];
}

/** With the section that each is in, if any. */
function* settingsIn(text: string): Generator<readonly [name: string, value: string, section: string]> {
  const sections = [...matchesOf(text, SECTION)];
  let at = -1;
  for (const { 1: name = '', 3: value = '', index } of matchesOf(text, SETTING)) {
    while ((sections[at + 1]?.index ?? Infinity) < index) at++;
    const section = sections[at];
    yield [name, value, section === undefined || section[0] === '}' ? '' : ` ${section.index}`];
  }
}

/** By each name of the module that keeps them. */
function* constantsIn(text: string, path: string): Generator<readonly [name: string, value: string]> {
  const modules = modulesOf(path);
  for (const { 1: name = '', 3: value = '' } of matchesOf(text, CONSTANT))
    for (const module of modules) yield [constantOf(module, name), value];
}

/** By the keys that lead to it, as templates ask for it: `model.owner`. */
function* partsOfChart(text: string): Generator<readonly [name: string, value: string]> {
  const open: { readonly indent: number; readonly key: string }[] = [];
  for (const { 1: margin = '', 2: key = '', 4: value } of matchesOf(text, LINE_OF_YAML)) {
    while ((open.at(-1)?.indent ?? -1) >= margin.length) open.pop();
    if (value === undefined) open.push({ indent: margin.length, key });
    else yield [[...open.map((one) => one.key), key].join('.'), value];
  }
}
