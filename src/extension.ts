import { join } from 'node:path';
import type { ExtensionContext } from 'vscode';
import { asyncDiskFiles } from './node/fileSource';
import { hubEnvironment } from './node/hubAccess';
import { knownFolders } from './node/knownFolders';
import { activateExtension } from './vscode/activate';

/** The entry on the desktop and on a remote host. */
export function activate(context: ExtensionContext): void {
  const home = join(context.extensionPath, 'dist');
  activateExtension(context, {
    diskFiles: asyncDiskFiles,
    program: process.execPath,
    writeText: async (path, text) => (await import('./node/writeText')).writeText(path, text),
    readGguf: async (files, path) => (await import('./node/ggufHeader')).readGgufMetadata(files, path),
    localStores: () => knownFolders(process.env),
    hubEnvironment: () => hubEnvironment(process.env),
    searchThreads: async (inForce) =>
      (await import('./node/editorThreads')).openEditorThreads(home, inForce, process.env),
    documentThread: async (inForce) =>
      (await import('./node/editorThreads')).openDocumentThread(home, inForce, process.env),
    keepCatalog: async (text) => (await import('./node/layeredCatalog')).keepCatalog(text, process.env),
    catalogs: async () => (await import('./node/userCatalogs')).userCatalogs(process.env),
  });
}
