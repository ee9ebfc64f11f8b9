import type { FixContext, FixFile } from '../fixes/fix';
import { fixesFor } from '../fixes/fixesFor';
import type { Message } from '../message';
import type { Finding } from '../policy/finding';
import { POLICY_FILE_NAME } from '../policy/readPolicy';
import type { FileContext } from './contexts';
import type { WalkedFile } from './walk';

const NOTICE = 'NOTICE';
const README = 'README.md';

/** What a menu of fixes depends on beside the finding's own file: which files the root has. */
export type RootFiles = Pick<FixContext, 'notice' | 'readme'>;

/** The root's notice and documentation. Only whether they are there decides what is offered, so they are not read. */
export function rootFiles(files: readonly WalkedFile[]): RootFiles {
  const has = (name: string): boolean => files.some(({ path }) => path === name);
  return { notice: presence(NOTICE, has(NOTICE)), ...(has(README) && { readme: presence(README, true) }) };
}

/** The titles of the ways to settle a finding, as the editor's menu has them. */
export function fixTitles(finding: Finding, document: FixFile, { evaluation, scope, root }: FileContext): readonly Message[] {
  const policy: FixFile = scope === undefined ? presence(POLICY_FILE_NAME, false) : { path: scope.path, text: () => scope.text };
  return fixesFor(finding, { document, evaluation, policy, ...root }).map(({ title }) => title);
}

function presence(path: string, exists: boolean): FixFile {
  return { path, text: () => (exists ? '' : undefined) };
}
