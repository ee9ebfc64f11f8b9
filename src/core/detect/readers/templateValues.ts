import type { TextRange } from '../../text/range';
import { matchesOf } from '../../text/matches';
import { textFrom } from '../../text/pieces';

/**
 * Values that an expression of a template gives by itself, where it is all of a value or a part of one:
 * `{{ .Values.model | default "…" | quote }}` of Helm, `{{ '…' if prod else '…' }}` of Jinja,
 * `<%= ENV.fetch("X", "…") %>` of ERB, `${{ prod && '…' || '…' }}` of workflows. What a lookup is asked for, or a
 * condition compares, is none.
 */

/** The longest value whose expressions are read, in characters. */
const LONGEST = 600;
const EXPRESSION = /\{\{-?([^{}]{1,400}?)-?\}\}|<%=([^%]{1,400})%>/g;
const QUOTED = String.raw`["'\x60]([^"'\x60\n]{2,200})["'\x60]`;
/** By what stands before it, or behind: a default, a branch, or the expression alone. */
const GIVEN = new RegExp(
  String.raw`(?:^\s*|\b(?:default|d)\s{0,4}\(?\s{0,4}|(?:\|\||&&|\?|:|\b(?:or|else))\s{0,4}|` +
    String.raw`\b(?:fetch|getenv|env)\(\s{0,4}["'][^"'\n]{1,80}["']\s{0,4},\s{0,4})${QUOTED}|` +
    String.raw`${QUOTED}(?=\s{1,4}if\b)`,
  'g',
);
/** Functions all of whose texts are values: https://helm.sh/docs/chart_template_guide/function_list/ */
const OF_SEVERAL = /\b(?:ternary|coalesce)\b[^|]*/g;
const TEXT = new RegExp(QUOTED, 'g');

/** The places of the values, in order; none where the value has no such expression. */
export function templateValues(text: string, { start, end }: TextRange): readonly TextRange[] {
  const written = textFrom(text, start, end, LONGEST);
  if (!written.includes('{{') && !written.includes('<%=')) return [];
  const found = new Map<number, TextRange>();
  const add = (at: number, length: number): void => {
    found.set(at, { start: at, end: at + length });
  };
  for (const { 0: whole, 1: braces, 2: tag, index } of matchesOf(written, EXPRESSION)) {
    const body = braces ?? tag ?? '';
    const from = start + index + whole.indexOf(body);
    const several = [...matchesOf(body, OF_SEVERAL)].map(({ 0: part, index: at }) => ({
      part,
      at,
      form: TEXT,
    }));
    for (const { part, at, form } of [...several, { part: body, at: 0, form: GIVEN }])
      for (const match of matchesOf(part, form)) {
        const name = match[1] ?? match[2] ?? '';
        add(from + at + match.index + match[0].lastIndexOf(name), name.length);
      }
  }
  return [...found.values()].toSorted((a, b) => a.start - b.start);
}
