import { describe, expect, it } from 'vitest';
import { codeSpan, escapeMarkdown } from '../../../src/core/report/markdownText';
import { toCsv } from '../../../src/core/report/csv';
import { renderReport } from '../../../src/core/report/formats';
import { attribute, escapeHtml } from '../../../src/core/report/htmlText';
import { toTable } from '../../../src/core/report/table';
import { visible, visibleLines } from '../../../src/core/report/visible';
import { plain } from '../../../src/core/hover/markdown';
import { reference, report } from './sample';
import { joined } from '../../support/joined';

const HOSTILE = '\u001B[31mred\u202Etxt.py\u2066\u200B\u{E0041}';
const ACTING = ['\u001B', '\u202E', '\u2066', '\u200B', '\uDB40'];

describe('characters that act', () => {
  it('are shown as escapes, and nothing else is', () => {
    expect(visible(HOSTILE)).toBe('\\u001b[31mred\\u202etxt.py\\u2066\\u200b\\udb40\\udc41');
    const harmless = 'Füße 模型 👩\u200D💻 می\u200Cخواهم \\u001b';
    expect(visible(harmless)).toBe(harmless);
  });

  it.each([
    ['Markdown', escapeMarkdown(HOSTILE)],
    ['a code span of Markdown', codeSpan(HOSTILE)],
    ['a hover', plain(HOSTILE)],
    ['CSV', joined(toCsv(report({ references: [reference(HOSTILE, 1, 'm', { model: null })] })))],
    [
      'HTML',
      renderReport(report({ references: [reference(HOSTILE, 1, HOSTILE, { model: null })] }), 'html', {
        project: HOSTILE,
      }),
    ],
    ['the table', toTable(report({ references: [reference('a.py', 1, HOSTILE, { model: null })] }))],
  ])('do not reach %s', (_, text) => {
    expect(ACTING.filter((character) => text.includes(character))).toEqual([]);
    expect(text).toContain('u001b');
  });

  it('keep lines and tabs in HTML, and every character in an attribute that a script reads', () => {
    expect(escapeHtml('a\n\t<b>\u202E')).toBe('a\n\t&lt;b&gt;\\u202e');
    expect(attribute('a"\u202E').markup).toBe('a&quot;\u202E');
  });
});

it('a text of several lines keeps their ends, tabs and page breaks, and shows what else acts', () => {
  expect(visibleLines('a\tb\n\f\u001b[31mc\0\n')).toBe('a\tb\n\f\\u001b[31mc\\u0000\n');
});
