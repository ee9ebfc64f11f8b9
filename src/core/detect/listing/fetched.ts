import { perObject } from '../../once';
import { textBefore, textBehind } from '../../text/pieces';
import { matchesOf } from '../../text/matches';
import type { TextRange } from '../../text/range';
import { countUpTo } from '../../text/sorted';
import { isAskedElement } from '../askedLists';
import type { Brackets } from '../brackets';
import { lineBefore, lineStartOf } from '../surroundings';
import { keyWords } from '../signatures/keys';
import { nearestKey, type Site } from '../site';
import { addTo } from '../../text/grouped';
import type { Because, ListedPlace } from './listedPlace';
import { isInRow, isLabelled } from './rows';

/** Lists whose elements are used: a loop or a program gets each of them, or their name says that all are got. */

/** Lists of what is got, not of what is known. */
const FETCHED = new RegExp(
  String.raw`^(?:download\w*|pull\w*|preload\w*|prefetch\w*|fetch\w*|install\w*|load|loaded|warm\w*|` +
    String.raw`bundle\w*|deploy\w*|serve|served|serving|cached?)$`,
);

/** `PRELOAD_MODELS`; not `PROMPT_CACHE_MODELS`, which tells what the models can do. */
export function isFetchedName(name: string): boolean {
  const words = [...keyWords(name)];
  return words.some((word) => FETCHED.test(word)) && !words.some((word) => ABLE.test(word));
}

const ABLE = /^(?:prompts?|patterns?|supports?|supported|capable|allowed|known|valid)$/;

/** Whether the text asks or gets each of a list, or the one at a place. */
export function isGot(place: ListedPlace, because: Because): boolean {
  return (
    isLoopedOver(place) ||
    isAskedElement(place) ||
    isPulled(place) ||
    isEvaluated(place) ||
    isShortForm(place, because)
  );
}

/** How an element of a list in block style stands that is a name alone, and one that says more of its model. */
const SHORT = /^([ \t]*)-[ \t]+["']?$/;
const LONG = /^([ \t]*)-[ \t]+model(?:_?(?:id|name))?:[ \t]+["']?(?=(\w[^\s"'#]{2,160}))/gm;

/** Of each text, where lists have elements that begin with their model, by how far in these stand. */
const LONG_FORMS = perObject((_brackets: Brackets) => ({
  at: undefined as ReadonlyMap<string, readonly TextRange[]> | undefined,
}));

/** `- owner/name` in a list that has `- model: owner/other` too: what is done with the one is done with the other. */
function isShortForm(place: ListedPlace, because: Because): boolean {
  const { text, start, site, brackets } = place;
  const indent = site.where === 'config' ? SHORT.exec(lineBefore(text, start))?.[1] : undefined;
  if (indent === undefined) return false;
  const forms = (LONG_FORMS(brackets).at ??= longForms(text)).get(indent) ?? [];
  const next = countUpTo(forms, start, (form) => form.start);
  const long = [forms[next - 1], forms[next]].find(
    (form) => form !== undefined && isOneList(text, indent.length, [start, form.start]),
  );
  return long !== undefined && because(longPlace(place, long)) === undefined;
}

function longForms(text: string): ReadonlyMap<string, readonly TextRange[]> {
  const forms = new Map<string, TextRange[]>();
  for (const { index, 0: head, 1: indent = '', 2: name = '' } of matchesOf(text, LONG)) {
    const start = index + head.length;
    addTo(forms, indent, { start, end: start + name.length });
  }
  return forms;
}

function longPlace(place: ListedPlace, { start, end }: TextRange): ListedPlace {
  const { site, text } = place;
  const parents = site.key === '' ? site.parents : [site.key, ...site.parents];
  return { ...place, start, end, id: text.slice(start, end), site: { ...site, key: 'model', parents } };
}

/** How far apart two elements of a list may stand, in characters. */
const LIST_REACH = 4_000;

/** Whether two places are in the same list: what stands between them lies further in than its dashes, or behind one. */
function isOneList(text: string, depth: number, [one, other]: readonly [number, number]): boolean {
  const from = Math.min(one, other);
  const to = lineStartOf(text, Math.max(one, other));
  if (to - from > LIST_REACH) return false;
  const lines = text.slice(from, to).split('\n').slice(1);
  return lines.every((line) => {
    const own = line.search(/\S/);
    return own < 0 || own > depth || line.charAt(own) === '#' || (own === depth && line.charAt(own) === '-');
  });
}

/** The models that promptfoo asks in turn: https://www.promptfoo.dev/docs/configuration/reference */
const EVALUATED = /^(?:providers|targets)$/;

const OF_PROVIDER = /^[a-z][\w-]{1,30}:/;

/** Parts of such settings, one of which stands beside the list. */
const OF_EVALUATION = ['prompts', 'tests:', 'defaulttest', 'scenarios:', 'redteam:', 'promptfoo'];

/** Whether a list is that of an evaluation: beside it stand the prompts or tests that each of it gets. */
function isEvaluated({ text, start, end, site, mentions }: ListedPlace): boolean {
  return (
    EVALUATED.test(nearestKey(site)) &&
    OF_EVALUATION.some(mentions) &&
    OF_PROVIDER.test(text.slice(start, end))
  );
}

/** Whether all of a list is got, as its name says. What has a name for people beside it, people choose from. */
export function isOfFetched(place: ListedPlace): boolean {
  const { key, parents } = place.site;
  const isNamedSo =
    isFetchedName(key) ||
    parents.slice(0, 2).some((name) => isFetchedName(name) && !isFunction(name, place)) ||
    isRunBeside(place.site) ||
    isPulledFirst(place.site);
  return isNamedSo && !(isInRow(place) && isLabelled(place));
}

/** `const load = async () => {`: a function is no list, whatever it gets. */
function isFunction(name: string, { text, site, brackets }: ListedPlace): boolean {
  return site.where === 'code' && (FUNCTIONS(brackets).names ??= functionsOf(text)).has(name);
}

/** Of each text, the names that are given functions. */
const FUNCTIONS = perObject((_brackets: Brackets) => ({
  names: undefined as ReadonlySet<string> | undefined,
}));

function functionsOf(text: string): ReadonlySet<string> {
  return new Set([...matchesOf(text, GIVEN_FUNCTION)].map(({ 1: name = '' }) => name));
}

const GIVEN_FUNCTION = new RegExp(
  String.raw`(?<![\w$])([\w$]{1,80})(?=\s{0,4}(?::[^=\n]{1,80})?=\s{0,4}(?:async\s{0,4})?` +
    String.raw`(?:function\b|\([^()]{0,200}\)\s{0,4}(?::[^=\n]{1,80})?=>|\w{1,40}\s{0,4}=>|useCallback\())`,
  'g',
);

/** `models: { run: […] }`: those that a chart has its server hold ready, beside those that it pulls. */
function isRunBeside({ key, parents }: Site): boolean {
  const [list = '', around = ''] = key === '' ? parents : [key, ...parents];
  return list === 'run' && around === 'models';
}

/**
 * `init: { chat: { additional-models: […] } }`: those that Spring AI pulls when a program starts, as it does those in
 * one text: https://docs.spring.io/spring-ai/reference/api/chat/ollama-chat.html#auto-pulling-models
 */
function isPulledFirst(site: Site): boolean {
  return ADDITIONAL.test(nearestKey(site)) && site.parents.some((name) => name === 'init');
}

const ADDITIONAL = /^additional-?models$/i;

/** The list `models` of a chart that runs Ollama's image: what its server has. */
const OLLAMA_IMAGE = /^[ \t]*(?:repository|image):[ \t]*["']?(?:[\w.-]+\/)?ollama\/ollama(?![\w-])/m;

/** Of each text, whether it runs that image. */
const RUNS_OLLAMA = perObject((_brackets: Brackets) => ({ is: undefined as boolean | undefined }));

function isPulled({ text, site, brackets, mentions }: ListedPlace): boolean {
  if (site.where !== 'config' || nearestKey(site).toLowerCase() !== 'models' || !mentions('ollama'))
    return false;
  return (RUNS_OLLAMA(brackets).is ??= OLLAMA_IMAGE.test(text));
}

/** `for model in ["…", "…"]:`: what is done in the loop is done with each. */
function isLoopedOver({ text, start, site, brackets }: ListedPlace): boolean {
  const [own] = brackets.open(start);
  if (site.where !== 'code' || own?.mark !== '[') return false;
  const head = textBefore(text, own.at, 240);
  return (
    /\bfor\b[^\n;]{1,80}\s(?:in|of)\s*(?:&?\s?vec!|&)?$/.test(head) &&
    !LOOKS_FOR_EACH.test(head) &&
    /^\](?:\.iter\(\)|\.into_iter\(\))?\s*[:){]/.test(textBehind(text, own.close, 20))
  );
}

/** `any(m in name for m in […])`, `all(not name.startswith(m) for m in […])`: what is looked for in a name. */
const LOOKS_FOR_EACH =
  /\b(?:any|all)\(\s{0,40}(?:not\s)?(?:\w{1,40}\s(?:not\s)?in\s|[\w.]{1,60}(?:==|\.\w{1,20}\())[^;{}]{0,120}$/;
