import { describe, expect, it } from 'vitest';
import { comment, markerOf, MOST, textOf } from '../../../action/comment.mjs';
import { startPullRequestServer, type PullRequestServer } from '../../support/pullRequestServer';

const marker = markerOf('.');
const place = { marker, run: 'https://github.test/acme/app/actions/runs/1' };
const FOUND = { references: [{}], findings: [] };
const bot = { login: 'github-actions' };

function say(
  server: PullRequestServer,
  text: string,
  report: Parameters<typeof comment>[0]['report'] = FOUND,
) {
  const github = { api: server.api, graphql: server.graphql, token: 'secret-token' };
  return comment({ pull: { owner: 'acme', name: 'app', number: 7 }, report, text, marker, github });
}

describe('the text of the comment', () => {
  it('begins with a marker of the folder, which nothing in its name can end', () => {
    expect(textOf('# Audit\n', place)).toBe('<!-- model-license-lens: . -->\n# Audit\n');
    expect(markerOf('a --> b')).toBe('<!-- model-license-lens: a%20--%3E%20b -->');
  });

  it.each([
    ['@cf/meta/llama-3-8b-instruct ended', '@<!-- -->cf/meta/llama-3-8b-instruct ended'],
    ['`@cf/meta/llama` and @cf', '`@cf/meta/llama` and @<!-- -->cf'],
    ['state \\`use.seat\\` of @cf \\`', 'state \\`use.seat\\` of @<!-- -->cf \\`'],
    ['\\@cf', '\\@<!-- -->cf'],
    ['a @ b', 'a @ b'],
  ])('calls nobody: %s', (markdown, expected) => {
    expect(textOf(markdown, place)).toBe(`${marker}\n${expected}`);
  });

  it('is cut at the end of a line where it is longer than GitHub takes', () => {
    const row = `| ${'x'.repeat(97)} |\n`;
    const text = textOf(row.repeat(1000), place);
    expect(text.length).toBeLessThanOrEqual(MOST);
    expect(text.length).toBeGreaterThan(MOST - 400);
    expect(text).toMatch(/x \|\n\nThe report is longer [^\n]*\(https:\/\/github\.test\/\S+\)[^\n]*\n$/);
    const fits = 'x'.repeat(MOST - marker.length - 1);
    expect(textOf(fits, place)).toBe(`${marker}\n${fits}`);
  });
});

describe('the comment', () => {
  it('is written once, and over the first by later runs', async () => {
    const server = await startPullRequestServer([{ id: 'IC_a', author: { login: 'ann' }, body: 'Hello' }]);
    expect(await say(server, `${marker}\none`)).toBe('created');
    expect(await say(server, `${marker}\ntwo`)).toBe('updated');
    expect(server.comments.map(({ body }) => body)).toEqual(['Hello', `${marker}\ntwo`]);
    expect(new Set(server.tokens)).toEqual(new Set(['Bearer secret-token']));
  });

  it('is found behind a hundred others', async () => {
    const others = Array.from({ length: 250 }, (_, at) => ({ id: `IC_${at}`, author: null, body: 'x' }));
    const server = await startPullRequestServer([...others, { id: 'IC_own', author: bot, body: marker }]);
    expect(await say(server, `${marker}\nnew`)).toBe('updated');
    expect(server.comments.at(-1)?.body).toBe(`${marker}\nnew`);
  });

  it("is never another's, nor that of another folder, nor one that only quotes it", async () => {
    const others = [
      { id: 'IC_a', author: { login: 'mallory' }, body: `${marker}\nAll is well` },
      { id: 'IC_b', author: bot, body: `${markerOf('web')}\nx` },
      { id: 'IC_c', author: bot, body: `> ${marker}` },
    ];
    const server = await startPullRequestServer(others.map((each) => ({ ...each })));
    expect(await say(server, `${marker}\nnew`)).toBe('created');
    expect(server.comments.slice(0, 3)).toEqual(others);
  });

  it('is not begun for nothing, and told when the last model is gone', async () => {
    const none = { references: [], findings: [] };
    const server = await startPullRequestServer();
    expect(await say(server, `${marker}\nno models`, none)).toBe('none');
    expect(await say(server, `${marker}\nno models`, { ...none, since: { policies: [], ignores: [] } })).toBe(
      'none',
    );
    expect(server.comments).toEqual([]);
    await say(server, `${marker}\none`);
    expect(await say(server, `${marker}\nno models`, none)).toBe('updated');
  });

  it.each(['policies', 'ignores'])('is begun where only %s changed', async (changed) => {
    const report = { references: [], findings: [], since: { policies: [], ignores: [], [changed]: [{}] } };
    const server = await startPullRequestServer();
    expect(await say(server, `${marker}\none`, report)).toBe('created');
  });

  it.each([
    [403, { message: 'Resource not accessible by integration' }],
    [200, { data: null, errors: [{ message: 'Resource not accessible by integration' }] }],
  ])('is refused with the answer and without the token (%i)', async (status, answer) => {
    const comments = [{ id: 'IC_own', author: bot, body: marker }];
    const server = await startPullRequestServer(comments, { status, answer });
    const said = await say(server, `${marker}\nnew`).catch(({ message }: Error) => message);
    expect(said).toContain('Resource not accessible by integration');
    expect(said).not.toContain('secret-token');
  });
});
