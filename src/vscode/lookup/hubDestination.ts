import * as vscode from 'vscode';
import { type Endpoint, message, type Message, PUBLIC_HUB, readEndpoint } from '../../core';
import type { Host } from '../host';
import { readSettings } from '../settings';

/** Where questions go, or why none may be asked. */
export type Destination =
  | { readonly endpoint: Endpoint; readonly host: string }
  | { readonly refused: Message };

/** As the user's own settings and environment say; a workspace has no part in it but to be trusted or not. */
export function hubDestination({ hubEnvironment }: Host): Destination {
  if (!vscode.workspace.isTrusted) return { refused: message('this folder is not trusted') };
  const environment = hubEnvironment?.();
  if (environment?.offline === true) return { refused: message('HF_HUB_OFFLINE is set') };
  const { endpoint: chosen } = readSettings(undefined);
  const reading = readEndpoint(chosen === '' ? (environment?.address ?? PUBLIC_HUB) : chosen, true);
  if ('refused' in reading) return reading;
  const { endpoint } = reading;
  return {
    endpoint,
    host: `${endpoint.origin.slice(endpoint.origin.indexOf('//') + 2)}${endpoint.basePath}`,
  };
}
