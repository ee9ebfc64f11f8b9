import { isMirror, isRepacker } from './copiers';
import { hubOwnersOf, servedPublishers } from './nameIndex';
import type { ModelRecord, OrganizationRecord } from './records';
import { nameKey } from '../registries/spelling/nameKey';
import { repackedName } from '../registries/spelling/repack';
import { OFFICIAL } from './family';

/**
 * Finds what a re-packed copy is a copy of, by its name: `Qwen/Qwen3-8B-AWQ` is named after its publisher's own model,
 * `bartowski/Qwen_Qwen3-8B-GGUF` names owner and model, `TheBloke/Llama-2-7B-GGUF` only the model, and so does
 * `unsloth/Llama-3.1-8B-Instruct`, a mirror. The name must then be that of one model alone, once those that others hand on are
 * left out; a name with anything more is of another model.
 */
export class CopyFinder {
  constructor(private readonly names: CopyNames) {}

  originalOf(id: string): string | undefined {
    const found = this.searched(id);
    return found === id ? undefined : found;
  }

  /** The one organization's model that has a name with a figure in it, as people call weights without their owner. */
  organizationsModel(name: string): string | undefined {
    return /\d/.test(name) ? this.mirrored(name.toLowerCase()) : undefined;
  }

  /** The id that a spelling stands for now: itself, where nothing else is known. */
  present(spelling: string): string {
    return this.names.id(spelling) ?? spelling;
  }

  private searched(id: string): string | undefined {
    const owner = ownerOf(id);
    const name = nameOf(id).toLowerCase();
    const rest = repackedName(name);
    if (rest === undefined) return isMirror(owner) ? this.mirrored(name) : undefined;
    const own = this.names.id(`${owner}/${rest}`);
    if (own !== undefined && !isRepacker(owner)) return own;
    return this.spelled(rest) ?? this.named(rest, owner) ?? own;
  }

  /** What a mirror holds must have the name of a publisher's model: most of its names are of its own making. */
  private mirrored(name: string): string | undefined {
    const found = this.lookedUp(name);
    return found !== undefined && found.rank >= RANKS.organization ? (found.id ?? undefined) : undefined;
  }

  /**
   * A name without any figure (`chat-GGUF`) is a word that many give to their models. Under an owner that only hands on
   * (`mlx-community/whisper-base-mlx`), it is that of a publisher's model of two words or more; under any other, one of
   * so many words that nobody comes to it alone (`…/chinese-roberta-wwm-ext-large-onnx`).
   */
  private named(name: string, owner: string): string | undefined {
    const words = name.split('-').length;
    if (/\d/.test(name) || words >= MANY_WORDS) return this.lookedUp(name)?.id ?? undefined;
    return isRepacker(owner) && words > 1 ? this.mirrored(name) : undefined;
  }

  private lookedUp(name: string): Named | undefined {
    for (const variant of variants(name)) {
      const found = this.names.named(variant);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** `Qwen_Qwen3-8B`, `HuggingFaceTB.SmolLM2-1.7B`, `deepseek-ai-DeepSeek-V4-Flash`: the owner stands before the name. */
  private spelled(name: string): string | undefined {
    for (let at = 1; at < name.length; at++) {
      if (!'_.-'.includes(name.charAt(at))) continue;
      const found = this.names.id(`${name.slice(0, at)}/${name.slice(at + 1)}`);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

/** A name of so many words that one model alone has is no other's. */
const MANY_WORDS = 4;

/**
 * Whether a copy has the name of its original, whatever joins the words. Cards of packed fine-tunes often give the base of the
 * fine-tune for what they pack.
 */
export function isNamedAfter(copy: string, original: string): boolean {
  const own = nameKey(repackedName(nameOf(copy)) ?? nameOf(copy));
  const others = [nameKey(nameOf(original)), nameKey(original)];
  return others.some((other) => own.includes(other) || other.includes(own));
}

/**
 * What a publisher may call a model that others name so. `Meta-Llama-3-8B` and `Llama-3-8B` are one: Meta has left out its own name
 * since Llama 3.1, and others do as they like. `-hf` marks the form for Transformers (`CodeLlama-13b-hf`), which a packing is not.
 * `Gemma3-1B-IT` is `gemma-3-1b-it`.
 */
function variants(name: string): readonly string[] {
  const other = name.startsWith('llama-')
    ? `meta-${name}`
    : name.startsWith('meta-llama-')
      ? name.slice('meta-'.length)
      : undefined;
  const both = other === undefined ? [name] : [name, other];
  const apart = name.replace(/^([a-z]+)(?=\d)/, '$1-');
  return [...both, ...both.map((one) => `${one}-hf`), ...(apart === name ? [] : [apart])];
}

/** Whether a name may be of a copy at all: asked before anything is built. */
export function mayBeCopy(id: string): boolean {
  return isMirror(ownerOf(id)) || repackedName(nameOf(id)) !== undefined;
}

/** Every id and former id of the Hub's models among records, each with the present id. */
export function* hubSpellings({
  id,
  registry,
  aliases,
}: Pick<ModelRecord, 'id' | 'registry' | 'aliases'>): Generator<{
  readonly spelling: string;
  readonly id: string;
}> {
  if (registry !== 'huggingface') return;
  yield { spelling: id, id };
  for (const alias of aliases)
    if (alias.startsWith('huggingface:')) yield { spelling: alias.slice('huggingface:'.length), id };
}

/** Whose model a name stands for, where several have one of that name: the higher, and none where two are as high. */
export const RANKS = { handedOn: 0, anyone: 1, organization: 2, served: 3 } as const;

/** `id` is `null` where several originals share the name. */
export interface Named {
  readonly id: string | null;
  readonly rank: number;
}

/** The names on the Hub that a copy may be named after. */
export interface CopyNames {
  /** The present id of an id or a former one, in any case. */
  id(spelling: string): string | undefined;
  /** The model that a name without its owner, in lower case, stands for. */
  named(name: string): Named | undefined;
}

/** The names among ids and former ids of the Hub's models, each given with its present id. */
export function copyNames(
  ids: Iterable<{ readonly spelling: string; readonly id: string }>,
  organizations: readonly OrganizationRecord[],
): CopyNames {
  const byId = new Map<string, string>();
  const byName = new Map<string, Made>();
  const rankOf = ranks(organizations);
  const makers = hubOwnersOf(organizations);
  for (const { spelling, id } of ids) {
    const key = spelling.toLowerCase();
    // An id goes before what another model was once called.
    if (spelling === id || !byId.has(key)) byId.set(key, id);
    const name = nameOf(spelling).toLowerCase();
    if (repackedName(name) !== undefined) continue;
    const owner = ownerOf(id);
    const rank = rankOf(owner);
    if (rank !== undefined)
      byName.set(name, prefer(byName.get(name), { id, rank, maker: makers.get(owner.toLowerCase()) }));
  }
  return { id: (spelling) => byId.get(spelling.toLowerCase()), named: (name) => byName.get(name) };
}

interface Made extends Named {
  /** The organization whose model it is, where it is known. */
  readonly maker: string | undefined;
}

/** The rank of an owner's models; `undefined` for those that only hand on. Publishers that gateways serve are the ones that others copy. */
function ranks(organizations: readonly OrganizationRecord[]): (owner: string) => number | undefined {
  const served = hubOwnersOf(servedPublishers(organizations).values());
  const known = hubOwnersOf(organizations.filter(({ kind }) => OFFICIAL.has(kind)));
  return (owner) => {
    if (isRepacker(owner)) return undefined;
    if (isMirror(owner)) return RANKS.handedOn;
    const name = owner.toLowerCase();
    return served.has(name) ? RANKS.served : known.has(name) ? RANKS.organization : RANKS.anyone;
  };
}

/** An organization that keeps a model under two owners (`codellama`, `meta-llama`) keeps the same model: either will do. */
function prefer(known: Made | undefined, found: Made): Made {
  if (known === undefined || found.rank > known.rank) return found;
  if (known.id === found.id || known.rank > found.rank) return known;
  if (known.maker !== undefined && known.maker === found.maker) return known;
  return { ...known, id: null };
}

function ownerOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}

/** The name of an id without its owner. */
export function nameOf(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}
