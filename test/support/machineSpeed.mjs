/**
 * How fast this machine is right now, and limits of time that follow from it. No test states a speed: a limit only ends
 * what hangs, so on a slow or busy machine it has to be longer.
 */

/** A fixed piece of work takes this long on two quiet cores of a server of 2024. */
const NOMINAL_MS = 220;
const ROUNDS = 20;
const STEPS_PER_ROUND = 5_000_000;

/** Beyond this a machine is not slow but stuck. */
const MOST = 50;

/** Child processes take over what was measured, so that one run measures once. */
const VARIABLE = 'TEST_SLOWNESS';

/** @returns {number} how many times as long as nominal work takes now; at least 1, at most 50 */
export function measureSlowness(share = 1) {
  work(100_000);
  const rounds = Math.max(1, Math.round(ROUNDS * share));
  const start = performance.now();
  for (let round = 0; round < rounds; round++) work(STEPS_PER_ROUND);
  const taken = performance.now() - start;
  return Math.min(MOST, Math.max(1, taken / ((NOMINAL_MS * rounds) / ROUNDS)));
}

/**
 * The same, measured once in a run and rounded up: child processes read it from their environment. A process that slept is
 * given the processor at once and so measures too little on a busy machine: how many processes wait for each core counts too.
 */
export function slowness() {
  const known = Number(process.env[VARIABLE]);
  if (known >= 1) return known;
  const os = process.getBuiltinModule('node:os');
  const waiting = os.loadavg()[0] / os.availableParallelism();
  const measured = Math.min(MOST, Math.ceil(Math.max(measureSlowness(), waiting)));
  process.env[VARIABLE] = String(measured);
  return measured;
}

/**
 * Starts a limit of time.
 *
 * @param {number} milliseconds on a quiet machine
 * @param {number} slow what {@link slowness} gave when the run began
 * @returns {() => boolean} true once the time is over. Load may have come since it was measured, so it is measured again
 *   before a limit counts as over
 */
export function timeLimit(milliseconds, slow) {
  const start = Date.now();
  let factor = slow;
  return () => {
    if (Date.now() - start <= milliseconds * factor) return false;
    factor = Math.max(factor, measureSlowness());
    return Date.now() - start > milliseconds * factor;
  };
}

/** What it computes is of no interest, but has to depend on every step. */
function work(steps) {
  let value = 1;
  for (let step = 0; step < steps; step++) {
    value = (Math.imul(value, 1_664_525) + 1_013_904_223) | 0;
    value ^= value >>> 7;
  }
  if (value === 0) throw new Error('The work came out as nothing.');
}
