import type { Catalog, LicenseRecord, ObligationTerm } from '../catalog/records';
import { recognizeText } from '../licenses/recognizeText';
import { isStatement } from './statement';

/** A place in a workspace, as people name it; the line counts from 1. */
export interface EvidencePlace {
  readonly path: string;
  readonly line: number;
}

/** What the files of a workspace show of what licenses ask for. The first place in the order of the paths is the one that is named. */
export interface WorkspaceEvidence {
  /** Where words that a license wants shown or shipped are said to people. */
  words(words: string): EvidencePlace | undefined;
  /** Where the text of a license lies, by its key. */
  licenseText(key: string): EvidencePlace | undefined;
}

/** Files in which license texts are kept, and among them those that only speak of licenses. */
const LICENSE_FILE = /(?:licen[cs]e|copying|notice|terms)[^/]*$|(?:^|\/)licen[cs]es\/[^/]+\.(?:txt|md)$/i;
const NOTICE_FILE = /notice[^/]*$/i;
/** A license says what it is at its start. */
const TITLE_REACH = 300;
/** A shorter text only says where the license is. */
const LEAST_TEXT = 800;
/** Shorter names (`MIT`) stand in many texts that are something else. */
const MIN_NAME_LENGTH = 12;

/** What one file shows. */
export interface FileEvidence {
  /** Required words as they are compared, and the line on which they are first said. */
  readonly words: readonly { readonly words: string; readonly line: number }[];
  /** Key of the license that the file is a copy of. */
  readonly license: string | undefined;
}

export const NO_EVIDENCE: FileEvidence = { words: [], license: undefined };

/** Looks for the required words of all licenses, and for license texts, in one pass over a file. */
export class EvidenceFinder {
  private readonly pattern: RegExp | undefined;

  constructor(private readonly catalog: Catalog) {
    const phrases = catalog.licenses.flatMap(({ obligations }) =>
      obligations.filter(({ obligation }) => obligation !== 'name-prefix').flatMap(wordsOf),
    );
    // The longest first, so that "Built with MiniMax M2.5" is not taken for "Built with MiniMax M2".
    const sorted = [...new Set(phrases.map(normalize))].sort((a, b) => b.length - a.length);
    this.pattern = sorted.length === 0 ? undefined : new RegExp(sorted.map(patternOf).join('|'), 'gi');
  }

  find(path: string, text: string): FileEvidence {
    const copied = LICENSE_FILE.test(path) ? recognizeText(text)?.license : undefined;
    // A copy of a license quotes the words it asks for, which shows them to nobody.
    if (copied !== undefined) return { words: [], license: copied };
    const license =
      LICENSE_FILE.test(path) && !NOTICE_FILE.test(path) ? this.namedAtStart(text)?.key : undefined;
    const words = new Map<string, number>();
    for (const { 0: found, index } of this.pattern === undefined ? [] : text.matchAll(this.pattern)) {
      if (
        !words.has(normalize(found)) &&
        isStatement({ start: index, end: index + found.length }, { path, text })
      )
        words.set(normalize(found), index);
    }
    if (words.size === 0 && license === undefined) return NO_EVIDENCE;
    return {
      words: [...words].map(([found, index]) => ({ words: found, line: lineAt(text, index) })),
      license,
    };
  }

  private namedAtStart(text: string): LicenseRecord | undefined {
    if (text.length < LEAST_TEXT) return undefined;
    const head = text.slice(0, TITLE_REACH).toLowerCase().replace(/\s+/g, ' ');
    return this.catalog.licenses.find(
      ({ name }) => name.length >= MIN_NAME_LENGTH && head.includes(name.toLowerCase()),
    );
  }
}

/** Gathers what the files of a workspace show. */
export class EvidenceCollector implements WorkspaceEvidence {
  private readonly places = new Map<string, EvidencePlace>();
  private readonly copies = new Map<string, EvidencePlace>();

  add(path: string, { words, license }: FileEvidence): void {
    for (const { words: found, line } of words)
      if (!this.places.has(found)) this.places.set(found, { path, line });
    if (license !== undefined && !this.copies.has(license)) this.copies.set(license, { path, line: 1 });
  }

  words(words: string): EvidencePlace | undefined {
    return this.places.get(normalize(words));
  }

  licenseText(key: string): EvidencePlace | undefined {
    return this.copies.get(key);
  }
}

/** The words of a duty, and those that do as well. */
function wordsOf({ text, alternatives = [] }: ObligationTerm): readonly string[] {
  return text === undefined ? alternatives : [text, ...alternatives];
}

/** Line ends and the two ways to write a copyright mark make no difference. */
function normalize(words: string): string {
  return words
    .toLowerCase()
    .replace(/\(c\)/g, '©')
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

function patternOf(words: string): string {
  return words
    .split(' ')
    .map((word) =>
      word
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replaceAll('©', '(?:©|\\(c\\))')
        .replaceAll('"', '["“”]'),
    )
    .join('\\s+');
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
