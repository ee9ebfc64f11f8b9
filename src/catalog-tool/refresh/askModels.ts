import {
  type CancellationSignal,
  type HubAnswer,
  type HubClient,
  isHubId,
  message,
  type Message,
  patiently,
  type WaitUntil,
} from '../../core';

/** What became of one id. Every id that was asked for has one. */
export interface Outcome {
  readonly asked: string;
  readonly answer: HubAnswer;
}

export interface AskOptions {
  readonly client: HubClient;
  readonly waitUntil: WaitUntil;
  readonly onProgress: (done: number, total: number) => void;
}

/** As many as the Hub's client has under way at once. */
const AT_ONCE = 4;
/** After so many failures in a row, which no pause explains, nobody answers: the rest is not asked. */
const MOST_FAILURES = 12;

/** Asks for each id, and waits where the Hub wants a pause. Gives the outcomes in the order of the ids. Never throws. */
export async function askModels(
  ids: readonly string[],
  { client, waitUntil, onProgress }: AskOptions,
  signal: CancellationSignal,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  let next = 0;
  let done = 0;
  let failures = 0;

  async function ask(asked: string): Promise<HubAnswer> {
    if (!isHubId(asked))
      return notAsked(message('not a name that the Hub has: it needs the form owner/name'));
    if (signal.canceled) return notAsked(message('interrupted before it was asked'));
    if (failures >= MOST_FAILURES)
      return notAsked(message('not asked: {0} questions in a row had no answer', MOST_FAILURES));
    const answer = await patiently(() => client.lookUp(asked, signal), { waitUntil }, signal);
    failures = answer.kind === 'failed' && answer.retryAt === undefined ? failures + 1 : 0;
    return answer;
  }

  async function work(): Promise<void> {
    for (let index = next++; index < ids.length; index = next++) {
      const asked = ids[index] ?? '';
      outcomes[index] = { asked, answer: await ask(asked) };
      onProgress(++done, ids.length);
    }
  }

  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return outcomes;
}

function notAsked(reason: Message): HubAnswer {
  return { kind: 'failed', reason };
}
