import { isSource } from './projectLicense';
import type { SkipReason } from './skipReasons';

/** Reasons for leaving a file out that leave open what it names, whatever the file is. */
const UNREAD: ReadonlySet<SkipReason> = new Set(['unreadable', 'too-deep', 'submodule', 'sparse']);
const SETTINGS = /\.(?:ya?ml|toml|ini|cfg|conf|env|properties)$/i;

/** Whether a file that was left out for this reason may name models, so that an audit is incomplete without it. */
export function leavesModelsUnread(path: string, reason: SkipReason): boolean {
  const isCode = isSource(path) || path.endsWith('.ipynb');
  // Settings of that size are data.
  if (reason === 'too-large') return isCode;
  return UNREAD.has(reason) || (reason === 'not-utf8' && (isCode || SETTINGS.test(path)));
}
