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
  /** An argument says that what is loaded is no model (`repo_type="dataset"`). */
  isOther = false;

  constructor(
    /** The bracket's character code; 0 for the text itself. */
    readonly open: number,
    /** The called name, `''` when the bracket belongs to no call. */
    readonly callee: string,
    readonly start: number,
    readonly parent: Frame | undefined,
  ) {
    this.argumentStart = start;
  }

  /** Number of the list, mapping or call that values in this frame are elements of. */
  group = 0;

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
