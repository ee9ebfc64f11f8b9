/** What writes a text for people, so that nothing is done with what stands in it. */

/** Functions, methods and macros that write a line to a log or a terminal, as several languages call them. */
const WRITES_LINE = new RegExp(
  String.raw`^(?:(?:[\w$]+(?:\.|::|->))*_?(?:log|logger|logging|console|tracing|slog|fmt|out|debug)(?:\.|::|->)` +
    String.raw`(?:log|trace|debug|info|warn|warning|error|fatal|e?print|write)(?:[A-Z]\w*|ln|f)?!?|` +
    String.raw`(?:trace|debug|info|warn|error|e?println?|dbg)!|print(?:ln|f)?|puts|NSLog)$`,
  'i',
);

/** Whether what is called writes a line to a log or a terminal. */
export function writesLine(callee: string): boolean {
  return WRITES_LINE.test(callee);
}

/** A command that prints, up to a place of what it does: in no file, which may set what other programs read. */
const PRINTS = new RegExp(
  String.raw`(?:^|[;&|{]|\b(?:then|do|else))[ \t]{0,80}@?(?:echo|printf|Write-(?:Host|Output|Information|Verbose))` +
    String.raw`[ \t](?:[^;&|>\n]|>&2|(?<=[-=])>)*$`,
);
/** What takes the printed text, behind a place in it: a file or another command. */
const TAKEN = /^[^\n]*(?:(?<![-=])>(?!&2)|(?<!\|)\|(?!\|))/;

/** What runs, and is then printed: `echo "$(curl …)"`, `Write-Host (Invoke-RestMethod …)`, `$(shell …)` of Make. */
const RUN_FIRST = /[$<>@]\(|\x60|\$\{\s|Write-\w{3,20}[ \t][^("']{0,80}\(/i;
/** What is run and ends before a place. */
const RUN_BEFORE = /[$<>@]\([^()\x60]*\)|\x60[^\x60]*\x60/g;

/** Whether a place of a script is in what a command prints, by what stands before it on its line, and behind it. */
export function isPrinted(before: string, behind: string): boolean {
  return PRINTS.test(before) && !RUN_FIRST.test(before.replace(RUN_BEFORE, '')) && !TAKEN.test(behind);
}
