import { languageOf } from '../documents/fileTypes';
import { message } from '../message';
import type { Finding } from '../policy/finding';
import { commentRanges } from '../text/lexicalState';
import { contains, type TextRange } from '../text/range';
import type { FileEdit, Fix, FixContext } from './fix';
import { policyEdits } from './policyFile';

/** Takes out what has no effect: an ignore comment none of whose rules is needed, an exception that is unused or expired. */
export function removeUnused(finding: Finding, context: FixContext): readonly Fix[] {
  if (finding.rule === 'policy/unused-ignore' && finding.data?.['removable'] !== undefined) {
    return [
      {
        id: 'remove',
        kind: 'remove',
        title: message('Remove the comment'),
        preferred: false,
        action: { kind: 'edit', needs: [], edits: () => withoutComment(finding.range, context) },
      },
    ];
  }
  if (finding.rule !== 'policy/unused-exception' && finding.rule !== 'policy/expired-exception') return [];
  return [
    {
      id: 'remove',
      kind: 'remove',
      title: message('Remove the exception'),
      preferred: false,
      action: {
        kind: 'edit',
        needs: [],
        edits: () => policyEdits(context, (text) => [text.removeAt(['exceptions'], finding.range.start)]),
      },
    },
  ];
}

/** The comment with the blanks before it; all of the line where nothing else stands in it. No edit where it shares a block with other words. */
function withoutComment(mark: TextRange, { document, languageId }: FixContext): readonly FileEdit[] {
  const text = document.text() ?? '';
  const comment = commentRanges(text, languageOf(document.path, languageId)).find((range) =>
    contains(range, mark.start),
  );
  if (comment === undefined || /[\r\n]/.test(text.slice(comment.start, comment.end))) return [];
  const lineStart = text.lastIndexOf('\n', comment.start - 1) + 1;
  const newline = text.indexOf('\n', comment.end);
  const lineEnd = newline < 0 ? text.length : newline + 1;
  const isAlone =
    text.slice(lineStart, comment.start).trim() === '' && text.slice(comment.end, lineEnd).trim() === '';
  const start =
    comment.start - (/(?<![ \t])[ \t]+$/.exec(text.slice(lineStart, comment.start))?.[0].length ?? 0);
  const range = isAlone ? { start: lineStart, end: lineEnd } : { start, end: comment.end };
  return [{ path: document.path, range, newText: '', create: false }];
}
