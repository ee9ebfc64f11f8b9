import type { Endpoint } from '../lookup/hub/endpoint';
import { redirectPath } from '../lookup/hub/endpoint';
import { message, type Message } from '../message';
import type { BytesClient, BytesResponse, CancellationSignal } from '../ports';
import { errorText } from '../errorText';
import { hostOf, leadsElsewhere } from './offer';

/** A registry of npm packages, as the user's npm is set to ask it. */
export interface PackageRegistry {
  readonly endpoint: Endpoint;
  /** The value of the header `Authorization` for a path on its host; `undefined` where nothing is to be sent. */
  readonly authorization?: (path: string) => string | undefined;
}

export interface RegistryQuestion {
  readonly path: string;
  readonly accept: string;
  readonly maxBytes: number;
  readonly timeoutMs: number;
}

export type RegistryAnswer =
  | { readonly body: Uint8Array }
  | { readonly refused: Message /** It did not answer. */; readonly unreachable?: true };

/** A registry behind a proxy may add a slash or correct a path; more than that is a circle. */
const MOST_REDIRECTS = 3;
const MEGABYTE = 1_000_000;

/**
 * Asks a registry for one thing. A redirect is followed on its own host alone: to any other neither the request nor what authorizes it is
 * sent. Never rejects: what went wrong is in the answer.
 */
export async function askRegistry(
  { endpoint, authorization }: PackageRegistry,
  { path, accept, maxBytes, timeoutMs }: RegistryQuestion,
  http: BytesClient,
  signal: CancellationSignal,
): Promise<RegistryAnswer> {
  const host = hostOf(endpoint);
  let at = path;
  try {
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const secret = authorization?.(at);
      const response = await http.getBytes({
        url: endpoint.origin + at,
        headers: { accept, ...(secret !== undefined && { authorization: secret }) },
        signal,
        timeoutMs,
        maxBytes,
      });
      if (!REDIRECTS.has(response.status)) return readAnswer(response, host, maxBytes);
      const location = response.headers['location'] ?? '';
      const next = redirectPath(location, endpoint);
      if (next === undefined) return { refused: leadsElsewhere(host, hostIn(location)) };
      at = next;
    }
    return { refused: message('{0} redirects in a circle', host) };
  } catch (error) {
    return {
      unreachable: true,
      refused: message('{0} could not be reached: {1}', host, errorText(error)),
    };
  }
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** A browser does not tell where a redirect leads. */
function hostIn(location: string): string {
  return /^https?:\/\/([a-z0-9.:[\]-]{1,260})/i.exec(location)?.[1] ?? '?';
}

function readAnswer(
  { status, body, truncated }: BytesResponse,
  host: string,
  maxBytes: number,
): RegistryAnswer {
  if (status === 404) return { refused: message('{0} does not have the package', host) };
  if (status === 401 || status === 403)
    return { refused: message('{0} asks for a login ({1}): log in with npm first', host, status) };
  if (status !== 200) return { refused: message('{0} answered with status {1}', host, status) };
  if (truncated)
    return {
      refused: message('what {0} sends is larger than {1} MB', host, Math.round(maxBytes / MEGABYTE)),
    };
  return { body };
}
