import { message } from '../../message';
import { textBefore } from '../../text/pieces';
import { lineStartOf, textOf } from '../surroundings';
import { SELF } from '../../vocabulary';
import { is, needing, type Place } from './place';

const OF_HUBS = message('its weights can be had from several hubs');

/** What tables of weights call ModelScope, which also runs models for others: its word alone, or as a member. */
const MODELSCOPE = is(/^(?:[A-Za-z_]\w{0,60}\.)?(?:model_?scope|ms)(?:_?(?:id|repo))?$/i);
/** What they call another hub, before a name of weights that has an owner. */
const OTHER_HUB = new RegExp(
  String.raw`(?<![\w-])(?:hf|hugging_?face|default|open_?mind|hub|gitee)(?:_?(?:id|repo))?["'\]]{0,2}\s{0,8}` +
    String.raw`(?:=>|[:=])\s{0,8}["'\x60]?[\w.-]{1,96}$`,
);
/** What a record says of how a model is asked, beside its name. */
const ASKED_BY = /(?:api_?(?:key|token|base|url)|base_?url|endpoint|provider|token)["']?\s{0,8}(?:=>|[:=])/i;

/**
 * `{ huggingface: 'Qwen/Qwen3-8B', modelscope: 'qwen/Qwen3-8B' }`, `Source.MODELSCOPE: "…"` beside `Source.HF`: the
 * same weights at two hubs, of which the program takes one. Nobody is called.
 */
export const byHubs = needing({ loader: false, nearestKey: MODELSCOPE }, (place, around) =>
  isOfRecord(place) && !ASKED_BY.test(textOf(place.text, around().own)) && hasNamesake(place)
    ? { role: 'loads', host: SELF, why: [OF_HUBS] }
    : undefined,
);

/** Whether a name is in a record: a constant of its own may go anywhere. */
function isOfRecord({ text, start, knowledge: { brackets } }: Place): boolean {
  return (
    /(?:=>|:)\s{0,8}["'\x60]?$/.test(textBefore(text, start, 20)) || brackets.open(start)[0]?.mark === '('
  );
}

/** How far from a name the other one is looked for that is called like it. */
const REACH = 300;

/** Whether near by, at most in the same record, another hub has weights that are called like these, whoever's. */
function hasNamesake({ text, start, end, match, knowledge }: Place): boolean {
  const [own] = knowledge.brackets.open(start);
  const record = own?.mark === '{' ? knowledge.brackets.contentOf(own, end) : { start, end };
  const from = Math.max(0, Math.min(record.start, lineStartOf(text, start) - REACH));
  const name = match.id.slice(match.id.indexOf('/') + 1);
  return [text.slice(from, start), text.slice(end, Math.max(record.end, end + REACH))].some((part) =>
    namesOtherHub(part, `/${name.toLowerCase()}`),
  );
}

/** Whether a part of a text gives another hub the name. */
function namesOtherHub(part: string, name: string): boolean {
  const lower = part.toLowerCase();
  for (let at = lower.indexOf(name); at >= 0; at = lower.indexOf(name, at + 1))
    if (NAME_END.test(lower.charAt(at + name.length)) && OTHER_HUB.test(textBefore(lower, at, LONGEST_ENTRY)))
      return true;
  return false;
}

/** So long is a key with the owner behind it at most. */
const LONGEST_ENTRY = 160;
const NAME_END = /^(?:$|[^\w.-])/;
