import { ownClientAsked } from '../ownClients';
import { calledAt, callOf, isFile } from './client/asked';
import { calleeOf } from './client/callAround';
import { mayRun } from './client/protocolClient';
import { needing } from './place';

/**
 * The client is one that the text makes under a name of its own, also in a function or a class: `get_client().chat(…)`,
 * `Drafts().ask("…")`. The name is asked for where that client asks.
 */
export const byOwnClient = needing({ where: ['code'] }, (place) => {
  const callee = calleeOf(place);
  const client =
    callee === '' || isFile(place.match) ? undefined : ownClientAsked(callee, place.start, place.knowledge);
  if (client === undefined) return undefined;
  const { host, by } = client;
  if (typeof by !== 'string') return mayRun(by, place) ? calledAt(by) : undefined;
  return host === 'openai' ? undefined : { role: 'calls', host, why: [callOf(by)] };
});
