import { setFlagsFromString } from 'node:v8';
import { once } from '../core';

/** In percent. */
const GROWTH = 15;
/** Later engines, which nobody tried, may know the setting no longer, and say so to people. */
const LAST_KNOWN = 24;

/**
 * Has what is no longer used collected once the heap has grown by a seventh. Where a machine has much memory engines let it grow fourfold
 * before, which is quicker for a small heap and makes gigabytes of a large one. Holds for all threads.
 */
export const collectEarly = once(() => {
  const [major] = process.versions.node.split('.');
  if (Number(major) <= LAST_KNOWN) setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
});
