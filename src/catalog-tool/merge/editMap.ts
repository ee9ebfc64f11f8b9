import {
  isAlias,
  isMap,
  isScalar,
  parseDocument,
  stringify,
  visit,
  type Document,
  type Pair,
  type YAMLMap,
} from 'yaml';

/** What an entry is to say afterwards: the facts to put in the place of what it says; `undefined` takes one out. */
export type FactChanges = Readonly<Record<string, unknown>>;

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const STYLE = { lineWidth: 0, flowCollectionPadding: true } as const;

/**
 * Changes entries of one map in a YAML text and leaves every other byte as it is: comments, the order of keys, quotes and
 * blank lines. The map has one key a line, in block style. Throws, naming the file, for text that cannot be edited so.
 */
export class MapEditor {
  private readonly edits: Edit[] = [];
  private readonly pairs: readonly Pair[];
  private readonly newline: string;
  /** The end of the line of the map's key, and what stands there for a map without entries. */
  private readonly head: { readonly end: number; readonly empty: Edit | null };
  private removed = 0;
  private added = 0;

  /** `path` is for messages; `key` is the top-level key of the map. */
  constructor(
    private readonly path: string,
    private readonly text: string,
    key: string,
  ) {
    const document = parseDocument(text);
    const map = document.errors.length > 0 ? undefined : document.get(key, true);
    if (!isMap(map) || (map.flow === true && map.items.length > 0))
      throw new Error(`${path}: ${key} is not a map with an entry a line, which a merge can add to`);
    this.pairs = map.items;
    const { start, end } = rangeOf(map);
    const empty = map.items.length > 0 ? null : { start: start - 1, end, text: '' };
    const after = text.indexOf('\n', empty === null ? (keyEnd(document, key) ?? start) : end);
    this.head = { end: after < 0 ? text.length : after + 1, empty };
    this.newline = text.includes('\r\n') ? '\r\n' : '\n';
  }

  /** Changes facts of the entry under a key; with `name`, the entry is under that key from now on. */
  change(key: string, changes: FactChanges, name = key): void {
    const pair = this.pairOf(key);
    if (name !== key) this.edits.push({ ...rangeOf(pair.key), text: inline(name) });
    if (Object.keys(changes).length === 0) return;
    const { start, end: whole } = rangeOf(pair.value);
    const source = this.text.slice(start, whole).trimEnd();
    const column = start - (this.text.lastIndexOf('\n', start - 1) + 1);
    const isFlow = isMap(pair.value) && pair.value.flow === true;
    const indent = isFlow ? '' : ' '.repeat(column);
    const entry = parseDocument(`${indent}${source}`);
    const { contents } = entry;
    if (entry.errors.length > 0 || !isMap(contents) || hasAlias(entry))
      throw new Error(`${this.path}: ${key} is written in a way that a merge cannot change`);
    apply(entry, contents, changes);
    const lines = entry.toString(STYLE).trimEnd().split('\n');
    const text = lines
      .map((line, index) => (index === 0 || line === '' ? line : `${indent || '    '}${line}`))
      .join(this.newline);
    this.edits.push({ start, end: start + source.length, text });
  }

  /** Adds an entry, in one line, behind the last key that is before its own without regard to case. */
  add(key: string, entry: unknown): void {
    const before = this.pairs.filter((pair) => keyOf(pair).toLowerCase() < key.toLowerCase()).at(-1);
    const [first] = this.pairs;
    const at = before === undefined ? this.head.end : this.lineEnd(before);
    const indent = first === undefined ? '  ' : this.indentOf(first);
    this.added += 1;
    const line = `${indent}${inline(key)}: ${inline(entry)}${this.newline}`;
    const isOpen = at > 0 && this.text[at - 1] !== '\n';
    this.edits.push({ start: at, end: at, text: isOpen ? `${this.newline}${line}` : line });
  }

  /** Whether there is an entry under a key, in whichever capitals. */
  has(key: string): boolean {
    return this.pairs.some((pair) => keyOf(pair).toLowerCase() === key.toLowerCase());
  }

  /** Takes an entry out, with the rest of its last line. Comments above it stay. */
  remove(key: string): void {
    const pair = this.pairOf(key);
    const start = this.text.lastIndexOf('\n', rangeOf(pair.key).start - 1) + 1;
    this.removed += 1;
    this.edits.push({ start, end: this.lineEnd(pair), text: '' });
  }

  /** The text with all changes. */
  toString(): string {
    // From the end on, so that the places of the others hold; what is added at one place goes behind what is replaced there.
    const { end, empty } = this.head;
    const edits = [...this.edits];
    if (empty !== null && this.added > 0) edits.push(empty);
    if (empty === null && this.added === 0 && this.removed === this.pairs.length) {
      const at = end - this.newline.length;
      edits.push({ start: at, end: at, text: ' {}' });
    }
    const sorted = edits.sort((a, b) => b.start - a.start || b.end - a.end || compareText(b.text, a.text));
    return sorted.reduce(
      (text, { start, end, text: inserted }) => text.slice(0, start) + inserted + text.slice(end),
      this.text,
    );
  }

  private pairOf(key: string): Pair {
    const pair = this.pairs.find((item) => keyOf(item) === key);
    if (pair === undefined) throw new Error(`${this.path}: ${key} is not there`);
    return pair;
  }

  private lineEnd({ key, value }: Pair): number {
    const { start, end } = rangeOf(value ?? key);
    const last = start + this.text.slice(start, end).trimEnd().length;
    const newline = this.text.indexOf('\n', last);
    return newline < 0 ? this.text.length : newline + 1;
  }

  private indentOf({ key }: Pair): string {
    const { start } = rangeOf(key);
    return this.text.slice(this.text.lastIndexOf('\n', start - 1) + 1, start);
  }
}

/** A value as YAML in one line. */
export function inline(value: unknown): string {
  return stringify(value, { ...STYLE, collectionStyle: 'flow' }).trim();
}

function apply(entry: Document, map: YAMLMap, changes: FactChanges): void {
  for (const [fact, value] of Object.entries(changes)) {
    const node = entry.createNode(value, { flow: true });
    if (value === undefined) map.delete(fact);
    else if (map.has(fact)) {
      const before = map.get(fact, true);
      if (before !== undefined)
        Object.assign(node, { comment: before.comment, commentBefore: before.commentBefore });
      map.set(fact, node);
    } else {
      const sources = map.items.findIndex((pair) => keyOf(pair) === 'sources');
      map.items.splice(sources < 0 ? map.items.length : sources, 0, entry.createPair(fact, node));
    }
  }
}

function compareText(a: string, b: string): number {
  const [first, second] = [a.toLowerCase(), b.toLowerCase()];
  return first < second ? -1 : first > second ? 1 : 0;
}

function hasAlias(document: Document): boolean {
  let found = false;
  visit(document, (_, node) => {
    if (isAlias(node)) found = true;
  });
  return found;
}

/** Where a top-level key ends in the text. */
function keyEnd({ contents }: Document, name: string): number | undefined {
  const pair = isMap(contents) ? contents.items.find((item) => keyOf(item) === name) : undefined;
  return pair === undefined ? undefined : rangeOf(pair.key).end;
}

function keyOf({ key }: { readonly key: unknown }): string {
  return isScalar(key) ? String(key.value) : String(key);
}

function rangeOf(node: unknown): { readonly start: number; readonly end: number } {
  const [start, end] = (node as { readonly range?: readonly number[] } | null)?.range ?? [];
  if (start === undefined || end === undefined) throw new Error('a YAML node without a place');
  return { start, end };
}
