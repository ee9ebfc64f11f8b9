import type * as vscode from 'vscode';
import { type Clock, type Logger, render } from '../../core';
import type { EngineHost } from '../engineHost';
import type { Catalogs } from './catalogs';

const DAY_MS = 86_400_000;
const LAST_ASKED = 'catalog.asked';

export interface DailyParts {
  /** Whether the user allows it. */
  readonly isAllowed: () => boolean;
  readonly catalogs: Pick<Catalogs, 'registry' | 'update'>;
  readonly engineHost: Pick<EngineHost, 'inForce' | 'reload'>;
  /** Of all windows. */
  readonly memory: Pick<vscode.Memento, 'get' | 'update'>;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Asks for a newer catalog when a window is opened, once a day for all windows, where the user has allowed that. Nobody is told but the
 * log: what is shown changes when a newer one is in force.
 */
export async function updateDaily(parts: DailyParts): Promise<void> {
  const { isAllowed, catalogs, engineHost, memory, clock, log } = parts;
  const last = memory.get<unknown>(LAST_ASKED);
  const now = clock.now();
  if (!isAllowed() || (typeof last === 'number' && last <= now && now - last < DAY_MS)) return;
  await memory.update(LAST_ASKED, now);
  const found = await catalogs.registry();
  if ('refused' in found) return log.warn(`catalog: not updated: ${render(found.refused)}`);
  const outcome = await catalogs.update(found.registry, await engineHost.inForce());
  if (outcome.kind === 'refused') log.warn(`catalog: not updated: ${render(outcome.reason)}`);
  if (outcome.kind === 'updated') await engineHost.reload();
}
