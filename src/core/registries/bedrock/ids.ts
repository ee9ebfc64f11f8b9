import { isRegionGroup } from './regions';

/**
 * Amazon Bedrock's ids: `anthropic.claude-3-haiku-20240307-v1:0`, with a region group before (`us.`) in inference
 * profiles.
 */

const VENDORS = new Set(
  (
    'ai21 amazon anthropic cohere deepseek google luma meta minimax mistral moonshot moonshotai ' +
    'nvidia openai qwen stability twelvelabs writer zai'
  ).split(' '),
);
/** First words of a model's name behind the vendor's dot. */
const NAME = new RegExp(
  String.raw`^(?:claude|titan|nova|rerank|command|embed|jamba|j2|jurassic|llama|mistral|mixtral|magistral|` +
    String.raw`ministral|pixtral|voxtral|devstral|r1|v3|stable|sd3|sdxl|palmyra|ray|marengo|pegasus|gpt|qwen|` +
    String.raw`gemma|nemotron|minimax|kimi|glm)[a-z0-9-]*(?:\.[a-z0-9.-]+)?(?:[:@][a-z0-9.-]+)*$`,
);

/** How ids begin that have a group of regions before them: any two letters and a point, or these. */
const REGION_STARTS = ['us', 'eu', 'apac', 'jp', 'au', 'ca', 'sa', 'global', 'in', 'me', 'af', 'ap', 'uk'];

/** How the ids begin. */
export function bedrockStarts(): readonly string[] {
  return [...VENDORS, ...REGION_STARTS];
}

/** The span of the id in a value, an ARN's path before it left out; `undefined` when the value is no Bedrock id. */
export function bedrockId(value: string): { readonly start: number; readonly end: number } | undefined {
  const start = startOf(value);
  const id = value.slice(start);
  const parts = id.split('.');
  const [vendor = '', ...rest] = isRegionGroup(parts[0] ?? '') ? parts.slice(1) : parts;
  const name = rest.join('.');
  return VENDORS.has(vendor) && NAME.test(name) && name.includes('-')
    ? { start, end: value.length }
    : undefined;
}

/**
 * Whether an ARN is of what an account made itself, so that no model stands in it: a profile for its costs, a custom or
 * imported model, throughput that it bought. Resource types of
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html
 */
export function isOwnersArn(value: string): boolean {
  return OWNERS.test(value);
}

const OWNERS = new RegExp(
  String.raw`^arn:aws[a-z-]{0,12}:bedrock:[a-z\d-]{1,30}:\d{12}:(?:application-inference-profile|provisioned-model|` +
    String.raw`custom-model(?:-deployment)?|imported-model|prompt-router)/[a-z\d][\w.:/-]{0,200}$`,
);

/** Behind the resource type of an ARN, such as `inference-profile/`; 0 for a plain id. */
function startOf(value: string): number {
  return value.startsWith('arn:') ? value.lastIndexOf('/') + 1 : 0;
}
