import { perObject } from '../once';
import type { Bracket, Brackets } from './brackets';
import { matchesOf } from '../text/matches';
import { textBefore } from '../text/pieces';
import { keyWords } from './signatures/keys';

/** How far before its opening mark the name of a list stands, in characters. */
const REACH = 200;
/** `MODELS: Model[] =`, `var models = []Model`, `val models = listOf`, `Models { get; } =`: a name and its value. */
const DECLARED = new RegExp(
  String.raw`([A-Za-z_$][\w$]{0,80})\s{0,8}(?::[ \t]{0,4}[\w.<>[\]|,&;' ]{1,80}|\{\s{0,8}get;[^{}]{0,40}\})?\s{0,8}` +
    String.raw`:?=\s{0,40}([^=;{}"'\x60]{0,80})$`,
);
/** What may stand between a name and the opening mark of its list: a type, or what makes a list. */
const MADE = new RegExp(
  String.raw`^(?:%[wi]|&?(?:new\s{0,4})?(?:[\w.]{0,60}<[^;{}]{0,60}>|\[\w{0,20}\]\s{0,4}[&*\w.]{0,80}|` +
    String.raw`[\w.]{0,60}\[\])?\s{0,40}(?:\(\s{0,4}\))?\s{0,40}|` +
    String.raw`\s{0,4}(?:[\w.]{0,40}\.)?(?:listOf|arrayOf|asList|setOf|of|vec!|List|Seq|Array))$`,
);

/** The name that what begins at a place is declared with, `''` for none, and what makes it. */
export function declaredBefore(text: string, at: number): { readonly name: string; readonly made: string } {
  const before = textBefore(text, at, REACH);
  // Most places have something else behind the last sign, which is told without looking for a name before it.
  if (!BEHIND_SIGN.test(before.slice(before.lastIndexOf('=') + 1))) return NOTHING;
  const [, name = '', made = ''] = DECLARED.exec(before) ?? [];
  return { name, made };
}

const BEHIND_SIGN = /^\s{0,40}[^;{}"'\x60]{0,80}$/;
const NOTHING = { name: '', made: '' };

/** Whether what stands between a name and an opening mark, as `declaredBefore` tells it, makes a list. */
export function isListMade(made: string): boolean {
  return MADE.test(made);
}

/** Words that a list of models to choose from ends in, behind a word for models. */
const TAILS = new Set([
  'list',
  'lists',
  'catalog',
  'table',
  'options',
  'choices',
  'infos',
  'definitions',
  'entries',
]);
/** Words for models. */
const MODELS = new Set(['model', 'models', 'llm', 'llms']);

/**
 * The name of a list that tells models, by the name that it is declared with: `ModelList`, `KNOWN_MODELS`.
 * @param text that the list is in
 * @param bracket that the list begins with
 * @returns the name as written, or `undefined` where the list has another one or none
 */
export function nameOfModelList(text: string, { at }: Pick<Bracket, 'at'>): string | undefined {
  const { name, made } = declaredBefore(text, at);
  if (name === '' || !isListMade(made)) return undefined;
  const words = keyWords(name);
  const last = words.at(-1) ?? '';
  return last === 'models' || last === 'llms' || (TAILS.has(last) && words.some((word) => MODELS.has(word)))
    ? name
    : undefined;
}

const USED = /^(?:defaults?|active|enabled|selected|current|fallbacks?|own|my|used|test|tests)$/;

/** Whether the name of a list says that its models are used, and not offered: `defaultModels`. */
export function isOfUsed(name: string): boolean {
  return keyWords(name).some((word) => USED.test(word));
}

/** What stands before the name of what a loop goes over. */
const OVER = /(?:\b(?:in|of|range)\s|:\s)\s{0,4}(?=([A-Za-z_$][\w$]{0,80}))/g;
const LOOP = /\bfor\b[^\n;]{1,80}$/;
const LOOP_REACH = 90;

/** The names of what the loops of a text go over. */
const loopedNames = perObject((_brackets: Brackets): { names?: ReadonlySet<string> } => ({}));

/** Whether a loop of the text goes over the list: what it does with each of them, is not told by the list. */
export function isLoopedByName(text: string, brackets: Brackets, name: string): boolean {
  const known = loopedNames(brackets);
  known.names ??= new Set(
    Array.from(matchesOf(text, OVER), ({ 1: looped = '', index }) =>
      LOOP.test(textBefore(text, index, LOOP_REACH)) ? looped : '',
    ),
  );
  return known.names.has(name);
}
