import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 copy less of the functions that one calls into it when it makes machine code of it, in all threads of this process. A quarter of
 * the processor's time of a first audit is spent on making that code, most of it on what was copied, and a run of a command is over
 * before the better code has earned that. To be called before the engine works, and not in the process of an editor, which is others' too.
 */
export function compileLess(): void {
  setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${MOST_COPIED}`);
}

/** In bytes of V8's own code for all functions that are copied into one; 920 without this. */
const MOST_COPIED = 200;
