import type { Catalog, LicenseRecord, ObligationTerm } from '../catalog/records';
import { recognizeText } from '../licenses/recognizeText';

/** A place in a workspace, as people name it; the line counts from 1. */
export interface EvidencePlace {
  readonly path: string;
  readonly line: number;
}

/** What the files of a workspace show of what licences ask for. The first place in the order of the paths is the one that is named. */
export interface WorkspaceEvidence {
  /** Where words that a licence wants shown or shipped stand. */
  words(words: string): EvidencePlace | undefined;
  /** Where the text of a licence lies, by its key. */
  licenseText(key: string): EvidencePlace | undefined;
}

/** Files in which licence texts are kept. */
const LICENSE_FILE = /(?:licen[cs]e|copying|notice|terms)[^/]*$/i;
/** A licence says what it is near its start. */
const TITLE_REACH = 2_000;
/** Shorter names (`MIT`) stand in many texts that are something else. */
const MIN_NAME_LENGTH = 12;

/** Looks for required words and licence texts, one file at a time, in one pass over each. */
export class EvidenceCollector implements WorkspaceEvidence {
  private readonly places = new Map<string, EvidencePlace>();
  private readonly copies = new Map<string, EvidencePlace>();
  private readonly pattern: RegExp | undefined;

  constructor(private readonly catalog: Catalog) {
    const phrases = catalog.licenses.flatMap(({ obligations }) => obligations.filter(({ obligation }) => obligation !== 'name-prefix').flatMap(wordsOf));
    // The longest first, so that "Built with MiniMax M2.5" is not taken for "Built with MiniMax M2".
    const sorted = [...new Set(phrases.map(normalize))].sort((a, b) => b.length - a.length);
    this.pattern = sorted.length === 0 ? undefined : new RegExp(sorted.map(patternOf).join('|'), 'gi');
  }

  add(path: string, text: string): void {
    for (const { 0: found, index } of this.pattern === undefined ? [] : text.matchAll(this.pattern)) {
      this.keep(this.places, normalize(found), () => ({ path, line: lineAt(text, index) }));
    }
    if (!LICENSE_FILE.test(path)) return;
    const recognized = recognizeText(text)?.license ?? this.namedAtStart(text)?.key;
    if (recognized !== undefined) this.keep(this.copies, recognized, () => ({ path, line: 1 }));
  }

  words(words: string): EvidencePlace | undefined {
    return this.places.get(normalize(words));
  }

  licenseText(key: string): EvidencePlace | undefined {
    return this.copies.get(key);
  }

  private keep(map: Map<string, EvidencePlace>, key: string, place: () => EvidencePlace): void {
    if (!map.has(key)) map.set(key, place());
  }

  private namedAtStart(text: string): LicenseRecord | undefined {
    const head = text.slice(0, TITLE_REACH).toLowerCase().replace(/\s+/g, ' ');
    return this.catalog.licenses.find(({ name }) => name.length >= MIN_NAME_LENGTH && head.includes(name.toLowerCase()));
  }
}

/** The words of a duty, and those that do as well. */
function wordsOf({ text, alternatives = [] }: ObligationTerm): readonly string[] {
  return text === undefined ? alternatives : [text, ...alternatives];
}

/** Line ends and the two ways to write a copyright mark make no difference. */
function normalize(words: string): string {
  return words.toLowerCase().replace(/\(c\)/g, '©').replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/\s+/g, ' ').trim();
}

function patternOf(words: string): string {
  return words.split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('©', '(?:©|\\(c\\))').replaceAll('"', '["“”]')).join('\\s+');
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
