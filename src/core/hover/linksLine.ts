import { message, render } from '../message';
import type { Severity } from '../vocabulary';
import type { Card } from './card';
import { link, safeUrl } from './markdown';

/** Hints are no reasons for a verdict. */
const ICONS: Readonly<Partial<Record<Severity, string>>> = {
  error: '$(error)',
  warning: '$(warning)',
  information: '$(info)',
};

/** More rules than this are in the list of problems. */
const MAX_RULES = 4;

/** What can be opened from here: why, all that is known, the license, the hub. */
export function linksLine(card: Card): string | undefined {
  const links = [...ruleLinks(card), ...commandLinks(card), ...pageLinks(card)];
  return links.length === 0 ? undefined : links.join(' · ');
}

function ruleLinks({ findings, commandLink }: Card): readonly string[] {
  const severities = new Map(findings.map(({ rule, severity }) => [rule, severity]));
  return [...severities]
    .flatMap(([rule, severity]) => {
      const icon = ICONS[severity];
      const address = icon === undefined ? undefined : commandLink('showRule', [rule]);
      return address === undefined ? [] : [`${icon} ${link(rule, address)}`];
    })
    .slice(0, MAX_RULES);
}

function commandLinks({ model, reference, commandLink, translate }: Card): readonly string[] {
  const details = model === undefined ? undefined : commandLink('showModel', [model.id]);
  const online =
    reference.registry === 'huggingface' ? commandLink('lookUpOnHub', [reference.id]) : undefined;
  return [
    ...(details === undefined ? [] : [link(render(message('All facts'), translate), details)]),
    ...(online === undefined ? [] : [link(render(message('Look up on the Hub'), translate), online)]),
  ];
}

/** Only the steward's page of a license of the catalog, and the Hub's page of a Hub id. */
function pageLinks({ terms, model, reference, translate }: Card): readonly string[] {
  const license = safeUrl(terms.effective.parts[0]?.url);
  const page = hubPage(
    model?.registry === 'huggingface'
      ? model.id
      : reference.registry === 'huggingface'
        ? reference.id
        : undefined,
  );
  return [
    ...(license === undefined ? [] : [link(render(message('License'), translate), license)]),
    ...(page === undefined ? [] : [link(render(message('Model card'), translate), page)]),
  ];
}

function hubPage(id: string | undefined): string | undefined {
  return id !== undefined && /^[\w.-]+\/[\w.-]+$/.test(id) ? `https://huggingface.co/${id}` : undefined;
}
