import { once } from '../once';
import { isWordCode } from '../text/charClass';
import { firstMatch, matchesOf } from '../text/matches';
import { memoized } from '../text/memo';
import { textBefore, textBehind } from '../text/pieces';
import type { TextRange } from '../text/range';
import { PassedParts } from './passedParts';
import { importPathsOf } from './importPaths';
import { Imports } from './imports';
import { constantOf, isPartOfName, modulesOf, partsGiven, VARIABLE_BLOCK } from './partsElsewhere';

/** What a part of a name may be, and where the text writes it. */
export interface Part {
  readonly value: string;
  /** Absent where another file writes it. */
  readonly range?: TextRange;
  /**
   * The files, blocks of the text or calls that give it: what one of them gives for several parts stands together. None
   * where nothing is known to stand with it.
   */
  readonly rows?: readonly string[];
}

/** Which definitions of a name are asked for: through so many names before, and only variables of Terraform. */
interface Definitions {
  readonly depth: number;
  readonly isVariable: boolean;
}

/** How many names a part may have passed through, places of one name that are looked at, and values of a part. */
const DEEPEST = 3;
const MOST_PLACES = 200;
const MOST_PARTS = 6;
/** Names of one text that are asked for. */
const MOST_NAMES = 60;

const CHAIN = String.raw`[$.]{0,2}[A-Za-z_][\w-]{0,80}(?:(?:\??\.|::)[\w-]{1,80}){0,6}`;
/** What stands between the names of a chain. */
const STEP = /\??\.|::/;
const VALUE = String.raw`[\w.-]{1,96}`;
/** An expression that gives a name's value as it is, or another text in its place. */
const FORMS: readonly RegExp[] = [
  // `org`, `.Values.model.owner`, `env.ORG`, `var.owner`, `self.org`
  new RegExp(String.raw`^(?<name>${CHAIN}|\d)$`),
  // `ORG:-acme`, `ORG=acme`, `1:-acme`, `llm.org:acme`, `oc.env:ORG,acme`, `ORG:?message`
  new RegExp(
    String.raw`^(?:oc\.env:)?(?<name>[A-Za-z_][\w.]{0,80}|\d)` +
      String.raw`(?:(?::?[-=]|:|,\s?)(["']?)(?<other>${VALUE})\2|:?\?.{0,80})$`,
  ),
  // `env.ORG || 'acme'`, `process.env.ORG ?? "acme"`, `org or "acme"`
  new RegExp(
    String.raw`^(?<name>${CHAIN})\s{0,4}(?:\|\||\?\?|\bor\b)\s{0,4}["'\x60](?<other>${VALUE})["'\x60]$`,
  ),
  // `.Values.org | default "acme" | quote`, `org | default('acme')`
  new RegExp(
    String.raw`^(?:required\s{1,4}"[^"]{0,120}"\s{1,4})?(?<name>${CHAIN})` +
      String.raw`(?:\s{0,4}\|\s{0,4}(?:quote|squote|trim|toString|string|` +
      String.raw`default[\s(]{1,4}["'](?<other>${VALUE})["']\s{0,2}\)?)){1,4}$`,
  ),
  new RegExp(String.raw`^default\s{1,4}"(?<other>${VALUE})"\s{1,4}(?<name>${CHAIN})$`),
  // `os.getenv("ORG", "acme")`, `os.environ["ORG"]`, `config["org"]`
  new RegExp(
    String.raw`^(?:os\.|System\.|Environment\.)?` +
      String.raw`(?:getenv|environ\.get|env\.get|env|ENV\.fetch|GetEnvironmentVariable)` +
      String.raw`\(\s{0,4}["'](?<name>\w{1,80})["']\s{0,4}(?:,\s{0,4}["'](?<other>${VALUE})["']\s{0,4})?\)` +
      String.raw`(?:\s{0,4}(?:or|\|\||\?\?|\?:)\s{0,4}["'](?:${VALUE})["'])?$`,
  ),
  /^(?<holder>[\w.]{1,80})\[["'](?<name>\w{1,80})["']\]$/,
];
/** An expression that is filled in: its marks are no part of it. */
const MARKED = new RegExp(
  String.raw`^(?:\$?\{\{-?\s{0,8}([^{}]{1,200}?)\s{0,8}-?\}\}|[$#]\{([^{}]{1,160})\}|\{(\$[^{}]{1,160})\}|` +
    String.raw`\\\((.{1,160})\)|\$\$?\((\w{1,80})\)|\$\$?(\w{1,80}))$`,
);
const QUOTED = /^[rRuUfFbB]{0,2}(["'\x60])([^"'\x60]{0,120})\1$/;
/** What templates of charts call their values. */
const OF_CHART = /^\$?\.Values\./;
/** A variable of Terraform, which only its own block and files of values give something. */
const VARIABLE = /^var\./;
/** What is known only when something runs: steps of a workflow, the release of a chart, resources. */
const OF_RUN = new RegExp(
  String.raw`^(?:\$?\.(?!Values\.)|` +
    String.raw`(?:github|steps|needs|secrets|runner|jobs?|strategy|module|data|each|count|path)\.)`,
);
/** Who asks for a setting, and not for what the text itself gives a name. */
const OF_SETTINGS = /^(?:var|env|vars|inputs|local|process\.env)\./;
const ENVIRONMENT = /^[A-Z][A-Z\d_]*$/;

/** Languages in which a word needs no quotes. */
const PLAIN = new Set(
  'yaml dotenv properties ini shellscript makefile dockerfile http plaintext quarto markdown'.split(' '),
);

/** What the parts of names may be that a text puts together: it gives their names values, or settings beside it do. */
export class GivenParts {
  private readonly known = new Map<string, readonly Part[]>();
  private readonly passedOf = new Map<string, readonly Part[]>();
  private readonly rows = new Map<number, string>();
  private readonly path: string;
  private readonly isPlain: boolean;
  private readonly imports: Imports;
  private readonly passedParts: PassedParts;

  constructor(
    readonly text: string,
    { path, language }: { readonly path: string; readonly language: string },
    private readonly configValues: ReadonlyMap<string, string>,
  ) {
    this.path = path;
    this.imports = new Imports(text);
    this.isPlain = PLAIN.has(language);
    this.passedParts = new PassedParts(text);
  }

  /** What an expression at a place may give, what is nearest first; nothing where it makes something else of it. */
  of(expression: string, at: number, depth = 0): readonly Part[] {
    const written = expression.trim();
    const quoted = QUOTED.exec(written)?.[2];
    if (quoted !== undefined) return partsOf(quoted);
    const { name = '', other, holder = '' } = firstMatch(unmarked(written), FORMS)?.groups ?? {};
    const given = name === '' ? [] : this.given(name, at, depth).map((part) => heldBy(holder, part));
    return merged([...given, ...partsOf(other)]).slice(0, MOST_PARTS);
  }

  private given(chain: string, at: number, depth: number): readonly Part[] {
    if (OF_CHART.test(chain)) return this.elsewhere(chain.replace(OF_CHART, ''));
    if (OF_RUN.test(chain)) return [];
    const name = chain.split(STEP).at(-1) ?? '';
    const own = depth > DEEPEST ? [] : this.definitions(name, { depth, isVariable: VARIABLE.test(chain) });
    const before = own.filter(({ range }) => range !== undefined && range.start < at);
    const nearest = [...before.toReversed(), ...own.filter((one) => !before.includes(one))];
    const passed = depth > DEEPEST ? [] : this.passed(chain, at, depth);
    const holder = chain.slice(0, -name.length);
    if (nearest.length + passed.length > 0)
      return merged([...nearest, ...passed].map((part) => heldBy(holder, part)));
    const kept = this.isPlain ? [] : this.constants(chain);
    const isSetting = OF_SETTINGS.test(chain) || ENVIRONMENT.test(name) || this.isPlain;
    const asked = isSetting ? [chain, name] : [];
    return merged([...kept, ...asked.flatMap((one) => this.elsewhere(one))]);
  }

  private rowOf(at: number): string {
    const row = this.rows.get(at) ?? rowAt(this.text, at);
    this.rows.set(at, row);
    return row;
  }

  /** What the calls of a function give its parameter: a text, or what another name has. */
  private passed(name: string, at: number, depth: number): readonly Part[] {
    // Which function a number is an argument of depends on the place, what a name is given does not.
    if (OF_SHELL.test(name)) return this.readPassed(name, at, depth);
    const key = `${name} ${depth}`;
    let found = this.passedOf.get(key);
    if (found === undefined) this.passedOf.set(key, (found = this.readPassed(name, at, depth)));
    return found;
  }

  private readPassed(name: string, at: number, depth: number): readonly Part[] {
    return this.passedParts.of(name, at).flatMap(({ written, at: place }) => {
      const isWord = this.isPlain && isPartOfName(written);
      const parts = isWord ? partsOf(written) : this.of(written, place, depth + 1);
      const rows = [this.isPlain ? `line ${this.text.lastIndexOf('\n', place)}` : this.rowOf(place)];
      return parts.map((part) => ({ rows, ...part }));
    });
  }

  /** The modules of which the text imports all names. */
  private readonly ofAll = once(() => [...matchesOf(this.text, ALL_OF)].map(([, path = '']) => path));

  /** What other code keeps under a name: of the module that it is imported from, or of a file of the same package. */
  private readonly constants = memoized((chain: string) => this.readConstants(chain));

  private readConstants(chain: string): readonly Part[] {
    const [first = '', ...rest] = chain.split(STEP);
    const imported = this.imports.get(first);
    const paths = [first, '*'].flatMap((name) => importPathsOf(this).of(name));
    const name = rest.at(-1) ?? (imported?.name || first);
    const modules = [imported?.module ?? '', ...paths, ...this.ofAll()]
      .map(lastStep)
      .filter((one) => one !== '');
    const beside = rest.length === 0 ? modulesOf(this.path).slice(1) : [imported?.name || first];
    for (const module of [...modules, ...beside]) {
      const parts = this.elsewhere(constantOf(module, name));
      if (parts.length > 0) return parts;
    }
    return [];
  }

  private elsewhere(name: string): readonly Part[] {
    return partsGiven(name, this.configValues);
  }

  /** What the text gives a name, in its order. */
  private definitions(name: string, asked: Definitions): readonly Part[] {
    const key = `${name} ${asked.depth} ${asked.isVariable}`;
    let found = this.known.get(key);
    if (found === undefined) {
      if (this.known.size >= MOST_NAMES || !this.text.includes(name)) return [];
      this.known.set(key, []);
      this.known.set(key, (found = this.read(name, asked)));
    }
    return found;
  }

  private read(name: string, { depth, isVariable }: Definitions): readonly Part[] {
    const found: Part[] = [];
    const places = isVariable ? [] : placesOf(this.text, name);
    for (const at of places) found.push(...this.definedAt(at, at + name.length, depth));
    for (const { 0: whole, 1: own, 2: value = '', index } of matchesOf(this.text, VARIABLE_BLOCK))
      if (own === name && found.length < MOST_PLACES)
        found.push(partAt(value, index + whole.lastIndexOf(value)));
    return found
      .sort((a, b) => (a.range?.start ?? 0) - (b.range?.start ?? 0))
      .map((part) => (part.range === undefined ? part : { rows: [this.rowOf(part.range.start)], ...part }));
  }

  /** What the text gives a name that stands at a place, if it gives it something there. */
  private definedAt(at: number, end: number, depth: number): readonly Part[] {
    const before = textBefore(this.text, at, LONGEST_LEAD);
    const behind = textBehind(this.text, end, LONGEST_VALUE);
    const form = DEFINES.find(([lead]) => lead.test(before));
    const { 0: whole = '', groups } = form?.[1].exec(behind) ?? {};
    if (groups === undefined) return [];
    const { list, text, bare, value } = groups;
    const written = list ?? text ?? bare ?? value ?? '';
    const start = end + whole.lastIndexOf(written);
    return written === '' ? [] : this.written({ start, end: start + written.length }, groups, depth);
  }

  /** What a definition gives: a text, the elements of a list, or what another name has. */
  private written(
    { start, end }: TextRange,
    { list, text, bare }: Partial<Record<string, string>>,
    depth: number,
  ): readonly Part[] {
    const written = this.text.slice(start, end);
    if (list !== undefined)
      return [...matchesOf(list, ELEMENT)].flatMap(({ 1: value = '', index, 0: whole }) =>
        isPartOfName(value) ? [partAt(value, start + index + whole.lastIndexOf(value))] : [],
      );
    if (
      isPartOfName(written) &&
      (text !== undefined || bare === undefined || this.isPlain || NUMBER.test(written))
    )
      return [partAt(written, start)];
    return text === undefined || /[${]/.test(written)
      ? this.of(written, start, depth + 1).map((part) => ({ ...part, range: part.range ?? { start, end } }))
      : [];
  }
}

/** An argument of a function of a shell: `$1`. */
const OF_SHELL = /^\d$/;
const NUMBER = /^[\d.]+$/;
const ELEMENT = /(?:^|[,\s[(])\s{0,40}["']?([\w.-]{1,96})["']?(?=\s{0,40}(?:[,\])]|\s|$))/g;

const TYPE = String.raw`(?:\s{0,4}:\s{0,4}&?(?:'static\s)?[A-Za-z][\w<>[\]. |?]{0,40}(?=\s{0,4}=))?`;
const GIVES = String.raw`[ \t]{0,20}(?::=|\?=|=>|[=:](?![=:>~]))[ \t]{0,20}`;
const GIVEN =
  String.raw`\[(?<list>[^[\]\n]{1,400})\]|[a-zA-Z]?(?<quote>["'\x60])(?<text>[^"'\x60\n]{1,160})\k<quote>|` +
  String.raw`(?<bare>\$?\{\{[^{}\n]{1,160}\}\}|[A-Za-z\d$][\w.$:-]{0,120}` +
  String.raw`(?:\{[^{}\n]{1,120}\}|\([^()\n]{0,120}\)|\[[^[\]\n]{0,60}\])?` +
  String.raw`(?:[ \t]{0,4}(?:\|\||\?\?|\bor\b)[ \t]{0,4}["']${VALUE}["'])?)` +
  String.raw`(?=[ \t]{0,20}(?:[,;)}\]#\r\n]|//|$))`;
/**
 * What stands before a name that is given something, and behind it: `NAME = "…"`, `name: …`, `NAME: &str = "…"`,
 * `"name": ["…", "…"]`; `ENV NAME …`; `for NAME in …`; a record of a name and a value.
 */
const DEFINES: readonly (readonly [RegExp, RegExp])[] = [
  [/\bENV[ \t]{1,8}$/, new RegExp(String.raw`^[ \t=]{1,8}["']?(?<value>${VALUE})`)],
  [
    /\bfor\s{1,4}$/,
    /^\s{1,4}in\s{1,4}(?<list>\w[^\n;:(){}]{1,300}?|[[(][^[\]()\n]{1,300}[\])])(?=[ \t]{0,4}(?:[;:\r\n]|\bdo\b))/,
  ],
  [
    /\b[nN]ame["']?\s{0,8}[:=]\s{0,8}["']?$/,
    new RegExp(
      String.raw`^["']?,?\s{1,80}["']?[vV]alue["']?\s{0,8}[:=]\s{0,8}(?<around>["']?)(?<value>${VALUE})\k<around>`,
    ),
  ],
  [
    /(?<![\w.>{-]|\$\()(?:(?:self|this)\.)?[$@]?["']?$/,
    new RegExp(String.raw`^["']?${TYPE}${GIVES}(?:${GIVEN})`),
  ],
];
const LONGEST_LEAD = 40;
const LONGEST_VALUE = 600;

/** Where a name stands as a word of its own, at most so many times. */
function placesOf(text: string, name: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(name); at >= 0 && places.length < MOST_PLACES; at = text.indexOf(name, at + 1)) {
    const isWord = !isWordCode(text.charCodeAt(at - 1)) || text.charAt(at - 1) === '$';
    if ((at === 0 || isWord) && !isWordCode(text.charCodeAt(at + name.length))) places.push(at);
  }
  return places;
}

/** `from app.consts import *`: any name may be of it. */
const ALL_OF = /^[ \t]{0,40}from[ \t]{1,4}([\w.]{1,120})[ \t]{1,4}import[ \t]{1,4}\*/gm;

/** The last name of a module's path, as it is imported: `./consts.js`, `app.consts`, `crate::consts::`. */
function lastStep(module: string): string {
  const names = module.replace(/(?:\/index)?\.[cm]?[jt]sx?$|\/index$/, '').split(/[/.\\:]+/);
  return names.filter((name) => name !== '').at(-1) ?? '';
}

/** What a template has between its marks. */
function unmarked(written: string): string {
  const [, ...inner] = MARKED.exec(written) ?? [];
  return inner.find((one) => one !== undefined)?.trim() ?? written;
}

function partsOf(value: string | undefined): readonly Part[] {
  return value !== undefined && isPartOfName(value) ? [{ value }] : [];
}

function partAt(value: string, start: number): Part {
  return { value, range: { start, end: start + value.length } };
}

/** `hub.owner` and `model.name`: what stands in one row of the text is not together where two things have it. */
function heldBy(holder: string, part: Part): Part {
  return holder === '' ? part : { ...part, rows: part.rows?.map((row) => `${holder} ${row}`) ?? [] };
}

/** The same with each value once, with all rows that give it; with none where one that gives it is not known. */
function merged(parts: readonly Part[]): readonly Part[] {
  const byValue = new Map<string, { readonly first: Part; readonly rows: Set<string>; isKnown: boolean }>();
  for (const part of parts) {
    const { rows = [] } = part;
    const before = byValue.get(part.value);
    if (before === undefined)
      byValue.set(part.value, { first: part, rows: new Set(rows), isKnown: rows.length > 0 });
    else {
      before.isKnown &&= rows.length > 0;
      for (const row of rows) before.rows.add(row);
    }
  }
  return Array.from(byValue.values(), ({ first, rows, isKnown }) => ({
    ...first,
    rows: isKnown ? [...rows] : [],
  }));
}

/** How far before a place the start of its row is looked for, in characters. */
const LONGEST_ROW = 4_000;
/** A bracket that is open on the line of a place. */
const OPEN = /[({[](?=[^(){}[\]]*(?:\([^()]*\)[^(){}[\]]*)*$)/;

/**
 * The row of a place: the call or record that it is in on its line, or else the block of lines that are no less far in,
 * an item of a list for itself.
 */
function rowAt(text: string, at: number): string {
  let start = text.lastIndexOf('\n', at - 1) + 1;
  const own = text.slice(start, at);
  const open = OPEN.exec(own)?.index;
  if (open !== undefined) return `in ${start + open}`;
  const depth = depthOf(own);
  if (depth === 0) return 'top';
  const last = Math.max(0, at - LONGEST_ROW);
  while (start > last && !ITEM.test(text.slice(start, start + LONGEST_MARGIN))) {
    const before = start < 2 ? 0 : text.lastIndexOf('\n', start - 2) + 1;
    const line = text.slice(before, Math.min(start, before + LONGEST_MARGIN));
    const isItem = ITEM.test(line) && depthOf(line) <= depth;
    if (line.trim() !== '' && (isItem || depthOf(line) < depth)) return `from ${before}`;
    start = before;
  }
  return `from ${start}`;
}

/** So far in a line at most begins. */
const LONGEST_MARGIN = 120;

/** The start of an item of a list, whose first entry stands as far in as the others. */
const ITEM = /^[ \t]*-[ \t]/;

function depthOf(line: string): number {
  return /^[ \t]*(?:-[ \t]{1,8})?/.exec(line)?.[0].length ?? 0;
}
