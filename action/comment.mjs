/**
 * `node comment.mjs REPORT.json REPORT.md`: says on the pull request that runs the workflow what an audit found, in
 * one comment that later runs write anew. Only the built-in modules of Node: an action has nothing installed. A
 * comment that cannot be written is a warning of the job and never its end.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** What GitHub takes as the text of a comment, in characters. */
export const MOST = 65_536;
/** No answer is waited for any longer, in milliseconds. */
const PATIENCE = 30_000;

const COMMENTS = `query ($owner: String!, $name: String!, $number: Int!, $after: String) {
  viewer { login }
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      comments(first: 100, after: $after) {
        nodes { id body author { login } }
        pageInfo { endCursor hasNextPage }
      }
    }
  }
}`;
const UPDATE = `mutation ($id: ID!, $body: String!) {
  updateIssueComment(input: { id: $id, body: $body }) { issueComment { id } }
}`;

/** The line by which a later run knows its comment again; audits of several folders have one each. Nobody sees it. */
export function markerOf(folder) {
  return `<!-- model-license-lens: ${encodeURIComponent(folder)} -->`;
}

/**
 * The text of the comment for a report in Markdown: with the marker, without calling the people whose names an id
 * begins with (`@cf/…`), and no longer than GitHub takes: then it is cut at the end of a line, and says that `run`
 * has all of it.
 */
export function textOf(markdown, { marker, run }) {
  const report = withoutCalls(markdown);
  const whole = `${marker}\n${report}`;
  if (whole.length <= MOST) return whole;
  const end = `\n\nThe report is longer than a comment can be. [The summary of the run](${run}) has all of it.\n`;
  const kept = whole.slice(0, MOST - end.length);
  return `${kept.slice(0, kept.lastIndexOf('\n'))}${end}`;
}

/** An escaped character and what stands in backticks stay: there an `@` calls nobody, and a comment would be seen. */
function withoutCalls(markdown) {
  return markdown.replace(/\\[^@\w\s]|`[^`\n]*`|@(?=\w)/g, (found) => (found === '@' ? '@<!-- -->' : found));
}

/**
 * Writes the comment: over its own of an earlier run, else as a new one, which a report without models, findings
 * and changes of what judges does not get.
 * @returns what was done: `updated`, `created` or `none`.
 * @throws if the interface of GitHub refuses or cannot be reached; the message has its answer and never the token.
 */
export async function comment({ pull, report, text, marker, github }) {
  const own = await findComment(pull, marker, github);
  if (own !== undefined) {
    await query(github, UPDATE, { id: own, body: text });
    return 'updated';
  }
  const { references, findings, since: { policies = [], ignores = [] } = {} } = report;
  if ([references, findings, policies, ignores].every(({ length }) => length === 0)) return 'none';
  const { owner, name, number } = pull;
  await send(github, `${github.api}/repos/${owner}/${name}/issues/${number}/comments`, { body: text });
  return 'created';
}

/** Only a comment by who writes is its own: another's may repeat the marker to speak for the audit. */
async function findComment(pull, marker, github) {
  for (let after = null; ; ) {
    const { viewer, repository } = await query(github, COMMENTS, { ...pull, after });
    const { nodes, pageInfo } = repository.pullRequest.comments;
    // As an author, an app is named without what its login ends with.
    const login = viewer.login.replace(/\[bot\]$/, '');
    const own = nodes.find(({ author, body }) => author?.login === login && body.startsWith(marker));
    if (own !== undefined) return own.id;
    if (!pageInfo.hasNextPage) return undefined;
    after = pageInfo.endCursor;
  }
}

async function query(github, text, variables) {
  const { data, errors } = await send(github, github.graphql, { query: text, variables });
  if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('; '));
  return data;
}

async function send({ token }, url, body) {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'user-agent': 'model-license-lens',
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!response.ok) throw new Error(`${response.status} ${(await response.text()).slice(0, 300)}`);
  return response.json();
}

async function main([json, markdown]) {
  const { env } = process;
  const { pull_request: pullRequest } = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8'));
  if (pullRequest === undefined) return 'No comment: this run is of no pull request.';
  const [owner, name] = env.GITHUB_REPOSITORY.split('/');
  const marker = markerOf(env.AUDIT_PATH);
  const run = `${env.GITHUB_SERVER_URL}/${env.GITHUB_REPOSITORY}/actions/runs/${env.GITHUB_RUN_ID}`;
  const done = await comment({
    pull: { owner, name, number: pullRequest.number },
    report: JSON.parse(readFileSync(json, 'utf8')),
    text: textOf(readFileSync(markdown, 'utf8'), { marker, run }),
    marker,
    github: { api: env.GITHUB_API_URL, graphql: env.GITHUB_GRAPHQL_URL, token: env.TOKEN },
  });
  return { updated: 'Comment updated.', created: 'Comment written.', none: 'No comment: no models.' }[done];
}

if (import.meta.url === pathToFileURL(process.argv[1]).href)
  await main(process.argv.slice(2)).then(
    (said) => console.log(said),
    ({ message }) =>
      console.log(
        `::warning::No comment on the pull request: ${message.replace(/\s+/g, ' ')}. ` +
          'It needs the permission pull-requests: write, which the token of a pull request from a fork does not have.',
      ),
  );
