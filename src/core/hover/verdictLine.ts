import { message, render } from '../message';
import { excusesOf } from '../policy/evaluate';
import type { Finding } from '../policy/finding';
import { type Reservation, unreadTerms } from '../policy/reservations';
import { verdictOfUse } from '../policy/verdict';
import { isUse, type Verdict } from '../vocabulary';
import { verdictWord } from '../wording';
import type { Card } from './card';
import { plain } from './markdown';

/** `$(icon) what comes of the use · **model**`: the answer comes before its reasons. */
export function verdictLine(card: Card): string {
  const { model, reference, translate } = card;
  const word = plain(render(wordOf(card), translate));
  return `${iconOf(card)} ${word} · **${plain(model?.id ?? reference.id)}**`;
}

/**
 * That only an audit tells whether duties are done, where the host of the card does not: it has to read the whole
 * project.
 */
export function dutiesLine(card: Card): string | undefined {
  const { leavesDuties, reference, context, translate } = card;
  const isAsked = leavesDuties === true && isUse(reference.role) && context.policy !== undefined;
  return isAsked && verdictOf(card) === 'obligations'
    ? plain(render(message('Whether the project does what is asked, only `audit` checks'), translate))
    : undefined;
}

const ICONS: Readonly<Record<Verdict, string>> = {
  ok: '$(pass)',
  obligations: '$(pass)',
  review: '$(warning)',
  conflict: '$(error)',
  unknown: '$(question)',
};

function wordOf(card: Card): ReturnType<typeof verdictWord> {
  return verdictWord(verdictOf(card), card.context.policy !== undefined, reservationsOf(card));
}

function iconOf(card: Card): string {
  const verdict = verdictOf(card);
  if (verdict !== 'ok' && verdict !== 'obligations') return ICONS[verdict];
  if (card.context.policy === undefined) return '$(law)';
  return told(card).some(({ severity }) => severity !== 'hint') ? '$(info)' : ICONS[verdict];
}

function verdictOf(card: Card): Verdict {
  const { used, model, context } = card;
  return verdictOfUse({ reference: used, model, findings: told(card), context });
}

/** What is mentioned or listed is judged as if it were used, which is what its reader wants to know. */
function told({ reference, findings, found }: Card): readonly Finding[] {
  return isUse(reference.role) ? findings : found;
}

/** What is mentioned or listed is silenced by nothing, since nothing is found about it. */
function reservationsOf({ used, terms, found, findings, context, reference }: Card): readonly Reservation[] {
  return [
    ...(isUse(reference.role) ? excusesOf(found, findings, context) : []),
    ...unreadTerms(used, () => terms.service, context),
  ];
}
