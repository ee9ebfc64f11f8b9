/** Promises by key, each made once. One that is rejected is not kept: who asks next tries again. */
export class KeptPromises<T> {
  private readonly kept = new Map<string, Promise<T>>();

  of(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    const made = make();
    this.kept.set(key, made);
    made.catch(() => {
      if (this.kept.get(key) === made) this.kept.delete(key);
    });
    return made;
  }

  clear(): void {
    this.kept.clear();
  }
}
