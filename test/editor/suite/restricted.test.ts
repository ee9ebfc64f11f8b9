import * as vscode from 'vscode';
import { equal, ok } from '../expect';
import { afterwards, test } from '../harness';
import { audit, clearAudit, extension, fileUri, hoverOn, open, problem, rangeOf, write } from '../workbench';

test('Restricted Mode: the extension is active in a folder that is not trusted', async () => {
  equal(vscode.workspace.isTrusted, false, 'the folder is not trusted');
  await extension().activate();
  ok(extension().isActive, 'it is active');
});

test('Restricted Mode: hover and problems work, since they only read', async () => {
  const document = await open('service/kotoba/search.py');
  await problem(document.uri, 'license/denied');
  await hoverOn(document, rangeOf(document, 'jinaai/jina-embeddings-v3'), 'jina-embeddings-v3');
});

test('Restricted Mode: a setting of the folder cannot hide a file from the audit', async () => {
  await write('.vscode/settings.json', JSON.stringify({ 'modelLicenseLens.audit.exclude': { '**/search.py': true } }));
  afterwards(clearAudit);
  await audit();
  await problem(fileUri('service/kotoba/search.py'), 'license/denied');
});
