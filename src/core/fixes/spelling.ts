import { splitAlias } from '../catalog/modelIndex';
import type { Catalog, ModelRecord } from '../catalog/records';
import type { ModelReference } from '../reference';
import type { Registry } from '../vocabulary';

/** How a registry spells a model; `undefined` where the catalog knows no spelling of it there. */
export function spellingIn(record: ModelRecord, registry: Registry, catalog: Catalog): string | undefined {
  const spellings =
    record.registry === registry
      ? [record.id]
      : record.aliases
          .map((alias) => splitAlias(alias, record.registry))
          .filter((alias) => alias.registry === registry)
          .map(({ spelling }) => spelling);
  return spellings.find((spelling) => catalog.resolve(spelling, registry)?.record.id === record.id);
}

/**
 * The text of a reference with another id in the place of its own: a prefix (`ollama/`), an address or a tag around the id
 * stays. `undefined` where the text does not spell the id out.
 */
export function withId({ text, id }: ModelReference, newId: string): string | undefined {
  const at = text.toLowerCase().lastIndexOf(id.toLowerCase());
  return at < 0 ? undefined : text.slice(0, at) + newId + text.slice(at + id.length);
}
