/** The pages that publishers and lists of licenses have for one license each, with the part of the path that names it. */
const PAGES: readonly (readonly [page: RegExp, id: (...groups: readonly string[]) => string])[] = [
  [/^(?:opensource\.org|choosealicense\.com)\/licen[cs]es?\/([^/]+)$/, (name) => dotted(name)],
  [/^(?:spdx\.org\/licenses|licenses\.nuget\.org)\/([^/]+)$/, (name) => name],
  [/^apache\.org\/licenses\/license-(\d\.\d)$/i, (version) => `Apache-${version}`],
  [/^gnu\.org\/(?:licenses|copyleft)\/(?:old-licenses\/)?([al]?gpl-\d\.\d)$/i, (name) => name.toUpperCase()],
  [/^mozilla\.org\/(?:[a-z]{2}-[a-z]{2}\/)?mpl\/(\d\.\d)$/i, (version) => `MPL-${version}`],
  [/^eclipse\.org\/(?:org\/documents|legal)\/(epl-\d\.\d)$/i, (name) => name.toUpperCase()],
  [
    /^creativecommons\.org\/licenses\/([a-z-]+)\/(\d\.\d)(?:\/(?:deed|legalcode).*)?$/,
    (terms, version) => `CC-${terms?.toUpperCase() ?? ''}-${version ?? ''}`,
  ],
  [
    /^creativecommons\.org\/publicdomain\/zero\/(\d\.\d)(?:\/(?:deed|legalcode).*)?$/,
    (version) => `CC0-${version}`,
  ],
];

/**
 * The id of the license whose page an address is: `Apache-2.0` for `https://www.apache.org/licenses/LICENSE-2.0.txt`. The id is what
 * the address itself says, which need not be one that anybody knows. `undefined` for what is no address, and for that of another page.
 */
export function licenseOfAddress(address: string): string | undefined {
  const [, page] = /^<?https?:\/\/(?:www\.)?([^\s?#>]{1,200})[^\s]*$/i.exec(address.trim()) ?? [];
  if (page === undefined) return undefined;
  const plain = page
    .replace(/\/$/, '')
    .replace(/\.(?:php|html?|txt|json)$/i, '')
    .replace(/\.[a-z]{2}$/i, '');
  for (const [pattern, id] of PAGES) {
    const match = pattern.exec(plain.replace(/^[^/]+/, (host) => host.toLowerCase()));
    if (match !== null) return id(...match.slice(1));
  }
  return undefined;
}

/** `apache-2-0`, `mit-license`: pages are named without the dots of a version. */
function dotted(name: string): string {
  return name.replace(/-license(?:-(?:php|txt))?$/i, '').replace(/(\d)-(\d)/g, '$1.$2');
}
