import { parse as parseToml } from 'smol-toml';
import { MAX_NESTING } from '../text/nesting';
import { parseJson } from '../text/parseJson';
import { recognizeText } from './recognizeText';

/** The files that state a project's own license, in order of trust. */
export const LICENSE_MANIFESTS = [
  'package.json',
  'pyproject.toml',
  'Cargo.toml',
  'LICENSE',
  'LICENSE.md',
  'LICENSE.txt',
  'LICENCE',
  'COPYING',
] as const;

/**
 * The license a project states for itself in one of its files: an SPDX expression or a key, as written there, or what the
 * text of a LICENSE file is recognized as. `undefined` where the file states none, is of another kind, or cannot be read.
 */
export function projectLicense(path: string, text: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name === 'package.json') return fromPackageJson(text);
  if (name === 'pyproject.toml')
    return fromToml(text, (manifest) => manifest['project'] ?? poetryOf(manifest));
  if (name === 'Cargo.toml') return fromToml(text, (manifest) => manifest['package']);
  return (LICENSE_MANIFESTS as readonly string[]).includes(name) ? recognizeText(text)?.license : undefined;
}

type Table = Readonly<Record<string, unknown>>;

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `license` is an SPDX expression; old packages have `{ "type": … }`. `SEE LICENSE IN file` states nothing by itself. */
function fromPackageJson(text: string): string | undefined {
  const manifest = parseJson(text);
  if (!isTable(manifest)) return undefined;
  const { license } = manifest;
  const stated = isTable(license) ? license['type'] : license;
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
  return name === 'OSI Approved' ? undefined : name;
}

function nonEmpty(text: string): string | undefined {
  return text.trim() === '' ? undefined : text.trim();
}
