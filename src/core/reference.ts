import type { Message } from './message';
import type { TextRange } from './text/range';
import type { Confidence, Context, Registry, Role, Where } from './vocabulary';

/** The revision a text asks for beside a model id. */
export interface RevisionPin {
  /** As written: a commit, tag, branch or digest. */
  readonly value: string;
  /** True for a commit hash or digest, which cannot move; false for a branch or tag. */
  readonly immutable: boolean;
}

/** One place in a text that names a model. */
export interface ModelReference {
  readonly range: TextRange;
  /** Exactly the characters of `range`. */
  readonly text: string;
  /**
   * The id to look up. Equal to `text` in the common case; differs where the text alone is not the id: a variable whose
   * value is known, a short name that its library completes, a URL.
   */
  readonly id: string;
  readonly registry: Registry;
  readonly role: Role;
  /**
   * Who runs the model for the one who calls it, or would: the id of a host, `self` for this project's own machines, the name
   * in the address of a server that nobody knows. `null` where nothing says it.
   */
  readonly host: string | null;
  /**
   * Where a called model is processed, as the text tells: the region of a setting (`eu-central-1`), or the name in the address of
   * the host, never with a user or password. Absent where the text tells nothing.
   */
  readonly region?: string;
  /** The regions that it may be, where the text sets several and leaves open which is that of the call. Absent where it tells one. */
  readonly possibleRegions?: readonly string[];
  /** The region is what another file has where nobody sets another. */
  readonly isRegionDefault?: true;
  /** The regions of other files that its client is given, where the text has none for it. */
  readonly regionsBy?: readonly ClientName[];
  /** The type of the deployment that runs it, `GlobalStandard`, as the text writes it. Absent where it tells none. */
  readonly deploymentType?: string;
  /** The gateway that passes the call on to the host, and sees it too. Absent where the text tells of none. */
  readonly via?: string;
  /** The services that alone a host which passes calls on may hand this one to, as the text says. Absent where it leaves that open. */
  readonly passedTo?: readonly string[];
  /** Other hosts that the call may go to: the program also gives its client their addresses, and nothing says when. */
  readonly otherHosts?: readonly string[];
  /** The license that a record says beside a model whose weights are used, in lower case. Absent where it says none. */
  readonly license?: string;
  /** The text says which model a deployment runs: the name is none that its owner chose. */
  readonly isDeployed?: true;
  /** The part of the project that the text belongs to. */
  readonly context: Context;
  /** What decided role, host and context, in this order. */
  readonly why: readonly Message[];
  readonly where: Where;
  readonly confidence: Confidence;
  /** Why this is a model name, most telling first: `loader:transformers.from_pretrained`, `key:base_model`, `catalog`. */
  readonly evidence: readonly string[];
  readonly revision?: RevisionPin;
  /** The canonical id when the catalog has a record or a rule for the name. */
  readonly model: string | null;
  /** The names that lead to the value in code, from the outermost: `MODELS`, `chat`. Absent where it has none. */
  readonly keptAs?: readonly string[];
  /** The type whose member the value is, where {@link keptAs} does not say it: a loop of another file may get each. */
  readonly memberOf?: string;
  /** The text does nothing with the name, but a server's address is kept beside: others may ask for it elsewhere. */
  readonly isOnlyKept?: true;
  /** The client of another file that asks for it, or the address of one, where the text leaves open whom that asks. */
  readonly askedBy?: ClientName;
  /** Set where the text only uses a name that another place defines: `range` is the use, this is the definition. */
  readonly definedAt?: TextRange;
}

/** A client of another file, by the names that lead to it. */
export interface ClientName {
  /** The module that has it, as written; `.` for what a text has from the files beside it without a word. */
  readonly module: string;
  /**
   * The name that it has there, and the member of it that is called: `llm` of `app` may be a module with a `client`.
   * `default` for what a module gives to who imports it without braces.
   */
  readonly path: readonly string[];
  /** It is the address of a request that is written out, which goes to whom it may. */
  readonly isOfRequest?: true;
}

/** A client that other files may call by its name, or an address that they may give theirs. */
export interface NamedClient {
  readonly name: string;
  /** Whom it asks; `null` where the text leaves that open. */
  readonly host: string | null;
  /** Where that processes what it is asked, as the text tells. */
  readonly region?: string;
  /** Where it asks a machine of the project's own; what an address is. */
  readonly address?: string;
  /** It is an address: who is given it asks there. */
  readonly isAddress?: true;
  /** It is a region in place of an address. */
  readonly isRegion?: true;
  /** The program may get another one from outside. */
  readonly isDefault?: true;
  /** Addresses that the program also writes for it, where nothing says which of them is meant. */
  readonly mayBe?: readonly string[];
  /** The client of another file that it is, under a name of this one. */
  readonly from?: ClientName;
  /** The region of another file that it is given. */
  readonly regionBy?: ClientName;
  /** The address of another file in whose place the text puts this one. */
  readonly sets?: ClientName;
}

/**
 * A loader or a request to a service whose model is not written in the text: it is chosen when the program runs, by its
 * name or by what lies at a path.
 */
export interface RuntimeChoice {
  readonly range: TextRange;
  /** The loader or request, for example `transformers.AutoModel.from_pretrained`, `client.responses.create`. */
  readonly loader: string;
  /** The expression that names the model, as written. */
  readonly expression: string;
  /** Set where that is the path of a folder or file of which nothing is known: what lies there decides. */
  readonly isFolder?: true;
  /** Set where that is a name of another file. */
  readonly imported?: ImportedName;
  /**
   * The name is that of a member of a type, which a package may have: no choice, unless a file of the project has it.
   */
  readonly isOfType?: true;
}

/** A model that a file gets from another one by a name. */
export interface ImportedName {
  /** The module or class that has it, as written. */
  readonly module: string;
  /** The names that lead to it there, from the outermost. */
  readonly path: readonly string[];
  /** Who is asked for it; `null` where the file leaves that open. */
  readonly host: string | null;
  /** Where that is a machine of the project's own. */
  readonly address?: string;
  /** The regions that its client is given, as far as the file writes them. */
  readonly regions?: readonly string[];
  /** The names of other files by which it is given them. */
  readonly regionsBy?: readonly ClientName[];
  /** Every member of a type is meant, one after the other. */
  readonly isEach?: true;
  /** The client that is asked for it, where that is of another file, which may tell whom it asks. */
  readonly client?: ClientName;
}

export interface Detection {
  /** The places that name a model, whole or by parts that nothing else names. Sorted by start; no two overlap. */
  readonly references: readonly ModelReference[];
  /**
   * Loaders whose model is named through a variable that another place of the text (or a configuration file) gives its
   * value: `range` is the variable at the loader, `definedAt` the definition; or a name that is put together from such
   * values. For hover; not counted as references.
   */
  readonly uses: readonly ModelReference[];
  readonly runtimeChoices: readonly RuntimeChoice[];
  /** Places that name a path in place of a model: references where something is known of the folder that lies there. */
  readonly folders?: readonly ModelReference[];
  /** Addresses at which models are called that the text does not name: only who runs them can be judged. */
  readonly addresses?: readonly ModelReference[];
  /** The clients that other files may call, and the addresses that these may give theirs. */
  readonly clients?: readonly NamedClient[];
  /** The names under which it registers networks of its own that have no weights. */
  readonly ownClasses?: readonly string[];
}
