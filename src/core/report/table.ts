import { message, type Message } from '../message';
import { grouped } from '../text/grouped';
import type { Severity } from '../vocabulary';
import { SEVERITY_WORDS } from '../wording';
import type { AuditReport, ReportedFinding } from './auditReport';
import { columns } from './columns';
import { governingOf, governingText } from './governing';
import { ENGLISH, type Language, listed, noted, say, sayWord } from './language';
import { opennessText, originText } from './modelText';
import { calledPlaces, calledServices, hostName } from './services';
import {
  byContext,
  CHANGE_WORDS,
  contextText,
  decidingStatements,
  judgingChangeTexts,
  filesText,
  findingsText,
  modelRows,
  modelsText,
  moreText,
  mostImportant,
  NOT_COMPLETE,
  pathsByReason,
  placesOfModels,
  placesText,
  rulesOf,
  rulesText,
  statementsOf,
  verdictText,
  withAccepted,
} from './summary';
import { visible } from './visible';

/** For a terminal: the summary, the models, then one line a finding that terminals and problem matchers can follow to its place. */
export function toTable(report: AuditReport, pathPrefix = '', language = ENGLISH): string {
  return (
    [
      ...summaryLines(report, language),
      ...changeLines(report, language),
      ...modelLines(report, language),
      ...findingLines(report, pathPrefix, language),
    ]
      .map(visible)
      .join('\n') + '\n'
  );
}

/** So that a row of short facts fits a terminal, however much a verdict has to say. */
const WIDEST_CELL = 40;

const HEAD: readonly Message[] = [
  message('Model'),
  message('Verdict'),
  message('License'),
  message('Openness'),
  message('Origin'),
  message('Places'),
];

function modelLines(report: AuditReport, language: Language): readonly string[] {
  const rows = modelRows(report);
  if (rows.length === 0)
    return report.since === undefined ? [say(message('No model is named.'), language), ''] : [];
  const governing = governingOf(report);
  const cells = rows.map((row) => [
    row.id,
    verdictText(row, language),
    governingText(row, governing(row.places), language),
    opennessText(row.model, language),
    originText(row.model, language.translate),
    String(row.places.length),
  ]);
  const head = HEAD.map((cell) => say(cell, language).toUpperCase());
  return [...columns([head, ...cells], WIDEST_CELL), ''];
}

function changeLines(report: AuditReport, language: Language): readonly string[] {
  const { since } = report;
  if (since === undefined) return [];
  const policies = judgingChangeTexts(report, language);
  if (since.changes.length === 0)
    return [
      say(message('No model was added, changed or removed since {0}.', since.ref), language),
      ...policies,
      '',
    ];
  const cells = since.changes.flatMap(({ change, model, detail }) =>
    detail.map((line, index) =>
      index === 0 ? [sayWord(change, CHANGE_WORDS, language), model, line] : ['', '', line],
    ),
  );
  return [
    say(message('Models since {0}:', since.ref), language),
    ...columns(cells).map((line) => `  ${line}`),
    ...policies,
    '',
  ];
}

/** Words that problem matchers know: they are the same in every language. */
const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** The severity of what stands at no place, which no problem matcher reads. */
function levelText(severity: Severity, language: Language): string {
  return language.tag === ENGLISH.tag ? LEVELS[severity] : say(SEVERITY_WORDS[severity], language);
}

/** So many places of one statement are shown. */
const MAX_PLACES = 3;

/** The gravest statement first, each with its first places, and how many more there are. */
function findingLines(report: AuditReport, pathPrefix: string, language: Language): readonly string[] {
  const statements = statementsOf(report);
  if (statements.length === 0) return [];
  const textOf = (finding: ReportedFinding): string => {
    const [, ...codes] = rulesOf(finding);
    const also = message('also: {0}', codes.join(', '));
    return codes.length === 0 ? finding.message : say(message('{0} ({1})', finding.message, also), language);
  };
  const lineOf = (finding: ReportedFinding): string =>
    `${pathPrefix}${finding.path}:${finding.line}:${finding.column} ${LEVELS[finding.severity]} ${finding.rule}: ${textOf(finding)}`;
  const lines = statements.flatMap(({ first, places }) => {
    const more = places.length - MAX_PLACES;
    return [
      ...places.slice(0, MAX_PLACES).map(lineOf),
      ...(more > 0 ? [`  ${say(furtherPlaces(first, more, places.length), language)}`] : []),
    ];
  });
  const isShortened = statements.some(({ places }) => places.length > MAX_PLACES);
  return isShortened
    ? [
        ...lines,
        '',
        say(message('Places of one finding are shortened; --format json has them all.'), language),
      ]
    : lines;
}

function furtherPlaces({ rule, model }: ReportedFinding, more: number, all: number): Message {
  if (model === null)
    return more === 1
      ? message('1 more place of {0} ({1} in all)', rule, all)
      : message('{0} more places of {1} ({2} in all)', more, rule, all);
  return more === 1
    ? message('1 more place of {0} about {1} ({2} in all)', rule, model, all)
    : message('{0} more places of {1} about {2} ({3} in all)', more, rule, model, all);
}

function summaryLines(report: AuditReport, language: Language): readonly string[] {
  const models = modelRows(report);
  const skipped = pathsByReason(report).map(([reason, { length }]) =>
    say(message('{0} ({1})', reason, length), language),
  );
  const counts = message(
    '{0} in {1}; {2}; {3}.',
    modelsText(models),
    placesText(placesOfModels(report).length),
    filesText(report),
    findingsText(report, language),
  );
  return [
    withAccepted(say(counts, language), report, language),
    ...(skipped.length > 0
      ? [say(message('Left out: {0}.', listed(skipped, language, '; ')), language)]
      : []),
    ...(report.stats.complete ? [] : [say(NOT_COMPLETE, language)]),
    ...serviceLines(report, language),
    ...runtimeLines(report, language),
    ...importantLines(report, language),
    ...hintLines(report, language),
    '',
  ];
}

/** Who is sent requests: a column would leave no room for the verdicts. */
function serviceLines(report: AuditReport, language: Language): readonly string[] {
  const services = calledServices(report, modelRows(report));
  if (services.length === 0) return [];
  const byHost = grouped(services, (service) => {
    const name = hostName(service, language);
    return service.country === null ? name : `${name} (${service.country})`;
  });
  const hosts = [...byHost].map(([host, called]) => {
    // A host that only tests ask is sent nothing by the product.
    const [first] = byContext(called.flatMap((service) => calledPlaces(service, report)));
    return `${host}${first === undefined ? '' : contextText(first, language)}`;
  });
  const names = listed(hosts.sort(), language);
  return [
    say(
      message(
        'Called at: {0}. Where requests are processed, and until when: `{1}`.',
        names,
        '--format markdown',
      ),
      language,
    ),
  ];
}

/** Where models are chosen that nothing here judges. */
function runtimeLines({ runtimeChoices }: AuditReport, language: Language): readonly string[] {
  if (runtimeChoices.length === 0) return [];
  const shown = runtimeChoices.slice(0, MAX_PLACES).map(({ path, line }) => `${path}:${line}`);
  const more = runtimeChoices.length - shown.length;
  const places = `${listed(shown, language)}${more > 0 ? moreText(more, language) : ''}`;
  return [say(message('Chosen when the program runs, and not judged: {0}.', places), language)];
}

/** Why a verdict is what it is where no finding of the list says so. */
function hintLines(report: AuditReport, language: Language): readonly string[] {
  const statements = decidingStatements(report);
  if (statements.length === 0) return [];
  const shown = statements
    .slice(0, MAX_PLACES)
    .map(({ first: { model, rule, path, line } }) =>
      noted(model ?? rule, listed([rule, `${path}:${line}`], language), language),
    );
  const more = statements.length - shown.length;
  const hints = `${listed(shown, language)}${more > 0 ? moreText(more, language) : ''}`;
  return [
    say(
      message('Verdicts that come of hints alone: {0}. Why: `{1}`.', hints, '--explain PATH:LINE'),
      language,
    ),
  ];
}

/** What matters most, before any list, with the counts by rule. */
function importantLines(report: AuditReport, language: Language): readonly string[] {
  const important = mostImportant(report);
  if (important.length === 0) return [];
  return [
    say(message('Findings by rule: {0}.', rulesText(report, language)), language),
    say(message('What matters most:'), language),
    ...important.map(
      ({ first, places }) =>
        `  ${levelText(first.severity, language)} ${first.rule}: ${say(message('{0} ({1})', first.message, placesText(places.length)), language)}`,
    ),
  ];
}
