import { textBefore, textFrom } from '../text/pieces';
import { functionAt } from './pythonFunctions';
import type { Knowledge } from './knowledge';
import { lineBefore } from './surroundings';
import type { Tracer } from './tracer';

/**
 * Functions and properties that choose a model by a member: `fn repo(self) -> &str { match self { Self::A => "…" } }`.
 * Each arm only tells what a member stands for, but a loader or client that gets what the function gives uses all of
 * them.
 */

/** What stands before the value of an arm, up to its mark. */
const ARM = new RegExp(
  String.raw`(?:=>|->|\breturn|\bthen|\bcase\s[^\n"'\x60]{1,120}:)\s{0,40}(?:\{\s{0,40})?(?:return\s{1,4})?` +
    String.raw`(?:(?:Some|Ok|(?:String|Cow)::\w{1,20})\(\s{0,40}){0,2}["'\x60]$`,
);
const LONGEST_ARM = 260;

/** What a function gives at once: ` -> &str {`, `: String = when (this) {`, ` => this switch {`, `: string {`. */
const BODY = String.raw`[^(){};=]{0,100}(?:=>?\s{0,20}[^;{}=]{0,80})?$`;
const PARAMETERS = String.raw`\s{0,4}\([^(){};]{0,200}\)`;
/** `fn repo(self)`, `fun Model.id()`, `func repo(of m: Model)`, `var id: String {`, `val id get() = when (this) {`. */
const DECLARED = new RegExp(
  String.raw`\b(?:fn|func|fun|function|def|va[lr]|let)\s{1,4}(?:\([^(){};]{1,80}\)\s{1,4}|[A-Z]\w{0,60}\.)?` +
    String.raw`([A-Za-z_]\w{0,60})(?:<[^<>{}]{0,60}>)?(?:${PARAMETERS})?(?:\s{1,20}get\(\))?${BODY}`,
);
/** `public string Repo(Tier t)`, `String repo()`, `string Repo =>`. */
const METHOD = new RegExp(
  String.raw`(?<![\w.])(?!(?:return|else|new|case|throw)\s)[\w<>[\].?]{1,60}\s{1,4}([A-Za-z_]\w{0,60})` +
    String.raw`(?:${PARAMETERS}${BODY}|\s{0,4}=>\s{0,20}[^;{}=]{0,80}$)`,
);
const NO_NAMES = new Set(['switch', 'match', 'when', 'if', 'for', 'while', 'catch', 'foreach']);
const LONGEST_HEAD = 400;
/** So many braces around an arm may be of its choice and of what this stands in. */
const MOST_AROUND = 4;
const DEF = /^\s*(?:async\s+)?def\s+(\w{1,80})/;

/** The function or property that gives the value of the arm at a place; `undefined` where that is the value of none. */
export function functionOfArm(
  at: number,
  { text, brackets }: Pick<Knowledge, 'text' | 'brackets'>,
): string | undefined {
  if (!ARM.test(textBefore(text, at, LONGEST_ARM))) return undefined;
  const braces = brackets.open(at).filter(({ mark }) => mark === '{');
  if (braces.length === 0) return functionOfLine(text, at);
  for (const brace of braces.slice(0, MOST_AROUND)) {
    const head = textBefore(text, brace.at, LONGEST_HEAD);
    const name = DECLARED.exec(head)?.[1] ?? METHOD.exec(head)?.[1];
    if (name !== undefined && !NO_NAMES.has(name)) return name;
  }
  return undefined;
}

/** The same in a language whose lines tell by their indentation. */
function functionOfLine(text: string, at: number): string | undefined {
  const indent = /^[ \t]*/.exec(lineBefore(text, at))?.[0] ?? '';
  const own = indent === '' ? undefined : functionAt(text, at, indent);
  return own && DEF.exec(textFrom(text, own.start, own.end, LONGEST_HEAD).replace(/^\n/, ''))?.[1];
}

/** What makes another type of a text: `.to_string()`. */
const MADE = String.raw`(?:\??\.(?:to_string|to_owned|into|clone|as_str|as_ref|toString|unwrap)\(\)|[?!]){0,3}`;
/** `which.repo()`, `repo_for(tier)`, `ModelId(tier.id)`: what is called or got of something at last. */
const CALLED = new RegExp(
  String.raw`(?:(?:\.|->|::)([A-Za-z_]\w{0,60})(?:\([^()]{0,80}\))?|(?<![\w.>:])([A-Za-z_]\w{0,60})\([^()]{0,80}\))` +
    String.raw`${MADE}[)\s]{0,4}$`,
);
const LONGEST = 160;
const PLAIN = /^[&*$]?([A-Za-z_]\w{0,60})(?:\.(?:to_string|to_owned|into|clone|as_str)\(\))?$/;

/** The functions or properties whose value an expression is, itself or through a variable. */
export function calledIn(expression: string, text: string, tracer: Tracer): readonly string[] {
  const written = expression.trim();
  const variable = PLAIN.exec(written)?.[1];
  const values =
    variable === undefined
      ? [written]
      : tracer.expressionsOf(variable).map(({ start, end }) => textFrom(text, start, end, LONGEST).trim());
  return values.flatMap((value) => {
    const [, own, alone] = CALLED.exec(value.slice(0, LONGEST)) ?? [];
    return own ?? alone ?? [];
  });
}
