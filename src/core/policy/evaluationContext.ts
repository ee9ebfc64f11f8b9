import type { Catalog } from '../catalog/records';
import type { ClaimSource } from '../lookup/claim';
import type { Lookup } from '../lookup/lookup';
import type { Policy } from './policy';

/** What the rules judge a file by beside its own text. */
export interface EvaluationContext {
  readonly catalog: Catalog;
  readonly lookup: Lookup;
  readonly policy: Policy | undefined;
  /** Today, `YYYY-MM-DD`: exceptions expire and models retire by it. */
  readonly today: string;
  /** The project's own license (key or SPDX), from its manifest; decides for `ships` and `derives`. */
  readonly projectLicense?: string;
  /** What the Hub and local files said so far, where a host asks them: fixes read revisions from it. */
  readonly claims?: ClaimSource;
  /** Path of the text, with `/`: its kind decides how a comment is written. */
  readonly path?: string;
}
