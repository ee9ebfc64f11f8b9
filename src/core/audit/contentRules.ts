import { holdsLayer } from '../layer/holdsLayer';
import { holdsPolicy } from '../policy/holdsPolicy';
import { tooDeepInJson } from '../text/parseJson';
import type { SkipReason } from './skipReasons';
import { isCalledLikeText } from './unreadModels';

/** How far into a file its own account of itself is looked for. */
const HEAD_CHARACTERS = 2_000;
/** Our reports name their maker in these words. */
export const GENERATOR = 'Model License Lens';
export const TOOL_NAME = 'model-license-lens';
/** How a notice that this program wrote begins, before the name of the project. */
export const NOTICE_TITLE = 'NOTICE: AI models used by ';
/** What people call files with notices in. */
const NOTICES =
  /\.(?:txt|md|markdown|rst|adoc)$|(?:notice|licen[cs]e|third|attribution|credits|copying)[^./]*$/i;
/** The first columns of a table of places that this program wrote. */
const CSV_HEAD = 'path,line,column,text,role,registry,model,';

/** A generator's mark stands in the first lines of a file. */
const MARK_LINES = 12;
/** As keys and addresses of schemas: settings may speak of such formats in a comment or a text. */
const INVENTORY_MARKS: readonly RegExp[] = [
  /(?:(?:^|\n)[ \t]{0,40}|["'])(?:bomFormat|spdxVersion)["']?[ \t]{0,4}:/i,
  /(?:\$schema|@context)["']?[ \t]{0,4}:[\s[]{0,40}["']?https?:\/\/[^\s"']{0,200}(?:spdx\.org\/rdf\/3|sarif|cyclonedx)/i,
  /\sxmlns(?::\w{1,20})?=["']http:\/\/cyclonedx\.org\/schema/i,
];
const CODE = /\.(?:js|mjs|cjs|css|ts|jsx|html)$/i;
/** What people read says which models there are, whoever wrote it: nothing in it is a use. */
const DOCUMENTS = /\.(?:md|mdc|mdx|markdown|rst|rd|adoc|asciidoc|tex|org)$/i;
const COMMENT_LINE = /^\s*(?:\/\/|#|\/?\*|<!--|--|;|"""|'''|%)/;
/** A line that no person wrote. */
const LONG_LINE = 5_000;
/** Share of a script's text in such lines from which it counts as minified. */
const MINIFIED_SHARE = 0.5;

/** Why a text that was opened is not searched, or `undefined`. */
export function contentSkip(path: string, text: string): SkipReason | undefined {
  const head = text.slice(0, HEAD_CHARACTERS);
  // Nothing that this program writes is code or settings.
  if (!isCalledLikeText(path) && isOwnOutput(head)) return 'own-output';
  if (/\.(?:json|xml|ya?ml)$/i.test(path) && INVENTORY_MARKS.some((mark) => mark.test(head)))
    return 'inventory';
  // One that others build on may have any name. What it allows and denies is no use of a model.
  if (holdsPolicy(path, text)) return 'policy-file';
  if (holdsLayer(path, text)) return 'catalog-layer';
  if (saysGenerated(head) && !DOCUMENTS.test(path)) return 'generated';
  return CODE.test(path) && isMinified(text) ? 'minified' : undefined;
}

/** Notebooks are parsed as a whole: of one that is nested too deep nothing is known. Other JSON is read token by token. */
export function tooDeepToParse(path: string, text: string): boolean {
  return path.toLowerCase().endsWith('.ipynb') && tooDeepInJson(text) !== undefined;
}

function isOwnOutput(head: string): boolean {
  return (
    (head.includes(`"name": "${TOOL_NAME}"`) && head.includes('"catalogDate"')) ||
    head.includes(`<meta name="generator" content="${GENERATOR}`) ||
    head.includes(`<!-- ${GENERATOR}`) ||
    head.includes(`"description": "${GENERATOR}: `) ||
    head.startsWith(`# ${GENERATOR}`) ||
    head.startsWith(CSV_HEAD) ||
    head.startsWith(`\uFEFF${CSV_HEAD}`) ||
    (head.startsWith('{"schema":1,"repository":') && head.includes('"catalogDate"'))
  );
}

/** Whether a text holds a notice that this program wrote: the models it names are those of the project, and no more uses. */
export function isWrittenNotice(path: string, text: string): boolean {
  if (!NOTICES.test(path)) return false;
  const at = text.indexOf(NOTICE_TITLE);
  return at === 0 || (at > 0 && text.charAt(at - 1) === '\n');
}

/** Only a comment at the top counts: code that handles generated files names the marks too. */
function saysGenerated(head: string): boolean {
  return head.split('\n', MARK_LINES).some((line) => {
    const lower = line.toLowerCase();
    return (
      COMMENT_LINE.test(line) &&
      (lower.includes('@generated') || (lower.includes('do not edit') && lower.includes('generated')))
    );
  });
}

function isMinified(text: string): boolean {
  let long = 0;
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    if (end - start > LONG_LINE) long += end - start;
    start = end + 1;
  }
  return long > text.length * MINIFIED_SHARE;
}
