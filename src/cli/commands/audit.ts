import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { audit } from '../../core/audit/audit';
import type { PolicyText } from '../../core/audit/policyScope';
import type { AuditResult } from '../../core/audit/result';
import { render } from '../../core/message';
import type { AuditReport } from '../../core/report/auditReport';
import { toReport } from '../../core/report/toReport';
import { diskFiles } from '../../node/fileSource';
import { decode, pause, systemClock } from '../../node/host';
import { progressBar } from '../../node/progressBar';
import { slashes, surroundingsOf, targetOf, type Target } from '../../node/target';
import { EXIT, UsageError, type Arguments, type Command, type ExitCode } from '../command';
import type { Cli } from '../cli';
import { interruptSignal } from '../interrupt';
import { CONNECTION_OPTIONS } from '../options';
import { deliver, REPORT_OPTIONS } from '../deliver';

const FAIL_LEVELS = ['error', 'warning', 'never'] as const;
type FailLevel = (typeof FAIL_LEVELS)[number];

export const auditCommand: Command = {
  name: 'audit',
  summary: 'Finds every model that files name and judges it by the policy.',
  usage: ['[paths…]'],
  options: [
    { name: 'policy', value: 'FILE', help: 'judge by this policy instead of the .model-policy.yaml files in the tree' },
    { name: 'fail-on', value: 'LEVEL', choices: FAIL_LEVELS, help: 'the least severity that gives exit code 1, error by default' },
    { name: 'exclude', value: 'GLOB', many: true, help: 'leave out what matches; may be given several times' },
    ...REPORT_OPTIONS,
    ...CONNECTION_OPTIONS,
  ],
  examples: ['audit', 'audit src --format json --output audit.json', 'audit --fail-on warning'],
  exits: [
    '0  nothing at or above the level', '1  findings', '2  wrong usage or unreadable policy',
    '3  incomplete: cancelled, or something could not be read',
  ],
  run,
};

async function run(args: Arguments, cli: Cli): Promise<ExitCode> {
  const target = targetOf(args.positionals, cli.cwd);
  if (target.missing.length > 0) throw new UsageError(`There is no file or folder ${target.missing.map((path) => `"${path}"`).join(', ')}.`);
  const result = await search(args, target, cli);
  const broken = policyErrors(result);
  if (broken.length > 0) throw new UsageError(`The policy cannot be used, so nothing was judged.\n${broken.join('\n')}`);
  const report = toReport(result, { version: cli.version, catalogDate: cli.engine().catalog.date });
  const prefix = slashes(relative(cli.cwd, target.root));
  await deliver(report, { project: target.name, pathPrefix: prefix === '' ? '' : `${prefix}/` }, args, cli);
  return exitCode(report, (args.value('fail-on') ?? 'error') as FailLevel);
}

async function search(args: Arguments, target: Target, cli: Cli): Promise<AuditResult> {
  const policy = args.value('policy');
  const bar = progressBar(process.stderr, systemClock.now);
  const interrupt = interruptSignal();
  try {
    return await audit({
      folders: [{ name: target.name, source: diskFiles(target.root), include: target.include, ...surroundingsOf(target.root) }],
      exclude: args.values('exclude'),
      ...(policy !== undefined && { policyOverride: namedPolicy(policy, cli) }),
      signal: interrupt, onProgress: bar.update,
    }, { engine: cli.engine(), decode, clock: systemClock, pause });
  } finally {
    interrupt.stop();
    bar.clear();
  }
}

function namedPolicy(path: string, { cwd }: Cli): PolicyText {
  try {
    return { path: slashes(relative(cwd, resolve(cwd, path))), text: readFileSync(resolve(cwd, path), 'utf8') };
  } catch (error) {
    throw new UsageError(`The policy ${path} cannot be read: ${(error as Error).message}`);
  }
}

/** A policy with an error judges nothing, and a report made without it would look as if all were allowed. */
function policyErrors({ policies }: AuditResult): readonly string[] {
  return policies.flatMap(({ path, problems }) => problems.filter(({ severity }) => severity === 'error')
    .map(({ span, message }) => `${path}:${span.line}:${span.column} ${render(message)}`));
}

/** An audit that is not complete has not shown that there is nothing else, whatever it found. */
function exitCode({ stats, findings }: AuditReport, level: FailLevel): ExitCode {
  if (!stats.complete) return EXIT.incomplete;
  const failing = findings.some(({ severity }) => severity === 'error' ? level !== 'never' : severity === 'warning' && level === 'warning');
  return failing ? EXIT.findings : EXIT.ok;
}
