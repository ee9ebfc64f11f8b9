import {
  type Check,
  fields,
  isRecord,
  isText,
  isTruth,
  LICENSE_SHAPES,
  listOf,
  mapOf,
  MODEL_SHAPES,
  oneOf,
  orAbsent,
  ORGANIZATION_SHAPES,
  orNull,
} from '../catalog/shape';
import { isDay } from '../isoDay';
import { OBLIGATION_WORDS, RESTRICTION_WORDS, RIGHT_WORDS, TRIGGER_WORDS } from '../wording';

/** What an entry may state, by field: a value with a check, or a map of further entries. */
export type Fields = Readonly<Record<string, Check | EntriesOf>>;

/** Entries by names that the file chooses, each with these fields. */
export interface EntriesOf {
  readonly each: Readonly<Record<string, Check>>;
}

const isTexts = listOf(isText);
const isAddress: Check = (value) => typeof value === 'string' && /^https?:\/\/\S+$/.test(value);
const isAddresses = some(isAddress);
/** A day that a calendar has. */
const isRealDay: Check = (value) => typeof value === 'string' && isDay(value);

function some(check: Check): Check {
  return (value) => Array.isArray(value) && value.length > 0 && value.every(check);
}

/** An object with these fields, and no others. */
function only(checks: Readonly<Record<string, Check>>): Check {
  const has = fields(checks);
  return (value) =>
    isRecord(value) && has(value) && Object.keys(value).every((key) => Object.hasOwn(checks, key));
}

/** What may be stated of a model. `registry` is the Hub's for an id with an owner, and `other` for one without, unless it is stated. */
export const MODEL_FIELDS: Fields = {
  ...MODEL_SHAPES,
  status: only({
    state: oneOf(['active', 'deprecated', 'retired']),
    date: orAbsent(isRealDay),
    successor: orAbsent(isText),
  }),
  sources: isAddresses,
};

export const ORGANIZATION_FIELDS: Fields = {
  name: ORGANIZATION_SHAPES.name,
  kind: oneOf(['company', 'university', 'public-body', 'nonprofit', 'community', 'person', 'unknown']),
  country: (value) => typeof value === 'string' && /^[A-Z]{2}$/.test(value),
  parent: isText,
  owners: listOf((value) => typeof value === 'string' && /^[a-z0-9]+:.+$/.test(value)),
  note: isText,
  sources: isAddresses,
};

/** All fields that a clause may have: its own word, and what it says. */
function clauses(own: Readonly<Record<string, Check>>): Check {
  return listOf(only({ clause: orNull(isText), note: orAbsent(isText), ...own }));
}

const isTriggers = some(oneOf(Object.keys(TRIGGER_WORDS)));
const { key: _, evidence: __, ...ofLicenses } = LICENSE_SHAPES;
export const LICENSE_FIELDS: Fields = {
  ...ofLicenses,
  rights: clauses({
    right: oneOf(Object.keys(RIGHT_WORDS)),
    value: oneOf(['allowed', 'conditional', 'denied', 'silent']),
    needs: orAbsent(oneOf(['agreement', 'registration', 'framework'])),
  }),
  obligations: clauses({
    obligation: oneOf(Object.keys(OBLIGATION_WORDS)),
    triggers: isTriggers,
    text: orAbsent(isText),
    alternatives: orAbsent(isTexts),
    condition: orAbsent(oneOf(['commercial-use', 'above-threshold'])),
    accepts: orAbsent(isTexts),
  }),
  restrictions: clauses({
    restriction: oneOf(Object.keys(RESTRICTION_WORDS)),
    triggers: isTriggers,
    competingOnly: orAbsent(isTruth),
    uses: orAbsent(isTexts),
  }),
  covers: listOf(oneOf(['weights', 'code', 'outputs', 'data', 'documentation'])),
  meets: only({
    osi: orNull(isTruth),
    openWeightDefinition: orNull(isTruth),
    aiActOpenSource: orNull(oneOf(['qualifies', 'disqualified', 'arguable'])),
    aiActReasons: isTexts,
  }),
  version: isText,
  publisher: isText,
  commercialCondition: isText,
  modelTerms: only({ clause: orNull(isText) }),
  verification: oneOf(['verified', 'partial', 'unverified']),
  notes: isText,
  sources: isAddresses,
};

/** An address with the day on which it was read. */
const isPage: Check = (value) => {
  const [, url, read] = typeof value === 'string' ? (/^(\S+) (\S+)$/.exec(value) ?? []) : [];
  return only({ url: isAddress, read: isRealDay })(url === undefined ? value : { url, read });
};

/** A word for a provider: one of marks alone would stand for every address. */
const isWord: Check = (value) => typeof value === 'string' && /[\p{L}\p{N}]/u.test(value);
/** An address of a host: `*` may stand for what is before a name of its own, and for no name as a whole. */
const isEndpoint: Check = (value) =>
  typeof value === 'string' &&
  /^(?:[a-z0-9*][a-z0-9.*-]*(?::\d{1,5})?(?:\/[\w./-]*)?|[0-9a-f:]+)$/.test(value) &&
  (!value.includes('*') || /[a-z0-9-]\.[a-z0-9]/.test(value.replace(/\*[a-z0-9-]*\.?|[:/].*/g, '')));
/** An expression that can be read. */
const isForm: Check = (value) => {
  if (typeof value !== 'string' || value === '') return false;
  try {
    return new RegExp(value) instanceof RegExp;
  } catch {
    return false;
  }
};

export const HOST_FIELDS: Fields = {
  name: isText,
  operator: isText,
  terms: isText,
  termsUnreadIn: isTexts,
  words: listOf(isWord),
  endpoints: listOf(isEndpoint),
  ownPages: isTexts,
  regions: only({
    from: oneOf(['endpoint', 'id-prefix', 'setting', 'operator', 'unknown']),
    places: orAbsent(mapOf(isText)),
    form: orAbsent(isForm),
  }),
  resells: listOf(MODEL_SHAPES.registry),
  names: {
    each: {
      aliases: isTexts,
      model: isText,
      status: oneOf(['active', 'deprecated', 'retired']),
      endsOn: isRealDay,
      endsNotBefore: isRealDay,
      deprecatedOn: isRealDay,
      successor: isText,
      note: isText,
      source: isPage,
    },
  },
  fallback: listOf(only({ prefix: isText, publisher: isText })),
  ended: only({ on: isRealDay, note: orAbsent(isText), source: isPage }),
  sources: some(isPage),
};

export const HEAD_FIELDS: Fields = { title: isText, date: isRealDay };
