import { message, type Message } from '../../message';
import type { CancellationSignal, HttpResponse } from '../../ports';
import { redirectPath, type Endpoint } from './endpoint';
import { isFailure, type Failure, type HubChannel } from './hubChannel';
import { isHubId } from './hubId';
import { patiently, type Patience } from './patiently';
import { uriPart } from '../../text/uriPart';
import { parse } from './hubFacts';

export interface OwnerList {
  /** As the Hub spells them, in its order. */
  readonly ids: readonly string[];
  /** Why there may be more. */
  readonly incomplete?: Message;
}

export interface OwnerQuestion {
  readonly channel: HubChannel;
  readonly endpoint: Endpoint;
  readonly patience: Patience;
}

const PAGE = 200;
/** No owner has so many; a list that goes on longer is a fault or a trick. */
const MOST_PAGES = 500;

/** `acme`: what the owner of a repository is called on the Hub. */
export function isOwner(name: string): boolean {
  return /^[\w.-]{1,96}$/.test(name) && !name.includes('..');
}

/** The public models of an owner, page by page. What was listed before something went wrong is given with the reason. Never throws. */
export async function listOwner(
  owner: string,
  { channel, endpoint, patience }: OwnerQuestion,
  signal: CancellationSignal,
): Promise<OwnerList> {
  const ids = new Set<string>();
  const ended = (incomplete: Message): OwnerList => ({ ids: [...ids], incomplete });
  let path: string | undefined = `${endpoint.basePath}/api/models?author=${uriPart(owner)}&limit=${PAGE}`;
  for (let page = 1; path !== undefined; page++) {
    if (page > MOST_PAGES)
      return ended(message('the list of {0} is longer than {1} pages', owner, MOST_PAGES));
    const asked: string = path;
    const response: HttpResponse | Failure = await patiently(
      () => channel.get(asked, undefined, signal),
      patience,
      signal,
    );
    if (isFailure(response)) return ended(response.reason);
    const listed = readPage(response, owner);
    if (listed === undefined)
      return ended(
        message('page {0} of the list of {1} cannot be read (status {2})', page, owner, response.status),
      );
    const before = ids.size;
    for (const id of listed) ids.add(id);
    const next = /<([^>\s]{1,600})>\s*;\s*rel="?next"?/.exec(response.headers['link'] ?? '')?.[1];
    path = next === undefined ? undefined : redirectPath(next, endpoint);
    if (next !== undefined && path === undefined)
      return ended(message('the list of {0} goes on at another address, which is not followed', owner));
    if (path !== undefined && ids.size === before)
      return ended(message('the list of {0} repeats itself', owner));
  }
  return { ids: [...ids] };
}

/** The ids on a page; names of another owner, or that are none, are left out. */
function readPage({ status, body, truncated }: HttpResponse, owner: string): readonly string[] | undefined {
  if (status !== 200 || truncated) return undefined;
  const rows = parse(body);
  if (!Array.isArray(rows)) return undefined;
  return rows.flatMap((row: unknown): string[] => {
    const { id, modelId } = (typeof row === 'object' && row !== null ? row : {}) as {
      id?: unknown;
      modelId?: unknown;
    };
    const name = id ?? modelId;
    return typeof name === 'string' &&
      isHubId(name) &&
      name.toLowerCase().startsWith(`${owner.toLowerCase()}/`)
      ? [name]
      : [];
  });
}
