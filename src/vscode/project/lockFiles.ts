import type * as vscode from 'vscode';
import { type Finding, findingsInLock, LOCK_FILE_NAME, type Policy } from '../../core';
import type { AuditRun } from '../audit/auditRun';

export function isLockFile({ path }: vscode.Uri): boolean {
  return path.endsWith(`/${LOCK_FILE_NAME}`);
}

/** What is wrong with a lock file as it reads now, and what the last audit found of its entries. */
export function findingsAboutLock(
  document: vscode.TextDocument,
  policy: Policy | undefined,
  audited: AuditRun | undefined,
): readonly Finding[] {
  return findingsInLock(document.getText(), policy, audited?.findingsIn(document.uri) ?? []);
}
