import { once, perObject } from '../once';
import { IDENTIFIER, IN_WORD, WORD_START } from '../text/charClass';
import { matchesOf } from '../text/matches';
import { addTo, grouped } from '../text/grouped';
import { textBefore, textBehind } from '../text/pieces';
import type { TextRange } from '../text/range';
import { countUpTo, lastUpTo } from '../text/sorted';
import type { Bracket, Brackets } from './brackets';
import { holds, lineBefore } from './surroundings';

/** Assignments of a text that are read, and those of one name that are looked at for one place. */
const MOST_ASSIGNED = 20_000;
const MOST_TRIED = 40;
/** Uses of one variable that are followed. */
const MOST_USES = 12;
/** Longest value of a variable, in characters. */
export const LONGEST_VALUE = 2_000;
/** How far a line is looked at for what it goes on with, and what stands before the body of a function. */
const REACH = 160;
const LONGEST_MARK = 16;
/** Branches around a place that are left. */
const MOST_BRANCHES = 8;

/** A value that a text gives a name. */
export interface Assignment {
  readonly name: string;
  readonly at: number;
  /** Where the value begins. */
  readonly from: number;
  /** The name is one of an object, or of a mapping, and not of a function. */
  readonly isMember: boolean;
  /** It is the key of an entry, which says what an object has only where nothing else does. */
  readonly isEntry: boolean;
}

/** A value that is one of two. */
export interface Choice {
  readonly condition: string;
  readonly yes: TextRange;
  readonly no: TextRange;
}

/** Who asks for a variable: where, and whether as a member of an object. */
export interface Asked {
  readonly at: number;
  readonly isMember: boolean;
  /** It is a member of the object itself, `this.model`. */
  readonly isOwn?: boolean;
  /** What another variable was given on the way to the place: what its branch gives this one belongs to it. */
  readonly beside?: Assignment | undefined;
}

/**
 * The variables of code in whatever language: what each is given, how far that reaches and where it is used. Scopes are
 * told by indentation, which every language is written with, and by braces.
 */
export class CodeVariables {
  private readonly ends = new Map<number, number>();
  private readonly bound = new Map<string, readonly Assignment[]>();
  private readonly scopes = new Map<string, ReadonlyMap<string, readonly Assignment[]>>();

  constructor(
    private readonly text: string,
    private readonly brackets: Brackets,
  ) {}

  /** What a name has at a place: the last value that the text gives it before, in the same function, class or file. */
  assignedTo(name: string, asked: Asked): Assignment | undefined {
    const beside = asked.beside && this.givenWith(asked.beside, name, asked);
    if (beside !== undefined) return beside;
    const { all, ofStatements } = this.byName();
    const own = asked.isOwn === true ? this.lastOf(ofStatements.get(name) ?? NOT_GIVEN, asked) : undefined;
    return own ?? this.lastOf(all.get(name) ?? NOT_GIVEN, asked);
  }

  private lastOf(all: readonly Assignment[], { at, isMember }: Asked): Assignment | undefined {
    const count = countUpTo(all, at - 1, (one) => one.at);
    const isOfIt = (one: Assignment): boolean =>
      one.isMember ? isMember && this.isSameClass(one.at, at) : this.isInScope(one, at);
    const before = all.slice(Math.max(0, count - MOST_TRIED), count).findLast(isOfIt);
    if (before !== undefined || !isMember) return before;
    const behind = all[count];
    return behind !== undefined && this.isSameClass(at, behind.at) ? behind : undefined;
  }

  /**
   * What a name is given in the same branch, or the same method of a class, as another: `client = …` beside
   * `model = "…"`. `undefined` where that does not end before the place which asks.
   */
  givenWith(
    other: Assignment,
    name: string,
    { at, isMember }: Pick<Asked, 'at' | 'isMember'>,
  ): Assignment | undefined {
    if (!other.isMember && this.isInScope(other, at)) return undefined;
    let found: Assignment | undefined;
    const all = this.byName().all.get(name) ?? [];
    const from = countUpTo(all, other.at - LONGEST_VALUE, (one) => one.at);
    for (const one of all.slice(from, from + MOST_TRIED)) {
      if (one.at > other.at + LONGEST_VALUE) break;
      if ((one.isMember && !isMember) || !this.isInBlockOf(one, other)) continue;
      const isNearer = found === undefined || this.blockOf(one.at).start > this.blockOf(found.at).start;
      if (isNearer || one.at < other.at) found = one;
    }
    return found;
  }

  /** Whether a name is a parameter around a place, or what a loop, a block or a declaration around it calls so. */
  isBound(name: string, at: number): boolean {
    return this.boundAt(name, at) !== undefined;
  }

  /** Where the nearest of these calls it so. */
  boundAt(name: string, at: number): number | undefined {
    let all = this.bound.get(name);
    if (all === undefined) this.bound.set(name, (all = this.bindingsOf(name)));
    const count = countUpTo(all, at - 1, ({ from }) => from);
    const own = all.slice(Math.max(0, count - MOST_BOUND), count).findLast((one) => this.isInScope(one, at));
    return own && own.from - name.length;
  }

  /** Where a name is bound so, each from where what it is a part of begins. Read once for each name. */
  private bindingsOf(name: string): readonly Assignment[] {
    return (this.words().get(name) ?? NOWHERE).flatMap((own) => {
      const one = { name, at: own, from: own + name.length, isMember: false, isEntry: false };
      const part = this.partAround(own);
      return this.isBinding(one, part) ? [{ ...one, at: part }] : [];
    });
  }

  /** Where the names of the text stand that are no members. */
  private readonly words = once((): ReadonlyMap<string, readonly number[]> => {
    const found = new Map<string, number[]>();
    for (const { 0: name, index } of matchesOf(this.text, NAME)) {
      if (this.text.charAt(index - 1) !== '.') addTo(found, name, index);
    }
    return found;
  });

  /** All values that the text gives a name, wherever. */
  givenAnywhere(name: string): readonly Assignment[] {
    return this.byName().all.get(name) ?? NOT_GIVEN;
  }

  /** Where the object or list begins whose part a name takes, `const { client } = …`, or the name itself. */
  private partAround(at: number): number {
    const [inner, outer] = this.brackets.open(at);
    if (inner === undefined || inner.mark === '(') return at;
    const isGiven = /^\s{0,4}=(?![=>])/.test(textBehind(this.text, inner.close + 1, LONGEST_MARK));
    const isParameter = outer?.mark === '(' && this.isOfFunction(outer);
    return isGiven || isParameter ? inner.at : at;
  }

  private isBinding({ at, from }: Assignment, part: number): boolean {
    const before = textBefore(this.text, at, REACH).replace(/^[^]*\n/, '');
    const behind = textBehind(this.text, from, REACH);
    if (BINDS.some(([lead, rest]) => lead.test(before) && rest.test(behind))) return true;
    const [own] = this.brackets.open(part);
    return (
      own?.mark === '(' &&
      !OF_OTHER.test(textBefore(this.text, at, LONGEST_MARK)) &&
      (this.isOfFunction(own) || RECEIVER.test(textBefore(this.text, own.at, REACH)))
    );
  }

  /** Whether a text gives the name of a variable anything else. */
  isGivenAgain({ name }: Assignment): boolean {
    return (this.byName().all.get(name)?.length ?? 0) > 1;
  }

  /** Whether a branch gives a variable its value in which another is given another one than it has. */
  isOfOtherBranch(one: Assignment, other: Assignment): boolean {
    const its = this.givenWith(one, other.name, { at: Infinity, isMember: other.isMember });
    return its !== undefined && its !== other;
  }

  /** Whether a variable is given its value in the block in which another is, or in one in that. */
  private isInBlockOf(one: Assignment, other: Assignment): boolean {
    const { start, end } = this.blockOf(one.at);
    if (start < 0 || other.at <= start || other.at >= end) return false;
    const between = this.text.slice(Math.min(one.at, other.at), Math.max(one.at, other.at));
    return !OTHER_BRANCH.test(between);
  }

  /** Whether a variable has a value that it was given in a branch which ends before a place, in the same function. */
  private mayReach(one: Assignment, at: number): boolean {
    const last = this.assignedTo(one.name, { at, isMember: one.isMember, isOwn: this.isOfSelf(at) });
    if (one.isMember) return last?.isMember === true && this.isOtherBranch(one, last);
    if (one.at > at || !this.endsInBranches(one.at, at)) return false;
    return last === undefined || last.at < one.at;
  }

  /** Whether a variable is given a value in a branch, and behind that another one in another branch. */
  private isOtherBranch(one: Assignment, later: Assignment): boolean {
    return (
      one.at < later.at &&
      this.isSameClass(one.at, later.at) &&
      !this.isInScope(one, later.at) &&
      this.endsInBranches(one.at, later.at) &&
      this.isInBranch(later.at)
    );
  }

  /** Whether the innermost block around a place is a branch. */
  private isInBranch(at: number): boolean {
    const body = this.brackets.open(at).find(({ mark }) => mark === '{');
    const { starts, heads } = this.blocks();
    const head = heads[this.lineAt(at)] ?? -1;
    const start = starts[head] ?? -1;
    return BRANCH_HEAD.test(
      body !== undefined && body.at > start
        ? lineBefore(this.text, body.at)
        : this.text.slice(Math.max(0, start), starts[head + 1] ?? this.text.length),
    );
  }

  /** Whether all blocks around a place that end before another are branches. */
  private endsInBranches(from: number, to: number): boolean {
    const isBranch = (head: string): boolean => BRANCH_HEAD.test(head);
    const bodies = this.brackets.open(from).filter(({ mark, close }) => mark === '{' && close < to);
    if (!bodies.every(({ at }) => isBranch(lineBefore(this.text, at)))) return false;
    const { starts, ends, heads } = this.blocks();
    let line = this.lineAt(from);
    for (let count = 0; line >= 0 && (ends[line] ?? Infinity) <= to; count++) {
      const head: number = heads[line] ?? -1;
      if (head < 0 || count >= MOST_BRANCHES) return false;
      const start = starts[head] ?? 0;
      const said = this.text.slice(start, starts[head + 1] ?? start + REACH);
      if (!isBranch(said) && !/^\s*\{\s*$/.test(said)) return false;
      line = head;
    }
    return true;
  }

  /** The innermost block around a place, by braces and by indentation; from `-1` where nothing is around. */
  private blockOf(at: number): TextRange {
    const body = this.brackets.open(at).find(({ mark }) => mark === '{');
    const { starts, ends, heads } = this.blocks();
    const line = this.lineAt(at);
    return {
      start: Math.max(body?.at ?? -1, starts[heads[line] ?? -1] ?? -1),
      end: Math.min(body?.close ?? Infinity, ends[line] ?? Infinity),
    };
  }

  /**
   * What the text gives the same variable elsewhere, at most so many times: a member of the same class, no variable of
   * another function.
   */
  othersOf(made: Assignment, most: number): readonly Assignment[] {
    const found: Assignment[] = [];
    for (const scope of this.reachOf(made))
      for (const one of this.scopesOf(made.name).get(scope) ?? NOT_GIVEN) {
        if (found.length >= most) return found;
        if (one !== made) found.push(one);
      }
    return found;
  }

  /** The scopes whose assignments of its name may be of the same variable. */
  private readonly reachOf = perObject(({ at, isMember }: Assignment): ReadonlySet<string> => {
    if (isMember) return new Set([this.classScope(at)]);
    const functions = [KEEPS_OWN, KEEPS_OWN_PHP].map((head) => functionScope(this.functionAround(at, head)));
    return new Set([ANYWHERE, ...functions]);
  });

  /** What is given to a name, by the scopes to which its variables belong. Read once for each name: many share one. */
  private scopesOf(name: string): ReadonlyMap<string, readonly Assignment[]> {
    let scopes = this.scopes.get(name);
    if (scopes === undefined) this.scopes.set(name, (scopes = this.readScopes(name)));
    return scopes;
  }

  private readScopes(name: string): ReadonlyMap<string, readonly Assignment[]> {
    return grouped(this.byName().all.get(name) ?? NOT_GIVEN, (one) => this.scopeOf(one));
  }

  /** Whose a variable is. */
  private scopeOf(one: Assignment): string {
    if (one.isMember) return this.classScope(one.at);
    if (this.isDeclared(one)) return ALONE;
    const head = this.text.startsWith('$', one.at) ? KEEPS_OWN_PHP : KEEPS_OWN;
    const own = this.functionAround(one.at, head);
    return this.globals().has(one.name) ? ANYWHERE : functionScope(own);
  }

  /** The names that some function takes from outside, in Python and PHP. */
  private readonly globals = once(
    () => new Set([...matchesOf(this.text, GLOBAL)].flatMap(({ 1: names = '' }) => names.split(/[$, ]/))),
  );

  private isDeclared({ at, from }: Assignment): boolean {
    return this.text.slice(at, from).includes(':=') || DECLARES.test(textBefore(this.text, at, REACH));
  }

  /** Where the function begins that a place is in, in a language whose functions keep their variables to themselves. */
  private functionAround(at: number, head: RegExp): number | undefined {
    const { starts, heads } = this.blocks();
    let line = heads[this.lineAt(at)] ?? -1;
    while (line >= 0 && !head.test(textBehind(this.text, starts[line] ?? 0, REACH))) line = heads[line] ?? -1;
    return starts[line];
  }

  /** The variable that is given the value which a place stands in. */
  givenTo(at: number): Assignment | undefined {
    const all = this.assignments();
    const [first, end] = [at - LONGEST_VALUE, at].map((place) => countUpTo(all, place, ({ from }) => from));
    return all
      .slice(first, end)
      .findLast((one) => this.endOfValue(one.from) > at && !this.isEntryAround(one));
  }

  /** Where the value that a variable is given is used, as far as the variable reaches. */
  usesOf(one: Assignment): readonly TextRange[] {
    const all = this.uses().get(one.name) ?? NOWHERE;
    const isAnywhere = CONSTANT.test(one.name);
    const first = isAnywhere ? 0 : countUpTo(all, one.from, (at) => at);
    return all
      .slice(first, first + MOST_TRIED)
      .filter(
        (at) =>
          (at < one.at || at >= one.from) &&
          (isAnywhere ||
            this.assignedTo(one.name, { at, isMember: one.isMember, isOwn: this.isOfSelf(at) }) === one ||
            this.mayReach(one, at) ||
            this.isAskedByClass(one, at)),
      )
      .slice(0, MOST_USES)
      .map((at) => ({ start: at, end: at + one.name.length }));
  }

  private isOfSelf(at: number): boolean {
    return SELF.test(textBefore(this.text, at, LONGEST_MARK));
  }

  /** Where the value ends that begins at a place: with its statement or element. */
  endOfValue(from: number): number {
    let end = this.ends.get(from);
    if (end === undefined) this.ends.set(from, (end = this.readEnd(from)));
    return end;
  }

  /**
   * What a value is chosen from, `isGroq ? a : b` or `a if is_groq else b`, with the condition; `undefined` for one
   * that is not chosen.
   */
  choiceAt(from: number): Choice | undefined {
    const end = this.endOfValue(from);
    const written = this.text.slice(from, end);
    const own = this.brackets.open(from)[0]?.at;
    const marks = [...matchesOf(written, CHOOSES)].filter(
      ({ index }) => this.brackets.open(from + index)[0]?.at === own,
    );
    const [first, second] = marks;
    if (first === undefined || second === undefined || marks.length > 2) return undefined;
    const [middle, last] = [from + first.index + first[0].length, from + second.index + second[0].length];
    const between = this.text.slice(middle, from + second.index).trim();
    if (first[0].includes('if') && second[0].includes('else'))
      return { condition: between, yes: { start: from, end: from + first.index }, no: { start: last, end } };
    if (!first[0].includes('?') || !second[0].includes(':')) return undefined;
    const condition = this.text.slice(from, from + first.index).trim();
    return { condition, yes: { start: middle, end: from + second.index }, no: { start: last, end } };
  }

  /** The choice that a place stands in a side of: `ask(isGroq ? a : b)`, `ask(model=a if is_groq else b)`. */
  choiceAround(at: number): Choice | undefined {
    const low = Math.max(0, at - REACH);
    return [...matchesOf(this.text.slice(low, at), VALUE_BEGINS)]
      .reverse()
      .map(({ 0: lead, index }) => this.choiceAt(low + index + lead.length))
      .find((choice) => choice !== undefined && [choice.yes, choice.no].some((side) => holds([side], at)));
  }

  /** Whether a brace opens the body of a function, a class or a branch. */
  isBody({ at, mark }: Bracket): boolean {
    return mark === '{' && BODY.test(textBefore(this.text, at, REACH));
  }

  /** In the order of the text. */
  private readonly assignments = once((): readonly Assignment[] => {
    const found: Assignment[] = [];
    for (const { 0: all, 1: owner = '', 2: name = '', 3: mark = '', index } of matchesOf(
      this.text,
      ASSIGNED,
    )) {
      if (found.length >= MOST_ASSIGNED) break;
      const isEntry = mark === ':';
      const one = { name, at: index, from: index + all.length, isMember: owner !== '' || isEntry, isEntry };
      if (this.isArgument(one)) continue;
      const listed = mark === ':' ? [] : this.inList(one);
      if (listed.length > 0) found.push(...listed);
      else found.push(this.isProperty(one) ? { ...one, isMember: true } : one);
    }
    const annotated = this.annotated();
    return annotated.length === 0 ? found : [...found, ...annotated].sort((a, b) => a.at - b.at);
  });

  /** The members that get what an annotation says where no setting does: `@Value("${chat.model:…}") String model`. */
  private annotated(): readonly Assignment[] {
    if (!ANNOTATES.test(this.text)) return [];
    return [...matchesOf(this.text, ANNOTATED)].map(({ 0: all, 1: lead = '', 2: name = '', index }) => {
      const from = index + all.length;
      return { name, at: from + lead.length, from, isMember: true, isEntry: false };
    });
  }

  /**
   * What each of several names is given at once whose last one is given what begins at a place: `client, model =
   * OpenAI(), "…"`. None where the values are not written one for each.
   */
  private inList({ at, from }: Assignment): readonly Assignment[] {
    const line = lineBefore(this.text, at);
    const lead = NAMES_BEFORE.exec(line)?.[1];
    if (lead === undefined) return [];
    const start = at - lead.length;
    const names = [...matchesOf(this.text.slice(start, from), LISTED_NAME)];
    const found: Assignment[] = [];
    let value = /^[[(]/.test(this.text.slice(from, from + 1)) && /[[(]/.test(lead) ? from + 1 : from;
    for (const { 1: owner = '', 2: name = '', index } of names) {
      found.push({ name, at: start + index, from: value, isMember: owner !== '', isEntry: false });
      const end = this.endOfValue(value);
      const isLast = found.length === names.length;
      if (isLast !== (this.text.charAt(end) !== ',')) return [];
      value = end + 1 + (/^\s*/.exec(textBehind(this.text, end + 1, REACH))?.[0].length ?? 0);
    }
    return found;
  }

  /** All of them, and those that are no entries. */
  private readonly byName = once(() => ({
    all: grouped(this.assignments(), ({ name }) => name),
    ofStatements: grouped(
      this.assignments().filter(({ isEntry }) => !isEntry),
      ({ name }) => name,
    ),
  }));

  /** Where the names stand that the text gives values, but for where it does. */
  private readonly uses = once((): ReadonlyMap<string, readonly number[]> => {
    const named = this.byName().all;
    const found = new Map<string, number[]>();
    for (const { 0: written, index } of matchesOf(this.text, NAME)) {
      const lead = /^[$_](?=[\w$])/.test(written) && !named.has(written) ? 1 : 0;
      const name = written.slice(lead);
      if (!named.has(name)) continue;
      const end = index + written.length;
      if (GIVEN.test(textBehind(this.text, end, LONGEST_MARK))) continue;
      addTo(found, name, index + lead);
    }
    return found;
  });

  /** Whether a name is the key of an entry in a mapping: what that is given, the mapping is. */
  private isEntryAround(name: Assignment): boolean {
    const [own] = this.brackets.open(name.at);
    return own !== undefined && own.mark !== '(' && !this.isBody(own) && !this.isParameter(name);
  }

  /** Whether a name is a keyword of a call: what it is given is the call's. */
  private isArgument(name: Assignment): boolean {
    const [own] = this.brackets.open(name.at);
    if (own?.mark !== '(' || this.isGroup(own)) return false;
    return !this.isParameter(name) && !this.isProperty(name);
  }

  /** Whether parentheses hold several declarations, as in Go: `const (`. */
  private isGroup({ at, mark }: Bracket): boolean {
    return mark === '(' && GROUP.test(textBefore(this.text, at, LONGEST_MARK));
  }

  /** Whether a name is a parameter and a member of what is made: the head of a class or a word before it tells. */
  private isProperty({ at }: Assignment): boolean {
    const [own] = this.brackets.open(at);
    if (own?.mark !== '(') return false;
    return (
      OF_CLASS.test(textBefore(this.text, own.at, REACH)) || PROPERTY.test(textBefore(this.text, at, REACH))
    );
  }

  /** Whether what a name is given is the default of a parameter, also of one that is a part of an object. */
  private isParameter(name: Assignment): boolean {
    return this.functionOf(name) !== undefined;
  }

  /** The parentheses of the function whose parameter a name is. */
  private functionOf({ at, from }: Assignment): Bracket | undefined {
    const [inner, outer] = this.brackets.open(at);
    const isPart =
      inner?.mark === '{' &&
      this.text.slice(at, from).includes('=') &&
      /[(,]\s*$/.test(textBefore(this.text, inner.at, LONGEST_MARK));
    const own = isPart ? outer : inner;
    return own?.mark === '(' && this.isOfFunction(own) ? own : undefined;
  }

  /** Whether parentheses hold the parameters of a function. */
  private isOfFunction({ at, close }: Bracket): boolean {
    const before = textBefore(this.text, at, REACH);
    if (DECLARED.test(before)) return true;
    const behind = textBehind(this.text, close + 1, REACH);
    return ARROW.test(behind) || (METHOD.test(before) && METHOD_BODY.test(behind));
  }

  /** Whether what is said at a place holds at another behind: nothing between ends the block that it is in. */
  private isInScope(one: Assignment, to: number): boolean {
    const head = this.functionOf(one);
    const [own] = this.brackets.open(one.at);
    const group = own !== undefined && this.isGroup(own) ? own.at : one.at;
    const at = head?.at ?? group;
    const [block] = this.brackets.open(at);
    if (block !== undefined && block.close < to) return false;
    const { ends, bodies } = this.blocks();
    return ((head === undefined ? ends : bodies)[this.lineAt(at)] ?? Infinity) > to;
  }

  /** The number of the line that a place is in. */
  private lineAt(at: number): number {
    return countUpTo(this.blocks().starts, at, (start) => start) - 1;
  }

  /**
   * Of each line with a word in it, where it begins, where the first one behind does that is indented less, where the
   * first one that is not indented more, and the number of the last one before that is indented less.
   */
  private readonly blocks = once(() => {
    const lines = [...matchesOf(this.text, LINE)].map(({ 1: indent = '', index }) => ({
      start: index,
      indent: indent.length,
    }));
    const indentOf = (line: number | undefined): number => lines[line ?? -1]?.indent ?? -1;
    const ends: number[] = [];
    const bodies: number[] = [];
    const heads: number[] = [];
    const open: number[] = [];
    for (const [line, { start, indent }] of lines.entries()) {
      while (indentOf(open.at(-1)) > indent) ends[open.pop() ?? 0] = start;
      for (
        let at = open.length - 1;
        bodies[open[at] ?? 0] === undefined && indentOf(open[at]) >= indent;
        at--
      )
        bodies[open[at] ?? 0] = start;
      const top = open.at(-1) ?? -1;
      heads.push(indentOf(top) === indent ? (heads[top] ?? -1) : top);
      open.push(line);
    }
    return {
      starts: lines.map(({ start }) => start),
      ends,
      bodies,
      heads,
    };
  });

  private isSameClass(from: number, to: number): boolean {
    return this.classAt(from) === this.classAt(to);
  }

  private classScope(at: number): string {
    return `class ${String(this.classAt(at))}`;
  }

  /** The number of the class that a place is in. */
  private classAt(at: number): number {
    return countUpTo(this.classes(), at, (head) => head);
  }

  private readonly classes = once(() => [...matchesOf(this.text, CLASS_HEAD)].map(({ index }) => index));

  /** Whether a place asks for a member of a class by the name of that: `Settings.chat_model`. */
  private isAskedByClass(one: Assignment, at: number): boolean {
    const [, owner] = OWNER.exec(textBefore(this.text, at, LONGEST_OWNER)) ?? [];
    if (owner === undefined) return false;
    const head = lastUpTo(this.classes(), one.at, (start) => start);
    return head !== undefined && CLASS_NAME.exec(textBehind(this.text, head, REACH))?.[1] === owner;
  }

  private readEnd(from: number): number {
    const stop = Math.min(this.text.length, from + LONGEST_VALUE);
    for (let at = from; at < stop; at++) {
      const char = this.text.charAt(at);
      const bracket = this.brackets.openedAt(at);
      if (bracket !== undefined) at = bracket.close;
      else if ('"\'`'.includes(char)) at = this.closingQuote(at);
      else if (')]};,'.includes(char) || (char === '\n' && !this.goesOn(at))) return at;
    }
    return stop;
  }

  /** The closing mark of a text on the same line; the opening one where there is none. */
  private closingQuote(open: number): number {
    QUOTED.lastIndex = open;
    return QUOTED.test(this.text) ? QUOTED.lastIndex - 1 : open;
  }

  /** Whether a statement goes on behind the end of a line: the line is open, or the next one begins so. */
  private goesOn(end: number): boolean {
    return (
      GOES_ON.test(textBehind(this.text, end, REACH)) ||
      OPEN_LINE.test(textBefore(this.text, end, LONGEST_MARK))
    );
  }
}

/** So many places of a name before another are looked at. */
const MOST_BOUND = 60;
const ANYTHING = /^/;
/** What stands before and behind a name that is given a value otherwise than by an assignment. */
const BINDS: readonly (readonly [RegExp, RegExp])[] = [
  [/\bfor\b[\w\s,*&([{.<>]{1,60}$/, /^[\w\s,)\]}]{0,60}\s(?:in|of)\s|^[\s,\w]{0,40}:=|^\s{0,4}:\s/],
  [/^(?!.*\bimport\b).*\bas\s+\(?$/, ANYTHING],
  [/\blambda\b[\w\s,*]{0,80}$/, /^[\w\s,=*]{0,80}:/],
  [ANYTHING, /^\s{0,4}(?:=>|:=)/],
  [/(?:\bdo|\bmove|[{(,=])\s{0,4}\|[\w\s,&:]{0,60}$/, /^[\w\s,&:<>]{0,60}\|/],
  [/[{,]\s{0,40}(?:[\w$]{1,40}\s{0,4}:\s{0,4})?$/, /^[\w\s,:]{0,120}\}\s{0,4}=(?![=>])/],
  [/(?:^|[^\w\]\s])\s{0,8}[[(](?:[\w\s,]{0,80},\s{0,4})?$/, /^[\w\s,]{0,80}[\])]\s{0,4}=(?![=>])/],
  [/\b(?:def|function\*?|class|fun|func|fn|interface|object)\s+$/, ANYTHING],
  [/\(\s{0,4}(?:const|let|var|val|auto|final|[A-Z][\w.<>]{0,60})\s+$/, /^\s{0,4}[:=](?!=)/],
];
/** What stands before a word among parameters that is a type or a default. */
const OF_OTHER = /[:=.]\s{0,4}$/;
/** What stands before the parameters of a method of Go. */
const RECEIVER = /\bfunc\s?\([^()]{0,80}\)\s?\w{1,60}$/;

const NOT_GIVEN: readonly Assignment[] = [];
const NOWHERE: readonly number[] = [];
/** The scope of the variables that no function keeps to itself, and of those that are declared where they are given. */
const ANYWHERE = functionScope(undefined);
const ALONE = 'alone';
/** The object's own member is called: `self.client.chat`. */
export const CALLS_OWN = /^(?:this|self)\./;

function functionScope(start: number | undefined): string {
  return `function ${String(start)}`;
}

/** A text on one line, or in marks that may hold several. */
const QUOTED = new RegExp(
  String.raw`"[^"\n]{0,${LONGEST_VALUE}}"|'[^'\n]{0,${LONGEST_VALUE}}'|\x60[^\x60]{0,${LONGEST_VALUE}}\x60`,
  'y',
);
const GROUP = /(?:^|[\n;])[ \t]{0,8}(?:const|var)[ \t]{0,4}$/;
const SELF = /(?:(?<![\w.])(?:this|self|cls)\??(?:\.|->)[#$_]?|@{1,2})$/;
const LINE = /(?<=^|\n)([ \t]*)[^\s#/)\]}*]/g;
const NAME = new RegExp(IDENTIFIER, 'g');
/** A name is given a value, or is the key of one. */
const GIVEN = /^["']?\s{0,4}(?::(?![:=])|:=|=(?![=>~]))/;
/** How a line begins that goes on with the one before, and ends that goes on in the next. */
const GOES_ON = /^\s*(?:[?!&]?\.(?!\.)|[?:]\s|->|::|\|>|\|\||\?\?|&&|[)\]}])/;
/** What stands between a condition and what it chooses. */
const CHOOSES = /\s\?\s|\s:\s|\sif\s|\selse\s/g;
/** What a value stands behind. */
const VALUE_BEGINS = /(?:[(,{[:]|(?<![=!<>])=(?![=>]))\s{0,40}/g;
const OPEN_LINE = /[=([{,+|&\\.]\s*$|\breturn\s*$/;
/**
 * The default of a setting that a framework fills in, and the member behind it:
 * https://docs.spring.io/spring-framework/reference/core/beans/annotation-config/value-annotations.html,
 * https://quarkus.io/guides/config-reference#inject
 */
const ANNOTATES = /@(?:Value|ConfigProperty)\(/;
const ANNOTATED = new RegExp(
  String.raw`@(?:Value|ConfigProperty)\([^()\n]{0,160}?(?:defaultValue\s{0,4}=\s{0,4}"|\$\{[\w.-]{1,80}:)` +
    String.raw`(?=([^()"\n]{1,160}"\s{0,4}\)\s{1,80}` +
    String.raw`(?:(?:private|public|protected|final|static|lateinit|va[lr])\s{1,4}){0,4}` +
    String.raw`(?:[\w.<>]{1,60}\s{1,4})?)([A-Za-z_]\w{0,60})\s{0,4}[;:=,)])`,
  'g',
);
/** The type of a name, whose commas are within brackets. */
const TYPE =
  String.raw`[A-Za-z&'](?:[\w.|&?' ]|\[(?:[\w.,|&?'" ]|\[[\w.,|&?'" ]{0,40}\]){0,60}\]|` +
  String.raw`<(?:[\w.,|&?'"[\] ]|<[\w.,|&?'[\] ]{0,40}>){0,60}>){0,60}?`;
/**
 * What gives a name a value: `client :=`, `self.client: OpenAI =`, `private readonly api =`, `@client =`, the entry
 * of a mapping or a structure, `client: OpenAI(`, and the attribute of a module, `@name "…"`.
 */
const ASSIGNED = new RegExp(
  String.raw`(?<![${IN_WORD}.>:#@-])((?:\$?(?:self|this|cls)(?:\.|->)|@{1,2})?#?)[$_]?` +
    String.raw`(${WORD_START}{1,60}?)["']?(?:\s{0,4},\s{0,4}(?:err|_|error))?` +
    String.raw`(?:\s{0,4}:\s{0,4}${TYPE})?` +
    String.raw`(?:\s{0,8}(:=|=|:(?![ \t]*\r?\n))(?![=>:~/])\s{0,40}|(?<=@[${IN_WORD}]{1,60})\s{1,4}(?=["']))`,
  'g',
);
/** Names that are given values together with the one behind them: `client, `, `const [client, `. */
const NAMES_BEFORE = new RegExp(
  String.raw`^[ \t]*(?:(?:const|let|var|my)\s+)?([[(]?(?:\$?(?:(?:self|this)\.)?\w{1,60}\s{0,4},\s{0,4}){1,4})$`,
);
const LISTED_NAME = /(?<![\w.])((?:self|this)\.)?([A-Za-z_]\w{0,60})(?=\s{0,4}[,:=\])])/g;
/** What stands before the parameters of a function. */
const DECLARED = /\b(?:def|defp|function|fun|func|fn|constructor|init|initialize)\b[\w$\s]{0,80}$/;
/** What declares the name behind it: a word for it, or its type. */
const DECLARES = new RegExp(
  String.raw`(?:\b(?:const|let|var|val|final|auto|my|local)\s+(?:mut\s+)?|` +
    String.raw`(?:^|[;{}\n])[ \t]*[A-Z][\w.]*(?:<[^<>\n]{0,60}>)?\s+)$`,
);
/** The head of a function whose variables are its own unless it says otherwise, in Python and its like, and in PHP. */
const KEEPS_OWN = /^[ \t]*(?:async\s+)?defp?\s/;
const KEEPS_OWN_PHP = /^[ \t]*(?:(?:public|private|protected|static)\s+)*function\s/;
/** A word by which a function takes variables from outside, and the names behind it. */
const GLOBAL = new RegExp(String.raw`\b(?:global|nonlocal)\b(?=([\w$, ]{0,120}[${IN_WORD}]{0,60}))`, 'g');
/** Behind the parameters of a function without a word for it: an arrow, or the body of a method. */
const ARROW = /^\s{0,8}(?::[^=;{}()]{0,80}(?:\{[^{}]{0,80}\}[^=;{}()]{0,20})?)?=>/;
const METHOD_BODY = /^\s{0,8}(?::[^=;{}()]{0,80}|throws\s[\w., ]{1,80}|async\*?\s{0,4})?\{/;
/** What stands before those of a method: its type or words for it, but none of a statement. */
const METHOD = new RegExp(
  String.raw`(?:^|[\n;{}])[ \t]*(?!(?:return|await|new|else|throw|yield|in|val|var|let|do|case)\b)` +
    String.raw`[\w$<>[\].,?]+(?:\s[\w$<>[\].,?]+){0,5}\s[\w$]{1,60}$`,
);
/** The head of a branch. */
const BRANCH_HEAD = new RegExp(
  String.raw`^[ \t}]*(?:(?:else|elif|elsif|elseif|if|unless|case|default|switch|select|match|when|with|try|except|` +
    String.raw`catch|rescue)\b|["'\x60\w.:|, -]{1,80}(?:=>|->)|.{0,120}\b(?:match|when|switch|cond|case)\b)`,
);
/** What begins another branch of the same block. */
const OTHER_BRANCH =
  /(?:^|[\n;}])[ \t]*(?:break|case|default|else|elif|elsif|elseif|when|return|fallthrough)\b/;
/** A name that is the same thing in the whole text. */
const CONSTANT = /^[A-Z]/;
/** What stands before the body of a function, a class or a branch. */
const BODY = new RegExp(
  String.raw`\)\s*(?:(?:throws|const|async|where|->|:)[^{};()]{0,80})?$|=>\s*$|` +
    String.raw`[^=(,:]\b(?:else|do|try|finally|init|get|set)\s*$|\b(?:class|object|struct|interface|enum|namespace|` +
    String.raw`module|impl|trait|extension|fn|fun|func|function)\b[^{};]{0,120}$`,
);
/** The class whose member a name is. */
const OWNER = /(?<![\w.])([A-Z]\w{0,60})(?:\(\))?(?:\.|::)\$?$/;
const LONGEST_OWNER = 80;
const CLASS_NAME = /\b(?:class|object|struct|defmodule|impl|module)[ \t]+(\w+)/;
/** What stands before the parameters of a class, and before one that is a member. */
const OF_CLASS = /\b(?:class|record|struct)\s+\w{1,60}\s?$/;
const PROPERTY = /[(,]\s*(?:(?:private|public|protected|readonly|override)\s+)+(?:\??[\w\\|]{1,40}\s+)?$/;
const CLASS_HEAD =
  /(?<=^|\n)[ \t]*(?:[a-z]+[ \t]+){0,4}(?:class|object|struct|defmodule|impl|module)[ \t]+\w/g;
