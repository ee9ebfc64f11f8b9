import { perObject } from '../../once';
import type { Knowledge } from '../knowledge';
import { surroundingsOf, textOf } from '../surroundings';
import type { Registry } from '../../vocabulary';
import type { Question } from './question';

/**
 * Settings of gateways in which each name begins with the provider that is asked for it, whatever the others say:
 * https://docs.litellm.ai/docs/proxy/configs, https://opencode.ai/docs/models
 */
const PREFIXING = ['litellm_params', 'opencode.ai/config.json'];
/** `openrouter/mistralai/mistral-nemo`: the seller as the provider before the maker; no path or package has it so. */
const AS_PROVIDER = /(?<![\w@./-])openrouter\/[\w.-]{1,60}\/[\w.-]/i;
const SELLER = /openrouter/i;

const hasAsProvider = perObject(({ text }: Knowledge) => AS_PROVIDER.test(text));

/**
 * The service that sells `maker/name` at a place, as the place or the text around it tells. Where a text writes
 * OpenRouter as the provider before some names, those without it are not asked there, unless their own mapping or
 * call speaks of it.
 * @returns `undefined` where nothing tells, and the word before the slash says who is asked
 */
export function sellerAround({ value, at, intent, knowledge }: Question): Registry | undefined {
  if (intent.registry !== undefined) return intent.registry;
  if (intent.loader?.library === 'gateway' || PREFIXING.some((mark) => knowledge.mentions(mark)))
    return undefined;
  const near = knowledge.serviceNear(at);
  if (near !== 'openrouter' || !hasAsProvider(knowledge)) return near;
  const { text, brackets } = knowledge;
  const own = textOf(text, surroundingsOf(text, brackets, { start: at, end: at + value.length }).own);
  return SELLER.test(own) && !AS_PROVIDER.test(own) ? near : undefined;
}
