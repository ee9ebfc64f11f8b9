import type { Registry } from '../../vocabulary';
import { splitPath, type NameInAddress } from '../address';
import { readHubScheme } from '../huggingface/address';
import { hostOf, type Of } from '../tables';

/** The model that an address names, and the registry that it is of. */
export type AddressName = Of<NameInAddress>;

const LONGEST = 2_000;

/** The model that an address names. `address` begins with a scheme or with a host that is known. */
export function addressName(address: string): AddressName | undefined {
  if (address.length > LONGEST) return undefined;
  const scheme = address.indexOf('://');
  if (scheme >= 0 && address.slice(0, scheme) === 'hf')
    return named(readHubScheme(address, scheme + 3), 'huggingface');
  const hostStart = scheme < 0 ? 0 : scheme + 3;
  const slash = address.indexOf('/', hostStart);
  if (slash < 0) return undefined;
  // What a user or a token stands before: `https://user:$TOKEN@huggingface.co/owner/name`.
  const name = address.slice(Math.max(hostStart, address.lastIndexOf('@', slash) + 1), slash);
  const host = hostOf(name.toLowerCase());
  return host && named(host.read(splitPath(address, slash + 1)), host.registry);
}

function named(name: NameInAddress | undefined, registry: Registry): AddressName | undefined {
  return name && { ...name, registry };
}
