import { usesTurnedClients } from '../detect/configValues';
import { contextOfPath } from '../detect/context/context';
import { languageOf } from '../documents/fileTypes';
import { baseName } from './pathRules';
import { folderOf } from '../text/relativePath';

/** Files that say which packages a program is made of. */
const MANIFEST = new RegExp(
  String.raw`^(?:package\.json|pyproject\.toml|requirements[\w.-]*\.txt|Pipfile|setup\.(?:py|cfg)|go\.mod|pom\.xml|` +
    String.raw`build\.gradle(?:\.kts)?)$`,
);
/** Languages that such clients are made in. */
const CODE = new Set(
  'python javascript javascriptreact typescript typescriptreact go java kotlin'.split(' '),
);

/** Whether a file says which packages a program is made of. */
export function isManifest(path: string): boolean {
  return MANIFEST.test(baseName(path));
}

/** The programs of a tree: folders with a manifest, which files below them belong to. */
export class Programs {
  /** By folder, whether they use clients that may be turned to another service. */
  private readonly programs = new Map<string, boolean>();

  /** Takes a manifest in. */
  add(path: string, text: string): void {
    const folder = folderOf(path);
    this.programs.set(folder, this.programs.get(folder) === true || usesTurnedClients(text));
  }

  /** The folder of the program that a file is of; its own folder where it is of none. */
  folderOf(path: string): string {
    const own = folderOf(path);
    for (let folder = own; ; folder = folderOf(folder)) {
      if (this.programs.has(folder)) return folder;
      if (folder === '') return own;
    }
  }

  /** Whether any of them uses such clients. */
  mayMakeClients(): boolean {
    return [...this.programs.values()].includes(true);
  }

  /** Whether a file is code of the product that may make such a client. */
  mayMakeClient(path: string): boolean {
    return (
      CODE.has(languageOf(path)) &&
      this.programs.get(this.folderOf(path)) === true &&
      contextOfPath(path) === 'product'
    );
  }
}
