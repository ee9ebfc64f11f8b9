import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 make less machine code: of functions that run longer than it waits for by itself, and with less of the
 * functions that one calls copied into it, in all threads of this process. A quarter of the processor's time of a first
 * audit is spent on making that code, and a run of a command is over before the better code has earned that. To be
 * called before the engine works, and not in the process of an editor, which is others' too.
 */
export function compileLess(): void {
  setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${MOST_COPIED}`);
  setFlagsFromString(`--interrupt-budget=${RUNS_BEFORE}`);
}

/** In bytes of V8's own code for all functions that are copied into one; 920 without this. */
const MOST_COPIED = 200;
/** In bytes of that code that a function runs before V8 thinks about it; 67,584 without this. */
const RUNS_BEFORE = 270_000;
