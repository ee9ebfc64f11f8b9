import {
  type Cache,
  createFetchClient,
  type HubClientOptions,
  type Message,
  PUBLIC_HUB,
  readEndpoint,
  readToken,
  SILENT,
  type WebPlatform,
} from '../core';
import { systemClock } from './host';

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

/**
 * How the Hub is asked on this machine. The environment is the user's: it may name a mirror, also one on this machine.
 * @returns `undefined` where the environment forbids asking; the reason where it names an address that cannot be asked
 */
export function hubAccess(
  env: NodeJS.ProcessEnv,
  cache: Cache,
): HubClientOptions | { readonly refused: Message } | undefined {
  const { address, token, offline } = hubEnvironment(env);
  if (offline) return undefined;
  const reading = readEndpoint(address, true);
  if ('refused' in reading) return reading;
  const http = createFetchClient(globalThis as unknown as WebPlatform);
  return {
    http,
    cache,
    clock: systemClock,
    logger: SILENT,
    endpoint: reading.endpoint,
    ...(token !== undefined && { token }),
  };
}
