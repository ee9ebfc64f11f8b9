import { describe, expect, it } from 'vitest';
import { serviceAt } from '../../../src/core/lookup/service';
import { message, render } from '../../../src/core/message';
import { toReport } from '../../../src/core/report/toReport';
import { TEST_CATALOG } from '../../support/catalog';
import { auditTree, catalogHost } from '../audit/memory';

const LLAMA = 'meta-llama/Llama-3.1-8B-Instruct';
const MISTRAL = 'mistralai/Mistral-7B-Instruct-v0.3';
const nameOf = (key: string): unknown => {
  const record = TEST_CATALOG.license(key);
  return { key, name: record?.name, url: record?.url };
};
const TOOL = { version: '1', catalogDate: '2026-01-01' };

describe('a report of an audit', () => {
  it('has the addresses that the files give for a service, and no region of a setting among them', async () => {
    const result = await auditTree({ 'a.py': 'x = model:acme/one' });
    const [found] = result.references;
    if (found === undefined) throw new Error('nothing was found');
    const called = (region: string) => ({
      ...found,
      reference: { ...found.reference, region },
      service: serviceAt(TEST_CATALOG, 'llm.example.net', 'one'),
    });
    const servicesOf = (...regions: string[]) =>
      toReport({ ...result, references: regions.map(called) }, TOOL).services;
    expect(servicesOf('west.example.net', 'eu-central-1', 'east.example.net')).toMatchObject([
      { addresses: ['east.example.net', 'west.example.net'] },
    ]);
    expect(servicesOf('eu-central-1')?.[0]).not.toHaveProperty('addresses');
  });

  it('has each place and finding with its facts as text', async () => {
    const result = await auditTree({
      '.model-policy.yaml': 'version: 1\nuse: { purpose: commercial }\n',
      'a.py': 'x = model:acme/one',
    });
    const [first, ...rest] = result.references;
    if (first === undefined) throw new Error('nothing was found');
    const revision = { value: 'abc', range: { start: 0, end: 1 } };
    const why = [message('because of {0}', 'x')];
    const told = { ...first, reference: { ...first.reference, why, revision } };
    const report = toReport(
      {
        ...result,
        references: [told, ...rest],
        findings: result.findings.map((found) => ({ ...found, fixes: [message('Do {0}', 'it')] })),
      } as typeof result,
      TOOL,
    );
    expect(report.references).toMatchObject([
      {
        path: 'a.py',
        line: 1,
        column: 11,
        endLine: 1,
        endColumn: 19,
        id: 'acme/one',
        why: ['because of x'],
        revision: 'abc',
        context: 'product',
        model: null,
      },
    ]);
    expect(toReport(result, TOOL).references[0]?.revision).toBeNull();
    const unknown = report.findings.find(({ path }) => path === 'a.py');
    expect(unknown).toMatchObject({
      rule: 'license/unknown',
      path: 'a.py',
      line: 1,
      column: 11,
      model: 'acme/one',
      context: 'product',
      also: ['model/unpinned-revision'],
      hints: ['model/unpinned-revision'],
      fixes: ['Do it'],
    });
    expect(unknown?.message).toContain('acme/one');
  });

  it('keeps of a finding that is told at another place what it is by itself', async () => {
    const { findings } = toReport(
      await auditTree({
        '.model-policy.yaml': 'version: 1\nlicenses: { unknown: warning }\n',
        'a.py': 'x = model:acme/one',
        'b.py': 'x = model:acme/one',
        'c.py': 'x = model:acme/two',
      }),
      TOOL,
    );
    const hints = ['model/unpinned-revision'];
    expect(
      findings.map(({ path, severity, hints: own, alone }) => [path, severity, own, alone]),
    ).toMatchObject([
      ['a.py', 'warning', hints, undefined],
      [
        'b.py',
        'hint',
        ['model/unpinned-revision'],
        { severity: 'warning', message: findings[0]?.message, hints },
      ],
      ['c.py', 'warning', hints, undefined],
    ]);
  });

  it('knows no context of a finding that is about the policy', async () => {
    const report = toReport(
      await auditTree({
        '.model-policy.yaml':
          'version: 1\nexceptions:\n  - { model: acme/gone, reason: a pilot, expires: 2020-01-01 }\n',
        'a.py': 'model:acme/one',
      }),
      TOOL,
    );
    const about = report.findings.filter(({ rule }) => rule.startsWith('policy/'));
    expect(about.length).toBeGreaterThan(0);
    expect(about.every(({ context }) => context === null)).toBe(true);
  });

  it('says of each model that is known what comes of its uses, and of one that is only mentioned nothing', async () => {
    const report = toReport(
      await auditTree(
        {
          '.model-policy.yaml': 'version: 1\nlicenses: { deny: [llama3.1] }\n',
          'a.py': `loads ${LLAMA}`,
          'b.py': `loads ${MISTRAL}`,
          'c.py': 'mentions someone/no-license',
        },
        {},
        catalogHost,
      ),
      TOOL,
    );
    expect(report.models.map(({ id, verdict }) => [id, verdict])).toEqual([
      [LLAMA, 'conflict'],
      [MISTRAL, 'ok'],
      ['someone/no-license', null],
    ]);
  });

  it('has the duties by model, license and kind, and each license that asks for one once', async () => {
    const result = await auditTree(
      {
        '.model-policy.yaml': 'version: 1\nuse: { purpose: commercial, distribution: weights }\n',
        'a.py': `loads ${MISTRAL}`,
        'b.py': `loads ${LLAMA}`,
      },
      {},
      catalogHost,
    );
    const report = toReport({ ...result, ledger: result.ledger.toReversed() }, TOOL);
    const duties = report.obligations.map(({ model, what }) => `${model} ${what}`);
    expect(duties.length).toBeGreaterThan(2);
    expect(duties).toEqual([...duties].sort());
    expect(report.obligations).toEqual(toReport(result, TOOL).obligations);
    expect(report.obligations.find(({ what }) => what === 'display-phrase')).toMatchObject({
      model: LLAMA,
      license: 'llama3.1',
      kind: 'show',
      text: expect.stringContaining('Built with Llama') as string,
      words: 'Built with Llama',
      certain: true,
      waitsFor: [],
      state: 'open',
      where: null,
    });
    for (const ledger of [result.ledger, result.ledger.toReversed()])
      expect(toReport({ ...result, ledger }, TOOL).licenses.map(({ key }) => key)).toEqual([
        'apache-2.0',
        'llama3.1',
      ]);
    for (const license of report.licenses) expect(license).toEqual(nameOf(license.key));
    // A license that only a policy knows has no record.
    const [entry] = result.ledger;
    if (entry === undefined) throw new Error('nothing is asked');
    const own = { ...entry, license: 'acme-terms' };
    expect(toReport({ ...result, ledger: [own] }, TOOL).licenses).toEqual([]);
  });

  it('names the policy of the root, and of each whether it is valid and what it excepts', async () => {
    const exceptions =
      'exceptions:\n  - { model: acme/one, reason: a pilot, approvedBy: Kim, expires: 2027-01-01 }\n';
    const report = toReport(
      await auditTree({
        '.model-policy.yaml': `version: 1\nuse: { purpose: commercial }\n${exceptions}`,
        'web/.model-policy.yaml': 'version: [',
        'a.py': 'model:acme/one',
      }),
      TOOL,
    );
    expect(report.policy).toEqual({ path: '.model-policy.yaml' });
    expect(report.policies).toEqual([
      {
        path: '.model-policy.yaml',
        valid: true,
        exceptions: [
          {
            model: 'acme/one',
            rules: expect.anything() as unknown,
            reason: 'a pilot',
            approvedBy: 'Kim',
            expires: '2027-01-01',
          },
        ],
      },
      { path: 'web/.model-policy.yaml', valid: false, exceptions: [] },
    ]);
    const inner = { 'web/.model-policy.yaml': 'version: 1\n', 'a.py': 'model:acme/one' };
    expect(toReport(await auditTree(inner), TOOL).policy).toEqual({ path: null });
  });

  it('has what is chosen when the program runs, and what was read in part or left out, with the reason', async () => {
    const result = await auditTree({
      'a.py': new TextEncoder()
        .encode('a long enough line of text ?')
        .map((byte) => (byte === 0x3f ? 0xff : byte)),
      'package-lock.json': '{}',
    });
    const span = { line: 3, column: 5, endLine: 3, endColumn: 9 };
    const choice = { range: { start: 0, end: 4 }, loader: 'pipeline', expression: 'name' };
    const report = toReport(
      { ...result, runtimeChoices: [{ folder: 0, path: 'a.py', span, choice }] } as typeof result,
      TOOL,
    );
    expect(report.runtimeChoices).toEqual([
      { path: 'a.py', ...span, loader: 'pipeline', expression: 'name' },
    ]);
    expect(report.stats.filesPartlyRead).toEqual([
      { path: 'a.py', reason: '1 characters are not valid UTF-8' },
    ]);
    const reasons = result.stats.filesSkipped.map(({ path, message }) => ({ path, reason: render(message) }));
    expect(reasons.map(({ path }) => path)).toEqual(['package-lock.json']);
    expect(report.stats.filesSkipped).toEqual(reasons);
  });

  it('tells beside a finding what it speaks for and does not say, and its other places', async () => {
    const result = await auditTree({ '.model-policy.yaml': 'version: 1\n', 'a.py': 'model:acme/one' });
    const [first] = result.findings;
    if (first === undefined) throw new Error('nothing was found');
    const { finding } = first;
    const beside = (rule: string, severity: 'error' | 'hint') => ({
      ...finding,
      rule,
      severity,
      message: message('{0} says this', rule),
    });
    const merged = [
      beside('license/unknown', 'error'),
      beside('origin/denied', 'hint'),
      beside('model/retired', 'error'),
    ];
    const places = [{ line: 7, column: 2, endLine: 7, endColumn: 5, name: 'acme/two' }];
    const told = { ...first, finding: { ...finding, merged }, related: places } as typeof first;
    const [full, plain] = [told, { ...first, finding: { ...finding, merged: [] } }].map(
      (one) => toReport({ ...result, findings: [one] }, TOOL).findings[0],
    );
    expect(full).toMatchObject({
      further: [{ rule: 'license/unknown', message: 'license/unknown says this' }],
      related: places,
    });
    // The end of a model is another matter, and said in one message with the finding.
    expect(full?.message).toMatch(/; model\/retired says this$/);
    expect(plain).not.toHaveProperty('further');
    expect(plain).not.toHaveProperty('related');
  });

  it('names no rules beside a finding that has none', async () => {
    const result = await auditTree({
      '.model-policy.yaml': 'version: 1\nlicenses: { deny: [mit] }\n',
      'a.py': 'model:acme/one',
    });
    for (const { finding } of result.findings) Reflect.deleteProperty(finding, 'also');
    const report = toReport(result, TOOL);
    expect(report.findings.length).toBeGreaterThan(0);
    expect(report.findings.every(({ also }) => also?.length === 0)).toBe(true);
  });
});
