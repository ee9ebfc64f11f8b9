import * as vscode from 'vscode';
import { escapeMarkdown, type RuleInfo } from '../../core';
import { localize } from '../localize';
import { severityWord } from '../results/resultItems';
import { bullets, section } from './markdownParts';

/** What a rule looks at, why, and how to settle what it finds. */
export function rulePage({
  code,
  severity,
  withoutPolicy,
  summary,
  checks,
  why,
  settle,
  example,
}: RuleInfo): string {
  const { t } = vscode.l10n;
  const level =
    withoutPolicy === 'warning'
      ? t('{0}; without a policy, warning', severityWord(severity))
      : withoutPolicy
        ? t('{0}; without a policy, information', severityWord(severity))
        : t('{0}; without a policy, nothing', severityWord(severity));
  return [
    `# ${escapeMarkdown(code)}\n\n${escapeMarkdown(localize(summary))}\n\n`,
    section(t('What it checks'), `${escapeMarkdown(localize(checks))}\n\n`),
    section(t('Why'), `${escapeMarkdown(localize(why))}\n\n`),
    section(t('How to settle it'), bullets(settle.map((way) => escapeMarkdown(localize(way))))),
    section(t('Example'), `${indented(example)}\n`),
    section(
      t('Severity'),
      `${escapeMarkdown(level)}\n\n${t('A policy changes it with {0}.', `\`rules: { ${code}: … }\``)}\n`,
    ),
  ].join('');
}

function indented(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}
