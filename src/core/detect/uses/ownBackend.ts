import { perObject } from '../../once';
import { escapeRegExp } from '../../text/escapeRegExp';
import { matchesOf } from '../../text/matches';
import { memoized } from '../../text/memo';
import { ROUTED } from '../../registries/spelling/routes';
import { makesModel } from '../signatures/providers';
import { SELF } from '../../vocabulary';
import { lastName } from '../intent';
import { hostOfWords } from '../beside';
import { hostOfRegistry, isService } from '../host';
import type { Knowledge } from '../knowledge';
import { AT_RUN_TIME } from './client/asked';
import { calleeAround } from './client/callAround';
import { clientsMade, makesClient } from './client/protocolClient';
import { CODE_WITHOUT_LOADER, needing, type Place } from './place';

/**
 * What a page, or another program that people use, sends to a server of the same project: that one asks for the model,
 * and whom it asks is not written here.
 */

/**
 * Requests to a path of the own server, at no address or at one that is filled in: `fetch("/api/chat"`,
 * `axios.post('/chat'`, `this.http.post<Answer>('/api/ask'`, `useChat({ api: '/api/chat'`, `$.ajax({ url: '/ask'`,
 * `requests.post(f"{API}/api/chat"`.
 */
const OWN_REQUEST = new RegExp(
  String.raw`(?:\b\$?(?:fetch|axios|ajax|request|ofetch)|(?<![\w$])ky|` +
    String.raw`(?<!\b(?:app|router|server|fastify|blueprint|bp|routes?|self)|@[\w.]{1,40})` +
    String.raw`\.(?:post|put|patch|request|ajax|post_json))` +
    String.raw`\s{0,4}(?:<[^<>\n]{0,60}>)?\(\s{0,40}(?:\{\s{0,40}url:\s{0,4})?` +
    String.raw`(?:["'\x60]/(?!/)\w|(?:[A-Za-z]{1,4}\.parse\()?f?["'\x60]\$?\{?[\w.]{1,60}\}?/api/)|` +
    String.raw`\buse(?:Chat|Completion|Object)\(\s{0,4}\{[^{}]{0,200}?\bapi:\s{0,4}["'\x60]/(?!/)\w`,
);
/** What keeps the state of a page, as React, Vue, Angular, Solid, Svelte and their stores call it. */
const STATE = new RegExp(
  String.raw`^(?:use(?:State|Ref|Signal|LocalStorage|SessionStorage|PersistedState|Storage)|shallowRef|ref|` +
    String.raw`reactive|signal|create(?:Signal|Store)|\$state|writable|atom|FormControl|BehaviorSubject|` +
    String.raw`mutableStateOf)$`,
);
/** Files that are pages or parts of them, and nothing else. */
const PAGE = /\.(?:vue|svelte)$/i;

/** Whether a text makes no client of a service and asks none at an address. */
const asksNoService = perObject((knowledge: Knowledge): boolean => {
  const { text, evidence, vendors, protocolClients } = knowledge;
  if (makesClient(knowledge) || clientsMade(text) > 0 || protocolClients.at(0) !== undefined) return false;
  if (vendors.usesAiSdk() && vendors.modelMakers().size > 0) return false;
  return (['addresses', 'requests'] as const).every((kind) =>
    evidence.all(kind).every(({ host }) => host === SELF),
  );
});

const asksOwnServer = perObject(({ text }: Knowledge): boolean => OWN_REQUEST.test(text));

/** The name of a service's model that a page keeps or sends, in a text that asks the own server or nobody. */
export const byOwnBackend = needing(CODE_WITHOUT_LOADER, (place) => {
  const { text, start, end, registry, site, knowledge } = place;
  if (!isService(registry) || !asksNoService(knowledge)) return undefined;
  // Whoever is asked for a route of OpenRouter's, it is OpenRouter in the end.
  if (ROUTED.test(text.slice(start, end))) return undefined;
  if (site.call !== undefined && makesModel(site.call.callee, site.call.module)) return undefined;
  if (isOfKeyedClient(place)) return undefined;
  return isOfPage(place) || asksOwnServer(knowledge)
    ? { role: 'calls', host: null, why: [AT_RUN_TIME] }
    : undefined;
});

/**
 * Whether the client that gets a name is made in the page, from nothing but a key to the name's own service, as the key
 * is called: `live.value = new LiveClient({ apiKey: GEMINI_API_KEY })`. No server of the project stands between.
 */
function isOfKeyedClient(place: Place): boolean {
  const callee = place.site.call?.callee ?? calleeAround(place);
  const client = callee.slice(0, Math.max(0, callee.lastIndexOf('.')));
  if (client === '' || !place.text.includes('new ')) return false;
  return keyedHosts(place.knowledge)(client).includes(hostOfRegistry(place.registry));
}

/** The hosts that the keys are for which are all that a variable, or a member of one, is made with. */
const keyedHosts = perObject(({ text, hosts }: Knowledge) =>
  memoized((client: string): readonly (string | null | undefined)[] => {
    const [, given = ''] = madeWith(client).exec(text) ?? [];
    if (/ur[il]|host|endpoint|["'\x60]/i.test(given)) return [];
    return [...matchesOf(given, KEY)].map(([word]) => hostOfWords(word, hosts));
  }),
);

const KEY = /[A-Za-z_]\w{0,40}key(?![A-Za-z])/gi;

function madeWith(name: string): RegExp {
  return new RegExp(
    String.raw`(?<![\w$.])${escapeRegExp(name)}\s{0,4}=\s{0,4}(?:await\s{1,4})?` +
      String.raw`new\s{1,4}[\w$.]{1,80}\(([^()]{0,200})\)`,
  );
}

function isOfPage(place: Place): boolean {
  const callee = lastName((place.site.call?.callee ?? calleeAround(place)).split('<', 1)[0] ?? '');
  return STATE.test(callee) || PAGE.test(place.knowledge.path);
}
