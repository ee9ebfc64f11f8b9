import { once } from '../once';
import { REGISTRIES, type Registry } from '../vocabulary';
import { CopyFinder, mayBeCopy } from './copies';
import { asCopy } from './copyFacts';
import { familyResolver, inferred, ofOwner, unlisted } from './family';
import type { Indexes } from './compiledIndexes';
import type { Entry, SpellingIndex } from './modelIndex';
import type { ModelStore } from './modelStore';
import type { NameRows } from './nameIndex';
import type { FamilyRule, ModelRecord, OrganizationRecord, Resolution } from './records';
import type { Candidate } from '../registries/spelling/rule';
import { candidates } from '../registries/spelling/rules';
import { editDistance } from '../text/closest';
import { NEEDS_CONTEXT, SERVES_OTHERS, SERVICES, spellingOf } from '../registries/tables';

/** No registry has longer names; a longer string is some other text. */
const LONGEST = 300;

export interface ResolverParts {
  readonly store: ModelStore;
  readonly indexes: Indexes;
  readonly families: () => readonly FamilyRule[];
  readonly organizations: () => readonly OrganizationRecord[];
  /** The known name that another one was probably meant to be. */
  readonly nearest: (name: string, registry: Registry) => string | undefined;
  readonly ownerOf: (registry: Registry, name: string) => OrganizationRecord | undefined;
  /** The day of what copies' names tell. */
  readonly namesRead: () => string;
}

/** Makes `Catalog.resolve`: the written spellings first, then each registry's rules, then families, copies and owners. */
export class Resolver {
  private readonly index: SpellingIndex;
  private readonly names: NameRows;
  private readonly copies: CopyFinder;
  private readonly family: () => (spelling: string, registry: Registry) => Resolution | undefined;

  constructor(private readonly parts: ResolverParts) {
    const { spellings, names, copies } = parts.indexes;
    this.index = spellings;
    this.names = names;
    this.copies = new CopyFinder(copies);
    this.family = once(() => familyResolver(parts.families()));
  }

  /** Whether {@link resolve} would say that a spelling is an id or an alias of a registry, without all the rest that it asks. */
  isWritten(spelling: string, asked: Registry): boolean {
    const name = spelling.trim();
    if (name === '' || name.length > LONGEST) return false;
    return this.index.in(name, isHubAddress(name) ? 'huggingface' : asked) !== undefined;
  }

  resolve(spelling: string, asked?: Registry): Resolution | undefined {
    const name = spelling.trim();
    if (name === '' || name.length > LONGEST) return undefined;
    const registry = isHubAddress(name) ? 'huggingface' : asked;
    const { index } = this;
    const all = registry === undefined ? index.all(name) : [];
    const exact =
      registry === undefined
        ? unambiguous(isOllamaForm(name) ? all : all.filter((entry) => entry.registry !== 'ollama'))
        : index.in(name, registry);
    if (exact !== undefined) return this.written(exact, registry);
    const possible = candidates(name, registry);
    for (const candidate of possible) {
      if (registry === 'huggingface' && 'vendor' in candidate && !this.isOwner(candidate.vendor)) continue;
      const entry = this.entry(candidate);
      if (entry !== undefined) return { ...this.written(entry, registry), via: 'spelling', renamed: false };
    }
    const makers = registry === undefined ? undefined : this.ofMaker(name, registry);
    if (makers !== undefined) return { ...this.written(makers, registry), via: 'spelling', renamed: false };
    const [other] = all;
    return other === undefined
      ? this.unlisted(name, registry, possible)
      : this.written(unambiguous(all) ?? other, registry);
  }

  /**
   * A service that runs what others make has the names that their own services have. Where those lead to one record only:
   * `deepseek-chat-v3-0324` at OpenRouter is what DeepSeek calls so.
   */
  private ofMaker(name: string, registry: Registry): Entry | undefined {
    if (!SERVES_OTHERS.has(registry)) return undefined;
    const [first, ...others] = this.index.all(name).filter((entry) => SERVICES.has(entry.registry));
    return others.some(({ row }) => row !== first?.row) ? undefined : first;
  }

  /** Only the Hub moves a repository to another name; a service's other names for a model all go on. */
  private written(entry: Entry, asked: Registry | undefined): Resolution {
    const { store } = this.parts;
    const renamed =
      entry.alias &&
      entry.registry === 'huggingface' &&
      store.registry(entry.row) === 'huggingface' &&
      (asked ?? entry.registry) === 'huggingface';
    return {
      record: store.record(entry.row),
      registry: entry.registry,
      via: entry.alias ? 'alias' : 'id',
      renamed,
    };
  }

  /** On the Hub another spelling of an owner is another owner. */
  private isOwner(name: string): boolean {
    return this.parts.ownerOf('huggingface', name) !== undefined;
  }

  private entry(candidate: Candidate): Entry | undefined {
    if ('spelling' in candidate) {
      const entry = this.index.in(candidate.spelling, candidate.registry);
      return candidate.own === true && entry?.alias === true ? undefined : entry;
    }
    if (!('vendor' in candidate))
      return this.named(candidate.name, undefined) ?? this.ofAnyone(candidate.name);
    const vendor = this.names.vendor(candidate.vendor);
    return vendor && (this.ofService(candidate.name, vendor) ?? this.named(candidate.name, vendor));
  }

  /** A name on a publisher's own service: `openai:*` among its owner names says which that is. */
  private ofService(name: string, { owners }: OrganizationRecord): Entry | undefined {
    for (const owner of owners) {
      const registry = owner.endsWith(':*') ? (owner.slice(0, -2) as Registry) : undefined;
      if (registry === undefined) continue;
      for (const spelled of [{ registry, spelling: name }, ...(spellingOf(registry)?.(name) ?? [])]) {
        const entry = 'spelling' in spelled ? this.index.in(spelled.spelling, spelled.registry) : undefined;
        if (entry !== undefined) return entry;
      }
    }
    return undefined;
  }

  private named(name: string, vendor: OrganizationRecord | undefined): Entry | undefined {
    const row = this.names.row(name, vendor);
    return row === undefined ? undefined : { row, registry: 'huggingface', alias: true };
  }

  /** A publisher that no gateway serves has names too: `qwen2.5-bakeneko-32b-instruct` is one's. */
  private ofAnyone(name: string): Entry | undefined {
    const id = this.copies.organizationsModel(name);
    const entry = id === undefined ? undefined : this.index.in(id, 'huggingface');
    return entry && { ...entry, alias: true };
  }

  /** What can be said of a name without a record: by its family's rule, as a copy, or at least by its owner. */
  private unlisted(
    name: string,
    registry: Registry | undefined,
    possible: readonly Candidate[],
  ): Resolution | undefined {
    const spelled = possible.flatMap((candidate) => ('spelling' in candidate ? [candidate] : []));
    const id =
      registry !== undefined && registry !== 'huggingface'
        ? undefined
        : [
            name,
            ...spelled
              .filter((candidate) => candidate.registry === 'huggingface')
              .map((candidate) => candidate.spelling),
          ].find(isHubId);
    const original = id === undefined ? undefined : this.originalOf(id);
    for (const { spelling, registry: own } of [
      { spelling: name, registry: registry ?? 'huggingface' },
      ...spelled,
    ]) {
      const found = this.family()(spelling, own);
      if (found === undefined) continue;
      if (registry !== undefined && SERVICES.has(registry)) return publisherAlone(name, registry, found);
      if (original !== undefined) return this.copied(found.record, original);
      // A slip of the pen names no model, so that no license is lent to it.
      const isSlip = isSlipOf(spelling, this.parts.nearest(spelling, own));
      return isSlip ? publisherAlone(spelling, own, found) : found;
    }
    if (id === undefined) return registry === 'modelscope' ? this.ofNamespace(name, registry) : undefined;
    const owner = this.parts.ownerOf('huggingface', id.slice(0, id.indexOf('/')));
    if (original !== undefined)
      return this.copied(unlisted(id, 'huggingface', { publisher: owner?.id ?? null }), original);
    return owner && ofOwner(id, owner);
  }

  /** Who publishes on ModelScope has mostly the name there that it has on the Hub. */
  private ofNamespace(path: string, registry: Registry): Resolution | undefined {
    const id = candidates(path, registry).find(
      (candidate): candidate is Extract<Candidate, { readonly spelling: string }> =>
        'spelling' in candidate && candidate.registry === registry,
    )?.spelling;
    if (id === undefined || !isHubId(id)) return undefined;
    const namespace = id.slice(0, id.indexOf('/'));
    const owner = this.parts.ownerOf(registry, namespace) ?? this.parts.ownerOf('huggingface', namespace);
    return owner && ofOwner(id, owner, registry);
  }

  private originalOf(id: string): ModelRecord | undefined {
    if (!mayBeCopy(id)) return undefined;
    const { index } = this;
    const original = this.copies.originalOf(id);
    const entry = original === undefined ? undefined : index.in(original, 'huggingface');
    return entry && this.parts.store.record(entry.row);
  }

  /** The weights of a copy without a record are there to be had, whatever else is known of them. */
  private copied(copy: ModelRecord, original: ModelRecord): Resolution {
    const record = asCopy(copy, original, this.parts.namesRead());
    return inferred(
      original.openness === 'api-only'
        ? record
        : { ...record, components: { weights: true, ...record.components } },
    );
  }
}

/**
 * Whether a name is a known one with a sign too few or too many. Members of a family differ in signs, as those for
 * languages do: `mms-tts-swe`.
 */
function isSlipOf(name: string, known: string | undefined): boolean {
  if (known === undefined || Math.abs(name.length - known.length) !== 1) return false;
  return editDistance(name.toLowerCase(), known.toLowerCase()) === 1;
}

/**
 * A family shares a license among weights. A name that only a service has may be of a model that was never released
 * (`ernie-4.5-turbo` beside the open ERNIE 4.5), so that its family tells no more than who made it. So it is with one that is misspelled.
 */
function publisherAlone(name: string, registry: Registry, { record }: Resolution): Resolution {
  const { publisher, sources } = record;
  return inferred(
    unlisted(name, registry, {
      publisher,
      sources: sources.map((source) => ({ ...source, facts: ['publisher'], confidence: 'low' })),
    }),
  );
}

/** The place that a spelling without a registry means: an id before an alias, then the registries in their order. */
function unambiguous(entries: readonly Entry[]): Entry | undefined {
  const ids = entries.filter((entry) => !entry.alias);
  const likely = ids.length > 0 ? ids : entries.filter((entry) => !NEEDS_CONTEXT.has(entry.registry));
  return [...likely].sort((a, b) => REGISTRIES.indexOf(a.registry) - REGISTRIES.indexOf(b.registry))[0];
}

/** Ollama's library has no capitals: `DeepSeek-R1` is its maker's name for it, and not what Ollama gives under `deepseek-r1`. */
function isOllamaForm(name: string): boolean {
  return name === name.toLowerCase();
}

/** Whoever is asked for it, `hf.co/owner/name` is on the Hub. */
function isHubAddress(name: string): boolean {
  return /^(?:https:\/\/)?(?:hf\.co|huggingface\.co)\//i.test(name);
}

function isHubId(text: string): boolean {
  return /^[\w][\w.-]{0,95}\/[\w.-]{1,95}$/.test(text);
}
