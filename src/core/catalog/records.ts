/**
 * The catalog's records: the shapes of the YAML under `src/catalog`, which people edit, and of the compiled catalog.
 * `null` always means "not read", never "no".
 */
import type { FamilyName, FamilyNames } from './familyNames';
import type {
  Component,
  Confidence,
  LicenseCategory,
  LineageRelation,
  OpennessLevel,
  Registry,
} from '../vocabulary';
import type { HostAddress } from './hostAddress';
import type { HostRecord, ServiceRecord } from './hostRecords';

// ── Licenses ────────────────────────────────────────────────────────────────────────────────────────────────────

export type Right =
  | 'use'
  | 'reproduce'
  | 'modify'
  | 'distribute'
  | 'sublicense'
  | 'commercial-use'
  | 'patent'
  | 'hosted-service'
  | 'fine-tune'
  | 'merge'
  | 'quantize'
  | 'distill'
  | 'use-outputs'
  | 'train-on-outputs';

export type Obligation =
  | 'include-license'
  | 'include-notice'
  | 'retain-copyright'
  | 'give-credit'
  | 'display-phrase'
  | 'name-prefix'
  | 'state-changes'
  | 'disclose-source'
  | 'share-alike'
  | 'pass-on-restrictions'
  | 'follow-use-policy'
  | 'register';

export type Restriction =
  | 'non-commercial'
  | 'research-only'
  | 'no-derivatives'
  | 'no-redistribution'
  | 'field-of-use'
  | 'no-competing-training'
  | 'revocable'
  | 'runtime-update'
  | 'no-additional-terms';

/**
 * When a clause starts to matter. `use` is any use at all, also internal; `product-use` is offering others a product or
 * service that uses the model, also where somebody else hosts it.
 */
export type Trigger =
  | 'use'
  | 'product-use'
  | 'hosted-service'
  | 'distribution'
  | 'derivative'
  | 'output-training'
  | 'output-use';

export interface RightTerm {
  readonly right: Right;
  readonly value: 'allowed' | 'conditional' | 'denied' | 'silent';
  /** The clause it comes from, as the text numbers it: `s.1.b.i`. `null` where it was not located. */
  readonly clause: string | null;
  /** For `conditional`: what has to be had before the right can be used at all, whatever the project's size. */
  readonly needs?: RightNeed;
  readonly note?: string;
}

/** An agreement or authorization of the publisher, a registration with it, or use inside its own framework only. */
export type RightNeed = 'agreement' | 'registration' | 'framework';

export interface ObligationTerm {
  readonly obligation: Obligation;
  readonly triggers: readonly Trigger[];
  readonly clause: string | null;
  /** The exact words the license wants to be shown or shipped, or the prefix a name must have. */
  readonly text?: string;
  /** Other words that do as well. */
  readonly alternatives?: readonly string[];
  /** Set where the duty starts only with commercial use, or only above a {@link Threshold}. */
  readonly condition?: 'commercial-use' | 'above-threshold';
  /** For `share-alike`: the keys of other licenses under which the text, or its steward's list, lets a derivative go. */
  readonly accepts?: readonly string[];
  readonly note?: string;
}

export interface RestrictionTerm {
  readonly restriction: Restriction;
  readonly triggers: readonly Trigger[];
  readonly clause: string | null;
  /** For `no-competing-training`: only models that compete with the licensed one, or with its maker's, are meant. */
  readonly competingOnly?: boolean;
  /** For `field-of-use`: the uses that are barred, in the words of `src/catalog/schemas/license.schema.json`. */
  readonly uses?: readonly string[];
  readonly note?: string;
}

/** A size of user or business above which the grant stops or changes. */
export interface Threshold {
  readonly metric:
    | 'monthly-active-users'
    | 'annual-revenue'
    | 'annual-revenue-usd'
    | 'monthly-revenue-usd'
    | 'company-size'
    | 'other';
  readonly amount: number;
  /** ISO 4217 code of the amount of `annual-revenue`. */
  readonly currency?: string;
  /** The amount itself is above the limit: “USD 10 million or more”. */
  readonly inclusive?: boolean;
  /** `at-release`: tested once, on the model's release date. `continuous`: tested all the time. */
  readonly measured: 'at-release' | 'continuous' | 'unknown';
  readonly consequence: 'separate-license' | 'no-rights' | 'display-credit' | 'other';
  readonly text: string;
  readonly clause: string | null;
}

/** A place whose people or companies the grant leaves out. */
export interface RegionLimit {
  /** ISO 3166-1 alpha-2, or `EU`. */
  readonly regions: readonly string[];
  /** `multimodal`: only models that take more than text. */
  readonly appliesTo: 'all' | 'multimodal';
  /** Whether only people domiciled and companies seated there are left out, and nobody for offering something there. */
  readonly bySeat?: boolean;
  /** For `multimodal`: whether all models that came under the license take more than text, or none. Left out where some do. */
  readonly multimodalModels?: 'all' | 'none';
  /** For `multimodal`: parameters of the smallest model that takes more than text. What is smaller was made from one that does not. */
  readonly multimodalFrom?: number;
  readonly text: string;
  readonly clause: string | null;
}

/** The law that a text chooses, and the courts or the arbitration it names. */
export interface GoverningLaw {
  /** `null` where the text was read and chooses none. */
  readonly law: string | null;
  readonly clause: string | null;
  readonly disputes?: string;
}

/** Something that ends a license. */
export interface Ending {
  /** `suit`: over the material at all; `ip-suit`: over intellectual property; `notice`: the licensor says so, without a reason. */
  readonly cause: 'breach' | 'patent-suit' | 'ip-suit' | 'suit' | 'notice' | 'guardrail-removal';
  /** `ends`: by itself. */
  readonly effect: 'ends' | 'may-end' | 'patent-grant-ends';
  readonly clause: string | null;
  /** Days within which a breach can be mended, so that the license goes on or comes back. */
  readonly cureDays?: number;
  readonly note?: string;
}

export interface LicenseEvidence {
  readonly source: string;
  readonly sections?: string;
  readonly date: string;
}

export interface LicenseRecord {
  readonly key: string;
  /** Other names: Hub `license_name` values, SPDX ids, ScanCode keys, common spellings. Compared without case. */
  readonly aliases: readonly string[];
  readonly spdx: string | null;
  readonly name: string;
  readonly version: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly category: LicenseCategory;
  /** A family tag (`cc`, `gpl`, `openrail`): the key alone does not say which text. */
  readonly family: boolean;
  readonly commercialUse: 'yes' | 'no' | 'conditional' | 'unknown';
  readonly commercialCondition: string | null;
  readonly rights: readonly RightTerm[];
  readonly obligations: readonly ObligationTerm[];
  readonly restrictions: readonly RestrictionTerm[];
  readonly thresholds: readonly Threshold[];
  readonly regions: readonly RegionLimit[];
  readonly covers: readonly ('weights' | 'code' | 'outputs' | 'data' | 'documentation')[];
  readonly meets: {
    readonly osi: boolean | null;
    readonly openWeightDefinition: boolean | null;
    /** Against the Commission's guidelines of 18 July 2025, para 76-92; an inference, to be shown as one. */
    readonly aiActOpenSource: 'qualifies' | 'disqualified' | 'arguable' | null;
    readonly aiActReasons: readonly string[];
  };
  /** Of a service: where its terms hold its callers to the terms of the models themselves. Left out where they were not read to. */
  readonly modelTerms?: { readonly clause: string | null };
  /** Left out where it was not read. */
  readonly governingLaw?: GoverningLaw;
  /** Empty where the text was read and names nothing; left out where it was not read. */
  readonly termination?: readonly Ending[];
  readonly summary: string;
  readonly verification: 'verified' | 'partial' | 'unverified';
  readonly notes: string | null;
  readonly evidence: readonly LicenseEvidence[];
}

// ── Organizations ───────────────────────────────────────────────────────────────────────────────────────────────

export interface OrganizationRecord {
  readonly id: string;
  readonly name: string;
  readonly kind: 'company' | 'university' | 'public-body' | 'nonprofit' | 'community' | 'person' | 'unknown';
  /** Country of its headquarters, ISO 3166-1 alpha-2; `null` where no source was read or there is none (a community). */
  readonly country: string | null;
  /** The organization that decides, where another one does. */
  readonly parent: string | null;
  /** Owner names by registry, without case: `huggingface:meta-llama`. */
  readonly owners: readonly string[];
  /** What the other facts rest on, where they need a word: the university a person works at, the partners of a project. */
  readonly note?: string;
  readonly sources: readonly Source[];
}

// ── Models ──────────────────────────────────────────────────────────────────────────────────────────────────────

export interface Source {
  /** Key of `src/catalog/sources.yaml`, or an address specific enough to go and check. */
  readonly source: string;
  readonly date: string;
  readonly facts: readonly string[];
  readonly confidence: Confidence;
}

export interface ModelRecord {
  /** The canonical id: on the Hub `owner/name` with its present spelling, elsewhere the publisher's own name. */
  readonly id: string;
  readonly registry: Registry;
  readonly name: string | null;
  /** Id of an {@link OrganizationRecord}. */
  readonly publisher: string | null;
  /** License key; `none-stated` where the card states none; `null` where it is not known. */
  readonly license: string | null;
  /** Key of the license of its code, where that is known to be another one than that of the weights. */
  readonly codeLicense?: string | null;
  /** Keys of further licenses that hold for the weights at the same time: whoever uses them has to meet all. */
  readonly alsoLicenses?: readonly string[];
  /** The words that the model's own copy of its license asks to show, where the record of the license has those of another model. */
  readonly displayPhrase?: string | null;
  readonly openness: OpennessLevel | null;
  readonly components: Readonly<Partial<Record<Component, boolean>>>;
  readonly lineage: readonly { readonly model: string; readonly relation: LineageRelation }[];
  /** The model this is a re-packed copy of. */
  readonly copyOf: string | null;
  readonly task: string | null;
  readonly multimodal: boolean | null;
  readonly parameters: number | null;
  readonly released: string | null;
  /** The day on which its repository was created on the Hub, where no source tells the day of its release. */
  readonly created?: string | null;
  readonly gated: boolean | null;
  /** Codes of ISO 639 of the languages its card names, `multilingual` where it names none in particular. */
  readonly languages?: readonly string[] | null;
  readonly status: {
    readonly state: 'active' | 'deprecated' | 'retired';
    readonly date?: string;
    readonly successor?: string;
  };
  /** Other spellings, `registry:spelling` (`ollama:llama3.1`, `huggingface:old/name`); a bare spelling is of the record's own registry. */
  readonly aliases: readonly string[];
  readonly contradictions: readonly string[];
  readonly sources: readonly Source[];
}

/**
 * What may be said of a name that has no record of its own: all members of a family under one owner share it, but for
 * the exceptions. Everything a rule supplies is marked `inferred`.
 */
export interface FamilyRule {
  readonly id: string;
  readonly registry: Registry;
  /** Glob over the lower-cased id: `qwen/qwen3-*`. */
  readonly match: string;
  readonly except: readonly string[];
  readonly publisher: string | null;
  readonly license: string | null;
  readonly openness: OpennessLevel | null;
  readonly sources: readonly Source[];
}

// ── The whole ───────────────────────────────────────────────────────────────────────────────────────────────────

export interface CatalogRecords {
  /** The day of the newest source, `YYYY-MM-DD`. */
  readonly date: string;
  readonly models: readonly ModelRecord[];
  readonly licenses: readonly LicenseRecord[];
  readonly organizations: readonly OrganizationRecord[];
  readonly families: readonly FamilyRule[];
  readonly hosts: readonly HostRecord[];
  readonly familyNames: FamilyNames;
  /** Address and license of each named source. */
  readonly sources: Readonly<
    Record<
      string,
      {
        readonly title: string;
        readonly url: string | null;
        readonly license: string | null;
        readonly date: string;
        /** What is said in its name is concluded from other facts, not read. */
        readonly inferred?: boolean;
        /** It records the Hub's tags, not the text of the cards. */
        readonly tagsOnly?: true;
      }
    >
  >;
}

/** How new each part of a catalog is: the newest day, `YYYY-MM-DD`, that anything in it rests on; `''` for an empty part. */
export interface CatalogDates {
  /** Models, also those that only a rule of their family tells of. */
  readonly models: string;
  /** Who runs models for others, under which names and until when. */
  readonly services: string;
  readonly licenses: string;
}

/** How a spelling led to a record. */
export interface Resolution {
  readonly record: ModelRecord;
  readonly registry: Registry;
  /**
   * `id` and `alias` are written in the catalog; `spelling` follows a registry's spelling rule to a record (region prefix,
   * date, tag, quantization suffix); `family` has no record, only a {@link FamilyRule} (the record is made from it).
   */
  readonly via: 'id' | 'alias' | 'spelling' | 'family';
  /** True when the spelling is a name that the record's repository on the Hub had before. */
  readonly renamed: boolean;
}

/** The index over the records. Look-ups are constant-time and compare without case. */
export interface Catalog {
  /** The day of the newest source, `YYYY-MM-DD`. */
  readonly date: string;
  readonly dates: CatalogDates;
  /**
   * The record a spelling leads to, or `undefined`. With a registry, only spellings of that registry (and, for a
   * gateway, of the registries it forwards to); without, any.
   */
  resolve(spelling: string, registry?: Registry): Resolution | undefined;
  /** Whether a spelling is written in the catalog as an id or alias of this registry: no rule of spelling is asked. */
  isWritten(spelling: string, registry: Registry): boolean;
  model(id: string): ModelRecord | undefined;
  /** By key, SPDX id or alias, without case. */
  license(name: string): LicenseRecord | undefined;
  organization(id: string): OrganizationRecord | undefined;
  /** Who owns a namespace of a registry, for example `owner('huggingface', 'meta-llama')`. */
  owner(registry: Registry, name: string): OrganizationRecord | undefined;
  host(id: string): HostRecord | undefined;
  /** The host that answers at an address, or `undefined` when nobody knows it: it is then a host of its own. */
  hostAt(address: HostAddress): HostRecord | undefined;
  /** What a host's calendar says of a name; one that it does not list has not ended by that. */
  service(host: string, name: string): ServiceRecord | undefined;
  readonly hosts: readonly HostRecord[];
  /** The known name that a misspelled one was probably meant to be; `undefined` for a known name. */
  nearest(name: string, registry: Registry): string | undefined;
  /** The known name of a registry that has just these letters and digits, in lower case, where there is one. */
  spelledOf(letters: string, registry: Registry): string | undefined;
  /** The known owner on the Hub that another owner's name only looks like. */
  imitated(owner: string): string | undefined;
  /** The restricted family whose name a model of another publisher carries: a hint at its lineage, and no more. */
  familyNameIn(id: string): FamilyName | undefined;
  /** The lines of makers' models whose names an id carries, whatever their terms are: hints at where it comes from. */
  linesIn(id: string): readonly FamilyName[];
  readonly models: readonly ModelRecord[];
  readonly licenses: readonly LicenseRecord[];
  readonly organizations: readonly OrganizationRecord[];
  readonly sources: CatalogRecords['sources'];
}
