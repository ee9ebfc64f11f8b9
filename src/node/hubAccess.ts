import { PUBLIC_HUB } from '../core/lookup/hub/endpoint';
import { readToken } from '../core/lookup/hub/token';

/** What the user's own environment says about the Hub, under the names that the Hub's clients read. */
export interface HubEnvironment {
  /** As written; not checked yet. */
  readonly address: string;
  readonly token?: string;
  /** `HF_HUB_OFFLINE`: nothing may be asked. */
  readonly offline: boolean;
}

/** The values that the Hub's Python client takes for "yes". */
const YES = new Set(['1', 'ON', 'YES', 'TRUE']);

export function hubEnvironment(env: NodeJS.ProcessEnv): HubEnvironment {
  const token = readToken(env['HF_TOKEN']);
  const address = env['HF_ENDPOINT']?.trim() ?? '';
  return {
    address: address === '' ? PUBLIC_HUB : address,
    ...(token !== undefined && { token }),
    offline: YES.has((env['HF_HUB_OFFLINE'] ?? '').trim().toUpperCase()),
  };
}
