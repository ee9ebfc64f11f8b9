import { parseArgs } from 'node:util';
import { closest } from '../core';
import { UsageError, type Arguments, type Command, type OptionSpec } from './command';

/** Reads a command's arguments. Throws {@link UsageError} naming the argument at fault and the remedy. */
export function readArguments(command: Command, args: readonly string[]): Arguments {
  const specs = new Map(command.options.map((spec) => [spec.name, spec]));
  const { tokens, positionals } = parsed(command.options, args);
  const given = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const spec = specs.get(token.name);
    if (spec === undefined) throw unknownOption(command, token.rawName);
    const values = given.get(spec.name) ?? [];
    if (values.length > 0 && spec.many !== true)
      throw new UsageError(`--${spec.name} is given twice. Give it once.`);
    given.set(spec.name, [...values, checkedValue(spec, token.value)]);
  }
  return {
    positionals,
    value: (name) => given.get(name)?.at(-1),
    values: (name) => given.get(name) ?? [],
    has: (name) => given.has(name),
  };
}

/**
 * The value of one option among arguments of which the others are not looked at; `undefined` where it is not given. Throws
 * {@link UsageError} for a value that it cannot have.
 */
export function valueAmong(spec: OptionSpec, args: readonly string[]): string | undefined {
  const given = parsed([spec], args).tokens.flatMap((token) =>
    token.kind === 'option' && token.name === spec.name ? [checkedValue(spec, token.value)] : [],
  );
  return given.at(-1);
}

function parsed(options: readonly OptionSpec[], args: readonly string[]) {
  return parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      options.map(({ name, value }) => [name, { type: value === undefined ? 'boolean' : 'string' }] as const),
    ),
  });
}

function unknownOption(command: Command, rawName: string): UsageError {
  const nearest = closest(
    rawName.replace(/^-+/, ''),
    command.options.map(({ name }) => name),
  );
  const remedy =
    nearest === undefined ? `See: model-license-lens ${command.name} --help` : `Did you mean --${nearest}?`;
  return new UsageError(`${command.name} has no option ${rawName}. ${remedy}`);
}

function checkedValue(spec: OptionSpec, value: string | undefined): string {
  if (spec.value === undefined) {
    if (value !== undefined)
      throw new UsageError(`--${spec.name} takes no value. Write only --${spec.name}.`);
    return '';
  }
  const wanted =
    spec.choices === undefined
      ? `a value: --${spec.name} ${spec.value}`
      : `one of ${spec.choices.join(', ')}`;
  if (value === undefined || value === '') throw new UsageError(`--${spec.name} needs ${wanted}.`);
  if (spec.choices !== undefined && !spec.choices.includes(value)) {
    const nearest = closest(value, spec.choices);
    throw new UsageError(
      `--${spec.name} cannot be "${value}": it needs ${wanted}.${nearest === undefined ? '' : ` Did you mean ${nearest}?`}`,
    );
  }
  return value;
}
