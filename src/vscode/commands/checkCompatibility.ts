import * as vscode from 'vscode';
import { type Relation, RELATIONS } from '../../core';
import { compatibilityName } from '../explanations/compatibilityPage';
import { openExplanation } from '../explanations/openExplanation';
import type { Services } from '../services';
import { askForModel } from './lookUpModel';
import { askForLicense } from './openLicense';

interface RelationItem extends vscode.QuickPickItem {
  readonly relation: Relation;
}

/** "May I publish a fine-tune of X under Y?" */
export async function checkCompatibility(services: Services): Promise<void> {
  const engine = await services.engineHost.engine();
  const upstream = await askForModel(engine, vscode.l10n.t('Which model is it about? (1/3)'));
  if (upstream === undefined) return;
  const relation = await askForRelation();
  if (relation === undefined) return;
  const downstream = await askForLicense(services, vscode.l10n.t('Under which license is your work? (3/3)'));
  if (downstream !== undefined)
    await openExplanation('compatibility', compatibilityName({ upstream, downstream, relation }));
}

async function askForRelation(): Promise<Relation | undefined> {
  const items = [...RELATIONS]
    .reverse()
    .map(
      (relation): RelationItem => ({ relation, label: relationSentence(relation), description: relation }),
    );
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('What do you do with it? (2/3)') }))
    ?.relation;
}

function relationSentence(relation: Relation): string {
  switch (relation) {
    case 'derives':
      return vscode.l10n.t('Publish a fine-tune, merge or other derivative of it');
    case 'ships':
      return vscode.l10n.t('Pass its weights on');
    case 'serves':
      return vscode.l10n.t('Offer it to others over a network');
    case 'calls':
      return vscode.l10n.t('Call it where its maker hosts it');
    case 'references':
      return vscode.l10n.t('Name it in code that others run');
  }
}
