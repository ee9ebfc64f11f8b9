/** `\`gpt-${v}\``, `"gpt-#{v}"`, `"gpt-\\(v)"`: a variable is filled into a text. */
const HOLES = /^(?:`[^`]{0,160}\$\{|"[^"]{0,160}(?:[#$]\{|\\\())/;
/** `"gpt-%s" % v`, `"gpt-{}".format(v)`: what is behind a text fills it. */
const FILLED_BEHIND = /^(?:"[^"]{0,160}"|'[^']{0,160}')\s{0,4}(?:%\s{0,4}[\w(]|\.format(?:ted)?\()/;

/** Whether an expression that begins with a text in quotes has parts that a program fills in when it runs. */
export function isFilled(expression: string): boolean {
  return HOLES.test(expression) || FILLED_BEHIND.test(expression);
}
