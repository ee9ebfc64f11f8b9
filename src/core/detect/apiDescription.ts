/** Top-level keys of OpenAPI, Swagger and AsyncAPI, with the version that each of them must have. */
const YAML_HEAD = /^["']?(?:openapi|swagger|asyncapi)["']?[ \t]*:[ \t]*["']?[1-9]\.\d/m;
const JSON_HEAD = /"(?:openapi|swagger|asyncapi)"\s*:\s*"[1-9]\.\d/;
/** Collections of requests to try an interface with: Postman's format, and the two of Insomnia. */
const COLLECTION = new RegExp(
  String.raw`"schema"\s*:\s*"https?://schema\.(?:get)?postman\.com/|"__export_format"\s*:|` +
    String.raw`^type:[ \t]*["']?collection\.insomnia\.rest/`,
  'm',
);
/**
 * What a gateway does with the requests that a description is of: then it says what is called
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html,
 * https://cloud.google.com/endpoints/docs/openapi/openapi-extensions).
 */
const GATEWAY = /x-(?:amazon-apigateway-integration|google-backend|kong-|tyk-|ms-apim)/;

/**
 * Whether a text describes an interface (OpenAPI, Swagger, AsyncAPI in JSON or YAML), or collects requests to try one
 * (Postman, Insomnia, Bruno). What it names are samples of requests and answers.
 * @param path of its file, with `/`
 */
export function isApiDescription(path: string, text: string): boolean {
  if (path.endsWith('.bru')) return true;
  const isJson = path.endsWith('.json');
  if (!isJson && !/\.ya?ml$/.test(path)) return false;
  const isDescription = isJson ? isAtTop(text, JSON_HEAD.exec(text)?.index) : YAML_HEAD.test(text);
  return (isDescription && !GATEWAY.test(text)) || COLLECTION.test(text);
}

/** Whether an offset of a JSON text stands in its outermost object: dependencies are called like formats too. */
function isAtTop(text: string, at: number | undefined): boolean {
  if (at === undefined) return false;
  let depth = 0;
  for (const [mark] of text.slice(0, at).matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/g))
    if (mark === '{' || mark === '[') depth++;
    else if (mark === '}' || mark === ']') depth--;
  return depth === 1;
}
