import { message } from '../message';
import type { Finding } from '../policy/finding';
import { isLocked } from '../policy/locks';
import type { Fix, FixContext } from './fix';
import { policyEdits } from './policyFile';

/** Findings that end once somebody who knows says under which license the model is. */
const UNKNOWN: ReadonlySet<string> = new Set(['license/unknown', 'license/none-stated', 'model/unknown']);

/** States the license of a model that nobody else knows, such as one of the project's own, in the policy. */
export function describeModel(finding: Finding, context: FixContext): readonly Fix[] {
  const { rule, model } = finding;
  if (model === null || !UNKNOWN.has(rule) || isLocked(finding, context.evaluation)) return [];
  return [
    {
      id: `describe:${model}`,
      kind: 'describe',
      title: message('State the license of {0} in the policy…', model),
      preferred: false,
      action: {
        kind: 'edit',
        needs: ['license'],
        edits: ({ license = '' }) =>
          policyEdits(context, (text) => [text.addEntry('describe', model, [['license', license.trim()]])]),
      },
    },
  ];
}
