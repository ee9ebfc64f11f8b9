import type { Clock, Decode, Pause } from '../core';

/** What every host of the extension has: the globals of a browser and of Node. */
export const systemClock: Clock = { now: () => Date.now() };

export const decode: Decode = (bytes, encoding) =>
  new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);

export const pause: Pause = () => new Promise((resolve) => setTimeout(resolve, 0));
