/** The part of JSON Schema (draft 2020-12) that the schemas of this program are written in. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly minimum?: number;
}

export interface Misfit {
  /** Where in the value, as a JSON Pointer (RFC 6901); empty for all of it. */
  readonly at: string;
  /** What is wrong there, in words: `must be one of error, warning`. */
  readonly reason: string;
}

/**
 * The first place where a value that was read from JSON does not follow a schema; `undefined` when it follows. Properties that the schema
 * does not know are let pass: a later version may have added them. Never throws.
 */
export function misfit(value: unknown, schema: JsonSchema): Misfit | undefined {
  return check(value, schema, schema);
}

/** The place of a misfit is put together from inside, where there is one: most values have none. */
function check(value: unknown, schema: JsonSchema, root: JsonSchema): Misfit | undefined {
  if (schema.$ref !== undefined) return check(value, definition(schema.$ref, root), root);
  if (schema.anyOf !== undefined) return checkAny(value, schema.anyOf, root);
  const reason = wrongKind(value, schema);
  if (reason !== undefined) return { at: '', reason };
  if (Array.isArray(value)) return checkItems(value, schema, root);
  return typeof value === 'object' && value !== null
    ? checkProperties(value as Readonly<Record<string, unknown>>, schema, root)
    : undefined;
}

/** What is wrong with a value whatever it holds. */
function wrongKind(value: unknown, schema: JsonSchema): string | undefined {
  if (schema.const !== undefined && value !== schema.const) return `must be ${JSON.stringify(schema.const)}`;
  if (schema.enum !== undefined && !schema.enum.includes(value))
    return `must be one of ${schema.enum.map((one) => JSON.stringify(one)).join(', ')}`;
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.some((type) => isOf(type, value))) return `must be ${types.join(' or ')}`;
  if (schema.minimum !== undefined && typeof value === 'number' && value < schema.minimum)
    return `must be at least ${schema.minimum}`;
  return undefined;
}

/** The misfit of the alternative that came furthest: it is the one that was meant. */
function checkAny(value: unknown, schemas: readonly JsonSchema[], root: JsonSchema): Misfit | undefined {
  const misfits = schemas.map((schema) => check(value, schema, root));
  if (misfits.includes(undefined)) return undefined;
  return misfits.sort((a, b) => (b?.at.length ?? 0) - (a?.at.length ?? 0))[0];
}

function checkItems(
  items: readonly unknown[],
  { items: schema }: JsonSchema,
  root: JsonSchema,
): Misfit | undefined {
  if (schema === undefined) return undefined;
  for (const [index, item] of items.entries()) {
    const found = check(item, schema, root);
    if (found !== undefined) return { ...found, at: `/${index}${found.at}` };
  }
  return undefined;
}

function checkProperties(
  value: Readonly<Record<string, unknown>>,
  { properties = {}, required = [], additionalProperties }: JsonSchema,
  root: JsonSchema,
): Misfit | undefined {
  const missing = required.find((name) => !Object.hasOwn(value, name));
  if (missing !== undefined) return { at: '', reason: `must have ${JSON.stringify(missing)}` };
  for (const name of Object.keys(value)) {
    const known = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
    if (typeof known !== 'object') continue;
    const found = check(value[name], known, root);
    if (found !== undefined) return { ...found, at: `/${pointerPart(name)}${found.at}` };
  }
  return undefined;
}

function isOf(type: string, value: unknown): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

/** The part of the schema that a reference points to: `#/$defs/model`, `#/properties/project/properties/use`. */
function definition(reference: string, root: JsonSchema): JsonSchema {
  let found: unknown = root;
  for (const part of reference.split('/').slice(1)) found = ownProperty(found, pointerName(part));
  if (typeof found !== 'object' || found === null) throw new RangeError(`the schema has no ${reference}`);
  return found;
}

function ownProperty(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

function pointerName(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

function pointerPart(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
