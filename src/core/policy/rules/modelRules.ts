import { HUB } from '../../lookup/service';
import { message } from '../../message';
import type { Role } from '../../vocabulary';
import type { Hit, ReferenceRule, Subject } from '../rule';
import { nameOf } from './wording';

export const MODEL_RENAMED: ReferenceRule = {
  code: 'model/renamed',
  severity: 'information',
  withoutPolicy: false,
  summary: message('The id is an old name of the model'),
  checks: message('The id is the former name of a model that its registry knows under another one now.'),
  why: message(
    'Old names work as long as the redirect does, and somebody else may claim a name that was given up.',
  ),
  settle: [message('Write the present name.')],
  example: 'model = "THUDM/glm-4-9b-chat"',
  check: checkRenamed,
};

export const MODEL_UNPINNED: ReferenceRule = {
  code: 'model/unpinned-revision',
  severity: 'hint',
  withoutPolicy: false,
  summary: message('The weights are loaded without a fixed revision'),
  checks: message(
    'A model of the Hub is loaded, served, shipped or derived from, and no commit is named beside it. Branches and tags can move.',
  ),
  why: message(
    'The publisher can change weights, license and code that runs on loading; what was checked is then not what runs.',
  ),
  settle: [
    message('Name the commit beside the id (`revision=`).'),
    message('Turn the rule off where always the newest is wanted.'),
  ],
  example: 'AutoModel.from_pretrained("Qwen/Qwen3-8B")',
  check: checkUnpinned,
};

/** Only the Hub renames: what a service calls a model goes on being its name there. */
function checkRenamed({ reference, model, service, context }: Subject): Hit | undefined {
  if (service !== undefined && service.host !== HUB) return undefined;
  if (model === undefined || context.catalog.resolve(reference.id, reference.registry)?.renamed !== true)
    return undefined;
  return { message: message('{0} is now called {1}', reference.id, model.id), data: { present: model.id } };
}

/** Those that fetch weights by name. A hosted model has no revision to name, and a mention fetches nothing. */
const FETCHES: readonly Role[] = ['loads', 'serves', 'ships', 'derives'];

function checkUnpinned(subject: Subject): Hit | undefined {
  const { reference } = subject;
  if (
    reference.registry !== 'huggingface' ||
    !FETCHES.includes(reference.role) ||
    reference.revision?.immutable === true
  )
    return undefined;
  // The revision of a file is that of the repository, which is named beside it.
  if (reference.where === 'file') return undefined;
  const { revision } = reference;
  if (revision !== undefined)
    return {
      message: message(
        '{0} is loaded at "{1}", which can move; name a commit',
        nameOf(subject),
        revision.value,
      ),
    };
  return { message: message('{0} is loaded without a fixed revision', nameOf(subject)) };
}
