import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { MAX_POLICY_LENGTH } from '../policy/yamlTree';
import { parseYaml } from '../text/parseYaml';
import type { TextRange } from '../text/range';
import { yamlItem, yamlText, type YamlFields } from './yamlText';

/** A change to a text: `newText` in place of `range`. */
export interface TextEdit {
  readonly range: TextRange;
  readonly newText: string;
}

/** A place in a policy: a list under one or two keys. */
export type ListPath = readonly [key: string] | readonly [key: string, key: string];

/**
 * Small changes to the text of a policy. Everything that is not changed stays as it is, character by character: comments, order,
 * indentation, line ends. A file that is not YAML is not changed.
 */
export class PolicyText {
  private readonly eol: string;
  private readonly root: YAMLMap | undefined;
  private readonly isEmpty: boolean;

  constructor(private readonly text: string) {
    this.eol = text.includes('\r\n') ? '\r\n' : '\n';
    const document = text.length > MAX_POLICY_LENGTH ? undefined : parseYaml(text).document;
    this.isEmpty = document !== undefined && document.errors.length === 0 && document.contents === null;
    this.root =
      document !== undefined && document.errors.length === 0 && isMap(document.contents)
        ? document.contents
        : undefined;
  }

  /** Adds an entry at the end of a list, which is made where there is none. `undefined` where the file has another form. */
  add(path: ListPath, item: string | YamlFields): TextEdit | undefined {
    if (this.isEmpty)
      return this.append(`version: 1${this.eol}${this.eol}${this.blockUnder(path, item, '')}`);
    if (this.root === undefined) return undefined;
    return this.addUnder(this.root, path, item, '');
  }

  /**
   * Adds a named entry under a key, which is made where there is none. `undefined` where the name is there already, or the file has
   * another form.
   */
  addEntry(key: string, name: string, fields: YamlFields): TextEdit | undefined {
    const entry = `${yamlText(name)}: ${yamlItem(fields, undefined, this.eol)}`;
    const block = `${key}:${this.eol}  ${entry}`;
    if (this.isEmpty) return this.append(`version: 1${this.eol}${this.eol}${block}`);
    if (this.root === undefined) return undefined;
    const pair = pairOf(this.root, key);
    if (pair === undefined) return this.root.flow === true ? undefined : this.append(block);
    const { value } = pair;
    if (!isMap(value) || value.flow === true || pairOf(value, name) !== undefined) return undefined;
    return this.insertAfterLine(
      this.contentEnd(value),
      `${this.columnIndent(value.range?.[0] ?? 0)}${entry}`,
    );
  }

  /** Takes an entry out of a list. `undefined` where it is not in it. */
  remove(path: ListPath, item: string): TextEdit | undefined {
    const list = this.listAt(path);
    const found = list?.items.find((node) => isScalar(node) && node.value === item) as Node | undefined;
    if (list === undefined || found?.range === undefined || found.range === null) return undefined;
    return list.flow === true
      ? this.removeFromFlow(list, found)
      : this.removeLines(found.range[0], found.range[0]);
  }

  /** Takes out the entry of a list that an offset lies in. */
  removeAt(path: ListPath, offset: number): TextEdit | undefined {
    const list = this.listAt(path);
    const found = (list?.items as readonly Node[] | undefined)?.find(
      ({ range }) => range !== undefined && range !== null && range[0] <= offset && offset < range[1],
    );
    if (list === undefined || found?.range === undefined || found.range === null) return undefined;
    return list.flow === true
      ? this.removeFromFlow(list, found)
      : this.removeLines(found.range[0], this.contentEnd(found));
  }

  private listAt(path: ListPath): YAMLSeq | undefined {
    let node: unknown = this.root;
    for (const key of path) node = isMap(node) ? pairOf(node, key)?.value : undefined;
    return isSeq(node) ? node : undefined;
  }

  private addUnder(
    map: YAMLMap,
    [key, ...rest]: readonly string[],
    item: string | YamlFields,
    indent: string,
  ): TextEdit | undefined {
    if (key === undefined) return undefined;
    const pair = pairOf(map, key);
    if (pair === undefined) return this.addKey(map, [key, ...rest], item, indent);
    const { value } = pair;
    if (isSeq(value) && rest.length === 0) return this.addItem(value, item, indent);
    if (isMap(value) && rest.length > 0)
      return this.addUnder(value, rest, item, this.indentOf(value, indent));
    if (!isAbsent(value)) return undefined;
    return this.fillKey(map, pair, this.under(rest, item, `${indent}  `));
  }

  // ── A list that is there ──────────────────────────────────────────────────────────────────────────────────────

  private addItem(list: YAMLSeq, item: string | YamlFields, indent: string): TextEdit | undefined {
    const last = list.items.at(-1) as Node | undefined;
    const [start, end] = list.range ?? [0, 0];
    if (list.flow !== true)
      return last === undefined
        ? undefined
        : this.insertAfterLine(this.contentEnd(last), yamlItem(item, this.columnIndent(start), this.eol));
    if (last !== undefined) return at(last.range?.[1] ?? end, `, ${yamlItem(item, undefined, this.eol)}`);
    if (typeof item === 'string' || this.root?.flow === true)
      return { range: { start, end }, newText: `[${yamlItem(item, undefined, this.eol)}]` };
    return {
      range: { start: this.skipBlanksBack(start), end },
      newText: `${this.eol}${yamlItem(item, `${indent}  `, this.eol)}`,
    };
  }

  /** The end of what a node says, which is where the text stops, not where the blank lines after it do. */
  private contentEnd(node: Node): number {
    const end = node.range?.[1] ?? 0;
    return this.text.slice(0, end).trimEnd().length;
  }

  private insertAfterLine(offset: number, lines: string): TextEdit {
    const end = this.lineEnd(offset);
    return at(end, `${this.eol}${lines}`);
  }

  private removeFromFlow(list: YAMLSeq, found: Node): TextEdit {
    const index = list.items.indexOf(found);
    const before = list.items[index - 1] as Node | undefined;
    const after = list.items[index + 1] as Node | undefined;
    const [start, end] = found.range ?? [0, 0];
    if (before !== undefined) return { range: { start: before.range?.[1] ?? start, end }, newText: '' };
    return { range: { start, end: after?.range?.[0] ?? end }, newText: '' };
  }

  private removeLines(from: number, to: number): TextEdit {
    const start = this.text.lastIndexOf('\n', from - 1) + 1;
    const end = this.lineEnd(to);
    const next = this.text.startsWith('\r\n', end) ? end + 2 : end + 1;
    return { range: { start, end: Math.min(next, this.text.length) }, newText: '' };
  }

  // ── A list that is not there yet ──────────────────────────────────────────────────────────────────────────────

  private addKey(map: YAMLMap, path: readonly string[], item: string | YamlFields, indent: string): TextEdit {
    const last = map.items.at(-1);
    if (last === undefined) return at((map.range?.[0] ?? 0) + 1, flowUnder(path, item));
    const lastEnd = this.contentEnd((last.value ?? last.key) as Node);
    if (map.flow === true) return at(lastEnd, `, ${flowUnder(path, item)}`);
    const block = this.blockUnder(path, item, indent);
    return map === this.root ? this.append(block) : this.insertAfterLine(lastEnd, block);
  }

  /** Gives a key that has no value one, after what else stands in its line. */
  private fillKey(
    map: YAMLMap,
    { key }: Pair,
    { block, flow }: { readonly block: string; readonly flow: string },
  ): TextEdit {
    const keyEnd = this.text.indexOf(':', (key as Node).range?.[1] ?? 0) + 1;
    return map.flow === true ? at(keyEnd, ` ${flow}`) : at(this.lineEnd(keyEnd), `${this.eol}${block}`);
  }

  private under(
    rest: readonly string[],
    item: string | YamlFields,
    indent: string,
  ): { readonly block: string; readonly flow: string } {
    if (rest.length > 0)
      return { block: this.blockUnder(rest, item, indent), flow: `{ ${flowUnder(rest, item)} }` };
    return { block: yamlItem(item, indent, this.eol), flow: `[${yamlItem(item, undefined, this.eol)}]` };
  }

  private blockUnder([key, ...rest]: readonly string[], item: string | YamlFields, indent: string): string {
    if (rest.length > 0) return `${indent}${key}:${this.eol}${this.blockUnder(rest, item, `${indent}  `)}`;
    if (typeof item === 'string') return `${indent}${key}: [${yamlItem(item, undefined, this.eol)}]`;
    return `${indent}${key}:${this.eol}${yamlItem(item, `${indent}  `, this.eol)}`;
  }

  /** At the end of the file, on a line of its own. */
  private append(block: string): TextEdit {
    const { text, eol } = this;
    const isFresh = text === '' || text === '\uFEFF' || text.endsWith('\n');
    return at(text.length, `${isFresh ? '' : eol}${block}${eol}`);
  }

  // ── Places ────────────────────────────────────────────────────────────────────────────────────────────────────

  private indentOf(map: YAMLMap, parent: string): string {
    return map.flow === true ? `${parent}  ` : this.columnIndent(map.range?.[0] ?? 0);
  }

  /** Blanks as wide as what stands before an offset in its line. */
  private columnIndent(offset: number): string {
    return ' '.repeat(offset - (this.text.lastIndexOf('\n', offset - 1) + 1));
  }

  private lineEnd(offset: number): number {
    const newline = this.text.indexOf('\n', offset);
    if (newline < 0) return this.text.length;
    return this.text[newline - 1] === '\r' ? newline - 1 : newline;
  }

  private skipBlanksBack(offset: number): number {
    let start = offset;
    while (this.text[start - 1] === ' ') start--;
    return start;
  }
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

function isAbsent(value: unknown): boolean {
  return value === null || value === undefined || (isScalar(value) && value.value === null);
}

function at(offset: number, newText: string): TextEdit {
  return { range: { start: offset, end: offset }, newText };
}

function flowUnder([key, ...rest]: readonly string[], item: string | YamlFields): string {
  return rest.length > 0
    ? `${key}: { ${flowUnder(rest, item)} }`
    : `${key}: [${yamlItem(item, undefined, '')}]`;
}
