import { textOf } from '../surroundings';
import { calledAt } from './client/asked';
import { clientsBases } from './client/protocolClient';
import { is, needing, type Needs } from './place';

/** A key by its value: registries of services only say which variable has one, `api_key_env: KEY`. */
const HAS_KEY =
  /(?<![\w-])["']?(?:api[-_]?key|access[-_]?token|auth[-_]?token|credentials?)["']?\s{0,8}[:=]/i;
/** How many mappings outwards the address of a list stands. */
const LEVELS = 3;

const ELEMENT: Needs = {
  where: ['config'],
  loader: false,
  nearestKey: is(/models$|^default$/i),
  words: ['://'],
};

function isOfList([nearest = '', next = '']: readonly string[]): boolean {
  return /models$/i.test(nearest === 'default' ? next : nearest);
}

/**
 * An element of the list of models that settings give a client for a service, beside its address and its key:
 * `{ baseURL: "https://…", apiKey: "${KEY}", models: { default: ["…"] } }`. Whichever of them is chosen is asked there.
 */
export const byEndpoint = needing(ELEMENT, ({ site, text, knowledge: { evidence } }, around) => {
  if (site.isKey === true || !isOfList([...(site.key === '' ? [] : [site.key]), ...site.parents]))
    return undefined;
  const { own, outer } = around();
  for (const part of [own, ...outer.slice(0, LEVELS)]) {
    const [address] = clientsBases(text, evidence.directIn('addresses', part));
    if (address !== undefined) return HAS_KEY.test(textOf(text, part)) ? calledAt(address) : undefined;
  }
  return undefined;
});
