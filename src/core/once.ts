/** A value that is made when it is first asked for, and kept. When making it throws, the next call tries again. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** A function of an object that works out its value when it is first asked for, and keeps it as long as the object lives. */
export function perObject<K extends object, V>(make: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (of) => {
    let found = known.get(of);
    if (found === undefined) known.set(of, (found = { value: make(of) }));
    return found.value;
  };
}
