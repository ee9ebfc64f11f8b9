import type { CatalogDates, CatalogRecords, Source } from './records';

/** The dates of the parts of a catalog, by its records. */
export function catalogDates({
  models,
  families,
  hosts,
  licenses,
}: Pick<CatalogRecords, 'models' | 'families' | 'hosts' | 'licenses'>): CatalogDates {
  return {
    models: newest([...models, ...families].flatMap(({ sources }) => days(sources))),
    services: newest(
      hosts.flatMap(({ sources, names }) =>
        [...sources, ...names.map(({ source }) => source)].map(({ read }) => read),
      ),
    ),
    licenses: newest(licenses.flatMap(({ evidence }) => evidence.map(({ date }) => date))),
  };
}

function days(sources: readonly Source[]): readonly string[] {
  return sources.map(({ date }) => date);
}

function newest(dates: readonly string[]): string {
  return dates.reduce((last, date) => (date > last ? date : last), '');
}
