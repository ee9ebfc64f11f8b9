import type {
  LicenseRecord,
  Obligation,
  ObligationTerm,
  Restriction,
  RestrictionTerm,
  Right,
  RightTerm,
  Trigger,
} from '../catalog/records';

export function rightOf(record: LicenseRecord, right: Right): RightTerm | undefined {
  return record.rights.find((term) => term.right === right);
}

export function obligationOf(record: LicenseRecord, obligation: Obligation): ObligationTerm | undefined {
  return record.obligations.find((term) => term.obligation === obligation);
}

export function restrictionOf(
  record: LicenseRecord,
  ...restrictions: readonly Restriction[]
): RestrictionTerm | undefined {
  return record.restrictions.find((term) => restrictions.includes(term.restriction));
}

export function startsAt(
  term: { readonly triggers: readonly Trigger[] },
  ...triggers: readonly Trigger[]
): boolean {
  return term.triggers.some((trigger) => triggers.includes(trigger));
}

/** Whether the record says anything: `other`, `unknown` and a card without a license do not. */
export function isKnown(record: LicenseRecord): boolean {
  return record.category !== 'unknown' && record.category !== 'none-stated';
}

/** Whether a work under this label may be used commercially, as far as the label says. */
export function allowsCommerce(record: LicenseRecord): boolean {
  return (
    record.commercialUse === 'yes' ||
    record.commercialUse === 'conditional' ||
    record.category === 'proprietary-api'
  );
}

/** The uses a license bars; empty where it bars none or does not list them. */
export function barredUses(record: LicenseRecord): ReadonlySet<string> {
  return new Set(record.restrictions.flatMap((term) => term.uses ?? []));
}

/** Where the terms were read, for people to go and check. */
export function sourceOf(record: LicenseRecord): string | null {
  return record.evidence[0]?.source ?? record.url;
}
