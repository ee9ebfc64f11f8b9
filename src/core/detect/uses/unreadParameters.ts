import { calleeBefore, type Bracket } from '../brackets';
import { textBefore, textBehind } from '../../text/pieces';
import type { TextRange } from '../../text/range';
import { perObject } from '../../once';
import type { Knowledge } from '../knowledge';
import { lineBefore } from '../surroundings';
import { makesClient } from './client/protocolClient';
import { CODE_WITHOUT_LOADER, listedAs, mentioned, needing, type Place } from './place';
import { countsTokens, makesTokenizer, ONLY_TOKENIZED } from './recorded';
import { NOT_READ, placesOf, READ_BY_NAME } from './unread';

/** A parameter with a default text, up to that: `model="`, `string model = "`, `$model = '`, `model: string = '`. */
const PARAMETER =
  /[(,]\s{0,40}(?:([\w?\\|.<>[\]]{1,40})\s{1,4})?\$?([A-Za-z_]\w{2,80})\??(?:\s?:\s?[\w<>.[\]| ?]{1,60})?\s?=\s?["'`]$/;
/** What makes a field of a parameter. */
const FIELD = /^(?:public|private|protected|internal|readonly|va[lr])$/;
/** Before the parentheses of a function's parameters: its word, or a name that is no statement's. */
const HEAD = /\b(?:def|function|fun|func)\s{1,4}\w{0,80}\s?$/;
const METHOD = /(?<!\b(?:if|while|for|switch|catch|new|class|record)\s?)\b\w{1,80}\s?$/;
/** Where a block behind a call with names for its arguments is another one. */
const TAKES_BLOCKS = /\.(?:kts?|groovy|gradle|scala|sc|swift|rb)$/;
/** What reads parameters without their names being written. */
const ALL_PARAMETERS = /\b(?:arguments|func_get_args|compact|locals|vars|eval|binding)\b/;
/** A body that others write. */
const NOTHING_DONE = /^(?:pass|\.\.\.|raise|throw)[^\n]{0,200}$|^$/;
/** How far around a parameter the others are looked at, in characters. */
const REACH = 200;

/**
 * The default of a parameter that its function does not read in a text that asks nobody, or of which it only counts
 * tokens: nobody is asked for it there.
 */
export const isUnreadParameter = needing(CODE_WITHOUT_LOADER, (place) => {
  const { registry, knowledge } = place;
  const parameter = parameterAt(place);
  if (parameter === undefined || READ_BY_NAME.some((mark) => knowledge.mentions(mark))) return undefined;
  const reads = readsOf(place, parameter);
  if (reads?.length === 0) return asksNobody(knowledge) ? mentioned(registry, NOT_READ) : undefined;
  return reads?.every((at) => isCounted(place, at)) === true ? listedAs(registry, ONLY_TOKENIZED) : undefined;
});

/** A text with neither a client nor an address that models are asked at: its functions are no unfinished requests. */
const asksNobody = perObject(
  (knowledge: Knowledge) =>
    !makesClient(knowledge) &&
    knowledge.evidence.all('addresses').length + knowledge.evidence.all('requests').length === 0,
);

interface Parameter {
  readonly name: string;
  /** The parentheses of the head. */
  readonly head: Bracket;
}

function parameterAt({ text, start, knowledge }: Place): Parameter | undefined {
  const [, type = '', name = ''] = PARAMETER.exec(textBefore(text, start, REACH)) ?? [];
  const [head] = knowledge.brackets.open(start);
  return name === '' || FIELD.test(type) || head?.mark !== '(' ? undefined : { name, head };
}

/** Where the function reads its parameter; `undefined` where that cannot be seen. */
function readsOf(place: Place, { name, head }: Parameter): readonly number[] | undefined {
  const { text, knowledge } = place;
  const body = bodyOf(place, head);
  const said = body === undefined ? '' : text.slice(body.start, body.end);
  if (body === undefined || NOTHING_DONE.test(said.trim()) || ALL_PARAMETERS.test(said)) return undefined;
  return (placesOf(knowledge).get(name) ?? []).filter(
    (at) => at > body.start && at < body.end && isRead(text, at, name),
  );
}

/** What the function does whose parameters stand in parentheses; `undefined` where there is no body to see. */
function bodyOf(place: Place, { at, close }: Bracket): TextRange | undefined {
  const {
    text,
    knowledge: { brackets, path },
  } = place;
  const before = lineBefore(text, at);
  if (!HEAD.test(before) && (TAKES_BLOCKS.test(path) || !METHOD.test(before))) return undefined;
  const behind = text.slice(close + 1, close + REACH);
  const indent = /^([ \t]*)(?:async[ \t]+)?def[ \t]/.exec(before)?.[1];
  if (indent !== undefined) return ofPython(text, { at, close, indent });
  const [open = ''] =
    /^\s{0,4}(?::\s?[\w<>.[\]|? ]{1,80}|->\s?[\w<>.[\]? ]{1,80})?\s{0,40}(?:=>\s?)?\{/.exec(behind) ?? [];
  if (open === '') return undefined;
  const start = close + 1 + open.length;
  return { start, end: brackets.open(start)[0]?.close ?? start };
}

/**
 * The lines behind a head that are farther in; none where a decorator may do more with the function, or where it goes
 * on behind its head: `def ask(model="…"): return post(model)`.
 */
function ofPython(
  text: string,
  { at, close, indent }: { readonly at: number; readonly close: number; readonly indent: string },
): TextRange | undefined {
  const above = text.slice(0, text.lastIndexOf('\n', at) + 1).trimEnd();
  if (/^[ \t]*[@)]/.test(above.slice(above.lastIndexOf('\n') + 1))) return undefined;
  const start = text.indexOf('\n', close) + 1;
  if (!/^\)[^\n#]{0,200}:[ \t]*(?:#.*)?$|^\)?[ \t\r]*$/.test(text.slice(close, start - 1))) return undefined;
  const end = new RegExp(String.raw`\n(?=[ \t]{0,${String(indent.length)}}[^\s#])`, 'g');
  end.lastIndex = start - 1;
  return start === 0 ? undefined : { start, end: end.exec(text)?.index ?? text.length };
}

/** A place of the word that is neither the name of an argument or a field, nor where it gets another value. */
function isRead(text: string, at: number, name: string): boolean {
  const behind = text.slice(at + name.length, at + name.length + 4);
  return !/(?:\.|->)$/.test(text.slice(at - 2, at)) && !/^\s?=(?![=>])/.test(behind);
}

/** How many characters behind a table that a parameter picks from tell what is done with its entry. */
const PICKED_REACH = 40;
/** What an encoding does, which nothing that is asked for an answer does. */
const ENCODES = /^\s{0,4}\.(?:en|de)code(?:_\w{1,20})?\(/i;

/** An argument of what counts, or which of several encodings does: `self.encodings[model].encode(text)`. */
function isCounted({ text, knowledge }: Place, at: number): boolean {
  const [own] = knowledge.brackets.open(at);
  if (own?.mark === '[')
    return ENCODES.test(textBehind(text, own.close + 1, PICKED_REACH)) && makesTokenizer(knowledge);
  return own?.mark === '(' && countsTokens(calleeBefore(text, own));
}
