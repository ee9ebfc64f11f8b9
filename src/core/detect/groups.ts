import type { TextRange } from '../text/range';
import { likenessOf } from '../registries/names/families';
import type { Site } from './site';

/** A plain word in a list whose other elements may make it a name. */
export interface Waiting {
  readonly range: TextRange;
  readonly site: Site;
}

/** What stands together in a list, mapping or table column: its elements tell what kind of names they are. */
export class Groups {
  private readonly waiting = new Map<number, Waiting[]>();
  private readonly members = new Map<number, Set<number>>();
  private readonly architectures = new Set<number>();

  /** A word waits for what its neighbors turn out to be. */
  wait(word: Waiting): void {
    const group = this.waiting.get(word.site.group) ?? [];
    group.push(word);
    this.waiting.set(word.site.group, group);
  }

  /** A name was found at this offset. */
  add(group: number, at: number): void {
    const known = this.members.get(group) ?? new Set();
    known.add(at);
    this.members.set(group, known);
  }

  /** An element is the name of an architecture, so that its plain neighbors are too. */
  holdsArchitectures(group: number): void {
    this.architectures.add(group);
  }

  /** The words that wait, with the offsets of the names found beside them; none where architectures are listed. */
  *toSettle(): Generator<{ readonly words: readonly Waiting[]; readonly beside: readonly number[] }> {
    for (const [group, words] of this.waiting)
      if (!this.architectures.has(group)) yield { words, beside: [...(this.members.get(group) ?? [])] };
  }

  /** The offsets of names found in lists of architectures. */
  amongArchitectures(): readonly number[] {
    return [...this.architectures].flatMap((group) => [...(this.members.get(group) ?? [])]);
  }
}

/**
 * The name of an architecture as configurations of models have it under `model_type`: lower-case words joined by `_`,
 * with a family but no size (`qwen2_vl`, `gemma3_text`). Names of models have hyphens there.
 */
export function isArchitectureName(name: string): boolean {
  if (name.length > 60 || !/^[a-z][a-z\d]*(?:_[a-z\d]+)+$/.test(name) || name.includes('_patch'))
    return false;
  const { family, sized, packed } = likenessOf(name);
  return family !== '' && !sized && !packed;
}
