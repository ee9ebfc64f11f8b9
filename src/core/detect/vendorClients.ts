import { BROAD_MODULES, CLIENT_MODULES, QUERY_CALLS, SERVES_OTHERS } from '../registries/tables';
import { hostOfWords } from './beside';
import { hostOfClass } from './classWords';
import { type Asked, CALLS_OWN, type CodeVariables } from './codeVariables';
import { type Hosts } from './host';
import { Imports, type Imported } from './imports';
import { once } from '../once';
import { CHOOSES_BY_NAME } from './services';
import { isProviderPackage } from './signatures/providers';
import { PORTKEY } from './evidence';
import { SELF } from '../vocabulary';
import { IDENTIFIER, IN_WORD } from '../text/charClass';
import { gramsOf } from '../text/grams';
import { textBefore, textBehind } from '../text/pieces';
import { matchesOf } from '../text/matches';
import { countUpTo } from '../text/sorted';

/**
 * Modules of vendors' own clients, where the module's name is not the vendor's: as the documentation of each client
 * imports it. A module whose name is a provider's, `replicate`, `sambanova`, needs no row. Of a library for many, a
 * row has the class or module that asks one, behind a point.
 */
const MODULES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...Object.fromEntries(CLIENT_MODULES),
    '@deepgram/sdk': 'deepgram',
    '@elevenlabs/elevenlabs-js': 'elevenlabs',
    '@fal-ai/client': 'fal',
    '@fal-ai/serverless-client': 'fal',
    '@friendliai/ai-provider': 'friendli',
    '@gladiaio/sdk': 'gladia',
    '@livekit/agents.inference': 'livekit',
    '@livekit/agents.AgentSession': 'livekit',
    fal_client: 'fal',
    fish_audio_sdk: 'fish-audio',
    gigachat: 'gigachat',
    gladiaio_sdk: 'gladia',
    langchain_gigachat: 'gigachat',
    langchain_writer: 'writer',
    'livekit.agents.inference': 'livekit',
    'livekit.agents.AgentSession': 'livekit',
    'livekit.agents.evals': 'livekit',
    llama_api_client: 'meta-llama',
    'lmnt-node': 'lmnt',
    novita_client: 'novita',
    'pipecat.services.fish': 'fish-audio',
    pyht: 'playht',
    qianfan: 'baidu',
    sarvamai: 'sarvam',
    'snowflake.cortex': 'snowflake',
    stability_sdk: 'stability',
    'writer-sdk': 'writer',
    writerai: 'writer',
    yandex_cloud_ml_sdk: 'yandex',
  }),
);

/**
 * Calls of query languages that hand a text to a service:
 * https://docs.snowflake.com/en/user-guide/snowflake-cortex/aisql
 */
const QUERIES: readonly (readonly [form: RegExp, host: string])[] = [
  [/^(?:snowflake\.cortex\.\w+|ai_(?:complete|embed))$/i, 'snowflake'],
  ...QUERY_CALLS,
];

/** Modules of clients of a gateway, which gets each call that it passes on, and where it is asked. */
const GATEWAYS: ReadonlyMap<string, string> = new Map(
  ['portkey_ai', 'portkey-ai', '@portkey-ai/vercel-provider'].map((module) => [module, PORTKEY]),
);

/** How libraries for many providers name the module of one: its last group is the provider. */
const FAMILIES: readonly RegExp[] = [
  new RegExp(
    String.raw`^(?:langchain|@langchain|@llamaindex|@ai-sdk|@mastra|llama_index\.(?:llms|embeddings|` +
      String.raw`multi_modal_llms)|haystack_integrations\.components\.[a-z]+|pydantic_ai\.providers|` +
      String.raw`semantic_kernel\.connectors\.ai|agno\.models|camel\.models|crewai\.llms|pipecat\.services)` +
      String.raw`[._/]([\w-]+)`,
  ),
  /^@livekit\/agents-plugin-([\w-]+)/,
  /^(?:@[\w.-]+\/)?([\w-]+?)-ai-provider$/,
  // `@mistralai/mistralai`, `cohere-ai`, `groq-sdk`: also the scope of a package.
  /^@?(?!github\.com\/)([A-Za-z][\w-]*?)(?:-ai|-sdk)?(?:[./].*)?$/,
];

/** An import of the AI SDK's functions. */
const AI_SDK = /\bfrom\s{0,4}["']ai["']/;
const OF_AI_SDK = ['"ai"', "'ai'"];
/** What a text must have that makes factories of models. */
const OF_PROVIDERS = ['ai-sdk', 'ai-provider'];
/** The AI SDK's own packages, and plugins of Genkit (https://genkit.dev/docs/models): named after their providers. */
const PROVIDER_PACKAGE = /^(?:@ai-sdk\/|@genkit-ai\/|genkitx-)([\w-]+)/;
/** Libraries whose classes carry the provider in their own names: `ChatHunyuan`, `QianfanChatEndpoint`. */
const BY_CLASS = new RegExp(
  String.raw`^(?:langchain_community\b|@langchain/community\b|langchain\.(?:chat_models|llms|embeddings)|` +
    String.raw`haystack\b|llama_index\b|camel\b|livekit\.plugins$)`,
);
/**
 * Classes of a vendor's client for its models in somebody else's cloud: `AnthropicBedrock`, `MistralGoogleCloud`,
 * `AzureOpenAI`.
 */
const CLOUDS: readonly (readonly [word: RegExp, host: string])[] = [
  [/Bedrock/, 'bedrock'],
  [/Sage[Mm]aker/, 'sagemaker'],
  [/Vertex|GoogleCloud|GCP|^vertexAI$/, 'vertex'],
  [/Azure|Foundry/, 'azure'],
  [/^Oci(?=Client)/, 'oci'],
];

/** A service of Semantic Kernel, up to what it is for. */
const CONNECTOR = new RegExp(
  String.raw`^(?:Add)?([A-Z]\w{1,30}?)(?:Chat(?:Completion|Client)|Text(?:Completion|Generation|Embedding|ToImage|` +
    String.raw`ToAudio)|EmbeddingGenerator|AudioToText)(?:Generation|Service)?$`,
);

/** Hosts that sell the models of others. */
const SELLERS: ReadonlySet<string> = SERVES_OTHERS;
/** Hosts whose module says nothing by itself. */
const OPEN: ReadonlySet<string> = new Set([...BROAD_MODULES, 'snowflake']);
/** Names of packages that are also those of everyday libraries. */
const EVERYDAY: ReadonlySet<string> = new Set(
  (
    'ai ark aws amazon azure client cortex copilot core docker genai google hf infinity jina kimi ' +
    'lambda livekit meta nim oracle poe spark text writer yi'
  ).split(' '),
);

/**
 * Functions of the AI SDK that pass a plain name on to Vercel's gateway:
 * https://ai-sdk.dev/docs/ai-sdk-core/provider-management#global-provider-configuration
 */
const OF_AI_GATEWAY = /^(?:ai|@ai-sdk\/gateway)$/;
const AI_SDK_CALLS =
  /^(?:(?:generate|stream)(?:Text|Object)|embed(?:Many)?|(?:experimental_)?generateImage|gateway(?:\.\w+)?)$/;

/**
 * Clients that are told which provider to ask:
 * https://huggingface.co/docs/huggingface_hub/package_reference/inference_client,
 * https://portkey.ai/docs/api-reference/sdk/python
 */
const ROUTED_CLIENT = /(?:^|\.)(?:Async)?(?:InferenceClient|Portkey)$|(?:^|\.)HfInference$/;
const PROVIDER_ARGUMENT = /\bprovider["']?\s*[=:]\s*["']([\w-]{2,40})["']/;
/** A name that is given what a function of the AI SDK makes: `const az = createAzure(`. */
const FACTORY_MADE = new RegExp(
  String.raw`(?<!\.)(${IDENTIFIER})\s{0,4}(?::[^=\n]{1,60})?=\s{0,20}(create[A-Z]\w{0,40})\(`,
  'g',
);
/** What scripts import by name, and the package that it is from. */
const IMPORTED = /\bimport\s{0,4}\{([^{}]{1,200})\}\s{0,4}from\s{0,4}["']([^"']{1,80})["']/g;
/** Names whose makers are looked for, each in one pass over the text. */
const MOST = 40;
const ARGUMENTS_REACH = 400;
/** A line like `import replicate`, and what follows the name in `name = require(…)`. */
const PLAIN_IMPORT = /^[ \t]*import[ \t][^\r\n]*/gm;
const REQUIRED = /=\s*require\(/g;
/** With the blanks behind it. */
const LONGEST_NAME = 120;
/** How far before a client is made the line of a condition stands. */
const CONDITION_REACH = 200;

/**
 * The hosts that the clients of a text speak to, told by the modules that the clients come from: `replicate.run`, a
 * variable that is given a `SambaNova()`. Each name is looked for once.
 */
export class VendorClients {
  private readonly imports: Imports;
  private readonly makers = new Map<string, Makers>();
  /** Modules by the names that are imported for them. */
  private readonly modules = new Map<string, string | undefined>();

  constructor(
    private readonly text: string,
    private readonly hosts: Hosts,
    private readonly variables?: Pick<CodeVariables, 'assignedTo'>,
  ) {
    this.imports = new Imports(text);
  }

  /**
   * The host that a call goes to, as the module of its client tells.
   * @param module that of the called name itself, where it is known
   * @param at where it is called: functions may each give their client the same name
   */
  of(callee: string, module?: string, at?: number): string | undefined {
    return QUERIES.find(([form]) => form.test(callee))?.[1] ?? this.ofPath(callee, module, at);
  }

  /** By the first name of a called path: what it is imported from, or what made it. */
  private ofPath(callee: string, module: string | undefined, at: number | undefined): string | undefined {
    const path = callee.replace(/^(?:await\s+|new\s+)?(?:(?:this|self)\.)?/, '').split(/\.|::|->/);
    const [first = ''] = path;
    if (!NAME.test(first)) return undefined;
    const imported = this.importOf(first);
    if (OF_AI_GATEWAY.test(imported?.module ?? '') && AI_SDK_CALLS.test(callee)) return 'vercel';
    const own = module ?? imported?.module;
    if (own !== undefined) return hostOfModule(this.hosts, own, nameIn(imported, path));
    const maker = this.makerOf(
      first,
      at === undefined ? undefined : { at, isMember: CALLS_OWN.test(callee) },
    );
    return maker && this.ofMaker(maker);
  }

  /** Whether the text may make a client of a gateway. */
  readonly usesGateway = once(() => [...GATEWAYS.keys()].some((module) => this.text.includes(module)));

  /** The address of the gateway whose client is called, where it has no other: `Portkey(provider="openai")`. */
  gatewayOf(callee: string): string | undefined {
    const [first = ''] = callee.replace(/^(?:await\s+|new\s+)?(?:(?:this|self)\.)?/, '').split('.');
    if (!NAME.test(first)) return undefined;
    const module = (this.importOf(first) ?? this.importOf(this.makerOf(first)?.callee ?? ''))?.module ?? '';
    return GATEWAYS.get(module);
  }

  /** The package of the AI SDK from which a name is given a factory of models: `az = createAzure()`. */
  factoryFrom(name: string): string | undefined {
    return this.factories().get(name);
  }

  /** Whether a name comes from another file of the project, by its path. */
  isOfProject(name: string): boolean {
    return /^(?:\.{1,2}\/|[@~]\/)/.test(this.imports.get(name)?.module ?? '');
  }

  /** Whether the text imports the functions of the AI SDK, `generateText` and its like. */
  readonly usesAiSdk = once(() => gramsOf(this.text).mayHaveAny(OF_AI_SDK) && AI_SDK.test(this.text));

  private readonly factories = once((): ReadonlyMap<string, string> => {
    const made = gramsOf(this.text).mayHaveAny(OF_PROVIDERS) ? [...matchesOf(this.text, FACTORY_MADE)] : [];
    return new Map(
      made.flatMap(([, name = '', maker = '']) => {
        const module = this.imports.get(maker)?.module ?? '';
        return isProviderPackage(module) ? [[name, module] as const] : [];
      }),
    );
  });

  /** The names of a text that make models, by the package of the AI SDK that each is of: made there or imported. */
  readonly modelMakers = once((): ReadonlyMap<string, string> => {
    const imported = this.factories().size > 0 || this.usesAiSdk() ? [...matchesOf(this.text, IMPORTED)] : [];
    const ready = imported.flatMap(([, names = '', module = '']) =>
      isProviderPackage(module)
        ? Array.from(
            names.matchAll(/(?<![\w$])([a-z]\w{0,60})\s{0,4}(?=,|$)/g),
            ([, name = '']) => [name, module] as const,
          )
        : [],
    );
    return new Map([...ready.filter(([name]) => !name.startsWith('create')), ...this.factories()]);
  });

  /**
   * Whether the client that is called was made with an address of its own: `OpenAI(base_url=settings.url)`,
   * `Mistral(server_url=settings.url)` (https://github.com/mistralai/client-python).
   */
  isGivenAddress(callee: string, at: number): boolean {
    const [name = ''] = callee.replace(CALLS_OWN, '').split('.');
    if (!NAME.test(name)) return false;
    const [own = ''] = (this.makerOf(name, { at, isMember: CALLS_OWN.test(callee) })?.given ?? '').split(
      ')',
      1,
    );
    return /(?:base|server)_?url/i.test(own);
  }

  /**
   * The host that a class makes clients or models for by its own name: `MistralAiChatModel`, `AzureOpenAiChatModel`.
   */
  ofClass(name: string): string | undefined {
    return CLOUDS.find(([word]) => word.test(name))?.[1] ?? hostOfClass(this.hosts, name);
  }

  /** The host of a client by the words that the path of what makes it begins with: `OpenAIOkHttpClient.fromEnv`. */
  ofPathOfMaker(path: string): string | undefined {
    return path
      .split(/\.|::/)
      .map((part) => this.ofClass(part) ?? this.hosts.ofProvider(part) ?? hostOfWords(part, this.hosts))
      .find((host) => host !== undefined);
  }

  /**
   * The host of a service that a kernel is given, by the name of its class or of what adds it: `OpenAIChatCompletion`,
   * `AddMistralChatCompletion`. Others beside it are others' (https://learn.microsoft.com/semantic-kernel).
   */
  ofConnector(name: string): string | undefined {
    const maker = CONNECTOR.exec(name)?.[1];
    return maker === undefined ? undefined : this.ofClass(`${maker}Client`);
  }

  /** Whether a class is a vendor's client in somebody else's cloud: `AzureChatOpenAI`. */
  isOfCloud(name: string): boolean {
    return CLOUDS.some(([word]) => word.test(name));
  }

  /** The host of a client by what makes it: `Groq` and what that is given. */
  ofMaker({ callee, given }: Pick<Maker, 'callee' | 'given'>): string | undefined {
    const crate = CRATE_CLIENT.exec(callee)?.[1];
    if (crate !== undefined) return this.hosts.ofProvider(crate);
    const asked = ROUTED_CLIENT.test(callee) ? PROVIDER_ARGUMENT.exec(given)?.[1] : undefined;
    if (asked !== undefined) return this.hosts.ofProvider(asked);
    const parts = callee.split('.');
    const made = this.importOf(parts[0] ?? '');
    if (made === undefined) return undefined;
    if (made.name === 'createGateway' && OF_AI_GATEWAY.test(made.module)) return 'vercel';
    return hostOfModule(this.hosts, made.module, made.name || (parts.at(-1) ?? ''));
  }

  /** What a name is imported as; `import replicate` makes a name for the module itself. */
  private importOf(name: string): Imported | undefined {
    const imported = this.imports.get(name);
    if (imported !== undefined) return imported;
    if (!this.modules.has(name) && this.modules.size < MOST) this.modules.set(name, this.readModule(name));
    const module = this.modules.get(name);
    return module === undefined ? undefined : { name: '', module };
  }

  private readModule(name: string): string | undefined {
    if (!this.moduleNames().includes(name)) return undefined;
    const form = new RegExp(
      `^[ \\t]*import[ \\t]+(?:[\\w.]+[ \\t]*,[ \\t]*)*${escaped(name)}(?=[.,\\s;]|$)|` +
        `\\b${escaped(name)}\\s*=\\s*require\\(\\s*["']([^"']{1,80})["']`,
      'm',
    );
    const match = form.exec(this.text);
    return match === null ? undefined : (match[1] ?? name);
  }

  /** All in which the name of a module may stand: most names do not, and are not looked for in the whole text. */
  private readonly moduleNames = once((): string => {
    const plain = Array.from(matchesOf(this.text, PLAIN_IMPORT), ([line]) => line);
    const required = Array.from(matchesOf(this.text, REQUIRED), ({ index }) =>
      textBefore(this.text, index, LONGEST_NAME),
    );
    return [...plain, ...required].join('\n');
  });

  /** The call whose value a name is given, at the place where it is asked for: `client = SambaNova(`. */
  private makerOf(name: string, asked?: Asked): Maker | undefined {
    const { all, usual } = this.makersOf(name);
    if (all.length < 2 || asked === undefined) return usual;
    const given = this.variables?.assignedTo(name, asked);
    if (given === undefined) return usual;
    const own = all[countUpTo(all, given.at, ({ end }) => end)];
    return own !== undefined && own.at <= given.from ? own : usual;
  }

  private makersOf(name: string): Makers {
    let makers = this.makers.get(name);
    if (makers === undefined)
      this.makers.set(name, (makers = this.makers.size < MOST ? this.readMakers(name) : NO_MAKERS));
    return makers;
  }

  private readMakers(name: string): Makers {
    const form = new RegExp(
      `(?<![${IN_WORD}.])(?:(?:self|this)\\.)?${escaped(name)}\\s*(?::[^=\\n]{1,60})?=` +
        `\\s*(?:await\\s+)?(?:new\\s+)?([A-Za-z_$][\\w$.]{1,80}(?:::[\\w:]{1,80})?)\\(|` +
        `\\bwith\\s+([A-Za-z_$][\\w.]{1,80})\\([^\\n]{0,200}\\)\\s*as\\s+${escaped(name)}\\b`,
      'g',
    );
    const all = Array.from(this.text.matchAll(form), ({ 0: written, 1: made, 2: opened, index: at }) => {
      const end = at + written.length;
      return { callee: made ?? opened ?? '', given: textBehind(this.text, end, ARGUMENTS_REACH), at, end };
    });
    return { all, usual: all.find(({ at }) => !this.isForNames(at)) ?? all[0] };
  }

  /** Whether a client is made for models whose names say that they are Azure's: `if "azure" in model:`. */
  private isForNames(at: number): boolean {
    const [line = ''] = textBefore(this.text, at, CONDITION_REACH).split('\n').slice(-2);
    return CHOOSES_BY_NAME.test(line.toLowerCase());
  }
}

/** A client of Rust whose module is called after the provider: `azure::Client::from_env`. */
const CRATE_CLIENT = /(?:^|::)(\w+)::Client(?:Builder)?::\w+$/;

/** What makes a client. */
interface Maker {
  readonly callee: string;
  /** What stands behind its bracket. */
  readonly given: string;
  /** Where the name stands that is given it, and where the bracket ends. */
  readonly at: number;
  readonly end: number;
}

interface Makers {
  /** In the order of the text. */
  readonly all: readonly Maker[];
  /** The first that does not make a client for models whose names say so, or the first. */
  readonly usual: Maker | undefined;
}

const NO_MAKERS: Makers = { all: [], usual: undefined };

function escaped(name: string): string {
  return name.replaceAll('$', '\\$');
}

/** A cloud by the name of a class, or the host of a module: a seller's package has classes called after others. */
function cloudOrListed(module: string, name: string): string | undefined {
  const listed = listedModule(`${module}.${name}`);
  if (listed !== undefined && SELLERS.has(listed)) return listed;
  return CLOUDS.find(([word]) => word.test(name))?.[1] ?? listed;
}

/** The host whose client a module is, or a class of a module for many. */
function hostOfModule(hosts: Hosts, module: string, name: string): string | undefined {
  const known = cloudOrListed(module, name);
  if (known !== undefined) return known;
  const provider = PROVIDER_PACKAGE.exec(module)?.[1];
  if (provider !== undefined) return providerOfPackage(hosts, provider);
  if (BY_CLASS.test(module)) return closed(hostOfClass(hosts, name));
  for (const form of FAMILIES) {
    const word = form.exec(module)?.[1];
    if (word === undefined) continue;
    const isPlain = form === FAMILIES.at(-1);
    if (isPlain && EVERYDAY.has(word.toLowerCase())) return undefined;
    const host = hosts.ofProvider(word);
    if (host !== undefined) return closed(host);
  }
  return undefined;
}

/** The provider that a package of the AI SDK is for: a service, whatever else its name is that of. */
function providerOfPackage(hosts: Hosts, word: string): string | undefined {
  const host = hosts.ofProvider(word);
  return host === SELF ? undefined : host;
}

/** The longest beginning of a module that {@link MODULES} has. */
function listedModule(module: string): string | undefined {
  for (let at = module; at !== ''; at = at.slice(0, Math.max(0, at.search(/[./][^./]*$/))))
    if (MODULES.has(at)) return MODULES.get(at);
  return undefined;
}

function closed(host: string | undefined): string | undefined {
  return host === undefined || host === SELF || OPEN.has(host) ? undefined : host;
}

const NAME = new RegExp(`^${IDENTIFIER}$`);

/** What is called of a module: the name that is imported, or else the last part of the path. */
function nameIn(imported: Imported | undefined, path: readonly string[]): string {
  return imported?.name || (path.at(-1) ?? '');
}
