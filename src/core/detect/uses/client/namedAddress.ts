import { perObject } from '../../../once';
import { matchesOf } from '../../../text/matches';
import { callsBefore } from '../../brackets';
import type { Knowledge } from '../../knowledge';
import { keyWords } from '../../signatures/keys';
import { nearestKey } from '../../site';
import { textOf, type Surroundings } from '../../surroundings';
import { isToldBySpelling } from '../nameAlone';
import type { Place, Use } from '../place';
import { AT_RUN_TIME, isAddressOpen, isToldByClient, isToldByPackage } from './asked';
import { calleeOf } from './callAround';

/** A constant or variable whose name says at whose address a client asks, where nothing writes the address. */

/** How a constant is read, or a variable of the environment without a value instead of it. */
const READ = String.raw`(?:[\w.:>-]{0,60}[[(]["'])?(?:\w{1,40}(?:\.|::|->)){0,4}`;
const GIVEN = new RegExp(
  String.raw`(?:base_?ur[il]|api_?base|server_?url|endpoint)["']?\s{0,4}(?:=>|:=|[:=(])\s{0,8}` +
    String.raw`${READ}([A-Z][A-Z\d]*(?:_[A-Z\d]+)+)["']?[)\]]{0,2}!?\s{0,8}(?=[,)};\n]|$)`,
  'gi',
);
const CONSTANT = /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/;
/** Words of such names that say nothing of whose the address is. */
const ANYBODYS = new RegExp(
  String.raw`^(?:ai|llms?|slm|vlm|ml|nlp|gen|genai|gpt|chat|completions?|models?|embed\w*|vision|images?|audio|` +
    String.raw`speech|text|tts|stt|asr|rerank\w*|api|apis|base|ur[il]s?|endpoint|server|host|hostname|domain|address|` +
    String.raw`root|path|prefix|v\d+|https?|rest|web|services?|backend|clients?|provider|inference|engine|` +
    String.raw`agents?|custom|compat\w*|remote|local\w*|public|private|internal|external|prod|production|dev|staging|` +
    String.raw`tests?|app|my|our|the|default|main|primary|secondary|backup|fallback|alt\w*|override|user|global|env|` +
    String.raw`config|settings?|option|value|current|target|small|large|fast|smart|strong|weak|cheap|judge|teacher|` +
    String.raw`student|eval\w*|worker|task|tool|router|code|coder|summary|planner|query|search|memory|[a-z]|\d+)$`,
);

/**
 * `createOpenAI({ baseURL: ACME_PROXY_ENDPOINT }).chat("gpt-4o")`: a constant that is called after neither the service
 * whose client it is given to nor any other that is known. Somebody of that name is asked, and nobody knows who that
 * is: the client only speaks the protocol.
 */
export function atNamedAddress(place: Place, use: Use, around: () => Surroundings): Use {
  if (use.role !== 'calls' || use.host === null || use.address !== undefined) return use;
  const isOfName = [isToldBySpelling, isToldByClient, isToldByPackage].some((isTold) => isTold(use.why));
  return isOfName && givesNamed(place.knowledge) && isGivenNamed(place, around)
    ? { ...use, host: null, why: isAddressOpen(use.why) ? use.why : [...use.why, AT_RUN_TIME] }
    : use;
}

/** Whether a text gives any client an address by such a name. */
const givesNamed = perObject((knowledge: Knowledge): boolean => saysNamed(knowledge.text, knowledge));

/** Whether the client of a place gets its address so: in the same call or mapping, before it, or where it is made. */
function isGivenNamed(place: Place, around: () => Surroundings): boolean {
  const { text, start, site, knowledge } = place;
  if (site.where !== 'code' || (site.call === undefined && nearestKey(site) === '')) return false;
  const made = knowledge.vendors.givenTo(calleeOf(place), start);
  const [inner] = knowledge.brackets.around(start);
  const own = inner === undefined ? '' : textOf(text, around().own);
  const before = callsBefore(text, knowledge.brackets, start).map((call) => text.slice(call.start, call.end));
  return [made, own, ...before].some((given) => saysNamed(given, knowledge));
}

function saysNamed(text: string, { hosts }: Knowledge): boolean {
  return [...matchesOf(text, GIVEN)].some(([, name = '']) => {
    if (!CONSTANT.test(name)) return false;
    const words = keyWords(name);
    return (
      words.every((word) => hosts.ofProvider(word) === undefined) &&
      words.some((word) => !ANYBODYS.test(word))
    );
  });
}
