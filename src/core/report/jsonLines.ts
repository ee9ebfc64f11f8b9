import {
  type Context,
  type Registry,
  type Role,
  SEVERITIES,
  type Severity,
  type Verdict,
} from '../vocabulary';
import { originCodes } from '../lookup/originCountries';
import type { Reservation } from '../policy/reservations';
import { isUnderTerms } from './governing';
import { licenseSource, type LicenseSureness } from './licenseSource';
import type { AuditReport, ReportedFinding, ReportedModel, ReportedReference } from './auditReport';
import { reportVerdicts } from './modelVerdicts';
import { unnamedCalls } from './services';
import { byItself, isUse, severest } from './summary';
import { grouped } from '../text/grouped';

/** What every line of JSON Lines says of its audit. `null` means not known. */
export interface AuditLine {
  readonly schema: 1;
  /** Where the work tree came from, or the name of the audited folder. */
  readonly repository: string;
  readonly commit: string | null;
  /** Whether the files are others than those of that commit; absent where that could not be told. */
  readonly differs?: boolean;
  /** The day by which everything is judged, `YYYY-MM-DD`. Lines of earlier versions do not say. */
  readonly day?: string;
  readonly catalogDate: string;
  readonly catalogVersion?: string;
  /** Set where no policy judged: verdicts that allow a use then only say that nothing is known against it. */
  readonly hasPolicy?: false;
  /** Paths of the policies that judged. Absent without any; lines of earlier versions do not say. */
  readonly policies?: readonly string[];
  /** Whether the audit could read everything. */
  readonly complete: boolean;
}

/** That an audit found no use of a model: the only line of its file, so that it is told apart from none. */
export interface NoUseLine extends AuditLine {
  readonly model: null;
}

/** One use of a model: what programs add up over many repositories. */
export interface UseLine extends AuditLine {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly text: string;
  /** The canonical id where the model is known, else the name that was looked up. */
  readonly model: string;
  /** The model is chosen when the program runs, and no text names it: `model` and `text` are then the address that is called. */
  readonly isAddress?: true;
  readonly known: boolean;
  readonly registry: Registry;
  readonly role: Role;
  readonly host: string | null;
  /** Country of the headquarters of who runs the host. Absent where no host is called. */
  readonly hostCountry?: string | null;
  /**
   * Key of the terms under which it is called, which decide in place of the license. Absent where that decides or nothing tells who runs
   * it, and in earlier versions.
   */
  readonly terms?: string | null;
  readonly context: Context | null;
  readonly publisher: string | null;
  /** Keys of the license that the model states and of the one in effect. */
  readonly license: string | null;
  readonly effectiveLicense: string | null;
  /** Keys of further licenses that the model states and that hold at once. Absent where there are none, and in lines of earlier versions. */
  readonly alsoLicenses?: readonly string[];
  readonly category: string | null;
  /** How the license is known. Absent where nothing tells, and in lines of earlier versions. */
  readonly licenseSureness?: LicenseSureness;
  readonly openness: string | null;
  /** Countries, the publisher's first, then those of its bases, each once; `?` for one that is not known. */
  readonly origin: readonly string[];
  readonly verdict: Verdict | null;
  /** What a reader has to know of a verdict that allows the use; absent where there is nothing. */
  readonly reservations?: readonly Reservation[];
  /** Of the findings at this place. */
  readonly severity: Severity | null;
  /** Set where another place tells what is gravest here, for several models or places: whoever counts findings counts it there. */
  readonly isToldElsewhere?: true;
  readonly rules: readonly string[];
}

/**
 * One line a use, in the order of the report, then those that call a host for a model that no text names, each ended by a line feed;
 * mentions and lists are no uses. Without a use there is one line that says so.
 */
export function* toJsonLines(report: AuditReport, project: string): Generator<string> {
  let uses = 0;
  for (const line of useLines(report, project)) {
    uses++;
    yield `${JSON.stringify(line)}\n`;
  }
  if (uses === 0) yield `${JSON.stringify({ ...auditLine(report, project), model: null })}\n`;
}

function auditLine({ project: audited, tool, day, stats, policies }: AuditReport, name: string): AuditLine {
  const { repository = name, commit = null, differs } = audited ?? {};
  const { catalogDate, catalogVersion } = tool;
  return {
    schema: 1,
    repository,
    commit,
    ...(differs !== undefined && { differs }),
    ...(day !== undefined && { day }),
    catalogDate,
    ...(catalogVersion !== undefined && { catalogVersion }),
    ...(policies.length === 0 ? { hasPolicy: false } : { policies: policies.map(({ path }) => path) }),
    complete: stats.complete,
  };
}

/**
 * A line of which parts that are `undefined` are not written. Lines that are all of one form, and not put together from others, take a
 * fraction of the time and memory.
 */
type WrittenLine = { readonly [Part in keyof Required<UseLine>]: UseLine[Part] | undefined };

function* useLines(report: AuditReport, project: string): Generator<WrittenLine> {
  const models = new Map(report.models.map((model) => [model.id, model]));
  const verdicts = reportVerdicts(report);
  const findings = grouped(report.findings, placeOf);
  const audit = auditLine(report, project);
  for (const { place: use, hostCountry, terms, isAddress } of usesOf(report)) {
    const { path, line, column, text, registry, role, host = null, context = null } = use;
    const model = use.model === null ? undefined : models.get(use.model);
    const told = findings.get(placeOf(use)) ?? [];
    const here = told.map(byItself);
    const severity = severest(here) ?? null;
    const facts = factsOf(model);
    const { known, publisher, license, effectiveLicense, alsoLicenses } = facts;
    const { category, licenseSureness, openness, origin } = facts;
    yield {
      schema: audit.schema,
      repository: audit.repository,
      commit: audit.commit,
      differs: audit.differs,
      day: audit.day,
      catalogDate: audit.catalogDate,
      catalogVersion: audit.catalogVersion,
      hasPolicy: audit.hasPolicy ?? model?.hasPolicy,
      policies: audit.policies,
      complete: audit.complete,
      path,
      line,
      column,
      text,
      registry,
      role,
      host,
      context,
      hostCountry,
      terms,
      model: use.model ?? use.id,
      isAddress,
      known,
      publisher,
      license,
      effectiveLicense,
      alsoLicenses,
      category,
      licenseSureness,
      openness,
      origin,
      verdict: verdicts.get(use.model ?? use.id) ?? null,
      reservations: use.reservations,
      severity,
      isToldElsewhere: isToldElsewhere(told, severity),
      rules: [...new Set(here.flatMap(({ rule, also = [] }) => [rule, ...also]))],
    };
  }
}

function isToldElsewhere(findings: readonly ReportedFinding[], severity: Severity | null): true | undefined {
  return severity !== null && severity !== severest(findings) ? true : undefined;
}

interface Use {
  readonly place: Pick<
    ReportedReference,
    | 'path'
    | 'line'
    | 'column'
    | 'text'
    | 'id'
    | 'model'
    | 'registry'
    | 'role'
    | 'host'
    | 'context'
    | 'reservations'
  >;
  readonly hostCountry: string | null | undefined;
  readonly terms: string | null | undefined;
  readonly isAddress: true | undefined;
}

/** What names a model and uses it, and what calls a host for a model that no text names. */
function* usesOf(report: AuditReport): Generator<Use> {
  const services = new Map(
    (report.services ?? []).flatMap((service) =>
      service.places.map((one) => [`${placeOf(one)}\n${service.host}`, service]),
    ),
  );
  for (const place of report.references)
    if (isUse(place)) {
      const service = services.get(`${placeOf(place)}\n${place.host ?? ''}`);
      const terms = isUnderTerms(place) ? (service?.terms ?? null) : undefined;
      yield { place, hostCountry: service?.country, terms, isAddress: undefined };
    }
  for (const { service, place } of unnamedCalls(report)) {
    const { host, country: hostCountry, terms } = service;
    yield { place: { ...place, host }, hostCountry, terms, isAddress: true };
  }
}

function placeOf({ path, line, column }: Pick<ReportedFinding, 'path' | 'line' | 'column'>): string {
  return `${path}\n${line}\n${column}`;
}

type Facts = Pick<
  WrittenLine,
  | 'known'
  | 'publisher'
  | 'license'
  | 'effectiveLicense'
  | 'alsoLicenses'
  | 'category'
  | 'licenseSureness'
  | 'openness'
  | 'origin'
>;

const NO_FACTS: Facts = {
  known: false,
  publisher: null,
  license: null,
  effectiveLicense: null,
  alsoLicenses: undefined,
  category: null,
  licenseSureness: undefined,
  openness: null,
  origin: [],
};

function factsOf(model: ReportedModel | undefined): Facts {
  if (model === undefined) return NO_FACTS;
  const { publisher, license, openness } = model;
  return {
    known: true,
    publisher: publisher?.name ?? null,
    license: license.declared?.key ?? null,
    effectiveLicense: license.effective?.key ?? null,
    alsoLicenses: license.also?.map(({ key }) => key),
    category: license.effective?.category ?? null,
    licenseSureness: licenseSource(model)?.sureness,
    openness: openness.level,
    origin: originCodes(model, '?'),
  };
}

/** The parts of a line that are added up, and the kinds of values that they can have. */
const NULLABLE_TEXTS = ['commit', 'host', 'publisher', 'license', 'severity'] as const;

/** Lines of earlier versions do not have these. */
const LISTS = ['rules', 'reservations', 'alsoLicenses', 'policies'] as const;

/** Reads a line that {@link toJsonLines} wrote; `undefined` for any other text. Fields that it does not know are left as they are. */
export function readUseLine(line: string): UseLine | NoUseLine | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = value as Readonly<Record<string, unknown>>;
  return isNoUseLine(fields) || isUseLine(fields) ? (value as UseLine | NoUseLine) : undefined;
}

function isAuditLine(fields: Readonly<Record<string, unknown>>): boolean {
  const { schema, repository, complete, catalogDate, day = '' } = fields;
  return (
    schema === 1 &&
    [repository, catalogDate, day].every((text) => typeof text === 'string') &&
    typeof complete === 'boolean'
  );
}

function isNoUseLine(fields: Readonly<Record<string, unknown>>): boolean {
  const { model, commit } = fields;
  return isAuditLine(fields) && model === null && (commit === null || typeof commit === 'string');
}

function isUseLine(fields: Readonly<Record<string, unknown>>): boolean {
  const { model, origin, severity } = fields;
  return (
    isAuditLine(fields) &&
    typeof model === 'string' &&
    Array.isArray(origin) &&
    origin.every((country) => typeof country === 'string') &&
    NULLABLE_TEXTS.every((key) => fields[key] === null || typeof fields[key] === 'string') &&
    LISTS.every((key) => fields[key] === undefined || Array.isArray(fields[key])) &&
    (severity === null || SEVERITIES.some((one) => one === severity))
  );
}
