import * as vscode from 'vscode';
import { approveModels as approved, type AuditedLock, isoDay, LOCK_FILE_NAME, paragraph } from '../../core';
import type { AuditRun } from '../audit/auditRun';
import { localize } from '../localize';
import { systemClock } from '../platform';
import type { Services } from '../services';

/** Who approved last is the one who most likely approves next. */
const APPROVER = 'approver';

interface FolderItem extends vscode.QuickPickItem {
  readonly lock: AuditedLock;
}

/** Audits, and writes the models in use to the lock file of a folder as they are now, with who approves them. */
export async function approveModels({ audits, context }: Services): Promise<void> {
  const run = await audits.run();
  if (run === undefined || run.result.stats.canceled) return;
  if (!run.result.stats.complete)
    throw new Error(
      vscode.l10n.t(
        'Nothing was approved: some files could not be read, and the models in them would lose their approvals.',
      ),
    );
  const lock = await chooseFolder(run);
  const folder = lock && run.folders[lock.folder];
  if (lock === undefined || folder === undefined) return;
  if (lock.broken !== undefined) {
    const { line, message } = lock.broken;
    throw new Error(
      vscode.l10n.t(
        '{0}, line {1}: {2}. Nothing was written, so that no approval is lost: mend the file, or delete it to approve all models anew.',
        LOCK_FILE_NAME,
        line,
        localize(message),
      ),
    );
  }
  const approvedBy = await askForApprover(lock, context.globalState);
  if (approvedBy === undefined) return;
  const text = approved(
    lock.current,
    { approvedBy: approvedBy === '' ? null : approvedBy, approvedOn: isoDay(systemClock.now()) },
    lock,
  );
  await vscode.window.showTextDocument(await write(vscode.Uri.joinPath(folder.uri, LOCK_FILE_NAME), text));
  audits.refresh();
}

async function chooseFolder({ result: { locks }, folders }: AuditRun): Promise<AuditedLock | undefined> {
  if (locks.length === 1) return locks[0];
  const items = locks.map(
    (lock): FolderItem => ({
      lock,
      label: folders[lock.folder]?.name ?? '',
      description: vscode.l10n.t('Models: {0}', lock.current.length),
    }),
  );
  return (
    await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Approve the models of which folder?') })
  )?.lock;
}

async function askForApprover({ current }: AuditedLock, state: vscode.Memento): Promise<string | undefined> {
  const { t } = vscode.l10n;
  const sentence = t(
    'Models in use that are written to {1} as they are known now: {0}.',
    current.length,
    LOCK_FILE_NAME,
  );
  const name = await vscode.window.showInputBox({
    title: t('Approve the models in use'),
    value: state.get<string>(APPROVER, ''),
    ignoreFocusOut: true,
    prompt: paragraph([sentence, t('Who approves them? May be left empty.')]),
  });
  if (name !== undefined) await state.update(APPROVER, name.trim());
  return name?.trim();
}

/** As an edit, so that it can be undone and reviewed like any other. A link is not written through. */
async function write(uri: vscode.Uri, text: string): Promise<vscode.TextDocument> {
  const there = await vscode.workspace.fs.stat(uri).then(
    ({ type }) => type,
    () => undefined,
  );
  if (there !== undefined && there !== vscode.FileType.File)
    throw new Error(vscode.l10n.t('{0} is not a plain file, so it was not written.', LOCK_FILE_NAME));
  const edit = new vscode.WorkspaceEdit();
  if (there === undefined) edit.createFile(uri, { contents: new TextEncoder().encode(text) });
  else edit.replace(uri, await wholeOf(uri), text);
  if (!(await vscode.workspace.applyEdit(edit)))
    throw new Error(vscode.l10n.t('The change could not be made: the file changed in the meantime.'));
  const document = await vscode.workspace.openTextDocument(uri);
  await document.save();
  return document;
}

async function wholeOf(uri: vscode.Uri): Promise<vscode.Range> {
  const document = await vscode.workspace.openTextDocument(uri);
  return new vscode.Range(0, 0, document.lineCount, 0);
}
