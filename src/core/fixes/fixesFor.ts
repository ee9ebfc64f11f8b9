import type { Finding } from '../policy/finding';
import { addException } from './addException';
import { describeModel } from './describeModel';
import type { Fix, FixContext } from './fix';
import { ignoreLine } from './ignoreLine';
import { allowLicense, denyLicense } from './licenseLists';
import { copyCitation, openLicense } from './readLicense';
import { pinRevision } from './pinRevision';
import { removeUnused } from './removeUnused';
import { renameModel } from './renameModel';
import { replaceModel } from './replaceModel';
import { requiredWords } from './requiredWords';
import { suggestedWord } from './suggestedWord';

/** The order is that of the menu: what removes the cause, what accepts it, what explains it. */
const MAKERS: readonly ((finding: Finding, context: FixContext) => readonly Fix[])[] = [
  suggestedWord,
  removeUnused,
  renameModel,
  describeModel,
  replaceModel,
  pinRevision,
  requiredWords,
  addException,
  allowLicense,
  denyLicense,
  ignoreLine,
  openLicense,
  copyCitation,
];

/** The ways to settle a finding and those it speaks for, the best first, each once. Cheap: edits are computed when one is chosen. */
export function fixesFor(finding: Finding, context: FixContext): readonly Fix[] {
  const all = [finding, ...(finding.merged ?? [])];
  const seen = new Set<string>();
  return MAKERS.flatMap((make) => all.flatMap((one) => make(one, context))).filter(
    ({ id }) => !seen.has(id) && seen.add(id),
  );
}
