import type { Catalog, Resolution } from '../catalog/records';
import type { Registry } from '../vocabulary';
import { lexiconOf, type Lexicon } from './lexicon';

/** What is known of the world, and of the text as a whole: the words that it mentions anywhere. */
export class Knowledge {
  private readonly lexicon: Lexicon;
  private readonly mentioned = new Map<string, boolean>();
  private lowered: string | undefined;

  constructor(private readonly text: string, catalog: Catalog) {
    this.lexicon = lexiconOf(catalog);
  }

  resolve(spelling: string, registry?: Registry): Resolution | undefined {
    return this.lexicon.resolve(spelling, registry);
  }

  knows(spelling: string, registry?: Registry): boolean {
    return this.lexicon.knows(spelling, registry);
  }

  knowsOwner(owner: string): boolean {
    return this.lexicon.knowsOwner(owner);
  }

  mayBeName(word: string): boolean {
    return this.lexicon.mayBeName(word);
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
