import * as vscode from 'vscode';
import { startHubServer } from '../../support/hubServer';
import { contains, equal, lacks, ok, until } from '../expect';
import { afterwards, test } from '../harness';
import {
  audit,
  clearAudit,
  extension,
  fileUri,
  hoverOn,
  open,
  problem,
  rangeOf,
  write,
  writeAndOpen,
} from '../workbench';

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

test('Restricted Mode: no setting of the folder can hide a file from the audit', async () => {
  const hidden = { '**/search.py': true };
  const settings = {
    'modelLicenseLens.audit.exclude': hidden,
    'files.exclude': hidden,
    'search.exclude': hidden,
  };
  await write('.vscode/settings.json', JSON.stringify(settings));
  await until(
    () => (vscode.workspace.getConfiguration().inspect('search.exclude')?.workspaceValue ? true : undefined),
    'the settings of the folder to be read',
  );
  afterwards(clearAudit);
  await audit();
  await problem(fileUri('service/kotoba/search.py'), 'license/denied');
});

test('Restricted Mode: nothing is asked of the Hub and nothing outside of the folder is read, and the hover says so', async () => {
  const hub = await startHubServer();
  afterwards(() => hub.close());
  const settings = vscode.workspace.getConfiguration('modelLicenseLens');
  for (const [key, value] of [
    ['lookup.endpoint', hub.origin],
    ['lookup.online', true],
    ['lookup.localStores', true],
  ] as const) {
    afterwards(() => settings.update(key, undefined, vscode.ConfigurationTarget.Global));
    await settings.update(key, value, vscode.ConfigurationTarget.Global);
  }
  const document = await writeAndOpen(
    'kestrel.py',
    'model = AutoModel.from_pretrained("acme-labs/kestrel-7b")\n',
  );
  const { text } = await hoverOn(document, rangeOf(document, 'acme-labs/kestrel-7b'), 'kestrel-7b');
  contains(text, 'not looked up on the Hub: this folder is not trusted');
  lacks(text, 'Look up on the Hub');
  afterwards(clearAudit);
  await audit();
  equal(hub.requests, [], 'what reached the Hub');
});
