import { describe, expect, it } from 'vitest';
import type { AuditReport } from '../../../src/core/report/auditReport';
import { renderReport } from '../../../src/core/report/formats';
import {
  countReport,
  decidingHints,
  dutyStateText,
  type ModelRow,
  USE_NOT_STATED,
  modelRows,
  mostImportant,
  rulesOf,
  scopeText,
  verdictsText,
} from '../../../src/core/report/summary';
import { ENGLISH } from '../../../src/core/report/language';
import { render } from '../../../src/core/message';
import { finding, model, reference, report, service } from './sample';

type Scope = Pick<AuditReport, 'day' | 'project' | 'policy'>;
const textOf = (scope: Scope): string => scopeText(scope);

it('names beside a rule those that ask for a decision, and none that is only a hint there', () => {
  const also = ['license/denied', 'model/unpinned-revision', 'origin/denied'];
  const rule = 'model/retired';
  expect(rulesOf({ rule, also })).toEqual([rule, 'license/denied', 'origin/denied']);
  expect(rulesOf({ rule, also, hints: ['license/denied'] })).toEqual([rule, 'origin/denied']);
});

describe('what a report says was judged', () => {
  it('is all that a policy states of who runs the project', () => {
    const use = {
      purpose: 'internal',
      distribution: 'none',
      regions: ['JP'],
      seat: 'JP',
      monthlyActiveUsers: 1200,
      annualRevenueUsd: 5_000_000,
      annualRevenue: { JPY: 5_000_000_000 },
      trainsOnOutputs: false,
    } as const;
    const scope = (more: object) =>
      textOf({ policy: { path: null }, project: { commit: null, license: null, use: { ...use, ...more } } });
    expect(scope({})).toContain(
      'Seat: JP. Size: 1,200 MAU, USD 5M/year, JPY 5000M/year. Outputs train no model.',
    );
    expect(scope({ trainsOnOutputs: true })).toContain('Outputs train models.');
  });

  it('is day, commit, policy, use and license', () =>
    expect(
      textOf({
        day: '2026-11-28',
        policy: { path: '.model-policy.yaml' },
        project: {
          commit: '0123456789abcdef0123456789abcdef01234567',
          differs: false,
          license: 'MIT',
          use: {
            purpose: 'commercial',
            distribution: 'service',
            regions: ['US', 'EU'],
            monthlyActiveUsers: null,
            annualRevenueUsd: null,
            trainsOnOutputs: null,
          },
        },
      }),
    ).toBe(
      'Judged as of 2026-11-28, commit 0123456789ab. Policy: .model-policy.yaml. Use: commercial, service, regions: US, EU. License of the project: MIT.',
    ));

  it.each<readonly [boolean | undefined, string]>([
    [true, 'The files differ from that commit: some changes are not committed.'],
    [undefined, 'Whether the files are those of that commit was not checked.'],
  ])('says whether the files are those of the commit: %s', (differs, sentence) => {
    const project = { commit: 'a'.repeat(40), license: null, use: null };
    expect(
      textOf({
        day: '2026-11-28',
        policy: { path: null },
        project: { ...project, ...(differs !== undefined && { differs }) },
      }),
    ).toContain(`commit aaaaaaaaaaaa. ${sentence} Policy`);
  });

  it('says of a merged report what holds for each part', () => {
    const parts = [
      { path: 'api', policy: null, license: null },
      { path: 'web', commit: 'b'.repeat(40), differs: false, policy: 'web/p.yaml', license: 'MIT' },
    ];
    expect(
      textOf({
        day: '2026-11-28',
        policy: { path: null },
        project: { commit: null, license: null, use: null, parts },
      }),
    ).toBe(
      `Judged as of 2026-11-28. ${render(USE_NOT_STATED)} In api: Policy: none. License of the project: not stated. ` +
        'In web, commit bbbbbbbbbbbb: Policy: web/p.yaml. License of the project: MIT.',
    );
  });

  it('says what is not stated, and leaves out what an earlier version did not tell', () => {
    expect(
      textOf({
        day: '2026-11-28',
        policy: { path: null },
        project: { commit: null, license: null, use: null },
      }),
    ).toBe(
      `Judged as of 2026-11-28. Policy: none. ${render(USE_NOT_STATED)} License of the project: not stated.`,
    );
    expect(textOf({ policy: { path: null } })).toBe('Policy: none.');
  });
});

describe('the verdict of a report', () => {
  const textOf = (verdicts: readonly ModelRow['verdict'][], hasPolicy = true) =>
    verdictsText(
      verdicts.map((verdict, at) => ({
        id: `m${at}`,
        verdict,
        hasPolicy,
        model: undefined,
        places: [],
        reservations: [],
      })),
      ENGLISH,
    );

  it('counts the models that each is on, the gravest first, without those that are only named', () => {
    expect(textOf(['ok', 'conflict', null, 'review', 'ok', 'unknown', 'obligations'])).toBe(
      'Verdict: Not allowed 1; Unknown 1; Needs review 1; Allowed, with duties 1; Allowed 2.',
    );
    expect(textOf(['ok'], false)).toBe('Verdict: No policy 1.');
  });

  it('does not count as simply allowed what is called under terms that nobody has read', () => {
    const row = { hasPolicy: true, model: undefined, places: [] };
    const reservations = [{ kind: 'terms-not-read', host: 'Example Cloud' }] as const;
    const rows: readonly ModelRow[] = [
      { ...row, id: 'a', verdict: 'ok', reservations },
      { ...row, id: 'b', verdict: 'ok', reservations: [] },
      { ...row, id: 'c', verdict: 'conflict', reservations },
    ];
    expect(verdictsText(rows, ENGLISH)).toBe(
      'Verdict: Not allowed 1; Allowed 2 (1 under terms of hosts not known to allow commercial use).',
    );
  });

  it('is none where no model is used', () => {
    expect(textOf([null])).toBe('');
  });
});

describe('what matters most', () => {
  const note = (rule: string, line: number, more: Parameters<typeof finding>[3] = {}) =>
    finding(rule, 'a.py', line, { severity: 'information', message: `${rule} ${line}`, ...more });

  it('is one statement of each rule before more of the same, the gravest rule first, after graver severities', () => {
    const ending = [1, 2, 3, 4, 5].map((line) => note('model/ending', line));
    const findings = [
      ...ending,
      note('license/non-commercial', 6),
      note('license/denied', 7, { context: 'docs' }),
      note('model/retired', 8, { severity: 'warning' }),
    ];
    expect(mostImportant(report({ findings })).map(({ first }) => first.message)).toEqual([
      'model/retired 8',
      'license/non-commercial 6',
      'model/ending 1',
      'model/ending 2',
      'model/ending 3',
    ]);
    expect(mostImportant(report({ findings: ending }))).toEqual([]);
  });

  it('has what ends within days among them, the first to end first, behind what is graver', () => {
    const end = (line: number, endsOn: string) =>
      service(`m${line}`, { endsOn, places: [{ path: 'a.py', line, column: 5 }] });
    const findings = [
      ...[1, 2, 3, 4, 5, 6].map((line) => note('license/denied', line, { severity: 'error' })),
      note('model/ending', 7),
      note('hosting/warned', 8, { severity: 'warning', also: ['model/ending'] }),
      note('model/ending', 9),
      note('model/ending', 10, { context: 'test' }),
    ];
    const services = [
      end(7, '2026-12-09'),
      end(8, '2026-12-01'),
      end(9, '2027-01-01'),
      end(10, '2026-12-01'),
      end(1, '2026-12-01'),
    ];
    const told = mostImportant(report({ day: '2026-11-30', findings, services }));
    expect(told.map(({ first }) => first.message)).toEqual([
      'license/denied 1',
      'license/denied 2',
      'license/denied 3',
      'hosting/warned 8',
      'model/ending 7',
    ]);
  });
});

describe('a hint that alone makes a verdict what it is', () => {
  const called = { role: 'calls', host: 'openai', context: 'test' } as const;
  const hint = finding('hosting/denied', 'tests/a.py', 2, {
    severity: 'hint',
    context: 'test',
    model: 'acme/a',
    message: 'acme/a is denied here.',
  });
  const references = [reference('tests/a.py', 2, 'acme/a', called)];
  const places = [{ path: 'tests/a.py', line: 2, column: 5 }];
  const told = report({
    models: [model('acme/a')],
    references,
    services: [service('acme/a', { places })],
    findings: [hint],
    policies: [],
  });

  it('is none beside a finding that says as much, nor where it decides nothing', () => {
    const tests = (...findings: readonly ReturnType<typeof finding>[]) =>
      decidingHints({ ...told, findings: [hint, ...findings] });
    expect(tests()).toEqual([hint]);
    expect(tests({ ...hint, rule: 'model/unpinned-revision' })).toEqual([hint]);
    expect(tests({ ...hint, severity: 'warning', path: 'a.py', context: 'product' })).toEqual([]);
    expect(tests({ ...hint, severity: 'error', path: 'a.py', context: 'product' })).toEqual([]);
    expect(tests({ ...hint, severity: 'warning', model: 'acme/b' })).toEqual([hint]);
  });

  it.each([
    ['table', ['Verdicts that come of hints alone: acme/a (hosting/denied, tests/a.py:2).', 'no findings.']],
    [
      'markdown',
      ['## Hints that decide a verdict', '| acme/a is denied here. | `hosting/denied` |', 'no findings'],
    ],
    ['html', ['Hints that decide a verdict</h2>', 'acme/a is denied here.', '<code>hosting/denied</code>']],
    ['csv', [',hint,hosting/denied,acme/a is denied here.,', ',Needs review,']],
    ['cyclonedx', ['hint hosting/denied']],
  ] as const)('is told by %s', (format, texts) => {
    const text = renderReport(told, format, { project: 'demo' });
    for (const part of texts) expect(text).toContain(part);
  });

  it('stands where its service is told of', () => {
    const [row] = renderReport(told, 'markdown', { project: 'demo' }).match(/^\| OpenAI \|.*$/m) ?? [];
    expect(row).toContain('`hosting/denied`');
  });
});

describe('what is known of a duty being done', () => {
  const textOf = (duty: Parameters<typeof dutyStateText>[0]): string => render(dutyStateText(duty));

  it('never takes an exception for it', () => {
    const excused = [
      { reason: 'pilot', approvedBy: 'Jo', until: '2027-03-31' },
      { reason: 'old', approvedBy: null, until: null },
    ];
    expect(textOf({ state: 'open', excused })).toBe(
      'not found in the files; excused by an exception until 2027-03-31: pilot (approved by Jo); ' +
        'excused by an exception without an end: old',
    );
  });

  it('names who stated it, and each license where the statement names none of several', () => {
    expect(textOf({ state: 'done', stated: 'section 4', statedBy: 'legal' })).toBe(
      'stated by the policy: section 4 (approved by legal)',
    );
    expect(
      textOf({ state: 'done', stated: 'section 4', statedFor: ['amazon-terms', 'anthropic-terms'] }),
    ).toBe(
      'stated by the policy, which names no license, for each of amazon-terms, anthropic-terms: section 4',
    );
    expect(textOf({ state: 'by-hand' })).toBe('to be checked by hand');
  });
});

it('counts no name of the project for one of its models', () => {
  const own = reference('a.yml', 2, 'qwen', { role: 'mentions', model: null, isOwnName: true });
  const of = report({
    references: [reference('a.yml', 1, 'acme/base', { role: 'serves' }), own],
    models: [model('acme/base')],
  });
  expect(modelRows(of).map(({ id }) => id)).toEqual(['acme/base']);
  expect(countReport(of)).toMatchObject({ models: 1, places: 1 });
  for (const format of ['table', 'markdown', 'html'] as const)
    expect(renderReport(of, format, { project: 'demo' })).not.toContain('qwen');
});
