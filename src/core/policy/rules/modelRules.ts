import { message } from '../../message';
import { hasEnded } from '../../modelStatus';
import type { Role } from '../../vocabulary';
import type { Hit, ReferenceRule, Subject } from '../rule';
import { nameOf } from './wording';

export const MODEL_RETIRED: ReferenceRule = {
  code: 'model/retired',
  severity: 'warning',
  withoutPolicy: true,
  summary: message('The model is retired, or a date for that is set'),
  checks: message("The publisher's list of retired and deprecated ids is compared with today."),
  why: message('Calls to a retired id fail, often on a day when nobody looks.'),
  settle: [message('Move to the successor that the publisher names, after a test.')],
  example: 'model = "claude-2.1"',
  check: checkRetired,
};

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

function checkRetired(subject: Subject): Hit | undefined {
  const status = subject.model?.status;
  if (status === undefined || status.state === 'active' || status.state === 'renamed') return undefined;
  const { date, successor } = status;
  const isOver = hasEnded(status, subject.context.today);
  return {
    message: retirementText(nameOf(subject), isOver, date, successor),
    ...(!isOver && { severity: 'information' as const }),
    decision: { kind: 'fact', source: statusSource(subject) },
    data: successor === undefined ? {} : { successor },
  };
}

function retirementText(
  name: string,
  isOver: boolean,
  date: string | undefined,
  successor: string | undefined,
): Hit['message'] {
  if (date === undefined) {
    if (successor === undefined)
      return isOver ? message('{0} is retired', name) : message('{0} is deprecated', name);
    return isOver
      ? message('{0} is retired; its successor is {1}', name, successor)
      : message('{0} is deprecated; its successor is {1}', name, successor);
  }
  if (successor === undefined)
    return isOver
      ? message('{0} was retired on {1}', name, date)
      : message('{0} is to be retired on {1}', name, date);
  return isOver
    ? message('{0} was retired on {1}; its successor is {2}', name, date, successor)
    : message('{0} is to be retired on {1}; its successor is {2}', name, date, successor);
}

function statusSource({ model }: Subject): string {
  return model?.evidence.find(({ fact }) => fact === 'status')?.source ?? model?.evidence[0]?.source ?? '';
}

function checkRenamed({ reference, model, context }: Subject): Hit | undefined {
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
