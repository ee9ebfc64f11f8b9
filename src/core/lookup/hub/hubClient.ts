import { message } from '../../message';
import type { CancellationSignal, HttpResponse } from '../../ports';
import { uriPart } from '../../text/uriPart';
import { readCached, writeCached, type CachedAnswer } from './answerCache';
import type { Endpoint } from './endpoint';
import type { HubAnswer, HubClientOptions } from './hubAnswer';
import {
  CANCELED,
  createHubChannel,
  failed,
  isFailure,
  MAX_BYTES,
  type HubChannel,
  type HubResponse,
} from './hubChannel';
import { readHubError, readHubFacts } from './hubFacts';

export interface HubClient {
  /** Asks for one model. The same id asked twice at once is asked once; a kept answer that is fresh is given without asking. */
  lookUp(id: string, signal: CancellationSignal): Promise<HubAnswer>;
}

const ASKED_FOR = [
  'cardData',
  'tags',
  'gated',
  'disabled',
  'baseModels',
  'createdAt',
  'sha',
  'pipeline_tag',
  'siblings',
];

/** A client that keeps its answers. Give it the channel of another one to share that one's limits. */
export function createHubClient(
  options: HubClientOptions,
  channel: HubChannel = createHubChannel(options),
): HubClient {
  const underWay = new Map<string, Promise<HubAnswer>>();

  async function ask(id: string, signal: CancellationSignal): Promise<HubAnswer> {
    const kept = await readCached(options, id);
    if (kept?.fresh === true) return kept.answer;
    const { answer, etag } = await request(id, kept, signal);
    if (answer.kind !== 'failed') await writeCached(options, id, { answer, etag });
    else if (answer !== CANCELED) options.logger.warn(`${id}: ${answer.reason.template}`);
    return answer;
  }

  async function request(
    id: string,
    kept: CachedAnswer | undefined,
    signal: CancellationSignal,
  ): Promise<Reply> {
    const response = await channel.get(pathOf(options.endpoint, id), kept?.etag, signal);
    if (isFailure(response)) return { answer: response };
    const fetchedAt = options.clock.now();
    const etag = response.headers['etag'];
    if (response.status === 304 && kept !== undefined && kept.answer.kind !== 'failed')
      return { answer: { ...kept.answer, fetchedAt }, etag: kept.etag };
    if (response.status === 200) return { answer: readRecord(response, fetchedAt), etag };
    return { answer: readRefusal(id, response, fetchedAt) };
  }

  async function lookUp(id: string, signal: CancellationSignal): Promise<HubAnswer> {
    const key = id.toLowerCase();
    const running = underWay.get(key);
    if (running !== undefined) {
      const answer = await running;
      // The one who asked first gave up; whoever still wants to know asks anew.
      return answer === CANCELED && !signal.canceled ? lookUp(id, signal) : answer;
    }
    const started = ask(id, signal).finally(() => underWay.delete(key));
    underWay.set(key, started);
    return started;
  }

  return { lookUp };
}

interface Reply {
  readonly answer: HubAnswer;
  readonly etag?: string | undefined;
}

function readRecord(response: HubResponse, fetchedAt: number): HubAnswer {
  if (response.truncated)
    return failed(message('the Hub’s answer is larger than {0} bytes and was not read', MAX_BYTES));
  const facts = readHubFacts(response.body);
  if (facts === undefined) return failed(message('the Hub’s answer is not a model record'));
  if (!asksFor(response.path, facts.id))
    return failed(message('the Hub’s answer is about another model: {0}', facts.id));
  if (facts.disabled)
    return {
      kind: 'absent',
      state: 'disabled',
      reason: message('the repository is disabled on the Hub'),
      fetchedAt,
    };
  return { kind: 'found', facts, fetchedAt };
}

/** The Hub tells a missing repository from a private one only to those who may read it: 401 without a token, 404 with one. */
function readRefusal(id: string, response: HttpResponse, fetchedAt: number): HubAnswer {
  const code = response.headers['x-error-code'];
  const said = response.headers['x-error-message'] ?? readHubError(response.body) ?? '';
  if (/\bdisabled\b/i.test(said) && response.status < 500) {
    return {
      kind: 'absent',
      state: 'disabled',
      reason: message('the repository is disabled on the Hub'),
      fetchedAt,
    };
  }
  if (code === 'GatedRepo' || (response.status === 403 && /\bgated\b|\brestricted\b/i.test(said))) {
    return {
      kind: 'absent',
      state: 'gated',
      reason: message('the repository is gated: the Hub shows it to those it has let in'),
      fetchedAt,
    };
  }
  if ([401, 404, 410].includes(response.status)) {
    return {
      kind: 'absent',
      state: 'missing-or-private',
      reason: message('the Hub has no public model named {0}: it is missing or private', id),
      fetchedAt,
    };
  }
  if (response.status === 403) return failed(message('the Hub refused to answer (403)'));
  return failed(message('the Hub answered with status {0}', response.status));
}

/**
 * Whether a path asks for a model, however it spells the case of letters. A record that came for another one says nothing of the model
 * that was asked about: the Hub itself leads from an old name to the new one by a redirect.
 */
function asksFor(path: string, id: string): boolean {
  const [asked = ''] = path.split('?', 1);
  return asked.toLowerCase().endsWith(`/api/models/${idPath(id)}`.toLowerCase());
}

function idPath(id: string): string {
  return id.split('/').map(uriPart).join('/');
}

function pathOf(endpoint: Endpoint, id: string): string {
  const wanted = ASKED_FOR.map((name) => `expand=${name}`).join('&');
  return `${endpoint.basePath}/api/models/${idPath(id)}?${wanted}`;
}
