/**
 * How long `report org` takes and how much memory, for growing numbers of made-up repositories:
 *
 *   npm run bench -- organization [--most REPOSITORIES]
 *
 * Prints figures and judges none.
 */
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeOrganization } from '../support/organization.mjs';
import { DEMO } from '../support/project.mjs';
import { withScratch } from '../support/scratch.mjs';
import { CLI, runNode } from './programs.mjs';

const SIZES = [500, 1_000, 5_000];

/** Prints the figures. Returns the exit code. */
export async function run(args) {
  const { values } = parseArgs({ args, options: { most: { type: 'string' } } });
  const demo = runNode([CLI, 'audit', DEMO, '--format', 'jsonl', '--fail-on', 'never']);
  const lines = demo.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  for (const size of SIZES.filter((one) => one <= Number(values.most ?? Infinity)))
    await measure(size, lines);
  return 0;
}

function measure(size, lines) {
  return withScratch((scratch) => {
    const folder = join(scratch, 'audits');
    mkdirSync(folder);
    const { uses } = writeOrganization(folder, size, lines);
    const page = join(scratch, 'page.html');
    const { seconds, megabytes } = runNode([CLI, 'report', 'org', folder, '--output', page]);
    console.log(
      `${size} repositories, ${uses} uses: ${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB of memory, page of ${(statSync(page).size / 1e6).toFixed(2)} MB`,
    );
  });
}
