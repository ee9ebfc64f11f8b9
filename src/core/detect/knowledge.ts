import type { Catalog, Resolution } from '../catalog/records';
import { once } from '../once';
import { FILES } from '../registries/tables';
import { gramsOf } from '../text/grams';
import type { TextRange } from '../text/range';
import type { Registry } from '../vocabulary';
import { isServedName } from './aliases';
import { Brackets } from './brackets';
import { ClientAddresses } from './clients';
import { Environment } from './environment';
import { Evidence } from './evidence';
import { hostOfRegistry, hostsOf, type Hosts } from './host';
import { lexiconOf, type Lexicon } from './lexicon';
import { isCatalog } from './offers';
import { OtherArms } from './otherArms';
import { otherElements } from './otherElements';
import { ProtocolClients } from './protocolClients';
import { type MadeClient, RequestClients } from './requestClients';
import { CodeVariables } from './codeVariables';
import { Clients, ServiceMentions } from './services';
import type { Site } from './site';
import { holds, surroundingsOf } from './surroundings';
import { VendorClients } from './vendorClients';

/** Words of texts that have to do with models of machine learning. Plain words only: nothing in it can backtrack. */
const SUBJECT = new RegExp(
  [
    'hugging',
    'transformers',
    'llm',
    'pretrained',
    'tokeni',
    'openai',
    'ollama',
    'inference',
    'embed',
    'prompt',
    'chat',
    'gpt',
    'lora',
    'torch',
    'gguf',
    'replicate',
    'completion',
    'anthropic',
    'claude',
    'llama',
    'mistral',
    'qwen',
    'gemma',
    'gemini',
    'base_model',
    'basemodel',
    'diffus',
    'mlx',
    'sglang',
    'bert',
    'rerank',
    'fine-tun',
    'finetun',
    'fine_tun',
    'checkpoint',
    'onnx',
    'tensor',
    'gradio',
    'whisper',
    'summari',
    'transcri',
    'neural',
    'generat',
    'litellm',
    'modelscope',
    'temperature',
    '"messages"',
  ].join('|'),
);

/** Words of configurations that train or merge. */
const TRAINING_MARKS = [
  'lora_r',
  'lora_rank',
  'num_epochs',
  'num_train_epochs',
  'merge_method',
  'learning_rate',
  'finetuning_type',
  'micro_batch_size',
];

/** What a text has that runs models itself, or talks to a server of its own. */
const OWN_MARKS = [
  'transformers',
  'from_pretrained',
  'diffusers',
  'vllm',
  'llama_cpp',
  'llama.cpp',
  'llama-server',
  'huggingface_hub',
  'torch',
  'gguf',
  'snapshot_download',
  'funasr',
  'hf_hub',
  'mlx',
  'onnx',
  'sglang',
  'ollama',
  'safetensors',
  'localhost',
  '127.0.0.1',
  '0.0.0.0',
  'self-host',
  'selfhost',
  'inference-server',
  'svc.cluster',
];
/**
 * The same where other words have it too, as `PostGIS` and `non-empty`: a server, and the key that one which asks for
 * none is given.
 */
const OWN_WORD = /(?<![a-z])tgi(?![a-z])|["'\x60]empty["'\x60]/;

/** Where a text stands, and what is said there that it does not say itself. */
export interface TextPlace {
  /** Of the file that the text is or stands in. */
  readonly path: string;
  /** The values that configuration of the project gives to names. */
  readonly configValues: ReadonlyMap<string, string>;
  /** What the document that the text is embedded in sets variables of the environment to. */
  readonly environment: ReadonlyMap<string, string>;
}

/** What is known of the world, and of the text as a whole: the words that it mentions anywhere. */
export class Knowledge {
  private readonly lexicon: Lexicon;
  private readonly mentioned = new Map<string, boolean>();
  private readonly services = new ServiceMentions(
    () => this.lower(),
    (offset) => [...otherElements(this.text, this.brackets, offset), ...this.otherArms.of(offset)],
    () => this.text,
  );
  private readonly clients: Clients;
  readonly hosts: Hosts;
  /** Of the file that the text is or stands in. */
  readonly path: string;
  readonly brackets: Brackets;
  /** The arms of branches that are not taken where a place is. */
  readonly otherArms: OtherArms;
  /** What the text says of hosts. */
  readonly evidence: Evidence;
  /** What its code gives to names. */
  readonly variables: CodeVariables;
  /** The clients that vendors make for their own services. */
  readonly vendors: VendorClients;
  readonly clientAddresses: ClientAddresses;
  /** The addresses of the clients that make the requests of the text. */
  readonly requestClients: RequestClients;
  /** The addresses that variables have for the programs that the text starts. */
  readonly environment: Environment;
  /** The clients of one protocol that several services speak. */
  readonly protocolClients: ProtocolClients;
  private own: boolean | undefined;
  private training: boolean | undefined;
  private catalogOfOffers: boolean | undefined;
  private lowered: string | undefined;
  private subject: boolean | undefined;

  constructor(
    readonly text: string,
    catalog: Catalog,
    { path, configValues, environment }: TextPlace,
  ) {
    this.path = path;
    this.lexicon = lexiconOf(catalog);
    this.hosts = hostsOf(catalog);
    this.brackets = new Brackets(text);
    this.otherArms = new OtherArms(text, (word) => this.hosts.ofProvider(word) !== undefined);
    this.variables = new CodeVariables(text, this.brackets);
    this.evidence = new Evidence(text, this, this.hosts, configValues);
    this.clientAddresses = new ClientAddresses(text, this.brackets, this.evidence, this.hosts);
    this.clients = new Clients(text, this.variables);
    this.vendors = new VendorClients(text, this.hosts, this.variables);
    this.requestClients = new RequestClients(text, this.variables, this);
    this.environment = new Environment(text, path, this.brackets, environment);
    this.protocolClients = new ProtocolClients(text);
  }

  /**
   * The service that a name at this offset is most likely meant for: the one of the client that is called, or the
   * nearest one, or the one whose cloud the file sets up.
   */
  serviceNear(offset: number, callee = ''): Registry | undefined {
    return this.clients.of(callee, offset) ?? this.services.near(offset) ?? this.serviceOfFile();
  }

  /** The host of the client that makes the request which a name goes into, where its class tells it. */
  hostOfClient(place: TextRange): { readonly host: string; readonly callee: string } | undefined {
    const made = this.requestClients.makerOf(place);
    const host = made && this.hostOfMaker(made);
    return made && host !== undefined ? { host, callee: made.callee } : undefined;
  }

  /** Whom a client asks that is made by a call with what stands in its brackets. */
  hostMadeBy(callee: string, given: string): string | undefined {
    return this.clients.hostOfCloud(callee, given) ?? this.hostOfMaker({ kind: 'closed', callee, given });
  }

  private hostOfMaker(made: MadeClient): string | undefined {
    const registry = this.clients.madeBy(made.callee, made.given);
    const own = registry === undefined ? undefined : (hostOfRegistry(registry) ?? undefined);
    const named = made.kind === 'plain' ? this.vendors.ofPathOfMaker(made.callee) : undefined;
    return this.vendors.ofMaker(made) ?? own ?? this.vendors.ofConnector(made.callee) ?? named;
  }

  private readonly serviceOfFile = once(() => FILES.find(([form]) => form.test(this.path))?.[1]);

  /** Whose client is called with an argument at this offset, where the text makes it without an address: `Groq()`. */
  clientOf(callee: string, offset: number): Registry | undefined {
    return this.clients.of(callee, offset);
  }

  /** Whether a name of a maker's form is at this place one that a server of the project's own gives its model. */
  isServedName(at: number, site: Site, maker: Registry): boolean {
    const isAsked =
      site.where === 'code'
        ? this.clients.of(site.call?.callee ?? '', at) === 'local'
        : this.asksOwnServer(at, site);
    return isServedName(this.text, { at, site, isAsked, maker });
  }

  /**
   * The address of a server on this machine stands before a name; in settings in its own mapping, or directly in one
   * around that: what stands beside in a mapping of its own is another's.
   */
  private asksOwnServer(at: number, { where }: Site): boolean {
    const address = this.services.ownBefore(at);
    if (address === undefined || where !== 'config') return address !== undefined;
    const { own, outer } = surroundingsOf(this.text, this.brackets, { start: at, end: at });
    if (holds(own, address)) return true;
    const [inner] = this.brackets.around(address);
    return (inner === undefined || inner.close > at) && outer.some((part) => holds(part, address));
  }

  /** Whether the text has anything to do with models of machine learning: cars and cameras have models too. */
  isAboutModels(): boolean {
    return (this.subject ??= SUBJECT.test(this.lower()));
  }

  /** Whether the text runs models itself, or speaks to a server of its own. */
  runsModels(): boolean {
    return (this.own ??= OWN_MARKS.some((mark) => this.mentions(mark)) || OWN_WORD.test(this.lower()));
  }

  /** Whether the text is a configuration or command that trains or merges. */
  isTraining(): boolean {
    return (this.training ??= TRAINING_MARKS.some((mark) => this.mentions(mark)));
  }

  /** Whether the text is a catalog of models that people choose from. */
  isCatalog(): boolean {
    return (this.catalogOfOffers ??= isCatalog(this.text, this.brackets));
  }

  private lower(): string {
    return (this.lowered ??= this.text.toLowerCase());
  }

  resolve(spelling: string, registry?: Registry): Resolution | undefined {
    return this.lexicon.resolve(spelling, registry);
  }

  knows(spelling: string, registry?: Registry): boolean {
    return this.lexicon.knows(spelling, registry);
  }

  /** No record of a registry has this name, and of its family one can only guess. */
  isUnknown(spelling: string, registry: Registry): boolean {
    const known = this.resolve(spelling, registry);
    return known === undefined || known.via === 'family';
  }

  listedFile(path: string): { readonly start: number; readonly end: number } | undefined {
    return this.lexicon.listedFile(path);
  }

  knowsName(name: string): boolean {
    return this.lexicon.knowsName(name);
  }

  isTold(name: string, host: string): boolean {
    return this.lexicon.isTold(name, host);
  }

  isOwnName(name: string, registry: Registry): boolean {
    return this.lexicon.isOwnName(name, registry);
  }

  /** The known name of a service that a name differs from in a letter or two. */
  nearest(name: string, registry: Registry): string | undefined {
    return this.lexicon.nearest(name, registry);
  }

  spelledOf(letters: string, registry: Registry): string | undefined {
    return this.lexicon.spelledOf(letters, registry);
  }

  knowsOwner(owner: string): boolean {
    return this.lexicon.knowsOwner(owner);
  }

  mayBeName(word: string): boolean {
    return this.lexicon.mayBeName(word);
  }

  /** Whether the text has this word (in lower case) anywhere. Each word is looked for once. */
  mentions(word: string): boolean {
    let found = this.mentioned.get(word);
    if (found === undefined) {
      found = gramsOf(this.text).mayHave(word) && this.lower().includes(word);
      this.mentioned.set(word, found);
    }
    return found;
  }
}
