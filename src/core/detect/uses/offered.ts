import { OF_RECORD } from '../listing/listedPlace';
import { lineBefore } from '../surroundings';
import { CODE_WITHOUT_LOADER, listedAs, needing, type Place } from './place';
import { placesOf } from './unread';
import { textBefore, textBehind } from '../../text/pieces';

/** What a builder says of a model that people choose: what they call it, and what it costs or takes. */
const NAMED = /\.(?:with)?(?:[dD]isplayName|[dD]isplay_name|[lL]abel|[tT]itle)\(/;
const PRICED =
  /\.(?:with)?(?:\w{0,20}(?:cost|price|pricing)\w{0,20}|\w{0,20}max\w{0,20}tokens|context_?\w{0,20})\(/i;
/** What only a client says, or a request. */
const ASKS = /\.(?:with)?(?:api_?key|base_?url|temperature|top_?p|messages|prompt|endpoint|credentials?)\(/i;
/** How far a statement reaches before and behind a place, in characters. */
const STATEMENT_REACH = 1_500;

/** `String mini = "`, `val mini = `: a variable that is given a name, or a constant for one. */
const ASSIGNED = new RegExp(
  String.raw`^[ \t]*(?:(?:final|static|private|public|const|let|var|val|auto|String|string)[ \t]+){1,4}` +
    String.raw`([A-Za-z_]\w{2,80})(?:: ?\w{1,40})? ?= ?["']?$`,
);
/** Nothing but the text of a constant follows. */
const ASSIGNMENT_END = /^["']?(?:\.(?:toString|value|getValue|name|getName)\(\))?;?[ \t]*(?:\r?\n|$|\/\/)/;

/**
 * A model that a builder describes for a registry: `models.put(id, Model.builder().modelName(id).displayName("…")
 * .inputCost(2).build())`, by its name or by a variable that is used for nothing else.
 */
export const isOffered = needing(
  { ...CODE_WITHOUT_LOADER, words: ['displayname(', 'display_name(', 'label(', 'title('] },
  (place) =>
    isInOffer(place.text, place.start) || isOnlyOffered(place)
      ? listedAs(place.registry, OF_RECORD)
      : undefined,
);

/** Whether the statement that a place is in describes a model for people. */
function isInOffer(text: string, at: number): boolean {
  const before = textBefore(text, at, STATEMENT_REACH);
  const behind = textBehind(text, at, STATEMENT_REACH);
  const statement = `${before.slice(before.lastIndexOf(';') + 1)}${behind.split(';', 1)[0] ?? ''}`;
  return NAMED.test(statement) && PRICED.test(statement) && !ASKS.test(statement);
}

/** Whether a name is given to a variable of which nothing is made but such descriptions. */
function isOnlyOffered({ text, start, end, knowledge }: Place): boolean {
  const name = ASSIGNED.exec(lineBefore(text, start))?.[1];
  const block = knowledge.brackets.open(start)[0];
  if (name === undefined || block?.mark !== '{' || !ASSIGNMENT_END.test(textBehind(text, end, 80)))
    return false;
  const uses = (placesOf(knowledge).get(name) ?? []).filter((at) => at > end && at < block.close);
  return uses.length > 0 && uses.every((at) => isInOffer(text, at));
}
