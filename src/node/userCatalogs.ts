import type { CatalogFolder, Message, PackageRegistry } from '../core';
import { catalogFolder, catalogFolderPath } from './catalogFolder';
import { npmRegistry } from './npmRegistry';

/** What a user's machine has of catalogs beside the one that came with the program. */
export interface UserCatalogs {
  /** Where the updated ones are kept. */
  readonly folder: CatalogFolder;
  /** The registry that the user's npm asks for a package, or why it cannot be asked. */
  registry(packageName: string): { readonly registry: PackageRegistry } | { readonly refused: Message };
}

/** As the user's own environment says; nothing in a workspace can change it. */
export function userCatalogs(env: NodeJS.ProcessEnv): UserCatalogs {
  return {
    folder: catalogFolder(catalogFolderPath(env)),
    registry: (packageName) => npmRegistry(packageName, env),
  };
}
