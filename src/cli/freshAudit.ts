import { join } from 'node:path';
import {
  audit,
  type AuditHost,
  AuditMemory,
  type AuditProgress,
  type AuditOptions,
  type AuditResult,
  auditWithResearch,
  changedOnly,
  ENGLISH,
  type FileSource,
  isoDay,
  type Language,
  leavesModelsUnread,
  leavesNamedUnread,
  message,
  policyChanges,
  type Research,
  say,
  type SearchThreads,
  toReport,
  visible,
} from '../core';
import { diskFiles } from '../node/fileSource';
import { cacheFile } from '../node/fileStore';
import { type FoundFile, openFoundFile } from '../node/foundFile';
import { type CommitFiles, forkPoint, gitFiles } from '../node/git';
import { GitError } from '../node/gitProcess';
import { collectEarly } from '../node/frugalHeap';
import { systemClock } from '../node/host';
import { interruptSignal } from '../node/interrupt';
import { auditFileName, engineKey } from '../node/keptFile';
import { progressBar } from '../node/progressBar';
import type { Target } from '../node/target';
import { type AskedAudit, isGoneIn, prefixOf } from './askedAudit';
import { auditHost, refuseBrokenPolicy } from './auditTarget';
import type { Cli } from './cli';
import { type Arguments, UsageError } from './command';
import { reportLanguage } from './deliver';
import { factsOf, reportTool } from './facts';
import type { KeptAudit, Reports } from './keptAudit';
import { researchFor, sayUnanswered } from './research';
import { languageOf } from './spokenLanguage';
import { updateLock } from './updateLock';

/** What is to be audited, and who searches it. */
interface ToSearch {
  readonly asked: AskedAudit;
  readonly threads: SearchThreads;
  /** The only file that is asked for: a policy that does not govern it need not be usable. */
  readonly place?: string;
  /** Where what comes of it is kept. */
  readonly kept?: KeptAudit;
}

/** Searches a target, and does what else the arguments ask. */
export async function freshReports(
  args: Arguments,
  wanted: ToSearch & { readonly writesLock: boolean },
  cli: Cli,
): Promise<Reports> {
  const since = args.value('since');
  if (since === undefined) return wholeReports(args, wanted, cli);
  const base = await commitFiles(wanted.asked.target.root, since);
  try {
    return await changedReports(args, wanted, { ref: since, base }, cli);
  } finally {
    base.close();
  }
}

async function wholeReports(
  args: Arguments,
  wanted: ToSearch & { readonly writesLock: boolean },
  cli: Cli,
): Promise<Reports> {
  const reports = await searchedReports(args, wanted, cli); // What they are made of is let go before they are written.
  await wanted.kept?.keep(reports);
  return reports;
}

async function searchedReports(
  args: Arguments,
  wanted: ToSearch & { readonly writesLock: boolean },
  cli: Cli,
): Promise<Reports> {
  const { asked, writesLock } = wanted;
  const { result, search } = await searchTarget(args, wanted, cli, writesLock);
  sayUnread(result, asked.target, languageOf(args, 'lines', cli), cli);
  const { root } = asked.target;
  if (writesLock && (await updateLock(result, { root, today: isoDay(asked.clock.now()) }, args, cli)))
    return reportsOf(await search(diskFiles(root)), args, cli);
  return reportsOf(result, args, cli);
}

/** Of all that is found, what is not so in the commit from which the branch went its own way. */
async function changedReports(
  args: Arguments,
  wanted: ToSearch,
  { ref, base }: { readonly ref: string; readonly base: CommitFiles },
  cli: Cli,
): Promise<Reports> {
  const { target } = wanted.asked;
  const { result: now, search } = await searchTarget(args, wanted, cli, true);
  sayUnread(now, target, languageOf(args, 'lines', cli), cli);
  const earlier = await search(base);
  const reports = reportsOf(now, args, cli);
  const language = reportLanguage(args, cli);
  const policies = policyChanges(earlier.policies, now.policies);
  const before = toReport(earlier, reportTool(cli));
  const isGone = isGoneIn(target.root);
  return { ...reports, report: changedOnly(before, reports.report, { ref, policies, language, isGone }) };
}

function reportsOf(result: AuditResult, args: Arguments, cli: Cli): Reports {
  const tool = reportTool(cli);
  const language = reportLanguage(args, cli);
  const report = toReport(result, tool);
  if (language === ENGLISH) return { report };
  return { report, translated: { whole: report, other: toReport(result, tool, language.translate) } };
}

interface Searched {
  readonly result: AuditResult;
  readonly search: (source: FileSource) => Promise<AuditResult>;
}

/** The audit of a target, and what it takes to repeat it. */
export async function searchTarget(
  args: Arguments,
  { asked, threads, place, kept }: ToSearch,
  cli: Cli,
  keep = false,
): Promise<Searched> {
  const { target, clock } = asked;
  const research = await researchFor(args, cli);
  const memory = new AuditMemory(); // What both trees have in common is searched once.
  const found = args.has('no-cache') ? undefined : await foundFile(target, cli);
  const host = auditHost(cli, clock, { searchers: threads, ...(found && { found }) });
  const { translate } = languageOf(args, 'lines', cli);
  const search = (source: FileSource): Promise<AuditResult> =>
    runAudit(
      {
        ...optionsOf(kept?.watched ?? asked, source),
        stopAtBrokenPolicy: place === undefined,
        ...(keep && { memory }),
      },
      host,
      research,
      { stderr: cli.stderr, translate },
    );
  const result = await search(kept?.files ?? diskFiles(target.root));
  refuseBrokenPolicy(result, prefixOf(target, cli), languageOf(args, 'lines', cli), place);
  if (!keep) await threads.close(); // Each takes as much memory as the report of a large tree.
  if (result.stats.complete) await found?.save();
  sayUnanswered(research, args, cli);
  return { result, search };
}

/** What earlier audits of the same target found. */
function foundFile({ root, include }: Target, cli: Cli): Promise<FoundFile> {
  const path = cacheFile(cli.env, join('audits', auditFileName([root, ...include], 'found')));
  return openFoundFile(path, engineKey(cli.home, factsOf(cli).loaded.path));
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

function optionsOf(
  { target, surroundings, exclude, policyOverride }: AskedAudit,
  source: FileSource,
): AuditOptions {
  return {
    folders: [{ name: target.name, source, include: target.include, named: target.named, ...surroundings }],
    exclude,
    ...(policyOverride && { policyOverride }),
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

/** What is found in more files takes more memory than searching them. */
const MANY_FILES = 4_000;

async function runAudit(
  options: AuditOptions,
  host: AuditHost,
  research: Research | undefined,
  { stderr, translate }: Pick<Cli, 'stderr'> & Pick<Language, 'translate'>,
): Promise<AuditResult> {
  const bar = progressBar(stderr, systemClock.now, translate);
  const interrupt = interruptSignal();
  try {
    const onProgress = (progress: AuditProgress): void => {
      if (progress.total > MANY_FILES) collectEarly();
      bar.update(progress);
    };
    const watched = { ...options, signal: interrupt, onProgress };
    return research === undefined
      ? await audit(watched, host)
      : await auditWithResearch(watched, host, research);
  } finally {
    interrupt.stop();
    bar.clear();
  }
}
