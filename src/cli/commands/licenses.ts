import {
  AI_ACT_WORDS,
  barredUsesText,
  CATEGORY_WORDS,
  closest,
  columns,
  COMMERCIAL_WORDS,
  endingText,
  ENGLISH,
  governingLawText,
  GRANT_WORDS,
  type Language,
  type LicenseRecord,
  message,
  type Message,
  NOTES_IN_ENGLISH,
  OBLIGATION_WORDS,
  RESTRICTION_WORDS,
  RIGHT_WORDS,
  say,
  listed,
  sayWord,
  sizeIn,
  type Trigger,
  TRIGGER_WORDS,
  VERIFICATION_WORDS,
  headed,
  noted,
  sideBySide,
} from '../../core';
import { EXIT, UsageError, type Arguments, type Command, type ExitCode } from '../command';
import { CATALOG_OPTIONS } from '../catalogOption';
import type { Cli } from '../cli';
import { factsOf } from '../facts';
import { LANGUAGE_OPTION, languageOf } from '../spokenLanguage';

export const licensesCommand: Command = {
  name: 'licenses',
  usage: ['', 'KEY'],
  options: [
    {
      name: 'format',
      value: 'FORMAT',
      choices: ['json', 'table'],
      help: message('table for people (default), json for programs'),
    },
    LANGUAGE_OPTION,
    ...CATALOG_OPTIONS,
  ],
  examples: ['licenses', 'licenses llama3.1 --format json'],
  exits: { 0: message('done'), 2: message('wrong usage, or no such license') },
  run,
};

async function run(args: Arguments, cli: Cli): Promise<ExitCode> {
  const [key, extra] = args.positionals;
  if (extra !== undefined) throw new UsageError(message('licenses takes one key, not "{0}" too.', extra));
  const { catalog } = factsOf(cli);
  const json = args.value('format') === 'json';
  const language = languageOf(args, json ? 'data' : 'lines', cli);
  if (key === undefined) {
    await cli.print(
      json ? `${JSON.stringify(catalog.licenses, null, 2)}\n` : listText(catalog.licenses, language),
    );
    return EXIT.ok;
  }
  const record = catalog.license(key);
  if (record === undefined) throw new UsageError(unknownLicense(key, catalog.licenses));
  await cli.print(json ? `${JSON.stringify(record, null, 2)}\n` : recordText(record, language));
  return EXIT.ok;
}

function unknownLicense(key: string, licenses: readonly LicenseRecord[]): Message {
  const keys = licenses.map((license) => license.key);
  const part = key.toLowerCase();
  const nearest = closest(key, keys) ?? keys.find((one) => one.split('-').includes(part));
  return nearest === undefined
    ? message('There is no license "{0}". `licenses` lists them all.', key)
    : message('There is no license "{0}". Did you mean {1}?', key, nearest);
}

function listText(licenses: readonly LicenseRecord[], language: Language): string {
  const rows = licenses.map(({ key, spdx, category, commercialUse, name }) => [
    key,
    spdx ?? '-',
    sayWord(category, CATEGORY_WORDS, language),
    sayWord(commercialUse, COMMERCIAL_WORDS, language),
    name,
  ]);
  const [key = '', ...others] = LIST_HEAD.map((cell) => say(cell, language).toUpperCase());
  const head = [key, 'SPDX', ...others];
  return `${columns([head, ...rows]).join('\n')}\n`;
}

const LIST_HEAD: readonly Message[] = [
  message('Key'),
  message('Category'),
  message('Commercial'),
  message('Name'),
];

function recordText(record: LicenseRecord, language: Language): string {
  return [
    record.name,
    ...(language.tag === ENGLISH.tag ? [] : ['', say(NOTES_IN_ENGLISH, language)]),
    '',
    ...columns(factRows(record, language)),
    '',
    record.summary,
    ...terms(message('Rights'), rightRows(record, language), language),
    ...terms(message('Obligations'), obligationRows(record, language), language),
    ...terms(message('Restrictions'), restrictionRows(record, language), language),
    ...terms(
      message('Thresholds'),
      record.thresholds.map((threshold) => [thresholdText(threshold, language), threshold.clause ?? '']),
      language,
    ),
    ...terms(
      message('Regions'),
      record.regions.map(({ text, clause }) => [text, clause ?? '']),
      language,
    ),
    ...terms(
      message('Termination'),
      (record.termination ?? []).map((ending) => [
        say(endingText(ending), language),
        ending.clause ?? '',
        ending.note ?? '',
      ]),
      language,
    ),
    ...terms(message('Notes'), record.notes === null ? [] : [[record.notes]], language),
    ...terms(
      message('Evidence'),
      record.evidence.map(({ source, sections, date }) => [source, sections ?? '', date]),
      language,
    ),
    '',
  ].join('\n');
}

type Rows = readonly (readonly string[])[];

function rightRows({ rights }: LicenseRecord, language: Language): Rows {
  return rights.map(({ right, value, clause, note }) => [
    headed(sayWord(right, RIGHT_WORDS, language), sayWord(value, GRANT_WORDS, language), language),
    clause ?? '',
    note ?? '',
  ]);
}

function obligationRows({ obligations }: LicenseRecord, language: Language): Rows {
  return obligations.map(({ obligation, triggers, clause, text, note }) => [
    sayWord(obligation, OBLIGATION_WORDS, language),
    clause ?? '',
    `${onText(triggers, language)}${quoted(text, language)}${behind(note, language)}`,
  ]);
}

function restrictionRows({ restrictions }: LicenseRecord, language: Language): Rows {
  return restrictions.map(({ restriction, triggers, uses = [], clause, note }) => [
    sayWord(restriction, RESTRICTION_WORDS, language),
    clause ?? '',
    `${onText(triggers, language)}${uses.length === 0 ? '' : headed('', barredUsesText(uses, language.translate), language)}${behind(note, language)}`,
  ]);
}

/** When a term holds: `on distribution, derivative`. */
function onText(triggers: readonly Trigger[], language: Language): string {
  const words = triggers.map((trigger) => sayWord(trigger, TRIGGER_WORDS, language));
  return say(message('on {0}', listed(words, language)), language);
}

function factRows(record: LicenseRecord, language: Language): Rows {
  const commercial = sayWord(record.commercialUse, COMMERCIAL_WORDS, language);
  const rows: readonly FactRow[] = [
    [message('publisher'), record.publisher ?? '-'],
    [message('category'), sayWord(record.category, CATEGORY_WORDS, language)],
    [
      message('commercial use'),
      record.commercialCondition === null
        ? commercial
        : headed(commercial, record.commercialCondition, language),
    ],
    [message('text'), record.url ?? '-'],
    [message('checked'), sayWord(record.verification, VERIFICATION_WORDS, language)],
    ...aiActRow(record.meets, language),
    ...governingLawRow(record, language),
  ];
  return [
    [say(message('key'), language), record.key],
    ['SPDX', record.spdx ?? '-'],
    ...rows.map(([label, value]) => [say(label, language), value]),
  ];
}

type FactRow = readonly [Message, string];

/** What the Commission's guidelines make of the license; an inference, and said to be one. */
function aiActRow(
  { aiActOpenSource, aiActReasons }: LicenseRecord['meets'],
  language: Language,
): readonly FactRow[] {
  if (aiActOpenSource === null) return [];
  return [
    [
      message('EU AI Act'),
      sideBySide([say(AI_ACT_WORDS[aiActOpenSource], language), ...aiActReasons], (text) =>
        say(text, language),
      ),
    ],
  ];
}

function governingLawRow({ governingLaw }: LicenseRecord, language: Language): readonly FactRow[] {
  if (governingLaw === undefined) return [];
  const clause = governingLaw.clause === null ? '' : noted('', governingLaw.clause, language);
  return [[message('governing law'), `${say(governingLawText(governingLaw), language)}${clause}`]];
}

function quoted(text: string | undefined, language: Language): string {
  return text === undefined ? '' : headed('', `"${text}"`, language);
}

function behind(note: string | undefined, language: Language): string {
  return note === undefined ? '' : noted('', note, language);
}

function terms(title: Message, rows: Rows, language: Language): readonly string[] {
  return rows.length === 0
    ? []
    : ['', headed(say(title, language), '', language).trimEnd(), ...columns(rows).map((line) => `  ${line}`)];
}

/** The record's own words are English: in another language the size stands before them. */
function thresholdText(threshold: LicenseRecord['thresholds'][number], language: Language): string {
  const size = sizeIn(threshold);
  return language.tag === ENGLISH.tag || typeof size === 'string'
    ? threshold.text
    : noted(say(size, language), threshold.text, language);
}
