import { hostAddress } from '../catalog/hostAddress';
import type { HostEvidence } from './beside';
import type { Place, Use } from './uses/place';
import type { Surroundings } from './surroundings';

/** Keys of settings that say in which region a cloud's client works, as its documentation and that of gateways name them. */
const REGION_KEY =
  /\b(?:region(?:_?name)?|aws_?(?:default_?)?region(?:_?name)?|location|vertex_?(?:ai_?)?location|google_(?:cloud|vertex)_location|cloud_ml_region|azure_?region)["'`\]]{0,2}\s{0,4}(?::=|=>|[:=(,])\s{0,4}["'`]?([a-z]{2}[a-z\d-]{1,28})\b/gi;

/** How the regions of a cloud are written, by the hosts whose place a setting tells. */
const FORMS: ReadonlyMap<string, RegExp> = new Map([
  ['bedrock', /^[a-z]{2}(?:-[a-z]+){1,3}-\d$/],
  ['sagemaker', /^[a-z]{2}(?:-[a-z]+){1,3}-\d$/],
  ['oci', /^[a-z]{2}(?:-[a-z]+)-\d$/],
  ['vertex', /^(?:[a-z]+-[a-z]+\d{1,2}|us|eu|global)$/],
  ['azure', /^[a-z]{6,20}\d?$/],
  ['watsonx', /^[a-z]{2}-[a-z]{2,5}$/],
  ['volcengine', /^[a-z]{2}-[a-z]+(?:-\d)?$/],
]);

/** The regions that a text sets, in order. */
export function regionsIn(text: string): readonly HostEvidence[] {
  return [...text.matchAll(REGION_KEY)].map((match) => ({
    host: '',
    said: (match[1] ?? '').toLowerCase(),
    kind: 'key',
    at: match.index,
    end: match.index + match[0].length,
  }));
}

/**
 * Where a called model is processed, as the text tells: the name in the address of the host, without user, port and path, or the
 * region that is set in the same mapping, around it, or as the only one of a program. `undefined` where nothing tells it.
 */
export function regionOf(
  { knowledge: { evidence } }: Place,
  { role, host, address }: Use,
  around: () => Surroundings,
): string | undefined {
  if (role !== 'calls' || host === null) return undefined;
  const name = address === undefined ? undefined : hostAddress(address)?.host;
  const form = FORMS.get(host);
  if (form === undefined || evidence.all('regions').length === 0) return withDot(name);
  const { own, outer } = around();
  for (const part of [own, ...outer.slice(0, 3)]) {
    const written = evidence.inPart('regions', part).filter(({ said }) => form.test(said));
    if (written.length > 0) return only(written) ?? withDot(name);
  }
  return only(evidence.all('regions').filter(({ said }) => form.test(said))) ?? withDot(name);
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
