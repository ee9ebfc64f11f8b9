import { describe, expect, it } from 'vitest';
import { render } from '../../../src/core/message';
import { type BytesResponse, type HttpRequest, NEVER_CANCELED } from '../../../src/core/ports';
import { askRegistry } from '../../../src/core/update/registry';

const ENDPOINT = { origin: 'https://npm.acme.example', basePath: '/repo', secure: true };
const QUESTION = { path: '/repo/catalog', accept: '*/*', maxBytes: 2_000_000, timeoutMs: 1000 };

/** Asks a registry that gives these answers one after another. */
async function ask(answers: readonly Partial<BytesResponse>[]) {
  const requests: HttpRequest[] = [];
  const http = {
    getBytes(request: HttpRequest): Promise<BytesResponse> {
      const answer = answers[Math.min(requests.push(request), answers.length) - 1];
      return Promise.resolve({
        status: 200,
        headers: {},
        body: new Uint8Array([1]),
        truncated: false,
        ...answer,
      });
    },
  };
  const authorization = (path: string): string | undefined =>
    path.startsWith('/repo/') ? 'Bearer x' : undefined;
  const answer = await askRegistry({ endpoint: ENDPOINT, authorization }, QUESTION, http, NEVER_CANCELED);
  return { requests, answer: 'refused' in answer ? render(answer.refused) : answer.body };
}

const to = (location: string): Partial<BytesResponse> => ({ status: 302, headers: { location } });

describe('a registry', () => {
  it('is asked for what was wanted, with what its path is given', async () => {
    const { requests, answer } = await ask([{}]);
    expect(answer).toEqual(new Uint8Array([1]));
    expect(requests).toMatchObject([
      { url: 'https://npm.acme.example/repo/catalog', headers: { accept: '*/*', authorization: 'Bearer x' } },
    ]);
  });

  it('may lead to another path of its host, which gets what belongs to that path', async () => {
    const { requests, answer } = await ask([to('/files/catalog'), to('https://npm.acme.example/repo/c'), {}]);
    expect(answer).toEqual(new Uint8Array([1]));
    expect(requests.map(({ url, headers }) => [url, headers['authorization']])).toEqual([
      ['https://npm.acme.example/repo/catalog', 'Bearer x'],
      ['https://npm.acme.example/files/catalog', undefined],
      ['https://npm.acme.example/repo/c', 'Bearer x'],
    ]);
  });

  it.each([
    'https://evil.example/c',
    '//evil.example/c',
    'http://npm.acme.example/c',
    'https://npm.acme.example.evil.example/',
    '',
  ])('is not followed to %j', async (location) => {
    const { requests, answer } = await ask([to(location)]);
    expect(answer).toMatch(/^npm\.acme\.example leads to another host, .+, which was not asked$/);
    expect(requests).toHaveLength(1);
  });

  it('that leads in a circle is left', async () => {
    const { requests, answer } = await ask([to('/repo/catalog')]);
    expect(answer).toBe('npm.acme.example redirects in a circle');
    expect(requests).toHaveLength(4);
  });

  it.each([
    [{ status: 404 }, 'npm.acme.example does not have the package'],
    [{ status: 403 }, 'npm.acme.example asks for a login (403): log in with npm first'],
    [{ status: 503 }, 'npm.acme.example answered with status 503'],
    [{ truncated: true }, 'what npm.acme.example sends is larger than 2 MB'],
  ])('%j is a reason', async (given, reason) => {
    expect((await ask([given])).answer).toBe(reason);
  });
});
