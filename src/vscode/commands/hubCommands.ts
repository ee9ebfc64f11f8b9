import * as vscode from 'vscode';
import { hubIdOf } from '../../core';
import { localize } from '../localize';
import { PREFIX } from '../names';
import { openExplanation } from '../explanations/openExplanation';
import type { Services } from '../services';
import { asText } from './arguments';
import { askForModel } from './lookUpModel';

/** Asks the Hub about a model and shows what came of it. The first time, the person is told what is sent and where to. */
export async function lookUpOnHub(services: Services, given: unknown): Promise<void> {
  const { engineHost, hub } = services;
  const engine = await engineHost.engine();
  const { catalog, lookup } = engine;
  const name = asText(given) ?? (await askForModel(engine));
  if (name === undefined) return;
  const id = hubIdOf(
    { id: name, registry: catalog.resolve(name)?.registry ?? 'huggingface' },
    lookup().find(name),
  );
  if (id === undefined)
    throw new Error(vscode.l10n.t('{0} is no model of the Hub, so it cannot be looked up there.', name));
  if (!(await isAllowed(services))) return;
  const options = {
    location: vscode.ProgressLocation.Notification,
    cancellable: true,
    title: vscode.l10n.t('Looking up {0} on the Hub', id),
  };
  await vscode.window.withProgress(options, (_, token) =>
    hub.lookUp([{ id, registry: 'huggingface' }], {
      get canceled() {
        return token.isCancellationRequested;
      },
    }),
  );
  await openExplanation('model', id);
}

async function isAllowed({ hub }: Services): Promise<boolean> {
  const { destination, isOn } = hub;
  if ('refused' in destination)
    throw new Error(vscode.l10n.t('Nothing can be looked up: {0}.', localize(destination.refused)));
  return isOn || askForConsent(destination.host);
}

/** Asked once: consent is the setting, which its user can see and take back. */
async function askForConsent(host: string): Promise<boolean> {
  const turnOn = vscode.l10n.t('Turn On Look-ups');
  const detail = vscode.l10n.t(
    'From now on {0} is asked about the models you point at or audit. The id of the model is sent, and your access token if you have set one; no code and no names of files or folders. You can turn it off again in the settings.',
    host,
  );
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('Look up models on the Hub?'),
    { modal: true, detail },
    turnOn,
  );
  if (chosen !== turnOn) return false;
  await vscode.workspace
    .getConfiguration(PREFIX)
    .update('lookup.online', true, vscode.ConfigurationTarget.Global);
  return true;
}

export async function setHubToken({ hubToken }: Services): Promise<void> {
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Access token for the Hub'),
    password: true,
    ignoreFocusOut: true,
    prompt: vscode.l10n.t(
      'Kept in the secret storage of the editor, and sent to the Hub only. A token with the right to read is enough.',
    ),
  });
  if (text === undefined || text.trim() === '') return;
  if (!(await hubToken.store(text))) throw new Error(vscode.l10n.t('That is not an access token.'));
}

export async function forgetHubToken({ hubToken }: Services): Promise<void> {
  await hubToken.forget();
}

export async function clearLookups({ hub }: Services): Promise<void> {
  await hub.forgetAnswers();
}
