import { languageOf } from '../documents/fileTypes';
import { message } from '../message';
import type { Finding } from '../policy/finding';
import { isLocked } from '../policy/locks';
import { rulesToSettle } from '../policy/oneCause';
import { IGNORE_MARKER } from '../policy/inlineIgnores';
import { commentRanges } from '../text/lexicalState';
import { syntaxOf } from '../text/syntax';
import type { FileEdit, Fix, FixContext } from './fix';

/** Formats that tools read strictly: a comment would break the file. */
const WITHOUT_COMMENTS = new Set(['json', 'jsonl', 'jupyter']);

/** A comment above the line that silences the rules broken there, with a reason. */
export function ignoreLine(finding: Finding, context: FixContext): readonly Fix[] {
  const { rule, range, model } = finding;
  const language = languageOf(context.document.path, context.languageId);
  const marks = commentMarks(language);
  if (marks === undefined || model === null || /^(?:policy|drift)\//.test(rule)) return [];
  if (isLocked(finding, context.evaluation)) return [];
  return [
    {
      id: 'ignore',
      kind: 'ignore',
      title: message('Ignore {0} on this line…', rule),
      preferred: false,
      action: {
        kind: 'edit',
        needs: ['reason'],
        edits: ({ reason = '' }) => {
          const [open, close] = marks;
          const words = reason.replace(/\s+/g, ' ').replaceAll('--', '-').replaceAll('*/', '').trim();
          return commentAbove(
            `${open} ${IGNORE_MARKER} ignore[${rulesToSettle(finding).join(', ')}] ${words}${close === '' ? '' : ` ${close}`}`,
            range.start,
            language,
            context,
          );
        },
      },
    },
  ];
}

/** What opens and closes a comment on a line of its own. */
function commentMarks(language: string): readonly [open: string, close: string] | undefined {
  const syntax = WITHOUT_COMMENTS.has(language) ? undefined : syntaxOf(language);
  const [line] = syntax?.lineComments ?? [];
  return line === undefined ? syntax?.blockComments[0] : [line, ''];
}

/** No edit where a line there would be no comment: inside a string of several lines, or a command that goes on. */
function commentAbove(
  comment: string,
  offset: number,
  language: string,
  { document }: FixContext,
): readonly FileEdit[] {
  const text = document.text() ?? '';
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(0, start).trimEnd();
  if (before.endsWith('\\') && language !== 'dockerfile') return [];
  const indent = /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
  const newText = `${indent}${comment}${text.includes('\r\n') ? '\r\n' : '\n'}`;
  const at = start + indent.length;
  const becomesComment = commentRanges(text.slice(0, start) + newText + text.slice(start), language).some(
    (range) => range.start === at,
  );
  return becomesComment
    ? [{ path: document.path, range: { start, end: start }, newText, create: false }]
    : [];
}
