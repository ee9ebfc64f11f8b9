import {
  type Check,
  fields,
  isDay,
  isRecord,
  isText,
  LICENSE_SHAPES,
  listOf,
  mapOf,
  MODEL_SHAPES,
  oneOf,
  orAbsent,
  ORGANIZATION_SHAPES,
} from '../catalog/shape';

/** What an entry may state, by field. */
export type Fields = Readonly<Record<string, Check>>;

const isTexts = listOf(isText);
const isAddresses = listOf((value) => typeof value === 'string' && /^https?:\/\/\S+$/.test(value));

/** What may be stated of a model. `registry` is the Hub's for an id with an owner, and `other` for one without, unless it is stated. */
export const MODEL_FIELDS: Fields = { ...MODEL_SHAPES, sources: isAddresses };

export const ORGANIZATION_FIELDS: Fields = {
  name: ORGANIZATION_SHAPES.name,
  kind: oneOf(['company', 'university', 'public-body', 'nonprofit', 'community', 'person', 'unknown']),
  country: (value) => typeof value === 'string' && /^[A-Z]{2}$/.test(value),
  parent: isText,
  owners: listOf((value) => typeof value === 'string' && /^[a-z0-9]+:.+$/.test(value)),
  note: isText,
  sources: isAddresses,
};

const { key: _, evidence: __, ...ofLicenses } = LICENSE_SHAPES;
export const LICENSE_FIELDS: Fields = {
  ...ofLicenses,
  version: isText,
  publisher: isText,
  commercialCondition: isText,
  modelTerms: isRecord,
  verification: oneOf(['verified', 'partial', 'unverified']),
  notes: isText,
  sources: isAddresses,
};

/** An address with the day on which it was read. */
const isPage: Check = (value) =>
  (typeof value === 'string' && /^https?:\/\/\S+ \d{4}-\d{2}-\d{2}$/.test(value)) ||
  fields({ url: isText, read: isDay })(value);

export const HOST_FIELDS: Fields = {
  name: isText,
  operator: isText,
  terms: isText,
  termsUnreadIn: isTexts,
  words: isTexts,
  endpoints: isTexts,
  ownPages: isTexts,
  regions: fields({
    from: oneOf(['endpoint', 'id-prefix', 'setting', 'operator', 'unknown']),
    places: orAbsent(mapOf(isText)),
  }),
  resells: listOf(MODEL_SHAPES.registry),
  names: mapOf(
    fields({
      aliases: orAbsent(isTexts),
      model: orAbsent(isText),
      status: orAbsent(oneOf(['active', 'deprecated', 'retired'])),
      endsOn: orAbsent(isDay),
      endsNotBefore: orAbsent(isDay),
      deprecatedOn: orAbsent(isDay),
      successor: orAbsent(isText),
      note: orAbsent(isText),
      source: orAbsent(isPage),
    }),
  ),
  fallback: listOf(fields({ prefix: isText, publisher: isText })),
  ended: fields({ on: isDay, note: orAbsent(isText), source: isPage }),
  sources: listOf(isPage),
};

export const HEAD_FIELDS: Fields = { title: isText, date: isDay };
