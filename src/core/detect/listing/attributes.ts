import { memoized } from '../../text/memo';
import { matchesOf } from '../../text/matches';

/** What a record says of its model: what only a table says of it, and what only a request or settings say. */

/** Keys of what only a table of models says of each: prices, sizes, abilities, dates, words for people. */
const ATTRIBUTE = new RegExp(
  String.raw`(?:context[-_]?(?:window|length|size|limit|tokens)|ctx[-_]?(?:len|size)|price|` +
    String.raw`pricing|cost|per[-_]?(?:million|1?[km])(?:[-_]?\w*tokens?)?|` +
    String.raw`max[-_]?(?:input|output|context|completion)[-_]?tokens|` +
    String.raw`max[-_]?(?:prompt|input|context)[-_]?(?:length|size|chars)|` +
    String.raw`supports?[-_A-Z]\w*|capabilit(?:y|ies)|(?:display|readable)[-_]?name|release[-_]?date|released|` +
    String.raw`(?:knowledge[-_]?|training[-_]?)?cutoff(?:[-_]?date)?|deprecat\w+|modalit(?:y|ies)|owned[-_]?by|` +
    String.raw`is[-_]?(?:vision|reasoning|default|free|new|premium|pro)|recommended|vram\w*|size[-_]?(?:gb|mb|` +
    String.raw`bytes)?|param(?:eter)?s?[-_]?(?:count|size)?|family|license|tags|description|label|icon|logo|` +
    String.raw`badge|desc|strengths|speed|quality|tier|rank|elo|benchmark\w*|scores?|intelligence|` +
    String.raw`embedding[-_]?dim\w*|dimensions?|tool[-_]?call\w*|function[-_]?calling|vision|multimodal|` +
    String.raw`reasoning|attachment|limit|model_type|mode)$`,
  'i',
);
/** Keys that are such where their value is a number. */
const COUNTED = /(?:input|output|prompt|completion|cached?)$/i;
/** A key with what separates it from its value, and the beginning of a number behind. */
const KEY = /(?<![\w-])([\w-]+)(?![\w-])["']?\s*[:=](\s*[\d.])?/g;
/** Keys of a record that may name the model that the record is of. */
export const RECORD_KEY = new RegExp(
  String.raw`^(?:id|name|value|key|slug|code|alias|family|model|models?_?(?:id|name|key)|llm_?name|` +
    String.raw`(?:hosted|base|canonical|upstream|inference_?profile)_?(?:model_?)?id|` +
    String.raw`(?:id|name|model)_?prefix|sym_?link|replacement|successor|` +
    String.raw`model_?name|api_?(?:name|model(?:_?(?:id|name))?)|identifier|title|label|(?:display|readable)_?name)$`,
  'i',
);
/** What only a request or the settings of an agent say. */
export const REQUEST = new RegExp(
  String.raw`\b["']?(?:messages|prompt|input(?!["']?\s*[:=]\s*[\d.])|system[-_]?prompt|instructions?|stream|` +
    String.raw`temperature|top_?p|api[-_]?key|tools?|response_format|base_?url|api_?base|roles)["']?\s*[:=]`,
  'i',
);

/** What a record says of its model that no setting says, or that settings may say too. */
export function attributesOf(record: string): Attribute {
  let told: Attribute = 'none';
  for (const [, key = '', number] of matchesOf(record, KEY)) {
    const attribute = number !== undefined && COUNTED.test(key) ? 'strong' : attributeOf(key);
    if (attribute === 'strong') return attribute;
    if (attribute === 'weak') told = attribute;
  }
  return told;
}

type Attribute = 'strong' | 'weak' | 'none';

const attributeOf: (key: string) => Attribute = memoized((key) =>
  ATTRIBUTE.test(key) ? (STRONG.test(key) && !ASKED_FOR.test(key) ? 'strong' : 'weak') : 'none',
);

/** What a request says too: a table's limit, or how much is asked for. */
const ASKED_FOR = /^["']?max[-_]?(?:output|completion)[-_]?tokens?\b/i;

const STRONG = new RegExp(
  String.raw`input|output|prompt|completion|cache|price|pricing|cost|context|max[-_]?(?:input|output|context|` +
    String.raw`completion)|support|capabilit|cutoff|owned|modalit|deprecat|vram|display|readable`,
  'i',
);

/** What settings of one model say of who runs it. */
export const WHO_IS_ASKED = /(?<![\w-])["']?(?:llm_?)?(?:provider|backend|api_?type|vendor)["']?\s{0,8}[:=]/i;
/** What a record says of how its model is got. */
const GOT = /\b(?:ur[il]|repo\w*|file(?:name)?|hf_?\w{1,20}|download\w*|checkpoint|weights)["']?\s*[:=]/i;

/** Whether a record says how its model is asked, run or got. */
export function isSetting(record: string): boolean {
  return REQUEST.test(record) || SETTINGS.test(record) || GOT.test(record);
}

/** A text without what stands in brackets within it. */
export function withoutNested(text: string): string {
  let depth = 0;
  let own = '';
  for (const character of text) {
    if ('([{'.includes(character)) depth++;
    else if (')]}'.includes(character)) depth--;
    else if (depth === 0) own += character;
  }
  return own;
}

/** The names that a record gives its model, with their keys. */
const RECORD_NAME =
  /\b(?:id|name|key|value|slug|model(?:_?(?:id|name))?)["']?\s{0,20}[:=]\s{0,20}["'\x60]([^"'\x60\n]{1,120})["'\x60]/gi;

/** Whether a record gives its model this name. */
export function isNameAgain(record: string, name: string): boolean {
  return [...matchesOf(record, RECORD_NAME)].some(([, said]) => said === name);
}

/** What only an offer says of a model: what it costs, and what people call it. */
const OFFERED = /price|pricing|cost|label|display[-_]?name/i;

export function isOffered(item: string): boolean {
  return item.split('\n').some((line) => OFFERED.test(line.split(':', 1)[0] ?? ''));
}

/** What is charged for a model, and what is said of it beside: no settings of a model to run have both. */
const PRICED = /^[ \t]*[\w-]*(?:price|pricing|(?:usd|cost)[-_]per)[\w-]*:/im;
const DESCRIBED =
  /^[ \t]*(?:- )?["']?(?:display[-_]?name|(?:knowledge[-_]?|training[-_]?)?cutoff[\w-]*)["']?:/im;

/** `"capabilities": { "tools": null }`: what is told in a mapping of its own of what a model can do. */
const CAPABILITIES = /\b(?:capabilit(?:y|ies)|features)["']?\s{0,9}(?:=>|[:=])\s{0,9}\{[^{}]{0,600}\}/gi;

/**
 * A record without what its model can do: that it takes a temperature, which kinds of input, and beside a price the
 * names of tools. A request says which temperature, what input, and what tools do.
 */
export function withoutAbilities(record: string): string {
  const able = record.replace(CAPABILITIES, '').replace(WHETHER, '');
  const told = SHOWN.test(able) ? able.replace(PLACES_FOR_IT, '') : able;
  const kinds = /modalit/i.test(told) ? told.replace(KINDS_OF_INPUT, '') : told;
  return PRICE_TOLD.test(kinds)
    ? kinds.replace(/\btools["']?\s{0,9}(?:=>|[:=])\s{0,9}\[[\s\w"',-]{0,600}\]/g, '')
    : kinds;
}

/** `"temperature": true`: whether the model takes it. */
const WHETHER = new RegExp(
  String.raw`\b(?:messages|prompt|input|system[-_]?prompt|instructions?|temperature|top_?p|tools?|response_format|` +
    String.raw`roles)["']?\s{0,9}(?:=>|[:=])\s{0,9}(?:true|false)\b`,
  'gi',
);
const KINDS_OF_INPUT = new RegExp(
  String.raw`\binput["']?\s{0,9}(?:=>|[:=])\s{0,9}` +
    String.raw`\[(?:\s{0,20}["']?(?:text|image|audio|video|pdf|file)s?["']?,?){1,8}\s{0,20}\]`,
  'gi',
);

/** What people see of a model. */
const SHOWN = /\b(?:display|readable)[-_]?name["']?\s{0,9}(?:=>|[:=])/i;
/** `roles: ["main", "live"]`: for what a program lets people choose the model. */
const PLACES_FOR_IT =
  /\broles["']?\s{0,9}(?:=>|[:=])\s{0,9}\[(?:\s{0,20}["'][\w-]{1,40}["'],?){1,8}\s{0,20}\]/gi;

const PRICE_TOLD = /\b(?:price|pricing|(?:usd|cost)_per\w*)["']?\s{0,9}(?:=>|[:=])/i;

/** A record of an offer without the values that requests to the model begin with. */
export function withoutDefaults(item: string): string {
  return PRICED.test(item) && DESCRIBED.test(item)
    ? item.replace(/\b(?:temperature|top_?p)["']?\s*:/gi, '')
    : item;
}

/** What only the settings of a model to run say. */
export const SETTINGS = new RegExp(
  String.raw`\b(?:device|dtype|torch_dtype|quanti[sz]ation|load_in_\dbit|gpu\w*|revision|replicas|path|` +
    String.raw`local_?dir|n_ctx)["']?\s*[:=]`,
  'i',
);
