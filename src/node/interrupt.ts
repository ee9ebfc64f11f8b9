import type { CancellationSignal } from '../core/ports';

/** Cancelled by the first Ctrl-C; the second one ends the program as usual. Call `stop` when the work is done. */
export function interruptSignal(): CancellationSignal & { stop(): void } {
  let cancelled = false;
  const onInterrupt = (): void => {
    cancelled = true;
    stop();
  };
  const stop = (): void => {
    process.off('SIGINT', onInterrupt);
  };
  process.on('SIGINT', onInterrupt);
  return {
    get cancelled() {
      return cancelled;
    },
    stop,
  };
}
