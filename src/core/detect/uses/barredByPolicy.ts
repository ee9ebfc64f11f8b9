import { message } from '../../message';
import { perObject } from '../../once';
import { matchesOf } from '../../text/matches';
import { textBefore } from '../../text/pieces';
import type { TextRange } from '../../text/range';
import type { Bracket } from '../brackets';
import { isInComment } from '../evidence';
import type { Knowledge } from '../knowledge';
import { blockItem, ITEM_REACH } from '../listing/blockItems';
import { lineBefore } from '../surroundings';
import { mentioned, needing, type Place } from './place';

/*
 * Statements of AWS's access policies that bar a model for everybody:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html
 */

/** What is put into a resource for a part of it. */
const PUT_IN = String.raw`\$\{[\w:.]{1,60}\}`;
/**
 * A model as a resource, or a profile of AWS's that sends what it is asked to the model in several regions, up to its
 * name: https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html
 */
const RESOURCE = new RegExp(
  String.raw`\barn:(?:aws[\w-]{0,12}|${PUT_IN}):bedrock:(?:[\w*-]{0,30}|${PUT_IN}):(?:[\w*]{0,12}|${PUT_IN}):` +
    String.raw`(?:foundation-model|inference-profile)/$`,
);
/** The key of the list of resources, or of the only one, before it; `NotResource` is another. */
const KEY = /(?<![\w-])["']?resources?["']?\s{0,20}[:=]\s{0,20}(?:!Sub\s{1,4})?["'\x60]?$/i;
const BLOCK_KEY = /^[ \t]*(?:- )?["']?resource["']?:[ \t]*(?:#[^\n]*)?$/i;
const SUBSTITUTED = /^\{\s{0,40}["']Fn::Sub["']\s{0,8}:\s{0,8}["']$/;
/** Lines of a list, up to its key. */
const IN_LIST = /^[ \t]*(?:- [^\n]*|#[^\n]*)?$/;
const MOST_LINES = 100;
const LONGEST = 250;

/**
 * What a statement does, and whether it is written that it denies, and nothing behind that chooses: what a variable or
 * `"Deny" if … else "Allow"` says may be something else.
 */
const EFFECT = new RegExp(
  String.raw`(?<![\w-])["']?effect["']?\s{0,20}[:=]\s{0,20}(` +
    String.raw`(?:["']?Deny["']?|(?:\w{1,20}\.){0,3}Effect\.DENY)(?=[ \t]{0,20}(?:[,;)}#\r\n]|//|$)))?`,
  'gi',
);
/** What is denied is to ask a model at all, and not only to train it, to manage what runs it or to get it in pieces. */
const ASKS = /(?<!:)\bbedrock:(?:\*|Invoke(?:Model)?\*|InvokeModel(?!\w))|(?<=["'\s[])\*(?=["'\s\],]|$)/i;
/** With one of these it bars some and lets others. */
const LETS_OTHERS =
  /(?<![\w-])["']?(?:conditions?|not_?(?:resources?|actions?|principals?)|principals?)["']?\s{0,20}[:={]/i;

/** What adds such a one to a statement later. */
const LETS_LATER = /\.add_?condition|\.add_?not/i;
const letsLater = perObject(({ text }: Knowledge): boolean => LETS_LATER.test(text));

/** A model that a statement denies everybody: nothing is called there. */
export const isBarred = needing(
  { loader: false, words: [':foundation-model/', ':inference-profile/'] },
  (place) => {
    const { text, start, registry, knowledge } = place;
    const name = textBefore(text, start, LONGEST);
    const resource = RESOURCE.exec(name)?.[0];
    if (resource === undefined) return undefined;
    const at = start - resource.length;
    const [inner] = knowledge.brackets.open(at);
    const statement = inner === undefined ? itemOf(text, at) : holderOf(place, at);
    return statement !== undefined && denies(place, statement) && !letsLater(knowledge)
      ? mentioned(registry, message('a policy bars it'))
      : undefined;
  },
);

/** What has the resources among which one begins at a place, in brackets. */
function holderOf({ text, knowledge: { brackets } }: Place, at: number): TextRange | undefined {
  const open = [...brackets.open(at)];
  const isHeld = (bracket: Bracket | undefined): boolean =>
    bracket !== undefined && SUBSTITUTED.test(text.slice(bracket.at, at));
  let from = at;
  if (isHeld(open[0])) from = open.shift()?.at ?? at;
  if (open[0]?.mark === '[') from = open.shift()?.at ?? at;
  const [holder] = open;
  return holder !== undefined && holder.mark !== '[' && KEY.test(textBefore(text, from, LONGEST))
    ? { start: holder.at, end: holder.close }
    : undefined;
}

/** The same in the block style of YAML; nothing where it is longer than what is read of it, and may say more. */
function itemOf(text: string, at: number): TextRange | undefined {
  const place = KEY.test(lineBefore(text, at)) ? at : keyAbove(text, at);
  const item = place === undefined ? undefined : blockItem(text, place)?.text;
  if (place === undefined || item === undefined) return undefined;
  const start = text.lastIndexOf(item, place);
  const end = start + item.length;
  return start < 0 || end - place >= ITEM_REACH ? undefined : { start, end };
}

/** Where the key of the list ends that an item is of. */
function keyAbove(text: string, at: number): number | undefined {
  let end = at - lineBefore(text, at).length - 1;
  for (let lines = 0; end > 0 && lines < MOST_LINES; lines++) {
    const line = lineBefore(text, end);
    if (BLOCK_KEY.test(line)) return end;
    if (!IN_LIST.test(line)) return undefined;
    end -= line.length + 1;
  }
  return undefined;
}

/** Whether a statement denies everybody to ask for what it has, and says so itself. */
function denies({ text, knowledge: { brackets } }: Place, { start, end }: TextRange): boolean {
  const written = text.slice(start, end);
  if (LETS_OTHERS.test(written) || !ASKS.test(written)) return false;
  const [effect, ...others] = [...matchesOf(written, EFFECT)];
  if (effect?.[1] === undefined || others.length > 0 || isInComment(text, start + effect.index)) return false;
  const [holder] = brackets.open(start + effect.index);
  // In lines it is in no brackets, and in brackets in no others than what they hold.
  return holder === undefined || holder.at <= start;
}
