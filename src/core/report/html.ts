import { GENERATOR } from '../audit/contentRules';
import type { Model } from '../model';
import type { AuditReport } from './auditReport';
import { html, Html, type HtmlPart } from './htmlText';
import { REPORT_STYLE } from './htmlStyle';
import { lineageGraph, lineageLines } from './lineageGraph';
import { endText, hostTerms, operatorText, ownUses, rulesAt, stayingText } from './services';
import { licenseText, originText } from './modelText';
import {
  acceptedText,
  conditionText,
  DUTY_STATES,
  countByReason,
  countBySeverity,
  findingsText,
  modelsText,
  listHints,
  modelRows,
  type ModelRow,
  scopeText,
  statementsOf,
  verdictText,
} from './summary';

/** Longer lists are cut on the page, and say so; the JSON has everything. */
const MAX_ROWS = 1_000;
const MAX_PLACES = 5;
const BAR_WIDTH = 200;

/** One page that needs nothing else: no script, no network, its own style. For people who decide and do not read code. */
export function toHtml(report: AuditReport, project: string): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  const page = html`<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="generator" content="${GENERATOR} ${report.tool.version}">
<title>AI models of ${project}</title><style>${new Html(REPORT_STYLE)}</style></head>
<body>${htmlBody(report, project)}</body></html>
`;
  return page.markup;
}

/** What stands in the page's body, for hosts that bring their own head. */
export function htmlBody(report: AuditReport, project: string): Html {
  const rows = modelRows(report);
  return html`<main><h1>AI models of ${project}</h1>
${summary(report, rows)}${changes(report)}${charts(rows, report)}${findings(report)}${models(rows, report)}${services(report, rows)}${obligations(report)}${hostDuties(report)}${lineage(report)}${lists(report)}${unknowns(rows)}${runtimeChoices(report)}${exceptions(
  report,
)}${ignored(report)}${notSearched(report)}</main>${footer(report)}`;
}

function summary(report: AuditReport, rows: readonly ModelRow[]): Html {
  const counts = countBySeverity(report);
  const unknown = rows.filter(({ model }) => model === undefined).length;
  const cards: readonly (readonly [number, string])[] = [
    [rows.length, rows.length === 1 ? 'model' : 'models'],
    [report.references.length, 'places that name one'],
    [counts.error, 'errors'],
    [counts.warning, 'warnings'],
    [unknown, 'models not known'],
    [report.stats.filesScanned, 'files searched'],
  ];
  return html`<p>${modelsText(rows)}: ${findingsText(report)}.${acceptedText(report)}</p>
<p>${scopeText(report)}</p>
${!report.stats.complete && html`<p class="notice"><strong>This audit is not complete</strong>: it was canceled, or something could not be read.</p>`}
<h2>At a glance</h2><ul class="cards">${cards.map(([count, label]) => html`<li><b>${count}</b>${label}</li>`)}</ul>`;
}

function changes({ since }: AuditReport): HtmlPart {
  if (since === undefined) return undefined;
  return section(
    `Models since ${since.ref}`,
    ['Change', 'Model', 'Where'],
    since.changes.map(({ change, model, detail }) => [
      change,
      code(model),
      detail.map((line) => html`${line}<br>`),
    ]),
    since.changes.length === 0 ? 'No model was added, changed or removed.' : undefined,
  );
}

function charts(rows: readonly ModelRow[], report: AuditReport): Html {
  return html`<div class="charts">${[
    chart('Verdicts', rows, (row) => [verdictText(row, report)]),
    chart('License categories', rows, ({ model }) => [
      (model?.license.effective ?? model?.license.declared)?.category ?? 'unknown',
    ]),
    chart('Openness', rows, ({ model }) => [model?.openness.level ?? 'unknown']),
    chart('Origin by country', rows, ({ model }) => countriesOf(model)),
  ]}</div>`;
}

function countriesOf(model: Model | undefined): readonly string[] {
  const countries = new Set(
    (model?.origin ?? []).map(({ country }) => (country === null ? 'unknown' : countryName(country))),
  );
  return countries.size === 0 ? ['unknown'] : [...countries];
}

const COUNTRIES = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

function countryName(code: string): string {
  try {
    return COUNTRIES.of(code) ?? code;
  } catch {
    return code; // What a policy gives as an origin need not be a country.
  }
}

/** Counts of models as bars, the longest first; each bar's number stands beside it. */
function chart(title: string, rows: readonly ModelRow[], keysOf: (row: ModelRow) => readonly string[]): Html {
  const counts = new Map<string, number>();
  for (const row of rows) for (const key of keysOf(row)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const sorted = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const longest = Math.max(1, ...counts.values());
  return html`<section><h3>${title}</h3><table>${sorted.map(
    ([key, count]) =>
      html`<tr><th scope="row">${key}</th><td class="number">${count}</td><td class="bar">${bar(
        count / longest,
        key,
      )}</td></tr>`,
  )}</table></section>`;
}

function bar(share: number, key: string): Html {
  return html`<svg width="100%" height="12" viewBox="0 0 ${BAR_WIDTH} 12" preserveAspectRatio="none" aria-hidden="true"><rect class="value${key.toLowerCase() === 'unknown' && ' unknown'}" width="${Math.round(
    share * BAR_WIDTH,
  )}" height="12" rx="2"/></svg>`;
}

function findings(report: AuditReport): HtmlPart {
  const statements = statementsOf(report);
  if (statements.length === 0) return undefined;
  return section(
    'Findings',
    ['Severity', 'What', 'Rule', 'Places'],
    statements.map(({ first, places }) => [
      html`<span class="severity-${first.severity}">${first.severity}</span>`,
      first.message,
      code(first.rule),
      placeList(places),
    ]),
  );
}

function models(rows: readonly ModelRow[], report: AuditReport): HtmlPart {
  const known = rows.filter((row): row is ModelRow & { model: Model } => row.model !== undefined);
  if (known.length === 0) return undefined;
  return section(
    'Models',
    ['Model', 'Verdict', 'License', 'Commercial use', 'Openness', 'Publisher', 'Origin', 'Places'],
    known.map(({ id, model, places, ...row }) => [
      code(id),
      html`<span class="verdict-${row.verdict ?? 'none'}">${verdictText(row, report)}</span>`,
      licenseText(model),
      (model.license.effective ?? model.license.declared)?.commercialUse ?? 'unknown',
      model.openness.level,
      model.publisher?.name ?? 'unknown',
      originText(model),
      placeList(places),
    ]),
  );
}

function services(
  { services: called = [], findings: found }: AuditReport,
  rows: readonly ModelRow[],
): HtmlPart {
  const own = rows.filter((row) => ownUses(row).length > 0);
  if (called.length === 0 && own.length === 0) return undefined;
  const title = 'What leaves this project, to whom, and where';
  const staying = own.length > 0 && html`<p>${stayingModels(own)}</p>`;
  if (called.length === 0) return html`<h2>${title}</h2><p>Nothing: no service is called.</p>${staying}`;
  const table = section(
    title,
    ['Host', 'Operator', 'Processed in', 'Called', 'Terms', 'End', 'Found', 'Places'],
    called.map((service) => [
      service.name,
      operatorText(service),
      service.region ?? 'not stated',
      code(service.id),
      service.termsName ?? 'not read',
      endText(service),
      rulesAt(service, found).join(', '),
      placeList(service.places),
    ]),
  );
  return html`${table}${staying}`;
}

/** For which models nothing leaves the project, each with its first place. */
function stayingModels(own: readonly ModelRow[]): HtmlPart {
  const shown = own.slice(0, MAX_PLACES);
  return [
    stayingText(own.length),
    shown.map(
      (row, index) => html`${index > 0 && ', '}${code(row.id)} (${placeList(ownUses(row).slice(0, 1))})`,
    ),
    own.length > shown.length && ` and ${own.length - shown.length} more`,
    '.',
  ];
}

function obligations({ obligations: duties }: AuditReport): HtmlPart {
  if (duties.length === 0) return undefined;
  return section(
    'What the licenses ask',
    ['Model', 'Duty', 'License', 'Clause', 'Done'],
    duties.map(({ model, text, license, clause, waitsFor, state, where }) => [
      code(model),
      html`${text}${conditionText({ waitsFor })}`,
      license,
      clause ?? '-',
      html`${DUTY_STATES[state]} ${where !== null && code(`${where.path}:${where.line}`)}`,
    ]),
  );
}

function hostDuties(report: AuditReport): HtmlPart {
  const terms = hostTerms(report);
  if (terms.length === 0) return undefined;
  return section(
    'What the terms of the hosts ask',
    ['Host', 'Duty', 'Terms', 'Clause'],
    terms.flatMap(({ host, terms: name, duties }) =>
      duties.map(({ text, clause }) => [host, text, name, clause ?? '-']),
    ),
    'Who calls a model is bound by the terms of its host. Only people can tell whether they are kept.',
  );
}

function lineage({ models: list }: AuditReport): HtmlPart {
  const lines = lineageLines(list);
  if (lines.length === 0) return undefined;
  return html`<h2>Lineage</h2>${lineageGraph(list)}<ul>${lines.map(({ model, relation, base }) => html`<li>${code(model)}: ${relation} of ${code(base)}</li>`)}</ul>`;
}

function lists(report: AuditReport): HtmlPart {
  const hints = listHints(report);
  if (hints.length === 0) return undefined;
  return section(
    'Lists of models',
    ['Place', 'What'],
    hints.map(({ path, line, message }) => [code(`${path}:${line}`), message]),
  );
}

function unknowns(rows: readonly ModelRow[]): HtmlPart {
  const unknown = rows.filter(({ model }) => model === undefined);
  if (unknown.length === 0) return undefined;
  return section(
    'Not known',
    ['Name', 'Places'],
    unknown.map(({ id, places }) => [code(id), placeList(places)]),
    'Nothing is known of these names, which does not mean that they may be used.',
  );
}

function runtimeChoices({ runtimeChoices: choices }: AuditReport): HtmlPart {
  if (choices.length === 0) return undefined;
  return section(
    'Chosen when the program runs',
    ['Place', 'Loader', 'Expression'],
    choices.map(({ path, line, loader, expression }) => [
      code(`${path}:${line}`),
      code(loader),
      code(expression),
    ]),
    'These places load a model whose name is not written in the text.',
  );
}

function exceptions({ policies }: AuditReport): HtmlPart {
  const rows = policies.flatMap(({ path, exceptions: list }) =>
    list.map(({ model, rules, paths, reason, approvedBy, expires }) => [
      code(model),
      rules.length === 0 ? 'every rule' : rules.join(', '),
      paths?.join(', ') ?? 'all',
      reason,
      approvedBy ?? '-',
      expires ?? 'never',
      code(path),
    ]),
  );
  return rows.length === 0
    ? undefined
    : section('Exceptions', ['Model', 'Rules', 'Files', 'Reason', 'Approved by', 'Expires', 'Policy'], rows);
}

function ignored({ ignores }: AuditReport): HtmlPart {
  if (ignores.length === 0) return undefined;
  return section(
    'Ignored where it stands',
    ['Place', 'Rules', 'Reason'],
    ignores.map(({ path, line, rules, reason }) => [code(`${path}:${line}`), rules.join(', '), reason]),
  );
}

function notSearched(report: AuditReport): HtmlPart {
  const reasons = countByReason(report);
  const partly = report.stats.filesPartlyRead;
  if (reasons.length + partly.length === 0) return undefined;
  return html`${section(
    'Not searched',
    ['Reason', 'Files and folders'],
    reasons.map(([reason, count]) => [reason, count]),
  )}${
    partly.length > 0 &&
    html`<ul>${partly.map(({ path, reason }) => html`<li>${code(path)}: ${reason}</li>`)}</ul>`
  }`;
}

function footer({ tool, policies }: AuditReport): Html {
  const policy = policies.length === 0 ? 'no policy' : policies.map(({ path }) => path).join(', ');
  return html`<footer><p class="muted">${tool.name} ${tool.version}, catalog of ${tool.catalogDate}, ${policy}. Information, not legal advice.</p></footer>`;
}

function section(
  title: string,
  head: readonly string[],
  rows: readonly (readonly HtmlPart[])[],
  note?: string,
): Html {
  const shown = rows.slice(0, MAX_ROWS);
  return html`<h2>${title}</h2>${note !== undefined && html`<p>${note}</p>`}<div class="scroll" tabindex="0" role="region" aria-label="${title}"><table>
<thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead><tbody>${shown.map(
    (row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>\n`,
  )}</tbody></table></div>${
    rows.length > shown.length &&
    html`<p class="muted">${rows.length - shown.length} more are in the JSON.</p>`
  }`;
}

function placeList(places: readonly { readonly path: string; readonly line: number }[]): HtmlPart {
  const shown = places
    .slice(0, MAX_PLACES)
    .map(({ path, line }, index) => html`${index > 0 && ', '}${code(`${path}:${line}`)}`);
  return [shown, places.length > MAX_PLACES && ` and ${places.length - MAX_PLACES} more`];
}

function code(text: string): Html {
  return html`<code>${text}</code>`;
}
