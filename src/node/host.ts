import type { Clock, Decode, Pause, TextEncoding } from '../core';

const decoders = new Map<TextEncoding, TextDecoder>();

/** Invalid sequences become U+FFFD; the byte order mark stays, for the caller has already left it out. */
export const decode: Decode = (bytes, encoding) => {
  let decoder = decoders.get(encoding);
  if (decoder === undefined)
    decoders.set(encoding, (decoder = new TextDecoder(encoding, { ignoreBOM: true })));
  return decoder.decode(bytes);
};

export const pause: Pause = () => new Promise((resolve) => setImmediate(resolve));

export const systemClock: Clock = { now: () => Date.now() };
