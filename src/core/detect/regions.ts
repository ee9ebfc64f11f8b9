import { hostAddress } from '../catalog/hostAddress';
import { perObject } from '../once';
import type { HostEvidence } from './beside';
import type { Evidence } from './evidence';
import type { Place, Use } from './uses/place';
import type { Surroundings } from './surroundings';

/**
 * Where a called model is processed, as the text tells: the name in the address of the host, without user, port and
 * path, or the region that is set in the same mapping, around it, or as the only one of a program. `undefined` where
 * nothing tells it.
 */
export function regionOf(
  { knowledge: { evidence, hosts } }: Place,
  { role, host, address }: Use,
  around: () => Surroundings,
): string | undefined {
  if (role !== 'calls' || host === null) return undefined;
  const name = address === undefined ? undefined : hostAddress(address)?.host;
  const form = hosts.regionForm(host);
  if (form === undefined || evidence.all('regions').length === 0) return withDot(name);
  const { own, outer } = around();
  for (const part of [own, ...outer.slice(0, 3)]) {
    const written = evidence.inPart('regions', part).filter(({ said }) => form.test(said));
    if (written.length > 0) return only(written) ?? withDot(name);
  }
  return onlyOfForm(evidence, form) ?? withDot(name);
}

/** Of each text, the one region of all its settings that has a form. */
const ONLY = perObject((_evidence: Evidence) => new Map<RegExp, string | undefined>());

function onlyOfForm(evidence: Evidence, form: RegExp): string | undefined {
  const known = ONLY(evidence);
  if (!known.has(form)) known.set(form, only(evidence.all('regions').filter(({ said }) => form.test(said))));
  return known.get(form);
}

/** The one region of some settings; two that differ say nothing. */
function only(written: readonly HostEvidence[]): string | undefined {
  const names = new Set(written.map(({ said }) => said));
  const [first] = names;
  return names.size === 1 ? first : undefined;
}

/** The name of a variable is no name in an address. */
function withDot(name: string | undefined): string | undefined {
  return name?.includes('.') === true ? name : undefined;
}
