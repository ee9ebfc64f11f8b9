import { message } from '../../message';
import { perObject } from '../../once';
import type { Bracket } from '../brackets';
import { lastName } from '../intent';
import type { Knowledge } from '../knowledge';
import { declaredBefore } from '../listNames';
import { textBefore, textBehind } from '../../text/pieces';
import { plainName } from '../../text/plainName';
import { matchesOf } from '../../text/matches';
import { keyKind, keyWords } from '../signatures/keys';
import { nearestKey } from '../site';
import { CODE_WITHOUT_LOADER, listedAs, needing, type Place } from './place';
import { NO_PROVIDER, providerWord } from './saidHost';

/**
 * Models that a program has ready for each of several providers: which one is taken is told when it runs, by the
 * provider that somebody chooses.
 */

/** Between a key and its value: of mappings, arms and clauses. */
const TO = String.raw`(?:=>|->|[:=]|\bto\b|\bthen\b|["'\x60]?\)\s{0,8},\s{0,8}do:|["'\x60]\)\s{0,8}\{?)`;
/** What an arm may do with its value: to give it back, also as one that may be absent. */
const GIVEN_BACK = String.raw`(?:return\s{1,8})?(?:(?:Some|Ok|Just|Optional\.of|String::from)\(\s{0,8})?`;
/** A provider, and what leads from it to a text. */
const ENTRY = String.raw`([A-Za-z][\w.:$-]{0,80}?)(?:->value)?["'\x60]?\]?\s{0,8}${TO}\s{0,80}${GIVEN_BACK}@?["'\x60]`;
const ENTRIES = new RegExp(String.raw`(?<![\w:$-]|[\w)\]]\.)${ENTRY}`, 'g');
const OWN_ENTRY = new RegExp(`${ENTRIES.source}$`);
const LONGEST_ENTRY = 260;
/** How far around an entry the others are looked for, in characters. */
const REACH = 1_500;

/** What makes a mapping of its arguments, or something that holds a value. */
const HOLDS =
  /(?:^|[.:])(?:mapOf|mutableMapOf|hashMapOf|hash|dict|Map|HashMap|Map\.of|Some|Ok|Just|Optional\.of|String::from)$/;

/** A model that is one of those for several providers, none of which the text chooses itself. */
export const isForProvider = needing(CODE_WITHOUT_LOADER, (place) =>
  isEntryOfProvider(place) || isRecordOfProvider(place)
    ? listedAs(place.registry, message('it is one of the models for several providers'))
    : undefined,
);

/** `{ openai: 'gpt-4o', mistral: 'mistral-large' }`, or an arm for each. */
function isEntryOfProvider(place: Place): boolean {
  const { site, text, start, knowledge } = place;
  if (site.call !== undefined && !HOLDS.test(site.call.callee)) return false;
  const own = OWN_ENTRY.exec(textBefore(text, start, LONGEST_ENTRY));
  if (own === null) return false;
  const at = start - own[0].length;
  return isChosenLater(place, { block: blockOf(knowledge, at, start), at, key: own[1] ?? '' });
}

/**
 * `{ openai: { baseURL: 'https://api.openai.com/v1', model: 'gpt-4o' }, … }`: records with the addresses of many
 * hosts.
 */
function isRecordOfProvider({ site, start, knowledge }: Place): boolean {
  return keyKind(nearestKey(site)) === 'model' && isAmongProviders(start, knowledge);
}

/**
 * Whether a place is in one of the records that a text keeps for several providers, none of which it chooses itself.
 */
export function isAmongProviders(offset: number, knowledge: Knowledge): boolean {
  const { brackets, evidence } = knowledge;
  const [record, all] = brackets.open(offset);
  if (record === undefined || all === undefined) return false;
  const own = evidence.firstIn('addresses', { start: record.at, end: record.close });
  if (own === undefined || chosen(knowledge).has(own.place.host)) return false;
  const hosts = new Set(evidence.in('addresses', { start: all.at, end: all.close }).map(({ host }) => host));
  return (
    hosts.size >= MANY && isLookedInLater(knowledge, all, { provider: own.place.host, count: hosts.size })
  );
}

/** The name that a key ends in: `OPENAI` of `Provider.OPENAI.value`. */
function nameIn(key: string): string {
  return lastName(key.replace(/\.value$/, ''));
}

/** The host that a key stands for: `openai`, `Provider.OPENAI`, `ProviderOpenAI`, `Provider::OpenAi`. */
function providerOf(key: string, { hosts }: Knowledge): string | undefined {
  return hosts.ofProvider(providerWord(nameIn(key)));
}

/** The same, or else what the key is called where nobody knows a host of that name. */
function providerOrName(key: string, knowledge: Knowledge): string {
  return providerOf(key, knowledge) ?? plainName(nameIn(key));
}

/** The brackets that an entry is in from its key to its value. */
function blockOf({ brackets }: Knowledge, at: number, end: number): Bracket | undefined {
  return brackets.open(at).find(({ close }) => close >= end);
}

/** The providers of the entries in a block that have a text each. */
function providersIn({ text, start, knowledge }: Place, block: Bracket | undefined): ReadonlySet<string> {
  const low = Math.max((block?.at ?? -1) + 1, start - REACH);
  const high = Math.min(block?.close ?? text.length, start + REACH);
  const found = new Set<string>();
  for (const { 0: entry, 1: key = '', index } of matchesOf(text.slice(low, high), ENTRIES)) {
    const provider = providerOf(key, knowledge);
    const at = low + index;
    if (provider !== undefined && blockOf(knowledge, at, at + entry.length)?.at === block?.at)
      found.add(provider);
  }
  return found;
}

interface Entry {
  readonly block: Bracket | undefined;
  /** Where the entry begins. */
  readonly at: number;
  readonly key: string;
}

/** So many providers make a table of defaults that other files look in, and the other keys names of providers too. */
const MANY = 3;

function isChosenLater(place: Place, { block, at, key }: Entry): boolean {
  const { text, knowledge } = place;
  const own = providerOf(key, knowledge);
  if (own === undefined && NO_PROVIDER.test(nameIn(key))) return false;
  const { size: count } = providersIn(place, block);
  if (count < (own === undefined ? MANY : 2)) return false;
  const provider = own ?? plainName(nameIn(key));
  if (chosen(knowledge).has(provider)) return false;
  return (
    isArm(text, block, at) || (block !== undefined && isLookedInLater(knowledge, block, { provider, count }))
  );
}

/** Whether a mapping is looked in by what a variable has: here, or in other files where its name tells what it is. */
function isLookedInLater(
  knowledge: Knowledge,
  block: Bracket,
  { provider, count }: { readonly provider: string; readonly count: number },
): boolean {
  const { text } = knowledge;
  if (LOOKED_IN_AT_ONCE.test(textBehind(text, block.close, 20))) return true;
  const name = nameOf(text, block);
  if (name === '') return false;
  const { isByVariable, isInTurn, keys } = lookupsOf(knowledge, name);
  if (isInTurn || keys.has(provider)) return false;
  return isByVariable || (count >= MANY && saysDefaults(name));
}

const LOOKED_IN_AT_ONCE = /^[)\]}]\s{0,4}(?:\[|\.(?:get|fetch)\()\s{0,4}[a-z_$]/;

function saysDefaults(name: string): boolean {
  return keyWords(name).some((word) => SAYS_DEFAULTS.test(word));
}

const SAYS_DEFAULTS = /^(?:defaults?|presets?|by|per)$/;

/** The name of a mapping, without the marks of variables; `''` where it has none. */
function nameOf(text: string, { at }: Bracket): string {
  const before = textBefore(text, at, 200);
  const name = TYPED_DICTIONARY.exec(before)?.[1] ?? declaredBefore(text, at).name;
  return (name === '' ? (KEY_BEFORE.exec(before)?.[1] ?? '') : name).replaceAll('$', '');
}

/** `defaults: [Provider: String] = [` of Swift. */
const TYPED_DICTIONARY = /(?<!\w)(\w{1,80})\s{0,4}:\s{0,4}\[[\w.:\s?]{1,60}\]\s{0,4}=\s{0,4}$/;
/** `defaults: {`, `'defaults' => [`, `@defaults %{` */
const KEY_BEFORE = /(?<![\w$])([\w$]{1,80})["']?\s{0,4}(?::|=>|%)\s{0,8}$/;

/** `match provider {`, `switch (provider) {`, `provider switch {`, `when (provider) {` */
const SWITCHES = /\b(?:match|switch|when)\b[^{};\n]{0,80}$/;
/** `case "openai":`, `when 'openai' then`, `provider == "openai"`, and a clause of a function. */
const ARM = /(?:\b(?:case|when)\s{1,8}|(?:={2,3}|\beq)\s{0,8}|\bdefp?\s{1,8}\w{1,60}\()[.:"'\x60\w]{0,80}$/;

/** Whether an entry is an arm that is taken for its provider. */
function isArm(text: string, block: Bracket | undefined, at: number): boolean {
  return (
    ARM.test(textBefore(text, at, 100)) ||
    (block?.mark === '{' && SWITCHES.test(textBefore(text, block.at, 100)))
  );
}

/** A provider that a text takes where nobody chooses: `provider = "openai"`, `getenv("PROVIDER", "openai")`. */
const CHOSEN = new RegExp(
  String.raw`(?:provider|vendor|backend|platform)\w{0,20}(?:["'\x60\])}?]|\(\)){0,3}\s{0,4}` +
    String.raw`(?::\s{0,4}[\w<>.?|&]{1,40}\s{0,4})?` +
    String.raw`(?:(?<![=!<>])=(?!=)(?:[^\n]{0,120}\belse\b)?|` +
    String.raw`:-?|\?\?=?|\|\|=?|,|\bor\b|\?:|\.unwrap_or\w{0,10}\((?:\|_\|)?|` +
    String.raw`[^\n]{0,120}\.default\()\s{0,4}(?:["'\x60]|(?<=\s):)?((?:\w{1,40}(?:\.|::)){0,2}\w{2,40})(?![\w-])`,
  'gi',
);

/**
 * The same where the type says it: `impl Default for Provider { fn default() -> Self { Self::OpenAi } }`, the member
 * of an enumeration below `#[default]`, and `val DEFAULT = OPENAI`.
 */
const CHOSEN_BY_TYPE = new RegExp(
  String.raw`(?:\bfn\s+default\(\)\s*->\s*\w{1,40}\s*\{\s*|#\[default\]\s+|\bval\s+DEFAULT\s*=\s*)` +
    String.raw`((?:\w{1,40}(?:\.|::)){0,2}\w{2,40})`,
  'g',
);

const chosen = perObject((knowledge: Knowledge): ReadonlySet<string> => {
  const all = [CHOSEN, CHOSEN_BY_TYPE].flatMap((form) => [...matchesOf(knowledge.text, form)]);
  return new Set(all.map(([, key = '']) => providerOrName(key, knowledge)));
});

/** How a text looks in a mapping. */
interface Lookups {
  /** By what a variable has. */
  readonly isByVariable: boolean;
  /** One entry after the other. */
  readonly isInTurn: boolean;
  /** The providers whose entries it takes by their names. */
  readonly keys: ReadonlySet<string>;
}

const LOOKUPS = perObject((_knowledge: Knowledge) => new Map<string, Lookups>());

function lookupsOf(knowledge: Knowledge, name: string): Lookups {
  const known = LOOKUPS(knowledge);
  let lookups = known.get(name);
  if (lookups === undefined) known.set(name, (lookups = readLookups(knowledge, name)));
  return lookups;
}

const GETS =
  String.raw`(?:\?{0,2}\[|\??\.(?:\[|(?:get|fetch|dig|getOrDefault|getOrElse|getValue|GetValueOrDefault|` +
  String.raw`TryGetValue|get_or_default)[!?]?\()|(?<=\b(?:get|fetch!?)\([\s$@]{0,4}\w{1,80})\s{0,4},)\s{0,4}[&(]{0,2}`;

function readLookups(knowledge: Knowledge, name: string): Lookups {
  const { text } = knowledge;
  const variables = new Set<string>();
  const keys = new Set<string>();
  for (const [, quote = '', key = '', field = ''] of text.matchAll(formOfLookups(name))) {
    const isVariable = quote === '' && /^[a-z_$]/.test(key) && providerOf(key, knowledge) === undefined;
    if (isVariable) variables.add(key.replaceAll('$', ''));
    else keys.add(providerOrName(key + field, knowledge));
  }
  return {
    isByVariable: variables.size > 0,
    isInTurn: [name, ...variables].some((one) => isLooped(text, one)),
    keys,
  };
}

function formOfLookups(name: string): RegExp {
  const key = String.raw`(["'\x60:.]?)((?:\w{1,40}(?:\.|::)){0,2}[\w$]{1,60})`;
  return new RegExp(String.raw`(?<![\w$])[$@]?${name}(?:${GETS}${key}|\.(\w{2,40})(?![\w(]))`, 'g');
}

/** Whether a text goes through something one by one, or through what a variable stands for. */
function isLooped(text: string, name: string): boolean {
  const word = String.raw`(?<![\w$])[$@]?${/^\w*/.exec(name)?.[0]}(?![\w$])`;
  return new RegExp(
    String.raw`\b(?:for|foreach)\b[^\n;]{0,80}${word}|${word}\.(?:each|map|forEach|items|values|entries)\b|` +
      String.raw`\bObject\.(?:entries|values|keys)\(\s{0,4}${word}|\.(?:each|map|forEach)\b[^\n=]{0,10}\(?${word}`,
  ).test(text);
}
