import { hostAddress } from '../catalog/hostAddress';
import { textBefore } from '../text/pieces';
import { matchesOf } from '../text/matches';
import type { HostEvidence } from './beside';
import type { Hosts } from './host';

/** Regions in the addresses of hosts: `https://bedrock-runtime.ap-northeast-1.amazonaws.com`. */

/** The name of a machine of at least three labels, behind a scheme or as a value by itself. */
const MACHINE = /(?<=:\/\/|["'\x60=])(?:[\w-]{1,63}\.){2,8}[a-z]{2,24}(?![\w.-])/g;

/** The regions in the addresses of known hosts that a text has, in order. */
export function regionAddressesIn(text: string, hosts: Hosts): readonly HostEvidence[] {
  if (!hosts.mayBeNamedIn(text)) return [];
  return [...matchesOf(text, MACHINE)].flatMap(({ 0: name, index }) => {
    const host = hosts.at(name);
    const region = host === undefined ? undefined : regionLabel(host, name, hosts);
    return host === undefined || region === undefined
      ? []
      : [{ host, said: region, kind: 'address' as const, at: index, end: index + name.length }];
  });
}

/** A label, or a part of a path, that is a region and no word: of clouds that have hyphens and a number in them. */
export const NO_WORD = /-[a-z]*\d{1,2}$/;

/** The label of a machine's name that is a region by its form, whatever the host has there. */
function regionLabel(host: string, name: string, hosts: Hosts): string | undefined {
  const form = hosts.regionForm(host);
  return form === undefined
    ? undefined
    : labelsOf(name).find((label) => NO_WORD.test(label) && form.test(label));
}

/** Vertex AI writes its region before its own label: `europe-west4-aiplatform`. */
function labelsOf(name: string): readonly string[] {
  return name
    .toLowerCase()
    .split('.')
    .map((label) => label.replace(/-aiplatform$/, ''));
}

/** Whether the name of a machine tells where its host processes what it is asked. */
export function tellsRegion(host: string, name: string | undefined, hosts: Hosts): boolean {
  return (
    name !== undefined &&
    (regionLabel(host, name, hosts) !== undefined ||
      labelsOf(name).some((label) => hosts.isPlace(host, label)))
  );
}

const LONGEST_ADDRESS = 300;
const ADDRESS_BEFORE = /https?:\/\/[^\s"'\x60<>()|;,]{1,290}$/i;

/** The name of the machine of a host in the address that a name is a part of: `https://…/model/ID/invoke`. */
export function machineAround(text: string, start: number, host: string, hosts: Hosts): string | undefined {
  const [address] = ADDRESS_BEFORE.exec(textBefore(text, start, LONGEST_ADDRESS)) ?? [];
  return address !== undefined && hosts.at(address) === host ? hostAddress(address)?.host : undefined;
}

/**
 * Where a model is processed that is asked for at an address of a host: what a setting for the host says, where the
 * name in the address tells no region, or else that name.
 * @param written the region that the text sets for the host
 */
export function regionAt(
  address: string,
  host: string,
  { hosts, written }: { readonly hosts: Hosts; readonly written: string | undefined },
): string | undefined {
  const name = hostAddress(address)?.host;
  if (written !== undefined && !tellsRegion(host, name, hosts)) return written;
  return name?.includes('.') === true ? name : undefined;
}
