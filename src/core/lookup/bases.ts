import { parentsOf, type Parent } from '../catalog/parents';
import type { Catalog, ModelRecord } from '../catalog/records';
import type { Base } from '../licenses/effectiveLicense';
import { isKnown } from '../licenses/terms';
import type { Model } from '../model';
import type { LineageRelation } from '../vocabulary';
import { licenseFor, phraseOf } from './modelTerms';
import { isSamePublisher, MAX_CHAIN } from './origin';

/**
 * The bases whose terms reach a model: those it names, and what those were made from, nearest first. A label in between takes no
 * terms away: what is made from a relabelled Llama is made from Llama. Of the bases further up, only one for each license that no
 * nearer one brings; none that its own publisher has put under other terms since, and none that is told by a name alone.
 */
export function basesOf(
  catalog: Catalog,
  { publisher, lineage }: Pick<Model, 'publisher' | 'lineage'>,
): readonly Base[] {
  const ofBase = ({ model, relation, license }: Model['lineage'][number]): readonly Base[] => {
    const record = catalog.model(model);
    const isOwn = isSamePublisher(catalog, publisher?.id ?? null, record?.publisher ?? null);
    const stated = record !== undefined && record.license === license ? record : undefined;
    const phrase = stated && phraseOf(catalog, stated);
    const own = license === null ? undefined : licenseFor(catalog, license, phrase);
    const also = (record?.alsoLicenses ?? []).flatMap((key) => catalog.license(key) ?? []);
    return [own, ...also].map((terms) => ({ model, relation, license: terms, isOwn }));
  };
  const bases = lineage.flatMap(ofBase);
  const models = new Set(lineage.map(({ model }) => model));
  const licenses = new Set(bases.map(({ license }) => license?.key));
  for (const { model, relation } of lineage) {
    for (const above of inherited(catalog, model, relation, MAX_CHAIN)) {
      if (models.has(above.model) || licenses.has(above.license ?? undefined)) continue;
      models.add(above.model);
      licenses.add(above.license ?? undefined);
      bases.push(...ofBase(above));
    }
  }
  return bases;
}

/** A parent with the key of the license that it declares, `null` where that is not known. */
export function asBase(catalog: Catalog, { model, relation }: Parent): Model['lineage'][number] {
  const key = catalog.model(model)?.license ?? null;
  return { model, relation, license: key === null ? null : (catalog.license(key)?.key ?? null) };
}

/** What a base was made from, as far as the terms of it still hold for the base. */
function inherited(catalog: Catalog, id: string, relation: LineageRelation, depth: number): Model['lineage'] {
  const record = catalog.model(id);
  if (record === undefined || depth === 0 || !isTold(record)) return [];
  return parentsOf(record).flatMap((parent) => {
    const above = asBase(catalog, { model: parent.model, relation: through(relation, parent) });
    const further = inherited(catalog, parent.model, above.relation, depth - 1);
    return isReplaced(catalog, record, above) ? further : [above, ...further];
  });
}

/** Llama 3.3 is made from Llama 3.1, but Meta has put it under a license of its own, and so is what others make from it. */
export function isReplaced(
  catalog: Catalog,
  { license, publisher }: ModelRecord,
  { model }: { readonly model: string },
): boolean {
  const stated = license === null ? undefined : catalog.license(license);
  return (
    stated !== undefined &&
    isKnown(stated) &&
    isSamePublisher(catalog, publisher, catalog.model(model)?.publisher ?? null)
  );
}

/** Whether a source tells what a model was made from, and not its name alone. */
function isTold({ sources }: ModelRecord): boolean {
  const telling = sources.filter(({ facts }) => facts.includes('lineage') || facts.includes('copyOf'));
  return telling.length === 0 || telling.some(({ confidence }) => confidence !== 'low');
}

/** Made from what was made: a copy changes nothing, and what was learnt from outputs stays so however it goes on. */
export function through(relation: LineageRelation, parent: Parent): LineageRelation {
  if (relation === 'distilled' || parent.relation === 'distilled') return 'distilled';
  return relation === 'quantized' ? parent.relation : relation;
}
