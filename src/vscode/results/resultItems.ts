import * as vscode from 'vscode';
import {
  type AuditEntry,
  type EntryGroup,
  type Grouping,
  hostDetails,
  licenseText,
  OPENNESS_WORDS,
  type Message,
  type Severity,
  whereItRuns,
} from '../../core';
import { commandName } from '../commands/commandIds';
import { regionName } from '../regions';
import { localize, translate } from '../localize';
import { withoutName } from './withoutName';

/** Words beside the icons, so that nothing is said by shape and color alone. */
export function severityWord(severity: Severity | undefined): string {
  switch (severity) {
    case 'error':
      return vscode.l10n.t('Error');
    case 'warning':
      return vscode.l10n.t('Warning');
    case 'information':
      return vscode.l10n.t('Information');
    case 'hint':
      return vscode.l10n.t('Hint');
    case undefined:
      return vscode.l10n.t('No finding');
  }
}

function severityIcon(severity: Severity | undefined): vscode.ThemeIcon {
  switch (severity) {
    case 'error':
      return new vscode.ThemeIcon('error', new vscode.ThemeColor('problemsErrorIcon.foreground'));
    case 'warning':
      return new vscode.ThemeIcon('warning', new vscode.ThemeColor('problemsWarningIcon.foreground'));
    case 'information':
      return new vscode.ThemeIcon('info', new vscode.ThemeColor('problemsInfoIcon.foreground'));
    case 'hint':
      return new vscode.ThemeIcon('lightbulb');
    case undefined:
      return new vscode.ThemeIcon('circle-outline');
  }
}

export function groupItem(group: EntryGroup, grouping: Grouping): vscode.TreeItem {
  const label = groupLabel(group, grouping);
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = `group ${grouping} ${group.key}`;
  item.iconPath = severityIcon(group.severity);
  const count =
    group.entries.length === 1 ? vscode.l10n.t('1 place') : vscode.l10n.t('{0} places', group.entries.length);
  const verdict = grouping === 'model' ? group.entries[0]?.verdict : undefined;
  // A number alone beside "Errors" would be read as that of errors, of which a place can have several.
  const described = [
    ...(verdict === undefined ? [] : [localize(verdict)]),
    ...(grouping === 'host' ? hostDetails(group, regionName).map(localized) : []),
    count,
  ].join(' · ');
  item.description = described;
  item.contextValue = 'group';
  item.tooltip = `${label}: ${described}`;
  item.accessibilityInformation = { label: spoken(`${label} ${described}`, severityWord(group.severity)) };
  return item;
}

function localized(text: Message | string): string {
  return typeof text === 'string' ? text : localize(text);
}

/** Who runs the model, from which country, and where: one line, in the reader's language. */
function runningText({ use }: AuditEntry): string {
  return use === undefined ? '' : whereItRuns(use, regionName).map(localize).join(', ');
}

function groupLabel({ label }: EntryGroup, grouping: Grouping): string {
  return grouping === 'origin' && typeof label === 'string'
    ? label.split(' ← ').map(regionName).join(' ← ')
    : localized(label);
}

/**
 * A place; its label leaves out what the group above it says already. What was found there has rows of its own below
 * it: at the width that the side bar has by default, place and message do not fit into one.
 */
export function entryItem(entry: AuditEntry, grouping: Grouping): vscode.TreeItem {
  const place = placeText(entry);
  const inFile = grouping === 'file' ? vscode.l10n.t('line {0}', entry.span.line) : place;
  const label = grouping === 'model' && entry.kind === 'model' ? place : entry.name;
  const item = new vscode.TreeItem(label, openFor(entry));
  item.description = label === place ? '' : inFile;
  item.iconPath = severityIcon(entry.severity);
  item.contextValue = contextValue(entry);
  item.tooltip = entryTooltip(entry);
  item.accessibilityInformation = {
    label: spoken(
      `${label} ${item.description}`,
      label === place ? entry.name : place,
      severityWord(entry.severity),
    ),
  };
  item.command = { command: commandName('openPlace'), title: vscode.l10n.t('Open'), arguments: [entry] };
  return item;
}

/** `archive.py:12 service/kotoba`: the end of a long path is what people know a file by. */
function placeText({ path, span }: AuditEntry): string {
  const name = path.lastIndexOf('/') + 1;
  return `${path.slice(name)}:${span.line} ${path.slice(0, name).replace(/\/$/, '')}`.trimEnd();
}

/** What has to be looked at is open. */
function openFor({ findings, severity }: AuditEntry): vscode.TreeItemCollapsibleState {
  if (findings.length === 0) return vscode.TreeItemCollapsibleState.None;
  return severity === 'error' || severity === 'warning'
    ? vscode.TreeItemCollapsibleState.Expanded
    : vscode.TreeItemCollapsibleState.Collapsed;
}

export function findingItem(entry: AuditEntry, index: number): vscode.TreeItem {
  const finding = entry.findings[index];
  const message = finding === undefined ? '' : localize(finding.message);
  const item = new vscode.TreeItem(withoutName(message, entry.name));
  item.tooltip = message;
  item.iconPath = severityIcon(finding?.severity);
  item.description = finding?.rule ?? '';
  item.contextValue = contextValue(entry);
  item.accessibilityInformation = {
    label: spoken(`${String(item.label)} ${item.description}`, severityWord(finding?.severity)),
  };
  item.command = { command: commandName('openPlace'), title: vscode.l10n.t('Open'), arguments: [entry] };
  return item;
}

/** What a screen reader says of a row: first what is to be seen, so that a voice can name it, then what icons and groups tell. */
function spoken(seen: string, ...more: readonly string[]): string {
  return [seen, ...more].join(', ');
}

/** Which actions a row has: fixes where something was found, a look-up where a model is named. */
function contextValue({ kind, findings }: AuditEntry): string {
  return [kind === 'model' ? 'model' : 'place', ...(findings.length > 0 ? ['finding'] : [])].join(' ');
}

/** Facts only, as plain text: names in a workspace are not trusted to be Markdown. */
function entryTooltip(entry: AuditEntry): string {
  const { name, model, verdict, findings, path, span } = entry;
  const facts =
    model === undefined
      ? vscode.l10n.t('Nothing is known of this name.')
      : vscode.l10n.t(
          'License: {0}. Openness: {1}.',
          licenseText(model, translate),
          localize(OPENNESS_WORDS[model.openness.level]),
        );
  return [
    verdict === undefined ? name : `${localize(verdict)} · ${name}`,
    facts,
    ...[runningText(entry)].filter((text) => text !== ''),
    ...findings.map(({ rule, message }) => `${rule}: ${localize(message)}`),
    `${path}:${span.line}:${span.column}`,
  ].join('\n');
}
