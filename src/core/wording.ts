import type {
  Ending,
  GoverningLaw,
  LicenseRecord,
  ObligationTerm,
  Restriction,
  Right,
  RightTerm,
  Threshold,
  Trigger,
} from './catalog/records';
import {
  message,
  type Message,
  render,
  sideBySide,
  type Translate,
  withComma,
  withSemicolon,
} from './message';
import { type Evidence, hasLicenseOfOriginal, type LicenseSummary, type Model } from './model';
import type { ProjectUse } from './policy/policy';
import type { Reservation } from './policy/reservations';
import {
  type Context,
  isAllowed,
  type LicenseCategory,
  type LineageRelation,
  type Role,
  type Severity,
  type Verdict,
} from './vocabulary';

/**
 * How the fixed words of the catalog are said to people, in their language. Policy files, data and English reports
 * keep the words themselves.
 */
type Words<Word extends string> = Readonly<Record<Word, Message>>;

export const OPENNESS_WORDS: Words<Model['openness']['level']> = {
  'api-only': message('API only'),
  'weights-available': message('weights available'),
  'open-weights': message('open weights'),
  'open-source': message('open source'),
  unknown: message('openness unknown'),
};

export const CATEGORY_WORDS: Words<LicenseCategory> = {
  permissive: message('permissive'),
  'weak-copyleft': message('weak copyleft'),
  copyleft: message('copyleft'),
  'responsible-ai': message('responsible AI'),
  'community-restricted': message('community license with limits'),
  'non-commercial': message('non-commercial'),
  'no-derivatives': message('no derivatives'),
  'proprietary-api': message('terms of an API'),
  'none-stated': message('none stated'),
  unknown: message('unknown'),
};

export const SEVERITY_WORDS: Words<Severity> = {
  error: message('Error'),
  warning: message('Warning'),
  information: message('Information'),
  hint: message('Hint'),
};

export const ROLE_WORDS: Words<Role> = {
  loads: message('loads'),
  calls: message('calls'),
  serves: message('serves'),
  ships: message('ships'),
  derives: message('derives from'),
  mentions: message('mentions'),
  lists: message('lists'),
};

export const CONTEXT_WORDS: Words<Context> = {
  product: message('product'),
  test: message('test'),
  docs: message('documents'),
  example: message('example'),
  migration: message('migration'),
  data: message('kept data'),
  tooling: message('tooling'),
};

export const PURPOSE_WORDS: Words<NonNullable<ProjectUse['purpose']>> = {
  commercial: message('commercial'),
  internal: message('internal'),
  research: message('research'),
  personal: message('personal'),
};

export const DISTRIBUTION_WORDS: Words<NonNullable<ProjectUse['distribution']>> = {
  none: message('given to nobody'),
  service: message('offered as a service'),
  product: message('shipped in a product'),
  weights: message('weights passed on'),
};

export const VERDICT_WORDS: Words<Verdict> = {
  ok: message('Allowed'),
  obligations: message('Allowed, with duties'),
  review: message('Needs review'),
  conflict: message('Not allowed'),
  unknown: message('Unknown'),
};

/**
 * What comes of the uses of a model, in the words of every surface for people.
 * @param verdict `null` where the model is only mentioned or listed
 * @param hasPolicy without a policy nothing was asked, so that nothing is called allowed
 * @param reservations what has to be said where it is allowed: only an exception lets it through, or terms were not read
 */
export function verdictWord(
  verdict: Verdict | null,
  hasPolicy: boolean,
  reservations: readonly Reservation[] = [],
): Message {
  if (verdict === null) return message('Not used');
  if (!isAllowed(verdict)) return VERDICT_WORDS[verdict];
  return hasPolicy ? reservations.reduce(withReservation, VERDICT_WORDS[verdict]) : message('No policy');
}

/** In place of the terms of a host of which none are recorded: whether recorded ones were read is another question. */
export const NO_TERMS = message('none recorded');

/** What has to be said beside a verdict that allows a use, as a sentence of its own. */
export function reservationText(reservation: Reservation): Message {
  switch (reservation.kind) {
    case 'exception':
      return reservation.until === null
        ? message('by an exception')
        : message('by an exception until {0}', reservation.until);
    case 'comment':
      return reservation.until === undefined
        ? message('by an ignore comment')
        : message('by an ignore comment until {0}', reservation.until);
    case 'terms-not-read':
      if (reservation.host === null) return message('its host and its terms are not known');
      if (reservation.isUnverified === true)
        return message(
          'what is recorded of commercial use under the terms of {0} is not verified (a record says that with `verification: verified`)',
          reservation.host,
        );
      return reservation.isRecorded === true
        ? message('whether the terms of {0} allow commercial use is not known', reservation.host)
        : message('no terms of {0} are recorded', reservation.host);
  }
}

function withReservation(word: Message, reservation: Reservation): Message {
  const text = reservationText(reservation);
  return reservation.kind === 'terms-not-read' ? withSemicolon(word, text) : withComma(word, text);
}

/**
 * That a license is concluded, and from what: for a re-packed copy people look at what it is a copy of.
 * @param name as the text names the model
 */
export function inferredLicenseText(
  name: string,
  model: Pick<Model, 'copyOf' | 'evidence'> | undefined,
  license: string,
): Message {
  return model !== undefined && model.copyOf !== null && hasLicenseOfOriginal(model)
    ? message(
        'The license of {0} was not read; that of {1}, of which it is a copy, is {2}',
        name,
        model.copyOf,
        license,
      )
    : message('The license of {0} was not read; its family suggests {1}', name, license);
}

export const LINEAGE_WORDS: Words<LineageRelation> = {
  finetune: message('fine-tuned from'),
  adapter: message('adapter for'),
  quantized: message('converted from'),
  merge: message('merged from'),
  distilled: message('distilled from'),
};

export const STATUS_WORDS: Words<Model['status']['state']> = {
  active: message('active'),
  deprecated: message('deprecated'),
  retired: message('retired'),
  renamed: message('renamed'),
  unknown: message('not known'),
};

export const CONFIDENCE_WORDS: Words<Evidence['confidence']> = {
  high: message('high confidence'),
  medium: message('medium confidence'),
  low: message('low confidence'),
};

export const EVIDENCE_WORDS: Words<Evidence['origin']> = {
  catalog: message('catalog'),
  hub: message('the Hub'),
  'local file': message('local file'),
  'policy override': message('policy override'),
  inferred: message('inferred'),
};

export const COMMERCIAL_WORDS: Words<LicenseSummary['commercialUse']> = {
  yes: message('allowed'),
  no: message('not allowed'),
  conditional: message('with conditions'),
  unknown: message('unknown'),
};

export const RIGHT_WORDS: Words<Right> = {
  use: message('Use'),
  reproduce: message('Copy'),
  modify: message('Modify'),
  distribute: message('Pass on'),
  sublicense: message('Sublicense'),
  'commercial-use': message('Commercial use'),
  patent: message('Use of patents'),
  'hosted-service': message('Offer as a service'),
  'fine-tune': message('Fine-tune'),
  merge: message('Merge'),
  quantize: message('Quantize'),
  distill: message('Distil'),
  'use-outputs': message('Use of outputs'),
  'train-on-outputs': message('Train on outputs'),
};

export const GRANT_WORDS: Words<RightTerm['value']> = {
  allowed: message('allowed'),
  conditional: message('with conditions'),
  denied: message('not allowed'),
  silent: message('not mentioned'),
};

export const OBLIGATION_WORDS: Words<ObligationTerm['obligation']> = {
  'include-license': message('Include the license'),
  'include-notice': message('Include the notice'),
  'retain-copyright': message('Keep the copyright and license notices'),
  'give-credit': message('Credit the authors'),
  'display-phrase': message('Show the credit'),
  'name-prefix': message('Prefix of the name of a derived model'),
  'state-changes': message('Say what was changed'),
  'disclose-source': message('Offer the corresponding source'),
  'share-alike': message('Keep what is derived under the same license'),
  'pass-on-restrictions': message('Pass the use restrictions on'),
  'follow-use-policy': message('Keep to the use policy'),
  register: message('Register or ask'),
};

export const RESTRICTION_WORDS: Words<Restriction> = {
  'non-commercial': message('No commercial use'),
  'research-only': message('Research only'),
  'no-derivatives': message('No sharing of changed versions'),
  'no-redistribution': message('No passing on'),
  'field-of-use': message('Certain uses are barred'),
  'no-competing-training': message('No training of other models on outputs'),
  revocable: message('Can be taken back'),
  'runtime-update': message('Remote restriction, or a duty to update'),
  'no-additional-terms': message('No additional terms'),
};

/** The uses that licenses bar, as the catalog names them. English readers get the names themselves. */
const BARRED_USES: ReadonlyMap<string, Message> = new Map(
  [
    message('automated-decisions'),
    message('behavior-scoring'),
    message('beyond-computational-use'),
    message('biometric-processing'),
    message('clinical-use'),
    message('critical-infrastructure'),
    message('defamation'),
    message('disclosure-stripping'),
    message('discrimination'),
    message('elections'),
    message('espionage'),
    message('exploit-vulnerable'),
    message('fake-engagement'),
    message('false-expertise'),
    message('filter-circumvention'),
    message('fraud-or-disinformation'),
    message('guardrail-removal'),
    message('harassment'),
    message('harm-minors'),
    message('harmful-personal-data'),
    message('high-risk-systems'),
    message('human-rights-violations'),
    message('illegal-drugs'),
    message('impersonation'),
    message('inappropriate-content'),
    message('intimate-images'),
    message('justice-and-asylum'),
    message('law-enforcement'),
    message('making-google-the-manufacturer'),
    message('malware'),
    message('medical-advice'),
    message('military'),
    message('national-security-and-public-interest'),
    message('nuclear'),
    message('outside-livekit-agents'),
    message('reverse-engineering'),
    message('rights-infringement'),
    message('sanctioned-parties'),
    message('self-harm'),
    message('sensitive-personal-data'),
    message('sexual-content'),
    message('sexual-solicitation'),
    message('spam'),
    message('surveillance'),
    message('unauthorized-clinical-use'),
    message('undisclosed-machine-content'),
    message('unlawful'),
    message('unlicensed-practice'),
    message('violence'),
    message('weapons'),
  ].map((use) => [use.template, use]),
);

/** What a license bars, in the language of a reader; what a newer catalog names stays as it is. */
export function barredUsesText(uses: Iterable<string>, translate?: Translate): string {
  const said = [...uses].map((use) => {
    const word = BARRED_USES.get(use);
    return word === undefined ? use : render(word, translate);
  });
  return sideBySide(said, (text) => render(text, translate), withComma);
}

export const TRIGGER_WORDS: Words<Trigger> = {
  use: message('any use'),
  'product-use': message('use in a product or service for others'),
  'hosted-service': message('offering a service'),
  distribution: message('passing on'),
  derivative: message('derived models'),
  'output-training': message('training on outputs'),
  'output-use': message('use of outputs'),
};

export const MEASURED_WORDS: Words<Threshold['measured']> = {
  'at-release': message('once, at the release'),
  continuous: message('all the time'),
  unknown: message('not known'),
};

/** What the Commission's guidelines of 18 July 2025 make of a license; an inference, told as one. */
export const AI_ACT_WORDS: Words<NonNullable<LicenseRecord['meets']['aiActOpenSource']>> = {
  qualifies: message('inferred: free and open source in the sense of the AI Act'),
  arguable: message('inferred: arguable whether free and open source in the sense of the AI Act'),
  disqualified: message('inferred: not free and open source in the sense of the AI Act'),
};

const ENDING_WORDS: Words<Exclude<Ending['cause'], 'breach'>> = {
  'patent-suit': message('Ends if you sue over patents'),
  'ip-suit': message('Ends if you sue over intellectual property'),
  suit: message('Ends if you sue over the material'),
  notice: message('The licensor may end it at any time, on notice'),
  'guardrail-removal': message('Ends if a safety measure is removed'),
};

/** The law that a license chooses, with the courts or the arbitration it names. */
export function governingLawText({ law, disputes }: GoverningLaw): Message {
  if (law === null) return message('the text chooses none');
  return message('{0}', disputes === undefined ? law : `${law}; ${disputes}`);
}

/** What ends a license, in a sentence. */
export function endingText({ cause, effect, cureDays }: Ending): Message {
  if (effect === 'patent-grant-ends') return message('The grant of patents ends if you sue over patents');
  if (cause !== 'breach') return ENDING_WORDS[cause];
  if (effect === 'may-end') return message('The licensor may end it on a breach');
  return cureDays === undefined
    ? message('Ends by itself on a breach')
    : message('Ends by itself on a breach that is not mended within {0} days', cureDays);
}

export const VERIFICATION_WORDS: Words<LicenseRecord['verification']> = {
  verified: message('the text was read'),
  partial: message('only parts or quotations were read'),
  unverified: message('as others report it'),
};

/** Said where what is shown in another language repeats notes of the catalog. */
export const NOTES_IN_ENGLISH = message('Notes are in English.');
