import * as vscode from 'vscode';
import { equal, ok } from '../expect';
import { test } from '../harness';
import { extension } from '../workbench';

test("web: the extension host is the browser's, without Node", async () => {
  await extension().activate();
  equal(typeof process, 'undefined', 'the type of process');
  equal(extension().extensionKind, vscode.ExtensionKind.UI, 'where the extension runs');
});

test('web: the workspace is reached through the editor alone', () => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  ok(
    folder !== undefined && folder.uri.scheme !== 'file',
    `the folder is not on a disk of the extension's: ${folder?.uri.scheme}`,
  );
});
