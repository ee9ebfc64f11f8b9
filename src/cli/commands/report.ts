import { basename } from 'node:path';
import { mergeReports, message, say, type Shard, toCalendar, withoutAccepted } from '../../core';
import { deliver, deliverText, REPORT_OPTIONS } from '../deliver';
import { EXIT, UsageError, type Arguments, type Command, type ExitCode } from '../command';
import { CATALOG_OPTIONS } from '../catalogOption';
import type { Cli } from '../cli';
import { BASELINE, FAIL_ON, failLevelOf, failsOn } from '../failLevel';
import { readReport } from '../readReport';
import { languageOf } from '../spokenLanguage';
import { reportOrganization } from './reportOrganization';
import { reportRenovate } from './reportRenovate';

export const reportCommand: Command = {
  name: 'report',
  usage: [
    'merge [PREFIX=]FILE.json…',
    'calendar [PREFIX=]FILE.json…',
    'org [NAME=]FOLDER|FILE.jsonl|FILE.json|GLOB…',
    'renovate [paths…]',
  ],
  options: [
    ...REPORT_OPTIONS,
    FAIL_ON,
    BASELINE,
    ...CATALOG_OPTIONS,
    {
      name: 'name',
      value: 'NAME',
      help: message('of merge: what the whole is called, by default like the current folder'),
    },
    {
      name: 'before',
      value: 'FOLDER|FILE|GLOB',
      many: true,
      help: message('of org: the files of an earlier day, for a table of what changed since'),
    },
  ],
  examples: [
    'report merge shard-1.json shard-2.json --format html --output models.html',
    'report merge web=web.json api=api.json --name shop --format cyclonedx',
    'report calendar models.json --output models.ics',
    'report org audits/ --output organization.html',
    'report org shop=audits/web.json audits/*.jsonl --output organization.html',
    'report org audits/ --before audits-last-week/ --output organization.html',
    'report renovate --output renovate-models.json',
  ],
  exits: {
    0: message('nothing at or above the level'),
    1: message('findings, of merge; the others only tell'),
    2: message('wrong usage, or a file that is no report'),
    3: message('one of the audits was not complete'),
  },
  run,
};

const ACTIONS = 'report merge FILE…, report calendar FILE…, report org FOLDER, report renovate';

async function run(args: Arguments, cli: Cli): Promise<ExitCode> {
  const [action, ...files] = args.positionals;
  if (action === 'renovate') return reportRenovate(files, args, cli);
  if (action === 'org') {
    if (files.length === 0)
      throw new UsageError(
        message('report org needs at least one file, or folder of files, that audit --format jsonl wrote.'),
      );
    return reportOrganization(files, args, cli);
  }
  if (action !== 'merge' && action !== 'calendar')
    throw new UsageError(
      action === undefined
        ? message('One of these is expected here: {0}', ACTIONS)
        : message('"{0}" is not one of: {1}', `report ${action}`, ACTIONS),
    );
  if (files.length === 0)
    throw new UsageError(
      message('report {0} needs at least one file that audit --format json wrote.', action),
    );
  if (action === 'calendar' && args.has('format'))
    throw new UsageError(message('report calendar writes an iCalendar file and takes no --format.'));
  const shards: Shard[] = [];
  for (const file of files) shards.push(await readShard(file, cli));
  tellOfPrefixes(shards, args, cli);
  const merged = mergeReports(shards);
  if (action === 'calendar') {
    await deliverText(toCalendar(merged, languageOf(args, 'page', cli)), args, cli);
    return merged.stats.complete ? EXIT.ok : EXIT.incomplete;
  }
  const baseline = args.value('baseline');
  const report = baseline === undefined ? merged : withoutAccepted(merged, await readReport(baseline, cli));
  await deliver(report, { project: args.value('name') ?? basename(cli.cwd), pathPrefix: '' }, args, cli);
  if (!report.stats.complete) return EXIT.incomplete;
  return failsOn(report, failLevelOf(args)) ? EXIT.findings : EXIT.ok;
}

/** Parts of one commit may be joined as they are; places in several repositories have to say in which of them they are. */
function tellOfPrefixes(shards: readonly Shard[], args: Arguments, cli: Cli): void {
  const bare = shards
    .filter(({ prefix }) => prefix === '')
    .map(({ report }) => report.project?.commit ?? null);
  if (new Set(bare).size < 2) return;
  cli.say(
    say(
      message(
        'These reports are of several commits: say of each where its files are (web=web.json), so that places tell their repository.',
      ),
      languageOf(args, 'lines', cli),
    ),
  );
}

/** `web=web.json`: the shard's paths lie in `web/`. */
async function readShard(argument: string, cli: Cli): Promise<Shard> {
  const equals = argument.indexOf('=');
  const prefix = argument.slice(0, Math.max(0, equals)).replace(/(?<!\/)\/+$/, '');
  return { prefix, report: await readReport(argument.slice(equals + 1), cli) };
}
