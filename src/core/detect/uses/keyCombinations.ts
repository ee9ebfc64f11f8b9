import { message } from '../../message';
import { perObject } from '../../once';
import { matchesOf } from '../../text/matches';
import { calleeBefore } from '../brackets';
import { atLeast } from '../intent';
import type { Knowledge } from '../knowledge';
import { lineBefore } from '../surroundings';
import { mentioned, needing } from './place';

/** Keys that are pressed together, one of which is called like a model: Command and R. */

const SHORTCUT = /^command-r$/i;
/** Files of nothing but such keys, as editors and apps call them. */
const OF_KEYS = /(?:^|[/._-])(?:key[-_]?(?:map|bind|binding)s?|hot[-_]?keys?)(?=[/._-])/i;
const KEY = String.raw`(?:[a-z\d,./;]|f\d{1,2}|enter|escape|space|tab|up|down|left|right)`;
const HELD = String.raw`(?:command|cmd|ctrl|control|alt|option|shift|meta|super)`;
/** Combinations of what has this key, `command-q`, `command-shift-r`, and R with what other keyboards have for it. */
const COMBINATION = String.raw`(?:(?:command|cmd)-(?:${HELD}-){0,3}${KEY}|(?:ctrl|control|meta|super)-(?:shift-)?r)`;
/** Another one that is all of a value, and no model; `ctrl-c` also has a program that asks models. */
const OTHERS = new RegExp(
  String.raw`(?:["'\x60]|(?<=:[ \t]{1,20}|-[ \t]{1,8}))` +
    String.raw`(?!command-[ra](?!\w))${COMBINATION}(?:["'\x60]|(?=[ \t]*(?:\r?\n|$)))`,
  'gi',
);
/** What a program says of models, also within a word: a name of one may be meant anywhere in it. */
const OF_MODELS = /cohere|llm|model|assistant|chat|prompt|(?<![a-z])ai(?![a-z])/i;
const saysModels = perObject(({ text }: Knowledge): boolean => OF_MODELS.test(text));

/** Whether the same table, list or function has other combinations. */
function isAmongOthers(at: number, { text, brackets }: Knowledge): boolean {
  const [own] = brackets.open(at);
  const indent = indentOf(text, at);
  return [...matchesOf(text, OTHERS)].some(({ index }) => {
    const [other] = brackets.open(index);
    if (own === undefined || other === undefined) return own === other && indent === indentOf(text, index);
    return (
      own.at === other.at ||
      (own.mark === '(' && other.mark === '(' && calleeBefore(text, own) === calleeBefore(text, other))
    );
  });
}

function indentOf(text: string, at: number): number {
  return lineBefore(text, at).search(/\S|$/);
}

/** `"reload": "command-r"` among combinations of keys, where nothing speaks of models. */
export const isKeyCombination = needing(
  { where: ['config', 'code'], loader: false, words: ['command-r'] },
  ({ text, start, end, intent, knowledge }) => {
    if (!SHORTCUT.test(text.slice(start, end)) || atLeast(intent, 'model')) return undefined;
    const isOfKeys = OF_KEYS.test(knowledge.path) || isAmongOthers(start, knowledge);
    return isOfKeys && !saysModels(knowledge)
      ? mentioned(undefined, message('it is a combination of keys'))
      : undefined;
  },
);
