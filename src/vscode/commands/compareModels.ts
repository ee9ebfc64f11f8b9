import * as vscode from 'vscode';
import { MAX_COMPARED } from '../../core';
import { comparisonName } from '../explanations/comparisonPage';
import { openExplanation } from '../explanations/openExplanation';
import type { Services } from '../services';
import { asText } from './arguments';
import { askForModel, COMPARE } from './lookUpModel';

/** Shows models side by side: those it is run with, or those that the person chooses one after another. */
export async function compareModels({ engineHost }: Services, given: unknown): Promise<void> {
  const names = Array.isArray(given)
    ? given.flatMap((name) => asText(name) ?? []).slice(0, MAX_COMPARED)
    : [];
  const engine = await engineHost.engine();
  while (names.length < MAX_COMPARED && !(Array.isArray(given) && names.length > 1)) {
    const next = await askForModel(
      engine,
      vscode.l10n.t('Compare models: choose one ({0}/{1})', names.length + 1, MAX_COMPARED),
      names,
    );
    if (next === undefined) return;
    if (next === COMPARE) break;
    if (!names.includes(next)) names.push(next);
  }
  await openExplanation('comparison', comparisonName(names));
}
