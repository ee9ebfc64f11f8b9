import { resolve } from 'node:path';
import { closest, type Language, message, say, visible } from '../core';
import { isThere } from '../node/isThere';
import { layersOf } from '../node/layersOf';
import { readArguments } from './arguments';
import { CATALOG_OPTION, LAYER_OPTION } from './catalogOption';
import { createCli, type Cli } from './cli';
import { EXIT, StoppedError, UsageError, type Command, type ExitCode } from './command';
import { COMMANDS, type ListedCommand } from './commands';
import { commandHelp, PROGRAM, programHelp } from './help';
import { helpLanguage, LANGUAGE_OPTION, languageOfErrors } from './spokenLanguage';

/**
 * Runs the program in this process and sets its exit code; output that is still under way is not cut off.
 * @param args what stands behind the program's name
 * @param home the folder of the bundle, where the catalog lies
 */
export async function run(args: readonly string[], home: string): Promise<void> {
  const cli = createCli(home, process);
  process.once('beforeExit', () => tellFailure(cli));
  process.exitCode = await runCommand(args, cli);
}

/** Runs one command line to its end; resolves with the exit code, also where it was wrong or broke, which is then said. */
export function runCommand(args: readonly string[], cli: Cli): Promise<ExitCode> {
  return dispatch(commandFirst(args), cli).catch((error: unknown) => explain(error, args, cli));
}

/** What could not be written is known only once all that was under way has ended. */
function tellFailure(cli: Cli): void {
  if (cli.outputFailure === undefined) return;
  cli.say(`${PROGRAM}: the result could not be written to standard output: ${cli.outputFailure}`);
  process.exitCode = EXIT.incomplete;
}

async function dispatch([name, ...rest]: readonly string[], cli: Cli): Promise<ExitCode> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help')
    return helpFor(commandAmong(rest), name !== undefined, helpLanguage(rest, cli), cli);
  if (name === '--version' || name === '-v') {
    await cli.print(`${cli.version}\n`);
    return EXIT.ok;
  }
  const command = await loaded(name);
  const options = beforeTerminator(rest);
  refuseFileNames(options, cli);
  if (options.includes('--help') || options.includes('-h'))
    return helpFor(name, true, helpLanguage(options, cli), cli);
  const args = readArguments(command, rest);
  cli.catalogFile = args.value(CATALOG_OPTION.name);
  const paths = [...layersOf(cli.env), ...args.values(LAYER_OPTION.name)];
  if (paths.length > 0)
    cli.catalogLayers = { paths, put: (await import('../node/layeredCatalog')).withLayers };
  return command.run(args, cli);
}

/** A language that stands before the command, as the first of all words, is one behind it. */
function commandFirst(args: readonly string[]): readonly string[] {
  const [first = ''] = args;
  const words = first === LANGUAGE ? 2 : first.startsWith(`${LANGUAGE}=`) ? 1 : 0;
  return [...args.slice(words, words + 1), ...args.slice(0, words), ...args.slice(words + 1)];
}

const LANGUAGE = `--${LANGUAGE_OPTION.name}`;

/** The extension packs the commands that it runs, and leaves out those whose work it does itself. */
async function loaded(name: string): Promise<Command> {
  try {
    return await find(name).load();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    throw new UsageError(
      message(
        'This program comes with the extension, without “{0}”. Install it with: npm install -g {1}',
        name,
        PROGRAM,
      ),
    );
  }
}

/** What can be an option: behind `--` there are only names. */
function beforeTerminator(args: readonly string[]): readonly string[] {
  const end = args.indexOf('--');
  return end < 0 ? args : args.slice(0, end);
}

/**
 * A file whose name looks like an option would change what is checked where names of files are passed on, as a hook for commits does
 * it: which of both is meant has to be said.
 */
function refuseFileNames(args: readonly string[], { cwd }: Cli): void {
  const name = args.find((arg) => arg.startsWith('-') && isThere(resolve(cwd, arg)));
  if (name !== undefined)
    throw new UsageError(
      message(
        '{0} is an option and also the name of a file here. Write -- between the options and the names of files.',
        visible(name),
      ),
    );
}

/** Help that was asked for is a result; help for who asked nothing is a message and wrong usage. */
async function helpFor(
  name: string | undefined,
  asked: boolean,
  language: Language,
  cli: Cli,
): Promise<ExitCode> {
  const text = name === undefined ? programHelp(COMMANDS, language) : await helpOf(find(name), language);
  if (asked) await cli.print(text);
  else cli.say(text);
  return asked ? EXIT.ok : EXIT.usage;
}

/** The command that help is asked of, before any option: `help audit --lang ja`. */
function commandAmong([name]: readonly string[]): string | undefined {
  return name?.startsWith('-') ? undefined : name;
}

async function helpOf({ summary, load }: ListedCommand, language: Language): Promise<string> {
  return commandHelp(summary, await load(), language);
}

function find(name: string): ListedCommand {
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (command !== undefined) return command;
  const nearest = closest(
    name,
    COMMANDS.map((candidate) => candidate.name),
  );
  throw new UsageError(
    nearest === undefined
      ? message('There is no command "{0}". See: {1}', name, `${PROGRAM} --help`)
      : message('There is no command "{0}". Did you mean {1}?', name, nearest),
  );
}

function explain(error: unknown, args: readonly string[], cli: Cli): ExitCode {
  if (error instanceof UsageError || error instanceof StoppedError) {
    const { told } = error;
    cli.say(`${PROGRAM}: ${typeof told === 'string' ? told : say(told, languageOfErrors(args, cli))}`);
    return error instanceof UsageError ? EXIT.usage : EXIT.incomplete;
  }
  cli.say(
    `${PROGRAM}: stopped by an internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
  return EXIT.incomplete;
}
