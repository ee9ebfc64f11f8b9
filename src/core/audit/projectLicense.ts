import type { Catalog } from '../catalog/records';
import { contextOfPath } from '../detect/context/context';
import { isLicenseText, isPrivateManifest, manifestRank, projectLicense } from '../licenses/projectLicense';
import { spdxHeader } from '../licenses/spdxHeader';
import { readModelCard } from '../lookup/local/modelCard';
import { LineIndex } from '../text/lineIndex';
import type { Span } from '../text/range';
import { holdsVendoredCode } from './pathRules';
import { folderOf } from '../text/relativePath';

/**
 * The card of the model that a project is, which states its license as the Hub shows it:
 * https://huggingface.co/docs/hub/repositories-licenses
 */
const CARD = 'README.md';
/** Manifests and texts of licenses are trusted more. */
const RANK_OF_CARD = Infinity;

/** Whether a file may state the license of the project it lies in. */
export function statesLicense(path: string): boolean {
  return path === CARD || manifestRank(path) !== undefined;
}

/** The one license of a card that says what its model is made from; other pages of a project state that of nothing. */
function licenseOfCard(text: string): string | undefined {
  const { bases = [], licenses = [], licenseName } = readModelCard(text) ?? {};
  const [license, ...others] = licenses;
  if (bases.length === 0 || others.length > 0) return undefined;
  return license === 'other' ? (licenseName ?? undefined) : license;
}

const SOURCE =
  /\.(?:py|[cm]?[jt]sx?|java|kt|scala|go|rs|rb|php|c|h|cc|cpp|hpp|cxx|cu|cs|fs|swift|m|mm|dart|lua|jl|r|ex|exs|hs|ml|sh|pl|vue|svelte)$/i;

/** Whether a file is code of the project itself, which may state its license in its first lines. */
export function isSource(path: string): boolean {
  return SOURCE.test(path) && !path.split('/').slice(0, -1).some(holdsVendoredCode);
}

/** So many sources are asked for a header: what they agree on, the others do not change. */
export const MAX_HEADERS = 40;

/** The key of what manifests call `UNLICENSED` or proprietary. */
const CLOSED = 'proprietary';
/** How people word in a manifest that nobody else may use the project. */
const CLOSED_WORDING = /\b(?:proprietary|commercial|closed|private|reserved|confidential|internal)\b/i;

interface Statement {
  readonly path: string;
  /** Where it is stated. */
  readonly span: Span;
  readonly rank: number;
  readonly license: string;
  /** Of a package that is never published, or of the documents: what a template wrote into it says less than what a folder above states. */
  readonly isAside: boolean;
}

/** Two files of one folder that state different licenses for the project. */
export interface Disagreement {
  readonly stated: Pick<Statement, 'path' | 'span' | 'license'>;
  readonly other: Pick<Statement, 'path' | 'license'>;
}

/** The licenses that the folders of a tree state. */
export class ProjectLicenses {
  private readonly byFolder = new Map<string, Statement[]>();
  private readonly headers = new Set<string>();

  constructor(private readonly catalog: Catalog) {}

  add(path: string, text: string): void {
    const isCard = path === CARD;
    const stated = isCard ? licenseOfCard(text) : projectLicense(path, text);
    const rank = isCard ? RANK_OF_CARD : manifestRank(path);
    if (stated === undefined || rank === undefined) return;
    const folder = folderOf(path);
    const license = this.keyOf(stated);
    const at = Math.max(0, text.indexOf(stated));
    const end = text.startsWith(stated, at) ? at + stated.length : at;
    const span = new LineIndex(text).spanOf({ start: at, end });
    const isAside =
      license !== CLOSED &&
      !isLicenseText(path) &&
      !isCard &&
      (isPrivateManifest(path, text) || contextOfPath(path) === 'docs');
    const statements = [...(this.byFolder.get(folder) ?? []), { path, span, rank, license, isAside }];
    this.byFolder.set(
      folder,
      statements.sort((a, b) => a.rank - b.rank),
    );
  }

  /** Takes note of the header of a source file. */
  addSource(text: string): void {
    const stated = spdxHeader(text);
    if (stated !== undefined) this.headers.add(this.keyOf(stated));
  }

  private keyOf(stated: string): string {
    return this.catalog.license(stated)?.key ?? stated;
  }

  /** Each file whose statement differs from that of a file of the same folder that is trusted more. */
  disagreements(): readonly Disagreement[] {
    return [...this.byFolder.values()].flatMap((statements): readonly Disagreement[] => {
      const [first, ...others] = this.readable(statements);
      const other = first && others.find((one) => this.disagree(first, one));
      return first === undefined || other === undefined ? [] : [{ stated: first, other }];
    });
  }

  /**
   * The license of the project a file belongs to: the nearest one stated up the tree, or what the headers of its sources agree on. Where the files of that folder disagree, both
   * as a choice: recipients may go by either, so what the project contains has to go with each.
   */
  of(path: string): string | undefined {
    const [first, ...others] = this.statementsFor(path);
    if (first === undefined) return this.ofHeaders();
    const other = others.find((one) => this.disagree(first, one));
    return other === undefined ? first.license : `${first.license} OR ${other.license}`;
  }

  /** Different headers are of different parts; which of them a file belongs to nobody knows. */
  private ofHeaders(): string | undefined {
    const [license, ...others] = this.headers;
    return others.length === 0 ? license : undefined;
  }

  /** Whether two files name different licenses that are known. What is closed in its manifest may keep an open text for its parts. */
  private disagree({ license: stated }: Statement, { path, license: other }: Statement): boolean {
    const here = this.keysOf(stated);
    const there = this.catalog.license(other)?.key;
    const isOpen = !here.includes(undefined) && !here.includes(CLOSED);
    if (!isOpen || there === undefined) return false;
    // The text of a GPL is the same whether a project takes it with or without later versions.
    return !here.some((key) => key === there || (isLicenseText(path) && key === `${there}-plus`));
  }

  /** The licenses that an expression names; `undefined` stands for a name that nobody knows. */
  private keysOf(expression: string): readonly (string | undefined)[] {
    const whole = this.catalog.license(expression)?.key;
    if (whole !== undefined) return [whole];
    return expression.split(/[()\s]+|(?:AND|OR|WITH)\b/).flatMap((word) => {
      const name = word.trim();
      return name === '' ? [] : [this.catalog.license(name)?.key];
    });
  }

  /** The statements that can be read, where one can: an address or a wording that nobody knows decides nothing beside them. */
  private readable(statements: readonly Statement[]): readonly Statement[] {
    const read = statements.filter(
      ({ license }) =>
        license.startsWith('LicenseRef-') ||
        CLOSED_WORDING.test(license) ||
        this.keysOf(license).some((key) => key !== undefined),
    );
    const exact = read.filter(({ license }) => !read.some((one) => this.isFamilyOf(license, one.license)));
    return exact.length > 0 ? exact : statements;
  }

  /** `BSD License` beside the text of `BSD-3-Clause`: a family says less than one of its licenses, and nothing against it. */
  private isFamilyOf(family: string, license: string): boolean {
    return (
      this.catalog.license(family)?.family === true &&
      this.keysOf(license).some((key) => key?.startsWith(`${family}-`))
    );
  }

  /** What the nearest folder states; a folder with nothing but statements aside gives way to one above it. */
  private statementsFor(path: string): readonly Statement[] {
    let aside: readonly Statement[] = [];
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      const found = this.byFolder.get(folder) ?? [];
      if (found.some(({ isAside }) => !isAside)) return this.readable(found);
      if (aside.length === 0) aside = found;
      if (folder === '') return this.readable(aside);
    }
  }
}
