import { governs } from '../audit/policyScope';
import type { AuditResult, Located } from '../audit/result';
import type { Model } from '../model';
import { graver, verdictOfFacts, verdictOfFinding, type VerdictFinding } from '../policy/verdict';
import { isUse, type Role, type Verdict } from '../vocabulary';
import type { AuditReport } from './auditReport';

/** What an audit found, as far as verdicts come of it. Names are canonical ids, or what was looked up where nothing is known. */
interface Judged {
  readonly models: readonly Model[];
  readonly uses: readonly { readonly name: string; readonly role: Role }[];
  readonly findings: readonly (VerdictFinding & { readonly model: string | null })[];
  /** What licenses ask, of which verdicts know whether it is due. */
  readonly duties: readonly { readonly model: string; readonly certain: boolean }[];
}

type VerdictReport = Pick<
  AuditReport,
  'references' | 'findings' | 'obligations' | 'models' | 'unknownVerdicts'
>;

/**
 * What comes of all uses of each name in an audit, for every surface: by canonical id, or the name that was looked up where nothing is
 * known of it. A name that is only mentioned or listed has no verdict. What a report says of a model stands, since part of its findings
 * may have been left out.
 */
export function reportVerdicts(report: VerdictReport): ReadonlyMap<string, Verdict> {
  const verdicts = new Map(judgeReport(report));
  for (const { id, verdict } of report.models) {
    if (verdict === null) verdicts.delete(id);
    else if (verdict !== undefined) verdicts.set(id, verdict);
  }
  for (const [name, verdict] of Object.entries(report.unknownVerdicts ?? {}))
    verdicts.set(name, graver(verdicts.get(name) ?? verdict, verdict));
  return verdicts;
}

/** A report with some of its findings left out, in which all names keep the verdicts that they have in the whole. */
export function withVerdictsOf(whole: VerdictReport, part: AuditReport): AuditReport {
  const verdicts = reportVerdicts(whole);
  const models = part.models.map((model) => ({ ...model, verdict: verdicts.get(model.id) ?? null }));
  const told = reportVerdicts({ ...part, models });
  const lost = [...told.keys()].flatMap((name) => {
    const verdict = verdicts.get(name);
    return verdict === undefined || verdict === told.get(name) ? [] : [[name, verdict] as const];
  });
  return { ...part, models, ...(lost.length > 0 && { unknownVerdicts: Object.fromEntries(lost) }) };
}

/** What comes of what stands in a report, whatever it says of its models. */
export function judgeReport(report: VerdictReport): ReadonlyMap<string, Verdict> {
  return verdictsOf({
    models: report.models,
    uses: report.references.map(({ model, id, role }) => ({ name: model ?? id, role })),
    findings: report.findings,
    duties: report.obligations,
  });
}

/** The same as {@link judgeReport} of an audit that is not a report yet. */
export function modelVerdicts({
  models,
  references,
  findings,
  ledger,
}: AuditResult): ReadonlyMap<string, Verdict> {
  return verdictsOf({
    models,
    uses: references.map(({ model, reference }) => ({ name: model ?? reference.id, role: reference.role })),
    findings: findings.map(({ finding }) => ({ ...finding, context: finding.reference?.context ?? null })),
    duties: ledger,
  });
}

/**
 * The names that are used where no policy governs: by canonical id, or what was looked up where nothing is known.
 * None where no policy is in force at all, which the report says as a whole.
 */
export function usedWithoutPolicy({
  policies,
  references,
}: Pick<AuditResult, 'policies' | 'references'>): ReadonlySet<string> {
  if (policies.length === 0) return new Set();
  const isGoverned = ({ folder, path }: Located): boolean =>
    policies.some((policy) => policy.folder === folder && governs(policy, path));
  return new Set(
    references.flatMap((place) =>
      isUse(place.reference.role) && !isGoverned(place) ? [place.model ?? place.reference.id] : [],
    ),
  );
}

function verdictsOf({ models, uses, findings, duties }: Judged): ReadonlyMap<string, Verdict> {
  const known = new Map(models.map((model) => [model.id, model]));
  const verdicts = new Map<string, Verdict>();
  for (const { name, role } of uses) {
    const verdict = verdictOfFacts(role, known.get(name));
    const before = verdicts.get(name);
    if (verdict !== undefined) verdicts.set(name, before === undefined ? verdict : graver(before, verdict));
  }
  const note = (name: string | null, verdict: Verdict): void => {
    const before = name === null ? undefined : verdicts.get(name);
    if (name !== null && before !== undefined) verdicts.set(name, graver(before, verdict));
  };
  for (const finding of findings) note(finding.model, verdictOfFinding(finding));
  for (const { model, certain } of duties) if (certain) note(model, 'obligations');
  return verdicts;
}
