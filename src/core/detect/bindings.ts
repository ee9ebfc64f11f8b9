import type { ModelReference, RuntimeChoice } from '../reference';
import { IN_WORD, WORD_START } from '../text/charClass';
import { escapeRegExp } from '../text/escapeRegExp';
import { textBefore, textFrom } from '../text/pieces';
import type { TextRange } from '../text/range';
import { firstMatch, matchesOf } from '../text/matches';
import type { DynamicArgument, Site } from './site';
import { functionAt } from './pythonFunctions';
import { loaderAt, mayLoad } from './signatures/loaders';
import { lineBefore } from './surroundings';
import { isFilled } from './filledText';
import { Tracer } from './tracer';

/** A value that the text writes down under a name. */
export interface Definition {
  readonly name: string;
  readonly range: TextRange;
  /** Where the name is defined, for the nearest one before a use. */
  readonly at: number;
}

/** What the collector knows when the names are resolved. */
export interface BindingHost {
  readonly configValues: ReadonlyMap<string, string>;
  /** The reference at a place where a value is written; one is made there when the loader makes it one. */
  referenceAt(range: TextRange, site: Site): ModelReference | undefined;
  /** A reference to an id that is not written as such in the text. */
  referenceTo(range: TextRange, id: string, site: Site): ModelReference | undefined;
}

/** Longest expression that is read. */
const LONGEST_EXPRESSION = 160;
/** Definitions of one name that are kept: a name with more says nothing about one place. */
const MOST_DEFINITIONS = 64;
/** Definitions of a text that are kept. */
const MOST_NAMED = 50_000;
/** Names that are traced in one text. */
const MOST_STEPS = 200;
/** Branches, choices and calls that give one name its values. */
const MOST_BRANCHES = 16;
/** How many names a value may have passed through. */
const DEEPEST = 3;

/** What the arguments of loaders are. */
export interface Resolved {
  readonly uses: readonly ModelReference[];
  /** Those of them that no place of the text writes whole, and whose models are known: they are named nowhere else. */
  readonly composed: readonly ModelReference[];
  /** Those that are known when the program runs, and names put together of which nothing is known. */
  readonly choices: readonly RuntimeChoice[];
}

/** The evidence of a name that is put together from parts. */
const COMPOSED = 'template';

interface Use {
  readonly expression: string;
  readonly argument: DynamicArgument;
  readonly depth: number;
}

/** Names that are given values in the text, and the loaders that use them. */
export class Bindings {
  /** Sorted by name only when a loader asks: most texts have no loader. */
  private readonly named: Definition[] = [];
  private readonly arguments: DynamicArgument[] = [];

  define(definition: Definition): void {
    if (this.named.length < MOST_NAMED) this.named.push(definition);
  }

  use(argument: DynamicArgument): void {
    this.arguments.push(argument);
  }

  /** The arguments of calls that ask a service. */
  ofClients(): readonly DynamicArgument[] {
    return this.arguments.filter(
      ({ site: { call, key } }) => call !== undefined && loaderAt(call, key)?.role === 'calls',
    );
  }

  /** Forgets the loaders from this offset on: what they load is no model. */
  withdraw(from: number): void {
    while ((this.arguments[this.arguments.length - 1]?.range.start ?? -1) >= from) this.arguments.pop();
  }

  /**
   * Every loader's argument as a use of a definition, or as a choice at run time.
   * @param asked the arguments that are asked for: those that were remembered, without it
   */
  resolve(text: string, host: BindingHost, asked: readonly DynamicArgument[] = this.arguments): Resolved {
    if (asked.length === 0) return { uses: [], composed: [], choices: [] };
    const resolver = new Resolver(text, byName(this.named), host);
    const uses: ModelReference[] = [];
    const composed: ModelReference[] = [];
    const choices: RuntimeChoice[] = [];
    for (const argument of asked) {
      const { range, site } = argument;
      const written = textFrom(text, range.start, range.end, LONGEST_EXPRESSION);
      const expression = site.operand === undefined ? written : ofShell(written);
      const found = resolver.find({ expression, argument, depth: 0 });
      uses.push(...found);
      if (found.some(isWrittenWhole)) continue;
      const known = found.filter(({ model }) => model !== null);
      composed.push(...known);
      if (known.length === 0 && !resolver.isLoaded(expression))
        choices.push({ range, loader: calleeOf(site), expression: written });
    }
    return { uses, composed, choices };
  }
}

/** `"${REPO}"` in a command is the variable, `"qwen3:$SIZE"` a text with something filled in. */
function ofShell(word: string): string {
  const plain = word.replace(/["'();]/g, '');
  return /^\w[^$]*\$/.test(plain)
    ? `\`${plain.replace(/\$\$?\{?(\w{1,80})\}?/g, '${$1}')}\``
    : plain.replace(/[${}]/g, '');
}

function isWrittenWhole({ definedAt, evidence }: ModelReference): boolean {
  return definedAt !== undefined || evidence[0] !== COMPOSED;
}

function calleeOf({ call, operand }: Site): string {
  return call?.callee ?? operand?.evidence.replace(/^\w+:/, '') ?? '';
}

/** `os.environ["X"]`, `config["x"]`, `settings.x`: the name is a key there, not a variable of the code. */
function readsConfiguration(expression: string, name: string): boolean {
  return (
    expression.includes(`"${name}"`) ||
    expression.includes(`'${name}'`) ||
    /(?:^|[._])(?:config|cfg|conf|settings|env|environ)[.?!]/i.test(expression)
  );
}

function byName(named: readonly Definition[]): ReadonlyMap<string, readonly Definition[]> {
  const map = new Map<string, Definition[]>();
  for (const definition of named) {
    const key = normalized(definition.name);
    const known = map.get(key);
    if (known === undefined) map.set(key, [definition]);
    else if (known.length < MOST_DEFINITIONS) known.push(definition);
  }
  return map;
}

/** What a variable of a function is given, alone on its line. */
const LOCAL = new RegExp(
  String.raw`^([ \t]{1,80})(${WORD_START}{1,81})[ \t]*(?::[^=\n"']{1,60})?=[ \t]*["']?$`,
);

/** Where a definition counts: in its function, where it is of a variable of one of Python's, and else everywhere. */
function scopeOf(text: string, start: number): TextRange {
  const [, indent, name] = LOCAL.exec(lineBefore(text, start)) ?? [];
  const scope = indent === undefined ? undefined : functionAt(text, start, indent);
  const isWider = new RegExp(
    String.raw`\b(?:global|nonlocal)[ \t][^\n]{0,120}(?<![${IN_WORD}])${name}(?![${IN_WORD}])`,
  );
  return scope === undefined || isWider.test(text.slice(scope.start, scope.end))
    ? { start: 0, end: text.length }
    : scope;
}

/** What stands between the values of one choice: `a if x else b`, `x ? a : b`, `a or b`, `1 -> a; else -> b`. */
const CHOICE = new RegExp(
  String.raw`^["'${'`'}]?\s{0,80}(?:(?:if\b[^=;\n]{0,120}\s)?else\b|:|or\b|\|\||\?\?|` +
    String.raw`(?:[,;]\s{0,80})?(?:case\s{1,8})?[^=;\s][^=;\n]{0,60}(?:->|=>))[^=;\n]{0,120}$`,
);
const LONGEST_CHOICE = 200;
/** The head of a function, in the languages that have a word for it, and a method of those that have none. */
const FUNCTION = new RegExp(
  String.raw`^[ \t]{0,80}(?:` +
    String.raw`(?:(?:export|public|private|protected|internal|static|async|final|override|pub|suspend) ){0,4}` +
    String.raw`(?:def|defp|func|function|fn|fun|sub)\b|(?:public|private|protected|internal|static)\b[^=;\n]{0,120}\()`,
  'm',
);
const INDENT = /^[ \t]*(?=\S)/;
/** Characters between a definition and its use that are looked at for the end of its block. */
const BLOCK_REACH = 4_000;

/**
 * Whether what stands at one place need not have run before another: its block has ended, by the indentation that every
 * language is written with, and no other function begins between.
 */
function isInBranch(text: string, at: number, use: number): boolean {
  const indent = (INDENT.exec(lineAround(text, at))?.[0] ?? '').length;
  const between = textFrom(text, at, use + 1, BLOCK_REACH)
    .split('\n')
    .slice(1);
  const isEnded = between.some((line) => (INDENT.exec(line)?.[0].length ?? indent) < indent);
  return isEnded && !FUNCTION.test(between.join('\n'));
}

function lineAround(text: string, at: number): string {
  return lineBefore(text, at) + text.slice(at, at + 1);
}

function firstOf<T>(answers: readonly (() => readonly T[])[]): readonly T[] {
  for (const answer of answers) {
    const given = answer();
    if (given.length > 0) return given;
  }
  return [];
}

class Resolver {
  private readonly tracer: Tracer;
  /** Names that were traced in vain, or are being traced. */
  private readonly traced = new Set<string>();
  private steps = 0;
  /** Where what is defined at a place is known by its name. */
  private readonly scopes = new Map<number, TextRange>();

  constructor(
    private readonly text: string,
    private readonly definitions: ReadonlyMap<string, readonly Definition[]>,
    private readonly host: BindingHost,
  ) {
    this.tracer = new Tracer(text);
  }

  /** What an expression may be: several names where branches, choices or calls give it others. */
  find(use: Use): readonly ModelReference[] {
    const composed = this.composed(use);
    if (composed !== undefined) return [composed];
    if (isComposed(use.expression)) return [];
    for (const name of namesIn(use.expression)) {
      const found = this.isTable(name)
        ? this.configured(name, use)
        : firstOf([
            () => this.written(name, use),
            () => this.configured(name, use),
            () => this.followed(name, use),
          ]);
      if (found.length > 0) return found;
    }
    return [];
  }

  /** A name for what loaders have made, `pipeline(model=base)`: it was chosen where it was loaded. */
  isLoaded(expression: string): boolean {
    const name = OF_NAME.exec(expression)?.[1];
    if (name === undefined || this.steps++ > MOST_STEPS) return false;
    const assigned = new RegExp(String.raw`(?<![\w.$])${expression}\s{0,8}(?::[^=\n]{1,60})?=\s{0,8}$`);
    const given = this.tracer
      .expressionsOf(name)
      .filter(({ start }) => assigned.test(lineBefore(this.text, start)));
    return given.length > 0 && given.every(({ start, end }) => makesModel(this.text.slice(start, end)));
  }

  /** `f"{ORG}/{NAME}"`, `ORG + "/name"`: put together from parts that are written in the text. */
  private composed({ expression, argument: { range, site } }: Use): ModelReference | undefined {
    const id = composedText(expression, (name) => this.textOf(name, range.start));
    const reference = id === undefined ? undefined : this.host.referenceTo(range, id, site);
    return reference && { ...reference, evidence: [COMPOSED, ...reference.evidence] };
  }

  private textOf(name: string, before: number): string | undefined {
    const [definition] = this.nearest(name, before);
    return definition && this.text.slice(definition.range.start, definition.range.end);
  }

  /** The definitions of a name, the nearest one before a place first; of another spelling only where it has none. */
  private nearest(name: string, before: number): readonly Definition[] {
    const all = (this.definitions.get(normalized(name)) ?? []).filter(({ range }) =>
      this.reaches(range.start, before),
    );
    const exact = all.filter((one) => one.name === name);
    const known = exact.length > 0 ? exact : all;
    return [...known.filter(({ at }) => at < before).reverse(), ...known.filter(({ at }) => at >= before)];
  }

  /** Whether what is given to a name at one place is known by it at another. */
  private reaches(start: number, at: number): boolean {
    let scope = this.scopes.get(start);
    if (scope === undefined) this.scopes.set(start, (scope = scopeOf(this.text, start)));
    return at >= scope.start && at <= scope.end;
  }

  /** The nearest definition that names a model, and those before it where a branch or choice leaves that out. */
  private written(name: string, { argument: { range, site } }: Use): readonly ModelReference[] {
    const found: ModelReference[] = [];
    let last: Definition | undefined;
    for (const definition of this.nearest(name, range.start)) {
      if (last !== undefined && !this.isOther(definition, last, range.start)) break;
      if (this.isLookedUp(definition)) continue;
      const reference = this.host.referenceAt(definition.range, site);
      if (reference === undefined) continue;
      found.push(this.useOf(name, reference, { range, site }));
      last = definition;
      if (found.length >= MOST_BRANCHES) break;
    }
    return found;
  }

  /** `os.environ.get("house_dir")`: the key of what is looked up. */
  private isLookedUp({ range: { start } }: Definition): boolean {
    return KEY_BEFORE.test(textBefore(this.text, start - 1, LONGEST_LOOKUP));
  }

  /** Whether a definition may hold where a later one is written before a use. */
  private isOther(before: Definition, last: Definition, use: number): boolean {
    if (last.at > use || before.at > last.at) return false;
    const between = this.text.slice(before.range.end, last.range.start);
    return (between.length < LONGEST_CHOICE && CHOICE.test(between)) || isInBranch(this.text, last.at, use);
  }

  /** Entries of dictionaries under one key with several values: which is meant is decided at run time. */
  private isTable(name: string): boolean {
    const known = this.definitions.get(normalized(name)) ?? [];
    if (
      known.length < 2 ||
      !known.every(({ range: { start } }) => ENTRY.test(textBefore(this.text, start, LONGEST_GAP)))
    )
      return false;
    return new Set(known.map(({ range: { start, end } }) => this.text.slice(start, end))).size > 1;
  }

  /** A name that the expression reads from configuration or the environment. */
  private configured(
    name: string,
    { expression, argument: { range, site } }: Use,
  ): readonly ModelReference[] {
    const value = readsConfiguration(expression, name) ? this.host.configValues.get(name) : undefined;
    const reference = value === undefined ? undefined : this.host.referenceTo(range, value, site);
    return reference === undefined
      ? []
      : [{ ...reference, evidence: [`config:${name}`, ...reference.evidence] }];
  }

  /** What is assigned or passed to the name, when that is no plain string: another name, a choice, a call. */
  private followed(name: string, { expression: used, argument, depth }: Use): readonly ModelReference[] {
    if (depth >= DEEPEST || this.traced.has(name) || this.steps++ > MOST_STEPS) return [];
    this.traced.add(name);
    const found: ModelReference[] = [];
    const number = numberIn(used, name);
    for (const { start, expression } of this.givenTo(name, argument.range)) {
      if (found.length >= MOST_BRANCHES) break;
      const literals = this.literalsIn(expression, start, { name, argument, number });
      found.push(
        ...(literals.length > 0 || namesIn(expression).includes(name)
          ? literals
          : this.find({ expression, argument, depth: depth + 1 })),
      );
    }
    if (found.length > 0) this.traced.delete(name);
    return found;
  }

  /** The expressions that a name may stand for at a place, without that place itself and without sentences. */
  private givenTo(name: string, place: TextRange): readonly { start: number; expression: string }[] {
    return this.tracer
      .expressionsOf(name)
      .filter(
        ({ start, end }) => !(start <= place.start && end >= place.end) && this.reaches(start, place.start),
      )
      .map(({ start, end }) => ({
        start,
        expression: textFrom(this.text, start, end, LONGEST_EXPRESSION),
      }))
      .filter(({ expression }) => !SENTENCE.test(expression));
  }

  /** The strings in an expression that name models by themselves, or at this loader. */
  private literalsIn(
    expression: string,
    start: number,
    {
      name,
      argument: { range, site },
      number,
    }: { name: string; argument: DynamicArgument; number: number | undefined },
  ): readonly ModelReference[] {
    if (isOtherCall(expression) && !DOWNLOADS.test(expression)) return [];
    const all = [...expression.matchAll(/"[^"\s]{2,200}"|'[^'\s]{2,200}'/g)];
    const one = number !== undefined && isFlatList(expression) ? all.at(number) : undefined;
    return (one === undefined ? all : [one]).flatMap(({ index, 0: quoted }) => {
      if (KEY_BEFORE.test(expression.slice(0, index))) return [];
      const reference = this.host.referenceAt(
        { start: start + index + 1, end: start + index + quoted.length - 1 },
        site,
      );
      return reference === undefined || reference.role === 'mentions'
        ? []
        : [this.useOf(name, reference, { range, site })];
    });
  }

  private useOf(name: string, reference: ModelReference, { range, site }: DynamicArgument): ModelReference {
    const used = this.host.referenceTo(range, reference.id, site) ?? reference;
    const { id, model, confidence, context, revision } = reference;
    return {
      ...used,
      id,
      model,
      confidence,
      context,
      ...(revision !== undefined && { revision }),
      range,
      text: this.text.slice(range.start, range.end),
      evidence: [`constant:${name}`, ...reference.evidence],
      definedAt: reference.range,
    };
  }
}

/** How long that is, with the break of a line behind its bracket. */
const LONGEST_LOOKUP = 120;
/** What looks a key up, before it: `table[`, `os.environ.get(`, `System.getProperty(`. */
const KEY_BEFORE = new RegExp(
  String.raw`[\w)\]]\[$|(?:\b(?:get_?env\w{0,12}|lookup_?env|require_?env|get_?property|env)|` +
    String.raw`\b(?:environ|env|cfg|conf|config|settings|props|properties)\.(?:get\w{0,20}|pop|fetch))\(\s{0,20}$`,
  'i',
);

/** A list of values that is written out. */
const LIST = new RegExp(
  String.raw`^(?:\[|\(|vec!\[|(?:new\s)?[\w.]{0,20}\[\][\w.]{0,20}\s?\{|` +
    String.raw`(?:[Ll]ist|[Aa]rray|Set|mutableList|set)(?:Of|\.of)?\()\s*S\s*(?:,\s*S\s*)*(?:,\s*)?[\])}]`,
);

function isFlatList(expression: string): boolean {
  return LIST.test(expression.replace(/"[^"\n]*"|'[^'\n]*'/g, 'S'));
}

/** The number of the element that an expression takes of the list under a name: `MODELS[0]`, `models.at(-1)`. */
function numberIn(expression: string, name: string): number | undefined {
  const taken = new RegExp(
    String.raw`(?<![\w$])${escapeRegExp(name)}(?:\[\s?(-?\d{1,2})\s?\]|` +
      String.raw`\.(?:at|get)\(\s?(-?\d{1,2})\s?\)|(\.first\b)|(\.last\b))`,
  ).exec(expression);
  if (taken === null) return undefined;
  const [, index, at, first, last] = taken;
  return first !== undefined ? 0 : last !== undefined ? -1 : Number(index ?? at);
}

/** A name alone, or of the object's own. */
const OF_NAME = new RegExp(String.raw`^(?:(?:self|this)\.)?(${WORD_START}{1,81})$`);
const IN_NO_NAME = new RegExp(`[^${IN_WORD}]|[_$]`, 'g');

/** `model_name`, `model-name` and `modelName` are one name. */
function normalized(name: string): string {
  return name.replace(IN_NO_NAME, '').toLowerCase();
}

/**
 * The names an expression may take its value from, most telling first: `args.model_id` → `model_id`;
 * `os.getenv("MODEL_ID")` → `MODEL_ID`; `config["model"]` → `model`; `models[kind]` → `kind`. A table that is looked
 * up at run time is no value itself.
 */
export function namesIn(expression: string): readonly string[] {
  if (isOtherCall(expression)) return [];
  const quoted = [...matchesOf(expression, QUOTED)].map((found) => found[1] ?? '');
  const tables = new Set([...matchesOf(expression, LOOKUP)].map((found) => lastName(found[1] ?? '')));
  const plain = [...matchesOf(expression, PLAIN)].map((found) => found[0]);
  return [
    ...new Set([
      ...quoted.reverse(),
      ...plain.filter((word) => !NOISE.has(word) && !tables.has(word)).reverse(),
    ]),
  ].slice(0, MOST_NAMES);
}

/** Whether an expression is a call that loads a model, and gives no path of it. */
function makesModel(expression: string): boolean {
  const callee = /^(?:await\s+|new\s+)?((?:\w+\.)*\w+)\(/.exec(expression)?.[1] ?? '';
  return mayLoad(lastName(callee)) && !DOWNLOADS.test(expression);
}

/** `table[key]`, `table.get(key, other)`: what it is looked up with decides. */
const LOOKUP = new RegExp(
  String.raw`(?<![${IN_WORD}])(?!(?:os\.)?environ\b|\d)([${IN_WORD}.]{1,120}?)(?:\[|\.get\(\s{0,40})` +
    String.raw`(?=[${IN_WORD}])(?!\d)`,
  'g',
);
const QUOTED = new RegExp(String.raw`["'](${WORD_START}[${IN_WORD}.-]{0,60})["']`, 'g');
const PLAIN = new RegExp(String.raw`${WORD_START}{1,81}`, 'g');
/** What stands before the value of an entry, its opening quote included. */
const ENTRY = /["'`]\s*:\s*["'`]$/;
const LONGEST_GAP = 8;
/** Words without anything between them that an expression has: documentation (`model: Model name or path`). */
const SENTENCE =
  /^(?!await |new |not |lambda |yield )[A-Za-z]+ (?!if |or |and |else |in |is |not |as )[a-z]+ [a-z]+/;
/** Calls whose result is where the model that they are asked for was put. */
const DOWNLOADS =
  /^(?:await\s+)?[\w.]*(?:snapshot_download|hf_hub_download|cached_download|model_file_download|snapshotDownload)\(/;

/** A call that makes something else of its arguments. */
function isOtherCall(expression: string): boolean {
  const callee = /^(?:await\s+|new\s+)?(?:\w*\.)*(\w+)\(/.exec(expression)?.[1];
  return callee !== undefined && !PASSING.has(callee);
}

/** Calls that give back what they are given, or read it by name. */
const PASSING = new Set(
  (
    'str String getenv get get_env environ getattr Path expanduser strip cast Optional of Field ' +
    'field Option Argument Input Literal literal setdefault pop ArgumentParser fetch getProperty ' +
    'getEnv env requireEnv to_string to_owned into clone as_str as_ref toString'
  ).split(' '),
);

/** A template or concatenation is more than any of its parts. */
function isComposed(expression: string): boolean {
  return (
    /^[rfRF$]{0,2}["'`].*[{$]/.test(expression) ||
    /["'`]\s*\+|\+\s*["'`]/.test(expression) ||
    isFilled(expression)
  );
}

/** Names of one expression that are tried. */
const MOST_NAMES = 5;

const NOISE = new Set(
  (
    'self this args arg opts options config cfg settings os environ getenv get env process str ' +
    'String None null undefined if else or and not await new true false True False path Path join ' +
    'len f format'
  ).split(' '),
);

/**
 * The text that a template or concatenation makes when all its parts are known; `undefined` otherwise, and for a
 * plain string. `valueOf` gives the text of a name.
 */
export function composedText(
  expression: string,
  valueOf: (name: string) => string | undefined,
): string | undefined {
  const template = /^[rfRF$]{0,2}(["'`])([^"'`]*)\1$/.exec(expression);
  if (template !== null) return filled(template[2] ?? '', valueOf);
  const formatted = firstMatch(expression, FORMATTED)?.groups;
  if (formatted !== undefined) return filledInOrder(formatted, valueOf);
  if (!/^[\w.\s+"'`/-]+$/.test(expression) || !expression.includes('+')) return undefined;
  const parts = expression.split('+').map((part) => partText(part.trim(), valueOf));
  return parts.every((part) => part !== undefined) ? parts.join('') : undefined;
}

/** `"%s/%s" % (ORG, NAME)`, `"{}/{}".format(ORG, NAME)`, `fmt.Sprintf("%s/%s", org, name)`, `"/".join([ORG, NAME])`. */
const FORMATTED: readonly RegExp[] = [
  /^[rRuU]?(["'])(?<form>[^"']{1,200})\1\s?%\s?\(?(?<parts>[\w\s.,"'/:-]{1,120})\)?$/,
  /^[rRuU]?(["'])(?<form>[^"']{1,200})\1\.format\((?<parts>[\w\s.,"'/:=-]{1,120})\)$/,
  new RegExp(
    String.raw`^(?:fmt\.Sprintf|format!|String\.format|string\.Format|sprintf)\(` +
      String.raw`"(?<form>[^"]{1,200})",\s(?<parts>[\w\s.,"/:-]{1,120})\)$`,
  ),
  /^(["'])(?<mark>[/:-])\1\.join\([([](?<parts>[\w\s.,"'/:-]{1,120})[)\]]\)$/,
];
/** A place in a form that the next part is filled into, or the one of a number or name. */
const PLACE = /%[sdv]|\{(\w{0,40})\}/g;

/** A form with its parts, all of which have to be known. */
function filledInOrder(
  { form, mark = '', parts = '' }: Readonly<Record<string, string | undefined>>,
  valueOf: (name: string) => string | undefined,
): string | undefined {
  const given = parts
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const texts = given.map((part) => partText(part.replace(/^\w+=(?!=)/, ''), valueOf));
  if (texts.includes(undefined)) return undefined;
  if (form === undefined) return texts.join(mark);
  let next = 0;
  const text = form.replace(PLACE, (_, key = '') => {
    const at = /^\d+$/.test(key)
      ? Number(key)
      : key === ''
        ? next++
        : given.findIndex((part) => part.startsWith(`${key}=`));
    return texts[at] ?? '%';
  });
  return text.includes('%') ? undefined : text;
}

function partText(part: string, valueOf: (name: string) => string | undefined): string | undefined {
  const quoted = /^(["'`])([^"'`]*)\1$/.exec(part);
  return quoted === null ? valueOf(lastName(part)) : quoted[2];
}

function filled(template: string, valueOf: (name: string) => string | undefined): string | undefined {
  let unknown = false;
  const text = template.replace(/\$?\{([\w.\s]{1,80})\}/g, (_, name: string) => {
    const value = valueOf(lastName(name.trim()));
    if (value === undefined) unknown = true;
    return value ?? '';
  });
  return text === template || unknown || /[{}]/.test(text) ? undefined : text;
}

function lastName(chain: string): string {
  return chain.slice(chain.lastIndexOf('.') + 1);
}
