import type * as vscode from 'vscode';
import { readToken } from '../../core';

const KEY = 'hub.token';

/** The access token for the Hub, in the editor's secret storage; it is never written to a setting or the log. */
export class HubToken {
  constructor(private readonly secrets: vscode.SecretStorage) {}

  get onDidChange(): vscode.Event<unknown> {
    return this.secrets.onDidChange;
  }

  async read(): Promise<string | undefined> {
    return readToken(await this.secrets.get(KEY));
  }

  /** False for a text that cannot be a token. */
  async store(text: string): Promise<boolean> {
    const token = readToken(text);
    if (token !== undefined) await this.secrets.store(KEY, token);
    return token !== undefined;
  }

  async forget(): Promise<void> {
    await this.secrets.delete(KEY);
  }
}
