import { CATALOG_FORMAT } from '../catalog/compiled';
import { isDay } from '../isoDay';

/** Tells catalogs of one format apart: a later day is newer, and of one day the higher revision. */
export interface CatalogVersion {
  /** The day of its newest source, `YYYY-MM-DD`. */
  readonly date: string;
  /** Counts from 0. */
  readonly revision: number;
}

/**
 * Reads the version of a package that holds a catalog, `FORMAT.YYYYMMDD.REVISION`: another format is a breaking change, so a range such as
 * `^7.0.0` names what a program can read.
 * @returns `undefined` for a text that is no such version
 */
export function readVersion(text: string): (CatalogVersion & { readonly format: number }) | undefined {
  const [, format, year, month, day, revision] =
    /^(\d{1,4})\.(\d{4})(\d{2})(\d{2})\.(\d{1,4})$/.exec(text) ?? [];
  const date = `${year}-${month}-${day}`;
  return format === undefined || !isDay(date)
    ? undefined
    : { format: Number(format), date, revision: Number(revision) };
}

/** As the package of a catalog of this format is numbered. */
export function versionText({ date, revision }: CatalogVersion): string {
  return `${CATALOG_FORMAT}.${date.replaceAll('-', '')}.${revision}`;
}

/** Whether the first is newer. */
export function isNewer(a: CatalogVersion, b: CatalogVersion): boolean {
  return a.date === b.date ? a.revision > b.revision : a.date > b.date;
}
