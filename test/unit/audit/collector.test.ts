import { describe, expect, it } from 'vitest';
import { GIVEN_BY_SERVER } from '../../../src/core/detect/uses/place';
import { Collector } from '../../../src/core/audit/collector';
import type { FileYield } from '../../../src/core/audit/fileYield';
import { mergeReports } from '../../../src/core/audit/merge';
import type { ModelStatus } from '../../../src/core/model';
import { message } from '../../../src/core/message';
import type { AuditedFinding, AuditedReference } from '../../../src/core/audit/result';
import type { Role, Severity } from '../../../src/core/vocabulary';
import { model, reference as named, report } from '../report/sample';
import { reference } from '../policy/support';

const ACTIVE: ModelStatus = { state: 'active' };
const RETIRED: ModelStatus = { state: 'retired', date: '2026-06-01', successor: 'gpt-10' };

function yielded(status: ModelStatus, role: Role = 'calls'): FileYield {
  const span = { line: 1, column: 1, endLine: 1, endColumn: 2 };
  return {
    references: [
      {
        span,
        reference: reference('gpt-9', { role }),
        model: model('gpt-9', { status }),
        service: undefined,
        others: [],
        reservations: [],
      },
    ],
    findings: [],
    addresses: [],
    runtimeChoices: [],
    clients: [],
    ownClasses: [],
    usedExceptions: new Set(),
    ignores: [],
    evidence: { words: [], licenses: [] },
  };
}

function statusOf(...files: readonly FileYield[]): ModelStatus | undefined {
  const collector = new Collector();
  for (const file of files) collector.add(file, { folder: 0, path: 'a.py' });
  return collector.sortedModels()[0]?.status;
}

describe('the status of a model that several services run', () => {
  it('is its end, in whatever order the places come', () => {
    expect(statusOf(yielded(ACTIVE), yielded(RETIRED))).toEqual(RETIRED);
    expect(statusOf(yielded(RETIRED), yielded(ACTIVE))).toEqual(RETIRED);
  });

  it("is that of its uses, and a mention's only where there is no use", () => {
    expect(statusOf(yielded(RETIRED, 'mentions'), yielded(ACTIVE))).toEqual(ACTIVE);
    expect(statusOf(yielded(ACTIVE), yielded(RETIRED, 'mentions'))).toEqual(ACTIVE);
    expect(statusOf(yielded(RETIRED, 'mentions'))).toEqual(RETIRED);
  });

  it('is that of the weights where a place has them: a service ends its name, and they go on', () => {
    for (const role of ['loads', 'serves', 'ships', 'derives'] as const) {
      expect(statusOf(yielded(RETIRED), yielded(ACTIVE, role))).toEqual(ACTIVE);
      expect(statusOf(yielded(ACTIVE, role), yielded(RETIRED), yielded(RETIRED, 'mentions'))).toEqual(ACTIVE);
    }
    expect(statusOf(yielded(ACTIVE), yielded(RETIRED, 'loads'))).toEqual(RETIRED);
  });

  it('comes with the page that tells it, whatever place has the other facts', () => {
    const page = (source: string) =>
      ({ fact: 'status', source, date: '2026-05-01', confidence: 'high', origin: 'catalog' }) as const;
    const told = (status: ModelStatus, source: string): FileYield => {
      const { references, ...rest } = yielded(status);
      const evidence = [page(source)];
      return {
        ...rest,
        references: references.map((one) => ({ ...one, model: model('gpt-9', { status, evidence }) })),
      };
    };
    const collector = new Collector();
    for (const file of [told(RETIRED, 'own'), told(ACTIVE, 'other')])
      collector.add(file, { folder: 0, path: 'a.py' });
    expect(collector.sortedModels()).toMatchObject([{ status: RETIRED, evidence: [{ source: 'own' }] }]);
    expect(collector.sortedModels()[0]?.evidence).toHaveLength(1);
  });

  it('is the earlier of two ends, and a retirement before a deprecation', () => {
    expect(statusOf(yielded(RETIRED), yielded({ state: 'retired', date: '2026-01-01' }))?.date).toBe(
      '2026-01-01',
    );
    expect(statusOf(yielded({ state: 'deprecated' }), yielded(RETIRED))).toEqual(RETIRED);
    expect(
      statusOf(yielded({ state: 'deprecated' }), yielded({ state: 'deprecated', date: '2027-01-01' }))?.date,
    ).toBe('2027-01-01');
  });

  it('stays the end when reports are merged', () => {
    const shards = [ACTIVE, RETIRED, ACTIVE].map((status, index) => ({
      prefix: `p${index}`,
      report: report({ models: [model('gpt-9', { status })] }),
    }));
    expect(mergeReports(shards).models.map(({ status }) => status)).toEqual([RETIRED]);
  });

  it('keeps the page that tells it when reports are merged', () => {
    const shards = (
      [
        ['own', RETIRED],
        ['other', ACTIVE],
      ] as const
    ).map(([source, status]) => ({
      prefix: source,
      report: report({
        models: [
          model('gpt-9', {
            status,
            evidence: [{ fact: 'status', source, date: '2026-05-01', confidence: 'high', origin: 'catalog' }],
          }),
        ],
      }),
    }));
    expect(mergeReports(shards).models).toMatchObject([{ status: RETIRED, evidence: [{ source: 'own' }] }]);
  });

  it('stays that of the weights when reports are merged', () => {
    const shards = (
      [
        ['calls', RETIRED],
        ['loads', ACTIVE],
        ['mentions', RETIRED],
      ] as const
    ).map(([role, status], index) => ({
      prefix: `p${index}`,
      report: report({
        models: [model('gpt-9', { status })],
        references: [named('a.py', 1, 'gpt-9', { model: 'gpt-9', role })],
      }),
    }));
    expect(mergeReports(shards).models.map(({ status }) => status)).toEqual([ACTIVE]);
  });
});

describe('a name of which nothing is known where it is used', () => {
  const unknown = (role: Role): FileYield => {
    const file = yielded(ACTIVE, role);
    return { ...file, references: file.references.map((one) => ({ ...one, model: undefined })) };
  };
  const modelsOf = (...files: readonly FileYield[]): readonly unknown[] => {
    const collector = new Collector();
    for (const file of files) collector.add(file, { folder: 0, path: 'a.py' });
    return [
      collector.sortedModels().map(({ id }) => id),
      ...collector.sortedReferences().map(({ model: id }) => id),
    ];
  };

  it('has no facts of a text that only mentions it', () => {
    expect(modelsOf(yielded(ACTIVE, 'mentions'), unknown('calls'))).toEqual([[], null, null]);
    expect(modelsOf(unknown('calls'), yielded(ACTIVE, 'lists'))).toEqual([[], null, null]);
  });

  it('keeps those of another use, and a mention takes nothing away', () => {
    expect(modelsOf(yielded(ACTIVE), unknown('calls'))).toEqual([['gpt-9'], 'gpt-9', null]);
    expect(modelsOf(yielded(ACTIVE), unknown('mentions'))).toEqual([['gpt-9'], 'gpt-9', null]);
    expect(modelsOf(yielded(ACTIVE, 'mentions'))).toEqual([['gpt-9'], 'gpt-9']);
  });

  it('keeps those of a call beside weights of which nothing is known, in a merged report too', () => {
    expect(modelsOf(yielded(ACTIVE, 'calls'), unknown('loads'))).toEqual([['gpt-9'], 'gpt-9', null]);
    expect(modelsOf(unknown('loads'), yielded(ACTIVE, 'calls'), yielded(ACTIVE, 'mentions'))[0]).toEqual([
      'gpt-9',
    ]);
    const calls = report({
      models: [model('gpt-9')],
      references: [named('a.py', 1, 'gpt-9', { model: 'gpt-9', role: 'calls' })],
    });
    const loads = report({ references: [named('b.py', 1, 'gpt-9', { model: null, role: 'loads' })] });
    const shards = [
      { prefix: 'a', report: calls },
      { prefix: 'b', report: loads },
    ];
    expect(mergeReports(shards).models.map(({ id }) => id)).toEqual(['gpt-9']);
    expect(mergeReports(shards).references.map(({ model: id }) => id)).toEqual(['gpt-9', null]);
  });

  it('has none in a merged report either', () => {
    const mentions = report({
      models: [model('gpt-9')],
      references: [named('a.md', 1, 'gpt-9', { model: 'gpt-9', role: 'mentions' })],
    });
    const calls = report({ references: [named('a.py', 1, 'gpt-9', { model: null, role: 'calls' })] });
    const merged = mergeReports([
      { prefix: 'a', report: mentions },
      { prefix: 'b', report: calls },
    ]);
    expect(merged.models).toEqual([]);
    expect(merged.references.map(({ model: id }) => id)).toEqual([null, null]);
  });
});

describe('duties at a place', () => {
  const used = reference('meta-llama/Llama-3.1-8B-Instruct');
  const place = {
    folder: 0,
    path: 'a.py',
    span: { line: 1, column: 1, endLine: 1, endColumn: 2 },
    fixes: [],
  };
  const found = (rule: string, severity: Severity, of = used): AuditedFinding => ({
    ...place,
    finding: { rule, severity, range: of.range, message: message('said'), model: of.id, reference: of },
  });
  const rulesWith = (...before: readonly AuditedFinding[]): readonly (readonly string[])[] => {
    const collector = new Collector();
    collector.addFindings(before);
    collector.addDuties([
      found('obligation/attribution-missing', 'warning'),
      found('obligation/license-copy-missing', 'warning'),
    ]);
    return collector.sortedFindings().map(({ finding: { rule, also = [] } }) => [rule, ...also]);
  };

  const both = ['obligation/attribution-missing', 'obligation/license-copy-missing'];

  it('are named by what is found there, whatever it is about', () => {
    for (const rule of ['license/denied', 'model/retired'])
      expect(rulesWith(found(rule, 'error'))).toEqual([[rule, ...both]]);
    expect(rulesWith(found('license/warned', 'warning'))).toEqual([['license/warned', ...both]]);
  });

  it('are one finding where nothing else is found, or only what informs, or what is found at another place', () => {
    expect(rulesWith()).toEqual([both]);
    expect(rulesWith(found('license/output-training', 'information'))).toEqual([
      ['license/output-training'],
      both,
    ]);
    const other = reference('meta-llama/Llama-3.1-8B-Instruct');
    expect(rulesWith(found('license/denied', 'error', other))).toEqual([['license/denied'], both]);
  });

  it('keep each way to settle them once', () => {
    const collector = new Collector();
    const titles = (...words: readonly string[]) => words.map((word) => message(word as 'said'));
    collector.addFindings([{ ...found('license/warned', 'warning'), fixes: titles('a', 'b') }]);
    collector.addDuties([{ ...found('obligation/attribution-missing', 'warning'), fixes: titles('b', 'c') }]);
    expect(collector.sortedFindings()[0]?.fixes).toEqual(titles('a', 'b', 'c'));
  });
});

describe('what several files say of a model', () => {
  const said = { range: { start: 0, end: 1 }, message: message('said'), model: 'acme/one' };
  const severitiesUnder = (...policies: readonly string[]): readonly string[] => {
    const collector = new Collector();
    for (const [index, policy] of policies.entries()) {
      const finding = {
        ...said,
        rule: 'license/unknown',
        severity: 'warning' as const,
        reference: reference('acme/one'),
      };
      const findings = [{ span: { line: 1, column: 1, endLine: 1, endColumn: 2 }, finding, fixes: [] }];
      collector.add(
        { ...yielded(ACTIVE), references: [], findings },
        { folder: 0, path: `${index}.py` },
        policy,
      );
    }
    return collector.sortedFindings().map(({ finding: { severity } }) => severity);
  };

  it('is told at one of them for those of the same policy', () => {
    expect(severitiesUnder('p', 'p')).toEqual(['warning', 'hint']);
    expect(severitiesUnder('p', 'q')).toEqual(['warning', 'warning']);
  });
});

describe('the name that a server gives what it serves', () => {
  const at = (role: Role, id: string): FileYield['references'][number] => ({
    span: { line: 1, column: 1, endLine: 1, endColumn: 2 },
    reference: { ...reference(id, { role }), ...(role === 'mentions' && { why: [GIVEN_BY_SERVER] }) },
    model: model(id),
    service: undefined,
    others: [],
    reservations: [],
  });
  const collected = (...references: FileYield['references']) => {
    const collector = new Collector();
    collector.add({ ...yielded(ACTIVE), references }, { folder: 0, path: 'compose.yml' });
    const names = (all: readonly AuditedReference[]) => all.map((one) => one.reference.id);
    return {
      references: names(collector.sortedReferences()),
      ownNames: names(collector.sortedOwnNames()),
      models: collector.sortedModels().map(({ id }) => id),
    };
  };

  it('is no model of the project where the served one stands beside it', () => {
    expect(collected(at('serves', 'acme/base'), at('mentions', 'qwen'))).toEqual({
      references: ['acme/base'],
      ownNames: ['qwen'],
      models: ['acme/base'],
    });
  });

  it('is all that is known where nothing tells what is served, and a use is a use', () => {
    expect(collected(at('mentions', 'qwen')).models).toEqual(['qwen']);
    expect(collected(at('serves', 'acme/base'), at('calls', 'qwen')).models).toEqual(['acme/base', 'qwen']);
  });
});
