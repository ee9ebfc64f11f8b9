import { IN_WORD, WORD_START } from '../text/charClass';
import { escapeRegExp } from '../text/escapeRegExp';
import { matchesOf } from '../text/matches';
import { memoized } from '../text/memo';
import { textBefore, textBehind } from '../text/pieces';
import { covers, type TextRange } from '../text/range';
import type { Bracket } from './brackets';
import { lastName } from './intent';
import type { Knowledge } from './knowledge';
import { isStatement } from './statements';

/**
 * Whether what a text defines under a name can be nothing else than a client that is made there: a function that may
 * also return what somebody else makes, or a table that has another client beside, leaves open who is asked.
 */

/** A name that a text defines. */
export interface Defined {
  readonly name: string;
  readonly range: TextRange;
  /** Where its value, its parameters or its body begin. */
  readonly from: number;
  readonly kind: 'class' | 'function' | 'value';
}

/** What a value is: a client that is known, nothing yet, or what may be another one. */
type Kind = 'made' | 'none' | 'other';

/** So many variables and functions are followed. */
const DEEPEST = 4;
const MOST_GIVEN = 12;
const MOST_RETURNED = 24;
const MOST_ENTRIES = 40;
const LONGEST_PATH = 160;

const LEAD = new RegExp(
  String.raw`^(?:\s+|(?:await|new|try|yield|async|lazy)(?!\w)|lambda[\w\s,=*]{0,60}:|` +
    String.raw`(?:\([^()]{0,300}\)|[A-Za-z_$]\w{0,40})\s{0,4}(?::[^=;{}()]{1,80})?=>|[(&*!]|\|\w{0,20}\|)*`,
);
const LONGEST_LEAD = 400;

/** Where the value begins behind words and marks that say nothing of what it is. */
function behindLead(text: string, at: number): number {
  return at + (LEAD.exec(textBehind(text, at, LONGEST_LEAD))?.[0].length ?? 0);
}

const PATH = new RegExp(String.raw`^[@$]?${WORD_START}[${IN_WORD}.:?]{0,120}`);
const NOTHING = /^(?:(?:None|null|nil|undefined|true|false|True|False|NULL)\b|["'\x60\d])/;
const OWN_MEMBER = /^(?:self|this|cls|globalThis|global|window|process)\??[.:]|^@/;
/** What gives back the client that it gets, by its last name; a class keeps it. */
const HANDS_ON = new RegExp(
  String.raw`^(?:[A-Z]\w*|new|patch\w*|wrap\w*|instrument\w*|observe\w*|trac(?:e|ed|ing)\w*|from_?\w*|monitor\w*|` +
    String.raw`cach\w*|memo\w*|lru_cache|retry\w*|with_?\w*|lazy\w*|once|singleton|cast|resolve|get_or_init)$`,
);
/** What may make another client, by its last name. */
const RIVAL = new RegExp(
  String.raw`[cC]onnect|[cC]lient|[mM]ake|[cC]reate|^(?:[bB]uild|[oO]pen|[gG]et|[nN]ew|[lL]oad)(?=$|_|[A-Z])|` +
    String.raw`LLM|[lL]lm|[cC]hat|[pP]rovider|[sS]ession|[fF]actory`,
);
/** A class that keeps what a client answered, or went wrong: `LlmResponseMetadata(…)`. A function may ask itself. */
const RECORD = new RegExp(
  String.raw`^_*[A-Z]\w*(?:Response|Result|Metadata|Message|Error|Exception|Usage|Event|Chunk|` +
    String.raw`Stat(?:istic)?|Record)s?$`,
);

function mayMakeClient(name: string): boolean {
  return RIVAL.test(name) && !RECORD.test(name);
}

const REQUESTS = /(?:^|\.)(?:self|this|cls|chat|completions|messages|responses|embeddings|models)\./;
const RETURNED = /(?<![\w.$])(?:return|yield)(?!\w)[ \t]*(?=[^\s;})])/g;
/** What is called, perhaps to make a client. */
export const CALL = new RegExp(String.raw`(?<![${IN_WORD}.:])(${WORD_START}[${IN_WORD}.:]{0,100})\(`, 'g');
const OTHERWISE = /^\s{0,8}(?:\?\?|\|\||\bor\b)/;

/** @param calls those that make the clients of a definition */
export function isSurelyMade(defined: Defined, calls: readonly Bracket[], knowledge: Knowledge): boolean {
  const values = new Values(defined, calls, knowledge);
  if (defined.kind === 'class') return values.areMembersMade();
  return (
    (defined.kind === 'value' ? values.kindAt(defined.from, 0) : values.returned(defined.range, 0)) === 'made'
  );
}

/** Whether the value at a place is nothing yet, or what the name had before: `client = instrument(client)`. */
export function isSameAgain(name: string, at: number, { text }: Knowledge): boolean {
  const value = textBehind(text, at, LONGEST_LEAD);
  const behind = value.slice(behindLead(value, 0));
  const [path = ''] = PATH.exec(behind) ?? [];
  if (NOTHING.test(behind) || path.startsWith(`${name}.`)) return true;
  const [given = ''] = PATH.exec(behind.slice(path.length + 1).trimStart()) ?? [];
  return given === name && HANDS_ON.test(lastName(path));
}

class Values {
  constructor(
    private readonly defined: Defined,
    private readonly calls: readonly Bracket[],
    private readonly knowledge: Knowledge,
  ) {}

  /** What the value is that begins at a place. */
  kindAt(at: number, depth: number): Kind {
    const { text, variables, brackets } = this.knowledge;
    if (depth > DEEPEST) return 'other';
    const choice = variables.choiceAt(at);
    if (choice !== undefined)
      return together([choice.yes, choice.no].map(({ start }) => this.kindAt(start, depth + 1)));
    const from = behindLead(text, at);
    const behind = textBehind(text, from, LONGEST_PATH);
    if (NOTHING.test(behind)) return 'none';
    const open = brackets.openedAt(from);
    if (open !== undefined) return this.entries(open, depth);
    const body = this.bodyOfGo(behind, from);
    if (body !== undefined) return this.returned({ start: body.at, end: body.close }, depth);
    const [path = ''] = PATH.exec(behind) ?? [];
    const call = brackets.openedAt(from + path.length);
    if (call?.mark === '(') return this.called(path, call, depth);
    if (call?.mark === '{') return this.entries(call, depth);
    return this.named(path, from, depth);
  }

  /** The body of a function without a name that begins at a place. */
  private bodyOfGo(behind: string, from: number): Bracket | undefined {
    const [head] = FUNCTION_OF_GO.exec(behind) ?? [];
    return head === undefined ? undefined : this.knowledge.brackets.openedAt(from + head.length - 1);
  }

  /** What a function may return; where it says no word for it, whether it calls nothing that may make another. */
  returned(range: TextRange, depth: number): Kind {
    const { text } = this.knowledge;
    const kinds = [...matchesOf(text.slice(range.start, range.end), RETURNED)]
      .map(({ 0: { length }, index }) => range.start + index + length)
      .filter((at) => isStatement(this.knowledge, at))
      .slice(0, MOST_RETURNED)
      .map((at) => this.kindAt(at, depth + 1));
    const kind = together(kinds);
    return kind === 'none' ? this.withoutRival(range) : kind;
  }

  /** Whether the members of a class that hold a client hold no other, and no method returns another. */
  areMembersMade(): boolean {
    const { text } = this.knowledge;
    const { range } = this.defined;
    const written = text.slice(range.start, range.end);
    const isReturned = [...matchesOf(written, RETURNED)]
      .map(({ 0: { length }, index }) => range.start + index + length)
      .filter((at) => isStatement(this.knowledge, at))
      .every((at) => !this.isRival(at) || this.kindAt(at, 1) !== 'other');
    return isReturned && this.calls.every((call) => this.isAlone(call));
  }

  /** Whether the member that a call's client is given to gets nothing else. */
  private isAlone({ at }: Bracket): boolean {
    const given = this.knowledge.variables.givenTo(at);
    if (given === undefined || given.at < this.defined.range.start) return true;
    return this.given(given.name, this.defined.range, 1) !== 'other';
  }

  /** Whether a value is the result of what may make a client, by its name. */
  private isRival(at: number): boolean {
    const { text, brackets } = this.knowledge;
    const from = behindLead(text, at);
    const [path = ''] = PATH.exec(textBehind(text, from, LONGEST_PATH)) ?? [];
    return (
      brackets.openedAt(from + path.length)?.mark === '(' &&
      !OWN_MEMBER.test(path) &&
      mayMakeClient(lastName(path))
    );
  }

  private called(path: string, call: Bracket, depth: number): Kind {
    if (this.calls.some(({ at }) => at === call.at)) return 'made';
    const isHandedOn = HANDS_ON.test(lastName(path));
    if (isHandedOn && this.calls.some(({ at }) => call.at < at && at < call.close)) return 'made';
    if (OWN_MEMBER.test(path)) return 'made';
    const { text } = this.knowledge;
    const first = textBehind(text, call.at + 1, LONGEST_PATH);
    const [given = ''] = PATH.exec(first.trimStart()) ?? [];
    return isHandedOn && given !== '' ? this.named(given, call.at + 1, depth + 1) : 'other';
  }

  /** The values of a table, or what a block returns. */
  private entries({ at, close, mark }: Bracket, depth: number): Kind {
    const { text, variables } = this.knowledge;
    const before = textBefore(text, at, 4);
    if (mark === '{' && /=>\s{0,2}$/.test(before)) return this.returned({ start: at, end: close }, depth);
    const kinds: Kind[] = [];
    for (let from = at + 1; from < close && kinds.length < MOST_ENTRIES; ) {
      const end = Math.max(variables.endOfValue(from), from);
      const entry = text.slice(from, Math.min(end, close));
      const [key = ''] = KEY.exec(entry) ?? [];
      if (entry.trim() !== '') kinds.push(this.entry(key, from + key.length, depth));
      from = end + 1;
    }
    return together(kinds);
  }

  private entry(key: string, at: number, depth: number): Kind {
    const { text } = this.knowledge;
    // `{ client, model }`: what is only handed on under its own name tells nothing.
    const kind = this.kindAt(at, depth + 1);
    const isPlain = key === '' && kind === 'other' && !/^[\s\w$.]{0,80}\(/.test(textBehind(text, at, 90));
    return isPlain ? 'none' : kind;
  }

  /** What a variable or a member holds. */
  private named(path: string, at: number, depth: number): Kind {
    const { text, brackets } = this.knowledge;
    const [open] = brackets.open(at);
    const isFirst = OTHERWISE.exec(textBehind(text, at + path.length, LONGEST_PATH));
    if (isFirst !== null)
      return together([
        /[.[]/.test(path) ? 'none' : this.named(path, at + path.length, depth + 1),
        this.kindAt(at + path.length + isFirst[0].length, depth + 1),
      ]);
    if (OWN_MEMBER.test(path)) return 'made';
    if (path === '' || open?.at === at) return this.withoutRival(this.defined.range);
    const [name = ''] = path.split(/[.:?]/, 1);
    return this.given(name, this.defined.range, depth);
  }

  /** What a name is given in a stretch of the text, or else anywhere in it. */
  private given(name: string, range: TextRange, depth: number): Kind {
    const { text, variables } = this.knowledge;
    const here = [...matchesOf(text.slice(range.start, range.end), givenTo(name))]
      .map(({ 0: { length }, index }) => range.start + index + length)
      .filter((at) => isStatement(this.knowledge, at - 1));
    const all = here.length > 0 ? here : variables.givenAnywhere(name).map(({ from }) => from);
    if (all.length === 0 || all.length > MOST_GIVEN) return 'other';
    return together(
      all.map((at) => (isSameAgain(name, at, this.knowledge) ? 'none' : this.kindAt(at, depth + 1))),
    );
  }

  private withoutRival({ start, end }: TextRange): Kind {
    const { text, brackets } = this.knowledge;
    const isRival = [...matchesOf(text.slice(start, end), CALL)].some(({ 0: all, 1: path = '', index }) => {
      const call = brackets.openedAt(start + index + all.length - 1);
      if (call === undefined || REQUESTS.test(path) || !mayMakeClient(lastName(path))) return false;
      if (lastName(path) === this.defined.name) return false;
      return !this.calls.some(
        (made) =>
          covers({ start: made.at, end: made.close + 1 }, call.at) ||
          covers({ start: call.at, end: call.close }, made.at),
      );
    });
    return isRival ? 'other' : 'made';
  }
}

/** A function without a name, up to its body. */
const FUNCTION_OF_GO = /^func\s?\([^()\n]{0,80}\)[^{}\n]{0,80}\{/;

/** The key of an entry, up to its value. */
const KEY = /^\s*(?:["'\x60]?[\w.-]{1,60}["'\x60]?|:\w{1,60}|\[[^[\]]{1,80}\])\s*(?:=>|[:=](?![:=]))\s*/;

/** What gives a name a value. */
const givenTo = memoized(
  (name: string): RegExp =>
    new RegExp(
      String.raw`(?<![\w$])(?<!(?<!self|this|cls)\.)[_$#]{0,2}${escapeRegExp(name)}(?:\s{0,4},\s{0,4}\w{1,20})?` +
        String.raw`(?:\s{0,4}:\s{0,4}[^=\n]{1,80})?\s{0,4}(?:\?\?|\|\|)?:?=(?![=>])\s{0,40}`,
      'g',
    ),
);

function together(kinds: readonly Kind[]): Kind {
  if (kinds.includes('other')) return 'other';
  return kinds.includes('made') ? 'made' : 'none';
}
