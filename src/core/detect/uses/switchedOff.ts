import { textAround } from '../../text/pieces';
import { message } from '../../message';
import { perObject } from '../../once';
import { matchesOf } from '../../text/matches';
import type { Bracket } from '../brackets';
import type { Knowledge } from '../knowledge';
import { withoutNested } from '../listing/attributes';
import { lineBefore, sectionBefore, sectionBehind, textOf, type Surroundings } from '../surroundings';
import { listedAs, needing, WITHOUT_LOADER, type Needs, type Place } from './place';

const NOT_ENABLED = message('it is not enabled');

/** A switch of a record; and one that is off. */
const SWITCH = /(?:^|[\n{,])[ \t-]*["']?(?:is[-_]?)?(?:enabled?|active|disabled?)["']?\s{0,8}[:=]/gi;
const IS_OFF = new RegExp(
  String.raw`(?:^|[\n{,])[ \t-]*["']?(?:is[-_]?)?(?:(?:enabled?|active)["']?\s{0,8}[:=]\s{0,8}["']?` +
    String.raw`(?:false|no|off|0)|disabled?["']?\s{0,8}[:=]\s{0,8}["']?(?:true|yes|on|1))\b`,
  'i',
);
/** The key that a value has on its line. */
const KEY = /(?<![\w-])([\w-]{1,80})["']?\s{0,8}[:=]\s{0,8}["']?$/;
/** How far around a record the others are looked for, in characters. */
const REACH = 2_000;

/**
 * One of several records with a switch each, whose own is off: a chart or a program knows the model, and uses it when
 * somebody turns it on. A single one is a part of the program that is off for now.
 */
export const isSwitchedOff = needing(
  { ...WITHOUT_LOADER, words: ['enable', 'active', 'disable'] },
  (place, around) => {
    const { site, registry, text, start, knowledge } = place;
    const key = KEY.exec(lineBefore(text, start))?.[1];
    if (key === undefined || site.call !== undefined) return undefined;
    const open = knowledge.brackets.open(start);
    if (site.where === 'config' && open.slice(0, DEEPEST).some((one) => recordsOff(knowledge).has(one.at)))
      return listedAs(registry, NOT_ENABLED);
    const [own] = open;
    if (own !== undefined && own.mark !== '{') return undefined;
    const record = own === undefined ? recordOfLines(place, around()) : withoutNested(within(place, own));
    return IS_OFF.test(record) && isOneOfSeveral(key, kinOf(place, open))
      ? listedAs(registry, NOT_ENABLED)
      : undefined;
  },
);

/** Keys that no program reads, as those write them who leave a setting out where no comment may stand. */
const LEFT_OUT = new RegExp(
  String.raw`^(?:(?://|#)\s?[\w-]{0,20}model(?:[-_]?(?:id|name))?|models?(?:x{1,3}|[-_]?(?:disabled|unused))|` +
    String.raw`unused[-_]?models?)$`,
  'i',
);
/** What begins with an underscore is a note where the setting itself stands beside it, and else a setting. */
const NOTE = /^_{1,2}(model(?:_?(?:id|name))?)$/i;

/** `"modelx": "…"`, `"//model": "…"`: a setting of JSON that was left out by its key, for there are no comments. */
export const isLeftOut = needing(
  { where: ['config'], loader: false, key: (key) => LEFT_OUT.test(key) || NOTE.test(key) },
  (place) => {
    const { site, registry, start, knowledge } = place;
    const [own] = knowledge.brackets.open(start);
    if (!knowledge.path.endsWith('.json') || own?.mark !== '{') return undefined;
    const record = withoutNested(within(place, own));
    const has = (key: string): boolean => record.includes(`"${key}"`);
    const [, noted] = NOTE.exec(site.key) ?? [];
    // One letter may tell several apart: `"modelx"` beside `"modely"`.
    const isLeft =
      noted === undefined ? !has(site.key.replace(/x$/i, 'y')) || !/x$/i.test(site.key) : has(noted);
    return isLeft ? listedAs(registry, NOT_ENABLED) : undefined;
  },
);

/**
 * Where records begin that are off with all that they hold: versions of a configuration that a database keeps in a
 * list, of which another one is active. A flow, or an entry of a menu, that is not active may be run all the same.
 */
const recordsOff = perObject(({ text, brackets }: Knowledge): ReadonlySet<number> => {
  const states = new Map<number, { readonly list: number; readonly isOn: boolean }>();
  for (const { 0: found, 1: value, index } of matchesOf(text, ACTIVE)) {
    const [own, list] = brackets.open(index + found.length);
    if (own?.mark !== '{' || list?.mark !== '[' || own.close - own.at > LONGEST_RECORD) continue;
    // The last of several entries of one key counts.
    if (VERSIONED.test(text.slice(own.at, own.close)))
      states.set(own.at, { list: list.at, isOn: value === 'true' });
  }
  const chosen = new Set([...states.values()].flatMap(({ list, isOn }) => (isOn ? [list] : [])));
  return new Set([...states].flatMap(([at, { list, isOn }]) => (!isOn && chosen.has(list) ? [at] : [])));
});
const ACTIVE = /^\s{0,80}"is_active"\s{0,8}:\s{0,8}(true|false)\b/gm;
const VERSIONED = /"(?:config_?(?:name|type|version)|version|revision)"\s{0,8}:/;
const LONGEST_RECORD = 100_000;
/** How far out a record is looked for that is off. */
const DEEPEST = 6;

const OF_NODES: Needs = { where: ['config'], words: ['"disabled"', '"wires"'] };
/** A node says what it does, and that it is off: n8n and Make write it out, Node-RED has a letter beside its wires. */
const IS_NODE = /(?:^|[\n{,])\s{0,40}"(?:type|module)"\s{0,8}:/;
const NODE_OFF =
  /(?:^|[\n{,])\s{0,40}"(?:disabled"\s{0,8}:\s{0,8}true\b|d"\s{0,8}:\s{0,8}true\b(?=[^]{0,400}"wires"))/;
/** Nodes with longer settings are not looked through, and no more of what is around a name. */
const LONGEST_NODE = 20_000;
const DEEPEST_IN_NODE = 6;

/** What a node of a flow is set to which is switched off: flows pass it by, so it asks for nothing. */
export const isOfNodeOff = needing(OF_NODES, ({ registry, text, start, knowledge }) => {
  const around = knowledge.brackets.open(start).slice(0, DEEPEST_IN_NODE);
  const isOff = around.some(({ mark, at, close }) => {
    if (mark !== '{' || close - at > LONGEST_NODE) return false;
    const own = withoutNested(text.slice(at + 1, close));
    return NODE_OFF.test(own) && IS_NODE.test(own);
  });
  return isOff ? listedAs(registry, NOT_ENABLED) : undefined;
});

/** In YAML's block style what stands in the same mapping, and of settings in the same section. */
function recordOfLines({ text, start }: Place, { own }: Surroundings): string {
  return /^\s*[\w.-]+\s*=/.test(lineBefore(text, start))
    ? sectionBefore(text, start, REACH) + sectionBehind(text, start, REACH)
    : textOf(text, own);
}

/** The lines that begin in the same column. */
function linesLike(place: Place): string {
  const column = lineBefore(place.text, place.start).search(/[^ -]/);
  const lines = near(place).split('\n');
  return lines.filter((line) => line.search(/[^ -]/) === column).join('\n');
}

/** A record and those beside it. */
function kinOf(place: Place, [own, outer]: readonly Bracket[]): string {
  if (own === undefined) return linesLike(place);
  return outer === undefined ? near(place) : within(place, outer);
}

/** Whether records have several switches, and a key several times. */
function isOneOfSeveral(key: string, records: string): boolean {
  return (records.match(SWITCH)?.length ?? 0) > 1 && records.split(key).length > 2;
}

function within({ text, start }: Place, { at, close }: Bracket): string {
  return text.slice(Math.max(at + 1, start - REACH), Math.min(close, start + REACH));
}

function near({ text, start }: Place): string {
  return textAround(text, start, start, REACH);
}
