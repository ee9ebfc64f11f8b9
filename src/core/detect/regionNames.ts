import { PATH } from '../text/charClass';
import { matchesOf } from '../text/matches';
import type { HostEvidence } from './beside';

/** The names by which a text gives its clients regions: `region_name=config.REGION`, `Region.of(settings.region)`. */

/** What a client gets its region by, with the name that has it. */
const GIVEN = new RegExp(
  String.raw`(?:(?:\b|(?<=\bWith))(?:(?:aws|bedrock|gcp|vertex)_?)?(?:region(?:_?name)?|location)["'\]]{0,2}\s{0,8}` +
    String.raw`(?::=|=>|[:=(])(?![=>])\s{0,8}(?:(?:Region\.of|Regions\.fromName|Region::new)\(\s{0,8})?|` +
    String.raw`\b(?:Region\.of|Regions\.fromName|RegionEndpoint\.GetBySystemName|Region::new)\(\s{0,8})` +
    String.raw`(${PATH}(?:\(\))?)(?=!?\s{0,8}(?:[,;)}\]\n]|as\s))` +
    // Where the expression goes on in the next line, it is not all of it.
    String.raw`(?!\s{0,80}(?:(?:if|or|and|else)\b|\?|\|\|))`,
  'gi',
);
/** The same where the name is that of the argument itself: `new BedrockRuntimeClient({ region })`. */
const SHORTHAND = /(?<=[{,]\s{0,40})(region|location)(?=\s{0,8}[,}])/g;

/** The names by which a text gives regions, in order. */
export function regionNamesIn(text: string): readonly HostEvidence[] {
  return [GIVEN, SHORTHAND]
    .flatMap((form) =>
      Array.from(
        matchesOf(text, form),
        ({ 0: { length }, 1: said = '', index }): HostEvidence => ({
          host: '',
          said,
          kind: 'key',
          at: index,
          end: index + length,
        }),
      ),
    )
    .sort((one, other) => one.at - other.at);
}
