import { type Brackets, calleeOfRecord } from './brackets';
import type { Site } from './site';
import { matchesOf } from '../text/matches';
import { textBefore, textBehind } from '../text/pieces';

/**
 * Choices that people are shown: an element of a list of choices in a page, or an item that code makes for one. What is
 * asked for is what somebody chooses, or the default, which is written elsewhere.
 */

/** How far before a value the element that it is in begins, in characters. */
const ELEMENT_REACH = 500;
/** Elements for one choice, of pages and of libraries of components: `option`, `SelectItem`, `el-radio-button`. */
const ELEMENT =
  String.raw`(?:[\w-]{1,40}[-.:])?\w{0,40}?(?:option|radio(?:-?button)?|(?:menu|select|dropdown|combo-?box|` +
  String.raw`command|radio(?:-?group)?|toggle-?group|list-?box|picker)(?:-?radio)?-?item)`;
const OPENED = new RegExp(String.raw`(?<![\w$)\]])<${ELEMENT}(?=[\s>])`, 'gi');
/** What a template writes in a page, and where it begins to. */
const WRITTEN = /<([?%])[\s\S]*?\1>/g;
const WRITES = /<[?%]/;
/** The end of an element, another one or a statement, or what is done when somebody chooses. */
const ELSEWHERE = /[<;]|\/>|=>|\bon\w{1,30}=/;
/** A button of several, with its value before or behind its type. */
const RADIO_BEFORE = /<input\b[^<>]{0,300}\btype=["']radio["'][^<>]{0,300}\bvalue=["'{]{1,2}$/i;
const RADIO_BEHIND = /^["'}]{1,2}[^<>]{0,300}\btype=["']radio["']/i;
const VALUE_OF_INPUT = /<input\b[^<>]{0,300}\bvalue=["'{]{1,2}$/i;

/** `<option><id>gpt-4</id><name>GPT-4</name></option>`: the fields of a choice as elements of their own. */
const FIELD_OF_OPTION = new RegExp(
  String.raw`<(?:option|choice)(?:\s[^<>]{0,120})?>\s{0,80}` +
    String.raw`(?:<(\w{1,40})(?:\s[^<>]{0,80})?>[^<>]{0,200}</\1>\s{0,80}){0,6}<\w{1,40}(?:\s[^<>]{0,80})?>$`,
  'i',
);

/** What libraries call a choice that code makes. */
const MADE =
  String.raw`(?:SelectListItem|SelectOption|SelectItem|(?:(?:Dropdown|Popup)?Menu|Dropdown|ComboBox)Item|` +
  String.raw`DropdownMenuEntry|RadioListTile|ButtonSegment|(?:Inline)?KeyboardButton|button\.callback|NewOption|tag|` +
  String.raw`bind_?(?:on_?)?click_?listener|add_?(?:string_?)?choices?)`;
/** `new SelectListItem("GPT-4", "gpt-4")`, `DropdownMenuItem(value: 'gpt-4')`, `addChoice(…)`. */
const MAKES_CHOICE = new RegExp(String.raw`(?:^|[.:])${MADE}$`, 'i');
/** `new SelectListItem { Value = "gpt-4" }` of C#, up to the value. */
const IN_INITIALIZER = new RegExp(String.raw`\bnew\s+${MADE}\s*(?:\(\)\s*)?\{[^{}]*$`);
/** The same by whose items are added to: `modelCombo.addItem("gpt-4")`, `comboBox.Items.Add("gpt-4")`. */
const ADDS_CHOICE = new RegExp(
  String.raw`(?:combo|select|drop_?down|choice|picker|list_?box)\w{0,40}\.(?:items\.)?` +
    String.raw`(?:add|append|insert)(?:_?(?:items?|options?|elements?|text|string|range))?$`,
  'i',
);

/** Whether a value at a place is one choice of a list that people are shown. */
export function isShownChoice(text: string, place: ChoicePlace): boolean {
  return isMadeChoice(text, place) || isWithinChoice(text, place.start, place.end);
}

interface ChoicePlace {
  readonly start: number;
  readonly end: number;
  readonly site: Site;
  readonly brackets: Brackets;
}

/** Whether a value, or the mapping that it is in, is given to what makes a choice. */
export function isMadeChoice(text: string, { start, site, brackets }: Omit<ChoicePlace, 'end'>): boolean {
  if (site.where !== 'code') return false;
  const callee = site.call?.callee ?? calleeOfRecord(text, brackets, start);
  return MAKES_CHOICE.test(callee) || ADDS_CHOICE.test(callee);
}

function isWithinChoice(text: string, start: number, end: number): boolean {
  const before = textBefore(text, start, ELEMENT_REACH);
  if (IN_INITIALIZER.test(before)) return true;
  if (!before.includes('<')) return false;
  if (isInElement(before) || RADIO_BEFORE.test(before) || FIELD_OF_OPTION.test(before)) return true;
  return VALUE_OF_INPUT.test(before) && RADIO_BEHIND.test(textBehind(text, end, ELEMENT_REACH));
}

/** Whether a text ends in an element for a choice, or in what a template writes there. */
function isInElement(before: string): boolean {
  const open = [...matchesOf(before, OPENED)].at(-1)?.index;
  return (
    open !== undefined &&
    !ELSEWHERE.test(
      before
        .slice(open + 1)
        .replace(WRITTEN, '')
        .replace(WRITES, ''),
    )
  );
}
