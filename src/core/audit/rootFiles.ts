import type { FixContext, FixFile } from '../fixes/fix';
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

/** A file as a menu of fixes knows it: there or not, but unread. */
export function presence(path: string, exists: boolean): FixFile {
  return { path, text: () => (exists ? '' : undefined) };
}
