import { message } from '../../message';
import type { Bracket } from '../brackets';
import { withoutNested } from '../listing';
import { lineBefore, textOf, type Surroundings } from '../surroundings';
import { listedAs, needing, WITHOUT_LOADER, type Place } from './place';

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
    const [own, outer] = knowledge.brackets.open(start);
    if (own !== undefined && own.mark !== '{') return undefined;
    const { record, kin } =
      own === undefined ? ofLines(place, around()) : ofBraces(text, start, { own, outer });
    return IS_OFF.test(record) && count(kin, SWITCH) > 1 && kin.split(key).length > 2
      ? listedAs(registry, message('it is not enabled'))
      : undefined;
  },
);

/** What a record says, and what it and those beside it say. */
interface Records {
  readonly record: string;
  readonly kin: string;
}

function ofBraces(
  text: string,
  start: number,
  { own, outer }: { readonly own: Bracket; readonly outer: Bracket | undefined },
): Records {
  const within = (bracket: Bracket): string =>
    text.slice(Math.max(bracket.at + 1, start - REACH), Math.min(bracket.close, start + REACH));
  return { record: withoutNested(within(own)), kin: outer === undefined ? near(text, start) : within(outer) };
}

/** In YAML's block style, or in a section of settings: the lines that begin in the same column. */
function ofLines({ text, start }: Place, { own }: Surroundings): Records {
  const line = lineBefore(text, start);
  const isSetting = /^\s*[\w.-]+\s*=/.test(line);
  const column = line.search(/[^ -]/);
  const lines = near(text, start)
    .split('\n')
    .filter((one) => one.search(/[^ -]/) === column);
  return { record: isSetting ? sectionAround(text, start) : textOf(text, own), kin: lines.join('\n') };
}

function near(text: string, start: number): string {
  return text.slice(Math.max(0, start - REACH), start + REACH);
}

/** From the header of a section to the next. */
function sectionAround(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - REACH), at);
  const behind = text.slice(at, at + REACH).split('\n[', 1)[0] ?? '';
  return before.slice(before.lastIndexOf('\n[') + 1) + behind;
}

function count(text: string, form: RegExp): number {
  return text.match(form)?.length ?? 0;
}
