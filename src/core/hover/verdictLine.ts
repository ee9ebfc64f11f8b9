import { message, render, type Message } from '../message';
import type { LicenseSummary, Model } from '../model';
import type { Finding } from '../policy/finding';
import { isUse, NONE_STATED, SEVERITIES, type Severity } from '../vocabulary';
import { OPENNESS_WORDS } from '../wording';
import type { Card } from './card';
import { plain } from './markdown';

/** `**model** · license · openness · publisher, country · $(icon) what the policy makes of it`: all that most readers want. */
export function verdictLine(card: Card): string {
  const { model, reference, translate } = card;
  const name = `**${plain(model?.id ?? reference.id)}**`;
  if (model === undefined) {
    return [name, plain(render(message('nothing is known of this model'), translate)), resultOf(card)].join(
      ' · ',
    );
  }
  const facts = [
    licenseText(model.license.declared, card),
    render(OPENNESS_WORDS[model.openness.level], translate),
    publisherText(model, card),
  ];
  return [name, ...facts.map(plain), resultOf(card)].join(' · ');
}

function licenseText(declared: LicenseSummary | null, { model, translate }: Card): string {
  const { effective = null, also = [] } = model?.license ?? {};
  const inEffect =
    effective !== null &&
    ![declared, ...also].some((own) => own?.key === effective.key) &&
    effective.category !== 'unknown'
      ? nameOf(effective)
      : undefined;
  if (declared === null)
    return inEffect === undefined
      ? render(message('license unknown'), translate)
      : render(message('license unknown, in effect {0}', inEffect), translate);
  const own =
    declared.key === NONE_STATED
      ? render(message('no license stated'), translate)
      : declared.category === 'unknown'
        ? render(message('license unknown ({0})', declared.key), translate)
        : also.reduce(
            (text, license) => render(message('{0} and {1}', text, nameOf(license)), translate),
            nameOf(declared),
          );
  return inEffect === undefined ? own : render(message('{0}, in effect {1}', own, inEffect), translate);
}

/** `Apache License 2.0 (Apache-2.0)`; a name that already is the id stands alone. */
function nameOf({ name, spdx, key }: LicenseSummary): string {
  const id = spdx === null || spdx.startsWith('LicenseRef-') ? key : spdx;
  return name.toLowerCase() === id.toLowerCase() ? name : `${name} (${id})`;
}

function publisherText({ publisher }: Model, { translate, countryName }: Card): string {
  if (publisher === null) return render(message('publisher unknown'), translate);
  const country =
    publisher.country === null
      ? render(message('country unknown'), translate)
      : countryName(publisher.country);
  return `${publisher.name}, ${country}`;
}

const RESULTS: Readonly<Record<Severity, readonly [icon: string, word: Message]>> = {
  error: ['$(error)', message('not allowed')],
  warning: ['$(warning)', message('to be looked at')],
  information: ['$(info)', message('with a note')],
  hint: ['$(pass)', message('allowed')],
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
  if (context.policy === undefined) return isKnown(model) ? ['$(law)', message('no policy')] : UNKNOWN;
  if (worstOf(found) !== 'hint') return ['$(pass)', message('allowed by exception')];
  return isKnown(model) ? RESULTS.hint : UNKNOWN;
}

const UNKNOWN = ['$(question)', message('unknown')] as const;

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
