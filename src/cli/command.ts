import { type Message, ToldError } from '../core';
import type { Cli } from './cli';

/** An option of a command. Without `value` it is a switch. */
export interface OptionSpec {
  readonly name: string;
  /** What stands for the value in the help: `FILE`. */
  readonly value?: string;
  readonly choices?: readonly string[];
  /** Which of the choices a value means that is spelled otherwise; the value itself where it is none. */
  readonly spelling?: (value: string) => string;
  readonly help: Message;
  /** May be given several times. */
  readonly many?: boolean;
}

export interface Arguments {
  readonly positionals: readonly string[];
  /** The option's value; the last one when it was given several times. */
  value(name: string): string | undefined;
  values(name: string): readonly string[];
  has(name: string): boolean;
}

/** One subcommand: what it is called, what it takes and what it does. What it is for stands in the list of commands. */
export interface Command {
  readonly name: string;
  /** The forms it is called in, without the program's name. */
  readonly usage: readonly string[];
  readonly options: readonly OptionSpec[];
  readonly examples: readonly string[];
  /** What the exit codes mean, where they say more than success. */
  readonly exits?: Readonly<Partial<Record<ExitCode, Message>>>;
  /** What the help says at its end. */
  readonly notes?: readonly Message[];
  /** Resolves with the exit code; throws {@link UsageError} for wrong usage. */
  run(args: Arguments, cli: Cli): Promise<ExitCode>;
}

export const EXIT = { ok: 0, findings: 1, usage: 2, incomplete: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The program could not do all that was asked, for a reason outside of it: the message says which. */
export class StoppedError extends ToldError {}

/** Wrong usage, or an input that cannot be used: the message says what is wrong and what to do. */
export class UsageError extends ToldError {}
