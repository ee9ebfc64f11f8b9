import { message, type Message } from '../message';

/** Why a file was left out. Reports show the sentence; tests and groupings use the key. */
export type SkipReason =
  | 'ignored'
  | 'git-index'
  | 'submodule'
  | 'sparse'
  | 'policy'
  | 'excluded'
  | 'vendored'
  | 'vendored-code'
  | 'weights-stub'
  | 'version-control'
  | 'cache'
  | 'lock-file'
  | 'generated'
  | 'minified'
  | 'binary'
  | 'not-utf8'
  | 'too-large'
  | 'own-output'
  | 'inventory'
  | 'link'
  | 'dangling-link'
  | 'stray-link'
  | 'not-a-file'
  | 'unreadable'
  | 'not-found'
  | 'too-deep'
  | 'failed'
  | 'policy-file'
  | 'catalog-layer'
  | 'approvals'
  | 'canceled';

/** Reasons that lie in what a file holds, of which none says more than itself. */
export const CONTENT_SKIPS = [
  'binary',
  'not-utf8',
  'own-output',
  'inventory',
  'generated',
  'minified',
] as const;
export type ContentSkip = (typeof CONTENT_SKIPS)[number];

export function isContentSkip(reason: string): reason is ContentSkip {
  return (CONTENT_SKIPS as readonly string[]).includes(reason);
}

const SENTENCES = {
  ignored: 'left out by .gitignore',
  'git-index': 'could not be read: {0}; files that git tracks and a .gitignore matches may be left out',
  submodule: 'not checked out: a submodule; to read it: git submodule update --init --recursive',
  sparse: 'not checked out: left out by a sparse checkout; to read it: git sparse-checkout disable',
  policy: 'left out by the policy (ignore.paths)',
  excluded: 'left out by an exclude pattern',
  vendored: 'code of a dependency',
  'vendored-code': 'code of a dependency; only its documents are read',
  'weights-stub': 'no weights: empty, a vocabulary alone or a stub for tests',
  'version-control': 'files of the version control system',
  cache: 'cache or environment of a tool',
  'lock-file': 'lock file',
  generated: 'generated file',
  minified: 'minified file',
  binary: 'binary file',
  'not-utf8': 'neither UTF-8 nor UTF-16 text',
  'too-large': 'larger than {0} MB',
  'own-output': 'written by this tool',
  inventory: 'software inventory or scan result',
  link: 'symbolic link, not followed',
  'dangling-link': 'symbolic link to no file',
  'stray-link': 'symbolic link to a file that is not searched here',
  'not-a-file': 'pipe, socket or device',
  unreadable: 'could not be read: {0}',
  'not-found':
    'named, but not found: it lies behind a link or in a folder that is left out, or its name is written otherwise',
  'too-deep': 'not read: nested more than {0} levels deep; take the extra brackets out',
  failed: 'not judged: reading it failed ({0}); please report this',
  'policy-file': 'policy file: read as a policy, not searched',
  'catalog-layer': 'catalog layer: an organization’s own records, not searched',
  approvals: 'approved models: read as such, not searched',
  canceled: 'not looked at: the audit was canceled',
} as const satisfies Record<SkipReason, string>;

export function skipMessage(reason: SkipReason, ...args: (string | number)[]): Message {
  return message(SENTENCES[reason], ...args);
}
