import type { CancellationSignal } from '../core';

/** Canceled by the first Ctrl-C; the second one ends the program as usual. Call `stop` when the work is done. */
export function interruptSignal(): CancellationSignal & { stop(): void } {
  let canceled = false;
  const onInterrupt = (): void => {
    canceled = true;
    stop();
  };
  const stop = (): void => {
    process.off('SIGINT', onInterrupt);
  };
  process.on('SIGINT', onInterrupt);
  return {
    get canceled() {
      return canceled;
    },
    stop,
  };
}
