import { describe, expect, it } from 'vitest';
import { Compactor } from '../../../src/core/audit/fileYield';
import type { Analysis } from '../../../src/core/engine';
import { message } from '../../../src/core/message';
import type { Finding } from '../../../src/core/policy/finding';
import { LineIndex } from '../../../src/core/text/lineIndex';
import { model } from '../report/sample';
import { reference } from '../policy/support';

const TEXT = 'one acme/one\ntwo acme/two\n# ignored';
const ONE = reference('acme/one', { reference: { revision: { value: 'abc', immutable: false } } }, 4);
const TWO = reference('acme/two', {}, 17);
const SPAN_ONE = { line: 1, column: 5, endLine: 1, endColumn: 13 };
const SPAN_TWO = { line: 2, column: 5, endLine: 2, endColumn: 13 };
const CHOICE = { range: TWO.range, loader: 'pipeline', expression: 'name' };
const EVIDENCE = { words: [], licenses: [] };

const about = (more: Partial<Finding>): Finding =>
  ({
    rule: 'license/denied',
    severity: 'error',
    message: message('{0} of {1} places', 'acme/one', 2),
    model: 'acme/one',
    range: ONE.range,
    ...more,
  }) as Finding;

const analysis = (more: Partial<Analysis>): Analysis =>
  ({
    references: [],
    findings: [],
    runtimeChoices: [],
    ignores: [],
    usedExceptions: new Set([1]),
    lines: new LineIndex(TEXT),
    modelOf: (of: unknown) => (of === ONE ? model('acme/one') : undefined),
    serviceOf: () => undefined,
    othersOf: () => [],
    reservationsOf: () => [],
    excusedOf: () => [],
    ...more,
  }) as unknown as Analysis;

const yieldOf = (more: Partial<Analysis>) =>
  new Compactor().compact(analysis(more), {
    evidence: EVIDENCE,
    fixesOf: (finding) => (finding.model === null ? [] : [message('Replace {0}', finding.model)]),
  });

describe('what is kept of a file', () => {
  it('has each reference at its place, with its model', () => {
    expect(yieldOf({ references: [ONE, TWO] }).references).toEqual([
      {
        span: SPAN_ONE,
        reference: ONE,
        model: model('acme/one'),
        service: undefined,
        others: [],
        reservations: [],
      },
      { span: SPAN_TWO, reference: TWO, model: undefined, service: undefined, others: [], reservations: [] },
    ]);
  });

  it('has each finding with what settles it, and with the very reference that it is about', () => {
    const related = [{ range: TWO.range, name: 'acme/two' }];
    const findings = [
      about({ reference: ONE, related, data: { license: 'mit' } }),
      about({ range: TWO.range, reference: TWO }),
      about({ model: null, message: message('Plain') }),
    ];
    const kept = yieldOf({ references: [ONE], findings });
    expect(kept.findings).toEqual([
      {
        span: SPAN_ONE,
        finding: findings[0],
        fixes: [message('Replace {0}', 'acme/one')],
        related: [{ ...SPAN_TWO, name: 'acme/two' }],
      },
      { span: SPAN_TWO, finding: findings[1], fixes: [message('Replace {0}', 'acme/one')] },
      { span: SPAN_ONE, finding: findings[2], fixes: [] },
    ]);
    expect(kept.findings[0]?.finding.reference).toBe(kept.references[0]?.reference);
    expect(kept.findings[2]).not.toHaveProperty('related');
    expect(kept.findings[2]?.finding).not.toHaveProperty('reference');
    expect(kept.findings[2]?.finding).not.toHaveProperty('data');
  });

  it('has what is chosen when the program runs, alone and beside a reference', () => {
    const expected = [{ span: SPAN_TWO, choice: CHOICE }];
    const choices = { runtimeChoices: [CHOICE] } as unknown as Partial<Analysis>;
    expect(yieldOf(choices).runtimeChoices).toEqual(expected);
    expect(yieldOf({ ...choices, references: [ONE] }).runtimeChoices).toEqual(expected);
    expect(yieldOf({ ...choices, findings: [about({})] }).findings).toHaveLength(1);
  });

  it('has ignores, exceptions and evidence also where nothing else was found', () => {
    const ignore = {
      range: { start: 26, end: 35 },
      rules: ['license/denied'],
      models: new Set(['acme/one']),
      reason: 'a pilot',
      used: true,
    };
    const kept = yieldOf({ ignores: [ignore] } as unknown as Partial<Analysis>);
    expect(kept).toEqual({
      references: [],
      addresses: [],
      findings: [],
      runtimeChoices: [],
      clients: [],
      ownClasses: [],
      usedExceptions: new Set([1]),
      evidence: EVIDENCE,
      ignores: [
        {
          span: { line: 3, column: 1, endLine: 3, endColumn: 10 },
          rules: ['license/denied'],
          models: new Set(['acme/one']),
          reason: 'a pilot',
          used: true,
        },
      ],
    });
  });
});

it('has every part of a reference, and equal sentences and lists once', () => {
  const why = () => [
    message('the file is below {0}', 'tests/'),
    message('{0}', message('{0} of it', 'part')),
  ];
  const full = reference('acme/one', {
    reference: {
      region: 'eu-central-1',
      possibleRegions: ['a', 'b'],
      deploymentType: 'GlobalStandard',
      via: 'gateway',
      passedTo: ['x'],
      otherHosts: ['y'],
      license: 'mit',
      isDeployed: true,
      keptAs: ['MODELS', 'chat'],
      definedAt: { start: 1, end: 2 },
      revision: { value: 'abc', immutable: false },
      why: why(),
      evidence: ['key:model', 'catalog'],
    },
  });
  const other = reference('acme/two', { reference: { why: why(), evidence: ['key:model', 'catalog'] } }, 17);
  const [first, second] = yieldOf({ references: [full, other] }).references;
  expect(first?.reference).toEqual(full);
  expect(second?.reference).toEqual(other);
  expect(second?.reference.why).toBe(first?.reference.why);
  expect(second?.reference.evidence).toBe(first?.reference.evidence);
});
