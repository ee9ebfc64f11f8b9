import { describe, expect, it } from 'vitest';
import { serviceAt } from '../../../src/core/lookup/service';
import { builtCatalog } from '../../support/builtCatalog';
import { MODELS, modelRecord, testCatalog } from '../../support/catalog';
import { hostRecord, service } from '../../support/hosts';

const ended = { status: 'retired', endsOn: '2026-01-05', successor: 'claude-9' } as const;
const catalog = testCatalog(MODELS, [
  hostRecord('anthropic', { names: [service('claude-3-opus', ended), service('claude-9')] }),
  hostRecord('openrouter', {
    resells: ['huggingface'],
    passesOn: { source: { url: 'https://example.org/routing', read: '2026-01-01' } },
    names: [service('anthropic/claude-3-opus'), service('anthropic/claude-9')],
  }),
  hostRecord('bedrock', { resells: ['huggingface'], names: [service('anthropic.claude-3-opus')] }),
]);

describe('a name that a host has as the successor of another', () => {
  it('has not ended with that one, though the host may be written before it', () => {
    const own = testCatalog(MODELS, [
      hostRecord('perplexity', {
        names: [service('sonar', { status: 'retired', successor: 'perplexity/sonar' })],
      }),
    ]);
    expect(['sonar', 'perplexity/sonar'].map((name) => serviceAt(own, 'perplexity', name).status)).toEqual([
      { state: 'retired', successor: 'perplexity/sonar' },
      { state: 'unknown' },
    ]);
  });

  it('has not ended at a service that forwards to that host', () => {
    const both = testCatalog(MODELS, [
      hostRecord('perplexity', {
        names: [
          service('sonar', { status: 'retired', successor: 'perplexity/sonar' }),
          service('sonar-old', ended),
        ],
      }),
      hostRecord('openrouter', {
        passesOn: { source: { url: 'https://example.org/routing', read: '2026-01-01' } },
      }),
    ]);
    const names = ['perplexity/sonar', 'openrouter/perplexity/sonar', 'perplexity/sonar-old'];
    expect(names.map((name) => serviceAt(both, 'openrouter', name).status.state)).toEqual([
      'unknown',
      'unknown',
      'retired',
    ]);
  });
});

describe('the page that tells the status of a name', () => {
  const isOwn = (url: string): boolean => {
    const names = [service('talk-1', { ...ended, source: { url, read: '2026-11-01' } })];
    const talk = hostRecord('talk', {
      endpoints: ['api.talk.example', '*.eu.talk.example'],
      ownPages: ['help.talkative.example', 'github.com/talk'],
      names,
    });
    return serviceAt(testCatalog(MODELS, [talk]), 'talk', 'talk-1').isOwnPage;
  };

  it.each([
    'https://docs.talk.example/deprecations',
    'https://help.talkative.example/ends',
    'https://github.com/talk/docs/blob/main/ends.md',
  ])('is its own: %s', (url) => {
    expect(isOwn(url)).toBe(true);
  });

  it.each([
    'https://blog.example/all-ends-of-talk',
    'https://github.com/somebody/talk/blob/main/ends.json',
    'https://nottalk.example/ends',
  ])('is that of somebody else: %s', (url) => {
    expect(isOwn(url)).toBe(false);
  });
});

describe('a name in the calendar of a service that forwards', () => {
  it('has ended where its maker, who alone runs it, has ended it, though a list still has it', () => {
    expect(serviceAt(catalog, 'openrouter', 'anthropic/claude-3-opus').status).toEqual({
      state: 'retired',
      date: '2026-01-05',
      successor: 'claude-9',
    });
    expect(serviceAt(catalog, 'openrouter', 'anthropic/claude-9').status.state).toBe('active');
    expect(
      ['claude-3-opus', 'claude-9'].map(
        (name) => serviceAt(catalog, 'openrouter', `anthropic/${name}`).calendarOf,
      ),
    ).toEqual(['anthropic', undefined]);
  });

  it('is that of the maker where it spells the name otherwise and the service has nothing of it', () => {
    const statesAt = (...listed: readonly string[]) =>
      ['anthropic/claude-3.5-poem', 'openrouter/anthropic/claude-3.5-poem', 'claude-3.5-poem'].map(
        (name) =>
          serviceAt(
            testCatalog(
              [
                modelRecord(
                  'claude-3-5-poem',
                  { openness: 'api-only', aliases: ['claude-3.5-poem'] },
                  'anthropic',
                ),
              ],
              [
                hostRecord('anthropic', { names: [service('claude-3-5-poem', ended)] }),
                hostRecord('openrouter', {
                  passesOn: { source: { url: 'https://example.org/routing', read: '2026-01-01' } },
                  names: listed.map((id) => service(id)),
                }),
              ],
            ),
            'openrouter',
            name,
          ).status.state,
      );
    expect(statesAt()).toEqual(['retired', 'retired', 'retired']);
    expect(statesAt('anthropic/claude-3.5-poem').slice(0, 2)).toEqual(['active', 'active']);
  });

  it('is what the host says where it runs the model itself', () => {
    expect(serviceAt(catalog, 'bedrock', 'anthropic.claude-3-opus').status.state).toBe('active');
  });
});

describe('a host whose service has ended as a whole', () => {
  const closed = testCatalog(MODELS, [
    hostRecord('closed', {
      resells: ['huggingface'],
      ended: {
        on: '2026-07-30',
        note: 'moved',
        source: { url: 'https://example.org/end', read: '2026-08-01' },
      },
      names: [service('goes-on'), service('was-before', { status: 'retired', endsOn: '2025-06-30' })],
    }),
  ]);

  it('has ended every name, listed or not, those that ended before at their own day', () => {
    expect(serviceAt(closed, 'closed', 'goes-on')).toMatchObject({
      status: { state: 'retired', date: '2026-07-30' },
      note: 'moved',
      source: { url: 'https://example.org/end' },
    });
    expect(serviceAt(closed, 'closed', 'nobody-listed-it').status.date).toBe('2026-07-30');
    expect(serviceAt(closed, 'closed', 'was-before').status.date).toBe('2025-06-30');
  });
});

describe('a host with other terms in one of its places', () => {
  it('has no terms there that were read, and its own elsewhere', () => {
    const keyOfTerms = (region?: string) =>
      serviceAt(builtCatalog(), 'alibaba', 'qwen-plus', { region }).terms?.key;
    expect(keyOfTerms('dashscope.aliyuncs.com')).toBeUndefined();
    expect(keyOfTerms('dashscope-intl.aliyuncs.com')).toBe('alibaba-terms');
    expect(keyOfTerms()).toBe('alibaba-terms');
  });

  it.each([
    ['minimax', 'api.minimaxi.com', 'api.minimax.io'],
    ['moonshot', 'api.moonshot.cn', 'api.moonshot.ai'],
    ['siliconflow', 'api.siliconflow.cn', 'api.siliconflow.com'],
    ['stepfun', 'api.stepfun.com', 'api.stepfun.ai'],
    ['zhipu', 'open.bigmodel.cn', 'api.z.ai'],
  ])('does not hold %s in China to its terms abroad', (host, inChina, abroad) => {
    expect(serviceAt(builtCatalog(), host, 'any', { region: inChina }).terms).toBeUndefined();
    expect(serviceAt(builtCatalog(), host, 'any', { region: abroad }).terms?.key).toBe(`${host}-terms`);
  });
});
