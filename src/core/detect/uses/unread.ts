import { message } from '../../message';
import { perObject } from '../../once';
import type { Knowledge } from '../knowledge';
import { functionAt } from '../pythonFunctions';
import { lineBefore, lineStartOf } from '../surroundings';
import { CODE_WITHOUT_LOADER, listedAs, mentioned, needing, type Needs, type Place } from './place';
import { countsTokens, ONLY_TOKENIZED, sendsAny } from './recorded';
import { textBefore, textBehind } from '../../text/pieces';
import { addTo } from '../../text/grouped';

/** Why a name that nothing reads is no use. */
export const NOT_READ = message('nothing reads it');

/** Longest text in which every place of a name is looked up, in characters. */
const LONGEST_TEXT = 500_000;

/** `clip_model = "`, `private static final String KIND = "`: a name that is given a text, alone on its line. */
const ASSIGNED = new RegExp(
  String.raw`^([ \t]*)((?:private|static|final|readonly|const|let|var|val|String|string|` +
    String.raw`str)[ \t]+)*([A-Za-z_]\w{2,80})(?:[ \t]*:[ \t]*\w{1,40})?[ \t]*=[ \t]*["']$`,
);
const WRITTEN = /^(?:[ \t]*:[ \t]*\w{1,40})?[ \t]*=(?!=)/;
/** Nothing but a comment follows the text: no comma of an enumeration, no operator. */
const STATEMENT_END = /^["'][ \t;]*(?:\r?\n|$|#|\/\/)/;
/** What reads variables without their names being written. */
export const READ_BY_NAME = ['locals(', 'globals(', 'vars(', 'eval(', 'exec('];

/** What says in the rest of a comment when, where or for what something is used all the same. */
const LIMITED =
  String.raw`(?![^\n]{0,160}\b(?:except|unless|if|when\w*|only|but(?! (?:required|needed|kept|must|has to))|outside|` +
  String.raw`apart|other than|besides|until|while|during|otherwise|on \w+(?:days?|ends?)|` +
  String.raw`in (?:dev\w*|prod\w*|staging|tests?|ci|debug|offline|local\w*|` +
  String.raw`\w{1,20} (?:env\w*|builds?|runs?|jobs?)))\b)`;

/**
 * What a comment begins with that says of the value itself that nothing uses it: with no words but those of its state
 * before, and behind it none but for a reason, or an end. `our data is never used`, `unused tokens`, `not used for
 * embeddings`, `not used as fallback` and `not used, except …` say nothing of the value, or that something uses it; of
 * a mode only what says besides that the value stands in for one: `default (not used in transcription mode)`.
 */
const UNUSED =
  String.raw`(?:[^\n]{0,60}\([ \t]{0,4})?(?:(?:this|that|it|the|its|model|value|name|setting|variable|` +
  String.raw`default|placeholder|dummy|legacy|deprecated|obsolete|old|required|reserved|kept|ignored|is|currently|` +
  String.raw`actually|now|but|so|and|todo|fixme|note)[ \t.,:;-]{1,4}){0,6}` +
  String.raw`(?:unused|(?:not|never|isn't) (?:used|called|sent)|has no effect)\b` +
  String.raw`(?=[ \t]*(?:\([^()\n]{0,160}\)[ \t]*(?=[.;!]|\*\/|$|\r?\n)|[.,;)!\u2013\u2014]|-+[ \t]|\*\/|$|\r?\n|` +
  String.raw`(?:since|because|(?:here|now|anywhere|anymore|yet|currently|at all|in this mode)` +
  String.raw`(?![ \t]+(?:for|by|as|with|in)\b)|as (?:it|this|that|we|they|there))\b|` +
  String.raw`(?<=\b(?:default|placeholder|dummy|required) \([^()\n]{0,40})in \w{1,20} mode\)))${LIMITED}`;

/** A comment behind a value says that nothing is asked by it. */
const SAID_UNUSED = new RegExp(
  String.raw`^["'\x60]?(?:[ \t]*[;,])?[ \t]*(?:#+|\/\/+|--)[ \t]*${UNUSED}`,
  'i',
);

/** The same above the value of a variable that has its name there: `- name: MODEL # not used`. */
const NAMED_UNUSED = new RegExp(
  String.raw`\bname:[ \t]*["']?[\w.-]{1,80}["']?[ \t]+#+[ \t]*${UNUSED}[^\n]{0,120}\n[ \t]*value:[ \t]*["']?$`,
  'i',
);

/** `MODEL = "`, `export const MODEL: string = "`: the name that is given a text. */
const GIVEN_TEXT = /(?<![\w.])([A-Za-z_$][\w$]{2,80})(?:[ \t]*:[ \t]*[\w.[\]]{1,40})?[ \t]*:?=[ \t]*["'`]$/;

/** A value of which its comment says that nothing asks it, and that nothing here reads: `MODEL = "…"  # unused`. */
export const isSaidUnused = needing({ where: ['code', 'config'], loader: false }, (place) => {
  const { site, registry, text, start, end } = place;
  const isSaid =
    site.call === undefined &&
    (SAID_UNUSED.test(textBehind(text, end, 200)) ||
      (site.where === 'config' && NAMED_UNUSED.test(textBefore(text, start, 300))));
  return isSaid && !isReadElsewhere(place) ? mentioned(registry, NOT_READ) : undefined;
});

/** Whether code has the name of a variable once more: something reads it, whatever is said of it. */
function isReadElsewhere({ site, text, start, knowledge }: Place): boolean {
  const [, name = ''] = (site.where === 'code' && GIVEN_TEXT.exec(lineBefore(text, start))) || [];
  return (placesOf(knowledge).get(name) ?? []).length > 1;
}

interface Variable {
  readonly name: string;
  readonly indent: string;
  /** Where it stands besides this place. */
  readonly others: readonly number[];
}

/**
 * A variable of a function, or a private constant, that nothing reads: it is written and never looked at, or written
 * again before it is, or only compared. Only what the text itself shows: other files reach neither.
 */
export const isUnread = needing(CODE_WITHOUT_LOADER, (place) => {
  const { site, registry, text, start, knowledge } = place;
  if (site.call !== undefined) return undefined;
  const variable = variableAt(place);
  if (variable === undefined) return undefined;
  const line = lineBefore(text, start);
  if (isOverwritten(place, variable) || isOfTypeOnly(place, line, variable))
    return mentioned(registry, NOT_READ);
  if (/\bprivate\b/.test(line) && variable.others.length > 0)
    return isOnlyCompared(text, variable)
      ? listedAs(registry, message('it is only compared with something'))
      : undefined;
  return isOfFunction(text, start, variable.indent) &&
    !READ_BY_NAME.some((mark) => knowledge.mentions(mark)) &&
    variable.others.every((at) => isWrite(text, at, variable.name))
    ? mentioned(registry, NOT_READ)
    : undefined;
});

/** A constant of a module that is not exported where it is declared. */
const OWN_CONSTANT = /^const\s/;
const MODULE_FILE = /\.[cm]?[jt]sx?$/i;
const MODULE = /^(?:import\s|export\s|module\.exports)|\brequire\(/m;
/** `typeof NAME` in a type, and in no condition: before the name and behind it. */
const TYPE_BEFORE = /[|&=:<,([]\s*typeof\s+$/;
const TYPE_BEHIND = /^\s*(?:[|&;,>)\]}]|\r?\n|$)(?![&|=])/;

/** A constant of a module of which only the type is used, or that says itself by its underscore that nothing is. */
function isOfTypeOnly({ text, knowledge }: Place, line: string, { name, others }: Variable): boolean {
  return (
    OWN_CONSTANT.test(line) &&
    isOfModule(knowledge.path, text) &&
    (others.length > 0 || name.startsWith('_')) &&
    others.every((at) => {
      const before = textBefore(text, at, TYPE_REACH);
      const behind = text.slice(at + name.length, at + name.length + TYPE_REACH);
      return TYPE_BEFORE.test(before) && TYPE_BEHIND.test(behind);
    })
  );
}
/** How far around a name its place in a type is looked at, in characters. */
const TYPE_REACH = 80;

function variableAt({ text, start, end, knowledge }: Place): Variable | undefined {
  if (text.length > LONGEST_TEXT) return undefined;
  const [, indent = '', , name = ''] = ASSIGNED.exec(lineBefore(text, start)) ?? [];
  if (name === '' || !STATEMENT_END.test(textBehind(text, end, 200))) return undefined;
  const own = lineStartOf(text, start);
  const innermost = knowledge.brackets.open(start)[0];
  if (innermost !== undefined && innermost.mark !== '{') return undefined;
  const others = (placesOf(knowledge).get(name) ?? []).filter((at) => at < own || at > start);
  return { name, indent, others };
}

/** Where each word of a text stands. */
export const placesOf = perObject(({ text }: Knowledge): ReadonlyMap<string, readonly number[]> => {
  const places = new Map<string, number[]>();
  for (const { 0: word, index } of text.matchAll(/[A-Za-z_]\w{2,80}/g)) {
    addTo(places, word, index);
  }
  return places;
});

/** The name is all that stands before `=` on its line. */
function isWrite(text: string, at: number, name: string): boolean {
  return (
    /^[ \t]*$/.test(lineBefore(text, at)) && WRITTEN.test(text.slice(at + name.length, at + name.length + 80))
  );
}

/** The next place is a write in the same block, which does not read it and is surely reached. */
function isOverwritten({ text, start, end }: Place, { name, indent, others }: Variable): boolean {
  const next = others.find((at) => at > start);
  if (next === undefined || !isWrite(text, next, name) || lineBefore(text, next) !== indent) return false;
  const rest = text.slice(next + name.length).split('\n', 1)[0] ?? '';
  // A value that goes on in the next lines may read the name there.
  if (new RegExp(`\\b${name}\\b`).test(rest) || /[([{\\]\s*$/.test(rest)) return false;
  const between = text.slice(text.indexOf('\n', end) + 1, next - indent.length).split('\n');
  // What is called between the two may read a variable of the module, or of the function that it is made in.
  const isReadElsewhere = others.some((at) => (indent === '' || at < start) && !isWrite(text, at, name));
  if (isReadElsewhere && between.some((line) => line.includes('('))) return false;
  return between.every(
    (line) => line.trim() === '' || (line.startsWith(indent) && !LEAVES.test(line.slice(indent.length))),
  );
}

/** Lines after which the next may not be reached, or is of another function. */
const LEAVES = new RegExp(
  String.raw`^\s*(?:return|yield|await|break|continue|raise|throw|goto|exit|sys\.exit|def|class|async|case|` +
    String.raw`default|else|elif|except|catch|finally)\b|\byield\b|\breturn\b`,
);

/** The line is in the body of a function of Python. */
function isOfFunction(text: string, start: number, indent: string): boolean {
  return indent !== '' && functionAt(text, start, indent) !== undefined;
}

/** `const used = model || `, `used := `: a variable of a function or file, perhaps with what is before its default. */
const LOCAL = new RegExp(
  String.raw`^(?:(?:[ \t]{1,80}|(?=const\s[a-z]))(?:const|let|var|val|final|String|string)[ \t]+(?:\w{1,40}[ \t]+)?` +
    String.raw`([A-Za-z_]\w{2,80})[ \t]*(?::[ \t]*\w{1,40}[ \t]*)?=|[ \t]{1,80}([a-z]\w{2,80})[ \t]*:=)` +
    String.raw`[^=;"'\x60]{0,120}$`,
);

/** The name of the variable that a line gives what stands behind it. */
function localOf(before: string): string | undefined {
  const [, declared, short] = LOCAL.exec(before) ?? [];
  return declared ?? short;
}

/** What only asks what a model can do, before the name of the variable. */
const ABILITY = /\b(\w{0,60}[sS]upports?[A-Z_]?\w{0,60}|has(?:[A-Z]\w{0,40})?Capabilit(?:y|ies))\(\s{0,20}$/;
/** A place in a sentence for people, before the name of the variable. */
const SENTENCE = /["'`][^"'`]*[a-z)] [^"'`]*\{$/i;

/** `name = `: a variable of a function of Python, perhaps with what comes before its default. */
const LOCAL_OF_PYTHON = /^[ \t]{1,80}([a-z_]\w{2,80})[ \t]*(?::[ \t]*\w{1,40}[ \t]*)?=[^=;"'\x60]{0,120}$/;
/** The call that a variable is the first argument of, before its name. */
const GIVEN_TO = /([\w.:]{1,80})\(\s{0,20}&?$/;
const OPENING_QUOTE = /["'\x60]$/;

const OF_TOKENIZERS: Needs = { ...CODE_WITHOUT_LOADER, words: ['token', 'encod'] };

/** `const counted = known ? model : "gpt-4o"; encoding_for_model(counted)`: a tokenizer alone gets the name. */
export const isOnlyTokenized = needing(OF_TOKENIZERS, ({ site, text, start, registry, knowledge }) =>
  site.call === undefined && isVariableCounted(knowledge, text, start)
    ? listedAs(registry, ONLY_TOKENIZED)
    : undefined,
);

/** Whether a tokenizer alone gets the variable that is given the value which begins at a place. */
function isVariableCounted(knowledge: Knowledge, text: string, start: number): boolean {
  const before = lineBefore(text, start).replace(OPENING_QUOTE, '');
  const local = localOf(before);
  const name = local ?? LOCAL_OF_PYTHON.exec(before)?.[1];
  if (name === undefined || !isOfFileAlone(before, name, knowledge)) return false;
  const own = lineStartOf(text, start);
  const scope = local === undefined ? functionAt(text, start, /^[ \t]*/.exec(before)?.[0] ?? '') : undefined;
  const others = (placesOf(knowledge).get(name) ?? []).filter(
    (at) =>
      (at < own || at > start) &&
      (scope === undefined || (at > scope.start && at < scope.end && !isOfObject(text, at))),
  );
  const isHarmless = (at: number): boolean => scope !== undefined && isSetOrCompared(text, at, name);
  return (
    others.some((at) => isGivenToCounter(text, at)) &&
    others.every((at) => isGivenToCounter(text, at) || isHarmless(at))
  );
}

/** What stands at a place is the first argument of what makes a tokenizer or counts. */
function isGivenToCounter(text: string, at: number): boolean {
  return countsTokens(GIVEN_TO.exec(textBefore(text, at, CALL_REACH))?.[1] ?? '');
}

/** What a function gives back, up to its quote or the module of a constant. */
const GIVEN_BACK = /\breturn\s{1,4}(?:["'\x60]|(?:[A-Za-z_]\w{0,40}\.){1,3})$/;
/** The head of a function that gets a value, with what says whose it is, up to what opens its body. */
const FUNCTION_HEAD = new RegExp(
  String.raw`(?:^|\n)([^\n]{0,60}?)\b(?:func|function|fn|fun)\s{1,4}(?:\([^()\n]{1,60}\)\s)?(\w{3,80})` +
    String.raw`\(\s{0,40}\w[^{};]{0,300}$`,
);
const HEAD_REACH = 400;

/**
 * `function known(model) { … return "gpt-4" }` of which the text gives what it gets back to a tokenizer alone, where it
 * asks nobody, and other files see no such function.
 */
export const isGivenBackToTokenizer = needing(OF_TOKENIZERS, ({ site, text, start, registry, knowledge }) => {
  if (site.call !== undefined || text.length > LONGEST_TEXT) return undefined;
  if (!GIVEN_BACK.test(lineBefore(text, start)) || sendsAny(knowledge)) return undefined;
  const name = ownFunctionAround(knowledge, text, start);
  if (name === undefined) return undefined;
  const [, ...calls] = placesOf(knowledge).get(name) ?? [];
  const isCounted = (at: number): boolean =>
    /^\s?\(/.test(textBehind(text, at + name.length, 2)) &&
    (isGivenToCounter(text, at) || isVariableCounted(knowledge, text, at));
  return calls.length > 0 && calls.every(isCounted) ? listedAs(registry, ONLY_TOKENIZED) : undefined;
});

/** Where a function is of its file alone unless it is offered; elsewhere only where it is said to be. */
const OF_MODULES = /\.(?:[cm]?[jt]sx?|vue|svelte|astro|rs|zig)$/i;
const OFFERED = /\b(?:export|pub|public)\b/;
const KEPT = /\b(?:private|fileprivate|local)\b/;

/**
 * The name of the function in whose braces a place is, where it gets a value and no other file sees it: Go's small
 * letters, whatever the name says, and what Kotlin and Swift say nothing of, are seen in the other files of the
 * package.
 */
function ownFunctionAround({ brackets, path }: Knowledge, text: string, start: number): string | undefined {
  for (const { mark, at } of brackets.open(start)) {
    if (mark !== '{') continue;
    const [, modifiers = '', name = ''] = FUNCTION_HEAD.exec(textBefore(text, at, HEAD_REACH)) ?? [];
    if (name === '') continue;
    const isKept = OF_MODULES.test(path) ? !OFFERED.test(modifiers) : KEPT.test(modifiers);
    return isKept ? name : undefined;
  }
  return undefined;
}

/** Whether no other file reads a variable: it is one of a function, or a constant by its language or its name. */
function isOfFileAlone(before: string, name: string, { path, text }: Knowledge): boolean {
  if (text.length > LONGEST_TEXT) return false;
  return !before.startsWith('const') || isOfModule(path, text) || /vocab|encod|token/i.test(name);
}

function isOfModule(path: string, text: string): boolean {
  return MODULE_FILE.test(path) && MODULE.test(text);
}

/** `self.model`: an attribute of that name. */
function isOfObject(text: string, at: number): boolean {
  return text.charAt(at - 1) === '.';
}

/** `url, model = text.split(",")`, `model = model.strip()`, `if model in KNOWN`: nothing gets what it has. */
function isSetOrCompared(text: string, at: number, name: string): boolean {
  const before = lineBefore(text, at);
  const behind = text.slice(at + name.length, at + name.length + CALL_REACH).split('\n', 1)[0] ?? '';
  return (
    (/^[ \t]*(?:\w+,[ \t]*)*$/.test(before) &&
      /^(?:,[ \t]*\w+)*[ \t]*(?::[ \t]*\w+[ \t]*)?=(?!=)/.test(behind)) ||
    (new RegExp(String.raw`^[ \t]*${name}[ \t]*=[ \t]*$`).test(before) && /^\.\w+\(\)\s*$/.test(behind)) ||
    /^\s*(?:[!=]=|(?:not\s+)?in\b)/.test(behind)
  );
}

/** The Hub's own interface, which tells of a repository: https://huggingface.co/docs/hub/api */
const HUB_API = 'huggingface.co/api/models/';
const FILLED_IN_API = /huggingface\.co\/api\/models\/\$?\{$/;

/** `f"https://huggingface.co/api/models/{REPO}/tree/main"`: the Hub is only asked what a repository has. */
export const isOnlyToldOf = needing(
  { ...CODE_WITHOUT_LOADER, words: [HUB_API] },
  ({ site, text, start, registry, knowledge }) => {
    if (site.call !== undefined || site.key === '' || text.length > LONGEST_TEXT) return undefined;
    const own = lineStartOf(text, start);
    const others = (placesOf(knowledge).get(site.key) ?? []).filter((at) => at < own || at > start);
    return others.length > 0 && others.every((at) => FILLED_IN_API.test(lineBefore(text, at)))
      ? listedAs(registry, message('{0} loads nothing', HUB_API))
      : undefined;
  },
);

/** How far before a variable the name of the call begins that gets it, in characters. */
const CALL_REACH = 120;

/**
 * `const used = model || "gpt-4o"; if (!supportsVision(used)) throw …`: a default of which is only asked what it can
 * do, and which is said in a message. What is sent is chosen elsewhere.
 */
export const isOnlyAskedFor = needing(
  { ...CODE_WITHOUT_LOADER, words: ['support', 'capabilit'] },
  ({ site, text, start, knowledge }) => {
    const name = localOf(lineBefore(text, start).replace(OPENING_QUOTE, ''));
    if (site.call !== undefined || name === undefined || text.length > LONGEST_TEXT) return undefined;
    const own = lineStartOf(text, start);
    const others = (placesOf(knowledge).get(name) ?? [])
      .filter((at) => at < own || at > start)
      .map((at) => lineBefore(text, at));
    const [ability] = others.flatMap((line) => ABILITY.exec(line)?.[1] ?? []);
    return ability !== undefined && others.every((line) => ABILITY.test(line) || SENTENCE.test(line))
      ? listedAs(undefined, message('{0} loads nothing', ability))
      : undefined;
  },
);

/** Every other place compares it or says it in an error, and one compares. */
function isOnlyCompared(text: string, { name, others }: Variable): boolean {
  const comparing = others.map((at) => {
    const before = lineBefore(text, at);
    const behind = text.slice(at + name.length, at + name.length + 40);
    const compares =
      /^\s*(?:[!=]==?|\.equals(?:IgnoreCase)?\()/.test(behind) ||
      /(?:[!=]==?\s*|\.equals(?:IgnoreCase)?\(\s*(?:this\.)?)$/.test(before);
    return compares ? 'compares' : /\b(?:throw|raise)\b/.test(before) ? 'tells' : 'reads';
  });
  return comparing.includes('compares') && !comparing.includes('reads');
}
