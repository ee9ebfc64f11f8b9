import { parse as parseToml } from 'smol-toml';
import { MAX_NESTING } from '../text/nesting';
import { parseJson } from '../text/parseJson';
import { licenseOfAddress } from './licenseAddress';
import { recognizeText } from './recognizeText';

type Reading = (text: string) => string | undefined;

/** Files that state a project's own license, in order of trust: manifests with an SPDX expression, those with a name, then the text. */
const MANIFESTS: readonly (readonly [name: RegExp, read: Reading])[] = [
  [/^package\.json$/, fromJson],
  [/^pyproject\.toml$/, (text) => fromToml(text, (manifest) => manifest['project'] ?? poetryOf(manifest))],
  [/^Cargo\.toml$/, (text) => fromToml(text, (manifest) => manifest['package'])],
  [/^(?:composer|vcpkg|elm|deno|jsr|bower)\.json$/, fromJson],
  [/\.(?:cs|fs|vb)proj$|\.nuspec$|^Directory\.Build\.props$/, fromNuGet],
  [/\.gemspec$/, fromGemspec],
  [/^mix\.exs$/, (text) => listed(/\blicenses:\s*\[([^\]]{0,300})\]/.exec(withoutHashes(text))?.[1])],
  [/\.cabal$/, fromCabal],
  [/^setup\.cfg$/, fromSetupCfg],
  [/^setup\.py$/, fromSetupPy],
  [/^DESCRIPTION$/, fromDescription],
  [/^pom\.xml$/, fromPom],
  [/^build\.gradle(?:\.kts)?$/, fromGradle],
  [/^(?:LICEN[CS]E|COPYING)(?:\.(?:md|txt|rst))?$/, (text) => recognizeText(text)?.license],
];

/** How far a file is trusted with the license of the project it lies in: the lower the more. `undefined` for a file that states none. */
export function manifestRank(path: string): number | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const rank = MANIFESTS.findIndex(([pattern]) => pattern.test(name));
  return rank < 0 ? undefined : rank;
}

/**
 * The license a project states for itself in one of its files: an SPDX expression or a key, as written there, the id that
 * the address of a license's page stands for, or what the text of a LICENSE file is recognized as. `undefined` where the file states none, is of another kind, or cannot be read.
 */
export function projectLicense(path: string, text: string): string | undefined {
  const rank = manifestRank(path);
  const stated = rank === undefined ? undefined : MANIFESTS[rank]?.[1](text);
  return stated === undefined ? undefined : (licenseOfAddress(stated) ?? stated);
}

/** Whether a file is the manifest of an npm package that is never published (https://docs.npmjs.com/cli/configuring-npm/package-json#private). */
export function isPrivateManifest(path: string, text: string): boolean {
  if (!/(?:^|\/)package\.json$/.test(path)) return false;
  const manifest = parseJson(text);
  return isTable(manifest) && manifest['private'] === true;
}

/** Whether a file is read as the text of a license, which does not say whether later versions may be chosen. */
export function isLicenseText(path: string): boolean {
  return manifestRank(path) === MANIFESTS.length - 1;
}

/** How manifests that have no SPDX expression word the licenses that most projects have; the first group is the version. */
const WORDINGS: readonly (readonly [wording: RegExp, spdx: string])[] = [
  [/^(?:the )?apache(?: software)? license,? (?:version |v)?2(?:\.0)?$/i, 'Apache-2.0'],
  [/\bGNU Affero General Public License,? (?:version |v)?3|\(AGPLv?3\+?\)/i, 'AGPL-3.0-only'],
  [/\bGNU Lesser General Public License,? (?:version |v)?3|\(LGPLv?3\+?\)/i, 'LGPL-3.0-only'],
  [/\bGNU Lesser General Public License,? (?:version |v)?2\.1/i, 'LGPL-2.1-only'],
  [/\bGNU General Public License,? (?:version |v)?3|\(GPLv?3\+?\)/i, 'GPL-3.0-only'],
  [/\bGNU General Public License,? (?:version |v)?2|\(GPLv?2\+?\)/i, 'GPL-2.0-only'],
  [/^mozilla public license,? (?:version |v)?2\.0/i, 'MPL-2.0'],
  [/^eclipse public license(?: -)?,? (?:version |v)?2\.0/i, 'EPL-2.0'],
  [/^(?:the )?(?:new bsd|revised bsd|bsd 3-clause|3-clause bsd)(?: license)?$/i, 'BSD-3-Clause'],
  [/^(?:the )?(?:simplified bsd|bsd 2-clause|2-clause bsd)(?: license)?$/i, 'BSD-2-Clause'],
  [/^the mit license$/i, 'MIT'],
];

/** The SPDX id of a common wording or of the address of a license's page; another name stays as it is. */
function spdxOf(name: string): string {
  return wordedId(name) ?? licenseOfAddress(name) ?? name;
}

function wordedId(name: string): string | undefined {
  return WORDINGS.find(([wording]) => wording.test(name.trim()))?.[1];
}

/** What a name and the address of its page say together: the address is exact where the name is no common wording. */
function namedAt(name: string | undefined, address: string | undefined): string {
  return wordedId(name ?? '') ?? licenseOfAddress(address ?? '') ?? name ?? '';
}

type Table = Readonly<Record<string, unknown>>;

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * `license` is an SPDX expression; old packages of npm have `{ "type": … }`, and Composer's have a list to choose from.
 * `SEE LICENSE IN file` states nothing by itself.
 */
function fromJson(text: string): string | undefined {
  const manifest = parseJson(text);
  if (!isTable(manifest)) return undefined;
  const { license } = manifest;
  if (Array.isArray(license)) return anyOf(license.filter((one): one is string => typeof one === 'string'));
  const stated = isTable(license) ? (license['type'] ?? license['url']) : license;
  return typeof stated === 'string' && !stated.toUpperCase().startsWith('SEE LICEN')
    ? nonEmpty(stated)
    : undefined;
}

function fromToml(text: string, tableOf: (manifest: Table) => unknown): string | undefined {
  let manifest: unknown;
  try {
    manifest = parseToml(text, { maxDepth: MAX_NESTING });
  } catch {
    return undefined;
  }
  const table = isTable(manifest) ? tableOf(manifest) : undefined;
  return isTable(table) ? licenseOf(table) : undefined;
}

function poetryOf(manifest: Table): unknown {
  const tool = manifest['tool'];
  return isTable(tool) ? tool['poetry'] : undefined;
}

/** PEP 639 has a string; before it there was `{ text = … }`, often a whole license, and the trove classifiers. */
function licenseOf(table: Table): string | undefined {
  const { license, classifiers } = table;
  if (typeof license === 'string') return nonEmpty(license);
  const text = isTable(license) && typeof license['text'] === 'string' ? license['text'] : undefined;
  const recognized =
    text === undefined
      ? undefined
      : (recognizeText(text)?.license ?? (text.includes('\n') ? undefined : nonEmpty(text)));
  return recognized ?? fromClassifiers(classifiers);
}

/** `License :: OSI Approved :: MIT License`: the last part is the license's usual name. */
function fromClassifiers(classifiers: unknown): string | undefined {
  const stated = Array.isArray(classifiers)
    ? classifiers.filter((item): item is string => typeof item === 'string' && item.startsWith('License ::'))
    : [];
  const name = stated.length === 1 ? stated[0]?.split('::').at(-1)?.trim() : undefined;
  return name === undefined || name === 'OSI Approved' ? undefined : spdxOf(name);
}

function nonEmpty(text: string): string | undefined {
  return text.trim() === '' ? undefined : text.trim();
}

/** NuGet: an expression, or the address of a license's page. */
function fromNuGet(text: string): string | undefined {
  const plain = withoutXmlComments(text);
  const stated =
    /<PackageLicenseExpression>([^<]{1,200})</i.exec(plain) ??
    /<license type="expression">([^<]{1,200})</i.exec(plain);
  const address = /<(?:PackageL|l)icenseUrl>([^<]{1,200})</i.exec(plain)?.[1] ?? '';
  return stated === null ? licenseOfAddress(address) : nonEmpty(stated[1] ?? '');
}

/** Maven: the names of its licenses, which users may choose from (https://maven.apache.org/pom.html#Licenses). */
function fromPom(text: string): string | undefined {
  const block = /<licenses>([^]{0,4000}?)<\/licenses>/.exec(withoutXmlComments(text))?.[1] ?? '';
  return anyOf(
    block
      .split('</license>')
      .map((one) =>
        namedAt(/<name>\s*([^<]{1,200})</.exec(one)?.[1], /<url>\s*([^<]{1,200})</.exec(one)?.[1]),
      ),
  );
}

/** `licenses { license { name = "…" } }` of a publication, in Groovy or Kotlin. */
function fromGradle(text: string): string | undefined {
  const at = text.search(/\blicenses\s*\{/);
  if (at < 0) return undefined;
  const block = text.slice(at, at + 600);
  const valueOf = (key: string): string | undefined =>
    new RegExp(`\\b${key}(?:\\s*=\\s*|\\.set\\(\\s*|\\s+)["']([^"'\\n]{1,200})["']`).exec(block)?.[1];
  return anyOf([namedAt(valueOf('name'), valueOf('url'))]);
}

/** RubyGems: `spec.license = "…"`, `spec.licenses = ["…", "…"]`, `%w[…]`. */
function fromGemspec(text: string): string | undefined {
  const plain = withoutHashes(text);
  const one = /\.license\s*=\s*["']([^"'\n]{1,200})["']/.exec(plain)?.[1];
  if (one !== undefined) return nonEmpty(one);
  const words = /\.licenses\s*=\s*%w[[({]([^\])}]{1,200})[\])}]/.exec(plain)?.[1];
  if (words !== undefined) return allOf(words.split(/\s+/));
  return listed(/\.licenses\s*=\s*\[([^\]]{0,300})\]/.exec(plain)?.[1]);
}

function fromCabal(text: string): string | undefined {
  return nonEmpty(/^license:[ \t]*([^\n]{1,200})$/im.exec(text)?.[1] ?? '');
}

function fromSetupCfg(text: string): string | undefined {
  const metadata = /^\[metadata\]([^]{0,8000}?)(?:^\[|$(?![^]))/m.exec(text)?.[1] ?? '';
  return (
    anyOf([/^license[ \t]*=[ \t]*([^\n]{1,200})$/m.exec(metadata)?.[1] ?? '']) ??
    fromClassifiers(metadata.split('\n').map((line) => line.trim()))
  );
}

function fromSetupPy(text: string): string | undefined {
  const plain = withoutHashes(text);
  const classifiers = [...plain.matchAll(/["'](License ::[^"'\n]{1,200})["']/g)].map(([, one = '']) => one);
  return (
    anyOf([/\blicense\s*=\s*["']([^"'\n]{1,200})["']/.exec(plain)?.[1] ?? '']) ?? fromClassifiers(classifiers)
  );
}

/** R: `MIT + file LICENSE`, `GPL (>= 3)`, `GPL-2 | GPL-3`. A file alone states nothing by itself. */
function fromDescription(text: string): string | undefined {
  if (!/^Package:/m.test(text)) return undefined;
  const stated = (/^License:[ \t]*([^\n]{1,200})$/m.exec(text)?.[1] ?? '')
    .split('|')
    .map((one) => one.replace(/\+\s*file\s+\w+/i, '').trim())
    .filter((one) => one !== '' && !/^file\s/i.test(one));
  return anyOf(
    stated.map((one) =>
      one
        .replace(/^(A?GPL|LGPL) \(>= (\d(?:\.\d)?)\)$/, '$1-$2-or-later')
        .replace(
          /^(A?GPL|LGPL)-(\d)(-or-later)?$/,
          (_, name: string, version: string, later = '-only') => `${name}-${version}.0${String(later)}`,
        ),
    ),
  );
}

/** The strings of a list in code. */
function listed(items: string | undefined): string | undefined {
  return allOf([...(items ?? '').matchAll(/["']([^"'\n]{1,200})["']/g)].map(([, one = '']) => one));
}

/** Licenses to choose from. */
function anyOf(names: readonly string[]): string | undefined {
  return joined(names, ' OR ');
}

/** Licenses of which no manifest says that one may choose. */
function allOf(names: readonly string[]): string | undefined {
  return joined(names, ' AND ');
}

function joined(names: readonly string[], operator: string): string | undefined {
  return nonEmpty(
    names
      .map((name) => spdxOf(name.trim()))
      .filter((name) => name !== '')
      .join(operator),
  );
}

function withoutXmlComments(text: string): string {
  return text
    .split('<!--')
    .map((part, at) => (at === 0 ? part : part.slice(Math.max(0, part.indexOf('-->')) + 3)))
    .join('');
}

/** Lines that are comments by a hash, left out. */
function withoutHashes(text: string): string {
  return text.replace(/^[ \t]*#[^\n]*$/gm, '');
}
