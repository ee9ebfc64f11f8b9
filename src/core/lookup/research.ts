import type { Message } from '../message';
import { message } from '../message';
import type { CancellationSignal } from '../ports';
import type { ClaimStore } from './claim';
import { claimFromHub } from './hub/hubClaim';
import type { Endpoint } from './hub/endpoint';
import type { HubAnswer, HubClient } from './hub/hubClient';
import type { EvidenceTools } from './local/evidenceTools';
import { localClaims, type LocalSources, type NamedModel } from './local/localClaims';

/** Where a model's look-up stands, for a hover that must not wait. */
export type ResearchState =
  | { readonly kind: 'looking-up' }
  | { readonly kind: 'answered'; readonly renamedTo?: string }
  | { readonly kind: 'absent'; readonly reason: Message; readonly gone: boolean }
  | { readonly kind: 'failed'; readonly reason: Message };

export interface ResearchOptions {
  readonly claims: ClaimStore;
  readonly local: LocalSources;
  readonly tools: EvidenceTools;
  /** Absent while look-ups are off. */
  readonly hub?: { readonly client: HubClient; readonly endpoint: Endpoint };
  /** Called whenever a state or a claim changed. */
  readonly onChange?: () => void;
}

export interface Research {
  /** `undefined` for a model that nobody looked up. */
  stateOf(id: string): ResearchState | undefined;
  /** Looks models up, each once; what is learnt goes into the claims. Never throws. */
  lookUp(models: readonly NamedModel[], signal: CancellationSignal, onProgress?: (done: number) => void): Promise<void>;
}

/** Looks models up beyond the catalogue: in local files always, on the Hub when it is there to be asked. */
export function createResearch(options: ResearchOptions): Research {
  const states = new Map<string, ResearchState>();

  function set(id: string, state: ResearchState): void {
    states.set(id.toLowerCase(), state);
    options.onChange?.();
  }

  async function lookUpOne(model: NamedModel, signal: CancellationSignal): Promise<void> {
    for (const claim of await localClaims(model, options.local, options.tools)) options.claims.add(model.id, claim);
    const { hub } = options;
    if (hub === undefined || model.registry !== 'huggingface' || !isHubId(model.id)) return;
    set(model.id, { kind: 'looking-up' });
    const answer = await hub.client.lookUp(model.id, signal);
    if (answer.kind === 'found') options.claims.add(model.id, claimFromHub(answer.facts, answer.fetchedAt, hub.endpoint));
    set(model.id, stateAfter(answer, model.id));
  }

  return {
    stateOf: (id) => states.get(id.toLowerCase()),
    async lookUp(models, signal, onProgress) {
      const distinct = [...new Map(models.map((model) => [`${model.registry}:${model.id.toLowerCase()}`, model])).values()];
      let done = 0;
      await Promise.all(distinct.map(async (model) => {
        if (!signal.cancelled) await lookUpOne(model, signal);
        onProgress?.(++done);
      }));
    },
  };
}

function isHubId(id: string): boolean {
  return /^[\w.-]{1,96}\/[\w.-]{1,96}$/.test(id);
}

function stateAfter(answer: HubAnswer, asked: string): ResearchState {
  switch (answer.kind) {
    case 'found':
      return answer.facts.id.toLowerCase() === asked.toLowerCase() ? { kind: 'answered' } : { kind: 'answered', renamedTo: answer.facts.id };
    case 'absent':
      return { kind: 'absent', reason: answer.reason, gone: answer.state !== 'gated' };
    case 'failed':
      return { kind: 'failed', reason: answer.reason };
  }
}

/** Why a model cannot be looked up at all, for a hover; `undefined` when it can. */
export function whyNotLookedUp({ registry, id }: NamedModel): Message | undefined {
  return registry === 'huggingface' && isHubId(id) ? undefined : message('only models of the Hugging Face Hub can be looked up');
}
