/** A header stands in the first lines; what comes after them is the file's own text. */
const HEAD_CHARACTERS = 2_000;

/** In a comment of its own, so that code which only handles such headers states nothing. */
const HEADER =
  /^[ \t]*(?:\/\/+|#+|\/?\*+|<!--|--+|;+|%+|"""|'''|\{-|\(\*|REM\b|!)[ \t]*SPDX-License-Identifier:[ \t]*([^\r\n]{1,200})/im;

/** What ends a comment on the line of the header. */
const COMMENT_ENDS = ['*/', '-->', '-}', '*)', '"""', "'''"];

/**
 * The license that a source file states for itself: the expression of its `SPDX-License-Identifier`
 * (https://spdx.github.io/spdx-spec/v2.3/using-SPDX-short-identifiers-in-source-files/), as written.
 * @returns `undefined` where the first lines have none
 */
export function spdxHeader(text: string): string | undefined {
  const line = HEADER.exec(text.slice(0, HEAD_CHARACTERS))?.[1]?.trim() ?? '';
  const end = COMMENT_ENDS.find((one) => line.endsWith(one));
  const stated = end === undefined ? line : line.slice(0, -end.length).trim();
  return stated === '' ? undefined : stated;
}
