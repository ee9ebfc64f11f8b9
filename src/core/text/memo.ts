/**
 * Remembers the answers of a pure function of a string. The same few keys and words come again and again over a whole
 * workspace, so the memory is kept between texts, and thrown away as a whole when it is full.
 */
export function memoized<V>(compute: (text: string) => V, most = 20_000): (text: string) => V {
  const known = new Map<string, V>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined && !known.has(text)) {
      if (known.size >= most) known.clear();
      value = compute(text);
      known.set(text, value);
    }
    return value as V;
  };
}
