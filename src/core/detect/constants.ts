import { likenessOf } from '../registries/names/families';
import type { Bracket } from './brackets';
import { lineBefore, signBefore } from './surroundings';
import { textBefore } from '../text/pieces';
import { plainName } from '../text/plainName';
import { matchesOf } from '../text/matches';
import type { Site } from './site';

/** A value, and what names it there. */
export interface NamedValue {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly site: Site;
  readonly id: string;
}

/** Words of constants that say what a model is for, so that its name is more than a name for the value. */
const ROLES = new RegExp(
  String.raw`default|current|active|selected|primary|main|fallback|chosen|` +
    String.raw`(?:^|[a-z_.-])models?_?(?:id|name)?$|(?:^|[a-z\d_.-])deployments?_?(?:id|name)?$`,
  'i',
);
/** Words of constants that say whose model, or that it is one. */
const KINDS: ReadonlySet<string> = new Set(
  (
    'model models openai open ai anthropic azure bedrock google vertex aws mistral chat dot name id ' +
    'v prefix the llm engine k'
  ).split(' '),
);
/** Words of names that say a kind or a size: alone they say no model. */
const SIZES: ReadonlySet<string> = new Set(
  (
    'embedding embed large small medium mini nano micro tiny base turbo flash lite pro fast vision ' +
    'audio image text code chat instruct latest preview search realtime reasoner reasoning speech'
  ).split(' '),
);

/**
 * `GPT_4O = "gpt-4o"`, `Claude3Opus: 'claude-3-opus-20240229'`, `GPT_4_O("gpt-4o")`: a constant called like the
 * model. What a constant is for (`DEFAULT_MODEL`) is no such name.
 */
export function isNamedLike(value: NamedValue): boolean {
  return namesOf(value).some((name) => isOwnName(name) && isCalledLike(name, value.id));
}

/** `case object Gpt4o extends Model("gpt-4o")`: a member that is called like the model, whatever its type is called. */
export function isMemberNamedLike({ text, start, id }: Pick<NamedValue, 'text' | 'start' | 'id'>): boolean {
  const name = SUBTYPE.exec(lineBefore(text, start))?.[1];
  return name !== undefined && isCalledLike(name, id);
}

/** A name of a constant's own: not its role, and no key of records. */
function isOwnName(name: string): boolean {
  return name !== '' && !FIELDS.has(name) && !ROLES.test(name);
}

const FIELDS: ReadonlySet<string> = new Set([
  'id',
  'name',
  'model',
  'value',
  'key',
  'label',
  'slug',
  'title',
]);

function namesOf(value: NamedValue): readonly string[] {
  const { text, start, site } = value;
  const declared = site.where === 'code' ? declaredBefore(text, start) : [];
  if (site.call !== undefined && site.key === '')
    return site.call.argument === 0 && /^[A-Z]/.test(site.call.callee)
      ? [...declared, lastPart(site.call.callee)]
      : declared;
  return [...declared, lastPart(site.key), keyBefore(text, start)];
}

/** How far before a value its key is looked for, with what stands before that, in characters. */
const LONGEST_KEY = 200;
/** Behind a question mark the first of two values stands, and no key: `small ? 'o4-mini' : '…'`. */
const NO_CHOICE = String.raw`(?<!\?\s{0,80})`;
const KEY_BEFORE = new RegExp(
  String.raw`${NO_CHOICE}["'\x60]([^"'\x60\n]{2,80})["'\x60]\s{0,20}(?::|=>)\s{0,20}["'\x60]$`,
);

/** `'o4-mini': '…'`: the key as written, where it is a string. */
function keyBefore(text: string, start: number): string {
  if (!QUOTES.has(text.charAt(start - 1))) return '';
  const key = KEY_BEFORE.exec(textBefore(text, start, LONGEST_KEY));
  return key?.[1] === undefined ? '' : key[1].slice(key[1].lastIndexOf('/') + 1);
}

function lastPart(name: string): string {
  return name.split(/[^\w-]/).at(-1) ?? '';
}

/** What gives a name to the value that follows: `ModelGPT4o ModelName =`, `modelName GPT4o =`. */
const TYPED = new RegExp(
  String.raw`^\s*(?:const\s+)?(?!(?:const|val|var|let|static|final|public|private|readonly|def|set|` +
    String.raw`export)\s)([A-Za-z_]\w*)[ \t]+([A-Za-z_][\w.]*)[ \t]*=[ \t]*["\x60]$`,
);
/** `object Gpt4o : Model("…")`, `class Gpt4o extends Model("…")` */
const SUBTYPE = /\b(?:object|class|struct)\s+(\w+)[^"'=]{0,80}\(\s*["']$/;
/** `case object Gpt4o extends Model { override def name = "…" }`, also over lines, of Scala and Kotlin. */
const OBJECT = new RegExp(
  String.raw`\bobject\s+(\w+)[^"'={}]{0,80}\{\s{0,40}(?:override\s{1,8})?(?:val|def)\s{1,8}` +
    String.raw`\w+[^"'={}\n]{0,40}=\s{0,8}["']$`,
);
/** `static readonly Model Gpt4o = new("…")`, `static Model Gpt4o => new("…")`, `static let gpt4o = Model(id: "…")`. */
const INSTANCE = new RegExp(
  String.raw`\bstatic\s[^"'=;{}\n]{0,80}?(\w+)\s{0,8}(?:\{\s?get;[^{}"']{0,20}\}\s?)?=>?\s{0,8}` +
    String.raw`(?:new\b\s?)?[\w.]{0,60}\((?:\w+:\s?)?["']$`,
);
/** `Self::Gpt4o => "…"`, `Gpt4o -> "…"`, `Gpt_4o to "…"`, `.gpt4o: return "…"`, `case GPT_4O: return "…"` */
const ARM = new RegExp(
  String.raw`(?:(?<!\w)([A-Za-z_]\w{0,80})(?:\([^()"']{0,40}\)|\{[^{}"']{0,40}\})?\s{0,20}(?:=>|->|(?<=\s)to(?=\s))|` +
    String.raw`\bcase\s+(?:[\w.]*\.)?(\w+)\s*:)\s{0,20}(?:return\s+)?["'\x60]$`,
);

const QUOTES = new Set(['"', "'", '`']);

/** How far before a value its arm begins, which may go on over lines, in characters. */
const LONGEST_ARM = 200;

/** The names that a line or an arm gives to the value behind it, the readers' own key aside. */
export function declaredBefore(text: string, start: number): readonly string[] {
  if (!QUOTES.has(text.charAt(start - 1))) return [];
  const sign = signBefore(text, start);
  const isGiven = sign === '=' || sign === '';
  const line = lineBefore(text, start);
  const arm = textBefore(text, start, LONGEST_ARM);
  const [, first, second] =
    (isGiven ? (TYPED.exec(line) ?? OBJECT.exec(arm)) : undefined) ??
    (sign === '=' ? undefined : (SUBTYPE.exec(line) ?? INSTANCE.exec(line) ?? ARM.exec(arm))) ??
    [];
  return [first, second].filter((name) => name !== undefined);
}

/**
 * How far from a constant its siblings are looked for, in characters: a note on its deprecation may stand between.
 */
const REACH = 900;
/**
 * Names and a value: `const val GPT_4O = "…"`, `object Gpt4o : Model("…")`, `modelName Gpt4o = "…"`,
 * `Self::Gpt4o => "…"`.
 */
const SIBLING = new RegExp(
  String.raw`(?<!\?\s{0,80}["'\x60])([A-Za-z_][\w.&:<> \t-]{1,80}?)` +
    String.raw`(?:["'\]]|\([^()"']{0,40}\))?[ \t]*(?::=|=>|->|[:=]|\()[ \t]*` +
    String.raw`(?:return[ \t]+)?["'\x60]([A-Za-z][\w.:/-]{1,80})["'\x60]`,
  'g',
);

/** From here on a value is more like a model than like anything else that has numbers in it. */
const LIKE_MODEL = 2;

/** Constants one beside the other, in the same block: what one of them is, all are. */
export function isAmongNamed(named: NamedValue, block: Bracket | undefined): boolean {
  if (!namesOf(named).some(isOwnName)) return false;
  const { text, start, end } = named;
  const { at, close } = block ?? { at: 0, close: text.length };
  const around = text.slice(Math.max(at, start - REACH), Math.min(close, end + REACH));
  for (const [, names = '', value = ''] of matchesOf(around, SIBLING))
    if (
      /\d/.test(value) &&
      likenessOf(value.slice(value.lastIndexOf('/') + 1)).score >= LIKE_MODEL &&
      (names.match(/\w[\w-]*/g) ?? []).some((name) => !ROLES.test(name) && isCalledLike(name, value))
    )
      return true;
  return false;
}

/** The words and numbers of a name, in lower case: `GPT4Turbo0125` → gpt, 4, turbo, 125. */
function wordsOf(name: string): readonly string[] {
  return (name.match(/[A-Z]{1,30}(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []).map((word) =>
    /^\d/.test(word) ? word.replace(/^0+(?=\d)/, '') : word.toLowerCase(),
  );
}

/**
 * Whether a name has a word of a model's own, more than whose it is, its kind or its size: `haiku`, `gemini`.
 */
export function sharesWord(name: string, id: string): boolean {
  const of = new Set(wordsOf(id.slice(id.lastIndexOf('/') + 1)));
  return wordsOf(name).some(
    (word) => /[a-z]{2}/.test(word) && of.has(word) && !KINDS.has(word) && !SIZES.has(word),
  );
}

/** Whether a constant has its name from a model's: nearly all of its words are the model's, and they tell the model. */
export function isCalledLike(name: string, id: string): boolean {
  if (name === '' || name === id) return name !== '' && /\d/.test(name);
  // A gateway's prefix says who is asked: `OLLAMA_CLOUD = "ollama_cloud::gemma3:4b"` is called like no model.
  const model = id.slice(id.lastIndexOf('/') + 1).replace(/^\w{1,40}::/, '');
  const plainId = plainName(model);
  const plainOwn = plainName(name);
  if (plainOwn.length < 2) return false;
  if (plainOwn === plainId) return true;
  const of = new Set(wordsOf(model));
  const words = wordsOf(name);
  const shared = words.filter(
    (word) => of.has(word) || (word.length >= (/\d/.test(word) ? 2 : 3) && plainId.includes(word)),
  );
  const own = words.filter((word) => !KINDS.has(word));
  const foreign = own.filter((word) => !shared.includes(word));
  if (foreign.some((word) => /\d/.test(word)) || foreign.length * 4 > own.length) return false;
  const telling = shared.filter((word) => !SIZES.has(word) && !(word.length === 1 && /[a-z]/.test(word)));
  const letters = telling.filter((word) => !/\d/.test(word));
  return letters.length > 1 || (letters.length === 1 && telling.length > 1);
}
