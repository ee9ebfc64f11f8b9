import { contextOfPath } from '../detect/context/context';
import { languageOf } from '../documents/fileTypes';
import { LOCK_FILE_NAME } from '../drift/lockFile';
import { isSource } from './projectLicense';
import type { SkipReason } from './skipReasons';

/** Reasons for leaving a file out that leave open what it names, whatever the file is. */
const UNREAD: ReadonlySet<SkipReason> = new Set(['unreadable', 'too-deep', 'submodule', 'sparse']);
/** Emacs marks a file with changes that are not saved by a link beside it, which leads to nothing. */
const UNSAVED = /(?:^|\/)\.#[^/]+$/;
/** Languages that say what is run, whatever the ending. */
const RUN: ReadonlySet<string> = new Set([
  'dockerfile',
  'dotenv',
  'makefile',
  'modelfile',
  'powershell',
  'shellscript',
]);
const SETTINGS = /\.(?:ya?ml|toml|ini|cfg|conf|env|properties)$/i;

/**
 * Reasons that leave open what code and settings name; a link called like them that leads to no file hides what lies there elsewhere,
 * and one that leads to a file which is not searched is a way to run it.
 */
const MAY_BE_CODE: ReadonlySet<SkipReason> = new Set(['not-utf8', 'dangling-link', 'stray-link']);

/** Reasons for which a file may be left out even though it was named: someone decided so, or it is read as what it is. */
const DELIBERATE: ReadonlySet<SkipReason> = new Set([
  'policy',
  'excluded',
  'policy-file',
  'catalog-layer',
  'approvals',
  'own-output',
]);
/** Reasons that are right for pictures, archives, data and ways to them, and leave code and settings unread. */
const NO_TEXT: ReadonlySet<SkipReason> = new Set([
  'binary',
  'not-utf8',
  'too-large',
  'link',
  'dangling-link',
  'stray-link',
]);

/** Whether a file that was left out for this reason may name models, so that an audit is incomplete without it. */
export function leavesModelsUnread(path: string, reason: SkipReason): boolean {
  // Of that size there is data too that has the endings of settings: what tests and examples replay is of that kind.
  if (reason === 'too-large')
    return isCode(path) || (SETTINGS.test(path) && contextOfPath(path) === 'product');
  return UNREAD.has(reason) || (MAY_BE_CODE.has(reason) && hidesText(path, reason));
}

/**
 * Whether a file that somebody named, and that was left out for this reason, leaves an audit incomplete. A hook names whatever
 * a commit changes: what an audit of the whole leaves out as no text is no fault there either.
 */
export function leavesNamedUnread(path: string, reason: SkipReason): boolean {
  if (NO_TEXT.has(reason)) return hidesText(path, reason);
  return !DELIBERATE.has(reason);
}

/** Whether there would be code or settings. */
function hidesText(path: string, reason: SkipReason): boolean {
  // A lock that is a link is a finding of its own.
  if (reason === 'dangling-link' && (UNSAVED.test(path) || path === LOCK_FILE_NAME)) return false;
  return isCalledLikeText(path);
}

/** Whether a file has the name of code or settings. */
export function isCalledLikeText(path: string): boolean {
  return isCode(path) || SETTINGS.test(path);
}

function isCode(path: string): boolean {
  return isSource(path) || path.endsWith('.ipynb') || RUN.has(languageOf(path));
}
