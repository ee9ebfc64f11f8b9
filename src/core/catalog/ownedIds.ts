/**
 * Ids as they are compiled into a catalog: in their order, each owner written once before the names that follow under it. So they take
 * less room than each with its owner, and an id is found by its owner and its name.
 */
import { NUMBER_BASE, numberAt } from './digits';

/** A run is an owner whose ids follow each other: an owner has several where others' stand between in the order of ids. */
export interface CompiledIds {
  /** Up to its slash, with it; only a slash before names without an owner. Names follow on lines of their own. Blank lines are between runs. */
  readonly text: string;
  /** Digits of one start. */
  readonly digits: number;
  /** The row of each run's first name, one after another. */
  readonly starts: string;
  /** The count of all ids. */
  readonly size: number;
}

const GAP = '\n\n';
const NO_OWNER = '/';

/** @param ids in the order of their rows. Those without an owner have no slash. */
export function compileIds(ids: readonly string[]): CompiledIds {
  const blocks: string[] = [];
  const starts: number[] = [];
  let last: string | undefined;
  ids.forEach((id, row) => {
    const owner = ownerOf(id);
    const name = id.slice(owner.length);
    if (owner === last) blocks[blocks.length - 1] += `\n${name}`;
    else {
      blocks.push(`${owner || NO_OWNER}\n${name}`);
      starts.push(row);
    }
    last = owner;
  });
  const digits = ids.length.toString(NUMBER_BASE).length;
  return {
    text: blocks.join(GAP),
    digits,
    starts: starts.map((row) => row.toString(NUMBER_BASE).padStart(digits, '0')).join(''),
    size: ids.length,
  };
}

/** An id or another spelling up to its first slash, with it; empty where it has none. */
export function ownerOf(spelling: string): string {
  return spelling.slice(0, spelling.indexOf('/') + 1);
}

interface Run {
  readonly owner: string;
  readonly start: number;
  readonly names: readonly string[];
}

/** Reads {@link CompiledIds}, a run when something of it is first asked for. */
export class OwnedIds {
  readonly size: number;
  private readonly blocks: readonly string[];
  private readonly read = new Map<number, Run>();

  constructor(private readonly compiled: CompiledIds) {
    this.size = compiled.size;
    this.blocks = compiled.text === '' ? [] : compiled.text.split(GAP);
  }

  /** How many runs there are. */
  get runs(): number {
    return this.blocks.length;
  }

  /** @throws where there is no such row */
  id(row: number): string {
    let [from, to] = [0, this.runs];
    while (to - from > 1) {
      const middle = (from + to) >> 1;
      if (this.start(middle) <= row) from = middle;
      else to = middle;
    }
    const { owner, start, names } = row >= 0 && row < this.size ? this.run(from) : NO_RUN;
    const name = names[row - start];
    if (name === undefined) throw new RangeError(`no model in row ${row} of ${this.size}`);
    return owner + name;
  }

  /** The owner of a run, without reading its names. */
  owner(run: number): string {
    const owner = ownerOf(this.blocks[run] ?? '');
    return owner === NO_OWNER ? '' : owner;
  }

  /** Where the ids of an owner begin, for each run. */
  owned(): readonly Pick<Run, 'owner' | 'start'>[] {
    return this.blocks.map((_, run) => ({ owner: this.owner(run), start: this.start(run) }));
  }

  run(at: number): Run {
    let run = this.read.get(at);
    if (run === undefined) {
      const [, ...names] = (this.blocks[at] ?? '').split('\n');
      this.read.set(at, (run = { owner: this.owner(at), start: this.start(at), names }));
    }
    return run;
  }

  /** Whether each run begins where the one before it ends, and the last ends with the last row. */
  isWhole(): boolean {
    let next = 0;
    for (let at = 0; at < this.runs; at++) {
      const { start, names } = this.run(at);
      if (start !== next || names.length === 0) return false;
      next += names.length;
    }
    return next === this.size && this.compiled.starts.length === this.runs * this.compiled.digits;
  }

  private start(run: number): number {
    const { starts, digits } = this.compiled;
    return numberAt(starts, run * digits, digits);
  }
}

const NO_RUN: Run = { owner: '', start: 0, names: [] };
