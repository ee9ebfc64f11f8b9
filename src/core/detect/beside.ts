import { hostAddress } from '../catalog/hostAddress';
import { weightsExtensions } from '../registries/names/weights';
import { hostOf, HUBS } from '../registries/tables';
import { type Hosts } from './host';
import { keyWords } from './signatures/keys';
import { hostOfNode } from './classWords';
import { isTokenWithoutModels } from './workflowToken';
import { SELF } from '../vocabulary';
import { IDENTIFIER, IN_WORD, WORD_START } from '../text/charClass';
import { matchesOf } from '../text/matches';
import { textBehind } from '../text/pieces';

/** What a place of a text says of the host that the models beside it are called at. */
export interface HostEvidence {
  readonly host: string;
  /** As written: an address, a provider, a key, an image. */
  readonly said: string;
  readonly kind: 'address' | 'provider' | 'key' | 'server';
  /** Where its key begins. */
  readonly at: number;
  /** Where what is said ends. */
  readonly end: number;
}

/** The end of a key of an address that a client speaks to, with what stands between it and its value. */
const ADDRESS_KEY = new RegExp(
  String.raw`(?:(?:api|uri)[-_]?base|base[-_]?path|end[-_]?point|host|ur[il]|address|upstream|` +
    String.raw`server)\b(?:(?:["'\x60\]]|["']\])?\s{0,20}(?::=|=>|[:=(,])|` +
    String.raw`(?<=\s--[\w-]{1,60})[ \t]{1,4}(?=["']?(?:http|ws)s?:))`,
  'gi',
);
/**
 * A method that gets nothing, `z.string().url().default("https://…")`, and the type of a setting, which has the name:
 * `OLLAMA_URL: url({ default: "http://…" })`.
 */
const CALLED = /^url\(\s{0,4}[){]/i;
const CALLED_REACH = 12;
/** How far before its end a key begins. */
const LONGEST_KEY = 80;
/** Addresses of what has nothing to do with models. */
const OTHER_ADDRESS = new RegExp(
  String.raw`(?:home|doc|logo|(?<!sil)icon|image|avatar|picture|callback|redirect|webhook|database|db|redis|mongo|` +
    String.raw`postgres|mysql|kafka|rabbit|front[-_]?end|website|site|origin|cors|proxy|issuer|auth|token|` +
    String.raw`license|repo|source|download|info|help|card|blog|paper|referer|hf|qdrant|chroma|milvus|weaviate|` +
    String.raw`elastic|pinecone|smtp|mail|listen|bind|sentry|telemetry|otel|langfuse|tracing|nextauth|app|` +
    String.raw`public|self|tracking|mlflow|index)[-_.]?(?:[a-z]+[-_.]?)?(?:ur[il]|endpoint|host|address|server)`,
  'i',
);
/** Words for what models do, or for what runs them, in keys of addresses. */
const OF_MODELS = String.raw`v?llm|vlm|openai|inference|embed\w{0,6}|(?:re)?rank\w{0,4}|tts|stt|asr|ocr`;
/** What all settings of a program begin with, before what an address is for: `APP_RANKING_SERVERURL`. */
const NAMESPACE = new RegExp(String.raw`^app[-_.](?=(?:${OF_MODELS})[-_.])`, 'i');
/**
 * The object whose member is called so: `self.url` is no address of the program itself where its path or its name says
 * that models are asked there. Any other may be that of a backend.
 */
const OF_OBJECT = /^self\./;
const PATH_OF_MODELS =
  /\/(?:v\d\w{0,10}|api\/(?:chat|generate|embed\w{0,8})|(?:chat\/)?completions?|embeddings?|responses)(?:[/?#]|$)/i;
/**
 * Servers of databases, queues and telemetry, by their names or by ports that are theirs:
 * https://www.iana.org/assignments/service-names-port-numbers
 */
const OTHER_SERVER = new RegExp(
  String.raw`^(?:[a-z][a-z\d+.-]*://)?(?:[^@/\s]*@)?(?:[\w-]*(?:otel|milvus|qdrant|weaviate|chroma|elastic|` +
    String.raw`opensearch|postgres|pgvector|redis|mongo|neo4j|minio|etcd|kafka|rabbitmq|prometheus|grafana|` +
    String.raw`jaeger|zipkin|phoenix|langfuse)[\w-]*(?=[.:/]|$)|[\w.-]+:(?:4317|4318|19530|6333|6334|6379|5432|` +
    String.raw`9200|7687|7474|27017|9090|3306|5672|9092|2181|16686|9411)(?!\d))`,
  'i',
);
/** Where code, packages and weights are got from beside the hubs that are registries: no model is called there. */
const STORE = new RegExp(
  String.raw`^(?:https?://)?(?:www\.)?(?:github\.com|(?:raw|objects)\.githubusercontent\.com|ollama\.com/library|` +
    String.raw`civitai\.com|(?:[\w-]+\.){0,3}pypi(?:\.[\w-]+){1,3}|registry\.(?:npmjs\.org|npmmirror\.com)|` +
    String.raw`download\.pytorch\.org)(?![\w.-])`,
  'i',
);
/** What a server listens at, which no client speaks to without a port. */
const ANY = '0.0.0.0';
/** The address of a file, which a program gets and no client speaks to. */
const FILE = new RegExp(
  String.raw`/[^/?#]+\.(?:wav|mp3|mp4|ogg|flac|webm|avi|png|jpe?g|gif|webp|svg|pdf|csv|txt|md|zip|tar|t?gz|` +
    String.raw`bz2|xz|whl|pb|${weightsExtensions().join('|')})(?:[?#]|$)`,
  'i',
);
/** How much of a line behind a key is looked at for its value. */
const LONGEST_VALUE = 200;
/** What is filled into a path when the program runs: `${account}`, `#{ENV["ACCOUNT"]}`, `{account}`, `\(account)`. */
export const HOLES = String.raw`[#$]\{[^{}\n]{1,60}\}|\{[A-Za-z_][\w.]{0,40}\}|\\\([A-Za-z_][\w.]{0,40}\)`;
const WRITTEN_ADDRESS = new RegExp(
  String.raw`\b(?:https?|wss?|grpc)://(?:\[[\da-f:.]{2,45}\]|[\w.-]{0,40}\$?\{[A-Za-z_][\w.]{0,40}\}|<[\w -]{1,40}>)?` +
    String.raw`(?:${HOLES}|[^\s"'\x60)\]}>,;|])*|(?:localhost|127\.0\.0\.1|` +
    String.raw`0\.0\.0\.0|host\.docker\.internal)(?::\d{2,5})?(?:/[\w./-]*)?`,
  'i',
);
/**
 * Another entry begins before the address, and no default: of a variable, `${LLM_URL:https://…}`, or of a setting,
 * `url({ default: "https://…" })`.
 */
const NEXT_ENTRY =
  /(?:[,;]|(?<!\$)\{)\s{0,20}["']?(?!default\b)[A-Za-z_][\w-]{0,60}["']?\s{0,20}[:=](?![=/])/;
/** An address without a scheme, also as the default of a variable: `${LLM_URL:-llm:8000/v1}`. */
const BARE = new RegExp(
  String.raw`^\s*["']?(?:\$\{[\w.]{1,80}(?::[-=]?|-)["']?)?` +
    String.raw`([a-z][\w.-]*:\d{2,5}(?:/[\w./-]*)?|[\w-]+(?:\.[\w-]+){1,5}(?:/[\w./-]*)?)["']?\s*(?:[,;)}#]|$)`,
  'i',
);
/** A machine beside this one and its port. All parts of a program are called so among settings: `api:8000`. */
const NAME_AND_PORT = /^(?!localhost:)[a-z][\w-]*:\d{2,5}(?:[/?#]|$)/i;
/** Words of a key or of such a machine that say that a model is run there. */
const RUNS_MODEL = new RegExp(String.raw`(?:^|[-_.])(?:${OF_MODELS}|ollama|tgi)(?=[-_.:]|$)`, 'i');
/** Another job beside the models: `LLM_CACHE_HOST`. */
const OTHER_JOB = /(?:^|[-_.])(?:cache|registry|store|storage|queue|worker|metrics|logs?|db)(?=[-_.:]|$)/i;
const PUBLIC = /:\d|\.(?:com|ai|net|org|io|cn|dev|co|local|svc)(?:\/|$)/i;

/** The address that a name stands for at a place. */
export type Constant = (name: string, at: number) => string | undefined;

/**
 * The addresses of clients that a text writes under keys for them, in order. `constant` gives the value of a name
 * that stands in place of one.
 */
export function addressesIn(text: string, hosts: Hosts, constant: Constant): readonly HostEvidence[] {
  const found: HostEvidence[] = [];
  for (const match of matchesOf(text, ADDRESS_KEY)) {
    const key = keyAt(text, match.index, match[0]);
    const name = key.name.replace(OF_OBJECT, '').replace(NAMESPACE, '');
    if (OTHER_ADDRESS.test(name) || CALLED.test(textBehind(text, match.index, CALLED_REACH))) continue;
    const from = match.index + match[0].length;
    const constants: Constant = (written, at) => constant(written, from + at);
    const value = addressOf(firstLine(textBehind(text, from, LONGEST_VALUE)), name, hosts, constants);
    const isOther =
      OF_OBJECT.test(key.name) && !RUNS_MODEL.test(name) && !PATH_OF_MODELS.test(value?.said ?? '');
    if (value !== undefined && !isOther && isAsked(value.said, hosts))
      found.push({
        host: value.host,
        said: value.said,
        kind: 'address',
        at: key.at,
        end: from + value.end,
      });
  }
  return found;
}

/** Whether models may be asked at an address: at no page of a hub, but for one that a service answers at. */
export function isAsked(address: string, hosts: Hosts): boolean {
  if (address === ANY || [OTHER_SERVER, FILE, STORE].some((form) => form.test(address))) return false;
  return !isOfHub(address, hosts);
}

/** Whether an address is that of a page or an interface of a hub, which tells of models and gives their files. */
function isOfHub(address: string, hosts: Hosts): boolean {
  const host = hostOf(hostAddress(address)?.host ?? '');
  return host !== undefined && HUBS.has(host.registry) && !hosts.answersAt(address);
}

/** The whole key that ends in a matched one. */
function keyAt(text: string, at: number, matched: string): { readonly name: string; readonly at: number } {
  const end = at + matched.search(/[^\w-]/);
  const before = text.slice(Math.max(0, at - LONGEST_KEY), end);
  let start = before.length;
  while (/[\w.-]/.test(before.charAt(start - 1))) start--;
  while (/[.-]/.test(before.charAt(start))) start++;
  return { name: before.slice(start), at: end - (before.length - start) };
}

type WrittenHost = Pick<HostEvidence, 'host' | 'said' | 'end'>;

/** The host at an address; at the name of a machine without a scheme only where that or the key speaks of models. */
function hostAt(address: string, key: string, hosts: Hosts): string | undefined {
  if (!NAME_AND_PORT.test(address)) return hosts.at(address);
  const said = [key, address];
  const isModels = said.some((one) => RUNS_MODEL.test(one)) && !said.some((one) => OTHER_JOB.test(one));
  return isModels ? hosts.at(address) : undefined;
}

/** The host at the address in a line behind a key for one. */
function addressOf(line: string, key: string, hosts: Hosts, constant: Constant): WrittenHost | undefined {
  const address = WRITTEN_ADDRESS.exec(line);
  if (address !== null && !NEXT_ENTRY.test(line.slice(0, address.index))) {
    const host = hosts.at(address[0]);
    return host === undefined
      ? undefined
      : { host, said: address[0], end: address.index + address[0].length };
  }
  const [all = '', bare = ''] = BARE.exec(line) ?? [];
  const host = PUBLIC.test(bare) || hosts.answersAt(bare) ? hostAt(bare, key, hosts) : undefined;
  return host === undefined
    ? hostOfNames(line, key, hosts, constant)
    : { host, said: bare, end: all.indexOf(bare) + bare.length };
}

/** Up to the end of the first line that is not empty. */
function firstLine(text: string): string {
  const end = text.indexOf('\n', text.search(/\S/));
  return end < 0 ? text : text.slice(0, end);
}

/**
 * `base_url=OLLAMA_URL`, `baseURL: process.env.MOONSHOT_BASE_URL`: the value of the constant, or what its name says.
 */
function hostOfNames(line: string, key: string, hosts: Hosts, constant: Constant): WrittenHost | undefined {
  const [value = ''] = line.split(/[,;{}\n]/, 1);
  for (const { 0: name, index } of matchesOf(value, CONSTANT)) {
    const end = index + name.length;
    const written = (isPartOfKey(value, index, end) ? undefined : constant(name, index)) ?? '';
    const host = hostAt(written, key, hosts);
    if (host !== undefined) return { host, said: written, end };
    const named = /ur[il]|host|base|endpoint/i.test(name) ? hostOfWords(name, hosts) : undefined;
    if (named !== undefined) return { host: named, said: name, end };
  }
  return undefined;
}

/** `cfg["Azure:Endpoint"]`: a part of a key of settings is no constant of the text that is called like it. */
function isPartOfKey(value: string, start: number, end: number): boolean {
  const before = value.slice(0, start);
  const isQuoted = before.split(/["'\x60]/).length % 2 === 0;
  return isQuoted && (/[\w\])]:{1,2}$/.test(before) || /^:{1,2}\w/.test(value.slice(end, end + 3)));
}

/** The name of what may be a constant. */
const CONSTANT = new RegExp(IDENTIFIER, 'g');

/** A word before the provider that says nothing of it: `DEFAULT_GROQ_MODEL`. */
const SAYS_DEFAULT = /^(?:default|fallback|primary|secondary)$/;

/** The provider that a name begins with: `OLLAMA_BASE_URL`, `LM_STUDIO_HOST`, `azureOpenAiEndpoint`. */
export function hostOfWords(name: string, hosts: Hosts): string | undefined {
  const [lead = '', ...rest] = keyWords(name);
  const words = SAYS_DEFAULT.test(lead) ? rest : [lead, ...rest];
  for (const count of [3, 2, 1]) {
    if (words.length <= count) continue;
    const host = hosts.ofProvider(words.slice(0, count).join(''));
    if (host !== undefined) return host;
  }
  return undefined;
}

/** Also as Dify writes one, behind the plugin that it is of and who publishes that: `langgenius/jina/jina`. */
const PROVIDER_KEY = new RegExp(
  String.raw`(?<![a-z\d])(?:(?:model|llm|default|ai)?provider|vendor|platform|backend|api[-_]?type|` +
    String.raw`llm[-_]?type|model[-_]?type|client|engine|service|type|kind|framework|runtime|driver|adapter|` +
    String.raw`connector|implementation|npm)(?:[-_]?(?:name|id|type))?["'\x60]?\s{0,20}(?::=|=>|` +
    String.raw`[:=])\s{0,80}["'\x60:]?(?:@[\w-]{1,40}/|[\w-]{1,40}/[\w-]{1,40}/)?` +
    String.raw`([A-Za-z][\w.-]{1,80})(?![\w./-])`,
  'gi',
);
/** `LLMProvider.Ollama`, `Provider::OpenAI` */
const PROVIDER_MEMBER = /(?:Provider|Vendor|Platform|Backend)s?(?:\.|::|->)([A-Za-z]\w{1,40})/g;

/** `model_engine: str = configfield("model_engine", default="openai")`: what a field of settings has by default. */
const PROVIDER_FIELD = new RegExp(
  String.raw`(?<![a-z\d])(?:provider|vendor|platform|backend|api_?type|engine)(?:_?(?:name|id|type))?\s{0,4}` +
    String.raw`(?::\s{0,4}[\w.[\]| ]{1,60})?=\s{0,4}[\w.]{1,60}\(\s{0,40}(?:["'][^"'\n]{0,80}["']\s{0,4},\s{0,40})?` +
    String.raw`default\s{0,4}=\s{0,4}["']([A-Za-z][\w.-]{1,40})["']`,
  'gi',
);

/**
 * What a class or a type for a provider is called behind its name, `OpenAIEmbedding`, `azure_chat`, or what an
 * organization is, `zai-org` of https://huggingface.co/docs/inference-providers.
 */
const CLASS_END = new RegExp(
  String.raw`(?:Embedd?(?:ings?|ers?)|LLM|Chat|Reranker|Client|Provider|` +
    String.raw`[-_](?:chat|llm|embedd?ings?|completions?|reranker|org))$`,
);

/** The host that a word for a provider means, with or without what stands behind its name. */
export function hostOfProviderWord(word: string, hosts: Hosts): string | undefined {
  return hosts.ofProvider(word) ?? hosts.ofProvider(word.replace(CLASS_END, ''));
}

/** The providers that a text names under keys for them, in order. */
export function providersIn(text: string, hosts: Hosts): readonly HostEvidence[] {
  const found: HostEvidence[] = [];
  for (const form of [PROVIDER_KEY, PROVIDER_FIELD, PROVIDER_MEMBER]) {
    for (const match of matchesOf(text, form)) {
      const word = (match[1] ?? '').split('.').at(-1) ?? '';
      const host = hostOfProviderWord(word, hosts) ?? hostOfNode(hosts, word);
      if (host !== undefined) found.push({ ...placed(match), host, said: word, kind: 'provider' });
    }
  }
  found.sort((a, b) => a.at - b.at);
  const ids = found.filter((one) => isId(text, one));
  return ids.length === 0
    ? found
    : found.filter((one) => isId(text, one) || !ids.some((id) => isLabelOf(text, one, id)));
}

/** `providerId: "google"` says who is asked, whatever `provider` beside it calls that for people. */
const PROVIDER_ID = /^(?:\w{0,20}provider|vendor|platform)[-_]?id\b/i;
const LONGEST_RECORD = 400;

function isId(text: string, { at, end }: HostEvidence): boolean {
  return PROVIDER_ID.test(text.slice(at, end));
}

/** Whether a provider stands in the same record as its id, under the same word. */
function isLabelOf(text: string, { at, end }: HostEvidence, id: HostEvidence): boolean {
  if (!LABEL.test(text.slice(at, end))) return false;
  const [from, to] = at < id.at ? [end, id.at] : [id.end, at];
  return to >= from && to - from < LONGEST_RECORD && !OTHER_RECORD.test(text.slice(from, to));
}
const LABEL = /^(?:\w{0,20}provider|vendor|platform)(?:[-_]?name)?["'\x60]?\s{0,20}[:=]/i;
const OTHER_RECORD = /[{}[\]()]|\n[ \t]{0,40}-[ \t]|\n\s{0,40}\n/;

/**
 * A call chooses a provider by a word: `LLMProvider::using('cerebras')`, `model.setProvider("Tongyi")`,
 * `Prism::text()->using(Provider::Ollama, …)`.
 */
const CHOSEN = new RegExp(
  String.raw`(?:\b[A-Za-z]{0,20}(?:Provider|Vendor|Platform|Backend)s?(?:\.|::|->)\w{2,16}|` +
    String.raw`[Pp]rovider(?:Name|Id|_name|_id)?|\busing)\(\s{0,20}` +
    String.raw`(?:["'\x60:]|\\?(?:\w{1,40}\\){0,6}Provider::)([A-Za-z][\w.-]{1,40})["'\x60]?\s{0,20}[,)]`,
  'g',
);

/** The providers that calls of a text choose by their words, in order. */
export function chosenIn(text: string, hosts: Hosts): readonly HostEvidence[] {
  return [...matchesOf(text, CHOSEN)].flatMap((match) => {
    const [, word = ''] = match;
    const host = hosts.ofProvider(word);
    return host === undefined ? [] : [{ ...placed(match), host, said: word, kind: 'provider' as const }];
  });
}

function placed({ 0: all, index }: RegExpExecArray): Pick<HostEvidence, 'at' | 'end'> {
  return { at: index, end: index + all.length };
}

const SECRET_NAME = /\b([A-Z][A-Z\d]*(?:_[A-Z\d]+)*)_(?:API_?)?(?:KEY|TOKEN)\b/g;

/** Tokens of registries that weights are downloaded from say nothing, and that of a workflow where it may ask none. */
const OF_REGISTRY = /^(?:HF|HUGGING|NGC|MODELSCOPE)/;
const OF_REGISTRY_OR_RUN = /^(?:HF|HUGGING|NGC|MODELSCOPE|GITHUB_TOKEN$)/;

/** The services whose keys a text names, in order: `GROQ_API_KEY`. */
export function secretsIn(text: string, hosts: Hosts): readonly HostEvidence[] {
  const found: HostEvidence[] = [];
  const saysNothing = isTokenWithoutModels(text) ? OF_REGISTRY_OR_RUN : OF_REGISTRY;
  for (const match of matchesOf(text, SECRET_NAME)) {
    const name = match[1] ?? '';
    const host = hostOfWords(`${name}_KEY`, hosts);
    if (host !== undefined && host !== SELF && !saysNothing.test(match[0]))
      found.push({ ...placed(match), host, said: match[0], kind: 'key' });
  }
  return found;
}

/** Images and programs that load weights and answer requests with them. */
const SERVER = new RegExp(
  String.raw`\b(?:image|repository|FROM)["']?\s{0,20}[:=]?\s{0,20}["']?\S{0,160}?(?:vllm|` +
    String.raw`text-generation-inference|text-embeddings-inference|sglang|llama\.?cpp|localai|lmdeploy|` +
    String.raw`infinity|tritonserver|ollama/ollama|tabbyml|xinference|openllm|aphrodite|koboldcpp|speaches|` +
    String.raw`faster-whisper|whisper-asr|tensorrt|djl-serving|huggingface-pytorch|openedai|lemonade|mlserver|` +
    String.raw`ramalama)\S{0,80}|\b(?:vllm\s+serve|vllm\.entrypoints|sglang\.launch_server|sglang\s+serve|` +
    String.raw`text-generation-launcher|text-embeddings-router|llama-server|llama_cpp\.server|lmdeploy\s+serve|` +
    String.raw`tabby\s+serve|trtllm-serve|infinity_emb|mlx_lm\.server|aphrodite\s+run|xinference\s+launch|` +
    String.raw`litgpt\s+serve|mlc_llm\s+serve|openllm\s+(?:serve|start)|bentoml\s+serve|ramalama\s+serve|` +
    String.raw`fschat|fastchat\.serve|koboldcpp|LLMInferenceService|InferenceService|ServingRuntime|` +
    // https://gateway-api-inference-extension.sigs.k8s.io, https://github.com/llm-d/llm-d-model-service
    String.raw`InferenceModel(?<=\bnetworking\.(?:x-)?k8s\.io/\w{1,20}\s{1,8}kind:\s{1,4}\w{1,20})|` +
    String.raw`ModelService(?<=\bllm-d\.ai/\w{1,20}\s{1,8}kind:\s{1,4}\w{1,20})|` +
    String.raw`kubeai\.org|engine["']?:\s*["']?(?:VLLM|OLlama|FasterWhisper|Infinity)|modelFormat|` +
    String.raw`huggingfaceserver|served-model-name)\b|` +
    // A file of settings for `vllm serve --config`.
    String.raw`(?<=(?:^|\n)[ \t]{0,40})(?:gpu-memory-utilization|max-model-len|tensor-parallel-size):`,
  'gi',
);

/** The images and programs in a text that serve the weights that they are given, in order. */
export function serversIn(text: string): readonly HostEvidence[] {
  return [...matchesOf(text, SERVER)].map((match) => ({
    ...placed(match),
    host: SELF,
    said: match[0].trim().replace(/["']|:$/g, ''),
    kind: 'server',
  }));
}

/** Paths of interfaces that models are asked through. */
const REQUEST_PATH = new RegExp(
  String.raw`/(?:v\d(?:beta)?|api|chat|completions?|embeddings?|embed|generate|messages|responses|inference|` +
    String.raw`predict|invoke|models|openai|rerank|audio|images|tts|stt|speech|synthesize|transcribe)(?:/|\b)`,
);
const PATH = String.raw`(?:${HOLES}|[^\s"'\x60)\]}>,;|\\])*`;
const ANY_ADDRESS = new RegExp(
  String.raw`\b(?:https?|wss?)://(?:\[[\da-f:.]{2,45}\])?${PATH}|\blocalhost:\d{2,5}${PATH}`,
  'g',
);

/**
 * The name of a constant before the path of a request: `"${BASE}/chat"`, `"\(base)/chat"`, `this.base + "/chat"`,
 * `BASE . '/chat'`.
 */
const BASE_NAME = String.raw`(?:${WORD_START}{1,41}(?:\.|->|::|\?\.)){0,3}(${WORD_START}{1,61})`;
const PUT_TOGETHER = new RegExp(
  String.raw`(?:["'\x60](?:[$#]?\{[$@]?${BASE_NAME}\}|\\\(${BASE_NAME}\)|\$${BASE_NAME}(?=/))|` +
    String.raw`\$?${BASE_NAME}\s{0,4}(?:\+|\.(?=\s{0,4}["'])|<>|\+\+|\.\.)\s{0,4}["'\x60])(/${PATH})`,
  'g',
);
/**
 * The same by a call: `paste0(BASE, "/chat")`, `(str base "/chat")`, `urljoin(BASE, "/chat")`, `BASE.concat("/chat")`,
 * `[BASE, "chat"].join("/")`.
 */
const JOINED = new RegExp(
  String.raw`(?:(?:\bpaste0\(|\(str|\bstring\(|\bstrcat\(|\b[uU][rR][lLiI](?:_?[jJ]oin|\.[jJ]oin)\w{0,8}\(|\[)\s{0,4}` +
    String.raw`${BASE_NAME}[\s,]{1,8}|\b${BASE_NAME}\.concat\()["'\x60](/?${PATH})`,
  'g',
);
/** The same by a form: `"%s/chat" % BASE`, `"{}/chat".format(BASE)`, `Sprintf("%s/chat", B)`, `URL("/chat", BASE)`. */
const FORMED = new RegExp(
  String.raw`(?:["'\x60](?:%s|\{0?\})|URL\(\s{0,4}["'\x60])(/${PATH})["'\x60]\s{0,4}` +
    String.raw`(?:%|\.format\(|,)[\s(]{0,4}${BASE_NAME}`,
  'g',
);
const MAY_BE_JOINED = /\bpaste0\(|\(str\s|\bstring\(|strcat|_?join|\.concat\(|%s\/|\{0?\}\/|URL\(/i;
/** What such a path has before it, which costs little to look for: hardly any text has it and the path of a request. */
const MAY_BE_PUT_TOGETHER = new RegExp(
  String.raw`(?:[+.>]\s{0,4}["'\x60]|["'\x60](?:[$#]?\{|\\\(|\$)[$@]?(?!\d)[${IN_WORD}.:?>-]{1,191}[})]?)/`,
);

/**
 * The addresses in a text that models are asked at, in order, whatever they stand under. `constant` gives the address
 * that a name
 * stands for.
 */
export function requestsIn(text: string, hosts: Hosts, constant: Constant): readonly HostEvidence[] {
  const found: HostEvidence[] = [];
  const add = (match: RegExpExecArray, address: string): void => {
    const host = isRequestPath(address) && !isOfHub(address, hosts) ? hosts.at(address) : undefined;
    if (host !== undefined) found.push({ ...placed(match), host, said: address, kind: 'address' });
  };
  if (!REQUEST_PATH.test(text)) return found;
  for (const match of matchesOf(text, ANY_ADDRESS)) add(match, match[0]);
  for (const [match, parts] of partsPutTogether(text)) {
    const isPath = (part: string): boolean => isRequestPath(`/${part}`);
    const path = parts.find(isPath);
    if (path === undefined) continue;
    const base = constant(parts.find((part) => !isPath(part)) ?? '', match.index);
    if (base !== undefined) add(match, `${base.replace(/\/$/, '')}/${path.replace(/^\//, '')}`);
  }
  return found.sort((one, other) => one.at - other.at);
}

/** What addresses of requests are put together from, each with its place: the name of a constant, and a path. */
function* partsPutTogether(text: string): Generator<readonly [RegExpExecArray, readonly string[]]> {
  const forms = [
    ...(MAY_BE_PUT_TOGETHER.test(text) ? [PUT_TOGETHER] : []),
    ...(MAY_BE_JOINED.test(text) ? [JOINED, FORMED] : []),
  ];
  for (const form of forms)
    for (const match of matchesOf(text, form))
      yield [match, match.slice(1).filter((part) => part !== undefined)];
}

/**
 * An address whose host is filled in when the program runs, wholly or in part: `https://${HOST}/v1`,
 * `"https://" + host + "/v1"`; or by its reader: `https://api.example.com/v1`.
 */
const UNWRITTEN = new RegExp(
  String.raw`https://(?:[\w.-]{0,60}(?:\$\{[^{}\n]{1,60}\}|\{\{[^{}\n]{1,60}\}\}|\{[^{}\n]{1,60}\}|%[sv]|` +
    String.raw`\$\w{1,60})[\w.-]{0,60}|(?:[\w-]{1,40}\.){0,3}example\.(?:com|org|net)|` +
    String.raw`(?:your|my)-[\w-]{1,40}(?:\.[\w-]{1,40}){1,4}|["'\x60]\s{0,3}[+.]\s{0,3}` +
    String.raw`[\w.$()]{1,60}\s{0,3}[+.]\s{0,3}["'\x60])` +
    String.raw`/[\w./-]{1,80}`,
  'g',
);
/** What models are asked at, as far as a base address tells it. */
const ASKED_AT = /\/(?:v\d|api|openai|chat|completions|embeddings|inference|generate|responses)\b/i;
/** A name that is filled in with a machine of the project's own. */
const OWN_MACHINE = /ollama|vllm|llama|tgi\b|local|internal|cluster|release|service|svc/i;

/**
 * Addresses that a text leaves open and that models are asked at, in order. Only those of `https`, without a port: a
 * service of the project's own is mostly spoken to without. `host` is the address, for nobody knows more.
 */
export function unwrittenIn(text: string): readonly HostEvidence[] {
  return [...matchesOf(text, UNWRITTEN)].flatMap((match) => {
    const [address] = match;
    return ASKED_AT.test(address) && !OWN_MACHINE.test(address)
      ? [{ ...placed(match), host: address, said: address, kind: 'address' as const }]
      : [];
  });
}

/** The path behind the host is one that models are asked at. */
export function isRequestPath(address: string): boolean {
  return REQUEST_PATH.test(address.replace(/^[a-z]+:\/\//i, ''));
}
