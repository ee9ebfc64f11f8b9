import { isSource } from './projectLicense';
import type { SkipReason } from './skipReasons';

/** Reasons for leaving a file out that leave open what it names, whatever the file is. */
const UNREAD: ReadonlySet<SkipReason> = new Set(['unreadable', 'too-deep', 'submodule', 'sparse']);
const SETTINGS = /\.(?:ya?ml|toml|ini|cfg|conf|env|properties)$/i;

/** Reasons for which a file may be left out even though it was named: someone decided so, or it is read as what it is. */
const DELIBERATE: ReadonlySet<SkipReason> = new Set(['policy', 'excluded', 'policy-file', 'approvals']);
/** Reasons that are right for pictures, archives, data, reports and ways to them, and leave code and settings unread. */
const NO_TEXT: ReadonlySet<SkipReason> = new Set(['binary', 'not-utf8', 'too-large', 'own-output', 'link']);

/** Whether a file that was left out for this reason may name models, so that an audit is incomplete without it. */
export function leavesModelsUnread(path: string, reason: SkipReason): boolean {
  // Settings of that size are data.
  if (reason === 'too-large') return isCode(path);
  return UNREAD.has(reason) || (reason === 'not-utf8' && (isCode(path) || SETTINGS.test(path)));
}

/**
 * Whether a file that somebody named, and that was left out for this reason, leaves an audit incomplete. A hook names whatever
 * a commit changes: what an audit of the whole leaves out as no text is no fault there either.
 */
export function leavesNamedUnread(path: string, reason: SkipReason): boolean {
  if (NO_TEXT.has(reason)) return isCode(path) || SETTINGS.test(path);
  return !DELIBERATE.has(reason);
}

function isCode(path: string): boolean {
  return isSource(path) || path.endsWith('.ipynb');
}
