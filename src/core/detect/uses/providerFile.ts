import { message } from '../../message';
import { perObject } from '../../once';
import { matchesOf } from '../../text/matches';
import { plainName } from '../../text/plainName';
import { memoized } from '../../text/memo';
import { SELF } from '../../vocabulary';
import type { HostEvidence } from '../beside';
import { domainOf, isService } from '../host';
import type { Knowledge } from '../knowledge';
import { isFile } from './client/asked';
import { isMaker, isMakersHost, isNeverAt, sellsNames } from './client/sellers';
import { isOpen, NO_PROVIDER, RENTS, saidBy } from './saidHost';
import { needing, type Place } from './place';

/** Settings in a file that is called after the provider they are for. */

/** `deepinfra.provider.yml`, `azure-openai_provider.json`, `provider-groq.toml`: a file says whose settings it has. */
const PROVIDER_FILE = new RegExp(
  String.raw`(?:^|/)(?:([a-z][\w-]{1,40})[._-]providers?|providers?[._-]([a-z][\w-]{1,40}))` +
    String.raw`(?:\.(?:example|sample|template|dist))?\.(?:ya?ml|json[c5]?|toml)$`,
  'i',
);
/** Whose settings a file has by its name; `''` for most. */
const providerOfFile = memoized((path) => {
  const [, before, behind] = PROVIDER_FILE.exec(path) ?? [];
  return before ?? behind ?? '';
});

/**
 * The settings of one provider in a file of its own: whatever they name is asked for there, unless the text speaks of
 * another one. Of a provider that no record has, names of services say at least that their makers need not be asked,
 * where the text has an address of it: any file may be called by a word.
 */
export const byProviderFile = needing({ where: ['config'], loader: false }, (place) => {
  const { match, knowledge } = place;
  const word = isFile(match) ? '' : providerOfFile(knowledge.path);
  if (word === '') return undefined;
  const host = knowledge.hosts.ofProvider(word);
  if (host !== undefined) return isAsked(host, word, place) ? saidBy(host, word) : undefined;
  return isUnknownVendor(word, place)
    ? { role: 'calls', host: null, why: [message('the provider {0} is written beside it', word)] }
    : undefined;
});

function isAsked(host: string, word: string, place: Place): boolean {
  if (host === SELF || host === 'openai' || speaksOfOther(host, place.knowledge)) return false;
  if (isService(place.registry)) return sellsNames(host, place) && !isNeverAt({ host, said: word }, place);
  return isOpen(place) && !isMakersHost(host) && !RENTS.has(host) && !isMaker(word, place);
}

/** Whether a text gives a provider or an address of another host. */
function speaksOfOther(host: string, knowledge: Knowledge): boolean {
  return saidIn(knowledge).some((said) => said.host !== host);
}

function saidIn({ evidence }: Knowledge): readonly HostEvidence[] {
  return [...evidence.all('addresses'), ...evidence.all('providers')];
}

function isUnknownVendor(word: string, { registry, knowledge }: Place): boolean {
  return (
    isService(registry) &&
    !NO_PROVIDER.test(word) &&
    vendorsIn(knowledge).has(plainName(word)) &&
    saidIn(knowledge).every(({ host }) => host.includes('.'))
  );
}

const ADDRESS = /\bhttps?:\/\/([\w-]+(?:\.[\w-]+){1,4})/gi;

/** Whose addresses a text has anywhere, by the label before the last of their domains. */
const vendorsIn = perObject(
  ({ text }: Knowledge): ReadonlySet<string> =>
    new Set(
      [...matchesOf(text, ADDRESS)].map(([, name = '']) => plainName(domainOf(name).split('.', 1)[0] ?? '')),
    ),
);
