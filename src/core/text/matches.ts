/**
 * The places of an expression in a text, as `text.matchAll(form)` gives them. That makes a new expression of each call, which the
 * engine has to compile again where it has forgotten it, and no longer well when it has compiled many: in audits of thousands of files
 * such expressions then take ten times as long. Here the expression itself is asked, whose compiled form stays with it.
 *
 * @param form has the flag `g` and not `y`; it may be asked for something else between two places
 */
export function* matchesOf(text: string, form: RegExp): Generator<RegExpExecArray, void, undefined> {
  for (let from = 0; from <= text.length; ) {
    form.lastIndex = from;
    const match = form.exec(text);
    if (match === null) return;
    from = Math.max(from + 1, form.lastIndex + (match[0] === '' ? 1 : 0));
    form.lastIndex = 0;
    yield match;
  }
}

/** What the first of several expressions finds in a text, without asking those behind it. None has the flags `g` or `y`. */
export function firstMatch(text: string, forms: readonly RegExp[]): RegExpExecArray | undefined {
  for (const form of forms) {
    const match = form.exec(text);
    if (match !== null) return match;
  }
  return undefined;
}
