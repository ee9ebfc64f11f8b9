import type { Catalog } from '../catalog/records';
import { manifestRank, projectLicense } from '../licenses/projectLicense';
import { folderOf } from './pathRules';

/** Whether a file may state the license of the project it lies in. */
export function statesLicense(path: string): boolean {
  return manifestRank(path) !== undefined;
}

/** The key of what manifests call `UNLICENSED` or proprietary. */
const CLOSED = 'proprietary';

interface Statement {
  readonly path: string;
  readonly rank: number;
  readonly license: string;
}

/** The licenses that the folders of a tree state. */
export class ProjectLicenses {
  private readonly byFolder = new Map<string, Statement[]>();

  constructor(private readonly catalog: Catalog) {}

  add(path: string, text: string): void {
    const stated = projectLicense(path, text);
    const rank = manifestRank(path);
    if (stated === undefined || rank === undefined) return;
    const folder = folderOf(path);
    const license = this.catalog.license(stated)?.key ?? stated;
    const statements = [...(this.byFolder.get(folder) ?? []), { path, rank, license }];
    this.byFolder.set(
      folder,
      statements.sort((a, b) => a.rank - b.rank),
    );
  }

  /**
   * The license of the project a file belongs to: the nearest one stated up the tree. Where the files of that folder disagree, both
   * as a choice: recipients may go by either, so what the project contains has to go with each.
   */
  of(path: string): string | undefined {
    const [first, ...others] = this.statementsFor(path);
    if (first === undefined) return undefined;
    const other = others.find(({ license }) => this.disagree(first.license, license));
    return other === undefined ? first.license : `${first.license} OR ${other.license}`;
  }

  /** Whether two files name different licenses that are known. What is closed in its manifest may keep an open text for its parts. */
  private disagree(stated: string, other: string): boolean {
    const keys = (expression: string): readonly (string | undefined)[] =>
      expression.split(/[()\s]+|(?:AND|OR|WITH)\b/).flatMap((word) => {
        const name = word.trim();
        return name === '' ? [] : [this.catalog.license(name)?.key];
      });
    const here =
      this.catalog.license(stated) === undefined ? keys(stated) : [this.catalog.license(stated)?.key];
    const there = this.catalog.license(other)?.key;
    const isOpen = !here.includes(undefined) && !here.includes(CLOSED);
    return isOpen && there !== undefined && !here.includes(there);
  }

  private statementsFor(path: string): readonly Statement[] {
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      const found = this.byFolder.get(folder);
      if (found !== undefined || folder === '') return found ?? [];
    }
  }
}
