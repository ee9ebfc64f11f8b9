import type { Catalog, Resolution } from '../catalog/records';
import type { Registry } from '../vocabulary';
import { lexiconOf, type Lexicon } from './lexicon';
import { ServiceMentions } from './services';

/** What is known of the world, and of the text as a whole: the words that it mentions anywhere. */
export class Knowledge {
  private readonly lexicon: Lexicon;
  private readonly mentioned = new Map<string, boolean>();
  private readonly services = new ServiceMentions(() => this.lower());
  private lowered: string | undefined;

  constructor(private readonly text: string, catalog: Catalog) {
    this.lexicon = lexiconOf(catalog);
  }

  /** The service that a name at this offset is most likely meant for. */
  serviceNear(offset: number): Registry | undefined {
    return this.services.near(offset);
  }

  private lower(): string {
    return (this.lowered ??= this.text.toLowerCase());
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
      found = this.lower().includes(word);
      this.mentioned.set(word, found);
    }
    return found;
  }
}
