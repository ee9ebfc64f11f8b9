import {
  closest,
  columns,
  render,
  RULE_CODES,
  ruleInfo,
  type RuleInfo,
  RULES,
  toldWithoutPolicy,
} from '../../core';
import { EXIT, UsageError, type Arguments, type Command, type ExitCode } from '../command';
import type { Cli } from '../cli';

export const explainCommand: Command = {
  name: 'explain',
  usage: ['', 'RULE'],
  options: [],
  examples: ['explain', 'explain license/denied'],
  exits: ['0  done', '2  wrong usage, or no such rule'],
  run,
};

async function run(args: Arguments, cli: Cli): Promise<ExitCode> {
  const [code, extra] = args.positionals;
  if (extra !== undefined) throw new UsageError(`explain takes one rule, not "${extra}" too.`);
  if (code === undefined) {
    await cli.print(
      `${columns(RULES.map(({ code: name, severity, summary }) => [name, severity, render(summary)])).join('\n')}\n`,
    );
    return EXIT.ok;
  }
  const rule = ruleInfo(code);
  if (rule === undefined) throw unknownRule(code);
  await cli.print(explanation(rule));
  return EXIT.ok;
}

function unknownRule(code: string): UsageError {
  const nearest = closest(code, RULE_CODES);
  return new UsageError(
    `There is no rule "${code}". ${nearest === undefined ? 'explain lists them all.' : `Did you mean ${nearest}?`}`,
  );
}

function explanation(rule: RuleInfo): string {
  const { code, severity, summary, checks, why, settle, example } = rule;
  return [
    code,
    render(summary),
    '',
    `Severity: ${severity}, unless the policy sets another. ${render(toldWithoutPolicy(rule))}`,
    '',
    'What it checks',
    `  ${render(checks)}`,
    '',
    'Why',
    `  ${render(why)}`,
    '',
    'How to settle it',
    ...settle.map((step) => `  - ${render(step)}`),
    '',
    'Example',
    ...example.split('\n').map((line) => `  ${line}`.trimEnd()),
    '',
  ].join('\n');
}
