import { apart } from './interner';

/**
 * Remembers the answers of a pure function of a string. The same few keys and words come again and again over a whole
 * workspace, so the memory is kept between texts; what was asked last is mostly asked again at once. It has two
 * generations: when the younger is full, it becomes the older, and what is not asked for again is forgotten with it,
 * while what is asked for often stays.
 *
 * @param most about how many answers are kept: fewer where texts are long
 */
export function memoized<V>(compute: (text: string) => V, most = 2_000): (text: string) => V {
  let young = new Map<string, V | typeof NOTHING>();
  let old = new Map<string, V | typeof NOTHING>();
  let length = 0;
  const remember = (text: string): V | typeof NOTHING => {
    const key = apart(text);
    let value = old.get(key);
    if (value === undefined) {
      const computed = compute(key);
      value = computed === undefined ? NOTHING : computed;
    }
    if (young.size >= most / 2 || length >= (most / 2) * MEAN) {
      [old, young] = [young, new Map()];
      length = 0;
    }
    young.set(key, value);
    length += key.length;
    return value;
  };
  let last: string | undefined;
  let ofLast: V;
  return (text) => {
    if (text === last) return ofLast;
    let value = young.get(text);
    if (value === undefined) value = remember(text);
    last = text;
    return (ofLast = value === NOTHING ? (undefined as V) : value);
  };
}

/** So long are the texts of a full memory on average, in UTF-16 code units: keys and names are shorter, and others seldom come again. */
const MEAN = 40;

/** Stands for an answer that is `undefined`, so that one look says whether there is any. */
const NOTHING = Symbol('nothing');
