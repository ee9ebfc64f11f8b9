import type { BytesClient, BytesResponse, CancellationSignal, HttpClient, HttpRequest } from '../../ports';
import { joinBytes } from '../../text/joinBytes';

/** The parts of the platform that sending needs; a host passes its own globals, so that its proxy and certificate settings hold. */
export interface WebPlatform {
  fetch(
    url: string,
    init: { headers: Record<string, string>; redirect: 'manual'; signal: unknown; credentials: 'omit' },
  ): Promise<WebResponse>;
  AbortController: new () => { readonly signal: unknown; abort(): void };
  TextDecoder: new () => { decode(bytes: Uint8Array): string };
  setTimeout(run: () => void, milliseconds: number): unknown;
  clearTimeout(timer: never): void;
  setInterval(run: () => void, milliseconds: number): unknown;
  clearInterval(timer: never): void;
}

interface WebResponse {
  readonly status: number;
  readonly headers: { forEach(visit: (value: string, name: string) => void): void };
  readonly body: { getReader(): WebReader } | null;
}

interface WebReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array }>;
  cancel(): Promise<void>;
}

const CANCEL_CHECK_MS = 50;

/** A client over `fetch`: no redirect is followed, no cookie sent, and neither time nor size is without bound. */
export function createFetchClient(web: WebPlatform): HttpClient & BytesClient {
  const client: BytesClient = {
    async getBytes(request) {
      const stop = new web.AbortController();
      let why: string | undefined;
      const end = (reason: string): void => {
        why ??= reason;
        stop.abort();
      };
      const timer = web.setTimeout(
        () => end(`no complete answer within ${request.timeoutMs / 1000} s`),
        request.timeoutMs,
      ) as never;
      const watch = watchCancel(web, request.signal, () => end('canceled'));
      try {
        const response = await web.fetch(request.url, {
          headers: { ...request.headers },
          redirect: 'manual',
          signal: stop.signal,
          credentials: 'omit',
        });
        return await readResponse(response, request);
      } catch (error) {
        throw new Error(why ?? reasonOf(error), { cause: error });
      } finally {
        web.clearTimeout(timer);
        watch();
      }
    },
  };
  return {
    ...client,
    async get(request) {
      const response = await client.getBytes(request);
      return { ...response, body: new web.TextDecoder().decode(response.body) };
    },
  };
}

function watchCancel(
  web: WebPlatform,
  signal: CancellationSignal | undefined,
  cancel: () => void,
): () => void {
  if (signal === undefined) return () => undefined;
  const timer = web.setInterval(() => {
    if (signal.canceled) cancel();
  }, CANCEL_CHECK_MS) as never;
  return () => web.clearInterval(timer);
}

async function readResponse(response: WebResponse, { maxBytes }: HttpRequest): Promise<BytesResponse> {
  const headers: Record<string, string> = {};
  response.headers.forEach((value, name) => (headers[name.toLowerCase()] = value));
  // A browser hides where a redirect leads: it gives the status 0 and no header.
  return {
    status: response.status === 0 ? 307 : response.status,
    headers,
    ...(await readBody(response, maxBytes)),
  };
}

async function readBody(
  response: WebResponse,
  maxBytes: number,
): Promise<Pick<BytesResponse, 'body' | 'truncated'>> {
  if (response.body === null) return { body: new Uint8Array(), truncated: false };
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done || value === undefined) return { body: joinBytes(chunks), truncated: false };
    size += value.length;
    if (size > maxBytes) {
      await reader.cancel();
      return { body: joinBytes(chunks), truncated: true };
    }
    chunks.push(value);
  }
}

/** `fetch` says only "fetch failed"; what failed is in the cause. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}
