import type { Catalog, LicenseRecord, ObligationTerm } from '../catalog/records';
import { recognizeText } from '../licenses/recognizeText';
import { escapeRegExp } from '../text/escapeRegExp';
import { gramsOf } from '../text/grams';
import { matchesOf } from '../text/matches';
import { memoized } from '../text/memo';
import { covers, type TextRange } from '../text/range';
import { hasReader, isSaidToPeople } from './statement';

/** A place in a workspace, as people name it; the line counts from 1. */
export interface EvidencePlace {
  readonly path: string;
  readonly line: number;
}

/** What the files of a workspace show of what licenses ask for. The first place in the order of the paths is the one that is named. */
export interface WorkspaceEvidence {
  /** Where words that a license wants shipped stand. */
  words(words: string): EvidencePlace | undefined;
  /** Where words are shown to people: licenses ask for a display in an interface, a website or documentation, which a notice file is not. */
  shown(words: string): EvidencePlace | undefined;
  /**
   * Where the text of a license lies, by its key, that is no copy of what others than some grant.
   * @param makers ids of the organizations that made the model
   */
  licenseText(key: string, makers: ReadonlySet<string>): EvidencePlace | undefined;
}

/** Files in which license texts are kept, and among them those that only speak of licenses. */
const LICENSE_FILE = /(?:licen[cs]e|copying|notice|terms)[^/]*$|(?:^|\/)licen[cs]es\/[^/]+\.(?:txt|md)$/i;
const NOTICE_FILE = /notice[^/]*$/i;
/** What sets the parts of a notice file apart: lines of marks under a heading or between texts. */
const PART_END = /^[ \t]*[-=*_#~]{3,}[ \t]*$/gm;
/** Words of which a license text has many, and a notice that names licenses hardly one. */
const LEGAL_WORDS =
  /\b(?:shall|means?|hereby|here(?:in|under|of)|there(?:of|from)|grants?|granted|permitted)\b/gi;
const LEAST_LEGAL_WORDS = 4;
/** A license says what it is at its start. */
const TITLE_REACH = 300;
/** A shorter text only says where the license is. */
const LEAST_TEXT = 800;
/** Shorter names (`MIT`) stand in many texts that are something else. */
const MIN_NAME_LENGTH = 12;

/** The license file of the project itself. */
const OWN_LICENSE = /^(?:licen[cs]e|copying)(?:-(?:mit|bsd|isc))?(?:\.(?:txt|md|rst))?$/i;
/** The line of a short license (MIT, BSD, ISC) that names who grants it, with a year. */
const HOLDER = /^[ \t]*copyright\b[^\n\d]*\d{4}/gim;
/** Longer texts are the same whoever grants the license, and name at most who wrote them. */
const LONGEST_WITH_HOLDER = 4_000;

/** The line that names who grants a license, also without a year. */
const HOLDER_LINE = /^[ \t]*copyright[ \t]+(?:\(c\)|©|\d{4})[^\n]{0,200}/gim;
/** Fewer letters are part of other words. */
const LEAST_NAME = 3;

/** Whether a text is the grant of the project: what another licensor grants in the same words asks to be kept with that one's name. */
function isOfProject(path: string, text: string): boolean {
  return OWN_LICENSE.test(path) && text.length <= LONGEST_WITH_HOLDER && text.match(HOLDER)?.length === 1;
}

/** What one file shows. */
export interface FileEvidence {
  /** Required words as they are compared, and the line on which they are first said. */
  readonly words: readonly { readonly words: string; readonly line: number }[];
  /** The licenses whose text is in the file. */
  readonly licenses: readonly LicenseCopy[];
}

/** The text of a license in a file. */
export interface LicenseCopy {
  readonly license: string;
  /** Ids of the organizations of the catalog that it names as those who grant it; absent where it names none of them. */
  readonly holders?: readonly string[];
}

export const NO_EVIDENCE: FileEvidence = { words: [], licenses: [] };

/** Looks for the required words of all licenses, and for license texts, in one pass over a file. */
export class EvidenceFinder {
  private readonly phrases: Phrases;

  constructor(private readonly catalog: Catalog) {
    const phrases = catalog.licenses.flatMap(({ obligations }) =>
      obligations.filter(({ obligation }) => obligation !== 'name-prefix').flatMap(wordsOf),
    );
    this.phrases = new Phrases(phrases);
  }

  find(path: string, text: string): FileEvidence {
    if (NOTICE_FILE.test(path)) return this.inNotice(path, text);
    const copied = LICENSE_FILE.test(path) ? recognizeText(text)?.license : undefined;
    // A copy of a license quotes the words it asks for, which shows them to nobody.
    if (copied !== undefined)
      return { words: [], licenses: isOfProject(path, text) ? [] : [this.copyOf(copied, text)] };
    const license = LICENSE_FILE.test(path) ? this.namedAtStart(text)?.key : undefined;
    return evidenceOf(text, this.wordsIn(path, text), license === undefined ? [] : [{ license }]);
  }

  /** A notice file names many licenses, and may hold the texts of some: it is a copy of those whose text is in one of its parts. */
  private inNotice(path: string, text: string): FileEvidence {
    const parts = partsOf(text).map((part) => ({ ...part, license: copiedIn(part.text) }));
    const copies = parts.flatMap(({ license, text: part }) =>
      license === undefined ? [] : [this.copyOf(license, part)],
    );
    const quoted = parts.filter(({ license }) => license !== undefined);
    const words = this.wordsIn(path, text).filter(({ at }) => !quoted.some((range) => covers(range, at)));
    return evidenceOf(text, words, copies);
  }

  /** A short license is a grant of those whom it names; a long one is the same whoever grants it. */
  private copyOf(license: string, text: string): LicenseCopy {
    if (text.length > LONGEST_WITH_HOLDER) return { license };
    const lines = [...matchesOf(text, HOLDER_LINE)].map(([line]) => ` ${inWords(line)} `);
    const isNamed = (name: string): boolean =>
      name.length >= LEAST_NAME && lines.some((line) => line.includes(` ${inWords(name)} `));
    const holders = this.catalog.organizations.filter(({ id, name }) => isNamed(id) || isNamed(name));
    return { license, ...(holders.length > 0 && { holders: holders.map(({ id }) => id) }) };
  }

  /** The required words in a file, wherever they are said. */
  private wordsIn(path: string, text: string): readonly SaidWords[] {
    if (!hasReader(path)) return [];
    return this.phrases
      .in(text)
      .filter(({ start, end }) => isSaidToPeople({ start, end }, { path, text }))
      .map(({ start, end }) => ({ words: normalize(text.slice(start, end).replace(GAPS, ' ')), at: start }));
  }

  private namedAtStart(text: string): LicenseRecord | undefined {
    if (text.length < LEAST_TEXT) return undefined;
    const head = text.slice(0, TITLE_REACH).toLowerCase().replace(/\s+/g, ' ');
    return this.catalog.licenses.find(
      ({ name }) => name.length >= MIN_NAME_LENGTH && head.includes(name.toLowerCase()),
    );
  }
}

/** Finds phrases in texts, whatever the case of their letters and the blanks between their words. */
class Phrases {
  /** The longest first, so that "Built with MiniMax M2.5" is not taken for "Built with MiniMax M2". */
  private readonly sorted: readonly Phrase[];

  constructor(phrases: readonly string[]) {
    const sorted = [...new Set(phrases.map(normalize))].sort((a, b) => b.length - a.length);
    this.sorted = sorted.map(phraseOf);
  }

  /** Where they stand, in order; none within another one. */
  in(text: string): readonly TextRange[] {
    const found: TextRange[] = [];
    const grams = gramsOf(text);
    // They begin with words that are in every text; hardly a text has all the words of any.
    const may = this.sorted.filter(
      ({ words, longest }) => words.every((word) => grams.mayHave(word)) && longest.test(text),
    );
    if (may.length === 0) return found;
    const { first, whole } = formsOf(may.map(({ phrase }) => phrase).join('\n'));
    for (let from = 0; ; ) {
      first.lastIndex = from;
      const start = first.exec(text)?.index;
      if (start === undefined) return found;
      whole.lastIndex = start;
      if (whole.test(text)) found.push({ start, end: whole.lastIndex });
      from = Math.max(start + 1, whole.lastIndex);
    }
  }
}

interface Phrase {
  readonly phrase: string;
  /** Stretches of its words that are the same however it is written, but for the case of letters. */
  readonly words: readonly string[];
  readonly longest: RegExp;
}

function phraseOf(phrase: string): Phrase {
  const words = phrase.match(/[^\s"(©)\x7f-\uffff]{4,}/g) ?? [];
  const longest = words.reduce((one, other) => (other.length > one.length ? other : one), '');
  return { phrase, words, longest: new RegExp(escapeRegExp(longest), 'i') };
}

interface PhraseForms {
  /** The words that phrases begin with: at most places of a text none does, which this tells much sooner than {@link whole}. */
  readonly first: RegExp;
  /** All phrases, at one place. */
  readonly whole: RegExp;
}

/** Forms of phrases, which are given with line ends between them: many texts may have the same few. */
const formsOf = memoized((joined): PhraseForms => {
  const phrases = joined.split('\n');
  const first = new Set(phrases.map((phrase) => phrase.split(' ', 1).join()));
  return { first: new RegExp(anyOf([...first]), 'gi'), whole: new RegExp(anyOf(phrases), 'iy') };
}, 100);

/** An expression for any of some phrases. */
function anyOf(phrases: readonly string[]): string {
  return phrases.map(patternOf).join('|');
}

interface SaidWords {
  readonly words: string;
  /** Offset in the file. */
  readonly at: number;
}

/** Letters and digits in lower case, with one blank between words. */
function inWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function evidenceOf(
  text: string,
  said: readonly SaidWords[],
  licenses: readonly LicenseCopy[],
): FileEvidence {
  const first = new Map<string, number>();
  for (const { words, at } of said) if (!first.has(words)) first.set(words, at);
  return { words: [...first].map(([words, at]) => ({ words, line: lineAt(text, at) })), licenses };
}

interface Part {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The parts of a notice file, each with the heading over its line of marks; the heading ends the part before it, too. */
function partsOf(text: string): readonly Part[] {
  const edges = [...matchesOf(text, PART_END)].map(({ index }) => lineBefore(text, index));
  return [0, ...edges].map((start, at) => {
    const end = Math.max(start, edges[at] ?? text.length);
    return { start, end, text: text.slice(start, end) };
  });
}

/** Where the line above the one at an offset begins. */
function lineBefore(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 2) + 1;
}

/** The license whose text a part of a notice file is. A title and the name of the publisher make no text: its own sentences do. */
function copiedIn(part: string): string | undefined {
  const license = recognizeText(part)?.license;
  return [...matchesOf(part, LEGAL_WORDS)].length >= LEAST_LEGAL_WORDS ? license : undefined;
}

/** Gathers what the files of a workspace show. */
export class EvidenceCollector implements WorkspaceEvidence {
  private readonly places = new Map<string, EvidencePlace>();
  private readonly displays = new Map<string, EvidencePlace>();
  private readonly copies: (LicenseCopy & { readonly place: EvidencePlace })[] = [];

  add(path: string, { words, licenses }: FileEvidence): void {
    for (const { words: found, line } of words) {
      keepFirst(this.places, found, { path, line });
      if (!NOTICE_FILE.test(path)) keepFirst(this.displays, found, { path, line });
    }
    for (const copy of licenses) this.copies.push({ ...copy, place: { path, line: 1 } });
  }

  words(words: string): EvidencePlace | undefined {
    return this.places.get(normalize(words));
  }

  shown(words: string): EvidencePlace | undefined {
    return this.displays.get(normalize(words));
  }

  licenseText(key: string, makers: ReadonlySet<string>): EvidencePlace | undefined {
    return this.copies.find(
      ({ license, holders }) =>
        license === key && (holders === undefined || holders.some((id) => makers.has(id))),
    )?.place;
  }
}

function keepFirst(places: Map<string, EvidencePlace>, key: string, place: EvidencePlace): void {
  if (!places.has(key)) places.set(key, place);
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
    .map((word) => escapeRegExp(word).replaceAll('©', '(?:©|\\(c\\))').replaceAll('"', '["“”]'))
    .join(GAP);
}

/**
 * What may stand between two words that are read one behind the other: blanks, also as entities and in braces of JSX, and
 * mark-up, as in `Built with <a href="…">Llama</a>` and `Built with [**Llama**](…)`.
 */
const BLANK = String.raw`(?:\s|&nbsp;|&#160;|&#xa0;|\{(?:" "|' ')\})`;
const MARK_UP = String.raw`(?:</?[a-z][^<>]{0,300}>|[*_[]{1,3})`;
const GAP = String.raw`(?:${MARK_UP}{0,3}${BLANK}+(?:${MARK_UP}${BLANK}*){0,3})`;
const GAPS = new RegExp(GAP, 'gi');

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
