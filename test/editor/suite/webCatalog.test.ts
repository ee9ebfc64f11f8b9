import * as vscode from 'vscode';
import { contains, equal, lacks } from '../expect';
import { afterwards, test } from '../harness';
import { extension, hoverOn, rangeOf, writeAndOpen } from '../workbench';

const REGISTRY = 'https://npm.example';
/** Later than the catalog that came with the extension, and not so late that no update would be believed. */
const LATER = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
const MARK = 'read anew';

async function set(key: string, value: unknown): Promise<void> {
  const settings = vscode.workspace.getConfiguration('modelLicenseLens');
  afterwards(() => settings.update(key, undefined, vscode.ConfigurationTarget.Global));
  await settings.update(key, value, vscode.ConfigurationTarget.Global);
}

/** Answers what is fetched from the registry that the test sets; everything else goes its way. Gives what was asked. */
function answerWith(answer: (path: string) => Response): string[] {
  const asked: string[] = [];
  const real = globalThis.fetch;
  globalThis.fetch = ((input: unknown, init?: RequestInit) => {
    const url = String(input);
    if (!url.startsWith(REGISTRY)) return real(url, init);
    asked.push(url.slice(REGISTRY.length));
    return Promise.resolve(answer(url.slice(REGISTRY.length)));
  }) as typeof fetch;
  afterwards(() => {
    globalThis.fetch = real;
  });
  return asked;
}

/** One entry of an archive in the format ustar. */
function entry(name: string, content: Uint8Array): Uint8Array[] {
  const header = new Uint8Array(512);
  const put = (text: string, at: number): void => header.set(new TextEncoder().encode(text), at);
  put(name, 0);
  put(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
  put('        ', 148);
  put('0', 156);
  put('ustar\u000000', 257);
  const sum = header.reduce((all, byte) => all + byte, 0);
  put(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return [header, content, new Uint8Array((512 - (content.length % 512)) % 512)];
}

async function packageOf(version: string, catalog: string): Promise<ArrayBuffer> {
  const utf8 = new TextEncoder();
  const parts = [
    ...entry('package/package.json', utf8.encode(JSON.stringify({ version }))),
    ...entry('package/catalog.jsonl', utf8.encode(catalog)),
    new Uint8Array(1024),
  ];
  const stream = new Blob(parts as BlobPart[]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}

test('web catalog: the browser fetches a newer one, verifies it, and takes it back', async () => {
  const uri = vscode.Uri.joinPath(extension().extensionUri, 'dist', 'catalog.jsonl');
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  const end = text.indexOf('\n');
  const head = JSON.parse(text.slice(0, end)) as { version: number };
  const newer = (JSON.stringify({ ...head, date: LATER }) + text.slice(end)).replace(
    '"name":"Apache License 2.0"',
    `"name":"Apache License 2.0 ${MARK}"`,
  );
  const version = `${head.version}.${LATER.replaceAll('-', '')}.0`;
  const packed = await packageOf(version, newer);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-512', packed));
  const dist = { tarball: `${REGISTRY}/c.tgz`, integrity: `sha512-${btoa(String.fromCharCode(...digest))}` };
  const asked = answerWith((path) =>
    path === '/c.tgz'
      ? new Response(packed.slice(0))
      : new Response(JSON.stringify({ versions: { [version]: { dist } } })),
  );
  const document = await writeAndOpen('kestrel.py', 'model = AutoModel.from_pretrained("Qwen/Qwen3-8B")\n');
  const card = async (): Promise<string> =>
    (await hoverOn(document, rangeOf(document, 'Qwen/Qwen3-8B'), 'Apache')).text;
  await set('catalog.registry', REGISTRY);
  lacks(await card(), MARK);
  equal(asked, [], 'what was fetched before the user asked');
  await set('catalog.update', 'daily');
  await vscode.commands.executeCommand('modelLicenseLens.updateCatalog');
  contains(await card(), MARK);
  equal(asked, ['/model-license-lens-catalog', '/c.tgz'], 'what was fetched');
  await vscode.commands.executeCommand('modelLicenseLens.rollBackCatalog');
  lacks(await card(), MARK);
});
