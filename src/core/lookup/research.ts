import type { Message } from '../message';
import type { CancellationSignal } from '../ports';
import type { ClaimStore } from './claim';
import { claimFromHub } from './hub/hubClaim';
import type { Endpoint } from './hub/endpoint';
import type { HubClient } from './hub/hubClient';
import type { HubAnswer } from './hub/hubAnswer';
import { isHubId } from './hub/hubId';
import { patiently, type WaitUntil } from './hub/patiently';
import type { EvidenceTools } from './local/evidenceTools';
import { localClaims, type LocalSources, type NamedModel } from './local/localClaims';

/** Where a model's look-up stands, for a hover that must not wait. */
export type ResearchState =
  | { readonly kind: 'looking-up' }
  /** The Hub has asked for a pause; `until` in milliseconds since 1970. */
  | { readonly kind: 'waiting'; readonly until: number }
  | { readonly kind: 'answered'; readonly renamedTo?: string }
  | { readonly kind: 'absent'; readonly reason: Message }
  | { readonly kind: 'failed'; readonly reason: Message };

export interface ResearchOptions {
  readonly claims: ClaimStore;
  readonly local: LocalSources;
  readonly tools: EvidenceTools;
  /** Absent while look-ups are off. */
  readonly hub?: { readonly client: HubClient; readonly endpoint: Endpoint };
  /** Called whenever a state or a claim changed. */
  readonly onChange?: () => void;
  /** Waits before the Hub is asked again; without it nobody waits, and the pause is the reason given. */
  readonly waitUntil?: WaitUntil;
}

export interface Research {
  /** `undefined` for a model that nobody looked up. */
  stateOf(id: string): ResearchState | undefined;
  /** The models of which the Hub told nothing, by id, each with the reason. */
  unanswered(): readonly { readonly id: string; readonly reason: Message }[];
  /** Looks models up, each once; what is learnt goes into the claims. Never throws. */
  lookUp(
    models: readonly NamedModel[],
    signal: CancellationSignal,
    onProgress?: (done: number) => void,
  ): Promise<void>;
}

/** Looks models up beyond the catalog: in local files always, on the Hub when it is there to be asked. */
export function createResearch(options: ResearchOptions): Research {
  const states = new Map<string, { readonly id: string; readonly state: ResearchState }>();

  function set(id: string, state: ResearchState): void {
    states.set(id.toLowerCase(), { id, state });
    options.onChange?.();
  }

  async function lookUpOne(model: NamedModel, signal: CancellationSignal): Promise<void> {
    const { hub, claims } = options;
    const known = claims.version;
    for (const claim of await localClaims(model, options.local, options.tools)) claims.add(model.id, claim);
    if (claims.version !== known) options.onChange?.();
    if (hub === undefined || model.registry !== 'huggingface' || !isHubId(model.id)) return;
    const answer = await ask(hub.client, model.id, signal);
    if (answer.kind === 'found')
      claims.add(model.id, claimFromHub(answer.facts, answer.fetchedAt, hub.endpoint));
    if (answer.kind !== 'failed')
      claims.setGone(model.id, answer.kind === 'absent' && answer.state !== 'gated');
    set(model.id, stateAfter(answer, model.id));
  }

  function ask(client: HubClient, id: string, signal: CancellationSignal): Promise<HubAnswer> {
    return patiently(
      () => {
        set(id, { kind: 'looking-up' });
        return client.lookUp(id, signal);
      },
      { waitUntil: options.waitUntil, onWait: (until) => set(id, { kind: 'waiting', until }) },
      signal,
    );
  }

  return {
    stateOf: (id) => states.get(id.toLowerCase())?.state,
    unanswered: () =>
      [...states.values()]
        .flatMap(({ id, state }) => ('reason' in state ? [{ id, reason: state.reason }] : []))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    async lookUp(models, signal, onProgress) {
      const distinct = [
        ...new Map(models.map((model) => [`${model.registry}:${model.id.toLowerCase()}`, model])).values(),
      ];
      let done = 0;
      await Promise.all(
        distinct.map(async (model) => {
          if (!signal.canceled) await lookUpOne(model, signal);
          onProgress?.(++done);
        }),
      );
    },
  };
}

function stateAfter(answer: HubAnswer, asked: string): ResearchState {
  switch (answer.kind) {
    case 'found':
      return answer.facts.id.toLowerCase() === asked.toLowerCase()
        ? { kind: 'answered' }
        : { kind: 'answered', renamedTo: answer.facts.id };
    case 'absent':
      return { kind: 'absent', reason: answer.reason };
    case 'failed':
      return { kind: 'failed', reason: answer.reason };
  }
}
