import { escapeRegExp } from '../text/escapeRegExp';

/**
 * What gives a variable of a loop another value in its body.
 *
 * @param name as the loop has it, with its sign
 * @param isShell whether the text is of a shell, and no code
 */
export function setAgain(name: string, isShell: boolean): RegExp {
  const written = escapeRegExp(name);
  return new RegExp(isShell ? setInShell(written) : setInCode(written), 'm');
}

function setInShell(name: string): string {
  return (
    String.raw`(?<![\w$"'.{-]|-\w{1,20}[ \t])${name}(?:\[\w{0,20}\])?\+?=|` +
    String.raw`\b(?:read|mapfile|readarray|printf|getopts|for|select|local|declare|export|typeset|unset)[ \t]` +
    String.raw`[^\n;|&]{0,80}?(?<![\w$"'{])${name}(?![\w"'])`
  );
}

/**
 * An assignment, which no keyword of a call is: `model=model`. Its form is told first, whatever names it has: else each
 * of many names on a line would be gone on from.
 */
function setInCode(name: string): string {
  return (
    String.raw`(?:^|[;{:])[ \t]*(?:(?:const|let|var|val|my)[ \t]+)?` +
    String.raw`(?=${NAMES}[ \t]*(?::[ \t]*\w{1,40}[ \t]*)?` +
    String.raw`(?:[-+*/%|&?.]{0,2}|:)=(?![=>]|[ \t]*${name}[ \t]*(?:[,)]|$)|[^\n]{1,120},[ \t]*$))` +
    String.raw`(?:\w{1,40}[ \t]*,[ \t]*)*${name}(?!\w)|` +
    String.raw`(?<![\w.])${name}[ \t]*:=|\b(?:as|for)[ \t]+${name}\b`
  );
}
const NAMES = String.raw`[$@%&]{0,2}\w{1,60}(?:[ \t]*,[ \t]*[$@%&]{0,2}\w{1,60})*`;
