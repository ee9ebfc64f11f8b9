import type { Model } from '../model';
import { SEVERITIES, type Severity } from '../vocabulary';
import type { AuditReport, ReportedFinding } from './auditReport';
import { codeSpan, escapeMarkdown, markdownTable } from './markdownText';
import { endText, hostTerms, operatorText, ownUses, rulesAt, stayingText } from './services';
import { licenseText, originText } from './modelText';
import {
  acceptedText,
  conditionText,
  DUTY_STATES,
  countByReason,
  findingsText,
  modelsText,
  listHints,
  modelRows,
  plural,
  type ModelRow,
  mostImportant,
  rulesText,
  scopeText,
  statementsOf,
  verdictText,
} from './summary';

const SEVERITY_TITLES: Readonly<Record<Severity, string>> = {
  error: 'Errors',
  warning: 'Warnings',
  information: 'Information',
  hint: 'Hints',
};
/** A job summary may hold a megabyte; a table that is longer is cut, and says so. */
const MAX_ROWS = 500;
/** So is a list of places. */
const MAX_PLACES = 5;

/** For people to read and hand on: summary, models, findings, what is not known, exceptions and what was not looked at. */
export function toMarkdown(report: AuditReport): string {
  const rows = modelRows(report);
  const sections = [
    ['# Model License Lens: audit', '', ...summary(report, rows)],
    changes(report),
    models(rows, report),
    ...SEVERITIES.map((severity) => findings(report, severity)),
    leaving(report, rows),
    obligations(report),
    hostDuties(report),
    lists(report),
    unknowns(rows),
    runtimeChoices(report),
    exceptions(report),
    ignored(report),
    notSearched(report),
    versions(report),
  ];
  return (
    sections
      .filter((lines) => lines.length > 0)
      .map((lines) => lines.join('\n'))
      .join('\n\n') + '\n'
  );
}

function summary(report: AuditReport, rows: readonly ModelRow[]): readonly string[] {
  const { stats, references } = report;
  return [
    `${modelsText(rows)} in ${plural(references.length, 'place')}: ${findingsText(report)}. ${plural(stats.filesScanned, 'file')} searched.${acceptedText(report)}`,
    '',
    escapeMarkdown(scopeText(report)),
    ...(stats.complete
      ? []
      : ['', '**This audit is not complete**: it was canceled, or something could not be read.']),
    ...importantLines(report),
  ];
}

/** What matters most, before any list, with the counts by rule. */
function importantLines(report: AuditReport): readonly string[] {
  const important = mostImportant(report);
  if (important.length === 0) return [];
  return [
    '',
    `Findings by rule: ${rulesText(report)}.`,
    '',
    'What matters most:',
    '',
    ...important.map(
      ({ first, places }) =>
        `- ${SEVERITY_WORDS[first.severity]}: ${escapeMarkdown(first.message)} (${placeList(places.slice(0, 1))}${places.length > 1 ? ` and ${places.length - 1} more` : ''})`,
    ),
  ];
}

const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: 'Error',
  warning: 'Warning',
  information: 'Information',
  hint: 'Hint',
};

function changes({ since }: AuditReport): readonly string[] {
  if (since === undefined) return [];
  const title = `## Models since ${escapeMarkdown(since.ref)}`;
  if (since.changes.length === 0) return [title, '', 'No model was added, changed or removed.'];
  const cells = since.changes.map(({ change, model, detail }) => [
    change,
    codeSpan(model),
    shortList(detail.map(escapeMarkdown), '<br>'),
  ]);
  return [title, '', ...table(['Change', 'Model', 'Where'], cells)];
}

/** Prompts and documents go to who runs a model, whoever made it. */
function leaving(report: AuditReport, rows: readonly ModelRow[]): readonly string[] {
  const { services = [] } = report;
  const own = rows.filter((row) => ownUses(row).length > 0);
  if (services.length === 0 && own.length === 0) return [];
  const cells = services.map((service) => [
    escapeMarkdown(service.name),
    escapeMarkdown(operatorText(service)),
    service.region ?? 'not stated',
    codeSpan(service.id),
    service.termsName === null ? 'not read' : escapeMarkdown(service.termsName),
    escapeMarkdown(endText(service)),
    rulesAt(service, report.findings).map(codeSpan).join('<br>'),
    shortList(
      service.places.map(({ path, line }) => codeSpan(`${path}:${line}`)),
      '<br>',
    ),
  ]);
  return [
    '## What leaves this project, to whom, and where',
    '',
    ...(services.length === 0
      ? ['Nothing: no service is called.']
      : table(['Host', 'Operator', 'Processed in', 'Called', 'Terms', 'End', 'Found', 'Places'], cells)),
    ...(own.length === 0
      ? []
      : [
          '',
          `${stayingText(own.length)}${shortList(
            own.map((row) => `${codeSpan(row.id)} (${placeList(ownUses(row).slice(0, 1))})`),
            ', ',
          )}.`,
        ]),
  ];
}

function models(rows: readonly ModelRow[], report: AuditReport): readonly string[] {
  const known = rows.filter((row): row is ModelRow & { model: Model } => row.model !== undefined);
  if (known.length === 0) return [];
  const cells = known.map(({ id, model, places, ...row }) => [
    codeSpan(id),
    escapeMarkdown(verdictText(row, report)),
    escapeMarkdown(licenseText(model)),
    model.openness.level,
    escapeMarkdown(model.publisher?.name ?? 'unknown'),
    escapeMarkdown(originText(model)),
    placeList(places),
  ]);
  return [
    '## Models',
    '',
    ...table(['Model', 'Verdict', 'License', 'Openness', 'Publisher', 'Origin', 'Places'], cells),
  ];
}

function findings(report: AuditReport, severity: Severity): readonly string[] {
  const list = statementsOf(report).filter(({ first }) => first.severity === severity);
  if (list.length === 0) return [];
  const cells = list.map(({ first, places }) => [
    escapeMarkdown(first.message),
    codeSpan(first.rule),
    placeList(places),
  ]);
  return [`## ${SEVERITY_TITLES[severity]}`, '', ...table(['What', 'Rule', 'Places'], cells)];
}

function obligations({ obligations: duties }: AuditReport): readonly string[] {
  if (duties.length === 0) return [];
  const cells = duties.map(({ model, text, license, clause, waitsFor, state, where }) => [
    codeSpan(model),
    `${escapeMarkdown(text)}${conditionText({ waitsFor })}`,
    `${escapeMarkdown(license)}${clause === null ? '' : `, ${escapeMarkdown(clause)}`}`,
    `${DUTY_STATES[state]}${where === null ? '' : ` ${place(where)}`}`,
  ]);
  return ['## What the licenses ask', '', ...table(['Model', 'Duty', 'License, clause', 'Done'], cells)];
}

function hostDuties(report: AuditReport): readonly string[] {
  const cells = hostTerms(report).flatMap(({ host, terms, duties }) =>
    duties.map(({ text, clause }) => [
      escapeMarkdown(host),
      escapeMarkdown(text),
      `${escapeMarkdown(terms)}${clause === null ? '' : `, ${escapeMarkdown(clause)}`}`,
    ]),
  );
  if (cells.length === 0) return [];
  return [
    '## What the terms of the hosts ask',
    '',
    'Who calls a model is bound by the terms of its host. Only people can tell whether they are kept.',
    '',
    ...table(['Host', 'Duty', 'Terms, clause'], cells),
  ];
}

function lists(report: AuditReport): readonly string[] {
  const hints = listHints(report);
  if (hints.length === 0) return [];
  const cells = hints.map((hint) => [place(hint), escapeMarkdown(hint.message)]);
  return ['## Lists of models', '', ...table(['Place', 'What'], cells)];
}

function unknowns(rows: readonly ModelRow[]): readonly string[] {
  const unknown = rows.filter(({ model }) => model === undefined);
  if (unknown.length === 0) return [];
  return [
    '## Not known',
    '',
    'Nothing is known of these names, which does not mean that they may be used.',
    '',
    ...table(
      ['Name', 'Places'],
      unknown.map(({ id, places }) => [codeSpan(id), placeList(places)]),
    ),
  ];
}

function runtimeChoices({ runtimeChoices: choices }: AuditReport): readonly string[] {
  if (choices.length === 0) return [];
  const cells = choices.map((choice) => [
    place(choice),
    codeSpan(choice.loader),
    codeSpan(choice.expression),
  ]);
  return [
    '## Chosen when the program runs',
    '',
    'These places load a model whose name is not written in the text.',
    '',
    ...table(['Place', 'Loader', 'Expression'], cells),
  ];
}

function exceptions({ policies }: AuditReport): readonly string[] {
  const cells = policies.flatMap(({ path, exceptions: list }) =>
    list.map(({ model, rules, paths, reason, approvedBy, expires }) => [
      codeSpan(model),
      rules.length === 0 ? 'every rule' : rules.map(codeSpan).join(', '),
      paths?.map(codeSpan).join(', ') ?? 'all',
      escapeMarkdown(reason),
      escapeMarkdown(approvedBy ?? '-'),
      expires ?? 'never',
      codeSpan(path),
    ]),
  );
  return cells.length === 0
    ? []
    : [
        '## Exceptions',
        '',
        ...table(['Model', 'Rules', 'Files', 'Reason', 'Approved by', 'Expires', 'Policy'], cells),
      ];
}

function ignored({ ignores }: AuditReport): readonly string[] {
  const cells = ignores.map((ignore) => [
    place(ignore),
    ignore.rules.map(codeSpan).join(', '),
    escapeMarkdown(ignore.reason),
  ]);
  return cells.length === 0
    ? []
    : ['## Ignored where it stands', '', ...table(['Place', 'Rules', 'Reason'], cells)];
}

function notSearched(report: AuditReport): readonly string[] {
  const counts = countByReason(report);
  const partly = report.stats.filesPartlyRead;
  if (counts.length + partly.length === 0) return [];
  return [
    '## Not searched',
    '',
    ...table(
      ['Reason', 'Files and folders'],
      counts.map(([reason, count]) => [escapeMarkdown(reason), String(count)]),
    ),
    ...partly.map(({ path, reason }) => `\n${codeSpan(path)}: ${escapeMarkdown(reason)}`),
  ];
}

function versions({ tool, policies }: AuditReport): readonly string[] {
  const policy =
    policies.length === 0 ? 'no policy' : `policy ${policies.map(({ path }) => codeSpan(path)).join(', ')}`;
  return [
    '---',
    `${tool.name} ${tool.version}, catalog of ${tool.catalogDate}, ${policy}. Information, not legal advice.`,
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const more = rows.length - MAX_ROWS;
  return [
    ...markdownTable(head, rows.slice(0, MAX_ROWS)),
    ...(more > 0 ? ['', `${more} more are in the JSON.`] : []),
  ];
}

function placeList(places: readonly { readonly path: string; readonly line: number }[]): string {
  return shortList(places.map(place), ', ');
}

function shortList(items: readonly string[], separator: string): string {
  const shown = items.slice(0, MAX_PLACES);
  return [...shown, ...(items.length > shown.length ? [`and ${items.length - shown.length} more`] : [])].join(
    separator,
  );
}

function place({ path, line }: Pick<ReportedFinding, 'path' | 'line'>): string {
  return codeSpan(`${path}:${line}`);
}
