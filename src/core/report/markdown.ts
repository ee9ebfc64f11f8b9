import { message, type Message } from '../message';
import { isKnown, type Model } from '../model';
import { endAndReason } from '../policy/statedEnd';
import { SEVERITIES, type Severity } from '../vocabulary';
import { NO_TERMS, SEVERITY_WORDS } from '../wording';
import type { AuditReport, ReportedFinding } from './auditReport';
import { governingOf, governingText } from './governing';
import { ENGLISH, fullStop, headed, type Language, listed, noted, say, sayWord } from './language';
import { codeSpan, escapeMarkdown, markdownTable } from './markdownText';
import {
  calledPlaces,
  calledServices,
  calledText,
  endText,
  hostName,
  hostTerms,
  operatorText,
  ownUses,
  regionText,
  rulesAtServices,
  stayingText,
} from './services';
import { opennessText, originText, unknownText } from './modelText';
import {
  byContext,
  CHANGE_WORDS,
  judgingChangeTexts,
  conditionText,
  contextText,
  DECIDING_HINTS,
  decidingStatements,
  pathsByReason,
  dutyStateText,
  EXCEPTION_HEAD,
  expiryText,
  IGNORED_HEAD,
  furtherTexts,
  headText,
  isUse,
  hostTermsNote,
  type ListedPlace,
  listHints,
  modelRows,
  type ModelRow,
  moreText,
  mostImportant,
  noServiceText,
  NOT_COMPLETE,
  rulesOfStatement,
  rulesText,
  RUNTIME_NAMES,
  scopeText,
  SERVICE_HEAD,
  servicesNote,
  type Statement,
  statementsOf,
  toolText,
  UNKNOWN_NAMES,
  unstatedUse,
  verdictsText,
  verdictText,
  WHY_HINTS,
} from './summary';

const SEVERITY_TITLES: Readonly<Record<Severity, Message>> = {
  error: message('Errors'),
  warning: message('Warnings'),
  information: message('Information'),
  hint: message('Hints'),
};
/** A job summary may hold a megabyte; a table that is longer is cut, and says so. */
const MAX_ROWS = 500;
/** So is a list of places. */
const MAX_PLACES = 5;

/** For people to read and hand on: summary, models, findings, what is not known, exceptions and what was not looked at. */
export function toMarkdown(report: AuditReport, language = ENGLISH): string {
  const rows = modelRows(report);
  const page = { report, rows, language };
  const sections = [
    [`# ${headed('Model License Lens', say(message('audit'), language), language)}`, '', ...summary(page)],
    changes(page),
    models(page),
    ...SEVERITIES.map((severity) => findings(page, severity)),
    hints(page),
    leaving(page),
    obligations(page),
    hostDuties(page),
    lists(page),
    unknowns(page),
    runtimeChoices(page),
    exceptions(page),
    ignored(page),
    notSearched(page),
    versions(page),
  ];
  return (
    sections
      .filter((lines) => lines.length > 0)
      .map((lines) => lines.join('\n'))
      .join('\n\n') + '\n'
  );
}

/** What every part is written from. */
interface Page {
  readonly report: AuditReport;
  readonly rows: readonly ModelRow[];
  readonly language: Language;
}

function summary(page: Page): readonly string[] {
  const { report, rows, language } = page;
  return [
    headText(report, rows, language),
    '',
    escapeMarkdown(scopeText(report, language)),
    ...verdictLines(page),
    ...(report.stats.complete ? [] : ['', `**${say(NOT_COMPLETE, language)}**`]),
    ...importantLines(page),
  ];
}

function verdictLines({ rows, language }: Page): readonly string[] {
  const text = verdictsText(rows, language);
  return text === '' ? [] : ['', `**${escapeMarkdown(text)}**`];
}

/** What matters most, before any list, with the counts by rule. */
function importantLines({ report, language }: Page): readonly string[] {
  const important = mostImportant(report);
  if (important.length === 0) return [];
  return [
    '',
    say(message('Findings by rule: {0}.', rulesText(report, language)), language),
    '',
    say(message('What matters most:'), language),
    '',
    ...important.map(
      ({ first, places }) =>
        `- ${headed(
          say(SEVERITY_WORDS[first.severity], language),
          noted(escapeMarkdown(first.message), placesWithMore(places, language), language),
          language,
        )}`,
    ),
  ];
}

/** The first of some places, and how many more there are. */
function placesWithMore(places: Parameters<typeof placeList>[0], language: Language): string {
  const more = places.length > 1 ? moreText(places.length - 1, language) : '';
  return `${placeList(places.slice(0, 1), language)}${more}`;
}

function changes({ report, language }: Page): readonly string[] {
  const { since } = report;
  if (since === undefined) return [];
  const policies = judgingChangeTexts(report, language).flatMap((text) => ['', escapeMarkdown(text)]);
  const title = `## ${say(message('Models since {0}', escapeMarkdown(since.ref)), language)}`;
  if (since.changes.length === 0)
    return [title, '', say(message('No model was added, changed or removed.'), language), ...policies];
  const cells = since.changes.map(({ change, model, detail }) => [
    sayWord(change, CHANGE_WORDS, language),
    codeSpan(model),
    shortened(detail.map(escapeMarkdown), language).join('<br>'),
  ]);
  const head = [message('Change'), message('Model'), message('Where')];
  return [title, '', ...table(head, cells, language), ...policies];
}

/** Prompts and documents go to who runs a model, whoever made it: a section of its own; empty where the project uses no model. */
export function leaving({ report, rows, language }: Page): readonly string[] {
  const services = calledServices(report, rows);
  const own = rows.filter((row) => ownUses(row).length > 0);
  const rulesAt = rulesAtServices(report);
  if (services.length === 0 && own.length === 0) return [];
  const cells = services.map((service) => [
    escapeMarkdown(hostName(service, language)),
    escapeMarkdown(operatorText(service, language)),
    regionText(service, language),
    calledText(service, codeSpan, language),
    service.termsName === null ? say(NO_TERMS, language) : escapeMarkdown(service.termsName),
    escapeMarkdown(endText(service, language)),
    rulesAt(service).map(codeSpan).join('<br>'),
    placeList(calledPlaces(service, report), language),
  ]);
  const title = message('What leaves this project, to whom, and where');
  const note = servicesNote(report);
  return [
    ...(services.length === 0
      ? [`## ${say(title, language)}`, '', escapeMarkdown(say(noServiceText(report), language))]
      : section({ title, ...(note && { note }), head: SERVICE_HEAD, cells }, language)),
    ...(own.length === 0
      ? []
      : [
          '',
          `${stayingText(own.length, language)}${shortList(
            own.map((row) =>
              noted(codeSpan(row.id), placeList(ownUses(row).slice(0, 1), language), language),
            ),
            language,
          )}${fullStop(language)}`,
        ]),
  ];
}

/** What was judged of each model, what was found, and what keeps more from being told: for a page that is signed for all of it. */
export function judged(page: Page): readonly string[] {
  const sections = [
    models(page),
    ...SEVERITIES.map((severity) => findings(page, severity)),
    hints(page),
    unknowns(page),
    runtimeChoices(page),
    exceptions(page),
    ignored(page),
  ];
  return sections.flatMap((lines) => (lines.length === 0 ? [] : [...lines, '']));
}

function models({ report, rows, language }: Page): readonly string[] {
  const governing = governingOf(report);
  const known = rows.filter((row): row is ModelRow & { model: Model } => row.model !== undefined);
  const cells = known.map(({ id, model, places, ...row }) => [
    codeSpan(id),
    escapeMarkdown(verdictText(row, language)),
    escapeMarkdown(governingText({ model }, governing(places), language)),
    opennessText(model, language),
    escapeMarkdown(model.publisher?.name ?? unknownText(language)),
    escapeMarkdown(originText(model, language.translate)),
    placeList(places, language),
  ]);
  const head = [
    message('Model'),
    message('Verdict'),
    message('License'),
    message('Openness'),
    message('Publisher'),
    message('Origin'),
    message('Places'),
  ];
  return section({ title: message('Models'), head, cells }, language);
}

function findings({ report, language }: Page, severity: Severity): readonly string[] {
  const list = statementsOf(report).filter(({ first }) => first.severity === severity);
  return statementTable(list, { title: SEVERITY_TITLES[severity] }, language);
}

function hints({ report, language }: Page): readonly string[] {
  return statementTable(decidingStatements(report), { title: DECIDING_HINTS, note: WHY_HINTS }, language);
}

function statementTable(
  list: readonly Statement[],
  titled: Pick<Section, 'title' | 'note'>,
  language: Language,
): readonly string[] {
  const cells = list.map((statement) => [
    [statement.first.message, ...furtherTexts(statement)].map(escapeMarkdown).join('<br>'),
    rulesOfStatement(statement).map(codeSpan).join('<br>'),
    placeList(statement.places, language),
  ]);
  const head = [message('What'), message('Rule'), message('Places')];
  return section({ ...titled, head, cells }, language);
}

function obligations({ report, rows, language }: Page): readonly string[] {
  const { obligations: duties } = report;
  const title = message('What the licenses ask');
  const note = unstatedUse(report);
  if (duties.length === 0 && note !== undefined && rows.some(({ places }) => places.some(isUse)))
    return [`## ${say(title, language)}`, '', escapeMarkdown(say(note, language))];
  const cells = duties.map(({ model, what, text, license, clause, waitsFor, where, ...duty }) => [
    codeSpan(model),
    `${escapeMarkdown(text)}${conditionText({ waitsFor }, language)} ${codeSpan(what)}`,
    `${escapeMarkdown(license)}${clause === null ? '' : `, ${escapeMarkdown(clause)}`}`,
    `${escapeMarkdown(say(dutyStateText(duty), language))}${where === null ? '' : ` ${place(where)}`}`,
  ]);
  const head = [message('Model'), message('Duty'), message('License, clause'), message('Done')];
  return section({ title, ...(note && { note }), head, cells }, language);
}

function hostDuties({ report, language }: Page): readonly string[] {
  const cells = hostTerms(report).flatMap(({ host, terms, duties }) =>
    duties.map(({ text, clause }) => [
      escapeMarkdown(host),
      escapeMarkdown(text),
      `${escapeMarkdown(terms)}${clause === null ? '' : `, ${escapeMarkdown(clause)}`}`,
    ]),
  );
  const head = [message('Host'), message('Duty'), message('Terms, clause')];
  return section(
    { title: message('What the terms of the hosts ask'), note: hostTermsNote(language), head, cells },
    language,
  );
}

function lists({ report, language }: Page): readonly string[] {
  const cells = listHints(report).map((hint) => [place(hint), escapeMarkdown(hint.message)]);
  const head = [message('Place'), message('What')];
  return section({ title: message('Lists of models'), head, cells }, language);
}

function unknowns({ rows, language }: Page): readonly string[] {
  const cells = rows
    .filter(({ model }) => !isKnown(model))
    .map(({ id, places }) => [codeSpan(id), placeList(places, language)]);
  const head = [message('Name'), message('Places')];
  return section({ title: message('Not known'), note: UNKNOWN_NAMES, head, cells }, language);
}

function runtimeChoices({ report: { runtimeChoices: choices }, language }: Page): readonly string[] {
  const cells = choices.map((choice) => [
    place(choice),
    choice.loader === '' ? '' : codeSpan(choice.loader),
    codeSpan(choice.expression),
  ]);
  const head = [message('Place'), message('Call'), message('Expression')];
  return section(
    { title: message('Chosen when the program runs'), note: RUNTIME_NAMES, head, cells },
    language,
  );
}

function exceptions({ report, language }: Page): readonly string[] {
  const cells = report.policies.flatMap(({ path, exceptions: list }) =>
    list.map(({ model, rules, paths, reason, approvedBy, expires }) => [
      codeSpan(model),
      rules.length === 0 ? say(message('every rule'), language) : rules.map(codeSpan).join(', '),
      paths?.map(codeSpan).join(', ') ?? say(message('all'), language),
      escapeMarkdown(reason),
      escapeMarkdown(approvedBy ?? '-'),
      expiryText(expires, report, language),
      codeSpan(path),
    ]),
  );
  return section({ title: message('Exceptions'), head: EXCEPTION_HEAD, cells }, language);
}

function ignored({ report, language }: Page): readonly string[] {
  const { ignores } = report;
  const cells = ignores.map((ignore) => {
    const { until, reason } = endAndReason(ignore.reason);
    return [
      place(ignore),
      (ignore.models ?? []).map(codeSpan).join(', '),
      ignore.rules.map(codeSpan).join(', '),
      escapeMarkdown(reason),
      escapeMarkdown(expiryText(until, report, language)),
    ];
  });
  return section({ title: message('Ignored where it stands'), head: IGNORED_HEAD, cells }, language);
}

function notSearched({ report, language }: Page): readonly string[] {
  const reasons = pathsByReason(report);
  const partly = report.stats.filesPartlyRead;
  if (reasons.length + partly.length === 0) return [];
  return [
    `## ${say(message('Not searched'), language)}`,
    '',
    ...table(
      [message('Reason'), message('Files and folders')],
      reasons.map(([reason, paths]) => [
        escapeMarkdown(reason),
        `${paths.length}: ${shortList(paths.map(codeSpan), language)}`,
      ]),
      language,
    ),
    ...partly.map(({ path, reason }) => `\n${codeSpan(path)}: ${escapeMarkdown(reason)}`),
  ];
}

function versions({ report: { tool, policies }, language }: Page): readonly string[] {
  return [
    '---',
    say(
      toolText(
        tool,
        policies.map(({ path }) => codeSpan(path)),
      ),
      language,
    ),
  ];
}

interface Section {
  readonly title: Message;
  /** Stands before the table. */
  readonly note?: Message;
  readonly head: readonly Message[];
  readonly cells: readonly (readonly string[])[];
}

/** A title and a table; nothing where the table has no row. */
function section({ title, note, head, cells }: Section, language: Language): readonly string[] {
  if (cells.length === 0) return [];
  return [
    `## ${say(title, language)}`,
    '',
    ...(note === undefined ? [] : [escapeMarkdown(say(note, language)), '']),
    ...table(head, cells, language),
  ];
}

function table(
  head: readonly Message[],
  rows: readonly (readonly string[])[],
  language: Language,
): readonly string[] {
  const more = rows.length - MAX_ROWS;
  return [
    ...markdownTable(
      head.map((cell) => say(cell, language)),
      rows.slice(0, MAX_ROWS),
    ),
    ...(more > 0 ? ['', say(message('{0} more are in the JSON.', more), language)] : []),
  ];
}

function placeList(places: readonly ListedPlace[], language: Language): string {
  return shortList(
    byContext(places).map((one) => `${place(one)}${contextText(one, language)}`),
    language,
  );
}

function shortList(items: readonly string[], language: Language): string {
  return listed(shortened(items, language), language);
}

/** The first of some items, and how many more there are. */
function shortened(items: readonly string[], language: Language): readonly string[] {
  const shown = items.slice(0, MAX_PLACES);
  const more = items.length - shown.length;
  return [...shown, ...(more > 0 ? [say(message('and {0} more', more), language)] : [])];
}

function place({ path, line }: Pick<ReportedFinding, 'path' | 'line'>): string {
  return codeSpan(`${path}:${line}`);
}
