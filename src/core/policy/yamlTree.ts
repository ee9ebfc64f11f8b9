import { isAlias, isMap, isNode, isScalar, isSeq, visit, type Document, type Node, type Pair } from 'yaml';
import { message, type Message } from '../message';
import { parseYaml, type ParsedYaml } from '../text/parseYaml';
import type { TextRange } from '../text/range';
import type { PolicyProblem } from './policy';
import { wideMarkIn, wideSyntaxAt } from './wideMarks';

/** Data as YAML writes it, with the range of every key and value; aliases are replaced by what they stand for. */
export type YamlNode = YamlMap | YamlList | YamlScalar;

export interface YamlMap {
  readonly kind: 'map';
  readonly entries: readonly YamlEntry[];
  readonly range: TextRange;
}

export interface YamlEntry {
  readonly key: string;
  readonly keyRange: TextRange;
  readonly value: YamlNode;
}

export interface YamlList {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
  readonly range: TextRange;
}

export interface YamlScalar {
  readonly kind: 'scalar';
  /** As YAML 1.2 reads it; numbers with `_` and dates stay text. */
  readonly value: string | number | boolean | null;
  readonly range: TextRange;
}

export interface YamlReading {
  /** `undefined` where there is a problem, or nothing in the file. */
  readonly root: YamlNode | undefined;
  readonly problems: readonly PolicyProblem[];
}

/** How much a file of plain data may hold. */
export interface YamlLimits {
  /** UTF-16 code units. */
  readonly length: number;
  /** Counted after aliases are replaced, so that a few lines cannot stand for millions. */
  readonly values: number;
  readonly aliases: number;
}

/** UTF-16 code units. Policies are pages, not books: more is a mistake or an attack. */
export const MAX_POLICY_LENGTH = 250_000;
const POLICY_LIMITS: YamlLimits = { length: MAX_POLICY_LENGTH, values: 20_000, aliases: 100 };
const MAX_DEPTH = 20;
const TOO_DEEP = message(
  'Nested more than {0} levels deep; take the extra brackets, dashes or indentation out',
  MAX_DEPTH,
);
export const WHOLE_NUMBER = message('A whole number is expected here, as in 50_000');
/** A file that is not YAML at all has an error on every line; the first ones say enough. */
const MAX_SYNTAX_PROBLEMS = 10;

/**
 * Reads one YAML document as plain data: no tags, bounded depth, size and aliases, every key a string and written once.
 * Never throws.
 */
export function readYaml(text: string, limits = POLICY_LIMITS): YamlReading {
  if (text.length > limits.length) {
    return failed(
      { start: 0, end: 1 },
      message('The file has {0} characters; it may have {1}', text.length, limits.length),
    );
  }
  return readDocument(parseYaml(text), text, limits);
}

function readDocument(
  { document: first, second, tooDeepAt }: ParsedYaml,
  text: string,
  limits: YamlLimits,
): YamlReading {
  if (tooDeepAt !== undefined) return failed(visibleRange(text, tooDeepAt, tooDeepAt + 1), TOO_DEEP);
  if (first === undefined) return { root: undefined, problems: [] };
  if (first.errors.length > 0)
    return {
      root: undefined,
      problems: first.errors.slice(0, MAX_SYNTAX_PROBLEMS).map((found) => syntaxProblem(found, text)),
    };
  if (second !== undefined) {
    const start = second.range[0];
    return failed(
      { start, end: Math.min(start + 3, text.length) },
      message('The file is one YAML document; a second one starts here'),
    );
  }
  return new TreeReader(first, limits).read();
}

/** What is oftenest wrong, by the codes of the library, whose own words are English. */
const SYNTAX_ERRORS: Readonly<Partial<Record<string, Message>>> = {
  TAB_AS_INDENT: message('tabs cannot indent a line, only blanks can'),
  BAD_INDENT: message(
    'the indentation does not fit that of the lines around it, or a bracket before it is not closed',
  ),
  MULTILINE_IMPLICIT_KEY: message('a ":" is missing behind a key, or a key goes over several lines'),
  BLOCK_AS_IMPLICIT_KEY: message('a second key cannot stand on the same line'),
  MISSING_CHAR: message('a closing bracket or quote, a comma or a ":" is missing'),
  DUPLICATE_KEY: message('the key stands twice'),
  BAD_SCALAR_START: message('a text that begins with this character needs quotes'),
};

function syntaxProblem(
  {
    code,
    message: reason,
    pos,
  }: { readonly code: string; readonly message: string; readonly pos: readonly [number, number] },
  text: string,
): PolicyProblem {
  const [start, end] = pos;
  const wideAt = wideSyntaxAt(text, start);
  const cause = wideAt === undefined ? undefined : wideMarkIn(text.charAt(wideAt));
  if (wideAt !== undefined && cause !== undefined) return error({ start: wideAt, end: wideAt + 1 }, cause);
  return error(visibleRange(text, start, end), message('Not valid YAML: {0}', SYNTAX_ERRORS[code] ?? reason));
}

/** What is missing at the end of the text is told at its last visible character: nobody sees a mark behind it. */
function visibleRange(text: string, from: number, to: number): TextRange {
  const start = Math.min(from, Math.max(text.trimEnd().length - 1, 0));
  return { start, end: Math.min(Math.max(to, start + 1), text.length) };
}

class Refusal {
  constructor(readonly problem: PolicyProblem) {}
}

/** Turns the library's nodes into {@link YamlNode}s and stops at the first thing that plain data does not have. */
class TreeReader {
  private readonly anchors = new Map<string, Node>();
  private readonly open = new Set<Node>();
  private nodes = 0;
  private aliases = 0;

  constructor(
    private readonly document: Document.Parsed,
    private readonly limits: YamlLimits,
  ) {}

  read(): YamlReading {
    const { contents } = this.document;
    if (contents === null) return { root: undefined, problems: [] };
    visit(this.document, {
      Node: (_key, node) => {
        if (!isAlias(node) && node.anchor !== undefined) this.anchors.set(node.anchor, node);
      },
    });
    try {
      return { root: this.node(contents, 0), problems: [] };
    } catch (refusal) {
      if (refusal instanceof Refusal) return { root: undefined, problems: [refusal.problem] };
      throw refusal;
    }
  }

  private node(node: Node, depth: number): YamlNode {
    const range = rangeOf(node);
    if (++this.nodes > this.limits.values)
      this.refuse(range, message('The file stands for more than {0} values', this.limits.values));
    if (depth > MAX_DEPTH) this.refuse(range, TOO_DEEP);
    if (isAlias(node)) return this.alias(node.source, range, depth);
    if ('tag' in node && typeof node.tag === 'string')
      this.refuse(range, message('The file is plain data: the tag {0} is not read', node.tag));
    if (isMap(node)) return this.map(node.items as Pair[], range, depth);
    if (isSeq(node))
      return { kind: 'list', range, items: node.items.map((item) => this.child(item, range, depth)) };
    return { kind: 'scalar', range, value: isScalar(node) ? plain(node.value) : null };
  }

  private map(pairs: readonly Pair[], range: TextRange, depth: number): YamlMap {
    const seen = new Set<string>();
    const entries = pairs.map(({ key, value }, index): YamlEntry => {
      const keyRange = isNode(key) ? rangeOf(key) : range;
      if (isRestOfNumber(key, value, pairs[index - 1]?.value)) this.refuse(keyRange, WHOLE_NUMBER);
      if (!isScalar(key)) this.refuse(keyRange, message('A key must be a word'));
      const name = String((key as { value: unknown }).value ?? '');
      if (seen.has(name)) this.refuse(keyRange, message('The key "{0}" is written twice', name));
      seen.add(name);
      return {
        key: name,
        keyRange,
        value: this.child(value, { start: keyRange.end, end: keyRange.end }, depth),
      };
    });
    return { kind: 'map', entries, range };
  }

  private child(value: unknown, whereAbsent: TextRange, depth: number): YamlNode {
    return isNode(value) ? this.node(value, depth + 1) : { kind: 'scalar', value: null, range: whereAbsent };
  }

  private alias(name: string, range: TextRange, depth: number): YamlNode {
    const { aliases } = this.limits;
    if (++this.aliases > aliases) this.refuse(range, message('More than {0} aliases', aliases));
    const target = this.anchors.get(name);
    if (target === undefined) this.refuse(range, message('Nothing is called "{0}" here', name));
    if (this.open.has(target)) this.refuse(range, message('The alias "{0}" contains itself', name));
    this.open.add(target);
    const node = this.node(target, depth);
    this.open.delete(target);
    return node;
  }

  private refuse(range: TextRange, reason: Message): never {
    throw new Refusal(error(range, reason));
  }
}

/** Whether a key is what a comma divided from the number before it, as in `{ JPY: 1,800,000 }`. */
function isRestOfNumber(key: unknown, value: unknown, before: unknown): boolean {
  if (!isScalar(key) || !/^\d{3}$/.test(key.source ?? '') || (isScalar(value) && value.value !== null))
    return false;
  return isScalar(before) && typeof before.value === 'number';
}

function plain(value: unknown): YamlScalar['value'] {
  return typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    value === null
    ? value
    : String(value);
}

export function rangeOf(node: Node): TextRange {
  const [start, end] = node.range ?? [0, 0];
  return { start, end };
}

function failed(range: TextRange, reason: Message): YamlReading {
  return { root: undefined, problems: [error(range, reason)] };
}

function error(range: TextRange, reason: Message): PolicyProblem {
  return { severity: 'error', range, message: reason };
}
