import { languageOf } from '../documents/fileTypes';
import { once, perObject } from '../once';
import { textBefore } from '../text/pieces';
import { covers, type TextRange } from '../text/range';
import type { HostEvidence } from './beside';
import type { Knowledge } from './knowledge';
import { MOST_SETTINGS } from './regionSettings';
import { lineBefore, lineStartOf } from './surroundings';

/** Regions in the nested mappings of YAML: of one program's environment, and in the section nearest to a call. */

/** A variable of the environment, as programs are given it. */
const VARIABLE = /^[A-Z][A-Z\d_]*(?:REGION|LOCATION)$/;
/** What takes over the entries of another mapping, and sections whose entries are for several programs. */
const MERGES = /<<\s{0,4}:/;
const SHARED = /^\s*["']?(?:x-[\w-]{1,40}|provider|globals?|common|shared|defaults?)["']?:/i;

const merges = perObject(({ text }: Knowledge) => MERGES.test(text));

/** The service, container or job that alone has a variable; `undefined` where others may have it, or it is none. */
export function programWith(knowledge: Knowledge, setting: HostEvidence): TextRange | undefined {
  const { text, path, environment, evidence } = knowledge;
  if (languageOf(path) !== 'yaml' || !VARIABLE.test(evidence.keyOf(setting)) || merges(knowledge))
    return undefined;
  for (const { line } of headsAbove(text, setting.at)) if (SHARED.test(line)) return undefined;
  return environment.reachOf({ start: setting.at, end: setting.end });
}

/** What has programs as its entries, and what has the variables of one. */
const PROGRAMS = /^\s*["']?(?:services|(?:init|ephemeral)?_?containers|functions|jobs)["']?:/i;
const VARIABLES = /^\s+(?:-\s+)?["']?(?:env|environment|env_?vars?|variables)["']?:/i;
const CUSTOM = /^["']?(?:custom|data|stringData)["']?:/;

/** Whether a place of YAML is in a program: what is kept elsewhere may be for any. */
export function isInProgram({ text, path }: Knowledge, place: number): boolean {
  if (languageOf(path) !== 'yaml') return true;
  const lines = [...headsAbove(text, place, true)].map(({ line }) => line);
  if (lines.some((line) => SHARED.test(line) || CUSTOM.test(line))) return false;
  return [lineBefore(text, place), ...lines].some((line) => PROGRAMS.test(line) || VARIABLES.test(line));
}

/** Of the settings of a text of nested mappings, those in the innermost mapping around a place that has any. */
export function inNearestMapping(
  { text, path }: Pick<Knowledge, 'text' | 'path'>,
  place: number,
  settings: readonly HostEvidence[],
): readonly HostEvidence[] {
  if (languageOf(path) !== 'yaml') return settings;
  for (const { start, indent } of headsAbove(text, place)) {
    const end = endOfMapping(text, place, indent);
    const inside = settings.filter(({ at }) => covers({ start, end }, at));
    if (inside.length > 0) return inside;
  }
  return settings;
}

/** Under this name an environment has the regions of the document around: no variable is called so. */
const REGIONS = 'regions around';

/** The regions that the document around a text sets for the programs in it. */
export function regionsAround({ environment }: Knowledge): readonly string[] {
  return environment.around.get(REGIONS)?.split(' ') ?? [];
}

const MAY_SET = /region|location/i;
/** An entry of a mapping or a list up to its key: what a script in another entry sets is for that one. */
const ENTRY = /^\s*(?:-\s+)?["']?(?:\w{1,20}-){0,3}$/;

/** The entries of a document of nested mappings that set regions, each with what alone has it. */
const entriesOf = perObject((knowledge: Knowledge) => {
  const { text, path, evidence } = knowledge;
  const all = languageOf(path) === 'yaml' && MAY_SET.test(text) ? evidence.all('regions') : [];
  const entries = all.filter(
    ({ kind, at }) => kind !== 'address' && ENTRY.test(lineBefore(text, at).replace(/\bname:\s/, '')),
  );
  return entries.length > MOST_SETTINGS
    ? []
    : entries.map((setting) => ({ ...setting, owner: programWith(knowledge, setting) }));
});

/** The same for a document that begins at a place, by the name that they have in its environment. */
export function regionsFor(knowledge: Knowledge, place: number): readonly (readonly [string, string])[] {
  const isShared = once(() => !isInProgram(knowledge, place));
  const set = entriesOf(knowledge).filter(
    ({ owner }) => owner === undefined || covers(owner, place) || isShared(),
  );
  // A job has its own for what it does next.
  const last = set.findLast(({ at }) => at < place);
  const regions = last === undefined ? set.map(({ said }) => said) : [last.said];
  return regions.length === 0 ? [] : [[REGIONS, [...new Set(regions)].join(' ')]];
}

/** How far before a place the heads of its mappings stand, in characters. */
const REACH = 4_000;

const IS_ITEM = /^\s*-\s/;

interface Head {
  readonly line: string;
  readonly start: number;
  readonly indent: number;
}

/**
 * The lines that begin the mappings and items around a place, the innermost first.
 *
 * @param withLists also those whose list stands no further in than they do
 */
function* headsAbove(text: string, place: number, withLists = false): Generator<Head> {
  let start = lineStartOf(text, place);
  let indent = indentOf(lineBefore(text, place));
  let isInList = withLists && IS_ITEM.test(lineBefore(text, place));
  for (const line of textBefore(text, start, REACH).split('\n').slice(0, -1).reverse()) {
    start -= line.length + 1;
    if ((indent === 0 && !isInList) || /^(?:---|\.\.\.)/.test(line)) return;
    // Of a list, what has it may stand as far in.
    const most = isInList && !IS_ITEM.test(line) ? indent : indent - 1;
    if (/^\s*(?:#|$)/.test(line) || indentOf(line) > most) continue;
    indent = indentOf(line);
    isInList = withLists && IS_ITEM.test(line);
    yield { line, start, indent };
  }
}

/** Where the first line behind a place begins that is no further in than the head of a mapping. */
function endOfMapping(text: string, at: number, indent: number): number {
  const behind = new RegExp(String.raw`\n(?=[ \t]{0,${indent}}[^\s#])`, 'g');
  behind.lastIndex = at;
  return behind.exec(text)?.index ?? text.length;
}

/** The column of what a line begins with, be it the mark of a list. */
function indentOf(line: string): number {
  return line.search(/\S|$/);
}
