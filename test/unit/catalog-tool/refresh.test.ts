import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRefreshOptions } from '../../../src/catalog-tool/refresh/refreshOptions';
import { openStateFile } from '../../../src/catalog-tool/refresh/stateFile';
import { json, startHubServer, type Handler, type HubServer } from '../../support/hubServer';
import { makeWorld, type World } from './refreshWorld';

// Every run reads a catalog from files, which takes a while on a machine that is busy.

let server: HubServer;
let world: World;
beforeEach(async () => {
  server = await startHubServer();
  world = makeWorld(server.origin);
});
afterEach(() => server.close());

/** A record as the Hub answers it. */
const card = (id: string, license: string | undefined, more: object = {}): object => ({
  id,
  sha: '0123456789abcdef0123456789abcdef01234567',
  gated: false,
  disabled: false,
  createdAt: '2026-03-04T05:06:07.000Z',
  tags: license === undefined ? [] : [`license:${license}`],
  cardData: license === undefined ? {} : { license },
  ...more,
});
const has = (id: string, license: string | undefined, more: object = {}): void =>
  server.on(id, json(card(id, license, more)));
/** The pages of a list, by their number in the query. */
const pages = (...answers: Handler[]): void =>
  server.on('/api/models', (request, response) =>
    answers[Number(/page=(\d+)/.exec(request.url ?? '')?.[1] ?? 0)]?.(request, response),
  );
const asked = (): string[] => server.requests.map(({ url }) => url.replace(/\?expand=.*/, ''));
const summary = (): string => world.read('p.md');
const rows = (): { id: string; sources: Record<string, unknown>[] }[] =>
  world
    .read('p.jsonl')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { id: string; sources: Record<string, unknown>[] });
/** The body of one section of the summary. */
const section = (title: string): string =>
  summary()
    .split('\n## ')
    .find((part) => part.startsWith(title)) ?? '';

describe('a list of ids', () => {
  it('gives one sorted row a model in the form that the merge reads, whatever the order and spelling of the list', async () => {
    has('acme/same-7b', 'mit', {
      tags: ['license:mit', 'base_model:finetune:acme/changed-7b'],
      pipeline_tag: 'text-generation',
    });
    has('acme/changed-7b', 'apache-2.0');
    const { complete } = await world.run(
      ['--ids', '-'],
      '# wanted\nacme/same-7b\nsame-7b  # its former name\n\nACME/changed-7b\r\nacme/changed-7b\n',
    );
    expect(complete).toBe(true);
    expect(rows()).toEqual([
      {
        id: 'acme/changed-7b',
        namespace: 'hf',
        sources: [
          {
            source: 'hub-api',
            date: '2026-11-25',
            hub: true,
            license: 'apache-2.0',
            base_model: [],
            gated: false,
            released: '2026-03-04',
          },
        ],
      },
      {
        id: 'acme/same-7b',
        namespace: 'hf',
        sources: [
          {
            source: 'hub-api',
            date: '2026-11-25',
            hub: true,
            license: 'mit',
            base_model: ['finetune:acme/changed-7b'],
            gated: false,
            released: '2026-03-04',
            task: 'text-generation',
          },
        ],
      },
    ]);
    expect(asked()).toHaveLength(2);
    expect(summary()).toContain('Complete: every model has an answer.');
    expect(summary()).toContain(
      '2 answered, 0 gone, private or disabled, 0 not answered; 2 as the catalog has them.',
    );
    expect(summary()).not.toContain('## ');
  });

  it('shows a license that changed, old beside new, and what the merge would make of it', async () => {
    has('acme/changed-7b', 'cc-by-nc-4.0');
    await world.run(['--ids', '-'], 'acme/changed-7b');
    expect(section('Licenses that the merge would change')).toContain(
      '| `acme/changed-7b` | `apache-2.0` | `cc-by-nc-4.0` | `cc-by-nc-4.0` |',
    );
  });

  it("shows a card against which the publisher's own file, or what was settled by hand, stays", async () => {
    has('acme/own-file', 'apache-2.0');
    has('acme/settled-7b', 'mit');
    await world.run(['--ids', '-'], 'acme/own-file\nacme/settled-7b');
    expect(section('Cards that the catalog keeps its own license against')).toContain(
      '| `acme/own-file` | `cc-by-nc-4.0` | `apache-2.0` |',
    );
    expect(section('Cards that the catalog keeps its own license against')).toContain(
      '| `acme/settled-7b` | `llama3` | `mit` |',
    );
    expect(section('Licenses that the merge')).toBe('');
  });

  it('does not keep an older license for a card whose own terms nobody has read', async () => {
    has('acme/changed-7b', 'other', {
      cardData: { license: 'other', license_name: 'acme-terms', license_link: 'https://acme.example/terms' },
    });
    has('acme/gated-7b', undefined, { cardData: { license: ['mit', 'apache-2.0'] } });
    await world.run(['--ids', '-'], 'acme/changed-7b\nacme/gated-7b');
    expect(section('Licenses that the merge')).toContain(
      '| `acme/changed-7b` | `apache-2.0` | `other` | `other: acme-terms` |',
    );
    expect(section('Wordings that nobody')).toContain(
      '| `acme/changed-7b` | `other: acme-terms` | `https://acme.example/terms` |',
    );
    expect(section('Wordings that nobody')).toContain('| `acme/gated-7b` | `apache-2.0, mit` |');
  });

  it('shows a gate that was put up, new bases, and models the catalog does not have', async () => {
    has('acme/gated-7b', 'llama3.1', {
      gated: 'manual',
      tags: ['license:llama3.1', 'base_model:adapter:meta-llama/Llama-3.1-8B'],
    });
    has('acme/new-7b', undefined);
    await world.run(['--ids', '-'], 'acme/gated-7b\nacme/new-7b');
    expect(section('Gate changed')).toContain('| `acme/gated-7b` | not known | gated |');
    expect(section('New base models')).toContain('| `acme/gated-7b` | adapter | `meta-llama/Llama-3.1-8B` |');
    expect(section('New models')).toContain('| `acme/new-7b` | `none stated` | 2026-03-04 |');
  });
});

describe('names that lead elsewhere or nowhere', () => {
  it('follows a rename and proposes the model under its present name', async () => {
    server.on('acme/old-name', json('', 307, { location: '/api/models/acme/new-name' }));
    has('acme/new-name', 'mit');
    await world.run(['--ids', '-'], 'acme/old-name');
    expect(section('Renamed')).toContain('| `acme/old-name` | `acme/new-name` |');
    expect(rows().map(({ id }) => id)).toEqual(['acme/new-name']);
    expect(section('New models')).toBe('');
  });

  it('follows no redirect to another host', async () => {
    server.on(
      'acme/same-7b',
      json('', 307, { location: 'https://elsewhere.example/api/models/acme/same-7b' }),
    );
    const { complete } = await world.run(['--ids', '-'], 'acme/same-7b');
    expect(complete).toBe(false);
    expect(section('Not answered')).toContain(
      '| `acme/same-7b` | the Hub points to another address, which is not followed |',
    );
  });

  it('tells missing, gated and disabled repositories apart and says which of them the catalog has', async () => {
    server.on('acme/gated-7b', json({ error: 'Access is restricted' }, 401, { 'x-error-code': 'GatedRepo' }));
    server.on('acme/gone', json({ error: 'Repository not found' }, 404, { 'x-error-code': 'RepoNotFound' }));
    server.on('acme/off', json({ error: 'Access to this resource is disabled.' }, 403));
    const { complete } = await world.run(['--ids', '-'], 'acme/gated-7b\nacme/gone\nacme/off\nacme/same-7b');
    expect(
      section('Gone, private or disabled')
        .split('\n')
        .filter((line) => line.startsWith('| `')),
    ).toEqual([
      '| `acme/gated-7b` | yes | the repository is gated: the Hub shows it to those it has let in |',
      '| `acme/gone` | no | the Hub has no public model named acme/gone: it is missing or private |',
      '| `acme/off` | no | the repository is disabled on the Hub |',
      '| `acme/same-7b` | yes | the Hub has no public model named acme/same-7b: it is missing or private |',
    ]);
    expect(complete).toBe(true);
    expect(rows()).toEqual([]);
  });
});

describe('an owner', () => {
  it('is listed page by page, and only its own models are asked for', async () => {
    for (const name of ['a', 'b', 'c']) has(`acme/${name}`, 'mit');
    pages(
      json([{ id: 'acme/b' }, { id: 'other/x' }], 200, {
        link: `<${server.origin}/api/models?author=acme&page=1>; rel="next"`,
      }),
      json([{ modelId: 'acme/a' }, { id: 'acme/../x' }, 7, null], 200, {
        link: '</api/models?author=acme&page=2>; rel="next"',
      }),
      json([{ id: 'acme/c' }]),
    );
    expect((await world.run(['--owner', 'acme'])).complete).toBe(true);
    expect(rows().map(({ id }) => id)).toEqual(['acme/a', 'acme/b', 'acme/c']);
    expect(asked().slice(0, 3)).toEqual([
      '/api/models?author=acme&limit=200',
      '/api/models?author=acme&page=1',
      '/api/models?author=acme&page=2',
    ]);
  });

  const ends: [string, (origin: string) => Handler[], string][] = [
    [
      'a page that fails',
      (origin) => [
        json([{ id: 'acme/a' }], 200, { link: `<${origin}/api/models?page=1>; rel="next"` }),
        json('', 503),
      ],
      'page 2 of the list of acme cannot be read \\(status 503\\)',
    ],
    [
      'a page that is no list',
      (origin) => [
        json([{ id: 'acme/a' }], 200, { link: `<${origin}/api/models?page=1>; rel="next"` }),
        json('<html>'),
      ],
      'page 2 of the list of acme cannot be read \\(status 200\\)',
    ],
    [
      'a next page on another host',
      () => [
        json([{ id: 'acme/a' }], 200, { link: '<https://elsewhere.example/api/models?page=1>; rel="next"' }),
      ],
      'the list of acme goes on at another address, which is not followed',
    ],
    [
      'a list that repeats itself',
      (origin) => [json([{ id: 'acme/a' }], 200, { link: `<${origin}/api/models?page=0>; rel="next"` })],
      'the list of acme repeats itself',
    ],
  ];
  for (const [name, answers, reason] of ends) {
    it(`keeps what was listed before ${name}, and says that there may be more`, async () => {
      has('acme/a', 'mit');
      pages(...answers(server.origin));
      expect((await world.run(['--owner', 'acme'])).complete).toBe(false);
      expect(rows().map(({ id }) => id)).toEqual(['acme/a']);
      expect(summary()).toMatch(
        new RegExp(
          `\\*\\*Not complete\\*\\*[^]*\\*\\*A list was cut off\\*\\*: ${reason.replaceAll('\\', '\\\\?\\')}\\.`,
        ),
      );
    });
  }
});

describe("the Hub's limits", () => {
  /** Refuses the first questions, then answers. */
  const refusing = (times: number, headers: Record<string, string>): void => {
    let left = times;
    server.on('acme/same-7b', (request, response) =>
      (left-- > 0 ? json('', 429, headers) : json(card('acme/same-7b', 'mit')))(request, response),
    );
  };
  for (const [name, headers, seconds] of [
    ['RateLimit', { ratelimit: '"api";r=0;t=42' }, 43],
    ['Retry-After', { 'retry-after': '7' }, 7],
    ['no header', {}, 60],
  ] as const) {
    it(`are waited for after a 429 with ${name}: ${seconds} s`, async () => {
      refusing(1, headers);
      expect((await world.run(['--ids', '-'], 'acme/same-7b')).complete).toBe(true);
      expect(world.waits).toEqual([seconds]);
    });
  }

  it('are waited for before they are overstepped, also within a list', async () => {
    has('acme/a', 'mit');
    pages(json([{ id: 'acme/a' }], 200, { ratelimit: '"api";r=0;t=30' }));
    expect((await world.run(['--owner', 'acme'])).complete).toBe(true);
    expect(world.waits).toEqual([31]);
  });

  it('that never end leave a reason, and what was answered', async () => {
    refusing(99, { 'retry-after': '5' });
    has('acme/changed-7b', 'apache-2.0');
    expect((await world.run(['--ids', '-'], 'acme/changed-7b\nacme/same-7b')).complete).toBe(false);
    expect(rows().map(({ id }) => id)).toEqual(['acme/changed-7b']);
    expect(section('Not answered')).toContain(
      '| `acme/same-7b` | the Hub asks for a pause: ask again in 5 s |',
    );
  });

  it('are not met by more than four questions at once', async () => {
    const ids = Array.from({ length: 40 }, (_, index) => `acme/m${index}`);
    for (const id of ids)
      server.on(
        id,
        (request, response) => void setTimeout(() => json(card(id, 'mit'))(request, response), 5),
      );
    await world.run(['--ids', '-'], ids.join('\n'));
    expect(server.most()).toBe(4);
    expect(rows()).toHaveLength(40);
  });
});

describe('a run that is interrupted', () => {
  const ids = Array.from({ length: 30 }, (_, index) => `acme/m${String(index).padStart(2, '0')}`);
  const whole = async (): Promise<[string, string]> => {
    const other = makeWorld(server.origin);
    await other.run(['--ids', '-'], ids.join('\n'));
    return [other.read('p.jsonl'), other.read('p.md')];
  };
  const answerAll = (): void => ids.forEach((id) => has(id, 'mit'));

  it('writes what it has, goes on where it stopped, and ends with the same bytes as one that was not', async () => {
    answerAll();
    server.on('acme/m11', (request, response) => {
      world.signal.canceled = true;
      json(card('acme/m11', 'mit'))(request, response);
    });
    const first = await world.run(['--ids', '-'], ids.join('\n'));
    expect(first.complete).toBe(false);
    expect(rows().length).toBeGreaterThan(5);
    expect(rows().length).toBeLessThan(20);
    expect(section('Not answered')).toContain('| `acme/m29` | interrupted before it was asked |');
    const before = new Set(rows().map(({ id }) => id));
    server.requests.length = 0;
    world.signal.canceled = false;
    expect((await world.run(['--ids', '-'], ids.join('\n'))).complete).toBe(true);
    expect(
      asked()
        .map((url) => url.replace('/api/models/', ''))
        .filter((id) => before.has(id)),
    ).toEqual([]);
    expect([world.read('p.jsonl'), summary()]).toEqual(await whole());
  });

  it('loses at most the line that was being written', async () => {
    answerAll();
    await world.run(['--ids', '-'], ids.join('\n'));
    const state = join(world.root, 'state.jsonl');
    const lines = readFileSync(state, 'utf8').trimEnd().split('\n');
    writeFileSync(state, `not JSON\n${lines.slice(0, -1).join('\n')}\n${lines.at(-1)?.slice(0, 40) ?? ''}`);
    server.requests.length = 0;
    await world.run(['--ids', '-'], ids.join('\n'));
    expect(server.requests).toHaveLength(1);
    await world.run(['--ids', '-'], ids.join('\n'));
    expect(server.requests).toHaveLength(1);
    expect([world.read('p.jsonl'), summary()]).toEqual(await whole());
  });

  it('asks again for what failed, and for what has grown old', async () => {
    has('acme/a', 'mit');
    server.on('acme/b', json('', 500));
    await world.run(['--ids', '-'], 'acme/a\nacme/b');
    expect(section('Not answered')).toContain('| `acme/b` | the Hub answered with status 500 |');
    has('acme/b', 'mit');
    server.requests.length = 0;
    expect((await world.run(['--ids', '-'], 'acme/a\nacme/b')).complete).toBe(true);
    expect(asked()).toEqual(['/api/models/acme/b']);
    world.now += 2 * 24 * 3_600_000;
    await world.run(['--ids', '-'], 'acme/a\nacme/b');
    expect(asked()).toHaveLength(3);
    expect(rows().map(({ sources: [said] }) => said?.['date'])).toEqual(['2026-11-27', '2026-11-27']);
  });

  it('stops asking a Hub that does not answer, and gives the reason for every id', async () => {
    await server.close();
    const { proposal } = await world.run(['--ids', '-'], ids.join('\n'));
    expect(proposal.failed).toHaveLength(30);
    expect(section('Not answered')).toContain(
      '| `acme/m29` | not asked: 12 questions in a row had no answer |',
    );
    server = await startHubServer();
  });
});

describe('records older than a day', () => {
  it('are those whose every source is older', async () => {
    await world.run(['--older-than', '2025-06-01']);
    expect(asked().sort()).toEqual([
      '/api/models/acme/changed-7b',
      '/api/models/acme/gated-7b',
      '/api/models/acme/old-name',
      '/api/models/acme/settled-7b',
    ]);
  });
});

describe('hostile answers and lists', () => {
  it('stay text in the proposal', async () => {
    has('acme/changed-7b', 'other', {
      cardData: {
        license: 'other',
        license_name: '</td>|`[x](javascript:y)` @team <img>',
        license_link: 'javascript:alert(1)',
        base_model: ['../../etc/passwd', 'a/b|c', '<b>x</b>/y'],
      },
      pipeline_tag: '<script>',
      createdAt: 'yesterday',
    });
    server.on('acme/gone', json({ error: '\u001b[31m| ## disabled <b>' }, 403));
    await world.run(
      ['--ids', '-'],
      'acme/changed-7b\nacme/gone\n../../etc/passwd\nacme/|x|`<b>`\u001b[2K\nhttps://elsewhere.example/a/b',
    );
    const lines = section('Licenses that the merge')
      .split('\n')
      .filter((line) => line.startsWith('| `acme'));
    expect(lines).toEqual([
      '| `acme/changed-7b` | `apache-2.0` | `other` | ``other: </td>\\|`[x](javascript:y)` @team <img>`` |',
    ]);
    expect(rows()).toEqual([
      {
        id: 'acme/changed-7b',
        namespace: 'hf',
        sources: [
          {
            source: 'hub-api',
            date: '2026-11-25',
            hub: true,
            license: 'other',
            license_name: '</td>|`[x](javascript:y)` @team <img>',
            base_model: [],
            gated: false,
          },
        ],
      },
    ]);
    expect(section('Not answered').match(/not a name that the Hub has/g)).toHaveLength(3);
    // eslint-disable-next-line no-control-regex -- what must not be there
    expect(summary()).not.toMatch(/[\u0000-\u0009\u000b-\u001f]|javascript:alert/);
    expect(asked().sort()).toEqual(['/api/models/acme/changed-7b', '/api/models/acme/gone']);
  });

  it('do not let a list lead to other owners or an endless walk', async () => {
    pages(json([{ id: 'Acme/ok' }, { id: 'acme/ok' }, { id: '__proto__' }, { id: { toString: 'x' } }]));
    has('acme/ok', 'mit');
    await world.run(['--owner', 'acme']);
    expect(asked()).toHaveLength(2);
  });
});

describe('--write', () => {
  it('is needed to change the catalog', async () => {
    const before = world.data();
    has('acme/changed-7b', 'mit');
    await world.run(['--ids', '-'], 'acme/changed-7b');
    expect(world.data()).toEqual(before);
  });

  it('merges by the order of trust, cites the Hub with the day, and leaves every other record as it was', async () => {
    has('acme/changed-7b', 'cc-by-nc-4.0');
    has('acme/own-file', 'apache-2.0', { pipeline_tag: 'text-generation' });
    await world.run(['--ids', '-', '--write'], 'acme/changed-7b\nacme/own-file');
    expect(world.data()['generated/huggingface/acme.yaml']?.split('\n')).toEqual([
      'registry: huggingface',
      'models:',
      '  acme/changed-7b: { license: cc-by-nc-4.0, released: 2026-03-04, gated: false, contradictions: [ "license: cc-by-nc-4.0 (card of 2026-11), apache-2.0 (card of 2025-01)" ], sources: [ hub-api 2026-11-25 ] }',
      '  acme/gated-7b: { license: llama3.1, released: 2024-07-23, sources: [ hub-2025-01 ] }',
      '  acme/old-name: { license: mit, task: text-generation, sources: [ hub-2022-02 ] }',
      '  acme/own-file: { license: cc-by-nc-4.0, task: text-generation, released: 2026-03-04, gated: false, sources: { github:acme/own-file@1a2b3c4 2026-01-05: [ license ], hub-api 2026-11-25: [ task, released, gated ] } }',
      '  acme/same-7b: { license: mit, gated: false, lineage: [ { model: acme/changed-7b, relation: finetune } ], sources: [ hub-2026 ] }',
      '  acme/settled-7b: { license: apache-2.0, sources: [ hub-2025-01 ] }',
      '',
    ]);
    expect(world.read('p.losing.jsonl')).toContain('"id":"acme/own-file","kept":"cc-by-nc-4.0"');
  });

  it('makes a rename a spelling, and one record of both names', async () => {
    server.on('acme/old-name', json('', 307, { location: '/api/models/acme/new-name' }));
    has('acme/new-name', 'mit');
    await world.run(['--ids', '-', '--write'], 'acme/old-name');
    expect(world.data()['aliases/huggingface.yaml']).toBe(
      'registry: huggingface\nsources: [hub-2022-02]\nspellings:\n  acme/old-name: acme/new-name\n  same-7b: acme/same-7b\n',
    );
    expect(world.data()['generated/huggingface/acme.yaml']).toContain(
      '  acme/new-name: { license: mit, task: text-generation, ',
    );
    expect(world.data()['generated/huggingface/acme.yaml']).not.toContain('acme/old-name');
  });

  it('changes nothing the second time', async () => {
    has('acme/changed-7b', 'cc-by-nc-4.0');
    await world.run(['--ids', '-', '--write'], 'acme/changed-7b');
    const once = world.data();
    await world.run(['--ids', '-', '--write'], 'acme/changed-7b');
    expect(world.data()).toEqual(once);
    expect(summary()).toContain('1 as the catalog has them');
  });

  it('dates the source by its newest answer', async () => {
    world.now = Date.UTC(2027, 1, 3);
    has('acme/changed-7b', 'apache-2.0');
    await world.run(['--ids', '-', '--write'], 'acme/changed-7b');
    expect(world.data()['sources.yaml']).toMatch(/^hub-api:\n(?: {2}.*\n)*? {2}date: "2027-02-03"$/m);
  });
});

describe('wrong usage', () => {
  const options =
    (...args: string[]) =>
    () =>
      readRefreshOptions(args, 'src');
  const cases: [string, () => unknown, string][] = [
    ['nothing to ask for', options(), 'needs --ids, --owner or --older-than'],
    ['an option that does not exist', options('--all'), '--all'],
    ['an owner that cannot be', options('--owner', '../x'), 'the Hub has no such names'],
    ['a day that is none', options('--older-than', 'May'), 'YYYY-MM-DD'],
    [
      'a state among the sources',
      options('--owner', 'acme', '--state', 'src/catalog/state.jsonl'),
      'lies among the sources',
    ],
    [
      'a proposal among the sources',
      options('--owner', 'acme', '--proposal', 'src/../src/catalog/p'),
      'lies among the sources',
    ],
  ];
  for (const [name, run, words] of cases) it(`names ${name}`, () => expect(run).toThrow(words));
  it('names a state that cannot be written', () =>
    expect(openStateFile(world.root)).rejects.toThrow('EISDIR'));
});

describe('a merge', () => {
  it('keeps what a source said of other models, and of other facts of the same model, when it speaks again', async () => {
    world.merge([
      { id: 'acme/changed-7b', namespace: 'hf', sources: [{ source: 'hf-hub-2025-01', license: 'mit' }] },
    ]);
    expect(world.data()['generated/huggingface/acme.yaml']).toContain(
      '  acme/changed-7b: { license: mit, released: 2024-05-01, sources: [ hub-2025-01 ] }',
    );
    expect(world.data()['generated/huggingface/acme.yaml']).toContain(
      '  acme/gated-7b: { license: llama3.1, released: 2024-07-23, sources: [ hub-2025-01 ] }',
    );
  });

  it("keeps the spelling of the catalog against a list, and takes that of the model's own card", async () => {
    world.merge([{ id: 'ACME/Same-7B', namespace: 'hf', sources: [{ source: 'mteb', license: 'mit' }] }]);
    expect(world.data()['generated/huggingface/acme.yaml']).toContain('  acme/same-7b: ');
    world.merge([
      {
        id: 'acme/Same-7B',
        namespace: 'hf',
        sources: [{ source: 'hub-api', date: '2026-11-25', hub: true, license: 'mit' }],
      },
    ]);
    expect(world.data()['generated/huggingface/acme.yaml']).toContain('  acme/Same-7B: ');
  });

  it('changes nothing when there is nothing to weigh', () => {
    const before = world.data();
    world.merge([]);
    expect(world.data()).toEqual(before);
  });
});
