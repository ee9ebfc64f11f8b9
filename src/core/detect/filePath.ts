import { isBlankCode } from '../text/charClass';
import type { TextRange } from '../text/range';

/** Longest path that is looked at. */
const LONGEST = 400;
/** How a path begins that is written as one: `/`, `./`, `../`, `~/`, `C:\`, `\\server`, `${FOLDER}/`, `$HOME/`. */
const LEAD = /^(?:\.{1,2}|~|[A-Za-z]:|\$\{\w{1,60}\}|\$\w{1,60}|%\w{1,60}%)?[\\/]/;
/** A word of the name of a folder or file, in letters of any script. */
const WORD = String.raw`[^\s\\/:"'\x60<>|?*;,。]{1,200}`;
/** A name of one word or several, the blanks between them with the mark of a shell or without; no flag of a program. */
const NAME = String.raw`${WORD}(?:\\? {1,2}(?!-)${WORD}){0,5}`;
const FILE_PATH = new RegExp(
  String.raw`^(?:[A-Za-z]:(?=[\\/]))?(?:[\\/]{1,4}|(?=[^\\/]))${NAME}(?:[\\/]{1,2}${NAME}){0,12}/?$`,
);

/**
 * Whether a stretch of text is the path of a file or folder of the machine, in whose names letters of any script and
 * blanks may stand: `/srv/モデル/name.gguf`, `C:\AI models\name.gguf`. With blanks it has to begin like a path.
 */
export function isFilePath(text: string, { start, end }: TextRange): boolean {
  if (end - start < 3 || end - start > LONGEST) return false;
  const path = text.slice(start, end);
  return /[\\/]/.test(path) && (!hasBlank(path) || LEAD.test(path)) && FILE_PATH.test(path);
}

function hasBlank(path: string): boolean {
  for (let at = 0; at < path.length; at++) if (isBlankCode(path.charCodeAt(at))) return true;
  return false;
}
