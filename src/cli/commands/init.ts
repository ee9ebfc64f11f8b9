import { writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import {
  closest,
  columns,
  DISTRIBUTION_WORDS,
  type Language,
  message,
  type Message,
  POLICY_FILE_NAME,
  POLICY_TEMPLATES,
  type PolicyTemplate,
  policyFromTemplate,
  PURPOSE_WORDS,
  say,
  templateIn,
  withSemicolon,
} from '../../core';
import { EXIT, UsageError, type Arguments, type Command, type ExitCode } from '../command';
import type { Cli } from '../cli';
import { POLICY_PAGE } from '../help';
import { oneFolder } from '../oneFolder';
import { LANGUAGE_OPTION, languageOf } from '../spokenLanguage';

/** The template that is right for most: it bars what no commercial project may use, and lists no license by name. */
const USUAL_TEMPLATE = 'no-non-commercial';

export const initCommand: Command = {
  name: 'init',
  usage: ['[FOLDER]', '--list'],
  options: [
    {
      name: 'template',
      value: 'NAME',
      help: message('the template to start from, {0} by default; --list shows all', USUAL_TEMPLATE),
    },
    { name: 'list', help: message('list the templates and write nothing') },
    {
      name: 'purpose',
      value: 'PURPOSE',
      choices: Object.keys(PURPOSE_WORDS),
      help: message('what the project is for, where it is not what the template says'),
    },
    {
      name: 'distribution',
      value: 'HOW',
      choices: Object.keys(DISTRIBUTION_WORDS),
      help: message('how what is built reaches others, where it is not what the template says'),
    },
    {
      name: 'regions',
      value: 'CODES',
      help: message('where it is offered: country codes or EU, with commas between them'),
    },
    {
      name: 'seat',
      value: 'CODE',
      help: message(
        'country of the principal place of business: some licenses leave out who is seated in a region',
      ),
    },
    LANGUAGE_OPTION,
  ],
  notes: [POLICY_PAGE],
  examples: [
    'init',
    'init --template permissive --distribution product --regions EU,JP --seat JP',
    'init --list',
  ],
  exits: {
    0: message('written, or listed'),
    2: message('wrong usage, or the folder has a policy already: it is never overwritten'),
  },
  run,
};

async function run(args: Arguments, cli: Cli): Promise<ExitCode> {
  const language = languageOf(args, 'lines', cli);
  const folder = oneFolder(args, 'init');
  if (args.has('list')) {
    await cli.print(listText(language));
    return EXIT.ok;
  }
  const id = args.value('template') ?? USUAL_TEMPLATE;
  const template = POLICY_TEMPLATES.find((one) => one.id === id);
  if (template === undefined) throw new UsageError(unknownTemplate(id));
  const text = templateIn(template, language.translate);
  const made = policyFromTemplate(
    { text },
    {
      purpose: args.value('purpose'),
      distribution: args.value('distribution'),
      regions: args
        .value('regions')
        ?.split(',')
        .map((code) => code.trim()),
      seat: args.value('seat'),
    },
  );
  if ('problems' in made) throw new UsageError(noPolicy(made.problems));
  const path = join(folder, POLICY_FILE_NAME);
  await writeNew(path, made.text, cli);
  cli.say(say(writtenText(path, template, made.text === text), language));
  cli.say(say(NEXT_STEPS, language));
  return EXIT.ok;
}

/** What a template does is only told where its own use was kept: it may not be so for another one. */
function writtenText(path: string, { id, about }: PolicyTemplate, isAsIs: boolean): Message {
  return isAsIs
    ? message('Written to {0} from the template {1}: {2}', path, id, about)
    : message('Written to {0} from the template {1}, for the use that you state', path, id);
}

function noPolicy(problems: readonly Message[]): Message {
  return message(
    'No policy was written. {0}.',
    problems.reduce((all, next) => withSemicolon(all, next)),
  );
}

const NEXT_STEPS = message(
  'Next: check what it says under `use` and commit it; `model-license-lens audit` judges by it. `init --list` shows the other templates.',
);

function unknownTemplate(id: string): Message {
  const nearest = closest(
    id,
    POLICY_TEMPLATES.map((template) => template.id),
  );
  return nearest === undefined
    ? message('There is no template "{0}". `init --list` shows them all.', id)
    : message('There is no template "{0}". Did you mean {1}?', id, nearest);
}

function listText(language: Language): string {
  const rows = POLICY_TEMPLATES.map(({ id, title, about }) => [
    id,
    say(title, language),
    say(about, language),
  ]);
  const head = [message('Template'), message('For'), message('What it does')].map((cell) =>
    say(cell, language).toUpperCase(),
  );
  return `${columns([head, ...rows]).join('\n')}\n`;
}

/** Writes a file that is not there yet: what others decided is never written over, also where they do it at this moment. */
async function writeNew(path: string, content: string, { cwd }: Cli): Promise<void> {
  try {
    await writeFile(resolve(cwd, path), content, { flag: 'wx' });
  } catch (error) {
    const { code, message: reason } = error as NodeJS.ErrnoException;
    const text =
      code === 'EEXIST'
        ? message('{0} is there already, and is left as it is. Edit it, or remove it first.', path)
        : code === 'ENOENT'
          ? noFolder(dirname(path))
          : message('The policy cannot be written to {0}: {1}', path, reason);
    throw new UsageError(text);
  }
}

/** The name of a template is taken for one of a folder, where it is given without its option. */
function noFolder(folder: string): Message {
  return POLICY_TEMPLATES.some(({ id }) => id === folder)
    ? message('There is no folder "{0}". `init --template {0}` takes the template of this name.', folder)
    : message('There is no folder "{0}".', folder);
}
