import type { CatalogRecords, Source } from '../core';

/** What the catalog holds, counted: the lines that `catalog stats` prints. */
export function statsOf({
  date,
  models,
  licenses,
  organizations,
  families,
}: CatalogRecords): readonly string[] {
  const facts = models.flatMap(({ sources }) => sources.flatMap((source) => source.facts.map(() => source)));
  return [
    `catalog of ${date}`,
    `models ${models.length}, of them with a declared license ${models.filter(({ license }) => license !== null).length}, ` +
      `with spellings elsewhere ${models.filter(({ aliases }) => aliases.length > 0).length}, spellings ${models.reduce((sum, { aliases }) => sum + aliases.length, 0)}`,
    `licenses ${licenses.length}, organizations ${organizations.length} (with a country ${organizations.filter(({ country }) => country !== null).length}), family rules ${families.length}`,
    ...table(
      'models by registry',
      models.map(({ registry }) => registry),
    ),
    ...table(
      'models by openness',
      models.map(({ openness }) => openness ?? 'not known'),
    ),
    ...table(
      'models by year of release',
      models.map(
        ({ released, created }) =>
          released?.slice(0, 4) ?? (created ? `created on the Hub ${created.slice(0, 4)}` : 'not known'),
      ),
    ),
    ...table(
      'models by status',
      models.map(({ status }) => status.state),
    ),
    ...table(
      'licenses by category',
      licenses.map(({ category }) => category),
    ),
    ...table(
      'licenses by verification',
      licenses.map(({ verification }) => verification),
    ),
    ...table(
      'organizations by kind',
      organizations.map(({ kind }) => kind),
    ),
    ...table(
      'facts by confidence',
      facts.map(({ confidence }) => confidence),
    ),
    ...table('facts by evidence', facts.map(evidenceOf)),
  ];
}

/** A cited file counts as one kind of evidence, whichever file it is. */
function evidenceOf({ source }: Source): string {
  return /^(https:|github:|npm:)/.test(source) ? "a publisher's own file" : source;
}

function table(title: string, values: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const rows = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return [
    '',
    title,
    ...rows.map(
      ([name, count]) =>
        `  ${name.padEnd(28)} ${String(count).padStart(6)}  ${((100 * count) / values.length).toFixed(1)} %`,
    ),
  ];
}
