import { perObject } from '../../once';
import { plainName } from '../../text/plainName';
import { matchesOf } from '../../text/matches';
import { hostOfWords } from '../beside';
import { isService } from '../host';
import type { Knowledge } from '../knowledge';
import { AT_RUN_TIME, isFile } from './client/asked';
import { namedByProvider } from './nameAlone';
import { FAMILY } from './nearHost';
import { CODE_WITHOUT_LOADER, needing } from './place';
import { isOpen, NO_PROVIDER } from './saidHost';

/**
 * Clients whose address somebody gives them when the program runs, as the file and the class say: one for whatever
 * speaks OpenAI's protocol, and one of a provider that nobody knows.
 */

/** How a file or a class is called that speaks OpenAI's protocol to anybody. */
const COMPATIBLE =
  /open-?_?ai[-_]?(?:api[-_]?)?(?:compat(?:ible|ibility)?|like)(?![a-z])|compatible[-_]?open-?_?ai/i;

/** A class that asks for models, by what stands behind its name. */
const CLIENT_CLASS =
  /\b(?:class|struct|object|impl|type)\s+([A-Z]\w{2,40}?)(?:LLM|Llm|Client|Provider|Service|Adapter|Backend)\b/g;

/** A request at an address that begins with a field for the base of it: `{api_base}/chat`, `${this.baseUrl}/chat`. */
const GIVEN_BASE = /\{(?:(?:self|this|config)\.)?_?(?:api_?base|base_?ur[il]|end_?point|api_?ur[il])\}\//i;

/** Names of classes that say nothing of a provider. */
const GENERIC =
  /^(?:ai|llm|chat|api|http|rest|web|base|default|abstract|model|text|image|embedding|generic|remote|my|app|agent)+$/i;

/** Whom the clients of a text ask, where it writes no address: nobody knows who that is. */
const askedAt = perObject(({ text, path, evidence, hosts }: Knowledge) => {
  if (evidence.all('addresses').length > 0 || evidence.all('requests').length > 0) return undefined;
  const file = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  const classes = [...matchesOf(text, CLIENT_CLASS)].map(([, name = '']) => name);
  if (COMPATIBLE.test(file) || classes.some((name) => COMPATIBLE.test(name))) return AT_RUN_TIME;
  const name = classes.find((one) => plainName(one) === plainName(file));
  if (name === undefined || !GIVEN_BASE.test(text)) return undefined;
  const isKnown = hosts.ofProvider(name) !== undefined || hostOfWords(`${name}_KEY`, hosts) !== undefined;
  return isKnown || [FAMILY, GENERIC, NO_PROVIDER].some((form) => form.test(name))
    ? undefined
    : namedByProvider(name);
});

/** A name in the file of such a client is asked for wherever its address is: it says no more than the protocol. */
export const byGivenAddress = needing(CODE_WITHOUT_LOADER, (place) => {
  const why =
    !isFile(place.match) && (isService(place.registry) || isOpen(place))
      ? askedAt(place.knowledge)
      : undefined;
  return why && { role: 'calls', host: null, why: [why] };
});
