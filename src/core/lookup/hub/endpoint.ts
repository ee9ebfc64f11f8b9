import { message, type Message } from '../../message';

export const PUBLIC_HUB = 'https://huggingface.co';

/** A checked address of a Hub or of a mirror that speaks its API. */
export interface Endpoint {
  /** Scheme, host and port, without a slash at the end: what a token may be sent to. */
  readonly origin: string;
  /** The path the API lies under, `''` for none. */
  readonly basePath: string;
  readonly secure: boolean;
}

export type EndpointReading = { readonly endpoint: Endpoint } | { readonly refused: Message };

/**
 * Reads an endpoint and refuses what could carry a request, or a token, to a place the user did not mean. The grammar is
 * deliberately narrow: no user name, no query, no encoded or numeric host.
 *
 * @param address for example `https://huggingface.co` or `https://mirror.example/hf`
 * @param setByUser true when the user (not a workspace) wrote it: only then may it be a private or loopback address, and
 *   only then may it lack encryption, and only on the loopback
 */
export function readEndpoint(address: string, setByUser: boolean): EndpointReading {
  const match =
    /^(https?):\/\/([a-z0-9.-]{1,253}|\[[0-9a-f:]{2,45}\])(:\d{1,5})?((?:\/[\w.-]{1,64}){0,8})\/?$/i.exec(
      address.trim(),
    );
  if (match === null || !isHost(match[2] ?? '') || Number((match[3] ?? ':0').slice(1)) > LAST_PORT)
    return {
      refused: message(
        '"{0}" is not an address of a Hub: it must look like https://host or https://host/path',
        shorten(address),
      ),
    };
  const [, scheme = '', host = '', port = '', basePath = ''] = match;
  const lowerHost = host.toLowerCase();
  const secure = scheme.toLowerCase() === 'https';
  if (isPrivateHost(lowerHost) && !setByUser)
    return {
      refused: message(
        '"{0}" is a private address; only your own user settings may name one',
        shorten(address),
      ),
    };
  if (!secure && !isLoopback(lowerHost))
    return { refused: message('"{0}" is not encrypted: use https', shorten(address)) };
  if (basePath.split('/').some((part) => part === '..' || part === '.'))
    return { refused: message('"{0}" is not an address of a Hub: its path climbs', shorten(address)) };
  return { endpoint: { origin: `${scheme.toLowerCase()}://${lowerHost}${port}`, basePath, secure } };
}

const LAST_PORT = 65_535;

/**
 * Whether a host is what URLs call one (URL Standard, host parsing): one that ends in a number is an IPv4 address. Only its usual form
 * is taken: four decimal numbers without leading zeros, which every resolver reads alike.
 */
function isHost(host: string): boolean {
  if (host.startsWith('[')) return isIPv6(host.slice(1, -1).toLowerCase());
  if (!/(^|\.)(\d+|0x[0-9a-f]*)\.?$/i.test(host)) return true;
  const parts = host.split('.');
  return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

function isIPv6(text: string): boolean {
  const halves = text.split('::');
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  return (
    halves.length <= 2 &&
    (halves.length === 2 ? groups.length <= 7 : groups.length === 8) &&
    groups.every((group) => /^[0-9a-f]{1,4}$/.test(group))
  );
}

function isLoopback(host: string): boolean {
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '[::1]' ||
    /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host)
  );
}

/**
 * Loopback, link-local and private ranges (RFC 1918, 3927, 4193, 4291, 6598), and every host whose last label is a number,
 * which some resolvers read as an address in disguise.
 */
function isPrivateHost(host: string): boolean {
  if (isLoopback(host) || host.startsWith('[')) return true;
  if (!host.includes('.') || /\.(local|internal|lan|home|corp)\.?$/.test(host)) return true;
  if (!/(^|\.)(\d+|0x[0-9a-f]*)\.?$/.test(host)) return false;
  const parts = host.split('.').map(Number);
  if (parts.length !== 4 || parts.some((part) => !Number.isInteger(part) || part > 255)) return true;
  const [a = 0, b = 0] = parts;
  return (
    PRIVATE_RANGES.some(({ first, from, to }) => a === first && b >= from && b <= to) || a >= FIRST_MULTICAST
  );
}

/** By the first byte, and the span of the second. */
const PRIVATE_RANGES = [
  { first: 0, from: 0, to: 255 },
  { first: 10, from: 0, to: 255 },
  { first: 127, from: 0, to: 255 },
  { first: 169, from: 254, to: 254 },
  { first: 172, from: 16, to: 31 },
  { first: 192, from: 168, to: 168 },
  { first: 100, from: 64, to: 127 },
];
const FIRST_MULTICAST = 224;

/**
 * Where a redirect leads, when it stays on the endpoint: the Hub answers a renamed repository with a relative `Location`.
 * `undefined` for any other place, which is never asked.
 */
export function redirectPath(location: string, endpoint: Endpoint): string | undefined {
  const path = location.startsWith(`${endpoint.origin}/`) ? location.slice(endpoint.origin.length) : location;
  return /^\/(?!\/)[\w./%?=&-]{1,400}$/.test(path) && !hasDotSegments(path) ? path : undefined;
}

/** Whether a path goes up, also written with `%2e`: whoever fetches it would ask for another one than was looked at. */
export function hasDotSegments(path: string): boolean {
  return /(?:\.|%2e){2}/i.test(path);
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
