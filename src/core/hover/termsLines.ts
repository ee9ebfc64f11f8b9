import type { LicenseRecord } from '../catalog/records';
import { limitsOf, type Limit } from '../licenses/limits';
import { conditionsToTell, dutiesOf, type Duty } from '../licenses/obligations';
import { isKnown } from '../licenses/terms';
import type { Service } from '../lookup/service';
import { labeled as labeledText, message, render, type Message } from '../message';
import { askingTerms, bindingTerms } from '../policy/rules/binding';
import { traitsOf, useOf } from '../policy/traits';
import type { Card, HoverCommand } from './card';
import { drawnLines, firstClauses } from './lines';
import { link, plain } from './markdown';

/** More than this is a page of its own, which the last bullet links to. */
const MAX_BULLETS = 3;

interface Term {
  readonly label?: Message;
  readonly text: Message;
  readonly clause: string | null;
  readonly license: string;
  /** What is met for certain goes before what may be, and a limit before a duty. */
  readonly rank: number;
  /** Its second clause is the one that matters. */
  readonly whole?: boolean;
}

/**
 * What the licenses ask of this project: limits its use runs into, then duties, the certain ones first.
 * @param room in drawn lines; one bullet is there in any case
 */
export function termsLines(card: Card, room: number): readonly string[] {
  const { terms, context, translate } = card;
  const [first] = terms.effective.parts;
  if (first === undefined) return [];
  const all = [...terms.effective.parts.flatMap((license) => termsOf(license, card)), ...ofHost(card)].sort(
    (a, b) => a.rank - b.rank,
  );
  if (all.length === 0) {
    return first.family || first.category === 'unknown' || first.category === 'none-stated'
      ? []
      : [`- ${plain(render(message('{0} asks nothing of this use', first.name), translate))}`];
  }
  const several = new Set(all.map(({ license }) => license)).size > 1;
  const bullets: string[] = [];
  let left = room;
  for (const term of all.slice(0, MAX_BULLETS)) {
    const more = all.length - bullets.length - 1;
    const line = bullet(term, several ? context.catalog.license(term.license) : undefined, card);
    left -= drawnLines(more > 0 ? `${line} · ${moreText(more, first.key, card)}` : line);
    if (left < 0 && bullets.length > 0) break;
    bullets.push(line);
  }
  const more = all.length - bullets.length;
  if (more > 0) bullets.push(`${bullets.pop() ?? ''} · ${moreText(more, first.key, card)}`);
  return bullets;
}

function termsOf(stated: LicenseRecord, card: Card): readonly Term[] {
  const { terms } = card;
  const license = bindingTerms(stated, terms);
  if (license === undefined) return isKnown(stated) ? [ofService(stated, terms.service)] : [];
  return askedBy(license, card);
}

/** What the terms of the host that is called ask beside the licenses of the model. */
function ofHost(card: Card): readonly Term[] {
  const { terms } = card;
  const told = new Set(terms.effective.parts.map((license) => bindingTerms(license, terms)));
  return askingTerms(terms).flatMap((license) => (told.has(license) ? [] : askedBy(license, card)));
}

function askedBy(license: LicenseRecord, { terms, context }: Card): readonly Term[] {
  const use = useOf(context.policy);
  const duties = dutiesOf(license, terms.relation, context.policy?.use);
  const limits = limitsOf(license, use, traitsOf(terms.model, license, context.catalog)).filter(
    (limit) => limit.hit !== 'no' && !isSaid(limit, duties),
  );
  return [...limits.map(limitTerm), ...duties.map(dutyTerm)];
}

/** Who only calls a model agreed to nothing that its weights come with, unless the terms of the service ask for that. */
function ofService({ key, name }: LicenseRecord, service: Service | undefined): Term {
  return {
    text:
      service?.terms?.modelTerms === undefined
        ? message('The weights are under {0}; the terms of the service that runs them decide', name)
        : message('The weights are under {0}, to which the terms of the service hold callers as well', name),
    clause: null,
    license: key,
    rank: 1,
    whole: true,
  };
}

/** Whether a duty says it already: what to show above a size, and to keep to the list of barred uses. */
function isSaid({ kind, hit, threshold }: Limit, duties: readonly Duty[]): boolean {
  if (kind === 'use-policy')
    return duties.some(
      ({ obligation }) => obligation === 'follow-use-policy' || obligation === 'pass-on-restrictions',
    );
  return hit === 'yes' && threshold?.consequence === 'display-credit';
}

const LABELS: Readonly<Partial<Record<Limit['kind'], Message>>> = {
  threshold: message('Limit on size:'),
  region: message('Limit on regions:'),
};

function limitTerm({ text, clause, license, hit, kind }: Limit): Term {
  // That a license bars some uses, or can be taken back, is true of many and settled by none: it comes last.
  const isGeneral = kind === 'use-policy' || kind === 'revocable';
  const label = LABELS[kind];
  return {
    text,
    clause,
    license,
    ...(label !== undefined && { label }),
    rank: hit === 'yes' ? 0 : isGeneral ? 5 : kind === 'non-commercial' ? 1 : 3,
  };
}

function dutyTerm(duty: Duty): Term {
  const { text, clause, license, certain } = duty;
  const label = conditionLabel(duty);
  return { text, clause, license, ...(label !== undefined && { label }), rank: certain ? 2 : 4 };
}

/** When a duty begins, where that is not now and it does not say so itself. */
function conditionLabel(duty: Duty): Message | undefined {
  const conditions = conditionsToTell(duty);
  if (conditions.length === 0) return undefined;
  return conditions.includes('offer')
    ? message('If it is offered to others:')
    : message('If it is used commercially:');
}

function bullet(
  { label, text, clause, rank, whole = false }: Term,
  of: LicenseRecord | undefined,
  { translate }: Card,
): string {
  const said = render(text, translate);
  const words = whole ? said : firstClauses(said);
  const name = of === undefined || words.includes(of.name) ? undefined : of.name;
  const source = [name, clause].filter((part) => part !== undefined && part !== null).join(', ');
  const labeled = label === undefined ? words : labeledText(render(label, translate), words);
  return `- ${rank === 0 ? '$(error) ' : ''}${plain(source === '' ? labeled : `${labeled} (${source})`)}`;
}

function moreText(count: number, license: string, { translate, commandLink }: Card): string {
  const words = render(message('and {0} more', count), translate);
  const command: HoverCommand = 'showLicense';
  const address = commandLink(command, [license]);
  return address === undefined ? plain(words) : link(words, address);
}
