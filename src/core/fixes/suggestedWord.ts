import { message } from '../message';
import type { Finding } from '../policy/finding';
import type { Fix, FixContext } from './fix';

/** What was probably meant, in the place of a word of the policy that means nothing. */
export function suggestedWord({ rule, range, data }: Finding, { document }: FixContext): readonly Fix[] {
  const suggestion = data?.['suggestion'];
  if (rule !== 'policy/invalid' || suggestion === undefined) return [];
  return [
    {
      id: `spelling:${suggestion}`,
      kind: 'spelling',
      title: message('Change to {0}', suggestion),
      preferred: true,
      action: {
        kind: 'edit',
        needs: [],
        edits: () => [{ path: document.path, range, newText: suggestion, create: false }],
      },
    },
  ];
}
