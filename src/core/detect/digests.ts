import { pin } from './match';
import type { RevisionPin } from '../reference';
import { keyWords } from './signatures/keys';
import { entryOf, type Site } from './site';

const DIGEST = /^(?:sha256:)?[0-9a-f]{64}$/;
const DIGEST_WORDS = ['sha256', 'checksum', 'digest', 'hash'];

/**
 * Digests beside names, in the same mapping: the file that is got under the name is checked against the digest, so
 * that it stays what it was, whatever its branch holds by then.
 */
export class Digests {
  /** By the number of a mapping. */
  private readonly digests = new Map<number, string>();
  private readonly names: { readonly at: number; readonly entry: number }[] = [];

  /** Takes in a value, if it is a digest under a key that says so. */
  note(value: string, site: Site): void {
    const entry = entryOf(site);
    if (entry > 0 && DIGEST.test(value) && keyWords(site.key).some((word) => DIGEST_WORDS.includes(word)))
      this.digests.set(entry, value);
  }

  addName(at: number, entry: number): void {
    if (entry > 0) this.names.push({ at, entry });
  }

  /** The names that a digest stands beside, by their offsets. */
  *pinned(): Generator<{ readonly at: number; readonly revision: RevisionPin }> {
    for (const { at, entry } of this.names) {
      const digest = this.digests.get(entry);
      if (digest !== undefined)
        yield { at, revision: pin(digest.startsWith('sha256:') ? digest : `sha256:${digest}`) };
    }
  }
}
