import * as vscode from 'vscode';
import { policyHover, referenceAt } from '../../core';
import { isAnalyzed, type Analyses } from '../analyses';
import { Owner } from '../disposables';
import type { EngineHost } from '../engineHost';
import { translate } from '../localize';
import { regionName } from '../regions';
import { readSettings } from '../settings';
import { POLICY_DOCUMENTS } from './policyDocuments';

/** Says what the words of a policy mean. Where a model is named, the card about the model says more. */
export class PolicyHoverProvider extends Owner implements vscode.HoverProvider {
  constructor(
    private readonly engineHost: EngineHost,
    private readonly analyses: Analyses,
  ) {
    super();
    this.own(vscode.languages.registerHoverProvider(POLICY_DOCUMENTS, this));
  }

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Hover | undefined> {
    if (!readSettings(document).hover) return undefined;
    const offset = document.offsetAt(position);
    const result = await this.analyses.of(document);
    if (isAnalyzed(result) && referenceAt(result.analysis, offset) !== undefined) return undefined;
    const { catalog } = await this.engineHost.engine();
    const found = policyHover(document.getText(), offset, { catalog, translate, countryName: regionName });
    if (found === undefined) return undefined;
    const { start, end } = found.range;
    return new vscode.Hover(
      new vscode.MarkdownString(found.markdown),
      new vscode.Range(document.positionAt(start), document.positionAt(end)),
    );
  }
}
