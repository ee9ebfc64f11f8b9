import { hostAddress } from '../catalog/hostAddress';
import { perObject } from '../once';
import type { HostEvidence } from './beside';
import type { Evidence } from './evidence';
import type { Place, Use } from './uses/place';
import type { Surroundings } from './surroundings';

/**
 * Where a called model is processed, as the text tells: the region in the name's own ARN, the name in the address of
 * the host, without user, port and path, or the region that is set in the same mapping, around it, or as the only one
 * of a program. `undefined` where nothing tells it.
 */
export function regionOf(
  place: Place,
  { role, host, address }: Use,
  around: () => Surroundings,
): string | undefined {
  if (role !== 'calls' || host === null) return undefined;
  const form = place.knowledge.hosts.regionForm(host);
  const set = form && (regionInArn(place, form) ?? regionSet(place, form, around));
  return set ?? withDot(address === undefined ? undefined : hostAddress(address)?.host);
}

/** The region of a setting that has a form. */
function regionSet(
  { knowledge: { evidence } }: Place,
  form: RegExp,
  around: () => Surroundings,
): string | undefined {
  if (evidence.all('regions').length === 0) return undefined;
  const { own, outer } = around();
  for (const part of [own, ...outer.slice(0, 3)]) {
    const written = evidence.inPart('regions', part).filter(({ said }) => form.test(said));
    if (written.length > 0) return only(written);
  }
  return onlyOfForm(evidence, form);
}

/** The third part of an ARN: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
const ARN = /arn:aws[\w-]{0,12}:\w{1,20}:([a-z\d-]{1,30}):\d{0,12}:[\w-]{1,60}\/[\w.:/-]{0,200}$/;
const LONGEST_ARN = 300;

/** The region of the ARN that a name ends or is. */
function regionInArn({ text, start, end }: Place, form: RegExp): string | undefined {
  const region = ARN.exec(text.slice(Math.max(0, start - LONGEST_ARN), end))?.[1];
  return region !== undefined && form.test(region) ? region : undefined;
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
