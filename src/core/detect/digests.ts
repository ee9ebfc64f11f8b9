import { cut } from '../text/interner';
import { pin } from './match';
import type { RevisionPin } from '../reference';
import type { TextRange } from '../text/range';
import { keyWords } from './signatures/keys';
import { entryOf, type Site } from './site';

const DIGEST = /^(?:sha256:)?[0-9a-f]{64}$/;
/**
 * Azure's versions of models, a day or a name before one:
 * https://learn.microsoft.com/azure/templates/microsoft.cognitiveservices/accounts/deployments
 */
const VERSION = /^(?:[a-z]+-)?\d[\d.-]{0,15}$/i;
const VERSION_KEY = /^(?:model_?)?version$/i;
const DIGEST_WORDS = ['sha256', 'checksum', 'digest', 'hash'];

function isVersionKey(key: string): boolean {
  return key.length >= 'version'.length && key.length <= 'model_version'.length && VERSION_KEY.test(key);
}

/**
 * Digests beside names, in the same mapping: the file that is got under the name is checked against the digest, so
 * that it stays what it was, whatever its branch holds by then. And versions, which a service has of a name.
 */
export class Digests {
  /** By the number of a mapping. */
  private readonly digests = new Map<number, string>();
  private readonly versions = new Map<number, string>();
  private readonly names: { readonly at: number; readonly entry: number }[] = [];

  /** Takes in a value, if it is a version under a key that says so. Asked for each value of a text. */
  noteVersion(text: string, { start, end }: TextRange, site: Site): void {
    if (!isVersionKey(site.key)) return;
    const [entry, value] = [entryOf(site), cut(text, start, end)];
    if (entry > 0 && VERSION.test(value)) this.versions.set(entry, value);
  }

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

  /** The names that a version stands beside, by their offsets. */
  *versioned(): Generator<{ readonly at: number; readonly revision: RevisionPin }> {
    for (const { at, entry } of this.names) {
      const version = this.versions.get(entry);
      if (version !== undefined) yield { at, revision: pin(version) };
    }
  }
}
