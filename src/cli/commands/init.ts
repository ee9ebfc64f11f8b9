import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  closest,
  columns,
  DISTRIBUTION_WORDS,
  POLICY_FILE_NAME,
  POLICY_TEMPLATES,
  policyFromTemplate,
  PURPOSE_WORDS,
  render,
} from '../../core';
import { EXIT, UsageError, type Arguments, type Command, type ExitCode } from '../command';
import type { Cli } from '../cli';

/** The template that is right for most: it bars what no commercial project may use, and lists no license by name. */
const USUAL_TEMPLATE = 'no-non-commercial';

export const initCommand: Command = {
  name: 'init',
  usage: ['[FOLDER]', '--list'],
  options: [
    {
      name: 'template',
      value: 'NAME',
      help: `the template to start from, ${USUAL_TEMPLATE} by default; --list shows all`,
    },
    { name: 'list', help: 'list the templates and write nothing' },
    {
      name: 'purpose',
      value: 'PURPOSE',
      choices: Object.keys(PURPOSE_WORDS),
      help: 'what the project is for, where it is not what the template says',
    },
    {
      name: 'distribution',
      value: 'HOW',
      choices: Object.keys(DISTRIBUTION_WORDS),
      help: 'how what is built reaches others, where it is not what the template says',
    },
    {
      name: 'regions',
      value: 'CODES',
      help: 'where it is offered: country codes or EU, with commas between them',
    },
  ],
  examples: ['init', 'init --template permissive --distribution product --regions EU,JP', 'init --list'],
  exits: [
    '0  written, or listed',
    '2  wrong usage, or the folder has a policy already: it is never overwritten',
  ],
  run,
};

async function run(args: Arguments, cli: Cli): Promise<ExitCode> {
  const [folder = '.', extra] = args.positionals;
  if (extra !== undefined) throw new UsageError(`init takes one folder, not "${extra}" too.`);
  if (args.has('list')) {
    await cli.print(listText());
    return EXIT.ok;
  }
  const id = args.value('template') ?? USUAL_TEMPLATE;
  const template = POLICY_TEMPLATES.find((one) => one.id === id);
  if (template === undefined) throw unknownTemplate(id);
  const made = policyFromTemplate(template, {
    purpose: args.value('purpose'),
    distribution: args.value('distribution'),
    regions: args
      .value('regions')
      ?.split(',')
      .map((code) => code.trim()),
  });
  if ('problems' in made) throw new UsageError(`No policy was written. ${made.problems.join('; ')}.`);
  const path = join(folder, POLICY_FILE_NAME);
  await writeNew(path, made.text, cli);
  cli.say(`Written to ${path} from the template ${id}: ${render(template.about)}`);
  cli.say(
    'Next: check what it says under `use` and commit it; `model-license-lens audit` judges by it. `init --list` shows the other templates.',
  );
  return EXIT.ok;
}

function unknownTemplate(id: string): UsageError {
  const nearest = closest(
    id,
    POLICY_TEMPLATES.map((template) => template.id),
  );
  return new UsageError(
    `There is no template "${id}". ${nearest === undefined ? 'init --list shows them all.' : `Did you mean ${nearest}?`}`,
  );
}

function listText(): string {
  const rows = POLICY_TEMPLATES.map(({ id, title, about }) => [id, `${render(title)}. ${render(about)}`]);
  return `${columns([['TEMPLATE', 'FOR'], ...rows]).join('\n')}\n`;
}

/** Writes a file that is not there yet: what others decided is never written over, also where they do it at this moment. */
async function writeNew(path: string, text: string, { cwd }: Cli): Promise<void> {
  try {
    await writeFile(resolve(cwd, path), text, { flag: 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(
      code === 'EEXIST'
        ? `${path} is there already, and is left as it is. Edit it, or remove it first.`
        : `The policy cannot be written to ${path}: ${message}`,
    );
  }
}
