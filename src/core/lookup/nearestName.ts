import type { Catalog } from '../catalog/records';
import { REGISTRIES } from '../vocabulary';

/**
 * The name of the catalog that an unknown one was probably meant to be: of the same owner or service with a letter or two of difference,
 * or of the owner that another only looks like. `undefined` where nothing is near, or the name is known.
 */
export function nearestName(
  catalog: Pick<Catalog, 'resolve' | 'nearest' | 'imitated' | 'model'>,
  name: string,
): string | undefined {
  // A family lends its license to new members, but not to a slip of the pen.
  const resolution = catalog.resolve(name);
  if (resolution !== undefined && resolution.via !== 'family') return undefined;
  const owner = name.slice(0, Math.max(0, name.indexOf('/')));
  const imitated = owner === '' ? undefined : catalog.imitated(owner);
  const meant = imitated === undefined ? name : `${imitated}${name.slice(owner.length)}`;
  const known = imitated === undefined ? undefined : catalog.model(meant);
  if (known !== undefined) return known.id;
  for (const registry of REGISTRIES) {
    const near = catalog.nearest(meant, registry);
    if (near !== undefined) return near;
  }
  return undefined;
}
