import type { WaitUntil } from '../core';
import { systemClock } from './host';

const CHECK_MS = 100;

/** Waits, and says so once for all that wait for the same moment. Ends early when the work is canceled. */
export function announcedWait(say: (text: string) => void): WaitUntil {
  let announced = 0;
  return async (time, signal) => {
    if (time > announced)
      say(
        `The Hub asks for a pause: going on in ${Math.max(1, Math.ceil((time - systemClock.now()) / 1000))} s.`,
      );
    announced = Math.max(announced, time);
    while (!signal.canceled && systemClock.now() < time)
      await new Promise((resolve) => setTimeout(resolve, CHECK_MS));
  };
}
