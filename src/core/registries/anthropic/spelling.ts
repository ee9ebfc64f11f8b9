import { hostedBy } from '../spelling/hosted';
import type { SpellingRule } from '../spelling/rule';

const hosted = hostedBy('anthropic');

/**
 * What gateways that pass calls on to Bedrock add to the name of Anthropic's own service: its word before, and the
 * version that Bedrock counts behind: `bedrock-claude-sonnet-4-6`, `claude-haiku-4-5-v1`
 * (https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html). A `-v2` may be another model.
 */
const OF_BEDROCK = new RegExp(
  String.raw`(^|/)(?:bedrock-(?=claude-))?(claude-(?:[\d.-]{1,8})?(?:opus|sonnet|haiku)(?:-[\w.]{1,20}?){0,6}?)` +
    String.raw`(?:-v1(?::\d)?)?$`,
);

/** Names of Anthropic's API, also as such gateways have them. */
export const anthropicSpelling: SpellingRule = (spelling) => {
  const plain = spelling.replace(OF_BEDROCK, '$1$2');
  return plain === spelling ? hosted(spelling) : [...hosted(spelling), ...hosted(plain)];
};
