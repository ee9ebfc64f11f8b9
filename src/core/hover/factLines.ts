import { decisionText } from '../explain/explanation';
import { labeled, message, render, type Message } from '../message';
import { type Evidence, hintOfOwnName, type Model } from '../model';
import { hasEnded } from '../modelStatus';
import { isUse, SEVERITIES } from '../vocabulary';
import { CONFIDENCE_WORDS, EVIDENCE_WORDS, LINEAGE_WORDS } from '../wording';
import type { Card } from './card';
import { plain } from './markdown';

/** More bases than this are a merge that its page lists. */
const MAX_BASES = 2;

/**
 * `fine-tuned from X (license; publisher, country)`: what the model carries on, where that is other than what it says of itself; else
 * whose models its name hints at.
 */
export function lineageLine(card: Card): string | undefined {
  return toldLineage(card) ?? hintedLineage(card);
}

function hintedLineage({ model, translate, countryName, context: { catalog } }: Card): string | undefined {
  const own = model && hintOfOwnName(model);
  const hints = (model?.origin ?? []).filter((link) => link.probable === true && link !== own);
  if (hints.length === 0) return undefined;
  const names = hints.map(({ model: name, organization, country }) => {
    const place = [
      catalog.organization(organization ?? '')?.name,
      country === null ? undefined : countryName(country),
    ];
    return `${name} (${place.filter((part) => part !== undefined).join(', ')})`;
  });
  return `$(git-merge) ${plain(
    render(
      message('perhaps made from {0}, as a name suggests: no source records it', names.join(', ')),
      translate,
    ),
  )}`;
}

function toldLineage(card: Card): string | undefined {
  const { model, translate } = card;
  const [first] = model?.lineage ?? [];
  if (model === undefined || first === undefined || !model.lineage.some((base) => isOther(base, model)))
    return undefined;
  const bases = model.lineage
    .slice(0, MAX_BASES)
    .map((base) => `${base.model}${detailsOf(base, model, card)}`);
  const more = model.lineage.length - bases.length;
  const rest = more > 0 ? [render(message('{0} more', more), translate)] : [];
  return `$(git-merge) ${plain(labeled(render(LINEAGE_WORDS[first.relation], translate), [...bases, ...rest].join(', ')))}`;
}

/** Whether a base has another license or comes from another publisher or country than the model. */
function isOther({ model: id, license }: Model['lineage'][number], model: Model): boolean {
  const origin = model.origin.find((link) => link.model === id);
  return (
    license !== (model.license.declared?.key ?? null) ||
    origin?.organization !== model.publisher?.id ||
    origin?.country !== model.publisher?.country
  );
}

function detailsOf(
  { model: id, license }: Model['lineage'][number],
  model: Model,
  { context: { catalog }, translate, countryName }: Card,
): string {
  const origin = model.origin.find((link) => link.model === id);
  const organization =
    origin?.organization === null || origin?.organization === undefined
      ? undefined
      : catalog.organization(origin.organization)?.name;
  const place = [
    organization,
    origin?.country === null || origin?.country === undefined ? undefined : countryName(origin.country),
  ]
    .filter((part) => part !== undefined)
    .join(', ');
  const name =
    license === null
      ? render(message('license unknown'), translate)
      : (catalog.license(license)?.name ?? license);
  return ` (${[name, place].filter((part) => part !== '').join('; ')})`;
}

/** What has happened to the model. */
export function statusLine({ model, terms, translate, reference, context }: Card): string | undefined {
  if (model === undefined) return undefined;
  // Where a service is called its own line says it.
  const isSaid = terms.service !== undefined && isUse(reference.role);
  const parts = [
    isSaid ? undefined : statusText(model, context.today),
    renamedText(model, context.catalog.resolve(reference.id, reference.registry)?.renamed === true),
    copyText(model),
  ];
  const said = parts.filter((part) => part !== undefined).map((part) => plain(render(part, translate)));
  return said.length === 0 ? undefined : `$(history) ${said.join(' · ')}`;
}

/** A contradiction between sources is not settled here: both are named, and the reader decides. */
export function contradictionLine({ model, translate }: Card): string | undefined {
  if (model === undefined || model.contradictions.length === 0) return undefined;
  return `$(warning) ${plain(render(message('sources disagree on {0}', model.contradictions.join('; ')), translate))}`;
}

function statusText({ status }: Model, today: string): Message | undefined {
  const { state, date, successor } = status;
  if (state !== 'retired' && state !== 'deprecated') return undefined;
  const isOver = hasEnded(status, today);
  if (date === undefined) {
    if (successor === undefined) return isOver ? message('retired') : message('deprecated');
    return isOver
      ? message('retired, followed by {0}', successor)
      : message('deprecated, followed by {0}', successor);
  }
  if (successor === undefined)
    return isOver ? message('retired on {0}', date) : message('to be retired on {0}', date);
  return isOver
    ? message('retired on {0}, followed by {1}', date, successor)
    : message('to be retired on {0}, followed by {1}', date, successor);
}

function renamedText({ id, status: { state, successor } }: Model, renamed: boolean): Message | undefined {
  if (state === 'renamed' && successor !== undefined) return message('now called {0}', successor);
  return renamed ? message('now called {0}', id) : undefined;
}

function copyText({ copyOf }: Model): Message | undefined {
  return copyOf === null ? undefined : message('a copy of {0}', copyOf);
}

/** Why this role, host and context, and which line of the policy, clause or fact decided about the gravest finding. */
export function reasonsLine({ explanation: { why, findings }, translate }: Card): string | undefined {
  if (why.length === 0) return undefined;
  const [gravest] = [...findings].sort(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );
  const said = why.map((reason) => render(reason, translate));
  if (gravest !== undefined && gravest.decidedBy !== null)
    said.push(`${gravest.rule}: ${render(decisionText(gravest.decidedBy), translate)}`);
  return `$(list-tree) ${plain(said.join(' · '))}`;
}

/** Where the name that is used here gets its value. */
export function definitionLine({ definedOnLine, reference, translate }: Card): string | undefined {
  if (definedOnLine === undefined) return undefined;
  return `$(symbol-variable) ${plain(render(message('{0} is given its value on line {1}', reference.text, definedOnLine), translate))}`;
}

/** Where the license was read, when, and how sure that is: the fact that decides. The page of all facts has the others. */
export function evidenceLine({ model, translate }: Card): string | undefined {
  const evidence = model?.evidence.find(({ fact }) => fact === 'license');
  return (
    evidence &&
    `$(book) ${plain(`${render(message('license'), translate)}: ${sourceText(evidence, translate)}`)}`
  );
}

/** The same in a few words: `license: huggingface.co, 2026-11-20, high confidence`. */
export function shortEvidence({ model, translate }: Card): string | undefined {
  const evidence = model?.evidence.find(({ fact }) => fact === 'license');
  if (evidence === undefined) return undefined;
  const host = /^https?:\/\/([^/:]+)/.exec(evidence.source)?.[1];
  const short = host ?? (evidence.source.length <= MAX_SOURCE ? evidence.source : '');
  return plain(
    `${render(message('license'), translate)}: ${sourceText({ ...evidence, source: short }, translate)}`,
  );
}

/** A longer source is for the page of details. */
const MAX_SOURCE = 24;

function sourceText({ source, date, confidence, origin }: Evidence, translate: Card['translate']): string {
  const how =
    origin === 'inferred'
      ? render(EVIDENCE_WORDS.inferred, translate)
      : render(CONFIDENCE_WORDS[confidence], translate);
  return [source, date, how].filter((part) => part !== '').join(', ');
}
