import type { Log, Result } from 'sarif';
import { describe, expect, it } from 'vitest';
import { message } from '../../../src/core/message';
import type { RuleInfo } from '../../../src/core/policy/rule';
import { toSarif } from '../../../src/core/report/sarif';
import { sarifCheck } from '../../support/reportSchemas';
import { finding, report, SAMPLE } from './sample';

const errorsIn = sarifCheck();

const RULES: readonly RuleInfo[] = [
  'license/denied',
  'license/none-stated',
  'model/unpinned-revision',
  'not/used',
].map((code) => ({
  code,
  severity: 'error',
  withoutPolicy: false,
  summary: message('Short.'),
  checks: message('Checks.'),
  why: message('Why.'),
  settle: [message('Settle *it*.')],
  example: '',
}));
const runOf = (source = SAMPLE) => (JSON.parse(toSarif(source, { rules: RULES })) as Log).runs[0]!;
const resultsOf = (source = SAMPLE): readonly Result[] => runOf(source).results ?? [];

describe('SARIF', () => {
  it('is valid by the official schema', () => {
    for (const source of [SAMPLE, report()]) {
      expect(errorsIn(JSON.parse(toSarif(source, { rules: RULES })))).toEqual([]);
    }
  });

  it('is checked by a schema that refuses what is wrong', () => {
    expect(errorsIn({ version: '2.1.0', runs: [{ tool: {} }] })).not.toEqual([]);
  });

  it('places results by encoded paths relative to the root, with columns in UTF-16 code units', () => {
    expect(runOf().columnKind).toBe('utf16CodeUnits');
    expect(
      resultsOf().find(({ ruleId }) => ruleId === 'license/none-stated')?.locations?.[0]?.physicalLocation,
    ).toEqual({
      artifactLocation: { uri: 'b%20c.ts', uriBaseId: '%SRCROOT%' },
      region: { startLine: 7, startColumn: 5, endLine: 7, endColumn: 9 },
    });
  });

  it('gives the further places that one finding speaks of as related ones', () => {
    const place = { line: 4, column: 2, endLine: 4, endColumn: 9, name: 'a/other' };
    const of = report({ findings: [finding('license/denied', 'a.py', 3, { related: [place] })] });
    expect(errorsIn(JSON.parse(toSarif(of, { rules: RULES })))).toEqual([]);
    expect(resultsOf(of)[0]?.relatedLocations).toMatchObject([
      {
        message: { text: 'a/other' },
        physicalLocation: {
          artifactLocation: { uri: 'a.py' },
          region: { startLine: 4, startColumn: 2, endLine: 4, endColumn: 9 },
        },
      },
    ]);
  });

  it('describes exactly the rules that have results', () => {
    const { rules } = runOf().tool.driver;
    expect(rules?.map(({ id }) => id)).toEqual([
      'license/denied',
      'license/none-stated',
      'model/unpinned-revision',
    ]);
    for (const result of resultsOf()) expect(rules?.[result.ruleIndex ?? -1]?.id).toBe(result.ruleId);
  });

  it('says its rules in the language of its findings, with their code as code', () => {
    const language = { tag: 'ja', translate: (template: string) => `訳：${template}` };
    const [run] = (JSON.parse(toSarif(SAMPLE, { rules: RULES, language })) as Log).runs;
    expect(errorsIn(JSON.parse(toSarif(SAMPLE, { rules: RULES, language })))).toEqual([]);
    for (const rule of run?.tool.driver.rules ?? []) expect(rule.shortDescription?.text).toMatch(/^訳：/);
    const rules = RULES.map((rule) => ({ ...rule, checks: message('See `a*b` and *c*.') }));
    const [coded] = (JSON.parse(toSarif(SAMPLE, { rules })) as Log).runs;
    expect(coded?.tool.driver.rules?.[0]?.help?.markdown).toMatch(/^See `a\*b` and \\\*c\\\*\.\n/);
  });

  it('keeps a fingerprint when lines move, and tells equal findings of a file apart', () => {
    const at = (...lines: number[]) =>
      resultsOf(
        report({ findings: lines.map((line) => finding('policy/invalid', 'a.py', line, { model: null })) }),
      ).map(({ partialFingerprints }) => partialFingerprints?.['primaryLocationLineHash']);
    expect(at(3, 9)).toEqual(at(30, 90));
    expect(new Set(at(3, 9)).size).toBe(2);
  });

  it('has one alert for a rule and a model, at the gravest place, with the others as related locations', () => {
    const places = [
      finding('license/denied', 'tests/a.py', 3, { model: 'x/y', severity: 'hint', context: 'test' }),
      finding('license/denied', 'docs/a.py', 3, { model: 'x/y', severity: 'information', context: 'docs' }),
      finding('license/denied', 'b.py', 9, { model: 'x/y', severity: 'error', context: 'product' }),
      finding('license/denied', 'b.py', 9, { model: 'other/z', severity: 'error' }),
      finding('origin/denied', 'b.py', 9, { model: 'x/y', severity: 'error' }),
    ];
    const [alert, ...others] = resultsOf(report({ findings: places }));
    expect(others.map(({ ruleId }) => ruleId)).toEqual(['license/denied', 'origin/denied']);
    expect(alert).toMatchObject({
      level: 'error',
      locations: [{ physicalLocation: { artifactLocation: { uri: 'b.py' } } }],
      relatedLocations: [{ id: 1, physicalLocation: { artifactLocation: { uri: 'docs/a.py' } } }],
    });
    expect(alert?.message.text).toMatch(/\. 1 more place\.$/);
  });

  it('stays within what code scanning takes, and says what it left out', () => {
    const many = report({
      findings: Array.from({ length: 25_010 }, (_, line) =>
        finding('license/denied', 'a.py', line + 1, { severity: line < 20 ? 'information' : 'error' }),
      ),
    });
    expect(resultsOf(many)).toHaveLength(25_000);
    expect(resultsOf(many).filter(({ level }) => level === 'note')).toHaveLength(10);
    expect(runOf(many).invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toContain(
      '10 findings',
    );
  });

  it('says when an audit is not complete', () => {
    expect(runOf().invocations?.[0]).toMatchObject({ executionSuccessful: false });
  });
});

describe('a SARIF result', () => {
  it('knows its rule, its model and what else is said there', () => {
    const [known, unknown] = resultsOf(
      report({
        findings: [
          finding('license/denied', 'a.py', 1, {
            model: 'x/y',
            message: 'x/y is denied',
            also: ['origin/denied'],
          }),
          finding('own/rule', 'a b/c#.py', 2),
        ],
      }),
    );
    expect(known).toMatchObject({
      ruleId: 'license/denied',
      ruleIndex: 0,
      message: { text: 'x/y is denied. Also origin/denied.' },
      properties: { model: 'x/y', also: ['origin/denied'] },
    });
    expect(known).not.toHaveProperty('relatedLocations');
    expect(unknown).not.toHaveProperty('ruleIndex');
    expect(unknown).not.toHaveProperty('properties');
    expect(unknown?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe('a%20b/c%23.py');
    const [plain] = resultsOf(report({ findings: [finding('license/denied', 'a.py', 1, { model: 'x/y' })] }));
    expect(plain?.properties).toEqual({ model: 'x/y' });
  });

  it('shows no more related places than code scanning does', () => {
    const places = Array.from({ length: 1_200 }, (_, line) =>
      finding('license/denied', 'a.py', line + 1, { model: 'x/y', message: 'Not allowed' }),
    );
    const [result] = resultsOf(report({ findings: places }));
    expect(result?.relatedLocations).toHaveLength(1_000);
    expect(result?.relatedLocations?.map(({ id }) => id).slice(0, 2)).toEqual([1, 2]);
    expect(result?.relatedLocations?.[0]?.physicalLocation?.region?.startLine).toBe(2);
    expect(result?.message.text).toBe('Not allowed. 1000 more places.');
  });

  it('has a fingerprint by rule and model, or by file and message where it is of no model', () => {
    const of = (...findings: Parameters<typeof finding>[]) =>
      resultsOf(report({ findings: findings.map((parts) => finding(...parts)) })).map(
        ({ partialFingerprints }) => partialFingerprints?.['primaryLocationLineHash'],
      );
    const [first] = of(['license/denied', 'a.py', 1, { model: 'x/y' }]);
    expect(first).toMatch(/^[0-9a-f]+:1$/);
    expect(of(['license/denied', 'b.py', 9, { model: 'x/y', message: 'Else.' }])).toEqual([first]);
    expect(of(['license/denied', 'a.py', 1, { model: 'x/z' }])).not.toEqual([first]);
    expect(of(['license/warned', 'a.py', 1, { model: 'x/y' }])).not.toEqual([first]);
    const [own] = of(['policy/invalid', 'a.py', 1]);
    expect(of(['policy/invalid', 'a.py', 5])).toEqual([own]);
    expect(of(['policy/invalid', 'b.py', 1])).not.toEqual([own]);
    expect(of(['policy/invalid', 'a.py', 1, { message: 'Else.' }])).not.toEqual([own]);
    expect(of(['policy/invalid', 'a.py', 1], ['policy/invalid', 'a.py', 2])[1]).toBe(own?.replace(/1$/, '2'));
  });
});

describe('a SARIF run', () => {
  it('says how to settle each rule, as text and as Markdown', () => {
    const [rule] =
      runOf(report({ findings: [finding('license/denied', 'a.py', 1)] })).tool.driver.rules ?? [];
    expect(rule).toMatchObject({
      shortDescription: { text: 'Short.' },
      fullDescription: { text: 'Checks.' },
      helpUri:
        'https://github.com/model-license-lens/model-license-lens/blob/main/docs/rules/license-denied.md',
      help: {
        text: 'Checks.\nWhy.\nSettle *it*.',
        markdown: 'Checks.\n\nWhy.\n\n- Settle \\*it\\*.',
      },
      defaultConfiguration: { level: 'error' },
      properties: { tags: ['ai-model', 'license'] },
    });
  });

  it('notes what could not be read, and only that', () => {
    const notesOf = (complete: boolean, ...reasons: string[]) =>
      runOf(
        report({
          stats: {
            filesScanned: 0,
            bytesScanned: 0,
            filesPartlyRead: [],
            complete,
            filesSkipped: reasons.map((reason) => ({ path: 'a.py', reason })),
          },
        }),
      ).invocations?.[0]?.toolExecutionNotifications?.map(({ level, message: { text } }) => [level, text]);
    expect(notesOf(false, 'lock file', 'could not be read: EACCES', 'not checked out: a submodule')).toEqual([
      ['warning', 'a.py: could not be read: EACCES'],
      ['warning', 'a.py: not checked out: a submodule'],
      ['warning', 'The audit is not complete.'],
    ]);
    expect(notesOf(true, 'lock file')).toEqual([]);
  });
});
