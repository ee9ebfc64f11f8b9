import { repackedName } from '../../../core/catalog/spelling/repack';
import type { Base } from './lineage';

/**
 * Finds what a re-packed copy is a copy of, by its name: `bartowski/Qwen_Qwen3-8B-GGUF` names owner and model,
 * `TheBloke/Llama-2-7B-GGUF` only the model, which then must be the only one of that name.
 */
export class CopyFinder {
  private readonly byId = new Map<string, string>();
  /** Names that several originals share map to `null`. */
  private readonly byName = new Map<string, string | null>();

  constructor(ids: Iterable<string>) {
    for (const id of ids) {
      this.byId.set(id.toLowerCase(), id);
      const name = nameOf(id).toLowerCase();
      if (repackedName(name) === undefined) this.byName.set(name, this.byName.has(name) ? null : id);
    }
  }

  /** `bases` are those its card names; one that it was quantised from is believed before its name. */
  originalOf(id: string, bases: readonly Base[]): string | undefined {
    const owner = id.slice(0, id.indexOf('/'));
    const name = repackedName(nameOf(id))?.toLowerCase();
    if (name === undefined) return undefined;
    const stated = bases.find(({ relation }) => relation === 'quantized')?.model;
    if (stated !== undefined) return stated;
    const named = name.includes('_') ? this.byId.get(name.replace('_', '/')) : undefined;
    const found = this.byId.get(`${owner}/${name}`.toLowerCase()) ?? named ?? this.byName.get(name) ?? undefined;
    return found === id ? undefined : found;
  }
}

function nameOf(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}
