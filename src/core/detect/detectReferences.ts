import type { Catalog } from '../catalog/records';
import type { Detection } from '../reference';

export interface DetectOptions {
  /** Path with `/`; its name and extension choose the file type. */
  readonly path: string;
  /** VS Code language id; decides where the path does not. */
  readonly languageId?: string;
  readonly catalog: Catalog;
  /** Values of configuration keys found in other files of the workspace, for code that reads them by name. */
  readonly configValues?: ReadonlyMap<string, string>;
}

/** Finds every model reference in a text, in one pass and in linear time. Never throws. */
export function detectReferences(_text: string, _options: DetectOptions): Detection {
  return { references: [], uses: [], runtimeChoices: [], skipped: [] };
}
