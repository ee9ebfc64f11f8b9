import {
  barredUses,
  type CatalogRecords,
  createCatalog,
  createLookup,
  type LicenseRecord,
  type Model,
} from '../../core';
import { exportOf } from '../exportCatalog';

/** Models in one script: a browser that reads from a disk keeps up, and a change of one model changes one file. */
const PART = 4000;

/** A script of data, which a page opened from a disk may load where it may not fetch. */
export interface SiteFile {
  readonly name: string;
  readonly text: string;
}

/** A model as the page reads it; what follows from its place in the row is in `media/site/page.js`. */
type Row = readonly unknown[];

/** What an export says of a model. */
interface Exported {
  readonly id: string;
  readonly registry: Model['registry'];
  readonly evidence: Readonly<
    Record<string, readonly { readonly source: string; readonly url?: string; readonly date: string }[]>
  >;
}

/**
 * The data of the search page: what `catalog export` passes on, each model with the license that is in effect and the country
 * it comes from, as the look-up tells them. Models whose facts may not be passed on are left out.
 * @returns `head.js` first, which the others add to, and the names of all in their order in `parts.js`
 */
export function siteData(records: CatalogRecords): readonly SiteFile[] {
  const [head, ...models] = exportOf(records).models as readonly [object, ...Exported[]];
  const lookup = createLookup(createCatalog(records));
  const sources = new Numbers();
  const rows = models.flatMap((exported) => {
    const model = lookup.find(exported.id, exported.registry);
    return model === undefined ? [] : [rowOf(model, exported, sources)];
  });
  const parts = Array.from({ length: Math.ceil(rows.length / PART) }, (_, part) => ({
    name: `models-${part + 1}.js`,
    text: script('models.push(...', rows.slice(part * PART, (part + 1) * PART), ')'),
  }));
  const files = [
    { name: 'head.js', text: `globalThis.catalogSite = ${json({ head, models: [] })};\n` },
    { name: 'licenses.js', text: script('licenses = ', Object.fromEntries(records.licenses.map(licenseOf))) },
    { name: 'sources.js', text: script('sources = ', sources.values) },
    ...parts,
  ];
  return [...files, { name: 'parts.js', text: script('parts = ', files.map(({ name }) => name).slice(1)) }];
}

function rowOf(model: Model, { evidence }: Exported, sources: Numbers): Row {
  const { declared, effective } = model.license;
  return [
    model.id,
    model.publisher?.name ?? null,
    model.publisher?.country ?? null,
    declared?.key ?? null,
    effective === null || effective.key === declared?.key ? null : effective.key,
    model.openness.level,
    model.task,
    model.parameters,
    model.released,
    model.created ?? null,
    model.gated,
    model.languages ?? [],
    model.aliases,
    model.lineage.map((base) => base.model),
    Object.entries(evidence).flatMap(([fact, told]) =>
      told.map(({ source, url, date }) => [fact, sources.of(JSON.stringify([source, url ?? null])), date]),
    ),
  ];
}

function licenseOf(license: LicenseRecord): readonly [string, object] {
  const { key, name, url, category, commercialUse, commercialCondition, summary, meets, verification } =
    license;
  const { governingLaw = null, notes } = license;
  return [
    key,
    {
      name,
      url,
      category,
      commercialUse,
      commercialCondition,
      summary,
      aiAct: meets.aiActOpenSource,
      barred: [...barredUses(license)],
      law: governingLaw?.law ?? null,
      notes,
      verification,
    },
  ];
}

/** Numbers texts as they come. */
class Numbers {
  private readonly numbers = new Map<string, number>();

  of(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.numbers.size);
    return this.numbers.size - 1;
  }

  get values(): readonly unknown[] {
    return [...this.numbers.keys()].map((text) => JSON.parse(text) as unknown);
  }
}

function script(before: string, value: unknown, after = ''): string {
  return `catalogSite.${before}${json(value)}${after};\n`;
}

/** JSON on a line of its own for each member, so that a difference between two days can be read. */
function json(value: unknown): string {
  return Array.isArray(value) && value.length > 0
    ? `[\n${value.map((member) => JSON.stringify(member)).join(',\n')}\n]`
    : JSON.stringify(value);
}
