import type { AuditReport } from './auditReport';

/** A list or object is written item by item so many levels down: the lists of a report, or of a part of it. */
const LEVELS = 2;

/** In parts. */
export function* toJson(report: AuditReport): Generator<string> {
  yield* jsonParts(report, '  ');
  yield '\n';
}

/**
 * What `JSON.stringify` writes of a value, in parts: of a long list one item at a time is text.
 * @param indent for each level; without it everything is on one line
 */
export function jsonParts(value: object, indent = ''): Generator<string> {
  return partsOf(value, { indent, levels: LEVELS, margin: indent === '' ? '' : '\n' });
}

interface Layout {
  readonly indent: string;
  readonly levels: number;
  /** Begins each line that is not further in. */
  readonly margin: string;
}

function* partsOf(value: unknown, { indent, levels, margin }: Layout): Generator<string> {
  if (levels === 0 || typeof value !== 'object' || value === null || isEmpty(value)) {
    yield wholeOf(value, indent, margin);
    return;
  }
  const inside = { indent, levels: levels - 1, margin: margin + indent };
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  let before = open;
  for (const [name, content] of membersOf(value, indent)) {
    yield `${before}${inside.margin}${name}`;
    yield* partsOf(content, inside);
    before = ',';
  }
  yield `${margin}${close}`;
}

/** What stands in an object or list, each with what stands before it. */
function* membersOf(value: object, indent: string): Generator<readonly [string, unknown]> {
  if (Array.isArray(value)) for (const item of value) yield ['', item];
  else
    for (const [key, content] of Object.entries(value))
      if (content !== undefined) yield [`${JSON.stringify(key)}:${indent === '' ? '' : ' '}`, content];
}

function isEmpty(value: object): boolean {
  return Object.values(value).every((content) => content === undefined);
}

function wholeOf(value: unknown, indent: string, margin: string): string {
  const text = JSON.stringify(value, null, indent);
  return indent === '' ? text : text.replaceAll('\n', margin);
}
