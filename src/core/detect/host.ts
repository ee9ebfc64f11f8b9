import { SERVICES } from '../registries/tables';
import type { Registry } from '../vocabulary';

/**
 * Who runs a model for the one who calls it: which host an address, the word for a provider, or a registry stands for.
 * A host that is a registry as well has the registry's name. What operator and terms a host has is not known here.
 */

/** This project's own machines, containers and clusters. */
export const SELF = 'self';

/**
 * Addresses of hosts, each the end of a host name, or one with a path; `*` stands for a part of a label. They are
 * the addresses that the documentation of each service's interface gives.
 */
const ADDRESSES: readonly (readonly [host: string, ...endings: string[]])[] = [
  ['openai', 'api.openai.com', 'openai.com'],
  [
    'azure',
    'openai.azure.com',
    'openai.azure.us',
    'inference.ai.azure.com',
    'cognitiveservices.azure.com',
    'services.ai.azure.com',
    'models.ai.azure.com',
    'inference.ml.azure.com',
  ],
  ['github-models', 'models.inference.ai.azure.com', 'models.github.ai'],
  ['github-copilot', 'githubcopilot.com'],
  ['anthropic', 'anthropic.com'],
  ['google', 'generativelanguage.googleapis.com'],
  ['mistral', 'mistral.ai'],
  ['cohere', 'cohere.ai', 'cohere.com'],
  ['groq', 'groq.com'],
  ['together', 'together.xyz', 'together.ai'],
  ['fireworks', 'fireworks.ai'],
  ['openrouter', 'openrouter.ai'],
  ['nvidia', 'api.nvidia.com', 'nvcf.nvidia.com'],
  ['replicate', 'replicate.com'],
  ['cloudflare', 'api.cloudflare.com', 'gateway.ai.cloudflare.com'],
  ['deepseek', 'deepseek.com'],
  ['xai', 'api.x.ai'],
  [
    'alibaba',
    'dashscope.aliyuncs.com',
    'dashscope-intl.aliyuncs.com',
    'dashscope-us.aliyuncs.com',
    'maas.aliyuncs.com',
  ],
  ['moonshot', 'moonshot.ai', 'moonshot.cn', 'api.kimi.com'],
  ['zhipu', 'bigmodel.cn', 'z.ai'],
  ['minimax', 'minimax.chat', 'minimaxi.com', 'minimax.io', 'minimaxi.chat'],
  ['perplexity', 'perplexity.ai'],
  ['ai21', 'ai21.com'],
  ['voyage', 'voyageai.com'],
  ['reka', 'reka.ai'],
  ['upstage', 'upstage.ai'],
  ['huggingface', 'huggingface.co', 'huggingface.cloud', 'hf.space'],
  ['modelscope', 'modelscope.cn', 'modelscope.ai'],
  ['siliconflow', 'siliconflow.cn', 'siliconflow.com'],
  ['volcengine', 'volces.com', 'volcengine.com', 'volcengineapi.com', 'bytepluses.com', 'byteplusapi.com'],
  ['cerebras', 'cerebras.ai'],
  ['sambanova', 'sambanova.ai'],
  ['deepinfra', 'deepinfra.com'],
  ['novita', 'novita.ai'],
  ['nebius', 'nebius.com', 'nebius.ai'],
  ['hyperbolic', 'hyperbolic.xyz'],
  ['baseten', 'baseten.co'],
  ['featherless', 'featherless.ai'],
  ['friendli', 'friendli.ai'],
  ['lambda', 'lambda.ai', 'lambdalabs.com'],
  ['stepfun', 'stepfun.com', 'stepfun.ai'],
  [
    'tencent',
    'hunyuan.cloud.tencent.com',
    'tokenhub.tencentmaas.com',
    'hunyuan.tencentcloudapi.com',
    'api.lkeap.cloud.tencent.com',
  ],
  ['baidu', 'qianfan.baidubce.com', 'aip.baidubce.com'],
  ['iflytek', 'xf-yun.com'],
  ['baichuan', 'baichuan-ai.com'],
  ['01-ai', 'lingyiwanwu.com', '01.ai'],
  ['ollama-cloud', 'ollama.com', 'ollama.ai'],
  ['vercel', 'ai-gateway.vercel.sh', 'vercel.ai'],
  ['databricks', 'databricks.com', 'azuredatabricks.net', 'databricksapps.com'],
  ['snowflake', 'snowflakecomputing.com'],
  ['watsonx', 'ml.cloud.ibm.com', 'ml.test.cloud.ibm.com'],
  ['oci', 'oraclecloud.com'],
  ['jina', 'jina.ai'],
  ['stability', 'stability.ai'],
  ['fal', 'fal.run', 'fal.ai'],
  ['deepgram', 'deepgram.com'],
  ['assemblyai', 'assemblyai.com'],
  ['elevenlabs', 'elevenlabs.io'],
  ['poe', 'api.poe.com'],
  ['venice', 'venice.ai'],
  ['chutes', 'chutes.ai'],
  ['scaleway', 'api.scaleway.ai'],
  ['ovhcloud', 'ai.cloud.ovh.net'],
  ['netmind', 'netmind.ai'],
  ['requesty', 'requesty.ai'],
  ['aihubmix', 'aihubmix.com'],
  ['aleph-alpha', 'api.aleph-alpha.com'],
  ['amazon-nova', 'api.nova.amazon.com'],
  ['berget', 'api.berget.ai'],
  ['black-forest-labs', 'bfl.ai'],
  ['clarifai', 'api.clarifai.com'],
  ['digitalocean', 'inference.do-ai.run'],
  ['gmicloud', 'api.gmi-serving.com'],
  ['inception', 'api.inceptionlabs.ai'],
  ['inference-net', 'inference.net'],
  ['ionos', 'inference.de-txl.ionos.com'],
  ['luma', 'api.lumalabs.ai'],
  ['meta-llama', 'api.llama.com'],
  ['morph', 'api.morphllm.com'],
  ['naver', 'clovastudio.stream.ntruss.com'],
  ['nscale', 'inference.api.nscale.com'],
  ['poolside', 'inference.poolside.ai'],
  ['preferred-networks', 'api.platform.preferredai.jp'],
  ['qiniu', 'api.qnaigc.com', 'openai.qiniu.com'],
  ['sakana', 'api.sakana.ai'],
  ['sarvam', 'api.sarvam.ai'],
  ['stackit', 'model-serving.eu01.onstackit.cloud'],
  ['vultr', 'api.vultrinference.com'],
  ['wandb', 'api.inference.wandb.ai'],
  ['writer', 'api.writer.com'],
  ['xiaomi', 'xiaomimimo.com'],
  ['ppio', 'ppinfra.com', 'ppio.com'],
];

/** Addresses with the place of processing in a label of their own or before a hyphen. */
const REGIONAL: readonly (readonly [host: string, form: RegExp])[] = [
  ['bedrock', /^bedrock[\w-]*\.[\w.-]*(?:amazonaws\.com(?:\.cn)?|api\.aws)$/],
  ['sagemaker', /^runtime[\w-]*\.sagemaker\.[\w.-]*amazonaws\.com(?:\.cn)?$/],
  ['vertex', /(?:^|[.-])aiplatform\.(?:[\w-]+\.rep\.)?googleapis\.com$/],
];

const BY_ENDING: ReadonlyMap<string, string> = new Map(
  ADDRESSES.flatMap(([host, ...endings]) => endings.map((ending) => [ending, host] as const)),
);

/** The part of an address between scheme or user and port or path. */
const AUTHORITY = /^(?:[a-z][a-z\d+.-]*:)?(?:\/\/)?(?:[^@/?#\s]*@)?(\[[\da-f:]+\]|[^:/?#\s[\]]+)/i;
/** Names of this machine, of machines beside it, and addresses that are not routed on the internet (RFC 1918, RFC 6762, RFC 6761, RFC 8375). */
const OWN_NAME =
  /^(?:localhost|host\.docker\.internal|host\.containers\.internal|gateway\.docker\.internal|\[::1?\]|0\.0\.0\.0|127(?:\.\d{1,3}){3}|10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|169\.254(?:\.\d{1,3}){2}|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])(?:\.\d{1,3}){2})$|\.(?:local|localhost|localdomain|internal|svc|lan|home|intranet|test|corp)$|\.home\.arpa$|\.svc\.cluster\.local$/;
/** What is filled in when the program runs, or stands for an address that the reader has to give. */
const HOLE = /[<>{}$*%]|^(?:your|my|xxx|example)\b|\bexample\.(?:com|org|net)$/i;

/**
 * The host at an address (`https://api.groq.com/openai/v1`, `localhost:11434`): {@link SELF} for this machine, a private
 * network, a name of one label (a service of the same compose file or cluster); the name itself where nobody knows it;
 * `undefined` where the address is not written.
 */
export function hostAt(address: string): string | undefined {
  const name = AUTHORITY.exec(address.trim())?.[1]?.toLowerCase().replace(/\.$/, '');
  if (name === undefined || name === '') return undefined;
  if (OWN_NAME.test(name)) return SELF;
  const regional = REGIONAL.find(([, form]) => form.test(name));
  if (regional !== undefined) return regional[0];
  for (let at = 0; at >= 0; at = name.indexOf('.', at) + 1) {
    const host = BY_ENDING.get(name.slice(at));
    if (host !== undefined) return host;
    if (name.indexOf('.', at) < 0) break;
  }
  if (HOLE.test(name)) return undefined;
  if (!name.includes('.')) return /^[a-z][\w-]*$/.test(name) && isAddressed(address) ? SELF : undefined;
  return /^[a-z\d-]+(?:\.[a-z\d-]+)+$/.test(name) ? name : undefined;
}

/** A name of one label is an address only with a scheme or a port. */
function isAddressed(address: string): boolean {
  return /^[a-z]+:\/\/|:\d{2,5}(?:\/|$)/i.test(address.trim());
}

/** Words for providers, without their marks, where they are not the host's own name. */
const PROVIDERS: Readonly<Record<string, string>> = {
  azureopenai: 'azure',
  azureai: 'azure',
  azureaifoundry: 'azure',
  azurefoundry: 'azure',
  foundry: 'azure',
  azureml: 'azure',
  azureoai: 'azure',
  openaichat: 'openai',
  openairesponses: 'openai',
  textcompletionopenai: 'openai',
  textcompletion: 'openai',
  claude: 'anthropic',
  gemini: 'google',
  googleai: 'google',
  googlegenai: 'google',
  googlegenerativeai: 'google',
  googleaistudio: 'google',
  aistudio: 'google',
  makersuite: 'google',
  genai: 'google',
  palm: 'google',
  vertexai: 'vertex',
  googlevertex: 'vertex',
  googlevertexai: 'vertex',
  vertexaibeta: 'vertex',
  aws: 'bedrock',
  awsbedrock: 'bedrock',
  amazon: 'bedrock',
  amazonbedrock: 'bedrock',
  bedrockconverse: 'bedrock',
  sagemakerchat: 'sagemaker',
  mistralai: 'mistral',
  codestral: 'mistral',
  coherechat: 'cohere',
  togetherai: 'together',
  fireworksai: 'fireworks',
  nvidianim: 'nvidia',
  nim: 'nvidia',
  nvidiaaiendpoints: 'nvidia',
  workersai: 'cloudflare',
  cloudflareworkersai: 'cloudflare',
  grok: 'xai',
  dashscope: 'alibaba',
  qwen: 'alibaba',
  tongyi: 'alibaba',
  bailian: 'alibaba',
  aliyun: 'alibaba',
  moonshotai: 'moonshot',
  kimi: 'moonshot',
  zhipuai: 'zhipu',
  bigmodel: 'zhipu',
  chatglm: 'zhipu',
  zaicodingplan: 'zhipu',
  voyageai: 'voyage',
  hf: 'huggingface',
  hfinference: 'huggingface',
  huggingfacehub: 'huggingface',
  huggingfaceendpoint: 'huggingface',
  huggingfaceinference: 'huggingface',
  doubao: 'volcengine',
  ark: 'volcengine',
  volcano: 'volcengine',
  hunyuan: 'tencent',
  qianfan: 'baidu',
  ernie: 'baidu',
  wenxin: 'baidu',
  spark: 'iflytek',
  xinghuo: 'iflytek',
  yi: '01-ai',
  lingyi: '01-ai',
  githubmodels: 'github-models',
  copilot: 'github-copilot',
  githubcopilot: 'github-copilot',
  aigateway: 'vercel',
  vercelaigateway: 'vercel',
  featherlessai: 'featherless',
  nebiusai: 'nebius',
  novitaai: 'novita',
  friendliai: 'friendli',
  lambdaai: 'lambda',
  jinaai: 'jina',
  stabilityai: 'stability',
  falai: 'fal',
  ibm: 'watsonx',
  watsonxai: 'watsonx',
  oracle: 'oci',
  ollamacloud: 'ollama-cloud',
};

/** Programs and libraries that run models where the project runs: whatever client speaks to them, the weights come here. */
const OWN_PROVIDERS: ReadonlySet<string> = new Set(
  (
    'ollama ollamachat lmstudio llamacpp llamacpppython llamaserver llamafile vllm hostedvllm vllmopenai localai local localhost ' +
    'xinference sglang tgi textgenerationinference tei textembeddingsinference gpt4all oobabooga textgenerationwebui koboldcpp kobold mlx mlxlm jan lemonade ' +
    'tabbyapi tabby exllama exllamav2 dmr dockermodelrunner transformers sentencetransformers huggingfacelocal ctransformers openvino onnx ' +
    'onnxruntime infinity lmdeploy ramalama fastembed bumblebee candle webllm mlc mlcllm fasterwhisper whispercpp aphrodite nitro cortex llamaedge docker'
  ).split(' '),
);

const KNOWN: ReadonlySet<string> = new Set([...ADDRESSES, ...REGIONAL].map(([host]) => host));
const PLAIN_HOSTS: ReadonlyMap<string, string> = new Map(
  [...KNOWN].map((host) => [host.replaceAll('-', ''), host] as const),
);

/** The host that a word for a provider stands for: `azure_openai`, `LLMProvider.Ollama`, `lm-studio`; `undefined` for every other word. */
export function hostOfProvider(word: string): string | undefined {
  const plain = word.toLowerCase().replace(/[^a-z\d]/g, '');
  if (OWN_PROVIDERS.has(plain)) return SELF;
  return Object.hasOwn(PROVIDERS, plain) ? PROVIDERS[plain] : PLAIN_HOSTS.get(plain);
}

/** Registries whose names are run where the project runs, unless something says otherwise. */
const OWN_REGISTRIES: ReadonlySet<Registry> = new Set<Registry>([
  'ollama',
  'docker',
  'timm',
  'spacy',
  'torchvision',
  'torchhub',
  'ultralytics',
  'whisper',
  'kaggle',
  'local',
]);

/** Whether names of this registry are names at a service: they can only be called. */
export function isService(registry: Registry): boolean {
  return SERVICES.has(registry);
}

/** Whether names of this registry are loaded where the project runs. */
export function isOwn(registry: Registry): boolean {
  return OWN_REGISTRIES.has(registry);
}

/** The host that calls a name of this registry go to when no other is written; `null` where the spelling tells none. */
export function hostOfRegistry(registry: Registry): string | null {
  if (OWN_REGISTRIES.has(registry)) return SELF;
  if (registry === 'amazon') return 'bedrock';
  return registry === 'other' ? null : registry;
}

/** The registry in which a host's own names are spelled, where there is one. */
export function registryOfHost(host: string): Registry | undefined {
  return [...SERVICES, 'modelscope' as const].find((registry) => registry === host);
}
