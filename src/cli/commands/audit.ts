import { join } from 'node:path';
import { type AuditReport, inWordsOf, message, type SearchThreads, withoutAccepted } from '../../core';
import { MOST_THREADS, openSearchThreads, usualThreads } from '../../node/searchThreads';
import { targetOf, type Target } from '../../node/target';
import { askedAudit, isGoneIn, prefixOf, refuseMissing, wantsLock } from '../askedAudit';
import { CATALOG_OPTIONS } from '../catalogOption';
import type { Cli } from '../cli';
import { EXIT, UsageError, type Arguments, type Command, type ExitCode } from '../command';
import { deliver, REPORT_OPTIONS } from '../deliver';
import { factsOf } from '../facts';
import { BASELINE, FAIL_ON, failLevelOf, failsOn } from '../failLevel';
import { POLICY_PAGE } from '../help';
import { keptAudit, type Reports } from '../keptAudit';
import { CONNECTION_OPTIONS } from '../options';
import { readReport } from '../readReport';

export const auditCommand: Command = {
  name: 'audit',
  usage: ['[paths…]'],
  options: [
    {
      name: 'policy',
      value: 'FILE',
      help: message('judge by this policy instead of the .model-policy.yaml files in the tree'),
    },
    ...REPORT_OPTIONS,
    FAIL_ON,
    BASELINE,
    {
      name: 'quiet',
      help: message('print nothing where the exit code is 0, as a hook should; --output FILE is written'),
    },
    {
      name: 'since',
      value: 'GIT_REF',
      help: message(
        'only models that were added, changed or removed since the branch left GIT_REF, and new findings',
      ),
    },
    {
      name: 'exclude',
      value: 'GLOB',
      many: true,
      help: message('leave out what matches; may be given several times'),
    },
    {
      name: 'today',
      value: 'DAY',
      help: message('judge as if it were this day, YYYY-MM-DD: what will have expired or be retired by then'),
    },
    {
      name: 'explain',
      value: 'PATH:LINE',
      help: message(
        'say why what is said of the models on a line is said: use, facts, rules, policy; with --format json as data',
      ),
    },
    {
      name: 'update-lock',
      help: message('approve all models in use as they are now: write them to .model-lock.yaml'),
    },
    { name: 'approved-by', value: 'NAME', help: message('who approves them') },
    {
      name: 'no-cache',
      help: message(
        'search every file anew, and keep nothing for the next run; else what files name is kept in the cache folder of the user',
      ),
    },
    {
      name: 'threads',
      value: 'N',
      help: message(
        'search large trees with N threads, 1 to {0}; without it with one for each processor; the result is the same',
        MOST_THREADS,
      ),
    },
    ...CONNECTION_OPTIONS,
    ...CATALOG_OPTIONS,
  ],
  notes: [POLICY_PAGE],
  examples: [
    'audit',
    'audit src --format json --output audit.json',
    'audit --fail-on warning --baseline audit.json',
    'audit --since origin/main --format markdown',
    'audit --explain src/app.py:12',
    'audit --online --update-lock --approved-by legal',
  ],
  exits: {
    0: message('nothing at or above the level'),
    1: message('findings'),
    2: message('wrong usage or unreadable policy'),
    3: message('incomplete: canceled, or something could not be read'),
  },
  run,
};

async function run(args: Arguments, cli: Cli): Promise<ExitCode> {
  if (args.positionals.includes(''))
    throw new UsageError(
      message('A path is empty. Give the name of a file or folder, or no path for the working folder.'),
    );
  const target = targetOf(args.positionals, cli.cwd);
  refuseMissing(target);
  const threads = threadsOf(args, cli);
  try {
    return await auditWith(threads, target, args, cli);
  } finally {
    await threads.close();
  }
}

async function auditWith(
  threads: SearchThreads,
  target: Target,
  args: Arguments,
  cli: Cli,
): Promise<ExitCode> {
  const explain = args.value('explain');
  if (explain !== undefined)
    return (await import('../explainPlace')).explainAt(explain, { threads, target }, args, cli);
  const baseline = args.value('baseline');
  const accepted = baseline === undefined ? undefined : await readReport(baseline, cli);
  const found = await reportOf(args, { threads, target }, cli);
  const report =
    accepted === undefined ? found.report : withoutAccepted(found.report, accepted, isGoneIn(target.root));
  const code = exitCodeOf(report, args);
  const isSilent = code === EXIT.ok && args.has('quiet') && !args.has('output');
  if (!isSilent)
    await deliver(
      inLanguage(report, found),
      { project: target.name, pathPrefix: prefixOf(target, cli) },
      args,
      cli,
    );
  return code;
}

function exitCodeOf(report: AuditReport, args: Arguments): ExitCode {
  if (!report.stats.complete) return EXIT.incomplete; // It has not shown that there is nothing else, whatever it found.
  return failsOn(report, failLevelOf(args)) ? EXIT.findings : EXIT.ok;
}

/** The threads that search, as many as were asked for. */
function threadsOf(args: Arguments, cli: Cli): SearchThreads {
  const given = args.value('threads');
  const threads = given === undefined ? usualThreads() : Number(given);
  if (!Number.isInteger(threads) || threads < 1 || threads > MOST_THREADS)
    throw new UsageError(
      message('--threads cannot be "{0}": it needs a number from 1 to {1}.', given ?? '', MOST_THREADS),
    );
  return openSearchThreads({
    file: join(cli.home, 'lib', 'searchThread.js'),
    threads,
    data: () => ({ catalogFile: factsOf(cli).loaded.path }),
  });
}

/** What is found, as an audit that was kept says it where nothing has changed since. */
async function reportOf(
  args: Arguments,
  { target, threads }: { readonly target: Target; readonly threads: SearchThreads },
  cli: Cli,
): Promise<Reports> {
  const writesLock = wantsLock(args, target);
  const asked = await askedAudit(args, target, cli);
  const kept = keptAudit(asked, args, cli);
  const known = await kept?.known();
  if (known !== undefined) return known;
  // Most of the code: what nothing has changed for does without.
  const { freshReports } = await import('../freshAudit');
  return freshReports(args, { asked, threads, writesLock, ...(kept && { kept }) }, cli);
}

/** A report, or what is left of it, in the language of who reads it. */
function inLanguage(part: AuditReport, { translated }: Reports): AuditReport {
  return translated === undefined ? part : inWordsOf(part, translated.whole, translated.other);
}
