import type { Message } from '../message';
import type { EvaluationContext } from '../policy/evaluationContext';
import type { TextRange } from '../text/range';

/** The file that licenses with a "Notice" duty ask for, by the name that most of them use. */
export const NOTICE_FILE_NAME = 'NOTICE';
export const README_FILE_NAME = 'README.md';

/** What a person is asked before the edit is made. */
export type FixInput = 'reason' | 'approver' | 'expires' | 'license';

/** `expires` is a day, `YYYY-MM-DD`, and `license` a key or name of the catalog; what was left empty is absent. */
export type FixAnswers = Readonly<Partial<Record<FixInput, string>>>;

/** One change to one file. Ranges are in the text the file has now. */
export interface FileEdit {
  /** Relative to the workspace folder, with `/`. */
  readonly path: string;
  readonly range: TextRange;
  readonly newText: string;
  /** The file does not exist yet; `newText` is all of it. */
  readonly create: boolean;
}

export type FixAction =
  /** Nothing is computed before `edits` is called, so that a menu of fixes costs nothing. No edits: it does not apply any more. */
  | {
      readonly kind: 'edit';
      readonly needs: readonly FixInput[];
      edits(answers: FixAnswers): readonly FileEdit[];
    }
  /** An `https:` address of a license's steward or a hub. */
  | { readonly kind: 'open'; readonly url: string }
  | { readonly kind: 'copy'; readonly text: string };

export const FIX_KINDS = [
  'describe',
  'replace',
  'rename',
  'pin',
  'attribution',
  'notice',
  'exception',
  'allow-license',
  'ignore',
  'deny-license',
  'spelling',
  'remove',
  'open-license',
  'copy-citation',
] as const;
export type FixKind = (typeof FIX_KINDS)[number];

/**
 * One way to settle one finding. None is for "fix all": each changes what a project runs, what it may run, or what is said
 * of it, and somebody has to mean it.
 */
export interface Fix {
  /** Stable within a finding: `replace:Qwen/Qwen3-8B`. */
  readonly id: string;
  readonly kind: FixKind;
  readonly title: Message;
  /** It removes the cause, and there is no second way to do so. */
  readonly preferred: boolean;
  readonly action: FixAction;
}

/** A file that a fix may change or create. */
export interface FixFile {
  readonly path: string;
  /** Its text now; `undefined` when there is no such file. */
  text(): string | undefined;
}

export interface FixContext {
  /** The file with the finding. */
  readonly document: FixFile;
  /** VS Code language id of the document; where it is absent, the path decides. */
  readonly languageId?: string;
  readonly evaluation: EvaluationContext;
  /** The policy that governs the document, or where one would be created. */
  readonly policy: FixFile;
  /** The workspace folder's notice file, or where one would be created. */
  readonly notice: FixFile;
  /** The workspace folder's documentation (`README.md`), where it has one. */
  readonly readme?: FixFile;
}
