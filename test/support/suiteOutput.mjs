import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

const MARK = '[suite] ';

/**
 * Reads what a window writes to its console: the suite's own lines are shown and counted, all the rest goes to a file.
 *
 * @param {string} logFile
 */
export function readSuiteOutput(logFile) {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = createWriteStream(logFile);
  let counts;
  return {
    /** @param {string} text one or more whole lines */
    take(text) {
      log.write(`${text}\n`);
      for (const line of text.split('\n')) {
        const start = line.indexOf(MARK);
        if (start < 0) continue;
        const said = line.slice(start + MARK.length).trimEnd();
        const tally = /^(\d+) passed, (\d+) failed$/.exec(said);
        if (tally === null) process.stdout.write(`  ${said}\n`);
        else counts = { passed: Number(tally[1]), failed: Number(tally[2]) };
      }
    },
    /** A window that ended without counting its tests failed as a whole. */
    counts: () => counts ?? { passed: 0, failed: 1 },
    logFile,
  };
}
