import { message, type Message } from '../message';

/** Why a file was left out. Reports show the sentence; tests and groupings use the key. */
export type SkipReason =
  | 'ignored'
  | 'policy'
  | 'excluded'
  | 'vendored'
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
  | 'not-a-file'
  | 'unreadable'
  | 'policy-file'
  | 'canceled';

const SENTENCES = {
  ignored: 'left out by .gitignore',
  policy: 'left out by the policy (ignore.paths)',
  excluded: 'left out by an exclude pattern',
  vendored: 'code of a dependency',
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
  'not-a-file': 'pipe, socket or device',
  unreadable: 'could not be read: {0}',
  'policy-file': 'policy file: read as a policy, not searched',
  canceled: 'not looked at: the audit was canceled',
} as const satisfies Record<SkipReason, string>;

export function skipMessage(reason: SkipReason, ...args: (string | number)[]): Message {
  return message(SENTENCES[reason], ...args);
}
