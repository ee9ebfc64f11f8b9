import type { HostEvidence } from '../beside';
import { registryOfHost } from '../host';
import { FURTHEST, signBefore, surroundingsOf } from '../surroundings';
import { isPlaceholder } from '../../registries/names/hubId';
import { providerRegistry } from '../../registries/names/providerPath';
import { SELF } from '../../vocabulary';
import type { Question } from './question';

/**
 * A plain word, which is a name of a model only where nothing else can be meant: an organization's own gateway has the
 * names that the organization gave.
 */
const WORD = /^[a-z]{3,20}(?:_[a-z]{1,20}){0,3}$/;
/** What says that another setting, or the server, chooses. */
const CHOSEN_ELSEWHERE: ReadonlySet<string> = new Set(
  'auto none null true false any custom other'.split(' '),
);

export function isPlainWord(value: string): boolean {
  return WORD.test(value) && !isPlaceholder(value);
}

/** How far out of its mapping the address is looked for: `openai.base-url` beside `openai.chat.options.model`. */
const MOST_OUTER = 3;

/**
 * `spring.ai.openai.chat.options.model=claims` beside `spring.ai.openai.base-url`: a word that a service's client asks
 * for, where settings beside it give that client the one address of a gateway that nobody else knows.
 */
export function isWordAtGateway({ value, at: start, knowledge }: Question): boolean {
  const { evidence, text, brackets } = knowledge;
  if (!isPlainWord(value) || CHOSEN_ELSEWHERE.has(value)) return false;
  const place = { start, end: start + value.length };
  if (!evidence.isNear('addresses', place, FURTHEST)) return false;
  const { own, outer } = surroundingsOf(text, brackets, place);
  const said = [own, ...outer.slice(0, MOST_OUTER)]
    .map((part) => evidence.directIn('addresses', part))
    .find((addresses) => addresses.length > 0);
  return said?.every(isOfGateway) === true;
}

function isOfGateway({ host }: HostEvidence): boolean {
  return host !== SELF && registryOfHost(host) === undefined;
}

/**
 * `discover_mistral_models = make_discoverer("mistral")`: a provider's word that a function gets, whose result is
 * called after all models of that provider.
 */
export function isGivenProvider({ value, at, site, intent, knowledge: { text } }: Question): boolean {
  return (
    site.call !== undefined &&
    intent.registry !== undefined &&
    /^key:.*models$/i.test(intent.evidence) &&
    providerRegistry(value) === intent.registry &&
    /^[(,]$/.test(signBefore(text, at))
  );
}
