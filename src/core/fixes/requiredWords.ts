import { message } from '../message';
import type { Finding } from '../policy/finding';
import type { FileEdit, Fix, FixContext, FixFile } from './fix';

/** The words a license wants kept or shown: in the notice file, in the documentation, or to be put elsewhere by hand. */
export function requiredWords({ rule, data }: Finding, { notice, readme }: FixContext): readonly Fix[] {
  const words = data?.['phrase'];
  if (rule !== 'obligation/attribution-missing' || words === undefined) return [];
  const copy: Fix = {
    id: 'attribution:copy',
    kind: 'attribution',
    title: message('Copy “{0}”', words),
    preferred: false,
    action: { kind: 'copy', text: words },
  };
  if (data?.['obligation'] === 'include-notice') {
    const exists = notice.text() !== undefined;
    const title = exists
      ? message('Add the required notice to {0}', notice.path)
      : message('Create {0} with the required notice', notice.path);
    return [
      {
        id: 'notice',
        kind: 'notice',
        title,
        preferred: true,
        action: { kind: 'edit', needs: [], edits: () => appendLine(notice, words) },
      },
      copy,
    ];
  }
  if (readme === undefined) return [copy];
  const title = message('Add “{0}” to {1}', words, readme.path);
  return [
    {
      id: 'attribution',
      kind: 'attribution',
      title,
      preferred: false,
      action: { kind: 'edit', needs: [], edits: () => appendLine(readme, words) },
    },
    copy,
  ];
}

/** As a paragraph of its own at the end of a file. */
function appendLine(file: FixFile, words: string): readonly FileEdit[] {
  const text = file.text();
  if (text === undefined)
    return [{ path: file.path, range: { start: 0, end: 0 }, newText: `${words}\n`, create: true }];
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const gap = text.trim() === '' ? '' : text.endsWith('\n') ? eol : eol + eol;
  return [
    {
      path: file.path,
      range: { start: text.length, end: text.length },
      newText: `${gap}${words}${eol}`,
      create: false,
    },
  ];
}
