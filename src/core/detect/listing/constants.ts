import { message, type Message } from '../../message';
import { textBefore } from '../../text/pieces';
import { isAmongNamed, isNamedLike } from '../constants';
import { WHO_IS_ASKED } from './attributes';
import { blockItem } from './blockItems';
import { keyOfRecord, type ListedPlace } from './listedPlace';
import { recordAround } from './recordAround';
import { CHOICES } from './types';

/** Constants that are called like the model which is their value, alone or among others. */

const LONGEST_LEAD = 3;

/** What a flag gets is used, whatever the flag is called: `--clip_l clip_l.safetensors`. */
export function ofConstant(place: ListedPlace): Message | undefined {
  return isNamedLike(place) &&
    !place.site.key.startsWith('-') &&
    !isDefaultOfParameter(place) &&
    !isOfEntry(place)
    ? message('it is the value of a constant that is called like it')
    : undefined;
}

/** `{ name: "gpt-4o", value: "gpt-4o", provider: "openai" }`: an entry that says who runs its model is no constant. */
function isOfEntry(place: ListedPlace): boolean {
  return (
    keyOfRecord(place) === 'value' &&
    !place.site.parents.some((key) => CHOICES.test(key)) &&
    WHO_IS_ASKED.test((recordAround(place) ?? blockItem(place.text, place.start))?.text ?? '')
  );
}

/** `def f(segmentation: Model = "owner/segmentation")`: what a function runs unless it is told otherwise. */
function isDefaultOfParameter({ text, start, site, brackets }: ListedPlace): boolean {
  const [open] = brackets.open(start);
  if (open?.mark !== '(' || (site.call !== undefined && site.key === '')) return false;
  return /\b(?:def|function|func|fun|fn)\s{1,4}\w{1,80}\s?$/.test(textBefore(text, open.at, 100));
}

export function ofSibling(place: ListedPlace): Message | undefined {
  if (place.site.where !== 'code' || isDefaultOfParameter(place)) return undefined;
  // A constant's own parentheses hold nothing but its value: its siblings stand around them.
  const block = place.brackets
    .open(place.start)
    .find(({ at, mark }) => mark !== '(' || place.start - at > LONGEST_LEAD);
  return isAmongNamed(place, block)
    ? message('it is the value of a constant that is called like it')
    : undefined;
}
