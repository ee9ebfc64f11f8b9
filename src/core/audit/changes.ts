import type {
  AuditReport,
  EasedFinding,
  PolicyChange,
  ReportedChange,
  ReportedIgnore,
  ReportedReference,
  ReportedService,
  StatedDuty,
} from '../report/auditReport';
import { message } from '../message';
import type { AuditedPolicy } from './result';
import { type IsGone, newFindings } from './baseline';
import { easedFindings } from './easedFindings';
import { endAndReason } from '../policy/statedEnd';
import { newExceptions } from './newExceptions';
import { ENGLISH, type Language, say, sayWord } from '../report/language';
import { withVerdictsOf } from '../report/modelVerdicts';
import { servicesAt, unnamedCalls, whoseText } from '../report/services';
import { modelRows } from '../report/summary';
import { grouped } from '../text/grouped';
import { ROLE_WORDS } from '../wording';
import { distinct } from '../text/sorted';

/**
 * The models that a change of the tree adds, uses otherwise or removes, and the addresses that are called for a model that no text names.
 * A model that only moved to another line is not changed; one that is named in another file, done something else with, called at another
 * host or in another region, or pinned to another revision is.
 * @param language of the details
 */
export function modelChanges(
  before: AuditReport,
  after: AuditReport,
  language = ENGLISH,
): readonly ReportedChange[] {
  const [old, now] = [usesByModel(before, language), usesByModel(after, language)];
  const changes: ReportedChange[] = [];
  for (const [model, uses] of now) {
    const earlier = old.get(model);
    if (earlier === undefined) changes.push({ model, change: 'added', detail: placesOf(uses) });
    else {
      const detail = difference(earlier, uses, language);
      if (detail.length > 0) changes.push({ model, change: 'changed', detail });
    }
  }
  for (const [model, uses] of old) {
    if (!now.has(model)) changes.push({ model, change: 'removed', detail: placesOf(uses) });
  }
  return changes.sort((a, b) => (a.model < b.model ? -1 : 1));
}

/** The policies that were added, changed or removed between two audits, a change being one of any text that they are built on. */
export function policyChanges(
  before: readonly AuditedPolicy[],
  after: readonly AuditedPolicy[],
): readonly PolicyChange[] {
  const old = sourcesByPath(before);
  const now = sourcesByPath(after);
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((path): readonly PolicyChange[] => {
    if (old.get(path) === now.get(path)) return [];
    return [{ path, change: !old.has(path) ? 'added' : now.has(path) ? 'changed' : 'removed' }];
  });
}

function sourcesByPath(policies: readonly AuditedPolicy[]): ReadonlyMap<string, string> {
  return new Map(
    policies.map(({ path, text, sources }) => [path, JSON.stringify([text, ...sources.values()])]),
  );
}

/**
 * The comments that silence what none did before: another rule, a finding about another model, or for a longer time. One whose file
 * was renamed is none.
 */
function newIgnores(
  before: AuditReport,
  after: AuditReport,
  isGone: IsGone = () => false,
): readonly ReportedIgnore[] {
  const earlier = [...before.ignores];
  return after.ignores.filter((ignore) => {
    const at = earlier.findIndex(
      (old) => (old.path === ignore.path || isGone(old.path)) && silencesAll(old, ignore),
    );
    if (at >= 0) earlier.splice(at, 1);
    return at < 0;
  });
}

/** Whether a comment silences all that another one does. */
function silencesAll(one: ReportedIgnore, other: ReportedIgnore): boolean {
  const { rules, models = [] } = one;
  return (
    lastDay(one) >= lastDay(other) &&
    other.rules.every((rule) => rules.includes(rule)) &&
    (other.models ?? []).every((model) => models.includes(model))
  );
}

/** A text that sorts behind every day where a comment states no end. */
function lastDay({ reason }: ReportedIgnore): string {
  return endAndReason(reason).until ?? 'none';
}

/** How two reports are compared. */
export interface Comparison {
  /** What changed of the policies. */
  readonly policies: readonly PolicyChange[];
  /** What the tree went its own way from, as it was asked for. */
  readonly ref: string;
  /** The language of the details. */
  readonly language?: Language;
  /** Tells which files of the earlier report were deleted or renamed since; without it none is taken for that. */
  readonly isGone?: IsGone;
}

/** The earlier report with files by their present names: one that is gone, where another names the same models in the same way. */
function withRenamed(before: AuditReport, after: AuditReport, isGone: IsGone | undefined): AuditReport {
  if (isGone === undefined) return before;
  const named = new Set(before.references.map(({ path }) => path));
  const fresh = filesOf(after.references.filter(({ path }) => !named.has(path)));
  const names = new Map<string, string>();
  for (const [path, uses] of filesOf(before.references.filter((reference) => isGone(reference.path)))) {
    const [to] = [...fresh].find(([, others]) => others === uses) ?? [];
    if (to === undefined) continue;
    fresh.delete(to);
    names.set(path, to);
  }
  const renamed = <T extends { readonly path: string }>(one: T): T => ({
    ...one,
    path: names.get(one.path) ?? one.path,
  });
  return {
    ...before,
    references: before.references.map(renamed),
    findings: before.findings.map(renamed),
    services: (before.services ?? []).map((service) => ({ ...service, places: service.places.map(renamed) })),
  };
}

/** What the files do with models, as text, by path. */
function filesOf(references: readonly ReportedReference[]): Map<string, string> {
  const useIn = ({ model, id, role, revision }: ReportedReference): string =>
    JSON.stringify([model ?? id, role, revision]);
  const files = grouped(references, ({ path }) => path);
  return new Map([...files].map(([path, uses]) => [path, uses.map(useIn).sort().join()]));
}

/** A report of only what changed: the models that were added, changed, or have findings that are new or newly excused, and the new ones. */
export function changedOnly(
  before: AuditReport,
  after: AuditReport,
  { ref, policies, language, isGone }: Comparison,
): AuditReport {
  const renamed = withRenamed(before, after, isGone);
  const changes = modelChanges(renamed, after, language);
  const findings = newFindings(after, before, isGone);
  const ignores = newIgnores(before, after, isGone);
  const exceptions = newExceptions(before, after, isGone);
  const excused = (one: EasedFinding): boolean =>
    one.is === null && [...exceptions, ...ignores].some((excuse) => excuses(excuse, one));
  const eased = policies.length === 0 ? [] : easedFindings(renamed, after).filter((one) => !excused(one));
  const duties = policies.length === 0 ? [] : newlyStated(before, after);
  const concerned = new Set([
    ...changes.filter(({ change }) => change !== 'removed').map(({ model }) => model),
    ...findings.flatMap(({ model }) => model ?? []),
    ...ignores.flatMap(({ models = [] }) => models),
    ...exceptions.flatMap(({ models }) => models),
    ...eased.flatMap(({ model }) => model ?? []),
    ...duties.map(({ model }) => model),
  ]);
  return withVerdictsOf(after, {
    ...after,
    references: after.references.filter((reference) => concerned.has(reference.model ?? reference.id)),
    models: after.models.filter(({ id }) => concerned.has(id)),
    services: (after.services ?? []).filter(({ id, model }) => concerned.has(model ?? id)),
    obligations: after.obligations.filter(({ model }) => concerned.has(model)),
    findings,
    since: { ref, changes, policies, ignores, exceptions, eased, duties },
  });
}

/** The duties that the policy states to be done, and did not: nothing that was found shows it. */
function newlyStated(before: AuditReport, after: AuditReport): readonly StatedDuty[] {
  const stated = statedDuties(after);
  const known = statedDuties(before);
  const added = [...stated].filter(([key]) => !known.has(key)).map(([, duty]) => duty);
  return [...new Map(added.map((duty) => [JSON.stringify([duty.model, duty.what]), duty])).values()];
}

/** By the license that asks too: another one may ask the same of a model. */
function statedDuties({ obligations }: AuditReport): ReadonlyMap<string, StatedDuty> {
  return new Map(
    obligations.flatMap(({ model, what, license, stated }) =>
      stated === undefined
        ? []
        : [[JSON.stringify([model, what, license]), { model, what, stated }] as const],
    ),
  );
}

/** Whether a new exception or comment is for what an earlier finding told; no rule stands for all. */
function excuses(
  { rules, models = [] }: Pick<ReportedIgnore, 'rules' | 'models'>,
  { rule, model }: EasedFinding,
): boolean {
  return model !== null && models.includes(model) && (rules.length === 0 || rules.includes(rule));
}

/** A use of a model as it is told, and as it is compared: also by its revision. */
interface ToldUse {
  readonly place: string;
  readonly use: string;
}

/** What is done with each model, and where; an address that is called for what no text names stands for its model. */
function usesByModel(report: AuditReport, language: Language): ReadonlyMap<string, readonly ToldUse[]> {
  const at = servicesAt(report);
  const named = modelRows(report).flatMap(({ id, places }) =>
    places.flatMap((reference) => {
      const { path, role, revision } = reference;
      const services = role === 'calls' ? at(reference) : [];
      const told = services.length === 0 ? [undefined] : services;
      return told.map((service) => ({ id, ...toldUse({ path, role, revision, service }, language) }));
    }),
  );
  const unnamed = unnamedCalls(report).map(({ service, place: { path, role } }) => ({
    id: service.id,
    ...toldUse({ path, role, revision: null, service }, language),
  }));
  return grouped([...named, ...unnamed], ({ id }) => id);
}

function toldUse(
  {
    path,
    role,
    revision,
    service,
  }: Pick<ReportedReference, 'path' | 'role' | 'revision'> & { service: ReportedService | undefined },
  language: Language,
): ToldUse {
  // English readers get the word of the data.
  const word = sayWord(role, ROLE_WORDS, language);
  const place = say(
    service === undefined
      ? message('{0} in {1}', word, path)
      : message('{0} in {1}: {2}', word, path, whoseText(service, language)),
    language,
  );
  return { place, use: revision === null ? place : say(message('{0} at {1}', place, revision), language) };
}

function difference(
  before: readonly ToldUse[],
  after: readonly ToldUse[],
  language: Language,
): readonly string[] {
  const usesOf = (uses: readonly ToldUse[]): ReadonlySet<string> =>
    new Set(distinct(uses.map(({ use }) => use)));
  const [old, now] = [usesOf(before), usesOf(after)];
  return [
    ...[...now].filter((use) => !old.has(use)).map((use) => say(message('now {0}', use), language)),
    ...[...old].filter((use) => !now.has(use)).map((use) => say(message('no longer {0}', use), language)),
  ];
}

function placesOf(uses: readonly ToldUse[]): readonly string[] {
  return distinct(uses.map(({ place }) => place));
}
