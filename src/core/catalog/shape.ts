import { LICENSE_CATEGORIES, LINEAGE_RELATIONS, OPENNESS_LEVELS, REGISTRIES } from '../vocabulary';

/** Whether a parsed value has a shape. What it says is not judged. */
export type Check = (value: unknown) => boolean;

export const isText: Check = (value) => typeof value === 'string';
export const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
export const isTruth: Check = (value) => typeof value === 'boolean';
export const isDay: Check = (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function oneOf(values: readonly unknown[]): Check {
  return (value) => values.includes(value);
}

export function orNull(check: Check): Check {
  return (value) => value === null || check(value);
}

export function orAbsent(check: Check): Check {
  return (value) => value === undefined || check(value);
}

export function listOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.every(check);
}

export function mapOf(check: Check): Check {
  return (value) => isRecord(value) && Object.values(value).every(check);
}

/** An object with these fields; what else it has is not looked at. */
export function fields(checks: Readonly<Record<string, Check>>): Check {
  const all = Object.entries(checks);
  return (value) => isRecord(value) && all.every(([name, check]) => check(value[name]));
}

const isTexts = listOf(isText);
const isTextOrNull = orNull(isText);
const isTerms = (name: string): Check =>
  listOf(fields({ [name]: isText, triggers: isTexts, clause: isTextOrNull }));
const isSources = listOf(fields({ source: isText, date: isText, facts: isTexts, confidence: isText }));
const isPage = fields({ url: isText, read: isText });

/** What a value of each field of a model is, but for `null` where it is not known. */
export const MODEL_SHAPES = {
  registry: oneOf(REGISTRIES),
  publisher: isText,
  license: isText,
  openness: oneOf(OPENNESS_LEVELS),
  components: mapOf(isTruth),
  task: isText,
  parameters: isNumber,
  released: isText,
  languages: isTexts,
  sources: isSources,
  name: isText,
  codeLicense: isText,
  alsoLicenses: isTexts,
  displayPhrase: isText,
  lineage: listOf(fields({ model: isText, relation: oneOf(LINEAGE_RELATIONS) })),
  copyOf: isText,
  multimodal: isTruth,
  gated: isTruth,
  status: fields({
    state: oneOf(['active', 'deprecated', 'retired']),
    date: orAbsent(isText),
    successor: orAbsent(isText),
  }),
  aliases: isTexts,
  contradictions: isTexts,
} satisfies Readonly<Record<string, Check>>;

/** What each field of a license is. */
export const LICENSE_SHAPES = {
  key: isText,
  aliases: isTexts,
  spdx: isTextOrNull,
  name: isText,
  url: isTextOrNull,
  category: oneOf(LICENSE_CATEGORIES),
  family: isTruth,
  commercialUse: oneOf(['yes', 'no', 'conditional', 'unknown']),
  rights: listOf(
    fields({
      right: isText,
      value: oneOf(['allowed', 'conditional', 'denied', 'silent']),
      clause: isTextOrNull,
    }),
  ),
  obligations: isTerms('obligation'),
  restrictions: isTerms('restriction'),
  thresholds: listOf(fields({ metric: isText, amount: isNumber, consequence: isText, text: isText })),
  regions: listOf(fields({ regions: isTexts, appliesTo: oneOf(['all', 'multimodal']), text: isText })),
  covers: isTexts,
  meets: isRecord,
  governingLaw: orAbsent(fields({ law: isTextOrNull, clause: isTextOrNull, disputes: orAbsent(isText) })),
  termination: orAbsent(
    listOf(
      fields({
        cause: oneOf(['breach', 'patent-suit', 'ip-suit', 'suit', 'notice', 'guardrail-removal']),
        effect: oneOf(['ends', 'may-end', 'patent-grant-ends']),
        clause: isTextOrNull,
        cureDays: orAbsent(isNumber),
        note: orAbsent(isText),
      }),
    ),
  ),
  summary: isText,
  evidence: listOf(fields({ source: isText, date: isText })),
} satisfies Readonly<Record<string, Check>>;

/** What each field of an organization is. */
export const ORGANIZATION_SHAPES = {
  id: isText,
  name: isText,
  country: isTextOrNull,
  parent: isTextOrNull,
  owners: isTexts,
  sources: isSources,
} satisfies Readonly<Record<string, Check>>;

/** What the sections beside the models are. */
export const SECTION_SHAPES = {
  licenses: listOf(fields(LICENSE_SHAPES)),
  organizations: listOf(fields(ORGANIZATION_SHAPES)),
  families: listOf(
    fields({
      id: isText,
      registry: oneOf(REGISTRIES),
      match: isText,
      except: isTexts,
      publisher: isTextOrNull,
      license: isTextOrNull,
      openness: orNull(oneOf(OPENNESS_LEVELS)),
      sources: isSources,
    }),
  ),
  hosts: listOf(
    fields({
      id: isText,
      operator: isTextOrNull,
      terms: isTextOrNull,
      words: isTexts,
      endpoints: isTexts,
      ownPages: orAbsent(isTexts),
      regions: fields({
        from: isText,
        places: mapOf(isText),
        spans: orAbsent(mapOf(isTexts)),
        keeps: orAbsent(mapOf(isTexts)),
        form: orAbsent(isText),
        deploymentTypes: orAbsent(listOf(fields({ word: isText, zones: listOf(isTexts) }))),
      }),
      resells: listOf(oneOf(REGISTRIES)),
      fallback: listOf(fields({ prefix: isText, publisher: isText })),
      sources: listOf(isPage),
      ended: orAbsent(fields({ on: isText, source: isPage })),
      pages: listOf(isPage),
      calendar: listOf((row) => Array.isArray(row) && isText(row[0])),
      leads: orAbsent(listOf(isTextOrNull)),
    }),
  ),
  familyNames: fields({
    hints: listOf(fields({ name: isText, base: isText })),
    lines: orAbsent(listOf(fields({ name: isText, base: isText }))),
    unrelated: isTexts,
  }),
  origins: mapOf(fields({ title: isText, url: isTextOrNull, license: isTextOrNull, date: isText })),
} satisfies Readonly<Record<string, Check>>;
