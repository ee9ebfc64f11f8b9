import { callsBefore } from '../brackets';
import { isService } from '../host';
import type { Loader } from '../signatures/loaders';
import { perObject } from '../../once';
import type { Knowledge } from '../knowledge';
import { whole, type Match } from '../match';
import { isAnyScriptName } from '../../registries/names/anyScript';
import { hubId } from '../../registries/names/hubId';
import { isOfTypes } from '../requests';
import { calleeAround, plainClientBefore } from '../uses/client/callAround';
import { makesModel, makesSpeech } from '../signatures/providers';
import type { Registry } from '../../vocabulary';
import { IN_WORD } from '../../text/charClass';
import { matchesOf } from '../../text/matches';
import { textBefore, textBehind } from '../../text/pieces';
import { isPlainWord } from './plainWords';
import type { Question } from './question';
import { deployedAs, DEPLOYMENT_KEY, isOfAzure } from './azure';
import { mayBeAny } from './nameForms';
import { calleeAt, serviceAt } from './serviceBeside';

/** Names of whatever form, where a client, a factory or a type says that a service is asked for them. */

/**
 * `type DeepgramModelId = 'base' | 'nova-2' | …`: the values of a type for ids of models are just that, and so is
 * what a service is asked for: `lmnt.speech('aurora')`, `SarvamAI().chat.completions(model="sarvam-m")`.
 */
export function declared(written: Question): Match | undefined {
  const { value, site, intent } = written;
  if (site.where !== 'code' || site.lexical !== 'string' || !mayBeAny(value)) return undefined;
  if (isOfIdType(site) || isOfSpeech(site))
    return whole(value, intent.registry ?? 'other', value, intent.evidence);
  const question = asAsked(written);
  if (isOfFactory(question)) return whole(value, ofFactory(question), value, intent.evidence);
  const asked = mayBeAskedFor(question) ? (askedFor(question) ?? ofCaller(question)) : undefined;
  return asked && whole(value, intent.registry ?? asked, value, intent.evidence);
}

/** What is kept under a name is asked for where a client gets it by that: what stands around there counts. */
function asAsked(question: Question): Question {
  const { askedAt } = question.site;
  return askedAt === undefined ? question : { ...question, at: askedAt };
}

/**
 * Calls of clients that send a model's name as it is given to them: in Python and JavaScript, in Go
 * (https://github.com/openai/openai-go), in C# (https://github.com/openai/openai-dotnet), and of Azure's own clients
 * (https://learn.microsoft.com/java/api/com.azure.ai.openai.openaiclient).
 */
const SENDS = new RegExp(
  String.raw`(?:completions|responses|messages|embeddings)\.create$|` +
    String.raw`\.(?:Completions|Responses|Messages|Embeddings)\.New(?:Streaming)?$|` +
    String.raw`\.Get(?:Chat|Embedding|Image|Audio|OpenAIResponse|Responses)Client$|` +
    String.raw`\.getChatCompletions(?:Stream)?(?:WithResponse)?$`,
);

/**
 * Whether a word may be what a client asks for: without a mark it may be the key of a table that the request looks up,
 * but for what a client sends as it is: `client.chat.completions.create(model="cheap")`, at a gateway.
 */
function mayBeAskedFor(question: Question): boolean {
  const { value, at, site, knowledge } = question;
  if (isAnyScriptName(value)) return !plainKeys(knowledge).has(value);
  if (/[-\d]/.test(value)) return true;
  if (!isPlainWord(value)) return false;
  const isAsked =
    SENDS.test(calleeAt(site, at, knowledge)) || isOfModelClass(question) || isBuiltWithAddress(question);
  return isAsked && !plainKeys(knowledge).has(value);
}

/** `OpenAiChatModel.builder().baseUrl("https://llm.acme.example/v1").modelName("claims")` */
function isBuiltWithAddress(question: Question): boolean {
  return MODEL_KEY.test(question.site.call?.callee ?? '') && builtWith(question, OF_MODEL) !== undefined;
}

/** The model that a client is made for by a library: `ChatOpenAI(base_url="…", model="claims")`. */
function isOfModelClass({ site: { call, key }, intent }: Question): boolean {
  return intent.loader?.role === 'calls' && CLASS.test(call?.callee ?? '') && MODEL_KEY.test(key);
}

/** The words of a text that stand with a colon, as keys do, by themselves: the same letters may end another one. */
const plainKeys = perObject(
  ({ text }: Knowledge): ReadonlySet<string> =>
    new Set([...matchesOf(text, PLAIN_KEY)].map(({ 2: key = '' }) => key)),
);

const PLAIN_KEY = new RegExp(
  String.raw`(?<![${IN_WORD}])(["']?)([a-z]{3,40}|\w{0,40}(?![\w$])[${IN_WORD}]{1,40})\1:`,
  'g',
);

function isOfIdType({ call, key }: Question['site']): boolean {
  return call === undefined && /^[A-Z]\w*Model(?:Ids?|Names?)$/.test(key);
}

function isOfSpeech({ call, key }: Question['site']): boolean {
  return call !== undefined && call.argument === 0 && key === '' && makesSpeech(call.callee);
}

/** The first argument of a factory of the AI SDK, as its package or the SDK's own functions beside it tell. */
function isOfFactory({ site: { call, key }, intent, knowledge }: Question): boolean {
  if (call === undefined || call.argument !== 0 || key !== '') return false;
  const isNamed = intent.registry !== undefined && intent.evidence === `call:${call.callee}`;
  return makesModel(call.callee, call.module) || (isNamed && knowledge.vendors.usesAiSdk());
}

/** The registry of whoever such a factory asks: by the address that it was made with, or else its package. */
function ofFactory({ value, at, site: { call }, intent, knowledge }: Question): Registry {
  const callee = call?.callee ?? '';
  const address = knowledge.clientAddresses.of(callee)?.host;
  const isOpen = address === undefined && knowledge.vendors.isGivenAddress(callee, at);
  const client = intent.registry ?? serviceAt(knowledge.vendors.of(callee, call?.module, at));
  const asked = (address === undefined && !isOpen ? client : serviceAt(address)) ?? 'other';
  return asked === 'other' && hubId(value) !== undefined ? 'huggingface' : asked;
}

/** Methods that send a request. */
const REQUEST = new RegExp(
  String.raw`\b(?:(?:completions?|responses|messages|embeddings|images|transcriptions|speech|` +
    String.raw`chat)(?:\.(?:create|parse|stream|complete|chat|generate|completions))?|embed|rerank)$`,
);

/** The type of a request, and what is written behind it: `ChatCompletionRequest{`, `MessageCreateParams.builder()`. */
const REQUEST_TYPE = new RegExp(
  String.raw`(?<![A-Za-z\d])[A-Z][A-Za-z\d]{2,40}(?:Params|Request|Args|Parameters|Query)[A-Za-z\d]{0,20}` +
    String.raw`(?:\.|::|\s?[({])[^;]{0,240}$`,
);
/** An array in the brackets of a call, as PHP writes its named arguments. */
const IN_ARRAY = /->(?:create|createStreamed|completions|chat)\(\s{0,40}\[[^;]{0,240}$/;
/** A class that a client or model is made of: `ChatXAI`. */
const CLASS = /(?:^|\.)[A-Z]\w*$/;
const MODEL_KEY = /^\.?(?:with_?)?model(?:_?id|_?name)?$/i;

/**
 * The registry of the service that the model argument of a request is asked of, which may have any name; `undefined`
 * where it is no such argument.
 */
function askedFor(question: Question): Registry | undefined {
  const { value, at: start, site, knowledge } = question;
  const { call, key } = site;
  if (DEPLOYMENT_KEY.test(key) && isOfAzure(call)) return deployedAs(value);
  const given = call?.callee ?? '';
  if (!MODEL_KEY.test(key || given)) return undefined;
  const callee = given || calleeAround({ text: knowledge.text, start, knowledge });
  const isRequest = isOfRequest(callee, textBefore(knowledge.text, start, LONGEST_REQUEST));
  if (!isRequest && !CLASS.test(callee)) return serviceAt(builtWith(question));
  const host = clientHost(question, callee);
  return host === undefined && isRequest ? ofProtocolClient(question) : serviceAt(host);
}

/** The host of the client that is called, by its address or else its module, or what it was made by. */
function clientHost(question: Question, callee: string): string | undefined {
  const { at, site, knowledge } = question;
  return (
    knowledge.clientAddresses.of(callee, at)?.host ??
    knowledge.vendors.of(callee, site.call?.module, at) ??
    addressWhereCalled(question) ??
    madeWhereCalled(question) ??
    hostOfMaker(question)
  );
}

/** What the client of a request was made by. A plain word is no name of a model, and Azure is asked for deployments. */
function hostOfMaker({ value, at, knowledge }: Question): string | undefined {
  if (!/[-\d]/.test(value)) return undefined;
  const place = { start: at, end: at + value.length };
  const host = knowledge.requestClients.of(place)?.host ?? knowledge.hostOfClient(place)?.host;
  return host === 'azure' ? undefined : host;
}

/** `OpenAI(base_url="…").chat.completions.create(…)`: the host at the one address that the chain of calls gives. */
function addressWhereCalled({ at, knowledge: { text, brackets, evidence } }: Question): string | undefined {
  const given = callsBefore(text, brackets, at).flatMap((call) => evidence.in('addresses', call));
  const [host, ...others] = new Set(given.map((one) => one.host));
  // Azure is asked for deployments.
  return others.length > 0 || host === 'azure' ? undefined : host;
}

/** `OpenAI().chat.completions.create(…)`: the host of a client that is made where it is called, without an address. */
function madeWhereCalled({ at, knowledge: { text, brackets, vendors } }: Question): string | undefined {
  const made = plainClientBefore(text, brackets, at);
  return made === undefined ? undefined : vendors.of(made.split('(', 1)[0] ?? '');
}

/** The name that Azure's client asks for is that of a deployment, which has a key of its own. */
function ofProtocolClient({ at, knowledge }: Question): Registry | undefined {
  const client = knowledge.protocolClients.at(at);
  return client === 'azure' ? undefined : client;
}

/** How much of a chain of calls is read to both sides of a name, in characters. */
const LONGEST_CHAIN = 600;
/** What a builder is begun with, up to a place in its chain, and the rest of the chain. */
const CHAIN = /\b[A-Z]\w{2,60}(?:\.|::)(?:builder|newBuilder)\((?:[^;{}]*)$/;
const CHAIN_END = /;|\.build\(/;

/** Such a builder of what asks a model, which a car with a home page is not. */
const OF_MODEL = /^\w*(?:Model|Options|Chat|Client|LLM|Llm|Embedd|OpenA[iI])/;

/** The host at the one address that a builder gets in its chain: `X.builder().baseUrl("…").modelName("…")`. */
function builtWith(
  { at, site, knowledge: { text, evidence } }: Question,
  of: RegExp = /^/,
): string | undefined {
  if (site.call?.callee.startsWith('.') !== true) return undefined;
  const before = textBefore(text, at, LONGEST_CHAIN);
  const begun = before.search(CHAIN);
  if (begun < 0 || !of.test(before.slice(begun))) return undefined;
  const behind = textBehind(text, at, LONGEST_CHAIN);
  const end = CHAIN_END.exec(behind)?.index ?? behind.length;
  const [host, ...others] = new Set(
    evidence.in('addresses', { start: at - before.length + begun, end: at + end }).map((one) => one.host),
  );
  return others.length === 0 ? host : undefined;
}

function isOfRequest(callee: string, before: string): boolean {
  return REQUEST.test(callee) || isOfTypes(callee) || REQUEST_TYPE.test(before) || IN_ARRAY.test(before);
}

/** How far before the name of a model the type of its request is looked for. */
const LONGEST_REQUEST = 300;

/**
 * `ChatGroq(model="acme-zeta")`, `mistral.WithModel("acme-zeta")`: the service that a class or function of its own
 * client asks for the model, whatever that is called.
 */
function ofCaller({
  site: { call, key },
  intent: { loader, registry },
  knowledge,
}: Question): Registry | undefined {
  if (DEPLOYMENT_KEY.test(key)) return undefined;
  const isOption = loader === undefined && key === '' && /\w\.(?:With)?Model$/.test(call?.callee ?? '');
  const isCaller = isOption || (loader?.role === 'calls' && isItsOwn(loader, knowledge));
  return isCaller && registry !== undefined && isService(registry) ? registry : undefined;
}

/** Whether the name of a call is no other thing's, by itself or by what the text imports. */
function isItsOwn({ literalOnly, ownWith = [] }: Loader, knowledge: Knowledge): boolean {
  return literalOnly !== true || ownWith.some((word) => knowledge.mentions(word));
}
