/** Lists and objects down to this level are written item by item: the places of a report lie three levels deep. */
const LEVELS = 3;

/** What `JSON.stringify` writes, in parts: a long report would take as much memory again as one text. */
export function* jsonParts(value: unknown, levels = LEVELS): Generator<string> {
  if (levels === 0 || typeof value !== 'object' || value === null) yield JSON.stringify(value) ?? 'null';
  else if (Array.isArray(value)) yield* listParts(value, levels);
  else yield* objectParts(value, levels);
}

function* listParts(items: readonly unknown[], levels: number): Generator<string> {
  yield '[';
  for (const [index, item] of items.entries()) {
    if (index > 0) yield ',';
    yield* jsonParts(item, levels - 1);
  }
  yield ']';
}

function* objectParts(object: object, levels: number): Generator<string> {
  let mark = '{';
  for (const [name, value] of Object.entries(object)) {
    if (value === undefined) continue;
    yield `${mark}${JSON.stringify(name)}:`;
    yield* jsonParts(value, levels - 1);
    mark = ',';
  }
  yield mark === '{' ? '{}' : '}';
}
