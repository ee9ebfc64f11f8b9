import { message } from '../../message';
import { perObject } from '../../once';
import { escapeRegExp } from '../../text/escapeRegExp';
import { matchesOf } from '../../text/matches';
import { memoized } from '../../text/memo';
import { textBefore, textBehind } from '../../text/pieces';
import { isInAnswer, isInBlockOfAnswer } from '../answers';
import type { Knowledge } from '../knowledge';
import { blockItem } from '../listing/blockItems';
import { isChoice } from '../listing/types';
import { listedBecause } from '../listing/listing';
import { OF_RECORD, OF_TYPE } from '../listing/listedPlace';
import { declaredBefore } from '../listNames';
import { isInSchema } from '../schemas';
import { keyWords } from '../signatures/keys';
import { nearestKey } from '../site';
import { isRowOfSettings } from '../sqlSettings';
import { lineBefore, surroundingsOf, textOf } from '../surroundings';
import {
  is,
  listedAs,
  mentioned,
  needing,
  WITHOUT_LOADER,
  type Decision,
  type Needs,
  type Place,
} from './place';

const OF_TEST = message('it is a value that a test expects');

/**
 * A name in a description of an interface, or in a collection of requests to try one: a value that the interface
 * accepts is one of many, and a sample of a request or an answer asks nobody.
 */
export const isDescribed: Decision = (place) => {
  if (!place.isDescribed) return undefined;
  return isInSchema(place) || isChoice(place)
    ? listedAs(place.registry, OF_TYPE)
    : mentioned(place.registry, message('it is a sample in the description of an interface'));
};

/** Parts of a schema that tell its readers of a field. */
const TELLS_READERS: ReadonlySet<string> = new Set(['description', 'example', 'examples']);
/** The mapping of a schema whose keys are names that people chose: `properties: { description: … }` is a field. */
const FIELDS = 'properties';
/**
 * What the schema of a resource of Kubernetes stands under, which configures no program, as may be under the words of
 * other schemas: https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources
 */
const OF_SCHEMA: Needs = { where: ['config'], loader: false, words: ['openapiv3schema'] };

/**
 * A name in the text or the sample that a schema has for its readers: what is under `description` or `example` of a
 * field is shown to people. A default stands beside these, and a field may be called like them.
 */
export const isToldOfField = needing(OF_SCHEMA, ({ site: { key, parents }, registry }) => {
  const names = [key, ...parents];
  const told = names.findIndex((name, at) => TELLS_READERS.has(name) && names[at + 1] !== FIELDS);
  return told >= 0 && names.indexOf(FIELDS) > told
    ? mentioned(registry, message('it is a sample in the description of an interface'))
    : undefined;
});

/** An entry of a ledger of what is not used: `excluded_models: […]`, `rejected: [{ model: …, reason: … }]`. */
export const isExcluded = needing(WITHOUT_LOADER, (place, around) => {
  const { site, registry, knowledge } = place;
  if (site.operand !== undefined) return undefined;
  const told =
    [site.key, ...site.parents].find(excludes) ??
    (site.where === 'config' && isExcludingFile(knowledge.path) ? nameOf(knowledge.path) : undefined);
  return told === undefined || (OF_STATE.test(told) && saysRequest(place, textOf(place.text, around().own)))
    ? undefined
    : mentioned(registry, message('it is listed as one that is not used'));
});

/** What says how a model is asked; beside its reason a ledger may keep who was. */
const ASKS = new RegExp(
  String.raw`(?<![\w-])["']?(?:messages|(?:system[-_]?)?prompt(?:[-_]?template)?|instructions?|temperature|top_?p|` +
    String.raw`max_?(?:completion_?|output_?)?tokens|api[-_]?key|base_?url|tools|stream)["']?\s{0,8}[:=,}]`,
  'i',
);
const SAYS_PROVIDER = /(?<![\w-])["']?provider["']?\s{0,8}[:=]/i;
/** Why, when and by whom something was put on a ledger. Only the first is told of nothing else. */
const SAYS_REASON = /(?<![\w-])["']?(?:reasons?|why|because)["']?\s{0,8}[:=]/i;
const SAYS_WHEN = /(?<![\w-])["']?(?:notes?|comments?|since|until|date|by|issue)["']?\s{0,8}[:=]/i;

/** What may be done with something in this state; what an order to exclude has is left out. */
const OF_STATE =
  /^(?:excluded|blocked|denied|rejected|rejections?|banned|forbidden|disallowed|prohibited|not[-_]?allowed)$/i;
/** The name of a file, up to its first dot. */
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).split('.', 1)[0] ?? '';

/**
 * `rejected: { provider: "openai", model: "gpt-4o", prompt: "…" }`: what is done with what was rejected is set up so,
 * and its model is asked, whatever notes it has. One of a list that says only who runs it is an entry, and so is one
 * that says when it came there.
 */
function saysRequest({ site, text, start, knowledge: { brackets } }: Place, record: string): boolean {
  if (SAYS_REASON.test(record)) return false;
  if (site.where === 'code' && text.includes(`${site.parents[0] ?? ''}.${site.key}`)) return true;
  const isItem = brackets.open(start)[1]?.mark === '[' || blockItem(text, start) !== undefined;
  const isEntry = SAYS_WHEN.test(record);
  return (ASKS.test(record) && !(isItem && isEntry)) || (!isItem && !isEntry && SAYS_PROVIDER.test(record));
}

const EXCLUDES = new RegExp(
  String.raw`^(?:models?[-_]?)?(?:exclusions?|excluded?|blocked|block[-_]?list|black[-_]?list(?:ed)?|denied|` +
    String.raw`deny[-_]?list|rejected|rejections?|banned|forbidden|disallowed|prohibited|` +
    String.raw`not[-_]?allowed|replaces|supersedes|obsoletes|instead[-_]?of)(?:[-_]?(?:models?|names?|ids?|list))*$`,
  'i',
);
const excludes = memoized(is(EXCLUDES));
/** The same as a file of its own: `variant-exclusions.yaml`. */
const EXCLUDING_FILE = new RegExp(
  String.raw`(?:^|[/_.-])(?:exclusions?|excluded|block-?list|deny-?list|rejected|rejections?|` +
    String.raw`banned)(?:[-_](?:models?|names?|ids?|list))?\.\w{3,5}$`,
  'i',
);
const isExcludingFile = memoized(is(EXCLUDING_FILE));

/** A cell of a table of data: nothing in it says what is done with a name. */
export const isOfRow: Decision = ({ site, registry, knowledge }) =>
  site.operand === undefined && /\.[ct]sv$/i.test(knowledge.path) ? listedAs(registry, OF_RECORD) : undefined;

/**
 * A short name of RamaLama, `[shortnames] "tiny" = "ollama://tinyllama"`, by which people ask for what it stands for:
 * https://github.com/containers/ramalama/blob/main/docs/ramalama.1.md
 */
export const isShortName = needing({ where: ['config'], loader: false, words: ['[shortnames]'] }, (place) =>
  place.site.parents[0] === 'shortnames'
    ? listedAs(place.registry, message('it is in a catalog of models to choose from'))
    : undefined,
);

/** One of many names that something knows or offers, or that a test expects. */
export const isListed: Decision = (place) => {
  const { site, match, registry, text, start, end, knowledge } = place;
  if (isUsed(place) || isSetInRow(place) || isFilledIn(place)) return undefined;
  if (isInRecordedAnswer(place)) return listedAs(registry, message('it stands in a recorded answer'));
  if (isExpected(place)) return listedAs(registry, OF_TEST);
  if (isInSchema(place)) return listedAs(registry, OF_TYPE);
  if (isGenerated(match.id)) return listedAs(registry, message('it is the name of a type'));
  const because = listedBecause({
    text,
    start,
    end,
    site,
    id: match.id,
    brackets: knowledge.brackets,
    mentions: (word) => knowledge.mentions(word),
  });
  return because === undefined || (because === OF_TYPE && isSource(place))
    ? undefined
    : listedAs(registry, because);
};

function isUsed({ site, intent }: Place): boolean {
  const isSaid = intent.loader !== undefined || intent.isStated === true;
  return isSaid && site.isKey !== true && site.isCompared !== true;
}

/** Whether a setting is put into another one of its file, `…/model/${parameters.model_name}/invoke`: it is no table. */
function isFilledIn({ site: { key, parents, where }, text }: Place): boolean {
  const [parent] = parents;
  return where === 'config' && key !== '' && parent !== undefined && text.includes(`\${${parent}.${key}}`);
}

function isSetInRow({ text, start, knowledge }: Place): boolean {
  return knowledge.mentions('into') && isRowOfSettings(text, start);
}

/** The address of a file that a program downloads, whichever member of an enumeration it is for. */
function isSource({ text, end, match }: Place): boolean {
  return match.evidence.startsWith('url:') && text.startsWith('/resolve/', end);
}

/** `RateLimitError(message, model="gpt-4")`: an error says which model was asked, and asks none. */
export const isOfError = needing(WITHOUT_LOADER, ({ site, registry }) =>
  /(?:^|[.:])(?:[A-Z]\w*)?(?:Error|Exception)$/.test(site.call?.callee ?? '')
    ? listedAs(registry, message('it is a value of an error'))
    : undefined,
);

const RECORD_FIELD: Needs = { loader: false, key: is(/^(?:name|id|value)$/i) };

/** A prompt that is run, with the model that is asked at its head: https://prompty.ai */
const PROMPT = /\.prompty$/i;

/** A record that a test makes up: no request, and no call that gets it. */
export const isMadeUp = needing(RECORD_FIELD, ({ site, context, registry, text, knowledge }, around) =>
  context === 'test' &&
  site.call === undefined &&
  !PROMPT.test(knowledge.path) &&
  !/base_?url|messages/.test(textOf(text, around().own))
    ? listedAs(registry, OF_TEST)
    : undefined,
);

/** A value of which a test says that it only stands for another: `const mockDeployment = {`, `fake_config = {`. */
const NAME_OF_STAND_IN = new RegExp(
  String.raw`(?<![\w$.])(?:[mM]ock|MOCK|[fF]ake|FAKE|[sS]tub|STUB|[dD]ummy|DUMMY|[fF]ixture|FIXTURE)(?![a-z])` +
    String.raw`[\w$]{0,60}` +
    String.raw`(?:\s{0,4}:\s{0,4}[\w.<>[\]|, ]{1,60})?\s{0,4}(?::=|=)\s{0,8}[&\w.()<>]{0,60}\s?$`,
);
const LONGEST_HEAD = 200;

/** A field of a record that stands in for one of the program's, in a test; what is sent as a request is asked. */
export const isOfStandIn = needing(
  { where: ['code'], loader: false, words: ['mock', 'fake', 'stub', 'dummy', 'fixture'] },
  ({ context, site, registry, text, start, knowledge }) => {
    if (context !== 'test' || site.key === '' || site.call !== undefined) return undefined;
    const record = knowledge.brackets
      .open(start)
      .find(({ at, mark }) => mark === '{' && hasNameOfStandIn(text, at));
    if (record === undefined) return undefined;
    const content = knowledge.brackets.contentOf(record, start);
    return /\b(?:messages|prompt|base_?url)\b/i.test(text.slice(content.start, content.end))
      ? undefined
      : listedAs(registry, OF_TEST);
  },
);

function hasNameOfStandIn(text: string, at: number): boolean {
  return NAME_OF_STAND_IN.test(textBefore(text, at, LONGEST_HEAD));
}

/** What stands at the top of a file that tries prompts, beside the prompts. */
const TRIED = /^(?:providers|targets|tests|defaultTest|scenarios):/m;
const VARIABLE_OF_PROMPT: Needs = { where: ['config'], loader: false, words: ['prompts'] };

/**
 * `vars: { image_model: "…" }` of a test of promptfoo: a value that is put into a prompt, and asks nothing, unless
 * the id of a provider is made of it: https://www.promptfoo.dev/docs/configuration/test-cases/
 */
export const isVariableOfPrompt = needing(VARIABLE_OF_PROMPT, ({ site, registry, text }) => {
  const [name = '', around] = site.key === '' ? site.parents : [site.key, ...site.parents];
  if (around !== 'vars' || !TRIED.test(text)) return undefined;
  const asked = new RegExp(
    String.raw`^[ \t-]{0,40}(?:id:\s*)?["']?[a-z][\w-]*:[^\n]*\{\{\s*${escapeRegExp(name)}\b`,
    'm',
  );
  return asked.test(text)
    ? undefined
    : mentioned(registry, message('it is a value that a prompt is tried with'));
});

/**
 * Ways in which an answer is compared with what an assertion has:
 * https://www.promptfoo.dev/docs/configuration/expected-outputs/deterministic/
 */
const COMPARED = new RegExp(
  String.raw`(?<![\w-])["']?type["']?\s{0,20}:\s{0,20}["']?(?:not-)?` +
    String.raw`(?:equals|i?contains(?:-any|-all)?|starts-with|regex)(?![\w-])`,
);

/** The key of what is compared, right before it. */
const VALUE_BEFORE = /(?<![\w-])["']?value["']?\s{0,20}:\s{0,20}["'\x60]?$/;

/** `assert: [{ type: "not-contains", value: "…" }]`: what must or must not stand in an answer is asked nothing. */
export const isExpectedInAnswer = needing(
  { loader: false, words: ['assert'] },
  ({ site, registry, text, start, end, knowledge: { brackets } }) => {
    const names = site.key === '' ? site.parents : [site.key, ...site.parents];
    // Code has the value of a mapping under the key of that.
    if (names[names[0] === 'value' ? 1 : 0] !== 'assert') return undefined;
    const { own, outer } = surroundingsOf(text, brackets, { start, end });
    // Around the value itself are the other assertions, and around an element of its list is the assertion.
    const parts = VALUE_BEFORE.test(lineBefore(text, start)) ? [own] : [own, ...outer.slice(0, 1)];
    return parts.some((part) => COMPARED.test(textOf(text, part)))
      ? mentioned(registry, message('answers are compared with it'))
      : undefined;
  },
);

/** What is declared for previews by this word alone, or with such a word: `static let preview = Talk(…)`. */
const OF_PREVIEW = new RegExp(
  String.raw`^(?:previews?|samples?|examples?|mocks?|data|values?|props|states?|items?|entry|entries|rows?|messages?|` +
    String.raw`recordings?|chats?|conversations?|sessions?)$`,
);

/** What may stand between the name of a value and its opening mark: nothing, or its type. */
const MADE_VALUE = /^(?:(?:new |&)?[A-Z][\w.]{0,60}(?:<[\w.]{1,40}>)?\s?)?$/;
/** Types of what asks models. */
const ASKS_MODELS =
  /(?:Client|Agent|Chat|LL[Mm]|AI|Pipeline|Chain|Bot|Provider|Service|Generator|Session|Request|Model)\s?$/;

/**
 * A field of a value that a view is shown with before there is a real one: `PREVIEW_SAMPLE = { model: "…" }`. What is
 * sent or set is none: `previewRequest`, `previewModel`.
 */
export const isOfPreview = needing(
  { where: ['code'], loader: false, words: ['preview'] },
  ({ registry, text, start, knowledge }) => {
    const isPreview = knowledge.brackets.open(start).some(({ at, close }) => {
      const { name, made } = declaredBefore(text, at);
      if (SENT.test(text.slice(at, Math.min(close + 1, at + LONGEST_RECORD)))) return false;
      const words = keyWords(name);
      if (!MADE_VALUE.test(made) || ASKS_MODELS.test(made)) return false;
      const isOfView =
        words.some((word) => word.startsWith('preview')) && words.every((word) => OF_PREVIEW.test(word));
      return isOfView && !askedWith(knowledge).has(name);
    });
    return isPreview ? mentioned(registry, message('the place is in a preview of a view')) : undefined;
  },
);

/** The values that a text gives to what asks a model: `await ask(previewData)`. */
const askedWith = perObject(
  ({ text }: Knowledge): ReadonlySet<string> =>
    new Set(Array.from(matchesOf(text, ASKED_WITH), ([all]) => all.match(/\w+/g) ?? []).flat()),
);
const ASKED_WITH =
  /\b(?:ask|chat|complete|completion|generate|invoke|query|stream|infer|prompt)\w{0,30}\([^()\n]{1,80}/gi;

/** What a request has beside its model, and how far its record is looked at, in characters. */
const LONGEST_RECORD = 500;
const SENT = /(?<![\w.-])["']?(?:messages|prompt|contents)["']?\s{0,4}[:,}]/;

/** A program that stands in for a server, at the beginning of its command: `build/ollamock --models "…"`. */
const STAND_IN = new RegExp(
  String.raw`(?:^|&&|[;|]|\n)[ \t]{0,80}(?:\$[ \t])?(?:(?:npx|uvx|node|python3?|go run|exec|nohup)[ \t]{1,8})?` +
    String.raw`(?:["']?[\w.@/\x24{}-]{0,120}[/_.-])?` +
    // Besides servers, interviews and news may be called so.
    String.raw`(?=[\w.-]{0,60}(?:server|llm|open-?ai|olla|api|gpt|backend|provider|upstream|inference|anthropic|` +
    String.raw`endpoint|model)|(?:mock|fake|stub)(?:\.\w{1,4})?["']?[ \t])` +
    String.raw`[\w-]{0,40}(?:mock|fake|stub)[\w.\x24{}-]{0,40}["']?` +
    String.raw`[ \t](?:[^\n;|&]|\\\n){0,400}$`,
  'i',
);

const LONGEST_COMMAND = 500;

/** A name that a server made for tests is told to offer: no model stands behind it. */
export const isMocked = needing({ words: ['mock', 'fake', 'stub'] }, ({ site, registry, text, start }) =>
  site.lexical !== 'prose' &&
  (site.where === 'cli' || site.key.startsWith('-')) &&
  STAND_IN.test(textBefore(text, start, LONGEST_COMMAND))
    ? listedAs(registry, OF_TEST)
    : undefined,
);

function isInRecordedAnswer({ text, start, end, site, intent, knowledge }: Place): boolean {
  return (
    intent.loader === undefined &&
    (keyWords(site.key)[0] === 'model' ||
      /^(?:first|last)_id$/.test(site.key) ||
      (site.key === 'name' && text.startsWith('models/', start)) ||
      (site.where === 'cli' && MODEL_OF_ANSWER.test(textBefore(text, start, LONGEST_PAIR)))) &&
    (isInAnswer(text, knowledge.brackets, { start, end }) ||
      (site.where === 'config' && isInBlockOfAnswer(text, start)))
  );
}

/** Below a command somebody may have put what it answered, which a shell reads as words: `"model": "`. */
const MODEL_OF_ANSWER = /["']model["']\s{0,8}:\s{0,8}["']$/;
const LONGEST_PAIR = 30;

const EXPECTS = new RegExp(
  String.raw`\b(?:assert|expect|should|verify|to(?:Be|(?:Strict)?Equal|Contain|Match|HaveBeen)|eql?|equals?|` +
    String.raw`isEqualTo|` +
    String.raw`require\.(?:Equal|Contains)|XCTAssert|Assert|refute|is_eq|ok_eq)(?:[\w.]+|` +
    String.raw`\b)!?(?:\s{0,20}[([{])?[^;{}\n]{0,160}$|` +
    // Programs have such words too, `if (cart.hasItems()) "…"`: only what the matcher itself gets is expected.
    String.raw`\b(?:contains(?:Exactly|Only|InAnyOrder|Sequence)\w{0,20}|hasItems?)\((?:\w{1,20}\()?[^;{}()\n]{0,160}$`,
);

/**
 * Whether a line of a test compares something with what stands behind it: a document in a string is compared as a
 * whole.
 */
export function isExpectation(line: string): boolean {
  return EXPECTS.test(line) || EXPECTED.test(line) || EXPECTS.test(line.replace(OBJECT, '$1'));
}

const EXPECTED = /^\s*(?:(?:const|let|var|val|final|String|auto)\s+)*(?:expected|want|wanted|exp)\w*\b/i;
/** An object of JSON in a string, from its quote on. */
const OBJECT = /(["'`])(?:[^"'`{}\\]|\\.|(?!\1)["'`]){0,60}\{\s*\\{0,2}".*$/;

/** What a test compares with. */
function isExpected(place: Place): boolean {
  const { text, start, site, context, intent } = place;
  if (context !== 'test' || intent.strength === 'loader') return false;
  if (/\b(?:assert|expect|should|verify|equal|eq|matcher)/i.test(site.call?.callee ?? '')) return true;
  const line = lineBefore(text, start);
  return (
    isExpectation(line) ||
    isInExpected(place) ||
    isInComparedForm(place) ||
    /^(?:expected|want)/i.test(nearestKey(site))
  );
}

/** How a form of Clojure begins that compares, and up to it the one that tells of what is so. */
const COMPARES_FORM = /^\((?:not)?==?\s/;
const TELLS_FORM = /^\(is\s{1,80}$/;
const LONGEST_FORM = 100;

/**
 * `(is (= "gpt-4o" (:model request)))`, `(is (= {:model "gpt-4o"} request))`: the name itself is compared, or a value
 * that has it, and no call that gets it.
 */
function isInComparedForm({ text, start, knowledge }: Place): boolean {
  const around = knowledge.brackets.around(start);
  const at = around.findIndex(({ mark }) => mark === '(');
  const [form, outer] = at < 0 ? [] : around.slice(at);
  if (form === undefined || outer === undefined || form.at - outer.at > LONGEST_FORM) return false;
  return (
    COMPARES_FORM.test(textBehind(text, form.at, LONGEST_FORM)) &&
    TELLS_FORM.test(text.slice(outer.at, form.at))
  );
}

/** What compares the mapping or list behind it: `assert result == {…}`, `toEqual({…})`. */
const EXPECTS_BEHIND = new RegExp(
  String.raw`(?:\b(?:assert|refute)\s+|(?:^|\n)[ \t]*(?:assert|refute|expect)\b[^\n]{0,200}==\s*|` +
    String.raw`\b(?:to(?:Strict)?Equal|toMatchObject|toHaveBeen(?:Last|Nth)?CalledWith|assert\w*[Ee]quals?|` +
    String.raw`assert_called(?:_once)?_with|isEqualTo|\.?eq|Equal)\s?\()%?$`,
);

/** A string of several lines begins with an object. */
const QUOTED_BLOCK = /(?:"{3}|'{3}|`)\s{0,80}$/;

/** A record that a test compares with: the name is a value of it, however deep, and no call stands between. */
function isInExpected({ text, start, knowledge }: Place): boolean {
  for (const { at, mark } of knowledge.brackets.around(start)) {
    if (mark === '(') return false;
    const before = textBefore(text, at, 240);
    if (EXPECTS_BEHIND.test(before)) return true;
    const quote = QUOTED_BLOCK.exec(before)?.index;
    if (quote !== undefined && isExpectation(before.slice(before.lastIndexOf('\n', quote) + 1, quote)))
      return true;
  }
  return false;
}

const GENERATED = new RegExp(
  String.raw`^[A-Z]\w*(?:Config|Field|Tokenizer(?:Fast)?|Invocation|Output|Input|Encoder_\w+|Schema|Params|` +
    String.raw`Options|Props|Type|Request|Response|Builder)$`,
);

/** `T5TokenizerFast`, `FluxVaeLoaderInvocation`: types of a program or its generated interface. */
function isGenerated(id: string): boolean {
  return GENERATED.test(id);
}
