import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Comment {
  readonly id: string;
  readonly author: { readonly login: string } | null;
  body: string;
}

/** Addresses as the variables of a runner name them, and what was asked. */
export interface PullRequestServer {
  readonly api: string;
  readonly graphql: string;
  readonly comments: Comment[];
  readonly tokens: (string | undefined)[];
}

interface Query {
  readonly query?: string;
  readonly body?: string;
  readonly variables?: Readonly<Record<string, string | number | null>>;
}

const PAGE = 100;

/**
 * A server on the loopback that answers like GitHub about the comments of one pull request, acme/app#7, as its
 * documentation describes it, to the token of a workflow. `refuse` is what it answers to whatever would write.
 */
export async function startPullRequestServer(
  comments: Comment[] = [],
  refuse?: { readonly status: number; readonly answer: object },
): Promise<PullRequestServer> {
  const tokens: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    tokens.push(request.headers.authorization);
    void textOf(request).then((text) => {
      const asked = JSON.parse(text) as Query;
      const writes = asked.query?.startsWith('query') !== true;
      const status = writes ? (refuse?.status ?? 200) : 200;
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(writes && refuse ? refuse.answer : answer(request.url, asked, comments)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { api, graphql: `${api}/graphql`, comments, tokens };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function answer(url = '', { query, body = '', variables = {} }: Query, comments: Comment[]): object {
  if (url === '/repos/acme/app/issues/7/comments') {
    comments.push({ id: `IC_${comments.length}`, author: { login: 'github-actions' }, body });
    return { id: comments.length };
  }
  if (query?.startsWith('mutation') === true) {
    const changed = comments.find(({ id }) => id === variables['id']);
    if (changed) changed.body = String(variables['body']);
    return { data: { updateIssueComment: { issueComment: { id: changed?.id } } } };
  }
  const start = Number(variables['after'] ?? 0);
  const pageInfo = { endCursor: String(start + PAGE), hasNextPage: start + PAGE < comments.length };
  const pullRequest = { comments: { nodes: comments.slice(start, start + PAGE), pageInfo } };
  return { data: { viewer: { login: 'github-actions[bot]' }, repository: { pullRequest } } };
}
