import type { Registry } from '../vocabulary';

/**
 * Who runs models for others, and under which names until when: the shapes of `src/catalog/hosts`. A model is not the service
 * that runs it: what ends is a name at a host, while the license of weights belongs to the model.
 */
export interface HostRecord {
  /** As policies and reports name it. A host that is a registry as well has the registry's name. */
  readonly id: string;
  /** How it is called where people read: `Amazon Bedrock`. `null` where its operator's name says it. */
  readonly name: string | null;
  /** Id of the organization that runs it; `null` for the project's own machines. */
  readonly operator: string | null;
  /** Key of the license record of its business terms; `null` where they were not read. */
  readonly terms: string | null;
  /** Places of processing for which other terms hold that were not read, as `regions.places` writes them. Absent where `terms` hold everywhere. */
  readonly termsUnreadIn?: readonly string[];
  /** What settings call it as the provider of a model, beside its id: in lower case and without marks. */
  readonly words: readonly string[];
  /** Addresses without scheme: `api.example.com`, `*.example.com`, `example.com/v1`, `example:4000`. `*` stands for one or more labels. */
  readonly endpoints: readonly string[];
  /** Its own pages that are under no name of its endpoints or its terms: `help.example.com`, `github.com/example`. */
  readonly ownPages?: readonly string[];
  readonly regions: HostRegions;
  /** That it hands a call on to a service of others, which it chooses. Absent for a host that runs what it answers. */
  readonly passesOn?: {
    /** Addresses at which it runs the model itself, as `endpoints` has them. */
    readonly except?: readonly string[];
    readonly source: HostSource;
  };
  /** Registries whose models it runs for others. Empty for one that runs only its own. */
  readonly resells: readonly Registry[];
  readonly names: readonly ServiceRecord[];
  /** Who published a name that is not listed, by how the name begins. What is said by it is inferred. */
  readonly fallback: readonly { readonly prefix: string; readonly publisher: string }[];
  readonly sources: readonly HostSource[];
  /** Absent while the service as a whole goes on. */
  readonly ended?: HostEnd;
}

/** The end of a host's service: every name there ends with it at the latest. */
export interface HostEnd {
  /** The day on which calls begin to fail, `YYYY-MM-DD`. */
  readonly on: string;
  /** What the host says to its callers. */
  readonly note?: string;
  readonly source: HostSource;
}

/** How the place of processing is read, and what is written there by place. */
export interface HostRegions {
  /**
   * `endpoint`: the address tells it; `id-prefix`: the beginning of the name (`eu.`); `setting`: a setting beside the call
   * (`location=`); `operator`: the operator states one for all; `unknown`: nothing tells it.
   */
  readonly from: 'endpoint' | 'id-prefix' | 'setting' | 'operator' | 'unknown';
  /** By address, prefix of the name (`eu.`), region of a setting or label of an address, or under `*` for all: an ISO 3166-1 alpha-2 code, `EU` or `APAC`. */
  readonly places: Readonly<Record<string, string>>;
  /** By prefix of the name or by address, where it leaves open in which of several countries a request is processed: all that it may be, `EU` for its members. */
  readonly spans?: Readonly<Record<string, readonly string[]>>;
  /** By prefix of the name: the countries that a request does not leave where the region that it is sent from lies in one of them. */
  readonly keeps?: Readonly<Record<string, readonly string[]>>;
  /** How a setting beside a call writes a region, as a pattern of the whole name. Absent where no setting tells one. */
  readonly form?: string;
  /** Types of deployments, from the one that reaches furthest to those that stay in their region. */
  readonly deploymentTypes?: readonly DeploymentType[];
}

/** A type of deployment: where it lets requests go from the region that it is in. */
export interface DeploymentType {
  /** A pattern of the names that templates have for it. */
  readonly word: string;
  /** Groups of countries: a request stays in the one that its region lies in. None where it stays in its region. */
  readonly zones: readonly (readonly string[])[];
}

/** One name at a host. `null` means not known. */
export interface ServiceRecord {
  /** As a call names it. Compared without case. */
  readonly id: string;
  /** Other names of the same service at the same host. */
  readonly aliases: readonly string[];
  /** Id of the model record that it runs. */
  readonly model: string | null;
  /** Id of the model record that its name leads to, where none is stated. Absent where that was not compiled. */
  readonly leadsTo?: string | null;
  /** The same of each of its other names, in their order. */
  readonly aliasesLeadTo?: readonly (string | null)[];
  readonly status: ServiceState;
  /** The day on which calls begin to fail, `YYYY-MM-DD`. */
  readonly endsOn: string | null;
  /** The earliest day on which they may, `YYYY-MM-DD`: no end is announced. */
  readonly endsNotBefore: string | null;
  readonly deprecatedOn: string | null;
  /** The name that the host gives in its place. */
  readonly successor: string | null;
  /** What changes for the caller, or what else has to be known. */
  readonly note: string | null;
  readonly source: HostSource;
}

export type ServiceState = 'active' | 'deprecated' | 'retired';

/** A page, and the day on which it was read, `YYYY-MM-DD`. */
export interface HostSource {
  readonly url: string;
  readonly read: string;
}
