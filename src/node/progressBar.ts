import { type AuditProgress, english, message, render, type Translate } from '../core';

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
export function progressBar(
  stream: NodeJS.WriteStream,
  now: () => number,
  translate: Translate = english,
): ProgressBar {
  if (!stream.isTTY) return { update: () => undefined, clear: () => undefined };
  const started = now();
  let drawn = 0;
  return {
    update(progress) {
      const time = now();
      if (time - started < SHOW_AFTER_MS || time - drawn < REDRAW_MS) return;
      drawn = time;
      stream.write(`\r\u001B[2K${barText(progress, translate)}`);
    },
    clear() {
      if (drawn > 0) stream.write('\r\u001B[2K');
    },
  };
}

export function barText({ phase, done, total }: AuditProgress, translate: Translate = english): string {
  if (phase === 'list' || total === 0) return render(message('listing files … {0}', done), translate);
  const filled = Math.round((WIDTH * done) / total);
  const what =
    phase === 'ask'
      ? message('{0} of {1} models looked up', done, total)
      : message('{0} of {1} files', done, total);
  return `[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${Math.floor((100 * done) / total)} %  ${render(what, translate)}`;
}
