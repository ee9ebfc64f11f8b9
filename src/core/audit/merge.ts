import { graver } from '../policy/verdict';
import type { AuditReport, ReportedModel, ReportedObligation, ReportedService } from '../report/auditReport';
import { keyOf } from '../report/reportedServices';
import { obligationKey } from '../report/toReport';
import type { AuditedPart, AuditedProject } from './result';
import { grouped } from '../text/grouped';
import type { Verdict } from '../vocabulary';
import { countedStatus, standingOf, unknownWhereUsed, withStatusOf } from './modelStanding';

/** A report of part of a tree, and where that part lies in the whole. */
export interface Shard {
  /** Stands before the shard's paths; `''` when they are relative to the whole already. */
  readonly prefix: string;
  readonly report: AuditReport;
}

/**
 * One report from those of parts: for repositories or folders that were audited apart. What two shards both have counts once; of
 * a model the record of the newest catalog stands. The order of the shards makes no difference.
 */
export function mergeReports(shards: readonly Shard[]): AuditReport {
  const reports = withoutUnknown(
    withOwnPolicies(
      withOwnNames(shards)
        .map(placed)
        .sort((a, b) => (a.tool.catalogDate < b.tool.catalogDate ? -1 : 1)),
    ),
  );
  const newest = reports.at(-1);
  if (newest === undefined) throw new RangeError('no reports to merge');
  const all = <T extends Place>(listOf: (report: AuditReport) => readonly T[]): readonly T[] =>
    sorted(reports.flatMap(listOf));
  const paths = new Set(reports.map(({ policy }) => policy.path));
  const models = mergeModels(reports);
  const [onlyPath] = paths;
  return {
    ...newest,
    ...lastDay(reports),
    ...mergeProjects(shards),
    policy: { path: paths.size === 1 ? (onlyPath ?? null) : null },
    policies: all(({ policies }) => policies),
    ignores: all(({ ignores }) => ignores),
    stats: {
      filesScanned: sum(reports, ({ stats }) => stats.filesScanned),
      bytesScanned: sum(reports, ({ stats }) => stats.bytesScanned),
      filesSkipped: all(({ stats }) => stats.filesSkipped),
      filesPartlyRead: all(({ stats }) => stats.filesPartlyRead),
      complete: reports.every(({ stats }) => stats.complete),
    },
    references: all(({ references }) => references),
    runtimeChoices: all(({ runtimeChoices }) => runtimeChoices),
    models: [...models.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    ...mergeUnknown(reports),
    services: mergeServices(reports),
    findings: all(({ findings }) => findings),
    obligations: mergeObligations(reports),
    licenses: [
      ...new Map(
        reports.flatMap(({ licenses }) => licenses).map((license) => [license.key, license]),
      ).values(),
    ].sort((a, b) => compare(a.key, b.key)),
  };
}

/**
 * The shards, in which weights that lie at the same path of two and are not the same have the folder of their shard before
 * their names: `/models/main` of one repository is none of another's.
 */
function withOwnNames(shards: readonly Shard[]): readonly Shard[] {
  const facts = new Map<string, Set<string>>();
  for (const { id, origin, license } of shards.flatMap(({ report }) => report.models.filter(isOfProject)))
    facts.set(id, (facts.get(id) ?? new Set()).add(JSON.stringify([origin, license])));
  const differing = new Set([...facts].filter(([, told]) => told.size > 1).map(([id]) => id));
  if (differing.size === 0) return shards;
  return shards.map((shard) => {
    const { prefix, report } = shard;
    if (prefix === '') return shard;
    const renamed = (value: string): string =>
      differing.has(value) ? inFolder(prefix, value.replace(/^\/+/, '')) : value;
    const models = report.models.map((model) =>
      differing.has(model.id) ? { ...model, name: inFolder(prefix, model.name) } : model,
    );
    return { ...shard, report: mapStrings({ ...report, models }, renamed) as AuditReport };
  });
}

/** The reports, without the facts of what one only mentions where another uses it and nothing is known of it. */
function withoutUnknown(reports: readonly AuditReport[]): readonly AuditReport[] {
  const unknown = unknownWhereUsed(reports.flatMap(({ references }) => references));
  if (unknown.size === 0) return reports;
  return reports.map((report) => ({
    ...report,
    models: report.models.filter(({ id }) => !unknown.has(id)),
    references: report.references.map((reference) =>
      reference.model !== null && unknown.has(reference.model) ? { ...reference, model: null } : reference,
    ),
  }));
}

/** Weights that only the project itself names. */
function isOfProject({ registry }: ReportedModel): boolean {
  return registry === 'local';
}

/** What a file says, word for word, and where it lies. */
const WRITTEN = new Set(['text', 'path', 'message']);

/** A value of JSON with each text in it changed, but for what is quoted from files. */
function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item: unknown) => mapStrings(item, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]: [string, unknown]) => [
      key,
      WRITTEN.has(key) && typeof item === 'string' ? item : mapStrings(item, change),
    ]),
  );
}

/** The newest record of each model. Of what the shards say of its end, what counts is told as within one report. */
function mergeModels(reports: readonly AuditReport[]): ReadonlyMap<string, ReportedModel> {
  const models = new Map<string, { readonly model: ReportedModel; readonly standing: number }>();
  for (const report of reports) {
    const standings = standingsIn(report);
    for (const model of report.models) {
      const known = models.get(model.id);
      const own = { status: model.status, standing: standings.get(model.id) ?? 0 };
      if (known === undefined) {
        models.set(model.id, { model, standing: own.standing });
        continue;
      }
      const { status, standing } = countedStatus(
        { status: known.model.status, standing: known.standing },
        own,
      );
      const told = withStatusOf(model, status === model.status ? model : known.model);
      models.set(model.id, { model: { ...told, ...mergedVerdict(known.model, model) }, standing });
    }
  }
  return new Map([...models].map(([id, { model }]) => [id, model]));
}

/** The standing of each model of a report, by the place that says the most. */
function standingsIn({ references }: AuditReport): ReadonlyMap<string, number> {
  const standings = new Map<string, number>();
  for (const { model, role } of references)
    if (model !== null) standings.set(model, Math.max(standings.get(model) ?? 0, standingOf(role)));
  return standings;
}

/** What parts of a project whose findings are left out have to say of names of which nothing is known: the gravest. */
function mergeUnknown(reports: readonly AuditReport[]): Pick<AuditReport, 'unknownVerdicts'> {
  const verdicts = new Map<string, Verdict>();
  for (const [name, verdict] of reports.flatMap((report) => Object.entries(report.unknownVerdicts ?? {}))) {
    const before = verdicts.get(name);
    verdicts.set(name, before === undefined ? verdict : graver(before, verdict));
  }
  return verdicts.size === 0 ? {} : { unknownVerdicts: Object.fromEntries(verdicts) };
}

/**
 * The reports, each model of one without a policy marked so where another one has a policy: what that one asks for
 * says nothing of the models of others.
 */
function withOwnPolicies(reports: readonly AuditReport[]): readonly AuditReport[] {
  if (reports.every(({ policies }) => policies.length === 0)) return reports;
  return reports.map((report) =>
    report.policies.length > 0
      ? report
      : {
          ...report,
          models: report.models.map((model) =>
            model.verdict === null ? model : { ...model, hasPolicy: false },
          ),
        },
  );
}

/** Of all uses in all shards the gravest counts; a policy governs all where it governs those of each. */
function mergedVerdict(a: ReportedModel, b: ReportedModel): Pick<ReportedModel, 'verdict' | 'hasPolicy'> {
  const isGoverned = a.hasPolicy !== false && b.hasPolicy !== false;
  return { ...gravestVerdict(a, b), ...(!isGoverned && { hasPolicy: false }) };
}

function gravestVerdict(a: ReportedModel, b: ReportedModel): Pick<ReportedModel, 'verdict'> {
  const verdicts = [a.verdict, b.verdict].filter((verdict) => verdict !== undefined);
  const told = verdicts.filter((verdict) => verdict !== null);
  if (verdicts.length === 0) return {};
  const [first] = told;
  return { verdict: first === undefined ? null : told.reduce((one, other) => graver(one, other), first) };
}

/** Of several days the last. */
function lastDay(reports: readonly AuditReport[]): Pick<AuditReport, 'day'> {
  const day = reports
    .flatMap((report) => report.day ?? [])
    .sort()
    .at(-1);
  return day === undefined ? {} : { day };
}

/** What all shards say alike; what they do not stands beside it, each with its folder. */
function mergeProjects(shards: readonly Shard[]): Pick<AuditReport, 'project'> {
  const projects = unique(shards.flatMap(({ report: { project } }) => project ?? []));
  const isOnePolicy = unique(shards.map(({ prefix, report }) => policyOf(prefix, report))).length === 1;
  const [first] = projects;
  if (first === undefined) return {};
  if (projects.length === 1 && isOnePolicy) return { project: first };
  const isAlike = (key: keyof AuditedProject | 'policy'): boolean =>
    key === 'policy' ? isOnePolicy : unique(projects.map((project) => project[key] ?? null)).length === 1;
  const alike = <Key extends keyof AuditedProject>(key: Key): AuditedProject[Key] | undefined =>
    isAlike(key) ? first[key] : undefined;
  const commit = alike('commit') ?? null;
  const parts = sorted(shards.flatMap((shard) => partsOf(shard, isAlike)));
  // Of one commit the files are others where any shard found that.
  const differs = projects.some((project) => project.differs === true) || alike('differs');
  return {
    project: {
      ...(commit !== null && defined({ differs })),
      ...defined({ repository: alike('repository'), inventory: mergeInventories(projects) }),
      commit,
      license: alike('license') ?? null,
      use: alike('use') ?? null,
      ...((commit === null || !isOnePolicy) && parts.length > 0 && { parts }),
    },
  };
}

/** What every part states of its system is so of the whole, and data of a part is data of it; what two state otherwise stays with them. */
function mergeInventories(projects: readonly AuditedProject[]): AuditedProject['inventory'] {
  const stated = projects.map(({ inventory }) => inventory);
  const [first, ...others] = stated;
  const alike = Object.entries(first?.facts ?? {}).filter(([key, text]) =>
    others.every((other) =>
      Object.entries(other?.facts ?? {}).some(([one, said]) => one === key && said === text),
    ),
  );
  const named = stated.flatMap((one) => Object.entries(one?.datasets ?? {}));
  const datasets = [...grouped(named, ([name]) => name)].flatMap(([name, all]) => {
    const [dataset, ...different] = unique(all.map(([, one]) => one));
    return dataset === undefined || different.length > 0 ? [] : [[name, dataset] as const];
  });
  if (alike.length + datasets.length === 0) return undefined;
  return { facts: Object.fromEntries(alike), datasets: Object.fromEntries(datasets) };
}

/** What a part says where not all parts say the same. */
const PART_KEYS = ['policy', 'license', 'use', 'inventory'] as const;
type PartKey = (typeof PART_KEYS)[number];

function partsOf({ prefix, report }: Shard, isAlike: (key: PartKey) => boolean): readonly AuditedPart[] {
  const { commit, differs, repository, license, use, inventory, parts } = report.project ?? {};
  const said = { policy: report.policy.path, ...defined({ license, use, inventory }) };
  const own = typeof commit === 'string' ? { commit, ...defined({ differs, repository }) } : {};
  return (parts ?? [{ path: '', ...own }]).flatMap((part): readonly AuditedPart[] => {
    const all = { ...said, ...part };
    const told = Object.fromEntries(PART_KEYS.flatMap((key) => (isAlike(key) ? [] : [[key, all[key]]])));
    const { path, commit: ofPart } = part;
    if (ofPart === undefined && Object.keys(told).length === 0) return [];
    const { policy } = all;
    return [
      {
        ...(ofPart !== undefined && { commit: ofPart }),
        ...defined({ differs: part.differs, repository: part.repository }),
        ...defined({ ...told, ...('policy' in told && { policy: policy && inFolder(prefix, policy) }) }),
        path: inFolder(prefix, path),
      },
    ];
  });
}

function policyOf(prefix: string, { policy: { path } }: AuditReport): string | null {
  return path === null ? null : inFolder(prefix, path);
}

function inFolder(folder: string, path: string): string {
  return [folder, path].filter(Boolean).join('/');
}

/** Each service once, as the newest catalog has it, with the places of all shards. */
function mergeServices(reports: readonly AuditReport[]): readonly ReportedService[] {
  const merged = new Map<string, ReportedService>();
  for (const service of reports.flatMap(({ services = [] }) => services)) {
    const key = keyOf(service);
    const before = merged.get(key);
    const places = sorted([...(before?.places ?? []), ...service.places]);
    const addresses = [...new Set([...(before?.addresses ?? []), ...(service.addresses ?? [])])].sort();
    merged.set(key, { ...service, places, ...(addresses.length > 0 && { addresses }) });
  }
  return [...merged].sort(([a], [b]) => compare(a, b)).map(([, service]) => service);
}

/** A duty that one shard brings about is done when the files of any shard show it. */
function mergeObligations(reports: readonly AuditReport[]): readonly ReportedObligation[] {
  const merged = new Map<string, ReportedObligation>();
  for (const duty of reports.flatMap(({ obligations }) => obligations)) {
    const key = obligationKey(duty);
    const before = merged.get(key);
    const done = [before, duty].find((candidate) => candidate?.state === 'done') ?? duty;
    const soonest = before !== undefined && before.waitsFor.length < duty.waitsFor.length ? before : duty;
    const { stated: _, statedBy: _by, statedFor: _for, excused: _why, ...asked } = soonest;
    const { state, where, stated, statedBy, statedFor } = done;
    // What one shard excuses is told where none has it done: it says of no other shard that it is excused there too.
    const all = state === 'done' ? [] : [before, duty].flatMap((one) => one?.excused ?? []);
    const excused = [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
    merged.set(key, {
      ...asked,
      state,
      where,
      ...(stated !== undefined && { stated }),
      ...(statedBy !== undefined && { statedBy }),
      ...(statedFor !== undefined && { statedFor }),
      ...(excused.length > 0 && { excused }),
    });
  }
  return [...merged].sort(([a], [b]) => compare(a, b)).map(([, duty]) => duty);
}

function placed({ prefix, report }: Shard): AuditReport {
  if (prefix === '') return report;
  const move = <T extends { readonly path: string }>(items: readonly T[]): readonly T[] =>
    items.map((item) => ({ ...item, path: `${prefix}/${item.path}` }));
  const { stats } = report;
  return {
    ...report,
    policy: { path: policyOf(prefix, report) },
    policies: move(report.policies),
    ignores: move(report.ignores),
    references: move(report.references),
    runtimeChoices: move(report.runtimeChoices),
    services: (report.services ?? []).map((service) => ({ ...service, places: move(service.places) })),
    findings: move(report.findings),
    obligations: report.obligations.map((duty) => ({
      ...duty,
      where: duty.where && { ...duty.where, path: `${prefix}/${duty.where.path}` },
    })),
    stats: { ...stats, filesSkipped: move(stats.filesSkipped), filesPartlyRead: move(stats.filesPartlyRead) },
  };
}

/** Only what is there. */
function defined<T extends object>(fields: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

interface Place {
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
  readonly rule?: string;
}

/** In the order of their places, those that are the same in all their parts once. */
function sorted<T extends Place>(items: readonly T[]): readonly T[] {
  const all = [...items].sort((a, b) => comparePlaces(a, b) || compare(JSON.stringify(a), JSON.stringify(b)));
  return all.filter((item, index) => {
    const before = all[index - 1];
    return before === undefined || !isSame(before, item);
  });
}

function isSame(a: Place, b: Place): boolean {
  return comparePlaces(a, b) === 0 && JSON.stringify(a) === JSON.stringify(b);
}

function comparePlaces(a: Place, b: Place): number {
  return (
    compare(a.path, b.path) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compare(a.rule ?? '', b.rule ?? '')
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sum(reports: readonly AuditReport[], value: (report: AuditReport) => number): number {
  return reports.reduce((total, report) => total + value(report), 0);
}
