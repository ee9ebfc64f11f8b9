import { licenseText, originText } from '../../core/report/summary';
import { columns } from '../../core/report/table';
import type { Model } from '../../core/model';
import { EXIT, UsageError, type Arguments, type Command, type ExitCode } from '../command';
import type { Cli } from '../cli';
import { CONNECTION_OPTIONS } from '../options';

export const lookupCommand: Command = {
  name: 'lookup',
  summary: 'Says what is known of models, by their ids in any registry\'s spelling.',
  usage: ['[ids…]', '--stdin < ids.txt'],
  options: [
    { name: 'stdin', help: 'read ids from standard input, one a line' },
    { name: 'format', value: 'FORMAT', choices: ['json', 'table'], help: 'json prints one object a line, in input order (default)' },
    ...CONNECTION_OPTIONS,
  ],
  examples: ['lookup meta-llama/Llama-3.1-8B-Instruct qwen3:8b gpt-4o --format table'],
  run,
};

async function run(args: Arguments, cli: Cli): Promise<ExitCode> {
  const { positionals } = args;
  if (positionals.length === 0 && !args.has('stdin')) throw new UsageError('lookup needs at least one id, or --stdin.');
  const lookup = cli.engine().lookup();
  const table = args.value('format') === 'table';
  const rows: string[][] = [];
  for await (const query of queries(args, cli)) {
    const model = lookup.find(query) ?? null;
    if (table) rows.push(tableRow(query, model));
    else await cli.print(`${JSON.stringify({ query, model })}\n`);
  }
  if (table) await cli.print(`${columns([['ID', 'MODEL', 'LICENCE', 'OPENNESS', 'ORIGIN', 'STATUS'], ...rows]).join('\n')}\n`);
  return EXIT.ok;
}

/** The ids to look up, in the order they were given. An empty line asks nothing. */
async function* queries(args: Arguments, cli: Cli): AsyncGenerator<string> {
  yield* args.positionals;
  if (!args.has('stdin')) return;
  for await (const line of cli.stdin) if (line.trim() !== '') yield line.trim();
}

function tableRow(query: string, model: Model | null): string[] {
  if (model === null) return [query, 'unknown'];
  return [query, model.id, licenseText(model), model.openness.level, originText(model), model.status.state];
}

