import { join, relative, resolve } from 'node:path';
import {
  audit,
  type AuditHost,
  AuditMemory,
  type AuditOptions,
  type AuditReport,
  type AuditResult,
  auditWithResearch,
  changedOnly,
  policyChanges,
  ENGLISH,
  inWordsOf,
  type Clock,
  type FileSource,
  isoDay,
  leavesModelsUnread,
  leavesNamedUnread,
  type Language,
  message,
  type PolicyText,
  type Research,
  say,
  type SearchThreads,
  type Surroundings,
  toReport,
  visible,
  withoutAccepted,
} from '../../core';
import { diskFiles } from '../../node/fileSource';
import { cacheFile } from '../../node/fileStore';
import { engineKey, type FoundFile, foundFileName, openFoundFile } from '../../node/foundFile';
import { forkPoint, gitFiles, type CommitFiles } from '../../node/git';
import { GitError } from '../../node/gitProcess';
import { systemClock } from '../../node/host';
import { policyText } from '../../node/policyText';
import { progressBar } from '../../node/progressBar';
import { MOST_THREADS, openSearchThreads, usualThreads } from '../../node/searchThreads';
import { slashes, surroundingsOf, targetOf, type Target } from '../../node/target';
import { EXIT, UsageError, type Arguments, type Command, type ExitCode } from '../command';
import { auditHost, refuseBrokenPolicy, refuseMissing } from '../auditTarget';
import { CATALOG_OPTION } from '../catalogOption';
import type { Cli } from '../cli';
import { factsOf, reportTool } from '../facts';
import { deliver, REPORT_OPTIONS, reportLanguage } from '../deliver';
import { BASELINE, FAIL_ON, failLevelOf, failsOn } from '../failLevel';
import { isMissing, isThere } from '../../node/isThere';
import { interruptSignal } from '../../node/interrupt';
import { POLICY_PAGE } from '../help';
import { CONNECTION_OPTIONS } from '../options';
import { explainPlace, type Place, placeOf } from '../explainPlace';
import { readReport } from '../readReport';
import { languageOf } from '../spokenLanguage';
import { researchFor, sayUnanswered } from '../research';
import { updateLock, wantsLock } from '../updateLock';

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
    CATALOG_OPTION,
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
  const asked = { threads, target };
  if (explain !== undefined) return explainAt(placeOf(explain, target, cli.cwd), asked, args, cli);
  const baseline = args.value('baseline');
  const accepted = baseline === undefined ? undefined : await readReport(baseline, cli);
  const found = await reportOf(args, asked, cli);
  const report =
    accepted === undefined ? found.report : withoutAccepted(found.report, accepted, isGoneIn(target.root));
  const code = exitCodeOf(report, args);
  const isSilent = code === EXIT.ok && args.has('quiet') && !args.has('output');
  if (!isSilent)
    await deliver(
      found.inLanguage(report),
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

/** What else is asked for is left aside: one place is explained. */
async function explainAt(place: Place, asked: AskedFor, args: Arguments, cli: Cli): Promise<ExitCode> {
  for (const name of ['since', 'baseline', 'update-lock'])
    if (args.has(name)) throw new UsageError(message('{0} does not go with {1}.', '--explain', `--${name}`));
  const format = args.value('format') ?? 'table';
  if (format !== 'table' && format !== 'json')
    throw new UsageError(
      message('--explain is written as text or, with --format json, as data; not as {0}.', format),
    );
  const { result } = await searchTarget(args, { ...asked, place }, cli);
  await explainPlace(result, place, args, cli);
  return result.stats.complete ? EXIT.ok : EXIT.incomplete;
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

/** What is audited, and who searches it. */
interface AskedFor {
  readonly target: Target;
  readonly threads: SearchThreads;
  /** The only place that is asked for: a policy that does not govern it need not be usable. */
  readonly place?: Place;
}

/** A report in English, as it is compared with others. */
interface Found {
  readonly report: AuditReport;
  /** The report, or what is left of it, in the language of who reads it. */
  inLanguage(report: AuditReport): AuditReport;
}

async function reportOf(args: Arguments, asked: AskedFor, cli: Cli): Promise<Found> {
  const { target } = asked;
  const writesLock = wantsLock(args, target);
  const since = args.value('since');
  const base = since === undefined ? undefined : await commitFiles(target.root, since);
  try {
    return await searchAndReport(args, asked, cli, { writesLock, since, base });
  } finally {
    base?.close();
  }
}

interface Wanted {
  readonly writesLock: boolean;
  readonly since: string | undefined;
  /** The files from which the branch began, where only what changed since is asked for. */
  readonly base: CommitFiles | undefined;
}

/** The audit of a target, and what it takes to repeat it. */
async function searchTarget(
  args: Arguments,
  { target, threads, place }: AskedFor,
  cli: Cli,
  keep = false,
): Promise<Searched> {
  const clock = clockOf(args.value('today'));
  const policy = args.value('policy');
  const asked: Asked = {
    target,
    surroundings: await surroundingsOf(target.root, cli.cwd),
    exclude: args.values('exclude'),
    stopAtBrokenPolicy: place === undefined,
    ...(policy !== undefined && { policyOverride: await namedPolicy(policy, target, cli) }),
  };
  const research = await researchFor(args, cli);
  const memory = new AuditMemory(); // What both trees have in common is searched once.
  const found = args.has('no-cache') ? undefined : await foundFile(target, cli);
  const host = auditHost(cli, clock, { searchers: threads, ...(found && { found }) });
  const search = (source: FileSource): Promise<AuditResult> =>
    runAudit({ ...optionsOf(asked, source), ...(keep && { memory }) }, host, research, cli);
  const result = await search(diskFiles(target.root));
  refuseBrokenPolicy(result, prefixOf(target, cli), languageOf(args, 'lines', cli), place?.path);
  if (result.stats.complete) await found?.save();
  sayUnanswered(research, cli);
  return { result, search, clock };
}

/** What earlier audits of the same target found. */
async function foundFile({ root, include }: Target, cli: Cli): Promise<FoundFile> {
  const name = join('audits', foundFileName(root, include));
  return openFoundFile(cacheFile(cli.env, name), await engineKey(cli.home, factsOf(cli).loaded.path));
}

interface Searched {
  readonly result: AuditResult;
  readonly search: (source: FileSource) => Promise<AuditResult>;
  readonly clock: Clock;
}

async function searchAndReport(
  args: Arguments,
  asked: AskedFor,
  cli: Cli,
  { writesLock, since, base }: Wanted,
): Promise<Found> {
  const keep = base !== undefined || writesLock;
  const { result: now, search, clock } = await searchTarget(args, asked, cli, keep);
  sayUnread(now, asked.target, languageOf(args, 'lines', cli), cli);
  const tool = reportTool(cli);
  const language = reportLanguage(args, cli);
  const found = (result: AuditResult, part = (whole: AuditReport) => whole): Found => {
    const whole = toReport(result, tool);
    return {
      report: part(whole),
      inLanguage: (report) =>
        language === ENGLISH ? report : inWordsOf(report, whole, toReport(result, tool, language.translate)),
    };
  };
  if (
    writesLock &&
    (await updateLock(now, { root: asked.target.root, today: isoDay(clock.now()) }, args, cli))
  )
    return found(await search(diskFiles(asked.target.root)));
  if (since === undefined || base === undefined) return found(now);
  const earlier = await search(base);
  const before = toReport(earlier, tool);
  const isGone = isGoneIn(asked.target.root);
  const policies = policyChanges(earlier.policies, now.policies);
  return found(now, (whole) =>
    changedOnly(before, whole, { ref: since, policies, translate: language.translate, isGone }),
  );
}

/** Tells of a path in a report whether its file was deleted or renamed since. */
function isGoneIn(root: string): (path: string) => boolean {
  return (path) => !isThere(join(root, path));
}

/** The files of the commit from which the branch went its own way. Asked before anything is searched, so that what is wrong is told at once. */
async function commitFiles(root: string, ref: string): Promise<CommitFiles> {
  try {
    return await gitFiles(root, await forkPoint(root, ref));
  } catch (error) {
    if (error instanceof GitError) throw new UsageError(message('{0}: {1}', `--since ${ref}`, error.told));
    throw error;
  }
}

/** What is audited and by what it is judged, read before anything is searched. */
interface Asked {
  readonly target: Target;
  readonly surroundings: Surroundings;
  readonly exclude: readonly string[];
  readonly stopAtBrokenPolicy: boolean;
  readonly policyOverride?: PolicyText;
}

function optionsOf({ target, surroundings, ...rest }: Asked, source: FileSource): AuditOptions {
  return {
    folders: [{ name: target.name, source, include: target.include, named: target.named, ...surroundings }],
    ...rest,
  };
}

/** More names would hide what else is said. */
const MOST_UNREAD = 20;

/** Files that were named and not read, or that may name models, are told by name: a summary by reason would hide them. */
function sayUnread({ stats }: AuditResult, { named }: Target, language: Language, cli: Cli): void {
  if (stats.complete) return;
  const unread = stats.filesSkipped.filter(
    ({ path, reason }) =>
      (named.includes(path) && leavesNamedUnread(path, reason)) || leavesModelsUnread(path, reason),
  );
  for (const { path, message: why } of unread.slice(0, MOST_UNREAD))
    cli.say(visible(say(message('not read: {0}: {1}', path, why), language)));
  if (unread.length > MOST_UNREAD)
    cli.say(say(message('not read: {0} more', unread.length - MOST_UNREAD), language));
}

async function runAudit(
  options: AuditOptions,
  host: AuditHost,
  research: Research | undefined,
  { stderr }: Cli,
): Promise<AuditResult> {
  const bar = progressBar(stderr, systemClock.now);
  const interrupt = interruptSignal();
  try {
    const watched = { ...options, signal: interrupt, onProgress: bar.update };
    return research === undefined
      ? await audit(watched, host)
      : await auditWithResearch(watched, host, research);
  } finally {
    interrupt.stop();
    bar.clear();
  }
}

/** Time goes on while an audit runs, also in one that looks ahead: slices of work are measured by it. */
function clockOf(day: string | undefined): Clock {
  if (day === undefined) return systemClock;
  const start = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  // Of a day that no month has, such as 31 February, a later one is made.
  if (Number.isNaN(start) || isoDay(start) !== day)
    throw new UsageError(message('--today cannot be "{0}": it needs a day, as in --today 2027-01-31.', day));
  const began = systemClock.now();
  return { now: () => start + systemClock.now() - began };
}

/** A policy that the command line names. Reports name it as they do all files: by the way from the audited folder. */
async function namedPolicy(path: string, { root }: Target, { cwd }: Cli): Promise<PolicyText> {
  try {
    return await policyText(resolve(cwd, path), slashes(relative(root, resolve(cwd, path))));
  } catch (error) {
    if (isMissing(error)) throw new UsageError(message('There is no file {0}', path));
    throw new UsageError(message('The policy {0} cannot be read: {1}', path, (error as Error).message));
  }
}

/** Leads from the working folder to the audited one, so that a terminal can follow a path; outside of it paths are absolute. */
function prefixOf({ root }: Target, { cwd }: Cli): string {
  const path = slashes(relative(cwd, root));
  return path === '' ? '' : `${path.startsWith('..') ? slashes(root) : path}/`;
}
