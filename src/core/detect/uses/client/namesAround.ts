import { SELF } from '../../../vocabulary';
import { hostOfWords, type HostEvidence } from '../../beside';
import { hostOfRegistry, type Hosts } from '../../host';
import { isVariable, keyWords } from '../../signatures/keys';
import { textBefore } from '../../../text/pieces';
import type { Place } from '../place';

/**
 * The names around a value, innermost first: of settings, keys, mappings and what sets it; and the host that one is
 * a word for.
 */

/**
 * Whether a value is the default of a variable that the project's configuration sets, `process.env.LLM_MODEL ?? "…"`:
 * it is not asked at an address that the configuration has.
 */
export function isReplaced(place: Place): boolean {
  const variable = readBefore(place);
  return variable !== '' && place.knowledge.evidence.isSet(variable);
}

/**
 * The setting that a value is the default of, or is set for, innermost first, then the names of the value and of the
 * mappings around it, also those in a name with points: `langchain4j.open-ai.chat-model`. One below another that
 * together are a provider are one: `azure.openai`.
 */
export function namesAround(place: Place): readonly string[] {
  const {
    site: { key, parents },
    knowledge: { hosts },
  } = place;
  const before = [settingBefore(place), setBefore(place)];
  const names = [...before, key, ...parents].flatMap((name) => name.split('.').reverse());
  return names.map((name, level) => {
    const outer = names[level + 1] ?? '';
    if (name === 'gateway' && PROVIDER_OPTIONS.test(outer)) return AI_GATEWAY;
    const whole = `${outer}-${name}`;
    const isOne = [whole, outer, name].every((word) => hosts.ofProvider(word) !== undefined);
    return isOne ? whole : name;
  });
}

/** Options that the AI SDK has for its own gateway: https://ai-sdk.dev/providers/ai-sdk-providers/ai-gateway */
const PROVIDER_OPTIONS = /^provider_?options$/i;
const AI_GATEWAY = 'vercel';

/**
 * What is read or set right before a value: `process.env.GITHUB_MODELS_MODEL ?? "`, `getenv("AZURE_MODEL") ?: '`,
 * `var("GROQ_MODEL").unwrap_or_else(|_| "`, `update_option('shop_azure_voice_model', '`.
 */
const SETTING_BEFORE = new RegExp(
  String.raw`(?:(?<![\w.:/-])([A-Za-z_][\w.:-]{2,80})["'\x60]?\s?[)\]]{0,2}\s{0,20}` +
    String.raw`(?:(?:\?\?|\|\||\?:|\bor\b)\s{0,20}|\.(?:unwrap_or|orElse|getOrElse|or_else)\w{0,12}[({]\s?` +
    String.raw`(?:\|\w?\|\s?)?(?:String::from\()?)|` +
    String.raw`\(\s{0,20}["'\x60]([A-Za-z_][\w.:-]{2,80})["'\x60],\s{0,20})["'\x60]$`,
);
export const LONGEST_SETTING = 200;

function nameBefore({ text, start, site }: Place): string {
  if (site.where !== 'code') return '';
  const [, read, name = read ?? ''] = SETTING_BEFORE.exec(textBefore(text, start, LONGEST_SETTING)) ?? [];
  return name;
}

/** What a call sets to a value, by its name: `setCartesiaModel('`, `client.set_cartesia_model("`. */
const SET_BEFORE = /(?<![A-Za-z\d])set_?([A-Za-z]\w{2,60})\(\s{0,20}["'\x60]$/;

function setBefore({ text, start, site }: Place): string {
  if (site.where !== 'code') return '';
  return SET_BEFORE.exec(textBefore(text, start, LONGEST_SETTING))?.[1] ?? '';
}

/** The variable of the environment among them. */
function readBefore(place: Place): string {
  const name = nameBefore(place).split(/[.:]+/).at(-1) ?? '';
  return isVariable(name) ? name : '';
}

/**
 * The part of that setting which says a host, perhaps behind a word for the program, where that is another than the one
 * whose name the value is; else `''`.
 */
function settingBefore(place: Place): string {
  const {
    registry,
    knowledge: { hosts },
  } = place;
  const parts = nameBefore(place).split(/[.:]+/).reverse();
  const words = parts.map((part) =>
    hostIn(part, hosts) === undefined ? part.replace(/^[a-z\d]+[_-]|^[a-z]+(?=[A-Z])/i, '') : part,
  );
  const own = hostOfRegistry(registry);
  // `self.model or "…"`: the word is the object's.
  return words.find((word) => hosts.ofProvider(word) !== SELF && (hostIn(word, hosts) ?? own) !== own) ?? '';
}

/** A provider that a name around or in a value says. */
export function writtenAround(host: string, said: string): HostEvidence {
  return { host, said, kind: 'provider', at: 0, end: 0 };
}

/** Whoever speaks the protocol of the one that a name begins with: `openai-compatible`, `openAiLike`. */
const OF_PROTOCOL = /[a-z][-_.]?(?:compat(?:ible|ibility)?|(?<=i[-_.]?)like)(?![a-z])/i;

/** A header of Envoy AI Gateway, which is none of xAI: `x-ai-eg-model`. */
const OF_ENVOY = /^x-ai-eg-/i;

/**
 * The host that a name is a word for, or begins with one. OpenAI itself has no deployments: `openAiDeploymentName` is
 * a setting for Azure's service.
 */
export function hostIn(name: string, hosts: Hosts): string | undefined {
  if (OF_PROTOCOL.test(name) || OF_ENVOY.test(name)) return undefined;
  const host = hosts.ofProvider(name) ?? hostOfWords(name, hosts);
  return host === 'openai' && keyWords(name).includes('deployment') ? 'azure' : host;
}
