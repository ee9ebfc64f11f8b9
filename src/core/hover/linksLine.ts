import { message, render } from '../message';
import { surenessOf } from '../policy/sureness';
import type { Card } from './card';
import { shortEvidence } from './factLines';
import { link, safeUrl } from './markdown';

/** What can be opened from here, behind how sure the license is: why and all that is known, the license, the hub. */
export function linksLine(card: Card): string | undefined {
  const details = detailsLink(card);
  const parts = [
    ...(details === undefined
      ? []
      : [shortEvidence(card), link(render(message('Details'), card.translate), details)]),
    ...commandLinks(card),
    ...pageLinks(card),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' · ');
}

/** The address of the page with the reasons, the evidence and its sources; `undefined` where the host has none. */
export function detailsLink({ commandLink }: Card): string | undefined {
  return commandLink('showDetails', []);
}

/** The Hub is offered where it may know more than is known: of a license that was read there is nothing to learn. */
function commandLinks({ model, reference, commandLink, translate }: Card): readonly string[] {
  const isRead =
    model !== undefined && model.license.declared !== null && surenessOf(model, 'license') !== 'inferred';
  const online =
    reference.registry === 'huggingface' && !isRead ? commandLink('lookUpOnHub', [reference.id]) : undefined;
  return online === undefined ? [] : [link(render(message('Look up on the Hub'), translate), online)];
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
