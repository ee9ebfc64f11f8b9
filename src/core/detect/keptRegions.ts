import type { ClientName, NamedClient } from '../reference';
import { matchesOf } from '../text/matches';
import { textBefore } from '../text/pieces';
import type { TextRange } from '../text/range';
import type { HostEvidence } from './beside';
import { type Imports, importsOf } from './imports';
import { givenElsewhere, keptForOthers, type Written } from './keptAddresses';
import type { Knowledge } from './knowledge';

/**
 * Regions that a text keeps under names for other files, and the names of other files that it gives a client as its
 * region: `REGION = "us-east-1"`, `boto3.client("bedrock-runtime", region_name=config.REGION)`.
 */

/** A region that is all of a string, of clouds that have hyphens in them, or a member of a list of regions. */
const REGION =
  /["'\x60]([a-z]{2,12}(?:-[a-z]{2,12}){1,3}-?\d{1,2})["'\x60]|\bRegions?\.([A-Z]{2}(?:_[A-Z]{2,10}){1,3}_\d)\b/g;
/** What makes one of a name, before it. */
const MADE_OF =
  /(?:\bRegion\.of|\bRegions\.fromName|\bRegionEndpoint\.GetBySystemName|\bRegion::new)\(\s{0,8}$/;
/** How many of one text are read. */
const MOST = 200;

/** The regions that other files may get by their names. */
export function regionsForOthers(knowledge: Knowledge, imports: Imports): readonly NamedClient[] {
  return keptForOthers(regionsIn(knowledge), knowledge, imports).map((kept) => ({ ...kept, isRegion: true }));
}

function regionsIn({ text }: Knowledge): readonly Written[] {
  return [...matchesOf(text, REGION)].slice(0, MOST).map(({ 0: all, 1: written, 2: member = '', index }) => {
    const lead = MADE_OF.exec(text.slice(Math.max(0, index - LONGEST_LEAD), index))?.[0] ?? '';
    const address = written ?? member.toLowerCase().replaceAll('_', '-');
    const isPart = !ENDS.test(text.slice(index + all.length, index + all.length + LONGEST_LEAD));
    return { at: index - lead.length, host: null, address, isPart };
  });
}
const LONGEST_LEAD = 60;
/** What stands behind a value that nothing else is chosen or added to. */
const ENDS = /^(?:\s{0,4}\)){0,3}[ \t]{0,20}(?:[,;}\]\r\n#]|\/\/|as\s|$)/;

/** What a name that is given as a region stands for in another file; `undefined` for one of the text's own. */
export function regionElsewhere(
  { said, at }: Pick<HostEvidence, 'said' | 'at'>,
  knowledge: Knowledge,
): ClientName | undefined {
  const [around] = knowledge.brackets.around(at);
  // What a parameter is by default, who calls the function may give it another value.
  const isParameter =
    around?.mark === '(' && FUNCTION.test(textBefore(knowledge.text, around.at, LONGEST_LEAD));
  return isParameter ? undefined : givenElsewhere(said, at, knowledge, importsOf(knowledge));
}
const FUNCTION = /(?:\b(?:def|func|function\*?|fun|fn)\s{1,4}[\w$.<>]{0,40}|\bconstructor)\s{0,4}$/;

/** The one region of another file that all calls are given which stretches of a text make; `undefined` for none. */
export function regionNameOf(
  calls: readonly (readonly TextRange[])[],
  knowledge: Knowledge,
): ClientName | undefined {
  const names = calls.map((ranges) => ranges.flatMap((range) => knowledge.evidence.in('regionNames', range)));
  const [first] = names.flat();
  const isOne = names.every((given) => given.length > 0 && given.every(({ said }) => said === first?.said));
  return first === undefined || !isOne ? undefined : regionElsewhere(first, knowledge);
}
