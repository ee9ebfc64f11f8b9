import type { Translate } from '../message';
import type { Model } from '../model';
import { findingsFor, type EvaluationContext } from '../policy/evaluate';
import type { Finding } from '../policy/finding';
import { subjectOf } from '../policy/subject';
import type { ModelReference } from '../reference';
import { contradictionLine, definitionLine, evidenceLine, lineageLine, statusLine } from './factLines';
import { linksLine } from './linksLine';
import { lookUpLine, type LookUpNote } from './lookUpLine';
import { termsLines } from './termsLines';
import { verdictLine } from './verdictLine';

/** What a link in a hover may run; the host turns it into a command of its own, or leaves it out. */
export type HoverCommand = 'showModel' | 'showLicense' | 'showRule' | 'lookUpOnHub';

export interface HoverSubject {
  readonly reference: ModelReference;
  readonly model: Model | undefined;
  /** Those about this reference, less what is silenced. */
  readonly findings: readonly Finding[];
  readonly context: EvaluationContext;
  /** 1-based line of `reference.definedAt`, where the name is only used here. */
  readonly definedOnLine?: number;
  /** How the look-up beyond the catalogue stands, where there is something to say of it. */
  readonly lookUp?: LookUpNote;
}

export interface HoverOptions {
  readonly translate: Translate;
  /** The address of a link that runs a command; `undefined` where the host has none for it. */
  readonly commandLink: (command: HoverCommand, args: readonly string[]) => string | undefined;
  /** Name of a country, `Japan (JP)`, in the reader's language. */
  readonly countryName: (code: string) => string;
}

/** Everything a line of the card is made from. */
export interface Card extends HoverSubject, HoverOptions {
  readonly terms: ReturnType<typeof subjectOf>;
  /** What the rules find before anything silences it. A mention is judged as if it were a use, which is what its reader wants to know. */
  readonly found: readonly Finding[];
}

/**
 * What there is to know about a model name, as Markdown without HTML: the verdict first, then what the terms ask of this project,
 * lineage, evidence and links; at most about ten lines. It needs `$(icons)` to be rendered.
 */
export function hoverCard(subject: HoverSubject, options: HoverOptions): string {
  const used: ModelReference = subject.reference.role === 'mentions' ? { ...subject.reference, role: 'loads' } : subject.reference;
  const card: Card = {
    ...subject, ...options, terms: { ...subjectOf(used, subject.context), model: subject.model }, found: findingsFor(used, subject.context),
  };
  const lines = [verdictLine(card), ...termsLines(card), lineageLine(card), statusLine(card), contradictionLine(card), definitionLine(card), evidenceLine(card), lookUpLine(card), linksLine(card)];
  return paragraphs(lines.filter((line) => line !== undefined));
}

/** Bullets that follow each other are one list. */
function paragraphs(lines: readonly string[]): string {
  return lines.reduce((text, line, index) => {
    if (index === 0) return line;
    const inList = line.startsWith('- ') && (lines[index - 1] ?? '').startsWith('- ');
    return `${text}${inList ? '\n' : '\n\n'}${line}`;
  }, '');
}
