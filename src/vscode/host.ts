import type { FileSource } from '../core/ports';

/** What only some hosts can do. An entry passes in what its host has. */
export interface Host {
  /** The files of a folder on this machine's disk, by its path. */
  readonly diskFiles?: (path: string) => FileSource;
}
