import * as vscode from 'vscode';
import { json, startHubServer, type HubServer } from '../../support/hubServer';
import { contains, equal, lacks, ok, until } from '../expect';
import { afterwards, test } from '../harness';
import {
  audit,
  choose,
  clearAudit,
  fileUri,
  hoverOn,
  problem,
  quickFix,
  rangeOf,
  readText,
  undo,
  write,
  writeAndOpen,
} from '../workbench';

/** What an unknown model is told where the policy asks for an openness; that its license is unknown stands beside it. */
const UNKNOWN = 'openness/below-required';
const NEW = 'acme-labs/kestrel-7b';
const TEXT = `from transformers import AutoModel\nmodel = AutoModel.from_pretrained("${NEW}")\n`;
const SHA = '0123456789abcdef0123456789abcdef01234567';

/** A Hub on the loopback that knows one model, under a license that the demo's policy denies. It is what the extension would ask. */
async function startHub(): Promise<HubServer> {
  const hub = await startHubServer();
  afterwards(() => hub.close());
  hub.on(
    NEW,
    json({
      id: NEW,
      sha: SHA,
      gated: false,
      tags: ['license:cc-by-nc-4.0'],
      cardData: { license: 'cc-by-nc-4.0' },
      siblings: [{ rfilename: 'model.safetensors' }],
    }),
  );
  await set('lookup.endpoint', hub.origin);
  afterwards(() => vscode.commands.executeCommand('modelLicenseLens.clearLookups'));
  return hub;
}

/** Changes a setting of the user for the present test alone. */
async function set(key: string, value: unknown): Promise<void> {
  const settings = vscode.workspace.getConfiguration('modelLicenseLens');
  afterwards(() => settings.update(key, undefined, vscode.ConfigurationTarget.Global));
  await settings.update(key, value, vscode.ConfigurationTarget.Global);
}

async function openNew(): Promise<{
  document: vscode.TextDocument;
  range: vscode.Range;
  card: () => Promise<string>;
}> {
  const document = await writeAndOpen('kestrel.py', TEXT);
  const range = rangeOf(document, NEW);
  return { document, range, card: async () => (await hoverOn(document, range, 'kestrel-7b')).text };
}

function pathsAsked(hub: HubServer): string[] {
  return hub.requests.map(({ url }) => url.replace(/\?.*/, ''));
}

test('look-ups: while they are off nothing is asked, by hover, problems or audit', async () => {
  const hub = await startHub();
  const asked: string[] = [];
  const real = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    asked.push(String(input));
    return real(input, init);
  };
  afterwards(() => {
    globalThis.fetch = real;
  });
  afterwards(clearAudit);
  const { document, card } = await openNew();
  const text = await card();
  contains(text, 'nothing is known');
  contains(text, 'Look up on the Hub');
  lacks(text, 'looking up');
  await problem(document.uri, UNKNOWN);
  await audit();
  equal(hub.requests, [], 'what reached the Hub');
  equal(
    asked.filter((url) => url.includes('/api/models/')),
    [],
    'what was fetched',
  );
});

test('look-ups: the commit that the Hub has now is pinned by a fix, which can be undone', async () => {
  await startHub();
  await set('lookup.online', true);
  await write(
    '.model-policy.yaml',
    (await readText('.model-policy.yaml')).replace(
      'model/unpinned-revision: off',
      'model/unpinned-revision: warning',
    ),
  );
  const { document, range, card } = await openNew();
  await card();
  await choose(await quickFix(document.uri, range, /^Pin to the commit 0123456789ab/));
  equal(document.getText(), TEXT.replace(`"${NEW}"`, `"${NEW}", revision="${SHA}"`), 'the text');
  await undo(document);
  equal(document.getText(), TEXT, 'the text after undo');
});

test('look-ups: turned on, the hover says that it asks, and then has license, source and day', async () => {
  const hub = await startHub();
  const { document, card } = await openNew();
  contains(await card(), 'nothing is known');
  await problem(document.uri, UNKNOWN);
  let answer: (() => void) | undefined;
  hub.on(NEW, (request, response) => {
    answer = () =>
      json({
        id: NEW,
        sha: SHA,
        gated: false,
        tags: ['license:cc-by-nc-4.0'],
        cardData: { license: 'cc-by-nc-4.0' },
        siblings: [{ rfilename: 'model.safetensors' }],
      })(request, response);
  });
  await set('lookup.online', true);
  contains((await card()).replaceAll('\\', ''), `looking up on ${hub.origin.slice('http://'.length)}`);
  (await until(() => answer, 'the question to reach the Hub'))();
  const text = await until(async () => {
    const now = await card();
    return now.includes('NonCommercial') ? now : undefined;
  }, 'the facts of the Hub');
  contains(text, `license: ${new URL(hub.origin).hostname}, `);
  ok(/\d{4}-\d\d-\d\d/.test(text), 'the day is there');
  lacks(text, 'looking up');
  await problem(document.uri, 'license/denied');
  equal([...new Set(pathsAsked(hub))], [`/api/models/${NEW}`], 'what the Hub was asked');
});

test('look-ups: sends the id and nothing that tells who asks, or about which code', async () => {
  const hub = await startHub();
  await set('lookup.online', true);
  const { card } = await openNew();
  await card();
  const request = await until(() => hub.requests[0], 'the question');
  const sent = JSON.stringify(request);
  for (const secret of ['kestrel.py', 'demo', 'AutoModel', 'cookie', 'authorization', 'referer'])
    lacks(sent, secret, 'the question');
});

test('look-ups: the hover says why there is no answer', async () => {
  const hub = await startHub();
  hub.on(NEW, json('', 500));
  await set('lookup.online', true);
  const { card } = await openNew();
  const text = await until(async () => {
    const now = await card();
    return now.includes('status 500') ? now : undefined;
  }, 'the reason');
  contains(text, 'the Hub answered with status 500');
  contains(text, 'nothing is known');
});

test('look-ups: an audit that is on display takes up what is learnt, without being run again', async () => {
  await startHub();
  const uri = await write('closed.py', TEXT);
  afterwards(clearAudit);
  await audit();
  await problem(uri, UNKNOWN);
  await set('lookup.online', true);
  await problem(uri, 'license/denied');
});

test('look-ups: turned off again, what the Hub said is gone', async () => {
  await startHub();
  await set('lookup.online', true);
  const { document, card } = await openNew();
  await until(
    async () => ((await card()).includes('NonCommercial') ? true : undefined),
    'the facts of the Hub',
  );
  await vscode.workspace
    .getConfiguration('modelLicenseLens')
    .update('lookup.online', false, vscode.ConfigurationTarget.Global);
  await until(
    async () => ((await card()).includes('nothing is known') ? true : undefined),
    'the facts to go',
  );
  await problem(document.uri, UNKNOWN);
});

test('look-ups: a workspace can neither switch them on nor move them', async () => {
  const hub = await startHub();
  const elsewhere = await startHubServer();
  afterwards(() => elsewhere.close());
  await write(
    '.vscode/settings.json',
    JSON.stringify({
      'modelLicenseLens.lookup.online': true,
      'modelLicenseLens.lookup.endpoint': elsewhere.origin,
      'modelLicenseLens.lookup.localStores': true,
    }),
  );
  const { card } = await openNew();
  lacks(await card(), 'looking up');
  equal(hub.requests, [], 'what was asked while they are off');
  await set('lookup.online', true);
  await until(
    async () => ((await card()).includes('NonCommercial') ? true : undefined),
    'the facts of the Hub',
  );
  equal(elsewhere.requests, [], 'what reached the address of the workspace');
});

test('look-ups: kept answers are given again, until they are cleared', async () => {
  const hub = await startHub();
  await set('lookup.online', true);
  const { card } = await openNew();
  const answered = (): Promise<true> =>
    until(async () => ((await card()).includes('NonCommercial') ? true : undefined), 'the facts of the Hub');
  await answered();
  await vscode.workspace
    .getConfiguration('modelLicenseLens')
    .update('lookup.online', false, vscode.ConfigurationTarget.Global);
  await vscode.workspace
    .getConfiguration('modelLicenseLens')
    .update('lookup.online', true, vscode.ConfigurationTarget.Global);
  await answered();
  equal(hub.requests.length, 1, 'how often the Hub was asked');
  await vscode.commands.executeCommand('modelLicenseLens.clearLookups');
  await answered();
  equal(hub.requests.length, 2, 'how often the Hub was asked after the answers were cleared');
});

test('lock file: models are approved, and a license that changes is a problem with old and new', async () => {
  afterwards(clearAudit);
  afterwards(() => vscode.workspace.fs.delete(fileUri('.model-lock.yaml')));
  afterwards(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));
  await approve();
  const text = await readText('.model-lock.yaml');
  contains(text, '"meta-llama/Llama-3.1-8B-Instruct":');
  await write(
    '.model-lock.yaml',
    text.replace(/("meta-llama\/Llama-3\.1-8B-Instruct":\n {4}license: )"llama3\.1"/, '$1"apache-2.0"'),
  );
  await audit();
  const drifts = await until(() => {
    const found = vscode.languages
      .getDiagnostics()
      .flatMap(([uri, list]) =>
        list.filter(({ message }) => message.includes('when it was approved')).map((one) => ({ uri, one })),
      );
    return found.length > 0 ? found : undefined;
  }, 'the problem drift/license-changed');
  const [first] = drifts;
  ok(first, 'there is one');
  // Actions are only offered in a document that is open.
  await vscode.window.showTextDocument(first.uri);
  afterwards(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));
  await quickFix(first.uri, first.one.range, /^Approve the models in use/);
  equal(
    drifts.map(({ one }) => one.message),
    ['meta-llama/Llama-3.1-8B-Instruct: the license was apache-2.0 when it was approved and is llama3.1 now'],
    'the drift',
  );
});

test('lock file: a mistake in it is a problem where it stands', async () => {
  const document = await writeAndOpen('.model-lock.yaml', 'version: 1\nmodels:\n  a/b: yes\n');
  const found = await problem(document.uri, 'drift/invalid-lock');
  equal([found.range.start.line, found.range.start.character], [2, 2], 'its place');
});

/** Runs the command, and presses Enter on its question. */
async function approve(): Promise<void> {
  let over = false;
  const running = Promise.resolve(vscode.commands.executeCommand('modelLicenseLens.approveModels')).finally(
    () => {
      over = true;
    },
  );
  await until(async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return over ? true : undefined;
  }, 'the end of the approval');
  await running;
}
