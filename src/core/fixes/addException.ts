import { message } from '../message';
import type { Finding } from '../policy/finding';
import { isLocked } from '../policy/locks';
import { rulesToSettle } from '../policy/oneCause';
import type { Fix, FixAnswers, FixContext } from './fix';
import { policyEdits, type PolicyTextChange } from './policyFile';
import type { YamlFields } from './yamlText';

/** An exception for this model and the rules it breaks in the policy, with a reason, who approved it, and a last day. */
export function addException(finding: Finding, context: FixContext): readonly Fix[] {
  const { rule, model } = finding;
  if (model === null || rule.startsWith('policy/') || isLocked(finding, context.evaluation)) return [];
  const exists = context.policy.text() !== undefined;
  return [
    {
      id: 'exception',
      kind: 'exception',
      preferred: false,
      title: exists
        ? message('Add an exception for {0} to the policy…', model)
        : message('Start a policy with an exception for {0}…', model),
      action: {
        kind: 'edit',
        needs: ['reason', 'approver', 'expires'],
        edits: (answers) => {
          const entry =
            (given: FixAnswers): PolicyTextChange =>
            (text) => [text.add(['exceptions'], fieldsOf(model, rulesToSettle(finding), given))];
          // Without a reason the policy cannot be used: whoever cannot be asked writes it there.
          return policyEdits(context, entry(answers), entry({ reason: '-', ...answers }));
        },
      },
    },
  ];
}

function fieldsOf(
  model: string,
  rules: readonly string[],
  { reason = '', approver = '', expires = '' }: FixAnswers,
): YamlFields {
  return [
    ['model', model],
    ['rules', rules],
    ['reason', oneLine(reason)],
    ...(approver.trim() === '' ? [] : [['approvedBy', oneLine(approver)] as const]),
    ...(expires.trim() === '' ? [] : [['expires', expires.trim()] as const]),
  ];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
