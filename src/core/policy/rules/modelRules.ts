import { HUB } from '../../lookup/service';
import { resolvedAt } from '../../lookup/lookup';
import { statedOf } from '../../lookup/policyModel';
import { message } from '../../message';
import { isOnlyDated, openBaseOf } from '../../model';
import type { Role, Severity } from '../../vocabulary';
import type { Hit, ReferenceRule, Subject } from '../rule';
import { isOwnersName } from './ownersName';
import { nameOf } from './wording';

export const MODEL_UNKNOWN: ReferenceRule = {
  code: 'model/unknown',
  severity: 'warning',
  withoutPolicy: true,
  summary: message('Nobody knows this name, or which model it stands for'),
  checks: message(
    "A name that is in no catalog, while its owner or service has one that differs in a letter or two; or an owner whose name only looks like a known one. A deployment whose owner chose its name, or a name at the project's own server, of which nobody says which model it stands for, is information, or an error where `licenses.unknown` is one.",
  ),
  why: message(
    'A slip gives a call that fails, or a model that somebody else put under a name that is easily mistaken.',
  ),
  settle: [
    message('Write the name that was meant.'),
    message('State the facts of the model under `describe` in the policy, when the name is right.'),
    message(
      'Of a deployment, or a name at an own server or gateway, say which model it is: `is` in its entry under `describe`, or `base` and `license` where it was trained further; for all projects of an organization, a catalog layer lists the names of a host.',
    ),
  ],
  example: 'model = "meta-llama/Llama-3.1-8B-Instuct"',
  check: checkName,
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

/** A family lends its license to new members, but not to a slip of the pen. */
function checkName(subject: Subject): Hit | undefined {
  const { reference, context } = subject;
  const { catalog, policy } = context;
  const { id, registry, confidence } = reference;
  if (confidence === 'low') return undefined;
  if (policy?.models.some((own) => own.id.toLowerCase() === id.toLowerCase()))
    return checkCalledBase(subject);
  const resolution = resolvedAt(catalog, { spelling: id, registry, host: reference.host ?? undefined });
  if (resolution !== undefined && resolution.via !== 'family') return undefined;
  if (isOwnersName(subject)) return checkOwnersName(subject);
  const owner = registry === 'huggingface' ? id.slice(0, Math.max(0, id.indexOf('/'))) : '';
  const imitated = owner === '' ? undefined : catalog.imitated(owner);
  if (imitated !== undefined)
    return {
      message: message('The owner of {0} is not {1}, although the name looks like it', id, imitated),
      data: { present: `${imitated}${id.slice(owner.length)}` },
    };
  const near = catalog.nearest(id, registry);
  return near === undefined
    ? undefined
    : {
        message: message('No model {0} is known. Did you mean {1}?', id, near),
        data: { present: near },
      };
}

/** What a service runs under a name that the policy describes ends with its base. Of weights, the base is asked for with the license. */
function checkCalledBase({ model, relation, context }: Subject): Hit | undefined {
  const base = relation === 'calls' && model !== undefined ? openBaseOf(model, true) : undefined;
  return (
    base && {
      message: message('Nothing is known of {0}, the base of {1}', base.model, model?.id ?? ''),
      severity: unknownName(context),
    }
  );
}

/** A name of which only its owner knows what it stands for is told, and stops where the policy lets nothing unknown pass. */
function unknownName({ policy }: Subject['context']): Severity {
  return policy?.licenses.unknown === 'error' ? 'error' : 'information';
}

/** Its owner chose the name of a deployment, and of what an own server offers: which model it stands for has to be said. */
function checkOwnersName(subject: Subject): Hit | undefined {
  const { reference, service, context } = subject;
  const { policy } = context;
  const { id } = reference;
  if (isModelTold(subject) || (service === undefined && policy === undefined)) return undefined;
  return {
    message:
      service === undefined
        ? message(
            "Which model this project's own server runs as {0} is not known. Say it under `describe` in the policy: `{1}`",
            id,
            entryFor(id),
          )
        : message(
            'Which model the deployment {0} at {1} runs is not known: its owner chose the name. Say it under `describe` in the policy, as `{2}`',
            id,
            service.name,
            ENTRY,
          ),
    severity: unknownName(context),
  };
}

/** What says which model a name stands for; one that was trained further has a base and a license. */
const ENTRY = '{ is: owner/model }';

/** The same with the name, as YAML. */
function entryFor(id: string): string {
  return `${/^[\w/][\w./@-]*$/.test(id) ? id : JSON.stringify(id)}: ${ENTRY}`;
}

/**
 * Whether somebody says which model the name of a deployment stands for: the calendar of its host, the policy, or what deploys it. That it
 * begins as the names of a maker do says nothing, for its owner chose it; nor do the days of a name of which nothing else is known.
 */
function isModelTold({ reference, model, service, context }: Subject): boolean {
  if (model === undefined || isOnlyDated(model)) return false;
  if (service === undefined || service.source !== null) return true;
  if (reference.isDeployed === true || reference.revision !== undefined) return true;
  return statedOf(context.policy?.models ?? [], reference.id, model) !== undefined;
}

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
