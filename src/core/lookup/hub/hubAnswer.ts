import type { Message } from '../../message';
import type { Cache, Logger } from '../../ports';
import type { Failure, HubChannelOptions } from './hubChannel';
import type { HubFacts } from './hubFacts';

/** What became of one look-up. Every way it can end has a reason for people; none is an exception. */
export type HubAnswer =
  | { readonly kind: 'found'; readonly facts: HubFacts; readonly fetchedAt: number }
  /** The Hub answered, and there is nothing to tell: missing, private, gated or disabled. */
  | {
      readonly kind: 'absent';
      readonly state: 'missing-or-private' | 'gated' | 'disabled';
      readonly reason: Message;
      readonly fetchedAt: number;
    }
  | Failure;

export interface HubClientOptions extends HubChannelOptions {
  readonly cache: Cache;
  readonly logger: Logger;
}
