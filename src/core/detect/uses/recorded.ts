import { message } from '../../message';
import { perObject } from '../../once';
import { memoized } from '../../text/memo';
import { textBefore, textBehind, textFrom } from '../../text/pieces';
import type { TextRange } from '../../text/range';
import { matchesOf } from '../../text/matches';
import { type Bracket, type Brackets, calleeOfRecord } from '../brackets';
import type { Knowledge } from '../knowledge';
import { blockItem } from '../listing/blockItems';
import { keyWords } from '../signatures/keys';
import { providerOfCallee } from '../signatures/providers';
import { nearestKey, type Site } from '../site';
import { isService } from '../host';
import {
  CODE_WITHOUT_LOADER,
  is,
  listedAs,
  needing,
  NOT_CODE,
  type Decision,
  type Needs,
  type Place,
} from './place';

/** One of the models of a catalog that people choose from. */
export const isInCatalog = needing({ where: NOT_CODE }, ({ site, registry, knowledge }) =>
  site.operand === undefined && knowledge.isCatalog()
    ? listedAs(registry, message('it is in a catalog of models to choose from'))
    : undefined,
);

const RECORD_OF_DATA: Needs = { where: NOT_CODE, loader: false };

/** A record of what was measured: it says which model ran, and runs none. */
export const isMeasured = needing(RECORD_OF_DATA, (place) =>
  isResult(place) || isOfFinishedRun(place)
    ? listedAs(place.registry, message('it is in a record of results'))
    : undefined,
);

const RECORD_OF_CODE: Needs = {
  where: ['code'],
  loader: false,
  key: is(/^(?:model|name|id)(?:_?(?:name|id))?$/i),
};
/** How well a model did, as a number: by a word that hardly anything but a result has. */
const SCORE = new RegExp(
  String.raw`(?<![\w-])["']?(?:[a-z]{1,20}_)?(?:n?dcg|mrr|bleu|chrf|comet|rouge\w?|wer|cer|f1|` +
    String.raw`perplexity|ppl|elo|mteb|beir|mmlu\w{0,8}|human_?eval|gsm8k|gpqa|` +
    String.raw`swe_?bench\w{0,10}|hellaswag|arc_c|truthful_?qa|mt_?bench)` +
    String.raw`(?:_?(?:at|@)?_?\d{1,3})?["']?\s{0,8}(?:=>|[:=])\s{0,8}-?\d{1,5}(?:\.\d{1,6})?(?=[\s,})]|f\d|$)`,
  'i',
);
/** What a record says of how a model is got or asked, or what for. */
const USED = new RegExp(
  String.raw`(?<![\w-])["']?(?:\w{0,20}(?:url|endpoint|path|file|provider|client|temperature|max_?tokens|revision|` +
    String.raw`device|dtype|enabled|default|weight|fallback))["']?\s{0,8}[:=]`,
  'i',
);

/** What such a list, its type or its file is called. */
const OF_RESULTS = /leader_?board|benchmark|results?|scores?|published|ranking|comparison|evaluat/i;
/** How far before a list its name and what is said of it stand, in characters. */
const HEAD_REACH = 240;

/** One of several records in code that say how well models did, and nothing of how they are asked or got. */
export const isScored = needing(RECORD_OF_CODE, ({ registry, text, start, end, knowledge }) => {
  const { brackets, path } = knowledge;
  const [own, outer] = brackets.around(start);
  if (own === undefined || outer === undefined) return undefined;
  const content = brackets.contentOf(own, end);
  const record = text.slice(content.start, content.end);
  if (!SCORE.test(record) || USED.test(record) || !isAmongRecords(text, own.at, content.end))
    return undefined;
  const head = textBefore(text, outer.at, HEAD_REACH);
  return (OF_RESULTS.test(path.slice(path.lastIndexOf('/') + 1)) || OF_RESULTS.test(head)) &&
    !isChosenFrom(knowledge, head)
    ? listedAs(registry, message('it is in a record of results'))
    : undefined;
});

/**
 * The attributes of traces for the model of a request, which no settings have:
 * https://opentelemetry.io/docs/specs/semconv/registry/attributes/gen-ai, https://ai-sdk.dev/docs/ai-sdk-core/telemetry
 */
const ATTRIBUTE = String.raw`["'\x60](?:gen_ai\.(?:request|response)\.model|ai\.(?:model\.id|response\.model))["'\x60]`;
/** What stands between such an attribute and its value: `, `, `: `, `] = `, `, value: { stringValue: `. */
const IN_ATTRIBUTE = new RegExp(
  String.raw`${ATTRIBUTE}\]?\s{0,20}(?:,|:|=>?|\bto\b)\s{0,40}(?:["']?value["']?\s{0,8}[:=]\s{0,40})?` +
    String.raw`(?:[{(]\s{0,40}["']?string_?value["']?\s{0,8}[:=]\s{0,8})?["'\x60]$`,
  'i',
);
const OF_TRACE: Needs = { loader: false, words: ['gen_ai.re', 'ai.model.id', 'ai.response.model'] };
const LONGEST_ATTRIBUTE = 160;

/** `span.set_attribute("gen_ai.request.model", "gpt-4o")`: what a trace says of a request, which is made elsewhere. */
export const isAttribute = needing(OF_TRACE, ({ registry, text, start }) =>
  IN_ATTRIBUTE.test(textBefore(text, start, LONGEST_ATTRIBUTE))
    ? listedAs(registry, message('it is in a record of results'))
    : undefined,
);

/** A variable for what a program has found, up to the brackets of its value. */
const GIVES_OUTPUT = new RegExp(
  String.raw`(?<![\w$])(results?|outputs?|reports?|(?:result|output|report)_?(?:data|json|dict))\s{0,4}` +
    String.raw`(?::[^=\n]{1,60})?=\s{0,4}$`,
  'i',
);
/** What a program found in what it was given: speech, pictures, texts. */
const FOUND = new RegExp(
  String.raw`["']?(?:segments|words|transcript(?:ion)?s?|predictions|detections|speakers|entities|labels|boxes|` +
    String.raw`captions)["']?\s{0,8}[:=](?!\s{0,8}["'\x60])`,
);
/** How a model is loaded. */
const LOADED =
  /\b(?:device|dtype|torch_dtype|revision|\w{0,20}model_(?:path|file)|weights|checkpoint)["']?\s{0,8}[:=]/i;
const MODEL_OF_RECORD: Needs = { where: ['code'], loader: false, key: is(/^model(?:_?(?:name|id))?$/i) };

/**
 * `results = {"audio_file": path, "model": "owner/name", "segments": []}`: what a program has found, and the name of
 * the model that did, in a text that sends nothing to any. What runs the model gets its name or file from elsewhere.
 */
export const isReportedFinding = needing(MODEL_OF_RECORD, ({ registry, text, start, end, knowledge }) => {
  const [own] = knowledge.brackets.around(start);
  if (own?.mark !== '{') return undefined;
  const [, name] = GIVES_OUTPUT.exec(textBefore(text, own.at, HEAD_REACH)) ?? [];
  if (name === undefined || isHandedOn(name, text)) return undefined;
  const content = knowledge.brackets.contentOf(own, end);
  const record = withoutNested(text.slice(content.start, content.end));
  return FOUND.test(record) && !LOADED.test(record) && !ASKS.test(record) && !sendsAny(knowledge)
    ? listedAs(registry, message('it is in a record of results'))
    : undefined;
});

/** Whether a text makes arguments of what a variable has, or gives it to what may ask a model: `run_llm(**result)`. */
function isHandedOn(name: string, text: string): boolean {
  const form = String.raw`(?:\*\*|\.{3})\s{0,4}${name}\b|(?:llm|model|chat|run|ask)\w{0,40}\(\s{0,40}${name}\b`;
  return new RegExp(form, 'i').test(text);
}

/** The name that a list is given, up to what opens it, with its type on either side of the sign. */
const LIST_NAME = /([A-Za-z_$][\w$]{0,80})(?:\s{0,4}:[^=;\n]{0,80})?\s{0,4}:?=\s{0,8}[^=;\n]{0,60}$/;
/** What asks a model or loads one. */
const REQUEST = new RegExp(
  String.raw`\b(?:a?(?:completions?|responses|messages|embeddings?)|images|speech|transcriptions|chat|llm|client|` +
    String.raw`model|pipeline|from_pretrained|(?:generate|stream)(?:_?(?:text|object|content))?|embed(?:_?many)?|` +
    String.raw`init_chat_model|invoke|\w{0,40}(?:OpenAI|Anthropic|Chat|LLM|Client|Transformer|Model)\w{0,40})` +
    String.raw`(?:\.\w{1,40})?\s?\(|\/v1\/|\/chat\/completions|\/api\/(?:chat|generate|embed)`,
);

/**
 * Whether the text may ask or load what stands in a list: it does so with some model, and reads the list, or has it
 * without a name.
 */
function isChosenFrom(knowledge: Knowledge, head: string): boolean {
  const { asks, read } = usesOf(knowledge);
  if (!asks) return false;
  const name = LIST_NAME.exec(head)?.[1];
  return name === undefined || read.has(name);
}

/** Whether a text asks or loads any model, and the words that it has more than once. */
const usesOf = perObject(({ text }: Knowledge) => {
  const asks = REQUEST.test(text);
  const words = new Set<string>();
  const read = new Set<string>();
  if (asks) for (const [word] of text.matchAll(/[\w$]+/g)) (words.has(word) ? read : words).add(word);
  return { asks, read };
});

/** Another record, with the name of its type or without, stands before or behind. */
function isAmongRecords(text: string, open: number, close: number): boolean {
  return (
    /^\s*[})\]][\s,]*(?:(?:new\s)?[A-Za-z_][\w.:]{0,60}\s?)?[{([]/.test(textBehind(text, close, 120)) ||
    /[})\]][\s,]*(?:(?:new\s)?[A-Za-z_][\w.:]{0,60}\s?)?$/.test(textBefore(text, open, 120))
  );
}

/** Why a name of which only tokens are counted is no use. */
export const ONLY_TOKENIZED = message('only its tokenizer is used');

/** What makes a tokenizer for models of OpenAI alone, whatever else runs beside. */
const OF_OPENAI = /(?:encod(?:ing|er)_for_model|get_bpe_from_model)$/;

function isOfOpenai({ call }: Site): boolean {
  return call !== undefined && OF_OPENAI.test(call.callee);
}

/** A tokenizer that counts the words for a model of a service: nothing is sent. */
export const isTokenized: Decision = (place) => {
  const { site, registry } = place;
  if (!isService(registry) && !isOfOpenai(site)) return undefined;
  return isGivenToTokenizer(place) ||
    isOfCounter(place) ||
    (place.intent.loader === undefined && isBesideEncoding(place))
    ? listedAs(registry, ONLY_TOKENIZED)
    : undefined;
};

/** The call, or the setting that is in none, is of a tokenizer. */
function isGivenToTokenizer({ site, text, start, knowledge }: Place): boolean {
  const callee = site.call?.callee ?? calleeOfRecord(text, knowledge.brackets, start);
  return (
    countsTokens(callee) ||
    (knowledge.mentions('tiktoken') && OF_TIKTOKEN.test(callee)) ||
    (site.call === undefined && TOKENIZER.test(keyWords(nearestKey(site)).join(' ')))
  );
}

/** The head of a function that counts tokens, or cuts a text by them, up to its parameters. */
const COUNTER_HEAD = new RegExp(
  String.raw`\b(?:def|function|fn|func|fun|const)\s{1,4}(?:_{0,2}(?:count|calculate|calc|compute|estimate|get|num|` +
    String.raw`truncate|trim|split)\w{0,40}tokens?|tokens?_?(?:count|length))\w{0,30}\s{0,4}` +
    String.raw`(?:=\s{0,4}(?:async\s{1,4})?)?$`,
  'i',
);
/** Libraries that make tokenizers and ask no model. */
const TOKENIZERS: readonly string[] = [
  'tiktoken',
  'gpt-tokenizer',
  'gpt-3-encoder',
  'gpt_tokenizer',
  'llama-tokenizer',
  'jtokkit',
  'sharptoken',
];

/** Whether a text speaks of what makes tokenizers. */
export const makesTokenizer = perObject((knowledge: Knowledge): boolean =>
  TOKENIZERS.some((mark) => knowledge.mentions(mark)),
);

/** The name of a function, up to its parameters: `def estimate_cost(`, `const estimateCost = async (`. */
const FUNCTION_HEAD =
  /\b(?:def|function|fn|func|fun|const)\s{1,4}(\w{1,80})\s{0,4}(?:=\s{0,4}(?:async\s{1,4})?)?$/;

/**
 * `def count_tokens(text, model="gpt-4")` in a text that makes a tokenizer, `def estimate_cost(tokens, model="gpt-4")`
 * in any.
 */
function isOfCounter({ text, start, knowledge }: Place): boolean {
  const [innermost] = knowledge.brackets.around(start);
  if (innermost?.mark !== '(') return false;
  const head = textBefore(text, innermost.at, 120);
  const name = FUNCTION_HEAD.exec(head)?.[1] ?? '';
  const counts =
    (name !== '' && !/token/i.test(name) && isMeasure(name)) ||
    (makesTokenizer(knowledge) && COUNTER_HEAD.test(head));
  return counts && !SENDS.test(bodyOf(text, innermost.close));
}

/** How much of a function is looked at, in characters. */
const BODY_REACH = 2000;

/** What follows the parameters of a function, up to the next one. */
function bodyOf(text: string, close: number): string {
  const rest = textBehind(text, close, BODY_REACH);
  const next = rest.search(
    /\n\s{0,16}(?:(?:export|async|public|private|static|pub)\s)*(?:def|function|fn|func|fun|class)\s/,
  );
  return next < 0 ? rest : rest.slice(0, next);
}

/** The encodings of OpenAI's tokenizers: https://github.com/openai/tiktoken */
const ENCODING = /\b(?:cl100k|o200k|p50k|r50k)_(?:base|edit|harmony)\b/i;

/**
 * `ModelType("gpt-4", CL100K_BASE, 8192)`, `{ model_name: "gpt-4", encoding_name: "cl100k_base" }`: a row of a table of
 * encodings or a setting for counting, in which nothing says that the model is asked.
 */
function isBesideEncoding({ text, end, start, site, knowledge: { brackets } }: Place): boolean {
  const [innermost, outer] = brackets.around(start);
  if (site.where !== 'code' || innermost === undefined) return false;
  const said = (own: Bracket): string => {
    const content = brackets.contentOf(own, end);
    return text.slice(content.start, content.end);
  };
  // `String::from("…")`: the parentheses turn the value into a text.
  const isTurned = innermost.mark === '(' && start - innermost.at <= 2 && innermost.close - end <= 2;
  if (site.key === '' && !(isTurned && nearestKey(site) !== ''))
    return innermost.mark !== '{' && ENCODING.test(withoutNested(said(innermost)));
  const record = said((isTurned ? outer : undefined) ?? innermost);
  return ENCODING_FIELD.test(record) && !ASKS.test(record);
}

/** What stands directly within brackets: what calls or lists there hold is theirs. */
function withoutNested(content: string): string {
  return content.replace(/[([{][^)\]}]*[)\]}]?/g, '');
}

/** The encoding of a tokenizer in a record, under its key: `encoding_name: String::from("cl100k_base")`. */
const ENCODING_FIELD = new RegExp(
  String.raw`\bencoding(?:_?(?:name|type))?["']?\s{0,8}[:=]\s{0,8}[^,;\n]{0,40}${ENCODING.source}`,
  'i',
);
/** What a record for requests to the model says besides. */
const ASKS = new RegExp(
  String.raw`\b(?:messages|(?:system_?)?prompt|instructions|temperature|top_?p|max_?(?:completion_?)?tokens|` +
    String.raw`api_?key|base_?url|endpoint|provider|client|deployment|stream|tools|timeout|max_?retries)` +
    String.raw`["']?\s{0,8}[:=]`,
  'i',
);

/** `tokenizer_name = "gpt2"` beside `gpt2.tiktoken`: the name of a vocabulary, of which there is a file. */
export const isVocabulary = needing({ loader: false, words: ['.tiktoken'] }, ({ registry, match, text }) =>
  text.includes(`${match.id}.tiktoken`) ? listedAs(registry, ONLY_TOKENIZED) : undefined,
);

/**
 * A module that only counts tokens, or knows what they cost, and sends none: its text speaks of what its
 * name does, nothing in it sends a request, and the place itself is none of a client or an agent.
 */
export const isCounted = needing(
  { ...CODE_WITHOUT_LOADER, words: ['token', 'encod', 'count'] },
  ({ site: { call }, registry, knowledge }) =>
    isCounter(knowledge.path) &&
    !sendsAny(knowledge) &&
    (call === undefined || providerOfCallee(call.callee) === undefined)
      ? listedAs(registry, ONLY_TOKENIZED)
      : undefined,
);

/**
 * A request to a model, by the name of what is called, also where it is kept first, or by the path that it goes to;
 * and what makes a client or an agent, or asks it.
 */
const SENDS = new RegExp(
  String.raw`\b(?:chat_?completion|completions|responses|messages|embeddings)\.a?(?:create|parse|stream)\b|` +
    String.raw`\b(?:generate|stream)_?(?:text|content|object)\s?\(|\ba?completion\s?\(|\.a?invoke\s?\(|` +
    String.raw`\/chat\/completions\b|\/v\d[a-z]{0,5}\/(?:messages|responses|completions|embeddings)\b|` +
    String.raw`:generateContent\b|\/api\/(?:chat|generate|embed)\b`,
  'i',
);
/** The same by names that functions which count have in themselves, and no more: these are told by their last word. */
const MAKES_CLIENT = new RegExp(
  String.raw`(?<!(?:def|function|fn|func|class)\s{1,4})(?<![\w$])(?:[\w$]{1,40}[.:]{1,2}){0,3}` +
    String.raw`(?:[A-Za-z]{0,40}(?:OpenAI|Anthropic|Gemini|LLM|Agent|Client)|Chat[A-Z]\w{0,40}|a?(?:ask|chat|answer)` +
    String.raw`(?:_\w{1,40}|[A-Z]\w{0,40})?)\s?\(`,
);
/** Whether a text sends a request to any model. */
export const sendsAny = perObject(
  ({ text }: Knowledge): boolean => SENDS.test(text) || MAKES_CLIENT.test(text),
);

const COUNTER =
  /(?:^|[/_-])(?:count[_-]?tokens?|token[_-]?count(?:er|ing|s)?|tokeni[sz]ers?|token[_-]?limits?)\.\w+$/i;

const isCounter = memoized(is(COUNTER));

/** Whether a call makes or asks the tokenizer of a model, or tells what it takes or costs, and no more. */
export const countsTokens = memoized(
  (callee: string): boolean => !ASKED_TO_COUNT.test(callee) && (COUNTS.test(callee) || isMeasure(callee)),
);

/** A service counts, which has to have the model: `client.messages.count_tokens`, `ai.models.countTokens`. */
const ASKED_TO_COUNT = /\b(?:messages|models)\.count_?tokens$/i;

/** `calculate_cost`, `price_run`, `getContextLimit`, `num_tokens_from_messages`: nothing else is done. */
const MEASURES = new RegExp(
  String.raw`^(?:(?:count|calc|calculate|compute|estimate|get|num|number|max|trim|truncate|lookup) ){1,2}` +
    String.raw`(?:\w+ ){0,2}(?:max )?` +
    String.raw`(?:tokens?|costs?|prices?|pricing|context (?:window|size|length|limit|tokens))` +
    String.raw`(?: (?:count|size|length|for|of|model|limit|usage|window|from|messages|string|text|input|prompt|per|` +
    String.raw`tokens?))*$|` +
    String.raw`^price (?:run|usage)$|^get max context$|` +
    String.raw`^context (?:window|size|length|limit)(?: (?:for|of|size|length|limit|tokens|model))*$`,
);
/** `TokenCounter`, `CostCalculator`, `usageTracker`: what only counts or reckons. */
const METER = new RegExp(
  String.raw`(?:^| )(?:(?:tokens?|costs?|prices?|pricing|usage)(?: \w+)? (?:counter|calculator|estimator|tracker|` +
    String.raw`budget|meter|table|limits?)|tokenizer|pricing|model to encod(?:er|ing)|encoder provider)$`,
);
/** What such an object is made by or asked. */
const OF_METER =
  /^(?:new|of|create|count|calculate|estimate|(?:get |try )?for(?: model)?|get|lookup|compute|track|record)$/;

function isMeasure(callee: string): boolean {
  const [last = '', object = ''] = callee.split(/\.|::|->/).reverse();
  const words = keyWords(last).join(' ').replace(/^new /, '');
  return (
    MEASURES.test(words) ||
    METER.test(words) ||
    (OF_METER.test(words) && METER.test(keyWords(object).join(' ')))
  );
}

const COUNTS = new RegExp(
  String.raw`(?:^|[._:])(?:encoding_?for_?model|encoding_name_for_model|get_?encoding\w*|encoder_?for_?model|` +
    String.raw`tiktoken[.:]{1,2}(?:en|de)code\w*|tokenizer_?for_?model|get_bpe_from_model|` +
    String.raw`(?:count|num|len)_?tokens\w*|encode_?chat|token_?counter|from_?tiktoken\w*|` +
    String.raw`TiktokenTokenizer\.CreateForModel\w*|TokenTextSplitter|OpenAi(?:Tokenizer|TokenCountEstimator)|` +
    String.raw`completion_cost|cost_per_token)$`,
  'i',
);
/** How its ports make an encoder: `TikToken::try_from_model("…")`. */
const OF_TIKTOKEN = /(?:^|[.:>])(?:try_|get_?|bpe_)?(?:from|for|by)_?model(?:_name)?$/i;
const TOKENIZER = /(?:^| )(?:tokenizer|tiktoken|encoding)(?: (?:model|name|id|model name))?$/;

/** What results say besides the model: how long, how well, when and where. */
const MEASURED = new RegExp(
  String.raw`["'](?:[\w-]*[_-])?(?:time|duration|latency|elapsed|throughput|accuracy|score|loss|f1|bleu|` +
    String.raw`rouge\w*|perplexity|wer|cer|mrr|ndcg|map|recall|precision|exception|git_sha|commit|hostname|` +
    String.raw`timestamp|date|tokens_per_s\w*|samples_per_s\w*|len_bytes|memory|gpus|ngpus|passed|failed|` +
    String.raw`correct)["']\s*:`,
  'gi',
);
/** The same in YAML's block style, with what only leaderboards say. What results are limited by is a setting. */
const MEASURED_ENTRY = new RegExp(
  String.raw`^[ \t]*(?:- )?(?:[\w-]*[_-])?(?:latency|elapsed|throughput|accuracy|score|loss|f1|bleu|rouge|` +
    String.raw`perplexity|mrr|ndcg|recall|precision|pass_rate|percent|seconds_per|total_cost|error_outputs|` +
    String.raw`num_(?:malformed|errors?|user|lazy|syntax|indentation|exhausted|tests?|cases?|examples?|samples?)|` +
    String.raw`total_tests|test_cases|commit_hash|git_sha|timestamp|date|versions)` +
    String.raw`(?:s|(?:[_-](?!threshold|limit|min|max|weight|fn\b|func|model|type|format)|[\dlu])\w*)?:`,
  'gm',
);
/** So many of them make a record of results. */
const FEWEST_MEASURES = 4;
/** A record of what somebody was asked, and of what a model said to it. */
const ASKED =
  /["'](?:prompt|question|instruction|query|input|messages|conversations?)["']\s*:\s*(?=([^]{1,200}))/i;
const ANSWERED = new RegExp(
  String.raw`["'](?:(?:generated_)?answer|response|output|completion|reply|generated(?:_text)?|chosen|rejected|` +
    String.raw`rating)["']\s*:\s*(?=([^]{1,200}))`,
  'i',
);
/** A text of words, a number, or messages: what was said. A name or what is yet to be filled in is none. */
const SAID =
  /^(?:-?\d|["'`](?!\$|\{|<\w+>["'`])[^"'`]*(?:\s|[^\w\s"'`]["'`])|[[{][^]*["'](?:content|text|role)["'])/;
/** A single word that says more than the form of an answer. */
const WORD =
  /^["'](?!(?:json|text|markdown|html|xml|ya?ml|csv|string|object|list|stream|boolean|number)["'])\w/i;

/**
 * Whether a record holds what was asked and what was answered. Steps of a pipeline have names there, of what they get
 * and give; an answer of one word is one where nothing says how the model is asked.
 */
function isAnswered(record: string): boolean {
  const [asked, question = ''] = ASKED.exec(record) ?? [];
  const [answered, answer = ''] = ANSWERED.exec(record) ?? [];
  if (asked === undefined || answered === undefined) return false;
  return SAID.test(answer) || (SAID.test(question) && WORD.test(answer) && !USED.test(record));
}

/** The results of a run in a report of it, up to the mark that opens them. */
const RESULTS = new RegExp(
  String.raw`"(?:(?:test|eval(?:uation)?|all)[-_ ]?)?(?:results|responses|predictions|generations|outcomes)"` +
    String.raw`\s{0,20}:\s{0,20}[[{]`,
  'gi',
);
/** What was measured of one of them: only a report has the number. */
const MEASURED_NUMBER = new RegExp(
  String.raw`"(?:[\w ]{1,40}[-_])?(?:score|acc(?:uracy)?|f1|bleu|rouge\w{0,4}|exact_match|loss|latency|` +
    String.raw`elapsed|duration|perplexity|precision|recall|ndcg|mrr|passed|success|correct|throughput|ttft|` +
    String.raw`tok(?:en)?s?_(?:per_)?s(?:ec(?:ond)?)?)` +
    String.raw`(?:[-_,][\w,]{1,20})?"\s{0,9}:\s{0,9}(-?\d|true|false)`,
  'gi',
);

/** Whether results say a number that was measured, or of several whether they passed. */
function hasMeasures(content: string): boolean {
  const measures = [...matchesOf(content, MEASURED_NUMBER)];
  return measures.length > 1 || measures.some(([, value]) => /\d/.test(value ?? ''));
}
/** How far results are looked at, in characters: the first ones are like the others. */
const RESULTS_REACH = 20_000;

/**
 * Of each text of JSON, where the results of a run stand, where it is a report of one: in its outermost mapping, or in
 * one of a list there, for each model that ran.
 */
const resultsOf = perObject(({ text, brackets }: Knowledge): TextRange | undefined => {
  if (!/^\s{0,20}\{/.test(text)) return undefined;
  for (const { 0: head, index } of matchesOf(text, RESULTS)) {
    const [results, ...around] = brackets.open(index + head.length);
    if (results === undefined || !REPORTS.has(around.map(({ mark }) => mark).join(''))) continue;
    const content = textFrom(text, results.at, results.close, RESULTS_REACH);
    if (hasMeasures(content) || isAnswered(content)) return { start: results.at, end: results.close };
  }
  return undefined;
});

/** What is open around the results of a report, from the inside out. */
const REPORTS: ReadonlySet<string> = new Set(['{', '{[{']);

/** How deep the settings of a run are kept in its report. */
const DEEPEST_SETTING = 3;

/** `{"config": {"evaluator": "gpt-4"}, "results": [{"question": …, "score": 4}]}`: what a finished run was set to. */
function isOfFinishedRun({ start, site, knowledge }: Place): boolean {
  if (site.where !== 'config' || knowledge.brackets.open(start).length > DEEPEST_SETTING) return false;
  const results = resultsOf(knowledge);
  return results !== undefined && (start < results.start || start > results.end);
}

function isResult({ text, start, end, knowledge: { brackets } }: Place): boolean {
  const item = blockItem(text, start);
  if (item !== undefined) return item.hasKin && toldIn(item.text, MEASURED_ENTRY);
  const [own] = brackets.around(start);
  if (own?.mark !== '{') return false;
  const content = brackets.contentOf(own, end);
  if (!hasKin(text, own.at, content.end, brackets)) return false;
  const record = text.slice(content.start, content.end);
  return toldIn(record, MEASURED) || isAnswered(record);
}

/** Whether a record says enough of what results say. */
function toldIn(record: string, form: RegExp): boolean {
  return new Set([...matchesOf(record, form)].map(([key]) => key.toLowerCase())).size >= FEWEST_MEASURES;
}

/** Another record stands before or behind, in a list or on a line of its own. */
function hasKin(text: string, open: number, close: number, brackets: Brackets): boolean {
  const [outer] = brackets.around(open);
  if (outer?.mark === '{') return false;
  return /^\s*\}[\s,]*\{/.test(textBehind(text, close, 60)) || /\}[\s,]*$/.test(textBefore(text, open, 60));
}
