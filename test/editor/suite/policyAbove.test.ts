import { symlinkSync, unlinkSync } from 'node:fs';
import * as vscode from 'vscode';
import { contains, until } from '../expect';
import { afterwards, test } from '../harness';
import {
  audit,
  clearAudit,
  fileUri,
  noProblem,
  open,
  problem,
  problems,
  readText,
  remove,
  write,
  writeAndOpen,
} from '../workbench';

const POLICY = '.model-policy.yaml';
const SEARCH = 'service/kotoba/search.py';
const DENIED = 'license/denied';
const INVALID = 'policy/invalid';
const CODE = 'SentenceTransformer("jinaai/jina-embeddings-v3")\n';
const RULES = 'version: 1\nlicenses:\n  deny: ["category:non-commercial"]\n';

/** The workspace folder is then a folder of a git work tree and has no policy of its own. */
async function inWorkTree(): Promise<void> {
  await write('../.git/HEAD', 'ref: refs/heads/main\n');
  afterwards(() => vscode.workspace.fs.delete(fileUri('../.git'), { recursive: true }));
}

test('policy above the workspace folder: is in force in editors and in the audit, and is followed', async () => {
  await inWorkTree();
  await write(`../${POLICY}`, RULES);
  await remove(POLICY);
  const code = await open(SEARCH);
  await problem(code.uri, DENIED);
  await write(`../${POLICY}`, 'version: 1\n');
  await noProblem(code.uri, DENIED);
  await write(`../${POLICY}`, RULES);
  const closed = await write('closed.py', CODE);
  afterwards(clearAudit);
  await audit();
  await problem(closed, DENIED);
});

test('policy above the workspace folder: a link that leads nowhere is broken, and not absent', async () => {
  await inWorkTree();
  const link = fileUri(`../${POLICY}`);
  symlinkSync('nowhere.yaml', link.fsPath);
  afterwards(() => unlinkSync(link.fsPath));
  await write(POLICY, await readText(POLICY));
  await remove(POLICY);
  await open(SEARCH);
  contains((await problem(link, INVALID)).message, 'is a link');
});

test('policy: a folder of its name is a broken policy', async () => {
  await write(`pilot/${POLICY}/note.txt`, '');
  await writeAndOpen('pilot/app.py', CODE);
  // Another test's file stood there: what was said of it can stay until the folder is read.
  await until(
    () =>
      problems(fileUri(`pilot/${POLICY}`)).find(({ message }) =>
        message.includes('a policy is a regular file'),
      ),
    'the problem of a folder',
  );
});

test('policy: a file that is named almost like one is told, until it is gone', async () => {
  const file = await write('pilot/.model-policy.yml', RULES);
  await writeAndOpen('pilot/app.py', CODE);
  contains((await problem(file, INVALID)).message, 'does not count as a policy');
  await remove('pilot/.model-policy.yml');
  // A watcher can take a file that came and went at once for none at all; the next editor that is opened heals that.
  await writeAndOpen('pilot/next.py', CODE);
  await noProblem(file, INVALID);
});

test('policy: one that no watcher tells of is gone with the next editor', async () => {
  const settings = vscode.workspace.getConfiguration('files');
  await settings.update('watcherExclude', { '**/unwatched/**': true }, vscode.ConfigurationTarget.Workspace);
  afterwards(() => settings.update('watcherExclude', undefined, vscode.ConfigurationTarget.Workspace));
  const broken = await write(`unwatched/${POLICY}`, 'version: none\n');
  await writeAndOpen('unwatched/app.py', CODE);
  await problem(broken, INVALID);
  await remove(`unwatched/${POLICY}`);
  await writeAndOpen('unwatched/next.py', CODE);
  await noProblem(broken, INVALID);
});
