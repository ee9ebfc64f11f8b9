import * as vscode from 'vscode';
import type { Finding, Model, ModelReference } from '../../core';
import type { Services } from '../services';

export interface NameJudgement {
  readonly model: Model | undefined;
  readonly findings: readonly Finding[];
  readonly policyInForce: boolean;
}

/** What the workspace would be told if a file of its (first) folder loaded a model of this name. */
export async function judgeName({ engineHost, projects }: Services, name: string): Promise<NameJudgement> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  const engine = await engineHost.engine();
  const context =
    folder === undefined
      ? { policy: undefined }
      : (await projects.of(vscode.Uri.joinPath(folder.uri, 'model'))).context;
  const reference: ModelReference = {
    range: { start: 0, end: name.length },
    text: name,
    id: name,
    registry: engine.catalog.resolve(name)?.registry ?? 'other',
    role: 'loads',
    host: 'self',
    context: 'product',
    why: [],
    where: 'code',
    confidence: 'high',
    evidence: ['asked'],
    model: engine.catalog.resolve(name)?.record.id ?? null,
  };
  const detection = { references: [reference], uses: [], runtimeChoices: [] };
  const analysis = engine.judge({ path: 'model', text: name }, detection, context);
  return {
    model: analysis.modelOf(reference),
    findings: analysis.findings,
    policyInForce: context.policy !== undefined,
  };
}
