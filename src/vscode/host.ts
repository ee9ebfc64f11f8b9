import type {
  CatalogFolder,
  DocumentThread,
  EvidenceTools,
  FileSource,
  LocalSources,
  Message,
  PackageRegistry,
  SearchThreads,
  StoredCatalog,
} from '../core';

/** What only some hosts can do. An entry passes in what its host has. */
export interface Host {
  /** The files of a folder on this machine's disk, by its path. */
  readonly diskFiles?: (path: string) => FileSource;
  /** Writes a file on this machine's disk whole or not at all, by its path. */
  readonly writeText?: (path: string, text: string) => Promise<void>;
  /** Reads the header of a file of weights without reading the file. */
  readonly readGguf?: NonNullable<EvidenceTools['readGguf']>;
  /** Runs JavaScript on this machine as a program of its own. */
  readonly program?: string;
  /** What this machine has downloaded; outside of every workspace. */
  readonly localStores?: () => LocalSources;
  /** What the user's environment says about the Hub. Nothing in a workspace can change it. */
  readonly hubEnvironment?: () => HubEnvironment;
  /** Opens threads that search files beside this one, by the catalog in force: that of the extension where none is stored. */
  readonly searchThreads?: (inForce: CatalogFile) => Promise<SearchThreads>;
  /** Starts a thread that reads documents beside this one, by the catalog in force as above. */
  readonly documentThread?: (inForce: CatalogFile) => Promise<DocumentThread>;
  /** Keeps a catalog that was made here as a file for threads. Resolves with its path. */
  readonly keepCatalog?: (text: string) => Promise<string>;
  /** What this machine has of newer catalogs, shared with the command line. */
  readonly catalogs?: () => Promise<UserCatalogs>;
}

/** Where the catalog in force is: {@link file}, else among the updated ones, else beside the bundles. */
export interface CatalogFile {
  readonly stored?: StoredCatalog;
  readonly file?: string;
}

export interface UserCatalogs {
  readonly folder: CatalogFolder;
  /** The registry that the user's npm asks for a package. Nothing in a workspace can change it. */
  registry(packageName: string): { readonly registry: PackageRegistry } | { readonly refused: Message };
}

export interface HubEnvironment {
  /** As written; not checked yet. */
  readonly address: string;
  readonly token?: string;
  /** Nothing may be asked. */
  readonly offline: boolean;
}
