import { explanationOf } from '../explain/explanation';
import type { ModelReference } from '../reference';
import { findingsFor } from '../policy/evaluate';
import { subjectOf } from '../policy/subject';
import { isUse } from '../vocabulary';
import type { Card, HoverOptions, HoverSubject } from './card';
import {
  contradictionLine,
  definitionLine,
  evidenceLine,
  lineageLine,
  reasonsLine,
  statusLine,
} from './factLines';
import { linksLine } from './linksLine';
import { lookUpLine } from './lookUpLine';
import { serviceLine } from './serviceLine';
import { summaryLine } from './summaryLine';
import { termsLines } from './termsLines';
import { verdictLine } from './verdictLine';

/**
 * What there is to know about a model name, as Markdown without HTML: the verdict first, then what the terms ask of this project,
 * lineage, evidence and links; at most about ten lines. It needs `$(icons)` to be rendered.
 */
export function hoverCard(subject: HoverSubject, options: HoverOptions): string {
  const used: ModelReference = isUse(subject.reference.role)
    ? subject.reference
    : { ...subject.reference, role: 'loads' };
  const card: Card = {
    ...subject,
    ...options,
    used,
    terms: { ...subjectOf(used, subject.context), model: subject.model },
    found: findingsFor(used, subject.context),
    explanation: explanationOf(subject),
  };
  return blocks([
    [verdictLine(card), summaryLine(card), serviceLine(card)],
    termsLines(card),
    [lineageLine(card), statusLine(card), contradictionLine(card), definitionLine(card), reasonsLine(card)],
    [evidenceLine(card), lookUpLine(card), linksLine(card)],
  ]);
}

/** Lines of a block follow each other closely, since each gap costs a line of what is seen without scrolling. */
function blocks(all: readonly (readonly (string | undefined)[])[]): string {
  return all
    .map((lines) => lines.filter((line) => line !== undefined))
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join((lines[0] ?? '').startsWith('- ') ? '\n' : HARD_BREAK))
    .join('\n\n');
}

const HARD_BREAK = '  \n';
