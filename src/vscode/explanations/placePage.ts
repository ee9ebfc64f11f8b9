import * as vscode from 'vscode';
import {
  decisionText,
  escapeMarkdown,
  explanationOf,
  type ExplainedFinding,
  type HoverSubject,
} from '../../core';
import { localize } from '../localize';
import { severityWord } from '../results/resultItems';
import { explanationUri } from './explanationUri';
import { bullets, section } from './markdownParts';

/** Why a place is judged as it is: each rule that is broken there with what decided, and what the text does with the model. */
export function placeSections(subject: HoverSubject): string {
  const { t } = vscode.l10n;
  // A finding speaks for others: here each has a line of its own.
  const findings = subject.findings.flatMap((finding) => [finding, ...(finding.merged ?? [])]);
  const { why, findings: explained } = explanationOf({ ...subject, findings });
  return [
    section(t('What is found here'), bullets(explained.map(findingLine))),
    section(t('What the text does with it'), bullets(why.map((reason) => escapeMarkdown(localize(reason))))),
  ].join('\n');
}

function findingLine({ rule, severity, message, decidedBy }: ExplainedFinding): string {
  const decided = decidedBy === null ? '' : ` (${localize(decisionText(decidedBy))})`;
  return `${escapeMarkdown(severityWord(severity))} [${escapeMarkdown(rule)}](${explanationUri('rule', rule).toString()}): ${escapeMarkdown(`${localize(message)}${decided}`)}`;
}
