import { lineBefore } from './surroundings';
import type { Place } from './uses/place';

/** `default: …`, `"example": "…"`, `[default = "…"]` */
const DESCRIBED = /(?:^|[\s,{[])["']?(?:default|example|examples|const)["']?\s{0,20}[:=]\s{0,20}["'[]{0,2}$/;
/** `model: String = "…"`, a default of a type's field. A variable of a query (`$model: String = "…"`) is asked with. */
const TYPED_DEFAULT = /(?<![$\w])\w+\s{0,20}:\s{0,20}[[\]\w!]{1,60}\s{0,20}=\s{0,20}["']$/;
/** Names around the fields of a schema. */
const FIELDS: ReadonlySet<string> = new Set([
  'properties',
  'parameters',
  'schema',
  'schemas',
  'definitions',
  '$defs',
]);
/** What a text says that describes an interface. */
const SCHEMA_WORDS = ['openapi', 'swagger', 'asyncapi'];

/**
 * Whether a name stands in the description of an interface (OpenAPI, AsyncAPI, GraphQL, Protocol Buffers): a default
 * or an example there says what others may give, and calls nothing. The schema of a program's own settings is none:
 * its default is what runs.
 */
export function isInSchema({ text, start, site, knowledge }: Place): boolean {
  const { path } = knowledge;
  if (path.endsWith('.proto')) return site.lexical === 'string';
  const line = lineBefore(text, start);
  if (/\.(?:graphql|gql)$/.test(path)) return TYPED_DEFAULT.test(line);
  if (!DESCRIBED.test(line)) return false;
  return (
    [site.key, ...site.parents].some((name) => FIELDS.has(name)) &&
    (/(?:openapi|swagger|asyncapi)[^/]*$/i.test(path) ||
      SCHEMA_WORDS.some((word) => knowledge.mentions(word)))
  );
}
