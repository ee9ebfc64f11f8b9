import { message } from '../../message';
import { SELF } from '../../vocabulary';
import { perObject } from '../../once';
import type { Bracket } from '../brackets';
import { isService } from '../host';
import { OF_TYPE } from '../listing/listedPlace';
import { likenessOf } from '../../registries/names/families';
import { hostedRegistry } from '../../registries/names/hosted';
import type { Knowledge } from '../knowledge';
import { isWeightsFile } from '../match';
import { OF_ROUTER } from '../recognize/gateways';
import { keyWords } from '../signatures/keys';
import type { Site } from '../site';
import { textBefore, textBehind, textFrom } from '../../text/pieces';
import type { TextRange } from '../../text/range';
import { escapeRegExp } from '../../text/escapeRegExp';
import { plainName } from '../../text/plainName';
import { matchesOf } from '../../text/matches';
import { lineBefore, textOf, type Part } from '../surroundings';
import { namedByProvider } from './nameAlone';
import {
  GETS_WEIGHTS,
  GIVEN,
  GIVEN_BY_SERVER,
  is,
  listedAs,
  mentioned,
  needing,
  NOT_CODE,
  TO_READ,
  WITHOUT_LOADER,
  type Needs,
} from './place';

/** The ids that a record says, with the keys for them. */
const RECORD_ID = new RegExp(
  String.raw`\b(?:id|model_?id|model|repo(?:_?id)?|hf_?(?:repo|id))["']?\s{0,20}` +
    String.raw`(?::\s{0,8}[\w.[\]]{1,40}\s{0,8}=|[:=])\s{0,20}["'\x60]?([\w.-]{1,96}/[\w./-]{1,96})`,
  'gi',
);

/** A key of a name for people. */
const TITLE: Needs = { loader: false, key: is(/^(?:name|title|label)$/i) };

/**
 * The name for people in a record whose id ends in it: `{ id: "owner/name", name: "name" }`, however the maker is
 * written before it: `"meta-llama/Meta-Llama-3.1-8B"`, `"llama3.1-8b"`. The id is what is asked for.
 */
export const nameBesideId = needing(TITLE, ({ registry, text, start, end }, around) => {
  const name = text.slice(start, end);
  if (name.includes('/')) return undefined;
  const ending = plainName(name);
  return [...matchesOf(textOf(text, around().own), RECORD_ID)].some(([, id = '']) =>
    plainName(id).endsWith(ending),
  )
    ? mentioned(registry, GIVEN)
    : undefined;
});

/** Keys of what a model belongs to or comes behind, where a record is of another one. */
const RELATION: Needs = {
  loader: false,
  key: is(/^(?:parent|generation|predecessor|(?:model_?)?family)$/i),
};
/** The id of the model that a record is of: a `name` may be that of anything. */
const ID_OF_RECORD = new RegExp(
  String.raw`(?:^|[,{\n])[ \t-]*["']?(?:model|id|model_?id|model_?name|deployment|slug)["']?\s{0,8}(?::|=>|=)` +
    String.raw`\s{0,8}["'\x60]?([\w./:@-]{2,120})`,
  'i',
);

/**
 * `{ deployment: "o3-mini", parent: "o1-mini", generation: "o3" }`: what the record says of its model, and nobody asks.
 * A generation or family is a part of the id: else `generation` may be the step that the model is for.
 */
export const relatedBesideModel = needing(RELATION, ({ registry, text, site, start, end }, around) => {
  const id = ID_OF_RECORD.exec(textOf(text, around().own))?.[1] ?? '';
  const name = id.slice(id.lastIndexOf('/') + 1);
  // Names of services may have no word of a family: `o4-mini`.
  if (likenessOf(name).family === '' && hostedRegistry(name) === undefined) return undefined;
  const isSaid = /^(?:parent|predecessor)$/i.test(site.key) || id.includes(text.slice(start, end));
  return isSaid ? mentioned(registry, TO_READ) : undefined;
});

/** A label of two providers, `name: "OpenAI/Zai"`: no model is called like a provider. */
export const labelOfProviders = needing(TITLE, ({ registry, match, knowledge }) => {
  const parts = match.id.split('/');
  return parts.length === 2 &&
    parts.every((part) => knowledge.hosts.ofProvider(part) !== undefined) &&
    !knowledge.knows(match.id)
    ? mentioned(registry, TO_READ)
    : undefined;
});

/** What such a function is called, and what finds a model by its kind is not. */
const KIND = /^\w{0,60}(?<!(?:[Bb]y|[Ff]or)_?)(?:[fF]amily|[kK]ind|[cC]ategory|[vV]endor)(?:_?[oO]f)?$/;
/** The head of a function with its name, up to its parameters; a receiver stands before it in Go. */
const HEAD = String.raw`\b(?:function|def|func|fn|fun)\s{1,4}(?:\([^()\n]{1,60}\)\s)?(\w{1,80})\s?\(`;
/** What opens the body of a function in braces; an arrow has no name. */
const BEFORE_BODY = new RegExp(String.raw`(?:${HEAD}[^{};]{0,300}|=>\s{0,20})$`);
/** The last head of a function before a place whose body is told by indentation, with what stands behind it. */
const INDENTED = new RegExp(
  String.raw`^([ \t]{0,80})(?:async )?(?=def\s)${HEAD}((?:(?!\bdef\s)[^])*)(?![^])`,
  'm',
);
const FUNCTION_REACH = 1_500;
const GIVEN_BACK: Needs = { where: ['code'], loader: false, words: ['family', 'kind', 'category', 'vendor'] };

/** `function familyOf(id) { … return 'dall-e-2' }`: the word for a kind of models, whatever model it is for. */
export const isKindGivenBack = needing(GIVEN_BACK, ({ registry, text, start, knowledge: { brackets } }) =>
  /\breturn\s{1,4}["'\x60]$/.test(textBefore(text, start, 20)) &&
  KIND.test(functionInBraces(text, brackets.open(start)) ?? indentedFunction(text, start))
    ? listedAs(registry, OF_TYPE)
    : undefined,
);

/** The name of the function in whose braces a place is: `''` for one without a name, none where it is in none. */
function functionInBraces(text: string, open: readonly Bracket[]): string | undefined {
  for (const { at, mark } of open) {
    const head = mark === '{' ? BEFORE_BODY.exec(textBefore(text, at, 400)) : null;
    if (head !== null) return head[1] ?? '';
  }
  return undefined;
}

/** The name of the function in whose indented lines a place is, or `''`. */
function indentedFunction(text: string, start: number): string {
  const [, indent = '', name = '', behind = ''] =
    INDENTED.exec(textBefore(text, start, FUNCTION_REACH)) ?? [];
  const isLeft = behind
    .split('\n')
    .slice(1)
    .some((line) => /^[^\s)]/.test(line.trimStart()) && !/^[ \t]/.test(line.slice(indent.length)));
  return isLeft ? '' : name;
}

const DEPLOYMENT: Needs = { where: ['code'], key: is(/^(?:azure_?)?deployment(?:_?(?:name|id))?$/i) };
/** The model that a call or record says, in quotes. */
const SAID_MODEL =
  /(?:^|[,({\s])["']?model(?:_?(?:name|id))?["']?\s{0,8}(?:=>|[:=])\s{0,8}["'\x60]([\w./:@-]{2,120})["'\x60]/i;

/** The name of a deployment beside its model: `model="text-embedding-ada-002", deployment="house-embeddings"`. */
export const deploymentBesideModel = needing(DEPLOYMENT, ({ registry, text }, around) =>
  SAID_MODEL.test(textOf(text, around().own)) ? mentioned(registry, GIVEN) : undefined,
);

/** Keys of what a program calls one of its own settings for models. */
const PRESET: Needs = {
  loader: false,
  key: is(/^(?:(?:preset|alias|profile|slug)(?:_?(?:id|name))?|id)$/i),
};
/** The model in an address that it is asked at. */
const ASKED_AT = /https?:\/\/[^\s"'\x60]{1,200}\/models\/([\w.@-]{2,120})(?::\w{4,40})?["'\x60]/;

/**
 * What a program calls a setting whose address or model is another: `preset_id: "gemini-embedding-001"` over
 * `url: "…/models/embedding-001:embedContent"`. What is asked for is the other.
 */
export const nameOfPreset = needing(PRESET, ({ registry, text, start, end, knowledge }, around) => {
  const own = textOf(text, around().own);
  const asked = ASKED_AT.exec(own)?.[1] ?? SAID_MODEL.exec(own)?.[1];
  return asked !== undefined && asked !== text.slice(start, end) && knowledge.mayBeName(asked)
    ? mentioned(registry, GIVEN)
    : undefined;
});

/** Keys of ids, behind which the same name may stand once more. */
const SAME_ID = /\b(?:id|model_?id|model|value|slug)["']?\s{0,20}[:=]\s{0,20}["'\x60]?$/i;

/** A key of a name for people, or none, as an argument has. */
const TITLE_OR_NONE: Needs = { loader: false, key: is(/^(?:name|title|label)?$/i) };

/**
 * The name for people where it is the same as the id: `{ id: "gpt-4o", name: "gpt-4o" }`, `add("gpt-4o", "gpt-4o")`.
 * One model is asked for, at one place.
 */
export const nameLikeId = needing(TITLE_OR_NONE, ({ site, registry, text, start, end }, around) => {
  const name = text.slice(start, end);
  const isAgain =
    site.key === ''
      ? isArgumentAgain(site, textBefore(text, start, 300), name)
      : isNamedAgain(text, around().own, { start, end });
  return isAgain ? mentioned(registry, GIVEN) : undefined;
});

/** The argument before is the same. */
function isArgumentAgain({ call }: Site, before: string, name: string): boolean {
  const own = before.slice(-1);
  if (call === undefined || call.argument === 0 || !QUOTES.includes(own)) return false;
  const rest = before.slice(0, -1).trimEnd();
  return rest.endsWith(',') && rest.slice(0, -1).trimEnd().endsWith(`${own}${name}${own}`);
}
const QUOTES = ['"', "'", '`'];

/** Another place of the record says the same name as its id. */
function isNamedAgain(text: string, own: Part, { start, end }: TextRange): boolean {
  const name = text.slice(start, end);
  return own.some((range) => {
    for (let at = text.indexOf(name, range.start); at >= 0 && at < range.end; at = text.indexOf(name, at + 1))
      if (
        at !== start &&
        SAME_ID.test(text.slice(Math.max(range.start, at - LONGEST_KEY), at)) &&
        /^["'`\s,}]/.test(text.charAt(at + name.length))
      )
        return true;
    return false;
  });
}
const LONGEST_KEY = 80;

/**
 * A key of nothing but a name for people, also as n8n keeps what a choice was shown as:
 * https://github.com/n8n-io/n8n/blob/master/packages/workflow/src/interfaces.ts
 */
const SHOWN_NAME: Needs = {
  loader: false,
  key: is(/^(?:display|friendly|pretty|readable|cached_?result)_?(?:name|title|label)$/i),
};
/** The id beside it, in quotes. */
const ASKED_ID = new RegExp(
  String.raw`(?:^|[,({\s])["']?(?:id|value|slug|model(?:_?(?:id|name))?)["']?\s{0,8}(?:=>|[:=])\s{0,8}` +
    String.raw`["'\x60]([\w./:@-]{2,120})["'\x60]`,
  'i',
);

/** `"value": "gpt-4o", "cachedResultName": "GPT-4O"`: what people see of a choice. The id beside it is asked for. */
export const shownName = needing(SHOWN_NAME, ({ registry, text, knowledge }, around) => {
  const id = ASKED_ID.exec(textOf(text, around().own))?.[1];
  return id !== undefined && knowledge.mayBeName(id) ? mentioned(registry, TO_READ) : undefined;
});

/** What a record of a format for tool calls says beside its name. */
const CALL_FORMAT = new RegExp(
  String.raw`\b(?:tool_?call_?\w{0,20}(?:format|parser)|(?:format|` +
    String.raw`parser)["']?\s{0,20}[:=]\s{0,20}&?(?:new\s+)?\w{0,60}(?:ToolCall|Parser)\w{0,40}\s?[({])`,
  'i',
);

const NAME: Needs = { loader: false, key: is(/^name$/i) };

/**
 * The name of a format in which models write calls of tools, or of its parser:
 * `{ name: "minimax-m2", format: XMLToolCallFormat{…} }`.
 */
export const nameOfFormat = needing(NAME, ({ registry, text }, around) =>
  isService(registry) && CALL_FORMAT.test(textOf(text, around().own))
    ? mentioned(registry, message('it is the name of a format'))
    : undefined,
);

const NAME_IN_CONFIG: Needs = { where: ['config'], key: is(/^name$/) };

/**
 * The name of a settings file for a model that an engine of the project's own runs: `name: gpt-4` over
 * `backend: llama-cpp`, as LocalAI has it (https://localai.io/advanced/). Clients ask for the model by it, whatever
 * weights stand behind.
 */
export const nameBesideEngine = needing(NAME_IN_CONFIG, ({ site, registry, text, knowledge }) => {
  if (site.parents.length > 0 || !isService(registry)) return undefined;
  const { evidence } = knowledge;
  const isOwnEngine =
    evidence.onlyHost('providers') === SELF &&
    evidence.all('providers').some(({ at }) => !isOfOtherModel(text, at));
  return isOwnEngine ? mentioned(undefined, GIVEN_BY_SERVER) : undefined;
});

/** `provider: ollama` in a block of its own, beside the model there: `embedder:` over both says what else is run. */
function isOfOtherModel(text: string, at: number): boolean {
  const own = lineBefore(text, at);
  const indent = /^[ \t]*/.exec(own)?.[0] ?? '';
  if (indent === '') return false;
  const lines = `${textBefore(text, at, BLOCK_REACH)}${textBehind(text, at, BLOCK_REACH)}`.split('\n');
  const isNear = new RegExp(`^${indent}["']?model(?:_?(?:id|name))?["']?[ \\t]*[:=]`);
  return lines.some((line) => isNear.test(line));
}
const BLOCK_REACH = 400;

/** Calls of the Hub's client that write to a repository (https://huggingface.co/docs/huggingface_hub/guides/upload). */
const UPLOADED: Needs = {
  where: ['code'],
  loader: false,
  words: ['upload_folder', 'upload_file', 'upload_large_folder', 'create_commit'],
  key: (key) => keyWords(key).includes('repo'),
};

/** The repository that a text uploads to: no model is got from it. */
export const uploadTarget = needing(UPLOADED, ({ knowledge }) =>
  GETS_WEIGHTS.some((mark) => knowledge.mentions(mark))
    ? undefined
    : mentioned(undefined, message('the text uploads to it')),
);

/** Flags of commands for the file that they write. */
const OUTPUT: Needs = {
  where: ['cli', 'code'],
  key: is(/^--(?:out(?:put|file)?|out(?:put)?[-_](?:file|path|model)|save[-_](?:to|path))$/i),
};

/** `--outfile models/name-f16.gguf`: a file that a command makes, which is no model until something reads it. */
export const isOutput = needing(OUTPUT, ({ match }) =>
  isWeightsFile(match) ? mentioned(undefined, message('the command writes it')) : undefined,
);

/** What a record says of a part of the program that it describes, beside its name. */
const PART_OF_PROGRAM =
  /\btype["']?\s?[:=]\s?["'\x60](?:tool|extension|plugin|function|skill|node|action|component)["'\x60]/;
const LONGEST_RECORD = 8_000;

/**
 * The name of a tool of the program that is called after the model it asks for elsewhere in the text:
 * `{ name: "gpt-image-1", title: …, type: "tool" }` above `generate({ model: "gpt-image-1" })`.
 */
export const nameOfTool = needing(NAME, ({ site, registry, text, start, end, knowledge }) => {
  const own = knowledge.brackets.open(start)[0];
  if (site.where !== 'code' || own === undefined || own.mark === '[') return undefined;
  if (!PART_OF_PROGRAM.test(textFrom(text, own.at, own.close, LONGEST_RECORD))) return undefined;
  return modelsGiven(knowledge).has(text.slice(start, end)) ? mentioned(registry, GIVEN) : undefined;
});

/** What a text gives in quotes for a model. */
const modelsGiven = perObject(
  ({ text }: Knowledge): ReadonlySet<string> =>
    new Set(Array.from(matchesOf(text, MODEL_GIVEN), ([, name = '']) => name)),
);
const MODEL_GIVEN = /\bmodel["']?\s?(?:=>|[:=])\s?["'\x60]([^"'\x60\n]{1,200})["'\x60]/g;

/** The endings of such files, in lower case. */
const ARTIFACT: Needs = { where: ['code'], loader: false, words: ['.onnx', '.tflite', '.gguf'] };
const ARTIFACT_FILE = /^["'`]\s{0,100},\s{0,100}["'`]([\w.-]{1,120})\.(?:onnx|tflite|gguf)["'`]/;

/**
 * A name that nobody else knows, beside the file that is called like it:
 * `"all-minilm-l6-v2-q", "all-minilm-l6-v2-q.onnx"`. The file is the model.
 */
export const nameOfArtifact = needing(ARTIFACT, ({ registry, match, text, start, end, knowledge }) => {
  if (registry === 'local') return undefined;
  const name = text.slice(start, end);
  if (name.includes('/') || ARTIFACT_FILE.exec(textBehind(text, end, 400))?.[1] !== name) return undefined;
  return knowledge.isUnknown(match.id, registry) ? mentioned(undefined, GIVEN) : undefined;
});

/** What the settings of a build of images have beside the name of its target, and how its files are called. */
const BUILDS_IMAGES = /\b(?:docker\/bake-action|docker-?bake)\b/;
const BUILD_TARGET: Needs = { where: NOT_CODE, nearestKey: is(/^targets$/) };

/**
 * The targets of a build, which the project calls as it likes: `targets: flux1-dev` of a step that bakes images
 * (https://docs.docker.com/build/bake/targets/).
 */
export const nameOfTarget = needing(BUILD_TARGET, ({ text, start, knowledge }, around) =>
  [knowledge.path, stepBefore(text, start), textOf(text, around().own)].some((said) =>
    BUILDS_IMAGES.test(said),
  )
    ? mentioned(undefined, GIVEN)
    : undefined,
);

/** How a step of a workflow begins, and how far before a place in it that may be, in characters. */
const STEP = /- (?:name|uses|id|if):/g;
const STEP_REACH = 800;

/** What the step of a workflow that a place is in says before it. */
function stepBefore(text: string, start: number): string {
  const before = textBefore(text, start, STEP_REACH);
  const step = [...matchesOf(before, STEP)].at(-1);
  return step === undefined ? '' : before.slice(step.index);
}

/**
 * OpenRouter's own names, behind which it chooses a model for each request
 * (https://openrouter.ai/docs/guides/routing/routers/auto-router).
 */
const ROUTER = /^(?:openrouter\/)?openrouter\/(?:auto|free)$/;

/** The name of a router is no model: it has neither weights nor a license. */
export const nameOfRouter = needing({ words: ['openrouter/'] }, ({ text, start, end }) =>
  ROUTER.test(text.slice(start, end))
    ? { role: 'mentions', host: 'openrouter', why: [message('it is the name of a router')] }
    : undefined,
);

/** The name that a router of the user's has for a model: who runs it, the router decides. */
export const byRouter = needing(WITHOUT_LOADER, ({ match, text, start }) =>
  match.evidence === OF_ROUTER
    ? { role: 'calls', host: null, why: [namedByProvider(text.slice(start).split('/', 1)[0] ?? '')] }
    : undefined,
);

/** A request that a router sends on, which no function of LiteLLM itself does. */
const ROUTED =
  /(?<!\blitellm)\.a?(?:text_)?(?:completion|embedding|responses|image_generation|transcription|speech)$/;

/** The names that the routers of a text give the models beside them: https://docs.litellm.ai/docs/routing */
const routerNames = perObject(
  ({ text }: Knowledge) =>
    new Set(
      Array.from(text.matchAll(/\bmodel_name["']?\s?[:=]\s?["']([^"'\n]{1,120})["']/g), ([, name]) => name),
    ),
);

/** `router.completion(model="fast")` behind `{"model_name": "fast", "litellm_params": …}`, which says the model. */
export const nameAtRouter = needing(
  { where: ['code'], words: ['litellm_params'] },
  ({ site, registry, text, start, end, knowledge }) =>
    ROUTED.test(site.call?.callee ?? '') && routerNames(knowledge).has(text.slice(start, end))
      ? mentioned(registry, GIVEN)
      : undefined,
);

const TOKENIZER_KEY = /^(?:hf_?)?tokenizer(?:_?(?:id|name|path|name_or_path|model))?$/i;
const TOKENIZER: Needs = {
  key: (key) => TOKENIZER_KEY.test(key.replace(/^-+/, '').replaceAll('-', '_')),
};

/** `model_id="owner/name", tokenizer_id="owner/name"`: the tokenizer of the model that the same call or record says. */
export const tokenizerOfModel = needing(TOKENIZER, ({ registry, text, start, end }, around) => {
  const name = escapeRegExp(text.slice(start, end));
  const said = new RegExp(
    String.raw`\bmodel(?:_?(?:id|name|path|name_or_path|uri))?["']?\s{0,8}(?:=>|[:=])\s{0,8}["'\x60]?` +
      String.raw`${name}(?![\w./-])`,
    'i',
  );
  return said.test(textOf(text, around().own))
    ? mentioned(registry, message('only its tokenizer is used'))
    : undefined;
});

const ID: Needs = { loader: false, key: is(/^id$/i) };
/** The name of a record, in quotes. */
const SAID_NAME = /(?:^|[,{\s])["']?name["']?\s{0,8}(?:=>|[:=])\s{0,8}["']([\w./:@-]{2,120})["']/i;

/**
 * The `Id` that several records share, each with a model of its own for a name:
 * `{ "Id": "gpt-4", "Name": "gpt-4o-mini" }` beside `{ "Id": "gpt-4", "Name": "gpt-4o" }`. It is the name of a group.
 */
export const idOfGroup = needing(ID, ({ site, registry, text, start, end, knowledge }, around) => {
  const id = text.slice(start, end);
  const name = SAID_NAME.exec(textOf(text, around().own))?.[1];
  if (name === undefined || name === id || !knowledge.knows(name)) return undefined;
  const isShared = idsOf(knowledge).get(text.slice(start - site.key.length - 4, end + 1)) === 'shared';
  return isShared ? mentioned(registry, GIVEN) : undefined;
});

/** The ids of all records of a text, each with its key, as written: whether one record has it, or several. */
const idsOf = perObject(({ text }: Knowledge) => {
  const found = new Map<string, 'own' | 'shared'>();
  for (const [id] of text.matchAll(/id": "[^"\r\n]{1,120}"/gi))
    found.set(id, found.has(id) ? 'shared' : 'own');
  return found;
});
