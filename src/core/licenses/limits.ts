import type { LicenseRecord, RegionLimit, Restriction, RestrictionTerm, Threshold } from '../catalog/records';
import { message, type Message } from '../message';
import type { ProjectUse } from '../policy/policy';
import { regionsMeet } from '../policy/regions';
import { rightOf, sourceOf } from './terms';

/** `possible`: it turns on something the project does not state, or that only people can judge. */
export type Hit = 'yes' | 'possible' | 'no';

/** A limit of a license, and whether a project's stated use runs into it. */
export interface Limit {
  readonly license: string;
  readonly kind: 'threshold' | 'region' | 'non-commercial' | 'output-training' | 'use-policy' | 'revocable';
  readonly hit: Hit;
  readonly clause: string | null;
  readonly source: string | null;
  /** What the license says, and for a size also when it is measured. */
  readonly text: Message;
  /** For a threshold: its size, when it is measured, and what follows. */
  readonly threshold?: Threshold;
  /** For a region: the places left out. */
  readonly regions?: readonly string[];
  /** For a region: a place of the project that is left out; absent where none is known to be. */
  readonly place?: string;
  /** For a region: whether the license asks where the project has its seat, which the policy does not state. */
  readonly asksSeat?: boolean;
  /** For training on outputs: only models that compete with the licensed one, or with its maker's, are barred. */
  readonly competingOnly?: boolean;
}

/** What is known of the model beside its license. */
export interface ModelTraits {
  /** Whether it takes or gives more than text, or was made from a model under the same license that does; `null` where it is not known. */
  readonly multimodal: boolean | null;
  /** Number of parameters. */
  readonly parameters: number | null;
}

/** Every limit of a license against a project's stated use. A limit that cannot be judged is possible, never absent. */
export function limitsOf(record: LicenseRecord, use: ProjectUse, model: ModelTraits): readonly Limit[] {
  return [
    ...record.restrictions.flatMap((term) => restrictionLimit(record, term, use) ?? []),
    ...outputLimit(record, use),
    ...record.thresholds.map((threshold) => thresholdLimit(record, threshold, use)),
    ...record.regions.map((region) => regionLimit(record, region, use, model)),
  ];
}

function of(record: LicenseRecord, clause: string | null): Pick<Limit, 'license' | 'clause' | 'source'> {
  return { license: record.key, clause, source: sourceOf(record) };
}

// ── Size ────────────────────────────────────────────────────────────────────────────────────────────────────────

function thresholdLimit(record: LicenseRecord, threshold: Threshold, use: ProjectUse): Limit {
  return {
    ...of(record, threshold.clause),
    kind: 'threshold',
    hit: sizeHit(threshold, use),
    text: sizeText(threshold),
    threshold,
  };
}

function sizeText({ measured, text }: Threshold): Message {
  switch (measured) {
    case 'at-release':
      return message('{0} (measured once, at the model’s release)', text);
    case 'continuous':
      return message('{0} (measured all the time)', text);
    case 'unknown':
      return message('{0} (when it is measured was not read)', text);
  }
}

/** A size that was tested at the release date is no longer known to be met by today's number; below it today says little either. */
function sizeHit(threshold: Threshold, use: ProjectUse): Hit {
  const size = sizeOf(threshold, use);
  if (size === null) return 'possible';
  if (!isAbove(size, threshold)) return 'no';
  return threshold.measured === 'at-release' ? 'possible' : 'yes';
}

/** Whether a figure of the project is above a limit. */
export function isAbove(size: number, { amount, inclusive }: Threshold): boolean {
  return size > amount || (inclusive === true && size === amount);
}

/** The project's figure in the unit of a limit; `null` where it states none, or no figure can settle the limit. */
export function sizeOf(threshold: Threshold, use: ProjectUse): number | null {
  if (threshold.metric === 'monthly-active-users') return use.monthlyActiveUsers;
  const currency = currencyOf(threshold);
  const revenue = currency === undefined ? null : revenueIn(currency, use);
  return threshold.metric === 'monthly-revenue-usd' && revenue !== null ? revenue / 12 : revenue;
}

/** The currency of a limit on revenue; `undefined` for another limit. */
export function currencyOf({ metric, currency }: Pick<Threshold, 'metric' | 'currency'>): string | undefined {
  switch (metric) {
    case 'annual-revenue':
      return currency;
    case 'annual-revenue-usd':
    case 'monthly-revenue-usd':
      return 'USD';
    default:
      return undefined;
  }
}

/**
 * Whether the project states its revenue, but not in the currency of a limit on it. What another currency is worth differs from day to day,
 * and no license says whose rate counts.
 */
export function isInOtherCurrency(threshold: Threshold, use: ProjectUse): boolean {
  const isStated = use.annualRevenueUsd !== null || use.annualRevenue !== undefined;
  const currency = currencyOf(threshold);
  return isStated && currency !== undefined && revenueIn(currency, use) === null;
}

function revenueIn(currency: string, { annualRevenueUsd, annualRevenue }: ProjectUse): number | null {
  return currency === 'USD' ? annualRevenueUsd : (annualRevenue?.[currency] ?? null);
}

/** A size in figures and units: `700M MAU`, `USD 20M/month`. */
export function sizeIn({
  metric,
  amount,
  currency = '',
  text,
}: Pick<Threshold, 'metric' | 'amount' | 'currency' | 'text'>): string | Message {
  switch (metric) {
    case 'annual-revenue':
      return message('{0} {1}/year', currencyWord(currency), figure(amount));
    case 'monthly-active-users':
      return message('{0} MAU', figure(amount));
    case 'annual-revenue-usd':
      return message('{0} {1}/year', currencyWord('USD'), figure(amount));
    case 'monthly-revenue-usd':
      return message('{0} {1}/month', currencyWord('USD'), figure(amount));
    default:
      return text;
  }
}

/** Currencies that languages have a word for. */
const CURRENCY_WORDS: Readonly<Partial<Record<string, Message>>> = {
  USD: message('USD'),
  EUR: message('EUR'),
  JPY: message('JPY'),
  CNY: message('CNY'),
};

function currencyWord(code: string): string | Message {
  return CURRENCY_WORDS[code] ?? code;
}

const TEN_THOUSAND = 10_000;
const MILLION = 1_000_000;

/** A figure, in millions from one on. Languages that count in ten thousands and hundred millions have words of their own for the whole ones. */
function figure(amount: number): string | Message {
  if (amount < MILLION)
    return amount > 0 && amount % TEN_THOUSAND === 0
      ? message('{0}0,000', amount / TEN_THOUSAND)
      : amount.toLocaleString('en-US');
  if (amount % (100 * MILLION) === 0) return message('{0}00M', amount / (100 * MILLION));
  const millions = amount / MILLION;
  return Number.isInteger(millions) ? message('{0}M', millions) : `${millions}M`;
}

// ── Place ───────────────────────────────────────────────────────────────────────────────────────────────────────

function regionLimit(record: LicenseRecord, limit: RegionLimit, use: ProjectUse, model: ModelTraits): Limit {
  const place = leftOut(limit, use);
  return {
    ...of(record, limit.clause),
    kind: 'region',
    hit: placeHit(limit, use, model),
    text: message('{0} leaves out {1}: {2}', record.name, limit.regions.join(', '), limit.text),
    regions: limit.regions,
    ...(place !== undefined && { place }),
    ...(limit.bySeat === true && use.seat === undefined && { asksSeat: true }),
  };
}

/** What of the project a limit leaves out: its seat, where the limit is about that and the policy states it, else where it is offered or developed. */
function leftOut(limit: RegionLimit, use: ProjectUse): string | undefined {
  return placesFor(limit, use).find((mine) => limit.regions.some((region) => regionsMeet(mine, region)));
}

function placesFor({ bySeat }: RegionLimit, { seat, regions }: ProjectUse): readonly string[] {
  return bySeat === true && seat !== undefined ? [seat] : regions;
}

function placeHit(limit: RegionLimit, use: ProjectUse, model: ModelTraits): Hit {
  const reaches = reachesModel(limit, model);
  if (reaches === false) return 'no';
  if (placesFor(limit, use).length === 0) return 'possible';
  if (leftOut(limit, use) === undefined) return 'no';
  return reaches === null ? 'possible' : 'yes';
}

/** Whether a limit is about this model at all. The license's own account of its models settles what the model's facts leave open. */
function reachesModel(
  { appliesTo, multimodalModels, multimodalFrom }: RegionLimit,
  { multimodal, parameters }: ModelTraits,
): boolean | null {
  if (appliesTo === 'all') return true;
  // What was made from a model that only takes text falls outside, whatever its maker built onto it.
  if (multimodalModels === 'none') return false;
  if (multimodal !== null) return multimodal;
  if (multimodalModels === 'all') return true;
  return multimodalFrom !== undefined && parameters !== null && parameters < multimodalFrom ? false : null;
}

// ── Purpose ─────────────────────────────────────────────────────────────────────────────────────────────────────

function restrictionLimit(record: LicenseRecord, term: RestrictionTerm, use: ProjectUse): Limit | undefined {
  switch (term.restriction) {
    case 'non-commercial':
    case 'research-only':
      return {
        ...of(record, term.clause),
        kind: 'non-commercial',
        hit: purposeHit(term.restriction, use),
        text: purposeText(record, term.restriction),
      };
    case 'field-of-use':
      return {
        ...of(record, term.clause),
        kind: 'use-policy',
        hit: 'possible',
        text: message('{0} bars certain uses', record.name),
      };
    case 'revocable':
      return {
        ...of(record, term.clause),
        kind: 'revocable',
        hit: 'possible',
        text: message('{0} can be taken back', record.name),
      };
    default:
      return undefined;
  }
}

/** Internal business use is for a company's advantage, though some texts allow testing: people decide. */
function purposeHit(restriction: Restriction, { purpose }: ProjectUse): Hit {
  if (purpose === 'commercial') return 'yes';
  if (purpose === null || purpose === 'internal') return 'possible';
  return purpose === 'personal' && restriction === 'research-only' ? 'possible' : 'no';
}

function purposeText(record: LicenseRecord, restriction: Restriction): Message {
  return restriction === 'research-only'
    ? message('{0} allows research only', record.name)
    : message('{0} bars commercial use', record.name);
}

// ── Outputs ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** Whether a model competes only people can judge, so a ban of those alone is possible and not certain. */
function outputLimit(record: LicenseRecord, { trainsOnOutputs }: ProjectUse): readonly Limit[] {
  const ban = record.restrictions.find((term) => term.restriction === 'no-competing-training');
  const right = rightOf(record, 'train-on-outputs');
  const barred = ban !== undefined || right?.value === 'denied';
  if (!barred && right?.value !== 'conditional') return [];
  const competingOnly = ban?.competingOnly === true;
  const hit: Hit =
    trainsOnOutputs === false
      ? 'no'
      : trainsOnOutputs === true && barred && !competingOnly
        ? 'yes'
        : 'possible';
  return [
    {
      ...of(record, ban?.clause ?? right?.clause ?? null),
      kind: 'output-training',
      hit,
      text: outputText(record, barred, competingOnly),
      ...(competingOnly && { competingOnly }),
    },
  ];
}

function outputText({ name }: LicenseRecord, barred: boolean, competingOnly: boolean): Message {
  if (competingOnly) return message('{0} bars training competing models on outputs', name);
  return barred
    ? message('{0} bars training other models on outputs', name)
    : message('{0} sets conditions for training other models on outputs', name);
}
