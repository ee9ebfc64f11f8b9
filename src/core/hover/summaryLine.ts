import { message, render } from '../message';
import { hintOfOwnName, type LicenseSummary, type Model } from '../model';
import { type CommercialUse, strictestUse } from '../lookup/commercialUse';
import { isService } from '../lookup/hostedName';
import { whereItRuns } from '../lookup/whereItRuns';
import { NONE_STATED } from '../vocabulary';
import { COMMERCIAL_WORDS, OPENNESS_WORDS } from '../wording';
import type { Card } from './card';
import { plain } from './markdown';

/**
 * `Commercial use: … · license · openness · publisher, country · own machines`: all that most readers want to know beside the
 * verdict.
 */
export function summaryLine(card: Card): string {
  const { model, translate } = card;
  if (model === undefined) return plain(render(message('nothing is known of this model'), translate));
  return [
    render(message('Commercial use: {0}', COMMERCIAL_WORDS[commercialUse(card)]), translate),
    licenseText(model.license.declared, card),
    render(OPENNESS_WORDS[model.openness.level], translate),
    publisherText(model, card),
    // A service that is called has a line of its own.
    ...whereItRuns(
      { role: card.reference.role, host: card.terms.host ?? null, service: undefined },
      card.countryName,
    ).map((part) => render(part, translate)),
  ]
    .map(plain)
    .join(' · ');
}

/** What those say whose terms hold here: of a service that runs the model, or else all licenses of the weights. */
function commercialUse({ terms: { service, host, effective } }: Card): CommercialUse {
  if (isService(host)) return service?.terms?.commercialUse ?? 'unknown';
  return strictestUse(effective.parts);
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

function publisherText(model: Model, { translate, countryName, context: { catalog } }: Card): string {
  const { publisher } = model;
  const { organization = null, country: hinted = null } = hintOfOwnName(model) ?? {};
  if (publisher === null && organization !== null) {
    const name = catalog.organization(organization)?.name ?? organization;
    return render(
      message('perhaps {0}', hinted === null ? name : `${name}, ${countryName(hinted)}`),
      translate,
    );
  }
  if (publisher === null) return render(message('publisher unknown'), translate);
  const country =
    publisher.country === null
      ? render(message('country unknown'), translate)
      : countryName(publisher.country);
  return `${publisher.name}, ${country}`;
}
