import { decodeRecords, encodeCatalog } from '../catalog/compiled';
import { type LayerProblem, placed, readLayer } from './readLayer';
import { withLayer } from './withLayer';

/** Some megabytes of YAML are a hundred thousand lines. */
export const MOST_LAYER_BYTES = 10_000_000;

/** A file of an organization's own records. */
export interface LayerFile {
  /** As its user named it. */
  readonly path: string;
  readonly text: string;
}

export type LayeredCatalog =
  | { readonly text: string }
  | {
      /** The first file that cannot be used: then none of them is. */
      readonly path: string;
      readonly problems: readonly LayerProblem[];
    };

/**
 * A compiled catalog with an organization's own records on top, as another compiled catalog: all that reads one reads it. The same files
 * give the same text. Takes some hundred milliseconds.
 * @param text a compiled catalog
 * @param files each goes before those in front of it
 */
export function layeredCatalog(text: string, files: readonly LayerFile[]): LayeredCatalog {
  const { records: base, dates } = decodeRecords(text);
  let records = base;
  for (const { path, text: written } of files) {
    const reading = readLayer(written);
    if ('problems' in reading) return { path, problems: reading.problems };
    const layered = withLayer(records, reading.layer);
    if (layered.problems.length > 0) return { path, problems: placed(layered.problems, written) };
    ({ records } = layered);
  }
  // How new the catalog is, its own sources tell: an organization's day would hide that it is old.
  return { text: encodeCatalog(records, dates) };
}
