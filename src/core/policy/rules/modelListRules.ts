import { compileGlob, type GlobTest } from '../../text/glob';
import { namesake, statedOf } from '../../lookup/policyModel';
import { message } from '../../message';
import type { ModelSelector, Policy } from '../policy';
import type { Hit, ReferenceRule, Subject } from '../rule';
import { isSure } from '../sureness';
import { byPolicy, nameOf } from './wording';

export const MODEL_DENIED: ReferenceRule = {
  code: 'model/denied',
  severity: 'error',
  withoutPolicy: false,
  summary: message('The policy does not allow this model'),
  checks: message(
    'The id of the model, and the name as it is written, are compared with `models.deny` and `models.allow`. Deny wins over allow, and reaches copies (an error, where a source says that it is one) and what is made from a denied model (a warning). With an entry in `allow`, every model that no glob matches is denied, whatever its license.',
  ),
  why: message('Some projects approve models one by one, whatever their license says.'),
  settle: [
    message('Replace the model with one the policy allows.'),
    message('Have the model approved, then add it to `models.allow`.'),
    message('Add an exception for this model, with a reason and a date.'),
  ],
  example:
    'models: { deny: ["*abliterated*"] }\n# and in the code\nmodel = "huihui-ai/Qwen2.5-7B-Instruct-abliterated-v2"',
  check: checkDenied,
};

function checkDenied(subject: Subject): Hit | undefined {
  const { policy } = subject.context;
  if (policy === undefined) return undefined;
  const { allow, deny } = policy.modelLists;
  const names = namesOf(subject);
  const denied = deny.find((selector) => isMeant(selector, [...names, ...saidToBe(subject, policy)]));
  const name = nameOf(subject);
  if (denied !== undefined)
    return {
      message: message('The policy denies {0}: "{1}" in `models.deny`', name, denied.value),
      decision: byPolicy(policy, denied),
    };
  const inherited = deniedBase(subject, policy);
  if (inherited !== undefined) return inherited;
  const [first] = allow;
  if (first === undefined || allow.some((selector) => isMeant(selector, names))) return undefined;
  return {
    message: message('{0} is not among the models that the policy allows', name),
    decision: byPolicy(policy, first),
  };
}

/** A copy has the same weights under another name; what is made from a model has it inside. */
function deniedBase(subject: Subject, policy: Policy): Hit | undefined {
  const { model, effective } = subject;
  if (model === undefined || policy.modelLists.deny.length === 0) return undefined;
  for (const { model: base, relation } of [...model.lineage, ...effective.bases]) {
    const denied = policy.modelLists.deny.find((selector) => isMeant(selector, [base]));
    if (denied === undefined) continue;
    const isCopy = relation === 'quantized';
    return {
      message: isCopy
        ? message('{0} is a copy of {1}, which the policy denies', nameOf(subject), base)
        : message('{0} is made from {1}, which the policy denies', nameOf(subject), base),
      decision: byPolicy(policy, denied),
      ...(!(isCopy && isSure(model, 'copyOf', 'lineage')) && { severity: 'warning' as const }),
    };
  }
  return undefined;
}

/** The canonical id, which all spellings of a model share, and what the text says. */
function namesOf({ model, reference }: Subject): readonly string[] {
  return [...new Set([model?.id ?? reference.id, reference.id, reference.text])];
}

/** The model that the policy says this is another name of, whether or not anybody recorded that one. */
function saidToBe({ model, reference }: Subject, { models }: Policy): readonly string[] {
  const name = namesake(statedOf(models, reference.id, model));
  return name === undefined ? [] : [name];
}

const tests = new WeakMap<ModelSelector, GlobTest>();

function isMeant(selector: ModelSelector, names: readonly string[]): boolean {
  let test = tests.get(selector);
  if (test === undefined) tests.set(selector, (test = compileGlob(selector.value, { ignoreCase: true })));
  const withOwner = selector.value.includes('/');
  const isGlob = test;
  return names.some((name) => isGlob(name) || (!withOwner && isGlob(name.slice(name.lastIndexOf('/') + 1))));
}
