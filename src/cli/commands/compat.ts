import {
  effectiveKeys,
  headed,
  judgeNames,
  type Language,
  listed,
  message,
  type Message,
  type NamedPair,
  noted,
  type Relation,
  RELATIONS,
  say,
  sayWord,
  type Verdict,
  VERDICT_WORDS,
} from '../../core';
import { EXIT, UsageError, type Arguments, type Command, type ExitCode } from '../command';
import { CATALOG_OPTIONS } from '../catalogOption';
import type { Cli } from '../cli';
import { factsOf } from '../facts';
import { lookupOf } from '../lookup';
import { LANGUAGE_OPTION, languageOf } from '../spokenLanguage';

export const compatCommand: Command = {
  name: 'compat',
  usage: ['UPSTREAM DOWNSTREAM', '--stdin < pairs.jsonl'],
  options: [
    {
      name: 'relation',
      value: 'RELATION',
      choices: RELATIONS,
      help: message('what is done with the model, derives by default'),
    },
    {
      name: 'stdin',
      help: message('read pairs from standard input: {"upstream", "downstream", "relation"}, one a line'),
    },
    {
      name: 'format',
      value: 'FORMAT',
      choices: ['json', 'table'],
      help: message('json prints one object a line, in input order (default)'),
    },
    LANGUAGE_OPTION,
    ...CATALOG_OPTIONS,
  ],
  examples: [
    'compat llama3.1 apache-2.0 --format table',
    'compat creativeml-openrail-m MIT --relation references',
  ],
  run,
};

async function run(args: Arguments, cli: Cli): Promise<ExitCode> {
  const { catalog } = factsOf(cli);
  const table = args.value('format') === 'table';
  const language = languageOf(args, table ? 'lines' : 'data', cli);
  const print = table ? asText : asJson;
  for await (const pair of pairs(args, cli)) {
    if (cli.unread) break;
    for (const name of [pair.upstream, pair.downstream]) sayModel(name, cli, language);
    await cli.print(print(pair, judgeNames(pair, catalog), language));
  }
  return EXIT.ok;
}

/** Says that a name is a model's where a license is wanted, and under which license the model is. */
function sayModel(name: string, cli: Cli, language: Language): void {
  const { catalog } = factsOf(cli);
  const found = catalog.license(name) === undefined ? catalog.resolve(name) : undefined;
  if (found === undefined || found.via === 'family') return;
  const model = lookupOf(cli).find(name);
  const keys = model && effectiveKeys(model);
  cli.say(
    say(
      keys
        ? message(
            '{0} is a model, and compat takes licenses: the license in effect for it is {1}.',
            name,
            keys,
          )
        : message('{0} is a model, and compat takes licenses: that of the model is not known.', name),
      language,
    ),
  );
}

async function* pairs(args: Arguments, cli: Cli): AsyncGenerator<NamedPair> {
  const [upstream, downstream, extra] = args.positionals;
  const relation = (args.value('relation') ?? 'derives') as Relation;
  if (extra !== undefined) throw new UsageError(message('compat takes two licenses, not "{0}" too.', extra));
  if (upstream !== undefined && downstream !== undefined) yield { upstream, downstream, relation };
  else if (upstream !== undefined || !args.has('stdin'))
    throw new UsageError(message('compat needs two licenses, UPSTREAM and DOWNSTREAM, or --stdin.'));
  if (!args.has('stdin')) return;
  let line = 0;
  for await (const text of cli.stdin) {
    line++;
    if (text.trim() !== '') yield readPair(text, line, relation);
  }
}

function readPair(text: string, line: number, byDefault: Relation): NamedPair {
  const { upstream, downstream, relation = byDefault } = parseObject(text, line);
  if (typeof upstream !== 'string' || typeof downstream !== 'string') {
    throw new UsageError(
      message('Line {0} of the input needs "upstream" and "downstream", both texts.', line),
    );
  }
  if (!RELATIONS.includes(relation as Relation)) {
    throw new UsageError(
      message(
        'Line {0} of the input has the relation {1}; it must be one of {2}.',
        line,
        JSON.stringify(relation),
        RELATIONS.join(', '),
      ),
    );
  }
  return { upstream, downstream, relation: relation as Relation };
}

function parseObject(text: string, line: number): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // The message below says what was wanted.
  }
  throw new UsageError(message('Line {0} of the input is not a JSON object.', line));
}

type Judgement = ReturnType<typeof judgeNames>;

function asJson(
  { upstream, downstream, relation }: NamedPair,
  { verdict, reasons, obligations }: Judgement,
  language: Language,
): string {
  return `${JSON.stringify({
    upstream,
    downstream,
    relation,
    verdict,
    reasons: reasons.map(({ rule, clause, text, license, source }) => ({
      rule,
      clause,
      text: say(text, language),
      license,
      source,
    })),
    obligations: obligations.map(({ obligation, trigger, certain, clause, phrase, text }) => ({
      obligation,
      trigger,
      certain,
      clause,
      phrase,
      text: say(text, language),
    })),
  })}\n`;
}

/** Two licenses are judged, no use of a model. */
const COMPATIBILITY_WORDS: Readonly<Record<Verdict, Message>> = {
  ...VERDICT_WORDS,
  ok: message('Compatible'),
  obligations: message('Compatible, with duties'),
  conflict: message('Not compatible'),
};

function asText(
  { upstream, downstream, relation }: NamedPair,
  { verdict, reasons, obligations }: Judgement,
  language: Language,
): string {
  return [
    headed(
      noted(`${upstream} → ${downstream}`, relation, language),
      sayWord(verdict, COMPATIBILITY_WORDS, language),
      language,
    ),
    ...reasons.map(
      ({ rule, clause, text }) => `  ${rule}  ${withClause(say(text, language), clause, language)}`,
    ),
    ...obligations.map(
      ({ text, certain, clause }) =>
        `  - ${listed([withClause(say(text, language), clause, language), ...(certain ? [] : [say(message('if it applies'), language)])], language)}`,
    ),
    '',
  ].join('\n');
}

function withClause(text: string, clause: string | null, language: Language): string {
  return clause === null ? text : noted(text, clause, language);
}
