import { SIGNATURES, type TextSignature } from './textSignatures';

export interface RecognizedText {
  /** Key of the license. */
  readonly license: string;
  /** The words that told, as a person can find them in the file (in lower case). */
  readonly evidence: string;
}

/** Licenses are short; what stands further down a file is something else. */
const MAX_LENGTH = 200_000;
/** A title stands within this many characters, after copyright lines and addresses. */
const TITLE_REACH = 600;

/**
 * Which license a text is, by its title and by lines that only it has. `undefined` where no signature fits: a near miss is
 * never reported, because texts that look like a well-known license often differ in the one clause that matters.
 */
export function recognizeText(text: string): RecognizedText | undefined {
  const body = flatten(text.slice(0, MAX_LENGTH));
  const head = body.slice(0, TITLE_REACH);
  const found = SIGNATURES.find((signature) => fits(signature, head, body));
  return found && { license: found.license, evidence: found.title ?? found.lines[0] ?? '' };
}

function fits({ title, lines, without }: TextSignature, head: string, body: string): boolean {
  return (
    (title === undefined || head.includes(title)) &&
    lines.every((line) => body.includes(line)) &&
    without?.some((line) => body.includes(line)) !== true
  );
}

/** One line in lower case, without the marks of Markdown and with plain quotes, so that wrapping and typesetting do not matter. */
function flatten(text: string): string {
  return text
    .toLowerCase()
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[*_#>`]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
