import type { Model } from '../model';
import { uriPart } from '../text/uriPart';

const COMMIT = /^[0-9a-f]{40}$/i;

/**
 * The package URL of a model on the Hugging Face Hub: namespace and name keep their case, the version is a commit in lower
 * case (purl specification, type `huggingface`). Other registries have no type of their own, so `undefined`.
 */
export function purlOf(
  { id, registry }: Pick<Model, 'id' | 'registry'>,
  revision: string | undefined,
): string | undefined {
  if (registry !== 'huggingface') return undefined;
  const path = id.split('/').map(uriPart).join('/');
  return `pkg:huggingface/${path}${revision === undefined ? '' : `@${revision.toLowerCase()}`}`;
}

/** The one commit that all pinned places agree on; `undefined` when there is none or they differ. */
export function pinnedCommit(places: readonly { readonly revision: string | null }[]): string | undefined {
  const commits = new Set(
    places.map(({ revision }) => revision).filter((revision) => revision !== null && COMMIT.test(revision)),
  );
  const [only] = commits;
  return commits.size === 1 && only !== null ? only : undefined;
}

const DIGEST = /^sha256:([0-9a-f]{64})$/;
/** Registries where a digest is that of a file of weights; elsewhere it is that of a manifest. */
const OF_FILES: ReadonlySet<string> = new Set(['local', 'huggingface']);

/** The SHA-256 of the weights that all places with one agree on, in hexadecimal; `undefined` when there is none or they differ. */
export function weightsDigest(
  places: readonly { readonly revision: string | null; readonly registry: string }[],
): string | undefined {
  const digests = new Set(
    places.flatMap(({ revision, registry }) =>
      OF_FILES.has(registry) ? (DIGEST.exec(revision ?? '')?.[1] ?? []) : [],
    ),
  );
  return digests.size === 1 ? [...digests][0] : undefined;
}
