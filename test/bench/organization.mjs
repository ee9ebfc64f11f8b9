/**
 * How long `report org` takes and how much memory, for growing numbers of made-up repositories:
 *
 *   npm run bench -- organization [--most REPOSITORIES]
 *
 * Prints figures and judges none.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeOrganization } from '../support/organization.mjs';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const DEMO = fileURLToPath(new URL('../fixtures/demo', import.meta.url));
const SIZES = [500, 1_000, 5_000];
const WATCH = 'process.on("exit",()=>process.stderr.write(`rss ${process.resourceUsage().maxRSS}\\n`))';

/** Prints the figures. Returns the exit code. */
export function run(args) {
  const { values } = parseArgs({ args, options: { most: { type: 'string' } } });
  const demo = spawnSync(process.execPath, [CLI, 'audit', DEMO, '--format', 'jsonl', '--fail-on', 'never'], {
    encoding: 'utf8',
  });
  const lines = demo.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  for (const size of SIZES.filter((one) => one <= Number(values.most ?? Infinity))) measure(size, lines);
  return 0;
}

function measure(size, lines) {
  const scratch = mkdtempSync(join(tmpdir(), 'mll-org-'));
  try {
    const folder = join(scratch, 'audits');
    mkdirSync(folder);
    const { uses } = writeOrganization(folder, size, lines);
    const page = join(scratch, 'page.html');
    const started = performance.now();
    const { stderr, status } = spawnSync(
      process.execPath,
      [
        '--import',
        `data:text/javascript,${encodeURIComponent(WATCH)}`,
        CLI,
        'report',
        'org',
        folder,
        '--output',
        page,
      ],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(stderr);
    const seconds = (performance.now() - started) / 1000;
    const megabytes = Number(/^rss (\d+)$/m.exec(stderr)?.[1]) / 1000;
    console.log(
      `${size} repositories, ${uses} uses: ${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB of memory, page of ${(statSync(page).size / 1e6).toFixed(2)} MB`,
    );
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
