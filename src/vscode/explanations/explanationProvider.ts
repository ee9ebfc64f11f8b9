import * as vscode from 'vscode';
import {
  type Engine,
  escapeMarkdown,
  jointTerms,
  type JointTerms,
  type Model,
  nearestName,
  referenceAt,
  ruleInfo,
} from '../../core';
import { isAnalyzed, type Analyses } from '../analyses';
import { Owner } from '../disposables';
import type { EngineHost } from '../engineHost';
import type { HubLookups } from '../lookup/hubLookups';
import { hoverSubject } from '../editor/hoverSubject';
import { EXPLANATION_SCHEME, explanationUri, placeOf, subjectOf, type Subject } from './explanationUri';
import { comparisonPage } from './comparisonPage';
import { compatibilityPage } from './compatibilityPage';
import { hubSection } from './hubSection';
import { licensePage } from './licensePage';
import { modelPage } from './modelPage';
import { placeSections } from './placePage';
import { rulePage } from './rulePage';

/** Writes the pages about rules, licenses, models and places from the catalog, without a network. */
export class ExplanationProvider extends Owner implements vscode.TextDocumentContentProvider {
  private readonly changeEmitter = this.own(new vscode.EventEmitter<vscode.Uri>());

  readonly onDidChange = this.changeEmitter.event;

  constructor(
    private readonly engineHost: EngineHost,
    private readonly hub: HubLookups,
    private readonly analyses: Analyses,
  ) {
    super();
    this.own(hub.onDidChange(() => this.changed(['model', 'place'])));
    this.own(
      engineHost.onDidReplace(() =>
        this.changed(['model', 'place', 'license', 'compatibility', 'comparison']),
      ),
    );
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
    if (wanted.subject === 'place') return this.placePage(wanted.name);
    const page = PAGES[wanted.subject](await this.engineHost.engine(), wanted.name);
    return wanted.subject === 'model' ? page + hubSection(this.hub.stateOf(wanted.name)) : page;
  }

  /** What is known of the model that a place names, behind why the place is judged as it is. */
  private async placePage(name: string): Promise<string> {
    const gone = nothing(vscode.l10n.t('No model is named there any more.'));
    const place = placeOf(name);
    if (place === undefined) return gone;
    const result = await this.analyses.of(await vscode.workspace.openTextDocument(place.uri));
    const reference = isAnalyzed(result) ? referenceAt(result.analysis, place.offset) : undefined;
    if (!isAnalyzed(result) || reference === undefined) return gone;
    const subject = await hoverSubject(reference, result, this.engineHost);
    const { model } = subject;
    return modelPage(
      model,
      model?.id ?? reference.id,
      termsInEffect(await this.engineHost.engine(), model),
      placeSections(subject) + hubSection(this.hub.stateOf(model?.id ?? reference.id)),
    );
  }
}

const PAGES: Readonly<Record<Exclude<Subject, 'place'>, (engine: Engine, name: string) => string>> = {
  rule: (_, name) => {
    const rule = ruleInfo(name);
    return rule === undefined ? nothing(vscode.l10n.t('There is no rule “{0}”.', name)) : rulePage(rule);
  },
  compatibility: (engine, name) =>
    compatibilityPage(engine, name) ??
    nothing(vscode.l10n.t('“{0}” is no question about two licenses.', name)),
  comparison: comparisonPage,
  license: ({ catalog }, name) => {
    const license = catalog.license(name);
    return license === undefined
      ? nothing(vscode.l10n.t('The catalog has no license “{0}”.', name))
      : licensePage(license);
  },
  model: (engine, name) => {
    const model = engine.lookup().find(name);
    return model === undefined
      ? nothing(vscode.l10n.t('Nothing is known of a model “{0}”. That is not the same as allowed.', name)) +
          meant(engine, name)
      : modelPage(model, model.id, termsInEffect(engine, model));
  },
};

function termsInEffect({ catalog }: Engine, model: Model | undefined): JointTerms | undefined {
  return model && jointTerms(model, catalog);
}

/** A link to the model that was probably meant. */
function meant({ catalog }: Engine, name: string): string {
  const near = nearestName(catalog, name);
  return near === undefined
    ? ''
    : `\n[${escapeMarkdown(vscode.l10n.t('Did you mean {0}?', near))}](${explanationUri('model', near).toString()})\n`;
}

function nothing(sentence: string): string {
  return `${escapeMarkdown(sentence)}\n`;
}
