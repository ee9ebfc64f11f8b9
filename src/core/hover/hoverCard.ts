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
import { drawnLines, MAX_LINES } from './lines';
import { detailsLink, linksLine } from './linksLine';
import { lookUpLine } from './lookUpLine';
import { serviceLine } from './serviceLine';
import { summaryLine } from './summaryLine';
import { termsLines } from './termsLines';
import { dutiesLine, verdictLine } from './verdictLine';

/**
 * What there is to know about a model name, as Markdown without HTML: the verdict first, then what the terms ask of this project, and
 * links; at most nine lines once drawn. Reasons, evidence and sources are on the page of details, and in the card only where the host
 * has no such page. It needs `$(icons)` to be rendered.
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
  const head = [verdictLine(card), summaryLine(card), serviceLine(card)].filter(isSaid);
  const hasDetails = detailsLink(card) !== undefined;
  const foot = (lineage: string | undefined): readonly string[] =>
    [
      dutiesLine(card),
      lineage,
      statusLine(card),
      contradictionLine(card),
      definitionLine(card),
      ...(hasDetails ? [] : [reasonsLine(card), evidenceLine(card)]),
      lookUpLine(card),
      linksLine(card),
    ].filter(isSaid);
  const roomWith = (lines: readonly string[]): number =>
    MAX_LINES - [...head, ...lines].reduce((sum, line) => sum + drawnLines(line), 0);
  const whole = foot(lineageLine(card));
  // What the bases change is said by the license in effect too, and by the page of details at length.
  const kept = hasDetails && roomWith(whole) < ONE_TERM ? foot(undefined) : whole;
  return [head.join(HARD_BREAK), termsLines(card, roomWith(kept)).join('\n'), kept.join(HARD_BREAK)]
    .filter((block) => block !== '')
    .join('\n\n');
}

function isSaid(line: string | undefined): line is string {
  return line !== undefined;
}

/** Lines that the first of the terms may take with the link to the others. */
const ONE_TERM = 2;

/** Lines of a block follow each other closely, since each gap costs a line of what is seen without scrolling. */
const HARD_BREAK = '  \n';
