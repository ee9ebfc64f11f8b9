import { hostAt, hostOfProvider, SELF } from './host';
import { keyWords } from './signatures/keys';

/** What a stretch of text says of the host that the models in it are called at. */
export interface HostEvidence {
  readonly host: string;
  /** As written: an address, a provider, a key, an image. */
  readonly said: string;
  readonly kind: 'address' | 'provider' | 'key' | 'server';
  readonly at: number;
}

/** Keys of addresses that clients speak to. */
const ADDRESS_KEY =
  /\b([\w.-]*?(?:base[-_]?ur[il]|api[-_]?base|base[-_]?path|end[-_]?point|server[-_]?ur[il]|api[-_]?ur[il]|(?:[-_]|\b)(?:host|ur[il]|address|upstream|server)|Host|Url|URL|Uri|Endpoint|Server|BaseAddress))\b["'`\]]?\s*(?::=|=>|[:=(,])/gi;
/** Addresses of what has nothing to do with models. */
const OTHER_ADDRESS =
  /(?:home|doc|logo|icon|image|avatar|picture|callback|redirect|webhook|database|db|redis|mongo|postgres|mysql|kafka|rabbit|front[-_]?end|website|site|origin|cors|proxy|issuer|auth|token|license|repo|source|download|info|help|card|blog|paper|referer|hf|qdrant|chroma|milvus|weaviate|elastic|pinecone|smtp|mail|listen|bind|sentry|telemetry|otel|langfuse|tracing|nextauth|app|public|self|tracking|mlflow)[-_.]?(?:[a-z]+[-_.]?)?(?:ur[il]|endpoint|host|address|server)/i;
/** How much of a line behind a key is looked at for its value. */
const LONGEST_VALUE = 200;
const WRITTEN_ADDRESS =
  /\b(?:https?|wss?|grpc):\/\/[^\s"'`)\]}>,;|]+|(?:localhost|127\.0\.0\.1|0\.0\.0\.0|host\.docker\.internal)(?::\d{2,5})?(?:\/[\w./-]*)?/i;
/** Another entry begins before the address. */
const NEXT_ENTRY = /[,{;]\s*["']?[A-Za-z_][\w-]*["']?\s*[:=](?![=/])/;

/** The addresses of clients that a text writes under keys for them, in order. `constant` gives the value of a name that stands in place of one. */
export function addressesIn(
  text: string,
  constant: (name: string) => string | undefined = () => undefined,
): readonly HostEvidence[] {
  const found: HostEvidence[] = [];
  for (const match of text.matchAll(ADDRESS_KEY)) {
    const key = match[1] ?? '';
    if (OTHER_ADDRESS.test(key)) continue;
    const from = match.index + match[0].length;
    const line = firstLine(text.slice(from, from + LONGEST_VALUE));
    const address = WRITTEN_ADDRESS.exec(line);
    if (address !== null && !NEXT_ENTRY.test(line.slice(0, address.index))) {
      const host = hostAt(address[0]);
      if (host !== undefined) found.push({ host, said: address[0], kind: 'address', at: match.index });
      continue;
    }
    const bare =
      /^\s*["']?([a-z][\w.-]*(?::\d{2,5})(?:\/[\w./-]*)?|[\w-]+(?:\.[\w-]+){1,5}(?:\/[\w./-]*)?)["']?\s*(?:[,;)}#]|$)/i.exec(
        line,
      )?.[1];
    const byValue =
      bare !== undefined && /:\d|\.(?:com|ai|net|org|io|cn|dev|co|local|svc)(?:\/|$)/i.test(bare)
        ? hostAt(bare)
        : undefined;
    if (byValue !== undefined)
      found.push({ host: byValue, said: bare ?? '', kind: 'address', at: match.index });
    else {
      const host = hostOfNames(line, constant);
      if (host !== undefined) found.push({ ...host, kind: 'address', at: match.index });
    }
  }
  return found;
}

function firstLine(text: string): string {
  const end = text.search(/\S[^\n]*\n/);
  return end < 0 ? text : text.slice(0, text.indexOf('\n', end));
}

/** `base_url=OLLAMA_URL`, `baseURL: process.env.MOONSHOT_BASE_URL`: the value of the constant, or what its name says. */
function hostOfNames(
  line: string,
  constant: (name: string) => string | undefined,
): Pick<HostEvidence, 'host' | 'said'> | undefined {
  const value = /^[^,;{}\n]*/.exec(line)?.[0] ?? '';
  for (const [name] of value.matchAll(/[A-Za-z_]\w{3,60}/g)) {
    const written = constant(name);
    const host = written === undefined ? undefined : hostAt(written);
    if (host !== undefined && written !== undefined) return { host, said: written };
    const named = /ur[il]|host|base|endpoint/i.test(name) ? hostOfWords(name) : undefined;
    if (named !== undefined) return { host: named, said: name };
  }
  return undefined;
}

/** The provider that a name begins with: `OLLAMA_BASE_URL`, `LM_STUDIO_HOST`, `azureOpenAiEndpoint`. */
export function hostOfWords(name: string): string | undefined {
  const words = keyWords(name);
  for (const count of [3, 2, 1]) {
    if (words.length < count) continue;
    const host = hostOfProvider(words.slice(0, count).join(''));
    if (host !== undefined && words.length > count) return host;
  }
  return undefined;
}

const PROVIDER_KEY =
  /\b(?:[\w.-]*[-_.])?(?:provider|vendor|platform|backend|api[-_]?type|llm[-_]?type|model[-_]?type|client|engine|service|type|kind|framework|runtime|driver|adapter|connector|implementation|npm)(?:[-_]?(?:name|id|type))?["'`]?\s*(?::=|=>|[:=])\s*["'`:]?(?:@ai-sdk\/)?([A-Za-z][\w.-]{1,40})/gi;
/** `LLMProvider.Ollama`, `Provider::OpenAI` */
const PROVIDER_MEMBER = /\b\w*(?:Provider|Vendor|Platform|Backend)s?(?:\.|::|->)([A-Za-z]\w{1,40})/g;

/** The providers that a text names under keys for them. */
export function providersIn(text: string): readonly HostEvidence[] {
  const found: HostEvidence[] = [];
  for (const form of [PROVIDER_KEY, PROVIDER_MEMBER]) {
    for (const match of text.matchAll(form)) {
      const word = (match[1] ?? '').split(/[.]/).at(-1) ?? '';
      const host = hostOfProvider(word);
      if (host !== undefined) found.push({ host, said: word, kind: 'provider', at: match.index });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

const SECRET_NAME = /\b([A-Z][A-Z\d]*(?:_[A-Z\d]+)*)_(?:API_?)?(?:KEY|TOKEN)\b/g;

/** The services whose keys a text names: `GROQ_API_KEY`. Tokens of registries that weights are downloaded from say nothing. */
export function secretsIn(text: string): readonly HostEvidence[] {
  const found: HostEvidence[] = [];
  for (const match of text.matchAll(SECRET_NAME)) {
    const name = match[1] ?? '';
    const host = hostOfWords(`${name}_KEY`);
    if (host !== undefined && host !== SELF && !/^(?:HF|HUGGING|NGC|MODELSCOPE)/.test(name))
      found.push({ host, said: match[0], kind: 'key', at: match.index });
  }
  return found;
}

/** Images and programs that load weights and answer requests with them. */
const SERVER =
  /\b(?:image|repository|FROM)["']?\s*[:=]?\s*["']?\S*(?:vllm|text-generation-inference|text-embeddings-inference|sglang|llama\.?cpp|localai|lmdeploy|infinity|tritonserver|ollama\/ollama|tabbyml|xinference|openllm|aphrodite|koboldcpp|speaches|faster-whisper|whisper-asr|tensorrt|vllm-openai|djl-serving|huggingface-pytorch|openedai|lemonade|mlserver|ramalama)\S*|\b(?:vllm\s+serve|vllm\.entrypoints|sglang\.launch_server|sglang\s+serve|text-generation-launcher|text-embeddings-router|llama-server|llama_cpp\.server|lmdeploy\s+serve|tabby\s+serve|trtllm-serve|infinity_emb|mlx_lm\.server|aphrodite\s+run|xinference\s+launch|litgpt\s+serve|mlc_llm\s+serve|openllm\s+(?:serve|start)|bentoml\s+serve|ramalama\s+serve|fschat|fastchat\.serve|koboldcpp|LLMInferenceService|InferenceService|ServingRuntime|modelFormat|huggingfaceserver)\b/i;

/** The image or program in a text that serves the weights that it is given. */
export function serverIn(text: string): string | undefined {
  return SERVER.exec(text)?.[0].trim();
}
