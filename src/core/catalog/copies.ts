import { hubOwnersOf, servedPublishers } from './nameIndex';
import type { OrganizationRecord } from './records';
import { repackedName } from './spelling/repack';

/**
 * Finds what a re-packed copy is a copy of, by its name: `bartowski/Qwen_Qwen3-8B-GGUF` names owner and model,
 * `TheBloke/Llama-2-7B-GGUF` only the model, which then must be the only one of that name, or the only one of a publisher whose
 * models others serve and copy.
 */
export class CopyFinder {
  private readonly byId = new Map<string, string>();
  private readonly byName = new Map<string, Named>();

  /** Every id and former id of the Hub's models, each with the present id. */
  constructor(ids: Iterable<readonly [spelling: string, id: string]>, organizations: readonly OrganizationRecord[]) {
    const publishers = hubOwnersOf(servedPublishers(organizations).values());
    for (const [spelling, id] of ids) {
      this.byId.set(spelling.toLowerCase(), id);
      const name = nameOf(spelling).toLowerCase();
      if (repackedName(name) !== undefined) continue;
      const publisher = publishers.has(spelling.slice(0, spelling.indexOf('/')).toLowerCase());
      this.byName.set(name, prefer(this.byName.get(name), { id, publisher }));
    }
  }

  originalOf(id: string): string | undefined {
    const owner = id.slice(0, id.indexOf('/'));
    const name = repackedName(nameOf(id))?.toLowerCase();
    if (name === undefined) return undefined;
    const named = name.includes('_') ? this.byId.get(name.replace('_', '/')) : undefined;
    const found = this.byId.get(`${owner}/${name}`.toLowerCase()) ?? named ?? this.byName.get(name)?.id ?? undefined;
    return found === id ? undefined : found;
  }
}

/** `id` is `null` where several originals share the name. */
interface Named {
  readonly id: string | null;
  readonly publisher: boolean;
}

function prefer(known: Named | undefined, found: Named): Named {
  if (known === undefined || (found.publisher && !known.publisher)) return found;
  if (known.id === found.id || (known.publisher && !found.publisher)) return known;
  return { ...known, id: null };
}

function nameOf(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}
