/**
 * Characters that act on what shows a text instead of showing themselves: controls, marks of direction and order, invisible spaces and
 * tags. By them a file's name or a stranger's text could rewrite a terminal or show another text than it has. The joiners of emoji
 * and of scripts that need them (U+200C, U+200D) stay.
 */
const ACTING =
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  /[\u0000-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]|\uDB40[\uDC00-\uDC7F]/g;

/** A text in which each acting character is shown as its escape: `\u001b`. */
export function visible(text: string): string {
  return text.replace(ACTING, (found) =>
    Array.from({ length: found.length }, (_, at) => escapeOf(found.charCodeAt(at))).join(''),
  );
}

/** The same for a text of several lines, whose ends, tabs and page breaks stay. */
export function visibleLines(text: string): string {
  return text.replace(/[^\n\t\f]+/g, visible);
}

function escapeOf(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`;
}
