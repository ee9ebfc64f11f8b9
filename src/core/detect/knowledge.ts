import type { Catalog, Resolution } from '../catalog/records';
import type { Registry } from '../vocabulary';

/** What is known of the text as a whole and of the world: the catalogue's answers, and the words that the text mentions anywhere. */
export class Knowledge {
  private readonly resolved = new Map<string, Resolution | undefined>();
  private readonly mentioned = new Map<string, boolean>();
  private lowered: string | undefined;

  constructor(private readonly text: string, private readonly catalog: Catalog) {}

  /** The catalogue's record of a spelling, remembered: a text names the same few models again and again. */
  resolve(spelling: string, registry?: Registry): Resolution | undefined {
    const key = `${registry ?? ''}:${spelling}`;
    if (this.resolved.has(key)) return this.resolved.get(key);
    const found = this.catalog.resolve(spelling, registry);
    this.resolved.set(key, found);
    return found;
  }

  /** The name is written in the catalogue, not merely derived by a rule. */
  knows(spelling: string, registry?: Registry): boolean {
    const via = this.resolve(spelling, registry)?.via;
    return via === 'id' || via === 'alias';
  }

  /** An owner of the Hub whose organisation the catalogue names. */
  knowsOwner(owner: string): boolean {
    return this.catalog.owner('huggingface', owner) !== undefined;
  }

  /** Whether the text has this word (in lower case) anywhere. Each word is looked for once. */
  mentions(word: string): boolean {
    let found = this.mentioned.get(word);
    if (found === undefined) {
      this.lowered ??= this.text.toLowerCase();
      found = this.lowered.includes(word);
      this.mentioned.set(word, found);
    }
    return found;
  }
}
