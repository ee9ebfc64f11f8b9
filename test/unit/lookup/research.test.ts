import { describe, expect, it } from 'vitest';
import { createClaimStore } from '../../../src/core/lookup/claim';
import type { HubClient } from '../../../src/core/lookup/hub/hubClient';
import type { HubAnswer } from '../../../src/core/lookup/hub/hubAnswer';
import type { HubFacts } from '../../../src/core/lookup/hub/hubFacts';
import { hubIdOf } from '../../../src/core/lookup/hub/hubId';
import { readToken } from '../../../src/core/lookup/hub/token';
import { createLookup } from '../../../src/core/lookup/lookup';
import { namedModels } from '../../../src/core/lookup/namedModels';
import { createResearch, type ResearchOptions } from '../../../src/core/lookup/research';
import { message, render } from '../../../src/core/message';
import { NEVER_CANCELED } from '../../../src/core/ports';
import { TEST_CATALOG as catalog } from '../../support/catalog';

const NOW = Date.UTC(2026, 10, 24);
const hub = (id: string) => ({ id, registry: 'huggingface' }) as const;
const facts = (id: string, licenses: readonly string[] = ['mit']): HubFacts => ({
  id,
  revision: null,
  licenses,
  licenseName: null,
  licenseLink: null,
  gated: false,
  euDisallowed: false,
  disabled: false,
  bases: [],
  weights: true,
  task: null,
  created: null,
});
const found = (id: string): HubAnswer => ({ kind: 'found', facts: facts(id), fetchedAt: NOW });
const gone: HubAnswer = {
  kind: 'absent',
  state: 'missing-or-private',
  reason: message('missing'),
  fetchedAt: NOW,
};
const failed: HubAnswer = { kind: 'failed', reason: message('no line') };

/** A Hub that gives each id its answers in turn, the last one for ever. */
function setUp(answers: Readonly<Record<string, readonly HubAnswer[]>>, more: Partial<ResearchOptions> = {}) {
  const asked: string[] = [];
  const client: HubClient = {
    async lookUp(id) {
      asked.push(id);
      const list = answers[id] ?? [failed];
      return list[Math.min(asked.filter((one) => one === id).length, list.length) - 1] ?? failed;
    },
  };
  const claims = createClaimStore();
  const research = createResearch({
    claims,
    local: {},
    tools: { decode: () => '', recognizeLicense: () => undefined, today: '2026-11-24' },
    hub: { client, endpoint: { origin: 'https://huggingface.co', basePath: '', secure: true } },
    ...more,
  });
  return {
    asked,
    claims,
    research,
    model: (id: string) => createLookup(catalog, [], claims).find(id, 'huggingface'),
  };
}

describe('research', () => {
  it('turns an answer into facts with source and day', async () => {
    const { research, model } = setUp({ 'acme/new': [found('acme/new')] });
    expect(model('acme/new')).toBeUndefined();
    await research.lookUp([hub('acme/new')], NEVER_CANCELED);
    expect(research.stateOf('ACME/new')).toEqual({ kind: 'answered' });
    expect(model('acme/new')).toMatchObject({
      license: { declared: { key: 'mit' } },
      evidence: expect.arrayContaining([
        expect.objectContaining({
          fact: 'license',
          origin: 'hub',
          date: '2026-11-24',
          source: 'https://huggingface.co/acme/new',
        }),
      ]),
    });
  });

  it('keeps what it learnt when another look-up fails, and names that one with the reason', async () => {
    const { research, model } = setUp({ 'acme/new': [found('acme/new')], 'acme/lost': [gone] });
    await research.lookUp([hub('acme/new'), hub('acme/other'), hub('acme/lost')], NEVER_CANCELED);
    expect(research.unanswered().map(({ id, reason }) => `${id}: ${render(reason)}`)).toEqual([
      'acme/lost: missing',
      'acme/other: no line',
    ]);
    expect(
      [model('acme/new'), model('acme/other'), model('acme/lost')].map((one) => one?.license.declared?.key),
    ).toEqual(['mit', undefined, undefined]);
  });

  it('forgets what the Hub said of a model that it no longer shows, and knows it again when it is back', async () => {
    const { research, claims, model } = setUp({ 'acme/new': [found('acme/new'), gone, found('acme/new')] });
    const states: boolean[] = [];
    for (let time = 0; time < 3; time++) {
      await research.lookUp([hub('acme/new')], NEVER_CANCELED);
      states.push(claims.isGone('acme/new'));
    }
    expect(states).toEqual([false, true, false]);
    expect(model('acme/new')?.license.declared?.key).toBe('mit');
  });

  it('does not take a failure for an absence', async () => {
    const { research, claims, model } = setUp({ 'acme/new': [found('acme/new'), failed] });
    for (let time = 0; time < 2; time++) await research.lookUp([hub('acme/new')], NEVER_CANCELED);
    expect(claims.isGone('acme/new')).toBe(false);
    expect(model('acme/new')?.license.declared?.key).toBe('mit');
  });

  it('asks for each model once, and for nothing that is not of the Hub', async () => {
    const { research, asked } = setUp({});
    await research.lookUp(
      [
        hub('acme/new'),
        hub('Acme/New'),
        { id: 'gpt-4o', registry: 'openai' },
        hub('not an id'),
        hub('../../x'),
      ],
      NEVER_CANCELED,
    );
    expect(asked).toEqual(['Acme/New']);
  });

  it('waits as the Hub asks where the host can, and then asks again', async () => {
    const pause: HubAnswer = { kind: 'failed', reason: message('pause'), retryAt: NOW + 5_000 };
    const waits: number[] = [];
    const { research } = setUp(
      { 'acme/new': [pause, pause, found('acme/new')] },
      { waitUntil: async (time) => void waits.push(time) },
    );
    await research.lookUp([hub('acme/new')], NEVER_CANCELED);
    expect(waits).toEqual([NOW + 5_000, NOW + 5_000]);
    expect(research.stateOf('acme/new')).toEqual({ kind: 'answered' });
  });

  it('gives up after a few pauses, and at once where nobody waits or the work is canceled', async () => {
    const pause: HubAnswer = { kind: 'failed', reason: message('pause'), retryAt: NOW + 5_000 };
    let waited = 0;
    const patient = setUp({ 'acme/new': [pause] }, { waitUntil: async () => void waited++ });
    await patient.research.lookUp([hub('acme/new')], NEVER_CANCELED);
    expect([waited, patient.research.stateOf('acme/new')?.kind]).toEqual([3, 'failed']);
    const hasty = setUp({ 'acme/new': [pause] });
    await hasty.research.lookUp([hub('acme/new')], NEVER_CANCELED);
    expect(hasty.asked).toHaveLength(1);
    const canceled = setUp({ 'acme/new': [found('acme/new')] });
    await canceled.research.lookUp([hub('acme/new')], { canceled: true });
    expect(canceled.asked).toEqual([]);
  });

  it('says that it looks up, then what came out, and counts', async () => {
    const seen: (string | undefined)[] = [];
    const done: number[] = [];
    const { research } = setUp(
      { 'acme/new': [found('acme/renamed')] },
      { onChange: () => void seen.push(research.stateOf('acme/new')?.kind) },
    );
    await research.lookUp([hub('acme/new')], NEVER_CANCELED, (count) => void done.push(count));
    expect(seen).toEqual(['looking-up', 'answered']);
    expect(done).toEqual([1]);
    expect(research.stateOf('acme/new')).toEqual({ kind: 'answered', renamedTo: 'acme/renamed' });
  });
});

describe('the name to ask for', () => {
  const find = createLookup(catalog).find;

  it('is the present one of a model that the catalog knows, in whichever registry the text names it', () => {
    expect(
      hubIdOf(
        { id: 'THUDM/glm-4-9b-chat', registry: 'huggingface' },
        find('THUDM/glm-4-9b-chat', 'huggingface'),
      ),
    ).toBe('zai-org/glm-4-9b-chat');
    expect(namedModels({ id: 'qwen3:8b', registry: 'ollama' }, find('qwen3:8b', 'ollama'))).toEqual([
      hub('Qwen/Qwen3-8B'),
      { id: 'qwen3:8b', registry: 'ollama' },
    ]);
  });

  it('is the one of the text where the catalog has none, and none for what is not of the Hub', () => {
    expect(namedModels({ id: 'acme/new', registry: 'huggingface' }, undefined)).toEqual([hub('acme/new')]);
    expect(namedModels({ id: 'gpt-4o', registry: 'openai' }, find('gpt-4o', 'openai'))).toEqual([]);
    expect(namedModels({ id: '../../etc', registry: 'huggingface' }, undefined)).toEqual([]);
  });
});

describe('a token', () => {
  it('is taken as it is, without the space around it', () => expect(readToken(' hf_abc\n')).toBe('hf_abc'));

  for (const text of [undefined, '', '  ', 'hf_a\nX-Evil: 1', 'hf a', 'hf_ä', 'x'.repeat(401)]) {
    it(`that could not stand in a header is none: ${JSON.stringify(text)?.slice(0, 20)}`, () =>
      expect(readToken(text)).toBeUndefined());
  }
});
