import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { packageOf, type PackageServer, startPackageServer, withHead } from '../../support/packageServer';
import { contains, equal, lacks, ok } from '../expect';
import { afterwards, test } from '../harness';
import { extension, hoverOn, rangeOf, writeAndOpen } from '../workbench';

/** Later than the catalog that came with the extension, and not so late that no update would be believed. */
const LATER = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
const MARK = 'read anew';

/** Changes a setting of the user for the present test alone. */
async function set(key: string, value: unknown): Promise<void> {
  const settings = vscode.workspace.getConfiguration('modelLicenseLens');
  afterwards(() => settings.update(key, undefined, vscode.ConfigurationTarget.Global));
  await settings.update(key, value, vscode.ConfigurationTarget.Global);
}

/** The catalog of the extension, and one of a later day in which a license is named otherwise. */
async function catalogs(): Promise<{ readonly newer: string; readonly version: string }> {
  const uri = vscode.Uri.joinPath(extension().extensionUri, 'dist', 'catalog.jsonl');
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  const { version } = JSON.parse(text.slice(0, text.indexOf('\n'))) as { version: number };
  const newer = withHead(text, { date: LATER }).replace(
    '"name":"Apache License 2.0"',
    `"name":"Apache License 2.0 ${MARK}"`,
  );
  ok(newer.includes(MARK), 'the catalog names the license');
  return { newer, version: `${version}.${LATER.replaceAll('-', '')}.0` };
}

/** A registry on this machine that the user's settings name, and a place of its own for what is fetched. */
async function startRegistry(): Promise<PackageServer> {
  const server = await startPackageServer();
  afterwards(() => server.close());
  const data = mkdtempSync(join(tmpdir(), 'catalog-data-'));
  const before = process.env['XDG_DATA_HOME'];
  process.env['XDG_DATA_HOME'] = data;
  afterwards(() => {
    if (before === undefined) delete process.env['XDG_DATA_HOME'];
    else process.env['XDG_DATA_HOME'] = before;
    rmSync(data, { recursive: true, force: true });
  });
  await set('catalog.registry', server.origin);
  return server;
}

async function openCard(): Promise<() => Promise<string>> {
  const document = await writeAndOpen('kestrel.py', 'model = AutoModel.from_pretrained("Qwen/Qwen3-8B")\n');
  return async () => (await hoverOn(document, rangeOf(document, 'Qwen/Qwen3-8B'), 'Apache')).text;
}

function run(command: string): Thenable<unknown> {
  return vscode.commands.executeCommand(`modelLicenseLens.${command}`);
}

async function reasonOf(work: Thenable<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (failure: unknown) => (failure instanceof Error ? failure.message : String(failure)),
  );
}

test('catalog: a newer one is fetched when its user asks, is in force at once, and is taken back', async () => {
  const server = await startRegistry();
  const { newer, version } = await catalogs();
  const card = await openCard();
  lacks(await card(), MARK);
  equal(server.requests.length, 0, 'what was asked before the user did');
  server.publish(version, packageOf(version, newer));
  // Allowed by the setting: no question is asked.
  await set('catalog.update', 'daily');
  await run('updateCatalog');
  afterwards(() => run('rollBackCatalog').then(undefined, () => undefined));
  contains(await card(), MARK);
  equal(server.requests.length, 2, 'what was asked: the record and the package');
  await run('rollBackCatalog');
  lacks(await card(), MARK);
  contains(await reasonOf(run('rollBackCatalog')), 'There is no update of the model catalog to take back.');
});

test('catalog: what cannot be verified is not used, with the reason, and nothing is fetched where that is off', async () => {
  const server = await startRegistry();
  const { newer, version } = await catalogs();
  const card = await openCard();
  await set('catalog.update', 'daily');
  contains(
    await reasonOf(run('updateCatalog')),
    `was not updated: ${server.host} does not have the package.`,
  );
  const packed = packageOf(version, newer);
  server.publish(version, packed.subarray(0, packed.length - 10), {
    integrity: `sha512-${'A'.repeat(86)}==`,
  });
  contains(await reasonOf(run('updateCatalog')), 'its sha512 differs');
  lacks(await card(), MARK);
  const asked = server.requests.length;
  await set('catalog.update', 'off');
  contains(await reasonOf(run('updateCatalog')), 'does not allow updates');
  equal(server.requests.length, asked, 'what was asked while updates are off');
});

test('an organization’s own records count in the hover, and stop to with their setting', async () => {
  const home = mkdtempSync(join(tmpdir(), 'layer-'));
  afterwards(() => rmSync(home, { recursive: true, force: true }));
  const file = join(home, 'acme.yaml');
  const head = 'title: Acme register\ndate: 2026-11-30\n';
  writeFileSync(file, `${head}models:\n  Qwen/Qwen3-8B: { license: mit }\n`);
  await set('catalog.layers', [file]);
  const document = await writeAndOpen('layer.py', 'model = AutoModel.from_pretrained("Qwen/Qwen3-8B")\n');
  const card = (text: string) => hoverOn(document, rangeOf(document, 'Qwen/Qwen3-8B'), text);
  contains((await card('MIT')).text, 'MIT');
  writeFileSync(file, `${head}models:\n  Qwen/Qwen3-8B: { license: gemma }\n`);
  contains((await card('Gemma')).text, 'Gemma');
  await set('catalog.layers', []);
  contains((await card('Apache')).text, 'Apache');
});
