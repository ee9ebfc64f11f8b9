import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on the loopback that speaks the Hub's API, as far as its answers were seen or are described by the Hub's documentation. */
export interface HubServer {
  readonly origin: string;
  /** Every request that arrived, in order. */
  readonly requests: { readonly url: string; readonly headers: IncomingMessage['headers'] }[];
  /** The most requests that were under way at once. */
  readonly most: () => number;
  on(id: string, handler: Handler): void;
  close(): Promise<void>;
}

export async function startHubServer(): Promise<HubServer> {
  const handlers = new Map<string, Handler>();
  const requests: HubServer['requests'] = [];
  let open = 0;
  let most = 0;
  const server: Server = createServer((request, response) => {
    most = Math.max(most, ++open);
    response.on('close', () => open--);
    requests.push({ url: request.url ?? '', headers: request.headers });
    const id = decodeURIComponent(
      (request.url ?? '').replace(/^.*\/api\/models\//, '').replace(/[?].*$/, ''),
    );
    (handlers.get(id.toLowerCase()) ?? missing)(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    most: () => most,
    on: (id, handler) => void handlers.set(id.toLowerCase(), handler),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Answers with JSON. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Handler {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}

/** Without a token the Hub answers 401 for a repository that is missing as for one that is private. */
export const missing: Handler = json({ error: 'Invalid username or password.' }, 401, {
  'x-error-code': 'RepoNotFound',
  'x-error-message': 'Repository not found',
});
