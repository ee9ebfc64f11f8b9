import {
  AI_ACT_WORDS,
  closest,
  columns,
  endingText,
  governingLawText,
  type LicenseRecord,
  render,
} from '../../core';
import { EXIT, UsageError, type Arguments, type Command, type ExitCode } from '../command';
import { CATALOG_OPTION } from '../catalogOption';
import type { Cli } from '../cli';
import { factsOf } from '../facts';

export const licensesCommand: Command = {
  name: 'licenses',
  usage: ['', 'KEY'],
  options: [
    {
      name: 'format',
      value: 'FORMAT',
      choices: ['json', 'table'],
      help: 'table for people (default), json for programs',
    },
    CATALOG_OPTION,
  ],
  examples: ['licenses', 'licenses llama3.1 --format json'],
  exits: ['0  done', '2  wrong usage, or no such license'],
  run,
};

async function run(args: Arguments, cli: Cli): Promise<ExitCode> {
  const [key, extra] = args.positionals;
  if (extra !== undefined) throw new UsageError(`licenses takes one key, not "${extra}" too.`);
  const { catalog } = factsOf(cli);
  const json = args.value('format') === 'json';
  if (key === undefined) {
    await cli.print(json ? `${JSON.stringify(catalog.licenses, null, 2)}\n` : listText(catalog.licenses));
    return EXIT.ok;
  }
  const record = catalog.license(key);
  if (record === undefined) throw unknownLicense(key, catalog.licenses);
  await cli.print(json ? `${JSON.stringify(record, null, 2)}\n` : recordText(record));
  return EXIT.ok;
}

function unknownLicense(key: string, licenses: readonly LicenseRecord[]): UsageError {
  const nearest = closest(
    key,
    licenses.map((license) => license.key),
  );
  return new UsageError(
    `There is no license "${key}". ${nearest === undefined ? 'licenses lists them all.' : `Did you mean ${nearest}?`}`,
  );
}

function listText(licenses: readonly LicenseRecord[]): string {
  const rows = licenses.map(({ key, spdx, category, commercialUse, name }) => [
    key,
    spdx ?? '-',
    category,
    commercialUse,
    name,
  ]);
  return `${columns([['KEY', 'SPDX', 'CATEGORY', 'COMMERCIAL', 'NAME'], ...rows]).join('\n')}\n`;
}

function recordText(record: LicenseRecord): string {
  return [
    record.name,
    '',
    ...columns(factRows(record)),
    '',
    record.summary,
    ...terms(
      'Rights',
      record.rights.map(({ right, value, clause, note }) => [`${right}: ${value}`, clause ?? '', note ?? '']),
    ),
    ...terms(
      'Obligations',
      record.obligations.map(({ obligation, triggers, clause, text, note }) => [
        obligation,
        clause ?? '',
        `on ${triggers.join(', ')}${quoted(text)}${note === undefined ? '' : ` (${note})`}`,
      ]),
    ),
    ...terms(
      'Restrictions',
      record.restrictions.map(({ restriction, triggers, uses = [], clause, note }) => [
        restriction,
        clause ?? '',
        `on ${triggers.join(', ')}${uses.length === 0 ? '' : `: ${uses.join(', ')}`}${note === undefined ? '' : ` (${note})`}`,
      ]),
    ),
    ...terms(
      'Thresholds',
      record.thresholds.map(({ text, clause }) => [text, clause ?? '']),
    ),
    ...terms(
      'Regions',
      record.regions.map(({ text, clause }) => [text, clause ?? '']),
    ),
    ...terms(
      'Termination',
      (record.termination ?? []).map((ending) => [
        render(endingText(ending)),
        ending.clause ?? '',
        ending.note ?? '',
      ]),
    ),
    ...terms('Notes', record.notes === null ? [] : [[record.notes]]),
    ...terms(
      'Evidence',
      record.evidence.map(({ source, sections, date }) => [source, sections ?? '', date]),
    ),
    '',
  ].join('\n');
}

function factRows(record: LicenseRecord): readonly (readonly string[])[] {
  return [
    ['key', record.key],
    ['SPDX', record.spdx ?? '-'],
    ['publisher', record.publisher ?? '-'],
    ['category', record.category],
    [
      'commercial use',
      record.commercialCondition === null
        ? record.commercialUse
        : `${record.commercialUse}: ${record.commercialCondition}`,
    ],
    ['text', record.url ?? '-'],
    ['checked', record.verification],
    ...aiActRow(record.meets),
    ...governingLawRow(record),
  ];
}

/** What the Commission's guidelines make of the license; an inference, and said to be one. */
function aiActRow({ aiActOpenSource, aiActReasons }: LicenseRecord['meets']): readonly (readonly string[])[] {
  if (aiActOpenSource === null) return [];
  return [['EU AI Act', [render(AI_ACT_WORDS[aiActOpenSource]), ...aiActReasons].join('; ')]];
}

function governingLawRow({ governingLaw }: LicenseRecord): readonly (readonly string[])[] {
  if (governingLaw === undefined) return [];
  const clause = governingLaw.clause === null ? '' : ` (${governingLaw.clause})`;
  return [['governing law', `${render(governingLawText(governingLaw))}${clause}`]];
}

function quoted(text: string | undefined): string {
  return text === undefined ? '' : `: "${text}"`;
}

function terms(title: string, rows: readonly (readonly string[])[]): readonly string[] {
  return rows.length === 0 ? [] : ['', `${title}:`, ...columns(rows).map((line) => `  ${line}`)];
}
