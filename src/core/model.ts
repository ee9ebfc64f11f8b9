import type {
  Component,
  Confidence,
  LicenseCategory,
  LineageRelation,
  OpennessLevel,
  Registry,
} from './vocabulary';

/** A license as it is shown beside a model. The whole record is a `LicenseRecord` of the catalog. */
export interface LicenseSummary {
  /** The catalog's key: the Hub's where there is one, `none-stated` where the card states none. */
  readonly key: string;
  readonly spdx: string | null;
  readonly name: string;
  readonly url: string | null;
  readonly category: LicenseCategory;
  readonly commercialUse: 'yes' | 'no' | 'conditional' | 'unknown';
}

export interface Evidence {
  /** The fact: `license`, `openness`, `publisher`, `origin`, `lineage`, `released`, `status` … */
  readonly fact: string;
  /** Where it was read, specific enough to go and check. */
  readonly source: string;
  /** The day of that source, `YYYY-MM-DD`, or `YYYY-MM` where only the month is known. */
  readonly date: string;
  readonly confidence: Confidence;
  /** Which link of the look-up chain supplied it. */
  readonly origin: 'catalog' | 'hub' | 'local file' | 'policy override' | 'inferred';
  /** The source records the Hub's tags and not the text of the card: no license there is no tag, not no license. */
  readonly tagsOnly?: true;
}

export interface ModelStatus {
  /** `unknown` where no page and no list tells of the name at the host that is asked for, or what they told is over. */
  readonly state: 'active' | 'deprecated' | 'retired' | 'renamed' | 'unknown';
  /** The day it was or will be retired. */
  readonly date?: string;
  readonly successor?: string;
  /** The earliest day on which it may be retired, where no end is announced. */
  readonly endsNotBefore?: string;
}

/** Where a model or one of its bases comes from. */
export interface OriginLink {
  /** Id of the model; of a base that only a name hints at, the name of its maker's models: `Qwen`. */
  readonly model: string;
  readonly organization: string | null;
  readonly country: string | null;
  /**
   * Only a name hints at this base: no source records what the model, or the last of its bases, was made from. Of the model itself, only
   * the name that somebody chose for it hints at its maker.
   */
  readonly probable?: true;
}

/** The link of a model itself where only the name that somebody chose for it hints at its maker. */
export function hintOfOwnName({ id, origin }: Pick<Model, 'id' | 'origin'>): OriginLink | undefined {
  return origin.find(({ model, probable }) => probable === true && model === id);
}

/**
 * What is known of one model: the shape that `lookup` prints and every surface shows. `null` means not known;
 * an empty list means known to have none.
 */
export interface Model {
  readonly id: string;
  readonly name: string;
  readonly registry: Registry;
  readonly aliases: readonly string[];
  readonly publisher: { readonly id: string; readonly name: string; readonly country: string | null } | null;
  /** The model itself first, then its bases, each with who released it and from which country (ISO 3166-1 alpha-2). */
  readonly origin: readonly OriginLink[];
  readonly openness: {
    readonly level: OpennessLevel | 'unknown';
    readonly components: Readonly<Partial<Record<Component, boolean>>>;
  };
  readonly license: {
    readonly declared: LicenseSummary | null;
    readonly effective: LicenseSummary | null;
    /** Licenses that hold for the weights beside the declared one, all at the same time; left out where there are none. */
    readonly also?: readonly LicenseSummary[];
    /** The words that the model's own copy of the license asks to show, where they differ from those of the license's record. */
    readonly phrase?: string;
    /** The license of the code, where it is known to be another one than that of the weights. */
    readonly code?: LicenseSummary;
  };
  readonly lineage: readonly {
    readonly model: string;
    readonly relation: LineageRelation;
    readonly license: string | null;
    /**
     * Of a base that the project's policy states: that nobody recorded it, or the license that it is under. What its name lets one
     * conclude is no more than that.
     */
    readonly open?: 'model' | 'license';
  }[];
  readonly task: string | null;
  /** Number of parameters. */
  readonly parameters: number | null;
  readonly released: string | null;
  /** The day on which its repository was created on the Hub; left out where the day of its release is known, or neither. */
  readonly created?: string;
  readonly gated: boolean | null;
  /** Codes of ISO 639 of the languages its card names, `multilingual` where it names none in particular; left out where not known. */
  readonly languages?: readonly string[];
  readonly status: ModelStatus;
  /** Set for a re-packed copy (GGUF, MLX, AWQ …): the model it is a copy of. */
  readonly copyOf: string | null;
  /** Facts on which sources contradict each other, so that the contradiction is shown and not hidden. */
  readonly contradictions: readonly string[];
  readonly evidence: readonly Evidence[];
}

/**
 * Whether anybody recorded a model, or a host its name: what is only inferred from a name, as its owner is, makes it no known one. Nor
 * does the day on which a host ends a name: that tells neither what it runs nor whose that is.
 */
export function isRecorded(model: Pick<Model, 'evidence' | 'publisher' | 'status'>): boolean {
  const { evidence, status } = model;
  if (isOnlyDated(model)) return false;
  return (
    status.state !== 'unknown' ||
    evidence.length === 0 ||
    evidence.some(
      ({ fact, origin }) => origin === 'policy override' || (fact !== 'origin' && origin !== 'inferred'),
    )
  );
}

/** Whether nothing is known of a name but that a host ended it, will end it, or promised it for a time that is over. */
export function isOnlyDated({
  evidence,
  publisher,
  status,
}: Pick<Model, 'evidence' | 'publisher' | 'status'>): boolean {
  const isDated = evidence.length > 0 && evidence.every(({ fact }) => fact === 'status');
  return isDated && publisher === null && status.state !== 'active';
}

/** Whether more is known of a model than its name suggests. */
export function isKnown(model: Model | undefined): model is Model {
  return model !== undefined && isRecorded(model);
}

/**
 * The base that the policy states for a model, or for one that this is made from, and of which nobody recorded anything, or not the
 * license.
 * @param isCalled whether the license of weights has no say
 */
export function openBaseOf(
  { lineage }: Pick<Model, 'lineage'>,
  isCalled: boolean,
): Model['lineage'][number] | undefined {
  return lineage.find(({ open }) => open === 'model' || (open === 'license' && !isCalled));
}

/** What a model's declared license rests on; `undefined` where nothing says. */
export function licenseEvidence({ evidence }: Pick<Model, 'evidence'>): Evidence | undefined {
  return evidence.find(({ fact }) => fact === 'license');
}

/** Whether a license is only concluded from that of the model it is a re-packed copy of: any statement of its own goes before it. */
export function hasLicenseOfOriginal(model: Pick<Model, 'copyOf' | 'evidence'>): boolean {
  return model.copyOf !== null && licenseEvidence(model)?.origin === 'inferred';
}

/**
 * What is left of a model's licenses: that in effect, and where its own repository states several that hold at once,
 * all of these.
 */
export function licensesInEffect({
  license: { declared, effective, also = [] },
}: Pick<Model, 'license'>): readonly LicenseSummary[] {
  const stated = also.length === 0 ? [] : [declared, ...also].filter((own) => own?.key !== effective?.key);
  return [effective, ...stated].filter((license) => license !== null);
}

/** The keys of all licenses that are in effect, joined as SPDX joins what holds at once; `null` where none is known. */
export function effectiveKeys(model: Pick<Model, 'license'>): string | null {
  const keys = licensesInEffect(model).map(({ key }) => key);
  return keys.length === 0 ? null : keys.join(' AND ');
}

/** The keys of all licenses that a model's own repository puts its weights under, joined as SPDX joins what holds at once; `null` where none is known. */
export function declaredKeys({ license: { declared, also = [] } }: Pick<Model, 'license'>): string | null {
  return declared === null ? null : [declared, ...also].map(({ key }) => key).join(' AND ');
}
