import * as vscode from 'vscode';
import type { CatalogDates } from '../../core';
import type { Analyses } from '../analyses';
import { commandName } from '../commands/commandIds';
import { Owner } from '../disposables';
import type { EngineHost } from '../engineHost';
import { localize } from '../localize';
import { describeFailure, type Log } from '../log';
import type { HubLookups } from '../lookup/hubLookups';
import type { PolicyState } from '../project/policyFiles';
import type { Projects } from '../project/projects';
import { isReadable, READABLE_DOCUMENTS } from '../schemes';
import { onSettingsChanged } from '../settings';

export interface StatusParts {
  readonly engineHost: EngineHost;
  readonly analyses: Analyses;
  readonly projects: Projects;
  readonly hub: HubLookups;
  readonly log: Log;
}

/** The state behind what a document shows: which policy holds, how old the catalog is, and what was not looked at. */
export class LanguageStatus extends Owner {
  private readonly policy = this.item('policy', vscode.l10n.t('Model policy'));
  private readonly catalog = this.item('catalog', vscode.l10n.t('Model catalog'));
  private readonly notice = this.item('notice', vscode.l10n.t('Model references'));

  constructor(private readonly parts: StatusParts) {
    super();
    this.notice.severity = vscode.LanguageStatusSeverity.Warning;
    this.catalog.command = { command: commandName('updateCatalog'), title: vscode.l10n.t('Update') };
    const refresh = (): void => parts.log.watch(this.refresh(), 'language status');
    this.own(vscode.window.onDidChangeActiveTextEditor(refresh));
    this.own(vscode.workspace.onDidSaveTextDocument(refresh));
    this.own(parts.projects.onDidChange(refresh));
    this.own(parts.hub.onDidChange(refresh));
    this.own(vscode.workspace.onDidGrantWorkspaceTrust(refresh));
    this.own(onSettingsChanged(refresh));
    refresh();
  }

  private item(id: string, name: string): vscode.LanguageStatusItem {
    const item = this.own(
      vscode.languages.createLanguageStatusItem(`modelLicenseLens.${id}`, READABLE_DOCUMENTS),
    );
    item.name = name;
    item.text = name;
    return item;
  }

  private async refresh(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || !isReadable(document)) return;
    await this.showCatalog();
    const [{ policy }, result] = await Promise.all([
      this.parts.projects.of(document.uri),
      this.parts.analyses.of(document),
    ]);
    this.showPolicy(policy);
    this.showNotice(result.leftOut === undefined ? undefined : localize(result.leftOut));
  }

  private async showCatalog(): Promise<void> {
    const { catalog } = this;
    catalog.busy = this.parts.engineHost.current === undefined;
    try {
      const { date, dates } = (await this.parts.engineHost.engine()).catalog;
      catalog.text = vscode.l10n.t('Model catalog of {0}', date);
      catalog.detail = `${datesText(dates)} · ${this.connection()}`;
      catalog.severity =
        this.parts.hub.unanswered.length > 0
          ? vscode.LanguageStatusSeverity.Warning
          : vscode.LanguageStatusSeverity.Information;
    } catch (failure) {
      catalog.text = vscode.l10n.t('The model catalog could not be read');
      catalog.detail = describeFailure(failure);
      catalog.severity = vscode.LanguageStatusSeverity.Error;
      throw failure;
    } finally {
      catalog.busy = false;
    }
  }

  private connection(): string {
    const { destination, isOn, unanswered } = this.parts.hub;
    if (!isOn && vscode.workspace.isTrusted) return vscode.l10n.t('offline');
    if ('refused' in destination) return vscode.l10n.t('offline: {0}', localize(destination.refused));
    const [first] = unanswered;
    return first === undefined
      ? vscode.l10n.t('asks {0}', destination.host)
      : vscode.l10n.t(
          '{0} not answered, for example {1}: {2}',
          unanswered.length,
          first.id,
          localize(first.reason),
        );
  }

  private showPolicy(state: PolicyState | undefined): void {
    const { policy } = this;
    if (state === undefined) {
      policy.text = vscode.l10n.t('No model policy');
      policy.detail = vscode.l10n.t('only facts are shown');
      policy.severity = vscode.LanguageStatusSeverity.Information;
      policy.command = { command: commandName('createPolicy'), title: vscode.l10n.t('Create') };
      return;
    }
    policy.text = vscode.workspace.asRelativePath(state.uri);
    policy.detail = state.broken ? brokenDetail(state) : vscode.l10n.t('model policy in force');
    policy.severity = state.broken
      ? vscode.LanguageStatusSeverity.Error
      : vscode.LanguageStatusSeverity.Information;
    policy.command = { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [state.uri] };
  }

  private showNotice(reason: string | undefined): void {
    this.notice.selector = reason === undefined ? [] : READABLE_DOCUMENTS;
    this.notice.text = vscode.l10n.t('Not searched completely');
    this.notice.detail = reason ?? '';
  }
}

function datesText({ models, services, licenses }: CatalogDates): string {
  return vscode.l10n.t('models {0}, services {1}, licenses {2}', models, services, licenses);
}

function brokenDetail({ policy }: PolicyState): string {
  return policy === undefined
    ? vscode.l10n.t('has an error: no policy is in force')
    : vscode.l10n.t('has an error: the last valid policy stays in force');
}
