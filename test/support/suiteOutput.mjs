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
  const seen = { passed: 0, failed: 0 };
  let total;
  return {
    /** @param {string} text one or more whole lines */
    take(text) {
      log.write(`${text}\n`);
      for (const line of text.split('\n')) {
        const start = line.indexOf(MARK);
        if (start < 0) continue;
        const said = line.slice(start + MARK.length).trimEnd();
        const tally = /^(\d+) passed, (\d+) failed$/.exec(said);
        if (tally !== null) {
          total = { passed: Number(tally[1]), failed: Number(tally[2]) };
          continue;
        }
        process.stdout.write(`  ${said}\n`);
        if (said.startsWith('ok ')) seen.passed++;
        if (said.startsWith('FAIL ')) seen.failed++;
      }
    },
    /** A window that ended without a count broke off: that is a failure of its own. */
    counts: () => total ?? { ...seen, failed: seen.failed + 1 },
    logFile,
  };
}
