import type { Catalog } from '../catalog/records';
import { LICENSE_MANIFESTS, projectLicense } from '../licenses/projectLicense';
import { baseName, folderOf } from './pathRules';

const MANIFESTS: readonly string[] = LICENSE_MANIFESTS;

/** Whether a file may state the license of the project it lies in. */
export function statesLicense(path: string): boolean {
  return MANIFESTS.includes(baseName(path));
}

/** The licenses that the folders of a tree state. */
export class ProjectLicenses {
  private readonly byFolder = new Map<string, { readonly rank: number; readonly license: string }>();

  constructor(private readonly catalog: Catalog) {}

  add(path: string, text: string): void {
    const stated = projectLicense(path, text);
    if (stated === undefined) return;
    const rank = MANIFESTS.indexOf(baseName(path));
    const folder = folderOf(path);
    const before = this.byFolder.get(folder);
    if (before === undefined || rank < before.rank)
      this.byFolder.set(folder, { rank, license: this.catalog.license(stated)?.key ?? stated });
  }

  /** The license of the project a file belongs to: the nearest one stated up the tree. */
  of(path: string): string | undefined {
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      const found = this.byFolder.get(folder);
      if (found !== undefined || folder === '') return found?.license;
    }
  }
}
