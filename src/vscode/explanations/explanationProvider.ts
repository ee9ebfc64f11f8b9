import * as vscode from 'vscode';
import { type Engine, escapeMarkdown, ruleInfo } from '../../core';
import { Owner } from '../disposables';
import type { EngineHost } from '../engineHost';
import type { HubLookups } from '../lookup/hubLookups';
import { EXPLANATION_SCHEME, subjectOf, type Subject } from './explanationUri';
import { compatibilityPage } from './compatibilityPage';
import { hubSection } from './hubSection';
import { licensePage } from './licensePage';
import { modelPage } from './modelPage';
import { rulePage } from './rulePage';

/** Writes the pages about rules, licenses and models from the catalog, without a network. */
export class ExplanationProvider extends Owner implements vscode.TextDocumentContentProvider {
  private readonly changeEmitter = this.own(new vscode.EventEmitter<vscode.Uri>());

  readonly onDidChange = this.changeEmitter.event;

  constructor(
    private readonly engineHost: EngineHost,
    private readonly hub: HubLookups,
  ) {
    super();
    this.own(hub.onDidChange(() => this.changed(['model'])));
    this.own(engineHost.onDidReplace(() => this.changed(['model', 'license', 'compatibility'])));
    this.own(vscode.workspace.registerTextDocumentContentProvider(EXPLANATION_SCHEME, this));
  }

  private changed(subjects: readonly Subject[]): void {
    for (const { uri } of vscode.workspace.textDocuments) {
      const wanted = subjectOf(uri);
      if (wanted !== undefined && subjects.includes(wanted.subject)) this.changeEmitter.fire(uri);
    }
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const wanted = subjectOf(uri);
    if (wanted === undefined) return '';
    const page = PAGES[wanted.subject](await this.engineHost.engine(), wanted.name);
    return wanted.subject === 'model' ? page + hubSection(this.hub.stateOf(wanted.name)) : page;
  }
}

const PAGES: Readonly<Record<Subject, (engine: Engine, name: string) => string>> = {
  rule: (_, name) => {
    const rule = ruleInfo(name);
    return rule === undefined ? nothing(vscode.l10n.t('There is no rule “{0}”.', name)) : rulePage(rule);
  },
  compatibility: (engine, name) =>
    compatibilityPage(engine, name) ??
    nothing(vscode.l10n.t('“{0}” is no question about two licenses.', name)),
  license: ({ catalog }, name) => {
    const license = catalog.license(name);
    return license === undefined
      ? nothing(vscode.l10n.t('The catalog has no license “{0}”.', name))
      : licensePage(license);
  },
  model: (engine, name) => {
    const model = engine.lookup().find(name);
    return model === undefined
      ? nothing(vscode.l10n.t('Nothing is known of a model “{0}”. That is not the same as allowed.', name))
      : modelPage(model);
  },
};

function nothing(sentence: string): string {
  return `${escapeMarkdown(sentence)}\n`;
}
