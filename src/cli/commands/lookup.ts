import {
  askedService,
  columns,
  COMMERCIAL_WORDS,
  commercialUseOf,
  headed,
  isHubId,
  isoDay,
  jointTerms,
  type Language,
  licenseText,
  livesAt,
  message,
  type Model,
  namedModels,
  NEVER_CANCELED,
  opennessText,
  originText,
  type Registry,
  say,
  sayWord,
  STATUS_WORDS,
  statusLine,
  unknownText,
} from '../../core';
import { systemClock } from '../../node/host';
import { EXIT, UsageError, type Arguments, type Command, type ExitCode } from '../command';
import { CATALOG_OPTIONS } from '../catalogOption';
import type { Cli } from '../cli';
import { factsOf } from '../facts';
import { lookupOf } from '../lookup';
import { CONNECTION_OPTIONS } from '../options';
import { LANGUAGE_OPTION, languageOf } from '../spokenLanguage';
import { researchFor, sayUnanswered } from '../research';

export const lookupCommand: Command = {
  name: 'lookup',
  usage: ['[ids…]', '--stdin < ids.txt', '--clear-cache'],
  options: [
    { name: 'stdin', help: message('read ids from standard input, one a line') },
    {
      name: 'format',
      value: 'FORMAT',
      choices: ['json', 'table'],
      help: message(
        'json prints one object a line, in input order (default: table on a terminal, else json)',
      ),
    },
    ...CONNECTION_OPTIONS,
    { name: 'clear-cache', help: message('forget the answers of the Hub that earlier runs kept') },
    ...CATALOG_OPTIONS,
    LANGUAGE_OPTION,
  ],
  examples: [
    'lookup meta-llama/Llama-3.1-8B-Instruct qwen3:8b gpt-4o --format table',
    'lookup acme/new-model --online',
  ],
  run,
};

async function run(args: Arguments, cli: Cli): Promise<ExitCode> {
  const { positionals } = args;
  if (args.has('clear-cache')) await clearCache(args, cli);
  else if (positionals.length === 0 && !args.has('stdin'))
    throw new UsageError(message('lookup needs at least one id, or --stdin.'));
  const lookup = lookupOf(cli);
  const research = await researchFor(args, cli);
  const asTable = (args.value('format') ?? (cli.terminal ? 'table' : 'json')) === 'table';
  const rows: Row[] = [];
  for await (const batch of batches(queries(args, cli))) {
    if (cli.unread) break;
    await research?.lookUp(
      batch.flatMap((query) => namedModels(nameOf(query, cli), lookup.find(query))),
      NEVER_CANCELED,
    );
    for (const query of batch) {
      const model = lookup.find(query) ?? null;
      if (asTable) rows.push({ query, model });
      else
        await cli.print(
          `${JSON.stringify({ query, model, ...termsOf(model, cli), ...hostsOf(model, cli), ...serviceOf(query, model, cli) })}\n`,
        );
    }
  }
  const language = languageOf(args, 'lines', cli);
  if (rows.length > 0) await cli.print(tableOf(rows, language, cli));
  sayUnanswered(research, args, cli);
  await sayNearestTo(positionals, cli, language);
  return EXIT.ok;
}

/** Which names were probably meant. Most names are known, so what finds them is loaded only for others. */
async function sayNearestTo(names: readonly string[], cli: Cli, language: Language): Promise<void> {
  const { catalog } = factsOf(cli);
  const others = names.filter((name) => (catalog.resolve(name)?.via ?? 'family') === 'family');
  if (others.length === 0) return;
  const { sayNearest } = await import('../nearest');
  for (const name of others) sayNearest(name, cli, language);
}

/** What the licenses in effect bar together, what the AI Act makes of them, and their notes. */
function termsOf(model: Model | null, cli: Cli): { readonly terms?: object } {
  const joint = model === null ? undefined : jointTerms(model, factsOf(cli).catalog);
  if (joint === undefined) return {};
  const [first, ...also] = joint.licenses;
  const notes = joint.licenses.flatMap((license) => license.notes ?? []);
  return {
    terms: {
      license: first?.key,
      ...(also.length > 0 && { also: also.map(({ key }) => key) }),
      barredUses: joint.barredUses,
      aiActOpenSource: joint.aiActOpenSource,
      aiActReasons: joint.aiActReasons,
      notes: notes.length === 0 ? null : notes.join('\n'),
    },
  };
}

/** What the calendar of each host that has the model says of its end, the maker's first. */
function livesOf(model: Model | null, cli: Cli): ReturnType<typeof livesAt> {
  return model === null ? [] : livesAt(factsOf(cli).catalog, model.id, isoDay(systemClock.now()));
}

function hostsOf(model: Model | null, cli: Cli): { readonly hosts?: readonly object[] } {
  const hosts = livesOf(model, cli).map(({ host, id, status: { state, date, successor }, source }) => ({
    host,
    id,
    status: state,
    endsOn: date ?? null,
    successor: successor ?? null,
    source,
  }));
  return hosts.length === 0 ? {} : { hosts };
}

/** Who runs the model where the query names a host. */
function serviceOf(query: string, model: Model | null, cli: Cli): { readonly service?: object } {
  const service = askedService(factsOf(cli).catalog, query, {
    model: model?.id ?? null,
    today: isoDay(systemClock.now()),
  });
  return service === undefined ? {} : { service };
}

async function clearCache(args: Arguments, cli: Cli): Promise<void> {
  const { lookUpCache } = await import('../openResearch');
  await lookUpCache(cli).clear();
  cli.say(say(message('The kept answers of the Hub are forgotten.'), languageOf(args, 'lines', cli)));
}

/** As many as are asked for at once: enough to keep the Hub busy, few enough that results come as they go. */
const BATCH = 32;

async function* batches(names: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let batch: string[] = [];
  for await (const name of names) {
    batch.push(name);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** A name without a registry that the catalog does not know is the Hub's where it has the Hub's form. */
function nameOf(query: string, cli: Cli): { readonly id: string; readonly registry: Registry } {
  return {
    id: query,
    registry: factsOf(cli).catalog.resolve(query)?.registry ?? (isHubId(query) ? 'huggingface' : 'ollama'),
  };
}

/** The ids to look up, in the order they were given. An empty line asks nothing. */
async function* queries(args: Arguments, cli: Cli): AsyncGenerator<string> {
  yield* args.positionals;
  if (!args.has('stdin')) return;
  for await (const line of cli.stdin) if (line.trim() !== '') yield line.trim();
}

interface Row {
  readonly query: string;
  readonly model: Model | null;
}

/**
 * What hosts say of an end, and sources do not agree on, stands below the table: it is too long for a column, and too weighty to leave
 * out.
 */
function tableOf(rows: readonly Row[], language: Language, cli: Cli): string {
  const head = [
    'ID',
    ...[
      message('Model'),
      message('License'),
      message('Commercial use'),
      message('Openness'),
      message('Origin'),
      message('Status'),
    ].map((title) => say(title, language).toUpperCase()),
  ];
  const table = columns([head, ...rows.map((row) => tableRow(row, language))]);
  const ends = rows.flatMap(({ query, model }) => {
    const lives = livesOf(model, cli);
    return model === null || lives.every(({ status }) => status.state === 'active')
      ? []
      : headed(
          query,
          statusLine(model, lives, (text) => say(text, language)),
          language,
        );
  });
  const disagreements = rows.flatMap(({ query, model }) =>
    (model?.contradictions ?? []).map((text) =>
      say(message('{0}: sources disagree on {1}', query, text), language),
    ),
  );
  const below = [...ends, ...disagreements];
  return `${[...table, ...(below.length > 0 ? ['', ...below] : [])].join('\n')}\n`;
}

function tableRow({ query, model }: Row, language: Language): string[] {
  if (model === null) return [query, unknownText(language)];
  return [
    query,
    model.id,
    licenseText(model, language.translate),
    sayWord(commercialUseOf(model), COMMERCIAL_WORDS, language),
    opennessText(model, language),
    originText(model, language.translate),
    sayWord(model.status.state, STATUS_WORDS, language),
  ];
}
