import { message } from '../../message';
import { perObject } from '../../once';
import { memoized } from '../../text/memo';
import { likenessOf } from '../../registries/names/families';
import { matchesOf } from '../../text/matches';
import { textBefore, textBehind } from '../../text/pieces';
import { plainName } from '../../text/plainName';
import { atLeast, lastName } from '../intent';
import type { Knowledge } from '../knowledge';
import { keyWords } from '../signatures/keys';
import type { Site } from '../site';
import { isColumnSet } from '../sqlSettings';
import { lineBefore, lineStartOf, textOf } from '../surroundings';
import {
  CODE_WITHOUT_LOADER,
  GIVEN,
  is,
  listedAs,
  mentioned,
  needing,
  type Decision,
  TO_READ,
  WITHOUT_LOADER,
  type Needs,
  type Place,
} from './place';

/**
 * Names that a program looks for, and does not ask for: in a database, in a text, on the Hub, among resources of a
 * cluster.
 */

const COMPARED = message('it is only compared with something');

/** How far before a condition the statement of SQL begins, in characters. */
const STATEMENT_REACH = 3_000;
const STATEMENT =
  /\b(?:select|update|delete\s+from|merge\s+into|(?:create|alter)\s+(?:\w+\s+){0,4}(?:view|index))\b/i;
/** What stands before the value of a column that is compared or written, up to its quote. */
const CONDITION = new RegExp(
  String.raw`(?:^|[\s(,])[\w."\x60[\]]{1,80}\s{0,20}(?:=|!=|<>|~\*?|(?:not\s+)?i?like\s|(?:not\s+)?in\s{0,5}` +
    String.raw`\((?:\s{0,20}\\?'[^'\n]{0,200}'\s{0,20},)*)\s{0,20}\\?'$`,
  'i',
);
/** The clause that a condition or an assignment is part of. */
const CLAUSE = /\b(?:where|and|or|on|having|when|set|not)\b[^;'"]*$/i;
/** The line before one that begins with a column goes on in it. */
const CLAUSE_GOES_ON = /\b(?:where|and|or|on|having|when|set|not)[\s(]*$|,$/i;

/** What a clause is told by, the strings before it left out. */
const CLAUSE_WORD = /\b(where|and|or|on|having|when|set|not|update)\b/gi;
const STRING = /'[^'\n]{0,400}'/g;

/**
 * `WHERE model = '…'`: a database is asked for what was stored. What a column for models is set to,
 * `UPDATE settings SET chat_model = '…'`, is a setting of the program like any other, and so is the value of a row
 * that is called like one; other columns store a name.
 */
export const isQueried = needing(WITHOUT_LOADER, ({ text, start, registry }) => {
  if (text.charAt(start - 1) !== "'") return undefined;
  const from = lineStartOf(text, start);
  const line = text.slice(from, start);
  const condition = CONDITION.exec(line);
  if (condition === null) return undefined;
  const before = textBefore(text, from, STATEMENT_REACH);
  const isInClause =
    CLAUSE.test(line.slice(0, condition.index + 1)) ||
    (/^[\s(]*$/.test(line.slice(0, condition.index)) && CLAUSE_GOES_ON.test(before.trimEnd()));
  const statement = `${before.slice(before.lastIndexOf(';') + 1)}${line}`;
  if (!isInClause || !STATEMENT.test(statement)) return undefined;
  if (!isAssigned(statement.slice(0, statement.length - condition[0].length + 1)))
    return listedAs(registry, COMPARED);
  const column = condition[0].split('=', 1)[0]?.match(/\w+/g)?.at(-1) ?? '';
  return isColumnSet(text, start, column) ? undefined : listedAs(registry, STORED);
});

const STORED = message('a database stores it');

/** Whether what follows in a statement is what columns are set to, and no condition. */
function isAssigned(statement: string): boolean {
  const last = [...matchesOf(statement.replace(STRING, ''), CLAUSE_WORD)].at(-1)?.[1]?.toLowerCase();
  return last === 'set' || last === 'update';
}

/** Calls of object mappers that look records up by the values that they are given. */
const LOOKUP_CALL = new RegExp(
  String.raw`(?:^|[.:>])(?:where(?:_not|Not)?|or_?where|find_by!?|filter_by|find_?one(?:_by)?|findOneBy|` +
    String.raw`findOneOrFail|exists\?|objects\.(?:filter|get|exclude)|neq?|eq)$`,
  'i',
);

/** `LlmModel.find_by(name: "…")`, `where: { model: "…" }`: records are looked up by the name. */
export const isLookedUp = needing(CODE_WITHOUT_LOADER, ({ site, registry }) => {
  const isArgument = site.call !== undefined && site.key !== '' && LOOKUP_CALL.test(site.call.callee);
  return isArgument || /^where$/i.test(site.parents[0] ?? '') ? listedAs(registry, COMPARED) : undefined;
});

/** Where a variable gets the name: `name = "…"`, also before a condition that follows. */
const MAPPED = /(?:^|[\s{;)])\$?([A-Za-z_]\w{0,80})\s{0,8}=\s{0,8}["'`]$/;
/** What is asked before it does, in the same line or the one before. */
const COMPARES = /(?:===?|\.equals\(|\beq\b|\bin\b|\bcase\b|\bwhen\b)\s{0,8}[([]?["'`]/;
/** How far behind the mapping its name is looked for, in characters, and where the function ends at the latest. */
const MAPPING_REACH = 800;
const FUNCTION_HEAD = new RegExp(
  String.raw`\n[ \t]*(?:(?:public|private|protected|static|async|export|default|override)[ \t]+)*` +
    String.raw`(?:def|func|fn|fun|function|class)\b`,
);

/**
 * A name that another is turned into so that a record or a table is looked up by it:
 * `if name == "old": name = "new"` before `Model.find_by(name: name)`. What is found there runs, if anything does.
 */
export const isMappedForLookup = needing(CODE_WITHOUT_LOADER, ({ site, registry, text, start, end }) => {
  if (site.call !== undefined) return undefined;
  const from = lineStartOf(text, start);
  const [, variable = ''] = MAPPED.exec(text.slice(from, start)) ?? [];
  if (variable === '') return undefined;
  const lines = text.slice(
    lineStartOf(text, Math.max(0, from - 1)),
    text.indexOf('\n', end) + 1 || text.length,
  );
  if (!COMPARES.test(lines)) return undefined;
  const rest = textBehind(text, end, MAPPING_REACH).split(FUNCTION_HEAD, 1)[0] ?? '';
  const places = readsOf(variable, rest.slice(rest.indexOf('\n') + 1));
  return places.length > 0 && places.every(isLookup) ? listedAs(registry, COMPARED) : undefined;
});

/** What stands before and behind each place where a variable is read; where it is a key or is set, it is not. */
function readsOf(
  variable: string,
  text: string,
): readonly { readonly before: string; readonly behind: string }[] {
  return [...text.matchAll(new RegExp(String.raw`(?<![\w.$])\$?${variable}(?!\w)`, 'g'))]
    .map(({ index, 0: { length } }) => ({
      before: text.slice(lineStartOf(text, index), index),
      behind: textBehind(text, index + length, 40),
    }))
    .filter(({ behind }) => !/^\s{0,8}(?::(?!:)|=(?!=))/.test(behind));
}

const OPEN_CALL =
  /([\w.:!?]{1,80})\(\s{0,8}(?:[^()]{0,120}[,{]\s{0,8})?(?:\w{1,80}\s{0,8}(?::|=>?)\s{0,8})?$/;
const TABLE_CALL = /(?:^|[.:>])(?:get|fetch|dig|find|lookup|containsKey|has|includes?|key\?|has_key\?)$/;

/** `TABLE[name]`, `table.get(name)`, `where(name: name)`, `name == "…"` */
function isLookup({ before, behind }: { readonly before: string; readonly behind: string }): boolean {
  if (/^\s{0,8}(?:[!=]==?|\.equals)/.test(behind) || /[!=]==?\s{0,8}$/.test(before)) return true;
  if (/[\w)\]]\[\s{0,8}$/.test(before) && /^\s{0,8}\]/.test(behind)) return true;
  const [, callee = ''] = OPEN_CALL.exec(before) ?? [];
  return LOOKUP_CALL.test(callee) || TABLE_CALL.test(callee);
}

const USED = /^(?:(?:llm )?model(?: name| id)? used|used (?:llm )?model(?: name| id)?)$/;
const RECORDED: Needs = { loader: false, key: (key) => USED.test(keyWords(key).join(' ')) };
/** A variable that is given the name, which a call may get from it. */
const VARIABLE = /^\s*(?:(?:const|let|var|val|final|string)\s+)?\$?\w+\s*(?::\s*\w+\s*)?:?=\s*["'`]$/i;
/** What the settings of a program call it: a variable of its environment, or the model that is to be used. */
const TO_USE = /^(?:[A-Z][A-Z\d_]*|used?[_-]?(?:llm|model|[A-Z]).*)$/;
/** What a record says of what was made, when, by whom and at what cost. */
const OF_RESULT = new RegExp(
  String.raw`(?<![\w-])["']?(?:\w{0,40}_)?(?:outputs?|responses?|results?|answers?|completions?|scores?|usage|costs?|` +
    String.raw`tokens|duration\w*|latency\w*|elapsed\w*|time|timestamp|created\w*|date|at|status|success|error|id|` +
    String.raw`summary|content|text)["']?\s{0,8}(?:=>|[:=])`,
  'i',
);

/**
 * `model_used: "…"`: a record says which model made something. What makes it gets the name from elsewhere. `USED_MODEL`
 * and `used_model` beside nothing that was made are settings.
 */
export const isRecorded = needing(RECORDED, ({ site, registry, text, start }, around) => {
  if (site.call === undefined && VARIABLE.test(lineBefore(text, start))) return undefined;
  const isSetting =
    site.call === undefined &&
    site.where !== 'code' &&
    TO_USE.test(site.key) &&
    !OF_RESULT.test(textOf(text, around().own));
  return isSetting ? undefined : listedAs(registry, message('it is in a record of results'));
});

/** Calls that take a pattern, or a part of a text that they look for. */
const PATTERN_CALL = new RegExp(
  String.raw`(?:^|[.:>])(?:(?:re|regex|regexp|pattern)(?:\.|::)(?:search|(?:full)?match(?:es|string)?|` +
    String.raw`compile|find(?:all|iter)|subn?|split|test|mustcompile|new|ismatch|replace|quote)|regex|regexp|` +
    String.raw`nsregularexpression|preg_(?:match|replace)(?:_all|_callback)?|regexp_(?:matches|like|replace)|` +
    String.raw`str_(?:contains|starts_with|ends_with)|` +
    String.raw`includes|contains|contains(?:_any|ignorecase|string)|include\?|match\?|matches|(?:starts|ends|` +
    String.raw`start|end)_?with\??|has(?:prefix|suffix)|fnmatch(?:case)?|to_?regex|string_contains)$`,
  'i',
);
/** Before a literal between slashes that is a pattern: `name =~ /…/`, `.match(/…/`, `.test(`. */
const PATTERN_LITERAL = new RegExp(
  String.raw`(?:=~|!~|~=|\b(?:match\??|search|replace|split)\(|\bwhen|[(,:=?&|])\s{0,8}\/[^/\n]{0,120}$`,
);

/** Calls that put something in the place of their first argument, and those that do in that of their second. */
const REPLACE_CALL = /(?:^|[.:>])(?:replace(?:all|first|_all)?|gsub!?|sub!?)$/i;
const REPLACE_IN_FIRST = /^(?:strings\.Replace(?:All)?|String\.replace|string\.gsub)$/;
/** Calls of the same name that move files. */
const MOVES = /^(?:os|fs|path|shutil|file)s?\b/i;

/** What is looked for, before what is put in its place. */
const REPLACED = /["'\x60]([^"'\x60\n]{2,80})["'\x60]\s{0,8},\s{0,8}["'\x60]$/;

/**
 * `name.replace("command-r", "Command R")`: what is looked for in a text to put something in its place;
 * `name.replace("gpt4", "gpt-4")`: the same name in another spelling.
 */
function isReplaced({ site: { call, key }, text, start, match }: Place): boolean {
  if (call === undefined || key !== '' || MOVES.test(call.callee) || !REPLACE_CALL.test(call.callee))
    return false;
  const place = REPLACE_IN_FIRST.test(call.callee) ? 1 : 0;
  if (call.argument !== place + 1) return call.argument === place;
  const replaced = REPLACED.exec(lineBefore(text, start))?.[1];
  return replaced !== undefined && plainName(replaced) === plainName(match.id);
}

/** `re.search(r"phi-4", name)`, `name.contains("phi-4")`, `name =~ /phi-4/`: a name is tested for a part of it. */
export const isPattern = needing(CODE_WITHOUT_LOADER, (place) => {
  const { site, registry, match, text, start, end } = place;
  if (match.evidence.startsWith('url:')) return undefined;
  const callee = site.call?.callee;
  if (isReplaced(place) || (callee !== undefined && site.key === '' && PATTERN_CALL.test(callee)))
    return listedAs(registry, COMPARED);
  const behind = textBehind(text, end, 120);
  if (/^["'`]\)?\.(?:toRegex|r)\b/.test(behind)) return listedAs(registry, COMPARED);
  const isLiteral =
    /^[^/\n]{0,100}\/[a-z]{0,4}(?![\w/])/.test(behind) &&
    PATTERN_LITERAL.test(text.slice(lineStartOf(text, start), start)) &&
    !/["'`]/.test(text.charAt(start - 1));
  return isLiteral ? listedAs(registry, COMPARED) : undefined;
});

/** The first word of a call that answers with yes or no. */
const QUESTION = /^(?:is|are|was|has|have|does|can|should|supports?|uses|matches|knows|contains)$/;
/** The same, where it is written in Ruby, Elixir or Clojure. */
const QUESTION_MARK = /\?$/;
/** Words of a question that is one about a name, whatever else it is given. */
const OF_NAME =
  /^(?:models?|llms?|capabilit(?:y|ies)|features?|available|deprecated|registered|installed|listed|supported)$/;
/** Words of one that may be about a text as well: what it is given besides tells. */
const OF_EITHER = /^(?:supports?|matches|knows|known|contains|names?|allowed|enabled|valid)$/;

/** Whether a call answers a question about what it is given: `is_reasoning_model`, `supportsVision`, `thinking?`. */
const isQuestion = memoized((callee: string): boolean => {
  const last = lastName(callee);
  const [first = '', ...further] = keyWords(last);
  return QUESTION_MARK.test(last) || (QUESTION.test(first) && (further.length > 0 || first === 'supports'));
});
const hasWord = (form: RegExp): ((callee: string) => boolean) =>
  memoized((callee) => keyWords(lastName(callee)).some((word) => form.test(word)));
const isAboutName = hasWord(OF_NAME);
const isAboutEither = hasWord(OF_EITHER);

/** A second argument that is no text which a model could be asked about: written out, a constant, what has models. */
const BESIDE_NAME = new RegExp(
  String.raw`^["'\x60]\s{0,20},\s{0,20}(?:\w{1,40}\s{0,4}[=:]\s{0,4})?(?:["'\x60\d[{(:]|` +
    String.raw`(?:[Tt]rue|[Ff]alse|None|null|nil)\b|` +
    String.raw`(?:[\w$]{1,40}(?:\.|::|->))*(?:[A-Z][A-Z\d_]{2,40}|[A-Z]\w{0,40}(?:\.|::)\w{1,40}|\w{0,40}(?:models?|` +
    String.raw`llms?|names?|list|registry|catalog|config|settings|options|capabilit(?:y|ies)|features?|providers?|` +
    String.raw`users?|tenants?|plans?|regions?|tiers?))\s{0,8}[,)])`,
);
const LONGEST_BESIDE = 160;

/** An argument that is the last one. */
const CLOSES = /^["'`]\s{0,20},?\s{0,20}\)/;

/**
 * `is_reasoning_model("o3")`, `supportsVision(model: "gpt-4o")`: a question about a name. One that is asked about
 * something else may ask the model: `is_toxic(model="gpt-4o", text=text)`, `is_valid("gpt-4o", text)`.
 */
export const isAskedAbout = needing(CODE_WITHOUT_LOADER, (place) => {
  const { site, registry, text, end } = place;
  if (site.call?.argument !== 0 || !isQuestion(site.call.callee)) return undefined;
  return isOfNameAlone(site, site.call.callee, textBehind(text, end, LONGEST_BESIDE))
    ? listedAs(registry, COMPARED)
    : undefined;
});

function isOfNameAlone({ key }: Site, callee: string, behind: string): boolean {
  if (CLOSES.test(behind)) return true;
  return key === '' && (isAboutName(callee) || (isAboutEither(callee) && BESIDE_NAME.test(behind)));
}

/** Calls and classes that search a hub, of https://huggingface.co/docs/huggingface_hub and its like. */
const HUB_SEARCH =
  /(?:ModelFilter|ModelSearchArguments|(?:^|[._:])(?:list_?models|search_?models|model_search))$/i;

/** What a search of the Hub is narrowed by: part of a name, of which no repository need have it. */
export const isSearchFilter = needing(WITHOUT_LOADER, ({ site: { call } }) =>
  call !== undefined && HUB_SEARCH.test(call.callee)
    ? listedAs(undefined, message('{0} loads nothing', lastName(call.callee)))
    : undefined,
);

/** How resources of Kubernetes, and what is shaped like them, point to each other: `modelConfigRef: namespace/name`. */
const OBJECT_REF = /(?:^| )(?:ref|refs|reference)$/;
const OBJECT_NAME = /^name(?:space)?$/;

/** A key that points to a resource, or its own in what points to one, and what texts on resources of a cluster have. */
const REFERENCE: Needs = {
  loader: false,
  words: ['namespace', 'apiversion', 'kubernetes', 'secretref', 'apikeysecret'],
  key: (key) => OBJECT_REF.test(keyWords(key).join(' ')) || OBJECT_NAME.test(key),
};

/** A resource of a cluster that is pointed to: its name is chosen by its owner. */
export const isObjectReference = needing(REFERENCE, ({ site, match, knowledge, text, start, end }) => {
  if (match.evidence.startsWith('url:')) return undefined;
  const isRef =
    OBJECT_REF.test(keyWords(site.key).join(' ')) ||
    (OBJECT_NAME.test(site.key) && OBJECT_REF.test(keyWords(site.parents[0] ?? '').join(' ')));
  return isRef && !knowledge.knows(text.slice(start, end)) ? mentioned(undefined, GIVEN) : undefined;
});

/** A text has resources, as YAML or as objects of code, or a client that gets them. */
const RESOURCE: Needs = { loader: false, words: ['apiversion', 'api_version'] };
/** Blocks of a resource that say how it is called and found, and hold no slash in their values. */
const LABELS = /^(?:labels|matchlabels|selector|annotations|nodeselector|podlabels|commonlabels)$/i;
/** A key of them: with the domain of who has defined it. */
const LABEL_KEY = /^[a-z\d](?:[a-z\d-]{0,62}\.){1,8}[a-z]{2,24}\/[\w.-]{1,63}$/;

/**
 * The name or the label of a resource of a cluster: its owner chooses it, and what it runs stands in its specification
 * (https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/). Clients of a cluster write it as an
 * object of code, and ask for it by its name and namespace.
 */
export const isClusterName = needing(RESOURCE, ({ site, match, text, start, end, knowledge }, around) => {
  if (match.evidence.startsWith('url:') || !KIND.some((mark) => knowledge.mentions(mark))) return undefined;
  if (text.slice(start, end).includes('/')) return undefined;
  const [parent = ''] = site.parents;
  const isAsked = (): boolean => site.where === 'code' && NAMESPACE.test(textOf(text, around().own));
  const isName = site.key === 'name' && (parent === 'metadata' || isAsked());
  const isLabel = LABELS.test(parent) || LABEL_KEY.test(site.key);
  return isName || isLabel ? mentioned(undefined, GIVEN) : undefined;
});

const KIND = ['kind:', 'kind":', "kind':", 'kind='];
/** The namespace that a resource is looked for in. */
const NAMESPACE = /\bnamespace\s{0,4}[:=]/;

/** What only texts say that describe the tables of a warehouse. */
const DESCRIBES_TABLES: Needs = {
  where: ['config'],
  loader: false,
  words: ['columns:', 'materialized', 'data_tests:'],
  key: is(/^name$/),
};
/** https://docs.getdbt.com/reference/model-properties */
const VERSION_OF_DBT = /^version:[ \t]*2\b/m;
const MODELS_OF_DBT = /^models:[ \t]*$/m;
/** Asked one after the other: an expression for both would look for the second from each place of the first. */
const describesModels = perObject(
  ({ text }: Knowledge) => VERSION_OF_DBT.test(text) && MODELS_OF_DBT.test(text),
);

/** The name of a table that dbt makes, which it calls a model. */
export const isTableOfDbt = needing(DESCRIBES_TABLES, ({ site, knowledge }) =>
  site.parents[0] === 'models' && describesModels(knowledge) ? mentioned(undefined, GIVEN) : undefined,
);

/** What is said of a thing that is sold, and of no model of language. */
const GOODS = new RegExp(
  String.raw`(?:^|[\s{,(<"'])(?:maker?|manufacturer|brand|watt(?:s|age)?|sku|serial(?:[-_]?n\w{1,6})?|mileage|` +
    String.raw`voltage|warranty|horse[-_]?power|vin|ean|gtin)["']?\s{0,8}(?:=>|[:=>])`,
  'i',
);
/** A name that people give to things, too. */
const SHORT = /^(?:o\d|[a-z]+)$/i;

/** What is said of a model that is asked, and of no thing. */
const OF_REQUEST = new RegExp(
  String.raw`(?<![\w-])["']?(?:(?:llm_?|ai_?)?provider|(?:system_?)?prompt\w{0,20}|instructions?|messages|` +
    String.raw`temperature|top_?p|max_?(?:completion_?|output_?)?tokens|reasoning\w{0,20}|api_?key|base_?url|tools)` +
    String.raw`["']?\s{0,8}(?:=>|[:=])`,
  'i',
);
/** A request that gets its model from a record: `model=cfg["model"], messages=`, `{ model: settings.model, input }`. */
const ASKED_OF_RECORD = new RegExp(
  String.raw`(?<![\w.])model["']?\s{0,4}(?:=>|[=:])\s{0,4}(?:\$?[A-Za-z_][\w$]{0,40}(?:\.|->)){0,3}` +
    String.raw`\$?[A-Za-z_][\w$]{0,40}(?:\.|->|\[:?["']?|\.get\(["'])model\b` +
    String.raw`[^;]{0,80}\b(?:messages|input|prompt|contents)\b`,
);
const asksOfRecord = perObject(({ text }: Knowledge) => ASKED_OF_RECORD.test(text));

/** `{ brand: "Nordhell", model: "o1", watt: 6 }`: the type of a lamp, a phone or a car. */
export const isOfGoods = needing(
  { loader: false, key: is(/^model(?:_?(?:name|no|number))?$/i) },
  ({ text, start, end, knowledge }, around) => {
    if (!SHORT.test(text.slice(start, end))) return undefined;
    const own = textOf(text, around().own);
    return GOODS.test(own) && !OF_REQUEST.test(own) && !asksOfRecord(knowledge)
      ? mentioned(undefined, message('it is the type of a thing that is sold'))
      : undefined;
  },
);

/** `DOCKER_HUB_REPO_WHISPER`, a name for images wherever it stands. */
const OF_DOCKER = /^docker_?hub_?(?:repo|repository|image)(?:_\w+)?$/i;
const OTHER_NAMES: Needs = {
  where: ['config', 'code'],
  loader: false,
  key: is(
    new RegExp(
      String.raw`^(?:\w+_)?image_?(?:name|repo|repository)$|^(?:save|output)_?name$|^repository$|${OF_DOCKER.source}`,
      'i',
    ),
  ),
};
const MANIFEST = /(?:^|\/)(?:package|bower|deno|jsr)\.json$/;

/**
 * What is only called like a repository of models: a container image, what a training saves, the code of a package
 * (https://docs.npmjs.com/cli/configuring-npm/package-json#repository).
 */
export const isOtherName = needing(OTHER_NAMES, ({ registry, site, knowledge: { path } }) => {
  const isOther =
    OF_DOCKER.test(site.key) ||
    (site.where === 'config' && (site.key.toLowerCase() !== 'repository' || MANIFEST.test(path)));
  return registry === 'huggingface' && isOther ? mentioned(undefined, GIVEN) : undefined;
});

/**
 * A repository of code as package managers take it, https://docs.npmjs.com/cli/v11/configuring-npm/package-json and
 * https://nix.dev/manual/nix/latest/command-ref/new-cli/nix3-flake: `github:owner/name`. Where a model is asked for,
 * the same prefix is a provider.
 */
const FORGE = /^github:[\w.-]+\/[\w.-]/;

/** `whisper.url = "github:openai/whisper"`: the code of a project. */
export const isForge = needing({ loader: false }, ({ site, intent, text, start }) =>
  (site.where !== 'code' || /\burl$/i.test(site.key)) &&
  !atLeast(intent, 'model') &&
  FORGE.test(textBehind(text, start, LONGEST_FORGE))
    ? mentioned(undefined, TO_READ)
    : undefined,
);

const LONGEST_FORGE = 100;

const AT_FORGE: Needs = { loader: false, words: ['github.com/', 'gitlab.com/'] };

/** What keys are called that hold code and not weights. */
const OF_CODE = /engine|github|gitlab|release|binar|plugin|package|add-?on/i;
const OF_MODEL = /model|llm|embed|checkpoint|weight|rerank/i;

/** `ENGINE_REPO = "acme/engine"`, where the text has its address at GitHub: code, and no model that anybody knows. */
export const isAtForge = needing(AT_FORGE, ({ site, registry, match, knowledge }) =>
  registry === 'huggingface' &&
  OF_CODE.test(site.key) &&
  !OF_MODEL.test(site.key) &&
  knowledge.isUnknown(match.id, registry) &&
  addressesAtForges(knowledge).has(match.id.toLowerCase())
    ? mentioned(undefined, TO_READ)
    : undefined,
);

const BY_FORGE: Needs = {
  loader: false,
  words: ['api.github.com', 'gh api', 'user/starred/', '/api/v4/projects'],
};
/** What a text has that may get or name a model. */
const ANY_MODEL =
  /model|hugging|(?<![a-z])hf(?![a-z])|weights|checkpoint|llm|llama|gguf|onnx|safetensors|embedding|ollama/i;

/**
 * `repoSlug = "acme/app"` in a text that speaks to a forge and has no word of models: a repository of code.
 */
export const isOfForgeOnly = needing(BY_FORGE, ({ site, registry, match, knowledge }) =>
  registry === 'huggingface' &&
  keyWords(site.key).some((word) => /^repo(?:sitory)?$/.test(word)) &&
  knowledge.isUnknown(match.id, registry) &&
  likenessOf(match.id.slice(match.id.lastIndexOf('/') + 1)).family === '' &&
  !saysModels(knowledge)
    ? mentioned(undefined, TO_READ)
    : undefined,
);

const saysModels = perObject(({ text }: Knowledge): boolean => ANY_MODEL.test(text));

const ADDRESS_AT_FORGE = /\bgit(?:hub|lab)\.com\/([\w-]{1,80}\/[\w.-]{1,120})/gi;

/** The repositories of code that a text has the addresses of, in lower case. */
const addressesAtForges = perObject(
  ({ text }: Knowledge): ReadonlySet<string> =>
    new Set(
      Array.from(matchesOf(text, ADDRESS_AT_FORGE), ([, name = '']) =>
        name.toLowerCase().replace(/(?:\.git)?\.?$/, ''),
      ),
    ),
);

/**
 * Sets of icons, as Home Assistant and Iconify name them: https://www.home-assistant.io/docs/frontend/icons,
 * https://icon-sets.iconify.design
 */
const ICON = /^(?:mdil?|hass|phu|lucide|tabler|heroicons|material-symbols|simple-icons):[a-z][a-z\d-]*$/;

/** `"model_section": "mdi:brain"`: a picture, and no tag of a model. */
export const isIcon = needing({ where: ['config'], loader: false }, (place) => {
  const { text, start, end, registry, match, knowledge } = place;
  return ICON.test(text.slice(start, end)) && knowledge.isUnknown(match.id, registry)
    ? mentioned(undefined, GIVEN)
    : undefined;
});

/** The file that an address of a repository ends in. */
const FILE_OF_ADDRESS = /^\/resolve\/[\w./%-]{1,200}?([\w.%+-]{1,120})(?=["'\x60\s?#)\]>,;]|$)/;
/** Programs, whatever they are called: only Llamafile has weights within one. */
const PROGRAM = /(?<!\.llamafile)\.(?:exe|msi|dmg|deb|rpm|appimage|vsix)$/i;
/** Programs and archives that are made for one kind of machine: weights run on any. */
const FOR_MACHINE = new RegExp(
  String.raw`(?:linux|darwin|mac_?os|osx|windows|(?<![a-z])win(?:32|64)?|x86_64|amd64)(?![a-z])[\w.-]{0,20}` +
    String.raw`(?<=\.(?:zip|whl|7z|tar\.\w{2,3}|tgz)|^[^.]{1,80})$`,
  'i',
);

/** `…/resolve/master/ffmpeg-6.1-linux-64.zip`: a program that is kept where models are, and is called like none. */
export const isProgram = needing({ words: ['/resolve/'] }, ({ registry, match, text, end, knowledge }) => {
  // A repository that is known to be a model's keeps weights, whatever they are packed in.
  if (!match.evidence.startsWith('url:') || knowledge.knows(match.id)) return undefined;
  const file = FILE_OF_ADDRESS.exec(textBehind(text, end, 400))?.[1] ?? '';
  return PROGRAM.test(file) || (FOR_MACHINE.test(file) && likenessOf(file).family === '')
    ? mentioned(registry, message('{0} loads nothing', file))
    : undefined;
});

/** What keeps what was said with a model, and asks none: `SessionManager(Session, model="…")`. */
const KEEPER = /(?:^|\.)Session(?:Manager|Store|Pool)$/;

/** Its first argument is the class of what it keeps, and not of what is asked: `SessionPool(Chat, model="…")`. */
const OF_CLASS =
  /^\(\s{0,80}(?=[A-Z])\w{0,60}(?:Session|History|Conversation|Thread|Memory)(?:Record|Entry|Data|Model)?\s{0,8},/;
const LONGEST_CLASS = 200;

/** The model of a store of sessions, by which it counts their tokens. */
export const isOfKeeper: Decision = ({ site, registry, text, start, knowledge }) =>
  site.where === 'code' &&
  knowledge.mentions('session') &&
  KEEPER.test(site.call?.callee ?? '') &&
  knowledge.brackets
    .around(start)
    .some(({ at, mark }) => mark === '(' && OF_CLASS.test(textBehind(text, at, LONGEST_CLASS)))
    ? mentioned(registry, message('{0} loads nothing', lastName(site.call?.callee ?? '')))
    : undefined;

/** Clients' calls that ask what a model is, or delete one that was made: nothing is answered by it. */
const RESOURCE_CALL = /(?:^|\.)models\.(?:retrieve|delete|del)$/;
/** The same as a request: `DELETE https://api.openai.com/v1/models/…` with nothing behind the name. */
const RESOURCE_PATH = /\/v\d\w{0,10}\/models\/$/;

/** The address of a model as a resource, which is got or deleted. */
export const isResource = needing({ words: ['models'] }, ({ site, registry, text, start, end }) => {
  const isCalled = site.call !== undefined && RESOURCE_CALL.test(site.call.callee);
  const isAddress =
    RESOURCE_PATH.test(textBefore(text, start, 40)) &&
    /^(?:["'`\s)\]},;\\]|$)/.test(text.slice(end, end + 1));
  return isCalled || isAddress
    ? mentioned(
        registry,
        message('{0} loads nothing', isCalled ? lastName(site.call?.callee ?? '') : '/models/'),
      )
    : undefined;
});

/** Headers in which services say what answered: https://platform.openai.com/docs/api-reference/debugging-requests */
const ANSWER_HEADER =
  /^(?:x-ms-(?:served-model|deployment-name)|openai-model|x-(?:\w+-)*(?:served|used|resolved)-model(?:-\w+)?)$/i;

/** The header of an answer that says which model gave it. */
export const isOfAnswerHeader = needing({ nearestKey: is(ANSWER_HEADER) }, ({ registry }) =>
  listedAs(registry, message('it stands in a recorded answer')),
);

/**
 * A script that looks how much of a model may still be deployed, and deploys nothing:
 * https://learn.microsoft.com/cli/azure/cognitiveservices/usage
 */
const QUOTA_ASKED = 'az cognitiveservices usage list';
const DEPLOYS = /\bdeployments?\b|\bazd\b/i;
const asksQuota = perObject(
  ({ text }: Knowledge): boolean => text.includes(QUOTA_ASKED) && !DEPLOYS.test(text),
);

/** A name in a script that asks for quotas alone. */
export const isOfQuota = needing({ words: ['cognitiveservices'] }, ({ registry, knowledge }) =>
  asksQuota(knowledge) ? listedAs(registry, message('{0} loads nothing', QUOTA_ASKED)) : undefined,
);
