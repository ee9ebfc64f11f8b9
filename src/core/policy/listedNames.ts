import { isService } from '../lookup/hostedName';
import { message, type Message } from '../message';
import type { ModelReference } from '../reference';
import { capped, contextUnder } from './contextCap';
import type { EvaluationContext } from './evaluationContext';
import type { Finding } from './finding';
import { MODEL_LISTED } from './rules/listRules';
import { severityOf } from './severity';

/** So many names stand in the message. */
const MAX_NAMES = 3;
/** More places than this tell nobody more, and a table of prices can have thousands. */
const MAX_PLACES = 100;

/** What would be found if a listed name were used, less what exceptions excuse. */
export type JudgeAsUse = (reference: ModelReference) => readonly Finding[];

/**
 * One finding for all names that a file only lists, where the policy would not allow some of them: at the first such name, with the
 * others in `related`. Each name is judged once, however often it stands in the file.
 * @returns `undefined` where nothing is listed, no policy asks, or all that is listed would be allowed
 */
export function listedNames(
  references: readonly ModelReference[],
  judge: JudgeAsUse,
  context: EvaluationContext,
): Finding | undefined {
  const { policy, path } = context;
  const set = severityOf(MODEL_LISTED, policy);
  const listed = references.filter(({ role }) => role === 'lists');
  if (policy === undefined || set === 'off' || listed.length === 0) return undefined;
  const names = new Map<string, readonly Finding[]>();
  for (const reference of listed) {
    const key = keyOf(reference);
    if (!names.has(key))
      names.set(
        key,
        judge(asUse(reference)).filter(({ severity }) => severity === 'error'),
      );
  }
  const denied = listed.filter((reference) => (names.get(keyOf(reference)) ?? []).length > 0);
  const [first, ...others] = denied;
  if (first === undefined) return undefined;
  const severity = capped(set, contextUnder(policy, path, first.context), policy);
  if (severity === 'off') return undefined;
  const found = [...names.values()].flat();
  return {
    rule: MODEL_LISTED.code,
    severity,
    range: first.range,
    message: textOf(names.size, [...new Set(denied.map(({ id }) => id))]),
    model: null,
    reference: first,
    also: [...new Set(found.map(({ rule }) => rule))],
    related: others.slice(0, MAX_PLACES).map(({ range, id }) => ({ range, name: id })),
    ...(found[0]?.decision !== undefined && { decision: found[0].decision }),
  };
}

/** A name in a table is judged as product code would be that uses it: the part of the project decides how grave the one finding is. */
function asUse(reference: ModelReference): ModelReference {
  return { ...reference, role: isService(reference.host) ? 'calls' : 'loads', context: 'product' };
}

function keyOf({ registry, id }: ModelReference): string {
  return `${registry}\n${id}`;
}

function textOf(all: number, denied: readonly string[]): Message {
  const names = denied.slice(0, MAX_NAMES).join(', ');
  const more = denied.length - MAX_NAMES;
  return more > 0
    ? message(
        'The policy would not allow {0} of {1} models that this file lists: {2} and {3} more',
        denied.length,
        all,
        names,
        more,
      )
    : message(
        'The policy would not allow {0} of {1} models that this file lists: {2}',
        denied.length,
        all,
        names,
      );
}
