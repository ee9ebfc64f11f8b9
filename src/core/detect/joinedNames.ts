import { hostedRegistry } from '../registries/names/hosted';
import { hasBedrockVersion } from '../registries/names/served';
import { perObject } from '../once';
import { COLON, COMMA, SIGN, SLASH } from '../text/shape';
import { matchesOf } from '../text/matches';
import type { Where } from '../vocabulary';
import type { Knowledge } from './knowledge';

/** Several names in one value, as settings have them: `gpt-4o,o3`, `gpt-4o|o3`, `gpt-4o:10,o3:5`. */

/** Names joined by marks that regular expressions and statements have too: nothing but names stands between them. */
const JOINED = /^[\w.:/@-]{2,120}(?:([|;])[\w.:/@-]{2,120})(?:\1[\w.:/@-]{2,120}){0,40}$/;

/**
 * The mark that joins the parts of a value, or `undefined` where it is one. In code a bar joins names only where the
 * text cuts values at bars: in regular expressions it stands as well.
 * @param shape what kinds of characters the value has
 */
export function joinedBy(
  value: string,
  shape: number,
  { knowledge, where }: { readonly knowledge: Knowledge; readonly where: Where },
): string | undefined {
  if ((shape & COMMA) !== 0) return ',';
  if ((shape & SIGN) === 0) return undefined;
  const mark = JOINED.exec(value)?.[1];
  if (mark !== undefined && (where === 'config' || cutsAt(knowledge).has(mark))) return mark;
  return (shape & SLASH) !== 0 && value.includes('+') ? '+' : undefined;
}

/** `split("|")`, `explode('|', $x)`, `strings.Split(x, ";")`, `IFS='|'`: what a text cuts values at. */
const CUTS =
  /(?:\b(?:re)?split\w{0,12}\s?\(|\bsplit\w{0,4}\s|\bexplode\(|\bIFS=)[^\n()]{0,60}?["'`/]\\{0,2}([|;])["'`/]/gi;

const cutsAt = perObject(
  ({ text }: Knowledge): ReadonlySet<string> =>
    new Set(Array.from(matchesOf(text, CUTS), ([, mark = '']) => mark)),
);

/** What settings say of a deployment behind its model: versions, kinds, and how much of it there is. */
const BEHIND_MODEL =
  /^([a-z][\w.-]{1,60}?)(?::(?:\d{4}-\d{2}-\d{2}|\d{4}|[A-Z][A-Za-z]{2,40})){0,2}[:=]\d{1,7}$/;

/**
 * The length of the name in a value that also says how much of the model is to be had: `gpt-4o:10`,
 * `gpt-4o:2024-08-06:30`; the length of the value where it says no such thing, as the tags of Ollama's models do not.
 * @param shape what kinds of characters the value has
 */
export function lengthOfName(value: string, shape: number): number {
  const mayTell = (shape & (COLON | SIGN)) !== 0 && !hasBedrockVersion(value);
  const name = mayTell ? BEHIND_MODEL.exec(value)?.[1] : undefined;
  return name !== undefined && hostedRegistry(name) !== undefined ? name.length : value.length;
}
