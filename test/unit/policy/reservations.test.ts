import { describe, expect, it } from 'vitest';
import { render } from '../../../src/core/message';
import { evaluate } from '../../../src/core/policy/evaluate';
import { joinReservations, type Reservation, unreadTerms } from '../../../src/core/policy/reservations';
import type { Service } from '../../../src/core/lookup/service';
import { verdictWord } from '../../../src/core/wording';
import { contextOf, detection, reference } from './support';

const LLAMA = 'meta-llama/Llama-3.1-8B-Instruct';

function excusesUnder(policy: string, text = LLAMA): readonly Reservation[] | undefined {
  const named = reference(LLAMA, {}, text.indexOf(LLAMA));
  return evaluate(text, detection([named]), contextOf(policy)).excuses.get(named);
}

describe('what lets a use through', () => {
  it.each([
    ['exceptions: [{ model: "**", reason: pilot }]', null],
    ['exceptions: [{ model: "**", reason: pilot, expires: 2027-01-31 }]', '2027-01-31'],
    [
      'exceptions: [{ model: "**", reason: a, expires: 2027-01-31 }, { model: "meta-llama/*", reason: b, expires: 2027-03-31 }]',
      '2027-03-31',
    ],
  ])('is told with the last day of %s', (exceptions, until) => {
    expect(excusesUnder(`licenses: { deny: [llama3.1] }\n${exceptions}`)).toEqual([
      { kind: 'exception', until },
    ]);
  });

  it('is nothing where no exception is needed', () => {
    expect(excusesUnder('exceptions: [{ model: "**", reason: pilot }]')).toBeUndefined();
    expect(excusesUnder('licenses: { deny: [llama3.1] }')).toBeUndefined();
  });

  it('is a comment where one in the file does it', () => {
    const text = `model = "${LLAMA}"  # model-license-lens: ignore[license/denied] pilot`;
    expect(excusesUnder('licenses: { deny: [llama3.1] }', text)).toEqual([{ kind: 'comment' }]);
  });

  it('is told with the last day of a comment', () => {
    const text = `model = "${LLAMA}"  # model-license-lens: ignore[license/denied] until 2027-01-31 pilot`;
    const [excuse] = excusesUnder('licenses: { deny: [llama3.1] }', text) ?? [];
    expect(excuse).toEqual({ kind: 'comment', until: '2027-01-31' });
    expect(render(verdictWord('ok', true, excuse && [excuse]))).toBe(
      'Allowed, by an ignore comment until 2027-01-31',
    );
  });

  it('ends with the first of the exceptions that are all needed', () => {
    const two = `licenses: { deny: [llama3.1] }
origins: { deny: [US] }
exceptions:
  - { model: "**", rules: [license/denied], reason: a, expires: 2027-01-31 }
  - { model: "**", rules: [origin/denied], reason: b }`;
    expect(excusesUnder(two)).toEqual([{ kind: 'exception', until: '2027-01-31' }]);
  });
});

describe('terms of a host', () => {
  const unread = { name: 'Example Cloud', terms: undefined } as Service;
  const commercial = contextOf('use: { purpose: commercial }');

  it('are told as not read where the project is commercial and calls it', () => {
    expect(unreadTerms({ role: 'calls' }, () => unread, commercial)).toEqual([
      { kind: 'terms-not-read', host: 'Example Cloud' },
    ]);
    expect(unreadTerms({ role: 'calls' }, () => undefined, commercial)).toEqual([
      { kind: 'terms-not-read', host: null },
    ]);
  });

  it('are told as not read where the record of them is not verified', () => {
    const terms = commercial.catalog.license('openai-terms') ?? commercial.catalog.licenses[0];
    const service = (verification: string): Service =>
      ({ ...unread, terms: { ...terms, commercialUse: 'yes', verification } }) as Service;
    expect(unreadTerms({ role: 'calls' }, () => service('verified'), commercial)).toEqual([]);
    const [one, ...others] = unreadTerms({ role: 'calls' }, () => service('unverified'), commercial);
    const told = { kind: 'terms-not-read', host: 'Example Cloud', isRecorded: true, isUnverified: true };
    expect([one, others]).toEqual([told, []]);
    expect(render(verdictWord('ok', true, one && joinReservations([one])))).toBe(
      'Allowed; what is recorded of commercial use under the terms of Example Cloud is not verified (a record says that with `verification: verified`)',
    );
  });

  it('are not asked for without a commercial purpose, and not for what the project runs itself', () => {
    expect(unreadTerms({ role: 'calls' }, () => unread, contextOf('use: { purpose: research }'))).toEqual([]);
    expect(unreadTerms({ role: 'calls' }, () => unread, contextOf(undefined))).toEqual([]);
    expect(unreadTerms({ role: 'loads' }, () => unread, commercial)).toEqual([]);
  });
});

describe('the word of a verdict', () => {
  const reservations = joinReservations([
    { kind: 'terms-not-read', host: null },
    { kind: 'terms-not-read', host: 'B' },
    { kind: 'exception', until: null },
    { kind: 'exception', until: '2027-01-31' },
    { kind: 'terms-not-read', host: 'B' },
  ]);

  it('says each reservation once, of exceptions the first to end', () => {
    expect(render(verdictWord('ok', true, reservations))).toBe(
      'Allowed, by an exception until 2027-01-31; no terms of B are recorded; its host and its terms are not known',
    );
  });

  it('says none where it allows nothing', () => {
    expect(render(verdictWord('conflict', true, reservations))).toBe('Not allowed');
    expect(render(verdictWord('ok', false, reservations))).toBe('No policy');
  });
});
