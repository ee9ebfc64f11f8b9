import type { TextRange } from '../text/range';
import { mayDefineParts } from './namedValues';
import { matchesOf } from '../text/matches';
import { textFrom } from '../text/pieces';

/**
 * Values that an expression of a template gives by itself, where it is all of a value or a part of one:
 * `{{ .Values.model | default "…" | quote }}` of Helm, `{{ '…' if prod else '…' }}` of Jinja,
 * `<%= ENV.fetch("X", "…") %>` of ERB, `${{ prod && '…' || '…' }}` of workflows, `#{prod ? '…' : '…'}` of Spring; and
 * where it is the whole, `${X:-"…"}` of shells, `${oc.env:X, "…"}` of OmegaConf, `${env:X, '…'}` of Serverless,
 * `$(or $(X),…)` of Makefiles, also one in another. What a lookup is asked for, or a condition compares, is none.
 * Settings, texts of code and running text are read alike.
 */

/** The longest value whose expressions are read, in characters. */
const LONGEST = 600;
const EXPRESSION =
  /\{\{-?([^{}]{1,400}?)-?\}\}|<%=([^%]{1,400})%>|#\{((?:[^{}]|\$\{[^{}]{0,80}\}){1,400})\}/g;
const QUOTED = String.raw`["'\x60]([^"'\x60\n]{2,200})["'\x60]`;
/** What each of these has. */
const MARKS = ['{{', '<%=', '#{', '{%'];
/** By what stands before it, or behind: a default, a branch, or the expression alone. */
const GIVEN = new RegExp(
  String.raw`(?:^\s*|\b(?:default|d)\s{0,4}[(=]?\s{0,4}|(?:\|\||&&|\?|:|\b(?:or|else))\s{0,4}|` +
    String.raw`\b(?:fetch|getenv|env)\(\s{0,4}["'][^"'\n]{1,80}["']\s{0,4},\s{0,4})${QUOTED}|` +
    String.raw`${QUOTED}(?=\s{1,4}if\b)`,
  'g',
);
/** Functions all of whose texts are values: https://helm.sh/docs/chart_template_guide/function_list/ */
const OF_SEVERAL = /(?:\b(?:ternary|coalesce|dict)|^\s*or)\b[^|]*/g;
/** Also a single letter, which is no value: behind it a text would begin at the wrong quote. */
const TEXT = /["'\x60]([^"'\x60\n]{1,200})["'\x60]/g;

/** The tag of a block, `{{ if … }}`, `{% else %}`, `{{#if}}`, and the word that it writes, up to the next tag. */
const BRANCH = new RegExp(
  String.raw`(?:\{\{[-~]?\s{0,4}(?:[#^]\s{0,4}\w|(?:if|else|with|define)\b)[^{}]{0,200}\}\}|` +
    String.raw`\{%[-+]?\s{0,4}(?:if|elif|elsif|else|unless|case|when)\b[^%]{0,200}%\}|` +
    String.raw`<%-?\s{0,4}(?:if|elsif|else|unless)\b[^%]{0,200}%>)\s{0,40}["']?([^\s"'{}<>%]{2,200})["']?` +
    String.raw`(?=\s{0,40}(?:\{\{|\{%|<%))`,
  'g',
);

/** The text of a whole: neither a blank nor another expression is in it. */
const INNER = String.raw`([^"'\s{}$(),]{2,200})`;
/** What stands before the text, with the name of the variable, and the text. */
const WHOLE = [
  String.raw`(\$\{(\w{1,80}):?[-=]["'])${INNER}["']\}`,
  String.raw`(\$\{oc\.env:([\w.]{1,80})\s{0,8},\s{0,8}["']?)${INNER}["']?\s{0,8}\}`,
  String.raw`(\$\{[a-z]\w{0,20}:([\w./~-]{1,80})(?:\s{0,8},\s{0,8}[a-z]\w{0,20}:[\w./~-]{1,80}){0,4}\s{0,8},` +
    String.raw`\s{0,8}["'])${INNER}["']\s{0,8}\}`,
  String.raw`(\$\(or \$[({](\w{1,80})[)}],\s?(?:\$[({]\w{1,80}[)}],\s?){0,4})${INNER}\)`,
].map((form) => new RegExp(`^${form}$`));
/** The variable that an expression asks first, when all before is no text: `.Values.model | default`. */
const ASKED_FIRST = /^[^"'{}]{0,120}?([\w-]{1,80})\s{0,4}\|/;

/** What stands before the default in `${VAR:-default}` and its like, also with Spring's and Azure's own marks. */
const DEFAULT = /^\$\{(?:env:\/\/)?(?:([\w.-]+):(?!\/\/)[-=]?|(\w+)[-=])/;
/** What stands in place of a variable where that is set: `${PROD:+…}`. */
const ALTERNATIVE = /^\$\{\w+:?\+/;

/** What stands before an expression that is the default of another, or of all that a function of Make is given. */
const NESTED = new RegExp(
  String.raw`^(?:(?:\$\{(?:env://)?(?:[\w.-]{1,80}:(?!//)[-=+]?|\w{1,80}[-=+])(["']?)|` +
    String.raw`\$\{[a-z][\w.]{0,20}:[\w./~-]{1,80}\s{0,8},\s{0,8})\\?(?=\$\{)|` +
    String.raw`\$\(or (?:\$[({]\w{1,80}[)}],\s?){1,4}(?=\$\(or ))`,
);
/** Deepest that defaults stand in each other. */
const DEEPEST = 4;

/** The innermost of expressions that are the defaults of others, `${A:-${B:-…}}`, and where it begins. */
function innermost(written: string): { readonly text: string; readonly at: number } {
  let text = written;
  let at = 0;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const [lead, quote = ''] = NESTED.exec(text) ?? [];
    if (lead === undefined || !/[})]$/.test(text)) break;
    text = text.slice(lead.length, -1).trimEnd();
    at += lead.length;
    if (quote !== '' && text.endsWith(quote)) text = text.slice(0, -1);
  }
  return { text, at };
}

/** A value with the name of the variable whose place it takes, empty where no name is told. */
export interface TemplateValue extends TextRange {
  readonly variable: string;
}

/** The values with their places, in order; none where the text has no such expression. */
export function templateValues(text: string, range: TextRange): readonly TemplateValue[] {
  const written = textFrom(text, range.start, range.end, LONGEST);
  if (MARKS.some((mark) => written.includes(mark))) return valuesOfExpressions(written, range.start);
  if (!written.startsWith('$')) return [];
  const { text: whole, at } = innermost(written);
  return valueOfWhole(whole, range.start + at);
}

/**
 * What takes the place of a variable in a value that is nothing but it, without quotes: `${X:-name}`, `${X=name}`,
 * `${X:+name}`. `undefined` where nothing does, or where a part of that is filled in again.
 */
export function valueOfVariable(written: string, from: number): TemplateValue | undefined {
  const { text: value, at } = innermost(written);
  const start = from + at;
  const end = start + value.length - 1;
  const alternative = ALTERNATIVE.exec(value)?.[0].length;
  if (alternative !== undefined) return { start: start + alternative, end, variable: '' };
  const [mark, long, short = ''] = DEFAULT.exec(value) ?? [''];
  if (mark === '' || value.lastIndexOf('${') > 0) return undefined;
  return { start: start + mark.length, end, variable: long ?? short };
}

/** What an expression begins with, also as n8n writes it, with a sign before: https://docs.n8n.io/data/expressions/ */
const BEGINNINGS = ['{{', '${', '$(', '={{', '{%', '#{'];

/** Whether a text is an expression from its first to its last character. */
export function isTemplate(text: string, { start, end }: TextRange): boolean {
  const last = text.charAt(end - 1);
  return (
    (last === '}' || last === ')') &&
    end - start <= LONGEST &&
    BEGINNINGS.some((mark) => text.startsWith(mark, start))
  );
}

function valueOfWhole(written: string, start: number): readonly TemplateValue[] {
  for (const form of WHOLE) {
    const [, lead = '', variable = '', inner = ''] = form.exec(written) ?? [];
    const at = start + lead.length;
    if (inner !== '') return [{ start: at, end: at + inner.length, variable }];
  }
  return [];
}

function valuesOfExpressions(written: string, start: number): readonly TemplateValue[] {
  const found = new Map<number, TemplateValue>();
  for (const { 0: whole, 1: braces, 2: tag, 3: hash, index } of matchesOf(written, EXPRESSION)) {
    const body = braces ?? tag ?? hash ?? '';
    const from = start + index + whole.indexOf(body);
    const variable = ASKED_FIRST.exec(body)?.[1] ?? '';
    const several = [...matchesOf(body, OF_SEVERAL)].map(({ 0: part, index: at }) => ({
      part,
      at,
      form: TEXT,
    }));
    for (const { part, at, form } of [...several, { part: body, at: 0, form: GIVEN }])
      for (const match of matchesOf(part, form)) {
        const name = match[1] ?? match[2] ?? '';
        const begin = from + at + match.index + match[0].lastIndexOf(name);
        found.set(begin, { start: begin, end: begin + name.length, variable });
      }
  }
  for (const value of branchesOf(written, start)) found.set(value.start, value);
  return [...found.values()].toSorted((a, b) => a.start - b.start);
}

/** The beginning of a named part of a chart's templates: https://helm.sh/docs/chart_template_guide/named_templates/ */
const DEFINITION = /\{\{-?\s{0,4}define\s{1,4}"([^"{}\n]{1,120})"\s{0,4}-?\}\}/g;
const LONGEST_DEFINITION = 1_500;

/** `{{ define "chart.model" }}name{{ end }}`: what named parts of templates give, by the last words of their names. */
export function definedValues(text: string, { start, end }: TextRange): readonly TemplateValue[] {
  const part = start === 0 && end === text.length ? text : text.slice(start, end);
  const definitions = mayDefineParts(part) ? [...matchesOf(part, DEFINITION)] : [];
  return definitions.flatMap(({ 1: name = '', index }, at) => {
    const stop = Math.min(definitions[at + 1]?.index ?? part.length, index + LONGEST_DEFINITION);
    const variable = name.slice(name.lastIndexOf('.') + 1);
    return valuesOfExpressions(part.slice(index, stop), start + index).map((value) => ({
      ...value,
      variable,
    }));
  });
}

/** The words between tags of blocks. */
function branchesOf(written: string, start: number): readonly TemplateValue[] {
  return [...matchesOf(written, BRANCH)].map(({ 0: whole, 1: name = '', index }) => {
    const begin = start + index + whole.lastIndexOf(name);
    return { start: begin, end: begin + name.length, variable: '' };
  });
}
