import { isService, registryOfHost } from '../host';
import { atLeast } from '../intent';
import { whole, type Match } from '../match';
import { isAnyScriptName, mayBeLabel } from '../../registries/names/anyScript';
import { hasFileEnding, isPlaceholder } from '../../registries/names/hubId';
import { FETCHED_BY_SERVER } from '../../registries/tables';
import type { Registry } from '../../vocabulary';
import { nearestKey } from '../site';
import { lineBefore, surroundingsOf, textOf } from '../surroundings';
import { LANGUAGE_TAG } from '../../text/languageTag';
import { isPlainWord, isWordAtGateway } from './plainWords';
import { providersBeside } from './providerBeside';
import type { Question } from './question';
import { HOSTED_NAME } from './nameForms';

/** Names of whatever form in settings for the model of a service. */

/**
 * `OPENAI_MODEL=house-tuned-1`, `spring.ai.openai.chat.options.model`: whatever the service is asked for, or the own
 * server that keeps weights under names.
 */
export function setting(question: Question): Match | undefined {
  const { value, at, site, intent, knowledge } = question;
  if (site.where !== 'config' || !atLeast(intent, 'model')) return undefined;
  const registry = intent.registry ?? protocolBeside(question);
  if (registry === undefined) return undefined;
  if (!isService(registry) && !FETCHED_BY_SERVER.has(registry)) return undefined;
  // The mapping of a provider may have names of other things.
  const isSetting = MODEL_SETTING.test(nearestKey(site)) && /model/i.test(lineBefore(knowledge.text, at));
  return isSetting && (isSetName(value, site, knowledge.path) || isWordAtGateway(question))
    ? whole(value, registry, value, intent.evidence)
    : undefined;
}

/** `provider: openai` beside the model and the address of the gateway that speaks its protocol. */
function protocolBeside(question: Question): Registry | undefined {
  const { value, site } = question;
  const isName = HOSTED_NAME.test(value) && isOfClient(question);
  if (isName && VARIABLE.test(site.key)) return 'openai';
  if (!isName && !isPlainWord(value)) return undefined;
  return providersBeside(question).flatMap(({ host }) => registryOfHost(host) ?? [])[0];
}

/** What only a client of a service is told beside its provider and its model: a phone of Google's has none. */
const OF_CLIENT = /(?<![\w-])["']?(?:api_?base|base_?url|api_?key)["']?\s{0,8}[:=]/i;
/** The variable for the model of a program, and those that say which address of OpenAI's protocol it asks. */
const MODEL_OF_PROGRAM = /^(?:LLM|CHAT|EMBEDDINGS?)_MODEL(?:_(?:NAME|ID))?$/;
const ADDRESS_OF_PROTOCOL = /^[ \t]*(?:export[ \t]+)?OPENAI_(?:API_)?BASE(?:_URL)?=["']?https?:/m;

/** Whether settings for a client stand beside: in the mapping around, or of the same program. */
function isOfClient({ value, at, site, knowledge: { text, brackets } }: Question): boolean {
  if (VARIABLE.test(site.key)) return MODEL_OF_PROGRAM.test(site.key) && ADDRESS_OF_PROTOCOL.test(text);
  const { own } = surroundingsOf(text, brackets, { start: at, end: at + value.length });
  return OF_CLIENT.test(textOf(text, own));
}

function isSetName(value: string, { key }: Question['site'], path: string): boolean {
  if (isAnyScriptName(value))
    return VARIABLE.test(key) || (MARKED.test(value) && !mayBeLabel(value) && !OF_LANGUAGE.test(path));
  return HOSTED_NAME.test(value) && !hasFileEnding(value) && !isPlaceholder(value);
}

/** A variable of the environment, which no translation is kept under. */
const VARIABLE = /^[A-Z\d_]+$/;
/** What words of a translation hardly have, and names of models do: `社内LLM`, `résumé-v2`. */
const MARKED = /[\d_-]|LLM/;
/** A file of translations, by the language that its name is or ends in: `de.json`, `messages_ja.properties`. */
const OF_LANGUAGE = new RegExp(String.raw`(?:^|[/._-])${LANGUAGE_TAG}\.\w{1,12}$`);

/** The end of a setting that is for the name of a model alone. */
const MODEL_SETTING = /(?:^|[._-]|[a-z])(?:model|MODEL|Model)(?:[._-]?(?:id|ID|Id|name|NAME|Name))?$/;
