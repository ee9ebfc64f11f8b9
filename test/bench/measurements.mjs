import { execFileSync } from 'node:child_process';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/project.mjs';
import { withScratch } from '../support/scratch.mjs';
import { audit, ripgrep, writeNames } from './audit.mjs';
import { speeds } from './detect.mjs';
import { editorTimes } from './editor.mjs';
import { CLI, median, percentile, runNode } from './programs.mjs';
import { writing } from './report.mjs';
import { startTimes } from './start.mjs';
import { writeWorkspace } from './workspace.mjs';

/** Files of the workspace that is made up for audits: some 50 MB. */
const FILES = 5_000;
const MANY = { few: 10_000, many: 100_000 };
const AUDITS = 3;
const BROKEN_POLICY = 'version: 1\nlicensez: {}\n';

/**
 * What fills the rows of {@link AIMS}: by its name there, a function that measures and gives a figure for each of its
 * rows, or none where it cannot be had on this machine.
 *
 * @typedef {{ folders: readonly string[], against?: string }} Options folders to measure instead of what the project
 *   has, and the command line of another build
 * @type {Readonly<Record<string, (options: Options) => Promise<Record<string, number | undefined>>>>}
 */
export const MEASUREMENTS = {
  async start() {
    const { nothing, version, lookup, extension, emptyExtension } = await startTimes();
    return {
      activation: extension - emptyExtension,
      activationRatio: extension / emptyExtension,
      version: version / nothing,
      lookup: lookup / nothing,
    };
  },

  async editor() {
    const { hovers, keystrokes } = await editorTimes();
    return {
      firstHover: hovers.first,
      firstCopy: hovers.copy,
      ...Object.fromEntries(
        keystrokes.map(({ lines, busy }) => [`keystroke${lines}`, percentile(busy, 0.95)]),
      ),
    };
  },

  detect: ({ folders }) => speeds(folders.length > 0 ? folders : undefined),

  audit: ({ folders: [folder], against }) =>
    withScratch(async (scratch) => {
      const tree = folder ?? join(scratch, 'tree');
      if (folder === undefined) writeWorkspace(tree, 0, FILES);
      return auditFigures(tree, { scratch, against });
    }),

  large: () =>
    withScratch((tree) => {
      writeWorkspace(tree, 0, MANY.few);
      const few = audit(tree, ['--no-cache']);
      writeWorkspace(tree, MANY.few, MANY.many);
      const many = audit(tree, ['--no-cache']);
      return { megabytes: many.megabytes, growth: many.cpu / MANY.many / (few.cpu / MANY.few) };
    }),

  async report() {
    const taken = Object.entries(await writing());
    return Object.fromEntries(taken.map(([format, { megabytes }]) => [format, megabytes]));
  },

  package: () =>
    withScratch((folder) => {
      execFileSync(process.execPath, [join(ROOT, 'build', 'package.mjs'), folder], { stdio: 'ignore' });
      const vsix = readdirSync(folder).find((name) => name.endsWith('.vsix'));
      return { vsix: statSync(join(folder, vsix)).size / 1e6 };
    }),
};

/** Audits take turns, so that a machine that grows busy weighs on all alike. */
async function auditFigures(tree, { scratch, against }) {
  const literals = await writeNames(scratch);
  const taken = { alone: [], all: [], earlier: [], unchanged: [], rg: [], broken: [] };
  const broken = join(scratch, 'policy.yaml');
  writeFileSync(broken, BROKEN_POLICY);
  audit(tree); // What is kept of it is found again below.
  for (let round = 0; round < AUDITS; round++) {
    taken.alone.push(audit(tree, ['--no-cache', '--threads', '1']));
    taken.all.push(audit(tree, ['--no-cache']));
    if (against !== undefined) taken.earlier.push(audit(tree, [], against));
    taken.unchanged.push(audit(tree));
    taken.rg.push(ripgrep(tree, ['-F', '-c', '-f', literals]));
    taken.broken.push(runNode([CLI, 'audit', tree, '--policy', broken], { accept: [2] }));
  }
  const middle = (name, part) => median(taken[name].map((one) => one[part]));
  return {
    threads: middle('all', 'seconds') / middle('alone', 'seconds'),
    unchanged: taken.rg.includes(undefined)
      ? undefined
      : middle('unchanged', 'seconds') / middle('rg', 'seconds'),
    earlier: against === undefined ? undefined : middle('alone', 'cpu') / middle('earlier', 'cpu'),
    brokenPolicy: middle('broken', 'seconds'),
  };
}
