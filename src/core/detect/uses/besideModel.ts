import { textBefore } from '../../text/pieces';
import { matchesOf } from '../../text/matches';
import type { TextRange } from '../../text/range';
import type { HostEvidence } from '../beside';
import { keyKind } from '../signatures/keys';
import { FURTHEST, isSettingsKey, lineBefore, surroundingsOf } from '../surroundings';
import type { Place } from './place';

/** How far before a name its mapping may begin, in characters. */
const REACH = 1_000;
/** The key that a mapping in brackets is the value of. */
const KEY_BEFORE = /([A-Za-z_][\w-]{0,60})["']?\s{0,20}[:=]\s{0,20}$/;
/** A key that a mapping stands below, with what is before it on its line. */
const HEAD = /^([ \t]{0,200}(?:-[ \t]{1,20})?)["']?([A-Za-z_][\w-]{0,60})["']?:[ \t]{0,20}(?:#.*)?\r?$/gm;

/**
 * The address in the settings beside the mapping that holds no more than the model, as `model` of a node of n8n does,
 * the last of several: `"model": { "value": "…" }, "options": { "baseURL": "…" }`, or in the default of another field
 * of a form: `"model": { "default": "…" }, "api_base": { "default": "…" }`.
 */
export function addressBesideModel(place: Place): HostEvidence | undefined {
  const { site, text, knowledge } = place;
  if (site.where !== 'config' || !knowledge.evidence.isNear('addresses', place, FURTHEST)) return undefined;
  const head = headOf(place);
  if (head === undefined) return undefined;
  const { evidence, brackets } = knowledge;
  const own = surroundingsOf(text, brackets, head).own;
  const [around] = brackets.open(head.start);
  const isOfSettings = (address: HostEvidence): boolean => {
    const { at } = address;
    const [inner, outer] = brackets.open(at);
    if (inner === undefined || inner.at === around?.at)
      return columnOf(text, at) > columnOf(text, head.start);
    const key = keyBefore(text, inner.at) ?? '';
    return outer?.at === around?.at && (isSettingsKey(key) || key === evidence.keyOf(address));
  };
  return evidence.inPart('addresses', own).filter(isOfSettings).at(-1);
}

/** The key of the mapping that a value is in, where it is that of a model. */
function headOf({ text, start, knowledge: { brackets } }: Place): TextRange | undefined {
  const [bracket] = brackets.open(start);
  const key = bracket?.mark === '{' ? keyBefore(text, bracket.at) : undefined;
  return bracket === undefined || key === undefined
    ? lineAbove(text, start)
    : keyAt(text.lastIndexOf(key, bracket.at), key);
}

/** The same where lines tell the mappings by their columns. */
function lineAbove(text: string, start: number): TextRange | undefined {
  const column = columnOf(text, start);
  const before = textBefore(text, start, REACH);
  const head = [...matchesOf(before, HEAD)].findLast(([, { length } = '']) => length < column);
  if (head === undefined) return undefined;
  const [, margin = '', key = ''] = head;
  return keyAt(start - before.length + head.index + margin.length, key);
}

function keyAt(start: number, key: string): TextRange | undefined {
  return isOfModel(key) ? { start, end: start + key.length } : undefined;
}

/** The column at which the entry of a line begins. */
function columnOf(text: string, at: number): number {
  return /^[ \t]*(?:-[ \t]+)?/.exec(lineBefore(text, at))?.[0].length ?? 0;
}

/** Whether a key is that of one model: what stands below `models` are several. */
function isOfModel(key: string): boolean {
  return keyKind(key) === 'model' && !/s$/i.test(key);
}

function keyBefore(text: string, at: number): string | undefined {
  return KEY_BEFORE.exec(textBefore(text, at, LONGEST_KEY))?.[1];
}

const LONGEST_KEY = 120;
