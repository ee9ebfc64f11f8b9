import type { LicenseRecord } from '../../catalog/records';
import { hostOfRegistry, isService } from '../../detect/host';
import { limitsOf, type Limit } from '../../licenses/limits';
import {
  HUB,
  isChosenName,
  mayHaveEndedSince,
  promisedUntil,
  serviceAt,
  type Service,
} from '../../lookup/service';
import { daysBetween } from '../../isoDay';
import { joined, message, type Message } from '../../message';
import type { ModelStatus } from '../../model';
import { hasEnded } from '../../modelStatus';
import type { Decision } from '../finding';
import type { Policy } from '../policy';
import { regionsMeet } from '../regions';
import { isFineTune } from '../../registries/names/hosted';
import type { Hit, ReferenceRule, Subject } from '../rule';
import { useOf } from '../traits';
import { gravest } from './gravest';
import { byClause, licenseData, nameOf } from './wording';

export const MODEL_RETIRED: ReferenceRule = {
  code: 'model/retired',
  severity: 'error',
  withoutPolicy: 'warning',
  summary: message('The host has switched the model off'),
  checks: message(
    "The name that is called is looked up in the calendar of the host that is called. The same model can go on at another host, and its weights do not end. The name of a deployment at Azure is its owner's: it is reported as information, but judged by its base where `describe` states one. A name of which nothing is recorded at its host, and which its maker has ended at a host of its own, is information too. So is one of which only versions are recorded there, all of which have ended.",
  ),
  why: message('Calls to a name that has ended fail.'),
  settle: [message('Move to the successor that the host names, after a test.')],
  example: 'client = Anthropic()\nmodel = "claude-2.1"',
  check: (subject) => checkEnd(subject, true),
};

export const MODEL_ENDING: ReferenceRule = {
  code: 'model/ending',
  severity: 'warning',
  withoutPolicy: true,
  summary: message('The host has announced the end of the model'),
  checks: message(
    'The name that is called is looked up in the calendar of the host that is called. A warning within `lifecycle.warnBefore` of the day (60 days where the policy states none), information before that, or where no day is set. It is a hint where its host promised to run it until a day that is over, and announced no end.',
  ),
  why: message('Calls to a name that has ended fail, often on a day when nobody looks.'),
  settle: [
    message('Move to the successor that the host names, after a test.'),
    message('State `lifecycle.warnBefore` to be warned earlier or later.'),
  ],
  example: 'lifecycle: { warnBefore: 90d }\n# and in the code\nclient = OpenAI()\nmodel = "gpt-5-2025-08-07"',
  check: (subject) => checkEnd(subject, false),
};

export const SERVICE_TERMS: ReferenceRule = {
  code: 'service/terms',
  severity: 'error',
  withoutPolicy: false,
  summary: message('The terms of the host do not fit what the project does'),
  checks: message(
    "The business terms of the host that is called are compared with `use`: commercial use with `use.purpose`, the places where the service is not offered with `use.regions`, and limits on training other models with `use.trainsOnOutputs`. The license of a model's weights binds who runs them, not who calls them, unless those terms hold callers to it.",
  ),
  why: message('Who calls a model agrees to the terms of its host, also where the weights are free.'),
  settle: [
    message('Call the model at a host whose terms allow it, or run its weights yourself.'),
    message('Ask the host for an agreement, then add an exception that names it.'),
  ],
  example: 'use: { trainsOnOutputs: true }\n# and in the code\nclient = OpenAI()\nmodel = "gpt-4o"',
  check: checkTerms,
};

// ── Calendar ────────────────────────────────────────────────────────────────────────────────────────────────────

/** Days before an end within which it is a warning, where the policy states none. */
const WARN_BEFORE = 60;

function checkEnd(subject: Subject, ended: boolean): Hit | undefined {
  const { context } = subject;
  const service = subject.service ?? hubOf(subject);
  if (service === undefined) return ended ? checkMaker(subject) : undefined;
  const { status } = service;
  if (status.state !== 'deprecated' && status.state !== 'retired')
    return ended ? checkUntold(subject, service) : checkPromise(service, context.today);
  if (hasEnded(status, context.today) !== ended) return undefined;
  // A deployment has no version beside its name; a model that is to be deployed has, or what deploys it says that it is one, and the
  // policy may state what it runs.
  const { revision, isDeployed } = subject.reference;
  const isStated = service.runs !== undefined;
  const isDeployment =
    isChosenName(service.host) && revision === undefined && isDeployed !== true && !isStated;
  const isOfMaker = service.calendarOf !== undefined;
  const isLow = isDeployment || isOfMaker || (!ended && !isNear(status, context.today, context.policy));
  return {
    message: isDeployment
      ? deploymentText(service, ended)
      : lifeText(service, ended, context.today, successorText(service, context)),
    ...(isLow && { severity: 'information' as const }),
    decision: byCalendar(service),
    // The name of a deployment stays what its owner chose: another model is deployed under it.
    data: status.successor === undefined || isStated ? {} : { successor: status.successor },
  };
}

/** A successor as it is told: the host may not have promised it for as long as today. */
function successorText(
  { id, host, status: { successor } }: Service,
  { catalog, today }: Subject['context'],
): string | Message | undefined {
  if (successor === undefined) return undefined;
  const since = mayHaveEndedSince(serviceAt(catalog, host, successor), today);
  if (since !== null) return message('{0}, which may have ended since {1}', successor, since);
  return isFineTune(id) ? message('{0}, on which it has to be trained again', successor) : successor;
}

/**
 * What a host promised to run until a day that is over: nobody has seen that it ended, or that it goes on, and no end
 * is announced.
 */
function checkPromise(service: Service, today: string): Hit | undefined {
  const since = promisedUntil(service, today);
  return since === null
    ? undefined
    : {
        message: message('{0} may have ended at {1} since {2}', service.id, service.name, since),
        severity: 'hint',
        decision: byCalendar(service),
      };
}

/** What other names tell of one of which nothing is recorded at its host. */
function checkUntold(subject: Subject, service: Service): Hit | undefined {
  return service.status.state === 'unknown'
    ? (checkVersions(subject, service) ?? checkSister(subject, service))
    : undefined;
}

/** A name of which only versions are recorded at a host, and all of them have ended. */
function checkVersions({ context }: Subject, { id, name, versionsEnd: last }: Service): Hit | undefined {
  if (last === null || last.date > context.today) return undefined;
  return {
    message: message(
      'All versions of {0} that are recorded at {1} have ended, the last on {2}',
      id,
      name,
      last.date,
    ),
    severity: 'information',
    decision: byCalendar(last),
  };
}

function byCalendar({ source }: Pick<Service, 'source'>): Decision {
  return { kind: 'fact', source: source === null ? '' : `${source.url}, ${source.read}` };
}

/**
 * A name of which nothing is recorded at a host, and which its maker has ended at another one of its own, may have ended there as well:
 * `gemini-2.5-pro-preview-05-06` at Vertex AI. That is no proof.
 */
function checkSister({ context, reference, model }: Subject, service: Service): Hit | undefined {
  const { catalog, today } = context;
  const { host, name, operator } = service;
  if (operator === null || isChosenName(host)) return undefined;
  if (model !== undefined && model.publisher?.id !== operator.id) return undefined;
  const sisters = catalog.hosts.filter(
    ({ id, operator: by }) => by === operator.id && id !== host && !isChosenName(id),
  );
  for (const { id } of sisters) {
    const sister = serviceAt(catalog, id, reference.id);
    if (sister.status.state !== 'retired' || !hasEnded(sister.status, today)) continue;
    return {
      message: untold(endedText(sister, sister.status.successor), name),
      severity: 'information',
      decision: byCalendar(sister),
    };
  }
  return undefined;
}

/**
 * A name that its maker has ended, called at somebody nobody knows, as through a gateway that passes it on: that one may have its own
 * model of the name.
 */
function checkMaker({ context, reference, model, relation }: Subject): Hit | undefined {
  const host = isService(reference.registry) ? hostOfRegistry(reference.registry) : null;
  if (relation !== 'calls' || host === null || isChosenName(host)) return undefined;
  const service = serviceAt(context.catalog, host, reference.id, reference);
  if (service.status.state !== 'retired' || !hasEnded(service.status, context.today)) return undefined;
  // Names of a gateway have their makers in them: another one passes them on to the same models.
  const isOfHost = service.passesOn || model === undefined || model.publisher?.id === service.operator?.id;
  if (!isOfHost) return undefined;
  return {
    message: joined(
      lifeText(service, true, context.today, successorText(service, context)),
      message('who is called here is not known'),
    ),
    severity: 'information',
    decision: byCalendar(service),
  };
}

/** The Hub is the host of the weights that are fetched from it: its publisher can take a repository away. */
function hubOf({ reference, model, context }: Subject): Service | undefined {
  if (reference.registry !== 'huggingface' || reference.where === 'file') return undefined;
  const service = serviceAt(context.catalog, HUB, model?.id ?? reference.id, { registry: 'huggingface' });
  return { ...service, name: HUB_NAME };
}

/** What is called at it has a name of its own. */
const HUB_NAME = 'Hugging Face Hub';

function isNear({ date }: ModelStatus, today: string, policy: Policy | undefined): boolean {
  if (date === undefined) return false;
  return daysBetween(today, date) <= (policy?.lifecycle.warnBefore?.days ?? WARN_BEFORE);
}

/**
 * What is known of the end of a name at its host, as a sentence.
 * @param today `YYYY-MM-DD`: how many days are left is told where they are few
 * @param successor as it is told
 */
export function lifeText(
  service: Service,
  ended: boolean,
  today: string,
  successor: string | Message | undefined = service.status.successor,
): Message {
  const { calendarOf = service.name, name } = service;
  const id = service.runs === undefined ? service.id : `${service.id} (${service.runs})`;
  const named = { ...service, id, name: calendarOf };
  const told = ended ? endedText(named, successor) : endingText(named, today, successor);
  return calendarOf === name ? told : untold(told, name);
}

/** What is known of another host than the one that is called. */
function untold(elsewhere: Message, name: string): Message {
  return message('{0}; nothing is recorded of {1}', elsewhere, name);
}

function endedText(
  { id, name, status: { date } }: Service,
  successor: string | Message | undefined,
): Message {
  if (date === undefined)
    return successor === undefined
      ? message('{0} has ended at {1}', id, name)
      : message('{0} has ended at {1}; its successor is {2}', id, name, successor);
  return successor === undefined
    ? message('{0} ended at {1} on {2}', id, name, date)
    : message('{0} ended at {1} on {2}; its successor is {3}', id, name, date, successor);
}

function endingText(
  { id, name, status }: Service,
  today: string,
  successor: string | Message | undefined,
): Message {
  const date = status.date && withDaysLeft(status.date, today);
  if (date === undefined)
    return successor === undefined
      ? message('{0} is deprecated at {1}; no day is set for its end', id, name)
      : message('{0} is deprecated at {1}; its successor is {2}', id, name, successor);
  return successor === undefined
    ? message('{0} ends at {1} on {2}', id, name, date)
    : message('{0} ends at {1} on {2}; its successor is {3}', id, name, date, successor);
}

/** So many days before an end they are counted. */
const COUNTED_DAYS = 30;

function withDaysLeft(date: string, today: string): string | Message {
  const days = daysBetween(today, date);
  if (days > COUNTED_DAYS || days < 1) return date;
  return days === 1 ? message('{0} (tomorrow)', date) : message('{0} (in {1} days)', date, days);
}

/** Who named the deployment may have given it the name of one model and the weights of another. */
function deploymentText({ id, name, status: { date } }: Service, ended: boolean): Message {
  if (date === undefined)
    return message('If the deployment {0} runs the model of that name, {1} gives it up', id, name);
  return ended
    ? message('If the deployment {0} runs the model of that name, it ended at {1} on {2}', id, name, date)
    : message('If the deployment {0} runs the model of that name, it ends at {1} on {2}', id, name, date);
}

// ── Terms ───────────────────────────────────────────────────────────────────────────────────────────────────────

function checkTerms(subject: Subject): Hit | undefined {
  const { service, context } = subject;
  const { policy } = context;
  if (policy === undefined || service?.terms === undefined) return undefined;
  const { terms } = service;
  const use = useOf(policy);
  return gravest(
    limitsOf(terms, use, { multimodal: null, parameters: null }).flatMap((limit) => {
      const text = limit.hit === 'no' ? undefined : termsText(subject, service, { terms, limit, policy });
      return text === undefined
        ? []
        : [
            {
              message: text,
              decision: byClause(terms, limit.clause),
              data: licenseData(terms),
              ...(limit.hit === 'possible' && { severity: 'warning' as const }),
            },
          ];
    }),
  );
}

interface Judged {
  readonly terms: LicenseRecord;
  readonly limit: Limit;
  readonly policy: Policy;
}

function termsText(
  subject: Subject,
  { name }: Service,
  { terms, limit, policy }: Judged,
): Message | undefined {
  const { use } = policy;
  switch (limit.kind) {
    case 'non-commercial':
      return message(
        '{0} may not be called at {1} for commercial use: {2}',
        nameOf(subject),
        name,
        terms.name,
      );
    case 'region': {
      const place = use.regions.find((mine) => limit.regions?.some((region) => regionsMeet(mine, region)));
      return place === undefined
        ? undefined
        : message(
            '{0} is called at {1}, which is not offered in {2}, where the project is: {3}',
            nameOf(subject),
            name,
            place,
            terms.name,
          );
    }
    case 'output-training':
      return use.trainsOnOutputs === true ? trainingText(nameOf(subject), name, { terms, limit }) : undefined;
    default:
      return undefined;
  }
}

function trainingText(model: string, host: string, { terms, limit }: Omit<Judged, 'policy'>): Message {
  if (limit.competingOnly === true)
    return message(
      'Answers of {0} at {1} may not train models that compete with the host: {2}',
      model,
      host,
      terms.name,
    );
  return limit.hit === 'yes'
    ? message('Answers of {0} at {1} may not train other models: {2}', model, host, terms.name)
    : message('Training other models on answers of {0} at {1} has conditions: {2}', model, host, terms.name);
}
