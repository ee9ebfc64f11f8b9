import { repackedName } from './spelling/repack';

/**
 * Finds what a re-packed copy is a copy of, by its name: `bartowski/Qwen_Qwen3-8B-GGUF` names owner and model,
 * `TheBloke/Llama-2-7B-GGUF` only the model, which then must be the only one of that name.
 */
export class CopyFinder {
  private readonly byId = new Map<string, string>();
  /** Names that several originals share map to `null`. */
  private readonly byName = new Map<string, string | null>();

  /** Every id and former id of the Hub's models, each with the present id. */
  constructor(ids: Iterable<readonly [spelling: string, id: string]>) {
    for (const [spelling, id] of ids) {
      this.byId.set(spelling.toLowerCase(), id);
      const name = nameOf(spelling).toLowerCase();
      if (repackedName(name) !== undefined) continue;
      const known = this.byName.get(name);
      this.byName.set(name, known === undefined || known === id ? id : null);
    }
  }

  originalOf(id: string): string | undefined {
    const owner = id.slice(0, id.indexOf('/'));
    const name = repackedName(nameOf(id))?.toLowerCase();
    if (name === undefined) return undefined;
    const named = name.includes('_') ? this.byId.get(name.replace('_', '/')) : undefined;
    const found = this.byId.get(`${owner}/${name}`.toLowerCase()) ?? named ?? this.byName.get(name) ?? undefined;
    return found === id ? undefined : found;
  }
}

function nameOf(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}
