import { IN_WORD, WORD_START } from '../text/charClass';
import { textBehind, textFrom } from '../text/pieces';
import { covers, type TextRange } from '../text/range';
import { matchesOf } from '../text/matches';
import type { Role } from '../vocabulary';
import { calledIn } from './armFunctions';
import { type Brackets, untilClosed } from './brackets';
import { hostOfRegistry } from './host';
import { lastName } from './intent';
import { keyWords } from './signatures/keys';
import { loaderAt } from './signatures/loaders';
import { ALONE, type DynamicArgument, type Operand, type Site } from './site';
import { Tracer } from './tracer';

/** The loader or client that a name's value ends in. */
export interface Sink {
  readonly callee: string;
  readonly role: Role;
  readonly host: string | null;
}

/** The program that gets an operand; `undefined` where it does nothing with it. */
export function sinkOfOperand({ evidence, registry, role }: Operand): Sink | undefined {
  return role === 'mentions' ? undefined : sink(evidence.replace(/^command:/, ''), { registry, role });
}

/** Ollama's clients and commands have the server of one's own machine get the weights. */
function sink(callee: string, { registry, role }: Pick<Operand, 'registry' | 'role'>): Sink {
  return {
    callee,
    role: registry === 'ollama' && role === 'calls' ? 'loads' : role,
    host: hostOfRegistry(registry),
  };
}

/** The loader or client that gets an argument, where the call is one; the program that gets an operand. */
function sinkOf({ call, key, operand }: Site): Sink | undefined {
  if (operand !== undefined) return sinkOfOperand(operand);
  const loader = call === undefined ? undefined : loaderAt(call, key);
  return call === undefined || loader === undefined ? undefined : sink(lastName(call.callee), loader);
}

/**
 * Names so common that the same name elsewhere need not be the same thing: they count only in the list that a loop
 * goes over.
 */
const COMMON: ReadonlySet<string> = new Set(
  (
    'name id key value model m x i it item entry e self this args config cfg path url repo default ' +
    'type label models text'
  ).split(' '),
);
const MOST_SINKS = 200;
const LONGEST = 120;
/** How far before a loader the loop around it begins. */
const LONGEST_LOOP = 3_000;
/** How far behind a loader the loop of a comprehension stands: `[load(name) for name in NAMES]`. */
const LONGEST_TAIL = 800;

/**
 * Where lists and tables of names end: a loop over a list whose element a loader gets, a table that a loader looks
 * up, a field of records that it gets.
 */
export class Flows {
  private readonly tracer: Tracer;
  private readonly sinks: DynamicArgument[] = [];
  private names: ReadonlyMap<string, Sink> | undefined;
  private called: ReadonlyMap<string, Sink> | undefined;
  private loops: readonly { readonly start: number; readonly end: number; readonly sink: Sink }[] = [];

  constructor(
    private readonly text: string,
    private readonly brackets: Brackets,
  ) {
    this.tracer = new Tracer(text);
  }

  add(argument: DynamicArgument): void {
    if (this.sinks.length < MOST_SINKS) this.sinks.push(argument);
  }

  /** The loader that gets the values of the list or field that a site is in. */
  into({ key, parents }: Site, at: number): Sink | undefined {
    this.names ??= this.trace();
    const inLoop = this.loops.find((loop) => covers(loop, at));
    if (inLoop !== undefined) return inLoop.sink;
    for (const name of [key, ...parents.slice(0, 3)]) {
      const sink = this.names.get(normalized(name));
      if (sink !== undefined) return sink;
    }
    return undefined;
  }

  /** The loader that gets what a function or property of the text gives. */
  intoFrom(name: string): Sink | undefined {
    this.called ??= new Map(
      this.sinks.flatMap(({ range, site }) => {
        const sink = sinkOf(site);
        const given = sink === undefined ? '' : textFrom(this.text, range.start, range.end, LONGEST);
        return sink === undefined
          ? []
          : calledIn(given, this.text, this.tracer).map((called) => [called, sink] as const);
      }),
    );
    return this.called.get(name);
  }

  private trace(): ReadonlyMap<string, Sink> {
    const names = new Map<string, Sink>();
    const loops: { start: number; end: number; sink: Sink }[] = [];
    const takeName = (name: string, sink: Sink): void => {
      if (!COMMON.has(name.toLowerCase())) names.set(normalized(name), sink);
    };
    const takeList = (list: ListExpression, sink: Sink): void => {
      for (const one of namesOf(list.expression)) takeName(one, sink);
      loops.push({ start: list.at, end: this.endOf(list), sink });
      const written = this.listWritten(list);
      if (written !== undefined) loops.push({ ...written, sink });
    };
    for (const { range, site } of [...this.sinks, ...this.handed()]) {
      const sink = sinkOf(site);
      if (sink === undefined) continue;
      const written = textFrom(this.text, range.start, range.end, LONGEST);
      const expression = site.operand === undefined ? written : written.replace(NOT_OF_OPERAND, '');
      for (const name of namesOf(expression)) {
        takeName(name, sink);
        for (const list of this.listsOf(name, range.start)) takeList(list, sink);
        for (const list of this.listsGivenFor(name)) takeList(list, sink);
      }
    }
    for (const { range, site } of this.given(MAPS)) {
      const sink = sinkOf(site);
      if (sink !== undefined)
        takeList({ expression: this.text.slice(range.start, range.end), at: range.start }, sink);
    }
    this.loops = loops;
    return names;
  }

  /**
   * The lists whose elements a name gets by another one: `weights(name)` in a loop, where what `weights` gets is called
   * so, and `name=${NAMES[$i]}`.
   */
  private *listsGivenFor(name: string): Generator<ListExpression> {
    for (const { start, end } of this.tracer.expressionsOf(name)) {
      const given = textFrom(this.text, start, end, LONGEST);
      if (NAME_ALONE.test(given)) yield* this.listsOf(given, start);
      const list = BY_INDEX.exec(given)?.[1];
      if (list !== undefined) yield { expression: list, at: start };
    }
  }

  /** What a loader is handed with to something that calls it: `pool.submit(load, name)`. */
  private handed(): readonly DynamicArgument[] {
    return this.given(HANDS);
  }

  /** What a form gives a function that it names before: both are groups of the form, the latter at its end. */
  private given(form: RegExp): readonly DynamicArgument[] {
    return [...matchesOf(this.text, form)]
      .slice(0, MOST_SINKS)
      .map(({ 0: all, 1: callee = '', 2: given = '', index }) => {
        const end = index + all.length;
        const call = { callee, argument: 0 };
        const range = { start: end - given.length, end };
        return { range, site: { lexical: 'bare', where: 'code', ...ALONE, call } };
      });
  }

  /** Where the list ends that a loop goes over: a name in it may hold the mark at which its expression is cut. */
  private endOf({ expression, at }: ListExpression): number {
    const end = at + expression.length;
    const open = expression.search(/[[({]/);
    const bracket = open === -1 ? undefined : this.brackets.openedAt(at + open);
    return Math.max(end, bracket?.close ?? end);
  }

  /**
   * Where the list is written that a loop goes over by its name, however common that is: the last one before the
   * loop.
   */
  private listWritten({ expression, at }: ListExpression): TextRange | undefined {
    const name = PLAIN_LIST.exec(expression.trim().replace(VIEW, '$1$2'))?.[1];
    if (name === undefined) return undefined;
    const last = [...this.text.slice(0, at).matchAll(listForm(name))].at(-1);
    if (last === undefined) return undefined;
    const open = last.index + last[0].length - 1;
    const bracket = this.brackets.openedAt(open);
    return bracket && this.brackets.contentOf(bracket, open);
  }

  /** The expressions that loops around a place go over with this variable. */
  private *listsOf(name: string, before: number): Generator<ListExpression> {
    const plain = name.replace(NOT_OF_NAME, '');
    if (plain === '') return;
    const from = Math.max(0, before - LONGEST_LOOP);
    const head = this.text.slice(from, before);
    for (const form of loopForms(plain)) {
      const last = [...matchesOf(head, form)].at(-1);
      const expression = last?.[1];
      if (last === undefined || expression === undefined) continue;
      yield { expression: untilClosed(expression), at: from + last.index + last[0].indexOf(expression) };
    }
    const tail = textBehind(this.text, before, LONGEST_TAIL);
    const given = new RegExp(String.raw`\bmap\(\s*lambda\s+${plain}\s*:[^\n]{0,80}$`).test(head)
      ? GIVEN_TO_MAP.exec(tail)
      : null;
    if (given?.[1] !== undefined)
      yield { expression: given[1], at: before + given[0].length - given[1].length - 1 };
    const around = this.comprehensionAround(plain, before, tail);
    if (around !== undefined) yield around;
  }

  /** The loop of the comprehension that a place is in, whose brackets end it: `[load(name) for name in NAMES]`. */
  private comprehensionAround(plain: string, before: number, tail: string): ListExpression | undefined {
    const end = this.brackets.around(before).at(-1)?.close ?? before;
    const [all, list] =
      new RegExp(
        String.raw`^[^;{}]*?\bfor\s+(?:[${IN_WORD}]+\s*,\s*)?${plain}(?:\s*,\s*[${IN_WORD}]+)?\s+in\s+` +
          String.raw`(\[[^\]]{0,600}\]|[${IN_WORD}.]{1,80})`,
      ).exec(tail.slice(0, end - before)) ?? [];
    return all === undefined || list === undefined
      ? undefined
      : { expression: list, at: before + all.length - list.length };
  }
}

/** The heads of loops that go over a list with a variable; what they go over is the one group. */
function loopForms(plain: string): readonly RegExp[] {
  // Other variables of the same pattern may stand beside it: `[slot, name]`, `{ slot, id: name }`.
  const destructured = String.raw`[[({][^\n()|]{0,80}?(?<![${IN_WORD}])${plain}(?![${IN_WORD}])[^\n()|]{0,80}?[\])}]`;
  return [
    new RegExp(
      String.raw`\bfor(?:each)?\s*\(?\s*(?:(?:final\s)?[${IN_WORD}.]+(?:<[^<>;()\n]{0,60}>)?(?:\[\])?\s)?` +
        String.raw`(?:\(?[${IN_WORD}]+\s*,\s*)?\(?\$?${plain}\)?(?:\s*,\s*[${IN_WORD}]+)*\)?\s*` +
        String.raw`(?:in|of|:=\s*range|:)\s*([^\n{:]{1,400})`,
      'g',
    ),
    new RegExp(
      String.raw`\bfor(?:each)?(?:\s+await)?\s*\(\s*(?:(?:const|let|var|final)\s*)?${destructured}\s*` +
        String.raw`(?:of|in|<-)\s+([^\n{:]{1,400})`,
      'g',
    ),
    new RegExp(String.raw`\bfor\s+${plain}\s+in\s+([^\n;]{1,800})`, 'g'),
    new RegExp(
      String.raw`([${IN_WORD}.]{1,80}(?:\([${IN_WORD}.]{0,80}\))?|\[[^\]]{0,800}\])\s*` +
        String.raw`\.(?:forEach|map|each|flatMap|for_each|ForEach|iter\(\)\.\w+)\s*(?:[({]|do\b)?\s*(?:async\s*)?` +
        String.raw`(?:[(|{]?\s*${plain}(?![${IN_WORD}])|\(?\s*${destructured})`,
      'g',
    ),
    new RegExp(
      String.raw`\bforeach\s*\(\s*([^\n{]{1,400}?)\s+as\s+(?:\$\w+\s*=>\s*)?\$${plain}(?![${IN_WORD}])`,
      'g',
    ),
  ];
}

/** The expression that a loop goes over, and where it stands. */
interface ListExpression {
  readonly expression: string;
  readonly at: number;
}

/** A name of code, in any script, and one with its members. */
const NAME = String.raw`${WORD_START}[${IN_WORD}]*`;
const NAME_PATH = String.raw`${WORD_START}[${IN_WORD}.]{0,80}`;
const NAME_ALONE = new RegExp(`^${NAME}$`);
const NAMES = new RegExp(NAME, 'g');
/** What a name does not have, and what the variables of an operand do not: `"${MODEL}"`. */
const NOT_OF_NAME = new RegExp(`[^${IN_WORD}]`, 'g');
const NOT_OF_OPERAND = new RegExp(`[^${IN_WORD} ]|\\$`, 'g');
/** What a `map` is given behind its function: `), NAMES)`. */
const GIVEN_TO_MAP = new RegExp(String.raw`^[^\n;]{0,80}?\)\s*,\s*([${IN_WORD}.()]{1,80})\)`);

/** A call that hands a list to a function, and one that hands it a value: `pool.map(load, NAMES)`, Python's. */
const MAPS = new RegExp(
  String.raw`\b(?:a?map|imap|imap_unordered|starmap)\(\s{0,40}(${NAME_PATH}),\s{0,40}` +
    String.raw`(${WORD_START}[${IN_WORD}.()]{0,80})`,
  'g',
);
const HANDS = new RegExp(
  String.raw`\b(?:submit|to_thread|apply_async|partial)\(\s{0,40}(${NAME_PATH}),\s{0,40}(${NAME_PATH})`,
  'g',
);

/**
 * What a loop over a mapping asks for its values, or its entries: `WANTED.items()`, `Object.entries(WANTED)`,
 * `wanted.entrySet()`.
 */
const VIEW = new RegExp(
  String.raw`^(?:(?:Object\.(?:entries|values)|sorted|reversed|enumerate|list|set|tuple)\(\s{0,8}` +
    String.raw`([${IN_WORD}.]{1,80})|` +
    String.raw`([${IN_WORD}.]{1,80})\.(?:items|values|entries|entrySet)(?:\(\s{0,8}(?=\)|$))?)`,
);

/** A loop over a variable or field alone, as several languages write it: `models`, `"${MODELS[@]}"`, `self.models` */
const PLAIN_LIST = new RegExp(
  String.raw`^["']?\$?[{(]?(?:[${IN_WORD}]+(?:\.|->|::))?(${NAME})` +
    String.raw`(?:\[[@*]\])?[)}]?["']?[\s);]*(?:do)?$`,
);

/** An element by its number, which is none by its key: `names[i]`, `"${names[$i]}"`. */
const BY_INDEX = new RegExp(String.raw`^["']?\$?\{?(${NAME})\[[^\]"'\x60]{1,40}\]\}?["']?$`);

/** A list that is given to a name: `MODELS = [`, `models: list[str] = [`, `models := []string{`, `$models = @(` */
function listForm(name: string): RegExp {
  return new RegExp(
    String.raw`(?<![${IN_WORD}.-])\$?${name}\s{0,20}(?::\s{0,4}[\w<>[\], |]{1,60})?:?=\s{0,20}(?:new\s+)?` +
      String.raw`(?:[\w.<>@%~]|\[\w{0,20}\]){0,40}[[({]`,
    'g',
  );
}

/** Names in an expression: its variable, table, field. */
function namesOf(expression: string): readonly string[] {
  return Array.from(matchesOf(expression.replace(/(["'`])[^"'`]*\1/g, ''), NAMES), ([name]) => name).filter(
    (name) => !NOISE.has(name),
  );
}

const NOISE: ReadonlySet<string> = new Set(
  (
    'self this args arg opts options config cfg settings os environ getenv get env process str ' +
    'String None null undefined if else or and not await new true false True False list tuple set ' +
    'enumerate values items keys range sorted Object entries'
  ).split(' '),
);

function normalized(name: string): string {
  return keyWords(name).join('');
}
