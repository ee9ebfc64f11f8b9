/** What the tests do in the editor, in the words of someone who uses it. */
import * as vscode from 'vscode';
import { ok, until } from './expect';
import { afterwards } from './harness';

export const EXTENSION_ID = 'model-license-lens.model-license-lens';
/** `source` of every problem that the extension reports. */
export const SOURCE = 'Model License';

export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension(EXTENSION_ID);
  ok(found, `the extension ${EXTENSION_ID} is installed`);
  return found;
}

/** A file of the workspace, which is a copy of the demo workspace: a test may write to it. */
export function fileUri(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  ok(folder, 'a workspace folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
}

export async function open(path: string): Promise<vscode.TextDocument> {
  // As a person opens it: what an extension opens stays open for minutes after its editor is closed. And not as a preview,
  // which the next file would replace.
  await vscode.commands.executeCommand('vscode.open', fileUri(path), { preview: false });
  const document = await until(() => activeDocument(fileUri(path)), `the editor of ${path}`);
  afterwards(() => close(document));
  return document;
}

function activeDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document?.uri.toString() === uri.toString() ? document : undefined;
}

/** Closes a document's editor and forgets what was not saved. */
export async function close(document: vscode.TextDocument): Promise<void> {
  if (document.isClosed) return;
  await vscode.window.showTextDocument(document, { preview: false });
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}

/** Writes a file for the present test alone; what was there before comes back afterwards. */
export async function write(path: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const uri = fileUri(path);
  await keep(uri);
  await vscode.workspace.fs.writeFile(
    uri,
    typeof content === 'string' ? new TextEncoder().encode(content) : content,
  );
  return uri;
}

/** Deletes a file for the present test alone. */
export async function remove(path: string): Promise<void> {
  const uri = fileUri(path);
  await keep(uri);
  await vscode.workspace.fs.delete(uri);
}

/** Brings a file back afterwards to what it is now, or to not being there. */
async function keep(uri: vscode.Uri): Promise<void> {
  const { fs } = vscode.workspace;
  const before = await fs.readFile(uri).then(
    (bytes) => bytes,
    () => undefined,
  );
  afterwards(async () => {
    if (before !== undefined) await fs.writeFile(uri, before);
    else await fs.delete(uri).then(undefined, () => undefined);
  });
}

export async function writeAndOpen(path: string, content: string | Uint8Array): Promise<vscode.TextDocument> {
  await write(path, content);
  return open(path);
}

export async function readText(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri(path)));
}

/** The first place of a text in a document, or the place after `from`. */
export function rangeOf(document: vscode.TextDocument, text: string, from = ''): vscode.Range {
  const whole = document.getText();
  const start = whole.indexOf(text, Math.max(0, whole.indexOf(from)));
  ok(start >= 0, `${document.uri.path} contains ${text}`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

export async function replace(
  document: vscode.TextDocument,
  range: vscode.Range,
  text: string,
): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, text);
  ok(await vscode.workspace.applyEdit(edit), `the edit of ${document.uri.path} was applied`);
}

/** The extension's own problems of a document, in the order of their places. */
export function problems(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === SOURCE)
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits for a problem with a rule's code, at a range where one is given. */
export function problem(uri: vscode.Uri, rule: string, range?: vscode.Range): Promise<vscode.Diagnostic> {
  return until(() => found(uri, rule, range), `the problem ${said(uri, rule, range)}`);
}

/** Waits until no problem with a rule's code is left, at a range where one is given. */
export function noProblem(uri: vscode.Uri, rule: string, range?: vscode.Range): Promise<true> {
  return until(
    () => (found(uri, rule, range) === undefined ? true : undefined),
    `the end of the problem ${said(uri, rule, range)}`,
  );
}

function found(uri: vscode.Uri, rule: string, range?: vscode.Range): vscode.Diagnostic | undefined {
  return problems(uri).find(
    (one) => codeOf(one) === rule && (range === undefined || one.range.isEqual(range)),
  );
}

function said({ path }: vscode.Uri, rule: string, range?: vscode.Range): string {
  const at = range === undefined ? '' : ` at ${range.start.line + 1}:${range.start.character + 1}`;
  return `${rule} in ${path}${at}`;
}

/** The extension's hover at a place. Other extensions may have one too: ours is told by what it is about. */
export async function hover(
  uri: vscode.Uri,
  position: vscode.Position,
  about: string,
): Promise<{ text: string; range: vscode.Range | undefined } | undefined> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    position,
  );
  for (const { contents, range } of hovers) {
    const text = contents.map((part) => (typeof part === 'string' ? part : part.value)).join('\n');
    if (text.includes(about)) return { text, range };
  }
  return undefined;
}

/** Waits for it: the first hover loads the catalog. */
export function hoverOn(
  document: vscode.TextDocument,
  range: vscode.Range,
  about: string,
): Promise<{ text: string; range: vscode.Range | undefined }> {
  return until(() => hover(document.uri, range.start.translate(0, 1), about), `a hover about ${about}`);
}

/** What is offered at a place, of one kind, with edits filled in. No other extension offers anything for these files. */
export function codeActions(
  uri: vscode.Uri,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Thenable<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    kind.value,
    100,
  );
}

export function quickFixes(uri: vscode.Uri, range: vscode.Range): Thenable<vscode.CodeAction[]> {
  return codeActions(uri, range, vscode.CodeActionKind.QuickFix);
}

export async function quickFix(
  uri: vscode.Uri,
  range: vscode.Range,
  title: RegExp,
): Promise<vscode.CodeAction> {
  let offered: vscode.CodeAction[] = [];
  const find = async (): Promise<vscode.CodeAction | undefined> => {
    offered = await quickFixes(uri, range);
    return offered.find((action) => title.test(action.title));
  };
  return until(
    find,
    () => `a quick fix ${title.source} among\n${offered.map((action) => `  ${action.title}`).join('\n')}`,
  );
}

/** Does what choosing the fix in the light bulb's menu does: first its edit, then its command. */
export async function choose(action: vscode.CodeAction): Promise<void> {
  if (action.edit !== undefined)
    ok(await vscode.workspace.applyEdit(action.edit), `the edit of "${action.title}" was applied`);
  if (action.command !== undefined)
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

/** Takes the last change of a document back, as Ctrl+Z in its editor does. */
export async function undo(document: vscode.TextDocument): Promise<void> {
  const { version } = document;
  await vscode.window.showTextDocument(document, { preview: false });
  await vscode.commands.executeCommand('undo');
  await until(
    () => (document.version > version ? true : undefined),
    `the last change of ${document.uri.path} to be taken back`,
  );
}

/** Runs the audit to its end. Its last word is a message that waits for an answer: it gets none. */
export async function audit(): Promise<void> {
  let over = false;
  const running = Promise.resolve(vscode.commands.executeCommand('modelLicenseLens.auditWorkspace')).finally(
    () => {
      over = true;
    },
  );
  await until(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    return over ? true : undefined;
  }, 'the end of the audit');
  await running;
}

export async function clearAudit(): Promise<void> {
  await vscode.commands.executeCommand('modelLicenseLens.clearResults');
}
