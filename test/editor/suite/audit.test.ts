import * as vscode from 'vscode';
import { equal, ok, until } from '../expect';
import { afterwards, test } from '../harness';
import {
  audit,
  clearAudit,
  codeOf,
  fileUri,
  noProblem,
  open,
  problem,
  problems,
  readText,
  replace,
  write,
} from '../workbench';

const SEARCH = 'service/kotoba/search.py';
const DENIED = 'license/denied';

test('audit: fills the Problems panel for files that nobody opened', async () => {
  afterwards(clearAudit);
  await audit();
  await problem(fileUri(SEARCH), DENIED);
});

test('audit: its problems go when the results are cleared', async () => {
  await audit();
  await problem(fileUri(SEARCH), DENIED);
  await clearAudit();
  await until(() => (problems(fileUri(SEARCH)).length === 0 ? true : undefined), 'the problems to go');
});

test('audit: says of a file what its editor says when it is opened', async () => {
  afterwards(clearAudit);
  await audit();
  await problem(fileUri(SEARCH), DENIED);
  const audited = problems(fileUri(SEARCH)).map(describe);
  await open(SEARCH);
  // The editor's own problems replace those of the audit; a problem that it lacked would be gone after its first look.
  await vscode.commands.executeCommand(
    'vscode.executeHoverProvider',
    fileUri(SEARCH),
    new vscode.Position(0, 0),
  );
  await until(
    () => (problems(fileUri(SEARCH)).length > 0 ? true : undefined),
    'the problems of the open file',
  );
  equal(problems(fileUri(SEARCH)).map(describe), audited, 'the problems of the open file');
});

test('audit: leaves out what Git, the editor and its own setting leave out', async () => {
  const settings = vscode.workspace.getConfiguration('modelLicenseLens');
  const text = 'SentenceTransformer("jinaai/jina-embeddings-v3")\n';
  await write('.gitignore', 'scratch/\n');
  const ignored = await write('scratch/ignored.py', text);
  const vendored = await write('vendored/copy.py', text);
  const read = await write('read.py', text);
  afterwards(clearAudit);
  afterwards(() => settings.update('audit.exclude', undefined, vscode.ConfigurationTarget.Workspace));
  await settings.update('audit.exclude', { 'vendored/**': true }, vscode.ConfigurationTarget.Workspace);
  await audit();
  await problem(read, DENIED);
  equal([ignored, vendored].flatMap(problems).map(codeOf), [], 'problems of what is left out');
});

test('audit: a file that cannot be read as text stops nothing', async () => {
  await write('weights.py', new Uint8Array([0, 1, 2, 3, 0, 255, 254, 0]));
  await write('empty.py', '');
  afterwards(clearAudit);
  await audit();
  await problem(fileUri(SEARCH), DENIED);
});

test('audit: its problems go with a file that another program deletes', async () => {
  afterwards(clearAudit);
  const gone = await write('gone.py', 'SentenceTransformer("jinaai/jina-embeddings-v3")\n');
  await audit();
  await problem(gone, DENIED);
  await vscode.workspace.fs.delete(gone);
  await noProblem(gone, DENIED);
});

test('audit: can be run again, and finds what has changed', async () => {
  afterwards(clearAudit);
  await audit();
  await problem(fileUri(SEARCH), DENIED);
  const added = await write('added.py', 'SentenceTransformer("jinaai/jina-embeddings-v3")\n');
  ok(problems(added).length === 0, 'nothing is said of a file that was not there');
  await audit();
  await problem(added, DENIED);
});

test('audit: follows a policy that is saved while it goes on, and after it', async () => {
  const strict = await readText('.model-policy.yaml');
  await write('.model-policy.yaml', strict);
  const policy = await open('.model-policy.yaml');
  const save = async (text: string): Promise<void> => {
    await replace(policy, new vscode.Range(0, 0, policy.lineCount, 0), text);
    ok(await policy.save(), 'the policy is saved');
  };
  afterwards(clearAudit);
  await Promise.all([audit(), save('version: 1\n')]);
  await noProblem(fileUri(SEARCH), DENIED);
  await save(strict);
  await problem(fileUri(SEARCH), DENIED);
  await save('version: 1\n');
  await noProblem(fileUri(SEARCH), DENIED);
});

function describe(one: vscode.Diagnostic): string {
  const { start, end } = one.range;
  return `${codeOf(one)} ${start.line}:${start.character}-${end.line}:${end.character} ${one.severity} ${one.message}`;
}
