import { lineBefore } from './surroundings';
import { textBehind } from '../text/pieces';
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
export function isInSchema(place: Place): boolean {
  const { text, start, site, knowledge } = place;
  const { path } = knowledge;
  if (path.endsWith('.proto')) return site.lexical === 'string';
  const line = lineBefore(text, start);
  if (/\.(?:graphql|gql)$/.test(path)) return TYPED_DEFAULT.test(line);
  if (!DESCRIBED.test(line)) return false;
  if (isOfFilledForm(place)) return true;
  return (
    [site.key, ...site.parents].some((name) => FIELDS.has(name)) &&
    (/(?:openapi|swagger|asyncapi)[^/]*$/i.test(path) ||
      SCHEMA_WORDS.some((word) => knowledge.mentions(word)))
  );
}

/** The name of a field in its description: `{"label": "Model", "name": "modelName", "default": "…"}`. */
const FIELD_NAME = /"name"\s{0,8}:\s{0,8}"(\w{1,60})"/;
/** How far behind its description the values of a form stand that was filled in. */
const FORM_REACH = 40_000;

/**
 * The default of a field that was filled in: a flow that was stored holds the descriptions of what its nodes can be
 * given, and behind them, under `inputs`, what they are given.
 */
function isOfFilledForm({ text, start, end, site, knowledge }: Place): boolean {
  const [own] = knowledge.brackets.open(start);
  if (site.where !== 'config' || own?.mark !== '{' || !knowledge.mentions('"inputs"')) return false;
  const record = knowledge.brackets.contentOf(own, end);
  const name = FIELD_NAME.exec(text.slice(record.start, record.end))?.[1];
  if (name === undefined) return false;
  const inputs =
    /"inputs"\s{0,8}:\s{0,8}\{([^{}]{0,4000})/.exec(textBehind(text, end, FORM_REACH))?.[1] ?? '';
  return new RegExp(`"${name}"\\s{0,8}:\\s{0,8}"[^"]`).test(inputs);
}
