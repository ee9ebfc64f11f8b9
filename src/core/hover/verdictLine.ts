import { message, render } from '../message';
import type { Finding } from '../policy/finding';
import { verdictOfUse } from '../policy/verdict';
import { isUse, type Verdict } from '../vocabulary';
import { verdictWord } from '../wording';
import type { Card } from './card';
import { plain } from './markdown';

/** `$(icon) what comes of the use · **model**`: the answer comes before its reasons. */
export function verdictLine(card: Card): string {
  const { model, reference, translate } = card;
  const parts = [`${iconOf(card)} ${plain(render(wordOf(card), translate))}`];
  if (isExcused(card)) parts.push(plain(render(message('by exception'), translate)));
  return [...parts, `**${plain(model?.id ?? reference.id)}**`].join(' · ');
}

const ICONS: Readonly<Record<Verdict, string>> = {
  ok: '$(pass)',
  obligations: '$(pass)',
  review: '$(warning)',
  conflict: '$(error)',
  unknown: '$(question)',
};

function wordOf(card: Card): ReturnType<typeof verdictWord> {
  return verdictWord(verdictOf(card), card.context.policy !== undefined);
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

/** Whether it would not be allowed, were it not for an exception or an ignore comment. */
function isExcused(card: Card): boolean {
  const verdict = verdictOf(card);
  return (
    card.context.policy !== undefined &&
    (verdict === 'ok' || verdict === 'obligations') &&
    isUse(card.reference.role) &&
    card.found.some(({ severity }) => severity === 'error' || severity === 'warning')
  );
}
