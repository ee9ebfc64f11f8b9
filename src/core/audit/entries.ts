import { message, type Message } from '../message';
import type { Service } from '../lookup/service';
import { operatorPlace } from '../lookup/whereItRuns';
import type { Model } from '../model';
import type { Finding } from '../policy/finding';
import { joinReservations, type Reservation } from '../policy/reservations';
import type { ModelReference } from '../reference';
import { modelVerdicts, usedWithoutPolicy } from '../report/modelVerdicts';
import { isUse, type Role, SELF, SEVERITIES, type Severity } from '../vocabulary';
import { OPENNESS_WORDS, verdictWord } from '../wording';
import type { AuditResult, Located } from './result';
import { rank } from '../policy/severity';
import { addTo } from '../text/grouped';

/** One row of the results: a place and everything that was found there. */
export interface AuditEntry extends Located {
  readonly kind: 'model' | 'policy' | 'runtime';
  /** The model's id, or the name or expression as written where there is none. */
  readonly name: string;
  readonly model: Model | undefined;
  /** What comes of all uses of the model in the audit, in words; absent where the row is of no name. */
  readonly verdict?: Message;
  readonly findings: readonly Finding[];
  /** How and where the model is used; `undefined` for a row that names none. */
  readonly use: EntryUse | undefined;
  /** The severest of the findings. */
  readonly severity: Severity | undefined;
}

export interface EntryUse {
  readonly role: Role;
  /** Id of the host that runs it, `self` for the project's own machines, `null` where nobody knows. */
  readonly host: string | null;
  /** Whose service it uses; `undefined` where the project runs the model itself, or nothing tells who does. */
  readonly service: Service | undefined;
}

export const GROUPINGS = [
  'outcome',
  'model',
  'license',
  'origin',
  'host',
  'openness',
  'file',
  'rule',
] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface EntryGroup {
  readonly key: string;
  /** A fact as it is (an id, a path, country codes) or a sentence to translate. */
  readonly label: string | Message;
  readonly entries: readonly AuditEntry[];
  readonly severity: Severity | undefined;
}

/** The rows of an audit, in the audit's order: references first, then findings about the policy and loaders whose model is not written. */
export function auditEntries(result: AuditResult): readonly AuditEntry[] {
  const models = new Map(result.models.map((model) => [model.id, model]));
  const about = findingsByReference(result);
  const verdicts = modelVerdicts(result);
  const reservations = modelReservations(result);
  const hasPolicy = result.policies.length > 0;
  const ungoverned = usedWithoutPolicy(result);
  const named = result.references.map(({ folder, path, span, reference, model, service }) =>
    entry({
      folder,
      path,
      span,
      kind: 'model' as const,
      name: model ?? reference.id,
      model: model === null ? undefined : models.get(model),
      verdict: verdictWord(
        verdicts.get(model ?? reference.id) ?? null,
        hasPolicy && !ungoverned.has(model ?? reference.id),
        reservations.get(model ?? reference.id),
      ),
      findings: about.get(reference) ?? [],
      use: { role: reference.role, host: reference.host, service },
    }),
  );
  const known = new Set(result.references.map(({ reference }) => reference));
  const others = result.findings
    .filter(({ finding }) => finding.reference === undefined || !known.has(finding.reference))
    .map(({ folder, path, span, finding }) =>
      entry({
        folder,
        path,
        span,
        kind: finding.reference === undefined ? ('policy' as const) : ('runtime' as const),
        name: finding.model ?? finding.rule,
        findings: [finding],
        model: finding.model === null ? undefined : models.get(finding.model),
        use: undefined,
      }),
    );
  const choices = result.runtimeChoices.map(({ folder, path, span, choice }) =>
    entry({
      folder,
      path,
      span,
      kind: 'runtime' as const,
      name: choice.expression,
      model: undefined,
      findings: [],
      use: undefined,
    }),
  );
  return [...named, ...others, ...choices];
}

/** The groups, the severest first, those of equal severity by label. A row with several rules is in the group of each. */
export function groupEntries(entries: readonly AuditEntry[], grouping: Grouping): readonly EntryGroup[] {
  const groups = new Map<string, { label: string | Message; entries: AuditEntry[] }>();
  for (const item of entries) {
    for (const { key, label } of GROUPERS[grouping](item)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { label, entries: [item] });
      else group.entries.push(item);
    }
  }
  return [...groups]
    .map(([key, group]) => ({
      key,
      ...group,
      severity: severest(group.entries.map(({ severity }) => severity)),
    }))
    .sort((a, b) => rank(a.severity) - rank(b.severity) || (a.key < b.key ? -1 : 1));
}

/**
 * What a group of the tree by host adds to the host's name, in order: the country of its operator and where it processes, or that no
 * service is called. Empty for groups that are no host.
 * @param countryName name of a country by its code, in the reader's language
 */
export function hostDetails(
  { entries }: Pick<EntryGroup, 'entries'>,
  countryName: (code: string) => string,
): readonly (Message | string)[] {
  const use = entries[0]?.use;
  if (use === undefined || !isUse(use.role)) return [];
  if (use.service === undefined) return use.host === SELF ? [message('no model service is called')] : [];
  const regions = new Set(entries.flatMap((entry) => entry.use?.service?.region ?? []));
  return [
    operatorPlace(use.service.operator, countryName),
    ...(regions.size === 0 ? [] : [message('processed in {0}', [...regions].map(countryName).join(', '))]),
  ];
}

/** Whether any word that a row shows contains a text, without case. */
export function entryMatches(item: AuditEntry, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  const { name, path, model, findings, use } = item;
  const shown = [
    name,
    path,
    model?.license.declared?.key,
    model?.license.declared?.name,
    model?.license.effective?.key,
    ...(model?.license.also ?? []).flatMap(({ key, name: title }) => [key, title]),
    model?.openness.level,
    model?.publisher?.name,
    ...(model?.origin ?? []).map(({ country }) => country),
    ...findings.flatMap(({ rule, severity }) => [rule, severity]),
    ...(use === undefined ? [] : wordsOfHost(use)),
  ];
  return shown.some((word) => word?.toLowerCase().includes(wanted) === true);
}

function wordsOfHost({ host, service }: EntryUse): readonly (string | null | undefined)[] {
  return [host, service?.name, service?.operator?.name, service?.operator?.country, service?.region];
}

interface GroupName {
  readonly key: string;
  readonly label: string | Message;
}

const NOT_KNOWN: GroupName = { key: '~unknown', label: message('Not known') };
const NONE_STATED_GROUP: GroupName = { key: '~none-stated', label: message('No license stated') };
const NO_FINDING: GroupName = { key: '~none', label: message('No finding') };
const POLICY: GroupName = { key: '~policy', label: message('The policy itself') };
const NOT_USED: GroupName = { key: '~named', label: message('Only named, not used') };
const OWN_MACHINES: GroupName = { key: '~self', label: message("This project's own machines") };
const RUNTIME: GroupName = { key: '~runtime', label: message('Chosen when the program runs') };

const OUTCOMES: Readonly<Record<Severity, GroupName>> = {
  error: { key: 'error', label: message('Errors') },
  warning: { key: 'warning', label: message('Warnings') },
  information: { key: 'information', label: message('Information') },
  hint: { key: 'hint', label: message('Hints') },
};

const GROUPERS: Readonly<Record<Grouping, (item: AuditEntry) => readonly GroupName[]>> = {
  outcome: (item) => [
    item.severity === undefined ? modelGroup(item, () => NO_FINDING) : OUTCOMES[item.severity],
  ],
  model: (item) => [
    item.kind === 'model' ? plainName(item.name) : modelGroup(item, ({ id }) => plainName(id)),
  ],
  license: (item) => [modelGroup(item, licenseGroup)],
  origin: (item) => [modelGroup(item, originGroup)],
  host: (item) => [item.use === undefined ? modelGroup(item, () => NOT_KNOWN) : hostGroup(item.use)],
  openness: (item) => [
    modelGroup(item, ({ openness }) =>
      openness.level === 'unknown'
        ? NOT_KNOWN
        : { key: openness.level, label: OPENNESS_WORDS[openness.level] },
    ),
  ],
  file: (item) => [plainName(item.path)],
  rule: (item) =>
    item.findings.length === 0
      ? [NO_FINDING]
      : [...new Set(item.findings.flatMap(({ rule, also = [] }) => [rule, ...also]))].map(plainName),
};

/** What a reader has to know of the verdict on each name, over all its uses. */
function modelReservations({ references }: AuditResult): ReadonlyMap<string, readonly Reservation[]> {
  const found = new Map<string, readonly Reservation[]>();
  for (const { model, reference, reservations } of references) {
    if (reservations === undefined) continue;
    const name = model ?? reference.id;
    found.set(name, joinReservations([...(found.get(name) ?? []), ...reservations]));
  }
  return found;
}

function plainName(text: string): GroupName {
  return { key: text, label: text };
}

/** The group of a row by its model; a row without one is told apart by why. */
function modelGroup({ kind, model }: AuditEntry, groupOf: (model: Model) => GroupName): GroupName {
  if (model !== undefined) return groupOf(model);
  switch (kind) {
    case 'model':
      return NOT_KNOWN;
    case 'policy':
      return POLICY;
    case 'runtime':
      return RUNTIME;
  }
}

function licenseGroup({ license: { effective, declared } }: Model): GroupName {
  const license = effective ?? declared;
  if (license === null) return NOT_KNOWN;
  return license.category === 'none-stated' ? NONE_STATED_GROUP : plainName(license.key);
}

/** The countries of the whole lineage, each once: a derivative comes from where its base comes from too. */
function originGroup({ origin }: Model): GroupName {
  const countries = [...new Set(origin.map(({ country }) => country).filter((country) => country !== null))];
  return countries.length === 0 ? NOT_KNOWN : plainName(countries.join(' ← '));
}

function hostGroup({ role, host, service }: EntryUse): GroupName {
  if (!isUse(role)) return NOT_USED;
  if (service !== undefined) return { key: service.host, label: service.name };
  return host === SELF ? OWN_MACHINES : NOT_KNOWN;
}

function findingsByReference({ findings }: AuditResult): ReadonlyMap<ModelReference, readonly Finding[]> {
  const about = new Map<ModelReference, Finding[]>();
  for (const { finding } of findings) {
    if (finding.reference === undefined) continue;
    addTo(about, finding.reference, finding);
  }
  return about;
}

function entry(parts: Omit<AuditEntry, 'severity'>): AuditEntry {
  return { ...parts, severity: severest(parts.findings.map(({ severity }) => severity)) };
}

function severest(severities: readonly (Severity | undefined)[]): Severity | undefined {
  return SEVERITIES[Math.min(...severities.map(rank))];
}
