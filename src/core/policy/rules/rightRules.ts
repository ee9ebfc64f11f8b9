import type { LicenseRecord, RightNeed, RightTerm } from '../../catalog/records';
import type { ProjectUse } from '../policy';
import { obligationOf, rightOf } from '../../licenses/terms';
import { message, type Message } from '../../message';
import type { Hit, ReferenceRule, Subject } from '../rule';
import { binds } from './binding';
import { byClause, licenseData, nameOf } from './wording';

export const LICENSE_CONDITIONAL_RIGHT: ReferenceRule = {
  code: 'license/conditional-right',
  severity: 'warning',
  withoutPolicy: false,
  fact: 'license',
  summary: message('A right the project needs has to be asked for first'),
  checks: message(
    'Where `use.distribution` says that the model is offered to others, or `use.purpose` that it is used commercially: whether the license gives that right only by agreement, after a registration, or inside a framework of its publisher. A registration for any use is information outside of a business, or where the license bars commercial use anyway.',
  ),
  why: message('Until the condition is met there is no right, although the weights can be downloaded.'),
  settle: [
    message('Ask the publisher, then add an exception that names the agreement or registration.'),
    message('Replace the model with one whose license gives the right at once.'),
  ],
  example:
    'use: { purpose: commercial, distribution: service }\n# and in the code\nmodel = "LGAI-EXAONE/K-EXAONE-236B-A23B"',
  check: checkConditionalRight,
};

export const LICENSE_COPYLEFT: ReferenceRule = {
  code: 'license/copyleft',
  severity: 'information',
  withoutPolicy: false,
  fact: 'license',
  summary: message('Copyleft weights: internal use is free, giving them on is not'),
  checks: message(
    'Where the project says nothing of an offer to others: whether the weights are under a license that a product or service around them would have to follow.',
  ),
  why: message(
    'What starts inside is often offered to others later; then the license of the whole is in question.',
  ),
  settle: [
    message('State `use.distribution`, so that the license is compared with what the project does.'),
    message('Replace the model with one under a permissive license before it is offered to others.'),
  ],
  example:
    'use: { purpose: internal, distribution: none }\n# and in the code, under AGPL-3.0\nmodel = YOLO("yolo11n.pt")',
  check: checkCopyleft,
};

function checkConditionalRight(subject: Subject): Hit | undefined {
  const use = subject.context.policy?.use;
  if (use === undefined || subject.relation === 'calls') return undefined;
  for (const license of subject.effective.parts) {
    if (!binds(license, subject)) continue;
    const hosting = subject.relation === 'serves' ? needed(rightOf(license, 'hosted-service')) : undefined;
    if (hosting !== undefined) {
      const sure = use.distribution === 'service' && use.purpose !== 'research' && use.purpose !== 'personal';
      return {
        ...hit(subject, license, hosting.clause, HOSTING[hosting.needs]),
        ...(!sure && { severity: 'information' as const }),
      };
    }
    const entered = use.purpose === 'commercial' ? commercial(subject, license) : undefined;
    const found = entered ?? registered(subject, license, use.purpose);
    if (found !== undefined) return found;
  }
  return undefined;
}

function commercial(subject: Subject, license: LicenseRecord): Hit | undefined {
  const commerce = needed(rightOf(license, 'commercial-use'));
  if (commerce !== undefined) return hit(subject, license, commerce.clause, COMMERCE[commerce.needs]);
  const registration = obligationOf(license, 'register');
  return registration?.condition === 'commercial-use'
    ? hit(subject, license, registration.clause, COMMERCE.registration)
    : undefined;
}

/** A registration for any use, so inside of a business too. Where the license bars commercial use, that is told and not how to enter. */
function registered(
  subject: Subject,
  license: LicenseRecord,
  purpose: ProjectUse['purpose'],
): Hit | undefined {
  const registration = obligationOf(license, 'register');
  if (registration === undefined || registration.condition !== undefined || purpose === null)
    return undefined;
  const isBarred = license.commercialUse === 'no';
  if (purpose === 'commercial' && isBarred) return undefined;
  const isOfBusiness = purpose === 'commercial' || purpose === 'internal';
  return {
    ...hit(subject, license, registration.clause, ANY_USE),
    ...((isBarred || !isOfBusiness) && { severity: 'information' as const }),
  };
}

function needed(term: RightTerm | undefined): { needs: RightNeed; clause: string | null } | undefined {
  return term?.value === 'conditional' && term.needs !== undefined
    ? { needs: term.needs, clause: term.clause }
    : undefined;
}

type Sentence = (name: string, license: string) => Message;

const HOSTING: Readonly<Record<RightNeed, Sentence>> = {
  agreement: (name, license) =>
    message('Offering {0} to others needs an agreement with its publisher first ({1})', name, license),
  registration: (name, license) =>
    message('Offering {0} to others needs a registration with its publisher first ({1})', name, license),
  framework: (name, license) =>
    message('{0} may be offered to others only within the framework of its publisher ({1})', name, license),
};

const COMMERCE: Readonly<Record<RightNeed, Sentence>> = {
  agreement: (name, license) =>
    message('Commercial use of {0} needs an agreement with its publisher first ({1})', name, license),
  registration: (name, license) =>
    message('Commercial use of {0} needs a registration with its publisher first ({1})', name, license),
  framework: (name, license) =>
    message('{0} may be used only within the framework of its publisher ({1})', name, license),
};

const ANY_USE: Sentence = (name, license) =>
  message('Use of {0} needs a registration with its publisher first ({1})', name, license);

function hit(subject: Subject, license: LicenseRecord, clause: string | null, sentence: Sentence): Hit {
  return {
    message: sentence(nameOf(subject), license.name),
    decision: byClause(license, clause),
    data: licenseData(license),
  };
}

/** Only a copyleft over whole works: a weak one leaves what is built around the weights alone. */
function checkCopyleft(subject: Subject): Hit | undefined {
  const distribution = subject.context.policy?.use.distribution;
  if (subject.relation !== 'references' || (distribution !== null && distribution !== 'none'))
    return undefined;
  const license = subject.effective.parts.find(({ category }) => category === 'copyleft');
  if (license === undefined) return undefined;
  return {
    message: message(
      '{0} is under {1}: free to use inside, but a product or service around it has to follow that license',
      nameOf(subject),
      license.name,
    ),
    decision: byClause(license, obligationOf(license, 'share-alike')?.clause),
    data: licenseData(license),
  };
}
