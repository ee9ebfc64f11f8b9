import * as vscode from 'vscode';
import {
  type AuditEntry,
  type EntryGroup,
  entryMatches,
  groupEntries,
  type Grouping,
  GROUPINGS,
  paragraph,
} from '../../core';
import type { AuditRun } from '../audit/auditRun';
import type { Audits } from '../audit/audits';
import { setContextKey } from '../contextKey';
import { Owner } from '../disposables';
import { RESULTS_VIEW } from '../names';
import { countsText } from './countsText';
import { entryItem, findingItem, groupItem } from './resultItems';

/** A group shows this many rows at once; the rest is a row that opens. */
const PAGE = 500;

type Node =
  | { readonly kind: 'group'; readonly group: EntryGroup }
  | { readonly kind: 'rest'; readonly entries: readonly AuditEntry[] }
  | { readonly kind: 'entry'; readonly entry: AuditEntry }
  | { readonly kind: 'finding'; readonly entry: AuditEntry; readonly index: number };

/** The results of the last audit as a tree. Rows are made when a group is opened. */
export class ResultsTree extends Owner implements vscode.TreeDataProvider<Node> {
  private readonly changeEmitter = this.own(new vscode.EventEmitter<void>());
  private readonly view: vscode.TreeView<Node>;
  private groupedBy: Grouping = 'outcome';
  private wanted = '';

  readonly onDidChangeTreeData = this.changeEmitter.event;

  constructor(
    private readonly audits: Audits,
    private readonly memory: vscode.Memento,
  ) {
    super();
    const remembered = memory.get<unknown>('results.groupBy');
    this.groupedBy = GROUPINGS.find((grouping) => grouping === remembered) ?? 'outcome';
    this.view = this.own(
      vscode.window.createTreeView<Node>(RESULTS_VIEW, { treeDataProvider: this, showCollapseAll: true }),
    );
    this.own(audits.onDidChange(() => this.refresh()));
  }

  get grouping(): Grouping {
    return this.groupedBy;
  }

  get filter(): string {
    return this.wanted;
  }

  async groupBy(grouping: Grouping): Promise<void> {
    this.groupedBy = grouping;
    this.refresh();
    await this.memory.update('results.groupBy', grouping);
  }

  filterBy(text: string): void {
    this.wanted = text.trim();
    setContextKey('filtered', this.wanted !== '');
    this.refresh();
  }

  async show(): Promise<void> {
    await vscode.commands.executeCommand(`${RESULTS_VIEW}.focus`);
  }

  getChildren(node?: Node): Node[] {
    if (node === undefined) return this.groups().map((group) => ({ kind: 'group', group }));
    switch (node.kind) {
      case 'group':
        return page(node.group.entries);
      case 'rest':
        return page(node.entries);
      case 'entry':
        return node.entry.findings.map((_, index) => ({ kind: 'finding', entry: node.entry, index }));
      case 'finding':
        return [];
    }
  }

  getTreeItem(node: Node): vscode.TreeItem {
    switch (node.kind) {
      case 'group':
        return groupItem(node.group, this.groupedBy);
      case 'rest':
        return new vscode.TreeItem(
          vscode.l10n.t('{0} more', node.entries.length),
          vscode.TreeItemCollapsibleState.Collapsed,
        );
      case 'entry':
        return entryItem(node.entry, this.groupedBy);
      case 'finding':
        return findingItem(node.entry, node.index);
    }
  }

  private groups(): readonly EntryGroup[] {
    return groupEntries(this.shown(this.audits.last), this.groupedBy);
  }

  private shown(run: AuditRun | undefined): readonly AuditEntry[] {
    if (run === undefined) return [];
    return this.wanted === '' ? run.entries : run.entries.filter((entry) => entryMatches(entry, this.wanted));
  }

  private refresh(): void {
    const run = this.audits.last;
    this.view.message = run === undefined ? '' : summary(run, this.wanted, this.shown(run).length);
    this.view.badge = run && badge(run);
    this.changeEmitter.fire();
  }
}

function page(entries: readonly AuditEntry[]): Node[] {
  const first: Node[] = entries.slice(0, PAGE).map((entry) => ({ kind: 'entry', entry }));
  const rest = entries.slice(PAGE);
  return rest.length === 0 ? first : [...first, { kind: 'rest', entries: rest }];
}

function summary({ result }: AuditRun, filter: string, shown: number): string {
  const { stats, references } = result;
  const parts = [
    countsText(result),
    vscode.l10n.t('Files searched: {0}, left out: {1}.', stats.filesScanned, stats.filesSkipped.length),
  ];
  if (references.length === 0) parts.push(vscode.l10n.t('No model is named in this workspace.'));
  if (!stats.complete)
    parts.push(vscode.l10n.t('Not complete: it was canceled, or something could not be read.'));
  if (filter !== '') parts.push(vscode.l10n.t('Filter “{0}”: {1} shown.', filter, shown));
  return paragraph(parts);
}

function badge({ entries }: AuditRun): vscode.ViewBadge | undefined {
  const count = entries.filter(({ severity }) => severity === 'error' || severity === 'warning').length;
  return count === 0
    ? undefined
    : { value: count, tooltip: vscode.l10n.t('Places with errors or warnings: {0}', count) };
}
