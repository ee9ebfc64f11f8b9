import {
  auditAnswer,
  AuditMemory,
  type AuditResult,
  checkAnswer,
  explainAnswer,
  lookUpAnswer,
  message,
  type ProjectContext,
  replacementsAnswer,
  searchAnswer,
  toReport,
} from '../../core';
import type { ServedTool } from '../../mcp/serve';
import { diskFiles } from '../../node/fileSource';
import { projectAt } from '../../node/projectAt';
import { targetOf } from '../../node/target';
import { EXIT, type Arguments, type Command, type ExitCode } from '../command';
import { auditTarget } from '../auditTarget';
import { CATALOG_OPTIONS } from '../catalogOption';
import type { Cli } from '../cli';
import { engineOf } from '../engine';
import { oneRoot } from '../oneFolder';
import { reportTool } from '../facts';
import { usedPlaces } from '../usedPlaces';

export const mcpCommand: Command = {
  name: 'mcp',
  usage: ['[folder]'],
  options: CATALOG_OPTIONS,
  examples: ['mcp', 'mcp path/to/project'],
  exits: { 0: message('the client has gone'), 2: message('wrong usage') },
  run,
};

const INSTRUCTIONS =
  'Ask before you write the id of an AI model into a file or propose one: check_models tells whether this project may use it, ' +
  'look_up_models what is known of it, suggest_replacements what may be used instead. ' +
  'A model that is not known is not allowed by that: ask the user.';

async function run(args: Arguments, cli: Cli): Promise<ExitCode> {
  const root = oneRoot(args, 'mcp', cli);
  // Loaded here: no other command needs the protocol.
  const { serve } = await import('../../mcp/serve');
  await serve(
    { name: 'model-license-lens', version: cli.version, instructions: INSTRUCTIONS },
    toolsFor(root, cli),
  );
  return EXIT.ok;
}

const NAMES = {
  type: 'array',
  items: { type: 'string' },
  minItems: 1,
  maxItems: 10,
  description: "Model ids as they are written in code, in any registry's spelling, also as host:id.",
};

/** The audit that the command line makes of a folder, as often as it is asked for. */
function audits(root: string, cli: Cli): () => Promise<AuditResult> {
  // An agent asks again and again while it changes little.
  const memory = new AuditMemory();
  return () => auditTarget(targetOf([root], cli.cwd), diskFiles(root), cli, { memory });
}

function toolsFor(root: string, cli: Cli): readonly ServedTool[] {
  const engine = engineOf(cli);
  const project = (): ReturnType<typeof projectAt> =>
    projectAt(root, { audited: root, cwd: cli.cwd }, engine);
  const searched = audits(root, cli);
  return [
    {
      name: 'check_models',
      title: 'Check models against the policy',
      description:
        'Tells whether this project may use models: what its policy and their licenses find about each, with the facts. Ask before writing a model id.',
      properties: { names: NAMES },
      answer: async (input) => checkAnswer(engine, namesOf(input), await project()),
    },
    {
      name: 'look_up_models',
      title: 'Look up models',
      description:
        'License, commercial use, openness, publisher, countries of origin, base models and end of life of models, each with source and date. Offline; knows nothing of the project.',
      properties: { names: NAMES },
      answer: (input) => Promise.resolve(lookUpAnswer(engine, namesOf(input))),
    },
    {
      name: 'search_models',
      title: 'Search models',
      description: 'Models of the catalog whose id, publisher, task or license contains every word.',
      properties: { query: { type: 'string', description: 'Words, such as "qwen3 apache-2.0".' } },
      answer: (input) => Promise.resolve(searchAnswer(engine, textOf(input, 'query'))),
    },
    {
      name: 'suggest_replacements',
      title: 'Suggest replacements',
      description:
        'Models that this project may use instead of another, as its fixes propose them: of the same task and called in the same way. ' +
        'Judged at the places whose files use that name, by the host and region there.',
      properties: { name: { type: 'string', description: 'The id of the model to replace.' } },
      answer: async (input) =>
        suggested(textOf(input, 'name'), { project: await project(), result: await searched() }, root, cli),
    },
    {
      name: 'audit_project',
      title: 'Audit the project',
      description:
        'Every model that the files of this project name, and the findings of its policy with their places.',
      properties: {},
      answer: async () => auditAnswer(toReport(await searched(), reportTool(cli))),
    },
    {
      name: 'explain_rule',
      title: 'Explain a rule',
      description: 'What a rule checks, why, and how to settle what it finds.',
      properties: { rule: { type: 'string', description: 'A code such as license/denied.' } },
      answer: (input) => Promise.resolve(explainAnswer(textOf(input, 'rule'))),
    },
  ];
}

/** What may stand where the project uses a model, or for one that it does not use. */
async function suggested(
  name: string,
  { project, result }: { readonly project: ProjectContext; readonly result: AuditResult },
  root: string,
  cli: Cli,
): Promise<object> {
  return replacementsAnswer(engineOf(cli), name, project, {
    places: await usedPlaces(result, name, root, cli),
    references: result.references.map(({ reference }) => reference),
  });
}

function namesOf({ names }: Readonly<Record<string, unknown>>): readonly string[] {
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
}

function textOf(input: Readonly<Record<string, unknown>>, key: string): string {
  const value = input[key];
  return typeof value === 'string' ? value : '';
}
