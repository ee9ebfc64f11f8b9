import type { LicenseRecord } from '../catalog/records';
import { recognizeText } from '../licenses/recognizeText';
import { baseName } from './pathRules';

/** What the tree itself shows of obligations that are met. */
export interface WorkspaceEvidence {
  /** Files that hold the words a licence wants shown or kept, by the words as the licence writes them. */
  readonly phrases: ReadonlyMap<string, readonly string[]>;
  /** Files that are a copy of a licence, by its key. */
  readonly licenseCopies: ReadonlyMap<string, readonly string[]>;
}

/** What one file shows. */
export interface FileEvidence {
  readonly phrases: readonly string[];
  readonly licenseCopy: string | undefined;
}

export const NO_EVIDENCE: FileEvidence = { phrases: [], licenseCopy: undefined };
const LICENSE_NAME = /licen[cs]e|copying|notice|terms|use.?policy/i;

/** Looks for the words of all licences at once, whatever their case and line breaks. A copy of a licence quotes its own words, which shows them to nobody. */
export class EvidenceFinder {
  private readonly phrases = new Map<string, string>();
  private readonly pattern: RegExp | undefined;

  constructor(licenses: readonly LicenseRecord[]) {
    const wanted = licenses.flatMap(({ obligations }) => obligations.filter(({ obligation }) => obligation !== 'name-prefix')
      .flatMap(({ text, alternatives = [] }) => (text === undefined ? [] : [text, ...alternatives])));
    for (const phrase of wanted) this.phrases.set(normalized(phrase), phrase);
    // The longest first: of two phrases that begin alike the longer one must be tried before the shorter ends the match.
    const alternatives = [...this.phrases.keys()].sort((a, b) => b.length - a.length).map(patternOf);
    this.pattern = alternatives.length === 0 ? undefined : new RegExp(alternatives.join('|'), 'gi');
  }

  find(path: string, text: string): FileEvidence {
    if (LICENSE_NAME.test(baseName(path))) {
      const licenseCopy = recognizeText(text)?.license;
      if (licenseCopy !== undefined) return { phrases: [], licenseCopy };
    }
    const matches = this.pattern === undefined ? [] : text.match(this.pattern) ?? [];
    if (matches.length === 0) return NO_EVIDENCE;
    const found = matches.map((match) => this.phrases.get(normalized(match))).filter((phrase) => phrase !== undefined);
    return { phrases: [...new Set(found)], licenseCopy: undefined };
  }
}

/** Gathers what files show. */
export class EvidenceCollector {
  private readonly phrases = new Map<string, string[]>();
  private readonly licenseCopies = new Map<string, string[]>();

  add(path: string, { phrases, licenseCopy }: FileEvidence): void {
    for (const phrase of phrases) listIn(this.phrases, phrase).push(path);
    if (licenseCopy !== undefined) listIn(this.licenseCopies, licenseCopy).push(path);
  }

  result(): WorkspaceEvidence {
    return { phrases: this.phrases, licenseCopies: this.licenseCopies };
  }
}

function listIn(map: Map<string, string[]>, key: string): string[] {
  let list = map.get(key);
  if (list === undefined) map.set(key, (list = []));
  return list;
}

function normalized(phrase: string): string {
  return phrase.toLowerCase().replaceAll('©', '(c)').replace(/\s+/g, ' ').trim();
}

/** Words may be wrapped, and the copyright sign be written out. */
function patternOf(phrase: string): string {
  return phrase.split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('\\(c\\)', '(?:\\(c\\)|©)')).join('\\s+');
}
