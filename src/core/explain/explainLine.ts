import { governs } from '../audit/policyScope';
import type { AuditedAddress, AuditedReference, AuditResult, Located } from '../audit/result';
import { type Service, statusOn } from '../lookup/service';
import { type Message, message, render, type Translate } from '../message';
import { isOwedBy, type LedgerEntry } from '../policy/ledger';
import type { Reservation } from '../policy/reservations';
import { widthOf } from '../report/columns';
import { ENGLISH, headed, type Language, listed, noted, say, sayWord } from '../report/language';
import { SURENESS_WORDS } from '../report/licenseSource';
import { modelVerdicts } from '../report/modelVerdicts';
import { processedIn } from '../report/services';
import { dutyStateText, moreText } from '../report/summary';
import { settledData } from '../report/toReport';
import { type Confidence, type Context, isUse, type Role, type Verdict } from '../vocabulary';
import {
  CONFIDENCE_WORDS,
  CONTEXT_WORDS,
  NO_TERMS,
  reservationText,
  ROLE_WORDS,
  SEVERITY_WORDS,
  verdictWord,
} from '../wording';
import { explainedVerdict } from './explainedVerdict';
import {
  explanationOf,
  decisionText,
  type ExcusedFinding,
  type ExplainedFact,
  type ExplainedFinding,
  type Explanation,
  NO_BASE,
  STATED_BY_POLICY,
} from './explanation';

/** What a rule found, as data. */
export interface FindingData extends Omit<ExplainedFinding, 'message' | 'merged'> {
  readonly message: string;
  readonly merged: readonly FindingData[];
}

/** What only exceptions of the policy keep from being told, as data. */
export interface ExcusedData extends Omit<ExcusedFinding, 'message'> {
  readonly message: string;
}

/** The explanation of one place, as data. */
export interface ExplainedPlace {
  readonly path: string;
  /** 1-based, in UTF-16 code units; the end is exclusive. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string;
  readonly id: string;
  readonly registry: string;
  readonly role: Role;
  readonly host: string | null;
  /** How people call the service that is used there. */
  readonly hostName?: string;
  /** The business terms under which it is called there; `null` where they were not read. Absent where no service is called. */
  readonly termsName?: string | null;
  /** Where it is processed there, in words, and the pages from which the host was recorded. Absent where nothing tells it. */
  readonly processedIn?: { readonly place: string; readonly sources: Service['placeSources'] };
  readonly context: Context;
  readonly confidence: Confidence;
  readonly why: readonly string[];
  /** Canonical id; `null` when nothing is known of the name. */
  readonly model: string | null;
  readonly facts: readonly ExplainedFact[];
  /** The policy that governs the place; `null` for none. */
  readonly policy: string | null;
  /** What comes of this use alone; `null` where the model is only mentioned or listed. */
  readonly verdict: Verdict | null;
  /** What decided that: codes of rules, and in words what else did. */
  readonly verdictBy: readonly string[];
  /** What comes of all uses of the model; `null` where there are none. */
  readonly verdictOfAll: Verdict | null;
  readonly findings: readonly FindingData[];
  /** What would be found but for exceptions of the policy, each with those that excuse it. */
  readonly excused: readonly ExcusedData[];
  /** What a reader has to know of a verdict that allows the use: what alone lets it through, or what was not read. */
  readonly reservations: readonly Reservation[];
  /** What the licenses ask of the project for the model, over all its uses. */
  readonly duties: readonly (Pick<LedgerEntry, 'license' | 'clause' | 'state' | 'where' | 'certain'> & {
    readonly text: string;
  } & ReturnType<typeof settledData>)[];
  /** Comments in the file that silence findings on the line. */
  readonly ignored: readonly { readonly rules: readonly string[]; readonly reason: string }[];
}

/** A service with the status that its name has on the day of judging: an end that was announced may have come since. */
function onDay(service: Service | undefined, today: string): Service | undefined {
  return service && { ...service, status: statusOn(service.status, today) };
}

/**
 * Every reference that begins on a line of an audited file, explained: what the text does with the model, what is known of it, what
 * was found, and which line of the policy or clause decided. So is an address at which a model is called that no text names.
 * @param line 1-based
 * @param language of its sentences and of the values of facts
 */
export function explainLine(
  result: AuditResult,
  { path, line }: { readonly path: string; readonly line: number },
  language = ENGLISH,
): readonly ExplainedPlace[] {
  const models = new Map(result.models.map((model) => [model.id, model]));
  const verdicts = modelVerdicts(result);
  const texts = new Map(result.policies.flatMap(({ sources }) => [...sources]));
  const ignored = result.ignores
    .filter((ignore) => ignore.path === path && ignore.lines.includes(line))
    .map(({ rules, reason }) => ({ rules, reason }));
  return [...result.references, ...(result.ownNames ?? []), ...result.addresses.map(asReference)]
    .filter((located) => located.path === path && located.span.line === line)
    .sort((a, b) => a.span.column - b.span.column)
    .map((located): ExplainedPlace => {
      const { reference, span, model } = located;
      const owed = owedHere(result, located);
      const use = {
        reference,
        model: model === null ? undefined : models.get(model),
        findings: findingsAt(result, located),
        owes: owed.length > 0,
        isDone: owed.every(({ state }) => state === 'done'),
        isExcused: [located.excused ?? [], ignored].some(({ length }) => length > 0),
        isHeld: located.service?.terms?.modelTerms !== undefined,
      };
      const { verdict, by } = explainedVerdict(use);
      const explained = explanationOf(
        {
          ...use,
          service: onDay(located.service, result.today),
          excused: located.excused,
          policyTexts: texts,
        },
        language,
      );
      return {
        path,
        ...span,
        text: reference.text,
        id: reference.id,
        registry: reference.registry,
        role: reference.role,
        host: reference.host,
        ...(located.service !== undefined && asCalled(located.service, language)),
        context: reference.context,
        confidence: reference.confidence,
        model,
        policy: governing(result, path),
        verdict,
        verdictBy: by.map((reason) => (typeof reason === 'string' ? reason : say(reason, language))),
        verdictOfAll: verdicts.get(model ?? reference.id) ?? null,
        ...asData(explained, language.translate),
        reservations: located.reservations ?? [],
        duties: isUse(reference.role) ? dutiesOf(result, located, language.translate) : [],
        ignored,
      };
    });
}

/** What is told of the service that is used at a place. */
function asCalled(
  service: Service,
  language: Language,
): Pick<ExplainedPlace, 'hostName' | 'termsName' | 'processedIn'> {
  const place = processedIn(service, language);
  return {
    hostName: service.name,
    termsName: service.terms?.name ?? null,
    ...(place !== undefined && { processedIn: { place, sources: service.placeSources } }),
  };
}

/** An address names no model of which anything could be known. */
function asReference(address: AuditedAddress): AuditedReference {
  return { ...address, model: null };
}

/** The nearest policy up the tree. */
function governing({ policies }: AuditResult, path: string): string | null {
  const within = policies.filter((policy) => governs(policy, path));
  const [nearest] = [...within].sort(
    (a, b) => Number(a.governsRoot) - Number(b.governsRoot) || b.path.length - a.path.length,
  );
  return nearest?.path ?? null;
}

function findingsAt({ findings }: AuditResult, { path, span }: Located) {
  return findings
    .filter(
      (one) =>
        one.path === path &&
        one.finding.reference !== undefined &&
        one.span.line === span.line &&
        one.span.column === span.column,
    )
    .map(({ finding }) => finding);
}

/** What the licenses ask of such uses that is due now, done or not: it is of those in the product. */
function owedHere(
  { ledger }: AuditResult,
  { path, reference, model }: AuditedReference,
): readonly LedgerEntry[] {
  const { id, role, context } = reference;
  if (context !== 'product') return [];
  return ledger.filter(
    (entry) =>
      entry.certain &&
      entry.model === (model ?? id) &&
      entry.use.reference.role === role &&
      isOwedBy(entry, { path, reference }),
  );
}

function asData(
  { why, facts, findings, excused }: Explanation,
  translate: Translate,
): Pick<ExplainedPlace, 'why' | 'facts' | 'findings' | 'excused'> {
  return {
    why: why.map((reason) => render(reason, translate)),
    facts,
    findings: findings.map((finding) => findingData(finding, translate)),
    excused: excused.map((one) => ({ ...one, message: render(one.message, translate) })),
  };
}

function findingData(
  { message: text, merged, ...rest }: ExplainedFinding,
  translate: Translate,
): FindingData {
  return {
    ...rest,
    message: render(text, translate),
    merged: merged.map((other) => findingData(other, translate)),
  };
}

function dutiesOf(
  { ledger }: AuditResult,
  { path, reference, model }: AuditedReference,
  translate: Translate,
): ExplainedPlace['duties'] {
  return ledger
    .filter((entry) => entry.model === (model ?? reference.id) && isOwedBy(entry, { path, reference }))
    .map(({ text, license, clause, state, where, stated, excused, certain }) => ({
      text: render(text, translate),
      license,
      clause,
      state,
      where,
      ...settledData({ stated, excused }),
      certain,
    }));
}

/** What stands before the lines of an explanation. */
const LABELS = {
  name: message('Name'),
  use: message('Use'),
  processed: message('Processed'),
  terms: message('Terms'),
  model: message('Model'),
  policy: message('Policy'),
  verdict: message('Verdict'),
  finding: message('Finding'),
  excused: message('Excused'),
  note: message('Note'),
  duty: message('Duty'),
  ignored: message('Ignored'),
} as const;

const FACT_LABELS: Readonly<Record<ExplainedFact['fact'], Message>> = {
  license: message('License'),
  publisher: message('Publisher'),
  origin: message('Origin'),
  openness: message('Openness'),
  lineage: message('Lineage'),
  status: message('Status'),
};

/** A line of an explanation: what it is about, and what is said of it. Without a label it goes on with the line before. */
type Line = readonly [label: Message | undefined, text: string];

/**
 * The explanations of a line, for people: one block for each reference.
 * @param places made with the same language
 */
export function explanationText(places: readonly ExplainedPlace[], language = ENGLISH): string {
  const width = Math.max(
    ...[...Object.values(LABELS), ...Object.values(FACT_LABELS)].map((label) =>
      widthOf(say(label, language)),
    ),
  );
  const lineText = ([label, text]: Line): string => {
    const shown = label === undefined ? '' : say(label, language);
    return `  ${shown}${' '.repeat(width + 1 - widthOf(shown))}${text}`;
  };
  return places
    .map((place) => {
      const { path, line, column, text } = place;
      return [`${path}:${line}:${column} ${text}`, ...linesOf(place, language).map(lineText)]
        .map((one) => `${one}\n`)
        .join('');
    })
    .join('\n');
}

function linesOf(place: ExplainedPlace, language: Language): readonly Line[] {
  const { text, id, confidence, why, policy, ignored } = place;
  const name = [id === text ? '' : id, place.registry, say(CONFIDENCE_WORDS[confidence], language)];
  return [
    [
      LABELS.name,
      listed(
        name.filter((part) => part !== ''),
        language,
      ),
    ],
    [LABELS.use, useText(place, language)],
    ...why.map((reason): Line => [undefined, reason]),
    ...processedLines(place, language),
    ...(place.termsName === undefined
      ? []
      : [[LABELS.terms, place.termsName ?? say(NO_TERMS, language)] as const]),
    [LABELS.model, place.model ?? say(message('not known'), language)],
    ...place.facts.map((fact): Line => [FACT_LABELS[fact.fact], factText(fact, language)]),
    [LABELS.policy, policy ?? say(message('none'), language)],
    ...verdictLines(place, language),
    ...(place.findings.length === 0
      ? [[LABELS.finding, say(message('none'), language)] as const]
      : place.findings.flatMap((finding) => findingLines(finding, language))),
    ...place.excused.flatMap((one) => excusedLines(one, language)),
    ...place.reservations
      .map((one) => say(reservationText(one), language))
      .filter((text) => !verdictText(place, language).includes(text))
      .map((text): Line => [LABELS.note, text]),
    ...place.duties.map((duty): Line => [LABELS.duty, dutyText(duty, language)]),
    ...ignored.map(({ rules, reason }): Line => {
      const of = rules.length === 0 ? say(message('every rule'), language) : rules.join(', ');
      return [LABELS.ignored, headed(of, reason, language)];
    }),
  ];
}

/** So many pages are shown: the first are those of the host itself. */
const MAX_SOURCES = 3;

/** Where a request is processed, and from where that is known; what the text itself adds stands under the use. */
function processedLines({ processedIn: told }: ExplainedPlace, language: Language): readonly Line[] {
  if (told === undefined) return [];
  const shown = told.sources.slice(0, MAX_SOURCES).map(({ url, read }) => noted(url, read, language));
  const more = told.sources.length - shown.length;
  const pages = `${listed(shown, language)}${more > 0 ? moreText(more, language) : ''}`;
  return [
    [LABELS.processed, told.place],
    ...(shown.length === 0
      ? []
      : [[undefined, say(message('recorded of the host from {0}', pages), language)] as const]),
  ];
}

/** What comes of the use and what decided it, and what comes of all uses where that is something else. */
function verdictLines(place: ExplainedPlace, language: Language): readonly Line[] {
  const { verdict, verdictBy, verdictOfAll, policy } = place;
  const decided = verdictBy.length === 0 ? '' : noted('', listed(verdictBy, language), language);
  const all = verdictWord(verdictOfAll, policy !== null);
  return [
    [LABELS.verdict, `${verdictText(place, language)}${decided}`],
    ...(verdictOfAll === null || verdictOfAll === verdict
      ? []
      : [[undefined, say(message('of all its uses: {0}', all), language)] as const]),
  ];
}

function verdictText({ verdict, policy, reservations }: ExplainedPlace, language: Language): string {
  return say(verdictWord(verdict, policy !== null, reservations), language);
}

/** What the text does, who runs the model, and the part of the project. */
function useText({ role, host, hostName, context }: ExplainedPlace, language: Language): string {
  const at =
    host === null
      ? message('by whom is not known')
      : host === 'self'
        ? message('not through a service')
        : message('at {0}', hostName ?? host);
  const part = message('in {0}', sayWord(context, CONTEXT_WORDS, language));
  return listed([sayWord(role, ROLE_WORDS, language), say(at, language), say(part, language)], language);
}

function factText({ value, sureness, source, date }: ExplainedFact, language: Language): string {
  // Of what nobody recorded there is no source to miss.
  if (sureness === null)
    return value === say(NO_BASE, language)
      ? value
      : noted(value, say(message('no source recorded'), language), language);
  // What the policy says nobody has read anywhere.
  if (source === STATED_BY_POLICY) return noted(value, say(message('the policy'), language), language);
  const known = [say(SURENESS_WORDS[sureness], language), source, date].filter((part) => part !== null);
  return noted(value, listed(known, language), language);
}

function dutyText(duty: ExplainedPlace['duties'][number], language: Language): string {
  const { text, license, clause, where, certain } = duty;
  const found = where === null ? '' : ` ${where.path}:${where.line}`;
  const state = `${say(dutyStateText(duty), language)}${found}`;
  const due = certain ? [state] : [state, say(message('if it applies'), language)];
  const asked = noted(text, `${license}${clause === null ? '' : ` ${clause}`}`, language);
  return headed(asked, listed(due, language), language);
}

function findingLines(finding: FindingData, language: Language): readonly Line[] {
  const { merged, rulesToExcuse } = finding;
  return [
    [LABELS.finding, foundText(finding, language)],
    ...decidedLines(finding, language),
    ...merged.flatMap((other): readonly Line[] => [
      [undefined, say(message('also {0}', foundText(other, language)), language)],
      ...decidedLines(other, language),
    ]),
    ...(rulesToExcuse.length < 2 ? [] : [excuseLine(rulesToExcuse, language)]),
  ];
}

/** What is excused, what decided it, and who excuses it where, why and until when. */
function excusedLines(one: ExcusedData, language: Language): readonly Line[] {
  return [
    [LABELS.excused, foundText(one, language)],
    ...decidedLines(one, language),
    ...one.exceptions.map((exception): Line => [undefined, exceptionText(exception, language)]),
  ];
}

function exceptionText(
  { grantedBy, reason, approvedBy, until }: ExcusedData['exceptions'][number],
  language: Language,
): string {
  const place =
    grantedBy.kind !== 'policy'
      ? ''
      : grantedBy.line === null
        ? grantedBy.path
        : `${grantedBy.path}:${grantedBy.line}`;
  const more = [
    ...(approvedBy === null ? [] : [say(message('approved by {0}', approvedBy), language)]),
    ...(until === null ? [] : [say(message('until {0}', until), language)]),
  ];
  const excused = say(message('excused by {0}: {1}', place, reason), language);
  return more.length === 0 ? excused : noted(excused, listed(more, language), language);
}

function foundText(
  { rule, severity, message: text }: Omit<ExcusedData, 'exceptions' | 'decidedBy'>,
  language: Language,
): string {
  return headed(`${sayWord(severity, SEVERITY_WORDS, language)} ${rule}`, text, language);
}

function excuseLine(rules: readonly string[], language: Language): Line {
  const text = message('An exception for all of it names rules: [{0}]', rules.join(', '));
  return [undefined, say(text, language)];
}

function decidedLines({ decidedBy }: Pick<FindingData, 'decidedBy'>, language: Language): readonly Line[] {
  return decidedBy === null ? [] : [[undefined, say(decisionText(decidedBy), language)]];
}
