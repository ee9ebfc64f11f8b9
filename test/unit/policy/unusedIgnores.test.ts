import { describe, expect, it } from 'vitest';
import { render } from '../../../src/core/message';
import type { AppliedIgnore } from '../../../src/core/policy/inlineIgnores';
import type { Policy } from '../../../src/core/policy/policy';
import { unusedIgnores, unusedWorkspaceIgnores } from '../../../src/core/policy/unusedIgnores';
import { policy } from './support';

const RANGE = { start: 3, end: 9 };

function ignore(
  rules: readonly string[],
  { reason = 'a pilot', silenced = [] as readonly string[] } = {},
): AppliedIgnore {
  return {
    range: RANGE,
    rules,
    reason,
    until: null,
    holds: reason !== '',
    lines: [1],
    silenced: new Set(silenced),
    models: new Set(),
  };
}

function said(of: AppliedIgnore, under?: Policy): readonly string[] {
  return unusedIgnores([of], under).map(({ message }) => render(message));
}

const NEEDLESS = 'Nothing is found by license/denied here, so this comment has no effect';

describe('an ignore comment that has no effect', () => {
  it('is told with its place, and can be taken out', () => {
    expect(unusedIgnores([ignore(['license/denied'])], policy('version: 1'))).toEqual([
      {
        rule: 'policy/unused-ignore',
        severity: expect.any(String) as string,
        range: RANGE,
        message: expect.anything() as unknown,
        model: null,
        data: { removable: 'yes' },
      },
    ]);
  });

  it('is told without a policy too where its day is past, and not where it is only left over', () => {
    const past = { ...ignore(['model/retired']), until: '2026-01-31', holds: false };
    expect(unusedIgnores([past], undefined)).toMatchObject([
      { rule: 'policy/expired-exception', severity: 'information' },
    ]);
    expect(unusedIgnores([ignore(['model/retired'])], undefined)).toEqual([]);
  });

  it.each<readonly [string, AppliedIgnore, readonly string[]]>([
    ['needed', ignore(['license/denied'], { silenced: ['license/denied'] }), []],
    ['not needed', ignore(['license/denied']), [NEEDLESS]],
    [
      'needed for one rule of two',
      ignore(['license/denied', 'license/warned'], { silenced: ['license/warned'] }),
      [NEEDLESS],
    ],
    ['without rules', ignore([]), ['This comment names no rule, so it has no effect']],
    [
      'without a reason',
      ignore(['license/denied'], { reason: '' }),
      ['This comment gives no reason, so it has no effect'],
    ],
    ['of a rule that is none', ignore(['license/denid']), ['There is no rule "license/denid"']],
    ['of a rule of the workspace', ignore(['obligation/attribution-missing']), []],
  ])('says so: %s', (_, of, expected) => {
    expect(said(of, policy('version: 1'))).toEqual(expected);
  });

  it('is not told of a rule that is off, nor where the rule itself is off', () => {
    expect(said(ignore(['license/denied']), policy('rules: { license/denied: off }'))).toEqual([]);
    expect(said(ignore(['license/denied']), policy('rules: { policy/unused-ignore: off }'))).toEqual([]);
  });

  it('cannot be taken out where it silences something, or may in the whole workspace', () => {
    const data = (of: AppliedIgnore): unknown =>
      unusedIgnores([of], policy('version: 1')).map((one) => one.data);
    expect(data(ignore(['license/denied', 'license/warned'], { silenced: ['license/warned'] }))).toEqual([
      {},
    ]);
    expect(data(ignore(['license/denied', 'obligation/attribution-missing']))).toEqual([{}]);
  });

  it('says that a rule is locked', () => {
    const locked = {
      ...policy('version: 1'),
      lockedBy: new Map([['license/denied', 'up/.model-policy.yaml']]),
    };
    expect(said(ignore(['license/denied']), locked as unknown as Policy)).toEqual([
      'A policy that this project builds on locks license/denied, so this comment has no effect',
    ]);
  });
});

describe('rules that only an audit judges', () => {
  const told = (of: AppliedIgnore, under = policy('version: 1')): readonly string[] =>
    unusedWorkspaceIgnores(of, under).map(({ message }) => render(message));

  it('are told where the audit found nothing', () => {
    expect(told(ignore(['obligation/attribution-missing', 'license/denied']))).toEqual([
      'Nothing is found by obligation/attribution-missing here, so this comment has no effect',
    ]);
    expect(
      told(ignore(['obligation/attribution-missing'], { silenced: ['obligation/attribution-missing'] })),
    ).toEqual([]);
  });

  it('are not told a second time without a reason', () => {
    expect(told(ignore(['obligation/attribution-missing'], { reason: '' }))).toEqual([]);
  });
});
