import type { Place, Use } from './uses/place';
import { textOf, type Surroundings } from './surroundings';
import { matchesOf } from '../text/matches';

/** What a record says of the license of its model: `license: "mit"`, `license = APACHE_2_0`. */
const LICENSE = new RegExp(
  String.raw`(?:^|[\s{(,])["']?licen[cs]e(?:[-_]?(?:id|name|type|key))?["']?\s{0,20}(?:=>|[:=])\s{0,20}` +
    String.raw`(?:\w{1,40}[.:]{1,2})?["'\x60]?([A-Za-z][\w.+-]{2,40})(?![\w(])`,
  'gi',
);

/**
 * The license that the record of a model whose weights are used says beside it, in the spelling of SPDX as far as it is
 * a constant: `apache-2.0` of `APACHE_2_0`. `undefined` where it says none, or several.
 */
export function licenseBeside(
  { text, knowledge }: Place,
  { role }: Use,
  around: () => Surroundings,
): string | undefined {
  // What is said beside the base of another model is the license of that one.
  if (role !== 'loads' && role !== 'serves' && role !== 'ships') return undefined;
  if (!knowledge.mentions('license') && !knowledge.mentions('licence')) return undefined;
  const said = new Set(
    Array.from(matchesOf(textOf(text, around().own), LICENSE), ([, name = '']) => spelled(name)),
  );
  const [license] = said;
  return said.size === 1 ? license : undefined;
}

function spelled(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('_', '-')
    .replace(/(?<=\d)-(?=\d)/g, '.');
}
