import { perObject } from '../once';
import { type Bracket, type Brackets, untilClosed } from './brackets';
import { declaredBefore, isListMade } from './listNames';
import { isFallbacks } from './signatures/keys';
import { loaderAt } from './signatures/loaders';
import { providerOfCallee } from './signatures/providers';
import { nearestKey, type Site } from './site';
import { lineBefore } from './surroundings';
import { matchesOf } from '../text/matches';
import { textAround, textBefore, textBehind } from '../text/pieces';

/** How far into a loop a request is looked for, in characters. */
const BODY = 600;
/** What a request has beside its model. */
const REQUEST = /\b(?:messages|prompt|input|contents)\b|\b(?:create|generate\w*|invoke|complete|chat)\(/i;

/** `for m of MODELS`, `for _, m := range models`, `foreach (var m in Models)`: an element, and what it is one of. */
const LOOP = new RegExp(
  String.raw`\bfor(?:each)?\b[^\n;]{0,40}?(?<![\w$])([\w$]{1,40})\s{0,4}` +
    String.raw`(?:\bof\b|\bin\b|:=\s{0,4}range\b|:)\s{1,4}([^\n{:;]{1,120})`,
  'g',
);
/** PHP's loop: the list stands before its element. */
const LOOP_AS = new RegExp(
  String.raw`\bforeach\s{0,4}\(\s{0,4}([^\n{;]{1,120}?)\s{1,4}as\s{1,4}(?:\$\w{1,40}\s{0,4}=>\s{0,4})?(\$\w{1,40})`,
  'g',
);
/** `.map((m) =>`, `.each do |m|`, `.iter().map(|m|`: a function gets each element. */
const HANDED =
  String.raw`(?:\.iter\(\))?\.(?:map|flatMap|forEach|for_each|each|flat_map)\s{0,4}(?:[({]|do\b)\s{0,20}` +
  String.raw`(?:async\s{1,4})?[(|]?\s{0,4}([\w$]{1,40})(?=[^\n=|]{0,60}(?:=>|->|\|))`;
/** R: a function gets each element, `lapply(models, function(m) …)`, `map(models, ~ ask(model = .x))`. */
const APPLIED = new RegExp(
  String.raw`\b(?:[lsv]apply|(?:future_)?map(?:_\w{1,8})?|walk)\(\s{0,20}([A-Za-z][\w.]{0,80})\s{0,4},\s{0,20}` +
    String.raw`(?:(?:function\s?|\\)\(\s{0,4}(\w{1,40})|~)`,
  'g',
);
/** What a function that is only its body calls its argument. */
const APPLIED_ITEM = '.x';
/** The same behind a name, and behind the list itself. */
const EACH = new RegExp(String.raw`(?<![\w$])([A-Za-z_$][\w$]{0,80})${HANDED}`, 'g');
const EACH_OF_LIST = new RegExp(`^[\\])}]${HANDED}`);

/** Of each text, what is asked: found once, for there may be as many lists as places. */
const ASKED = perObject((_brackets: Brackets) => ({
  whole: undefined as ReadonlySet<string> | undefined,
  askers: undefined as ReadonlySet<string> | undefined,
  ofRouter: undefined as ReadonlySet<string> | undefined,
  byIndex: undefined as readonly OneAsked[] | undefined,
  pools: undefined as ReadonlySet<string> | undefined,
  givenToRequests: undefined as ReadonlySet<string> | undefined,
}));

/** An element of a list: where it begins, with what is around it. */
interface Element {
  readonly text: string;
  readonly start: number;
  readonly site: Site;
  readonly brackets: Brackets;
}

/**
 * Whether a request names an element of a list as its model, or as one that is tried when that one fails: a loop
 * that asks each, `model: MODELS[0]`, `fallbacks=["…"]`.
 */
export function isAskedElement(element: Element): boolean {
  return isOfParameter(element) || (element.site.where === 'code' && isOfAskedList(element));
}

function isOfAskedList({ text, start, brackets }: Element): boolean {
  const [own, entry, outer] = brackets.open(start);
  if (own === undefined) return false;
  const asked = knownAsked(text, brackets, own);
  if (asked === 'all' || (asked.length > 0 && asked.includes(indexIn(text, own, start)))) return true;
  const isListOfEach = own.mark === '[' && entry?.mark === '{' && outer?.mark === '[';
  return isListOfEach && knownAsked(text, brackets, outer) === 'all';
}

function knownAsked(text: string, brackets: Brackets, own: Bracket): Asked {
  let asked = ASKED_OF.get(own);
  if (asked === undefined) ASKED_OF.set(own, (asked = askedOf(text, brackets, own)));
  return asked;
}

/** Which elements of a list are asked: all, or those at some places. */
type Asked = 'all' | readonly number[];

/** Of each list, what is asked of it: found once, for it may have many elements. */
const ASKED_OF = new WeakMap<Bracket, Asked>();

function askedOf(text: string, brackets: Brackets, own: Bracket): Asked {
  if (isHandedOn(text, brackets, own) || isChosenFrom(text, brackets, own)) return 'all';
  const { name, made } = declaredBefore(text, own.at);
  if (name === '' || !isListMade(made)) return [];
  const known = ASKED(brackets);
  known.whole ??= new Set([...askedInTurn(text, brackets), ...givenAsFallbacks(text)].map(plain));
  if (known.whole.has(plain(name))) return 'all';
  known.byIndex ??= [...askedByIndex(text)];
  const numbers = known.byIndex.flatMap(({ list, number }) => (list === plain(name) ? [number] : []));
  const written = numbers.filter((number) => number !== undefined);
  return written.length < numbers.length ? 'all' : written;
}

/** `["…", "…"].map((m) => openai(m))`: a function that asks gets each element. */
function isHandedOn(text: string, brackets: Brackets, { close }: Pick<Bracket, 'close'>): boolean {
  const behind = textBehind(text, close, BODY);
  const [head = '', item = ''] = EACH_OF_LIST.exec(behind) ?? [];
  return item !== '' && isAskedBy(behind.slice(head.length), item, askersIn(text, brackets));
}

/** `model=random.choice(["…", "…"])`, and `model=next(pool)` of a `pool = cycle(["…", "…"])`: any of them is asked. */
function isChosenFrom(text: string, brackets: Brackets, own: Pick<Bracket, 'at'>): boolean {
  const [call] = brackets.open(own.at);
  if (call?.mark !== '(' || text.slice(call.at + 1, own.at).trim() !== '') return false;
  const before = textBefore(text, call.at, CHOICE_REACH);
  if (CHOOSES.test(before)) return true;
  const pool = CYCLE.exec(before)?.[1];
  if (pool === undefined) return false;
  const known = ASKED(brackets);
  known.pools ??= new Set(Array.from(matchesOf(text, NEXT_OF), ([, name = '']) => name));
  return known.pools.has(pool);
}

const CHOICE_REACH = 160;
const MODEL = String.raw`\bmodel(?:_?(?:id|name))?["']?\s{0,4}[:=]\s{0,4}`;
const CHOOSES = new RegExp(
  String.raw`${MODEL}(?:\w{1,40}\.){0,3}(?:choices?|sample|(?:choose|pick|random|weighted)\w{0,20})$`,
);
const NEXT_OF = new RegExp(String.raw`${MODEL}next\(\s{0,20}(?:self\.)?(\w{1,60})`, 'g');
const CYCLE = /\b([A-Za-z_]\w{0,60})\s{0,4}=\s{0,4}(?:itertools\.)?cycle$/;

/** A name without the sign that PHP's variables have, and its properties have not. */
function plain(name: string): string {
  return name.replace('$', '');
}

/** How many elements stand before a place of a list. */
function indexIn(text: string, { at }: Pick<Bracket, 'at'>, start: number): number {
  return (
    text
      .slice(at + 1, start)
      .replace(/(["'`])[^"'`\n]*\1/g, '')
      .split(',').length - 1
  );
}

/** What a request names of a list: `model: MODELS[0]`, or one that only shows when it runs, `MODELS[at]`. */
interface OneAsked {
  readonly list: string;
  readonly number: number | undefined;
}

function* askedByIndex(text: string): Generator<OneAsked> {
  for (const form of [MODEL_OF_LIST, MODEL_AT_RANDOM])
    for (const { 1: list = '', 2: byIndex, 3: byCall, index } of matchesOf(text, form)) {
      const number = byIndex ?? byCall;
      if (REQUEST.test(textAround(text, index, index, NEAR)))
        yield { list: plain(list), number: number === undefined ? undefined : Number(number) };
    }
}

/** How far from its model the other parts of a request stand, in characters. */
const NEAR = 300;

/** Lists that are given to a request by their names, to be tried one after the other: `fallbacks=FALLBACKS`. */
function givenAsFallbacks(text: string): readonly string[] {
  const beside = Array.from(matchesOf(text, MODELS_GIVEN)).filter(({ index }) => {
    const around = textAround(text, index, index, NEAR);
    return /\bmessages\b/.test(around) && SENT.test(around);
  });
  return [...matchesOf(text, FALLBACKS_GIVEN), ...beside].map(([, name, short = '']) => name ?? short);
}

/** The same by a parameter beside the messages: `models: FALLBACKS`, also as its short form. */
const MODELS_GIVEN = new RegExp(
  String.raw`(?<![\w$.-])["']?models["']?\s{0,4}(?:=>|[:=])\s{0,4}([A-Za-z_$][\w$]{0,80})(?=\s{0,4}[,)}\n])|` +
    String.raw`(?<=[{,]\s{0,20})(models)(?=\s{0,20}[,}])`,
  'g',
);
/** What sends a request. */
const SENT = /\b(?:create|generate\w*|stream\w*|complete|chat|fetch|post|send)\(|completions|extra_?body/i;

const FALLBACKS_GIVEN = new RegExp(
  String.raw`fallback(?:s|_?models)["']?\s{0,4}(?:=>|[:=])\s{0,4}` +
    String.raw`(?:\[\s{0,20}\{\s{0,20}["'][^"'\n]{1,80}["']\s?:\s?)?([A-Za-z_$][\w$]{0,80})(?=\s{0,4}[,)}\n])`,
  'gi',
);

/**
 * Whether a list is what a request tries in turn: `fallbacks=["…"]`, `models: ["…"]` beside `messages`.
 * https://openrouter.ai/docs/guides/routing/model-fallbacks
 * https://docs.litellm.ai/docs/completion/reliable_completions
 * https://docs.perplexity.ai/docs/agent-api/model-fallback
 */
function isOfParameter(element: Element): boolean {
  const { text, start, site, brackets } = element;
  const open = brackets.open(start);
  const level = levelOfFallbacks(element, open);
  if (level !== undefined && isNameOfRouter(element)) return false;
  if (level !== undefined && site.where === 'config') return true;
  const [own, outer, further] = open.slice(level ?? 0);
  if (own === undefined || !isGivenBefore(text, own, outer)) return false;
  return level !== undefined || (nearestKey(site) === 'models' && isOfRequest(text, outer, further));
}

/** Whether a value stands among what is tried when a model fails: in a list of it, or in `FallbackModel("…", "…")`. */
export function isAmongFallbacks(element: Element): boolean {
  const { key, call } = element.site;
  if (call !== undefined && key === '' && isFallbacks(call.callee)) return true;
  return levelOfFallbacks(element, element.brackets.open(element.start)) !== undefined;
}

/** How far out of a list its fallbacks may begin: `fallbacks=[{"main": ["…"]}]` has a list for each model. */
const FALLBACK_LEVELS = 3;

/** The number of brackets within those, or the name, that fallbacks stand in; `undefined` where they do in none. */
function levelOfFallbacks({ text, site }: Element, open: readonly Bracket[]): number | undefined {
  const level = open.slice(0, FALLBACK_LEVELS).findIndex((bracket) => isFallbacks(keyBefore(text, bracket)));
  if (level >= 0) return level;
  return [site.key, ...site.parents.slice(0, 2)]
    .filter((name) => name !== '')
    .slice(0, 2)
    .some(isFallbacks)
    ? 0
    : undefined;
}

/** The key of a list that stands in brackets among the lines of a document: `fallbacks: ["…"]`. */
function keyBefore(text: string, { at }: Pick<Bracket, 'at'>): string {
  return /([\w-]{1,60})["']?\s{0,4}[:=]\s{0,4}$/.exec(textBefore(text, at, 80))?.[1] ?? '';
}

/**
 * `fallbacks: [`, `fallbacks=[` in the parentheses of a call, `litellm.default_fallbacks = [`: no declaration of a
 * variable.
 */
function isGivenBefore(text: string, { at }: Bracket, outer: Bracket | undefined): boolean {
  const [, member, sign] = GIVEN.exec(textBefore(text, at, 80)) ?? [];
  if (sign === undefined) return false;
  if (sign === '=') return outer?.mark === '(' || member !== undefined;
  return outer !== undefined;
}

const GIVEN = /(\.\w{1,60}\s{0,4})?(=>|[:=])\s{0,20}(?:\[\][\w.]{1,40}|new\s?\[\]\s?|vec!|listOf|%w)?$/;

/** Whether brackets hold the rest of a request too, or are what a client passes on with one. */
function isOfRequest(text: string, outer: Bracket | undefined, further: Bracket | undefined): boolean {
  if (outer === undefined) return false;
  const { at, close } = outer;
  if (OTHER_PARTS.test(text.slice(Math.max(at, close - LONGEST_REQUEST), close + 1))) return true;
  if (PASSED_ON.test(textBefore(text, at, NEAR))) return true;
  if (further?.mark !== '(') return false;
  const callee = /[\w$.]{1,80}$/.exec(textBefore(text, further.at, 80))?.[0];
  return callee !== undefined && providerOfCallee(callee) !== undefined;
}

const LONGEST_REQUEST = 4_000;
const OTHER_PARTS = /(?<![\w.])["']?(?:messages|prompt|input|contents)["']?\s{0,4}(?:=>|[:=,}])/;
/** `extra_body={`, `providerOptions: { openrouter: {`: what the request gets beside what its client knows. */
const PASSED_ON =
  /\bextra_?body["']?\s{0,4}[:=]\s{0,4}$|\bprovider_?options["']?\s{0,4}[:=]\s{0,4}\{[^{}]{0,80}$/i;

/** Whether a text gives a model of its own the name at a place: a router's, whose model is written beside it. */
function isNameOfRouter({ text, start, brackets }: Element): boolean {
  const [name = ''] = /^[\w./:@-]{1,120}/.exec(textBehind(text, start, 120)) ?? [];
  const known = ASKED(brackets);
  known.ofRouter ??= new Set(Array.from(matchesOf(text, NAMED_MODEL), ([, named = '']) => named));
  return known.ofRouter.has(name);
}

const NAMED_MODEL = /\bmodel_name["']?\s{0,4}[:=]\s{0,4}["']?([\w./:@-]{1,120})/g;

/**
 * Whether a loop over a list sends requests or loads: which part of an element it gives them, `m.id`, is not told.
 */
export function isGivenToRequests(text: string, brackets: Brackets, name: string): boolean {
  const known = ASKED(brackets);
  known.givenToRequests ??= new Set(
    [...loopsOf(text)].flatMap(({ list, start, end }) =>
      holdsRequest(blockOf(text, brackets, { start, end }), askersIn(text, brackets))
        ? listsIn(list).map(plain)
        : [],
    ),
  );
  return known.givenToRequests.has(plain(name));
}

function holdsRequest(block: string, askers: ReadonlySet<string>): boolean {
  return (
    SENDS.test(block) ||
    [...matchesOf(block, CALLEE)].some(
      ([, callee = '']) =>
        askers.has(callee) ||
        providerOfCallee(callee) !== undefined ||
        loaderAt({ callee, argument: 0 }, '') !== undefined,
    )
  );
}

const SENDS = /\b(?:create|generate\w*|invoke|complete|completion|chat|fetch|post)\(/i;
const CALLEE = /(?<![\w$.])([\w$.]{1,80})\(/g;

/** What a loop does with each element, up to the end of its brackets, or to a line that is no further in than it. */
function blockOf(text: string, brackets: Brackets, { start, end }: Pick<Loop, 'start' | 'end'>): string {
  const [around] = brackets.open(start);
  if (around !== undefined && around.mark !== '{')
    return text.slice(Math.max(around.at, start - BODY), Math.min(around.close, end + BODY));
  const indent = /^[ \t]{0,80}/.exec(lineBefore(text, start))?.[0].length ?? 0;
  const behind = textBehind(text, end, BODY);
  const stop = behind.search(new RegExp(String.raw`\n[ \t]{0,${indent}}[^\s{})\]]`));
  return stop < 0 ? behind : behind.slice(0, stop);
}

/** The lists over which loops go that ask each of their elements. */
function askedInTurn(text: string, brackets: Brackets): readonly string[] {
  return [...loopsOf(text)].flatMap(({ item, list, start, end }) =>
    isAskedBy(bodyOf(text, brackets, { start, end }), item, askersIn(text, brackets)) ? listsIn(list) : [],
  );
}

/** A loop over a list. */
interface Loop {
  readonly item: string;
  readonly list: string;
  readonly start: number;
  readonly end: number;
}

function* loopsOf(text: string): Generator<Loop> {
  for (const [form, itemAt, listAt] of [
    [LOOP, 1, 2],
    [LOOP_AS, 2, 1],
    [EACH, 2, 1],
    [APPLIED, 2, 1],
  ] as const)
    for (const match of matchesOf(text, form)) {
      const item = match[itemAt] ?? (form === APPLIED ? APPLIED_ITEM : '');
      const list = match[listAt] ?? '';
      const start = match.index;
      const end = form === LOOP ? start + match[0].length - list.length : start + match[0].length;
      yield { item, list, start, end };
    }
}

/** What a loop does with each element: what follows its head, or stands before it in the same brackets. */
function bodyOf(text: string, brackets: Brackets, { start, end }: Pick<Loop, 'start' | 'end'>): string {
  const [around] = brackets.open(start);
  const isWithin = around !== undefined && around.mark !== '{' && start - around.at < BODY;
  const before = isWithin ? text.slice(around.at, start) : '';
  return `${before}\n${textBehind(text, end, BODY)}`;
}

/** The lists that the head of a loop names: `[PRIMARY, ...FALLBACKS]`, `enumerate(MODELS)`, `self.models`. */
function listsIn(written: string): readonly string[] {
  return Array.from(
    untilClosed(written).matchAll(/(?<![\w$])[A-Za-z_$][\w$]{0,80}(?![\w$(])/g),
    ([one]) => one,
  );
}

/** The functions of a text that send a request to the model that they are given. */
function askersIn(text: string, brackets: Brackets): ReadonlySet<string> {
  const known = ASKED(brackets);
  return (known.askers ??= new Set(askersOf(text)));
}

function* askersOf(text: string): Generator<string> {
  const functions = [...matchesOf(text, FUNCTION)];
  for (const [number, { 0: head, 1: name = '', 2: parameters = '', index }] of functions.entries()) {
    const start = index + head.length;
    const body = text.slice(start, Math.min(start + BODY, functions[number + 1]?.index ?? text.length));
    if (parameters.split(',').some((one) => asks(body, PARAMETER.exec(one)?.[0] ?? ''))) yield name;
  }
}

/** `async function ask(model: string)`, `def ask(self, model):`, `func ask(model string)`, `const ask = (model) =>`. */
const FUNCTION = new RegExp(
  String.raw`\b(?:def|function|fun|fn|func(?:\s{1,4}\([^()\n]{1,80}\))?|const|async|private|public)\s{1,4}` +
    String.raw`([A-Za-z_$][\w$]{0,80})\s{0,4}(?:=\s{0,4}(?:async\s{0,4})?)?\(([^()]{0,300})\)`,
  'g',
);
/** The name of a parameter: behind its type in PHP, before it elsewhere. */
const PARAMETER = /\$\w{1,40}|(?<!\w)[A-Za-z_]\w{0,40}(?![\w ]{0,60}\$)/;

/** Whether the body of a loop asks the model that its item names, itself or by a function of the text. */
function isAskedBy(body: string, item: string, askers: ReadonlySet<string>): boolean {
  return (
    asks(body, item) ||
    [...matchesOf(body, CALL)].some(
      ([, callee = '', given = '']) =>
        askers.has(callee) && given.split(',').some((one) => ARGUMENT.exec(one.trim())?.[1] === item),
    )
  );
}

/** A call of a function, with what it is given. */
const CALL = /(?<![\w$])([A-Za-z_$][\w$]{0,80})\(([^()\n]{0,200})/g;
/** `m`, `&m`, `model=m`. */
const ARGUMENT = /^(?:\w{1,40}\s?[:=]\s?)?[&*]?([\w$]{1,40})$/;

/** Whether the body of a loop sends a request to the model that an item of the loop names. */
function asks(body: string, item: string): boolean {
  if (!REQUEST.test(body)) return false;
  const isShort =
    /^model\w*$/i.test(item) && new RegExp(String.raw`[{,(]\s{0,40}${item}\s{0,4}[,})]`).test(body);
  return (
    isShort ||
    [...matchesOf(body, MODEL_GIVEN)].some(([, given]) => given === item) ||
    [...matchesOf(body, GIVEN_FIRST)].some(([, callee = '', given]) => given === item && takesModel(callee))
  );
}

/** Whether what a call gets first is the model that it asks, or makes a client for. */
function takesModel(callee: string): boolean {
  return providerOfCallee(callee) !== undefined || loaderAt({ callee, argument: 0 }, '')?.role === 'calls';
}

/** `model: m`, `model=m`, `'model' => $m`, `.model(m)`, `model: openrouter(m)`: what is given for the model. */
const MODEL_GIVEN = modelForm(String.raw`(\.?[\w$]{1,40})(?![\w$]|\s{0,4}(?:=(?!>)|:))`);
const MODEL_OF_LIST = modelForm(
  String.raw`(?:self\.|this\.|\$this->)?([\w$]{1,80})(?:\[(?:(\d{1,3})\]|(?!["'\x60]))|` +
    String.raw`\.at\(\s?(\d{1,3})|\.(?:at|pop|shift|first|last|sample)\b)`,
);
/** Python's `random.choice(MODELS)`: any of them. */
const MODEL_AT_RANDOM = modelForm(String.raw`(?<=\bchoice\(\s{0,8})([\w$]{1,80})\s{0,4}\)`);

/** What is given for a model, alone or through what makes one of it. */
function modelForm(given: string): RegExp {
  return new RegExp(
    String.raw`\bmodel(?:_?(?:id|name))?["']?\s{0,4}(?:=>|[:=(])\s{0,4}` +
      String.raw`(?:(?:await\s|new\s)?[\w$.:]{1,60}\(\s{0,8})?[&*]?${given}`,
    'gi',
  );
}

/** What a call is given first: `openrouter(m)`, `openai.chat(m)`. */
const GIVEN_FIRST = /(?<![\w$.])([\w$.]{1,80})\(\s{0,8}([\w$]{1,40})\s{0,4}[,)]/g;
