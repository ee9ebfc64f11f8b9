/** Packs the compiled catalog in `dist` into a folder. `revision` counts packages of one day, from 0. */
export function packCatalog(folder: string, revision?: number): void;
