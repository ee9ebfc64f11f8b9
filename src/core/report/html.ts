import { GENERATOR } from '../audit/contentRules';
import { countryNames } from '../countryNames';
import { originCountries } from '../lookup/originCountries';
import { labeled, message, type Message } from '../message';
import { isKnown, type Model } from '../model';
import { endAndReason } from '../policy/statedEnd';
import { CATEGORY_WORDS, COMMERCIAL_WORDS, LINEAGE_WORDS, NO_TERMS, SEVERITY_WORDS } from '../wording';
import type { AuditReport, ReportedFinding } from './auditReport';
import { systemName } from './basis';
import { governingCategory, governingOf, governingText, governingUse } from './governing';
import { escapeHtml, html, Html, type HtmlPart, sentence } from './htmlText';
import { REPORT_STYLE } from './htmlStyle';
import { ENGLISH, fullStop, headed, type Language, say, sayWord } from './language';
import { licenseSource, SURENESS_LEGEND, SURENESS_WORDS } from './licenseSource';
import { lineageGraph, lineageLines } from './lineageGraph';
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
import { signOff } from './signOff';
import {
  byContext,
  CHANGE_WORDS,
  judgingChangeTexts,
  conditionText,
  contextText,
  dutyStateText,
  EXCEPTION_HEAD,
  expiryText,
  IGNORED_HEAD,
  pathsByReason,
  countBySeverity,
  DECIDING_HINTS,
  decidingStatements,
  furtherTexts,
  headText,
  isUse,
  hostTermsNote,
  type ListedPlace,
  listHints,
  moreText,
  mostImportant,
  noServiceText,
  NOT_COMPLETE,
  rulesOfStatement,
  RUNTIME_NAMES,
  SERVICE_HEAD,
  servicesNote,
  UNKNOWN_NAMES,
  modelRows,
  type ModelRow,
  placesOfModels,
  scopeText,
  type Statement,
  statementsOf,
  toolText,
  unstatedUse,
  verdictsText,
  verdictText,
  WHY_HINTS,
} from './summary';

/** Longer lists are cut on the page, and say so; the JSON has everything. */
const MAX_ROWS = 1_000;
const MAX_PLACES = 5;
const BAR_WIDTH = 200;

/** One page that needs nothing else: no script, no network, its own style. For people who decide and do not read code. */
export function toHtml(report: AuditReport, project: string, language = ENGLISH): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  const page = html`<!DOCTYPE html>
<html lang="${language.tag}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="generator" content="${GENERATOR} ${report.tool.version}">
<title>${titleOf(systemName(report, project), language)}</title><style>${new Html(REPORT_STYLE)}</style></head>
<body>${htmlBody(report, project, language)}</body></html>
`;
  return page.markup;
}

function titleOf(project: string, language: Language): string {
  return say(message('AI models of {0}', project), language);
}

/** What stands in the page's body, for hosts that bring their own head. */
export function htmlBody(report: AuditReport, project: string, language = ENGLISH): Html {
  const rows = modelRows(report);
  const sections = [
    changes,
    charts,
    findings,
    hints,
    models,
    services,
    obligations,
    hostDuties,
    lineage,
    lists,
    unknowns,
  ];
  const further = [runtimeChoices, exceptions, ignored, notSearched];
  return html`<main><h1>${titleOf(systemName(report, project), language)}</h1>
${[summary, ...sections, ...further].map((part) => part({ report, rows, language }))}${signOff(
  report,
  titleOf(project, language),
  language,
)}</main>${footer(report, language)}`;
}

/** What every part of the page is written from. */
interface Page {
  readonly report: AuditReport;
  readonly rows: readonly ModelRow[];
  readonly language: Language;
}

function summary({ report, rows, language }: Page): Html {
  const counts = countBySeverity(report);
  const unknown = rows.filter(({ model }) => !isKnown(model)).length;
  const cards: readonly (readonly [count: number, one: Message, many: Message])[] = [
    [rows.length, message('model'), message('models')],
    [placesOfModels(report).length, message('place that names one'), message('places that name one')],
    [counts.error, message('error'), message('errors')],
    [counts.warning, message('warning'), message('warnings')],
    [unknown, message('model not known'), message('models not known')],
    [report.stats.filesScanned, message('file searched'), message('files searched')],
  ];
  const verdicts = verdictsText(rows, language);
  return html`<p>${headText(report, rows, language)}</p>
<p>${scopeText(report, language)}</p>
${verdicts !== '' && html`<p><strong>${verdicts}</strong></p>`}
${!report.stats.complete && html`<p class="notice"><strong>${say(NOT_COMPLETE, language)}</strong></p>`}
${importantList(report, language)}<h2>${say(message('At a glance'), language)}</h2><ul class="cards">${cards.map(
    ([count, one, many]) => html`<li><b>${count}</b>${say(count === 1 ? one : many, language)}</li>`,
  )}</ul>`;
}

/** What matters most, on the first screen. A few statements stand in their table there anyway. */
function importantList(report: AuditReport, language: Language): HtmlPart {
  const important = mostImportant(report);
  if (important.length === 0) return undefined;
  return html`<h2>${say(message('What matters most'), language)}</h2><ul>${important.map(
    ({ first, places: [place, ...others] }) =>
      html`<li>${severityMark(first, language)} ${sentence(first.message)} (${placeList(place ? [place] : [], language)}${others.length > 0 && moreText(others.length, language)})</li>`,
  )}</ul>`;
}

function severityMark({ severity }: Pick<ReportedFinding, 'severity'>, language: Language): Html {
  return html`<span class="severity-${severity}">${sayWord(severity, SEVERITY_WORDS, language)}</span>`;
}

function changes({ report, language }: Page): HtmlPart {
  const { since } = report;
  if (since === undefined) return undefined;
  const models = section(
    {
      title: message('Models since {0}', since.ref),
      head: [message('Change'), message('Model'), message('Where')],
      rows: since.changes.map(({ change, model, detail }) => [
        sayWord(change, CHANGE_WORDS, language),
        code(model),
        detail.map((line) => html`${line}<br>`),
      ]),
      ...(since.changes.length === 0 && { note: message('No model was added, changed or removed.') }),
    },
    language,
  );
  return html`${models}${judgingChangeTexts(report, language).map((text) => html`<p>${text}</p>`)}`;
}

function charts({ report, rows, language }: Page): Html {
  const governing = governingOf(report);
  const nameOf = countryNames([language.tag]);
  const draw = (title: Message, textsOf: (row: ModelRow) => readonly string[]): Html =>
    chart(say(title, language), { rows, textsOf, unknown: unknownText(language) });
  return html`<div class="charts">${[
    draw(message('Verdicts'), (row) => [verdictText({ ...row, reservations: [] }, language)]),
    draw(message('License categories'), (row) => [
      sayWord(governingCategory(row, governing(row.places)), CATEGORY_WORDS, language),
    ]),
    draw(message('Openness'), ({ model }) => [opennessText(model, language)]),
    draw(message('Origin by country'), ({ model }) => countriesOf(model, nameOf, language)),
  ]}</div>`;
}

function countriesOf(
  model: Model | undefined,
  nameOf: (code: string) => string | undefined,
  language: Language,
): readonly string[] {
  const { told, hinted } = originCountries(model);
  const countries = [
    ...told.map((country) => (country === null ? unknownText(language) : (nameOf(country) ?? country))),
    ...hinted.map((country) => say(message('perhaps {0}', nameOf(country) ?? country), language)),
  ];
  return countries.length === 0 ? [unknownText(language)] : countries;
}

interface Chart {
  readonly rows: readonly ModelRow[];
  readonly textsOf: (row: ModelRow) => readonly string[];
  /** The text of what is not known, which is drawn apart. */
  readonly unknown: string;
}

/** Counts of models as bars, the longest first; each bar's number stands beside it. */
function chart(title: string, { rows, textsOf, unknown }: Chart): Html {
  const counts = new Map<string, number>();
  for (const row of rows) for (const key of textsOf(row)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const sorted = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const longest = Math.max(1, ...counts.values());
  return html`<section><h3>${title}</h3><table>${sorted.map(
    ([key, count]) =>
      html`<tr><th scope="row">${key}</th><td class="number">${count}</td><td class="bar">${bar(
        count / longest,
        key.toLowerCase() === unknown.toLowerCase(),
      )}</td></tr>`,
  )}</table></section>`;
}

function bar(share: number, isUnknown: boolean): Html {
  return html`<svg width="100%" height="12" viewBox="0 0 ${BAR_WIDTH} 12" preserveAspectRatio="none" aria-hidden="true"><rect class="value${isUnknown && ' unknown'}" width="${Math.round(
    share * BAR_WIDTH,
  )}" height="12" rx="2"/></svg>`;
}

function findings({ report, language }: Page): HtmlPart {
  return statementTable(statementsOf(report), { title: message('Findings') }, language);
}

function hints({ report, language }: Page): HtmlPart {
  return statementTable(decidingStatements(report), { title: DECIDING_HINTS, note: WHY_HINTS }, language);
}

function statementTable(
  statements: readonly Statement[],
  titled: Pick<Section, 'title' | 'note'>,
  language: Language,
): HtmlPart {
  if (statements.length === 0) return undefined;
  return section(
    {
      ...titled,
      head: [message('Severity'), message('What'), message('Rule'), message('Places')],
      rows: statements.map((statement) => {
        const { first, places } = statement;
        return [
          severityMark(first, language),
          [sentence(first.message), furtherTexts(statement).map((text) => html`<br>${sentence(text)}`)],
          ruleList(rulesOfStatement(statement)),
          placeList(places, language),
        ];
      }),
    },
    language,
  );
}

function models({ report, rows, language }: Page): HtmlPart {
  const governing = governingOf(report);
  const known = rows.filter((row): row is ModelRow & { model: Model } => row.model !== undefined);
  if (known.length === 0) return undefined;
  return section(
    {
      title: message('Models'),
      head: [
        message('Model'),
        message('Verdict'),
        message('License'),
        message('Known from'),
        message('Commercial use'),
        message('Openness'),
        message('Publisher'),
        message('Origin'),
        message('Places'),
      ],
      rows: known.map(({ id, model, places, ...row }) => {
        const decides = governing(places);
        return [
          code(id),
          html`<span class="verdict-${row.verdict ?? 'none'}">${verdictText(row, language)}</span>`,
          governingText({ model }, decides, language),
          sourceCell(model, language),
          sayWord(governingUse(model, decides), COMMERCIAL_WORDS, language),
          opennessText(model, language),
          model.publisher?.name ?? unknownText(language),
          originText(model, language.translate),
          placeList(places, language),
        ];
      }),
      note: SURENESS_LEGEND,
    },
    language,
  );
}

/** `read: the card, 2026-11-20`; a dash where nothing is recorded of it. */
function sourceCell(model: Model, language: Language): HtmlPart {
  const known = licenseSource(model);
  if (known === undefined) return '-';
  const { sureness, source, date } = known;
  return html`<b>${say(SURENESS_WORDS[sureness], language)}</b>${headed('', [source, date].filter((part) => part !== '').join(', '), language)}`;
}

function services({ report, rows, language }: Page): HtmlPart {
  const called = calledServices(report, rows);
  const own = rows.filter((row) => ownUses(row).length > 0);
  if (called.length === 0 && own.length === 0) return undefined;
  const title = message('What leaves this project, to whom, and where');
  const staying = own.length > 0 && html`<p>${stayingModels(own, language)}</p>`;
  if (called.length === 0)
    return html`<h2>${say(title, language)}</h2><p>${say(noServiceText(report), language)}</p>${staying}`;
  const note = servicesNote(report);
  const rulesAt = rulesAtServices(report);
  const table = section(
    {
      title,
      head: SERVICE_HEAD,
      rows: called.map((service) => [
        hostName(service, language),
        operatorText(service, language),
        regionText(service, language),
        calledText(service, code, language),
        service.termsName ?? say(NO_TERMS, language),
        endText(service, language),
        ruleList(rulesAt(service)),
        placeList(calledPlaces(service, report), language),
      ]),
      ...(note && { note }),
    },
    language,
  );
  return html`${table}${staying}`;
}

/** Which models the project uses by their weights, each with its first place. */
function stayingModels(own: readonly ModelRow[], language: Language): HtmlPart {
  const shown = own.slice(0, MAX_PLACES);
  return [
    stayingText(own.length, language),
    shown.map(
      (row, index) =>
        html`${index > 0 && ', '}${code(row.id)} (${placeList(ownUses(row).slice(0, 1), language)})`,
    ),
    own.length > shown.length && moreText(own.length - shown.length, language),
    fullStop(language),
  ];
}

function obligations({ report, rows, language }: Page): HtmlPart {
  const { obligations: duties } = report;
  const title = message('What the licenses ask');
  const note = unstatedUse(report);
  if (duties.length === 0)
    return (
      note !== undefined &&
      rows.some(({ places }) => places.some(isUse)) &&
      html`<h2>${say(title, language)}</h2><p>${say(note, language)}</p>`
    );
  return section(
    {
      title,
      ...(note && { note }),
      head: [message('Model'), message('Duty'), message('License'), message('Clause'), message('Done')],
      rows: duties.map(({ model, what, text, license, clause, waitsFor, where, ...duty }) => [
        code(model),
        html`${text}${conditionText({ waitsFor }, language)} ${code(what)}`,
        license,
        clause ?? '-',
        html`${say(dutyStateText(duty), language)} ${where !== null && code(`${where.path}:${where.line}`)}`,
      ]),
    },
    language,
  );
}

function hostDuties({ report, language }: Page): HtmlPart {
  const terms = hostTerms(report);
  if (terms.length === 0) return undefined;
  return section(
    {
      title: message('What the terms of the hosts ask'),
      head: [message('Host'), message('Duty'), message('Terms'), message('Clause')],
      rows: terms.flatMap(({ host, terms: name, duties }) =>
        duties.map(({ text, clause }) => [host, text, name, clause ?? '-']),
      ),
      note: hostTermsNote(language),
    },
    language,
  );
}

function lineage({ report: { models: list }, language }: Page): HtmlPart {
  const lines = lineageLines(list);
  if (lines.length === 0) return undefined;
  return html`<h2>${say(message('Lineage'), language)}</h2>${lineageGraph(list, language)}<ul>${lines.map(
    ({ model, relation, base }) =>
      html`<li>${code(model)}${headed('', '', language)}${new Html(labeled(escapeHtml(say(LINEAGE_WORDS[relation], language)), code(base).markup))}</li>`,
  )}</ul>`;
}

function lists({ report, language }: Page): HtmlPart {
  const hints = listHints(report);
  if (hints.length === 0) return undefined;
  return section(
    {
      title: message('Lists of models'),
      head: [message('Place'), message('What')],
      rows: hints.map(({ path, line, message: text }) => [code(`${path}:${line}`), text]),
    },
    language,
  );
}

function unknowns({ rows, language }: Page): HtmlPart {
  const unknown = rows.filter(({ model }) => !isKnown(model));
  if (unknown.length === 0) return undefined;
  return section(
    {
      title: message('Not known'),
      head: [message('Name'), message('Places')],
      rows: unknown.map(({ id, places }) => [code(id), placeList(places, language)]),
      note: UNKNOWN_NAMES,
    },
    language,
  );
}

function runtimeChoices({ report: { runtimeChoices: choices }, language }: Page): HtmlPart {
  if (choices.length === 0) return undefined;
  return section(
    {
      title: message('Chosen when the program runs'),
      head: [message('Place'), message('Call'), message('Expression')],
      rows: choices.map(({ path, line, loader, expression }) => [
        code(`${path}:${line}`),
        loader === '' ? '' : code(loader),
        code(expression),
      ]),
      note: RUNTIME_NAMES,
    },
    language,
  );
}

function exceptions({ report, language }: Page): HtmlPart {
  const rows = report.policies.flatMap(({ path, exceptions: list }) =>
    list.map(({ model, rules, paths, reason, approvedBy, expires }) => [
      code(model),
      rules.length === 0 ? say(message('every rule'), language) : rules.join(', '),
      paths?.join(', ') ?? say(message('all'), language),
      reason,
      approvedBy ?? '-',
      expiryText(expires, report, language),
      code(path),
    ]),
  );
  return rows.length === 0
    ? undefined
    : section({ title: message('Exceptions'), head: EXCEPTION_HEAD, rows }, language);
}

function ignored({ report, language }: Page): HtmlPart {
  const { ignores } = report;
  if (ignores.length === 0) return undefined;
  return section(
    {
      title: message('Ignored where it stands'),
      head: IGNORED_HEAD,
      rows: ignores.map(({ path, line, rules, models = [], reason: words }) => {
        const { until, reason } = endAndReason(words);
        return [
          code(`${path}:${line}`),
          models.join(', '),
          rules.join(', '),
          reason,
          expiryText(until, report, language),
        ];
      }),
    },
    language,
  );
}

function notSearched({ report, language }: Page): HtmlPart {
  const reasons = pathsByReason(report);
  const partly = report.stats.filesPartlyRead;
  if (reasons.length + partly.length === 0) return undefined;
  return html`${section(
    {
      title: message('Not searched'),
      head: [message('Reason'), message('Files and folders')],
      rows: reasons.map(([reason, paths]) => [reason, pathList(paths, language)]),
    },
    language,
  )}${
    partly.length > 0 &&
    html`<ul>${partly.map(({ path, reason }) => html`<li>${code(path)}: ${reason}</li>`)}</ul>`
  }`;
}

function footer({ tool, policies }: AuditReport, language: Language): Html {
  const text = toolText(
    tool,
    policies.map(({ path }) => path),
  );
  return html`<footer><p class="muted">${say(text, language)}</p></footer>`;
}

interface Section {
  readonly title: Message;
  readonly head: readonly Message[];
  readonly rows: readonly (readonly HtmlPart[])[];
  readonly note?: Message;
}

function section({ title, head, rows, note }: Section, language: Language): Html {
  const shown = rows.slice(0, MAX_ROWS);
  const heading = say(title, language);
  return html`<h2>${heading}</h2>${note !== undefined && html`<p>${say(note, language)}</p>`}<div class="scroll" tabindex="0" role="region" aria-label="${heading}"><table>
<thead><tr>${head.map((cell) => html`<th scope="col">${say(cell, language)}</th>`)}</tr></thead><tbody>${shown.map(
    (row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>\n`,
  )}</tbody></table></div>${
    rows.length > shown.length &&
    html`<p class="muted">${say(message('{0} more are in the JSON.', rows.length - shown.length), language)}</p>`
  }`;
}

function placeList(places: readonly ListedPlace[], language: Language): HtmlPart {
  const shown = byContext(places)
    .slice(0, MAX_PLACES)
    .map(
      (place, index) =>
        html`${index > 0 && ', '}${code(`${place.path}:${place.line}`)}${contextText(place, language)}`,
    );
  return [shown, places.length > MAX_PLACES && moreText(places.length - MAX_PLACES, language)];
}

/** How many there are, and the first of them. */
function pathList(paths: readonly string[], language: Language): HtmlPart {
  const shown = paths.slice(0, MAX_PLACES).map((path, index) => html`${index > 0 && ', '}${code(path)}`);
  return [
    `${paths.length}: `,
    shown,
    paths.length > MAX_PLACES && moreText(paths.length - MAX_PLACES, language),
  ];
}

function ruleList(rules: readonly string[]): HtmlPart {
  return rules.map((rule, index) => html`${index > 0 && html`<br>`}${code(rule)}`);
}

function code(text: string): Html {
  return html`<code>${text}</code>`;
}
