import type { TextRange } from '../text/range';
import { languageOf } from './fileTypes';
import { languageByShape } from './shape';

/** Programs that read a document from their input, and its language. */
const READERS: readonly (readonly [RegExp, string])[] = [
  [/\bpython[\d.]*\b/, 'python'],
  [/\b(?:node|bun)\b/, 'javascript'],
  [/\bruby\b/, 'ruby'],
  [/\bRscript\b/, 'r'],
  [/\b(?:psql|mysql|sqlite3)\b/, 'sql'],
  [/\bollama\s+create\b/, 'modelfile'],
  [/\bdocker\s+(?:buildx?\s+)?build\b/, 'dockerfile'],
  [/\b(?:kubectl|oc|helm|argocd|docker[ -]compose|docker\s+stack)\b/, 'yaml'],
  [/\bpwsh\b/, 'powershell'],
  [/(?:^|[\s/])(?:ba|z|da|k)?sh\b|\b(?:ssh|su|srun|sbatch)\b/, 'shellscript'],
];
/** Programs that send the document somewhere: it is a part of their request. */
const SENDS = /\b(?:curl|http|https|wget|grpcurl)\b/;
/** `> file`, `>> "file"`, `tee -a file` */
const FILE = /(?:\d?>{1,2}\s*|\btee\s+(?:-\w+\s+)*)["']?([^\s"';|&<>]+)/;
/** Nothing but words for the one who sees the terminal. */
const PRINTS = /^\s*(?:cat|echo|printf|fold|column)\s*(?:>&2\s*)?<<-?\s*["'\\]?\w+["']?\s*(?:>&2\s*)?$/;

/**
 * What a here-document of a shell holds, from the line that announces it: the language of the file that it is written
 * to or of the program that reads it, and else of its shape. `undefined` for text, and for what a program sends.
 */
export function hereDocumentLanguage(line: string, text: string, range: TextRange): string | undefined {
  if (SENDS.test(line) || PRINTS.test(line)) return undefined;
  const file = FILE.exec(line)?.[1];
  if (file !== undefined && file !== '/dev/null') {
    const language = languageOf(file);
    return language === 'plaintext' ? languageByShape(text, range) : language;
  }
  if (/^\s*<</.test(line)) return languageByShape(text, range) ?? 'shellscript';
  return READERS.find(([program]) => program.test(line))?.[1] ?? languageByShape(text, range);
}
