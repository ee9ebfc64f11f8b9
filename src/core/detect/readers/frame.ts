import type { TextRange } from '../../text/range';
import { meaningOf } from '../intent';
import { memoized } from '../../text/memo';
import { isTorchvisionFunction } from '../../registries/names/library';
import { mayLoad } from '../signatures/loaders';

/** Calls that give back what they are given, or a default for it. */
const TRANSPARENT = new Set(
  (
    'getenv get get_env environ str String string from Path cast of ofNullable ' +
    'orElse unwrap_or unwrap_or_else unwrap_or_default getOrDefault getProperty getEnv env fetch ' +
    'Some Optional Field field Option Argument ' +
    'Setting Input default Literal literal config get_env_var env_or format into to_owned ' +
    'String::from Value coalesce IFNULL nz trim strip lower requireEnv option getString setdefault ' +
    'pop'
  ).split(' '),
);

/** Calls whose first string is the name of what the other arguments are. */
const NAMES_FIRST = new Set(
  (
    'add_argument option add_option Option Argument getenv get get_env getOrDefault getProperty ' +
    'getEnv env fetch String StringVar StringP StringVarP set put setProperty setdefault pop param ' +
    'parameter put_env setItem define config ' +
    'DEFINE_string setenv Setenv SetEnvironmentVariable option_env with_env GetValue ' +
    'GetEnvironmentVariable environmentVariable put_new append addOption addArgument arg flag bind ' +
    'attribute attr prop getenv WithEnv AddParameter text_input selectbox'
  ).split(' '),
);

/** Calls whose first argument is a function that the others are passed to. */
const DELEGATES = new Set('partial to_thread submit'.split(' '));

/** Whether a call with this last name hands its arguments on to the function that it gets first. */
export function delegates(last: string): boolean {
  return DELEGATES.has(last);
}

/** What a called name says about its arguments. */
export interface Callee {
  /** The called name with its receivers, as written; `''` for a bracket that belongs to no call. */
  readonly name: string;
  /** Its last part. */
  readonly last: string;
  /** How many arguments stand before its own: `partial(f, …)` calls `f`. */
  readonly before: number;
  /** The module that it is imported from, `''` when the text does not say. */
  readonly module: string;
  readonly mayLoad: boolean;
  readonly isTransparent: boolean;
  readonly namesFirst: boolean;
  /** A function that makes a model of torchvision. */
  readonly makesVisionModel: boolean;
  /** Any word may be a model as an argument of this. */
  readonly isTelling: boolean;
}

/** The callee of this name. */
export const calleeOf: (name: string) => Callee = memoized((name) => {
  const last = name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf(':')) + 1);
  const { provider, isBuilder } = meaningOf(name);
  return {
    name,
    last,
    module: '',
    before: 0,
    mayLoad: mayLoad(last),
    isTelling: mayLoad(last) || provider !== undefined || isBuilder,
    isTransparent: name !== '' && TRANSPARENT.has(last),
    namesFirst: NAMES_FIRST.has(last),
    makesVisionModel: name !== '' && isTorchvisionFunction(last),
  };
});

const NO_CALL = calleeOf('');
/** Shared by the many frames without strings. Never changed. */
const NONE: TextRange[] = [];

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
  /** What comes next is compared with what stands before it. */
  compared = false;
  /** The key that stood before the comparison: `model` of `model: plan === "pro" ? "…" : "…"`. */
  private outerKey: TextRange | undefined;
  /** A `?` was read: a colon that follows belongs to it. */
  ternary = false;
  /** Tokens read in the current argument. */
  tokens = 0;
  /** Declarations stand in it, one a line: Go's `const ( … )`. */
  holdsStatements = false;
  /** Strings among the elements, for commands written as lists. */
  strings: TextRange[] = NONE;
  /** Values accepted as references when the current argument started. */
  acceptedBefore = 0;
  /** An argument says that what is loaded is no model (`repo_type="dataset"`). */
  isOther = false;
  /** The revision that an argument asks for. */
  revision = '';
  /** Number of the list, mapping or call that values in this frame are elements of. */
  group = 0;

  private knownCallee: Callee | undefined;

  constructor(
    /** The bracket's character code; 0 for the text itself. */
    readonly open: number,
    readonly start: number,
    readonly parent: Frame | undefined,
    /** Reads the callee before a bracket; it is not read before it is asked for. */
    private readonly readCallee: ((bracket: number) => Callee) | undefined,
  ) {
    this.argumentStart = start;
  }

  get callee(): Callee {
    return (this.knownCallee ??= this.readCallee?.(this.start - 1) ?? NO_CALL);
  }

  /** The callee may be a loader, as far as its first and last letter tell. */
  mayLoad = false;

  addString(range: TextRange): void {
    if (this.strings === NONE) this.strings = [range];
    else this.strings.push(range);
  }

  next(at: number): void {
    this.argument++;
    this.reset(at);
  }

  /** A comparison begins, whose first side may stand where a key would. */
  compare(): void {
    if (!this.compared) this.outerKey = this.key;
    this.compared = true;
  }

  /** A comparison ends: what comes next is chosen by it, or another condition. */
  endComparison(): void {
    if (!this.compared) return;
    this.compared = false;
    this.key = this.outerKey;
    this.keyText = undefined;
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
