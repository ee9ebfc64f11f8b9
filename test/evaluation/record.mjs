/**
 * npm run evaluate -- record     writes what detection finds in each labeled file and fixture, by itself, to recorded.jsonl
 *
 * The labels say what is right, but not everything that detection says. What it says besides (registry, role, host, context,
 * confidence, evidence, revision) is recorded, so that a change of it is seen: read the difference before you commit it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadDetection } from '../support/loadDetection.mjs';
import { fixtures, RECORDED, toldOf } from './recorded.mjs';

const here = import.meta.dirname;

/** Records what detection of the sources finds with the catalog of the last build. */
export async function run() {
  const { detect, LineIndex } = await loadDetection();
  const { files } = JSON.parse(readFileSync(join(here, 'labels.json'), 'utf8'));
  const texts = [
    ...files.map(({ path }) => ({ path, text: readFileSync(join(here, 'files', path), 'utf8') })),
    ...fixtures(),
  ];
  const lines = texts.map(({ path, text }) =>
    JSON.stringify({ path, found: toldOf(detect(path, text).references, new LineIndex(text)) }),
  );
  writeFileSync(RECORDED, `${lines.join('\n')}\n`);
  console.log(`recorded ${lines.length} files`);
  return 0;
}
