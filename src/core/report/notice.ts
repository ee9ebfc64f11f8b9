import { NOTICE_TITLE } from '../audit/contentRules';
import { message, type Message } from '../message';
import type { AuditReport, ReportedLicense, ReportedObligation } from './auditReport';
import { ENGLISH, fullStop, type Language, noted, say } from './language';
import { surenessOf } from '../policy/sureness';
import { uriPart } from '../text/uriPart';
import { isUse as isUsedAs } from '../vocabulary';
import { hasWeights } from './services';
import { conditionText, isUse, modelRows, nameCountText, type ModelRow, unstatedUse } from './summary';
import { grouped } from '../text/grouped';
import { distinct } from '../text/sorted';
import { visibleLines } from './visible';

/** Duties for which recipients are to read something of a model: a notice file is where they read it. */
const IN_NOTICE: ReadonlySet<string> = new Set([
  'include-notice',
  'give-credit',
  'retain-copyright',
  'include-license',
  'state-changes',
]);

/**
 * A notice file for what the project does with its models. First, where something is missing that only the author can supply, what that
 * is. Then what recipients are to read: for each license that asks for it the models it covers, each with its publisher and page, the words
 * the license wants kept, and where its text is. It quotes what a license prescribes and invents neither a copyright line nor a text.
 * Last, as lines to take out, what the author still has to do, and the models it does not speak of. The title is the same in every
 * language: an audit knows the file by it.
 */
export function toNotice(report: AuditReport, project: string, language: Language = ENGLISH): string {
  const licenses = new Map(report.licenses.map((license) => [license.key, license]));
  const rows = modelRows(report);
  const known = new Map(rows.map((row) => [row.id, row]));
  const called = onlyCalled(rows);
  const sections = [
    ...grouped(
      report.obligations.filter(({ model }) => !called.has(model)),
      ({ license }) => license,
    ),
  ]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([key, own]): Section => ({ license: licenses.get(key) ?? { key, name: key, url: null }, duties: own }),
    );
  const told = sections
    .map((section) => ({ ...section, duties: section.duties.filter(({ what }) => IN_NOTICE.has(what)) }))
    .filter(({ duties }) => duties.length > 0);
  const blocks = [
    useFirst(report, language),
    toAdd(told, known, language),
    [
      `${NOTICE_TITLE}${project}`,
      '',
      say(introduction(told.length, unstatedUse(report) !== undefined), language),
    ],
    ...told.map((section) => forRecipients(section, known, language)),
    forAuthor({ sections, rows, complete: report.stats.complete }, language),
  ];
  const text = blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
  // A report that somebody handed over may hold anything.
  return `${visibleLines(text)}\n`;
}

interface Section {
  readonly license: ReportedLicense;
  readonly duties: readonly ReportedObligation[];
}

type Rows = ReadonlyMap<string, ModelRow>;

/** Models that run elsewhere: nothing of them is given on. */
function onlyCalled(rows: readonly ModelRow[]): ReadonlySet<string> {
  return new Set(
    rows
      .filter(({ places }) => places.every(({ role }) => role === 'calls' || !isUsedAs(role)))
      .map(({ id }) => id),
  );
}

function introduction(licenses: number, isUseOpen: boolean): Message {
  if (licenses === 0 && isUseOpen)
    return message('Whether a license of a model asks for a notice is not known.');
  return licenses === 0
    ? message('No license of a model asks for a notice, for what this project does with it.')
    : message('The models below are licensed by their publishers under the terms named with them.');
}

// ── What is missing ─────────────────────────────────────────────────────────────────────────────────────────────

/** That nobody said to whom the models are given: what is owed to recipients is then not here. */
function useFirst(report: AuditReport, language: Language): readonly string[] {
  const open = unstatedUse(report);
  return open === undefined ? [] : asComments([say(open, language)]);
}

/** What a notice needs that no record holds: whole texts, the notices that came with the models, and who holds the copyright. */
function toAdd(sections: readonly Section[], known: Rows, language: Language): readonly string[] {
  const open = sections.map(({ license: { name }, duties }) => {
    const due = duties.filter(({ state }) => state !== 'done');
    const of = (what: ReportedObligation['what']): readonly ReportedObligation[] =>
      due.filter((duty) => duty.what === what && duty.words === null);
    const copyright = modelsOf(of('retain-copyright'));
    const notices = modelsOf(of('include-notice'));
    const uncredited = of('give-credit').filter(({ model }) => publisherOf(known.get(model)) === undefined);
    return [
      ...(of('include-license').length > 0
        ? [message('the text of the license, or a file with it: {0}', name)]
        : []),
      ...(copyright.length > 0
        ? [
            message(
              'the copyright lines that came with the model, as its repository has them: {0}',
              copyright.join(', '),
            ),
          ]
        : []),
      ...(notices.length > 0
        ? [message('the notice that came with the model, where it has one: {0}', notices.join(', '))]
        : []),
      ...modelsOf(uncredited).map((model) => message('who made the model, which is not known: {0}', model)),
    ];
  });
  const lines = distinct(open.flat().map((text) => say(text, language)));
  return lines.length === 0
    ? []
    : asComments([
        say(message('Incomplete: add, before this is given on, and take these lines out:'), language),
        ...lines.map(indented),
      ]);
}

function modelsOf(duties: readonly ReportedObligation[]): readonly string[] {
  return distinct(duties.map(({ model }) => model));
}

function indented(line: string): string {
  return `  ${line}`;
}

function asComments(lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line === '' ? '#' : `# ${line}`));
}

// ── For recipients ──────────────────────────────────────────────────────────────────────────────────────────────

function forRecipients(
  { license: { name: title, url }, duties }: Section,
  known: Rows,
  language: Language,
): readonly string[] {
  const words = prescribed(duties.filter(({ certain }) => certain));
  const possible = prescribed(
    duties.filter((duty) => !duty.certain && duty.what === 'include-notice'),
  ).filter((line) => !words.includes(line));
  return [
    title,
    '-'.repeat(title.length),
    ...(url === null ? [] : [say(message('Terms: {0}', url), language)]),
    say(message('Models:'), language),
    ...modelsOf(duties).flatMap((model) => credit(model, known.get(model), language)),
    ...(words.length > 0 ? ['', ...words] : []),
    ...(possible.length > 0
      ? [
          '',
          say(message('Where the models themselves are given or offered to others:'), language),
          '',
          ...possible,
        ]
      : []),
  ];
}

/** A model with who published it, what it was made from, and its page: what licenses that ask for credit want named. */
function credit(id: string, row: ModelRow | undefined, language: Language): readonly string[] {
  const bases = (row?.model?.origin ?? []).flatMap(({ model, probable }) =>
    model === id || probable === true ? [] : model,
  );
  const publisher = publisherOf(row);
  return [
    `  ${id}`,
    ...(publisher === undefined ? [] : [`    ${say(message('Publisher: {0}', publisher), language)}`]),
    ...(row?.model?.registry === 'huggingface' ? [`    ${pageOf(id)}`] : []),
    ...distinct(bases).map((base) => `    ${say(message('Based on: {0}', base), language)}`),
  ];
}

function publisherOf(row: ModelRow | undefined): string | undefined {
  return row?.model?.publisher?.name;
}

function pageOf(id: string): string {
  return `https://huggingface.co/${id.split('/').map(uriPart).join('/')}`;
}

/** The words a license prescribes, as they are. */
function prescribed(duties: readonly ReportedObligation[]): readonly string[] {
  return distinct(duties.flatMap(({ words }) => words ?? []));
}

// ── For the author ──────────────────────────────────────────────────────────────────────────────────────────────

interface Audited {
  readonly sections: readonly Section[];
  readonly rows: readonly ModelRow[];
  readonly complete: boolean;
}

function forAuthor({ sections, rows, complete }: Audited, language: Language): readonly string[] {
  const owing = new Set(sections.flatMap(({ duties }) => modelsOf(duties)));
  const lines = [
    ...sections.flatMap(({ license, duties }) => ordersOf(license, duties, language)),
    ...namesOf(
      (count) => message('Not allowed, as the audit says, which a notice does not change ({0}):', count),
      rows.filter((row) => hasWeights(row) && row.verdict === 'conflict'),
      language,
    ),
    ...namesOf(
      (count) => message('The license is only inferred; check it ({0}):', count),
      rows.filter((row) => owing.has(row.id) && isInferred(row)),
      language,
    ),
    ...notCovered(
      rows.filter(({ id }) => !owing.has(id)),
      language,
    ),
    ...(complete ? [] : [say(message('The audit is not complete: models may be missing here.'), language)]),
  ];
  return lines.length === 0
    ? []
    : asComments([
        say(
          message(
            'For the author: these lines are no part of the notice. Take them out of what is given on.',
          ),
          language,
        ),
        ...lines,
      ]);
}

/** What a license wants done, where that is more than the words above. What is due now is not told again as what may become due. */
function ordersOf(
  { name }: ReportedLicense,
  duties: readonly ReportedObligation[],
  language: Language,
): readonly string[] {
  const due = new Set(duties.filter(({ certain }) => certain).map(({ text }) => text));
  const open = duties.filter(
    (duty) =>
      duty.state !== 'done' &&
      (duty.certain || !due.has(duty.text)) &&
      !(duty.words !== null && IN_NOTICE.has(duty.what) && (duty.certain || duty.what === 'include-notice')),
  );
  const lines = distinct(
    open.map((duty) => {
      const clause = duty.clause === null ? '' : noted('', duty.clause, language);
      return `  ${duty.text}${conditionText(duty, language)}${clause}${fullStop(language)}`;
    }),
  );
  return lines.length === 0 ? [] : ['', `${name}:`, ...lines];
}

/** Whether all that tells the license of a model in use is its family or its name. */
function isInferred(row: ModelRow): boolean {
  return (
    row.model !== undefined &&
    hasWeights(row) &&
    row.model.license.effective !== null &&
    surenessOf(row.model, 'license') === 'inferred'
  );
}

function notCovered(rows: readonly ModelRow[], language: Language): readonly string[] {
  return namesOf(
    (count, many) =>
      many
        ? message('Not covered, for no license is known of them ({0}):', count)
        : message('Not covered, for no license is known of it ({0}):', count),
    rows.filter(
      (row) =>
        row.verdict === 'unknown' &&
        !isInferred(row) &&
        row.places.some((place) => isUse(place) && place.role !== 'calls'),
    ),
    language,
  );
}

function namesOf(
  title: (count: Message, many: boolean) => Message,
  rows: readonly ModelRow[],
  language: Language,
): readonly string[] {
  return rows.length === 0
    ? []
    : [
        '',
        say(title(nameCountText(rows.length), rows.length > 1), language),
        ...rows.map(({ id }) => indented(id)),
      ];
}
