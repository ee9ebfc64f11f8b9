import * as vscode from 'vscode';
import { contains, equal, until } from '../expect';
import { afterwards, test } from '../harness';
import { hoverOn, rangeOf, writeAndOpen } from '../workbench';

const NEW = 'acme-labs/kestrel-7b';
const HUB = 'https://hub.example';

/** Answers what is fetched from the address that the test sets; everything else goes its way. Gives what was asked. */
function answerWith(answer: () => unknown): string[] {
  const asked: string[] = [];
  const real = globalThis.fetch;
  globalThis.fetch = ((input: unknown, init?: RequestInit) => {
    const url = String(input);
    if (!url.startsWith(HUB)) return real(url, init);
    asked.push(url.replace(/\?.*/, ''));
    return Promise.resolve(answer());
  }) as typeof fetch;
  afterwards(() => {
    globalThis.fetch = real;
  });
  return asked;
}

async function set(key: string, value: unknown): Promise<void> {
  const settings = vscode.workspace.getConfiguration('modelLicenseLens');
  afterwards(() => settings.update(key, undefined, vscode.ConfigurationTarget.Global));
  await settings.update(key, value, vscode.ConfigurationTarget.Global);
}

async function openNew(): Promise<() => Promise<string>> {
  const document = await writeAndOpen('kestrel.py', `model = AutoModel.from_pretrained("${NEW}")\n`);
  afterwards(() => vscode.commands.executeCommand('modelLicenseLens.clearLookups'));
  return async () => (await hoverOn(document, rangeOf(document, NEW), 'kestrel-7b')).text;
}

function saying(card: () => Promise<string>, words: string): Promise<string> {
  return until(async () => {
    const text = await card();
    return text.includes(words) ? text : undefined;
  }, `a hover with "${words}"`);
}

test('web look-ups: nothing is fetched while they are off; turned on, the browser fetches the facts', async () => {
  const asked = answerWith(
    () =>
      new Response(
        JSON.stringify({
          id: NEW,
          tags: ['license:cc-by-nc-4.0'],
          siblings: [{ rfilename: 'model.safetensors' }],
        }),
      ),
  );
  await set('lookup.endpoint', HUB);
  const card = await openNew();
  contains(await card(), 'nothing is known');
  equal(asked, [], 'what was fetched while they are off');
  await set('lookup.online', true);
  contains(await saying(card, 'NonCommercial'), `license: ${new URL(HUB).hostname}, `);
  equal(asked, [`${HUB}/api/models/${NEW}`], 'what was fetched');
});

test('web look-ups: a browser does not show where a redirect leads, and the hover says so', async () => {
  answerWith(() => ({ status: 0, headers: new Headers(), body: null }));
  await set('lookup.endpoint', HUB);
  await set('lookup.online', true);
  await saying(await openNew(), 'does not say here to which');
});
