import { message } from '../message';
import type { Finding } from '../policy/finding';
import type { Fix, FixAnswers, FixContext } from './fix';
import { policyEdits } from './policyFile';
import type { YamlFields } from './yamlText';

/** An exception for this model and rule in the policy, with a reason, who approved it, and a last day. */
export function addException({ rule, model }: Finding, context: FixContext): readonly Fix[] {
  if (model === null || rule.startsWith('policy/')) return [];
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
        edits: (answers) =>
          policyEdits(context, (text) => [text.add(['exceptions'], fieldsOf(model, rule, answers))]),
      },
    },
  ];
}

function fieldsOf(
  model: string,
  rule: string,
  { reason = '', approver = '', expires = '' }: FixAnswers,
): YamlFields {
  return [
    ['model', model],
    ['rules', [rule]],
    ['reason', oneLine(reason)],
    ...(approver.trim() === '' ? [] : [['approvedBy', oneLine(approver)] as const]),
    ...(expires.trim() === '' ? [] : [['expires', expires.trim()] as const]),
  ];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
