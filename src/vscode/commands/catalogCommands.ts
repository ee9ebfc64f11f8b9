import * as vscode from 'vscode';
import { hostOf, type PackageRegistry, type UpdateOutcome } from '../../core';
import { describeFailure } from '../log';
import { localize } from '../localize';
import type { Services } from '../services';
import { readSettings } from '../settings';

/** Fetches a newer catalog. The person is told what is asked and where, unless the setting allows it already. */
export async function updateCatalog({ catalogs, engineHost }: Services): Promise<void> {
  const { catalogUpdate } = readSettings(undefined);
  if (catalogUpdate === 'off')
    throw new Error(
      vscode.l10n.t('The setting `{0}` does not allow updates.', 'modelLicenseLens.catalog.update'),
    );
  const found = await catalogs.registry();
  if ('refused' in found) throw notUpdated(localize(found.refused));
  const { registry } = found;
  const inForce = await engineHost.inForce();
  if (catalogUpdate === 'ask' && !(await isWanted(registry, inForce.version.date))) return;
  const options = {
    location: vscode.ProgressLocation.Notification,
    cancellable: true,
    title: vscode.l10n.t('Updating the model catalog'),
  };
  const outcome = await vscode.window.withProgress(options, (_, token) =>
    catalogs.update(registry, inForce, {
      get canceled() {
        return token.isCancellationRequested;
      },
    }),
  );
  if (outcome.kind === 'refused') throw notUpdated(localize(outcome.reason));
  if (outcome.kind === 'updated') await engineHost.reload();
  // Not waited for: it stays until it is read.
  void vscode.window.showInformationMessage(resultOf(outcome));
}

async function isWanted(registry: PackageRegistry, date: string): Promise<boolean> {
  const update = vscode.l10n.t('Update');
  const detail = vscode.l10n.t(
    'The catalog in force is of {0}. {1} is asked for a newer one; nothing is sent about you, your code or the models in it.',
    date,
    hostOf(registry.endpoint),
  );
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('Update the model catalog?'),
    { modal: true, detail },
    update,
  );
  return chosen === update;
}

function resultOf(outcome: Exclude<UpdateOutcome, { readonly kind: 'refused' }>): string {
  if (outcome.kind === 'newest')
    return vscode.l10n.t(
      'The model catalog is the newest: the registry has that of {0}.',
      outcome.offered.date,
    );
  const { models, services, licenses } = outcome.dates;
  return vscode.l10n.t(
    'The model catalog of {0} is in force: models of {1}, services and end dates of {2}, licenses of {3}.',
    outcome.installed.version.date,
    models,
    services,
    licenses,
  );
}

/** Puts the catalog back in force that was before the last update. */
export async function rollBackCatalog({ catalogs, engineHost }: Services): Promise<void> {
  let done: boolean;
  try {
    done = await catalogs.rollBack(await engineHost.inForce());
  } catch (failure) {
    throw notUpdated(describeFailure(failure));
  }
  if (!done) throw new Error(vscode.l10n.t('There is no update of the model catalog to take back.'));
  await engineHost.reload();
  const { version } = await engineHost.inForce();
  void vscode.window.showInformationMessage(
    vscode.l10n.t('The model catalog of {0} is in force again.', version.date),
  );
}

function notUpdated(reason: string): Error {
  return new Error(vscode.l10n.t('The model catalog was not updated: {0}.', reason));
}
