/**
 * Hours of work in an editor within minutes: files are opened, typed in, hovered over, audited and closed, again and
 * again. What must not grow is looked at in between: the memory of the extension host that is left after a collection,
 * problems of files that are gone, and processor time while nobody does anything.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import { ok, until } from '../expect';
import { close, codeActions, fileUri, problems, rangeOf, replace } from '../workbench';

/** Set by the bundler. */
declare const MINUTES: number;

const FILES = ['service/kotoba/search.py', 'service/kotoba/media.py', 'web/src/assistant.ts'];
const KEYSTROKES = 40;
const BETWEEN_KEYSTROKES_MS = 25;
/** Rounds between two audits of the whole workspace. */
const AUDIT_EVERY = 4;
const IDLE_MS = 20_000;
/** The host compiles, and fills its memos, in the first part of a session. */
const WARM_UP = 0.3;
/** So much more may be left at the end: what is kept of texts and names is bounded, and differs from round to round. */
const MOST_GROWTH = 1.1;
const MOST_IDLE = 0.05;
const MB = 1024 * 1024;

setFlagsFromString('--expose_gc');
const collect = runInNewContext('gc') as () => void;

export async function run(): Promise<void> {
  const end = Date.now() + MINUTES * 60_000;
  const left: number[] = [];
  let lingering = 0;
  for (let round = 0; Date.now() < end; round++) {
    for (const file of FILES) await workOn(file);
    lingering += await comeAndGo(round);
    if (round % AUDIT_EVERY === 0) await vscode.commands.executeCommand('modelLicenseLens.auditWorkspace');
    collect();
    left.push(process.memoryUsage().heapUsed / MB);
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await wait(IDLE_MS / 4);
  const before = process.cpuUsage();
  await wait(IDLE_MS);
  const { user, system } = process.cpuUsage(before);
  report(left, lingering, (user + system) / 1000 / IDLE_MS);
}

/** Opens a file, types in it, hovers over what it names, asks for fixes, and closes it as it was. */
async function workOn(path: string): Promise<void> {
  const document = await show(fileUri(path));
  for (let key = 0; key < KEYSTROKES; key++) {
    const line = (key * 7) % document.lineCount;
    const at = document.lineAt(line).range.end;
    await replace(document, new vscode.Range(at, at), key % 2 === 0 ? ' ' : '#');
    await wait(BETWEEN_KEYSTROKES_MS);
  }
  for (const { range } of problems(document.uri)) {
    await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, range.start);
    await codeActions(document.uri, range, vscode.CodeActionKind.QuickFix);
  }
  await close(document);
}

/** Writes a file with an ended model, sees its problem, and deletes it. Returns how many of its problems are left. */
async function comeAndGo(round: number): Promise<number> {
  const uri = fileUri(`service/kotoba/session${round}.py`);
  const text = 'from anthropic import Anthropic\n\nAnthropic().messages.create(model="claude-2.1")\n';
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const document = await show(uri);
  ok(rangeOf(document, 'claude-2.1'), 'it names the model');
  await until(() => (problems(uri).length > 0 ? true : undefined), `a problem of ${uri.path}`);
  await close(document);
  await vscode.workspace.fs.delete(uri);
  await wait(BETWEEN_KEYSTROKES_MS * KEYSTROKES);
  return problems(uri).length;
}

/** As a person opens it: what an extension opens stays open for minutes after its editor is closed. */
async function show(uri: vscode.Uri): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
  const active = (): vscode.TextDocument | undefined => vscode.window.activeTextEditor?.document;
  return until(
    () => (active()?.uri.toString() === uri.toString() ? active() : undefined),
    `the editor of ${uri.path}`,
  );
}

function report(left: readonly number[], lingering: number, idle: number): void {
  const warm = left.slice(Math.floor(left.length * WARM_UP));
  const half = Math.floor(warm.length / 2);
  const [first, last] = [median(warm.slice(0, half)), median(warm.slice(half))];
  say(`${left.length} rounds in ${MINUTES} minutes`);
  check(
    last <= first * MOST_GROWTH,
    `memory after a collection: ${first.toFixed(1)} MB in the first half, ${last.toFixed(1)} MB in the second`,
  );
  check(lingering === 0, `problems of files that are gone: ${lingering}`);
  check(idle <= MOST_IDLE, `processor while nobody does anything: ${(idle * 100).toFixed(2)} % of one`);
}

function check(holds: boolean, what: string): void {
  say(`${holds ? 'ok   ' : 'FAIL '} ${what}`);
}

function median(figures: readonly number[]): number {
  return [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function say(text: string): void {
  // The console is the only way out of the extension host.
  // eslint-disable-next-line no-console
  console.log(`[suite] ${text}`);
}
