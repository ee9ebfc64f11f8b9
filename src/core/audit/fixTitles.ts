import type { FixFile } from '../fixes/fix';
import { fixesFor } from '../fixes/fixesFor';
import type { Message } from '../message';
import type { Finding } from '../policy/finding';
import { POLICY_FILE_NAME } from '../policy/readPolicy';
import type { FileContext } from './contexts';
import { presence } from './rootFiles';

/** The titles of the ways to settle a finding, as the editor's menu has them. */
export function fixTitles(
  finding: Finding,
  document: FixFile,
  { evaluation, scope, root }: FileContext,
): readonly Message[] {
  const policy: FixFile =
    scope === undefined ? presence(POLICY_FILE_NAME, false) : { path: scope.path, text: () => scope.text };
  return fixesFor(finding, { document, evaluation, policy, ...root }).map(({ title }) => title);
}
