import type { Role } from '../vocabulary';
import type { ConstantsDefinition, LoaderDefinition, NameForm, ProgramDefinition } from './registry';

/** Short ways to write the parts of a {@link RegistryDefinition}. Lists of words are separated by single spaces. */

export function words(list: string): readonly string[] {
  return list.split(' ').filter((word) => word !== '');
}

interface LoaderShape {
  /** Positions of the model among the arguments; the first by default. */
  readonly at?: readonly number[];
  readonly keywords?: string;
  readonly receivers?: string;
  /** `loads` by default. */
  readonly role?: Role;
  readonly completes?: string;
  readonly isOnly?: boolean;
  readonly literalOnly?: boolean;
  readonly onlyWith?: string;
  readonly ownWith?: readonly string[];
}

/** Calls of a library that take a model in the same way. */
export function loader(library: string, names: string, shape: LoaderShape = {}): LoaderDefinition {
  return {
    names: words(names),
    library,
    role: shape.role ?? 'loads',
    positions: shape.at ?? [0],
    keywords: words(shape.keywords ?? ''),
    ...(shape.receivers !== undefined && { receivers: words(shape.receivers) }),
    ...(shape.isOnly !== undefined && { isOnly: shape.isOnly }),
    ...(shape.completes !== undefined && { completes: shape.completes }),
    ...(shape.literalOnly !== undefined && { literalOnly: shape.literalOnly }),
    ...(shape.onlyWith !== undefined && { onlyWith: shape.onlyWith }),
    ...(shape.ownWith !== undefined && { ownWith: shape.ownWith }),
  };
}

/** Constants of a client's package, `''` among what they are members of being written as `-`. */
export function constants(
  packages: RegExp,
  qualifiers: string,
  more: Omit<ConstantsDefinition, 'packages' | 'qualifiers'> = {},
): ConstantsDefinition {
  return { packages, qualifiers: words(qualifiers).map((word) => (word === '-' ? '' : word)), ...more };
}

/** The ids of constants whose names do not tell them: `NAME id`. */
export function named(lines: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    lines.map((line) => {
      const [name = '', id = ''] = words(line);
      return [name, id];
    }),
  );
}

interface ProgramShape {
  /** How many operands name models; one by default. */
  readonly operands?: number;
  readonly flags?: string;
  readonly ownsOption?: boolean;
  /** Words that may stand between the subcommand and its operands. */
  readonly modes?: string;
}

/** A program with subcommands: `ollama run NAME`. */
export function program(
  name: string,
  role: Role,
  subcommands: string,
  shape: ProgramShape = {},
): ProgramDefinition {
  return { ...directProgram(name, role, shape), subcommands: new Set(words(subcommands)) };
}

/** A program that takes the model directly: `llama-run NAME`, or only by its flags. */
export function directProgram(name: string, role: Role, shape: ProgramShape = {}): ProgramDefinition {
  return {
    program: name,
    role,
    subcommands: undefined,
    modes: new Set(words(shape.modes ?? '')),
    operands: shape.operands ?? 1,
    flags: new Set(words(shape.flags ?? '')),
    ownsOption: shape.ownsOption ?? false,
  };
}

/** Starts of a service's names that are followed by the same kind of part. */
export function names(
  then: NameForm['then'],
  starts: string,
  more: Pick<NameForm, 'isUnsized' | 'subjects'> = {},
): readonly NameForm[] {
  return words(starts).map((start) => ({ start, then, ...more }));
}

/** Names that fit a form of their own as a whole; `starts` are all the ways in which they begin. */
export function wholeNames(starts: string, whole: RegExp): readonly NameForm[] {
  return words(starts).map((start) => ({ start, then: 'any', whole }));
}
