import { hasBlank } from '../text/charClass';
import type { TextRange } from '../text/range';
import { operandsOf } from './signatures/commands';

/** Longest path that is looked at. */
const LONGEST = 400;
/** How a path begins that is written as one: `/`, `./`, `../`, `~/`, `C:\`, `\\server`, `${FOLDER}/`, `$HOME/`. */
const LEAD = /^(?:\.{1,2}|~|[A-Za-z]:|\$\{\w{1,60}\}|\$\w{1,60}|%\w{1,60}%)?[\\/]/;
/** The same of what no variable stands in. */
const WRITTEN = /^(?:\.{1,2}|~|[A-Za-z]:)?[\\/]/;
/** A path of an interface of the web. */
const OF_WEB = /^\/(?:api|v\d+)\//;
/** A word of the name of a folder or file, in letters of any script. */
const WORD = String.raw`[^\s\\/:"'\x60<>|?*;,。]{1,200}`;
/** A name of one word or several, the blanks between them with the mark of a shell or without; no flag or setting. */
const NAME = String.raw`${WORD}(?:\\? {1,2}(?!-|\w{1,60}=)${WORD}){0,5}`;
const FILE_PATH = new RegExp(
  String.raw`^(?:[A-Za-z]:(?=[\\/]))?(?:[\\/]{1,4}|(?=[^\\/]))${NAME}(?:[\\/]{1,2}${NAME}){0,12}/?$`,
);
/** A program or script before its arguments: by its folder or by the end of its name. */
const STARTED = /[\\/]\.?s?bin[\\/][^\s\\/]{1,80}\s|\.(?:exe|cmd|bat|ps1|sh|py|[cm]?[jt]s|rb|pl)\s/i;

/**
 * Whether a stretch of text is the path of a file or folder of the machine, in whose names letters of any script and
 * blanks may stand: `/srv/モデル/name.gguf`, `C:\AI models\name.gguf`. With blanks it has to begin like a path, and
 * must not be a command whose program is called by its path: `/opt/venv/bin/vllm serve owner/name`.
 */
export function isFilePath(text: string, { start, end }: TextRange): boolean {
  if (end - start < 3 || end - start > LONGEST) return false;
  const path = text.slice(start, end);
  if (!/[\\/]/.test(path)) return false;
  if (!hasBlank(text, start, end)) return FILE_PATH.test(path);
  return LEAD.test(path) && FILE_PATH.test(path) && !isCommand(path);
}

/** Whether a value is written as a path of the machine: one of another form may be a name as well. */
export function isWrittenPath(value: string): boolean {
  return WRITTEN.test(value) && !OF_WEB.test(value);
}

function isCommand(path: string): boolean {
  return STARTED.test(path) || operandsOf(path.split(/\s+/)).length > 0;
}
