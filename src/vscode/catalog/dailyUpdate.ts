import type * as vscode from 'vscode';
import { NEVER_CANCELED, type Clock, render } from '../../core';
import type { EngineHost } from '../engineHost';
import type { Log } from '../log';
import { readSettings } from '../settings';
import type { Catalogs } from './catalogs';

const DAY_MS = 86_400_000;
const LAST_ASKED = 'catalog.asked';

export interface DailyParts {
  readonly catalogs: Catalogs;
  readonly engineHost: EngineHost;
  readonly memory: vscode.Memento;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Asks for a newer catalog when a window is opened, once a day for all windows, where the user has allowed that. Nobody is told but the
 * log: what is shown changes when a newer one is in force.
 */
export async function updateDaily({ catalogs, engineHost, memory, clock, log }: DailyParts): Promise<void> {
  const last = memory.get<unknown>(LAST_ASKED);
  const now = clock.now();
  if (readSettings(undefined).catalogUpdate !== 'daily') return;
  if (typeof last === 'number' && last <= now && now - last < DAY_MS) return;
  await memory.update(LAST_ASKED, now);
  const found = await catalogs.registry();
  if ('refused' in found) return log.warn(`catalog: not updated: ${render(found.refused)}`);
  const outcome = await catalogs.update(found.registry, await engineHost.inForce(), NEVER_CANCELED);
  if (outcome.kind === 'refused') log.warn(`catalog: not updated: ${render(outcome.reason)}`);
  if (outcome.kind === 'updated') await engineHost.reload();
}
