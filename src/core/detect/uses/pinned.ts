import { hostOfProviderWord } from '../beside';
import type { Surroundings } from '../surroundings';
import { textOf } from '../surroundings';
import type { Place, Use } from './place';
import { matchesOf } from '../../text/matches';

/**
 * A service that passes calls on can be told to whom: https://openrouter.ai/docs/features/provider-routing,
 * https://vercel.com/docs/ai-gateway/models-and-providers/provider-filtering-and-ordering,
 * https://huggingface.co/docs/inference-providers
 */

/** The object of a request that says so: `provider: { only: […] }`, `gateway: { … }`. */
const ROUTING = /\b(?:provider|gateway)["']?\s{0,8}[:=]\s{0,8}\{([^{}]{0,1000})\}/g;
const ONLY = /\bonly["']?\s{0,8}[:=]\s{0,8}\[([^[\]]{0,500})\]/;
/** An order of providers leaves others out only with this. */
const ORDER = /\border["']?\s{0,8}[:=]\s{0,8}\[([^[\]]{0,500})\]/;
const NO_OTHERS = /\ballow_?fallbacks["']?\s{0,8}[:=]\s{0,8}false\b/i;
const QUOTED = /["']([\w.-]{1,60})(?:\/[\w.-]{1,60})?["']/g;
/** The provider behind a name at Hugging Face, or before it: `Qwen/Qwen3-8B:x`, `huggingface/x/Qwen/Qwen3-8B`. */
const IN_NAME = /\/[^:/\s]+:([\w-]{2,40})$|^\w+\/([\w-]{2,40})\/[^/\s]+\/[^/\s]+$/;

/**
 * The services that alone a call can be passed on to, as the text says: ids of hosts, or words that no host is known
 * by; nothing where it leaves that open.
 */
export function pinnedHosts(
  place: Place,
  { role, host }: Use,
  around: () => Surroundings,
): readonly string[] | undefined {
  const { hosts } = place.knowledge;
  if (role !== 'calls' || host === null || !hosts.passesOn(host)) return undefined;
  const behind = host === 'huggingface' ? hostInName(place) : undefined;
  if (behind !== undefined) return [behind];
  const { own, outer } = around();
  const words = wordsIn(textOf(place.text, [...own, ...outer.slice(0, 2).flat()]));
  return words.length === 0 ? undefined : words.map((word) => hosts.ofProvider(word) ?? word.toLowerCase());
}

function hostInName({ text, start, end, knowledge: { hosts } }: Place): string | undefined {
  const [, behind, before] = IN_NAME.exec(text.slice(start, end)) ?? [];
  const word = behind ?? before;
  return word === undefined ? undefined : hostOfProviderWord(word, hosts);
}

/** The words for providers in the first object of a text that leaves others out. */
function wordsIn(text: string): readonly string[] {
  for (const [, routing = ''] of matchesOf(text, ROUTING)) {
    const list = ONLY.exec(routing) ?? (NO_OTHERS.test(routing) ? ORDER.exec(routing) : null);
    if (list !== null) return [...matchesOf(list[1] ?? '', QUOTED)].map(([, word = '']) => word);
  }
  return [];
}
