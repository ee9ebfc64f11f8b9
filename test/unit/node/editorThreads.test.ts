import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openEditorThreads } from '../../../src/node/editorThreads';

/** The license found is the catalog that the thread was told. */
const THREAD = `
const { parentPort, workerData } = require('node:worker_threads');
parentPort.on('message', () =>
  parentPort.postMessage({ line: JSON.stringify([[], [], [], [], [workerData.catalogFile]]) }));
`;
/** As much as is worth a thread. */
const LONG = 'x'.repeat(2_000_000);

it.each([
  ['that of the extension', {}, (home: string) => join(home, 'catalog.jsonl')],
  [
    'the one that is stored',
    {
      stored: {
        version: { date: '2026-11-30', revision: 1 },
        sha512: 'digest',
        from: 'registry.test',
        installed: '2026-11-30',
      },
    },
    () => expect.stringMatching(/data.model-license-lens.catalog.*2026.*\.jsonl$/) as string,
  ],
  ['the one that was made from several files', { file: '/kept/x.jsonl' }, () => '/kept/x.jsonl'],
])('threads of the editor search by %s', async (_, inForce, file) => {
  const home = mkdtempSync(join(tmpdir(), 'threads-'));
  onTestFinished(() => rmSync(home, { recursive: true }));
  mkdirSync(join(home, 'lib'));
  writeFileSync(join(home, 'lib', 'searchThread.js'), THREAD);
  const threads = openEditorThreads(home, inForce, { XDG_DATA_HOME: join(home, 'data') }, 2);
  const found = await threads.take({
    path: 'a.py',
    text: LONG,
    configValues: new Map(),
    additions: undefined,
  });
  await threads.close();
  expect(found?.evidence.licenses).toEqual([file(home)]);
});
