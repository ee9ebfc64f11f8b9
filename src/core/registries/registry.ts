import type { Registry, Role } from '../vocabulary';
import type { AddressReader } from './address';
import type { SpellingRule } from './spelling/rule';

/** An address that is written in a client's own package. */
export interface ClientHome {
  readonly client: RegExp;
  readonly address: string;
}

/**
 * Everything the engine knows of one registry: how its names look and are spelled, and by what a text shows that it
 * means this registry. Only data and pure functions; who reads which field stands in `tables.ts`. All fields but
 * `kind` are optional.
 */
export interface RegistryDefinition {
  /**
   * What its names are names of. `hub`: repositories of weights that anybody may load. `service`: models that someone
   * else runs behind an API. `library`: models that a library knows where to get. `files`: files of weights. `any`:
   * names of no registry of their own.
   */
  readonly kind: 'hub' | 'service' | 'library' | 'files' | 'any';

  // What a text writes before a name.

  /** `prefix/model` and `prefix:model`, as LiteLLM, LangChain and other gateways write it; in lower case. */
  readonly prefixes?: readonly string[];
  /**
   * Other words for it where a setting names the provider of a model, in lower case and without marks: `azureopenai`.
   */
  readonly providers?: readonly string[];
  /** Those prefixes that are owners on the Hub too: `nvidia/x` may be a repository. */
  readonly ownerPrefixes?: readonly string[];
  /** Those prefixes that are schemes of other things too: `oci://registry/image`. */
  readonly otherSchemes?: readonly string[];
  /** `scheme` and what follows it: `ollama://qwen2.5:7b`. */
  readonly schemes?: readonly SchemeForm[];
  /** Schemes of libraries that stand before an `owner/name` of the Hub: `hf-hub:`. */
  readonly idSchemes?: readonly string[];
  /** A path that no other registry has, with a slash or a point in it: `@cf/meta/llama-3-8b-instruct`. */
  readonly ownPath?: (value: string) => OwnPath | undefined;

  // Where it lives.

  /** Its models run where the project runs, unless something says otherwise. True of each library and of files. */
  readonly runsHere?: boolean;
  /**
   * A server on the user's own machine gets and keeps its weights: a product that names one does not carry them.
   */
  readonly isFetchedByItsServer?: boolean;
  /** The host that calls to its models go to, where that has another name. */
  readonly calledAt?: string;
  /** Owners in its ids of the form `owner/name` are called otherwise than on the Hub: `meta/` for `meta-llama/`. */
  readonly namesOwners?: boolean;
  /** The models of others that it sells have names of a form of its own there, which their makers do not know. */
  readonly renamesOthers?: boolean;
  /** Its name is that of a cloud of which models are only a part: what is called after it may ask another service. */
  readonly isWholeCloud?: boolean;
  /** A hub whose ids are no others' though they look alike: what is called there is called by them. */
  readonly hasOwnIds?: boolean;

  /** Hosts of the addresses of single models, and how their paths are read. */
  readonly addresses?: readonly AddressForm[];
  /** Parts of the addresses of its API, behind which a path may name a model. */
  readonly apiHosts?: readonly string[];

  // How a program speaks to it.

  /** Classes of clients that speak to it unless they are given another address. */
  readonly clients?: readonly string[];
  /** Its clients speak a protocol of its own, so that one of OpenAI's is not what it is commonly asked with. */
  readonly hasOwnProtocol?: boolean;
  /** Where its own clients speak to, as the texts that use one show it, unless another address is given. */
  readonly homes?: readonly ClientHome[];
  /** Modules that such clients are imported from, where their names are not the registry's. */
  readonly modules?: readonly string[];
  /**
   * What makes its client in languages whose clients are not told by a class with arguments: `OpenAIOkHttpClient`,
   * `NewClientWithConfig(`.
   */
  readonly makers?: readonly string[];
  /** Packages that such clients come from, as texts import them. */
  readonly packages?: readonly string[];
  /** Constants of its clients that stand for its models. */
  readonly constants?: readonly ConstantsDefinition[];
  /**
   * Other ways to write a name of which only letters and digits are known, as its clients call their constants:
   * `claude35sonnet` for `sonnet35`.
   */
  readonly respelled?: (letters: string) => readonly string[];
  /**
   * The module of its name loads weights as well as it calls, or is that of a whole vendor: it says nothing by
   * itself.
   */
  readonly hasBroadModule?: boolean;
  /** Functions of query languages that call its models. */
  readonly queryCalls?: RegExp;
  /** Statements of query languages that have it run a model, from their first word up to the model's name. */
  readonly queryStatements?: readonly RegExp[];
  /** Functions that make a model of a name: `openai('gpt-4o')`, as in the AI SDK. */
  readonly factories?: readonly string[];
  /** Factories whose first argument is a model whatever it looks like: `lmnt.speech('aurora')`. */
  readonly speechFactories?: readonly string[];
  /** Calls that take a model. */
  readonly loaders?: readonly LoaderDefinition[];
  /** Programs of the command line that take a model. */
  readonly programs?: readonly ProgramDefinition[];
  /** An address at which it passes calls on to the provider that the path names, in the first group. */
  readonly passesOn?: RegExp;
  /** Addresses at which its operator serves something else, where one name of a machine has both. */
  readonly otherAddresses?: RegExp;
  /** Environment variables, as written, that set it up. */
  readonly environment?: readonly string[];
  /** Environment variables that its client libraries read another address from. */
  readonly addressVariables?: readonly string[];
  /** Environment variables that turn the client of another service to this one. */
  readonly switches?: readonly SwitchDefinition[];
  /**
   * Other words of texts that talk to it: addresses, packages, classes. In lower case, compared as parts of the text.
   */
  readonly marks?: readonly string[];
  /** Marks that a `/` behind makes the prefix of one name. */
  readonly prefixMarks?: readonly string[];
  /** Files that set up its cloud and nothing else: what they name is asked for there. */
  readonly files?: RegExp;
  /** What stands beside the name of a model that a deployment runs: `format: OpenAI`. */
  readonly deploymentEntry?: RegExp;
  /** Words of keys and calls that say that what they name is of this registry: `groq_model`. */
  readonly keyWords?: readonly string[];

  // How its names look, and what they mean elsewhere.

  /** Forms of the names that the service gives its own models. */
  readonly names?: readonly NameForm[];
  /** What it puts before the names that other services have for their models. */
  readonly namePrefix?: string;
  /** Its names have the form `owner/name`, like the Hub's. */
  readonly takesHubIds?: boolean;
  /** Whose models it sells under the names that their makers gave them. */
  readonly resells?: readonly Registry[];
  /**
   * Those of them of whose models it runs only the ones whose weights are published: GroqCloud has `gpt-oss`, and
   * never `gpt-4o`.
   */
  readonly resellsOnlyWeightsOf?: readonly Registry[];
  /** Its repositories hold files of weights that texts name apart from them. */
  readonly holdsFiles?: boolean;
  /** Its names may be plain words that architectures have too. */
  readonly hasPlainNames?: boolean;
  /** Its names are like no other words once a text has loaded one. */
  readonly hasDistinctNames?: boolean;
  /** Its names are ordinary words (`tiny`, `base`), which say nothing without the registry. */
  readonly needsContext?: boolean;

  // How the catalog is asked.

  /** Other spellings of its names. Without a rule only the spellings that the catalog lists are known. */
  readonly spelling?: SpellingRule;
  /** It runs models of the Hub or of other services under the names that they have there. */
  readonly servesOthers?: boolean;
  /** That a project may register networks of its own, which are built by the same call under their names. */
  readonly buildsOwn?: boolean;
  /** A name of no known form is tried as one of its dated or `-latest` names; lower numbers first. */
  readonly triedWithoutForm?: number;
}

/** `GOOGLE_GENAI_USE_VERTEXAI=true` */
export interface SwitchDefinition {
  readonly variable: string;
  /** Whose client is turned. */
  readonly from: Registry;
  /** What a text says that makes the client itself, whatever the variable says. */
  readonly unless: RegExp;
  /** What the manifest of a program says that uses such clients. */
  readonly packages: RegExp;
  /** What code says that makes a client of the service which is turned to. */
  readonly makes: RegExp;
  /** What code says that makes one of the service which is turned. */
  readonly makesFrom: RegExp;
  /** What the client of the service which is turned is given alone, and that of the other with its own word. */
  readonly key: RegExp;
}

/** A form of the names of one service. */
export interface NameForm {
  readonly start: string;
  /** What must follow directly: a digit, one of the words of such names, or anything that fits (also nothing). */
  readonly then: 'digit' | 'word' | 'any';
  /** The whole name must fit this, instead of what may follow a start. */
  readonly whole?: RegExp;
  /** A name with a size (`qwen-7b`) is that of open weights, whoever serves it, and none of the service's own. */
  readonly isUnsized?: boolean;
  /** The name is one of programs too: the text must speak of one of these for it to be meant. */
  readonly subjects?: readonly string[];
}

/** A path that is one registry's own. */
export interface OwnPath {
  /** What to look up. */
  readonly id: string;
  /** The form is the service's own and nothing else's. */
  readonly certain: boolean;
  /** Where the name starts, when something else stands before it. */
  readonly start?: number;
  /** It is this model even in a place for other things, such as images of containers. */
  readonly isAnywhere?: boolean;
  /** It is the image of a container: its model runs where the project runs it, whatever the registry serves. */
  readonly isImage?: boolean;
}

export interface SchemeForm {
  readonly scheme: string;
  /** What follows the scheme; its first group is the id, else all of it. */
  readonly name: RegExp;
}

export interface AddressForm {
  /** The whole host, in lower case. */
  readonly host?: string;
  /** For hosts with a region or an account in their name. */
  readonly isHost?: (host: string) => boolean;
  readonly read: AddressReader;
  /** Texts write this address without a scheme too. */
  readonly isBare?: boolean;
}

/** Constants of one package, or of packages alike, that stand for models: `openai.GPT4o`, `ChatModel.GPT_4O`. */
export interface ConstantsDefinition {
  /** What texts say that use such a package. */
  readonly packages: RegExp;
  /**
   * Names of the types and modules that they are members of, directly or in types within; `''` where the type may be
   * left out: `.gpt4`.
   */
  readonly qualifiers: readonly string[];
  /** What their names begin with beside the model's. */
  readonly leads?: readonly string[];
  /** Those whose names do not tell the model's. */
  readonly named?: Readonly<Record<string, string>>;
  /** The registry whose names they spell, where another one runs the models. */
  readonly spells?: Registry;
  /** What the one that runs the models puts before such a name: `anthropic.` */
  readonly front?: string;
  /** Names without a number are those of models as well: `MISTRAL_LARGE`. */
  readonly hasWords?: boolean;
  /** They have what loads the weights, so that whoever names one has it loaded: `pipelines.MMS_FA.get_model()`. */
  readonly areLoaded?: boolean;
  /** What a name comes to where its letters do not tell the id: `anthropic.claude-v2` for `ANTHROPIC_CLAUDE_V2`. */
  readonly idOf?: (name: string) => string;
}

/** A call that takes a model: from the documentation of its library. */
export interface LoaderDefinition {
  readonly names: readonly string[];
  readonly role: Role;
  readonly library: string;
  /** Positions of the model among the arguments. */
  readonly positions: readonly number[];
  /** Keywords of the model. */
  readonly keywords: readonly string[];
  /** Words of which the receivers must have one, where the name alone says too little. */
  readonly receivers?: readonly string[];
  /** With such a receiver, no other loader of the name is meant. */
  readonly isOnly?: boolean;
  /** Owner that the library puts before a name without one. */
  readonly completes?: string;
  /** The name is another thing's too: only a model that is written in place shows that this is meant. */
  readonly literalOnly?: boolean;
  /** A word in lower case that the text must have: the calls of others are named so as well. */
  readonly onlyWith?: string;
  /** Words in lower case of which a text has one, where the name is no other thing's: what imports the library. */
  readonly ownWith?: readonly string[];
}

/** A program that takes a model as a word of its own, or whose `-m` means a model. */
export interface ProgramDefinition {
  readonly program: string;
  readonly role: Role;
  /** Words behind the program, one of which must come first; `undefined` for programs that take the model directly. */
  readonly subcommands: ReadonlySet<string> | undefined;
  /** Words that may stand between the subcommand and its operands: `lmdeploy serve api_server NAME`. */
  readonly modes: ReadonlySet<string>;
  /** How many of the operands name models. */
  readonly operands: number;
  /** Short flags that mean a model here. */
  readonly flags: ReadonlySet<string>;
  /** The program's `--model` is of this registry and no other. */
  readonly ownsOption: boolean;
}
