import { message, type Message } from '../message';
import type { Model } from '../model';

/** The countries that a model comes from, each once and in the order of its origin; `null` where one is not known. */
export interface OriginCountries {
  /** Of the publisher, then of the bases that a source tells. */
  readonly told: readonly (string | null)[];
  /** Further ones, at which only a name hints. */
  readonly hinted: readonly string[];
}

/** The countries of a model's origin; none of a model of which nothing is known. */
export function originCountries(model: Pick<Model, 'origin'> | undefined): OriginCountries {
  const origin = model?.origin ?? [];
  const told = new Set(origin.filter(({ probable }) => probable !== true).map(({ country }) => country));
  const hinted = origin.flatMap(({ country, probable }) =>
    probable === true && country !== null && !told.has(country) ? [country] : [],
  );
  return { told: [...told], hinted: [...new Set(hinted)] };
}

/**
 * The same for people: `JP ← US, perhaps ← CN`; `undefined` where no country of it is known.
 * @param countryName how a country is called, its code where nothing else is given
 */
export function originChain(
  model: Pick<Model, 'origin'> | undefined,
  countryName: (code: string) => string = (code) => code,
): string | Message | undefined {
  return chainOf(originCountries(model), countryName);
}

function chainOf(
  { told, hinted }: OriginCountries,
  countryName: (code: string) => string,
): string | Message | undefined {
  if (hinted.length === 0 && told.every((country) => country === null)) return undefined;
  const names = hinted.map(countryName).join(', ');
  if (told.length === 0) return message('perhaps {0}', names);
  const chain = told
    .map((country) => (country === null ? message('?') : countryName(country)))
    .reduce((one, next) => message('{0} ← {1}', one, next));
  return hinted.length === 0 ? chain : message('{0}, perhaps ← {1}', chain, names);
}

/**
 * The same as codes for machines: `JP`, then `perhaps CN`.
 * @param unknown stands for a country that is not known; without it such a one is left out
 */
export function originCodes(model: Pick<Model, 'origin'> | undefined, unknown?: string): readonly string[] {
  const { told, hinted } = originCountries(model);
  return [
    ...told.flatMap((country) => country ?? unknown ?? []),
    ...hinted.map((country) => `${HINT}${country}`),
  ];
}

/** What {@link originCodes} wrote, for people; `undefined` where no country of it is known. */
export function chainOfCodes(codes: readonly string[], unknown: string): string | Message | undefined {
  const isHint = (code: string): boolean => code.startsWith(HINT);
  return chainOf(
    {
      told: codes.filter((code) => !isHint(code)).map((code) => (code === unknown ? null : code)),
      hinted: codes.filter(isHint).map((code) => code.slice(HINT.length)),
    },
    (code) => code,
  );
}

/** Before the code of a country at which only a name hints. */
const HINT = 'perhaps ';
