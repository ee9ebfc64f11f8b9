import { grouped } from '../text/grouped';
import { sizeIn } from '../licenses/limits';
import { conditionsToTell } from '../licenses/obligations';
import { daysBetween } from '../isoDay';
import { message, type Message, paragraph } from '../message';
import { isKnown, type Model } from '../model';
import { perObject } from '../once';
import { endAndReason } from '../policy/statedEnd';
import type { DutyExcuse } from '../policy/ledger';
import { joinReservations, type Reservation } from '../policy/reservations';
import { VERDICTS_BY_GRAVITY, verdictOfFinding } from '../policy/verdict';
import { RULE_CODES, ruleInfo } from '../policy/rules';
import { MODEL_LISTED } from '../policy/rules/listRules';
import { MODEL_ENDING } from '../policy/rules/serviceRules';
import {
  isAllowed,
  type Context,
  isUse as isUsedAs,
  SEVERITIES,
  type Severity,
  type Verdict,
} from '../vocabulary';
import {
  CONTEXT_WORDS,
  DISTRIBUTION_WORDS,
  NOTES_IN_ENGLISH,
  PURPOSE_WORDS,
  SEVERITY_WORDS,
  verdictWord,
} from '../wording';
import type {
  AddedException,
  AuditReport,
  EasedFinding,
  ReportedChange,
  ReportedFinding,
  ReportedIgnore,
  ReportedObligation,
  ReportedReference,
  StatedDuty,
} from './auditReport';
import { catalogText, partName } from './basis';
import { ENGLISH, fullStop, headed, type Language, listed, noted, say, sayWord } from './language';
import { judgeReport, reportVerdicts } from './modelVerdicts';

/** One model as the human-readable formats list it. */
export interface ModelRow {
  readonly id: string;
  /** `null` where it is only mentioned or listed. */
  readonly verdict: Verdict | null;
  /** Whether a policy governs all of its uses: without one nothing is called allowed. */
  readonly hasPolicy: boolean;
  /** `undefined` where nothing is known of the name. */
  readonly model: Model | undefined;
  readonly places: readonly ReportedReference[];
  /** What a reader has to know of a verdict that allows the uses. */
  readonly reservations: readonly Reservation[];
}

/** The places that name a model: a name of the project's own for one names none. */
export function placesOfModels({
  references,
}: Pick<AuditReport, 'references'>): readonly ReportedReference[] {
  return references.filter(({ isOwnName }) => isOwnName !== true);
}

/** A row for each model that is named, known ones and unknown ones, by id. */
export function modelRows(report: AuditReport): readonly ModelRow[] {
  const known = new Map(report.models.map((model) => [model.id, model]));
  const places = grouped(placesOfModels(report), (reference) => reference.model ?? reference.id);
  const verdicts = reportVerdicts(report);
  return [...places]
    .map(([id, list]) => ({
      id,
      model: known.get(id),
      places: list,
      verdict: verdicts.get(id) ?? null,
      hasPolicy: report.policies.length > 0 && known.get(id)?.hasPolicy !== false,
      reservations: joinReservations(list.flatMap(({ reservations = [] }) => reservations)),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** The verdict on a model in the words of every surface. */
export function verdictText(
  { verdict, hasPolicy, reservations }: Pick<ModelRow, 'verdict' | 'hasPolicy' | 'reservations'>,
  language: Language = ENGLISH,
): string {
  return say(verdictWord(verdict, hasPolicy, reservations), language);
}

/** Whether a place does more with a model than name it. */
export function isUse({ role }: Pick<ReportedReference, 'role'>): boolean {
  return isUsedAs(role);
}

/** What a project depends on: known models that it uses. A name that only stands in a text, or that nobody knows, may be none. */
export function isDependency({ model, places }: ModelRow): boolean {
  return model !== undefined && places.some(isUse);
}

/** The findings that reports for people tell: hints are for the editor alone. */
export function toldFindings({ findings }: Pick<AuditReport, 'findings'>): readonly ReportedFinding[] {
  return findings.filter(({ severity }) => severity !== 'hint');
}

/**
 * The hints that alone make a verdict what it is: a part of a project in which nothing is graver than a hint makes a finding lighter, not
 * the model better. A report that shows the verdict tells them too.
 */
export const decidingHints = perObject((report: AuditReport): readonly ReportedFinding[] => {
  const hints = report.findings.filter(({ severity }) => severity === 'hint');
  if (hints.length === 0) return [];
  const verdicts = reportVerdicts(report);
  const withoutHints = judgeReport({ ...report, findings: toldFindings(report) });
  return hints.filter((hint) => {
    const verdict = hint.model === null ? undefined : verdicts.get(hint.model);
    return (
      verdict !== undefined &&
      verdict === verdictOfFinding(hint) &&
      verdict !== withoutHints.get(hint.model ?? '')
    );
  });
});

/** The rules that a finding says are broken at its place, its own first: hints beside it ask nobody to decide anything. */
export function rulesOf({
  rule,
  also = [],
  hints = [],
}: Pick<ReportedFinding, 'rule' | 'also' | 'hints'>): readonly string[] {
  return [rule, ...also.filter((other) => ruleInfo(other)?.severity !== 'hint' && !hints.includes(other))];
}

/** A finding as the row of its place tells it: what another place tells of several is said there as well. */
export function byItself(finding: ReportedFinding): ReportedFinding {
  const { alone, ...place } = finding;
  return alone === undefined ? finding : { ...place, hints: [], further: [], ...alone };
}

/** What lists of names offer, which as hints no other part of a report tells; a policy that makes more of it has it told there. */
export function listHints({ findings }: AuditReport): readonly ReportedFinding[] {
  return findings.filter(({ rule, severity }) => rule === MODEL_LISTED.code && severity === 'hint');
}

/** Parts of a project in the order in which their findings matter; what is of no reference comes with the product. */
const CONTEXT_ORDER: readonly string[] = [
  'product',
  'tooling',
  'example',
  'migration',
  'data',
  'docs',
  'test',
];

/** What is told: by severity, then the part of the project, product first, then in the order of the report, which is by place. */
export function byGravity(findings: readonly ReportedFinding[]): readonly ReportedFinding[] {
  return [...byContext(findings)].sort(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );
}

/** Places in the product before those in other parts of a project, else in the order given. */
export function byContext<T extends { readonly context?: Context | null }>(
  places: readonly T[],
): readonly T[] {
  const order = ({ context }: T): number => CONTEXT_ORDER.indexOf(context ?? 'product');
  return [...places].sort((a, b) => order(a) - order(b));
}

/** A place as lists of places name it. */
export interface ListedPlace {
  readonly path: string;
  readonly line: number;
  readonly context?: Context | null;
}

/** The part of a project that a place belongs to, in parentheses behind it; nothing for the product, which needs no word. */
export function contextText({ context }: Pick<ListedPlace, 'context'>, language: Language = ENGLISH): string {
  return context === undefined || context === null || context === 'product'
    ? ''
    : noted('', sayWord(context, CONTEXT_WORDS, language), language);
}

/** One thing that is said, with all places of which it is said. */
export interface Statement {
  readonly first: ReportedFinding;
  /** In the order of {@link byGravity}, the first among them. */
  readonly places: readonly ReportedFinding[];
}

/** The rules that a statement says are broken at any of its places, each once, that of the statement first. */
export function rulesOfStatement({ places }: Pick<Statement, 'places'>): readonly string[] {
  return [...new Set(places.flatMap(rulesOf))];
}

/** What the rules under `also` found at the places of a statement, each sentence once. */
export function furtherTexts({ places }: Pick<Statement, 'places'>): readonly string[] {
  return [...new Set(places.flatMap(({ further = [] }) => further.map(({ message: text }) => text)))];
}

/** What a report for people tells, each statement once, the gravest first. */
export function statementsOf(report: AuditReport): readonly Statement[] {
  return statementsAmong(toldFindings(report));
}

/** What the hints say that alone make a verdict what it is. */
export function decidingStatements(report: AuditReport): readonly Statement[] {
  return statementsAmong(decidingHints(report));
}

function statementsAmong(findings: readonly ReportedFinding[]): readonly Statement[] {
  const alike = grouped(
    byGravity(findings),
    ({ severity, rule, message }) => `${severity}\n${rule}\n${message}`,
  );
  return [...alike.values()].flatMap((places) => {
    const [first] = places;
    return first === undefined ? [] : [{ first, places }];
  });
}

/** An end in so many days is among what matters most, whatever its severity. */
const URGENT_DAYS = 14;

/** Tells of a finding in the product how many days are left to the end that it tells of, where they are few. */
function daysToEnds({ day, services = [] }: AuditReport): (finding: ReportedFinding) => number | undefined {
  const ends = new Map(
    services.flatMap(({ endsOn, places }) => {
      const days = day === undefined || endsOn === null ? -1 : daysBetween(day, endsOn);
      return days < 1 || days > URGENT_DAYS ? [] : places.map((place) => [placeKey(place), days] as const);
    }),
  );
  return (finding) =>
    (finding.context ?? 'product') === 'product' && rulesOf(finding).includes(MODEL_ENDING.code)
      ? ends.get(placeKey(finding))
      : undefined;
}

function placeKey({ path, line, column }: Pick<ReportedFinding, 'path' | 'line' | 'column'>): string {
  return `${path}:${line}:${column}`;
}

/** How many statements stand in a summary. */
const MOST_IMPORTANT = 5;

/**
 * The statements that matter most, the gravest first: ends that are near are among them, then as grave ones of each rule before more of
 * the same, the gravest rule first. None where all of them fit at a glance anyway.
 */
export function mostImportant(report: AuditReport): readonly Statement[] {
  const all = statementsOf(report);
  if (all.length <= MOST_IMPORTANT) return [];
  const told = new Map<string, number>();
  const daysLeft = daysToEnds(report);
  const ranked = all.map((statement) => {
    const { severity, context, rule } = statement.first;
    const days = daysLeft(statement.first);
    // A call that soon fails must be among them; the first to fail comes first.
    const group =
      days === undefined
        ? SEVERITIES.indexOf(severity) * CONTEXT_ORDER.length + CONTEXT_ORDER.indexOf(context ?? 'product')
        : days - URGENT_DAYS - 1;
    const turn = told.get(`${group} ${rule}`) ?? 0;
    told.set(`${group} ${rule}`, turn + 1);
    return { statement, order: [group, turn, RULE_CODES.indexOf(rule)] as const };
  });
  const [group, turn, gravity] = [0, 1, 2] as const;
  ranked.sort(
    ({ order: a }, { order: b }) => a[group] - b[group] || a[turn] - b[turn] || a[gravity] - b[gravity],
  );
  return ranked
    .slice(0, MOST_IMPORTANT)
    .map(({ statement }) => statement)
    .sort((a, b) => SEVERITIES.indexOf(a.first.severity) - SEVERITIES.indexOf(b.first.severity));
}

/** At how many places each rule is broken, by what a report tells, the gravest rule first. */
export function ruleCounts(report: Pick<AuditReport, 'findings'>): ReadonlyMap<string, number> {
  const byRule = grouped(byGravity(toldFindings(report)).flatMap(rulesOf), (rule) => rule);
  return new Map([...byRule].map(([rule, { length }]) => [rule, length]));
}

/** `license/denied 3, model/retired 1`: {@link ruleCounts} in words. */
export function rulesText(report: AuditReport, language: Language): string {
  return listed(
    [...ruleCounts(report)].map(([rule, count]) => `${rule} ${count}`),
    language,
  );
}

export function countBySeverity(report: AuditReport): Readonly<Record<Severity, number>> {
  return severityCounts(toldFindings(report));
}

/** How many there are of each severity. */
export function severityCounts(
  findings: readonly { readonly severity: Severity }[],
): Readonly<Record<Severity, number>> {
  const counts = Object.fromEntries(SEVERITIES.map((severity) => [severity, 0])) as Record<Severity, number>;
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** What every surface says of an audit in numbers. */
export interface AuditCounts {
  /** Names told apart by what they resolve to; those that nobody knows are among them. */
  readonly models: number;
  readonly places: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

/**
 * Counts findings, not places; hints are no findings to tell.
 * @param names of each place: the canonical id, or the name that was looked up
 */
export function countsOf(
  names: readonly string[],
  findings: readonly { readonly severity: Severity }[],
): AuditCounts {
  const { error, warning, information } = severityCounts(findings);
  return {
    models: new Set(names).size,
    places: names.length,
    errors: error,
    warnings: warning,
    notes: information,
  };
}

/** The counts of a report. */
export function countReport(report: Pick<AuditReport, 'references' | 'findings'>): AuditCounts {
  const { findings } = report;
  return countsOf(
    placesOfModels(report).map(({ model, id }) => model ?? id),
    findings,
  );
}

/** The highest severity of some findings; `undefined` for none. */
export function severest(findings: readonly { readonly severity: Severity }[]): Severity | undefined {
  return SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity));
}

/** The files and folders that each reason left out, the commonest first. */
export function pathsByReason({
  stats,
}: Pick<AuditReport, 'stats'>): readonly (readonly [string, readonly string[]])[] {
  const paths = grouped(stats.filesSkipped, ({ reason }) => reason);
  return [...paths]
    .map(([reason, files]) => [reason, files.map(({ path }) => path)] as const)
    .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
}

/** `365 models (309 not known)`: what nothing is known of may be no model. */
export function modelsText(rows: readonly ModelRow[]): Message {
  const unknown = rows.filter(({ model }) => !isKnown(model)).length;
  const all = modelCountText(rows.length);
  return unknown === 0 ? all : message('{0} ({1} not known)', all, unknown);
}

export function modelCountText(count: number): Message {
  return count === 1 ? message('1 model') : message('{0} models', count);
}

export function nameCountText(count: number): Message {
  return count === 1 ? message('1 name') : message('{0} names', count);
}

export function placesText(count: number): Message {
  return count === 1 ? message('1 place') : message('{0} places', count);
}

/** How many files were searched. */
export function filesText({ stats: { filesScanned } }: Pick<AuditReport, 'stats'>): Message {
  return filesScanned === 1 ? message('1 file searched') : message('{0} files searched', filesScanned);
}

/** `3 errors, 1 warning`, or `no findings`. */
export function findingsText(report: AuditReport, language = ENGLISH): string {
  const { error, warning, information } = countBySeverity(report);
  const parts = [
    error > 0 && (error === 1 ? message('1 error') : message('{0} errors', error)),
    warning > 0 && (warning === 1 ? message('1 warning') : message('{0} warnings', warning)),
    information > 0 && (information === 1 ? message('1 note') : message('{0} notes', information)),
  ].filter((part) => part !== false);
  return parts.length === 0
    ? say(message('no findings'), language)
    : listed(
        parts.map((part) => say(part, language)),
        language,
      );
}

/** The counts of an audit, in a line. */
export function headText(report: AuditReport, rows: readonly ModelRow[], language: Language): string {
  const text = message(
    '{0} in {1}: {2}. {3}.',
    modelsText(rows),
    placesText(placesOfModels(report).length),
    findingsText(report, language),
    filesText(report),
  );
  return withAccepted(say(text, language), report, language);
}

/** `Verdict: Not allowed 3; Allowed 1`: on how many of the models that are used each verdict is, the gravest first; empty where none is used. */
export function verdictsText(rows: readonly ModelRow[], language: Language): string {
  const used = rows.filter(({ verdict }) => verdict !== null);
  if (used.length === 0) return '';
  const rank = ({ verdict }: ModelRow): number => VERDICTS_BY_GRAVITY.findIndex((one) => one === verdict);
  const counts = grouped(
    [...used].sort((a, b) => rank(a) - rank(b)),
    (row) => verdictText({ ...row, reservations: [] }, language),
  );
  const parts = [...counts].map(([text, of]) => withOpenTerms(`${text} ${of.length}`, of, language));
  return `${headed(say(message('Verdict'), language), listed(parts, language, '; '), language)}${fullStop(language)}`;
}

/** A count of models, with how many are allowed under terms of which nobody knows what they say of commercial use: it must not hide them. */
function withOpenTerms(count: string, rows: readonly ModelRow[], language: Language): string {
  const open = rows.filter(
    ({ verdict, reservations }) =>
      verdict !== null && isAllowed(verdict) && reservations.some(({ kind }) => kind === 'terms-not-read'),
  ).length;
  if (open === 0) return count;
  return noted(
    count,
    say(message('{0} under terms of hosts not known to allow commercial use', open), language),
    language,
  );
}

/** What the tree shows of a duty; whether it is met outside of it nobody can see. */
const DUTY_STATES: Readonly<Record<ReportedObligation['state'], Message>> = {
  done: message('found in'),
  open: message('not found in the files'),
  'by-hand': message('to be checked by hand'),
};

/** What is known of a duty being done: what the tree shows, what the policy says in its own words, or who excuses that it is not. */
export function dutyStateText(
  duty: Pick<ReportedObligation, 'state' | 'stated' | 'statedBy' | 'statedFor' | 'excused'>,
): Message {
  const { state, excused = [] } = duty;
  return excused.reduce(
    (text, excuse) => message('{0}; {1}', text, excuseText(excuse)),
    statedText(duty) ?? DUTY_STATES[state],
  );
}

function statedText({
  stated,
  statedBy,
  statedFor = [],
}: Pick<ReportedObligation, 'stated' | 'statedBy' | 'statedFor'>): Message | undefined {
  if (stated === undefined) return undefined;
  const how = statedBy === undefined ? stated : message('{0} (approved by {1})', stated, statedBy);
  return statedFor.length === 0
    ? message('stated by the policy: {0}', how)
    : message(
        'stated by the policy, which names no license, for each of {0}: {1}',
        statedFor.join(', '),
        how,
      );
}

function excuseText({ reason, approvedBy, until }: DutyExcuse): Message {
  const why = approvedBy === null ? reason : message('{0} (approved by {1})', reason, approvedBy);
  return until === null
    ? message('excused by an exception without an end: {0}', why)
    : message('excused by an exception until {0}: {1}', until, why);
}

/** When a duty begins, in parentheses behind it, where that is not now and it does not say so itself. */
export function conditionText(duty: Pick<ReportedObligation, 'waitsFor'>, language = ENGLISH): string {
  const conditions = conditionsToTell(duty);
  const [first] = conditions;
  if (first === undefined) return '';
  const text =
    conditions.length > 1
      ? message('if it is used commercially and offered or given to others')
      : first === 'offer'
        ? message('if it is offered or given to others')
        : message('if it is used commercially');
  return noted('', say(text, language), language);
}

/**
 * What was judged: the day, the commit, the use that the policy states and the license of the project. What a report of an earlier
 * version does not say is left out.
 */
export function scopeText(
  { day, project, policy }: Pick<AuditReport, 'day' | 'project' | 'policy'>,
  language = ENGLISH,
): string {
  const { commit, differs, license, use, parts = [] } = project ?? {};
  const whole = { policy: policy.path, ...(project && { license, use }) };
  const ofParts = new Set(parts.flatMap((part) => Object.keys(part)));
  const alike = Object.fromEntries(Object.entries(whole).filter(([key]) => !ofParts.has(key)));
  const sentences = [
    day !== undefined &&
      (commit
        ? message('Judged as of {0}, commit {1}.', day, commit.slice(0, SHOWN_OF_COMMIT))
        : message('Judged as of {0}.', day)),
    Boolean(commit) && differenceText(differs),
    ...statedTexts(alike, language),
    ...parts.flatMap((part) => partTexts(part, language)),
  ];
  return paragraph(sentences.flatMap((sentence) => (sentence ? [say(sentence, language)] : [])));
}

type Part = NonNullable<NonNullable<AuditReport['project']>['parts']>[number];

/** What is stated of a project: only what is there. */
function statedTexts(
  stated: Pick<Part, 'policy' | 'license' | 'use'>,
  language: Language,
): readonly (Message | false)[] {
  const { policy, license, use } = stated;
  return [
    policy !== undefined && message('Policy: {0}.', policy ?? message('none')),
    ...(use === undefined ? [] : use === null ? [USE_NOT_STATED] : useTexts(use, language)),
    'license' in stated && message('License of the project: {0}.', license ?? message('not stated')),
  ];
}

/** Of a merged report, what does not hold for all of it. */
function partTexts(part: Part, language: Language): readonly (Message | false)[] {
  const { commit, differs } = part;
  const name = partName(part);
  return [
    commit === undefined
      ? message('In {0}:', name)
      : message('In {0}, commit {1}:', name, commit.slice(0, SHOWN_OF_COMMIT)),
    commit !== undefined && differenceText(differs),
    ...statedTexts(part, language),
  ];
}

/** How the files are to the commit that a report names; nothing where they are those of it. */
function differenceText(differs: boolean | undefined): Message | false {
  if (differs === undefined) return message('Whether the files are those of that commit was not checked.');
  return differs && message('The files differ from that commit: some changes are not committed.');
}

type ProjectUse = NonNullable<NonNullable<AuditReport['project']>['use']>;

function useTexts(use: ProjectUse, language: Language): readonly Message[] {
  return [useText(use, language), ...ownerTexts(use, language)];
}

/** Without a policy nothing is asked for but what any use brings: a list of duties looks as if that were all. */
export const USE_NOT_STATED = message(
  'What the project does with its models is not stated, so that it is judged as used inside only: what licenses ask of those who offer a model to others, or give it to them, is not listed. `model-license-lens init` writes a policy that states it, and then it is.',
);

/** {@link USE_NOT_STATED}, where that holds for a report, or for a part of a merged one; reports of earlier versions do not say. */
export function unstatedUse({ project }: Pick<AuditReport, 'project'>): Message | undefined {
  const { use, parts = [] } = project ?? {};
  const ofParts = parts.flatMap((part) => (part.use === undefined ? [] : [part.use]));
  return (ofParts.length > 0 ? ofParts : [use]).includes(null) ? USE_NOT_STATED : undefined;
}

function useText({ purpose, distribution, regions }: ProjectUse, language: Language): Message {
  return message(
    'Use: {0}, {1}, regions: {2}.',
    purpose === null ? message('purpose not stated') : sayWord(purpose, PURPOSE_WORDS, language),
    distribution === null
      ? message('distribution not stated')
      : sayWord(distribution, DISTRIBUTION_WORDS, language),
    regions.length === 0 ? message('not stated') : listed(regions, language),
  );
}

/** What a policy states of who runs the project, and of its outputs: limits of licenses are compared with it. */
function ownerTexts(use: ProjectUse, language: Language): readonly Message[] {
  const { seat, monthlyActiveUsers: users, annualRevenueUsd, annualRevenue = {}, trainsOnOutputs } = use;
  const revenues = Object.entries({
    ...(annualRevenueUsd !== null && { USD: annualRevenueUsd }),
    ...annualRevenue,
  });
  const sizes = [
    ...(users === null ? [] : [sizeIn({ metric: 'monthly-active-users', amount: users, text: '' })]),
    ...revenues.map(([currency, amount]) => sizeIn({ metric: 'annual-revenue', amount, currency, text: '' })),
  ];
  return [
    ...(seat === undefined ? [] : [message('Seat: {0}.', seat)]),
    ...(sizes.length === 0
      ? []
      : [
          message(
            'Size: {0}.',
            listed(
              sizes.map((size) => (typeof size === 'string' ? size : say(size, language))),
              language,
            ),
          ),
        ]),
    ...(trainsOnOutputs === null
      ? []
      : [trainsOnOutputs ? message('Outputs train models.') : message('Outputs train no model.')]),
  ];
}

const SHOWN_OF_COMMIT = 12;

/** A sentence with one behind it on what a baseline left out. */
export function withAccepted(
  text: string,
  report: Pick<AuditReport, 'accepted'>,
  language = ENGLISH,
): string {
  const accepted = acceptedText(report, language);
  return accepted === undefined ? text : paragraph([text, accepted]);
}

function acceptedText({ accepted }: Pick<AuditReport, 'accepted'>, language: Language): string | undefined {
  if (accepted === undefined || accepted === 0) return undefined;
  const text =
    accepted === 1
      ? message('1 finding of the baseline left out; the verdicts count it.')
      : message('{0} findings of the baseline left out; the verdicts count them.', accepted);
  return say(text, language);
}

/** That something is missing from a report. */
export const NOT_COMPLETE = message(
  'This audit is not complete: it was canceled, or something could not be read.',
);

/** Behind as many as are shown, with a space before it. */
export function moreText(count: number, language: Language): string {
  return ` ${say(message('and {0} more', count), language)}`;
}

export const CHANGE_WORDS: Readonly<Record<ReportedChange['change'], Message>> = {
  added: message('added'),
  changed: message('changed'),
  removed: message('removed'),
};

/** What stands over the duties of hosts, whose own notes are in English in every language. */
export function hostTermsNote({ tag }: Language): Message {
  const note = message(
    'Who calls a model is bound by the terms of its host. Only people can tell whether they are kept.',
  );
  return tag === ENGLISH.tag ? note : message('{0} {1}', note, NOTES_IN_ENGLISH);
}

/** What stands where nothing leaves a project, or nothing of what a report is about. */
export function noServiceText({ since }: Pick<AuditReport, 'since'>): Message {
  return since === undefined
    ? message('Nothing: no service is called.')
    : message(
        'Nothing of what changed since {0} calls a service. Services that are called as before are not listed.',
        since.ref,
      );
}

/** What stands over the services where a report is of what changed. */
export function servicesNote({ since }: Pick<AuditReport, 'since'>): Message | undefined {
  return (
    since &&
    message('Only what changed since {0}: services that are called as before are not listed.', since.ref)
  );
}

export const UNKNOWN_NAMES = message(
  'No source tells of these names. What is shown of them follows from their names, and does not mean that they may be used.',
);

export const DECIDING_HINTS = message('Hints that decide a verdict');

/** Stands before the hints that decide a verdict. */
export const WHY_HINTS = message(
  'What is found in tests, documents and the like is a hint at most, unless the policy makes more of it. The verdicts on these models come of hints alone.',
);

export const RUNTIME_NAMES = message(
  'These places load or call a model whose name is not written in the text, or that lies at a path of which nothing is known: its license, its origin and its host are not judged.',
);

/** The columns of what leaves a project. */
export const SERVICE_HEAD: readonly Message[] = [
  message('Host'),
  message('Operator'),
  message('Processed in'),
  message('Called'),
  message('Terms'),
  message('End'),
  message('Found'),
  message('Places'),
];

export const IGNORED_HEAD: readonly Message[] = [
  message('Place'),
  message('Model'),
  message('Rules'),
  message('Reason'),
  message('Expires'),
];

/** The last day of an exception, and that it is over where it was on the day of the audit. */
export function expiryText(
  expires: string | null,
  { day }: Pick<AuditReport, 'day'>,
  language = ENGLISH,
): string {
  if (expires === null) return say(message('never'), language);
  const isOver = day !== undefined && expires < day;
  return isOver ? say(message('{0}: expired, has no effect', expires), language) : expires;
}

export const EXCEPTION_HEAD: readonly Message[] = [
  message('Model'),
  message('Rules'),
  message('Files'),
  message('Reason'),
  message('Approved by'),
  message('Expires'),
  message('Policy'),
];

/**
 * What wrote a report, by which facts and policies.
 * @param policies their paths, as they are to stand in the text
 */
export function toolText(tool: AuditReport['tool'], policies: readonly string[]): Message {
  return message(
    '{0} {1}, catalog of {2}, {3}. Information, not legal advice.',
    tool.name,
    tool.version,
    catalogText(tool),
    policies.length === 0 ? message('no policy') : message('policy {0}', policies.join(', ')),
  );
}

/** What else judges otherwise, where a report is of what changed: the policies in one sentence, and each exception and comment that newly silences. */
export function judgingChangeTexts(report: AuditReport, language: Language): readonly string[] {
  const {
    policies: changed = [],
    ignores = [],
    exceptions = [],
    eased = [],
    duties = [],
  } = report.since ?? {};
  const named = changed.map(({ path, change }) =>
    noted(path, sayWord(change, CHANGE_WORDS, language), language),
  );
  return [
    ...(named.length === 0
      ? []
      : [say(message('The policy that judges is not the same: {0}.', listed(named, language)), language)]),
    ...easedTexts(eased, language),
    ...newlyStatedTexts(duties, language),
    ...exceptions.map((exception) => say(newExceptionText(exception, report, language), language)),
    ...ignores.map((ignore) => say(newIgnoreText(ignore, report, language), language)),
  ];
}

/** What is told more lightly: a sentence for each rule and severity, with the models or files that it is about. */
function easedTexts(eased: readonly EasedFinding[], language: Language): readonly string[] {
  const alike = grouped(eased, ({ rule, was, is }) => JSON.stringify([rule, was, is]));
  return [...alike.values()].flatMap((group) => {
    const [{ rule, was, is }] = group as [EasedFinding];
    const about = [...new Set(group.map(({ model, path }) => model ?? path))].sort();
    const severity = is === null ? NOT_TOLD : SEVERITY_WORDS[is];
    return say(
      message(
        'Judged more lightly than before: {0}, of {1} ({2} → {3})',
        rule,
        listed(about, language),
        SEVERITY_WORDS[was],
        severity,
      ),
      language,
    );
  });
}

/** What is newly stated to be done: a sentence for each way in which it is. */
function newlyStatedTexts(duties: readonly StatedDuty[], language: Language): readonly string[] {
  return [...grouped(duties, ({ stated }) => stated)].map(([stated, alike]) => {
    const models = [...new Set(alike.map(({ model }) => model))];
    const whats = [...new Set(alike.map(({ what }) => what))];
    return say(
      message('Newly stated as done for {0} ({1}): {2}', listed(models, language), whats.join(', '), stated),
      language,
    );
  });
}

const NOT_TOLD = message('no longer told');

function newIgnoreText(
  { path, line, rules, models = [], reason: words }: ReportedIgnore,
  report: AuditReport,
  language: Language,
): Message {
  const { until, reason } = endAndReason(words);
  return message(
    'New ignore comment at {0} ({1}): {2} (expires: {3})',
    `${path}:${line}`,
    [...models, ...rules].join(', '),
    reason,
    expiryText(until, report, language),
  );
}

function newExceptionText(
  { policy, model, models, rules, paths = [], reason, approvedBy, expires }: AddedException,
  report: AuditReport,
  language: Language,
): Message {
  const about = models.length === 0 || models.join() === model ? [] : [listed(models, language)];
  const scope = rules.length === 0 ? [message('every rule')] : rules;
  const details = [...about, ...scope, ...paths].map((part) =>
    typeof part === 'string' ? part : say(part, language),
  );
  return message(
    'New exception in {0} for {1} ({2}): {3} (approved by: {4}; expires: {5})',
    policy,
    model,
    details.join(', '),
    reason,
    approvedBy ?? message('nobody named'),
    expiryText(expires, report, language),
  );
}
