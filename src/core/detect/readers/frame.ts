import type { TextRange } from '../../text/range';

/** An open bracket and what has been read in it: the context of every value inside. */
export class Frame {
  /** Position of the current argument or element, from 0. */
  argument = 0;
  /** Where the current argument starts. */
  argumentStart: number;
  /** The name of the current argument, property or assigned variable. */
  key: TextRange | undefined;
  /** A comparison stands between the key and the value. */
  compared = false;
  /** A `?` was read: a colon that follows belongs to it. */
  ternary = false;
  /** Tokens read in the current argument. */
  tokens = 0;
  /** Strings among the elements, for commands written as lists. */
  readonly strings: TextRange[] = [];
  /** Values accepted as references when the current argument started. */
  acceptedBefore = 0;
  group = 0;

  constructor(
    /** The bracket's character code; 0 for the text itself. */
    readonly open: number,
    /** The called name, `''` when the bracket belongs to no call. */
    readonly callee: string,
    start: number,
    readonly parent: Frame | undefined,
  ) {
    this.argumentStart = start;
  }

  next(at: number): void {
    this.argument++;
    this.reset(at);
  }

  /** A new statement, argument or element starts. */
  reset(at: number): void {
    this.argumentStart = at;
    this.key = undefined;
    this.compared = false;
    this.ternary = false;
    this.tokens = 0;
  }
}
