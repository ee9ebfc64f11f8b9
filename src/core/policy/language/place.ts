import { isMap, isScalar, isSeq, type Node, type Pair, type Scalar } from 'yaml';
import { parseYaml } from '../../text/parseYaml';
import type { TextRange } from '../../text/range';
import { POLICY_SHAPE } from '../policyShape';
import type { Shape } from '../shape';
import { MAX_POLICY_LENGTH, rangeOf } from '../yamlTree';

/** A word of a policy: what it is in the file's shape, and where it stands. */
export interface Place {
  /** A key of `shape`, or a value that has it. */
  readonly role: 'key' | 'value';
  /** For a key, the shape of the map it is in. */
  readonly shape: Shape;
  /** The word with its quotes; empty where there is none yet. */
  readonly range: TextRange;
  readonly word: string;
  /** The other keys of the same map. */
  readonly siblings: readonly string[];
}

/** The word at an offset of a policy, also of one with errors; `undefined` between words, in comments, and where nothing is expected. */
export function placeAt(text: string, offset: number): Place | undefined {
  return text.length > MAX_POLICY_LENGTH ? undefined : wordAt(text, offset);
}

/** Stands where the person types: a word that no policy has. */
const STAND_IN = '\u{F8FF}typed\u{F8FF}';

/**
 * What is expected at an offset at which somebody types. What stands there may be a key that has no colon yet, or a value, so the text
 * is read both ways; the one that fits the shape of a policy is meant.
 */
export function expectedAt(text: string, offset: number): Place | undefined {
  if (text.length > MAX_POLICY_LENGTH) return undefined;
  const before = text.slice(0, offset);
  const after = text.slice(offset);
  for (const typed of [STAND_IN, `${STAND_IN}:`]) {
    const place = wordAt(before + typed + after, offset);
    if (place?.word.includes(STAND_IN) === true && place.role === (typed === STAND_IN ? 'value' : 'key'))
      return without(typed, place, offset);
  }
  // A key that has its colon already.
  const key = wordAt(before + STAND_IN + after, offset);
  return key?.role === 'key' && key.word.includes(STAND_IN) ? without(STAND_IN, key, offset) : undefined;
}

/** The place as it is without what was put in at `offset`. Quotes may have taken the colon of a key into the word. */
function without(typed: string, place: Place, offset: number): Place {
  const { start, end } = place.range;
  const inWord = end > offset + STAND_IN.length ? typed : STAND_IN;
  return { ...place, range: { start, end: end - inWord.length }, word: place.word.replace(inWord, '') };
}

function wordAt(text: string, offset: number): Place | undefined {
  const contents = parseYaml(text, { strict: false }).document?.contents ?? null;
  return contents === null ? undefined : descend(contents, POLICY_SHAPE, offset);
}

/** The word at an offset within a node. A shape is only followed as far as the text has it. */
function descend(node: unknown, shape: Shape | undefined, offset: number): Place | undefined {
  if (shape === undefined) return undefined;
  if (isMap(node)) return descendMap(node.items, shape, offset);
  if (isSeq(node))
    return shape.kind === 'list' ? first(node.items, (item) => descend(item, shape.item, offset)) : undefined;
  if (!isScalar(node) || !holds(node, offset)) return undefined;
  if (shape.kind === 'map' || shape.kind === 'record') return undefined;
  return { role: 'value', shape, range: rangeOf(node), word: wordOf(node), siblings: [] };
}

function descendMap(pairs: readonly Pair[], shape: Shape, offset: number): Place | undefined {
  if (shape.kind !== 'map' && shape.kind !== 'record') return undefined;
  return first(pairs, ({ key, value }) => {
    if (!isScalar(key)) return undefined;
    if (holds(key, offset)) {
      const siblings = pairs.flatMap((pair) =>
        isScalar(pair.key) && pair.key !== key ? [wordOf(pair.key)] : [],
      );
      return { role: 'key', shape, range: rangeOf(key), word: wordOf(key), siblings };
    }
    return descend(value, shapeUnder(shape, wordOf(key)), offset);
  });
}

/** The shape of the value under a key. */
function shapeUnder(shape: Shape, key: string): Shape | undefined {
  if (shape.kind === 'record') return shape.fields?.find(({ name }) => name === key)?.shape ?? shape.value;
  return shape.kind === 'map' ? shape.fields.find(({ name }) => name === key)?.shape : undefined;
}

function first<T>(items: readonly T[], find: (item: T) => Place | undefined): Place | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function holds(node: Node, offset: number): boolean {
  const { start, end } = rangeOf(node);
  return offset >= start && offset <= end;
}

function wordOf({ value }: Scalar): string {
  return value === null || value === undefined ? '' : String(value);
}
