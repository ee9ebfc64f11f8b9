import { message } from '../../message';
import { perObject } from '../../once';
import { keyKind } from '../signatures/keys';
import { nearestKey, type Site } from '../site';
import { type Bracket, calleeBefore } from '../brackets';
import { lastName } from '../intent';
import type { Knowledge } from '../knowledge';
import { blockItem } from '../listing/blockItems';
import { isWeightsFile } from '../match';
import { isGivenInOllama } from '../namesInOllama';
import { lineBefore, textOf, type Part, type Surroundings } from '../surroundings';
import { SELF } from '../../vocabulary';
import { isToldToServer } from '../aliases';
import { SERVER_ASKED } from './ownAddress';
import { isInTemplateComment } from './templateComments';
import { inWords } from './nameAlone';
import {
  GIVEN,
  GIVEN_BY_SERVER,
  is,
  mentioned,
  needing,
  TO_READ,
  type Decision,
  type Needs,
  type Place,
} from './place';
import { matchesOf } from '../../text/matches';
import { textBefore, textBehind } from '../../text/pieces';

/** Whether a place only names a model: in running text, as a key, in a comparison, as an address to read. */
export function isOnlyNamed({ site, intent }: Pick<Place, 'site' | 'intent'>): boolean {
  return (
    site.lexical === 'comment' ||
    site.lexical === 'prose' ||
    site.lexical === 'span' ||
    site.isCompared === true ||
    (site.isKey === true && intent.strength !== 'model') ||
    REFERENCE_KEY.test(nearestKey(site))
  );
}

/** In running text, comments, links and pictures a model is only named. */
export const inText: Decision = (place) => {
  const { site, registry } = place;
  if (site.lexical === 'comment' || isInTemplateComment(place))
    return mentioned(registry, message('it stands in a comment'));
  if (site.lexical === 'prose' || site.lexical === 'span') return mentioned(registry, inWords());
  return isToRead(place) ? mentioned(registry, TO_READ) : undefined;
};

/** What people read or click. */
function isToRead(place: Place): boolean {
  const { site, match, text, start, end } = place;
  return (
    match.isPicture === true ||
    (site.lexical === 'bare' && site.where === 'code' && isBetweenTags(text, start, end)) ||
    isForPeople(place) ||
    isShown(text, start, site) ||
    ((isReference(place) || isPage(place)) && !isFetched(place))
  );
}

/** What opens a text of many lines that is printed, or kept as the words that tell how a program is used. */
const PRINTED = new RegExp(
  String.raw`(?:\b(?:console\.(?:log|error|info)|print(?:ln|f|_?usage)?!?|fmt\.F?print\w*|puts|write(?:ln|Line)?)` +
    String.raw`(?:\(\s{0,20}|[ \t])(?:\w[\w.]{0,40},\s{0,20})?|\b\w{0,40}(?:usage|help)(?:_?(?:text|message))?` +
    String.raw`(?::\s?[\w&' ]{1,20})?\s{0,4}:?=\s{0,20}(?:[\w.]{1,40}\(\s{0,20})?)[a-z]{0,2}#{0,2}` +
    String.raw`("{3}|'{3}|\x60)`,
  'gi',
);
const USAGE = /\busage\b[^\n]{0,40}:/i;
/** How far before a place such a text begins, in characters. */
const USAGE_REACH = 4_000;

/** `` console.log(`Usage: …`) ``: what a program prints to say how it is called. */
export const isOfUsage = needing(
  { where: ['code'], loader: false, words: ['usage'] },
  ({ registry, text, start }) => {
    const before = textBefore(text, start, USAGE_REACH);
    const opened = [...matchesOf(before, PRINTED)].at(-1);
    if (opened === undefined) return undefined;
    const content = before.slice(opened.index + opened[0].length);
    return USAGE.test(content) && !content.includes(opened[1] ?? '')
      ? mentioned(registry, TO_READ)
      : undefined;
  },
);

/**
 * What fetches the repository or file at an address that it is given by name: of CMake, Bazel and Nix
 * (https://cmake.org/cmake/help/latest/module/FetchContent.html, https://bazel.build/rules/lib/repo,
 * https://nixos.org/manual/nixpkgs/stable/#chap-pkgs-fetchers).
 */
const FETCHES = new RegExp(
  String.raw`\b(?:fetch[gG]it\w*|fetchurl|fetchzip|fetchTree|fetchTarball|http_(?:file|archive|jar)|` +
    String.raw`(?:new_)?git_repository|FetchContent_Declare|ExternalProject_Add)\s*$`,
);

function isFetched({ text, start, site, knowledge: { brackets } }: Place): boolean {
  const isGiven = brackets
    .around(start)
    .slice(0, 2)
    .some(({ at }) => FETCHES.test(textBefore(text, at, LONGEST_FETCH)));
  return isGiven || site.passedTo !== undefined;
}

const LONGEST_FETCH = 40;

/** `<code>gpt-4o</code>`: what a page shows, in code that has markup in it. */
function isBetweenTags(text: string, start: number, end: number): boolean {
  const before = textBefore(text, start, TEXT_REACH);
  const behind = textBehind(text, end, TEXT_REACH);
  return /[\w"'/}]>[^<>{}]*$/.test(before) && /^[^<>{}]*<\/?[A-Za-z>]/.test(behind);
}

/** So far the tags around a word of a page are looked for, in characters. */
const TEXT_REACH = 600;

/** Keys of addresses for people who want to read more. */
const REFERENCE_KEY = new RegExp(
  String.raw`^(?:urls|links|homepage|website|reference|references|see|cite|citation|(?:ref|doc|docs|info|` +
    String.raw`card|blog|paper|home|model[-_]?card|more|learn|source[-_]?page)[-_]?(?:url|link|page)s?)$`,
  'i',
);
/** Under such a key, and neither the name of a model for a task nor one among models: `{ hear: …, see: … }`. */
function isReference(place: Place): boolean {
  const { site, match } = place;
  return (
    REFERENCE_KEY.test(nearestKey(site)) &&
    (site.key === '' || match.evidence.startsWith('url:') || !isForTask(place))
  );
}

/** Keys of words for people. */
const FOR_PEOPLE = new RegExp(
  String.raw`^(?:label|title|\w*placeholder(?:[-_]?text)?|description|desc|help(?:er)?[-_]?(?:text)?|` +
    String.raw`\w*hint(?:[-_]?text)?|tooltip|caption|` +
    String.raw`legend(?:[-_]?format)?|\w+_for_docs?|summary|note|notes|comment|message|msg|text|heading|aria-?label|` +
    String.raw`alt|(?:display|simple|pretty|friendly|human|nice)[-_]?name|` +
    String.raw`example|examples|docstring|changelog|usage|epilog|about)$`,
  'i',
);

/** `<Input placeholder="…">`: what an empty field shows. */
const SHOWN = /\s(?:placeholder|title|alt|aria-label)=\{?["'`]$/;

/** A field shows it, or a click leads to a page that is called so. */
function isShown(text: string, start: number, site: Site): boolean {
  return SHOWN.test(textBefore(text, start, 40)) || isSitePath(text, start, site);
}

/** Calls of the library `transformers` that write samples into the documentation of a class. */
const DOCSTRINGS = /(?:^|\.)(?:add|replace)_\w{0,40}(?:doc|return_doc)strings?(?:_to_\w{1,40})?$/;

/** Views of SwiftUI, Compose and Flutter whose first argument is what they show. */
const SHOWS = /^(?:Text|Label|TextField|SecureField)$/;

function isForPeople(place: Place): boolean {
  const { key, parents, call } = place.site;
  if (DOCSTRINGS.test(call?.callee ?? '') || isInSample(place)) return true;
  if (call !== undefined && key === '') return call.argument === 0 && SHOWS.test(call.callee);
  const name = key.replace(OF_VIEW, '');
  if (FOR_PEOPLE.test(name)) return !isForTask(place);
  return isOfView(place) || (key === '' && FOR_PEOPLE.test(parents[0] ?? ''));
}

/** Whether a view shows a value, as the attribute that it is in says. */
function isOfView({ site: { key }, knowledge: { path } }: Place): boolean {
  const name = key.replace(OF_VIEW, '');
  return (name !== key || XAML.test(path)) && (DESIGNED.test(key) || SHOWN_BY_VIEW.test(name));
}

/**
 * In the sample that the description of an interface has for its readers: `Body(example={ … })`,
 * `@ApiBody({ schema: { example: { … } } })`, `@ExampleObject(value = "…")`, or a text that it shows them.
 */
function isInSample({ text, site, start, knowledge }: Place): boolean {
  if (!knowledge.mentions('example')) return false;
  const before = textBefore(text, start, LONGEST_SAMPLE);
  if (site.call === undefined && SAMPLE_TEXT.test(before) && !FILLED_IN.test(before)) return true;
  if (site.where !== 'code') return false;
  const open = knowledge.brackets.around(start);
  if (isInSampleOfRoute(text, open)) return true;
  const isSample = open.some(({ at }) => SAMPLE.test(textBefore(text, at, LONGEST_KEY)));
  return open.some((one) => {
    const callee = one.mark === '(' ? lastName(calleeBefore(text, one)) : '';
    return SAMPLES.test(callee) || (isSample && DESCRIBES.test(callee));
  });
}

/** What a table of the routes of a program has for the people who try them, up to the body itself. */
const SAMPLE_BODY = new RegExp(
  String.raw`(?<![\w-])["']?(example[-_]?(?:request|response|body)|` +
    String.raw`(?:request|response|body)[-_]?example)s?["']?\s{0,4}(?:=>|[:=])\s{0,8}["'\x60]?\s{0,8}$`,
  'i',
);
/** What only such a table says beside: a method, or a path of its own, which is no address elsewhere. */
const OF_ROUTE = new RegExp(
  String.raw`(?<![\w-])["']?(?:(?:http_?)?method|path|route|endpoint)["']?\s{0,8}(?:=>|[:=])\s{0,8}` +
    String.raw`["'\x60](?:/|[A-Z]{3,7}["'\x60])`,
  'i',
);

/** `{Method: "POST", Path: "/v1/chat", ExampleBody: "{\"model\": \"…\"}"}`: sent by who tries the route. */
function isInSampleOfRoute(text: string, open: readonly Bracket[]): boolean {
  return open.slice(0, 3).some(({ at }, level) => {
    const route = open[level + 1];
    const key = SAMPLE_BODY.exec(textBefore(text, at, LONGEST_KEY))?.[1];
    return (
      route?.mark === '{' &&
      key !== undefined &&
      OF_ROUTE.test(text.slice(route.at, Math.min(route.close, route.at + LONGEST_SAMPLE))) &&
      !isRead(text, key)
    );
  });
}

/** Whether a text reads an entry of what it has, and may send it: `route.exampleBody`, `route["example_body"]`. */
function isRead(text: string, key: string): boolean {
  return new RegExp(String.raw`[\w)\]](?:\??\.${key}s?\b|\[["']${key}s?["']\]|\.get\(["']${key}s?["'])`).test(
    text,
  );
}

/** A request that a page shows its readers, and the answer to it: `curlExample: \`curl … -d '{"model": "…"}'\``. */
const SAMPLE_TEXT = new RegExp(
  String.raw`(?:^|[\n{,(])[ \t]{0,80}(?:(?:export\s)?(?:const|let|var)\s)?["']?\w{0,40}` +
    String.raw`(?:curl|request|response|usage|code|api)[-_]?examples?["']?\s{0,4}[:=]\s{0,20}` +
    String.raw`(?:\x60[^\x60]*|"""(?:(?!""")[^])*)$`,
  'i',
);
/** An expression that a text has filled in is code. */
const FILLED_IN = /\$\{[^}]*$/;
const LONGEST_SAMPLE = 1_500;
const LONGEST_KEY = 60;
const SAMPLE = /(?<![\w-])["']?(?:openapi_)?examples?["']?\s{0,4}[:=]\s{0,20}[[{]{0,2}\s{0,20}$/;
/** Parts of the description of an interface in FastAPI, drf-spectacular, NestJS, Swagger's annotations. */
const DESCRIBES =
  /^(?:Body|Query|Form|Header|Path|Param|Field|Schema|openapi|OpenApi\w{1,30}|Api\w{1,30}|extend_schema)$/;
const SAMPLES = /^(?:ExampleObject|OpenApiExample)$/;

/** The spaces of names that a layout of Android has: https://developer.android.com/studio/write/tool-attributes */
const OF_VIEW = /^(?:android|app|tools):/;
const DESIGNED = /^tools:/;
const XAML = /\.a?xaml$/i;
/** What a view shows, besides what is called so everywhere. */
const SHOWN_BY_VIEW = /^(?:header|content|contentdescription|watermark|subtitle)$/i;

/** Words for people that are also what a program has models do. */
const TASKS = /^(?:title|caption|summary|notes?|comment|message|text|heading|description)$/i;
/** Keys that name the model of a record that has words for people beside. */
const NAMES_MODEL = /^(?:model\w*|id|name|value|slug|key)$/i;
/**
 * A key of a record, in quotes or without, also with its type or as the value of a member, and the single word that it
 * has for a value.
 */
const ENTRY = new RegExp(
  String.raw`(?<![\w-])["']?([\w-]{1,60})(?:(?<=\b[A-Z]\w{0,60}(?:\.|::)\w{1,60})(?:\.|->)value)?["']?\s{0,8}` +
    String.raw`(?::\s{0,4}\w{1,20}\s{0,4}=|=>|[:=])\s{0,8}` +
    String.raw`(["'\x60]?)([^\s"'\x60,;{}()[\]]{1,120})\2(?=\s{0,20}(?:[.,;})\]#\n]|\/\/|$))`,
  'g',
);

/** Keys of the description of a value: what is beside them describes it, too. */
const DESCRIBES_VALUE =
  /^(?:default\w*|initial\w*|value|type|enum|const|required|current|selected|fallback)$/i;
/** What a block of models for tasks is called, and one that describes a single model never is. */
const OF_MODELS = /(?:models|llms)$/i;

/**
 * `models: { chat: "gpt-4o", title: "gpt-4o-mini" }`: the model for a task, in a mapping of nothing but models, or
 * beside the model for another task. What else names a model there has this for its title. Of words that hardly
 * anything but people reads more must tell it: all beside are models, and none describes a value, or the text asks a
 * model by that key.
 */
function isForTask(place: Place): boolean {
  const { site, knowledge } = place;
  if (isVariable(place) || isAskedByKey(place)) return true;
  const others = entriesBeside(place);
  // In code a word without quotes is a variable, which may hold any name.
  const mayBeName = (quote: string, value: string): boolean =>
    (quote === '' && site.where === 'code') || knowledge.mayBeName(value);
  if (others.some(([, key = '', quote = '', value = '']) => NAMES_MODEL.test(key) && mayBeName(quote, value)))
    return false;
  return isKeyOfType(place) || isBesideModels(place, others);
}

/** Whether what is beside a word for people tells that it is a task. */
function isBesideModels(place: Place, others: readonly RegExpExecArray[]): boolean {
  const { site, knowledge } = place;
  const parent = site.parents[0] ?? '';
  if (!TASKS.test(site.key))
    return (
      (others.length > 0 || OF_MODELS.test(parent)) &&
      others.every(([, key = '', , value = '']) => isModelOfTask(key, value, parent, knowledge)) &&
      !isOfList(place)
    );
  const isBesideTask = others.some(
    ([, key = '', , value = '']) => !NAMES_MODEL.test(key) && !FOR_PEOPLE.test(key) && knowledge.knows(value),
  );
  return isBesideTask || (others.length > 0 && keyKind(parent) === 'model' && !isOfList(place));
}

/**
 * What stands before the value of an entry or arm whose key is a member of a type, or the value of one:
 * `Task.TITLE: "…"`, `Task::Title->value => "…"`, `[Task.Title]: "…"`, `.title: "…"`.
 */
const MEMBER_KEY = new RegExp(
  String.raw`(?:(?<![\w$])[A-Z]\w{0,60}(?:\.|::)|(?<=[\s[,])\.)\w{1,60}(?:(?:\.|->)value)?` +
    String.raw`\s{0,8}(?:=>|->|:|\]\s{0,4}[:=])\s{0,80}[a-z@$]?["'\x60]$`,
);
const LONGEST_MEMBER = 240;

/** Whether the key of a place is a member of a type: that is a task, and no word for people in a record. */
function isKeyOfType({ site, text, start }: Place): boolean {
  return site.where === 'code' && MEMBER_KEY.test(textBefore(text, start, LONGEST_MEMBER));
}

/** Whether an entry is the model of a task: in a block of models any, elsewhere one under no word for people. */
function isModelOfTask(key: string, value: string, parent: string, knowledge: Knowledge): boolean {
  const name = value.slice(value.lastIndexOf('/') + 1);
  const isTold = [DESCRIBES_VALUE, FOR_PEOPLE, REFERENCE_KEY].some((form) => form.test(key));
  return (knowledge.knows(value) || knowledge.mayBeName(name)) && (OF_MODELS.test(parent) || !isTold);
}

/** Whether the text asks by the key of a place what is there: `{ model: models.help, messages }`. */
function isAskedByKey({ site: { key, parents }, knowledge }: Place): boolean {
  return parents[0] !== undefined && askedByKey(knowledge).has(`${parents[0]} ${key}`);
}

const GIVEN_AS_MODEL = new RegExp(
  String.raw`(?<![\w.])["']?model(?:_?(?:name|id))?["']?\s{0,4}(?:=>|[:=])\s{0,4}(?:[\w$]{1,60}\.){0,3}` +
    String.raw`([\w$]{1,60})(?:\?\.|\.|\[["']|\[:|\.get\(["'])([\w-]{1,60})`,
  'gi',
);
/** Names of records with the keys by which they are read where a model is given. */
const askedByKey = perObject(
  ({ text }: Knowledge): ReadonlySet<string> =>
    new Set(Array.from(matchesOf(text, GIVEN_AS_MODEL), ([, record, key]) => `${record} ${key}`)),
);

/** The other entries of the record, or of the block in YAML, that a place is in. */
function entriesBeside({
  site,
  text,
  start,
  end,
  knowledge: { brackets },
}: Place): readonly RegExpExecArray[] {
  const [own] = brackets.around(start);
  const content = own === undefined ? undefined : brackets.contentOf(own, end);
  const beside =
    content === undefined
      ? blockAround(text, start)
      : text.slice(Math.max(content.start, start - BLOCK_REACH), Math.min(content.end, end + BLOCK_REACH));
  return [...matchesOf(beside, ENTRY)].filter(([, key]) => key !== site.key);
}

/** `SUMMARY=gpt-4o`: a variable of the environment, whose value is the name of a model letter by letter. */
function isVariable({ site, text, start, end, knowledge }: Place): boolean {
  return site.where === 'config' && /^[A-Z_]+$/.test(site.key) && knowledge.knows(text.slice(start, end));
}

/** Whether the record of a place is an argument, or one of several in a list: each has its own words for people. */
function isOfList({ text, start, knowledge: { brackets } }: Place): boolean {
  const [own, outer] = brackets.around(start);
  return own === undefined
    ? blockItem(text, start) !== undefined
    : (own.mark === '(' && calleeBefore(text, own) !== 'dict') || (own.mark === '{' && outer?.mark === '[');
}

/** The lines as far in as that of a place, before and behind it, in a mapping in block style. */
function blockAround(text: string, start: number): string {
  const own = lineBefore(text, start);
  const indent = /^[ \t]*/.exec(own)?.[0] ?? '';
  const isOfBlock = (line: string): boolean =>
    line.startsWith(indent) && /^[\w"']/.test(line.slice(indent.length));
  const from = start - own.length;
  const before = textBefore(text, from, BLOCK_REACH).split('\n').reverse().slice(1);
  const behind = textBehind(text, from, BLOCK_REACH).split('\n');
  const ofBlock = (lines: readonly string[]): readonly string[] => {
    const stop = lines.findIndex((line) => !isOfBlock(line));
    return stop < 0 ? lines : lines.slice(0, stop);
  };
  return [...ofBlock(before), ...ofBlock(behind)].join('\n');
}

/** How far around a place the lines of its block are looked at, in characters. */
const BLOCK_REACH = 600;

/**
 * Addresses at which the Hub has models run (https://huggingface.co/docs/inference-providers): no page is there.
 */
export const INFERENCE = /(?:api-inference|router)\.huggingface\.co\/[\w./-]{0,60}$/;

/** Keys of where a click leads. */
const LINK_KEY = /^(?:(?:cta|action|button|nav|banner)[-_]?)?(?:link|href|permalink)(?:[-_]?(?:url|to))?$/i;
/** The path of a page on a site, from the quote on: `"/models/owner/name"`. */
const SITE_PATH = /["'`]\\?\/(?:[\w-]{1,40}\/){0,4}$/;

/** `"link": "/models/owner/name"`: a page of the site itself, for people who click. */
function isSitePath(text: string, start: number, site: Site): boolean {
  return LINK_KEY.test(nearestKey(site)) && SITE_PATH.test(textBefore(text, start, 200));
}

/** A method behind the name of a model, by which it is asked: https://ai.google.dev/api/generate-content */
const METHOD =
  /^[\w./-]{1,120}:(?:\w*[gG]enerateContent|\w*[eE]mbedContents?|\w*[pP]redict\w*|countTokens)\b/;

/** Where a click on a page leads to, whatever the words before it speak of. */
const LINK = /<[A-Za-z][^<>]{0,200}\shref=\{?["'`][\w:/.@-]{0,120}$/i;

/** Words of what gets something from an address. */
const GETS = /\b(?:clone|wget|curl|submodule|pull|download\w*|aria2c?|lfs|git\+https?:\S*)\b/i;

/** The words of a list in YAML, one a line, up to a place: those of a command. */
const LISTED_WORDS = /(?:\n[ \t]*-[ \t]+[^\s:#][^\n]{0,80}){0,12}\n[ \t]*-[ \t]+\S*$/;

/** What stands on the line of a place before it, or before it in the list of words that the line is one of. */
function commandBefore(text: string, start: number): string {
  const line = lineBefore(text, start);
  return /^[ \t]*-[ \t]+\S*$/.test(line)
    ? (LISTED_WORDS.exec(textBefore(text, start, COMMAND_REACH))?.[0] ?? line)
    : line;
}

const COMMAND_REACH = 600;

/** The address of a model's page, where nothing downloads from it. */
function isPage(place: Place): boolean {
  const { text, start, site, match } = place;
  if (!match.evidence.startsWith('url:') || match.file !== undefined || site.operand !== undefined)
    return false;
  if (isForLocalProgram(place)) return false;
  if (METHOD.test(textBehind(text, start, 160))) return false;
  // `hf://owner/name` opens no page: programs get weights by it.
  if (/^(?!https?:)[a-z][a-z\d+.-]{0,20}:\/\//.test(textBehind(text, start, 24))) return false;
  const line = commandBefore(text, start);
  if (isAsked(line, match)) return false;
  if (/\/(?:resolve|raw|blob)\//.test(textBehind(text, start, 300).split(/\s/, 1)[0] ?? '')) return false;
  return site.call === undefined && keyKind(nearestKey(site)) !== 'model';
}

/** A repository of the Hub without the scheme of an address, by its short name or the other. */
const WITHOUT_SCHEME = /^(?:(hf)|huggingface)\.co\//;
/** The weights that local programs take, and the quantization that they are asked for. */
const QUANTIZED = /-gguf$|:[\w.-]{1,40}$/i;

/**
 * `hf.co/owner/name-GGUF:Q4_K_M`: so Ollama and Docker Model Runner are told which weights to get. As an address that
 * leads nowhere it is none that a page has people click.
 * https://huggingface.co/docs/hub/ollama, https://docs.docker.com/ai/model-runner/
 */
function isForLocalProgram({ text, start, end, knowledge }: Place): boolean {
  const name = text.slice(start, end);
  const [written, short] = WITHOUT_SCHEME.exec(name) ?? [];
  return (
    written !== undefined && (QUANTIZED.test(name) || (short !== undefined && knowledge.mentions('ollama')))
  );
}

/** Whether something asks at an address or gets what is there, by the line before it. */
function isAsked(line: string, { isEndpoint }: Place['match']): boolean {
  return INFERENCE.test(line) || (!LINK.test(line) && (isEndpoint === true || GETS.test(line)));
}

/** A request for the headers of a file only: `curl -sI`, `wget --spider`. */
const HEADERS_ONLY = new RegExp(
  String.raw`\b(?:curl\s(?:[^|;&\n]{0,200}\s)?(?:-[a-zA-Z]{0,8}I[a-zA-Z]{0,8}|--head)|wget\s(?:[^|` +
    String.raw`;&\n]{0,200}\s)?--spider)(?=\s)[^|;&\n]{0,300}$`,
);

/** The address of a file that is looked at and not fetched. */
export const isProbed = needing({ words: ['curl', 'wget'] }, ({ text, start, match, site }) =>
  (match.evidence.startsWith('url:') || match.evidence === 'weights-file' || site.operand !== undefined) &&
  HEADERS_ONLY.test(lineBefore(text, start))
    ? mentioned(undefined, message('only the headers of the file are asked for'))
    : undefined,
);

/** Commands that look at a file or put it away, up to its name; and tests of a shell whether it is there. */
const HANDLED = new RegExp(
  String.raw`(?:(?:^|[;&|({]|\b(?:then|do|else|sudo|RUN))[ \t]*(rm|ls|du|stat|chmod|chown|touch|sha\d{1,3}sum|` +
    String.raw`shasum|md5sum)[ \t](?:[^;&|\n]*[ \t/"'])?|\[\[?[ \t](?:![ \t])?(-[efsrdL])[ \t]["']?[^\]\n;"']*)$`,
);

/** `rm -f models/x.gguf`, `[ ! -f models/x.gguf ]`: nothing runs the file there. */
export const isHandled = needing({ where: ['cli'], loader: false }, ({ match, text, start, site }) => {
  if (site.operand !== undefined || !isWeightsFile(match)) return undefined;
  const [, command, test] = HANDLED.exec(lineBefore(text, start)) ?? [];
  const does = command ?? test;
  return does === undefined ? undefined : mentioned(undefined, message('{0} loads nothing', does));
});

/** What a text has, in lower case, that speaks to apps on the Hub. */
const SPACE_CLIENTS = ['gradio_client', '@gradio/client', 'gradio.client'];
const OF_SPACES: Needs = { words: [...SPACE_CLIENTS, '/spaces/'] };

/** An app on the Hub that is asked, whatever model it is called like. */
export const isSpace = needing(OF_SPACES, ({ site: { call }, text, start, knowledge }) => {
  const isAsked =
    call?.argument === 0 &&
    /(?:^|[.:_])(?:Client|client|connect|duplicate|predict)$/.test(call.callee) &&
    (call.module?.startsWith('gradio_client') === true ||
      SPACE_CLIENTS.some((mark) => knowledge.mentions(mark)));
  return isAsked ||
    (knowledge.mentions('/spaces/') &&
      /(?:huggingface\.co|hf\.co)\/spaces\/[\w./-]*$/.test(textBefore(text, start, 80)))
    ? mentioned(undefined, message('it is the name of a Space'))
    : undefined;
});

/** The name under which a server or a gateway offers a model. */
export const servedName: Decision = (place, around) => {
  const { site, match } = place;
  const isAlias = match.isAlias === true;
  const isToldHere = isTold(place);
  if (isAlias && !isToldHere && site.where === 'code')
    return { role: 'loads', host: 'self', why: [SERVER_ASKED] };
  const isGiven = [isNameOfEndpoint, isRouted, isNamedBesideSource, isNameInOllama].some((is) =>
    is(place, around),
  );
  return isAlias || isToldHere || isGiven ? mentioned(undefined, GIVEN_BY_SERVER) : undefined;
};

/**
 * Servers whose `--model_name` is what clients ask for: what they load stands elsewhere. As the program of a command,
 * as the image of a container, or as the resource of KServe around. What a flag is given, `--out /data/ovms`, is none.
 */
const NAMES_ENDPOINT = new RegExp(
  String.raw`(?:^|[\s"'\x60/,[])(?:tensorflow_model_server|(?<!--?[\w-]{1,40}[ =]\S{0,80})ovms)(?=["'\x60,\s]|$)|` +
    String.raw`(?:^|\s|["'])-m["',\s]{1,40}huggingfaceserver\b|` +
    String.raw`\b(?:kserve/huggingfaceserver|openvino/model_server)\b|^[ \t]{0,40}["']?predictor["']?:`,
  'm',
);
/** What says in the same command or container which model is loaded. */
const LOADED_BESIDE = /--model_(?:id|dir|path)\b/;
const COMMENT = /(?:^|\s)#[^\n]*/g;

/**
 * `--model_name=llama3` of KServe, TensorFlow Serving and OpenVINO Model Server:
 * https://kserve.github.io/website/docs/model-serving/storage/providers/hf,
 * https://www.tensorflow.org/tfx/serving/docker,
 * https://docs.openvino.ai/2025/model-server/ovms_docs_serving_model.html
 */
function isNameOfEndpoint({ site, text, start, end }: Place, around: () => Surroundings): boolean {
  if (site.key !== '--model_name' && !MODEL_NAME_FLAG.test(textBefore(text, start, 40))) return false;
  const { own, outer } = around();
  const beside = [own, ...outer].map((part) => textOf(text, part).replace(COMMENT, '')).join('\n');
  // Of a repository it is the model itself, unless another one is loaded.
  return NAMES_ENDPOINT.test(beside) && (!text.slice(start, end).includes('/') || LOADED_BESIDE.test(beside));
}

const MODEL_NAME_FLAG = /--model_name["']?(?:[ \t=,]|\r?\n[ \t]*-[ \t]){1,12}["']?$/;

/** A server is told to answer to it. */
function isTold({ text, start, site, knowledge }: Place): boolean {
  return knowledge.mentions('served') && isToldToServer(text, start, site);
}

/** `model_name:` beside LiteLLM's `litellm_params:` */
function isRouted({ site, text, end, knowledge }: Place, around: () => Surroundings): boolean {
  return (
    (site.where === 'config' || site.where === 'code') &&
    knowledge.mentions('litellm_params') &&
    /^(?:model_?name|name|model_alias|alias)$/i.test(site.key) &&
    !site.parents.includes('litellm_params') &&
    /^[ \t]{0,80}["']?litellm_params\b/m.test(
      `${textOf(text, around().own)}\n${textBehind(text, end, 200).split(/\n[ \t]{0,80}-\s/, 1)[0] ?? ''}`,
    )
  );
}

/**
 * `model_id` beside the repository that `model_source` of Ray Serve has: clients ask for the one, the other is loaded.
 * Where that is a bucket or a folder, `models/command-r`, only the name says which model it is: a folder reads like a
 * repository, so one that nobody knows takes only a name for given that tells no model either. See
 * https://docs.ray.io/en/latest/serve/llm/index.html
 */
function isNamedBesideSource(
  { site, text, start, end, knowledge }: Place,
  around: () => Surroundings,
): boolean {
  if (site.key !== 'model_id' || !knowledge.mentions('model_source')) return false;
  const [, source] = MODEL_SOURCE.exec(textOf(text, around().own).replace(COMMENT, '')) ?? [];
  if (source === undefined) return false;
  const name = text.slice(start, end);
  const tellsModel = name.includes('/') || knowledge.resolve(name) !== undefined;
  return !tellsModel || knowledge.knows(source, 'huggingface');
}

/**
 * `ollama cp qwen2.5:7b house`: what a copy, or what is made of another, is called. One that is called like weights of
 * the library, `llama3.1:8b`, is taken for these: what it is made of may be told nowhere.
 */
function isNameInOllama({ text, start, end, knowledge }: Place): boolean {
  const isOfOllama = knowledge.mentions('ollama') || knowledge.mentions(':11434');
  const [name = ''] = text.slice(start, end).split(':', 1);
  return isOfOllama && !knowledge.knows(name, 'ollama') && isGivenInOllama(text, start);
}

const MODEL_SOURCE = new RegExp(
  String.raw`(?<![\w-])model_source["']?\s{0,4}[:=]\s{0,4}["']?([A-Za-z\d][\w.-]{0,95}/[A-Za-z\d][\w.-]{0,95})["']?` +
    String.raw`(?=[\s,)}]|$)`,
);

const GIVEN_KEY = /^(?:name|deployment_?name|deployment|endpoint_?name|model_?deployment_?name)$/i;
/** The end of the path at which an interface is asked. */
const ASKED_AT =
  String.raw`(?:[\w.-]+\/)*(?:completions?|embeddings?|responses|messages|generate\w*|predict|invo\w+|` +
  String.raw`rerank)`;
/** Where weights are got from: an id of a hub, a bucket or volume, a path that no interface is asked at. */
const SOURCE =
  String.raw`(?:[a-z\d]{2,12}(?<!http|https|ws|wss|grpc):\/\/[^\s"']+|` +
  String.raw`\/?(?!v\d|api\/|${ASKED_AT}\/?(?:["',\s}]|$))[\w.-]+\/[\w./-]+)`;
const KEY_OF_ENTRY = String.raw`(?:^|[,{;])[ \t]{0,80}["']?`;
const MODEL_ENTRY = new RegExp(
  KEY_OF_ENTRY +
    String.raw`(?:model(?:_?(?:id|name|uri))?|base_?model|storageUri|hf_?model_?id)["']?\s*(?:[:={]|$)`,
  'im',
);
/** Other keys of models may give the address of a service that is asked for the name. */
const SOURCE_ENTRY = new RegExp(
  KEY_OF_ENTRY +
    String.raw`model_?(?:ur[il]|path|ref|source|repo(?:sitory)?)["']?\s*[:=]\s*["']?${SOURCE}["']?\s*(?:$|[,}#])`,
  'im',
);

/** A resource that deploys a model: its own name is chosen by its owner, and the model stands in a block of its own. */
const DEPLOYMENT = /^[ \t]{0,80}resource[ \t]+(?:"\w+_deployment"|\w+\s+'[\w./]+\/deployments@)/im;

/** Bicep is read as code, and is a template like those in JSON. */
const TEMPLATE = /\.bicep$/i;
const GIVEN_IN_TEMPLATE: Needs = { where: ['config', 'code'], loader: false, key: is(GIVEN_KEY) };

/** The name of a deployment, an endpoint or an entry, beside the model itself. */
export const givenName = needing(GIVEN_IN_TEMPLATE, (place, around) =>
  (place.site.where === 'config' || TEMPLATE.test(place.knowledge.path)) &&
  !/^models?$/i.test(place.site.parents[0] ?? '') &&
  isBesideModel(place, around().own)
    ? mentioned(place.registry, GIVEN)
    : undefined,
);

const OF_CONSTRUCT: Needs = {
  where: ['code'],
  key: (key) => key === '' || key === 'id' || key === 'construct_id',
  words: ['aws-cdk', 'aws_cdk', 'awscdk', 'cdktf', 'cdk-constructs', 'cdk_constructs'],
};
/**
 * What makes a construct, up to its id behind what it is a part of, with whether `new` or a builder says that
 * something is made: https://docs.aws.amazon.com/cdk/v2/guide/constructs.html
 */
const MADE_IN_SCOPE = new RegExp(
  String.raw`(?:(\bnew\s{1,4})?(?<![\w$.])((?:[\w$]{1,60}\.){0,4}[A-Z][\w$]{0,80})|\.Builder\.(create))` +
    String.raw`(?:<[^<>()]{0,80}>)?\(\s{0,80}(?:this|self|scope|stack|app)\s{0,20},\s{0,80}` +
    String.raw`(?:\w{0,20}id\s?[=:]\s?)?["'\x60]$`,
);
/** Packages of constructs, and modules of the project itself, which may have its own. */
const CONSTRUCTS = /cdk|constructs/i;
const OWN_MODULE = /^(?:\.|[~@#]\/)/;
/** What the classes of clients are called, also those that a project writes. */
const CLIENT = /(?:Client|Chat|L(?:LM|lm)|Model|Agent|Embeddings?)$|^(?:Azure)?Chat[A-Z]/;

/** The id of a construct of the CDK, which stands behind its scope: `new Endpoint(this, "Llama-3-8B", { … })`. */
export const idOfConstruct = needing(OF_CONSTRUCT, (place) =>
  place.site.call?.argument === 1 && isConstruct(place) ? mentioned(place.registry, GIVEN) : undefined,
);

function isConstruct({ site: { call }, text, start, knowledge }: Place): boolean {
  const [, sign, made = '', builder] = MADE_IN_SCOPE.exec(textBefore(text, start, LONGEST_SCOPE)) ?? [];
  if (builder !== undefined) return true;
  const name = made.slice(made.lastIndexOf('.') + 1);
  if (name === '' || CLIENT.test(name) || (sign === undefined && !knowledge.path.endsWith('.py')))
    return false;
  const module = call?.module ?? '';
  return CONSTRUCTS.test(module) || OWN_MODULE.test(module);
}
const LONGEST_SCOPE = 240;

function isBesideModel({ text, start, end, knowledge }: Place, part: Part): boolean {
  const own = textOf(text, part);
  if (DEPLOYMENT.test(own)) return true;
  const others = withoutOwnEntry(own, text.slice(start, end));
  if (MODEL_ENTRY.test(others)) return true;
  // A service has weights of its own: it is asked for the name, whatever is got from elsewhere.
  return SOURCE_ENTRY.test(others) && !isOfService(part, knowledge);
}

function isOfService(part: Part, { evidence, hosts }: Place['knowledge']): boolean {
  return (
    evidence.inPart('providers', part).some(({ host }) => host !== SELF) ||
    evidence.inPart('addresses', part).some(({ said }) => hosts.answersAt(said))
  );
}

/** The other lines of a mapping: the one that ends with the name is its own. */
function withoutOwnEntry(own: string, name: string): string {
  return own
    .split('\n')
    .filter((line) => !endsWithName(line, name) || /model\S*\s*[:=]/i.test(line))
    .join('\n');
}

function endsWithName(line: string, name: string): boolean {
  const at = line.lastIndexOf(name);
  return at >= 0 && /^["',\s]*$/.test(line.slice(at + name.length));
}
