import * as vscode from 'vscode';
import { type Engine, OPENNESS_WORDS, nearestName, originText, searchModels } from '../../core';
import { openExplanation } from '../explanations/openExplanation';
import { regionName } from '../regions';
import { localize, translate } from '../localize';
import type { Services } from '../services';
import { asEntry, asText } from './arguments';

/** More rows than this help nobody choose. */
const MAX_SUGGESTIONS = 100;

interface ModelItem extends vscode.QuickPickItem {
  readonly name: string;
}

/** Shows what is known of a model: of the one it is run with, or of one that the person types or chooses. */
export async function lookUpModel({ engineHost }: Services, given: unknown): Promise<void> {
  const name = asText(given) ?? asEntry(given)?.name ?? (await askForModel(await engineHost.engine()));
  if (name !== undefined) await openExplanation('model', name);
}

/** No id of a model: that those chosen before are enough. */
export const COMPARE = '';

/**
 * Any registry's spelling can be typed, or words to search for; models of the catalog are suggested.
 * @param chosen models that were chosen before, to be compared; from two on, to have enough of them is offered first
 * @returns {@link COMPARE} where there are enough
 */
export function askForModel(
  engine: Engine,
  title = vscode.l10n.t('Look up a model'),
  chosen: readonly string[] = [],
): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick<ModelItem>();
  pick.title = title;
  pick.placeholder = vscode.l10n.t('A model id in any spelling, or words: name, publisher, task, license');
  pick.matchOnDescription = true;
  const suggest = (text: string): void => {
    pick.items = [...(text === '' ? enough(chosen) : []), ...suggestions(engine, text)];
  };
  suggest('');
  return new Promise((resolve) => {
    pick.onDidChangeValue(suggest);
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.name ?? asText(pick.value));
      pick.dispose();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function enough(chosen: readonly string[]): readonly ModelItem[] {
  return chosen.length < 2
    ? []
    : [{ name: COMPARE, label: vscode.l10n.t('Compare {0}', chosen.join(', ')), alwaysShow: true }];
}

/**
 * What the text means as it is comes first, then the models whose name, publisher, task or license has all its words, and where there
 * is none, the one that was probably meant.
 */
function suggestions(engine: Engine, text: string): ModelItem[] {
  const { catalog } = engine;
  const wanted = text.trim();
  const exact = wanted === '' ? undefined : catalog.resolve(wanted);
  const found = wanted === '' ? catalog.models : searchModels(catalog, wanted);
  const rest = found.filter(({ id }) => id !== wanted).slice(0, MAX_SUGGESTIONS);
  const near = wanted === '' || found.length > 0 ? undefined : nearestName(catalog, wanted);
  return [
    ...(exact === undefined ? [] : [itemOf(engine, wanted, exact.record.id)]),
    ...rest.map(({ id }) => itemOf(engine, id, id)),
    ...(near === undefined ? [] : [itemOf(engine, near, near)]),
  ];
}

/** A row with what most people choose by. It is shown whatever the box makes of the text: its publisher may be what fits. */
function itemOf(engine: Engine, name: string, id: string): ModelItem {
  const model = engine.lookup().find(id);
  const facts =
    model === undefined
      ? []
      : [
          model.license.declared?.key ?? vscode.l10n.t('license not known'),
          localize(OPENNESS_WORDS[model.openness.level]),
          originText(model, translate, regionName),
          model.task,
        ];
  const detail = [...(name === id ? [] : [id]), ...facts.filter((fact) => fact !== null && fact !== '')];
  return { name, label: name, description: detail.join(' · '), alwaysShow: true };
}
