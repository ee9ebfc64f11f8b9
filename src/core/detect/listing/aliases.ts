import { message, type Message } from '../../message';
import { textBefore, textBehind } from '../../text/pieces';
import { plainName } from '../../text/plainName';
import { matchesOf } from '../../text/matches';
import type { Bracket } from '../brackets';
import { hostedRegistry } from '../../registries/names/hosted';
import { providerRegistry } from '../../registries/names/providerPath';
import { declaredBefore, isLoopedByName, isOfUsed } from '../listNames';
import { lineStartOf } from '../surroundings';
import { isFetchedName } from './fetched';
import {
  contentAround,
  DEEPEST,
  type ListedPlace,
  LONGEST_HEAD,
  OF_RECORD,
  OF_TYPE,
  ROW_REACH,
} from './listedPlace';

/** Tables of other names of a model: how providers spell it, its family, what has replaced it, its repository. */

/**
 * `"claude-haiku-4-5": { "bedrock": "anthropic.claude-haiku-4-5-20251001-v1:0" }`: how providers spell a model, under
 * its own name.
 */
export function ofAliases({ site, id }: ListedPlace): Message | undefined {
  const [name = ''] = site.parents;
  if (name === '' || providerRegistry(site.key) === undefined) return undefined;
  const isSame = plainName(id.slice(id.lastIndexOf('/') + 1)) === plainName(name);
  const isPart = name.length >= SHORTEST_NAME && /\d/.test(name) && plainName(id).includes(plainName(name));
  return isSame || isPart ? message('it is one of the names that providers have for a model') : undefined;
}

/** An entry alone on its line: `"glm4moe": "glm",`, `glm4moe: glm`, `'glm4moe' => 'glm',`. */
const LINE_ENTRY = new RegExp(
  String.raw`^[ \t]*["']?([A-Za-z][\w.:-]{1,60})["']?[ \t]*(?::|=>?)[ \t]*["']?([A-Za-z][A-Za-z_-]{1,40})["']?` +
    String.raw`[,;]?[ \t\r]*(?:(?:#|//).*)?$`,
);
const LONGEST_ENTRY = 160;
/** So many entries that map a name to the word that it begins with make a table of families. */
const FEWEST_FAMILIES = 3;

/**
 * `"command-r": "command-r"` in the lines of a table that maps names to families: `"glm4moe": "glm"`. The value is a
 * family, as the others are.
 */
export function ofFamilies({ text, start, site, id }: ListedPlace): Message | undefined {
  if (site.call !== undefined || id.includes('/')) return undefined;
  const from = lineStartOf(text, start);
  const [line = ''] = textBehind(text, from, LONGEST_ENTRY).split('\n', 1);
  const [, name, family] = LINE_ENTRY.exec(line) ?? [];
  if (family !== id || name?.startsWith(id) !== true) return undefined;
  const before = textBefore(text, from, ROW_REACH).split('\n').reverse().slice(1);
  const behind = text
    .slice(from, from + ROW_REACH)
    .split('\n')
    .slice(1);
  const families = new Set([...familiesIn(before), ...familiesIn(behind)]);
  return families.size >= FEWEST_FAMILIES ? OF_TYPE : undefined;
}

/** The words that names are mapped to which begin with them, up to the first line that maps nothing. */
function* familiesIn(lines: readonly string[]): Generator<string> {
  for (const line of lines) {
    const [, name, family] = LINE_ENTRY.exec(line) ?? [];
    if (name === undefined || family === undefined) return;
    if (name !== family && name.toLowerCase().startsWith(family.toLowerCase())) yield family;
  }
}

/** Shorter names stand in many others. */
const SHORTEST_NAME = 5;

/** `SUPERSEDED_MODELS = mapOf(("openai" to "gpt-4o") to DEFAULT)`: names that a project has given up. */
export function ofSuperseded({ text, start, site, brackets, mentions }: ListedPlace): Message | undefined {
  if (site.where !== 'code' || site.operand !== undefined) return undefined;
  if (!GIVEN_UP.some((word) => mentions(word))) return undefined;
  const isGivenUp = brackets
    .open(start)
    .slice(0, DEEPEST + 1)
    .some((bracket) => SUPERSEDED.test(declaredBefore(text, bracket.at).name));
  return isGivenUp ? message('it is a name that others have replaced') : undefined;
}

const GIVEN_UP = ['superseded', 'obsolete', 'outdated', 'retired', 'replaced'];
const SUPERSEDED = new RegExp(
  String.raw`(?:^|_)(?:superseded|obsolete|outdated|retired|replaced)(?:_|[A-Z]|$)|` +
    String.raw`(?:^|_)(?:SUPERSEDED|OBSOLETE|OUTDATED|RETIRED|REPLACED)(?:_|$)|` +
    String.raw`(?:Superseded|Obsolete|Outdated|Retired|Replaced)(?:[A-Z]|$)`,
);

/**
 * `successors = {"gpt-4-32k": "gpt-5.4"}`: a table that leads from old names to present ones asks for none of them;
 * what it makes of a setting is what that setting asks for.
 */
export function ofSuccessors({ text, start, site, id, brackets }: ListedPlace): Message | undefined {
  const [open] = brackets.open(start);
  const isName = /^[a-z][\w./:-]*\d/i.test(site.key) || hostedRegistry(site.key) !== undefined;
  if (site.where !== 'code' || open === undefined || !isName) return undefined;
  const head = textBefore(text, open.at, LONGEST_HEAD);
  return SUCCESSORS.test(head) || (OTHER_NAMES.test(head) && isOfSameService(site.key, id))
    ? message('it is the name that another has now')
    : undefined;
}

/**
 * The same of names that a service has beside one another: `SYNONYMS = {"gemini-pro": "gemini-1.5-pro"}`. A table of
 * aliases from one service to another, `{"gpt-4o": "deepseek-chat"}`, is a router's, which sends its values.
 */
const OTHER_NAMES = new RegExp(
  String.raw`(?:synonym|alias(?:es)?|canonical|normali[sz]|pric(?:e|ing))\w{0,40}\b["'\]]?[^;{}]{0,120}$`,
  'i',
);

function isOfSameService(key: string, id: string): boolean {
  const service = hostedRegistry(key);
  return service !== undefined && service === hostedRegistry(id.slice(id.lastIndexOf('/') + 1));
}

const SUCCESSORS = new RegExp(
  String.raw`(?:success(?:or|ion)|replace(?:d|ment)|rename|migrat(?:e|ion)|upgrade|deprecat(?:ed|ion)|legacy|retired|` +
    String.raw`obsolete|old_?(?:to|names?|ids?|models?))\w{0,40}\b["'\]]?[^;{}]{0,120}$`,
  'i',
);

/**
 * `MLX_MODELS = {"tiny": "mlx-community/whisper-tiny", …}`: a table that finds the repositories of short names. What
 * is got by all of them is got.
 */
export function ofAliasTable({ text, start, end, site, brackets }: ListedPlace): Message | undefined {
  const [own] = brackets.open(start);
  if (site.where !== 'code' || site.call !== undefined || own?.mark !== '{') return undefined;
  const { name, made } = declaredBefore(text, own.at);
  if (name === '' || !MADE_MAPPING.test(made) || isFetchedName(name) || isOfUsed(name)) return undefined;
  if (isLoopedByName(text, brackets, name)) return undefined;
  let isTable = ALIAS_TABLES.get(own);
  if (isTable === undefined)
    ALIAS_TABLES.set(own, (isTable = mapsToRepositories(contentAround(text, brackets, own, end))));
  return isTable ? OF_RECORD : undefined;
}

const ALIAS_TABLES = new WeakMap<Bracket, boolean>();
/** What may stand between the name of a mapping and its opening mark. */
const MADE_MAPPING = /^(?:new\s[\w<>, ]{1,60}(?:\(\))?\s{0,40})?$/;
/** An entry of a mapping of texts to texts. */
const TEXT_ENTRY =
  /["'`]([^"'`\n]{1,80})["'`]\]?\s{0,8}(?::|=>|=)\s{0,8}["'`]([\w.-]{1,80}\/[\w.-]{1,120})["'`]\s{0,8}(?:[,}\n]|$)/g;
/** So many short names for repositories make a table of them. */
const FEWEST_ALIASES = 4;

/** Whether a mapping finds repositories by parts of their names, and tells nothing else. */
function mapsToRepositories(content: string): boolean {
  const entries = [...matchesOf(content, TEXT_ENTRY)];
  const short = entries.filter(([, key = '', repository = '']) =>
    repository.toLowerCase().includes(key.toLowerCase()),
  );
  return (
    short.length >= FEWEST_ALIASES &&
    short.length === entries.length &&
    entries.length === [...content.matchAll(/(?::|=>)\s/g)].length
  );
}
