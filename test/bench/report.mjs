/**
 * How much memory does it take to write a report of many places, in each format?
 *
 *   npm run bench -- report [--places NUMBER]
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { withCoreBundle } from '../support/coreBundle.mjs';
import { DEMO } from '../support/project.mjs';
import { withScratch } from '../support/scratch.mjs';
import { CLI, runNode } from './programs.mjs';

const PLACES = 100_000;

/** Prints the figures. Returns the exit code. */
export async function run(args) {
  const { values } = parseArgs({ args, options: { places: { type: 'string' } } });
  const taken = await writing(Number(values.places ?? PLACES));
  for (const [format, { seconds, megabytes }] of Object.entries(taken))
    console.log(`${format}: ${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB of memory`);
  return 0;
}

/** What it takes to write a JSON report of so many places in each format. */
export async function writing(places = PLACES) {
  const { FORMATS } = await withCoreBundle(
    ["export { FORMATS } from './report/formats';"],
    (bundle) => import(bundle.href),
  );
  return withScratch((scratch) => {
    const report = join(scratch, 'report.json');
    writeFileSync(report, JSON.stringify(ofPlaces(demo(), places)));
    const write = (format) =>
      runNode(
        [
          CLI,
          'report',
          'merge',
          report,
          '--format',
          format,
          '--output',
          join(scratch, 'written'),
          '--fail-on',
          'never',
        ],
        { accept: [0, 3] },
      );
    return Object.fromEntries(FORMATS.map((format) => [format, write(format)]));
  });
}

function demo() {
  return JSON.parse(runNode([CLI, 'audit', DEMO, '--format', 'json', '--fail-on', 'never']).stdout);
}

/** The report of the demo, with its places and findings over and over, each time in files of other names. */
function ofPlaces(report, places) {
  const { references, findings } = report;
  const rounds = Math.ceil(places / references.length);
  const repeated = (list, limit) =>
    Array.from({ length: rounds }, (_round, round) =>
      list.map((one) => ({ ...one, ...(one.path !== undefined && { path: `copy-${round}/${one.path}` }) })),
    )
      .flat()
      .slice(0, limit);
  return {
    ...report,
    references: repeated(references, places),
    findings: repeated(findings, places),
  };
}
