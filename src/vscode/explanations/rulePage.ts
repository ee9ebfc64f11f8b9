import * as vscode from 'vscode';
import { escapeMarkdown, exampleText, prose, type RuleInfo, severityNotes } from '../../core';
import { localize, translate } from '../localize';
import { severityWord } from '../results/resultItems';
import { bullets, section } from './markdownParts';

/** What a rule looks at, why, and how to settle what it finds. */
export function rulePage(rule: RuleInfo): string {
  const { code, severity, summary, checks, why, settle } = rule;
  const { t } = vscode.l10n;
  return [
    `# ${escapeMarkdown(code)}\n\n${prose(localize(summary))}\n\n`,
    section(t('What it checks'), `${prose(localize(checks))}\n\n`),
    section(t('Why'), `${prose(localize(why))}\n\n`),
    section(t('How to settle it'), bullets(settle.map((way) => prose(localize(way))))),
    section(t('Example'), `${indented(exampleText(rule, translate))}\n`),
    section(
      t('Severity'),
      `${escapeMarkdown(t('{0} under a policy.', severityWord(severity)))}\n\n${severityNotes(rule)
        .map((note) => `${prose(localize(note))}\n\n`)
        .join('')}${t('A policy changes it with {0}.', `\`rules: { ${code}: … }\``)}\n`,
    ),
  ].join('');
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}
