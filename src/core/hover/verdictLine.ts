import { message, render, type Message } from '../message';
import type { Model } from '../model';
import type { Finding } from '../policy/finding';
import { isUse, SEVERITIES, type Severity } from '../vocabulary';
import type { Card } from './card';
import { plain } from './markdown';

/** `$(icon) what the policy makes of it · **model**`: the answer comes before its reasons. */
export function verdictLine(card: Card): string {
  const { model, reference } = card;
  return `${resultOf(card)} · **${plain(model?.id ?? reference.id)}**`;
}

const RESULTS: Readonly<Record<Severity, readonly [icon: string, word: Message]>> = {
  error: ['$(error)', message('Not allowed')],
  warning: ['$(warning)', message('Needs review')],
  information: ['$(info)', message('Allowed, with remarks')],
  hint: ['$(pass)', message('Allowed')],
};

/** What the policy makes of it, in a word with an icon. What is not known is never called allowed. */
function resultOf(card: Card): string {
  const [icon, word] = result(card);
  return `${icon} ${plain(render(word, card.translate))}`;
}

function result({ findings, found, reference, context, model }: Card): readonly [string, Message] {
  const shown = !isUse(reference.role) ? found : findings;
  const worst = worstOf(shown);
  if (worst !== 'hint') return RESULTS[worst];
  if (context.policy === undefined) return isKnown(model) ? ['$(law)', message('No policy')] : UNKNOWN;
  if (worstOf(found) !== 'hint') return ['$(pass)', message('Allowed by exception')];
  return isKnown(model) ? RESULTS.hint : UNKNOWN;
}

const UNKNOWN = ['$(question)', message('Unknown')] as const;

function worstOf(findings: readonly Finding[]): Severity {
  return SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity)) ?? 'hint';
}

function isKnown(model: Model | undefined): boolean {
  const { declared = null, also = [] } = model?.license ?? {};
  return (
    declared !== null &&
    declared.category !== 'none-stated' &&
    [declared, ...also].every(({ category }) => category !== 'unknown')
  );
}
