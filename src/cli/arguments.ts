import { parseArgs } from 'node:util';
import { closest, message, type Message } from '../core';
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
      throw new UsageError(message('--{0} is given twice. Give it once.', spec.name));
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
  return new UsageError(
    nearest === undefined
      ? message(
          '{0} has no option {1}. See: {2}',
          command.name,
          rawName,
          `model-license-lens ${command.name} --help`,
        )
      : message('{0} has no option {1}. Did you mean {2}?', command.name, rawName, `--${nearest}`),
  );
}

function checkedValue(spec: OptionSpec, written: string | undefined): string {
  const { name, choices, spelling } = spec;
  const value = written === undefined || spelling === undefined ? written : spelling(written);
  if (spec.value === undefined) {
    if (value !== undefined) throw new UsageError(message('--{0} takes no value. Write only --{0}.', name));
    return '';
  }
  if (value === undefined || value === '')
    throw new UsageError(
      choices === undefined
        ? message('--{0} needs a value: --{0} {1}', name, spec.value)
        : message('--{0} needs one of {1}.', name, choices.join(', ')),
    );
  if (choices !== undefined && !choices.includes(value)) throw new UsageError(noChoice(name, value, choices));
  return value;
}

function noChoice(name: string, value: string, choices: readonly string[]): Message {
  const nearest = closest(value, choices);
  const list = choices.join(', ');
  return nearest === undefined
    ? message('--{0} cannot be "{1}": it needs one of {2}.', name, value, list)
    : message('--{0} cannot be "{1}": it needs one of {2}. Did you mean {3}?', name, value, list, nearest);
}
