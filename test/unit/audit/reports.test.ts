import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newFindings as newIn, type IsGone, withoutAccepted } from '../../../src/core/audit/baseline';
import { changedOnly, modelChanges } from '../../../src/core/audit/changes';
import { mergeReports } from '../../../src/core/audit/merge';
import type {
  AuditReport,
  PolicyChange,
  ReportedException,
  ReportedFinding,
  ReportedIgnore,
  ReportedObligation,
  ReportedService,
} from '../../../src/core/report/auditReport';
import { toCsv } from '../../../src/core/report/csv';
import { toCycloneDx } from '../../../src/core/report/cyclonedx';
import { toJsonLines } from '../../../src/core/report/jsonLines';
import { ENGLISH } from '../../../src/core/report/language';
import { judgingChangeTexts, modelRows, verdictText } from '../../../src/core/report/summary';
import type { Severity } from '../../../src/core/vocabulary';
import { finding, model, reference, report, SAMPLE, service } from '../report/sample';

type Inventory = NonNullable<NonNullable<AuditReport['project']>['inventory']>;
type Findings = AuditReport['findings'];

function newFindings(now: Findings, before: Findings, isGone?: IsGone): Findings {
  return newIn({ findings: now, references: [] }, { findings: before, references: [] }, isGone);
}

describe('a baseline', () => {
  const old = finding('license/denied', 'a.py', 3, { model: 'x/y' });

  it.each([
    ['the same finding on another line', { line: 90, endLine: 90 }, 0],
    ['a less severe one', { severity: 'warning' as const }, 0],
    ['the same in another file', { path: 'b.py' }, 1],
    ['another model', { model: 'x/z' }, 1],
    ['another rule', { rule: 'license/warned' }, 1],
  ])('of one finding leaves of %s %j', (_, change, left) => {
    expect(newFindings([{ ...old, ...change }], [old])).toHaveLength(left);
  });

  it('accepts no more of a kind than it has, and nothing that became more severe', () => {
    expect(newFindings([old, { ...old, line: 8 }], [old])).toHaveLength(1);
    expect(newFindings([old], [{ ...old, severity: 'warning' }])).toHaveLength(1);
  });

  it('accepts what moved with its file, as often as it was there', () => {
    const moved = { ...old, path: 'b.py' };
    const isGone: IsGone = (path) => path === 'a.py';
    expect(newFindings([moved], [old], isGone)).toEqual([]);
    expect(newFindings([moved, { ...moved, line: 9 }], [old], isGone)).toHaveLength(1);
    expect(newFindings([{ ...moved, model: 'x/z' }], [old], isGone)).toHaveLength(1);
    expect(newFindings([{ ...moved, also: ['model/retired'] }], [old], isGone)).toHaveLength(1);
    // A file that was there before is no new name of another.
    const beside = { ...old, path: 'b.py', rule: 'license/warned' };
    expect(newFindings([moved, beside], [old, beside], isGone)).toEqual([moved]);
  });

  it('accepts at every place what one place tells for all', () => {
    const asked = { ...old, rule: 'license/unknown' };
    expect(newFindings([{ ...asked, path: 'other.py' }], [asked])).toEqual([]);
    expect(newFindings([{ ...asked, path: 'other.py', model: 'x/z' }], [asked])).toHaveLength(1);
  });

  it('accepts of a host what it says of that host, in that region', () => {
    const asked = { ...old, rule: 'hosting/warned' };
    const at = (finding: ReportedFinding, host: string, region: string | null) => ({
      findings: [finding],
      references: [],
      services: [service('x/y', { host, region, places: [{ path: 'a.py', line: 3, column: 5 }] })],
    });
    const left = (host: string, region: string | null, of = asked): number =>
      newIn(at(of, host, region), at(of, 'here', 'EU')).length;
    expect([left('here', 'EU'), left('there', 'EU'), left('here', null)]).toEqual([0, 1, 1]);
    expect(left('there', null, old)).toBe(0);
  });

  it('accepts the end of a name for that name', () => {
    const ended = { ...old, rule: 'model/retired' };
    const called = (id: string, of = ended) => ({
      findings: [of],
      references: [],
      services: [service('x/y', { id, places: [{ path: 'a.py', line: 3, column: 5 }] })],
    });
    expect(newIn(called('y-old'), called('Y-old'))).toEqual([]);
    expect(newIn(called('y-older'), called('y-old'))).toHaveLength(1);
    expect(newIn(called('y-older', old), called('y-old', old))).toEqual([]);
  });

  it('does not accept that an accepted model ends, or breaks another rule that matters', () => {
    const ended = { ...old, also: ['model/retired'] };
    expect(newFindings([ended], [old])).toHaveLength(1);
    expect(newFindings([ended], [ended])).toEqual([]);
    // As reports had it when each rule was a finding of its own.
    expect(newFindings([ended], [old, { ...old, rule: 'model/retired' }])).toEqual([]);
    expect(newFindings([{ ...old, also: ['model/unpinned-revision'] }], [old])).toEqual([]);
  });

  it('accepts all of the report it was made from, and says how many', () => {
    expect(withoutAccepted(SAMPLE, SAMPLE)).toMatchObject({ findings: [], accepted: SAMPLE.findings.length });
  });

  it('does not change what comes of a model whose findings it accepts', () => {
    const verdicts = (of: typeof SAMPLE): Record<string, string | null> =>
      Object.fromEntries(modelRows(of).map(({ id, verdict }) => [id, verdict]));
    const found = report({
      references: [
        reference('a.py', 1, 'acme/base'),
        reference('b.py', 1, 'acme/free'),
        reference('c.py', 1, 'claims', { model: null }),
      ],
      models: [model('acme/base'), model('acme/free')],
      findings: [
        finding('model/unknown', 'c.py', 1, { model: 'claims', severity: 'error' }),
        finding('license/denied', 'a.py', 1, { model: 'acme/base', severity: 'error' }),
        finding('model/unpinned-revision', 'b.py', 1, { model: 'acme/free', severity: 'hint' }),
      ],
    });
    const whole = { 'acme/base': 'conflict', 'acme/free': 'ok', claims: 'conflict' };
    expect(verdicts(found)).toEqual(whole);
    expect(verdicts(withoutAccepted(found, found))).toEqual(whole);
    expect(withoutAccepted(found, found).unknownVerdicts).toEqual({ claims: 'conflict' });
    expect(verdicts({ ...found, findings: [] })).toEqual({
      'acme/base': 'ok',
      'acme/free': 'ok',
      claims: 'unknown',
    });
  });
});

describe('changes', () => {
  const before = report({
    references: [reference('a.py', 1, 'keep'), reference('a.py', 2, 'gone'), reference('a.py', 3, 'moved')],
    models: ['gone', 'keep', 'moved'].map((id) => model(id)),
  });

  it('are models added, used otherwise and removed, but not those on another line', () => {
    const after = report({
      references: [
        reference('a.py', 7, 'keep'),
        reference('b.py', 3, 'moved', { role: 'serves' }),
        reference('b.py', 4, 'new', { model: null }),
      ],
      models: ['keep', 'moved'].map((id) => model(id)),
    });
    expect(modelChanges(before, after)).toEqual([
      { model: 'gone', change: 'removed', detail: ['loads in a.py'] },
      { model: 'moved', change: 'changed', detail: ['now serves in b.py', 'no longer loads in a.py'] },
      { model: 'new', change: 'added', detail: ['loads in b.py'] },
    ]);
    const only = changedOnly(before, after, { ref: 'main', policies: [] });
    expect(only.references.map(({ id }) => id)).toEqual(['moved', 'new']);
    expect(only.models.map(({ id }) => id)).toEqual(['moved']);
  });

  it('are calls at another host, in another region, or of what no text names', () => {
    const calling = (path: string, services: readonly ReportedService[]): AuditReport =>
      report({
        references: [reference(path, 1, 'asked', { role: 'calls' }), reference(path, 2, 'kept')],
        models: [model('asked'), model('kept')],
        services: services.map((one) => ({
          ...one,
          places: [{ path, line: one.isAddress ? 9 : 1, column: 5 }],
        })),
      });
    const at = (name: string, country: string, more: Partial<ReportedService> = {}): ReportedService =>
      service('asked', { host: name, name, operatorName: name, country, region: null, ...more });
    const old = calling('a.py', [at('Here', 'US', { region: 'EU' })]);
    const now = calling('a.py', [at('There', 'CN', { region: 'CN' })]);
    const moved = ['now calls in a.py: There (CN)', 'no longer calls in a.py: Here (US), processed in EU'];
    expect(modelChanges(old, now)).toEqual([{ model: 'asked', change: 'changed', detail: moved }]);
    const only = changedOnly(old, now, { ref: 'main', policies: [] });
    expect(only.services?.map(({ name }) => name)).toEqual(['There']);
    expect(modelChanges(old, calling('a.py', [at('Here', 'US')]))[0]?.detail).toEqual([
      'now calls in a.py: Here (US)',
      'no longer calls in a.py: Here (US), processed in EU',
    ]);
    const address = at('Else', 'DE', { id: 'api.else.example', isAddress: true, model: null });
    expect(modelChanges(old, calling('a.py', [...(old.services ?? []), address]))).toEqual([
      { model: 'api.else.example', change: 'added', detail: ['calls in a.py: Else (DE)'] },
    ]);
    const isGone: IsGone = (path) => path === 'a.py';
    const renamed = calling('b.py', [at('Here', 'US', { region: 'EU' })]);
    expect(changedOnly(old, renamed, { ref: 'main', policies: [], isGone }).since?.changes).toEqual([]);
  });

  it('are none where a file only has another name', () => {
    const to = (path: string, ids: readonly string[]) =>
      report({ references: ids.map((id, line) => reference(path, line + 1, id)) });
    const since = (after: AuditReport, isGone?: IsGone) =>
      changedOnly(before, after, { ref: 'main', policies: [], ...(isGone && { isGone }) }).since?.changes;
    const gone: IsGone = (path) => path === 'a.py';
    expect(since(to('b.py', ['keep', 'gone', 'moved']), gone)).toEqual([]);
    expect(since(to('b.py', ['keep', 'gone', 'moved']))).toHaveLength(3);
    expect(since(to('b.py', ['keep', 'gone']), gone)).toHaveLength(3);
  });

  it('have models of new findings with them, also those that are used as before', () => {
    const after = { ...before, findings: [finding('license/denied', 'a.py', 1, { model: 'keep' })] };
    const only = changedOnly(before, after, { ref: 'main', policies: [] });
    expect(only.references.map(({ id }) => id)).toEqual(['keep']);
    expect(only.models.map(({ id }) => id)).toEqual(['keep']);
    expect(only.since?.changes).toEqual([]);
  });

  it('have models whose findings a comment newly silences with them', () => {
    const ignore = (rules: readonly string[], more: Partial<ReportedIgnore> = {}): ReportedIgnore => ({
      path: 'a.py',
      line: 1,
      rules,
      models: ['keep'],
      reason: 'fine',
      ...more,
    });
    const newIn = (now: ReportedIgnore, old: readonly ReportedIgnore[], isGone?: IsGone) =>
      changedOnly(
        { ...before, ignores: old },
        { ...before, ignores: [now] },
        { ref: 'main', policies: [], ...(isGone && { isGone }) },
      );
    const denied = ignore(['license/denied']);
    const only = newIn(denied, []);
    expect(only.since).toMatchObject({ changes: [], ignores: [denied] });
    expect(only.models.map(({ id }) => id)).toEqual(['keep']);
    expect(
      newIn(denied, [ignore(['license/denied', 'license/unknown'], { line: 9 })]).since?.ignores,
    ).toEqual([]);
    expect(newIn(denied, [ignore(['license/unknown'])]).since?.ignores).toEqual([denied]);
    expect(newIn(denied, [{ ...denied, models: [] }]).since?.ignores).toEqual([denied]);
    const ending = ignore(['license/denied'], { reason: 'fine until 2027-03-31' });
    const later = ignore(['license/denied'], { reason: 'fine until 2028-03-31' });
    expect(newIn(later, [ending]).since?.ignores).toEqual([later]);
    expect(newIn(denied, [later]).since?.ignores).toEqual([denied]);
    expect(newIn(ending, [later]).since?.ignores).toEqual([]);
    expect(newIn(later, [denied]).since?.ignores).toEqual([]);
    const moved = { ...denied, path: 'b.py' };
    expect(newIn(moved, [denied]).since?.ignores).toEqual([moved]);
    expect(newIn(moved, [denied], () => true).since?.ignores).toEqual([]);
  });

  it('have models that an exception newly excuses with them', () => {
    const excused = (more: Partial<ReportedException> = {}): ReportedException => ({
      model: 'ke*',
      rules: ['license/denied'],
      reason: 'bought',
      approvedBy: null,
      expires: '2027-01-31',
      ...more,
    });
    const under = (path: string, exceptions: readonly ReportedException[]): AuditReport => ({
      ...before,
      policies: [{ path, valid: true, exceptions }],
    });
    const newIn = (now: ReportedException, old: readonly ReportedException[] = [], isGone?: IsGone) =>
      changedOnly(under('policy.yaml', old), under('policy.yaml', [now]), {
        ref: 'main',
        policies: [],
        ...(isGone && { isGone }),
      });
    const only = newIn(excused());
    expect(only.since?.exceptions).toEqual([{ ...excused(), policy: 'policy.yaml', models: ['keep'] }]);
    expect(only.models.map(({ id }) => id)).toEqual(['keep']);
    expect(newIn(excused({ paths: ['b/**'] })).since?.exceptions).toMatchObject([{ models: [] }]);
    const wider = [
      { rules: [] },
      { rules: ['license/denied', 'license/unknown'] },
      { expires: null },
      { expires: '2027-02-01' },
      { model: '*' },
    ];
    for (const more of wider) expect(newIn(excused(more), [excused()]).since?.exceptions).toHaveLength(1);
    const narrower = [{ reason: 'other' }, { paths: ['a.py'] }, { expires: '2027-01-30' }];
    for (const more of narrower) expect(newIn(excused(more), [excused()]).since?.exceptions).toEqual([]);
    expect(newIn(excused(), [excused({ rules: [], expires: null })]).since?.exceptions).toEqual([]);
    const renamed = changedOnly(under('old.yaml', [excused()]), under('new.yaml', [excused()]), {
      ref: 'main',
      policies: [],
      isGone: (path) => path === 'old.yaml',
    });
    expect(renamed.since?.exceptions).toEqual([]);
  });

  it('tell what a changed policy tells more lightly, or no longer, of uses that are the same', () => {
    const told = (severity: Severity, more: Partial<ReportedFinding> = {}): ReportedFinding => ({
      ...finding('license/region', 'a.py', 1, { model: 'keep', severity }),
      ...more,
    });
    const policies = [{ path: 'policy.yaml', change: 'changed' as const }];
    const easedIn = (old: AuditReport, now: AuditReport, changed: readonly PolicyChange[] = policies) =>
      changedOnly(old, now, { ref: 'main', policies: changed });
    const old = { ...before, findings: [told('error')] };
    const lighter = easedIn(old, { ...before, findings: [told('warning')] });
    const about = { rule: 'license/region', model: 'keep', path: 'a.py', was: 'error' };
    expect(lighter.since?.eased).toEqual([{ ...about, is: 'warning' }]);
    expect(lighter.models.map(({ id }) => id)).toEqual(['keep']);
    expect(judgingChangeTexts(lighter, ENGLISH)[1]).toBe(
      'Judged more lightly than before: license/region, of keep (Error → Warning)',
    );
    const none = easedIn(old, before);
    expect(none.since?.eased).toEqual([{ ...about, is: null }]);
    expect(judgingChangeTexts(none, ENGLISH)[1]).toContain('(Error → no longer told)');
    // What is as grave, what another rule tells for it, what was no matter before, and what is used otherwise.
    const now = { ...before, findings: [told('error', { line: 9 })] };
    expect(easedIn(old, now).since?.eased).toEqual([]);
    const merged = told('error', { rule: 'model/denied', also: ['license/region'] });
    expect(easedIn(old, { ...before, findings: [merged] }).since?.eased).toEqual([]);
    expect(easedIn({ ...before, findings: [told('hint')] }, before).since?.eased).toEqual([]);
    const pinned = { ...before, references: [reference('a.py', 1, 'keep', { revision: 'abc' })] };
    expect(easedIn(old, pinned).since?.eased).toEqual([]);
    expect(easedIn(old, before, []).since?.eased).toEqual([]);
    const ignores = [
      { path: 'a.py', line: 1, rules: ['license/region'], models: ['keep'], reason: 'bought' },
    ];
    expect(easedIn(old, { ...before, ignores }).since?.eased).toEqual([]);
  });

  it('tell the duties that a changed policy newly states to be done', () => {
    const of = (what: ReportedObligation['what'], stated?: string): ReportedObligation => ({
      model: 'keep',
      license: 'llama3.1',
      kind: 'name',
      what,
      text: 'Do it',
      words: null,
      certain: true,
      waitsFor: [],
      clause: null,
      source: null,
      state: stated === undefined ? 'by-hand' : 'done',
      where: null,
      ...(stated !== undefined && { stated }),
    });
    const policies = [{ path: 'policy.yaml', change: 'changed' as const }];
    const statedIn = (
      old: readonly ReportedObligation[],
      now: readonly ReportedObligation[],
      changed: readonly PolicyChange[] = policies,
    ) =>
      changedOnly(
        { ...before, obligations: old },
        { ...before, obligations: now },
        { ref: 'main', policies: changed },
      );
    const [open, done] = [of('name-prefix'), of('name-prefix', 'section 4')];
    const only = statedIn([open], [done, of('follow-use-policy', 'section 4')]);
    expect(only.since?.duties?.map(({ what }) => what)).toEqual(['name-prefix', 'follow-use-policy']);
    expect(only.models.map(({ id }) => id)).toEqual(['keep']);
    expect(judgingChangeTexts(only, ENGLISH)[1]).toBe(
      'Newly stated as done for keep (name-prefix, follow-use-policy): section 4',
    );
    expect(statedIn([], [done]).since?.duties).toHaveLength(1);
    expect(statedIn([done], [of('name-prefix', 'section 5')]).since?.duties).toEqual([]);
    expect(statedIn([done], [open]).since?.duties).toEqual([]);
    expect(statedIn([open], [done], []).since?.duties).toEqual([]);
  });

  it('are none between a report and itself', () => {
    expect(changedOnly(SAMPLE, SAMPLE, { ref: 'main', policies: [] })).toMatchObject({
      references: [],
      models: [],
      findings: [],
      since: { ref: 'main', changes: [], ignores: [] },
    });
  });
});

describe('merging', () => {
  const merge = (...reports: AuditReport[]): AuditReport =>
    mergeReports(reports.map((shard) => ({ prefix: '', report: shard })));

  it('of one report gives that report', () => {
    expect(merge(SAMPLE)).toEqual(SAMPLE);
  });

  it('counts once what two shards both have, in whatever order they come', () => {
    const other = report({
      references: [...SAMPLE.references, reference('z.py', 1, 'acme/base')],
      findings: SAMPLE.findings,
      models: SAMPLE.models,
    });
    expect(merge(SAMPLE, other).references).toHaveLength(SAMPLE.references.length + 1);
    expect(merge(SAMPLE, other).findings).toHaveLength(SAMPLE.findings.length);
    expect({ ...merge(SAMPLE, other), policy: null }).toEqual({ ...merge(other, SAMPLE), policy: null });
  });

  it("puts the shard's folder before the places of services and duties, and keeps what is in none", () => {
    const duty = {
      model: 'acme/base',
      license: 'mit',
      kind: 'notice',
      what: 'notice',
      text: 'Keep the notice',
      words: null,
      certain: true,
      waitsFor: [],
      clause: null,
      source: null,
      state: 'done',
      where: { path: 'NOTICE', line: 1 },
    } as unknown as AuditReport['obligations'][number];
    const shard = {
      ...SAMPLE,
      obligations: [duty, { ...duty, what: 'cite', state: 'open', where: null }],
    } as unknown as AuditReport;
    const merged = mergeReports([{ prefix: 'web', report: shard }]);
    expect(merged.obligations.map(({ what, state, where }) => [what, state, where])).toEqual([
      ['cite', 'open', null],
      ['notice', 'done', { path: 'web/NOTICE', line: 1 }],
    ]);
    expect(SAMPLE.services?.length).toBeGreaterThan(0);
    expect(merged.services?.flatMap(({ places }) => places.map(({ path }) => path))).toEqual(
      SAMPLE.services?.flatMap(({ places }) => places.map(({ path }) => `web/${path}`)),
    );
  });

  it('keeps weights apart that lie at the same path of two shards and are not the same', () => {
    const weights = (country: string): AuditReport =>
      report({
        references: [reference('run.sh', 1, '/models/main')],
        models: [
          {
            ...model('/models/main'),
            registry: 'local',
            origin: [{ model: '/models/main', organization: null, country }],
          },
        ],
      });
    const namesOf = (one: AuditReport, two: AuditReport): readonly (string | null)[] => {
      const merged = mergeReports([
        { prefix: 'one', report: one },
        { prefix: 'two', report: two },
      ]);
      return [...merged.models.map(({ id }) => id), ...merged.references.map((place) => place.model)];
    };
    const apart = ['one/models/main', 'two/models/main'];
    expect(namesOf(weights('DE'), weights('US'))).toEqual([...apart, ...apart]);
    expect(namesOf(weights('DE'), weights('DE'))).toEqual(['/models/main', '/models/main', '/models/main']);
  });

  it("puts the shard's folder before its paths", () => {
    const merged = mergeReports([{ prefix: 'web', report: SAMPLE }]);
    for (const list of [
      merged.references,
      merged.findings,
      merged.policies,
      merged.runtimeChoices,
      merged.stats.filesSkipped,
    ]) {
      expect(list.every(({ path }) => path.startsWith('web/'))).toBe(true);
    }
    expect(merged.policy.path).toBe('web/.model-policy.yaml');
  });

  it('is of the last day on which a shard was judged', () => {
    const days = (...of: (string | undefined)[]): string | undefined =>
      mergeReports(of.map((day) => ({ prefix: '', report: report(day === undefined ? {} : { day }) }))).day;
    expect(days('2026-11-24', '2026-11-26', undefined, '2026-11-25')).toBe('2026-11-26');
    expect(days(undefined)).toBeUndefined();
  });

  it('keeps what all shards say of the project, and of several commits each with its folder', () => {
    const of = (commit: string, license: string | null, more: object = {}): AuditReport =>
      report({ project: { commit, license, use: null, ...more } });
    expect(merge(of('a1', 'mit'), of('a1', null, { differs: true })).project).toEqual({
      commit: 'a1',
      differs: true,
      license: null,
      use: null,
    });
    const two = mergeReports([
      { prefix: 'web', report: of('b2', 'mit', { repository: 'github.com/acme/web' }) },
      { prefix: 'api', report: of('a1', 'mit', { differs: false }) },
    ]);
    const parts = [
      { path: 'api', commit: 'a1', differs: false },
      { path: 'web', commit: 'b2', repository: 'github.com/acme/web' },
    ];
    expect(two.project).toEqual({ commit: null, license: 'mit', use: null, parts });
    const again = mergeReports([
      { prefix: 'all', report: two },
      { prefix: 'docs', report: of('c3', null) },
    ]);
    expect(again.project?.parts?.map(({ path, commit }) => [path, commit])).toEqual([
      ['all/api', 'a1'],
      ['all/web', 'b2'],
      ['docs', 'c3'],
    ]);
  });

  it('states of the whole what the policies of all parts state, and the data of each', () => {
    const of = (facts: Inventory['facts'], datasets: Inventory['datasets']): AuditReport =>
      report({ project: { commit: 'a1', license: null, use: null, inventory: { facts, datasets } } });
    const merged = merge(
      of({ producer: 'Acme', name: 'web', author: 'A' }, { both: { url: 'u' }, one: { url: 'v' }, own: {} }),
      of({ producer: 'Acme', name: 'api' }, { both: { url: 'u' }, one: { url: 'w' } }),
    );
    expect(merged.project?.inventory).toEqual({
      facts: { producer: 'Acme' },
      datasets: { both: { url: 'u' }, own: {} },
    });
  });

  it('keeps of each part what is not the same in all: policy, license, use and what its policy states of it', () => {
    const of = (policy: string | null, more: object = {}): AuditReport =>
      report({ policy: { path: policy }, project: { commit: 'a1', license: 'mit', use: null, ...more } });
    const inventory = { facts: { author: 'Acme' }, datasets: {} };
    const two = mergeReports([
      { prefix: 'web', report: of('.model-policy.yaml', { inventory }) },
      { prefix: 'api', report: of(null, { commit: null, license: null }) },
    ]);
    expect(two.policy.path).toBeNull();
    expect(two.project?.parts).toEqual([
      { path: 'api', policy: null, license: null },
      { path: 'web', commit: 'a1', policy: 'web/.model-policy.yaml', license: 'mit', inventory },
    ]);
    const folders = mergeReports(['x', 'y'].map((prefix) => ({ prefix, report: of('p.yaml') })));
    expect(folders.project).toMatchObject({ commit: 'a1', license: 'mit' });
    expect(folders.project?.parts?.map(({ policy }) => policy)).toEqual(['x/p.yaml', 'y/p.yaml']);
    const again = mergeReports([
      { prefix: 'all', report: two },
      { prefix: 'z', report: of('p.yaml') },
    ]);
    expect(again.project?.parts?.map(({ path, policy }) => [path, policy])).toEqual([
      ['all/api', null],
      ['all/web', 'all/web/.model-policy.yaml'],
      ['z', 'z/p.yaml'],
    ]);
  });

  it('keeps of the project only what all shards say alike', () => {
    const USE = { purpose: 'commercial' } as NonNullable<NonNullable<AuditReport['project']>['use']>;
    const of = (commit: string | null, more: object = {}): AuditReport =>
      report({ project: { commit, license: 'mit', use: USE, repository: 'github.com/acme/app', ...more } });
    expect(merge(of('a1'), of('a1', { license: null })).project).toEqual({
      commit: 'a1',
      repository: 'github.com/acme/app',
      license: null,
      use: USE,
    });
    expect(merge(of('a1', { differs: false }), of('a1', { differs: false, use: null })).project).toEqual({
      commit: 'a1',
      differs: false,
      repository: 'github.com/acme/app',
      license: 'mit',
      use: null,
    });
    // Of no commit at all there are no parts, and nothing that differs from it.
    const none = merge(
      of(null, { differs: true }),
      of(null, { repository: 'github.com/acme/other' }),
    ).project;
    expect(none).toEqual({ commit: null, license: 'mit', use: USE });
    const mixed = mergeReports([
      { prefix: 'a', report: of('a1') },
      { prefix: 'b', report: of(null) },
    ]).project;
    expect(mixed?.parts).toEqual([{ path: 'a', commit: 'a1', repository: 'github.com/acme/app' }]);
    const bare = (): AuditReport => {
      const one = report();
      Reflect.deleteProperty(one, 'project');
      return one;
    };
    expect(merge(bare(), bare())).not.toHaveProperty('project');
    expect(merge(bare(), of('a1')).project).toEqual(of('a1').project);
  });

  it('of several days has the last, and of none none', () => {
    expect(merge(report({ day: '2026-01-02' }), report({ day: '2026-01-01' })).day).toBe('2026-01-02');
    const dayless = report();
    Reflect.deleteProperty(dayless, 'day');
    expect(merge(dayless, dayless)).not.toHaveProperty('day');
  });

  it('has of a model the gravest that comes of its uses', () => {
    const saying = (verdict: 'ok' | 'conflict' | null | undefined): AuditReport =>
      report({ models: [model('a', verdict === undefined ? {} : ({ verdict } as object))] });
    const verdictOf = (...shards: readonly AuditReport[]): unknown => merge(...shards).models[0]?.verdict;
    expect(verdictOf(saying('ok'), saying('conflict'))).toBe('conflict');
    expect(verdictOf(saying('conflict'), saying('ok'))).toBe('conflict');
    expect(verdictOf(saying(null), saying('ok'))).toBe('ok');
    expect(verdictOf(saying(null), saying(null))).toBeNull();
    expect(merge(saying(undefined), saying(undefined)).models[0]).not.toHaveProperty('verdict');
  });

  it('calls nothing allowed that only the policy of another part lets through', () => {
    const judged = (name: string, policies: AuditReport['policies'] = []): AuditReport =>
      report({
        models: [model(name, { verdict: 'ok' } as object)],
        references: [reference('a.py', 1, name, { model: name, role: 'loads' })],
        policies,
      });
    const policies = [{ path: '.model-policy.yaml', valid: true, exceptions: [] }];
    const wordsOf = (of: AuditReport): unknown => modelRows(of).map((row) => verdictText(row));
    const parts = [judged('a', policies), judged('b')];
    const whole = merge(...parts);
    expect(wordsOf(whole)).toEqual(['Allowed', 'No policy']);
    expect(wordsOf(merge(...parts.reverse()))).toEqual(['Allowed', 'No policy']);
    expect(wordsOf(merge(whole, judged('c', policies)))).toEqual(['Allowed', 'No policy', 'Allowed']);
    expect(wordsOf(merge(judged('a', policies), judged('a')))).toEqual(['No policy']);
    expect(wordsOf(merge(judged('a'), judged('b')))).toEqual(['No policy', 'No policy']);
    expect([...toCsv(whole)].join('')).toMatch(/^a\.py,1,5,b,.*,No policy,/m);
    expect([...toCycloneDx(whole, { project: 'both' })].join('')).toMatch(
      /"model-license-lens:verdict",\s+"value": "no policy"/,
    );
    expect([...toJsonLines(whole, 'both')].map((line) => /"hasPolicy":false/.test(line))).toEqual([
      false,
      true,
    ]);
  });

  it('is of something', () => expect(() => mergeReports([])).toThrow(new RangeError('no reports to merge')));

  it('names a policy where all shards have that one, each in its own folder', () => {
    const under = (path: string | null): AuditReport => report({ policy: { path } });
    expect(merge(under('p.yaml'), under('p.yaml')).policy.path).toBe('p.yaml');
    expect(merge(under('p.yaml'), under('q.yaml')).policy.path).toBeNull();
    expect(merge(under('p.yaml'), under(null)).policy.path).toBeNull();
    expect(merge(under(null), under(null)).policy.path).toBeNull();
    const placed = ['a', 'b'].map((prefix) => ({ prefix, report: under('p.yaml') }));
    expect(mergeReports(placed.slice(0, 1)).policy.path).toBe('a/p.yaml');
    expect(mergeReports(placed).policy.path).toBeNull();
  });

  it('takes a model from the newest catalog', () => {
    const shard = (catalogDate: string, name: string): AuditReport =>
      report({ tool: { ...SAMPLE.tool, catalogDate }, models: [model('a', { name })] });
    expect(
      merge(shard('2026-02-01', 'newer'), shard('2026-01-01', 'older')).models.map(({ name }) => name),
    ).toEqual(['newer']);
  });

  it('takes a duty for done when one shard shows it', () => {
    const duty = {
      model: 'a',
      license: 'l',
      kind: 'show' as const,
      what: 'display-phrase' as const,
      text: 't',
      words: 'w',
      certain: true,
      waitsFor: [],
      clause: null,
      source: null,
    };
    const open = report({ obligations: [{ ...duty, state: 'open', where: null }] });
    const done = report({ obligations: [{ ...duty, state: 'done', where: { path: 'README.md', line: 2 } }] });
    expect(merge(open, done).obligations).toEqual(done.obligations);
    expect(merge(done, open).obligations).toEqual(done.obligations);
  });

  it('orders what stands in one line by column, and what stands at one place by rule', () => {
    const at = (column: number): AuditReport =>
      report({ references: [reference('a.py', 1, 'm', { column })] });
    for (const shards of [
      [at(9), at(20), at(5)],
      [at(5), at(9), at(20)],
      [at(20), at(9), at(5)],
    ])
      expect(merge(...shards).references.map(({ column }) => column)).toEqual([5, 9, 20]);
    const says = (rule: string, severity: 'error' | 'hint'): AuditReport =>
      report({ findings: [finding(rule, 'a.py', 1, { severity })] });
    for (const shards of [
      [says('r/c', 'error'), says('r/a', 'error'), says('r/b', 'hint')],
      [says('r/a', 'error'), says('r/b', 'hint'), says('r/c', 'error')],
    ])
      expect(merge(...shards).findings.map(({ rule }) => rule)).toEqual(['r/a', 'r/b', 'r/c']);
  });

  it('of shards that call no service has none', () => {
    const without = report();
    Reflect.deleteProperty(without, 'services');
    expect(mergeReports([{ prefix: 'web', report: without }]).services).toEqual([]);
  });

  it('is complete only when every shard is', () => {
    expect(merge(report(), SAMPLE).stats.complete).toBe(false);
    expect(merge(report(), report()).stats.complete).toBe(true);
  });

  it('gives the same for any split of the references', () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: SAMPLE.references.length, maxLength: SAMPLE.references.length }),
        (sides) => {
          const part = (side: boolean): AuditReport =>
            report({ references: SAMPLE.references.filter((_, index) => sides[index] === side) });
          expect(merge(part(true), part(false)).references).toEqual(SAMPLE.references);
        },
      ),
    );
  });
});
