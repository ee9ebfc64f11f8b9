import { message, type Message } from '../message';
import { closest } from '../text/closest';
import type { TextRange } from '../text/range';
import type { PolicyProblem } from './policy';
import type { ListShape, MapShape, RecordShape, ScalarShape, Shape } from './shape';
import { checkTextForm } from './textForms';
import { wideMarkIn } from './wideMarks';
import { WHOLE_NUMBER, type YamlEntry, type YamlMap, type YamlNode, type YamlScalar } from './yamlTree';

/** Everything in `node` that `shape` does not have, in the order of the text. */
export function checkShape(node: YamlNode, shape: Shape): readonly PolicyProblem[] {
  return new Checker().run(node, shape);
}

/** Digits with `_` between them, as people write large numbers. */
const COUNT = /^\d+(?:_\d+)*$/;

/** The whole number a scalar stands for, or `undefined`. */
export function countOf(value: YamlScalar['value']): number | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || !COUNT.test(text)) return undefined;
  const count = Number(text.replaceAll('_', ''));
  return Number.isSafeInteger(count) ? count : undefined;
}

class Checker {
  private readonly problems: PolicyProblem[] = [];

  run(node: YamlNode, shape: Shape): readonly PolicyProblem[] {
    this.value(node, shape);
    return this.problems;
  }

  private value(node: YamlNode, shape: Shape): void {
    switch (shape.kind) {
      case 'map':
        return this.map(node, shape);
      case 'record':
        return this.record(node, shape);
      case 'list':
        return this.list(node, shape);
      default:
        return this.scalar(node, shape);
    }
  }

  private map(node: YamlNode, shape: MapShape): void {
    const map = this.asMap(node);
    if (map === undefined) return;
    for (const entry of map.entries) {
      const field = shape.fields.find(({ name }) => name === entry.key);
      if (field === undefined) this.unknownKey(entry, shape);
      else this.value(entry.value, field.shape);
    }
    for (const { name, required } of shape.fields) {
      if (required === true && !map.entries.some(({ key }) => key === name))
        this.add(firstOf(map), message('The key "{0}" is missing', name));
    }
  }

  private record(node: YamlNode, shape: RecordShape): void {
    for (const { key, keyRange, value } of this.asMap(node)?.entries ?? []) {
      const field = shape.fields?.find(({ name }) => name === key);
      if (field !== undefined) {
        this.value(value, field.shape);
        continue;
      }
      this.scalar({ kind: 'scalar', value: key, range: keyRange }, shape.keys);
      this.value(value, shape.value);
    }
  }

  /** A key without a value, as is left when its lines are commented out, is an empty map or list. */
  private asMap(node: YamlNode): YamlMap | undefined {
    if (node.kind === 'map') return node;
    if (!isAbsent(node)) this.misfit(node, message('Keys and values are expected here, as in "key: value"'));
    return undefined;
  }

  private list(node: YamlNode, shape: ListShape): void {
    if (shape.empty !== undefined && (isAbsent(node) || (node.kind === 'list' && node.items.length === 0)))
      this.add(node.range, shape.empty);
    else if (node.kind === 'list') for (const item of node.items) this.value(item, shape.item);
    else if (shape.orOne === true && node.kind === 'scalar') this.value(node, shape.item);
    else if (!isAbsent(node)) this.add(node.range, message('A list is expected here, as in "[a, b]"'));
  }

  private scalar(node: YamlNode, shape: ScalarShape): void {
    if (node.kind === 'list') return this.add(node.range, message('One value is expected here, and no list'));
    if (node.kind !== 'scalar') return this.add(node.range, expectation(shape));
    if (node.value === null) return this.add(node.range, message('A value is missing here'));
    if (shape.kind === 'text') return this.text(node, node.value, shape.form);
    if (shape.kind === 'choice')
      return this.choice(
        node,
        shape.choices.map(({ value }) => value),
      );
    const fits =
      shape.kind === 'boolean' ? typeof node.value === 'boolean' : countOf(node.value) !== undefined;
    if (!fits) this.misfit(node, expectation(shape));
  }

  private text(
    node: YamlScalar,
    value: string | number | boolean,
    form: Parameters<typeof checkTextForm>[1],
  ): void {
    if (typeof value !== 'string')
      return this.add(
        node.range,
        message('Text is expected here; put "{0}" in quotes if it is meant', String(value)),
      );
    const problem = checkTextForm(value, form);
    if (problem === undefined) return;
    if (form === 'prose') this.add(node.range, problem.message);
    else this.misfit(node, problem.message, problem.suggestion);
  }

  private choice(node: YamlScalar, values: readonly (string | number)[]): void {
    if (values.some((value) => value === node.value)) return;
    const near = closest(String(node.value), values.map(String));
    const list = values.join(', ');
    if (near === undefined) this.misfit(node, message('"{0}" is not one of: {1}', String(node.value), list));
    else
      this.misfit(
        node,
        message('"{0}" is not one of: {1}; did you mean "{2}"?', String(node.value), list, near),
        near,
      );
  }

  private unknownKey({ key, keyRange }: YamlEntry, { fields }: MapShape): void {
    const names = fields.map(({ name }) => name);
    const near = closest(key, names);
    const cause = wronglyIndented(key) ?? wideMarkIn(key);
    if (cause !== undefined) this.add(keyRange, cause);
    else if (near === undefined)
      this.add(keyRange, message('There is no key "{0}" here; known are: {1}', key, names.join(', ')));
    else this.add(keyRange, message('There is no key "{0}" here; did you mean "{1}"?', key, near), near);
  }

  /** That a value is none for its place; one with a wide mark in it is told for that, which is what nobody sees. */
  private misfit(node: YamlNode, text: Message, suggestion?: string): void {
    const cause =
      node.kind === 'scalar' && typeof node.value === 'string' ? wideMarkIn(node.value) : undefined;
    if (cause === undefined) this.add(node.range, text, suggestion);
    else this.add(node.range, cause);
  }

  private add(range: TextRange, text: Message, suggestion?: string): void {
    this.problems.push({
      severity: 'error',
      range,
      message: text,
      ...(suggestion !== undefined && { suggestion }),
    });
  }
}

function isAbsent(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

/** A key that begins with a blank that YAML takes for a letter, as the wide one of Japanese keyboards, which nobody sees. */
function wronglyIndented(key: string): Message | undefined {
  const name = key.trimStart();
  const blank = key.length > name.length ? key.codePointAt(0) : undefined;
  if (blank === undefined) return undefined;
  return message(
    'The blank before "{0}" is U+{1}: YAML takes only spaces to indent a line',
    name,
    blank.toString(16).toUpperCase().padStart(4, '0'),
  );
}

/** A map is as long as the file may be; its first key is a place people can look at. */
function firstOf(map: YamlMap): TextRange {
  return map.entries[0]?.keyRange ?? map.range;
}

function expectation(shape: ScalarShape): Message {
  switch (shape.kind) {
    case 'boolean':
      return message('true or false is expected here');
    case 'count':
      return WHOLE_NUMBER;
    case 'choice':
      return message(
        'One of these is expected here: {0}',
        shape.choices.map(({ value }) => value).join(', '),
      );
    case 'text':
      return message('Text is expected here');
  }
}
