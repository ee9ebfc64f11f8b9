import type { Resolution } from '../catalog/records';
import { message } from '../message';
import type { ModelReference } from '../reference';
import { textBefore } from '../text/pieces';
import type { TextRange } from '../text/range';
import type { Registry } from '../vocabulary';
import { contextOfPath, type Contexts, isDescribedAt } from './context/context';
import { confidenceOf, type Intent } from './intent';
import type { Knowledge } from './knowledge';
import type { Match } from './match';
import { useOf } from './role';
import type { Site } from './site';
import { askedName, settleRegistry, spelledRegistry } from './spelledRegistry';
import type { Place, Use } from './uses/place';

/** So far before the name of a file its folders are looked for, in characters. */
const LONGEST_PATH = 300;

/** The references that a text has so far, and what makes them of matches. */
export class FoundReferences {
  /** By where they stand. */
  readonly found = new Map<number, ModelReference>();
  /** What each reference was found by, for what is decided when all are known. */
  readonly places = new Map<number, Place>();

  constructor(
    readonly knowledge: Knowledge,
    private readonly contexts: Contexts,
  ) {}

  /** A match at a place, with what is known of its name and of the text there. */
  placeOf({ start, end }: TextRange, match: Match, { site, intent }: { site: Site; intent: Intent }): Place {
    const { knowledge } = this;
    const { text } = knowledge;
    const resolution = match.isAlias === true ? undefined : this.resolved(match);
    const openness = resolution?.via === 'family' ? null : (resolution?.record.openness ?? null);
    return {
      text,
      start,
      end,
      site,
      intent,
      match,
      knowledge,
      registry: spelledRegistry(match, intent, text.slice(start, end)),
      context: this.contexts.at(start).context,
      isDescribed: isDescribedAt(this.contexts, start),
      isApiOnly: openness === 'api-only',
      hasWeights: openness !== null && openness !== 'api-only',
    };
  }

  private resolved({ id, registry }: Pick<Match, 'id' | 'registry'>): Resolution | undefined {
    const { last } = this;
    if (last?.id === id && last.registry === registry) return last.resolution;
    const resolution = this.knowledge.resolve(id, registry) ?? this.knowledge.resolve(id);
    this.last = { id, registry, resolution };
    return resolution;
  }

  /** What was resolved last: a name is asked for twice, before and after its use is known. */
  private last:
    | { readonly id: string; readonly registry: Registry; readonly resolution: Resolution | undefined }
    | undefined;

  /** What the place of a match makes of it. */
  reference(place: Place): ModelReference {
    return this.referenceOf(place, useOf(place));
  }

  /** The same with a use that is told from elsewhere. */
  referenceOf(place: Place, use: Use): ModelReference {
    const { start, end, site, intent, match } = place;
    const { id, registry } = askedName(place, use, settleRegistry(place, use));
    const resolution = match.isAlias === true ? undefined : this.resolved({ id, registry });
    return {
      range: { start, end },
      text: this.knowledge.text.slice(start, end),
      id,
      registry,
      ...this.used(start, use),
      ...(registry === 'local' && this.inTests(start, end, use)),
      where:
        match.evidence === 'weights-file' ? 'file' : match.evidence.startsWith('url:') ? 'url' : site.where,
      confidence: match.confidence ?? confidenceOf(intent, resolution !== undefined),
      evidence: [
        match.evidence,
        ...(resolution === undefined || match.evidence === 'catalog' ? [] : ['catalog']),
      ],
      ...(match.revision !== undefined && { revision: match.revision }),
      model: resolution?.record.id ?? null,
    };
  }

  /** A file of weights below a folder of tests is theirs, wherever its path is written. */
  private inTests(
    start: number,
    end: number,
    { why }: Pick<Use, 'why'>,
  ): Pick<ModelReference, 'context' | 'why'> | undefined {
    if (this.contexts.at(start).context !== 'product') return undefined;
    const before = textBefore(this.knowledge.text, start, LONGEST_PATH);
    const path = `${before.split(/[^\w.\\/ ~\x80-\uffff-]/).at(-1) ?? ''}${this.knowledge.text.slice(start, end)}`;
    return contextOfPath(path) === 'test'
      ? { context: 'test', why: [...why, message('the file is in a folder of tests')] }
      : undefined;
  }

  /** What is done with a model at a place, with its context and all reasons. */
  used(
    at: number,
    {
      role,
      host,
      why,
      region,
      possibleRegions,
      regionsBy,
      deploymentType,
      via,
      passedTo,
      license,
      isDeployed,
    }: Use,
  ): Pick<ModelReference, Exclude<keyof Use, 'address'> | 'context'> {
    const { context, why: reason } = this.contexts.at(at);
    return {
      role,
      host,
      ...(region !== undefined && { region }),
      ...(possibleRegions !== undefined && { possibleRegions }),
      ...(regionsBy !== undefined && { regionsBy }),
      ...(deploymentType !== undefined && { deploymentType }),
      ...(license !== undefined && { license }),
      ...(via !== undefined && { via }),
      ...(passedTo !== undefined && { passedTo }),
      ...(isDeployed !== undefined && { isDeployed }),
      context,
      why: reason === undefined ? why : [...why, reason],
    };
  }

  /** What a version makes of the name of a reference: {@link dated}. */
  datedAt({ registry, id }: ModelReference, version: string): ReturnType<FoundReferences['dated']> {
    return registry === 'azure' ? this.dated(id, version) : undefined;
  }

  /**
   * Azure writes the version of a model beside its name: `gpt-4` of version `turbo-2024-04-09` is what its maker calls
   * `gpt-4-turbo-2024-04-09`. Nothing where no record has that name.
   */
  private dated(id: string, version: string): Pick<ModelReference, 'id' | 'model'> | undefined {
    const name = `${id}-${version}`;
    const found = this.knowledge.resolve(name, 'azure');
    return found?.record.id.toLowerCase() === name.toLowerCase()
      ? { id: name, model: found.record.id }
      : undefined;
  }
}
