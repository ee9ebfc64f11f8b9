import type { TextRange } from '../../text/range';
import { memoized } from '../memo';
import { isTorchvisionFunction } from '../names/library';
import { mayLoad } from '../signatures/loaders';

/** Calls that give back what they are given, or a default for it. */
const TRANSPARENT = new Set((
  'getenv get get_env environ str String string from to_string toString Path cast of ofNullable orElse unwrap_or unwrap_or_else unwrap_or_default getOrDefault getProperty getEnv env fetch Some Optional Field field Option Argument '
  + 'Setting Input default Literal literal config get_env_var env_or format into to_owned String::from Value coalesce IFNULL nz trim strip lower requireEnv option getString setdefault pop'
).split(' '));

/** Calls whose first string is the name of what the other arguments are. */
const NAMES_FIRST = new Set((
  'add_argument option add_option Option Argument getenv get get_env getOrDefault getProperty getEnv env fetch String StringVar StringP StringVarP set put setProperty setdefault pop param parameter put_env setItem define config '
  + 'DEFINE_string setenv Setenv SetEnvironmentVariable option_env with_env GetValue GetEnvironmentVariable environmentVariable put_new append addOption addArgument arg flag bind attribute attr prop getenv WithEnv AddParameter text_input selectbox'
).split(' '));

/** What a called name says about its arguments. */
export interface Callee {
  /** The called name with its receivers, as written; `''` for a bracket that belongs to no call. */
  readonly name: string;
  /** Its last part. */
  readonly last: string;
  readonly mayLoad: boolean;
  readonly isTransparent: boolean;
  readonly namesFirst: boolean;
  /** A function that makes a model of torchvision. */
  readonly makesVisionModel: boolean;
}

/** The callee of this name. */
export const calleeOf: (name: string) => Callee = memoized((name) => {
  const last = name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf(':')) + 1);
  return {
    name, last, mayLoad: mayLoad(last), isTransparent: name !== '' && TRANSPARENT.has(last), namesFirst: NAMES_FIRST.has(last),
    makesVisionModel: name !== '' && isTorchvisionFunction(last),
  };
});

/** An open bracket and what has been read in it: the context of every value inside. */
export class Frame {
  /** Position of the current argument or element, from 0. */
  argument = 0;
  /** Where the current argument starts. */
  argumentStart: number;
  /** The name of the current argument, property or assigned variable. */
  key: TextRange | undefined;
  /** The text of {@link key} once it was asked for. */
  keyText: string | undefined;
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
  /** The revision that an argument asks for. */
  revision = '';
  /** Number of the list, mapping or call that values in this frame are elements of. */
  group = 0;

  constructor(
    /** The bracket's character code; 0 for the text itself. */
    readonly open: number,
    readonly callee: Callee,
    readonly start: number,
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
    this.keyText = undefined;
    this.compared = false;
    this.ternary = false;
    this.tokens = 0;
  }
}

export const OPEN_CALL = 40;
export const OPEN_LIST = 91;
export const OPEN_BLOCK = 123;
