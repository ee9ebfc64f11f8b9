/**
 * A map on top of another: what it says itself goes before what that one says. It holds none of that one's entries, so that many may
 * lie on one. What it hides of that one is not in it.
 */
export class LayeredMap<V> implements ReadonlyMap<string, V> {
  constructor(
    readonly own: ReadonlyMap<string, V>,
    readonly above: ReadonlyMap<string, V>,
    private readonly isHidden: (key: string) => boolean = () => false,
  ) {}

  get(key: string): V | undefined {
    if (this.own.has(key)) return this.own.get(key);
    return this.isHidden(key) ? undefined : this.above.get(key);
  }

  has(key: string): boolean {
    return this.own.has(key) || (!this.isHidden(key) && this.above.has(key));
  }

  get size(): number {
    return this.merged().size;
  }

  keys(): MapIterator<string> {
    return this.merged().keys();
  }

  values(): MapIterator<V> {
    return this.merged().values();
  }

  entries(): MapIterator<[string, V]> {
    return this.merged().entries();
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }

  forEach(take: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [key, value] of this.merged()) take(value, key, this);
  }

  /** Made anew each time: for small maps, and for tests. */
  private merged(): Map<string, V> {
    const seen = [...this.above].filter(([key]) => !this.isHidden(key));
    return new Map([...seen, ...this.own]);
  }
}
