import {
  type LicenseRecord,
  obligationOf,
  type Restriction,
  restrictionOf,
  type Right,
  rightOf,
  type Threshold,
} from '../../core';

/**
 * Where a license's record contradicts itself: reasons against open source under the AI Act that its terms do not bear out, or
 * that its terms call for; restrictions that a right denies; a definition met in spite of them; endings that cannot be; a text said to be read of which
 * no reading is on record.
 */
export function checkLicenses(licenses: readonly LicenseRecord[]): readonly string[] {
  return licenses.flatMap((license) =>
    [...reasons(license), ...terms(license), ...endings(license), ...verification(license)].map(
      (problem) => `license ${license.key}: ${problem}`,
    ),
  );
}

/** A reason as the records word it, with what in the terms bears it out. */
const REASONS: readonly {
  readonly reason: string;
  readonly borneOut: (license: LicenseRecord) => boolean;
  readonly always?: true;
}[] = [
  {
    reason: 'non-commercial or research-only',
    borneOut: (license) => restrictionOf(license, 'non-commercial', 'research-only') !== undefined,
    always: true,
  },
  {
    reason: 'distribution prohibited',
    borneOut: (license) => rightOf(license, 'distribute')?.value === 'denied',
    always: true,
  },
  { reason: 'territorial exclusion', borneOut: ({ regions }) => regions.length > 0, always: true },
  {
    reason: 'modified versions may not be shared',
    borneOut: (license) => restrictionOf(license, 'no-derivatives') !== undefined,
  },
  { reason: 'user-scale threshold', borneOut: (license) => stops(license, 'monthly-active-users', 'other') },
  {
    reason: 'separate commercial license above revenue/size',
    borneOut: (license) =>
      stops(license, 'annual-revenue', 'annual-revenue-usd', 'monthly-revenue-usd', 'company-size', 'other'),
  },
  {
    reason: 'registration for commercial use',
    borneOut: (license) => obligationOf(license, 'register') !== undefined,
  },
  {
    reason: 'use restrictions must be safety-oriented, proportionate and non-discriminatory (para 84)',
    borneOut: (license) => restrictionOf(license, 'field-of-use') !== undefined,
  },
];

function reasons(license: LicenseRecord): string[] {
  const { aiActOpenSource: verdict, aiActReasons: given } = license.meets;
  const doubtful = verdict === 'disqualified' || verdict === 'arguable';
  return [
    ...(doubtful && given.length === 0 ? [`it is ${verdict} under the AI Act, but no reason says why`] : []),
    ...(verdict === 'qualifies' && given.length > 0
      ? [`it qualifies under the AI Act, and yet ${given.join(', ')} speaks against it`]
      : []),
    ...REASONS.filter(({ reason, borneOut }) => given.includes(reason) && !borneOut(license)).map(
      ({ reason }) => `"${reason}" is not what its terms say`,
    ),
    ...REASONS.filter(
      ({ reason, borneOut, always }) =>
        verdict === 'disqualified' && always && !given.includes(reason) && borneOut(license),
    ).map(({ reason }) => `its terms call for the reason "${reason}"`),
  ];
}

/** What ends a license, told so that a reader can say it in one sentence. */
function endings({ termination = [], governingLaw }: LicenseRecord): string[] {
  return [
    ...(governingLaw?.law === null && (governingLaw.clause !== null || governingLaw.disputes !== undefined)
      ? ['no law is chosen, and yet a clause or a court is named']
      : []),
    ...termination.flatMap(({ cause, effect, cureDays }) => [
      ...(cureDays !== undefined && cause !== 'breach' ? [`${cause} cannot be mended`] : []),
      ...(effect === 'patent-grant-ends' && cause !== 'patent-suit'
        ? [`${cause} ends more than the grant of patents`]
        : []),
      ...(effect === 'may-end' && cause !== 'breach' && cause !== 'notice'
        ? [`${cause} ends it by itself`]
        : []),
      ...(cause === 'notice' && effect !== 'may-end' ? ['a notice is given by someone'] : []),
    ]),
  ];
}

/** What each restriction leaves no room for. */
const DENIED: Partial<Record<Restriction, Right>> = {
  'no-redistribution': 'distribute',
  'no-derivatives': 'modify',
  'no-competing-training': 'train-on-outputs',
};

/** Restrictions that an open definition does not allow. It allows no limits of users, revenue or place either. */
const CLOSING: readonly Restriction[] = [
  'non-commercial',
  'research-only',
  'no-derivatives',
  'no-redistribution',
];

function terms(license: LicenseRecord): string[] {
  const { commercialUse, restrictions, regions, meets } = license;
  const commercial = rightOf(license, 'commercial-use')?.value;
  const open = meets.openWeightDefinition === true || meets.osi === true;
  return [
    ...restrictions.flatMap(({ restriction }) => {
      const right = DENIED[restriction];
      return right !== undefined && rightOf(license, right)?.value === 'allowed'
        ? [`${restriction}, and yet ${right} is allowed`]
        : [];
    }),
    ...license.rights.flatMap(({ right, value, clause }) =>
      right === 'train-on-outputs' && value === 'allowed' && clause === null
        ? ['train-on-outputs is allowed without a clause: a text that says nothing of outputs is silent']
        : [],
    ),
    ...(commercial !== undefined && (commercialUse === 'no') !== (commercial === 'denied')
      ? [`commercial use is ${commercialUse}, the right to it ${commercial}`]
      : []),
    ...(open &&
    (restrictionOf(license, ...CLOSING) !== undefined ||
      barsUses(license) ||
      regions.length > 0 ||
      stops(license))
      ? ['it is said to meet an open definition, which its restrictions, limits or regions rule out']
      : []),
  ];
}

function verification({ verification: read, evidence }: LicenseRecord): string[] {
  return read === 'partial' && evidence.length === 0
    ? ['it is said to be read in part, but no evidence says where']
    : [];
}

/** Whether a use is barred that the law leaves free. */
function barsUses({ restrictions }: LicenseRecord): boolean {
  return restrictions.some(
    ({ restriction, uses }) =>
      restriction === 'field-of-use' && !(uses?.every((use) => use === 'unlawful') ?? false),
  );
}

/** Whether a limit ends the rights, or asks for another license; one of these metrics, where any are given. */
function stops({ thresholds }: LicenseRecord, ...metrics: readonly Threshold['metric'][]): boolean {
  return thresholds.some(
    ({ metric, consequence }) =>
      (metrics.length === 0 || metrics.includes(metric)) &&
      (consequence === 'separate-license' || consequence === 'no-rights'),
  );
}
