import * as vscode from 'vscode';
import { licenseText, type Model, originText } from '../../core';
import { isAnalyzed, type Analyses } from '../analyses';
import { Owner } from '../disposables';
import { translate } from '../localize';
import type { HubLookups } from '../lookup/hubLookups';
import type { Projects } from '../project/projects';
import { rangeIn } from '../range';
import { EDITABLE_DOCUMENTS } from '../schemes';
import { onSettingsChanged, readSettings } from '../settings';

/** License and origin behind each model's name, for those who switch it on. */
export class InlayHintsProvider extends Owner implements vscode.InlayHintsProvider {
  private readonly changeEmitter = this.own(new vscode.EventEmitter<void>());

  readonly onDidChangeInlayHints = this.changeEmitter.event;

  constructor(
    private readonly analyses: Analyses,
    projects: Projects,
    hub: HubLookups,
  ) {
    super();
    const changed = (): void => this.changeEmitter.fire();
    this.own(projects.onDidChange(changed));
    this.own(hub.onDidChange(changed));
    this.own(onSettingsChanged(changed));
    this.own(vscode.languages.registerInlayHintsProvider(EDITABLE_DOCUMENTS, this));
  }

  async provideInlayHints(
    document: vscode.TextDocument,
    range: vscode.Range,
    token: vscode.CancellationToken,
  ): Promise<vscode.InlayHint[]> {
    if (!readSettings(document).inlayHints) return [];
    const result = await this.analyses.of(document);
    if (token.isCancellationRequested || !isAnalyzed(result)) return [];
    const { analysis } = result;
    return analysis.references.flatMap((reference) => {
      const { end } = rangeIn(analysis.lines, reference.range);
      return range.contains(end) ? [hint(end, analysis.modelOf(reference))] : [];
    });
  }
}

function hint(position: vscode.Position, model: Model | undefined): vscode.InlayHint {
  const text =
    model === undefined
      ? vscode.l10n.t('not known')
      : [licenseText(model, translate), originText(model, translate)].join(' · ');
  const made = new vscode.InlayHint(position, text);
  made.paddingLeft = true;
  return made;
}
