import { once } from '../once';
import type { Detection, ModelReference, RuntimeChoice } from '../reference';
import { IN_WORD, isWordCode } from '../text/charClass';
import { escapeRegExp } from '../text/escapeRegExp';
import { gramsOf } from '../text/grams';
import { matchesOf } from '../text/matches';
import { memoized } from '../text/memo';
import { textAround, textBefore, textBehind, textFrom } from '../text/pieces';
import { overlap, type TextRange } from '../text/range';
import { isUse, type Registry, SELF } from '../vocabulary';
import { Brackets } from './brackets';
import { Enumerations } from './enumerations';
import { type Entry, Literals } from './literals';
import { type Loop, Loops } from './loops';
import { withoutOverlaps } from './overlaps';
import { setAgain } from './setAgain';
import { isNamedAlone, isToldBySpelling, isToldByText } from './uses/nameAlone';
import { addTo } from '../text/grouped';

/*
 * An element of a list is used as it would be if it were written where a loop has its variable: so it is written
 * there, and the text is read again. The same holds for the entries of a table that is looked up, and for what a
 * function of the text gives back.
 */

/** Longest text that is read again, how often it is, and places of it that stand for elements. */
const LONGEST_TEXT = 300_000;
const MOST_ROUNDS = 4;
const MOST_USES = 300;
const LONGEST_ELEMENT = 120;

/** A place that stands for one of several texts, and these. */
interface Use {
  readonly range: TextRange;
  readonly elements: readonly TextRange[];
  /** Nothing but what the text writes can stand there. */
  readonly isWhole?: boolean;
}

/** Elements of which one tells what is done with all: those that are called alike. */
interface Kind {
  readonly first: TextRange;
  readonly all: readonly TextRange[];
}

/** A text, and how it is read with elements in the places of their names. */
interface Reading {
  readonly text: string;
  /** Its words need no quotes. */
  readonly isShell: boolean;
  /** Reads what stands at some places, which are in order, or all of a text. */
  readonly read: (text: string, places?: readonly number[]) => readonly ModelReference[];
  readonly modelOf: (id: string, registry: Registry) => string | null;
}

/** What a text names, and what it leaves to the run of a program. */
type Found = Pick<Detection, 'references' | 'runtimeChoices'>;

/** The same with the elements of its lists that are used by other names, and without choices between what it writes. */
export function unrolled({ references, runtimeChoices }: Found, reading: Reading): Found {
  const { text, isShell } = reading;
  if (text.length > LONGEST_TEXT) return { references, runtimeChoices };
  const uses = once(() => new Uses(text, isShell).all());
  const all = withElements(references, uses, reading);
  return { references: all, runtimeChoices: withoutWrittenChoices(runtimeChoices, all, uses) };
}

function withElements(
  references: readonly ModelReference[],
  usesOf: () => readonly Use[],
  { text, isShell, read, modelOf }: Reading,
): readonly ModelReference[] {
  if (!mayHold(text, references, isShell)) return references;
  const known = new Map(references.map((reference) => [reference.range.start, reference]));
  const isPlain = once(() => PLAIN_NAMES.test(text));
  const uses = usesOf().flatMap(({ range, elements }) => {
    const kinds = kindsOf(text, elements, { known, isPlain });
    return kinds.length === 0 ? [] : [{ range, kinds }];
  });
  const rounds = Math.min(MOST_ROUNDS, Math.max(0, ...uses.map(({ kinds }) => kinds.length)));
  if (rounds === 0) return references;
  const found = new Map(known);
  for (let round = 0; round < rounds; round++) {
    const written = writtenOut(text, uses, round);
    const kindOf = (reference: ModelReference): Kind | undefined =>
      isTold(reference, written.text) ? written.at(reference.range.start) : undefined;
    // Hardly any element is used: this tells it without what all other places of the text name.
    if (!read(written.text, written.places).some((reference) => kindOf(reference) !== undefined)) continue;
    for (const reference of read(written.text)) {
      const kind = kindOf(reference);
      for (const element of kind?.all ?? []) {
        const used = usedAs(reference, { text, element, kind, modelOf, before: found.get(element.start) });
        if (used !== undefined) found.set(element.start, used);
      }
    }
  }
  return withoutOverlaps(found.values());
}

/** A variable alone, as languages and shells write it. */
const VARIABLE_ALONE = /^["']?\$*\{?\w{1,80}\}?["']?$/;

/** The choices without those between elements that the text writes, and that are all used: they are no choices. */
function withoutWrittenChoices(
  choices: readonly RuntimeChoice[],
  references: readonly ModelReference[],
  usesOf: () => readonly Use[],
): readonly RuntimeChoice[] {
  if (!choices.some(({ expression }) => VARIABLE_ALONE.test(expression))) return choices;
  const used = new Set(references.filter(({ role }) => isUse(role)).map(({ range }) => range.start));
  const written = usesOf().filter(
    ({ isWhole, elements }) => isWhole === true && elements.every(({ start }) => used.has(start)),
  );
  const isWritten = ({ range, expression }: RuntimeChoice): boolean =>
    VARIABLE_ALONE.test(expression) && written.some((one) => overlap(one.range, range));
  return choices.filter((choice) => !isWritten(choice));
}

/** Loops, functions that get elements, tests that do, tables that are looked up, functions that give names back. */
const MAY_HOLD = new RegExp(
  String.raw`\b(?:for|foreach|doseq|[fF]or_?[eE]ach\w*|\w*map|\w*apply|each\w*|Select|walk|return|get|parametrize|` +
    String.raw`ValueSource)\b|[\w$]\[[\w$]|=>`,
);
const MAY_BE_ID = /["'`\s([][A-Za-z\d][\w.-]{0,60}\/[A-Za-z\d][\w.-]{0,90}["'`\s)\];]/;

function mayHold(text: string, references: readonly ModelReference[], isShell: boolean): boolean {
  const isPlain = gramsOf(text).mayHave('ollama') && PLAIN_NAMES.test(text);
  if (!isPlain && !isShell && references.length === 0 && !mayListId(text)) return false;
  const isNamed = isPlain || references.some(({ role }) => role === 'lists') || MAY_BE_ID.test(text);
  return isNamed && MAY_HOLD.test(text);
}

/** Whether an id of the Hub may be an element of a list that code writes: most stand in imports and comments. */
function mayListId(text: string): boolean {
  for (let at = text.indexOf('/'); at >= 0; at = text.indexOf('/', at + 1)) {
    if (!isIdCode(text.charCodeAt(at - 1)) || !isIdCode(text.charCodeAt(at + 1))) continue;
    let start = at - 1;
    while (isIdCode(text.charCodeAt(start - 1))) start--;
    let end = at + 1;
    while (isIdCode(text.charCodeAt(end))) end++;
    const isPath = text.charCodeAt(start - 1) === SLASH || text.charCodeAt(end) === SLASH;
    if (isPath && !SEPARATES.test(text.slice(start - 1, end))) continue;
    if (mayBeElement(text, start)) return true;
  }
  return text.includes('/') && LISTS_WORDS.test(text);
}

const SLASH = 47;
/** A word between a key and its value. */
const SEPARATES = /\bto\b/;
/** A module that is imported at the top of a text is no element of anything. */
const IMPORTED = /^(?:(?:import|export)\s|\}\s?from\s)[^=([]{0,200}$/;
/** What a key without quotes stands behind. */
const BEFORE_KEY = /(?:^|[,;([{])[[(:\s]{0,400}$/;
/** Lists of words without quotes. */
const LISTS_WORDS = /%[wi]|\bqw|~w/;

/** Whether what begins at a place may be an element, by what stands before it in its line. */
function mayBeElement(text: string, start: number): boolean {
  const from = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1;
  if (start - from > LONGEST_LINE) return true;
  const line = text.slice(from, start);
  if (IMPORTED.test(line)) return false;
  return /["'\x60]/.test(line) || BEFORE_KEY.test(line);
}

function isIdCode(code: number): boolean {
  return isWordCode(code) || code === 45 || code === 46;
}

/** An id of the Hub that may be known to nobody. */
const ID = /^[A-Za-z\d][\w.-]{0,60}\/[A-Za-z\d][\w.-]{0,90}$/;
/** Who calls models by plain words. */
const PLAIN_NAMES = /\bollama\b/i;
/** A name of one word that may be known to nobody. */
const WORD = /^[A-Za-z][\w.:-]{1,60}$/;

function kindsOf(
  text: string,
  elements: readonly TextRange[],
  {
    known,
    isPlain,
  }: {
    readonly known: ReadonlyMap<number, ModelReference>;
    /** Whether the text may call models by plain words. */
    readonly isPlain: () => boolean;
  },
): readonly Kind[] {
  const kinds = new Map<string, TextRange[]>();
  const isNamed = elements.some(({ start }) => known.has(start)) || isPlain();
  for (const element of elements) {
    const written = text.slice(element.start, element.end);
    const reference = known.get(element.start);
    const kind = reference === undefined ? kindOfUnknown(written, isNamed) : kindOfListed(reference);
    if (kind === undefined || written.length > LONGEST_ELEMENT) continue;
    addTo(kinds, kind, element);
  }
  return [...kinds.values()].flatMap((all) => (all[0] === undefined ? [] : [{ first: all[0], all }]));
}

function kindOfListed(reference: ModelReference): string | undefined {
  return isElement(reference) ? `${reference.registry} ${reference.host}` : undefined;
}

/** Whether a name may be an element of a list, as which a word of a text may be taken too: `MODELS="a b"`. */
function isElement({ role, why }: ModelReference): boolean {
  return role === 'lists' || (role === 'mentions' && isToldByText(why));
}

/** Words that are no ids are models only among others that are known. */
function kindOfUnknown(written: string, isNamed: boolean): string | undefined {
  if (ID.test(written)) return '/';
  return isNamed && WORD.test(written) ? written : undefined;
}

/** How far around a key its request is told, in characters. */
const NEAR = 300;

/** Whether the place of a name says that it is used: its spelling, which all elements have, is not enough. */
function isTold({ role, evidence: [evidence = ''], why, range }: ModelReference, text: string): boolean {
  if (!isUse(role)) return false;
  if (evidence.startsWith('key:') && role === 'loads') return !isNamedAlone(why);
  if (!evidence.startsWith('key:') && !isToldBySpelling(why)) return BY_PLACE.test(evidence);
  const isForModel = IS_MODEL.test(evidence) || MODEL_BEFORE.test(textBefore(text, range.start, LONGEST_KEY));
  return isForModel && REQUEST.test(textAround(text, range.start, range.end, NEAR));
}

const IS_MODEL = /^(?:key|call):.*(?:model|deployment)/i;
/** What sets the model of a request, where the name itself says more than its key: `.model("`, `withModel("`. */
const MODEL_BEFORE = /model(?:_?(?:id|name))?["']?\s{0,4}[(:=]\s{0,4}["'\x60]$/i;
const LONGEST_KEY = 40;
/** What a request has beside its model, and what sends one. */
const REQUEST =
  /\b(?:messages|prompt|input|contents)\b|(?:create|generat|invoke|complet|chat|embed|rerank|transcri)\w*[({]/i;
const BY_PLACE = /^(?:loader|call|command|url|form:hf)\b/;

/** What an element is, when the first of its kind is used where its variable stands. */
function usedAs(
  used: ModelReference,
  {
    text,
    element,
    kind,
    before,
    modelOf,
  }: {
    readonly text: string;
    readonly element: TextRange;
    readonly kind: Kind | undefined;
    readonly before: ModelReference | undefined;
  } & Pick<Reading, 'modelOf'>,
): ModelReference | undefined {
  const { role, host, why } = used;
  if (before !== undefined) {
    if (!isElement(before)) return undefined;
    const isAtService = before.host !== null && before.host !== SELF;
    return role !== 'calls' && isAtService ? undefined : { ...before, role, host, why };
  }
  if (element === kind?.first) return { ...used, range: element };
  const written = text.slice(element.start, element.end);
  return used.id === used.text
    ? { ...used, range: element, text: written, id: written, model: modelOf(written, used.registry) }
    : undefined;
}

/** A text with elements in the places that stand for them, and which stands where in it. */
function writtenOut(
  text: string,
  uses: readonly { readonly range: TextRange; readonly kinds: readonly Kind[] }[],
  round: number,
): {
  readonly text: string;
  readonly places: readonly number[];
  readonly at: (start: number) => Kind | undefined;
} {
  const places = new Map<number, Kind>();
  let made = '';
  let from = 0;
  for (const { range, kinds } of uses) {
    const kind = kinds[round];
    if (kind === undefined) continue;
    const added = ADDED.exec(text.slice(Math.max(from, range.start - LONGEST_SIGN), range.start))?.[0];
    made += text.slice(from, range.start - (added?.length ?? 0));
    if (added === undefined && isProperty(text, range)) made += `${text.slice(range.start, range.end)}: `;
    const quote = isInString(text, range) ? '' : (added?.charAt(0) ?? '"');
    if (added === undefined) made += quote;
    places.set(made.length, kind);
    made += `${text.slice(kind.first.start, kind.first.end)}${quote}`;
    from = range.end;
  }
  return { text: made + text.slice(from), places: [...places.keys()], at: (start) => places.get(start) };
}

/** What adds the text behind it to one: `"ollama pull " + m`. */
const ADDED = /["'`]\s{0,8}(?:\+|\.{1,2}|<>|~|&)\s{0,8}$/;
const LONGEST_SIGN = 20;

/** The short form of a property: `{ model, messages }`. */
function isProperty(text: string, { start, end }: TextRange): boolean {
  return (
    /[{,]\s*$/.test(textBefore(text, start, 40)) &&
    /^\s*[,}]/.test(textBehind(text, end, 40)) &&
    /\{[^(){}]*$/.test(textBefore(text, start, 400)) &&
    /^\w+$/.test(text.slice(start, end))
  );
}

/** How far before a place its quotes are looked for. */
const LONGEST_LINE = 400;

/** Whether a place is in a string, by the quotes before it on its line. */
function isInString(text: string, { start }: TextRange): boolean {
  let quote = '';
  for (let at = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - LONGEST_LINE); at < start; at++) {
    const char = text.charAt(at);
    if (char === '\\') at++;
    else if (char === quote) quote = '';
    else if (quote === '' && '"\'`'.includes(char)) quote = char;
  }
  return quote !== '';
}

/** Longest list that is looked at for whether it is all. */
const LONGEST_WHOLE = 2_000;
/** A list of nothing but texts, with blanks in one place only, so that it can be read in one way. */
const WRITTEN_LIST = /^[[(]\s{0,80}(?:(["'])[^"'\n]{0,200}\1\s{0,80}(?:,\s{0,80})?)+[\])]$/;
/** The variable of a shell that a loop goes over: `$MODELS`, `"${MODELS[@]}"`. */
const VARIABLE_OF_LIST = /^"?\$\{?(\w{1,60})(?:\[[@*]\])?\}?"?$/;

/** What reads variables from elsewhere, but for the environment of a program that is switched on. */
const READS_IN = new RegExp(
  String.raw`(?:^|[;&|{(]|\b(?:then|do|else))[ \t]*` +
    String.raw`(?:(?:source|\.)[ \t]+(?!\S{0,200}\/activate\b)\S|eval\b|set[ \t]+-a\b)`,
  'm',
);

/** The places of a text that stand for elements. */
class Uses {
  private readonly brackets: Brackets;
  private readonly literals: Literals;
  private readonly loops: Loops;
  private readonly enumerations: Enumerations;
  private readonly found: Use[] = [];

  constructor(
    private readonly text: string,
    private readonly isShell: boolean,
  ) {
    this.brackets = new Brackets(text);
    this.literals = new Literals(text, this.brackets, isShell);
    this.loops = new Loops(text, this.brackets);
    this.enumerations = new Enumerations(text, this.brackets);
  }

  /** In order, none within another. */
  all(): readonly Use[] {
    for (const loop of this.loops.all()) this.ofLoop(loop);
    if (!this.isShell) {
      this.lookedUp();
      this.givenBack();
    }
    return withoutOverlaps(this.found).slice(0, MOST_USES);
  }

  private ofLoop(loop: Loop): void {
    const entries = this.entriesOf(loop.list);
    if (entries.length === 0) return;
    const { start, end } = loop.list;
    const view = textFrom(this.text, start, end, 200);
    const names = namesOf(loop.pattern);
    const isWhole = names.length === 1 && this.isWhole(loop.list);
    for (const [index, { name, key }] of names.entries()) {
      const place: Position = { key, index, of: names.length, view, last: loop.last };
      for (const body of loop.bodies)
        this.inBody({ name, isWhole }, body, (access) => elementsAt(entries, place, access));
    }
  }

  /** What a loop goes over: a list that is written, or the members of an enumeration, also by another name. */
  private entriesOf(list: TextRange): readonly Entry[] {
    const written = this.literals.of(list);
    if (written.length > 0 || this.isShell) return written;
    const expression = textFrom(this.text, list.start, list.end, LONGEST_ELEMENT).trim();
    const members = this.enumerations.of(expression);
    return members.length > 0
      ? members
      : this.enumerations.of(this.literals.lineGiven(expression, list.start));
  }

  /** Whether a list is all that is gone over: it is written, or the only thing that its variable is ever given. */
  private isWhole({ start, end }: TextRange): boolean {
    const list = textFrom(this.text, start, end, LONGEST_WHOLE).trim();
    if (list.length >= LONGEST_WHOLE) return false;
    if (!this.isShell) return WRITTEN_LIST.test(list);
    if (!/[$\x60]/.test(list)) return true;
    const [, name] = VARIABLE_OF_LIST.exec(list) ?? [];
    if (name === undefined) return false;
    const given = [...matchesOf(this.text, new RegExp(String.raw`(?<![\w$]|\$\{[#!]?)${name}(?!\w)`, 'g'))];
    const value = new RegExp(
      String.raw`(?<!\bARG\s{1,8}|[\w$])${name}=("[^"$\x60]*"|'[^']*'|\([^()$\x60]*\))`,
    );
    // A file that the script reads in may set whatever it likes.
    return given.length === 1 && value.test(this.text) && !READS_IN.test(this.text);
  }

  /** Takes the places of a name in a body, with what it is asked for. */
  private inBody(
    { name, isWhole = false }: { readonly name: string; readonly isWhole?: boolean },
    { start, end }: TextRange,
    elementsOf: (access: string) => readonly TextRange[],
  ): void {
    const body = this.text.slice(start, end);
    const isSame = isWhole && !setAgain(name, this.isShell).test(body);
    const form = this.isShell ? nameInShell(name) : nameInCode(name);
    for (const { 0: written, 1: mark = '', 2: member, 3: item, index } of matchesOf(body, form)) {
      const elements = elementsOf(member ?? item ?? '');
      const range = elements.length === 0 ? undefined : this.filledAt(start + index, { written, mark });
      if (range !== undefined) this.found.push({ range, elements, isWhole: isSame });
    }
  }

  /** What is to be written over where a name stands, with the marks that fill it into a text; none in other texts. */
  private filledAt(
    at: number,
    { written, mark }: { readonly written: string; readonly mark: string },
  ): TextRange | undefined {
    const end = at + written.length;
    const isOpen = /[{(]/.test(mark);
    const isFilled = mark !== '' || /^[%$&]|^each/.test(written);
    const inText = this.isShell || isInString(this.text, { start: at, end });
    // What stands in parentheses or braces of its own is more than the name.
    if (!inText) return { start: isOpen ? at + mark.length : at, end };
    const close = isOpen ? /^\s?[})]/.exec(this.text.slice(end, end + 2))?.[0].length : 0;
    return close === undefined || !isFilled ? undefined : { start: at, end: end + close };
  }

  /** `TABLE[size]`, `TABLE.get(size)`, `TABLE["small"]`. */
  private lookedUp(): void {
    for (const { 0: written, 1: name = '', 2: index = '', 3: got = '', 4: part, index: start } of matchesOf(
      this.text,
      LOOKUP,
    )) {
      const range = { start, end: start + written.length };
      const entries = this.literals.named(name.slice(name.lastIndexOf('.') + 1), start);
      if (entries.length === 0) continue;
      const wanted = WANTED.exec(index === '' ? got : index)?.[1];
      const meant = entries.filter(
        ({ key }, number) =>
          wanted === undefined ||
          wanted === (key === undefined ? String(number) : this.text.slice(key.start, key.end)),
      );
      const elements = meant.flatMap(
        ({ value, parts }) => (part === undefined ? value : parts.get(part)) ?? [],
      );
      if (elements.length > 0 && !isInString(this.text, range)) this.found.push({ range, elements });
    }
  }

  /** `pick(size)` of a function that gives one of several texts back. */
  private givenBack(): void {
    const { text } = this;
    const given = new Map<string, readonly TextRange[]>();
    for (const { 0: head, 1: name = '', index } of matchesOf(text, FUNCTION)) {
      const elements = this.returned(this.loops.bodyBehind(index, index + head.length));
      if (elements.length > 0) given.set(name, elements);
    }
    if (given.size === 0) return;
    for (const { 0: head, 1: name = '', index } of matchesOf(text, CALL)) {
      const elements = given.get(name);
      if (elements === undefined || DECLARES.test(textBefore(text, index, 20))) continue;
      const bracket = this.brackets.openedAt(index + head.length - 1);
      if (bracket === undefined) continue;
      this.found.push({ range: { start: index, end: bracket.close + 1 }, elements });
    }
  }

  private returned({ start, end }: TextRange): readonly TextRange[] {
    const found: TextRange[] = [];
    for (const { 0: line, index } of matchesOf(this.text.slice(start, end), RETURN)) {
      const at = start + index;
      for (const { 0: written, 1: lead = '', index: from } of matchesOf(line, RETURNED)) {
        const first = at + from + lead.length + 1;
        found.push({ start: first, end: first + written.length - lead.length - 2 });
      }
      const [, table] = /^return\s+(?:\w+\.)?(\w+)(?:\[|\.get\()/.exec(line) ?? [];
      if (table !== undefined)
        found.push(...this.literals.named(table, at).flatMap(({ value }) => value ?? []));
    }
    return found;
  }
}

const NAME = String.raw`[${IN_WORD}]{1,80}`;
const LOOKUP = new RegExp(
  String.raw`(?<![${IN_WORD}.])((?:${NAME}\.){0,2}${NAME})!?` +
    String.raw`(?:\[([^[\]\n]{1,80})\]|\.(?:get|fetch|getOrDefault|at)\(([^()\n]{1,80})\))` +
    String.raw`!?(?:\[["':]?(\w{1,40})["']?\])?(?!\s{0,4}(?:=(?!=)|:=))`,
  'g',
);
/** A key that is written: `"small"`, `:small`, `1`. */
const WANTED = /^\s*["'`:]?((?<=["'`:])[^"'`]+|\d+\b)/;
const FUNCTION = new RegExp(
  String.raw`\b(?:def|function|func|fn|fun|String|string)\s(?:\([^()\n]{1,60}\)\s)?(${NAME})\s?` +
    String.raw`\([^()]{0,300}\)[^\n{}:;"'=]{0,60}`,
  'g',
);
const CALL = new RegExp(String.raw`(?<![${IN_WORD}.])(?:(?:self|this|cls)\.)?(${NAME})\(`, 'g');
const DECLARES = /\b(?:def|function|func|fn|fun|String|string)\s+$|\)\s+$/;
const RETURN = /\breturn\b[^\n]{1,300}/g;
/** A text that is given back: the first thing, or one of a choice. */
const RETURNED = /((?:return|else|\?\??|:|\bor|\|\|)[\s(&]*)(?:"[^"\s]{2,120}"|'[^'\s]{2,120}')(?!\s*\])/g;

/** What a name of the pattern of a loop stands for. */
interface Position {
  /** The key by which a record is taken apart. */
  readonly key: string | undefined;
  readonly index: number;
  readonly of: number;
  /** How the list is gone over. */
  readonly view: string;
  readonly last: Loop['last'];
}

/** The names of a pattern: `(k, v)`, `{ slot, id: name }`, `final String m`, `i, (m, n)`. */
function namesOf(pattern: string): readonly { readonly name: string; readonly key: string | undefined }[] {
  const isRecord = /^[\s(]*(?:(?:const|let|var)\s)?\{/.test(pattern);
  return pattern
    .replace(/<[^<>]*>/g, '')
    .split(',')
    .flatMap((part) => {
      const [first = '', second] = part.split(':');
      const name = lastWord((isRecord ? second : undefined) ?? first);
      return name === undefined ? [] : [{ name, key: isRecord ? lastWord(first) : undefined }];
    });
}

function lastWord(part: string): string | undefined {
  return LAST_WORD.exec(part)?.[0];
}

const LAST_WORD = new RegExp(String.raw`(?:each\.\w+|%%?\w|&1|\.x|[$@]?[${IN_WORD}]{1,60})(?=[\s)\]}|?]*$)`);

/** The places of a name, with what of it is asked for: `m`, `&m`, `${m}`, `m.id`, `m["id"]`, `pair.Key`. */
function nameForm(name: string, isShell: boolean): RegExp {
  const plain = escapeRegExp(name.replace(/^\$/, ''));
  const sign = name.startsWith('$') ? String.raw`\$` : '';
  const marks = String.raw`([#$]{0,2}[{(]\s?|\$(?=[^\s$]))?`;
  return new RegExp(
    String.raw`(?<![${IN_WORD}.]|->)` +
      (isShell && !name.startsWith('%') && !name.startsWith('each')
        ? String.raw`(\$\$?[{(]?)`
        : `[*&]*${marks}${sign}`) +
      String.raw`${plain}(?![${IN_WORD}])(?!\s?(?:=(?![=>])|:(?!:)|\())` +
      String.raw`(?:(?:\??\.|->)(\w{1,40})(?!\w)(?:\(\))?(?!\()|(?:\??\.)?\[["':]?(\w{1,40})["']?\])?`,
    'g',
  );
}

const nameInShell = memoized((name) => nameForm(name, true), 200);
const nameInCode = memoized((name) => nameForm(name, false), 200);

/** The elements that a name of a loop stands for, or a part of it. */
function elementsAt(entries: readonly Entry[], place: Position, access: string): readonly TextRange[] {
  return entries.flatMap((entry) => elementAt(entry, place, access) ?? []);
}

function elementAt(entry: Entry, place: Position, access: string): TextRange | undefined {
  const { key, value, parts } = entry;
  if (place.key !== undefined) return parts.get(place.key);
  if (access !== '') return partOf(entry, access);
  if (place.of > 1) return memberOf(entry, place);
  if (VALUES.test(place.view) || place.last === 'value') return value ?? parts.get('1');
  return key ?? value;
}

/** What a member of an element is: `m.id`, `m[0]`, `pair.Key`; or the element itself as another type. */
function partOf({ key, value, parts }: Entry, access: string): TextRange | undefined {
  const number = KEY.test(access) ? '0' : VALUE.test(access) ? '1' : access;
  if (key !== undefined && number === '0') return key;
  if (key !== undefined && number === '1') return value;
  return parts.get(access) ?? parts.get(number) ?? (PASSING.test(access) ? value : undefined);
}

/** What one of several names stands for: key or value, a part, the element beside its number. */
function memberOf({ key, value, parts }: Entry, { index, of, last, view }: Position): TextRange | undefined {
  if (key !== undefined) return index === 0 ? key : value;
  if (parts.size > 0) return parts.get(String(COUNTED.test(view) ? index - 1 : index));
  return index === (last === 'number' ? 0 : of - 1) ? value : undefined;
}

const KEY = /^(?:[kK]ey|getKey|first|Item1)$/;
const VALUE = /^(?:[vV]alue|getValue|second|Item2)$/;
const PASSING = /^(?:clone|to_string|to_owned|into|as_str|toString|strip|trim)$/;
const VALUES = /[vV]alues\b/;
const COUNTED = /\benumerate|withIndex|\.entries\(\)|Indexed|with_index/;
