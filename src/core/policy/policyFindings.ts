import type { Catalog } from '../catalog/records';
import { statedOf, underlying } from '../lookup/policyModel';
import { message, type Message, withComma } from '../message';
import { useProblems } from './locks';
import { checkPolicy } from './checkPolicy';
import { hasExpired } from './exceptions';
import type { Finding } from './finding';
import type { DutyStatement, Policy, PolicyException, PolicyModel, PolicyProblem } from './policy';
import type { RuleInfo } from './rule';
import { LICENSE_THRESHOLD } from './rules/limitRules';
import { EXPIRED_EXCEPTION, POLICY_INVALID, UNUSED_EXCEPTION } from './rules/policyRules';
import { restatedNames } from './restatedNames';
import { severityOf } from './severity';
import { dutyKey } from './statedDuties';
import type { UnsettledSizes } from './unsettledSizes';

export interface PolicyContext {
  readonly catalog: Catalog;
  /** The exceptions that silenced something, over all files the policy governs; `undefined` where not all of them were looked at. */
  readonly used: ReadonlySet<number> | undefined;
  /** The duties, by {@link dutyKey}, that statements speak of and a license asks, as far as `used` says. */
  readonly usedDuties?: ReadonlySet<string> | undefined;
  /** The models that it describes and that are named somewhere, as far as `used` says. */
  readonly usedModels?: ReadonlySet<PolicyModel> | undefined;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** The figures that licenses have limits on and the policy leaves open, by policy. */
  readonly sizes?: ReadonlyMap<Policy, UnsettledSizes>;
}

/**
 * What is found about the policy file itself: names nobody knows, and exceptions that have expired or that nothing needed. What is
 * inherited is left to the file it stands in.
 */
export function policyFindings(
  policy: Policy,
  { catalog, used, usedDuties, usedModels, today, sizes }: PolicyContext,
): readonly Finding[] {
  const exceptions = policy.exceptions.flatMap((exception, index) => {
    if (exception.path !== undefined) return [];
    if (hasExpired(exception, today))
      return finding(EXPIRED_EXCEPTION, policy, expiredText(exception), exception);
    if (used === undefined || used.has(index)) return [];
    return finding(
      UNUSED_EXCEPTION,
      policy,
      message('The exception for {0} has no effect', exception.model),
      exception,
    );
  });
  const duties = policy.duties.flatMap((duty, index) => {
    const unasked = duty.done.filter((what) => usedDuties?.has(dutyKey(index, what)) === false);
    return duty.path !== undefined || unasked.length === 0
      ? []
      : finding(UNUSED_EXCEPTION, policy, unaskedText(duty, unasked), duty);
  });
  return [
    ...invalidPolicyFindings([
      ...checkPolicy(policy, catalog),
      ...useProblems(policy),
      ...restatedNames(policy, catalog),
    ]),
    ...exceptions,
    ...duties,
    ...(usedModels === undefined ? [] : unusedModels(policy, usedModels)),
    ...sizeFindings(policy, sizes?.get(policy)),
  ];
}

/** Descriptions of models that nothing names, nor another description as a base. */
function unusedModels(policy: Policy, used: ReadonlySet<PolicyModel>): readonly Finding[] {
  const { models } = policy;
  const bases = new Set(
    models.map(underlying).flatMap((base) => (base === null ? [] : (statedOf(models, base) ?? []))),
  );
  return models
    .filter((model) => model.path === undefined && !used.has(model) && !bases.has(model))
    .flatMap((model) =>
      finding(
        UNUSED_EXCEPTION,
        policy,
        message('What `describe` states of {0} has no effect: nothing names it', model.id),
        model,
      ),
    );
}

/** Which duties of a statement nothing asks for, so that it has no effect on them. */
function unaskedText({ model, licenses }: DutyStatement, unasked: readonly string[]): Message {
  return licenses.length === 0
    ? message('`duties` states for {0} what no license asks of this use: {1}', model, unasked.join(', '))
    : message(
        '`duties` states for {0} what {1} does not ask of this use: {2}',
        model,
        licenses.join(', '),
        unasked.join(', '),
      );
}

/** One question for all models: what they ask of the project's size is the same, and one answer settles it. */
function sizeFindings(policy: Policy, sizes: UnsettledSizes | undefined): readonly Finding[] {
  const set = severityOf(LICENSE_THRESHOLD, policy);
  if (sizes === undefined || set === 'off') return [];
  const { size } = sizes.models;
  const asked = [...sizes.keys].sort(([a], [b]) => (a < b ? -1 : 1));
  const [first] = asked;
  if (first === undefined) return [];
  // One license may ask for one figure, and another for the next.
  const examples = asked.map(([key, { model, license }]) =>
    asked.length === 1
      ? message('{0} ({1})', model, license)
      : message('{0} ({1}: {2})', key, model, license),
  );
  const [, { model, license }] = first;
  const keys = asked.map(([key]) => key).join(', ');
  return [
    {
      rule: LICENSE_THRESHOLD.code,
      severity: set === 'hint' ? 'hint' : 'information',
      range: policy.useRange ?? { start: 0, end: 0 },
      message:
        size === 1
          ? message('State {0}: the license of {1} has a limit on it ({2})', keys, model, license)
          : message(
              'State {0}, on which licenses of {1} models have limits: for example {2}',
              keys,
              size,
              examples.reduce((all, next) => withComma(all, next)),
            ),
      model: null,
    },
  ];
}

function expiredText({ model, expires }: PolicyException): Finding['message'] {
  return message('The exception for {0} expired on {1}', model, expires ?? '');
}

function finding(
  rule: RuleInfo,
  policy: Policy,
  text: Finding['message'],
  { range }: Pick<PolicyException, 'range'>,
): readonly Finding[] {
  const severity = severityOf(rule, policy);
  return severity === 'off' ? [] : [{ rule: rule.code, severity, range, message: text, model: null }];
}

/** The problems of a policy file as findings: a broken policy is an error whatever it says itself. */
export function invalidPolicyFindings(problems: readonly PolicyProblem[]): readonly Finding[] {
  return problems.map(({ severity, message: text, range, suggestion }) => ({
    rule: POLICY_INVALID.code,
    severity,
    range,
    message: text,
    model: null,
    ...(suggestion !== undefined && { data: { suggestion } }),
  }));
}
