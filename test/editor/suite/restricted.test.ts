import * as vscode from 'vscode';
import { equal, ok } from '../expect';
import { test } from '../harness';
import { extension } from '../workbench';

test('Restricted Mode: the extension is active in a folder that is not trusted', async () => {
  equal(vscode.workspace.isTrusted, false, 'the folder is not trusted');
  await extension().activate();
  ok(extension().isActive, 'it is active');
});
