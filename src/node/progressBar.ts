import type { AuditProgress } from '../core';

/** Nobody needs a bar for less. */
const SHOW_AFTER_MS = 1_000;
const REDRAW_MS = 100;
const WIDTH = 28;

export interface ProgressBar {
  update(progress: AuditProgress): void;
  /** Wipes the bar off the terminal. */
  clear(): void;
}

/** A bar on a terminal; nothing at all when the stream goes elsewhere. */
export function progressBar(stream: NodeJS.WriteStream, now: () => number): ProgressBar {
  if (!stream.isTTY) return { update: () => undefined, clear: () => undefined };
  const started = now();
  let drawn = 0;
  return {
    update(progress) {
      const time = now();
      if (time - started < SHOW_AFTER_MS || time - drawn < REDRAW_MS) return;
      drawn = time;
      stream.write(`\r\u001B[2K${barText(progress)}`);
    },
    clear() {
      if (drawn > 0) stream.write('\r\u001B[2K');
    },
  };
}

export function barText({ phase, done, total }: AuditProgress): string {
  if (phase === 'list' || total === 0) return `listing files … ${done}`;
  const filled = Math.round((WIDTH * done) / total);
  const what = phase === 'ask' ? 'models looked up' : 'files';
  return `[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${Math.floor((100 * done) / total)} %  ${done} of ${total} ${what}`;
}
