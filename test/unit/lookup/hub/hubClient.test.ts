import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { english, render } from '../../../../src/core/message';
import { readEndpoint, type Endpoint } from '../../../../src/core/lookup/hub/endpoint';
import { createFetchClient, type WebPlatform } from '../../../../src/core/lookup/hub/fetchClient';
import { createHubClient } from '../../../../src/core/lookup/hub/hubClient';
import type { HubAnswer } from '../../../../src/core/lookup/hub/hubAnswer';
import { NEVER_CANCELED, SILENT, type Cache, type HttpClient } from '../../../../src/core/ports';
import { json, startHubServer, type Handler, type HubServer } from '../../../support/hubServer';

const http = createFetchClient(globalThis as unknown as WebPlatform);
const ID = 'acme/model-7b';
const RECORD = {
  id: ID,
  sha: '0123456789abcdef0123456789abcdef01234567',
  gated: false,
  disabled: false,
  pipeline_tag: 'text-generation',
  tags: [
    'transformers',
    'license:apache-2.0',
    'base_model:Qwen/Qwen3-8B',
    'base_model:finetune:Qwen/Qwen3-8B',
    'region:us',
  ],
  cardData: { license: 'apache-2.0', base_model: 'Qwen/Qwen3-8B' },
  createdAt: '2026-01-02T03:04:05.000Z',
};

let server: HubServer;
let store: Map<string, string>;
let now: number;

beforeEach(async () => {
  server = await startHubServer();
  store = new Map();
  now = Date.UTC(2026, 10, 24);
});
afterEach(() => server.close());

const cache = (): Cache => ({
  get: async (key) => store.get(key),
  set: async (key, value) => void store.set(key, value),
  clear: async () => store.clear(),
});

function endpointOf(address: string): Endpoint {
  const reading = readEndpoint(address, true);
  if ('refused' in reading) throw new Error(render(reading.refused));
  return reading.endpoint;
}

function client(options: { http?: HttpClient; token?: string; cache?: Cache; address?: string } = {}) {
  return createHubClient({
    http: options.http ?? http,
    cache: options.cache ?? cache(),
    clock: { now: () => now },
    logger: SILENT,
    endpoint: endpointOf(options.address ?? server.origin),
    ...(options.token !== undefined && { token: options.token }),
  });
}

async function ask(id = ID): Promise<HubAnswer> {
  return client().lookUp(id, NEVER_CANCELED);
}

const reasonOf = (answer: HubAnswer): string => ('reason' in answer ? render(answer.reason, english) : '');
const factsOf = (answer: HubAnswer) => {
  if (answer.kind !== 'found') throw new Error(`not found: ${reasonOf(answer)}`);
  return answer.facts;
};

/** A client that never waits as long as the real one: the reasons stay the same. */
const impatient: HttpClient = { get: (request) => http.get({ ...request, timeoutMs: 150 }) };

describe('answers that carry a record', () => {
  it('reads license, lineage, revision, gate and task', async () => {
    server.on(ID, json(RECORD));
    expect(factsOf(await ask())).toEqual({
      id: ID,
      revision: RECORD.sha,
      licenses: ['apache-2.0'],
      licenseName: null,
      licenseLink: null,
      gated: false,
      euDisallowed: false,
      disabled: false,
      bases: [{ model: 'Qwen/Qwen3-8B', relation: 'finetune' }],
      task: 'text-generation',
      created: '2026-01-02',
      weights: null,
    });
  });

  it('reads a list record, which has tags and no card', async () => {
    server.on(
      'black-forest-labs/FLUX.1-dev',
      json({
        _id: '66aaa908',
        id: 'black-forest-labs/FLUX.1-dev',
        likes: 9565,
        private: false,
        tags: ['diffusers', 'license:other', 'region:us'],
        modelId: 'black-forest-labs/FLUX.1-dev',
      }),
    );
    expect(factsOf(await ask('black-forest-labs/FLUX.1-dev'))).toMatchObject({
      licenses: ['other'],
      gated: null,
      revision: null,
    });
  });

  it('reads a record of 2022, which has only modelId', async () => {
    server.on(
      'bert-base-uncased',
      json({
        modelId: 'bert-base-uncased',
        tags: ['pytorch', 'license:apache-2.0'],
        pipeline_tag: 'fill-mask',
        siblings: [],
      }),
    );
    expect(factsOf(await ask('bert-base-uncased'))).toMatchObject({
      id: 'bert-base-uncased',
      licenses: ['apache-2.0'],
    });
  });

  it('reads "other" with its name and link', async () => {
    server.on(
      ID,
      json({
        ...RECORD,
        tags: ['license:other'],
        cardData: {
          license: 'other',
          license_name: 'acme-community',
          license_link: 'https://acme.example/license',
        },
      }),
    );
    expect(factsOf(await ask())).toMatchObject({
      licenses: ['other'],
      licenseName: 'acme-community',
      licenseLink: 'https://acme.example/license',
    });
  });

  it('reads a list of licenses', async () => {
    server.on(ID, json({ ...RECORD, tags: [], cardData: { license: ['mit', 'llama3.1'] } }));
    expect(factsOf(await ask()).licenses).toEqual(['mit', 'llama3.1']);
  });

  it('tells a card that states no license from one that was not read', async () => {
    server.on(ID, json({ ...RECORD, tags: ['transformers'], cardData: {} }));
    expect(factsOf(await ask()).licenses).toEqual([]);
  });

  it('reads "auto" and "manual" as gated, and the bar for the EU', async () => {
    server.on(
      ID,
      json({ ...RECORD, gated: 'manual', cardData: { license: 'llama4', extra_gated_eu_disallowed: true } }),
    );
    expect(factsOf(await ask())).toMatchObject({ gated: true, euDisallowed: true });
  });

  it('keeps the relation of each base and leaves out what is no id', async () => {
    server.on(
      ID,
      json({
        ...RECORD,
        tags: ['base_model:adapter:a/b', 'base_model:quantized:c/d'],
        cardData: { base_model: ['a/b', 'XLM RoBERTa (large)', '../../etc'], base_model_relation: 'merge' },
      }),
    );
    expect(factsOf(await ask()).bases).toEqual([
      { model: 'a/b', relation: 'adapter' },
      { model: 'c/d', relation: 'quantized' },
    ]);
  });

  it('sees whether there are weights among the files', async () => {
    server.on(
      ID,
      json({
        ...RECORD,
        siblings: [{ rfilename: 'README.md' }, { rfilename: 'model-00001-of-00002.safetensors' }, 7],
      }),
    );
    expect(factsOf(await ask()).weights).toBe(true);
    server.on('acme/empty', json({ ...RECORD, id: 'acme/empty', siblings: [{ rfilename: 'README.md' }] }));
    expect(factsOf(await ask('acme/empty')).weights).toBe(false);
  });

  it('believes no record of another model, and keeps none', async () => {
    server.on(ID, json({ ...RECORD, id: 'evil/model' }));
    expect(reasonOf(await ask())).toBe('the Hub’s answer is about another model: evil/model');
    expect(store.size).toBe(0);
    server.on(ID, json({ ...RECORD, id: ID.toUpperCase() }));
    expect(factsOf(await ask()).id).toBe(ID.toUpperCase());
  });

  it('does not call a model its own base', async () => {
    server.on(ID, json({ ...RECORD, tags: [], cardData: { base_model: ID.toUpperCase() } }));
    expect(factsOf(await ask()).bases).toEqual([]);
  });
});

describe('answers that move', () => {
  for (const status of [301, 302, 307, 308]) {
    it(`follows a relative ${status} on the same host and keeps the new name`, async () => {
      server.on(ID, (_request, response) =>
        response.writeHead(status, { location: '/api/models/acme/renamed-7b' }).end(),
      );
      server.on('acme/renamed-7b', json({ ...RECORD, id: 'acme/renamed-7b' }));
      expect(factsOf(await ask()).id).toBe('acme/renamed-7b');
    });

    it(`believes no record of another model than a ${status} leads to`, async () => {
      server.on(ID, (_request, response) =>
        response.writeHead(status, { location: '/api/models/acme/renamed-7b' }).end(),
      );
      server.on('acme/renamed-7b', json({ ...RECORD, id: 'evil/model' }));
      expect(reasonOf(await ask())).toBe('the Hub’s answer is about another model: evil/model');
    });

    it(`does not follow a ${status} to a foreign host, nor send the token there`, async () => {
      const foreign = await startHubServer();
      server.on(ID, (_request, response) =>
        response.writeHead(status, { location: `${foreign.origin}/api/models/${ID}` }).end(),
      );
      const answer = await client({ token: 'hf_secret' }).lookUp(ID, NEVER_CANCELED);
      expect(reasonOf(answer)).toContain('another address');
      expect(foreign.requests).toEqual([]);
      await foreign.close();
    });
  }

  it('says so when it is not told where a redirect leads, as in a browser', async () => {
    server.on(ID, (_request, response) => response.writeHead(307).end());
    expect(reasonOf(await ask())).toContain('does not say here to which');
  });

  for (const location of [
    '//evil.example/api/models/a/b',
    'https://evil.example/',
    'javascript:alert(1)',
    '/api/../../x',
    '',
    '\\\\evil.example\\x',
  ]) {
    it(`does not follow the location ${JSON.stringify(location)}`, async () => {
      server.on(ID, (_request, response) => response.writeHead(307, { location }).end());
      expect((await ask()).kind).toBe('failed');
    });
  }

  it('leaves a circle of redirects', async () => {
    server.on(ID, (_request, response) => response.writeHead(307, { location: `/api/models/${ID}` }).end());
    expect(reasonOf(await ask())).toContain('circle');
  });
});

describe('refusals', () => {
  const refusals: [string, Handler, string, string][] = [
    [
      '401 missing',
      json({ error: 'Repository not found' }, 401, { 'x-error-code': 'RepoNotFound' }),
      'absent',
      'missing or private',
    ],
    [
      '401 gated',
      json({ error: 'Access to model is restricted' }, 401, { 'x-error-code': 'GatedRepo' }),
      'absent',
      'gated',
    ],
    [
      '403 gated by its words',
      json({ error: 'Access to this gated model is restricted' }, 403),
      'absent',
      'gated',
    ],
    ['403 without a word', json('', 403), 'failed', '403'],
    [
      '403 disabled',
      json({ error: 'x' }, 403, { 'x-error-message': 'Access to this resource is disabled.' }),
      'absent',
      'disabled',
    ],
    ['404', json({ error: 'Repository not found' }, 404), 'absent', 'missing or private'],
    ['410', json('', 410), 'absent', 'missing or private'],
    ['500', json('oops', 500), 'failed', '500'],
    ['502 with a page', json('<html>bad gateway</html>', 502), 'failed', '502'],
    ['503 that says disabled', json({ error: 'disabled for maintenance' }, 503), 'failed', '503'],
    ['418', json('', 418), 'failed', '418'],
    ['200 disabled', json({ ...RECORD, disabled: true }), 'absent', 'disabled'],
  ];
  for (const [name, handler, kind, words] of refusals) {
    it(`says why on ${name}`, async () => {
      server.on(ID, handler);
      const answer = await ask();
      expect(answer.kind).toBe(kind);
      expect(reasonOf(answer)).toContain(words);
    });
  }
});

describe('limits', () => {
  it('waits as the header of a 429 says, and does not ask again before', async () => {
    server.on(ID, json({ error: 'rate limited' }, 429, { ratelimit: '"api";r=0;t=42' }));
    const hub = client();
    expect(reasonOf(await hub.lookUp(ID, NEVER_CANCELED))).toContain('43 s');
    now += 10_000;
    expect(reasonOf(await hub.lookUp('acme/other', NEVER_CANCELED))).toContain('33 s');
    expect(server.requests).toHaveLength(1);
    now += 34_000;
    server.on(ID, json(RECORD));
    expect((await hub.lookUp(ID, NEVER_CANCELED)).kind).toBe('found');
  });

  for (const [name, headers, seconds] of [
    ['no header', {}, 60],
    ['retry-after', { 'retry-after': '7' }, 7],
    ['an absurd wait', { ratelimit: '"api";r=0;t=999999999' }, 601],
    ['nonsense', { ratelimit: 'x', 'retry-after': 'soon' }, 60],
  ] as [string, Record<string, string>, number][]) {
    it(`waits ${seconds} s on a 429 with ${name}`, async () => {
      server.on(ID, json('', 429, headers));
      expect(reasonOf(await ask())).toContain(`in ${seconds} s`);
    });
  }

  it('stops before it is refused: the last answer of a window says that it is the last', async () => {
    server.on(ID, json(RECORD, 200, { ratelimit: '"api";r=0;t=9' }));
    const hub = client();
    expect((await hub.lookUp(ID, NEVER_CANCELED)).kind).toBe('found');
    expect(reasonOf(await hub.lookUp('acme/other', NEVER_CANCELED))).toContain('10 s');
    expect(server.requests).toHaveLength(1);
  });

  it('has at most four requests under way', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `acme/model-${index}`);
    for (const id of ids)
      server.on(
        id,
        (_request, response) => void delay(20).then(() => json({ ...RECORD, id })(_request, response)),
      );
    const hub = client();
    const answers = await Promise.all(ids.map((id) => hub.lookUp(id, NEVER_CANCELED)));
    expect(answers.every(({ kind }) => kind === 'found')).toBe(true);
    expect(server.most()).toBeLessThanOrEqual(4);
  });

  it('asks once for the same id asked many times at once', async () => {
    server.on(ID, json(RECORD));
    const hub = client();
    await Promise.all(Array.from({ length: 8 }, () => hub.lookUp(ID, NEVER_CANCELED)));
    expect(server.requests).toHaveLength(1);
  });
});

describe('bodies that are not what they should be', () => {
  const bodies: [string, Handler][] = [
    ['empty', json('')],
    ['cut off', json('{"id":"acme/model-7b","tags":["lic')],
    ['HTML', json('<!doctype html><title>hi</title>')],
    ['an array', json([])],
    ['null', json('null')],
    ['a number', json('42')],
    ['no id', json({ tags: ['license:mit'] })],
    ['an id that climbs', json({ ...RECORD, id: '../../etc/passwd' })],
    ['an id that is a link', json({ ...RECORD, id: '[x](command:evil)' })],
    ['20 MB', json(JSON.stringify({ ...RECORD, filler: 'x'.repeat(20_000_000) }))],
    [
      'invalid UTF-8',
      (_request, response) => response.writeHead(200).end(Buffer.from([0xff, 0xfe, 0x7b, 0x80])),
    ],
  ];
  for (const [name, handler] of bodies) {
    it(`says that it learnt nothing from ${name}`, async () => {
      server.on(ID, handler);
      const answer = await ask();
      expect(answer.kind).toBe('failed');
      expect(reasonOf(answer)).toMatch(/not a model record|larger than/);
    });
  }

  it('takes no fact from fields of the wrong type or with hostile text', async () => {
    const evil =
      '\u202e[click](command:workbench.action.terminal.new)<img src=x onerror=alert(1)>\n# heading';
    server.on(
      ID,
      json({
        id: ID,
        sha: evil,
        gated: { yes: 1 },
        disabled: 'true',
        pipeline_tag: evil,
        createdAt: 7,
        tags: [1, null, `license:${evil}`, `base_model:${evil}`, { a: 1 }],
        cardData: {
          license: { evil },
          license_name: `a\u0000b\n${evil}`,
          license_link: 'javascript:alert(1)',
          base_model: [evil, 3],
          extra_gated_eu_disallowed: 'yes',
        },
      }),
    );
    expect(factsOf(await ask())).toEqual({
      id: ID,
      revision: null,
      licenses: [],
      licenseName: null,
      licenseLink: null,
      gated: null,
      euDisallowed: false,
      disabled: false,
      bases: [],
      task: null,
      created: null,
      weights: null,
    });
  });

  it('is not led astray by the names of prototypes', async () => {
    server.on(
      ID,
      json(
        `{"id":"${ID}","__proto__":{"disabled":true},"constructor":{"x":1},"tags":["base_model:constructor:a/b"]}`,
      ),
    );
    expect(factsOf(await ask()).bases.every(({ relation }) => typeof relation === 'string')).toBe(true);
  });
});

describe('connections that break', () => {
  it('says so on a reset', async () => {
    server.on(ID, (request) => request.socket.destroy());
    expect(reasonOf(await ask())).toContain('could not be reached');
  });

  it('says so when the connection breaks within the body', async () => {
    server.on(ID, (request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"id":');
      setTimeout(() => request.socket.destroy(), 10);
    });
    expect(reasonOf(await ask())).toContain('could not be reached');
  });

  it('gives up on an answer that drips', async () => {
    server.on(ID, (_request, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    });
    expect(reasonOf(await client({ http: impatient }).lookUp(ID, NEVER_CANCELED))).toContain(
      'no complete answer within',
    );
  });

  it('gives up on an answer that never comes', async () => {
    server.on(ID, () => undefined);
    expect(reasonOf(await client({ http: impatient }).lookUp(ID, NEVER_CANCELED))).toContain(
      'no complete answer within',
    );
  });

  it('says so when nothing listens', async () => {
    await server.close();
    expect(reasonOf(await ask())).toContain('could not be reached');
    server = await startHubServer();
  });

  it('says so when the name of the host cannot be resolved', async () => {
    const failing: HttpClient = { get: () => Promise.reject(new Error('getaddrinfo ENOTFOUND hub.invalid')) };
    expect(
      reasonOf(await client({ http: failing, address: 'https://hub.invalid' }).lookUp(ID, NEVER_CANCELED)),
    ).toContain('ENOTFOUND');
  });

  it('stops when it is canceled', async () => {
    server.on(ID, () => undefined);
    const signal = { canceled: false };
    const answer = client().lookUp(ID, signal);
    await delay(30);
    signal.canceled = true;
    expect(reasonOf(await answer)).toBe('canceled');
  });

  it('asks anew for whoever still wants to know after the first gave up', async () => {
    server.on(ID, () => undefined);
    const hub = client();
    const first = { canceled: false };
    const gaveUp = hub.lookUp(ID, first);
    const stays = hub.lookUp(ID, NEVER_CANCELED);
    while (server.requests.length === 0) await delay(5);
    server.on(ID, json(RECORD));
    first.canceled = true;
    expect(reasonOf(await gaveUp)).toBe('canceled');
    expect((await stays).kind).toBe('found');
  });
});

describe('the token', () => {
  const recorded: { url: string; authorization: string | undefined }[] = [];
  const recording: HttpClient = {
    get: async ({ url, headers }) => {
      recorded.push({ url, authorization: headers['authorization'] });
      return { status: 200, headers: {}, body: JSON.stringify(RECORD), truncated: false };
    },
  };

  it('goes to the encrypted origin it was set for', async () => {
    recorded.length = 0;
    await client({ http: recording, token: 'hf_secret', address: 'https://hub.example' }).lookUp(
      ID,
      NEVER_CANCELED,
    );
    expect(recorded).toEqual([
      {
        url: expect.stringMatching(/^https:\/\/hub\.example\/api\/models\/acme\/model-7b\?/) as string,
        authorization: 'Bearer hf_secret',
      },
    ]);
  });

  it('never goes over an unencrypted connection', async () => {
    server.on(ID, json(RECORD));
    await client({ token: 'hf_secret' }).lookUp(ID, NEVER_CANCELED);
    expect(server.requests[0]?.headers['authorization']).toBeUndefined();
  });

  it('sends nothing but the id and what is asked for', async () => {
    server.on(ID, json(RECORD));
    await ask();
    expect(server.requests.map(({ url }) => url.replace(/[?].*/, ''))).toEqual([`/api/models/${ID}`]);
    expect(
      Object.keys(server.requests[0]?.headers ?? {}).filter((name) =>
        /cookie|referer|authorization/.test(name),
      ),
    ).toEqual([]);
  });
});

describe('the kept answers', () => {
  it('are given without asking while fresh, and asked again with their ETag after a day', async () => {
    server.on(ID, json(RECORD, 200, { etag: '"v1"' }));
    const hub = client();
    await hub.lookUp(ID, NEVER_CANCELED);
    await hub.lookUp(ID, NEVER_CANCELED);
    expect(server.requests).toHaveLength(1);
    now += 25 * 3_600_000;
    server.on(ID, (_request, response) => response.writeHead(304).end());
    expect(factsOf(await hub.lookUp(ID, NEVER_CANCELED)).licenses).toEqual(['apache-2.0']);
    expect(server.requests[1]?.headers['if-none-match']).toBe('"v1"');
    await hub.lookUp(ID, NEVER_CANCELED);
    expect(server.requests).toHaveLength(2);
  });

  it('of a missing model are kept for an hour', async () => {
    const hub = client();
    await hub.lookUp(ID, NEVER_CANCELED);
    now += 50 * 60_000;
    await hub.lookUp(ID, NEVER_CANCELED);
    expect(server.requests).toHaveLength(1);
    now += 20 * 60_000;
    await hub.lookUp(ID, NEVER_CANCELED);
    expect(server.requests).toHaveLength(2);
  });

  it('are asked again when the clock was set back', async () => {
    server.on(ID, json(RECORD));
    await client().lookUp(ID, NEVER_CANCELED);
    now -= 48 * 3_600_000;
    await client().lookUp(ID, NEVER_CANCELED);
    expect(server.requests).toHaveLength(2);
  });

  for (const [name, damage] of [
    ['cut off', (text: string) => text.slice(0, 30)],
    ['from a newer version', (text: string) => text.replace('"form":1', '"form":99')],
    ['of another shape', () => '{"form":1,"answer":{"kind":"found","fetchedAt":1,"facts":{}}}'],
    ['not JSON', () => 'garbage'],
    ['null', () => 'null'],
  ] as [string, (text: string) => string][]) {
    it(`are ignored when they are ${name}`, async () => {
      server.on(ID, json(RECORD));
      await ask();
      for (const [key, value] of store) store.set(key, damage(value));
      expect(factsOf(await ask()).licenses).toEqual(['apache-2.0']);
      expect(server.requests).toHaveLength(2);
    });
  }

  it('do not matter when they can neither be read nor written', async () => {
    server.on(ID, json(RECORD));
    const broken: Cache = {
      get: () => Promise.reject(new Error('disk')),
      set: () => Promise.reject(new Error('full')),
      clear: () => Promise.resolve(),
    };
    expect((await client({ cache: broken }).lookUp(ID, NEVER_CANCELED)).kind).toBe('found');
  });

  it('of failures are not kept', async () => {
    server.on(ID, json('', 500));
    await ask();
    expect(store.size).toBe(0);
  });

  it('of one endpoint are not given for another', async () => {
    server.on(ID, json(RECORD));
    await ask();
    const other = await startHubServer();
    expect((await client({ address: other.origin }).lookUp(ID, NEVER_CANCELED)).kind).toBe('absent');
    await other.close();
  });
});

describe('the endpoint', () => {
  const refused = [
    'http://huggingface.co',
    'https://user:pass@huggingface.co',
    'https://localhost',
    'https://127.0.0.1',
    'https://2130706433',
    'https://0x7f.0.0.1',
    'https://10.0.0.7',
    'https://172.20.1.1',
    'https://192.168.1.1',
    'https://169.254.169.254',
    'https://[::1]',
    'https://[fd00::1]',
    'https://100.64.0.1',
    'https://intranet',
    'https://hub.local',
    'ftp://huggingface.co',
    'file:///etc/passwd',
    'https://a b',
    'https://h.example/../x',
    'https://h.example?x=1',
    '',
  ];
  for (const address of refused) {
    it(`refuses ${JSON.stringify(address)} from anywhere but the user`, () => {
      expect(readEndpoint(address, false)).toHaveProperty('refused');
    });
  }

  it('takes the public Hub and a mirror with a path', () => {
    expect(readEndpoint('https://huggingface.co/', false)).toEqual({
      endpoint: { origin: 'https://huggingface.co', basePath: '', secure: true },
    });
    expect(readEndpoint('https://Mirror.Example:8443/hf', false)).toEqual({
      endpoint: { origin: 'https://mirror.example:8443', basePath: '/hf', secure: true },
    });
  });

  it.each([
    'https://localhost127.0.0.1',
    'https://A127.0.0.1',
    'https://..127.0.0.1',
    'https://0177.0.0.1',
    'https://127.0.0.256',
    'https://2130706433',
    'https://0x7f.0.0.1',
    'https://[::1::]',
    'https://[1:2:3]',
    'https://[12345::1]',
    'https://hub.example:65536',
  ])('refuses %s from the user too: it is no host, or resolvers disagree which', (address) => {
    expect(readEndpoint(address, true)).toHaveProperty('refused');
  });

  it.each(['https://127.0.0.1', 'https://[::1]:8080', 'https://[fd00::1:2]', 'https://hub.example:65535'])(
    'takes %s from the user',
    (address) => {
      expect(readEndpoint(address, true)).toHaveProperty('endpoint');
    },
  );

  it('takes an address on this machine from the user, but no other unencrypted one', () => {
    expect(readEndpoint('http://127.0.0.1:8080', true)).toHaveProperty('endpoint');
    expect(readEndpoint('http://10.0.0.7', true)).toHaveProperty('refused');
  });
});
