import { message, type Message } from '../message';
import type { AuditReport } from './auditReport';
import { html, type Html } from './htmlText';
import { type Language, say } from './language';
import { escapeMarkdown, markdownTable } from './markdownText';
import { headText, modelRows, NOT_COMPLETE, scopeText, verdictsText } from './summary';

const TITLE = message('Signatures');
const COLUMNS = [message('Full name'), message('Role'), message('Date'), message('Signature')];
const SIGNERS = [message('Prepared by'), message('Approved by')];

/** What is signed: a sheet may be parted from the pages before it, so it says itself what they are about. */
function statements(report: AuditReport): readonly Message[] {
  return [
    message('We have read this document, its open findings, and what it says of its own limits.'),
    ...(report.stats.complete ? [] : [NOT_COMPLETE]),
  ];
}

/** What was judged and what came of it. */
function subject(report: AuditReport, language: Language): readonly string[] {
  const rows = modelRows(report);
  const texts = [scopeText(report, language), headText(report, rows, language), verdictsText(rows, language)];
  return texts.filter((text) => text !== '');
}

/** Lines for those who sign a report, on paper only: on a screen nobody can. */
export function signOff(report: AuditReport, title: string, language: Language): Html {
  return html`<section class="sign-off"><h2>${say(TITLE, language)}</h2><p><strong>${title}</strong></p>${subject(report, language).map((text) => html`<p>${text}</p>`)}${statements(
    report,
  ).map(
    (text) => html`<p>${say(text, language)}</p>`,
  )}<table><thead><tr><td></td>${COLUMNS.map((column) => html`<th scope="col">${say(column, language)}</th>`)}</tr></thead><tbody>${SIGNERS.map(
    (signer) =>
      html`<tr><th scope="row">${say(signer, language)}</th>${COLUMNS.map(() => html`<td></td>`)}</tr>`,
  )}</tbody></table></section>`;
}

/** The same as lines of Markdown. */
export function signOffLines(report: AuditReport, language: Language): readonly string[] {
  const said = (text: Message): string => say(text, language);
  return [
    `## ${said(TITLE)}`,
    '',
    ...subject(report, language)
      .flatMap((text) => [escapeMarkdown(text), ''])
      .slice(0, -1),
    ...statements(report).flatMap((text) => ['', said(text)]),
    '',
    ...markdownTable(
      ['', ...COLUMNS.map(said)],
      SIGNERS.map((signer) => [said(signer), ...COLUMNS.map(() => '')]),
    ),
  ];
}
