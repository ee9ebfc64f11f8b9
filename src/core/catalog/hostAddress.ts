/** The parts of an address that say who is called. Userinfo is never kept: it may be a password. */
export interface HostAddress {
  /** In lower case, without port, brackets or final point. Where a part of it is filled in at run time, `*` stands for that part. */
  readonly host: string;
  readonly port: number | null;
  /** From the first `/` on, without query and fragment; empty where there is none. */
  readonly path: string;
}

const LONGEST = 2_000;

/** Values that are filled in at run time, as shells, JavaScript, Python, Jinja, Terraform and documents write them. */
const TEMPLATE =
  /\$\{\{[^}]{0,200}\}\}|\$\{[^{}]{0,200}\}|\$\([^()]{0,200}\)|\{\{[^{}]{0,200}\}\}|#?\{[^{}]{0,200}\}|<[\w .-]{1,60}>|\$[A-Za-z_]\w{0,60}|%[sv]/g;

/**
 * Reads an address, with or without a scheme (RFC 3986, section 3.2): `https://user@host:8000/v1`, `host/v1`, `[::1]:8000`.
 * @returns `undefined` where no host is written: an empty or malformed text, a relative path, a template alone.
 */
export function hostAddress(text: string): HostAddress | undefined {
  if (text.length > LONGEST) return undefined;
  const filled = text.trim().replace(TEMPLATE, '*');
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(filled)?.[0] ?? (filled.startsWith('//') ? '//' : '');
  const rest = filled.slice(scheme.length);
  const end = rest.search(/[/?#\\]/);
  const authority = end < 0 ? rest : rest.slice(0, end);
  const path = end < 0 || rest.charAt(end) !== '/' ? '' : (rest.slice(end).split(/[?#]/, 1)[0] ?? '');
  const named = authority.slice(authority.lastIndexOf('@') + 1);
  const [, six, plain, port] =
    /^(?:\[([0-9a-f:.]+)(?:%[\w.]+)?\]|([^:[\]]+))(?::(\d{1,5}|\*))?$/i.exec(named) ?? [];
  const host = six === undefined ? nameOf(plain ?? '') : six.toLowerCase();
  if (host === undefined) return undefined;
  const number = port === undefined || port === '*' ? null : Number(port);
  return number !== null && number > 65_535 ? undefined : { host, port: number, path };
}

/** A template at the end of a name is the path or the port behind it: `https://api.example.com${PATH}`. */
function nameOf(written: string): string | undefined {
  const name = written.toLowerCase().replace(/\.$/, '');
  const host = /[a-z0-9]\*$/.test(name) ? name.slice(0, -1) : name;
  if (host === '' || /^[*.-]+$/.test(host)) return undefined;
  return /^[\p{L}\p{N}_*-]+(?:\.[\p{L}\p{N}_*-]+)*$/u.test(host) ? host : undefined;
}

/**
 * How exactly a pattern of `hosts/` names an address: the number of its characters that are no `*`; 0 where it does not. `*` in a
 * pattern stands for one or more labels or a part of one; what is filled in at run time may be what `*` stands for. A pattern
 * without a port is of all ports.
 */
export function matchAddress(pattern: string, { host, port, path }: HostAddress): number {
  const slash = pattern.indexOf('/');
  const authority = slash < 0 ? pattern : pattern.slice(0, slash);
  const under = slash < 0 ? '' : pattern.slice(slash).replace(/\/$/, '');
  const [, name = authority, own] = /^([^:]+):(\d{1,5})$/.exec(authority) ?? [];
  if (!matchesName(name, host) || (own !== undefined && Number(own) !== port)) return 0;
  if (under !== '' && path !== under && !path.startsWith(`${under}/`)) return 0;
  return pattern.replaceAll('*', '').length;
}

function matchesName(pattern: string, host: string): boolean {
  const parts = pattern.split('*');
  if (parts.length === 1) return pattern === host;
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (!host.startsWith(first) || !host.endsWith(last)) return false;
  let at = first.length;
  const end = host.length - last.length;
  for (const part of parts.slice(1, -1)) {
    const found = host.indexOf(part, at + 1);
    if (found < 0 || found + part.length > end) return false;
    at = found + part.length;
  }
  return at < end;
}
